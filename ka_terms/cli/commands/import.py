"""`ka-terms import`: a workbook that comes back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli.options import READ, output
from ka_terms.cli.shared import FOR_AMOUNTS, shared
from ka_terms.text.messages import enumerated, message

if TYPE_CHECKING:
    from ka_terms.cli.session import Session


@shared(FOR_AMOUNTS - {"output"})
def command(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="A workbook (.xlsx) of ka-terms, or a form filled in.", **READ),
    ],
    scenario_file: Annotated[
        Path | None, output("Write the edited contract to FILE as a scenario (YAML).")
    ] = None,
    contract: Annotated[
        str, typer.Option(metavar="NAME", help="The contract to read, where the workbook has several.")
    ] = "",
    *,
    session: Session,
) -> None:
    """Read a workbook back: what was edited, and what it costs.

    A form of `ka-terms init --xlsx` becomes a scenario.

    \b
    Examples: ka-terms import 2003-proposal.xlsx
              ka-terms import 2003-proposal.xlsx --output 2003-counter.yaml
    """
    from ka_terms.cli.filled_form import read_form
    from ka_terms.cli.returned_workbook import read_back
    from ka_terms.presentation.reports.returned import returned_report
    from ka_terms.reading.spreadsheet import has_comments

    session.check_output()
    if filled := read_form(file, session):
        filled.tell(scenario_file, session)
        return
    back = read_back(file, contract, session)
    session.show(returned_report(back.returned, back.typed, session.words.of(back.returned.sent.scenario)))
    if has_comments(file):
        session.tell(message("comments on cells are not read; please look at them"))
    if back.others:
        session.tell(message("edited too: {names}", names=enumerated(back.others)))
    if back.left_out:
        session.tell(message("the private values of the workbook are left out; add --internal to keep them"))
    if scenario_file:
        back.write(scenario_file, session)
