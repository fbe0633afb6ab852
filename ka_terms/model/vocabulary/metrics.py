"""The metrics of a contract: what it comes to by a name that rules, sweeps and tables use.

How the quantities of a metric are computed stands in `ka_terms.calculation.metrics`. What a metric is called stands in
the tables of words.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal, NamedTuple

from ka_terms.model.privacy import PRIVATE_NAMES
from ka_terms.model.vocabulary.figures import BUILT_IN, KindOf, NumberKind, figure_kind, is_figure_name

TOTAL_FEES, NET_NET_SALES, CONTRIBUTION = "total_fees", "net_net_sales", "contribution"
OPEN_GAP = "open_gap"
WITHIN = " in "
"""Stands between the name of a metric and the months that it is asked for."""


class Metric(NamedTuple):
    """A quantity, or the quotient `over / under`: n/a where `under` is zero or the contract cannot give a part of it.

    A quantity is a figure of the plan, what a term costs, or what follows from the sum of all fees.
    """

    name: str
    over: str
    under: str | None = None
    kind: NumberKind = "money"
    source: Literal["total", "term", "figure"] = "total"
    is_product: bool = False
    """Whether it is a product with a share, and so no whole amount of money."""
    months: tuple[int, ...] = ()
    """The months that it is of, by their positions in the contract year; none for the year."""
    period: str = ""
    """These months as they are named: `q1`, `10`."""

    @property
    def is_private(self) -> bool:
        return self.name.startswith(PRIVATE_NAMES)

    @property
    def is_ratio(self) -> bool:
        """Whether it is a share, and so is compared with a percentage alone."""
        return self.kind == "rate"

    @property
    def is_term(self) -> bool:
        return self.source == "term"

    @property
    def is_figure(self) -> bool:
        """Whether it is a figure of the plan under its own path."""
        return self.source == "figure"

    @property
    def sums_fees(self) -> bool:
        """Whether all terms have a part in it."""
        return self.source == "total" and self.over not in BUILT_IN

    @property
    def is_fee(self) -> bool:
        """Whether it is a fee, or a fee divided by a figure: of one term, or of all."""
        return self.is_term or self.over == TOTAL_FEES

    @property
    def more_is_better(self) -> bool:
        """Whether a higher value is better for us; for fees, what is open and figures a lower one is."""
        return self.source == "total" and not self.is_fee and self.over != OPEN_GAP

    @property
    def may_be_share(self) -> bool:
        """Whether a percentage can be its limit: it is a share, a fee, or an amount that depends on total fees."""
        return self.is_ratio or self.is_term or (self.sums_fees and self.kind == "money")

    @property
    def plain_name(self) -> str:
        """The name of the metric of the year."""
        return self.name.removesuffix(f"{WITHIN}{self.period}") if self.months else self.name

    def within(self, months: tuple[int, ...], period: str) -> Metric:
        """Return the metric of a set of months: `total_fees in q1`."""
        return self._replace(name=f"{self.name}{WITHIN}{period}", months=months, period=period)

    def as_share(self) -> Metric:
        """Return the metric as a share of sales, to be compared with a percentage; unchanged if it is a share."""
        return self if self.is_ratio else self._replace(under="sales", kind="rate")

    @property
    def is_part_of_sales(self) -> bool:
        """Whether it is an amount that `as_share` made a share."""
        known = METRICS.get(self.plain_name) or term_metric(self.plain_name)
        return self.is_ratio and self.source != "figure" and not known.is_ratio


TOTALS: Mapping[str, Metric] = {
    metric.name: metric
    for metric in (
        Metric(TOTAL_FEES, TOTAL_FEES),
        Metric("fee_ratio", TOTAL_FEES, "sales", "rate"),
        Metric("sales", "sales"),
        Metric("vpo", "sales", "stores.average", "average"),
        Metric("vpo_volume", "volume", "stores.average", "number"),
        Metric("fees_a_store", TOTAL_FEES, "stores.average", "average"),
        Metric(NET_NET_SALES, NET_NET_SALES),
    )
}
"""What any contract comes to, by name.

- fee_ratio (費用占比) = total fees / sales; net_net_sales (净净) = sales less all fees
- vpo (單點銷量) = sales / average stores; vpo_volume = volume / average stores
- fees_a_store = total fees / average stores
"""

_EARNED = (
    Metric(f"{PRIVATE_NAMES}{CONTRIBUTION}", CONTRIBUTION),
    Metric(f"{PRIVATE_NAMES}contribution_ratio", CONTRIBUTION, "sales", "rate"),
)
BOUNDED: Mapping[str, Metric] = {
    "fee_ratio": TOTALS["fee_ratio"],
    TOTAL_FEES: TOTALS[TOTAL_FEES],
    NET_NET_SALES: TOTALS[NET_NET_SALES],
    CONTRIBUTION: _EARNED[0],
}
"""What a walk-away bounds, by its key there: fees from above, and what is left after them from below."""


def headroom_name(bounded: str) -> str:
    """The name of the money left to the bound of a walk-away, without the opening of private names."""
    return f"room.{bounded}"


ROOMS: Mapping[str, Metric] = {
    bounded: Metric(
        f"{PRIVATE_NAMES}{headroom_name(bounded)}", headroom_name(bounded), is_product=metric.is_ratio
    )
    for bounded, metric in BOUNDED.items()
}
"""The room left under each bound of a walk-away, by what is bounded."""

PRIVATE_METRICS: Mapping[str, Metric] = {metric.name: metric for metric in (*_EARNED, *ROOMS.values())}
"""What never leaves the house, by its name there.

- contribution = margin - total fees - payment cost, where that is known; contribution_ratio = contribution / sales
- room.M: the money left to the bound of the walk-away on M; under a ceiling bound - M, over a floor M - bound, of the
  fee ratio bound x sales - total fees; negative beyond the bound
"""

PLANNED: Mapping[str, Metric] = {OPEN_GAP: Metric(OPEN_GAP, OPEN_GAP, is_product=True)}
"""What a plan comes to besides.

- open_gap = target of the plan, else its sales, - last year's sales - all blocks; see `calculation.growth`
"""

METRICS: Mapping[str, Metric] = {**TOTALS, **PLANNED, **PRIVATE_METRICS}


def term_metric(key: str) -> Metric:
    return Metric(key, key, source="term")


def figure_metric(path: str, kind_of: KindOf = figure_kind) -> Metric:
    return Metric(path, path, None, kind_of(path), "figure")


def metric_of(name: str, terms: Collection[str]) -> Metric:
    """The metric of a name: a total goes before a term of the same name, a term before a figure."""
    return METRICS.get(name) or (term_metric(name) if name in terms else figure_metric(name))


def is_reserved(name: str) -> bool:
    """Whether no figure or term of the user's can have the name: a rule or a sweep would take it for the program's."""
    return name in TOTALS or name in PLANNED or is_figure_name(name)
