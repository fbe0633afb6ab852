"""A budget year over two contract years."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ka_terms.analysis.monthly.view import VIEWS, View
from ka_terms.analysis.monthly.window import Window, window
from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.model.numbers.month import CalendarMonth, read_calendar_month
from tests.contracts import Keys, contract, refused


def year(number: int | None, sales: int, **more: object) -> Statement:
    """A contract year from April with all its sales in March and April."""
    terms: dict[str, Keys] = {"a": {"rate": "1%"}, "lump": {"amount": number or 1}}
    plan = {"sales": sales, "months": {"starts": 4, "sales": {4: "40%", 3: "60%"}}}
    return evaluate(contract(terms, plan, year=number, scenario=str(number), **more))


def over(first: tuple[int, int], last: tuple[int, int], view: View = "budget") -> Window:
    statements = [year(2003, 2_000), year(2002, 1_000)]
    return window(statements, CalendarMonth(*first), CalendarMonth(*last), view)


@pytest.mark.parametrize("view", VIEWS)
def test_every_month_is_of_the_contract_that_covers_it(view: View) -> None:
    found = over((2003, 1), (2003, 12), view)
    series = found.of("a")
    assert [*series.values] == [0, 0, 6, 8, *[0] * 8]
    assert series.year == 14
    assert [*found.to_date("a")] == [0, 0, 6, *[14] * 9]
    assert series.not_phased == 0
    assert [covered.view.scenario.year for covered in found.months] == [2002] * 3 + [2003] * 9
    assert {one.scenario.year for one in found.partly_covered} == {2002, 2003}


def test_what_is_not_phased_counts_where_its_contract_year_is_whole() -> None:
    found = over((2002, 4), (2003, 4))
    assert [line.term for line in found.lines] == ["a", "lump"]
    assert found.of("lump").not_phased == 2002
    total, to_date, sales, ratio = found.totals
    assert total.year == 10 + 8 + 2002
    assert total.not_phased == 2002
    assert to_date.values[-1] == 18
    assert sales.year == 1_800
    assert not ratio.is_phased
    assert [one.scenario.year for one in found.partly_covered] == [2003]
    assert [line.term for line in over((2003, 1), (2003, 12)).lines] == ["a"]
    assert repr(found) == "Window(['2003', '2002'], 2002-04 to 2003-04)"


def test_ratios_where_all_fees_are_phased() -> None:
    terms: dict[str, Keys] = {"a": {"rate": "1%"}}
    one = evaluate(contract(terms, {"sales": 1_200}, year=2003))
    found = window([one], CalendarMonth(2003, 2), CalendarMonth(2003, 3))
    assert [*found.totals[-1].values] == [Decimal("0.01")] * 2
    assert found.totals[-1].year == Decimal("0.01")


@pytest.mark.parametrize(
    ("statements", "told"),
    [
        ([year(2002, 1), year(2002, 1)], "contract years that do not overlap"),
        ([year(2002, 1)], "months of their contract years"),
        ([year(None, 1)], "`year:` in every file"),
        ([year(2002, 1), year(2003, 1, currency="TWD")], "contracts in one currency"),
    ],
)
def test_months_that_no_contract_covers_or_two_do(statements: list[Statement], told: str) -> None:
    first, last = CalendarMonth(2003, 1), CalendarMonth(2003, 12)
    (fault,) = refused(lambda given: window(given, first, last), statements)
    assert told in fault.expected


def test_months_as_people_write_them() -> None:
    for text in ("2003-01", "2003/1", "2003年1月", "2003.01", " ２００３-01 "):
        assert read_calendar_month(text) == CalendarMonth(2003, 1)
    for text in ("2003", "2003-13", "03-01", "jan 2003"):
        (fault,) = refused(read_calendar_month, text)
        assert "a month of a year" in fault.expected
    assert CalendarMonth(2003, 1).later(-1) == CalendarMonth(2002, 12)


def test_the_ratio_of_a_whole_contract_year() -> None:
    whole = over((2002, 4), (2003, 3))
    assert whole.partly_covered == ()
    assert whole.totals[-1].year == Decimal(10 + 2002) / 1000
    nothing = evaluate(contract({"lump": {"amount": 0}}, {"sales": 1}, year=2003))
    found = window([nothing], CalendarMonth(2003, 2), CalendarMonth(2003, 3))
    assert [line.term for line in found.lines] == ["lump"]
