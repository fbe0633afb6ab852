"""What every shape of term has: limits, conditions, and what it is counted by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, PlainValidator, WithJsonSchema

from ka_terms.model.base import Names, at_most
from ka_terms.model.contract.fact import Answer
from ka_terms.model.contract.terms.charged import Charged
from ka_terms.model.contract.terms.limits import Limited, Share
from ka_terms.model.contract.terms.naming import Naming
from ka_terms.model.contract.terms.rules import Rules, rules_in
from ka_terms.model.faults import Fault, only, refuse
from ka_terms.model.numbers.month import (
    MONTHS_A_YEAR,
    YEAR,
    MonthRange,
    Months,
    cut,
    is_whole_year,
    positions,
    read_month_ranges,
)
from ka_terms.text.messages import enumerated, message

_A_MONTH = {"type": ["integer", "string"]}
InMonths = Annotated[
    tuple[MonthRange, ...],
    PlainValidator(read_month_ranges),
    PlainSerializer(lambda ranges: [each.first if each.first == each.last else str(each) for each in ranges]),
    WithJsonSchema({"anyOf": [{"type": "array", "items": _A_MONTH, "minItems": 1}, _A_MONTH]}),
]


_PERIODS = ("month", "quarter", "half", "year")
_OTHER_PERIODS = (
    r"months|monthly|[每按]?(?:個|个)?月度?",
    r"quarters|quarterly|q|[每按]?季度?",
    r"halves|half[ _-]?years?|half[ _-]?yearly|semi[ _-]?annual(?:ly)?|[每按]?半年度?",
    r"years|yearly|annual|annually|[每按]?年度?",
)
"""How people call each of the periods otherwise."""


def _plain_period(raw: object) -> object:
    """What may be one of the periods. Errors: another word for one."""
    text = raw.strip().casefold() if isinstance(raw, str) and raw not in _PERIODS else ""
    for name, words in zip(_PERIODS, _OTHER_PERIODS, strict=True):
        if re.fullmatch(f"(?:each |every |per |by |a )?(?:{name}|{words})", text):
            raise refuse(raw, message("one of {names}", names=enumerated(_PERIODS)), only(name))
    return raw


_EACH = BeforeValidator(_plain_period)


class TermBase(Charged, Limited, Naming):
    """One term of a contract, of whatever shape."""

    only_if: Rules = Field(
        default=(),
        description="Due only if this holds: a fact, a figure against a number (facings >= 33%), or a list of such.",
    )
    unless: Rules = Field(
        default=(),
        description="Not due if this holds: a fact, a figure against a number, or a list of which all hold.",
    )

    each: Annotated[Literal["month", "quarter", "half", "year"], _EACH] | None = Field(
        default=None,
        description="How often it is settled, each time on the figures of that period alone; by the year unless said.",
    )
    in_: InMonths | None = Field(
        default=None,
        alias="in",
        description="The months whose figures count: [10], [1..6]; all of the contract year unless said.",
    )
    cumulative: Answer = Field(
        default=False,
        description="yes: each settlement is what is due on the year to date, less what was settled before.",
    )

    def _faults(self) -> Iterator[Fault]:
        yield from Limited._faults(self)
        yield from Charged._faults(self)
        if self.cumulative and self.each in (None, "year"):
            found = message("`cumulative` without `each`")
            expected = message("`each: month`, `quarter` or `half` beside it")
            mend = message("add `each:`, or delete `cumulative`")
            if self.each:
                found = message("`cumulative` with `each: year`, which settles once")
                mend = message("settle it more often, or delete `cumulative`")
            yield Fault(found, expected, mend, ("cumulative",), on_key=True)

    @property
    def selected(self) -> tuple[MonthRange, ...]:
        """The months of `in`; none where it is left out, or has all of them."""
        return () if self.in_ is None or is_whole_year(self.in_) else self.in_

    def settlements(self, starts: int) -> tuple[Months, ...]:
        """The months of every settlement, in order; the whole year at once where it is settled so."""
        months = positions(self.selected, starts) if self.selected else YEAR
        size = {"month": 1, "quarter": 3, "half": 6}.get(self.each or "", MONTHS_A_YEAR)
        return tuple(cut(months, size))

    def counted(self, starts: int) -> tuple[Months, ...]:
        """The months whose figures count in each settlement: its own, or all to date."""
        settlements = self.settlements(starts)
        if not self.cumulative:
            return settlements
        return tuple(tuple(chain(*settlements[: at + 1])) for at in range(len(settlements)))

    @property
    def is_yearly(self) -> bool:
        """Whether it is settled once, on the figures of the whole year."""
        return self.each in (None, "year") and not self.selected

    @property
    def is_conditioned(self) -> bool:
        """Whether it is due only under conditions."""
        return any((*rules_in(self.only_if), *rules_in(self.unless)))

    @property
    def terms_named(self) -> tuple[str, ...]:
        """The names by which it may mean other terms: of limits, of its base and what comes off that."""
        limits = (self.at_least, self.at_most)
        return tuple(limit.of for limit in limits if isinstance(limit, Share))


class TermOnBase(TermBase):
    """A term that takes a share of a base: of what, and which terms come off it first."""

    of: str = Field(
        default="sales", description="What the rate is paid on: a figure, or another term; sales unless said."
    )
    less: Annotated[Names, at_most(20)] = Field(
        default=(), description="Terms taken off the base first: [monthly_rebate] is a rebate on the net."
    )

    @property
    def terms_named(self) -> tuple[str, ...]:
        return (*self.less, self.of, *super().terms_named)
