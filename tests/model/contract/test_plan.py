"""What a plan may say."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from ka_terms.model.contract.plan.exact_figures import exact_figure
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.plan.stated_figures import stated
from ka_terms.model.contract.plan.stores import Stores
from ka_terms.model.numbers.number import Index
from ka_terms.model.vocabulary.metrics import TOTALS
from tests.contracts import each, invalid


def plan(**keys: Any) -> Plan:
    return Plan.model_validate({"sales": 100, **keys})


def test_stores_and_skus_are_zero_unless_said() -> None:
    made = plan(stores={"opening": 3}, skus={})
    assert made.stores is not None
    assert made.skus is not None
    assert each(made.stores.new, made.stores.closed, made.skus.existing, made.skus.new) == (0, 0, 0, 0)


def test_all_stores_may_close_but_not_one_more() -> None:
    assert Stores.model_validate({"opening": 2, "new": 1, "closed": 3}).closed == 3
    ((path, fault),) = invalid(Stores.model_validate, {"opening": 2, "new": 1, "closed": 4})
    assert path == ("closed",)
    assert str(fault) == (
        "Found '4'. Expected no more closed stores than opening and new stores (3). "
        "Fix: correct one of the two numbers."
    )


def test_growth_needs_last_year_beside_it() -> None:
    ((path, fault),) = invalid(Plan.model_validate, {"sales": "+150%"})
    assert path == ("sales",)
    assert fault.found == "'+150%'"
    assert fault.expected == "an amount, because the plan gives no sales for last year"
    assert fault.mend == "add `last_year:` to `plan`, or write an amount such as 10M"
    assert plan(sales="+150%", last_year={"sales": 1}).sales == Index(Decimal("2.5"))


def test_all_sales_may_come_back_but_not_a_cent_more() -> None:
    assert plan(returns=100).returns == 100
    ((path, fault),) = invalid(Plan.model_validate, {"sales": 100, "returns": "100.01"})
    assert path == ("returns",)
    assert (
        str(fault)
        == "Found '100.01'. Expected no more returns than sales (100). Fix: correct one of the two numbers."
    )


LAST = {"sales": 1000}


@pytest.mark.parametrize(
    ("sales", "last_year", "returns", "most"),
    [
        ("-20%", LAST, "800", None),
        ("-20%", LAST, "800.01", "sales (800)"),
        ("-100%", LAST, "0", None),
        ("-100%", LAST, "1", "sales (0)"),
        ("+20%", {"sales": "-50%", "last_year": LAST}, "600", None),
        ("+20%", {"sales": "-50%", "last_year": LAST}, "600.01", "sales (600)"),
        ({"low": "-20%", "likely": "+10%", "high": "+20%"}, LAST, "800", None),
        ({"low": "-20%", "likely": "+10%", "high": "+20%"}, LAST, "801", "the low of sales (800)"),
        ({"low": "800", "likely": "900", "high": "1000"}, None, "801", "the low of sales (800)"),
        ("123.456789%", {"sales": "999.999999"}, "1234.567889", "sales (1,234.56788876543211)"),
    ],
)
def test_returns_are_held_against_sales_however_these_are_stated(
    sales: object, last_year: object, returns: str, most: str | None
) -> None:
    keys = {"sales": sales, "returns": returns, **({"last_year": last_year} if last_year else {})}
    if most is None:
        assert plan(**keys).returns == Decimal(returns)
        return
    ((path, fault),) = invalid(Plan.model_validate, keys)
    assert path == ("returns",)
    assert (
        str(fault)
        == f"Found '{returns}'. Expected no more returns than {most}. Fix: correct one of the two numbers."
    )


def test_returns_of_last_year_are_held_against_its_own_sales() -> None:
    last_year = {"sales": "-20%", "last_year": LAST, "returns": "900"}
    ((path, fault),) = invalid(Plan.model_validate, {"sales": 5000, "last_year": last_year})
    assert path == ("last_year", "returns")
    assert fault.expected == "no more returns than sales (800)"


@pytest.mark.parametrize(
    "name",
    [
        "sales",
        "stores.new",
        "growth",
        "achievement",
        "sales_growth",
        "events.dm",
        "last_year.x",
        *TOTALS,
    ],
)
def test_a_figure_of_ones_own_takes_no_known_name(name: str) -> None:
    ((path, fault),) = invalid(Plan.model_validate, {"sales": 1, "figures": {name: 1}})
    assert path == ("figures", name)
    assert fault.on_key
    expected = "a name that no figure and no total has"
    assert str(fault) == f"Found '{name}'. Expected {expected}. Fix: choose another name."


def test_a_figure_of_ones_own_may_start_like_a_known_one() -> None:
    assert plan(figures={"sales_b": 1, "event": 2}).figures == {"sales_b": 1, "event": 2}


def test_all_faults_of_a_plan_come_at_once() -> None:
    found = invalid(Plan.model_validate, {"sales": 1, "returns": 2, "figures": {"sales": 1, "vat": 1}})
    assert [path for path, _ in found] == [("figures", "sales"), ("figures", "vat"), ("returns",)]


def test_keys_given_reach_into_last_year() -> None:
    keys = plan(last_year={"sales": 7, "events": {"dm": 1}}).keys_given()
    assert keys["sales"] == 100
    assert keys["last_year"]["sales"] == 7
    assert keys["last_year"]["last_year"] is None
    assert set(keys) == set(Plan.model_fields)


def test_a_plan_is_frozen_and_closed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        plan().sales = Decimal(5)
    with pytest.raises(ValidationError, match="Extra inputs"):
        plan(store={"opening": 1})


def test_facts_are_figures_of_one_or_nothing_and_written_as_they_were_read() -> None:
    made = plan(facts={"hardware": "yes", "open": "否"}, last_year={"sales": 1, "facts": {"hardware": False}})
    assert made.facts == {"hardware": True, "open": False}
    assert made.model_dump()["facts"] == {"hardware": "yes", "open": "no"}
    found = {path: int(value) for path, value in stated(made).items() if "facts." in path}
    assert found == {"facts.hardware": 1, "facts.open": 0, "last_year.facts.hardware": 0}
    assert {"facts.hardware", "facts.open"} <= {*made.names()}
    stores = {"classes": {"hyper": {"opening": 1}}}
    assert "stores.hyper.new" in [*Plan.model_validate({"sales": 1, "stores": stores}).names()]
    assert (made.kind("facts.hardware"), made.kind("last_year.facts.hardware")) == ("fact", "fact")


@pytest.mark.parametrize(
    ("raw", "mend"),
    [
        *((number, "write yes or no; a number belongs under `figures`") for number in (3, "1", "2.5")),
        *((other, "write yes or no") for other in ("maybe", None, [True], "50%")),
    ],
)
def test_a_number_is_no_fact(raw: object, mend: str) -> None:
    ((path, fault),) = invalid(Plan.model_validate, {"sales": 1, "facts": {"hardware": raw}})
    assert path == ("facts", "hardware")
    assert fault.expected == "yes or no"
    assert fault.mend == mend


@pytest.mark.parametrize("name", ["promoters", "sales", "growth", "fee_ratio", "months", "last_year.x"])
def test_a_fact_takes_no_name_of_a_figure(name: str) -> None:
    given = {"sales": 1, "figures": {"promoters": 1}, "facts": {name: True}}
    ((path, fault),) = invalid(Plan.model_validate, given)
    assert path == ("facts", name)
    assert fault.on_key
    assert str(fault) == f"Found '{name}'. Expected a name that no figure has. Fix: choose another name."


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("sales", "2500"),
        ("net_sales", "2490"),
        ("sales_incl_tax", "2825"),
        ("increment", "1500"),
        ("stores.closing", "6"),
        ("stores.average", "4.5"),
        ("skus.total", "5"),
        ("months", "12"),
        ("last_year.months", "12"),
        ("last_year.increment", "0"),
        ("last_year.last_year.sales", "2000"),
        ("events.dm", "4"),
        ("facts.hardware", "1"),
    ],
)
def test_figures_that_follow_from_others(path: str, value: str) -> None:
    made = plan(
        sales="+150%",
        returns=10,
        vat="13%",
        stores={"opening": 3, "new": 4, "closed": 1},
        skus={"existing": 2, "new": 3},
        events={"dm": 4},
        facts={"hardware": "yes"},
        last_year={"sales": "-50%", "last_year": {"sales": 2000}},
    )
    found = exact_figure(made, path)
    assert found is not None
    assert found == Decimal(value)


def test_what_a_plan_cannot_give_is_no_figure() -> None:
    assert exact_figure(plan(), "last_year.sales") is None
    assert exact_figure(plan(last_year={"sales": 1}), "last_year.increment") is None


def test_months_of_ones_own_keep_their_value() -> None:
    assert exact_figure(plan(figures={"months": 10}), "months") == 10
