"""Which packages to put side by side: those that differ most, found by exchange from many starts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

Profile = tuple[float, ...]
"""What sets a package apart, number by number; the distance of two is the sum of the differences."""
_STARTS = 24
"""Starts of the exchange; a start that takes the farthest next is often far from the best."""


class Spread(NamedTuple):
    """Some places of a list, and how far the two nearest of them are apart."""

    places: tuple[int, ...]
    least: float


def most_different(profiles: Sequence[Profile], count: int) -> tuple[int, ...]:
    """Return the places of `count` profiles whose nearest two are as far apart as exchange from many starts gets.

    The same list gives the same answer: the starts are spread evenly over it, and of equals the first is taken.
    """
    if len(profiles) <= count:
        return tuple(range(len(profiles)))
    stride = max(1, len(profiles) // _STARTS)
    starts = range(0, len(profiles), stride)
    best = max((_exchanged(profiles, start, count) for start in starts), key=lambda found: found.least)
    return tuple(sorted(best.places))


def distance(one: Profile, other: Profile) -> float:
    return sum(abs(left - right) for left, right in zip(one, other, strict=True))


def _exchanged(profiles: Sequence[Profile], start: int, count: int) -> Spread:
    """Return the best set from one start: farthest first, then one for another as long as that helps."""
    chosen = [start]
    rows: dict[int, list[float]] = {start: _row(profiles, start)}
    while len(chosen) < count:
        nearest = [min(rows[place][at] for place in chosen) for at in range(len(profiles))]
        farthest = max((at for at in range(len(profiles)) if at not in rows), key=lambda at: nearest[at])
        chosen.append(farthest)
        rows[farthest] = _row(profiles, farthest)
    spread = _least(chosen, rows)
    # Each exchange spreads the set wider, and there are but so many sets.
    while better := _better(profiles, chosen, rows, spread):
        chosen, spread = better
    return Spread(tuple(chosen), spread)


def _row(profiles: Sequence[Profile], place: int) -> list[float]:
    return [distance(profiles[place], each) for each in profiles]


def _least(chosen: Sequence[int], rows: Mapping[int, Sequence[float]]) -> float:
    return min((rows[one][other] for at, one in enumerate(chosen) for other in chosen[at + 1 :]), default=0.0)


def _better(
    profiles: Sequence[Profile], chosen: list[int], rows: dict[int, list[float]], spread: float
) -> tuple[list[int], float] | None:
    """Return the set with one place exchanged that is spread widest; None where none is spread wider."""
    best: tuple[list[int], float] | None = None
    for at in range(len(chosen)):
        others = [*chosen[:at], *chosen[at + 1 :]]
        rest = _least(others, rows) if len(others) > 1 else float("inf")
        nearest = [min(rows[place][each] for place in others) for each in range(len(profiles))]
        place = max(
            (each for each in range(len(profiles)) if each not in chosen), key=lambda each: nearest[each]
        )
        wide = min(rest, nearest[place])
        if wide > max(spread, best[1] if best else spread):
            best = [*chosen[:at], place, *chosen[at + 1 :]], wide
            rows.setdefault(place, _row(profiles, place))
    return best
