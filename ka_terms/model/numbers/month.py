"""Months as people write them, and sets of months of a contract year.

A month has its calendar number (October is 10) and, in a contract year that begins in April, a position (October is
the seventh). Names and numbers in a file are calendar months; `Months` holds positions, from 1 to 12, rising.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ka_terms.model.faults import Fault, only, refusal, refuse
from ka_terms.model.numbers.notations import folded_number
from ka_terms.text.messages import Message, message

MONTHS_A_YEAR = 12
Months = tuple[int, ...]
"""Positions in the contract year, rising."""
YEAR: Months = tuple(range(1, MONTHS_A_YEAR + 1))
_ENGLISH = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_CHINESE = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
NAMES: Mapping[str, int] = {
    **{name: at for at, name in enumerate(_ENGLISH, start=1)},
    **{name[:3]: at for at, name in enumerate(_ENGLISH, start=1)},
    "sept": 9,
    **{f"{name}月": at for at, name in enumerate(_CHINESE, start=1)},
    **{f"{at}月": at for at in YEAR},
}
_TOLD = (
    *(message("January"), message("February"), message("March"), message("April")),
    *(message("May"), message("June"), message("July"), message("August")),
    *(message("September"), message("October"), message("November"), message("December")),
)
_MONTH = message("a month from 1 to 12, or its name such as mar")
_MONTHS = message("months such as [10], [1..6] or [jan, feb]")
_PERIOD = message("a period such as q1, h2, oct or 1..6")
_RANGE = re.compile(r"(.+?) ?(?:\.\.|…) ?(.+)")
_OPEN_RANGE = re.compile(r"^(?:\.\.|…)|(?:\.\.|…)$")
_OTHER_RANGE = re.compile(r"(.+?) ?[-–—~～至到] ?(.+)")


def month_of(raw: object) -> int | None:
    """The calendar number of a month; None of what is none."""
    if isinstance(raw, bool):
        return None
    text = folded_number(str(raw)).strip().casefold()
    if (name := text.removesuffix(".")) in NAMES:
        return NAMES[name]
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= 2 else 0
    return number if number in YEAR else None


def read_month(raw: object) -> int:
    """A calendar month: 1 to 12, or its name. Errors: anything else."""
    month = month_of(raw)
    if month is None:
        raise refuse(raw, _MONTH, message("write a month from 1 to 12"))
    return month


def month_name(month: int) -> str:
    """The name of a calendar month, for a message in whatever language."""
    return _TOLD[month - 1]


class MonthRange(NamedTuple):
    """Calendar months from the first to the last, which may lie across December."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}..{self.last}"

    def positions(self, starts: int) -> Months:
        """The positions of its months in a contract year that begins in `starts`; empty where it crosses its end."""
        first, last = position(self.first, starts), position(self.last, starts)
        return tuple(range(first, last + 1))


def position(month: int, starts: int) -> int:
    """The position of a calendar month in a contract year that begins in `starts`."""
    return (month - starts) % MONTHS_A_YEAR + 1


def calendar_month(at: int, starts: int) -> int:
    """The calendar month at a position of a contract year that begins in `starts`."""
    return (at + starts - 2) % MONTHS_A_YEAR + 1


def positions(ranges: Iterable[MonthRange], starts: int) -> Months:
    """The positions of all the months, rising."""
    return tuple(sorted({at for each in ranges for at in each.positions(starts)}))


def read_month_ranges(raw: object) -> tuple[MonthRange, ...]:
    """The months of `in:`, each alone or a range. Errors: none at all, a month twice, what is no month."""
    entries = raw if isinstance(raw, list | tuple) else (raw,)
    if not entries:
        raise refusal(Fault(message("an empty list"), _MONTHS, message("name a month, or delete the key")))
    found: list[MonthRange] = []
    for at, entry in enumerate(entries):
        each = entry if isinstance(entry, MonthRange) else _read_range(entry, at)
        if {*found} and {*_calendar(found)} & {*_calendar([each])}:
            raise refuse(entry, message("each month once"), message("delete one of them"), at=(at,))
        found.append(each)
    return tuple(found)


def _read_range(raw: object, at: int) -> MonthRange:
    text = str(raw).strip()
    parts = _RANGE.fullmatch(text)
    if parts is None and month_of(raw) is None and (other := _OTHER_RANGE.fullmatch(text)):
        first, last = (month_of(part) for part in other.groups())
        if first and last:
            raise refuse(raw, _MONTHS, only(f"{first}..{last}"), at=(at,))
    first, last = map(month_of, parts.groups() if parts else (raw, raw))
    if first is None or last is None:
        raise refuse(raw, _MONTHS, _of_no_range(text), at=(at,))
    return MonthRange(first, last)


def _of_no_range(text: str) -> Message:
    """How to mend what is neither a month nor a range."""
    if _OPEN_RANGE.search(text):
        return message("write the first and the last month, with .. between them")
    return message("write a month from 1 to 12")


def is_whole_year(ranges: Sequence[MonthRange]) -> bool:
    """Whether ranges have all the months of a year, in whichever month it begins."""
    return len({*_calendar(ranges)}) == MONTHS_A_YEAR


def _calendar(ranges: Sequence[MonthRange]) -> list[int]:
    """The calendar months of all ranges."""
    return [calendar_month(at, each.first) for each in ranges for at in each.positions(each.first)]


def read_period(raw: str, starts: int) -> tuple[Months, str]:
    """A run of months, and its name: a quarter `q1`, a half `h2`, a month `10` or `oct`, a range `1..6`.

    Errors: anything else, and a range across the end of a contract year that begins in `starts`.
    """
    text = folded_number(raw).strip().casefold()
    if matched := re.fullmatch("q([1-4])|h([12])", text):
        size, number = (3, matched[1]) if matched[1] else (6, matched[2])
        first = (int(number) - 1) * size
        return YEAR[first : first + size], text
    try:
        each = _read_range(text, 0)
    except ValueError:
        raise refuse(raw, _PERIOD, message("write {example}", example="q1")) from None
    months = each.positions(starts)
    if not months:
        expected = message(
            "months inside the contract year, which begins in {month}", month=month_name(starts)
        )
        raise refuse(raw, expected, message("write a shorter range"))
    return months, str(each)


def cut(months: Months, size: int) -> list[Months]:
    """The months cut at the quarters (`size` 3) or halves (6) of the contract year; a cut piece counts as one."""
    pieces: dict[int, list[int]] = {}
    for at in months:
        pieces.setdefault((at - 1) // size, []).append(at)
    return [tuple(piece) for piece in pieces.values()]
