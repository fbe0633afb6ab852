"""The customer P&L of contracts side by side: as planned, at low and at high sales, and the retailer's side."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ka_terms.analysis.asked_sales import Side, amount_asked, last_sales, read_sales
from ka_terms.analysis.comparison import side_by_side
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.pnl.lines import CONTRIBUTION, RETURNS, Pnl, pnl_of
from ka_terms.analysis.pnl.retailer import RetailerSide, read_sell_out, retailer_side
from ka_terms.calculation.readings.exact import difference, exactly
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import about
from ka_terms.model.privacy import PRIVATE_NAMES
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.model.vocabulary.metrics import CONTRIBUTION as CONTRIBUTION_METRIC

LOW: Side = "low"
HIGH: Side = "high"
_ZERO = Decimal(0)


class Asked(NamedTuple):
    """What is asked for beside the plan: for each contract, and of all."""

    low: tuple[Scenario | None, ...]
    """Each contract at low sales; None where nothing else than the low of its estimates is asked for."""
    high: tuple[Scenario | None, ...]
    sell_out: str = ""
    """The figure of the plans with the retailer's sales without VAT."""


class MetricGap(NamedTuple):
    """The metric `contribution` against that of the P&L, and why they differ: the parts add up to the gap."""

    contribution: Decimal
    """The metric."""
    gap: Decimal
    """The metric minus the contribution of the P&L; not zero."""
    returns: Decimal
    """Returns, which the metric does not take off."""
    payment_cost: Decimal
    """Cost of payment days of the P&L minus that of the metric, which stands on sales before on-invoice discounts."""


class ContractPnl(NamedTuple):
    """The customer P&L of one contract."""

    plan: Pnl
    """As planned; where the plan has estimates, the likely case."""
    low: Pnl | None
    """At low sales; None where nothing says what these are."""
    high: Pnl | None
    is_estimated: bool
    """Whether the plan has estimates: then it is shown in its likely case."""
    is_moved: bool
    """Whether low or high sales were asked for: there only sales differ from the plan."""
    retailer: RetailerSide
    gap: MetricGap | None
    """None where the metric is the same, or there is no margin."""
    more: Decimal | None = None
    """Contribution minus that of the first contract; None of the first, and where they do not hold the same costs."""

    @property
    def name(self) -> str:
        return self.plan.statement.scenario.scenario

    @property
    def scenario(self) -> Scenario:
        return self.plan.statement.scenario


class SideBySide(NamedTuple):
    """Contracts side by side, in the order given."""

    contracts: tuple[ContractPnl, ...]
    sell_out: str = ""


def read_asked(scenarios: Sequence[Scenario], low: str = "", high: str = "", sell_out: str = "") -> Asked:
    """Read low and high sales, an amount or growth on last year's, and the name of a figure; empty is nothing.

    Errors: `ValueError` about `low`, `high` or `sell_out`, also where a contract has no plan with such sales.
    """
    with about("sell_out"):
        figure = read_sell_out(sell_out, scenarios) if sell_out else ""
    with about("low"):
        lower = tuple(_moved(scenario, "low", low) for scenario in scenarios)
    with about("high"):
        higher = tuple(_moved(scenario, "high", high) for scenario in scenarios)
    return Asked(lower, higher, figure)


def _moved(scenario: Scenario, side: Side, asked: str) -> Scenario | None:
    """Return the contract at the sales that are asked for, all else as planned."""
    if not asked:
        return None
    sales = amount_asked(read_sales(asked, scenario, side), last_sales(scenario))
    assert sales is not None  # growth on an unknown year is refused
    return moved(scenario.case("likely"), {"sales": sales})


def pnl(
    scenarios: Sequence[Scenario], asked: Asked | None = None, catalogue: Catalogue | None = None
) -> SideBySide:
    """Return the customer P&L of contracts of one currency.

    Errors: `Incomparable` where currencies differ; `Uncomputable` beyond 10^18.
    """
    contracts = side_by_side(scenarios)
    none = (None,) * len(contracts)
    low, high, sell_out = asked or Asked(none, none)
    outer = zip(contracts, low, high, strict=True)
    first, *others = (_of_contract(*each, sell_out, catalogue) for each in outer)
    against = (one._replace(more=_more(one.plan, first.plan)) for one in others)
    return SideBySide((first, *against), sell_out)


def _of_contract(
    scenario: Scenario,
    low: Scenario | None,
    high: Scenario | None,
    sell_out: str,
    catalogue: Catalogue | None,
) -> ContractPnl:
    plan = _pnl(scenario.case("likely"), catalogue)
    is_estimated = bool(scenario.estimates())
    outer = [
        one or (scenario.case(case) if is_estimated else None) for one, case in ((low, LOW), (high, HIGH))
    ]
    lower, higher = (None if one is None else _pnl(one, catalogue) for one in outer)
    return ContractPnl(
        plan,
        lower,
        higher,
        is_estimated,
        bool(low or high),
        retailer_side(plan, sell_out),
        _metric_gap(plan),
    )


def _more(plan: Pnl, first: Pnl) -> Decimal | None:
    is_alike = plan.has_margin and first.has_margin and plan.lacks == first.lacks
    return difference(plan.amount(CONTRIBUTION), first.amount(CONTRIBUTION)) if is_alike else None


def _pnl(scenario: Scenario, catalogue: Catalogue | None) -> Pnl:
    return pnl_of(evaluate(scenario, catalogue))


def _metric_gap(plan: Pnl) -> MetricGap | None:
    metric = plan.statement.metric(f"{PRIVATE_NAMES}{CONTRIBUTION_METRIC}")
    left = plan.amount(CONTRIBUTION)
    if metric is None or left is None or metric == left:
        return None
    with exactly():
        returns = -(plan.amount(RETURNS) or _ZERO)
        return MetricGap(metric, metric - left, returns, metric - left - returns)
