"""How a line comes to its amount, in one phrase."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from ka_terms.presentation.quantities import number
from ka_terms.presentation.wording.expression import explain
from ka_terms.presentation.wording.periods import period, span
from ka_terms.presentation.wording.rules import not_due
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.calculation.period_status import Settlement
    from ka_terms.calculation.statement import Line


_MOST_IN_A_TABLE = 4
"""Settlements that are told one by one in a table: the quarters of a year."""


def explanation(line: Line, words: Words) -> str:
    """The arithmetic of a line, settlement by settlement; of a term that is not due why, and what it would cost."""
    if line.settlements:
        return words.say("join.semicolon").join(_by_period(line, words))
    if line.would_cost is None:
        return explain(line.formula, words)
    return not_due(line.rules, number(line.would_cost), words)


def brief_explanation(line: Line, words: Words) -> str:
    """The same for a table; of a fee with many different settlements how many there are, and between which amounts."""
    if not line.settlements or len([*_by_period(line, words)]) <= _MOST_IN_A_TABLE:
        return explanation(line, words)
    amounts = [settlement.amount for settlement in line.settlements]
    values = {
        "count": len(amounts),
        "low": number(min(amounts)),
        "high": number(max(amounts)),
        "term": line.term,
    }
    key = "explain.even_settlements" if min(amounts) == max(amounts) else "explain.settlements"
    return words.say(key, **values)


def _by_period(line: Line, words: Words) -> Iterator[str]:
    """`Q1: 2% × 160,000`; settlements in a row that come to their amount in the same way are put together."""
    told = [(settlement, settlement_explanation(settlement, words)) for settlement in line.settlements]
    for way, same in groupby(told, key=lambda pair: pair[1]):
        settlements = [settlement for settlement, _ in same]
        periods = [(each.months, each.calendar) for each in settlements]
        names = [period(*of, words) for of in periods]
        months = [month for each in settlements for month in each.months]
        if len(names) == 1:
            yield words.say("explain.of_period", period=names[0], way=way)
            continue
        is_run = months[-1] - months[0] + 1 == len(months)
        yield words.say(
            "explain.of_each", period=span(periods, words) if is_run else words.listed(names), way=way
        )


def settlement_explanation(settlement: Settlement, words: Words, *, is_agreed: bool = True) -> str:
    """The arithmetic of one settlement, with what was settled before; or was owed, where no settlement is agreed."""
    if settlement.would_cost is not None:
        return not_due(settlement.rules, number(settlement.would_cost), words)
    way, before = explain(settlement.due, words), settlement.before
    key = "explain.before" if is_agreed else "explain.owed_before"
    return words.say(key, way=way, amount=number(before)) if before else way
