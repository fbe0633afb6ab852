"""What the terms of one position cost more or less than those of another."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.statement import Statement

MOST_MOVES = 5
"""Terms that a list names; the page has room for no more."""


class Move(NamedTuple):
    """What one term costs more or less, on one plan."""

    term: str
    amount: Decimal


class Moves(NamedTuple):
    """Terms that differ, the largest first, at most `MOST_MOVES`; what the others come to, and how many they are."""

    largest: tuple[Move, ...]
    rest: Decimal
    rest_count: int

    @property
    def total(self) -> Decimal:
        with exactly():
            return sum((move.amount for move in self.largest), self.rest)


def moves_between(known: Mapping[str, Statement], role: str, base: str, sign: int) -> Moves | None:
    """Return what each term costs more in one position than in another: with a sign, only what is more, or less."""
    new, old = known.get(role), known.get(base)
    if new is None or old is None:
        return None
    amounts = [{line.term: line.amount for line in one.lines if line.owed} for one in (new, old)]
    with exactly():
        moves = [
            Move(key, amounts[0].get(key, Decimal(0)) - amounts[1].get(key, Decimal(0)))
            for key in dict.fromkeys((*amounts[0], *amounts[1]))
        ]
        differ = (move for move in moves if (move.amount * sign > 0 if sign else move.amount))
        changed = sorted(differ, key=_size)
        shown, others = changed[:MOST_MOVES], changed[MOST_MOVES:]
        return Moves(tuple(shown), sum((move.amount for move in others), Decimal(0)), len(others))


def _size(move: Move) -> Decimal:
    return -abs(move.amount)
