"""The steps that people say aloud: a tenth of a point, one flyer more, 500 a store, a bound a little lower."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from ka_terms.analysis.inputs.input import Input
from ka_terms.analysis.inputs.inputs import find, inputs
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.inputs.planned import is_planned
from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.statement import Statement
from ka_terms.model.contract.conditions import read_payment_days
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.naming import not_owed
from ka_terms.model.contract.terms.terms import AmountTerm, RateTerm
from ka_terms.model.contract.terms.tiers import TieredTerm
from ka_terms.model.faults import refuse
from ka_terms.model.numbers.number import read_count, read_rate
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.text.messages import message

TENTH_OF_A_POINT, HALF_A_POINT = Decimal("0.001"), Decimal("0.005")
MORE_DAYS = Decimal(5)
"""Payment days of one step."""
_EVENTS = "events."
_DAYS = ("payment_days", "conditions.payment_days")
_ONE = Decimal(1)
_AMOUNTS, _BOUNDS = 6, 15
"""A step of an amount is at most a sixth of it, one of a bound at most a fifteenth."""
_ROUND = (Decimal(5), Decimal(2), _ONE)
_POINT = Decimal("0.01")

Kind = Literal["rate", "amount", "event", "bound", "payment_days", "own"]


class Sayable(NamedTuple):
    """One step from a contract: an input that moves, or more payment days."""

    kind: Kind
    input: Input | None
    """None of payment days."""
    old: Decimal
    new: Decimal

    @property
    def change(self) -> Decimal:
        with exactly():
            return self.new - self.old

    @property
    def path(self) -> str:
        """The path of what moves; `payment_days` of those."""
        return self.input.path if self.input else self.kind

    @property
    def term(self) -> str:
        """The key of the term whose number moves; empty of a figure of the plan."""
        return self.input.term if self.input else ""

    @property
    def is_even(self) -> bool:
        """Whether twice the step costs about twice as much, so that it can be set against others."""
        return self.kind != "bound"

    def of(self, scenario: Scenario) -> Scenario:
        """Return the contract with the step made. Errors: `ValueError` where there is no such contract."""
        if self.input is None:
            return with_days(scenario, self.new)
        return moved(scenario, {self.input.path: self.new})


def with_days(scenario: Scenario, days: Decimal) -> Scenario:
    """Return the contract with other payment days."""
    return scenario.model_copy(update={"conditions": {**scenario.conditions, "payment_days": f"{days:f}"}})


def round_step(value: Decimal, parts: int) -> Decimal:
    """Return the largest of 1, 2 and 5 times a power of ten that is at most `value / parts`; 0 of zero."""
    if value <= 0:
        return Decimal(0)
    with exactly():
        most = value / parts
        power = _ONE.scaleb(most.adjusted())
        return next(times * power for times in _ROUND if times * power <= most)


def sayable_steps(statement: Statement) -> list[Sayable]:
    """Return the steps of a contract in the order of its terms, those of the plan and of payment days behind them.

    - a rate, of a term or of the highest tier reached (else the first): a tenth of a point, and of a term half a point
    - an amount: the largest of 1, 2 and 5 times a power of ten that is at most a sixth of it
    - an event that a term is charged for: one more
    - the bound of the highest tier reached, and of the one behind it: lower by the largest such number that is at most
      a fifteenth of it; of growth and achievement by one point
    - payment days: five more, where the contract has some and the cost of capital is known

    Terms that are not owed have none.
    """
    scenario = statement.scenario
    known, unpaid = inputs(scenario), not_owed(scenario.terms)
    steps: list[Sayable] = []
    events: dict[str, None] = {}
    for key, term in scenario.terms.items():
        if key in unpaid:
            continue
        if isinstance(term, RateTerm):
            steps += _higher_rate(known[f"{key}.rate"], TENTH_OF_A_POINT, HALF_A_POINT)
        elif isinstance(term, AmountTerm):
            steps += _higher_amount(known[f"{key}.amount"])
        else:
            steps += _of_tiers(key, term, statement, known)
        events |= dict.fromkeys(path for path in term.per if path.startswith(_EVENTS) and path in known)
    steps += (Sayable("event", known[path], known[path].value, known[path].value + 1) for path in events)
    if scenario.payment_days is not None and scenario.private_number("cost_of_capital"):
        days = scenario.payment_days
        steps.append(Sayable("payment_days", None, days, days + MORE_DAYS))
    return steps


def _higher_rate(input: Input, *points: Decimal) -> Iterator[Sayable]:
    for change in points:
        if input.value + change <= 1:
            yield Sayable("rate", input, input.value, input.value + change)


def _higher_amount(input: Input) -> Iterator[Sayable]:
    if change := round_step(input.value, _AMOUNTS):
        yield Sayable("amount", input, input.value, input.value + change)


def _of_tiers(
    key: str, term: TieredTerm, statement: Statement, known: Mapping[str, Input]
) -> Iterator[Sayable]:
    """Yield the steps of the tier that counts, and of the bound of the next one."""
    reached = sum(status.reached for status in statement.tiers.get(key, ()))
    counts = max(reached, 1)
    for field, steps in (("rate", TENTH_OF_A_POINT), ("amount", None)):
        if paid := known.get(f"{key}.tiers.{counts}.{field}"):
            yield from _higher_rate(paid, steps) if steps else _higher_amount(paid)
    for at in sorted({counts, min(counts + 1, len(term.tiers))}):
        tier, before = term.tiers[at - 1], term.tiers[at - 2].level if at > 1 else Decimal(0)
        input = known[f"{key}.tiers.{at}.{tier.bound_key}"]
        change = _POINT if input.kind in ("index", "rate") else round_step(input.value, _BOUNDS)
        if input.value == input.value.to_integral_value():
            change = max(change, _ONE) if input.kind not in ("index", "rate") else change
        if change and input.value - change > before:
            yield Sayable("bound", input, input.value, input.value - change)


def read_step(text: str, scenario: Scenario, catalogue: Catalogue) -> Sayable:
    """Read a step of the user's own: `dm_tg_fee.amount=+500`, `monthly_rebate=3%`.

    A signed value is added to what the contract has, of a rate in points; growth is as everywhere what it says. Errors:
    `ValueError`. `payment_days=+10` and `payment_days=90` move the days of credit.
    """
    path, _, value = text.partition("=")
    path, value = path.strip(), value.strip()
    if not path or not value:
        expected = message("a path and a value, such as {example}", example="monthly_rebate=+0.5%")
        raise refuse(text, expected)
    if path in _DAYS:
        return _other_days(text, path, value, scenario)
    input = find(scenario, path, catalogue, is_planned)
    if is_planned(input, scenario):
        expected = message("a number that is agreed, such as a rate or an event")
        raise refuse(path, expected, message("leave it out: steps are on one plan"))
    if value[0] not in "+-" or input.kind in ("index", "fact"):
        return Sayable("own", input, input.value, input.read(value, scenario.currency))
    change = read_rate(value[1:]) if input.kind == "rate" else input.read(value[1:], scenario.currency)
    with exactly():
        new = input.value + (change if value[0] == "+" else -change)
    if not input.takes(new):
        expected = message("a step that leaves a value which a contract may state")
        raise refuse(text, expected, message("write a smaller step"))
    return Sayable("own", input, input.value, new)


def _other_days(text: str, path: str, value: str, scenario: Scenario) -> Sayable:
    """Read a step of payment days. Errors: `ValueError`, also where nothing tells what a day costs."""
    days = scenario.payment_days
    if days is None:
        expected = message("a file with `payment_days` under `conditions`")
        raise refuse(path, expected, message("add it, or leave the step out"))
    if not scenario.private_number("cost_of_capital"):
        expected = message("a file with `cost_of_capital` under `private`")
        raise refuse(path, expected, message("add it, or leave the step out"))
    if value[0] not in "+-":
        return Sayable("payment_days", None, days, read_payment_days(value).on_average)
    with exactly():
        new = days + (1 if value[0] == "+" else -1) * read_count(value[1:])
    if new < 0:
        expected = message("a step that leaves a value which a contract may state")
        raise refuse(text, expected, message("write a smaller step"))
    return Sayable("payment_days", None, days, new)


def checked(steps: Sequence[Sayable], scenario: Scenario) -> list[Sayable]:
    """Return the steps that lead to a contract."""
    return [step for step in steps if _leads(step, scenario)]


def _leads(step: Sayable, scenario: Scenario) -> bool:
    try:
        step.of(scenario)
    except ValueError:
        return False
    return True
