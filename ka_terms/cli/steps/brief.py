"""The steps of `ka-terms brief`: which contract is which, and the page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ka_terms import __version__
from ka_terms.analysis.asked_sales import read_sales
from ka_terms.analysis.brief.brief import brief
from ka_terms.analysis.offers.offers import Wish, read_varied
from ka_terms.cli.errors import blamed_on
from ka_terms.cli.guardrails import enforce, require_walk_away
from ka_terms.cli.internal import require_internal
from ka_terms.cli.session import Session
from ka_terms.cli.steps.approval_files import contracts_of
from ka_terms.model.numbers.date import read_date
from ka_terms.presentation.reports.brief.report import Meeting, brief_report

if TYPE_CHECKING:
    from ka_terms.cli.commands.brief import BriefOptions

_OFFERS = 3
"""Offers for which the page has room."""


def answer(session: Session, files: Sequence[Path], options: BriefOptions) -> None:
    """Read the contracts, tell them apart, and put out the page."""
    require_internal(session, options.for_)
    session.check_output()
    with blamed_on("--date"):
        day: date | None = read_date(options.date) if options.date else None
    given = {
        "approve": options.target,
        "baseline": options.baseline,
        "request": options.request,
        "offer": options.offer,
    }
    contracts, _ = contracts_of(session, files, given, meeting=True)
    target = contracts.approved
    with blamed_on("--low"):
        low = read_sales(options.low, target, "low") if options.low else None
    with blamed_on("--high"):
        high = read_sales(options.high, target, "high") if options.high else None
    with blamed_on("--vary"):
        axes = read_varied(options.vary, target, session.catalogue)
        wish = Wish(sales=(low, high), offers=_OFFERS)
    with blamed_on("FILE..."):
        result = brief(contracts, session.catalogue, (low, high), axes, wish)
    require_walk_away([result.target], session, asked=options.walk_away)
    words = session.words.of(*(one for one in contracts if one is not None))
    meeting = Meeting(day, options.with_, tuple(options.question), __version__)
    session.emit(brief_report(result, meeting, words, [target]))
    enforce([], [result.target], session, walk_away=options.walk_away)
