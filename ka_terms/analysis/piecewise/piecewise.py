"""The course of a metric as one number moves: a quotient of two polynomials on each stretch between bounds.

It is read from the formulas themselves with `calculation.readings.curves`, stretch by stretch: choices are made at a
place in the middle, and the stretch ends where the first of them would come out otherwise. Rounding to the minor unit
is left out, so that a course is within half a minor unit a term of the statement; what is told of a place is therefore
evaluated there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from itertools import pairwise
from operator import add
from typing import NamedTuple

from ka_terms.analysis.piecewise.single_term import alone
from ka_terms.calculation.costs import Costed, settled
from ka_terms.calculation.figures import Figures
from ka_terms.calculation.private import Private
from ka_terms.calculation.readings.curves import ONE, Curve, Curves, Polynomial, polynomial, zeros
from ka_terms.model.contract.references import in_order
from ka_terms.model.contract.scenario import Scenario

X: Polynomial = (Fraction(0), Fraction(1))
"""The number that moves, as a curve of itself."""
Reader = Callable[[Costed[Curve]], Curve]
"""What is followed: a metric, or the difference of a metric and something else."""


class Piece(NamedTuple):
    """What holds strictly between `low` and `high`; `curve` is None where the metric is n/a."""

    low: Fraction
    high: Fraction
    curve: Curve | None


Piecewise = tuple[Piece, ...]


class Jump(NamedTuple):
    """A place where the course leaps: the values just before and just behind it."""

    at: Fraction
    before: Fraction
    behind: Fraction

    def sides(self, there: Fraction | None) -> tuple[int, int]:
        """Between which places it lies, by the value right at its own: that place and just behind it (0, 1) where that
        still is what was before, just before it and that place (-1, 0) where it is what is behind, else both sides.
        """
        return 0 if there == self.before else -1, 0 if there == self.behind else 1


def course(
    scenario: Scenario, moving: Mapping[str, Polynomial], read: Reader, low: Fraction, high: Fraction
) -> Piecewise:
    """The stretches from `low` to `high`, rising, neighbours of one curve joined.

    `moving` gives the leaves that move as polynomials of the number that does; the scenario has to state them
    (`moved.moved`). `read` may raise `KeyError` where the plan cannot give a figure: n/a.
    """
    return ChangingContract(scenario, moving, low, high).course(read)


def _followed(
    read: Callable[[Curves], Curve], moving: Mapping[str, Polynomial], low: Fraction, high: Fraction
) -> Piecewise:
    found: list[Piece] = []
    pending = [(low, high)]
    while pending:
        start, end = pending.pop()
        stretch = _stretch_around(read, moving, start, end)
        found.append(stretch)
        pending += [part for part in ((start, stretch.low), (stretch.high, end)) if part[0] < part[1]]
    return tuple(_joined(sorted(found)))


def _stretch_around(
    read: Callable[[Curves], Curve], moving: Mapping[str, Polynomial], low: Fraction, high: Fraction
) -> Piece:
    """The stretch around a place between `low` and `high` at which no choice is in the balance."""
    at = (low + high) / 2
    while True:
        reading = Curves(moving, at)
        try:
            curve: Curve | None = read(reading)
        except KeyError:
            curve = None
        turns = {zero for each in reading.deciders for zero in zeros(each, low, high)}
        turns |= {bound for bound in reading.bounds if low < bound < high}
        if at not in turns:
            break
        at = (low + at) / 2
    below = max((turn for turn in turns if turn < at), default=low)
    above = min((turn for turn in turns if turn > at), default=high)
    return Piece(below, above, curve)


_TOTAL = ""
"""The name of no term."""


class _Found(NamedTuple):
    """A course that is known, to be looked up by place."""

    stretches: Piecewise
    lows: list[Fraction]

    @classmethod
    def of(cls, stretches: Piecewise) -> _Found:
        return cls(stretches, [stretch.low for stretch in stretches])

    def at(self, reading: Curves) -> Curve:
        """The curve at the place of a reading, which has to keep to where it holds."""
        low, high, curve = self.stretches[max(bisect_right(self.lows, reading.at) - 1, 0)]
        assert curve is not None  # the model lets no term name a figure that the plan cannot give
        return reading.reused(curve, low, high)


def _added(courses: Sequence[Piecewise]) -> Piecewise:
    """The sum of courses over one range, whose curves are polynomials wherever nothing was divided."""
    changes: dict[Fraction, list[tuple[int, Curve]]] = {}
    for at, each in enumerate(courses):
        for low, _, curve in each:
            assert curve is not None
            changes.setdefault(low, []).append((at, curve))
    high = courses[0][-1].high
    bounds = [*sorted(changes), high]
    held: dict[int, Curve] = {}
    divided: dict[int, Curve] = {}
    whole, parts = Curve((), ONE), []
    for low, end in pairwise(bounds):
        for at, curve in changes[low]:
            # Quotients are not taken off again, which would leave both denominators behind.
            whole = whole - held.pop(at) if at in held else whole
            divided.pop(at, None)
            if curve.under == ONE:
                held[at], whole = curve, whole + curve
            else:
                divided[at] = curve
        parts.append(Piece(low, end, reduce(add, divided.values(), whole)))
    return tuple(_joined(parts))


class ChangingContract:
    """A contract as something of it moves; the course of every term is followed once, when it is first asked for.

    Term by term, since a contract of many tiers would otherwise be costed whole at every bound of every term.
    """

    def __init__(
        self, scenario: Scenario, moving: Mapping[str, Polynomial], low: Fraction, high: Fraction
    ) -> None:
        self.scenario = scenario
        self._moving = moving
        self._span = low, high
        self._courses: dict[str, _Found] = {}

    def course(self, read: Reader) -> Piecewise:
        """The course of what is read; see `course`."""
        return _followed(lambda reading: read(self._costed(reading)), self._moving, *self._span)

    def at(self, read: Reader, place: Fraction) -> Fraction | None:
        """What is read right at a place, which may be a bound. Errors: `KeyError` where the plan cannot give it."""
        reading = Curves(self._moving, place)
        figures = Figures(self.scenario.plan, reading)
        amounts: dict[str, Curve] = {}
        for key in in_order(self.scenario.terms):
            curve = self.amount(key, reading)
            # On a bound of its own a term is neither what it is before nor what it is behind, but what it says.
            amounts[key] = (
                settled(self.scenario, key, figures, amounts, reading) if place in reading.bounds else curve
            )
            reading.bounds.clear()
        return read(Costed(figures, amounts, Private(self.scenario, figures)))(place)

    def _costed(self, reading: Curves) -> Costed[Curve]:
        """The contract at the place of a reading."""
        figures = Figures(self.scenario.plan, reading)
        return Costed(figures, _Amounts(self, reading), Private(self.scenario, figures))

    def amount(self, key: str, reading: Curves) -> Curve:
        """What a term costs at the place of a reading."""
        # In their order, so that a chain of terms that come off each other's base is no chain of calls.
        for needed in in_order(alone(self.scenario, key).terms) if key not in self._courses else ():
            if needed not in self._courses:
                self._courses[needed] = _Found.of(self._follow(needed))
        return self._courses[key].at(reading)

    def total(self, reading: Curves) -> Curve:
        """The sum of all terms at the place of a reading."""
        if _TOTAL not in self._courses:
            for key in self.scenario.terms:
                self.amount(key, reading)
            self._courses[_TOTAL] = _Found.of(_added([found.stretches for found in self._courses.values()]))
        return self._courses[_TOTAL].at(reading)

    def _follow(self, key: str) -> Piecewise:
        def read(reading: Curves) -> Curve:
            found = self._costed(reading)
            return settled(self.scenario, key, found.figure, found.amounts, reading)

        return _followed(read, self._moving, *self._span)


class _Amounts(Mapping[str, Curve]):
    """The amounts of all terms at the place of a reading, each found when it is looked at."""

    def __init__(self, terms: ChangingContract, reading: Curves) -> None:
        self._terms = terms
        self._reading = reading

    def __getitem__(self, key: str) -> Curve:
        return self._terms.amount(key, self._reading)

    def __contains__(self, key: object) -> bool:
        return key in self._terms.scenario.terms

    def __iter__(self) -> Iterator[str]:
        return iter(self._terms.scenario.terms)

    def __len__(self) -> int:
        return len(self._terms.scenario.terms)

    def values(self) -> list[Curve]:  # type: ignore[override]  # who goes through them adds them up
        """The amounts as one: they were added up once for all readings."""
        return [self._terms.total(self._reading)]


def _joined(stretches: Iterable[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    for stretch in stretches:
        if joined and joined[-1].curve == stretch.curve:
            joined[-1] = joined[-1]._replace(high=stretch.high)
        else:
            joined.append(stretch)
    return joined


def metric(name: str) -> Reader:
    """Reads a total, a term or a figure."""
    return lambda costed: quotient(*costed.metric(name))


def quotient(over: Curve, under: Curve | None) -> Curve:
    """`over / under`, or `over` where that is None. Errors: `KeyError` where it is divided by zero throughout."""
    if under is not None and not under.over:
        raise KeyError
    return over if under is None else over / under


def difference(one: Piecewise, other: Piecewise) -> Piecewise:
    """one - other, on the stretches of both; n/a where either is."""
    bounds = sorted({bound for stretch in (*one, *other) for bound in stretch[:2]})
    parts = []
    for low, high in pairwise(bounds):
        first, second = (_curve_at(each, (low + high) / 2) for each in (one, other))
        parts.append(Piece(low, high, first - second if first and second else None))
    return tuple(_joined(parts))


def _curve_at(one: Piecewise, at: Fraction) -> Curve | None:
    place = bisect_right(one, at, key=lambda stretch: stretch.low) - 1
    return one[place].curve if place >= 0 and at <= one[place].high else None


def levels(one: Piecewise, level: Fraction) -> list[Fraction]:
    """Every place strictly inside a stretch where the course is at the level, rising; none where it stays there."""
    return [
        zero
        for low, high, curve in one
        if curve
        for zero in zeros((curve - Curve(polynomial([level]), ONE)).over, low, high)
    ]


def jumps(one: Piecewise) -> list[Jump]:
    """Every bound at which the course leaps."""
    found = []
    for before, behind in pairwise(one):
        at = before.high
        # An increment is zero where it begins, and so is what a share of it is divided by.
        left = before.curve.limit(at) if before.curve else None
        right = behind.curve.limit(at) if behind.curve else None
        if left is not None and right is not None and left != right:
            found.append(Jump(at, left, right))
    return found
