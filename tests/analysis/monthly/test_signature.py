"""A contract that is signed late: last year's terms until then, and the catch-up in the month of signature."""

from __future__ import annotations

from datetime import date

import pytest

from ka_terms.analysis.comparison import Incomparable
from ka_terms.analysis.monthly.view import VIEWS, View
from ka_terms.analysis.monthly.window import Window, window
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.numbers.date import read_date
from ka_terms.model.numbers.month import CalendarMonth
from tests.contracts import Keys, contract, refused

OLD: dict[str, Keys] = {"a": {"rate": "1%"}, "gone": {"rate": "0.5%"}}
NEW: dict[str, Keys] = {"a": {"rate": "2%"}, "come": {"rate": "1%", "each": "quarter"}}


def years(signed: str | None, **more: object) -> list[Scenario]:
    return [
        contract(OLD, {"sales": 600}, year=2002, scenario="old", **more),
        contract(NEW, {"sales": 1_200}, year=2003, scenario="new", signed=signed),
    ]


def over(signed: str | None, view: View = "budget") -> Window:
    statements = [evaluate(scenario) for scenario in years(signed)]
    return window(statements, CalendarMonth(2003, 1), CalendarMonth(2003, 12), view)


@pytest.mark.parametrize("view", VIEWS)
def test_the_month_of_signature_has_the_catch_up(view: View) -> None:
    found = over("2003-05-20", view)
    assert [*found.of("a").values] == [1, 1, 1, 1, 2 * 5 - 4, *[2] * 7]
    assert [*found.of("gone").values] == [0.5] * 4 + [-2] + [0] * 7
    assert [*found.of("come").values] == [0, 0, 0, 0, 3, 3, 0, 0, 3, 0, 0, 3]
    assert [found.of(term).year for term in ("a", "gone", "come")] == [24, 0, 12]
    (late,) = found.late
    assert (late.terms_of, late.at) == ("old", 4)
    # 8 + 3 until April on the terms signed, less 4 + 2 that ran.
    assert late.catch_up == 8 + 3 - 6
    assert found.totals[0].year == 36


def test_signed_in_time_or_not_said() -> None:
    for signed in (None, "2002-12-31", "2003-01-31"):
        found = over(signed)
        assert found.late == ()
        assert [*found.of("a").values] == [2] * 12


def test_signed_after_the_year() -> None:
    found = over("2004-02-01")
    assert [*found.of("a").values] == [1] * 12
    (late,) = found.late
    assert late.at == 12
    assert found.totals[0].year == 18
    assert late.catch_up == 36 - 18


def test_without_the_contract_of_the_year_before() -> None:
    statements = [evaluate(years("2003-05-20")[1])]
    found = window(statements, CalendarMonth(2003, 1), CalendarMonth(2003, 12))
    assert found.late == ()
    assert [one.scenario.scenario for one in found.without_year_before] == ["new"]
    assert over("2003-05-20").without_year_before == ()


def test_terms_before_that_cannot_be_costed_on_this_plan() -> None:
    old = contract(
        {"a": {"amount": 1, "per": ["volume"]}}, {"sales": 1, "volume": 1}, year=2002, scenario="old"
    )
    statements = [evaluate(scenario) for scenario in (old, years("2003-05-20")[1])]
    with pytest.raises(Incomparable, match="in the term a of old"):
        window(statements, CalendarMonth(2003, 1), CalendarMonth(2003, 12))


def test_dates_as_people_write_them() -> None:
    for text in (
        "2003-05-20",
        "2003/5/20",
        "2003.05.20",
        "2003年5月20日",
        "２００３-05-20",
        date(2003, 5, 20),
    ):
        assert read_date(text) == date(2003, 5, 20)
    for text in ("20-05-2003", "2003-05", "03-05-20", "2003-5/20", "May 2003"):
        (fault,) = refused(read_date, text)
        assert fault.expected == "a date such as 2003-05-20"
    for text in ("2003-02-30", "2003-13-01", "2003年0月1日"):
        (fault,) = refused(read_date, text)
        assert fault.expected == "a day of the calendar"
    assert contract({}, {"sales": 1}, signed="2003-05-20").model_dump()["signed"] == "2003-05-20"
