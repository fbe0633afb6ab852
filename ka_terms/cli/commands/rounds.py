"""`ka-terms rounds`: how a negotiation went, round by round."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli.options import READ, NeverFor, WalkAway, file_option
from ka_terms.cli.shared import FOR_AMOUNTS, shared

if TYPE_CHECKING:
    from ka_terms.cli.session import Session

FolderOrFiles = Annotated[
    list[Path],
    typer.Argument(
        metavar="FOLDER|FILE...",
        help="A folder with one scenario a round, or the scenarios; - is standard input.",
        **READ,
    ),
]


@dataclass(frozen=True)
class RoundsOptions:
    """What `rounds` alone takes."""

    rounds: Annotated[
        Path | None,
        file_option(
            "Order, dates, notes and non-price gives of the rounds (default: rounds.yaml in the folder)."
        ),
    ] = None
    plan: Annotated[
        Path | None,
        file_option("Calculate every round on the plan of FILE (default: that of the last round)."),
    ] = None
    baseline: Annotated[
        Path | None, file_option("The contract of last year (default: the file that last_year refers to).")
    ] = None
    walk_away: WalkAway = False
    for_: NeverFor = None


@shared(FOR_AMOUNTS)
def command(files: FolderOrFiles, options: RoundsOptions, *, session: Session) -> None:
    """Show what moved in each round of a negotiation, and by whom.

    A walk-away limit applies to the last round.

    \b
    Examples: ka-terms rounds scenarios --internal
              ka-terms rounds scenarios/2003-*.yaml --internal --output rounds.pptx
    """
    from ka_terms.analysis.rounds.rounds import rounds
    from ka_terms.cli.guardrails import enforce, require_walk_away
    from ka_terms.cli.internal import require_internal
    from ka_terms.cli.steps.round_files import round_files
    from ka_terms.presentation.reports.rounds.report import rounds_report

    require_internal(session, options.for_)
    session.check_output()
    read = round_files(session, files, options.rounds, options.plan, options.baseline)
    result = rounds(read.offers, read.last_years, read.plan, session.catalogue)
    last = [result.latest.last.position.statement]
    require_walk_away(last, session, asked=options.walk_away)
    session.emit(rounds_report(result, session.words), count_doubts=True)
    enforce([], last, session, walk_away=options.walk_away)
