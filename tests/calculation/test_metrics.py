"""Totals by name: one text of them for every reading."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from ka_terms.calculation.costs import cost_contract
from ka_terms.calculation.readings.curves import Curve, Curves
from ka_terms.calculation.readings.exact import Exact
from ka_terms.calculation.statement import evaluate, exact_metric
from ka_terms.model.vocabulary.metrics import TOTALS, metric_of
from tests.contracts import FULL_PLAN, Keys, contract

D = Decimal
TERMS = {"fee": {"rate": "2%"}, "other": {"amount": 7}, "promoters": {"amount": 9}}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("total_fees", D("201016")),
        ("fee_ratio", D(201016) / 10_050_000),
        ("sales", D(10_050_000)),
        ("vpo", D(335_000)),
        ("vpo_volume", D(20_000) / 30),
        ("fees_a_store", D(201016) / 30),
        ("net_net_sales", D(9_848_984)),
        ("fee", D(201_000)),
        ("promoters", D(9)),
        ("stores.closing", D(35)),
        ("last_year.sales", D(4_020_000)),
    ],
)
def test_a_total_goes_before_a_term_and_a_term_before_a_figure(name: str, value: Decimal) -> None:
    assert evaluate(contract(TERMS, FULL_PLAN)).metric(name) == value


def test_what_the_plan_cannot_give_is_not_available() -> None:
    statement = evaluate(contract(TERMS))
    for name in ("vpo", "fees_a_store", "vpo_volume", "stores.new", "nonsense"):
        assert statement.metric(name) is None
    with pytest.raises(KeyError):
        cost_contract(contract(TERMS), Exact()).metric(TOTALS["vpo"])


@pytest.mark.parametrize(
    ("name", "of_all_phased", "beside_a_lump_sum"),
    [
        ("fee", 1_600, 1_600),
        ("total_fees", 1_600, 1_600),
        ("fee_ratio", D("0.01"), None),
        ("net_net_sales", 158_400, None),
        ("fees_a_store", D(4_800) / 31, None),
        ("sales", 160_000, 160_000),
        ("vpo", D(480_000) / 31, D(480_000) / 31),
        ("stores.closing", 12, 12),
        ("lump", 0, None),
    ],
)
def test_a_metric_of_a_quarter(
    name: str, of_all_phased: Decimal | None, beside_a_lump_sum: Decimal | None
) -> None:
    """A sum of fees is that of the phased ones, and no share of anything where it lacks one."""
    shares = ["10%", "5%", "1%", "9%", "8%", "9%", "8%", "8%", "9%", "13%", "8%", "12%"]
    plan = {
        "sales": 1_000_000,
        "stores": {"opening": 10},
        "months": {"sales": shares, "stores": {"new": {3: 2}}},
    }
    terms: dict[str, Keys] = {"fee": {"rate": "1%"}}
    for of, expected in ((terms, of_all_phased), ({**terms, "lump": {"amount": 7}}, beside_a_lump_sum)):
        scenario = contract(of, plan)
        metric = metric_of(name, {"fee", "lump"}).within((1, 2, 3), "q1")
        assert evaluate(scenario).value(metric) == exact_metric(scenario, metric) == expected


def test_without_sales_a_ratio_is_not_available() -> None:
    assert evaluate(contract(TERMS, {"sales": 0})).metric("fee_ratio") is None


def test_a_contract_without_terms_costs_nothing_in_any_reading() -> None:
    found = cost_contract(contract({}, {"sales": 5}), Exact())
    assert found.metric(TOTALS["total_fees"]) == (D(0), None)
    assert found.metric(TOTALS["net_net_sales"]) == (D(5), None)
    curves = cost_contract(contract(), Curves({"sales": (Fraction(0), Fraction(1))}, Fraction(1)))
    assert curves.metric(TOTALS["total_fees"])[0] == Curve((), (Fraction(1),))
