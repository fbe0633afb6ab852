"""The rounds of a negotiation as a report, always internal."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.presentation.chart import Axis, Chart, Series, Shape
from ka_terms.presentation.fields import flat
from ka_terms.presentation.reports.rounds.record import round_fields, rounds_of, rounds_record
from ka_terms.presentation.reports.rounds.sentences import Sentences
from ka_terms.presentation.reports.rounds.tables import (
    moves_table,
    open_table,
    rounds_table,
    shares_table,
    years_table,
)
from ka_terms.presentation.table import Kind, Report
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.rounds.offer import Side
    from ka_terms.analysis.rounds.rounds import Negotiation, Rounds

_BEYOND = Decimal("0.5")
"""How far lines go on where one begins in the last round, so that it can be seen."""


def rounds_report(result: Rounds, words: Words) -> Report:
    """Everything that `rounds` says: of the latest year in full, of others their rounds and what came back."""
    latest = result.latest
    said = Sentences(latest, words)
    headline = tuple(said.headline())
    tables = [
        shares_table(latest, words),
        rounds_table(result, words),
        moves_table(latest, words),
        open_table(latest, words),
        years_table(result, words),
    ]
    return Report(
        headline=headline,
        tables=[table for table in tables if table],
        notes=tuple(said.notes(result)),
        flat=flat(round_fields(), rounds_of(result)),
        record=lambda: rounds_record(result, words),
        title=_title(latest, words),
        internal=words.say("approval.banner"),
        currency=result.plan.currency,
        charts=_closing(latest, headline[0], words),
    )


def _title(negotiation: Negotiation, words: Words) -> str:
    key = "rounds.title" if negotiation.year is None else "rounds.title_of_year"
    return words.joined(lambda one: one.say(key, year=negotiation.year))


def _closing(negotiation: Negotiation, title: str, words: Words) -> tuple[Chart, ...]:
    """Their line and ours over the rounds, and last year's terms; nothing of a single round."""
    if len(negotiation.rounds) == 1:
        return ()
    sides: tuple[Side, ...] = ("theirs", "ours")
    end = Decimal(len(negotiation.rounds))
    if any(
        side in negotiation.last.standing and side not in negotiation.rounds[-2].standing for side in sides
    ):
        end += _BEYOND
    lines = [_line(negotiation, side, end, words) for side in sides]
    chart = Chart(
        "rounds",
        Shape.LINES,
        title,
        Axis(words("rounds.round"), Kind.COUNT, is_whole=True),
        Axis(words("rounds.cost" if _has_gives(negotiation) else "total_fees"), Kind.MONEY),
        tuple(line for line in (*lines, _last_year(negotiation, end, words)) if line),
    )
    return (chart,)


def _has_gives(negotiation: Negotiation) -> bool:
    return any(one.position.offer.gives for one in negotiation.rounds)


def _line(negotiation: Negotiation, side: Side, end: Decimal, words: Words) -> Series | None:
    """What each round from the opening on left as the position of a side."""
    points = [
        (Decimal(one.number), one.standing[side].cost) for one in negotiation.rounds if side in one.standing
    ]
    if not points:
        return None
    if points[-1][0] < end:
        points.append((end, points[-1][1]))
    places, values = zip(*points, strict=True)
    return Series(words(f"rounds.line.{side}"), values, places)


def _last_year(negotiation: Negotiation, end: Decimal, words: Words) -> Series | None:
    fees = negotiation.last_year and negotiation.last_year.fees
    if fees is None:
        return None
    return Series(words("rounds.line.last_year"), (fees, fees), (Decimal(1), end))
