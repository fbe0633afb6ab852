"""Growth as people write it: `+5%` is growth of 5%, `105%` the same as an index; `5%` may be either and is refused."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ka_terms.model.faults import Fault, either, only, quoted, refusal
from ka_terms.model.numbers.number import (
    Index,
    amount_of,
    index_of,
    is_percent,
    read_index,
    write_growth,
    write_percent,
)
from ka_terms.text.messages import message

GROWTH_EXAMPLE = message(
    "growth with its sign, such as +5%, or an index of at least 100%, such as 105% (which means the same)"
)

TARGET_EXAMPLE = message("a percentage of the target without a sign, such as 90% or 110%")


def read_growth(raw: object) -> Index:
    """Growth as `+5%`, `-10%`, or as an index from 100% on: `105%`. Errors: `5%`, and as for an index."""
    index = index_of(raw, read_growth)
    if index.is_no_growth:
        raise refusal(doubtful_growth(raw, index))
    return index


def read_achievement(raw: object) -> Index:
    """A share of the target, `90%` or `110%`. Errors: with a sign, and as for an index."""
    index = index_of(raw, read_achievement, TARGET_EXAMPLE)
    if index.signed:
        raise refusal(signed_achievement(raw, index))
    return index


def signed_achievement(raw: object, index: Index) -> Fault:
    """The fault of `+90%` of a target: 90% of it, or 190%?"""
    more, same = write_percent(index.value), write_percent(index.value - 1)
    mend = either(same, more) if index.value > 1 else only(more)
    return Fault(quoted(raw), TARGET_EXAMPLE, mend)


def doubtful_growth(raw: object, index: Index) -> Fault:
    """The fault of `5%` as growth: five percent more, or five percent of last year?"""
    bare, fall = write_percent(index.value), write_growth(index.value)
    ways = {"bare": bare, "fall": fall}
    mend = message("write +{bare} for growth of {bare}, or {fall} for {bare} of last year", **ways)
    return Fault(quoted(raw), GROWTH_EXAMPLE, mend)


def mixed_signs(raws: Sequence[object]) -> Fault | None:
    """The fault of indices of one range of which some carry a sign, `-10%..110%`: is that 1.1 or 2.1?"""
    pairs = [(raw, read_index(raw)) for raw in raws]
    for raw, index in pairs:
        if not index.signed and any(other.signed for _, other in pairs):
            value = index.value
            ways = {
                "same": write_growth(value),
                "bare": write_percent(value),
                "more": write_percent(value + 1),
            }
            mend = message("write {same}, which means {bare}, or +{bare}, which means {more}", **ways)
            return Fault(quoted(raw), message("a sign before all values, or before none"), mend)
    return None


def read_number_or_growth(raw: object) -> Decimal | Index:
    """A number, or growth where a percent sign says so."""
    return read_growth(raw) if is_percent(raw) else amount_of(raw, read_number_or_growth)
