"""The three shapes of a term, told by their key: a `rate`, an `amount`, or `tiers`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, PlainSerializer, PlainValidator, Tag

from ka_terms.model.base import Model, Names, at_most
from ka_terms.model.faults import Fault, only, quoted, refuse
from ka_terms.model.numbers.growth import doubtful_growth, read_achievement, read_growth, signed_achievement
from ka_terms.model.numbers.notations import percent_mend, taken_by
from ka_terms.model.numbers.number import (
    NUMBER_PATTERN,
    PERCENT_PATTERN,
    Amount,
    AmountOrIndex,
    Index,
    Rate,
    as_typed,
    number_schema,
    read_number,
    read_rate,
    with_commas,
    write_percent,
)
from ka_terms.model.vocabulary.figures import MEASURES, may_be_share
from ka_terms.model.vocabulary.parameters import BOUNDS, PAYMENTS
from ka_terms.text.messages import message

_LIMIT = message("an amount, or a percentage of a figure, such as 8% of sales")
_SPACES = dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a figure: `8% of sales`."""

    rate: Decimal
    of: str

    def __str__(self) -> str:
        return f"{write_percent(self.rate)} of {self.of}"


def read_limit(raw: object) -> Decimal | Share:
    """A bound on a fee: an amount, or a share such as `8% of sales`."""
    if isinstance(raw, Share):
        return raw
    if not isinstance(raw, str):
        return read_number(raw)
    text = raw.translate(_SPACES).strip()
    if " of " in text:
        rate, _, figure = text.partition(" of ")
        return Share(read_rate(rate.strip()), figure.strip())
    if text.endswith(("%", "％")):
        mend = message("write what it is a percentage of, such as {example}", example=f"{text} of sales")
        raise refuse(raw, _LIMIT, mend if taken_by(read_rate)(text) else "")
    if run_together := re.fullmatch("([^%％]{1,40}[%％]) ?of ?(.{1,100})", text):
        share, figure = run_together.groups()
        raise refuse(raw, _LIMIT, only(f"{share} of {figure}") if taken_by(read_rate)(share) else "")
    return read_number(raw)


Limit = Annotated[
    Decimal | Share,
    PlainValidator(read_limit),
    PlainSerializer(lambda limit: str(limit) if isinstance(limit, Share) else limit),
    number_schema("number", f"^{PERCENT_PATTERN} of .+$|{NUMBER_PATTERN}", _LIMIT),
]


def _limit(limit: Decimal | Share | None) -> str:
    return with_commas(limit) if isinstance(limit, Decimal) else str(limit)


class _Limited(Model):
    """What every shape of term has: a least and a most."""

    at_least: Limit | None = Field(
        default=None, description="The fee is never below this: an amount, or a share such as 8% of sales."
    )
    at_most: Limit | None = Field(
        default=None, description="The fee is never above this: an amount, or a share such as 10% of sales."
    )

    def _faults(self) -> list[Fault]:
        limits = self.comparable_limits
        if limits is None or limits[0] <= limits[1]:
            return []
        expected = message("at most {most}, which is `at_most`", most=_limit(self.at_most))
        mend = message("correct `at_least` or `at_most`")
        return [Fault(quoted(self.at_least), expected, mend, ("at_least",))]

    @property
    def comparable_limits(self) -> tuple[Decimal, Decimal] | None:
        """The least and the most where both are amounts, or both shares of one figure."""
        least, most = self.at_least, self.at_most
        if isinstance(least, Share) and isinstance(most, Share) and least.of == most.of:
            return least.rate, most.rate
        if isinstance(least, Decimal) and isinstance(most, Decimal):
            return least, most
        return None


class _OnBase(_Limited):
    """A term that takes a share of a base: which figure, and which terms come off it first."""

    of: str = Field(default="sales", description="The figure the rate is paid on; sales unless said.")
    less: Annotated[Names, at_most(20)] = Field(
        default=(), description="Terms taken off the base first: [monthly_rebate] is a rebate on the net."
    )


class RateTerm(_OnBase):
    """A share of a money figure, such as a monthly rebate of 2.5% of sales."""

    rate: Rate = Field(description="The share, with its percent sign: 2.5%.")


class AmountTerm(_Limited):
    """An amount times every figure in `per`; without `per` a lump sum."""

    amount: Amount = Field(description="The amount for one of everything in `per`, or the lump sum.")
    per: Annotated[Names, at_most(6)] = Field(
        default=(),
        description="Figures the amount is multiplied by: [skus.new, stores.closing] is per SKU and store.",
    )
    free: dict[str, Amount] = Field(
        default={},
        description="Free allowance of a figure in `per`: {skus.total: 35} charges from the 36th on.",
    )

    def _faults(self) -> list[Fault]:
        return super()._faults() or [_free_uncharged(path) for path in self.free if path not in self.per]


def _free_uncharged(path: str) -> Fault:
    expected = message("a figure that `per` of this term names")
    return Fault(quoted(path), expected, message("add {figure} to `per`", figure=path), ("free", path), True)


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
    amount: Amount | None = Field(default=None, description="The lump sum this tier pays.")

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


class TieredTerm(_OnBase):
    """Rates or lump sums that depend on how far a measure has come."""

    mode: Literal["whole", "marginal"] = Field(
        description="whole (全额累进): the tier reached applies to the whole base; "
        "marginal (超额累进): each band at its own rate."
    )
    tiers: tuple[Tier, ...] = Field(description="The steps, with strictly rising bounds.")
    measure: str = Field(
        default="sales",
        description="What the bounds are compared with: a figure, `growth` (on last year) "
        "or `achievement` (of the target).",
    )

    def _faults(self) -> list[Fault]:
        if faults := super()._faults():
            return faults
        if not self.tiers:
            mend = message("add a tier such as {example}", example="`{from: 9M, rate: 0.5%}`")
            return [Fault(message("an empty list"), message("at least one tier"), mend, ("tiers",))]
        for faulty in (self._of_wrong_kind, self._doubtful, self._not_rising):
            found = [
                (index, fault)
                for index, tier in enumerate(self.tiers)
                if (fault := faulty(index, tier.bound))
            ]
            if found:
                return [fault._replace(at=("tiers", at, self.tiers[at].bound_key)) for at, fault in found]
        return []

    def _of_wrong_kind(self, _: int, bound: Decimal | Index) -> Fault | None:
        """The fault of a bound that is a percentage where it should be a number, or the other way."""
        # Whether a figure of the user's own is a share is for the plan to say.
        if isinstance(bound, Index) == (self.measure in MEASURES) or may_be_share(self.measure):
            return None
        if isinstance(bound, Index):
            return of_number(self.measure, bound)
        expected = message("a percentage such as 110%, because `measure` is {measure}", measure=self.measure)
        read = taken_by(read_growth if self.measure == "growth" else read_achievement)
        return Fault(quoted(bound), expected, percent_mend(bound, bound, read, index=True))

    def _doubtful(self, _: int, bound: Decimal | Index) -> Fault | None:
        """The fault of a bound such as `5%` of growth, or `+90%` of a target."""
        if self.measure == "growth" and isinstance(bound, Index) and bound.is_no_growth:
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


SHAPES: Mapping[str, type[_Limited]] = {"rate": RateTerm, "amount": AmountTerm, "tiers": TieredTerm}
"""The key that tells a term's shape -> its model. A new shape is a line here and one in `Term`."""


def shape_of(raw: Any) -> str | None:
    """The one key among `SHAPES` that a term has; None where it has none or several."""
    if isinstance(raw, _Limited):
        return next(key for key, model in SHAPES.items() if isinstance(raw, model))
    found = [key for key in SHAPES if isinstance(raw, Mapping) and raw.get(key) is not None]
    return found[0] if len(found) == 1 else None


Term = Annotated[
    Annotated[RateTerm, Tag("rate")]
    | Annotated[AmountTerm, Tag("amount")]
    | Annotated[TieredTerm, Tag("tiers")],
    Discriminator(shape_of),
]
