"""Figures by path, each read once."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.figures import Figures
from ka_terms.calculation.readings.exact import Exact
from ka_terms.calculation.readings.traced import Tracing
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.plan.stated_figures import stated
from tests.contracts import Keys

FULL: Keys = {
    "sales": "+150%",
    "volume": 5,
    "returns": 6,
    "vat": "13%",
    "target": 7,
    "stores": {"opening": 3, "new": 2, "closed": 1},
    "skus": {"existing": 8, "new": 9},
    "events": {"dm": 4},
    "figures": {"promoters": 12},
    "last_year": {"sales": 40, "events": {"tg": 2}, "last_year": {"sales": 30}},
}


def test_a_plan_states_its_numbers_by_path() -> None:
    assert {path: str(value) for path, value in stated(Plan.model_validate(FULL)).items()} == {
        "sales_growth": "2.5",
        "volume": "5",
        "returns": "6",
        "vat": "0.13",
        "target": "7",
        "stores.opening": "3",
        "stores.new": "2",
        "stores.closed": "1",
        "skus.existing": "8",
        "skus.new": "9",
        "events.dm": "4",
        "promoters": "12",
        "last_year.sales": "40",
        "last_year.events.tg": "2",
        "last_year.last_year.sales": "30",
    }
    assert {path: str(value) for path, value in stated(Plan.model_validate({"sales": 5})).items()} == {
        "sales": "5"
    }


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("sales", "100"),
        ("net_sales", "94"),
        ("sales_incl_tax", "113"),
        ("increment", "60"),
        ("stores.closing", "4"),
        ("stores.average", "3.5"),
        ("skus.total", "17"),
        ("last_year.sales", "40"),
        ("last_year.increment", "10"),
        ("last_year.last_year.sales", "30"),
        ("last_year.net_sales", None),
        ("last_year.last_year.increment", None),
        ("last_year.last_year.last_year.sales", None),
        ("figures.promoters", None),
    ],
)
def test_what_follows_from_the_stated_numbers(path: str, value: str | None) -> None:
    (found,) = exact_figures(Plan.model_validate(FULL), path)
    assert (None if found is None else str(found)) == value


@pytest.mark.parametrize(
    ("path", "lacking"),
    [
        ("nonsense", "nonsense"),
        ("last_year.sales", "last_year.sales"),
        ("increment", "last_year.sales"),
        ("net_sales", "returns"),
    ],
)
def test_what_a_plan_lacks_is_named(path: str, lacking: str) -> None:
    with pytest.raises(KeyError) as caught:
        Figures(Plan.model_validate({"sales": 5}), Exact())(path)
    assert caught.value.args == (lacking,)


def test_a_figure_is_read_once_and_remembered() -> None:
    figures = Figures(Plan.model_validate(FULL), Tracing())
    average = figures("stores.average")
    assert figures("stores.average") is average
    assert (average.op, average.path, average.value) == ("derived", "stores.average", Decimal("3.5"))
    assert figures("stores.opening") is figures("stores.opening")
