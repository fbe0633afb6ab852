"""Sets of months in words: `Q1`, `Oct`, `Jan–Feb and Sep`; 一季度, 10 月."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.term_base import TermBase
from ka_terms.model.numbers.month import MONTHS_A_YEAR, Months, calendar_month, positions
from ka_terms.presentation.words import Words


def period(months: Months, calendar: Sequence[int], words: Words) -> str:
    """A set of months by the name that people have for it: `Q1`, `Jan–Feb and Sep`.

    A quarter and a half are those of the contract year, told with their months where that is no calendar year.
    """
    name = _name(months, words)
    return _named(months, calendar, words) if name is None else _told(name, months, calendar, words)


def span(periods: Sequence[tuple[Months, Sequence[int]]], words: Words) -> str:
    """Several periods in a row as one: `Q2–Q3`, `Jan–Apr`."""
    months = tuple(at for of, _ in periods for at in of)
    calendar = [month for _, of in periods for month in of]
    names = [_name(of, words) for of, _ in (periods[0], periods[-1])]
    first, last = (
        name or _named(*of, words) for name, of in zip(names, (periods[0], periods[-1]), strict=True)
    )
    whole = words.say("period.span", first=first, last=last)
    return _told(whole, months, calendar, words) if all(names) else whole


def _name(months: Months, words: Words) -> str | None:
    """The name of a year, a half or a quarter; None of other months."""
    size, first = len(months), months[0]
    is_run = months == tuple(range(first, first + size))
    if is_run and size == MONTHS_A_YEAR:
        return words.say("period.year")
    if is_run and size in (3, 6) and first % size == 1:
        return words.say(f"{'quarter' if size == 3 else 'half'}.{first // size + 1}")
    return None


def _told(name: str, months: Months, calendar: Sequence[int], words: Words) -> str:
    """The name of a period, with its months where it is no period of a calendar year."""
    if len(months) == MONTHS_A_YEAR or not calendar or calendar[0] == months[0]:
        return name
    return words.say("period.shifted", period=name, months=_named(months, calendar, words))


def _named(months: Months, calendar: Sequence[int], words: Words) -> str:
    return words.listed(_runs(months, [words.say(f"month.{month}") for month in calendar], words))


def _runs(months: Months, names: Sequence[str], words: Words) -> Iterator[str]:
    """The names of months, those in a row as one."""
    in_a_row = groupby(zip(months, names, strict=True), key=lambda each: each[0] - months.index(each[0]))
    for _, run in in_a_row:
        first, *others = [name for _, name in run]
        yield words.say("period.span", first=first, last=others[-1]) if others else first


def named_with_start(scenario: Scenario, words: Words) -> str:
    """The name of a contract, with the month that its year begins in where that is not January."""
    if scenario.plan.starts == 1:
        return scenario.scenario
    return words.say("starts.name", name=scenario.scenario, month=words.say(f"month.{scenario.plan.starts}"))


def starts_notes(scenarios: Sequence[Scenario], words: Words, *, in_columns: bool = False) -> Iterator[str]:
    """In which months the years of contracts begin, where these differ; whose months are those of columns."""
    if len({scenario.plan.starts for scenario in scenarios}) == 1:
        return
    names = [
        words.say("starts.one", name=each.scenario, month=words.say(f"month.{each.plan.starts}"))
        for each in scenarios
    ]
    yield words.say("starts.note", names=words.listed(names))
    if in_columns:
        yield words.say("starts.columns", name=scenarios[0].scenario)


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
