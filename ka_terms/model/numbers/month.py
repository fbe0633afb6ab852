"""Months as people write them, and sets of months of a contract year.

A month has its calendar number (October is 10) and, in a contract year that begins in April, a position (October is
the seventh). Names and numbers in a file are calendar months; `Months` holds positions, from 1 to 12, rising.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ka_terms.model.faults import Fault, nearest, only, quoted, refusal, refuse
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
_OTHER_RANGE = re.compile(r"(?:from |[从從自])?(.+?) ?(?:[-–—~～至到]|\bto\b|\bthrough\b|\.{3,}) ?(.+)")
_BETWEEN = re.compile(r"[,，、;；/&+和及]| and ")
_OTHER_MONTH = re.compile(r"第?([0-9]{1,2}月|[一二三四五六七八九十]{1,2}月)份?|(?:month|m)[ -]?([0-9]{1,2})")
_OTHER_PERIOD = re.compile(
    r"第?([1-4一二三四])季度?|(?:q|quarter)[ -]?([1-4])(?:季度?)?|([1-4])(?:q|(?:st|nd|rd|th) quarter)"
    r"|([上下])半年度?|(?:h|half)[ -]?([12])|([12])h"
)
_NUMBER = {"一": "1", "二": "2", "三": "3", "四": "4", "上": "1", "下": "2"}
_OF_PERIOD = {"q1": "1..3", "q2": "4..6", "q3": "7..9", "q4": "10..12", "h1": "1..6", "h2": "7..12"}


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
        raise refuse(raw, _MONTH, _of_no_month(str(raw)))
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
    faults = []
    for at, entry in enumerate(entries):
        if each := _range_of(entry):
            found.append(each)
        else:
            mend = _of_no_range(str(entry).strip(), alone=entry is raw)
            faults.append(Fault(quoted(entry), _MONTHS, mend, (at,)))
    if faults:
        raise refusal(*faults)
    for at, each in enumerate(found):
        if {*_calendar(found[:at])} & {*_calendar([each])}:
            mend = message("delete one of them")
            if each not in found[:at]:
                mend = message("write `{line}`", line=f"in: [{', '.join(map(str, _merged(found)))}]")
            raise refuse(entries[at], message("each month once"), mend, at=(at,))
    return tuple(found)


def _range_of(raw: object) -> MonthRange | None:
    """A month or a range of months; None of what is neither."""
    if isinstance(raw, MonthRange):
        return raw
    parts = _RANGE.fullmatch(str(raw).strip())
    first, last = map(month_of, parts.groups() if parts else (raw, raw))
    return MonthRange(first, last) if first and last else None


def _merged(ranges: Sequence[MonthRange]) -> list[MonthRange]:
    """Each month of some ranges once, those in a row as one; across December where a range lies across it."""
    runs: list[list[int]] = []
    for month in sorted({*_calendar(ranges)}):
        if runs and runs[-1][-1] == month - 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    if any(each.first > each.last for each in ranges):
        runs = [runs[-1] + runs[0], *runs[1:-1]]
    return [MonthRange(run[0], run[-1]) for run in runs]


def _of_no_range(text: str, alone: bool) -> Message | str:
    """How to mend what is neither a month nor a range; `alone` says that it is no entry of a list."""
    if meant := months_meant(text):
        several = ", ".join(meant)
        return only(f"[{several}]" if alone and len(meant) > 1 else several)
    if months := _OF_PERIOD.get(period_meant(text)):
        return message("write its months, {months} in a contract year that begins in January", months=months)
    if _OPEN_RANGE.search(text):
        return message("write the first and the last month, with .. between them")
    return _of_no_month(text)


def months_meant(text: str) -> list[str]:
    """The months and ranges that a text which is no list of them names one after another; none of any other text."""
    # More than a year has, or one of them twice, would not be taken.
    parts = _BETWEEN.split(text)
    found = dict.fromkeys(_entry_meant(part.strip()) for part in parts[: MONTHS_A_YEAR + 1])
    return [*found] if all(found) and len(found) == len(parts) <= MONTHS_A_YEAR else []


def each_month_meant(text: str) -> list[str]:
    """The same with every month of a range, for a list that takes no ranges."""
    found: list[str] = []
    for part in months_meant(text):
        each = _range_of(part)
        found += map(str, _calendar([each])) if each and each.first != each.last else [part]
    return found


def _entry_meant(text: str) -> str:
    """A month or a range as a file writes it; empty where the text is neither."""
    if each := _range_of(text):
        return text if text.isascii() and text.isalpha() else str(each)
    if other := _OTHER_RANGE.fullmatch(text):
        first, last = (month_of(part) for part in other.groups())
        return f"{first}..{last}" if first and last else ""
    return str(month_meant(text) or "")


def month_meant(text: str) -> int | None:
    """The month of `第10月`, `10月份` or `month 10`; None of what is none."""
    found = _OTHER_MONTH.fullmatch(folded_number(text).strip().casefold())
    return month_of(found[1] or found[2]) if found else None


def period_meant(text: str) -> str:
    """The quarter or half of the contract year that a text names in another way: q2 of 第二季度; empty where none."""
    found = _OTHER_PERIOD.fullmatch(folded_number(text).strip().casefold())
    if not found:
        return ""
    letter, number = next(("q" if at < 3 else "h", group) for at, group in enumerate(found.groups()) if group)
    return f"{letter}{_NUMBER.get(number, number)}"


def _of_no_month(text: str) -> Message | str:
    """How to mend what is no month: the one that it names in another way, or almost."""
    if month := month_meant(text):
        return only(str(month))
    return nearest(text.casefold(), _ENGLISH) or message("write a month from 1 to 12")


def is_whole_year(ranges: Sequence[MonthRange]) -> bool:
    """Whether ranges have all the months of a year, in whichever month it begins."""
    return len({*_calendar(ranges)}) == MONTHS_A_YEAR


def _calendar(ranges: Sequence[MonthRange]) -> list[int]:
    """The calendar months of all ranges."""
    return [calendar_month(at, each.first) for each in ranges for at in each.positions(each.first)]


class CalendarMonth(NamedTuple):
    """A month of a year, which people write `2003-01`."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02d}"

    def later(self, months: int) -> CalendarMonth:
        """The month so many months on."""
        years, month = divmod(self.month - 1 + months, MONTHS_A_YEAR)
        return CalendarMonth(self.year + years, month + 1)

    def until(self, last: CalendarMonth) -> Iterator[CalendarMonth]:
        """The months from this one to the last."""
        month = self
        while month <= last:
            yield month
            month = month.later(1)


def read_calendar_month(raw: str) -> CalendarMonth:
    """A month of a year: 2003-01, 2003/1 or 2003年1月. Errors: anything else."""
    matched = re.fullmatch("([12][0-9]{3}) ?[-/.年] ?([0-9]{1,2})月?", folded_number(raw).strip())
    if not matched or int(matched[2]) not in YEAR:
        expected = message("a month of a year such as 2003-01")
        raise refuse(raw, expected, message("write {example}", example="2003-01"))
    return CalendarMonth(int(matched[1]), int(matched[2]))


def read_period(raw: str, starts: int) -> tuple[Months, str]:
    """A run of months, and its name: a quarter `q1`, a half `h2`, a month `10` or `oct`, a range `1..6`.

    Errors: anything else, and a range across the end of a contract year that begins in `starts`.
    """
    text = folded_number(raw).strip().casefold()
    if matched := re.fullmatch("q([1-4])|h([12])", text):
        size, number = (3, matched[1]) if matched[1] else (6, matched[2])
        first = (int(number) - 1) * size
        return YEAR[first : first + size], text
    each = _range_of(text)
    if each is None:
        meant = period_meant(text)
        raise refuse(raw, _PERIOD, only(meant) if meant else message("write {example}", example="q1"))
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
