"""A report with charts whose numbers are worked out for them alone, for the formats that draw."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ka_terms.cli.errors import refused
from ka_terms.model.faults import Fault
from ka_terms.model.vocabulary.metrics import TOTALS
from ka_terms.text.messages import message

if TYPE_CHECKING:
    from ka_terms.analysis.sweep.result import SweepResult
    from ka_terms.cli.session import Session
    from ka_terms.model.contract.scenario import Scenario
    from ka_terms.presentation.table import Report


def with_sales_charts(report: Report, scenarios: Sequence[Scenario], session: Session) -> Report:
    """The report with the fee ratio of contracts over their sales; a workbook of them calculates instead."""
    if not session.renderer.draws or session.is_workbook:
        return report
    from ka_terms.analysis.piecewise.metric_curves import sales_curves
    from ka_terms.presentation.reports.charts.lines import sales_lines

    curves = sales_curves(scenarios, TOTALS["fee_ratio"])
    return report._replace(
        charts=[*report.charts, *sales_lines(curves, session.words, scenarios[0].currency)]
    )


def with_sweep_charts(
    report: Report, swept: SweepResult, ready: Sequence[Scenario], session: Session
) -> Report:
    """The report on a sweep with its first metric along its first axis; `ready` are its contracts made ready."""
    if not session.renderer.draws:
        return report
    from ka_terms.analysis.sweep.lines import MOST, lines_of, sweep_lines
    from ka_terms.presentation.reports.charts.lines import swept_lines

    if session.renderer.is_picture and (count := lines_of(swept)) > MOST:
        found = message(
            "a picture of {count} lines, one a contract and value of the second input", count=count
        )
        expected = message("at most {count} lines", count=MOST)
        raise refused("--vary", Fault(found, expected, message("give the second input fewer values")))
    lines = sweep_lines(swept, ready)
    return report._replace(charts=swept_lines(swept, lines, report.headline[0], session.words))
