"""What `--by` and `--view` ask for: a contract by month or by quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from ka_terms.text.messages import message

if TYPE_CHECKING:
    from ka_terms.analysis.monthly.view import By, View


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
