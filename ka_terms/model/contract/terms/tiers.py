"""Tiers: rates or amounts that depend on how far a measure has come."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from pydantic import Field

from ka_terms.model.base import Model
from ka_terms.model.contract.terms.rule_mends import OF_YEAR
from ka_terms.model.contract.terms.term_base import TermOnBase
from ka_terms.model.faults import Fault, quoted
from ka_terms.model.numbers.fields import Amount, AmountOrIndex, Rate
from ka_terms.model.numbers.growth import doubtful_growth, read_achievement, read_growth, signed_achievement
from ka_terms.model.numbers.notations import percent_mend, taken_by
from ka_terms.model.numbers.number import Index, as_typed, read_rate, with_commas
from ka_terms.model.vocabulary.figures import (
    is_growth,
    may_be_share,
    measure_of,
    measure_of_year,
    quantity_of,
)
from ka_terms.model.vocabulary.parameters import BOUNDS, PAYMENTS
from ka_terms.text.messages import message

_ADD = {
    "from": message("add `from:` (the threshold itself counts) or `over:` (only more counts)"),
    "rate": message("add `rate:` or `amount:`"),
}
_DELETE = {
    "from": message("delete `over` (keep `from` if the threshold itself counts)"),
    "rate": message("delete `rate` or `amount`"),
}


def _of_two_keys(first: str, second: str, both: bool) -> Fault:
    """The fault of a tier that has both of two keys, or neither."""
    if both:
        found = message("`{first}` and `{second}` in one tier", first=first, second=second)
        return Fault(found, message("only one of them"), _DELETE[first])
    found = message("neither `{first}` nor `{second}` in a tier", first=first, second=second)
    return Fault(found, message("one of them"), _ADD[first], on_key=True)


class Tier(Model):
    """One step of a tiered term: its lower bound, and what it pays from there."""

    from_: AmountOrIndex | None = Field(
        default=None,
        alias="from",
        description="Lower bound, reached at exactly this figure (inclusive, 达到/含).",
    )
    over: AmountOrIndex | None = Field(
        default=None, description="Lower bound, reached strictly above it (exclusive, 超过)."
    )
    rate: Rate | None = Field(default=None, description="The share this tier pays.")
    amount: Amount | None = Field(
        default=None, description="The lump sum this tier pays, or with `per` the amount for one."
    )

    def _faults(self) -> Iterator[Fault]:
        for first, second in (BOUNDS, PAYMENTS):
            values = self.from_ if first == "from" else self.rate, getattr(self, second)
            if values.count(None) != 1:
                yield _of_two_keys(first, second, both=None not in values)

    @property
    def bound(self) -> Decimal | Index:
        """The lower bound, however it is reached."""
        bound = self.over if self.from_ is None else self.from_
        assert bound is not None  # see `_faults`
        return bound

    @property
    def level(self) -> Decimal:
        """The lower bound as a number; of growth and achievement the index."""
        return self.bound.value if isinstance(self.bound, Index) else self.bound

    @property
    def inclusive(self) -> bool:
        """Whether the tier is reached at exactly its bound."""
        return self.from_ is not None

    @property
    def bound_key(self) -> Literal["from", "over"]:
        return "from" if self.inclusive else "over"


def of_number(measure: str, bound: Decimal | Index) -> Fault | None:
    """The fault of a bound that is a percentage although the measure is none."""
    if not isinstance(bound, Index):
        return None
    expected = message("a number, because the thresholds are compared with {measure}", measure=measure)
    mend = message("set `measure: growth` or `measure: achievement` to use percentages")
    return Fault(quoted(bound), expected, mend)


def of_share(measure: str, bound: Decimal | Index) -> Fault | None:
    """The fault of a bound of a share that is no percentage from 0% to 100%."""
    if isinstance(bound, Index) and not bound.signed and bound.value <= 1:
        return None
    expected = message("a percentage from 0% to 100%, because {measure} is a share", measure=measure)
    mend = percent_mend(bound, bound, taken_by(read_rate)) if isinstance(bound, Decimal) else ""
    return Fault(quoted(bound, as_typed(bound)), expected, mend)


class TieredTerm(TermOnBase):
    """Rates or lump sums that depend on how far a measure has come."""

    mode: Literal["whole", "marginal"] = Field(
        description="whole (全额累进): the tier reached applies to the whole base; "
        "marginal (超额累进): each band at its own rate."
    )
    tiers: tuple[Tier, ...] = Field(description="The steps, with strictly rising bounds.")
    measure: str = Field(
        default="sales",
        description="What the bounds are compared with: a figure, `growth` (on last year), `growth of` a figure, "
        "or `achievement` (of the target).",
    )

    def _faults(self) -> Iterator[Fault]:
        yield from [*super()._faults()] or self._faulty_tiers() or self._faulty_charges()

    def _faulty_tiers(self) -> list[Fault]:
        if not self.tiers:
            mend = message("add a tier such as {example}", example="`{from: 9M, rate: 0.5%}`")
            return [Fault(message("an empty list"), message("at least one tier"), mend, ("tiers",))]
        if measure_of_year(self.measure):
            expected = message("a figure of the plan, growth or achievement")
            return [Fault(quoted(self.measure), expected, OF_YEAR, ("measure",))]
        for faulty in (self._of_wrong_kind, self._doubtful, self._not_rising):
            found = [
                (index, fault)
                for index, tier in enumerate(self.tiers)
                if (fault := faulty(index, tier.bound))
            ]
            if found:
                return [fault._replace(at=("tiers", at, self.tiers[at].bound_key)) for at, fault in found]
        return []

    def _faulty_charges(self) -> list[Fault]:
        """The faults of tiers that pay for one of the figures in `per`: amounts, by band of the measure among them."""
        if not self.per:
            return []
        rates = [at for at, tier in enumerate(self.tiers) if tier.rate is not None]
        if rates:
            expected = message("an amount, because `per` charges by count")
            mend = message("write `amount:` in every tier, or delete `per`")
            return [Fault(message("a rate"), expected, mend, ("tiers", at, "rate")) for at in rates]
        if self.mode == "whole":
            return []
        if quantity_of(self.measure) not in self.per:
            expected = message(
                "`per` with {figure}, which is charged band by band", figure=quantity_of(self.measure)
            )
            mend = message("add {figure} to `per`, or write `mode: whole`", figure=quantity_of(self.measure))
            return [Fault(message("`per` without the measure"), expected, mend, ("per",))]
        if self.for_every:
            mend = message("delete `for_every`, or write `mode: whole`")
            return [
                Fault(
                    message("`for_every` in marginal tiers"),
                    message("`mode: whole`"),
                    mend,
                    ("for_every",),
                    True,
                )
            ]
        return []

    @property
    def by_band(self) -> bool:
        """Whether its amounts are for one unit of the measure in each band."""
        return self.mode == "marginal" and bool(self.per)

    def _of_wrong_kind(self, _: int, bound: Decimal | Index) -> Fault | None:
        """The fault of a bound that is a percentage where it should be a number, or the other way."""
        # Whether a figure of the user's own is a share is for the plan to say.
        is_multiple = measure_of(self.measure) is not None
        if isinstance(bound, Index) == is_multiple or (not is_multiple and may_be_share(self.measure)):
            return None
        if isinstance(bound, Index):
            return of_number(self.measure, bound)
        expected = message("a percentage such as 110%, because `measure` is {measure}", measure=self.measure)
        read = taken_by(read_growth if is_growth(self.measure) else read_achievement)
        return Fault(quoted(bound), expected, percent_mend(bound, bound, read, index=True))

    def _doubtful(self, _: int, bound: Decimal | Index) -> Fault | None:
        """The fault of a bound such as `5%` of growth, or `+90%` of a target."""
        if is_growth(self.measure) and isinstance(bound, Index) and bound.is_no_growth:
            return doubtful_growth(bound, bound)
        if self.measure == "achievement" and isinstance(bound, Index) and bound.signed:
            return signed_achievement(as_typed(bound), bound)
        return None

    def _not_rising(self, index: int, bound: Decimal | Index) -> Fault | None:
        """The fault of a bound that is not above the one before it."""
        before = self.tiers[index - 1]
        if not index or self.tiers[index].level > before.level:
            return None
        above = with_commas(before.bound)
        expected = message("a threshold above {threshold} (tier {number})", threshold=above, number=index)
        mend = message("correct the number, or sort the tiers in rising order")
        return Fault(quoted(bound, as_typed(bound)), expected, mend)
