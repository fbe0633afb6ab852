"""`ka-terms show`: the fees of one contract."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli import completion
from ka_terms.cli.options import (
    USUAL_NEAR,
    By,
    FailIf,
    For,
    From,
    Near,
    OnePlan,
    ScenarioFiles,
    SetValue,
    To,
    View,
    WalkAway,
)
from ka_terms.cli.shared import FOR_AMOUNTS, shared
from ka_terms.text.messages import message

if TYPE_CHECKING:
    from pathlib import Path

    from ka_terms.calculation.statement import Statement
    from ka_terms.cli.session import Session
    from ka_terms.cli.steps.periods import ByPeriod
    from ka_terms.model.numbers.month import CalendarMonth
    from ka_terms.presentation.table import Report
    from ka_terms.reading.scenario import Loaded


@dataclass(frozen=True)
class ShowOptions:
    """What `show` alone takes, and what it shares with a few."""

    explain: Annotated[
        str,
        typer.Option(
            metavar="TERM",
            help="Show the calculation of one term step by step.",
            autocompletion=completion.term_keys,
        ),
    ] = ""
    by: By = None
    view: View = None
    from_: From = ""
    to: To = ""
    set_: SetValue = field(default_factory=list)
    plan: OnePlan = None
    for_: For = None
    near: Near = USUAL_NEAR
    fail_if: FailIf = field(default_factory=list)
    walk_away: WalkAway = False


@shared(FOR_AMOUNTS)
def command(files: ScenarioFiles, options: ShowOptions, *, session: Session) -> None:
    """Show all fees of one contract.

    \b
    Examples: ka-terms show scenarios/2003-agreed.yaml
              ka-terms show scenarios/2002.yaml --explain listing_fee
              ka-terms show scenarios/2003-agreed.yaml --set sales=9M --set stores.new=8
              ka-terms show scenarios/2003-agreed.yaml --by month --view owed
              ka-terms show scenarios/2002.yaml scenarios/2003-agreed.yaml --from 2002-07 --to 2003-06
              ka-terms show scenarios/2003-ask.yaml --fail-if 'fee_ratio > 25%'
              ka-terms show scenarios/2003-agreed.yaml --output agreed.xlsx
    """
    session.check_output()
    _answer(session, files, options)


def _answer(session: Session, files: Sequence[Path], options: ShowOptions) -> None:
    """Read, calculate, and show one of: the edition for the retailer, months, one term, the contract."""
    from ka_terms.calculation.statement import evaluate
    from ka_terms.cli.guardrails import aim, enforce, parse_guardrails, require_walk_away
    from ka_terms.cli.session import parse_near
    from ka_terms.cli.steps.outward import outward
    from ka_terms.cli.steps.periods import asked_by_period, asked_months, only_one
    from ka_terms.cli.steps.set_values import on_one_plan, with_set_note, with_values

    period, explain = asked_by_period(options.by, options.view), options.explain
    only_one("--explain", bool(explain), period)
    others = {"--explain": bool(explain), "--by quarter": options.by == "quarter"}
    months = asked_months(options.from_, options.to, len(files), others)
    rules, distance = parse_guardrails(options.fail_if), parse_near(options.near)
    loaded, on_plan = session.load_with_plan(files, options.plan)
    contracts = with_values(on_one_plan(loaded, on_plan), options.set_, session.catalogue)
    statements = [evaluate(loaded.scenario, session.catalogue) for loaded in contracts]
    guardrails = aim(rules, statements, session)
    require_walk_away(statements, session, asked=options.walk_away)
    if options.for_:
        asked = {**others, "--by": bool(period), "--from": bool(months)}
        session.show(outward(statements[:1], session, asked))
    elif months:
        session.emit(
            with_set_note(_window(session, statements, months, period), options.set_, session.words),
            count_doubts=True,
        )
    elif explain:
        report = _explanation(session, contracts[0], statements[0], explain)
        session.emit(with_set_note(report, options.set_, session.words))
    else:
        report = _of_one(session, contracts[0], statements[0], period, distance)
        session.emit(with_set_note(report, options.set_, session.words), count_doubts=True)
    enforce(guardrails, statements, session, walk_away=options.walk_away)


def _of_one(
    session: Session, loaded: Loaded, statement: Statement, period: ByPeriod | None, distance: Decimal
) -> Report:
    """The report on one contract: its year, or its year by period."""
    if period:
        from ka_terms.analysis.monthly.view import monthly_view
        from ka_terms.presentation.reports.by_period.one import monthly_report

        return monthly_report(monthly_view(statement, *period), session.words)
    from ka_terms.analysis.assessment import assess
    from ka_terms.cli.steps.charts import with_sales_charts
    from ka_terms.cli.workbooks.sheets import with_statement_sheets
    from ka_terms.presentation.reports.statement import statement_report

    report = statement_report(assess(statement, distance, internal=session.internal), session.words)
    return with_statement_sheets(
        with_sales_charts(report, [statement.scenario], session), loaded, statement, session
    )


def _window(
    session: Session,
    statements: Sequence[Statement],
    months: tuple[CalendarMonth, CalendarMonth],
    period: ByPeriod | None,
) -> Report:
    """The report on months over several contract years. Errors: months that no contract covers, or two."""
    from ka_terms.analysis.monthly.window import window
    from ka_terms.cli.errors import blamed_on
    from ka_terms.presentation.reports.by_period.window import window_report

    with blamed_on("--from"):
        shown = window(statements, *months, period.view if period else "budget")
    return window_report(shown, session.words)


def _explanation(session: Session, loaded: Loaded, statement: Statement, term: str) -> Report:
    """The report on one term, which may go by any name of its fee. Errors: no such term in the contract."""
    from ka_terms.cli.errors import refused
    from ka_terms.model.faults import Fault, none_of, quoted
    from ka_terms.presentation.reports.explanation import explanation_report

    line = statement.line(term) or statement.line(session.catalogue.canonical(term))
    if line is None:
        terms = [found.term for found in statement.lines]
        without = Fault(quoted(term), message("a contract with terms"), message("remove --explain"))
        raise refused("--explain", none_of(term, terms) if terms else without)
    return explanation_report(statement, line, session.words, loaded.origin_of)
