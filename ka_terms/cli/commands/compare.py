"""`ka-terms compare`: terms, fees and differences of contracts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

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
    one_of,
)
from ka_terms.cli.shared import FOR_AMOUNTS, shared
from ka_terms.text.messages import message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ka_terms.analysis.assessment import AssessedComparison
    from ka_terms.analysis.comparison import Comparison
    from ka_terms.cli.periods import ByPeriod
    from ka_terms.cli.session import Session
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


@shared(FOR_AMOUNTS)
def command(
    files: ScenarioFiles,
    baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Compare with this contract (default: the first).", **READ),
    ] = None,
    plan: OnePlan = None,
    layout: Layout = "wide",
    show_all: Annotated[bool, typer.Option("--all", help="Show unchanged terms too.")] = False,
    by: By = None,
    view: View = None,
    for_: For = None,
    set_: SetValue = [],  # noqa: B006  # typer reads the default and never changes it
    near: Near = USUAL_NEAR,
    fail_if: FailIf = [],  # noqa: B006  # typer reads the default and never changes it
    *,
    session: Session,
) -> None:
    """Compare contracts: terms, fees and reasons for the difference.

    \b
    Examples: ka-terms compare scenarios/2002.yaml scenarios/2003-proposal.yaml
              ka-terms compare scenarios/2003-*.yaml --baseline scenarios/2002.yaml --lang zh-Hant
              ka-terms compare scenarios/2003-*.yaml --plan scenarios/2003-plan.yaml --output table.html
              ka-terms compare scenarios/2003-*.yaml --by quarter
    """
    from ka_terms.analysis.assessment import assessed
    from ka_terms.analysis.comparison import compare
    from ka_terms.cli.guardrails import aim, enforce, parse_guardrails
    from ka_terms.cli.outward import outward
    from ka_terms.cli.periods import asked_by_period, only_one
    from ka_terms.cli.session import parse_near
    from ka_terms.cli.set_values import with_set_note, with_values
    from ka_terms.reading.several import distinctly_named

    session.check_output()
    period = asked_by_period(by, view)
    only_one("--layout", layout != "wide", period)
    rules, distance = parse_guardrails(fail_if), parse_near(near)
    paths, at = _with_baseline(files, baseline)
    loaded, on_plan = session.load_with_plan(paths, plan)
    loaded = with_values(loaded, set_, session.catalogue)
    comparison = compare(distinctly_named(loaded), at, on_plan, session.catalogue)
    guardrails = aim(rules, comparison.scenarios, session)
    if for_:
        asked = {"--by": bool(period), "--layout": layout != "wide", "--all": show_all}
        session.show(outward(comparison.scenarios, session, asked))
    elif period:
        report = _by_period(comparison, period, session, show_all)
        session.emit(with_set_note(report, set_, session.words), count_doubts=True)
    else:
        contracts = assessed(comparison, distance, internal=session.internal)
        report = _of_year(contracts, loaded, session, (layout, show_all))
        session.emit(with_set_note(report, set_, session.words), count_doubts=True)
    enforce(guardrails, comparison.scenarios, session)


def _of_year(
    contracts: AssessedComparison, loaded: Sequence[Loaded], session: Session, shown: tuple[str, bool]
) -> Report:
    """The report on the year, with its sheets for a workbook."""
    from ka_terms.cli.workbooks import with_comparison_sheets
    from ka_terms.presentation.reports.comparison import comparison_report

    report = comparison_report(contracts, session.words, *shown)
    return with_comparison_sheets(report, loaded, contracts.comparison, session)


def _by_period(comparison: Comparison, period: ByPeriod, session: Session, show_all: bool) -> Report:
    from ka_terms.analysis.monthly.comparison import compare_by_period
    from ka_terms.presentation.reports.by_period.beside import monthly_comparison_report

    return monthly_comparison_report(compare_by_period(comparison, *period), session.words, show_all)


def _with_baseline(files: list[Path], baseline: Path | None) -> tuple[list[Path], int]:
    """The contracts in the order given, and which of them is the baseline; one not among them comes first."""
    from ka_terms.cli.errors import refused
    from ka_terms.model.faults import Fault

    paths, at = files, 0
    if baseline:
        known = [file.absolute() for file in files]
        if baseline.absolute() in known:
            at = known.index(baseline.absolute())
        else:
            paths = [baseline, *files]
    if len(paths) < 2:
        found, expected = message("one file"), message("at least two files, or one and --baseline")
        raise refused("FILE...", Fault(found, expected, message("add a file, or --baseline FILE")))
    return paths, at
