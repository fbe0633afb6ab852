"""`ka-terms catalogue`: the known fee types."""

from __future__ import annotations

from typing import Annotated

import typer

from ka_terms.cli import completion
from ka_terms.cli.options import Ascii, Bom, CatalogueOption, Force, Format, GlossaryFile, Language, Output


def command(
    fee: Annotated[
        str,
        typer.Argument(
            metavar="FEE",
            help="Show only fee types with this text in the key, a name or an alias.",
            autocompletion=completion.fees,
        ),
    ] = "",
    format: Format = "",
    output: Output = None,
    force: Force = False,
    lang: Language = "en",
    ascii: Ascii = False,
    bom: Bom = False,
    glossary: GlossaryFile = None,
    catalogue: CatalogueOption = None,
) -> None:
    """List the known fee types with their names and aliases.

    \b
    Examples: ka-terms catalogue
              ka-terms catalogue 年返
              ka-terms catalogue slotting --format json
    """
    from ka_terms.cli.session import Session, answering
    from ka_terms.presentation.reports.catalogue import catalogue_report, fees_found

    session = Session(format, output, force, lang, "1", ascii, glossary, catalogue, bom)
    with answering(lang):
        session.check_output()
        fees = fees_found(session.catalogue, fee)
        if not fees:
            message = f'no fee type has "{fee}" in its key, names or aliases; `ka-terms catalogue` lists all'
            raise typer.BadParameter(message, param_hint="FEE")
        session.emit(catalogue_report(fees, session.catalogue, session.words))
