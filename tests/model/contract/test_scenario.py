"""A scenario as a whole."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from ka_terms.model.contract.scenario import Scenario, read_year, without_private
from ka_terms.model.contract.terms.limits import Share
from ka_terms.model.faults import Fault, quoted
from ka_terms.model.vocabulary.metrics import TOTALS
from tests.contracts import contract, each, invalid, refused


@pytest.mark.parametrize(
    ("raw", "year"), [(2003, 2003), ("2003", 2003), ("1900", 1900), ("2199", 2199), ("２００３", 2003)]
)
def test_a_year_is_a_number(raw: object, year: int) -> None:
    read = read_year(raw)
    assert read == year
    assert type(read) is int


@pytest.mark.parametrize("raw", ["1899", "2200", "2003.5", "20003", "last", None, True, "-2003"])
def test_what_is_no_year_is_refused(raw: object) -> None:
    assert refused(read_year, raw) == [Fault(quoted(raw), "a year from 1900 to 2199, such as 2003")]


def test_a_private_number_is_found_by_its_key_or_is_none() -> None:
    bare, full = contract(), contract(private={"margin": "30%", "walk_away": {"total_fees": 5}})
    assert each(full.private_number("margin"), full.private_number("walk_away", "total_fees")) == (
        Decimal("0.3"),
        5,
    )
    for scenario, path in (
        (full, ("cost_of_capital",)),
        (full, ("walk_away", "fee_ratio")),
        (bare, ("margin",)),
    ):
        assert scenario.private_number(*path) is None
    assert bare.private_number("walk_away", "total_fees") is None


def test_a_private_cost_is_told_as_the_file_states_it() -> None:
    bare, full = contract(), contract(private={"margin": "30%", "logistics": "3%", "people": 5})
    costs = ("margin", "logistics", "people", "cost_of_capital")
    assert [full.private_cost(name) for name in costs] == [
        Share(Decimal("0.3"), "sales"),
        Share(Decimal("0.03"), "sales"),
        5,
        None,
    ]
    assert [bare.private_cost(name) for name in costs] == [None] * 4


def test_what_is_not_said_has_its_default() -> None:
    made = contract()
    assert (made.status, made.currency, made.account, made.year) == ("draft", "CNY", None, None)
    assert (made.terms, made.conditions, made.private, made.payment_days) == ({}, {}, None, None)


@pytest.mark.parametrize(
    ("raw", "days"),
    [
        ("60", 60),
        (0, 0),
        ("1k", 1000),
        ("60 after month end", 75),
        ("60 days after the month-end", 75),
        ("1 day after month end", 16),
        ("月结30天", 45),
        ("月結後 30", 45),
    ],
)
def test_payment_days_are_counted(raw: object, days: int) -> None:
    assert contract(conditions={"payment_days": raw}).payment_days == Decimal(days)


@pytest.mark.parametrize(
    ("raw", "mend"),
    [
        ("60 days", "write 60"),
        ("60%", "write 60"),
        ("60 after", "write 60 or 60 after month end, whichever is meant"),
        ("60 after month", "write 60 after month end"),
        ("-1", "write a number of zero or more"),
        ("2.5", "round it to a whole number"),
        ("x after month end", "write how many days, such as 60 after month end"),
        ("sixty", "write the number of days in digits; other words belong under another key"),
        ("30/60", ""),
    ],
)
def test_payment_days_that_cannot_be_counted_are_refused(raw: str, mend: str) -> None:
    whole = {"scenario": "x", "plan": {"sales": 1}, "conditions": {"payment_days": raw}}
    ((path, fault),) = invalid(Scenario.model_validate, whole)
    assert path == ("conditions", "payment_days")
    assert fault == Fault(f"'{raw}'", "a whole number of days, such as 60 or 60 after month end", mend, path)


def test_other_conditions_are_free_text() -> None:
    made = contract(conditions={"sku_guarantee": "at least 35 SKUs a store", "退货": "无"})
    assert made.conditions["退货"] == "无"
    assert made.payment_days is None


def test_faults_of_terms_and_conditions_come_at_once() -> None:
    whole: dict[str, Any] = {
        "scenario": "x",
        "plan": {"sales": 1},
        "terms": {"a": {"rate": "1%", "of": "net_sales"}, "b": {"amount": 1, "per": ["stores.new"]}},
        "conditions": {"payment_days": "soon"},
    }
    found = invalid(Scenario.model_validate, whole)
    assert [path for path, _ in found] == [
        ("terms", "a", "of"),
        ("terms", "b", "per", 0),
        ("conditions", "payment_days"),
    ]


def test_terms_may_name_what_last_year_gives() -> None:
    last_year = {"sales": 1, "stores": {"opening": 2}}
    made = contract({"a": {"amount": 1, "per": "last_year.stores.closing"}}, {"last_year": last_year})
    assert list(made.terms) == ["a"]


def test_a_contract_has_three_hundred_terms_at_most() -> None:
    assert len(contract({f"t{at}": {"amount": 1} for at in range(300)}).terms) == 300
    with pytest.raises(ValidationError, match="at most 300 items"):
        contract({f"t{at}": {"amount": 1} for at in range(301)})


def test_a_base_is_taken_after_twenty_terms_at_most() -> None:
    others = {f"t{at}": {"amount": 1} for at in range(21)}
    assert len(contract({"fee": {"rate": "1%", "less": list(others)[:20]}, **others}).terms) == 22
    with pytest.raises(ValidationError, match="at most 20 names"):
        contract({"fee": {"rate": "1%", "less": list(others)}, **others})


def test_private_values_are_read_like_any_other() -> None:
    private = contract(
        private={"margin": "32%", "walk_away": {"fee_ratio": "18%", "contribution": "20万"}}
    ).private
    assert private is not None
    assert private.walk_away is not None
    assert (private.margin, private.cost_of_capital) == (Decimal("0.32"), None)
    assert each(private.walk_away.fee_ratio, private.walk_away.contribution) == (Decimal("0.18"), 200000)
    assert (private.walk_away.total_fees, private.walk_away.net_net_sales) == (None, None)


def test_a_scenario_survives_being_written_and_read() -> None:
    made = contract(
        {
            "a": {"rate": "2.5%", "at_least": "8% of sales"},
            "b": {"mode": "marginal", "tiers": [{"over": "110%", "rate": "1%"}], "measure": "growth"},
        },
        {"sales": "+10%", "last_year": {"sales": "4.5M"}},
        currency="JPY",
    )
    assert Scenario.model_validate(made.model_dump(by_alias=True)) == made


def test_a_footnote_mark_on_a_year_or_on_days_is_named() -> None:
    (fault,) = refused(read_year, "2003¹")
    assert fault.mend == "write the number without ¹ (U+00B9, superscript one)"
    with pytest.raises(ValidationError, match="superscript two"):
        Scenario.model_validate(
            {"scenario": "x", "plan": {"sales": 1}, "conditions": {"payment_days": "60²"}}
        )


def test_no_private_value_is_printed_by_any_way_of_printing() -> None:
    walk_away = {"fee_ratio": "33.37%", "contribution": 333_700}
    scenario = contract({}, private={"margin": "33.37%", "walk_away": walk_away})
    assert scenario.private is not None
    for shown in (scenario, scenario.private, scenario.private.walk_away):
        assert "333" not in repr(shown) + str(shown) + f"{shown!r:>9} {shown}"
        assert "3337" not in repr(shown)
    assert repr(scenario) == str(scenario) == "Scenario('a contract', 0 terms)"
    assert repr(scenario.private) == str(scenario.private) == "Private(...)"
    assert list(scenario.private.__repr_args__()) == []


@pytest.mark.parametrize("name", ["stores.new", "growth", "events.dm", "last_year.sales", *TOTALS])
def test_no_term_is_called_as_a_figure_or_a_total(name: str) -> None:
    ((path, fault),) = invalid(
        Scenario.model_validate,
        {"scenario": "a", "plan": {"sales": 1}, "terms": {name: {"rate": "1%"}, "b": {"amount": 1}}},
    )
    assert (path, fault.on_key) == (("terms", name), True)
    expected = "a name that no figure and no total has"
    assert str(fault) == f"Found '{name}'. Expected {expected}. Fix: choose another name."


def test_the_names_that_a_contract_gives() -> None:
    last_year = {"sales": 1, "figures": {"crew": 1}, "events": {"tg": 1}}
    plan = {"figures": {"promoters": 1}, "events": {"dm": 1}, "last_year": last_year}
    made = contract({"fee": {"rate": "1%"}}, plan, conditions={"late": "no"})
    assert [*made.names()] == ["fee", "late", "promoters", "events.dm", "crew", "events.tg"]


def test_what_may_leave_the_house_holds_nothing_private() -> None:
    scenario = contract({}, private={"margin": "33.37%"})
    assert without_private(scenario) == contract()
    assert scenario.private is not None
    assert without_private(contract()) == contract()


@pytest.mark.parametrize("raw", ["26", 26])
def test_a_year_of_two_digits_is_one_of_this_century(raw: object) -> None:
    assert refused(read_year, raw)[0].mend == "write 2026 if that is meant"


@pytest.mark.parametrize("raw", [".5", 1e22, 0])
def test_no_mend_is_proposed_for_what_is_far_from_a_year(raw: object) -> None:
    assert refused(read_year, raw) == [Fault(quoted(raw), "a year from 1900 to 2199, such as 2003")]


def test_a_contract_without_anything_private_leaves_the_house_as_it_is() -> None:
    open_contract = contract()
    assert without_private(open_contract) is open_contract


@pytest.mark.parametrize(
    ("rounding", "currency", "unit", "decimals"),
    [
        (None, "CNY", "0.01", 2),
        (None, "JPY", "1", 0),
        ("1", "CNY", "1", 0),
        ("0.0001", "JPY", "0.0001", 4),
        ("1000", "CNY", "1000", 0),
    ],
)
def test_fees_have_the_decimals_of_the_currency_unless_the_contract_rounds_otherwise(
    rounding: str | None, currency: str, unit: str, decimals: int
) -> None:
    made = contract(None, None, currency=currency, rounding=rounding)
    assert (made.unit, made.decimals) == (Decimal(unit), decimals)


def test_names_are_those_of_fees_conditions_and_figures() -> None:
    made = contract(
        {"fee": {"rate": "1%"}},
        {"figures": {"promoters": 1}, "events": {"dm": 1}, "facts": {"hardware": "yes"}},
        conditions={"delivery": "daily"},
        together={"cap": {"terms": ["fee"], "at_most": 5}},
    )
    assert [*made.names()] == ["fee", "cap", "delivery", "promoters", "events.dm", "facts.hardware"]
    assert {"promoters", "dm", "hardware", "delivery", "sales"} <= made.labelled()
