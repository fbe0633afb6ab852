"""`ka-terms brief`: one page before the meeting."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli import completion
from ka_terms.cli.options import (
    HighSales,
    LastContract,
    LowSales,
    NeverFor,
    ScenarioFiles,
    TheirRequest,
    WalkAway,
    file_option,
)
from ka_terms.cli.shared import FOR_AMOUNTS, shared

if TYPE_CHECKING:
    from ka_terms.cli.session import Session


@dataclass(frozen=True)
class BriefOptions:
    """What `brief` alone takes."""

    target: Annotated[
        Path | None,
        file_option(
            "What we want to reach; its plan is used for all (default: the agreed one, or the draft)."
        ),
    ] = None
    baseline: LastContract = None
    request: TheirRequest = None
    offer: Annotated[Path | None, file_option("Our last offer (default: the one with status: proposal).")] = (
        None
    )
    vary: Annotated[
        list[str],
        typer.Option(
            "--vary",
            metavar="PATH=VALUES",
            help="A number that an offer may change, for offers as dear as the target. Repeat it.",
            autocompletion=completion.inputs,
        ),
    ] = field(default_factory=list)
    low: LowSales = ""
    high: HighSales = ""
    question: Annotated[
        list[str], typer.Option("--question", metavar="TEXT", help="A question to ask them. Repeat it.")
    ] = field(default_factory=list)
    with_: Annotated[str, typer.Option("--with", metavar="TEXT", help="Whom we meet.")] = ""
    date: Annotated[str, typer.Option(metavar="DATE", help="The day of the meeting.")] = ""
    walk_away: WalkAway = False
    for_: NeverFor = None


@shared(FOR_AMOUNTS)
def command(files: ScenarioFiles, options: BriefOptions, *, session: Session) -> None:
    """Write the page for a meeting: positions, steps, no deal.

    Internal: needs --internal. docx and html are one A4 to print; png and svg draw the positions. Status and year tell
    which contract is which; options name it where they do not.

    \b
    Examples: ka-terms brief ask.yaml proposal.yaml finance.yaml --internal -o brief.docx
              ka-terms brief ask.yaml proposal.yaml finance.yaml --internal --vary events.dm=2..6..1
    """
    from ka_terms.cli.steps.brief import answer

    answer(session, files, options)
