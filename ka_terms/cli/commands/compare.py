"""`ka-terms compare`: terms, fees and differences of contracts."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ka_terms.cli.option_values import one_of
from ka_terms.cli.options import (
    READ,
    USUAL_NEAR,
    By,
    FailIf,
    For,
    Near,
    OnePlan,
    ScenarioFiles,
    SetValue,
    View,
    WalkAway,
)
from ka_terms.cli.shared import FOR_AMOUNTS, shared
from ka_terms.text.messages import message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ka_terms.analysis.assessment import AssessedComparison
    from ka_terms.analysis.comparison import Comparison
    from ka_terms.cli.session import Session
    from ka_terms.cli.steps.periods import ByPeriod
    from ka_terms.presentation.table import Report
    from ka_terms.reading.scenario import Loaded

Layout = Annotated[
    Literal["wide", "tidy"],
    typer.Option(
        parser=one_of("wide", "tidy"),
        metavar="LAYOUT",
        help="wide: one table per compared contract; tidy: one row per term and contract.",
    ),
]


@dataclass(frozen=True)
class CompareOptions:
    """What `compare` alone takes, and what it shares with a few."""

    baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Compare with this contract (default: the first).", **READ),
    ] = None
    plan: OnePlan = None
    layout: Layout = "wide"
    show_all: Annotated[bool, typer.Option("--all", help="Show unchanged terms too.")] = False
    by: By = None
    view: View = None
    for_: For = None
    set_: SetValue = field(default_factory=list)
    near: Near = USUAL_NEAR
    fail_if: FailIf = field(default_factory=list)
    walk_away: WalkAway = False


@shared(FOR_AMOUNTS)
def command(files: ScenarioFiles, options: CompareOptions, *, session: Session) -> None:
    """Compare contracts: terms, fees and reasons for the difference.

    \b
    Examples: ka-terms compare scenarios/2002.yaml scenarios/2003-proposal.yaml
              ka-terms compare scenarios/2003-*.yaml --baseline scenarios/2002.yaml --lang zh-Hant
              ka-terms compare scenarios/2003-*.yaml --plan scenarios/2003-plan.yaml --output table.html
              ka-terms compare scenarios/2003-*.yaml --by quarter
              ka-terms compare scenarios/2003-ask.yaml scenarios/2003-proposal.yaml --for retailer
    """
    session.check_output()
    _answer(session, files, options)


def _answer(session: Session, files: list[Path], options: CompareOptions) -> None:
    """Read, compare, and show one of: the edition for the retailer, periods, the year."""
    from ka_terms.analysis.assessment import assessed
    from ka_terms.analysis.comparison import compare
    from ka_terms.cli.guardrails import aim, enforce, parse_guardrails, require_walk_away
    from ka_terms.cli.session import parse_near
    from ka_terms.cli.steps.outward import outward
    from ka_terms.cli.steps.periods import asked_by_period, only_one
    from ka_terms.cli.steps.set_values import on_one_plan, with_set_note, with_values
    from ka_terms.reading.several import distinctly_named

    period = asked_by_period(options.by, options.view)
    only_one("--layout", options.layout != "wide", period)
    rules, distance = parse_guardrails(options.fail_if), parse_near(options.near)
    paths, at = _with_baseline(files, options.baseline)
    loaded, on_plan = session.load_with_plan(paths, options.plan)
    loaded = with_values(on_one_plan(loaded, on_plan), options.set_, session.catalogue)
    comparison = compare(distinctly_named(loaded), at, catalogue=session.catalogue)
    guardrails = aim(rules, comparison.scenarios, session)
    require_walk_away(comparison.scenarios, session, asked=options.walk_away)
    if options.for_:
        asked = {"--by": bool(period), "--layout": options.layout != "wide", "--all": options.show_all}
        session.show(outward(comparison.scenarios, session, asked))
    elif period:
        report = _by_period(comparison, period, session, options.show_all)
        session.emit(with_set_note(report, options.set_, session.words), count_doubts=True)
    else:
        contracts = assessed(comparison, distance, internal=session.internal)
        report = _of_year(contracts, loaded, session, (options.layout, options.show_all))
        session.emit(with_set_note(report, options.set_, session.words), count_doubts=True)
    enforce(guardrails, comparison.scenarios, session, walk_away=options.walk_away)


def _of_year(
    contracts: AssessedComparison, loaded: Sequence[Loaded], session: Session, shown: tuple[str, bool]
) -> Report:
    """The report on the year, with its sheets for a workbook."""
    from ka_terms.cli.steps.charts import with_sales_charts
    from ka_terms.cli.workbooks.sheets import with_comparison_sheets
    from ka_terms.presentation.reports.comparison import comparison_report

    report = comparison_report(contracts, session.words, *shown)
    scenarios = [contract.scenario for contract in contracts.contracts]
    report = with_sales_charts(report, scenarios, session)
    return with_comparison_sheets(report, loaded, contracts.comparison, session)


def _by_period(comparison: Comparison, period: ByPeriod, session: Session, show_all: bool) -> Report:
    from ka_terms.analysis.monthly.comparison import compare_by_period
    from ka_terms.presentation.reports.by_period.beside import monthly_comparison_report

    return monthly_comparison_report(compare_by_period(comparison, *period), session.words, show_all)


def _with_baseline(files: list[Path], baseline: Path | None) -> tuple[list[Path], int]:
    """The contracts to be compared, and which of them is the baseline. Errors: fewer than two."""
    from ka_terms.cli.errors import refused
    from ka_terms.cli.steps.baseline import with_baseline
    from ka_terms.model.faults import Fault

    paths, at = with_baseline(files, baseline)
    if len(paths) < 2:
        found, expected = message("one file"), message("at least two files, or one and --baseline")
        raise refused("FILE...", Fault(found, expected, message("add a file, or --baseline FILE")))
    return paths, at
