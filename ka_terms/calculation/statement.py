"""The statement: the fee of every term of one contract on its plan, and the totals that follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from ka_terms.calculation.costs import cost_contract, figures_of, traced
from ka_terms.calculation.drivers import Driver, driver
from ka_terms.calculation.figures import available
from ka_terms.calculation.growth import Growth, growth_of
from ka_terms.calculation.metrics import Costed
from ka_terms.calculation.period_status import Settlement, settlements_told, values_settled, would_cost
from ka_terms.calculation.private import Private
from ka_terms.calculation.readings.exact import Exact, difference, exactly, ratio, trimmed, without_tail
from ka_terms.calculation.readings.traced import Traced
from ka_terms.calculation.rule_status import RuleBound, RuleStatus, rule_bounds, rule_statuses
from ka_terms.calculation.tier_status import TierStatus, tier_statuses
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.naming import not_owed
from ka_terms.model.settings.catalogue import Catalogue, FeeType
from ka_terms.model.vocabulary.metrics import NET_NET_SALES, TOTAL_FEES, TOTALS, Metric, metric_of
from ka_terms.model.vocabulary.offered import offered

_STORES = ("opening", "new", "closed", "closing", "average")


@dataclass(frozen=True)
class Line:
    """One term of a statement. `amount` is rounded to the minor unit; `ratio` = amount / sales, None (n/a) at zero."""

    term: str
    fee: FeeType
    amount: Decimal
    ratio: Decimal | None
    formula: Traced
    """The same amount with its calculation."""
    owed: bool = True
    """Whether it counts in sums of fees."""
    members: tuple[str, ...] = ()
    """The terms whose sum the line corrects; empty for a term."""
    rules: tuple[RuleStatus, ...] = ()
    """The rules of its conditions on the plan."""
    would_cost: Decimal | None = None
    """What it would cost if its conditions held; None where it is due."""
    settlements: tuple[Settlement, ...] = ()
    """What it comes to in each period; empty for what is settled once, on the whole year."""

    @cached_property
    def driven_by(self) -> Driver:
        """What the amount depends on in this plan: sales, else volume, else neither (fixed)."""
        return driver(self.formula)

    @property
    def is_due(self) -> bool:
        """Whether its conditions hold, of a term that is settled by period in any of them; what has none is due."""
        if self.settlements:
            return any(each.would_cost is None for each in self.settlements)
        return self.would_cost is None

    @property
    def label(self) -> str:
        """The name of the fee in English; of one without, any other of its names, else the key of the term."""
        label, names = self.fee.label, self.fee.names
        own = label if isinstance(label, str) else (label or {}).get("en")
        return own or names.get("en") or next(iter(names.values()), self.term)

    def __repr__(self) -> str:
        return f"Line({self.term!r}, {self.amount:,f})"

    @property
    def sales_driven(self) -> bool:
        """Whether the amount depends on sales."""
        return self.driven_by == "sales_driven"


@dataclass(frozen=True)
class Statement:
    """The fees of a contract on its plan. Amounts add up exactly; a figure that cannot be calculated is None (n/a)."""

    scenario: Scenario
    sales: Decimal
    stores: Mapping[str, Decimal] | None
    """Stores by name: opening, new, closed, closing, average."""
    lines: tuple[Line, ...]
    """One for each term, in the order of the contract; terms that a file adds to the one it extends come last."""
    totals: Mapping[str, Decimal | None]
    """What the contract comes to by name, such as `fee_ratio`; None where it is n/a."""
    tiers: Mapping[str, tuple[TierStatus, ...]]
    """The distance of the plan from each tier, by term."""
    growth: Growth | None
    """The indices against last year; None where the plan gives no last year."""
    costed: Costed[Decimal] = field(repr=False, compare=False)
    """The amounts with every figure that the plan gives, for metrics of any name."""
    traced: Costed[Traced] = field(repr=False, compare=False)
    """The same in numbers that remember how they were made."""

    def __repr__(self) -> str:
        name, currency = self.scenario.scenario, self.scenario.currency
        return (
            f"{type(self).__name__}({name!r}, fees {self.total_fees:,f} of sales {self.sales:,f} {currency})"
        )

    @property
    def total_fees(self) -> Decimal:
        """The sum of all lines that are owed, in the currency's minor unit."""
        return self._known(TOTAL_FEES)

    def share(self, amount: Decimal) -> Decimal | None:
        """amount / sales."""
        return ratio(amount, self.sales)

    def total(self, counts: Callable[[Line], bool]) -> Decimal:
        """Return the sum of the lines for which `counts` is true, those apart that are not owed."""
        with exactly():
            return sum((line.amount for line in self.lines if line.owed and counts(line)), Decimal(0))

    def metric(self, name: str) -> Decimal | None:
        """Return a total by name, the amount of a term by key or a figure by path; None where it is n/a."""
        return self.value(metric_of(name, self.scenario.fees))

    def value(self, metric: Metric) -> Decimal | None:
        """Return a metric; None where it is n/a. A term that the contract does not have costs zero."""
        if metric == TOTALS.get(metric.name):
            return self.totals[metric.name]
        if metric.is_term and not self.line(metric.over):
            return Decimal(0)
        return _value(self.costed, metric)

    def states(self, metric: Metric) -> bool:
        """Whether it knows all that a metric is made of, which is n/a then only for want of a divisor."""
        return available(lambda: self.costed.metric(metric)) is not None

    def change(self, before: Statement, metric: Metric) -> Decimal | None:
        """Return how much a metric is above that of another statement; None where either is n/a."""
        return difference(self.value(metric), before.value(metric))

    def growth_on(self, before: Statement, metric: Metric) -> Decimal | None:
        """Return the change as a share of the metric before; None where that is zero or either is n/a."""
        return ratio(self.change(before, metric), before.value(metric))

    def rules(self, term: str) -> tuple[RuleBound, ...]:
        """Return the rules of a term that hold a figure against a bound on this plan."""
        line = self.line(term)
        return tuple(rule_bounds(line.rules, self.scenario.plan)) if line else ()

    def _known(self, name: str) -> Decimal:
        value = self.totals[name]
        assert value is not None  # every plan has sales
        return value

    @property
    def average_stores(self) -> Decimal | None:
        """(opening + closing) / 2."""
        return self.stores["average"] if self.stores else None

    def private(self, name: str) -> Decimal | None:
        """Return the margin or the payment cost, which are private; None where the file does not give them."""
        with exactly():
            return available(lambda: self.costed.private(name))

    @property
    def fee_ratio(self) -> Decimal | None:
        """Total fees / sales (費用占比)."""
        return self.totals["fee_ratio"]

    @property
    def vpo(self) -> Decimal | None:
        """Volume per outlet (單點銷量), in money: sales / average stores."""
        return self.totals["vpo"]

    @property
    def vpo_volume(self) -> Decimal | None:
        """Volume per outlet in units: volume / average stores."""
        return self.totals["vpo_volume"]

    @property
    def fees_a_store(self) -> Decimal | None:
        """Total fees / average stores."""
        return self.totals["fees_a_store"]

    @property
    def net_net_sales(self) -> Decimal:
        """Sales minus all fees (净净)."""
        return self._known(NET_NET_SALES)

    def line(self, term: str) -> Line | None:
        """Return the line of a term; None where the contract has no such term."""
        return next((line for line in self.lines if line.term == term), None)

    def amount(self, term: str) -> Decimal:
        """Return the amount of a term; zero where the contract has no such term."""
        line = self.line(term)
        return line.amount if line else Decimal(0)


def evaluate(scenario: Scenario, catalogue: Catalogue | None = None) -> Statement:
    """Calculate a contract on its plan. `catalogue` gives its fee types. Errors: `Uncomputable` beyond 10^18."""
    known = catalogue or Catalogue()
    made, figures = _with_one_total(traced(scenario)), figures_of(scenario, Exact())
    fees = made.amounts
    with exactly():
        given = {path: trimmed(without_tail(figures(path))) for path in offered(scenario.plan.keys_given())}
    sales = given["sales"]
    settled, rules = values_settled(made), rule_statuses(scenario)
    periods = {
        key: settlements_told(scenario, key, figures, made.settled[key], settled) for key in scenario.terms
    }
    unpaid = not_owed(scenario.terms)
    lines = tuple(
        Line(
            key,
            known.fee(key, scenario.fees[key]),
            fee.value,
            ratio(fee.value, sales),
            fee,
            key not in unpaid,
            scenario.together[key].terms if key in scenario.together else (),
            rules.get(key, ()),
            would_cost(scenario, key, 0, figures, settled) if key in rules else None,
            periods.get(key, ()),
        )
        for key, fee in fees.items()
    )
    stores = {name: given[path] for name in _STORES if (path := f"stores.{name}") in given}
    amounts = {line.term: line.amount for line in lines}
    costed = Costed(figures, amounts, Private(scenario, figures), scenario, settled=settled)
    totals = {name: _value(costed, metric) for name, metric in TOTALS.items()}
    tiers, growth = tier_statuses(scenario), growth_of(scenario.plan)
    return Statement(scenario, sales, stores or None, lines, totals, tiers, growth, costed, made)


def _with_one_total(made: Costed[Traced]) -> Costed[Traced]:
    """The contract with its sum made once, so that every metric refers to the same one."""
    with exactly():
        total = made.total()
    return made._replace(known_total=lambda: total)


def exact_metric(
    scenario: Scenario, metric: Metric, values: Mapping[str, Decimal] | None = None
) -> Decimal | None:
    """Return a metric as the statement of the contract has it, without making one; None where it is n/a.

    `values` replace numbers that the contract states, and are not checked.
    """
    if metric.is_term and metric.over not in scenario.fees:
        return Decimal(0)
    with exactly():
        return _value(cost_contract(scenario, Exact(values or {})), metric)


def _value(costed: Costed[Decimal], metric: Metric) -> Decimal | None:
    with exactly():
        over, under = available(lambda: costed.metric(metric)) or (None, None)
    return over if under is None else ratio(over, under)
