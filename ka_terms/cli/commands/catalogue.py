"""`ka-terms catalogue`: the known fee types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli import completion
from ka_terms.cli.shared import FOR_LISTS, shared
from ka_terms.text.messages import message

if TYPE_CHECKING:
    from ka_terms.cli.session import Session


@shared(FOR_LISTS)
def command(
    fee: Annotated[
        str,
        typer.Argument(
            metavar="FEE",
            help="Show only fee types with this text in the key or any name.",
            autocompletion=completion.fees,
        ),
    ] = "",
    *,
    session: Session,
) -> None:
    """List the known fee types with all their names.

    \b
    Examples: ka-terms catalogue
              ka-terms catalogue 年返
              ka-terms catalogue slotting --format json
    """
    from ka_terms.cli.errors import refused
    from ka_terms.model.faults import Fault, quoted
    from ka_terms.presentation.reports.catalogue import catalogue_report, fees_found

    session.check_output()
    fees = fees_found(session.catalogue, fee)
    if not fees:
        expected = message("a text that is in the key or any name of a fee type")
        fix = message("see all of them with `ka-terms catalogue`")
        raise refused("FEE", Fault(quoted(fee), expected, fix))
    session.emit(catalogue_report(fees, session.catalogue, session.words))
