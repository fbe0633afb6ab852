"""The contract at lower sales: as last year, at the low estimate, and where its standing turns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from ka_terms.analysis.asked_sales import amount_asked, last_sales
from ka_terms.analysis.contribution import Basis
from ka_terms.analysis.defaults import LOW_SALES
from ka_terms.analysis.inputs.inputs import find
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.internal import bounds
from ka_terms.analysis.piecewise.changing_contract import contract_by_input, metric_reader
from ka_terms.analysis.piecewise.piecewise import PiecewiseMetric, difference
from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.readings.curves import TooManySteps, zeros
from ka_terms.calculation.readings.exact import decimal_of, exactly, ratio, trimmed
from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.numbers.number import Index
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.model.vocabulary.metrics import ROOMS, TOTAL_FEES, TOTALS, Metric

PLAN, LAST, LOW, PART, BREAK_EVEN, WALK_AWAY = (
    *("plan", "last_year", "low", "part_of_plan"),
    *("break_even", "walk_away"),
)
JUMP = "_jump"
"""Behind a kind of turn at which nothing is equal: a fee jumps past it."""
MOST_TURNS = 3
"""Turns worth a column: those nearest to the plan."""


class SalesCase(NamedTuple):
    """The contract at other sales, all else as planned. Amounts are rounded as contributions are; None is n/a."""

    kinds: tuple[str, ...]
    """Why these sales are looked at: `last_year`, `low`, `part_of_plan`, `break_even`, `walk_away`, `plan`;
    `break_even_jump` and `walk_away_jump` where a fee jumps past what it would have to equal."""
    sales: Decimal
    times: Decimal | None
    """Sales / last year's sales; of `part_of_plan` sales / planned sales."""
    fees: Decimal | None
    fee_ratio: Decimal | None
    contribution: Decimal | None
    dearer: bool | None
    """Whether the fees are above those of the old terms at these sales, at a break-even just above them."""
    within: bool | None
    """Whether the contract keeps to the walk-away limit, where that turns just above; None without a limit."""
    limits: tuple[str, ...] = ()
    """The metrics whose bounds of the walk-away limit are passed at these sales."""

    @property
    def turns(self) -> tuple[str, ...]:
        """What turns here, whether it is equal or jumped past."""
        return tuple(kind.removesuffix(JUMP) for kind in self.kinds if kind.removesuffix(JUMP) in _TURNS)


_TURNS = (BREAK_EVEN, WALK_AWAY)


class LowSales(NamedTuple):
    """The cases by rising sales, the plan among them, and how many turns were left out."""

    cases: tuple[SalesCase, ...]
    left_out: int
    uncounted: bool
    """Whether turns could not be looked for: a fee by full lots has too many steps."""


class _Turn(NamedTuple):
    """Sales at which a difference changes its sign, the sign above, and whether it jumps from one to the other."""

    kind: str
    at: Fraction
    above: int
    jumps: bool
    limit: str = ""
    """The metric of the bound that is passed."""

    @property
    def told(self) -> str:
        """The kind as a case has it."""
        return f"{self.kind}{JUMP}" if self.jumps else self.kind


def low_sales(
    approved: Statement,
    old: Statement | None,
    low: Decimal | Index | None,
    basis: Basis,
    catalogue: Catalogue | None,
) -> LowSales:
    """Return the contract at lower sales; `old` are the old terms on its plan, `low` the low sales that are asked for.

    A case below the plan is always among them: without any other, that of 80% of planned sales.
    """
    known = _known_sales(approved, low)
    lowest, highest = min(known), max(known)
    uncounted = False
    try:
        turns = (
            [*_turns(approved.scenario, old.scenario if old else None, lowest, highest)]
            if lowest < highest
            else []
        )
    except TooManySteps:
        turns, uncounted = [], True
    plan = Fraction(approved.sales)
    kept = sorted(turns, key=lambda turn: abs(turn.at - plan))[:MOST_TURNS]
    at: dict[Decimal, list[_Turn]] = {sales: [] for sales in known}
    for turn in kept:
        at.setdefault(basis.rounded(decimal_of(turn.at)), []).append(turn)
    last = last_sales(approved.scenario)
    cases = []
    for sales in sorted(at):
        kinds = (*known.get(sales, ()), *dict.fromkeys(turn.told for turn in at[sales]))
        base = approved.sales if PART in kinds else last
        pair = tuple(_at(one, sales, catalogue) for one in (approved, old))
        cases.append(_case(kinds, sales, ratio(sales, base), pair, at[sales], basis))
    return LowSales(tuple(cases), len(turns) - len(kept), uncounted)


def _known_sales(approved: Statement, low: Decimal | Index | None) -> dict[Decimal, tuple[str, ...]]:
    """Return sales that are looked at whatever the contract, with the reasons; at least one is below the plan."""
    scenario, plan = approved.scenario, approved.sales
    last = last_sales(scenario)
    pairs = [(last, LAST), (amount_asked(low, last), LOW), (plan, PLAN)]
    known: dict[Decimal, tuple[str, ...]] = {}
    for sales, kind in pairs:
        if sales is not None:
            known[sales] = (*known.get(sales, ()), kind)
    if not any(sales < plan for sales in known):
        with exactly():
            known.setdefault(trimmed(plan * LOW_SALES), (PART,))
    return known


def low_estimate(scenario: Scenario) -> Decimal | None:
    """Return the sales of the low case; None where sales are no estimate."""
    if not {"sales", "sales_growth"}.intersection(scenario.estimates()):
        return None
    (estimated,) = exact_figures(scenario.case("low").plan, "sales")
    return estimated


def _turns(scenario: Scenario, old: Scenario | None, low: Decimal, high: Decimal) -> Iterator[_Turn]:
    """Yield where the contract becomes as dear as the old terms, and where it passes a bound of the walk-away."""
    if old:
        fees = (_by_sales(one, TOTALS[TOTAL_FEES], low, high) for one in (scenario, old))
        yield from _sign_changes(BREAK_EVEN, difference(*fees))
    for metric, _ in bounds(scenario):
        yield from _sign_changes(WALK_AWAY, _by_sales(scenario, ROOMS[metric], low, high), metric)


def _by_sales(scenario: Scenario, metric: Metric, low: Decimal, high: Decimal) -> PiecewiseMetric:
    """Return a metric as sales change."""
    input = find(scenario, "sales")
    contract = contract_by_input(scenario, input, (input.value, low, high), low, high)
    return contract.piecewise(metric_reader(metric))


def _sign_changes(kind: str, metric: PiecewiseMetric, limit: str = "") -> Iterator[_Turn]:
    """Yield where the sign of a metric changes, at a zero or at a jump over it; n/a has no sign."""
    signs: list[tuple[Fraction, int | None, bool]] = []
    ended: Fraction | None = None
    for low, high, curve in metric:
        # Between two pieces it jumps, unless both come to zero there.
        jumps = bool(ended) or bool(curve and curve(low))
        for start, end in pairwise([low, *(zeros(curve.over, low, high) if curve else ()), high]):
            value = curve((start + end) / 2) if curve else None
            sign = None if value is None else (value > 0) - (value < 0)
            signs.append((start, sign, jumps and start == low))
        ended = curve(high) if curve else None
    for (_, before, _), (at, above, jumps) in pairwise(signs):
        if before is not None and above is not None and before != above:
            yield _Turn(kind, at, above, jumps, limit)


def _at(statement: Statement | None, sales: Decimal, catalogue: Catalogue | None) -> Statement | None:
    """Return the contract at other sales; None where there is none, or no such plan."""
    if statement is None or sales == statement.sales:
        return statement
    try:
        return evaluate(moved(statement.scenario, {"sales": sales}), catalogue)
    except ValueError:
        return None


def _case(
    kinds: tuple[str, ...],
    sales: Decimal,
    times: Decimal | None,
    pair: Sequence[Statement | None],
    turns: Iterable[_Turn],
    basis: Basis,
) -> SalesCase:
    new, old = pair
    signs = {turn.limit: turn.above for turn in turns}
    dearer = None if new is None or old is None else new.total_fees > old.total_fees
    if "" in signs and dearer is not None:
        dearer = signs.pop("") > 0
    if new is None:
        return SalesCase(kinds, sales, times, None, None, None, dearer, None)
    within, limits = _is_within(new, signs), tuple(filter(None, signs))
    fees, left = basis.rounded(new.total_fees), basis.contribution(new)
    return SalesCase(kinds, sales, times, fees, new.fee_ratio, left, dearer, within, limits)


def _is_within(statement: Statement, signs: Mapping[str, int]) -> bool | None:
    """Return whether the contract exceeds no bound of the walk-away; None where none can be calculated.

    `signs` are those of the room under the bounds that are passed here.
    """
    rooms = {metric: statement.value(ROOMS[metric]) for metric, _ in bounds(statement.scenario)}
    known = [signs.get(metric, room) >= 0 for metric, room in rooms.items() if room is not None]
    return all(known) if known else None
