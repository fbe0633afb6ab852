"""Reads a workbook back: its contracts, the edited cells, and whatever else somebody typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ka_terms.analysis.comparison import compare
from ka_terms.analysis.workbook.living import LivingContract, living
from ka_terms.analysis.workbook.returned import CellFault, Returned, Unreadable, returned
from ka_terms.calculation.statement import evaluate
from ka_terms.cli.errors import refused
from ka_terms.cli.workbooks.replaced import is_in_place, refuse_replaced_formulas
from ka_terms.model.contract.scenario import Scenario, without_private
from ka_terms.model.faults import Fault, none_of, quoted
from ka_terms.presentation.numbers import parse_unit
from ka_terms.presentation.reports.returned import returned_report
from ka_terms.presentation.sheet import Sheet, Workbook
from ka_terms.presentation.wording.input_names import input_label
from ka_terms.presentation.words import Words, parse_languages, words
from ka_terms.presentation.workbook.book import comparison_workbook, statement_workbook
from ka_terms.presentation.workbook.setting import Setting
from ka_terms.reading.problems.problem import Problem, ReadError
from ka_terms.reading.scenario import Loaded, load
from ka_terms.reading.sent_workbook import STATEMENT, Sent, sent_contracts
from ka_terms.reading.spreadsheet import Page, Value
from ka_terms.text.columns import column_name
from ka_terms.text.messages import enumerated, message
from ka_terms.writing.contract_text import edited_text, is_contract
from ka_terms.writing.writer import write

if TYPE_CHECKING:
    from ka_terms.cli.session import Session


class Back(NamedTuple):
    """One contract of a workbook that came back."""

    loaded: Loaded
    returned: Returned
    typed: list[tuple[str, str]]
    """Cells with a text that was not sent, and the text."""
    others: list[str]
    """The names of further contracts that were edited."""
    left_out: bool
    """Whether the workbook holds private values that are not to be shown."""

    def tell(self, session: Session) -> None:
        """Show what was edited; tell what is not shown."""
        session.show(
            returned_report(self.returned, self.typed, session.words.of(self.returned.sent.scenario))
        )
        if self.others:
            session.tell(message("edited too: {names}", names=enumerated(self.others)))
        if self.left_out:
            session.tell(
                message("the private values of the workbook are left out; add --internal to keep them")
            )

    def write(self, target: Path, session: Session) -> None:
        """Write the contract as a scenario. Errors: `ReadError` where no file states it with the same amounts."""
        canonical = session.catalogue.canonical
        struck = {struck.term for struck in self.returned.struck}
        edited = self.returned.statement.scenario
        edited = edited.model_copy(update={"scenario": self.loaded.scenario.scenario})
        text = edited_text(self.loaded, edited, self.returned.texts, struck, canonical)
        if not is_contract(text, edited, canonical):
            found = message("edits that no file of the contract can state together")
            mend = message("change them in the file of the contract itself")
            raise ReadError(Problem(str(target), Fault(found, message("a file with the same amounts"), mend)))
        write(target, text, session.force)
        session.tell(message("saved: {file}", file=target))


class _Contract(NamedTuple):
    """A contract as it was sent."""

    sent: Sent
    loaded: Loaded
    living: LivingContract


def read_back(pages: Sequence[Page], file: str, name: str, session: Session) -> Back:
    """The contract of a workbook, whose `file` has sheets with these values; by its name where several were edited.

    Errors: `ReadError` for a file that is no workbook of ours, and for cells that cannot be mapped, each named.
    """
    contracts = [_contract(sent, file, session) for sent in sent_contracts(pages, file)]
    of_book = words(parse_languages(contracts[0].sent.languages), {}, session.catalogue)
    read = [_returned(contract, pages, file, of_book, session) for contract in contracts]
    found = [returned for returned, _ in read]
    at = _chosen([contract.sent.name for contract in contracts], found, name)
    # Sheets of an internal workbook are made with what is private, so that none of it is taken for a remark.
    before = _regenerated(contracts, [each.sent.scenario for each in found], of_book, session)
    after = _regenerated(contracts, [each.statement.scenario for each in found], of_book, session)
    if not any(each.struck for each in found):
        refuse_replaced_formulas(pages, before, after, file)
    inputs = {f"{contracts[0].sent.inputs}!{cell}" for _, cells in read for cell in cells}
    others = [
        contract.sent.name
        for other, contract in enumerate(contracts)
        if other != at and _is_edited(found[other])
    ]
    holds_private = contracts[at].loaded.scenario.private is not None
    told = found[at] if session.internal else _without_private(found[at], session)
    typed = [*_typed(pages, (before, after), inputs)]
    return Back(contracts[at].loaded, told, typed, others, holds_private and not session.internal)


def _is_edited(returned: Returned) -> bool:
    return bool(returned.edits or returned.struck)


def _without_private(found: Returned, session: Session) -> Returned:
    sides = (
        evaluate(without_private(each.scenario), session.catalogue) for each in (found.sent, found.statement)
    )
    sent, statement = sides
    return found._replace(sent=sent, statement=statement)


def _contract(sent: Sent, file: str, session: Session) -> _Contract:
    """A contract under the name that it has in the workbook: of two with one name, that tells them apart."""
    loaded = load(file, session.catalogue.canonical, sent.text.encode())
    named = loaded.scenario.model_copy(update={"scenario": sent.name})
    return _Contract(sent, loaded, living(evaluate(named, session.catalogue), session.catalogue))


def _returned(
    contract: _Contract, pages: Sequence[Page], file: str, of_book: Words, session: Session
) -> tuple[Returned, list[str]]:
    """What came back of a contract, and the cells of its inputs."""
    sent, inputs = contract.sent, contract.living.inputs
    page = next((page for page in pages if page.name == sent.inputs), None)
    labels = {input_label(input, of_book, by_index=True): input.path for input in inputs.values()}
    try:
        if page is None:
            raise KeyError(sent.inputs)
        below = page.below(sent.name, {input.path for input in inputs.values()}, labels)
    except KeyError:
        expected = message("the sheet {sheet} with a column {name}", sheet=sent.inputs, name=sent.name)
        mend = message("restore the names of the sheet and of its columns")
        raise ReadError(Problem(file, Fault(message("no such cells"), expected, mend))) from None
    problems = [
        Problem(
            file,
            Fault(
                quoted(found),
                message("the key {key}, once", key=key),
                message("restore the keys of the rows"),
            ),
            f"{sent.inputs}!{cell}",
        )
        for cell, found, key in below.odd
    ]
    if problems:
        raise ReadError(*problems)
    facts = (of_book.first("no"), of_book.first("yes"))
    try:
        back = returned(contract.living.statement, inputs, below.cells, facts, session.catalogue)
    except Unreadable as error:
        raise ReadError(*(_at_cell(file, sent.inputs, fault) for fault in error.faults)) from None
    return back, [cell for cell, _ in below.cells.values()]


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
        listed = enumerated(f"--contract '{names[at]}'" for at in edited)
        mend = message("add one of these: {options}", options=listed)
        raise refused("--contract", Fault(several, expected, mend))
    return edited[0] if edited else 0


def _regenerated(
    contracts: Sequence[_Contract], scenarios: Sequence[Scenario], of_book: Words, session: Session
) -> Workbook:
    """The workbook that these contracts make, as it was sent."""
    sent = contracts[0].sent
    is_internal = any(scenario.private for scenario in scenarios)
    setting = Setting(of_book, parse_unit(sent.unit), of_book.say("internal_banner") if is_internal else "")
    texts = [contract.sent.text for contract in contracts]
    if sent.kind == STATEMENT:
        statement = evaluate(scenarios[0], session.catalogue)
        return statement_workbook(living(statement, session.catalogue), setting, texts[0])
    baseline = next((at for at, contract in enumerate(contracts) if contract.sent.is_baseline), 0)
    comparison = compare(scenarios, baseline, catalogue=session.catalogue)
    each = [living(statement, session.catalogue) for statement in comparison.scenarios]
    return comparison_workbook(comparison, each, setting, texts)


def _typed(
    pages: Sequence[Page], books: Sequence[Workbook], inputs: Collection[str]
) -> Iterator[tuple[str, str]]:
    """The cells that hold what was never sent, inputs aside; rows are found by their labels, and may be moved."""
    for page in pages:
        sheets = [sheet for book in books for sheet in book.sheets if sheet.name == page.name]
        formulas = {place for sheet in sheets for place, cell in sheet.cells.items() if cell.formula}
        in_place = bool(sheets) and is_in_place(page, sheets[0])
        for at, row in enumerate(page.rows):
            left = _sent_in_row(row, sheets)
            for column, value in enumerate(row):
                name = f"{page.name}!{column_name(column)}{at + 1}"
                if value is None or name in inputs or (in_place and (at, column) in formulas):
                    continue
                text = _as_sent(value)
                if left[text]:
                    left[text] -= 1
                elif not text.startswith("#"):
                    yield name, str(value)


def _sent_in_row(row: Sequence[Value], sheets: Sequence[Sheet]) -> Counter[str]:
    """How often each value was sent in the row that has one of the labels of this one."""
    labels = {str(value) for value in row if isinstance(value, str)}
    found: Counter[str] = Counter()
    for sheet in sheets:
        rows: dict[int, list[str]] = {}
        for (at, _), cell in sheet.cells.items():
            if cell.value not in (None, ""):
                rows.setdefault(at, []).append(_as_sent(cell.value))
        for texts in rows.values():
            if not labels.isdisjoint(texts):
                found |= Counter(texts)
    return found


def _as_sent(value: str | Decimal | int | None) -> str:
    """A value as it is compared: numbers to the digits that a binary number is sure of."""
    return f"{Decimal(value):.12g}" if isinstance(value, Decimal | int) else str(value)
