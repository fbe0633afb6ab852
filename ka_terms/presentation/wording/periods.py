"""Sets of months in words: `Q1`, `Oct`, `Jan–Feb and Sep`; 一季度, 10 月."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ka_terms.model.contract.terms.term_base import TermBase
from ka_terms.model.numbers.month import MONTHS_A_YEAR, Months, calendar_month, positions
from ka_terms.presentation.words import Words


def period(months: Months, calendar: Sequence[int], words: Words) -> str:
    """A set of months by the name that people have for it; a quarter and a half are those of the contract year."""
    size, first = len(months), months[0]
    is_run = months == tuple(range(first, first + size))
    if is_run and size == MONTHS_A_YEAR:
        return words.say("period.year")
    if is_run and size in (3, 6) and first % size == 1:
        key = "quarter" if size == 3 else "half"
        return words.say(f"{key}.{first // size + 1}")
    names = [words.say(f"month.{month}") for month in calendar]
    return words.listed(_runs(months, names, words))


def _runs(months: Months, names: Sequence[str], words: Words) -> Iterator[str]:
    """The names of months, those in a row as one."""
    in_a_row = groupby(zip(months, names, strict=True), key=lambda each: each[0] - months.index(each[0]))
    for _, run in in_a_row:
        first, *others = [name for _, name in run]
        yield words.say("period.span", first=first, last=others[-1]) if others else first


def settled_says(term: TermBase, starts: int, words: Words) -> list[str]:
    """How a term is settled: `settled by quarter, on the year to date, only in Oct`; nothing of one for the year."""
    if term.is_yearly:
        return []
    parts = []
    if term.selected:
        months = positions(term.selected, starts)
        calendar = [calendar_month(at, starts) for at in months]
        parts.append(words.say("says.in_months", months=period(months, calendar, words)))
    if term.each not in (None, "year"):
        parts.append(words.say(f"says.each_{term.each}"))
    if term.cumulative:
        parts.append(words.say("says.to_date"))
    return parts
