"""Of what is owed to date: the tiers reached, and the months in which a tier, a limit or a condition takes hold."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.presentation.reports.by_period.layout import openings, period_headers, period_name
from ka_terms.presentation.table import Cell, Emphasis, Kind, Table, text
from ka_terms.presentation.wording.explanations import settlement_explanation
from ka_terms.presentation.wording.kinds import kind_of_figure
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.monthly.view import MonthlyView, Period, PhasedFee
    from ka_terms.calculation.period_status import Settlement

_NONE = Decimal(0)


def tiers_table(view: MonthlyView, words: Words) -> Table:
    """Of what is owed: the tier reached at the end of every period, and what the next is short by."""
    tiered = [fee for fee in view.fees if view.view == "owed" and any(each.tiers for each in fee.settlements)]
    rows = []
    for fee in tiered:
        ended = [_ended(fee, each) for each in view.periods]
        for key, cell in (("tier_reached", _reached), ("short_by", _short_by)):
            label = words.say(
                "column_case", name=words.fee(fee.line.fee), case=words.within(words(f"monthly.{key}"))
            )
            rows.append((text(label), *(cell(one) if one else text("") for one in ended)))
    return Table(tuple(period_headers(view, words)), tuple(rows), words("tiers"), openings=(*openings(view),))


def _ended(fee: PhasedFee, each: Period) -> Settlement | None:
    """The last settlement that falls into a period."""
    inside = [one for one in fee.settlements if one.months[-1] in each.months]
    return inside[-1] if inside else None


def _reached(settlement: Settlement) -> Cell:
    """What the highest tier reached pays; a dash where none is."""
    reached = [status.tier for status in settlement.tiers if status.reached]
    if not reached:
        return Cell(_NONE, Kind.RATIO, change=True)
    tier = reached[-1]
    return Cell(tier.amount, Kind.MONEY) if tier.rate is None else Cell(tier.rate, Kind.RATIO)


def _short_by(settlement: Settlement) -> Cell:
    """How far the measure is from the next tier; a dash where there is none."""
    missing = next((status for status in settlement.tiers if not status.reached), None)
    if missing is None:
        return Cell(_NONE, Kind.MONEY, change=True)
    return Cell(missing.distance, kind_of_figure(missing.kind))


def turns_table(view: MonthlyView, words: Words) -> Table:
    """Of what is owed: the months in which another tier counts than before, or a limit takes hold."""
    rows = [
        (
            text(words.fee(fee.line.fee)),
            text(period_name(each, words)),
            Cell(each.amount, Kind.MONEY),
            text(settlement_explanation(each, words, is_agreed=False), Emphasis.MUTED),
        )
        for fee in view.fees
        for each in fee.turns
    ]
    columns = ("term", "monthly.month", "amount", "explanation")
    return Table(tuple(map(words, columns)), tuple(rows), words("monthly.turns"))
