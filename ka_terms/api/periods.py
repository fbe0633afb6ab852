"""Contracts by month or by quarter, for programs: `show --by` and `compare --by`."""

from __future__ import annotations

from dataclasses import dataclass

from ka_terms.analysis.monthly.comparison import MonthlyComparison, compare_by_period
from ka_terms.analysis.monthly.view import BY, VIEWS, By, MonthlyView, View, monthly_view
from ka_terms.analysis.monthly.window import Window, window
from ka_terms.api.contracts import compare, evaluate
from ka_terms.api.shown import SCENARIOS, Shown, expect, whatever_the_context
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import none_of
from ka_terms.model.numbers.month import MONTHS_A_YEAR, read_calendar_month
from ka_terms.presentation.reports.by_period.beside import monthly_comparison_report
from ka_terms.presentation.reports.by_period.one import monthly_report
from ka_terms.presentation.reports.by_period.window import window_report
from ka_terms.presentation.table import Report
from ka_terms.presentation.words import Words


@dataclass(frozen=True, repr=False)
class ByPeriod(Shown):
    """Contracts by period: in `views` one each, with `periods`, `fees`, `total` and further rows."""

    views: tuple[MonthlyView, ...]
    comparison: MonthlyComparison | None
    """The contracts beside each other; None where there is but one."""

    def __repr__(self) -> str:
        names, first = [view.scenario.scenario for view in self.views], self.views[0]
        return f"ByPeriod({names}, {first.view}, by {first.by})"

    def _report(self, words: Words) -> Report:
        words = words.of(*(view.scenario for view in self.views))
        if self.comparison is None:
            return monthly_report(self.views[0], words)
        return monthly_comparison_report(self.comparison, words)


@whatever_the_context
def by_period(
    *scenarios: Scenario,
    view: View = "budget",
    by: By = "month",
    baseline: int = 0,
    plan: Scenario | None = None,
) -> ByPeriod:
    """One contract by month or quarter, or several against the one at index `baseline`, on the plan of `plan` if given.

    `view` is "budget", the fees of the year spread over its months, or "owed", what is owed if the year ends with each
    month; both add up to the year. Errors: `ValueError` for any other view, and those of `compare`.
    """
    expect("by_period", Scenario, SCENARIOS, *scenarios)
    expect("by_period(view=..., by=...)", str, "texts", view, by)
    for name, known in ((view, VIEWS), (by, BY)):
        if name not in known:
            raise ValueError(none_of(name, known).sentence())
    if not scenarios:
        raise ValueError("by_period takes at least one scenario")
    if len(scenarios) == 1 and plan is None:
        return ByPeriod((monthly_view(evaluate(scenarios[0]), view, by),), None)
    compared = compare_by_period(compare(*scenarios, baseline=baseline, plan=plan), view, by)
    return ByPeriod(compared.views, compared)


@dataclass(frozen=True, repr=False)
class BudgetYear(Shown):
    """Months over several contract years; `result` has `months`, `of` a term, and `totals`."""

    result: Window

    def __repr__(self) -> str:
        first, last = self.result.months[0].month, self.result.months[-1].month
        return f"BudgetYear({[view.scenario.scenario for view in self.result.views]}, {first} to {last})"

    def _report(self, words: Words) -> Report:
        return window_report(self.result, words.of(*(view.scenario for view in self.result.views)))


@whatever_the_context
def budget_year(*scenarios: Scenario, first: str, last: str = "", view: View = "budget") -> BudgetYear:
    """The months from `first` to `last`, such as "2003-01", each of the contract that covers it; by default twelve.

    Errors: `ValueError` for what is no month or view, for a month that no contract covers or two do, for a contract
    without a year, and where currencies differ.
    """
    expect("budget_year", Scenario, SCENARIOS, *scenarios)
    expect("budget_year(first=..., last=..., view=...)", str, "texts", first, last, view)
    if view not in VIEWS:
        raise ValueError(none_of(view, VIEWS).sentence())
    begin = read_calendar_month(first)
    end = read_calendar_month(last) if last else begin.later(MONTHS_A_YEAR - 1)
    if not scenarios or end < begin:
        raise ValueError(
            "budget_year takes at least one scenario, and a last month that is not before the first"
        )
    return BudgetYear(window([evaluate(scenario) for scenario in scenarios], begin, end, view))
