"""`ka-terms report`: a page that recalculates by itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli import completion
from ka_terms.cli.options import READ, OnePlan, ScenarioFiles, SetValue, WalkAway
from ka_terms.cli.options import output as output_option
from ka_terms.cli.shared import FOR_PAGES, shared

if TYPE_CHECKING:
    from ka_terms.cli.session import Session


@dataclass(frozen=True)
class ReportOptions:
    """What `report` alone takes, and what it shares with a few."""

    slider: Annotated[
        list[str],
        typer.Option(
            "--slider",
            metavar="PATH=RANGE",
            help="Input to move in the page: sales=8M..12M, sales=8M..12M..250k (default: sales, plan ±30%).",
            autocompletion=completion.inputs,
        ),
    ] = field(default_factory=list)
    baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Compare with this contract (default: the first).", **READ),
    ] = None
    plan: OnePlan = None
    walk_away: WalkAway = False
    set_: SetValue = field(default_factory=list)


@shared(FOR_PAGES)
def command(
    files: ScenarioFiles,
    options: ReportOptions,
    output: Annotated[
        Path | None, output_option("Write to FILE, an html page; - is standard output.")
    ] = None,
    *,
    session: Session,
) -> None:
    """Write a page with sliders that recalculates by itself.

    \b
    Examples: ka-terms report scenarios/2003-agreed.yaml --output agreed.html
              ka-terms report scenarios/2002.yaml scenarios/2003-agreed.yaml --slider sales=8M..12M --output page.html
              ka-terms report scenarios/2003-a*.yaml --slider stores.new=0..20 --output stores.html
    """
    from ka_terms.cli.steps.page import answer, check_output

    check_output(session, output)
    answer(session, files, options)
