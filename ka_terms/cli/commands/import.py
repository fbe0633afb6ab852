"""`ka-terms import`: a workbook that comes back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli.options import READ, output
from ka_terms.cli.shared import FOR_AMOUNTS, shared
from ka_terms.text.messages import message

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
    from ka_terms.cli.workbooks.filled_form import read_form
    from ka_terms.cli.workbooks.returned import read_back
    from ka_terms.presentation.renderers.registry import WORKBOOKS_READ
    from ka_terms.reading.spreadsheet import has_comments, read_pages
    from ka_terms.writing.writer import check_extra

    check_extra(WORKBOOKS_READ, str(file))
    _refuse_binary(session)
    session.check_output()
    name = str(file)
    pages = read_pages(file, name)
    found = read_form(pages, name, session) or read_back(pages, name, contract, session)
    found.tell(session)
    if has_comments(file):
        session.tell(message("comments on cells are not read; please look at them"))
    if scenario_file:
        found.write(scenario_file, session)


def _refuse_binary(session: Session) -> None:
    """Errors: a format that goes into files only: the file that --output names is the scenario."""
    from ka_terms.cli.errors import refused
    from ka_terms.model.faults import Fault

    if session.renderer.binary:
        found = message("the format {name}", name=session.renderer.name)
        expected = message("a format of text, because --output names the scenario")
        raise refused("--format", Fault(found, expected, message("remove {option}", option="--format")))
