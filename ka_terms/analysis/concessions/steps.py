"""What every step costs, at low, planned and high sales, and what one is worth in another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ka_terms.analysis.concessions.cases import SalesCase, at_sales, sales_cases
from ka_terms.analysis.concessions.earn_back import NEVER, Course, EarnBack
from ka_terms.analysis.concessions.no_deal import NoDeal, no_deal
from ka_terms.analysis.concessions.sayable import (
    HALF_A_POINT,
    TENTH_OF_A_POINT,
    Sayable,
    checked,
    sayable_steps,
    with_days,
)
from ka_terms.analysis.contribution import Basis, basis_of
from ka_terms.analysis.inputs.affected import reduced_to_fees, sum_owed, with_dependents
from ka_terms.calculation.costs import cost_contract, exact_figures
from ka_terms.calculation.readings.exact import Exact, exactly, ratio
from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import nearest, one_of, refuse
from ka_terms.model.numbers.number import Index
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.text.messages import message

_ONE = Decimal(1)


class Cost(NamedTuple):
    """What one step costs."""

    step: Sayable
    amounts: tuple[Decimal | None, ...]
    """Fees with the step - fees without it, in each case of sales; of payment days their cost. None is n/a."""
    points: Decimal | None
    """The amount as planned / planned sales."""
    earn_back: EarnBack


class Exchange(NamedTuple):
    """How much of something else costs as much as one step."""

    kind: str
    """`points` of sales, `in_goods` at invoice prices, or `step`: as many of the number that this step moves."""
    step: Sayable | None
    amounts: tuple[Decimal | None, ...]
    """In each case of sales; None is n/a."""


class Asked(NamedTuple):
    """What they ask for, on this plan."""

    name: str
    fees: Decimal
    above: Decimal
    """Its fees - those of the target."""
    months: Decimal | None
    """That amount in months of the account's contribution."""


class Saying(NamedTuple):
    """Half a point of planned sales in other words; None is n/a."""

    amount: Decimal
    events: tuple[tuple[Sayable, Decimal], ...]
    """For each event how many of it cost as much."""
    a_store: Decimal | None
    """The amount / stores at the end of the year."""
    payment_days: Decimal | None
    """The amount / the cost of one payment day."""


class Steps(NamedTuple):
    """A contract at the table: its steps, what they are worth in each other, and what no deal costs."""

    statement: Statement
    basis: Basis
    cases: tuple[SalesCase, ...]
    """By rising sales, the plan among them."""
    costs: tuple[Cost, ...]
    point: Decimal
    """A tenth of a point of planned sales."""
    days: tuple[Decimal, Decimal] | None
    """The days without orders that a tenth of a point is worth, fees paid anyway and fees saved."""
    saying: Saying
    against: Cost | None
    exchange: tuple[Exchange, ...]
    no_deal: NoDeal
    asked: Asked | None


def steps(
    scenario: Scenario,
    catalogue: Catalogue,
    own: Sequence[Sayable] = (),
    against: str = "",
    sales: tuple[Decimal | Index | None, Decimal | Index | None] = (None, None),
    request: Scenario | None = None,
) -> Steps:
    """Return what the steps of a contract cost, and those of the user's `own`.

    `sales` are low and high sales, by default the estimates of the plan, else 80% and 110% of it. `against` is the key
    of the term, or the path of the event, whose step is exchanged for others. `request` is their request on this plan.
    Errors: `ValueError` for an `against` without a step; `Uncomputable` beyond 10^18.
    """
    likely = scenario.case("likely")
    statement = evaluate(likely, catalogue)
    today = _today(statement, sales_cases(scenario, statement.sales, sales))
    basis = today.basis
    costs = tuple(_cost(step, today) for step in checked([*sayable_steps(statement), *own], likely))
    exchanged = _against(against, costs, likely, catalogue) if against else None
    with exactly():
        point = statement.sales * TENTH_OF_A_POINT
    broken = no_deal(statement, basis, catalogue)
    return Steps(
        statement,
        basis,
        today.cases,
        costs,
        point,
        broken.days_of(point),
        _saying(costs, today),
        exchanged,
        tuple(_exchange(exchanged, costs, today)) if exchanged else (),
        broken,
        _asked(request, statement, broken, catalogue),
    )


class _Today(NamedTuple):
    """The contract as it stands, at every case of sales."""

    statement: Statement
    basis: Basis
    cases: tuple[SalesCase, ...]
    plan: int
    """The place of the plan among the cases."""
    contracts: tuple[Scenario | None, ...]
    """None where there is no such plan."""
    course: Course | None
    """The contribution as sales rise; None without a margin."""


def _today(statement: Statement, cases: tuple[SalesCase, ...]) -> _Today:
    basis, scenario = basis_of(statement, with_days=False), statement.scenario
    contracts = tuple(at_sales(scenario, case.sales) for case in cases)
    plan = next(at for at, case in enumerate(cases) if case.kind == "plan")
    left = basis.exact(statement)
    course = None if left is None else Course(scenario, left, basis)
    return _Today(statement, basis, cases, plan, contracts, course)


def _cost(step: Sayable, today: _Today) -> Cost:
    """Return what a step costs, from the fees alone that it may move."""
    scenario = today.statement.scenario
    fees = with_dependents([step.term], scenario) if step.term else frozenset(scenario.fees)
    amounts = tuple(
        None if one is None else _amount(step, reduced_to_fees(one, fees), fees) for one in today.contracts
    )
    planned, back = amounts[today.plan], NEVER
    if today.course and planned is not None and planned > 0:
        if step.kind == "payment_days":
            back = today.course.earn_days_back(with_days(scenario, step.change))
        else:
            back = today.course.earn_back(step.of(scenario), fees)
    return Cost(step, amounts, ratio(planned, today.statement.sales), back)


def _amount(step: Sayable, contract: Scenario, fees: frozenset[str]) -> Decimal | None:
    """Return what a step costs at the sales of a contract."""
    try:
        both = (step.of(contract), contract)
    except ValueError:
        return None
    with exactly():
        costed = [cost_contract(one, Exact()) for one in both]
        if step.kind == "payment_days":
            new, old = (one.private("payment_cost") for one in costed)
        else:
            new, old = (sum_owed(one, fees) for one in costed)
        return new - old


def _against(asked: str, costs: Sequence[Cost], scenario: Scenario, catalogue: Catalogue) -> Cost:
    """Return the step that is exchanged: of an event that the term is charged for, else the first of the term."""
    key = catalogue.canonical(asked)
    term = scenario.terms.get(key)
    per = term.per if term else ()
    even = [cost for cost in costs if cost.step.is_even and cost.amounts]
    by_path = (cost for cost in even if cost.step.path in (*per, asked))
    by_term = (cost for cost in even if cost.step.term == key)
    if found := next(by_path, None) or next(by_term, None):
        return found
    names = [*dict.fromkeys(cost.step.term or cost.step.path for cost in even)]
    near = nearest(asked, names)
    expected = message("a term or an event that has a step")
    raise refuse(asked, expected, one_of([near] if near else names))


def _exchange(against: Cost, costs: Iterable[Cost], today: _Today) -> Iterator[Exchange]:
    """Yield how much of everything else costs as much as one step, once for each number that moves."""
    pairs = zip(against.amounts, today.cases, strict=True)
    yield Exchange("points", None, tuple(ratio(amount, case.sales) for amount, case in pairs))
    seen = {against.step.path}
    for cost in costs:
        if cost.step.is_even and cost.step.path not in seen:
            seen.add(cost.step.path)
            yield Exchange("step", cost.step, tuple(_worth(against, cost)))
    margin = today.basis.margin
    if margin is not None and margin < 1:
        with exactly():
            at_cost = _ONE - margin
        yield Exchange("in_goods", None, tuple(ratio(amount, at_cost) for amount in against.amounts))


def _worth(against: Cost, other: Cost) -> Iterator[Decimal | None]:
    for amount, of_other in zip(against.amounts, other.amounts, strict=True):
        share = ratio(amount, of_other)
        with exactly():
            yield None if share is None else share * other.step.change


def _saying(costs: Sequence[Cost], today: _Today) -> Saying:
    statement = today.statement
    planned = {cost.step.path: (cost.step, cost.amounts[today.plan]) for cost in costs}
    with exactly():
        amount = statement.sales * HALF_A_POINT
        events = tuple(
            (step, share)
            for step, cost in planned.values()
            if step.kind == "event" and step.old and (share := ratio(amount, cost)) is not None
        )
        a_day = _a_day(statement) if "payment_days" in planned else None
    (stores,) = exact_figures(statement.scenario.plan, "stores.closing")
    return Saying(amount, events, ratio(amount, stores), ratio(amount, a_day))


def _a_day(statement: Statement) -> Decimal | None:
    """Return what one payment day costs: invoices x cost of capital / 365."""
    rate = statement.scenario.private_number("cost_of_capital")
    invoices = statement.sales * (1 + (statement.scenario.plan.vat or 0))
    return None if rate is None else ratio(invoices * rate, Decimal(365))


def _asked(
    request: Scenario | None, statement: Statement, broken: NoDeal, catalogue: Catalogue
) -> Asked | None:
    if request is None:
        return None
    if not request.fees:
        expected = message("a request with terms")
        raise refuse(request.scenario, expected, message("name the file of their request"))
    fees = evaluate(request, catalogue).total_fees
    target = target_fees(statement)
    with exactly():
        above = fees - (statement.total_fees if target is None else target)
    return Asked(request.scenario, fees, above, broken.months_of(above))


def target_fees(statement: Statement, limits: str = "target") -> Decimal | None:
    """Return the fees at which the tightest of the `limits` of the file is just met; None where it gives none.

    fee ratio x sales, total fees, sales - net-net sales, and total fees + contribution - its limit.
    """
    scenario, left = statement.scenario, statement.metric("private.contribution")
    given = {
        name: scenario.private_number(limits, name)
        for name in ("fee_ratio", "total_fees", "net_net_sales", "contribution")
    }
    with exactly():
        fees = (
            None if given["fee_ratio"] is None else given["fee_ratio"] * statement.sales,
            given["total_fees"],
            None if given["net_net_sales"] is None else statement.sales - given["net_net_sales"],
            None
            if given["contribution"] is None or left is None
            else statement.total_fees + left - given["contribution"],
        )
    return min((amount for amount in fees if amount is not None), default=None)
