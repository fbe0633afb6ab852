"""`ka-terms vpo`: sales a store of accounts side by side."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli import completion
from ka_terms.cli.option_values import one_of
from ka_terms.cli.options import NeverFor, TableEncoding, TableSheet, readable
from ka_terms.cli.shared import FOR_AMOUNTS, shared

if TYPE_CHECKING:
    from ka_terms.cli.session import Session

TableOrScenarios = Annotated[
    list[Path],
    typer.Argument(
        metavar="TABLE|FILE...",
        help="A table of accounts or stores (csv, tsv, xlsx, a list in YAML), or scenarios.",
        autocompletion=completion.tables,
        parser=readable,
    ),
]


@dataclass(frozen=True)
class VpoOptions:
    """What `vpo` alone takes, and what it shares with others that read tables."""

    measure: Annotated[
        str | None,
        typer.Option(
            parser=one_of("sales", "volume"),
            metavar="MEASURE",
            help="Rank by sales or volume per store (default: volume, unless fewer rows have it).",
        ),
    ] = None
    encoding: TableEncoding = ""
    sheet: TableSheet = ""
    for_: NeverFor = None


@shared(FOR_AMOUNTS)
def command(files: TableOrScenarios, options: VpoOptions, *, session: Session) -> None:
    """Compare the VPO of accounts; find VPOs that contradict their row.

    \b
    Examples: ka-terms vpo scenarios/vpo/chains.csv
              ka-terms vpo stores.xlsx --measure sales --output vpo.pptx
              ka-terms vpo scenarios/2002.yaml scenarios/2003-plan.yaml
    """
    from ka_terms.analysis.vpo.vpo import accounts_of, vpo
    from ka_terms.cli.errors import blamed_on
    from ka_terms.cli.internal import refuse_reader
    from ka_terms.cli.steps.tables import the_table
    from ka_terms.presentation.reports.vpo.report import vpo_report

    refuse_reader(options.for_)
    session.check_output()
    measure = options.measure or ""
    if table := the_table(files, options.encoding, options.sheet, session):
        with blamed_on("--measure"):
            found = vpo(table.accounts, measure)
        session.show(vpo_report(found, session.words, table.remarks))
        return
    scenarios = [one.scenario for one in session.load_all(files)]
    with blamed_on("--measure"):
        found = vpo(accounts_of(scenarios), measure)
    report = vpo_report(found, session.words, None, scenarios, scenarios[0].currency)
    session.emit(report, count_doubts=True)
