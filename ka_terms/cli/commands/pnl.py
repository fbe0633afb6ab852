"""`ka-terms pnl`: the customer P&L of contracts side by side."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli import completion
from ka_terms.cli.options import NeverFor, OnePlan, ScenarioFiles, SetValue, WalkAway
from ka_terms.cli.shared import FOR_AMOUNTS, shared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ka_terms.analysis.pnl.pnl import Asked
    from ka_terms.cli.session import Session
    from ka_terms.model.contract.scenario import Scenario


@dataclass(frozen=True)
class PnlOptions:
    """What `pnl` alone takes, and what it shares with a few."""

    plan: OnePlan = None
    low: Annotated[
        str,
        typer.Option(
            metavar="SALES",
            help="Low sales to show too: 8M, +80% (default: the low estimate of the plan).",
        ),
    ] = ""
    high: Annotated[
        str,
        typer.Option(
            metavar="SALES",
            help="High sales to show too: 12M, +200% (default: the high estimate of the plan).",
        ),
    ] = ""
    sell_out: Annotated[
        str,
        typer.Option(
            "--sell-out",
            metavar="FIGURE",
            help="Figure of your own in the plan with the retailer's sales without VAT; adds the front margin.",
            autocompletion=completion.own_figures,
        ),
    ] = ""
    walk_away: WalkAway = False
    set_: SetValue = field(default_factory=list)
    for_: NeverFor = None


@shared(FOR_AMOUNTS)
def command(files: ScenarioFiles, options: PnlOptions, *, session: Session) -> None:
    """Show the customer P&L: from gross sales to account contribution.

    It is internal throughout, and needs --internal. Costs that a file does not give are not in the contribution, which
    says so.

    \b
    Examples: ka-terms pnl scenarios/2003-agreed.yaml --internal
              ka-terms pnl scenarios/2003-ask.yaml scenarios/2003-agreed.yaml --internal --low +80%
              ka-terms pnl scenarios/2003-agreed.yaml --internal --output pnl.pptx
    """
    from ka_terms.analysis.pnl.pnl import pnl
    from ka_terms.cli.guardrails import enforce, require_walk_away
    from ka_terms.cli.internal import require_internal
    from ka_terms.cli.steps.set_values import on_one_plan, with_set_note, with_values
    from ka_terms.presentation.reports.pnl.report import pnl_report
    from ka_terms.reading.several import distinctly_named

    require_internal(session, options.for_)
    session.check_output()
    loaded, plan = session.load_with_plan(files, options.plan)
    loaded = with_values(on_one_plan(loaded, plan), options.set_, session.catalogue)
    scenarios = distinctly_named(loaded)
    result = pnl(scenarios, _asked(scenarios, options), session.catalogue)
    statements = [one.plan.statement for one in result.contracts]
    require_walk_away(statements, session, asked=options.walk_away)
    report = pnl_report(result, session.words)
    session.emit(with_set_note(report, options.set_, session.words), count_doubts=True)
    enforce([], statements, session, walk_away=options.walk_away)


def _asked(scenarios: Sequence[Scenario], options: PnlOptions) -> Asked:
    from ka_terms.analysis.pnl.pnl import read_asked
    from ka_terms.cli.errors import blamed_on

    with blamed_on("FILE...", low="--low", high="--high", sell_out="--sell-out"):
        return read_asked(scenarios, options.low, options.high, options.sell_out)
