"""What `--by` and `--view` ask for: a contract by month or by quarter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, cast

from ka_terms.text.messages import message

if TYPE_CHECKING:
    from ka_terms.analysis.monthly.view import By, View
    from ka_terms.model.numbers.month import CalendarMonth


class ByPeriod(NamedTuple):
    """A view, and what it is by; each has a usual one where only the other is named."""

    view: View
    by: By


def asked_by_period(by: str | None, view: str | None) -> ByPeriod | None:
    """The view asked for; None where the year is."""
    if not by and not view:
        return None
    return ByPeriod(cast("View", view or "budget"), cast("By", by or "month"))


def only_one(option: str, is_given: bool, period: ByPeriod | None) -> None:
    """Errors: an option of the year beside a view by period."""
    if is_given and period:
        from ka_terms.cli.errors import refused
        from ka_terms.model.faults import Fault

        found = message("{option} beside --by or --view", option=option)
        raise refused(option, Fault(found, message("one of them"), message("remove {option}", option=option)))


def asked_months(
    first: str, last: str, files: int, others: Mapping[str, bool]
) -> tuple[CalendarMonth, CalendarMonth] | None:
    """The first and the last month of `--from` and `--to`; None where these are not given.

    Errors: what is no month, `--to` alone or before `--from`, options beside them that ask for something else, and
    several files without them.
    """
    from ka_terms.cli.errors import blamed_on, refused
    from ka_terms.model.faults import Fault
    from ka_terms.model.numbers.month import MONTHS_A_YEAR, read_calendar_month

    if not first:
        if last:
            expected = message("both, or --from alone for twelve months")
            mend = message("add {option}", option="--from 2003-01")
            raise refused("--to", Fault(message("`--to` without `--from`"), expected, mend))
        if files > 1:
            expected = message("one file; or --from and --to, which put contract years together")
            mend = message("add --from, or use `ka-terms compare`")
            raise refused("FILE...", Fault(message("several files"), expected, mend))
        return None
    for option in (option for option, is_given in others.items() if is_given):
        found, mend = (
            message("{option} beside --from", option=option),
            message("remove {option}", option=option),
        )
        raise refused("--from", Fault(found, message("one of them"), mend))
    with blamed_on("--from"):
        begin = read_calendar_month(first)
    with blamed_on("--to"):
        end = read_calendar_month(last) if last else begin.later(MONTHS_A_YEAR - 1)
        if end < begin:
            expected = message("a month from {first} on", first=begin)
            raise refused("--to", Fault(str(end), expected, message("write a later month")))
    return begin, end
