"""`ka-terms approval`: the page on which a contract is approved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli import completion
from ka_terms.cli.options import LastContract, ScenarioFiles, TheirRequest, WalkAway, file_option
from ka_terms.cli.shared import FOR_AMOUNTS, shared

if TYPE_CHECKING:
    from decimal import Decimal

    from ka_terms.cli.session import Session
    from ka_terms.model.contract.scenario import Scenario
    from ka_terms.model.numbers.number import Index
    from ka_terms.model.settings.policy import Policy


@dataclass(frozen=True)
class ApprovalOptions:
    """What `approval` alone takes."""

    approve: Annotated[
        Path | None,
        file_option("The contract to approve (default: the agreed one, or the draft, of the latest year)."),
    ] = None
    baseline: LastContract = None
    request: TheirRequest = None
    offer: Annotated[
        Path | None, file_option("Our first offer (default: the one with status: proposal).")
    ] = None
    low: Annotated[
        str,
        typer.Option(
            metavar="SALES",
            help="Low sales to show beside last year's: 8M, +80% (default: the low estimate of the plan).",
        ),
    ] = ""
    walk_away: WalkAway = False
    policy: Annotated[
        str,
        typer.Option(
            metavar="FILE",
            help="File with house rules, or the name of a shipped policy.",
            autocompletion=completion.policies,
        ),
    ] = ""
    date: Annotated[
        str, typer.Option(metavar="DATE", help="The date on the page (default: the current date).")
    ] = ""


@shared(FOR_AMOUNTS)
def command(files: ScenarioFiles, options: ApprovalOptions, *, session: Session) -> None:
    """Write the page on which a contract is approved: one A4, internal.

    docx and html are a form to print, as each language has it. --internal adds contribution and walk-away limit. Status
    and year tell which contract is which; options name it where they do not.

    \b
    Examples: ka-terms approval scenarios/2002.yaml scenarios/2003-*.yaml -o approval.docx
              ka-terms approval scenarios/2003-*.yaml --internal --low +80% --lang zh-Hant -o approval.html
    """
    from ka_terms import __version__
    from ka_terms.analysis.approval.approval import approval
    from ka_terms.cli.guardrails import enforce, require_walk_away
    from ka_terms.cli.steps.approval_files import contracts_of, files_read
    from ka_terms.presentation.reports.approval.report import Provenance, approval_report

    session.check_output()
    day = _day(options.date)
    given = {
        "approve": options.approve,
        "baseline": options.baseline,
        "request": options.request,
        "offer": options.offer,
    }
    contracts, used = contracts_of(session, files, given)
    low = _low(options.low, contracts.approved)
    result = approval(contracts, low, _policy(options.policy, session), session.catalogue)
    provenance = Provenance(files_read(used, session), __version__, day)
    words = session.words.of(*(one for one in contracts if one is not None))
    require_walk_away([result.statement], session, asked=options.walk_away)
    session.emit(approval_report(result, provenance, words), count_doubts=True)
    enforce([], [result.statement], session, walk_away=options.walk_away)


def _low(typed: str, approved: Scenario) -> Decimal | Index | None:
    """The low sales: an amount, or growth on last year's."""
    if not typed:
        return None
    from ka_terms.analysis.asked_sales import read_low
    from ka_terms.cli.errors import blamed_on

    with blamed_on("--low"):
        return read_low(typed, approved)


def _day(typed: str) -> date:
    """The date that is asked for, else today."""
    from ka_terms.cli.errors import blamed_on
    from ka_terms.model.numbers.date import read_date

    if not typed:
        return datetime.now().astimezone().date()
    with blamed_on("--date"):
        return read_date(typed)


def _policy(name: str, session: Session) -> Policy | None:
    if not name:
        return None
    from ka_terms.reading.settings import read_policy

    return read_policy(name, session.catalogue.canonical)
