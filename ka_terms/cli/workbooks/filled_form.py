"""Reads a form that was filled in, and tells its fees."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ka_terms.analysis.assessment import assess
from ka_terms.calculation.statement import evaluate
from ka_terms.presentation.reports.statement import statement_report
from ka_terms.reading.form import filled_form, form_sheets
from ka_terms.reading.problems.problem import Problem, ReadError
from ka_terms.reading.scenario import Loaded, load
from ka_terms.text.messages import message
from ka_terms.writing.contract_text import as_text
from ka_terms.writing.writer import write

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ka_terms.cli.session import Session
    from ka_terms.reading.spreadsheet import Page


class FilledForm(NamedTuple):
    """A form as a contract, and as the text of a file."""

    loaded: Loaded
    text: str
    typed: Sequence[tuple[str, str]]
    """Cells beside the form that hold something, and what."""

    def tell(self, session: Session) -> None:
        """Show the contract, and what stands beside the form."""
        statement = evaluate(self.loaded.scenario, session.catalogue)
        report, words = statement_report(assess(statement), session.words), session.words
        notes = [words.say("returned.typed", cell=cell, text=text) for cell, text in self.typed]
        session.show(report._replace(notes=(*report.notes, *notes)))

    def write(self, target: Path, session: Session) -> None:
        """Write the contract as a scenario."""
        write(target, self.text, session.force)
        session.tell(message("saved: {file}", file=target))


def read_form(pages: Sequence[Page], name: str, session: Session) -> FilledForm | None:
    """A form that was filled in; None for any other workbook.

    Errors: `ReadError` with every problem, each at its cell.
    """
    sheets = form_sheets(pages)
    if sheets is None:
        return None
    filled = filled_form(sheets, name, session.catalogue.canonical)
    text = as_text(filled.content)
    try:
        return FilledForm(load(name, session.catalogue.canonical, text.encode()), text, filled.typed)
    except ReadError as error:
        raise ReadError(*(_at_cell(problem, filled.cells) for problem in error.problems)) from None


def _at_cell(problem: Problem, cells: Mapping[str, str]) -> Problem:
    """The problem at the cell of its value, or of the innermost thing on the way to it."""
    path = problem.path.replace("[", ".").replace("]", "")
    while path and path not in cells:
        path = path.rpartition(".")[0]
    return Problem(problem.file, problem.fault, cells.get(path, problem.path))
