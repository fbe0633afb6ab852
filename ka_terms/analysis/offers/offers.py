"""Offers that cost us the same as planned: the few that differ most, with what they cost at other sales."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from ka_terms.analysis.concessions.cases import SalesCase, at_sales, sales_cases
from ka_terms.analysis.guardrail import Rule
from ka_terms.analysis.inputs.inputs import find, path_and_rest
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.inputs.planned import is_planned
from ka_terms.analysis.offers.choices import Change, choices, groups, number_of_choices, varied
from ka_terms.analysis.offers.different import Profile, most_different
from ka_terms.analysis.offers.packages import MOST_CHANGES, Package, Wanted, packages
from ka_terms.analysis.sweep.axes import Axis, read_axis
from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import faults_of, refuse
from ka_terms.model.numbers.number import Index, read_number
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.text.messages import message

NOW = "now"
USUAL_WITHIN = Decimal("0.0005")
"""What costs the same, as a share of planned sales: half of the smallest step that is said aloud."""
USUAL_OFFERS = 4


class Offer(NamedTuple):
    """One package, costed by statements. Amounts are one in each case of sales."""

    changes: tuple[Change, ...]
    statement: Statement
    """As planned."""
    fees: tuple[Decimal, ...]
    more: tuple[Decimal, ...]
    """Fees - those of the contract as it stands."""
    ranks: tuple[int, ...]
    """Its place among the offers in each case, 1 for the cheapest; of equals the same."""


class Asked(NamedTuple):
    """What the offers may cost as planned."""

    least: Decimal
    most: Decimal
    aim: Decimal
    within: Decimal


class Offers(NamedTuple):
    """Offers beside the contract as it stands, and how many there were."""

    today: Statement
    cases: tuple[SalesCase, ...]
    fees: tuple[Decimal, ...]
    """Those of the contract as it stands, in each case of sales."""
    asked: Asked
    number: int
    """Packages that cost what is asked."""
    tried: int
    """Packages at any cost."""
    offers: tuple[Offer, ...]
    """By rising fees as planned."""
    dropped: int
    """Choices of values that make no contract."""

    @property
    def plan(self) -> int:
        """The place of the plan among the cases."""
        return next(at for at, case in enumerate(self.cases) if case.kind == "plan")


class Wish(NamedTuple):
    """What is asked for beside what may change."""

    cost: str = NOW
    within: str | Decimal = ""
    changes: int = MOST_CHANGES
    offers: int = USUAL_OFFERS
    sales: tuple[Decimal | Index | None, Decimal | Index | None] = (None, None)


def read_varied(texts: Sequence[str], scenario: Scenario, catalogue: Catalogue) -> list[Axis]:
    """Read what may change: `PATH=VALUES`, as in a sweep. Errors: `ValueError`, also for what is planned."""
    axes: dict[str, Axis] = {}
    for text in texts:
        path, values = path_and_rest(text)
        if not values:
            raise refuse(
                text, message("a path and values, such as {example}", example="monthly_rebate=2%..4%..0.1%")
            )
        input = find(scenario, path, catalogue, is_planned)
        if is_planned(input, scenario):
            expected = message("a number that an offer can change, such as a rate or an event")
            raise refuse(path, expected, message("leave it out: offers stand on one plan"))
        if input.path in axes:
            raise refuse(path, message("each number once"), message("put its values into one --vary"))
        axes[input.path] = read_axis(input, values, scenario.currency)
    return [*axes.values()]


def read_cost(text: str, within: str | Decimal, statement: Statement) -> Asked:
    """Read what offers may cost as planned: `now`, an amount, or a limit such as `fee_ratio <= 15%`.

    Of an amount offers cost up to `within` more or less, under a limit up to `within` less. Errors: `ValueError`.
    """
    with exactly():
        near = statement.sales * USUAL_WITHIN if within == "" else read_number(within)
        if text.strip() == NOW:
            aim = statement.total_fees
        elif any(sign in text for sign in "<>=＜＞＝≤≥"):
            aim = _limit(text, statement)
            return Asked(aim - near, aim, aim, near)
        else:
            aim = _amount(text)
        return Asked(aim - near, aim + near, aim, near)


def _amount(text: str) -> Decimal:
    try:
        return read_number(text)
    except ValueError as error:
        mends = [fault.mend for fault in faults_of(error) if fault.mend]
        expected = message("now, an amount, or a limit such as {example}", example="'fee_ratio <= 15%'")
        raise refuse(text, expected, mends[0] if mends else "") from None


def _limit(text: str, statement: Statement) -> Decimal:
    rule = Rule.parse(text)
    if rule.metric not in ("total_fees", "fee_ratio") or rule.operator not in ("<=", "<"):
        expected = message("a limit on all fees, such as {example}", example="fee_ratio <= 15%")
        raise refuse(text, expected, message("write total_fees or fee_ratio, and <="))
    if rule.percent and not statement.sales:
        expected = message("a limit in money, because planned sales are 0")
        raise refuse(text, expected, message("write total_fees and an amount"))
    return rule.limit * statement.sales if rule.percent else rule.limit


def offers(scenario: Scenario, axes: Sequence[Axis], wish: Wish, catalogue: Catalogue) -> Offers:
    """Return offers that cost as planned what is asked: those that differ most, by rising fees.

    An offer changes at most `wish.changes` of the numbers in `axes`; numbers that have a part in one fee are tried
    together, so that every cost is exact. Errors: `ValueError` for a cost that is none, and too many choices.
    """
    likely = scenario.case("likely")
    today = evaluate(likely, catalogue)
    asked = read_cost(wish.cost, wish.within, today)
    cases = sales_cases(scenario, today.sales, wish.sales)
    known = [(case, contract) for case in cases if (contract := at_sales(likely, case.sales)) is not None]
    cases, contracts = tuple(case for case, _ in known), [contract for _, contract in known]
    plan = next(at for at, case in enumerate(cases) if case.kind == "plan")
    known_groups = groups(varied(axes, likely))
    of_groups = [choices(group, contracts, wish.changes) for group in known_groups]
    dropped = sum(number_of_choices(group, wish.changes) for group in known_groups) - sum(map(len, of_groups))
    scale = _scale(cost for group in of_groups for choice in group for cost in choice.costs)
    wanted = _wanted(asked, today, scale)
    found = packages(of_groups, wanted, scale, plan, wish.changes)
    fees = tuple(evaluate(contract, catalogue).total_fees for contract in contracts)
    chosen = _chosen(found.kept, today, wish.offers, plan, wanted.aim)
    made = [_offer(package, likely, contracts, fees, catalogue) for package in chosen]
    kept = [each for each in made if asked.least <= each.fees[plan] <= asked.most]
    ranked = _ranked(sorted(kept, key=lambda each: (each.fees[plan], each.fees)))
    return Offers(today, cases, fees, asked, found.number, found.tried, ranked, dropped)


def _scale(amounts: Iterator[Decimal]) -> int:
    """Return how many decimals the amounts have at most."""
    return max((-int(amount.as_tuple().exponent) for amount in amounts), default=0)


def _wanted(asked: Asked, today: Statement, scale: int) -> Wanted:
    """Return the same beside the contract as it stands, in whole units; what is asked lies between them or on them."""
    with exactly():
        least, most, aim = (
            (amount - today.total_fees).scaleb(scale) for amount in (asked.least, asked.most, asked.aim)
        )
    return Wanted(-int(-least // 1), int(most // 1), int(aim // 1))


def _chosen(kept: Sequence[Package], today: Statement, count: int, plan: int, aim: int) -> list[Package]:
    """Return the packages that differ most: in what they change, with sales, and in what fees are paid for."""
    pool = sorted(kept, key=lambda each: (each.costs[plan], each.costs, _order(each)))
    largest = max((abs(cost) for each in pool for cost in each.costs), default=0) or 1
    paths = {change.path: None for each in pool for choice in each.choices for change in choice.changes}
    grades = {line.term: line.fee.nature or "" for line in today.lines}
    if count == 1:
        return (
            pool[:1]
            if not pool
            else [min(pool, key=lambda each: (abs(each.costs[plan] - aim), _order(each)))]
        )
    profiles = [_profile(each, [*paths], grades, plan, largest) for each in pool]
    return [pool[at] for at in most_different(profiles, count)]


def _order(package: Package) -> list[tuple[str, Decimal]]:
    return sorted((change.path, change.new) for choice in package.choices for change in choice.changes)


def _profile(
    package: Package, paths: Sequence[str], grades: Mapping[str, str], plan: int, largest: int
) -> Profile:
    """Return what sets a package apart: which numbers it moves and how far, its course over sales, its grades.

    Each part is a share of the largest cost of any package.
    """
    by_path = dict.fromkeys(paths, 0.0)
    by_grade = dict.fromkeys(("unconditional", "apparent", "activity", "performance", ""), 0.0)
    scale = (
        sum(abs(float(cost)) for choice in package.choices for cost in choice.costs[plan : plan + 1]) or 1.0
    )
    for choice in package.choices:
        cost = float(choice.costs[plan])
        for change in choice.changes:
            by_path[change.path] += cost / scale / len(choice.changes) or 0.5 / len(choice.changes)
            by_grade[grades.get(change.input.term, "activity")] += cost / scale / len(choice.changes)
    course = (package.costs[-1] - package.costs[0]) / largest
    return (*by_path.values(), *by_grade.values(), course)


def _offer(
    package: Package,
    scenario: Scenario,
    contracts: Sequence[Scenario],
    fees: Sequence[Decimal],
    catalogue: Catalogue,
) -> Offer:
    changes = tuple(change for choice in package.choices for change in choice.changes)
    values = {change.path: change.new for change in changes}
    with_them = tuple(evaluate(moved(contract, values), catalogue).total_fees for contract in contracts)
    with exactly():
        more = tuple(new - old for new, old in zip(with_them, fees, strict=True))
    return Offer(changes, evaluate(moved(scenario, values), catalogue), with_them, more, ())


def _ranked(made: Sequence[Offer]) -> tuple[Offer, ...]:
    columns = [sorted(column) for column in zip(*(each.fees for each in made), strict=True)]
    return tuple(
        each._replace(
            ranks=tuple(column.index(fee) + 1 for column, fee in zip(columns, each.fees, strict=True))
        )
        for each in made
    )
