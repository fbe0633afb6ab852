"""`ka-terms catalogue`: the known fee types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli import completion
from ka_terms.cli.options import FOR_LISTS, shared

if TYPE_CHECKING:
    from ka_terms.cli.session import Session


@shared(FOR_LISTS)
def command(
    fee: Annotated[
        str,
        typer.Argument(
            metavar="FEE",
            help="Show only fee types with this text in the key, a name or an alias.",
            autocompletion=completion.fees,
        ),
    ] = "",
    *,
    session: Session,
) -> None:
    """List the known fee types with their names and aliases.

    \b
    Examples: ka-terms catalogue
              ka-terms catalogue 年返
              ka-terms catalogue slotting --format json
    """
    from ka_terms.cli.errors import answering
    from ka_terms.presentation.reports.catalogue import catalogue_report, fees_found

    with answering(session.lang):
        session.check_output()
        fees = fees_found(session.catalogue, fee)
        if not fees:
            message = f'no fee type has "{fee}" in its key, names or aliases; `ka-terms catalogue` lists all'
            raise typer.BadParameter(message, param_hint="FEE")
        session.emit(catalogue_report(fees, session.catalogue, session.words))
