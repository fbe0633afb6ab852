"""`ka-terms portfolio`: the whole set of accounts."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli import completion
from ka_terms.cli.option_values import whole
from ka_terms.cli.options import NeverFor, SetValue, TableEncoding, TableSheet
from ka_terms.cli.shared import FOR_AMOUNTS, shared

if TYPE_CHECKING:
    from ka_terms.cli.session import Session

FilesOrFolders = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE|FOLDER...", help="Scenario files, folders with them, and tables of accounts."
    ),
]


@dataclass(frozen=True)
class PortfolioOptions:
    """What `portfolio` alone takes, and what it shares with a few."""

    by: Annotated[
        str,
        typer.Option(
            metavar="GROUPS",
            help="Groups to show: channel, nature, category, status, year, separated by commas.",
        ),
    ] = ""
    top: Annotated[
        int | None,
        typer.Option(metavar="N", parser=whole(1, 10_000), help="Show the N largest only (default: all)."),
    ] = None
    within: Annotated[
        int, typer.Option(metavar="DAYS", parser=whole(0, 3660), help="Days in which settlements are due.")
    ] = 60
    date: Annotated[
        str, typer.Option(metavar="DATE", help="The day from which they count (default: the current date).")
    ] = ""
    policy: Annotated[
        str,
        typer.Option(
            metavar="FILE",
            help="File with house rules, or the name of a shipped policy.",
            autocompletion=completion.policies,
        ),
    ] = ""
    sweep: Annotated[
        list[str],
        typer.Option(
            "--sweep",
            metavar="PATH=VALUES",
            help="Move all contracts at once: sales=+0%,+5%,+10%. Repeat it.",
        ),
    ] = field(default_factory=list)
    encoding: TableEncoding = ""
    sheet: TableSheet = ""
    jobs: Annotated[
        int,
        typer.Option(metavar="N", parser=whole(0, 256), help="Processes that read; 0 is one a processor."),
    ] = 0
    set_: SetValue = field(default_factory=list)
    for_: NeverFor = None


@shared(FOR_AMOUNTS)
def command(files: FilesOrFolders, options: PortfolioOptions, *, session: Session) -> None:
    """Sum up all accounts: what they cost, what moved, what is due.

    A file that cannot be read is reported and stops nothing; the exit code is then 1.

    \b
    Examples: ka-terms portfolio contracts
              ka-terms portfolio contracts --by channel --top 10 --policy china-supplier-charges
              ka-terms portfolio contracts --set sales=+5% --output accounts.xlsx
    """
    from ka_terms.cli.steps.portfolio.answer import answer

    answer(session, files, options)
