"""Metrics as values: which are judged how, and what a percentage says of them."""

from __future__ import annotations

from ka_terms.model.contract.private import Limits
from ka_terms.model.privacy import PRIVATE_NAMES
from ka_terms.model.vocabulary.metrics import (
    BOUNDED,
    METRICS,
    PRIVATE_METRICS,
    ROOMS,
    TOTALS,
    figure_metric,
    is_reserved,
    metric_of,
    term_metric,
)

RATIOS = {"fee_ratio", f"{PRIVATE_NAMES}contribution_ratio"}


def test_a_total_goes_before_a_term_and_a_term_before_a_figure() -> None:
    assert metric_of("vpo", ["vpo"]) == TOTALS["vpo"]
    assert metric_of("fee", ["fee"]) == term_metric("fee")
    assert metric_of("stores.new", ["fee"]) == figure_metric("stores.new")
    assert [metric_of(name, ["fee"])[:5] for name in ("fee", "stores.new")] == [
        ("fee", "fee", None, "money", "term"),
        ("stores.new", "stores.new", None, "count", "figure"),
    ]
    assert [metric_of(name, ["fee"]).is_figure for name in ("vpo", "fee", "stores.new")] == [
        False,
        False,
        True,
    ]


def test_which_metrics_a_supplier_wants_high() -> None:
    wanted = {name for name, metric in METRICS.items() if metric.more_is_better}
    assert wanted == {"sales", "vpo", "vpo_volume", "net_net_sales", *PRIVATE_METRICS}
    assert not term_metric("fee").more_is_better
    assert not figure_metric("stores.new").more_is_better


def test_which_metrics_hold_down_fees() -> None:
    fees = {name for name, metric in METRICS.items() if metric.is_fee}
    assert fees == {"total_fees", "fee_ratio", "fees_a_store"}


def test_what_a_percentage_is_compared_with() -> None:
    alone = {"sales", "vpo", "vpo_volume", "fees_a_store"}
    assert {name for name, metric in METRICS.items() if not metric.may_be_share} == alone
    assert {name for name, metric in METRICS.items() if metric.is_ratio} == RATIOS
    for metric in (*METRICS.values(), term_metric("fee")):
        share = metric.as_share()
        assert (share.name, share.over, share.under, share.kind) == (
            metric.name,
            metric.over,
            "sales",
            "rate",
        )
        assert share.is_part_of_sales != metric.is_ratio
        assert not metric.is_part_of_sales
    assert not figure_metric("vat").is_part_of_sales


def test_a_share_stays_the_share_that_it_is() -> None:
    ratio = TOTALS["fee_ratio"]
    assert ratio.as_share() is ratio
    assert term_metric("fee").as_share().as_share() == term_metric("fee").as_share()


def test_the_sum_of_all_fees_has_a_part_in_what_is_no_figure() -> None:
    plain = {name for name, metric in METRICS.items() if not metric.sums_fees}
    assert plain == {"sales", "vpo", "vpo_volume"}
    assert not any(metric.sums_fees for metric in (term_metric("fee"), figure_metric("sales")))


def test_every_bound_of_a_walk_away_has_a_metric_and_room() -> None:
    assert [*BOUNDED] == [*ROOMS] == [*Limits.model_fields]
    assert [name for name, room in ROOMS.items() if room.is_product] == ["fee_ratio"]
    assert all(metric.is_private is (name in PRIVATE_METRICS) for name, metric in METRICS.items())


def test_names_that_no_term_or_figure_takes() -> None:
    for name in (*TOTALS, "stores.new", "growth", "sales_growth", "events.dm", "last_year.x"):
        assert is_reserved(name)
    assert not is_reserved("promoters")


def test_a_metric_of_some_months_says_which() -> None:
    year = TOTALS["fee_ratio"]
    quarter = year.within((1, 2, 3), "q1")
    assert (quarter.name, quarter.months, quarter.period) == ("fee_ratio in q1", (1, 2, 3), "q1")
    assert (quarter.plain_name, year.plain_name) == ("fee_ratio", "fee_ratio")
    assert quarter._replace(name=year.name, months=(), period="") == year
