"""The charts of results: what each holds is what its report says."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ka_terms.analysis.comparison import compare
from ka_terms.analysis.ladder.ladder import contract_ladders
from ka_terms.analysis.monthly.view import monthly_view
from ka_terms.analysis.piecewise.metric_curves import sales_curves
from ka_terms.analysis.tornado import tornado
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.vocabulary.metrics import TOTALS
from ka_terms.presentation.chart import Chart, Shape
from ka_terms.presentation.reports.by_period.charts import stacked_fees, to_date
from ka_terms.presentation.reports.charts.lines import ladder_lines, sales_lines
from ka_terms.presentation.reports.charts.natures import natures
from ka_terms.presentation.reports.charts.sensitivity import spread
from ka_terms.presentation.reports.charts.waterfall import waterfall
from ka_terms.presentation.selection import Selection, Unmatched, chart_names, selected
from ka_terms.presentation.table import Report
from ka_terms.presentation.words import Words
from ka_terms.presentation.words import words as words_of
from tests.contracts import Keys, case, contract

WORDS = words_of(["en"])


def stepped(old: Scenario, new: Scenario, words: Words = WORDS) -> Chart:
    comparison = compare([old, new])
    return waterfall(comparison, comparison.versus[0], "title", words)


def steps(chart: Chart) -> dict[str, Decimal | None]:
    return dict(zip(chart.categories, chart.series[0].values, strict=True))


def test_a_waterfall_goes_from_one_contract_to_the_other() -> None:
    chart = stepped(case("2002 contract"), case("2003 agreed"))
    assert steps(chart) == {
        "2002 contract": 986_100,
        "Due to plan": 759_400,
        "Dm tg fee": -314_000,
        "Annual rebate": 70_350,
        "Anniversary fee": 40_000,
        "2003 agreed": 1_541_850,
    }
    assert chart.levels == (0, 5)


def test_the_steps_of_a_waterfall_add_up_and_small_ones_share_a_bar() -> None:
    old = contract({f"fee_{number}": {"amount": number} for number in range(1, 15)})
    new = contract({f"fee_{number}": {"amount": 3 * number} for number in range(1, 15)}, scenario="new")
    first, *changes, last = stepped(old, new).series[0].values
    assert first is not None
    assert len(changes) == 10
    assert first + sum(change or 0 for change in changes) == last
    assert changes[-1] == 2 * sum(range(1, 6))


def test_effects_that_are_unknown_give_way_to_changes() -> None:
    """The new plan has no promoters, which the old terms count."""
    old = contract({"fee": {"amount": 5, "per": ["promoters"]}}, {"figures": {"promoters": 3}})
    new = contract({"fee": {"amount": 7}}, {"sales": "2M"}, scenario="new")
    assert steps(stepped(old, new)) == {"a contract": 15, "Fee": -8, "new": 7}


def test_natures_add_up_to_the_fees() -> None:
    terms: dict[str, Keys] = {
        "a": {"rate": "1%", "nature": "unconditional"},
        "b": {"amount": 500, "nature": "apparent"},
        "c": {"amount": 70, "nature": "activity"},
    }
    group = {"cap": {"terms": ["a", "b"], "at_most": "10,400"}}
    statement = evaluate(contract(terms, together=group))
    chart = natures([statement], WORDS)
    assert steps(chart) == {
        "Unconditional": 10_000,
        "Apparently conditional": 500,
        "Activity-based": 70,
        "Caps and guarantees of groups": -100,
    }
    assert sum(value for value in chart.values) == statement.total_fees
    assert chart.title == "a contract: 10,000 of 10,470 is unconditional"


def test_contracts_on_one_plan_have_one_mark() -> None:
    curves = sales_curves([case("2003 ask"), case("2003 agreed")], TOTALS["fee_ratio"])
    (chart,) = sales_lines(curves, WORDS, "CNY")
    assert [series.name for series in chart.series] == ["2003 ask", "2003 agreed"]
    assert chart.marks == ((Decimal(10_050_000), "Plan"),)
    assert "2003 agreed: fee ratio 31.6% at sales of 4.02M" in chart.title
    assert sales_lines((), WORDS, "CNY") == []


def test_of_many_contracts_a_title_tells_the_two_between_which_they_lie() -> None:
    three = [case("2002 contract"), case("2003 ask"), case("2003 agreed")]
    (chart,) = sales_lines(sales_curves(three, TOTALS["fee_ratio"]), WORDS, "CNY")
    assert chart.title == "Fee ratio at sales of 13,065,000: from 12.66% (2003 agreed) to 22.02% (2003 ask)"


def test_a_ladder_marks_its_tiers_and_the_plan() -> None:
    found = contract_ladders(evaluate(case("2003 agreed")))
    (chart,) = ladder_lines(found.ladders[0], "title", WORDS)
    assert [mark.text for mark in chart.marks] == ["from 7.5M", "from 9M", "Plan"]
    assert [mark.at for mark in chart.marks] == [7_500_000, 9_000_000, 10_050_000]
    assert chart.key == "annual_rebate"


def test_a_condition_alone_has_no_ladder_to_draw() -> None:
    found = contract_ladders(evaluate(contract({"fee": {"rate": "1%", "only_if": "sales >= 500k"}})))
    assert ladder_lines(found.ladders[0], "title", WORDS) == []


def test_a_tornado_is_drawn_around_its_base() -> None:
    found = tornado(case("2003 agreed"), TOTALS["total_fees"])
    chart = spread(found, found.swings, "title", WORDS)
    assert chart.middle == 1_541_850
    assert [series.name for series in chart.series] == ["-10%", "+10%"]
    assert len(chart.categories) == len(found.swings) <= 15
    low, high = (series.values[0] for series in chart.series)
    assert (low, high) == (found.swings[0].low.metric, found.swings[0].high.metric)


def test_months_are_stacked_by_the_size_of_terms() -> None:
    terms = {f"fee_{number}": {"rate": f"{number}%"} for number in range(1, 10)}
    chart = stacked_fees(monthly_view(evaluate(contract(terms, {"sales": "1.2M"}))), "title", WORDS)
    assert [series.name for series in chart.series][:2] == ["Fee 9", "Fee 8"]
    assert [series.values[0] for series in chart.series] == [9000, 8000, 7000, 6000, 5000, 4000, 6000]
    assert chart.series[-1].name == "Other terms"
    assert len(chart.categories) == 12


def test_the_measure_to_date_stands_beside_its_tiers() -> None:
    (chart,) = to_date(monthly_view(evaluate(case("2003 agreed")), "owed"), WORDS)
    measured, *bounds = chart.series
    assert measured.values[-1] == 10_050_000
    assert measured.places == tuple(range(1, 13))
    assert [series.name for series in bounds] == ["from 7.5M", "from 9M"]
    assert [{*series.values} for series in bounds] == [{7_500_000}, {9_000_000}]
    assert chart.title == "Annual rebate: 2 of 2 tiers reached at the end of the year"
    assert [*to_date(monthly_view(evaluate(case("2003 agreed"))), WORDS)] == []


def test_the_measure_of_a_fee_that_is_settled_by_period_is_that_of_each_period_alone() -> None:
    tiers = [{"from": "2M", "rate": "1%"}, {"from": "3M", "rate": "2%"}, {"from": "4M", "rate": "3%"}]
    rebate = {"mode": "whole", "measure": "sales", "each": "quarter", "tiers": tiers}
    shares = {"sales": [*[600_000] * 3, *[1_000_000] * 3, *[1_200_000] * 6]}
    planned = {"sales": "12M", "months": shares}
    (chart,) = to_date(monthly_view(evaluate(contract({"annual_rebate": rebate}, planned)), "owed"), WORDS)
    measured, *bounds = chart.series
    steps = [(0, "1.8M"), (3, "1.8M"), (3, "3M"), (6, "3M"), (6, "3.6M"), (9, "3.6M"), (12, "3.6M")]
    assert [*zip(measured.places, measured.values, strict=True)] == [
        (Decimal(place), Decimal(value.removesuffix("M")) * 1_000_000) for place, value in steps
    ]
    assert [*map(int, bounds[0].places)] == [0, 3, 6, 9, 12]
    assert chart.title == "Annual rebate: a tier reached in 3 of 4 periods, at most 2 of 3"
    assert chart.across.label == "Sales of each period alone"
    rebate["cumulative"] = "yes"
    (chart,) = to_date(monthly_view(evaluate(contract({"annual_rebate": rebate}, planned)), "owed"), WORDS)
    assert chart.title == "Annual rebate: 3 of 3 tiers reached at the end of the year"


def test_a_chart_is_chosen_by_its_name() -> None:
    one = stepped(case("2002 contract"), case("2003 agreed"))
    two = stepped(case("2002 contract"), case("2003 ask"))
    three = natures([evaluate(case("2003 ask"))], WORDS)
    report = Report(charts=[one, two, three])
    assert chart_names(report.charts) == ["waterfall", "waterfall.2", "natures"]
    assert selected(report, Selection(chart="waterfall.2")).charts == [two, one, three]
    with pytest.raises(Unmatched, match="natures"):
        selected(report, Selection(chart="nature"))


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans"])
def test_charts_speak_the_language(language: str) -> None:
    words = words_of([language])
    chart = stepped(case("2002 contract"), case("2003 agreed"), words)
    assert not chart.categories[1].isascii()
    assert not natures([evaluate(case("2003 agreed"))], words).title.isascii()
    assert chart.shape is Shape.WATERFALL
