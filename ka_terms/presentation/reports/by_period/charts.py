"""The fees of a contract month by month, and what its measures come to beside their tiers as the year goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.presentation.chart import Axis, Chart, Series, Shape
from ka_terms.presentation.reports.by_period.layout import period_headers
from ka_terms.presentation.table import Kind
from ka_terms.presentation.wording.kinds import KINDS
from ka_terms.presentation.wording.terms import bound_says
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.monthly.view import MonthlyView, PhasedFee
    from ka_terms.calculation.period_status import Settlement

_MOST = 7
"""Terms with a colour of their own; the smaller ones share one."""
_NONE = Decimal(0)


def stacked_fees(view: MonthlyView, title: str, words: Words) -> Chart:
    """A column a period, of the terms by their size; what is not phased is in none of them."""
    fees = sorted(
        (fee for fee in view.fees if any(fee.amounts)), key=lambda fee: -sum(map(abs, fee.amounts), _NONE)
    )
    shown, rest = (fees, []) if len(fees) <= _MOST else (fees[: _MOST - 1], fees[_MOST - 1 :])
    series = [Series(words.fee(fee.line.fee), fee.amounts) for fee in shown]
    if rest:
        others = tuple(sum(amounts, _NONE) for amounts in zip(*(fee.amounts for fee in rest), strict=True))
        series.append(Series(words("other_terms"), others))
    _, *names = period_headers(view, words)
    return Chart(
        "months",
        Shape.STACKED,
        title,
        Axis(""),
        Axis(words("total_fees"), Kind.MONEY),
        tuple(series),
        categories=tuple(names),
    )


def to_date(view: MonthlyView, words: Words) -> Iterator[Chart]:
    """Of what is owed: the measure of every tiered fee at the end of each period, and its tiers across."""
    for fee in view.fees if view.view == "owed" else ():
        ended = [settlement for settlement in fee.settlements if settlement.tiers]
        if len(ended) > 1:
            yield _beside_tiers(fee, ended, words)


def _beside_tiers(fee: PhasedFee, settlements: Sequence[Settlement], words: Words) -> Chart:
    last = settlements[-1].tiers
    quantity, name = words.figure(last[0].quantity), words.fee(fee.line.fee)
    each_alone = bool(fee.line.settlements) and not last[0].term.cumulative
    if each_alone:
        met = [sum(status.reached for status in settlement.tiers) for settlement in settlements]
        count = sum(map(bool, met))
        title = words.say(
            "chart.each_period", term=name, count=count, periods=len(met), most=max(met), tiers=len(last)
        )
    else:
        title = words.say(
            "chart.to_date", term=name, reached=sum(status.reached for status in last), tiers=len(last)
        )

    def over_months(name: str, values: Iterable[Decimal]) -> Series:
        """What stands at the end of each settlement; of one on its own months alone, throughout them."""
        if not each_alone:
            return Series(
                name, (*values,), tuple(Decimal(settlement.months[-1]) for settlement in settlements)
            )
        throughout = [
            (Decimal(place), value)
            for each, value in zip(settlements, values, strict=True)
            for place in (each.months[0] - 1, each.months[-1])
        ]
        places, seen = zip(*dict.fromkeys(throughout), strict=True)
        return Series(name, seen, places)

    measured = over_months(quantity, (settlement.tiers[0].measured for settlement in settlements))
    bounds = [
        over_months(
            bound_says(status.tier, status.term, words),
            [settlement.tiers[at].bound for settlement in settlements],
        )
        for at, status in enumerate(last)
    ]
    return Chart(
        f"to_date.{fee.line.term}",
        Shape.LINES,
        title,
        Axis(words("chart.month"), Kind.COUNT),
        Axis(words.say("chart.of_period", figure=quantity) if each_alone else quantity, KINDS[last[0].kind]),
        (measured, *bounds),
    )
