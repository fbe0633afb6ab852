"""A workbook that comes back: which inputs somebody edited, and what each edit costs."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from ka_terms.analysis.inputs.input import Input
from ka_terms.analysis.inputs.moved import moved
from ka_terms.calculation.readings.exact import exactly, trimmed
from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import Fault, faults_of, quoted
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.text.messages import enumerated, message

_DECIMALS = Decimal("1E-8")
"""The decimals that a contract's numbers have at most; what a cell has beyond them is noise of binary numbers."""


class CellFault(NamedTuple):
    """A cell that cannot be read, by its name in the sheet: `C12`; empty where a row is gone."""

    cell: str
    fault: Fault


class Unreadable(ValueError):
    """Cells that cannot be mapped to the contract."""

    def __init__(self, *faults: CellFault) -> None:
        super().__init__(*faults)
        self.faults = faults


class Edit(NamedTuple):
    """One input that was edited, and what that alone changes in total fees; None where it alone is no contract."""

    cell: str
    input: Input
    after: Decimal
    effect: Decimal | None


class Struck(NamedTuple):
    """A term whose inputs were all deleted, and what that changes in total fees."""

    term: str
    effect: Decimal


class Returned(NamedTuple):
    """A contract as it was sent and as it came back."""

    sent: Statement
    statement: Statement
    edits: tuple[Edit, ...]
    struck: tuple[Struck, ...]

    @property
    def effect(self) -> Decimal:
        """What all edits together change in total fees."""
        with exactly():
            return self.statement.total_fees - self.sent.total_fees

    @property
    def texts(self) -> dict[str, str]:
        """The edited numbers by the path that formulas ask for, as a file states them."""
        return {edit.input.leaf: edit.input.written(edit.after) for edit in self.edits}


Cells = Mapping[str, tuple[str, str | Decimal | None]]
"""The cell of each input by its key, as `C12`, and what it holds; without those whose row is gone."""


def returned(
    sent: Statement,
    inputs: Mapping[str, Input],
    cells: Cells,
    facts: tuple[str, str],
    catalogue: Catalogue | None = None,
) -> Returned:
    """What came back of a contract that was sent. `facts` are the words for what is not so and for what is.

    Errors: `Unreadable` for cells that hold no number, for inputs that are gone other than with their whole term, and
    for numbers that make no contract.
    """
    scenario = sent.scenario
    struck = _struck(scenario, inputs, cells)
    values, faults = _values(inputs, cells, facts, struck)
    if faults:
        raise Unreadable(*faults)
    faults = [_named_by(term, names) for term in struck if (names := _naming(scenario, term, struck))]
    if faults:
        raise Unreadable(*faults)
    changes = {path: value for path, (_, value) in values.items() if value != inputs[path].value}
    after = _checked(scenario, {inputs[path].path: value for path, value in changes.items()}, struck, values)
    edits = [
        Edit(values[path][0], inputs[path], value, _effect(sent, {inputs[path].path: value}))
        for path, value in changes.items()
    ]
    lines = [Struck(term, _difference(sent, _without(scenario, [term]))) for term in struck]
    return Returned(sent, evaluate(after, catalogue), tuple(edits), tuple(lines))


def _values(
    inputs: Mapping[str, Input], cells: Cells, facts: tuple[str, str], struck: Collection[str]
) -> tuple[dict[str, tuple[str, Decimal]], list[CellFault]]:
    """The cell and the number of every input that is not struck, and the cells that hold no number."""
    values: dict[str, tuple[str, Decimal]] = {}
    faults: list[CellFault] = []
    for path, input in inputs.items():
        if input.term in struck:
            continue
        cell, value = cells.get(input.path, ("", None))
        if value is None:
            faults.append(_gone(input, cell))
            continue
        try:
            values[path] = cell, _number(input, value, facts)
        except ValueError as error:
            faults += [CellFault(cell, fault) for fault in faults_of(error)]
    return values, faults


def _number(input: Input, value: str | Decimal, facts: tuple[str, str]) -> Decimal:
    """The number of a cell; a text as people write numbers. Errors: `ValueError`."""
    if input.is_fact and str(value) in facts:
        return Decimal(facts.index(str(value)))
    if not isinstance(value, Decimal):
        return input.read(str(value))
    number = trimmed(value.quantize(_DECIMALS))
    # As a file has it, so that a number that no contract may state is refused in the same words.
    input.read(input.written(number))
    return number


def _gone(input: Input, cell: str) -> CellFault:
    """Of a cell that is blank, or in a row that was deleted."""
    expected = message("the row of {key} with a number", key=input.path)
    strike = message("restore it; to strike a fee, delete all of its rows")
    mend = strike if input.term else message("write a number")
    return CellFault(cell, Fault(message("no number for {key}", key=input.path), expected, mend))


def _struck(scenario: Scenario, inputs: Mapping[str, Input], cells: Cells) -> list[str]:
    """The terms of which all rows were deleted; a blank cell strikes nothing, since it may be a slip."""
    keys: dict[str, list[str]] = {}
    for input in inputs.values():
        keys.setdefault(input.term, []).append(input.path)
    return [term for term in scenario.fees if term in keys and not cells.keys() & {*keys[term]}]


def _naming(scenario: Scenario, term: str, struck: Collection[str]) -> list[str]:
    """The terms and groups that name a term and stay."""
    return [key for key in scenario.fees if key not in struck and term in scenario.needed_by(key)]


def _named_by(term: str, names: Sequence[str]) -> CellFault:
    found = message("{term} struck out", term=term)
    expected = message("terms that do not name it: {names} do", names=enumerated(names))
    return CellFault(
        "", Fault(found, expected, message("restore its rows, or delete those of the others too"))
    )


def _checked(
    scenario: Scenario,
    changes: Mapping[str, Decimal],
    struck: Sequence[str],
    values: Mapping[str, tuple[str, Decimal]],
) -> Scenario:
    """The contract with all edits. Errors: `Unreadable` where they make none, with every edited cell."""
    try:
        after = moved(scenario, changes) if changes else scenario
        return _without(after, struck)
    except ValueError as error:
        edited = ", ".join(cell for path, (cell, _) in values.items() if path in changes)
        cells = {quoted(f"{value:f}"): cell for cell, value in values.values()}
        unknown = Fault(message("edits that make no contract"), message("a valid contract"), "")
        faults = faults_of(error) or [unknown]
        raise Unreadable(*(CellFault(cells.get(fault.found, edited), fault) for fault in faults)) from None


def _without(scenario: Scenario, struck: Sequence[str]) -> Scenario:
    """The contract without some terms. Errors: `ValueError` where others name them."""
    if not struck:
        return scenario
    kept = scenario.with_fees(scenario.fees.keys() - {*struck})
    return Scenario.model_validate({name: getattr(kept, name) for name in kept.model_fields_set})


def _effect(sent: Statement, changes: Mapping[str, Decimal]) -> Decimal | None:
    try:
        return _difference(sent, moved(sent.scenario, changes))
    except ValueError:
        return None


def _difference(sent: Statement, after: Scenario) -> Decimal:
    with exactly():
        return evaluate(after).total_fees - sent.total_fees
