"""`ka-terms steps`: what a step costs, and what no deal costs."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli import completion
from ka_terms.cli.options import (
    READ,
    HighSales,
    LowSales,
    NeverFor,
    OnePlan,
    ScenarioFile,
    SetValue,
    WalkAway,
)
from ka_terms.cli.shared import FOR_AMOUNTS, shared

if TYPE_CHECKING:
    from ka_terms.cli.session import Session


@dataclass(frozen=True)
class StepsOptions:
    """What `steps` alone takes, and what it shares with a few."""

    step: Annotated[
        list[str],
        typer.Option(
            "--step",
            metavar="PATH=CHANGE",
            help="A step of your own: listing_fee=+100, monthly_rebate=+0.3%, or the new value.",
            autocompletion=completion.inputs,
        ),
    ] = field(default_factory=list)
    against: Annotated[
        str,
        typer.Option(
            metavar="TERM", help="Exchange one step of this term, or one event of it, for everything else."
        ),
    ] = ""
    low: LowSales = ""
    high: HighSales = ""
    request: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Their request, on the plan of FILE.", **READ)
    ] = None
    walk_away: WalkAway = False
    plan: OnePlan = None
    set_: SetValue = field(default_factory=list)
    for_: NeverFor = None


@shared(FOR_AMOUNTS)
def command(file: ScenarioFile, options: StepsOptions, *, session: Session) -> None:
    """Price the steps that people say aloud at the table, and no deal.

    Internal: needs --internal. Costs are in money at low, planned and high sales; with a margin also the
    extra sales that earn a step back, and what a month without orders costs.

    \b
    Examples: ka-terms steps finance.yaml --internal
              ka-terms steps finance.yaml --internal --against dm_tg_fee --request ask.yaml
    """
    from ka_terms.cli.steps.concessions import answer

    answer(session, file, options)
