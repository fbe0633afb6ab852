"""The operations of a page evaluated in fractions, by another program than that of the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any

Value = Fraction | None


def evaluated(entries: Sequence[Sequence[Any]], moved: Mapping[int, Decimal]) -> list[Value]:
    """What every entry comes to with these values of sliders by their places; the others are as planned."""
    values: list[Value] = []
    for name, *given in entries:
        values.append(_value(name, given, values, moved))
    return values


def _value(name: str, given: Sequence[Any], values: Sequence[Value], moved: Mapping[int, Decimal]) -> Value:
    if name == "n/a":
        return None
    if name == "=":
        return Fraction(given[0])
    if name == "slide":
        return Fraction(moved.get(given[0], Decimal(given[1])))
    if name == "round":
        return _rounded(values[given[0]], given[1])
    numbers = [values[place] for place in given]
    if name in ("ratio", "change"):
        return _or_unknown(name, *numbers)
    known = [number for number in numbers if number is not None]
    assert len(known) == len(numbers), f"{name} of n/a"
    return _operation(name, known)


def _or_unknown(name: str, one: Value, other: Value) -> Value:
    if one is None or other is None or (name == "ratio" and not other):
        return None
    return one / other if name == "ratio" else one - other


def _rounded(value: Value, digits: int) -> Fraction:
    assert value is not None
    units = floor(abs(value) * Fraction(10) ** digits + Fraction(1, 2)) / Fraction(10) ** digits
    return Fraction(units if value > 0 else -units)


def _operation(name: str, numbers: Sequence[Fraction]) -> Fraction:
    if name == "sum":
        return sum(numbers, Fraction(0))
    if name == "if":
        return numbers[1] if numbers[0] else numbers[2]
    one, other = numbers
    return {
        "+": lambda: one + other,
        "-": lambda: one - other,
        "*": lambda: one * other,
        "/": lambda: one / other if other else Fraction(0),
        "//": lambda: Fraction(one // other) if other else Fraction(0),
        ">=": lambda: Fraction(one >= other),
        ">": lambda: Fraction(one > other),
        "max": lambda: max(one, other),
        "min": lambda: min(one, other),
    }[name]()
