"""What stands below a contract by period: what is not phased and why, a late signature, and VPO of months and year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.presentation.quantities import quantity
from ka_terms.presentation.table import Kind
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.monthly.view import MonthlyView

_NONE = Decimal(0)


def own_notes(views: Sequence[MonthlyView], words: Words) -> Iterator[str]:
    """What is not phased and why, and how the monthly VPOs compare with that of the year."""
    for view in views:
        left = [fee.line for fee in view.fees if not fee.is_phased]
        groups = [line for line in left if line.members]
        terms = [line for line in left if not line.members]
        for kind, lines in ((view.view, terms), ("group", groups)):
            names = [words.fee_within(line.term, view.scenario.fees[line.term]) for line in lines]
            values = {"name": view.scenario.scenario, "names": words.listed(names), "count": len(names)}
            if names:
                yield words.say(f"monthly.not_phased_{kind}", **values)
        if view.months_before_signature:
            values = {"name": view.scenario.scenario, "signed": view.scenario.signed}
            first = f"{view.periods[0].year}-{view.periods[0].calendar[0]:02d}"
            yield words.say("monthly.signed", first=first, **values)
    if len(views) == 1 and views[0].vpo_sum is not None:
        vpo_sum, vpo = (_average(value) for value in (views[0].vpo_sum, views[0].statement.vpo))
        yield words.say("monthly.vpo_sum", sum=vpo_sum, vpo=vpo)


def _average(value: Decimal | None) -> str:
    return quantity(value or _NONE, Kind.AVERAGE, digits=2)
