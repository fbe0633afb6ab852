"""`ka-terms rounds`: how a negotiation went, round by round."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli.options import READ
from ka_terms.cli.shared import FOR_AMOUNTS, shared
from ka_terms.text.messages import message

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


def _file(help: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(metavar="FILE", help=help, **READ)
    return option


@dataclass(frozen=True)
class RoundsOptions:
    """What `rounds` alone takes."""

    rounds: Annotated[
        Path | None,
        _file("Order, dates, notes and non-price gives of the rounds (default: rounds.yaml in the folder)."),
    ] = None
    plan: Annotated[
        Path | None, _file("Calculate every round on the plan of FILE (default: that of the last round).")
    ] = None
    baseline: Annotated[
        Path | None, _file("The contract of last year (default: the file that last_year refers to).")
    ] = None
    for_: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="READER",
            hidden=True,
            help="There is no edition for the retailer: rounds are internal.",
        ),
    ] = None
    """There is no edition for anybody else; who asks for one is told so."""


@shared(FOR_AMOUNTS)
def command(files: FolderOrFiles, options: RoundsOptions, *, session: Session) -> None:
    """Show what moved in each round of a negotiation, and by whom.

    \b
    Examples: ka-terms rounds scenarios --internal
              ka-terms rounds scenarios/2003-*.yaml --internal --output rounds.pptx
    """
    from ka_terms.analysis.rounds.rounds import rounds
    from ka_terms.cli.errors import refused
    from ka_terms.cli.steps.round_files import round_files
    from ka_terms.model.faults import Fault, quoted
    from ka_terms.presentation.reports.rounds.report import rounds_report

    session.check_output()
    if not session.internal:
        found = message("the command without {option}", option="--internal")
        expected = message("{option}, because nothing of the result is for others", option="--internal")
        raise refused("--internal", Fault(found, expected, message("add {option}", option="--internal")))
    if options.for_:
        expected = message("no edition for others, because the result is internal")
        fix = message("remove {option}", option="--for")
        raise refused("--for", Fault(quoted(options.for_), expected, fix))
    read = round_files(session, files, options.rounds, options.plan, options.baseline)
    result = rounds(read.offers, read.last_years, read.plan, session.catalogue)
    session.emit(rounds_report(result, session.words), count_doubts=True)
