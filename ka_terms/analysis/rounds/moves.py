"""Positions of a side on one plan, and what moves from one to the next."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from ka_terms.analysis.rounds.offer import Offer, Side
from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.statement import Statement

_ZERO = Decimal(0)


class Position(NamedTuple):
    """What an offer costs us on the plan."""

    offer: Offer
    statement: Statement
    given: Decimal
    """The sum of what it holds besides the fees."""
    cost: Decimal
    """Total fees + what it holds besides."""


class Move(NamedTuple):
    """One term, or one thing besides the fees, in two positions; an amount is zero where a position lacks it."""

    term: str
    before: Decimal
    after: Decimal
    is_give: bool = False
    """Whether it is given besides the fees."""

    @property
    def effect(self) -> Decimal:
        """Return after - before: above zero it costs us more."""
        with exactly():
            return self.after - self.before


class Step(NamedTuple):
    """How one side moved in a round: from its last position to the one of the round."""

    side: Side
    before: Position
    after: Position
    moves: tuple[Move, ...]
    """What differs, the largest effect first; a term that is worded in another way stands there with an effect of 0."""
    conditions: tuple[str, ...]
    """The agreed points without a fee that differ."""

    @property
    def change(self) -> Decimal:
        """Return what the position costs us more than the one before: the sum of the effects of its moves."""
        with exactly():
            return self.after.cost - self.before.cost


def position(offer: Offer, statement: Statement) -> Position:
    """Return what an offer costs: its fees, and what it holds besides."""
    with exactly():
        given = sum(offer.gives.values(), _ZERO)
        return Position(offer, statement, given, statement.total_fees + given)


def step(side: Side, before: Position, after: Position) -> Step:
    """Return what a side moved between two of its positions, which stand on one plan."""
    moves = sorted(_moves(before, after), key=lambda move: -abs(move.effect))
    conditions = (before.statement.scenario.conditions, after.statement.scenario.conditions)
    keys = dict.fromkeys(key for said in conditions for key in said)
    differing = tuple(key for key in keys if conditions[0].get(key) != conditions[1].get(key))
    return Step(side, before, after, tuple(moves), differing)


def differences(before: Position, after: Position) -> tuple[Move, ...]:
    """Return what costs more or less, the largest effect first."""
    moves = (move for move in _moves(before, after) if move.effect)
    return tuple(sorted(moves, key=lambda move: -abs(move.effect)))


def owed(statement: Statement) -> dict[str, Decimal]:
    """Return the amounts that total fees are the sum of, by term."""
    return {line.term: line.amount for line in statement.lines if line.owed}


def _moves(before: Position, after: Position) -> list[Move]:
    old, new = owed(before.statement), owed(after.statement)
    fees = (before.statement.scenario.fees, after.statement.scenario.fees)
    moves = [
        Move(key, old.get(key, _ZERO), new.get(key, _ZERO))
        for key in dict.fromkeys([*old, *new])
        if old.get(key, _ZERO) != new.get(key, _ZERO) or fees[0].get(key) != fees[1].get(key)
    ]
    return [*moves, *_given(before.offer.gives, after.offer.gives)]


def _given(old: Mapping[str, Decimal], new: Mapping[str, Decimal]) -> list[Move]:
    keys = dict.fromkeys([*old, *new])
    moves = (Move(key, old.get(key, _ZERO), new.get(key, _ZERO), is_give=True) for key in keys)
    return [move for move in moves if move.effect]
