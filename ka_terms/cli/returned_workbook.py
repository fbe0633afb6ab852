"""Reads a workbook back: its contracts, the edited cells, and whatever else somebody typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ka_terms.analysis.comparison import compare
from ka_terms.analysis.living import LivingContract, living
from ka_terms.analysis.returned import CellFault, Returned, Unreadable, returned
from ka_terms.calculation.statement import evaluate
from ka_terms.cli.errors import refused
from ka_terms.model.contract.scenario import Scenario, without_private
from ka_terms.model.faults import Fault, none_of, quoted
from ka_terms.presentation.numbers import parse_unit
from ka_terms.presentation.sheet import Role, Sheet, Workbook
from ka_terms.presentation.words import Words, parse_languages, words
from ka_terms.presentation.workbook.book import comparison_workbook, statement_workbook
from ka_terms.presentation.workbook.setting import Setting
from ka_terms.reading.problems.problem import Problem, ReadError
from ka_terms.reading.scenario import Loaded, load
from ka_terms.reading.sent_workbook import STATEMENT, Sent, sent_contracts
from ka_terms.reading.spreadsheet import Page, Value, read_pages
from ka_terms.text.columns import column_name
from ka_terms.text.messages import message
from ka_terms.writing.contract_text import edited_text
from ka_terms.writing.writer import write

if TYPE_CHECKING:
    from ka_terms.cli.session import Session

_SAME = Decimal("1E-9")
"""By how much of itself a number of a cell may be off and still be the same: binary numbers are sure of 15 digits."""


class Back(NamedTuple):
    """One contract of a workbook that came back."""

    loaded: Loaded
    returned: Returned
    typed: list[tuple[str, str]]
    """Cells with a text that was not sent, and the text."""
    left_out: bool
    """Whether the workbook holds private values that are not to be shown."""

    def write(self, target: Path, session: Session) -> None:
        """Write the contract as a scenario."""
        canonical = session.catalogue.canonical
        struck = {struck.term for struck in self.returned.struck}
        edited = self.returned.statement.scenario
        text = edited_text(self.loaded, edited, self.returned.texts, struck, canonical)
        write(target, text, session.force)
        session.tell(message("saved: {file}", file=target))


class _Contract(NamedTuple):
    """A contract as it was sent."""

    sent: Sent
    loaded: Loaded
    living: LivingContract


def read_back(file: Path, name: str, session: Session) -> Back:
    """The contract of a workbook, by its name where several were edited.

    Errors: `ReadError` for a file that is no workbook of ours, and for cells that cannot be mapped, each named.
    """
    shown = str(file)
    pages = read_pages(file, shown)
    contracts = [_contract(sent, shown, session) for sent in sent_contracts(pages, shown)]
    of_book = words(parse_languages(contracts[0].sent.languages), {}, session.catalogue)
    found = [_returned(contract, pages, shown, of_book, session) for contract in contracts]
    at = _chosen([contract.sent.name for contract in contracts], found, name)
    before = _regenerated(contracts, [each.sent.scenario for each in found], of_book, session)
    after = _regenerated(contracts, [each.statement.scenario for each in found], of_book, session)
    if not any(each.struck for each in found):
        _refuse_replaced_formulas(pages, before, after, shown)
    known = {
        str(cell.value) for book in (before, after) for sheet in book.sheets for cell in sheet.cells.values()
    }
    private = contracts[at].loaded.scenario.private is not None
    return Back(
        contracts[at].loaded, found[at], [*_typed(pages, before, known)], private and not session.internal
    )


def _contract(sent: Sent, file: str, session: Session) -> _Contract:
    loaded = load(file, session.catalogue.canonical, sent.text.encode())
    scenario = loaded.scenario if session.internal else without_private(loaded.scenario)
    return _Contract(sent, loaded, living(evaluate(scenario, session.catalogue), session.catalogue))


def _returned(
    contract: _Contract, pages: Sequence[Page], file: str, of_book: Words, session: Session
) -> Returned:
    sent = contract.sent
    page = next((page for page in pages if page.name == sent.inputs), None)
    try:
        if page is None:
            raise KeyError(sent.inputs)
        cells = page.below(sent.name)
    except KeyError:
        expected = message("the sheet {sheet} with a column {name}", sheet=sent.inputs, name=sent.name)
        mend = message("restore the names of the sheet and of its columns")
        raise ReadError(Problem(file, Fault(message("no such cells"), expected, mend))) from None
    facts = (of_book.first("no"), of_book.first("yes"))
    try:
        return returned(contract.living.statement, contract.living.inputs, cells, facts, session.catalogue)
    except Unreadable as error:
        raise ReadError(*(_at_cell(file, sent.inputs, fault) for fault in error.faults)) from None


def _at_cell(file: str, sheet: str, fault: CellFault) -> Problem:
    return Problem(file, fault.fault, f"{sheet}!{fault.cell}" if fault.cell else sheet)


def _chosen(names: Sequence[str], found: Sequence[Returned], name: str) -> int:
    """The place of the contract asked for: by name, else the only one, or the only one that was edited."""
    if name:
        if name not in names:
            raise refused("--contract", none_of(name, names))
        return names.index(name)
    edited = [at for at, each in enumerate(found) if each.edits or each.struck]
    if len(edited) > 1:
        several = message("edits of several contracts")
        expected = message("the name of one of them")
        listed = " / ".join(names[at] for at in edited)
        mend = message("add {option}", option=f"--contract '{listed}'")
        raise refused("--contract", Fault(several, expected, mend))
    return edited[0] if edited else 0


def _regenerated(
    contracts: Sequence[_Contract], scenarios: Sequence[Scenario], of_book: Words, session: Session
) -> Workbook:
    """The workbook that these contracts make, as it was sent."""
    sent = contracts[0].sent
    setting = Setting(of_book, parse_unit(sent.unit))
    texts = [contract.sent.text for contract in contracts]
    if sent.kind == STATEMENT:
        statement = evaluate(scenarios[0], session.catalogue)
        return statement_workbook(living(statement, session.catalogue), setting, texts[0])
    baseline = next((at for at, contract in enumerate(contracts) if contract.sent.is_baseline), 0)
    comparison = compare(scenarios, baseline, catalogue=session.catalogue)
    each = [living(statement, session.catalogue) for statement in comparison.scenarios]
    return comparison_workbook(comparison, each, setting, texts)


def _refuse_replaced_formulas(pages: Sequence[Page], before: Workbook, after: Workbook, file: str) -> None:
    """Errors: `ReadError` for every formula whose cell holds neither what was sent nor what the edits come to."""
    by_name = {page.name: page for page in pages}
    problems = []
    for sheet, edited in zip(before.sheets, after.sheets, strict=True):
        page = by_name.get(sheet.name)
        if page is None or not _is_in_place(page, sheet):
            continue
        for (row, column), cell in sheet.cells.items():
            expected = (cell.value, edited.cells[row, column].value)
            value = page.value(row, column)
            if cell.formula and isinstance(value, Decimal) and not _is_any(value, expected):
                at = f"{sheet.name}!{column_name(column)}{row + 1}"
                mend = message("restore the formula and edit the inputs")
                fault = Fault(quoted(f"{value:f}"), message("the formula that stood there"), mend)
                problems.append(Problem(file, fault, at))
    if problems:
        raise ReadError(*problems)


def _is_in_place(page: Page, sheet: Sheet) -> bool:
    """Whether the first column still has the same labels in the same rows."""
    labels = {row: cell.value for (row, column), cell in sheet.cells.items() if column == 0 and cell.value}
    return all(str(page.value(row, 0)) == str(label) for row, label in labels.items())


def _is_any(value: Decimal, expected: Sequence[str | Decimal | int | None]) -> bool:
    numbers = [Decimal(each) for each in expected if isinstance(each, Decimal | int)]
    return (
        any(abs(value - number) <= _SAME * max(abs(number), Decimal(1)) for number in numbers) or not numbers
    )


def _typed(pages: Sequence[Page], sent: Workbook, known: set[str]) -> Iterator[tuple[str, str]]:
    """The cells that hold a text, or beside the inputs a number, that was never sent."""
    sheets = {sheet.name: sheet for sheet in sent.sheets}
    for page in pages:
        sheet = sheets.get(page.name)
        for row, values in enumerate(page.rows):
            for column, value in enumerate(values):
                if _is_new(value, sheet, (row, column), known):
                    yield f"{page.name}!{column_name(column)}{row + 1}", str(value)


def _is_new(value: Value, sheet: Sheet | None, place: tuple[int, int], known: set[str]) -> bool:
    if value is None or str(value) in known or str(value).startswith("#"):
        return False
    cell = sheet.cells.get(place) if sheet else None
    if cell is None:
        return True
    # A number where another one was sent is an edit, or a formula recalculated.
    return not (cell.formula or cell.role is Role.INPUT or isinstance(value, Decimal))
