"""The values an input takes in a sweep: `3M..12M..250k`, `3M..12M/37` or `8M,9M,10M`.

Values that follow from a rule are never held as a list: a block of them is made when it is needed. They are whole
numbers under a common power of ten, so that a step of 0.5% gives exactly 1, 1.5, 2.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from functools import partial
from math import prod
from typing import Any, NamedTuple

from ka_terms.analysis.inputs.input import USE_STEP, Input
from ka_terms.analysis.sweep.value_lists import MORE_DOTS, mend_of_range, parts
from ka_terms.calculation.readings.exact import trimmed
from ka_terms.calculation.readings.scaled import INT64, Scaled, TooLarge
from ka_terms.model.faults import Fault, only, refusal, refuse
from ka_terms.model.numbers.currency import MINOR_DIGITS
from ka_terms.model.numbers.notations import taken_by
from ka_terms.model.numbers.number import read_count, with_commas
from ka_terms.model.vocabulary.figures import GROWTH
from ka_terms.text.messages import enumerated, message

MOST_POINTS = 10**9
"""The most points of one axis; a thousand million are more than anybody reads."""
FINEST = 8
"""Decimals of the finest number a contract can state."""
_DECIMALS = {"count": 0, "fact": 0, "rate": FINEST, "index": FINEST, "number": 6}
_EXPECTED = message("values such as 3M..12M..250k (step 250k), 3M..12M/37 (37 values) or 8M,9M,10M")


@dataclass(frozen=True, slots=True)
class Axis:
    """`count` values of an input, each a whole number over `10**scale`.

    Listed: `listed` has all values. Stepped: value i is `first + i * step`, but never past `last`. Divided, where
    `step` is 0: value i is `first + i * (last - first) / (count - 1)`, rounded half up to `scale` decimals.
    """

    input: Input
    count: int
    scale: int
    first: int = 0
    last: int = 0
    step: int = 0
    listed: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """The path as the user wrote it."""
        return self.input.name or self.input.path

    def whole(self, index: int) -> int:
        """The value of an index, which counts from 0, times `10**scale`."""
        if self.listed:
            return self.listed[index]
        if not self.step:
            return self.first + _rounded_share(index, self.last - self.first, self.count - 1)
        nearest_end = min if self.step > 0 else max
        return nearest_end(self.first + index * self.step, self.last)

    def value(self, index: int) -> Decimal:
        """The value of an index, which counts from 0."""
        return self._written(self.whole(index))

    def ends(self) -> tuple[Decimal, Decimal]:
        """The least value and the most."""
        ends = self.listed or (self.first, self.last)
        return self._written(min(ends)), self._written(max(ends))

    def _written(self, whole: int) -> Decimal:
        """A value as a person writes it, since messages quote it: 40 and not 4E+1."""
        return trimmed(Decimal(whole).scaleb(-self.scale))

    @property
    def last_step_is_short(self) -> bool:
        """Whether the distance from the first value to the last is no whole number of steps."""
        return bool(self.step) and (self.last - self.first) % self.step != 0

    def block(self, start: int, stop: int, xp: Any, limit: int | None) -> Scaled:
        """The values from index `start` up to `stop`, which is left out, as a row of the namespace.

        Errors: `TooLarge` where the integers of the namespace cannot hold them.
        """
        part = self.listed[start:stop] or (self.whole(start), self.whole(stop - 1))
        low, high = min(part), max(part)
        # The last step may reach beyond the end, before the row is cut off there.
        largest = max(abs(low), abs(high), 0 if self.listed else abs(self.last - self.first)) + abs(self.step)
        if limit is not None and largest > limit:
            raise TooLarge
        return Scaled(self._row(start, stop, xp), self.scale, low, high, limit)

    def _row(self, start: int, stop: int, xp: Any) -> Any:
        if self.listed:
            return xp.asarray(self.listed[start:stop])
        if not self.step:
            return self._divided_row(xp.arange(start, stop))
        last = self.first + (stop - 1) * self.step
        steps = xp.arange(self.whole(start), last + (1 if self.step > 0 else -1), self.step)
        overshot = last != self.whole(stop - 1)
        bound = xp.minimum if self.step > 0 else xp.maximum
        return bound(steps, xp.asarray(self.last)) if overshot else steps

    def _divided_row(self, indices: Any) -> Any:
        """`whole` for many indices. Whole steps are split off first: what is left to divide stays below 2 x 10^18."""
        parts = self.count - 1
        step, rest = divmod(abs(self.last - self.first), parts)
        shares = indices * step + (indices * (2 * rest) + parts) // (2 * parts)
        return shares + self.first if self.last >= self.first else shares * -1 + self.first


def _rounded_share(index: int, span: int, parts: int) -> int:
    """span x index / parts, half away from zero."""
    size = (2 * abs(span) * index + parts) // (2 * parts)
    return size if span >= 0 else -size


def read_axis(input: Input, text: str, currency: str) -> Axis:
    """The axis that a text describes. Errors: `ValueError` that says what was expected and how to mend it."""
    text = text.strip()
    if input.is_fact and ".." in text:
        raise refuse(text, message("yes, no, or yes,no, because it is a fact"), only("yes,no"))
    if MORE_DOTS.search(text):
        raise _no_values(text, input, currency)
    if ".." not in text:
        return listed(input, input.read_all(parts(text, input, currency), currency))
    span, slash, count = text.partition("/")
    ends = [part.strip() for part in span.split("..")]
    if len(ends) == 2 and slash:
        first, last = input.read_all(ends, currency)
        return _divided(input, first, last, _points(count), currency)
    if len(ends) == 3 and not slash:
        first, last = input.read_all(ends[:2], currency)
        step = input.read_step(ends[2].lstrip("+＋"), currency, abs(last - first))
        return _stepped(input, first, last, step)
    raise _no_values(text, input, currency)


def _no_values(text: str, input: Input, currency: str) -> ValueError:
    mend = mend_of_range(text, taken_by(partial(read_axis, input, currency=currency)))
    return refuse(text, _EXPECTED, mend)


def _points(text: str) -> int:
    try:
        count = int(read_count(text))
    except ValueError:
        if not text.isascii():
            raise  # which names a sign that is no part of a number
        count = 0
    if not 2 <= count <= MOST_POINTS:
        expected = message("a number of values from 2 to {most}", most=f"{MOST_POINTS:,}")
        raise refuse(text, expected, message("write a range such as {example}", example="3M..12M/37"))
    return count


def listed(input: Input, values: Sequence[Decimal]) -> Axis:
    """The axis of these values, in this order."""
    whole, scale = _common(values)
    return Axis(input, len(whole), scale, listed=whole)


def _stepped(input: Input, first: Decimal, last: Decimal, step: Decimal) -> Axis:
    if not step or first == last:
        values = {"step": with_commas(step), "first": with_commas(first), "last": with_commas(last)}
        found = message("a step of {step} from {first} to {last}", **values)
        mend = USE_STEP if first != last else message("write one value, or two different ends")
        raise refusal(Fault(found, message("two different ends and a step above zero"), mend))
    (start, end, size), scale = _common((first, last, step))
    count = -(-abs(end - start) // size) + 1
    if count > MOST_POINTS:
        expected = message("at most {most} values", most=f"{MOST_POINTS:,}")
        raise refusal(
            Fault(message("{count} values", count=f"{count:,}"), expected, message("use a larger step"))
        )
    return Axis(input, count, scale, start, end, size if end > start else -size)


def _divided(input: Input, first: Decimal, last: Decimal, count: int, currency: str) -> Axis:
    digits = decimals_of(input, currency)
    (start, end), scale = _common((first, last))
    if (end - start) % (count - 1):
        scale = max(scale, digits)
        start, end = (int(value.scaleb(scale)) for value in (first, last))
    elif end != start:
        return Axis(input, count, scale, start, end, (end - start) // (count - 1))
    if abs(end - start) < count - 1:
        unit = Decimal(1).scaleb(-scale)
        values = {"count": f"{count:,}", "first": with_commas(first), "last": with_commas(last)}
        found = message("{count} values from {first} to {last}", **values)
        expected = message("a distance of at least {unit} between values", unit=f"{unit:f}")
        raise refusal(Fault(found, expected, message("use fewer values")))
    return Axis(input, count, scale, start, end)


def next_value(input: Input, value: Decimal, currency: str) -> Decimal:
    """The least number, not below `value`, that a contract can state; of money a multiple of the minor unit."""
    return value.quantize(Decimal(1).scaleb(-decimals_of(input, currency)), ROUND_CEILING)


def decimals_of(input: Input, currency: str) -> int:
    """The most decimals that values of an input are given; of money those of the currency."""
    return MINOR_DIGITS[currency] if input.kind == "money" else _DECIMALS[input.kind]


def _common(values: Sequence[Decimal]) -> tuple[tuple[int, ...], int]:
    """The values as whole numbers over one power of ten, the smallest that holds them all."""
    whole = [int(value.scaleb(FINEST)) for value in values]
    scale = FINEST
    while any(whole) and not any(number % 10 for number in whole):
        whole, scale = [number // 10 for number in whole], scale - 1
    return tuple(whole), scale if any(whole) else 0


class Grid(NamedTuple):
    """The points of a sweep: every combination of the axes' values, or, zipped, their values side by side."""

    axes: tuple[Axis, ...]
    zipped: bool = False

    @classmethod
    def of(cls, axes: tuple[Axis, ...], zipped: bool = False) -> Grid:
        """A grid of different inputs. Errors: `ValueError` for an input moved twice, zipped axes of unequal length."""
        leaves = ["sales" if axis.input.leaf == GROWTH else axis.input.leaf for axis in axes]
        twice = next((axis.name for index, axis in enumerate(axes) if leaves[index] in leaves[:index]), None)
        if twice:
            raise refuse(
                twice,
                message("each input once, where growth and sales are the same input"),
                message("remove one of them"),
            )
        if zipped and len({axis.count for axis in axes}) > 1:
            counts = enumerated(
                message("{name} ({count:,})", name=axis.name, count=axis.count) for axis in axes
            )
            found = message("different numbers of values: {counts}", counts=counts)
            mend = message("add or remove values, or remove --zip")
            raise refusal(Fault(found, message("the same number of values for each, because of --zip"), mend))
        return cls(axes, zipped)

    @property
    def shape(self) -> tuple[int, ...]:
        """Points along each dimension; the last one moves fastest."""
        return (self.axes[0].count,) if self.zipped else tuple(axis.count for axis in self.axes)

    @property
    def size(self) -> int:
        return prod(self.shape)

    def varied(self, block: Block, xp: Any, limit: int | None = INT64) -> dict[str, Scaled]:
        """The values of every axis in a block by leaf, shaped so that they broadcast against each other."""
        varied = {}
        for index, axis in enumerate(self.axes):
            own = 0 if self.zipped else index
            start, stop = block[own]
            row = axis.block(start, stop, xp, limit)
            shape = tuple(stop - start if dimension == own else 1 for dimension in range(len(block)))
            row.values = xp.reshape(row.values, shape)
            varied[axis.input.leaf] = row
        return varied

    def offset(self, block: Block) -> int:
        """The index of the first point of a block; the points count from 0, the last dimension moves fastest."""
        offset = 0
        for (start, _), length in zip(block, self.shape, strict=True):
            offset = offset * length + start
        return offset

    def blocks(self, most: int) -> Iterator[Block]:
        """The grid in blocks of at most `most` points."""
        return split_block(tuple((0, length) for length in self.shape), most)


Block = tuple[tuple[int, int], ...]
"""The first index, and the one after the last, along each dimension."""


def split_block(block: Block, most: int) -> Iterator[Block]:
    """A block in parts of at most `most` points: the last dimensions stay whole, one is cut, the first are singles."""
    if not block:
        yield ()
        return
    (first, end), *others = block
    step = max(1, most // prod(block_shape(tuple(others))))
    for start in range(first, end, step):
        for rest in split_block(tuple(others), most):
            yield ((start, min(start + step, end)), *rest)


def block_shape(block: Block) -> tuple[int, ...]:
    """Points along each dimension of a block."""
    return tuple(stop - start for start, stop in block)
