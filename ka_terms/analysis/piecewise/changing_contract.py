"""A contract as a function of a changing input, found by reading its formulas once for each piece.

`calculation.readings.curves` reads them at a position in the middle; the piece ends where a choice that was made there
would give another result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import TypeVar

from ka_terms.analysis.inputs.input import Input
from ka_terms.analysis.inputs.moved import with_stated_input
from ka_terms.analysis.piecewise.piecewise import Piece, Piecewise, joined, piece_at, summed
from ka_terms.calculation.costs import cost_contract, figures_of, settle
from ka_terms.calculation.figures import available
from ka_terms.calculation.metrics import Costed
from ka_terms.calculation.private import Private
from ka_terms.calculation.readings.curves import Curve, Curves, Polynomial, X, value_at, zeros
from ka_terms.calculation.readings.fractions import Fractions
from ka_terms.calculation.settlements import Settled, as_agreed
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.naming import not_owed
from ka_terms.model.vocabulary.metrics import Metric

T = TypeVar("T")
Reader = Callable[[Costed[Curve]], T]
"""What is wanted of a contract on each piece, such as a metric."""


class ChangingContract:
    """A contract as a function of the changing figures in `moving`, which are polynomials of the input.

    The scenario must state these figures (`moved.moved`). The pieces of each term are calculated on first use and
    kept. They are calculated per term, because otherwise every threshold of every term would recalculate the contract.
    """

    def __init__(
        self, scenario: Scenario, moving: Mapping[str, Polynomial], low: Fraction, high: Fraction
    ) -> None:
        self.scenario = scenario
        self._moving = moving
        self._range = low, high
        unpaid = not_owed(scenario.terms)
        self._owed = [key for key in scenario.fees if key not in unpaid]
        self._terms: dict[str, Piecewise[Settled[Curve]]] = {}
        self._total: Piecewise[Curve] = ()

    def of_term(self, term: str) -> ChangingContract:
        """Return the contract with one term and the terms that it depends on."""
        return ChangingContract(self.scenario.reduced_to(term), self._moving, *self._range)

    def pieces(self, read: Reader[T]) -> list[Piece[T]]:
        """Return what `read` gives on each piece, rising. A piece ends where a choice made in `read` changes."""
        pieces: list[Piece[T]] = []
        pending = [self._range]
        while pending:
            low, high = pending.pop()
            piece = self._piece_between(read, low, high)
            pieces.append(piece)
            pending += [(start, end) for start, end in ((low, piece.low), (piece.high, high)) if start < end]
        return sorted(pieces, key=lambda piece: piece.low)

    def piecewise(self, read: Reader[T]) -> Piecewise[T]:
        """Return the same with neighbours of equal value joined."""
        return joined(self.pieces(read))

    def at(self, read: Reader[Curve | None], position: Fraction) -> Fraction | None:
        """Return the value at a position, which may be a threshold; None where it is n/a."""
        reading = Curves(self._moving, position)
        figures = figures_of(self.scenario, reading)
        known: dict[str, Settled[Curve]] = {}

        def amount(key: str) -> Curve:
            """Return a term's amount there, after those that it needs."""
            for needed in self.scenario.reduced_to(key).in_order() if key not in known else ():
                if needed not in known:
                    known[needed] = self._settled(needed, reading)
                    # At its own threshold a term may differ from both neighbouring pieces: its formula is read there.
                    if position in reading.bounds:
                        known[needed] = settle(
                            self.scenario, needed, as_agreed(self.scenario, needed), figures, known
                        )
                    reading.bounds.clear()
            return known[key].year

        def settled(key: str) -> Settled[Curve]:
            amount(key)
            return known[key]

        amounts, private = _Amounts(self.scenario, amount), Private(self.scenario, figures)
        costed = Costed(figures, amounts, private, self.scenario, settled=_Amounts(self.scenario, settled))
        curve_there = read(costed)
        return None if curve_there is None else curve_there(position)

    def _piece_between(self, read: Reader[T], low: Fraction, high: Fraction) -> Piece[T]:
        """Return the piece around a position between `low` and `high` at which no choice is about to change."""
        at = (low + high) / 2
        while True:
            reading = Curves(self._moving, at, self._range)
            value = read(self._costed(reading))
            changes = {zero for decider in reading.deciders for zero in zeros(decider, low, high)}
            changes |= {bound for bound in reading.bounds if low < bound < high}
            if at not in changes:
                break
            at = (low + at) / 2
        below = max((change for change in changes if change < at), default=low)
        above = min((change for change in changes if change > at), default=high)
        return Piece(below, above, value)

    def _costed(self, reading: Curves) -> Costed[Curve]:
        """Return the contract at the position of a reading, each amount calculated when it is asked for."""
        figures = figures_of(self.scenario, reading)
        amounts = _Amounts(self.scenario, lambda key: self._settled(key, reading).year)
        settled = _Amounts(self.scenario, partial(self._settled, reading=reading))
        total = partial(self._sum, reading) if self._owed else None
        private = Private(self.scenario, figures)
        return Costed(figures, amounts, private, self.scenario, total, settled)

    def _settled(self, key: str, reading: Curves) -> Settled[Curve]:
        """Return the settlements of a term at the position of a reading."""
        # In order, because a long chain of terms that depend on each other must not become a chain of calls.
        for needed in self.scenario.reduced_to(key).in_order() if key not in self._terms else ():
            if needed not in self._terms:
                self._terms[needed] = self.piecewise(partial(self._settle, needed))
        low, high, settled = piece_at(self._terms[key], reading.at)
        return settled._replace(amounts=tuple(reading.reused(curve, low, high) for curve in settled.amounts))

    def _sum(self, reading: Curves) -> Curve:
        """Return the sum of all terms that are owed at the position of a reading."""
        if not self._total:
            for key in self._owed:
                self._settled(key, reading)
            self._total = summed([_of_year(self._terms[key]) for key in self._owed])
        low, high, total = piece_at(self._total, reading.at)
        return reading.reused(total, low, high)

    def _settle(self, key: str, costed: Costed[Curve]) -> Settled[Curve]:
        return settle(self.scenario, key, as_agreed(self.scenario, key), costed.figure, costed.settled)


def contract_by_input(
    scenario: Scenario, input: Input, values: Iterable[Decimal], low: Decimal, high: Decimal
) -> ChangingContract:
    """Return the contract as a function of one input; it can state at least one of `values`."""
    moving = with_stated_input(scenario, input.path, values)
    return ChangingContract(moving, {input.leaf: X}, Fraction(low), Fraction(high))


def _of_year(pieces: Piecewise[Settled[Curve]]) -> Piecewise[Curve]:
    """Return the sum of the settlements of a term."""
    return tuple(Piece(low, high, settled.year) for low, high, settled in pieces)


class _Amounts(Mapping[str, T]):
    """What is asked of every term, calculated when it is asked for."""

    def __init__(self, scenario: Scenario, amount: Callable[[str], T]) -> None:
        self._scenario = scenario
        self._amount = amount

    def __getitem__(self, key: str) -> T:
        return self._amount(key)

    def __contains__(self, key: object) -> bool:
        return key in self._scenario.fees

    def __iter__(self) -> Iterator[str]:
        return iter(self._scenario.fees)

    def __len__(self) -> int:
        return len(self._scenario.fees)


def metric_reader(metric: Metric) -> Reader[Curve | None]:
    return quotient_reader(lambda costed: costed.metric(metric))


def quotient_reader(quantities: Reader[tuple[Curve, Curve | None]]) -> Reader[Curve | None]:
    """Return the reader of a quotient of two quantities; None (n/a) where the plan cannot give one of them."""
    return lambda costed: available(lambda: quotient(*quantities(costed)))


def quotient(over: Curve, under: Curve | None) -> Curve | None:
    """Return `over / under`, or `over` where that is None; None (n/a) where `under` is zero on the whole piece."""
    if under is None:
        return over
    return over / under if under.over else None


EPSILON = Fraction(1, 10**28)
"""The distance of "just beside": above the error of a threshold that is not a decimal, and far below a cent."""
_DIGITS = 10**12


def costed_at(
    scenario: Scenario, moving: Mapping[str, Polynomial], position: Fraction, side: int = 0
) -> Costed[Fraction]:
    """Evaluate the contract at a position (0), just below it (-1) or just above it (1).

    `moving` gives the changing figures as polynomials of the position.
    """
    x = position + side * EPSILON
    return cost_contract(scenario, Fractions({path: value_at(figure, x) for path, figure in moving.items()}))


def without_epsilon(value: Fraction) -> Fraction:
    """Return the decimal of twelve digits that a value is within 10^-24 of; other values unchanged."""
    short = Fraction(round(value * _DIGITS), _DIGITS)
    return short if abs(short - value) * _DIGITS * _DIGITS < 1 else value
