"""Packages of choices that come to a wanted cost: all of them counted, those worth a look kept.

At a fixed plan the cost of a package is the sum of its choices, so of three choices the last is looked up among
sorted costs instead of tried out.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from ka_terms.analysis.offers.choices import Choice

MOST_CHANGES = 3
"""Numbers that an offer changes at most."""
_NEAREST = 6
"""Choices that are kept for each pair, those nearest to the wanted cost."""
_KEPT = 12
"""Packages that are kept of the same groups."""


class Package(NamedTuple):
    """Choices of different groups, with the sums of their costs in whole units."""

    choices: tuple[Choice, ...]
    costs: tuple[int, ...]


class Wanted(NamedTuple):
    """What a package may cost as planned beside the contract as it stands, in whole units."""

    least: int
    most: int
    aim: int
    """Where it should be best: of several, those nearest to it are kept."""


class Found(NamedTuple):
    """All packages that cost what is wanted, as a number, and those worth a look."""

    number: int
    tried: int
    """How many packages there are at any cost."""
    kept: tuple[Package, ...]


class _Sorted:
    """The choices of one group, by rising cost as planned."""

    def __init__(self, choices: Sequence[Choice], scale: int, plan: int) -> None:
        scaled = [(tuple(_whole(cost, scale) for cost in choice.costs), choice) for choice in choices]
        self.items = sorted(scaled, key=lambda item: (item[0][plan], item[0]))
        self.keys = [costs[plan] for costs, _ in self.items]

    def __len__(self) -> int:
        return len(self.items)

    def between(self, least: int, most: int) -> tuple[int, int]:
        """Return the places of the choices that cost from `least` to `most`."""
        return bisect_left(self.keys, least), bisect_right(self.keys, most)

    def nearest(self, first: int, last: int, aim: int) -> range:
        """Return some of the places from `first` up to `last`, those nearest to a cost."""
        middle = min(max(bisect_left(self.keys, aim), first), last)
        start = max(first, min(middle - _NEAREST // 2, last - _NEAREST))
        return range(start, min(start + _NEAREST, last))


def _whole(amount: Decimal, scale: int) -> int:
    return int(amount.scaleb(scale))


def packages(
    groups: Sequence[Sequence[Choice]], wanted: Wanted, scale: int, plan: int, most: int = MOST_CHANGES
) -> Found:
    """Return the packages of at most `most` changes that cost what is wanted; amounts are whole at 10^`scale`."""
    parts = [
        _Sorted([choice for choice in group if len(choice.changes) == size], scale, plan)
        for group in groups
        for size in range(1, most + 1)
    ]
    owners = [(at, size) for at in range(len(groups)) for size in range(1, most + 1)]
    known = [(owner, part) for owner, part in zip(owners, parts, strict=True) if len(part)]
    count, tried, kept = 0, 0, list[Package]()
    for size in range(1, most + 1):
        for some in combinations(known, size):
            if len({at for (at, _), _ in some}) < size or sum(number for (_, number), _ in some) > most:
                continue
            found, of_all, few = _of_groups([part for _, part in some], wanted, plan)
            count, tried = count + found, tried + of_all
            kept += few
    return Found(count, tried, tuple(kept))


def _of_groups(parts: Sequence[_Sorted], wanted: Wanted, plan: int) -> tuple[int, int, list[Package]]:
    """Return how many packages of one choice a group cost what is wanted, how many there are, and a few of them."""
    *firsts, last = sorted(parts, key=len)
    count, tried, found = 0, len(last), list[Package]()
    for part in firsts:
        tried *= len(part)
    for costs, chosen in _products(firsts):
        spent = costs[plan] if costs else 0
        start, end = last.between(wanted.least - spent, wanted.most - spent)
        count += end - start
        for at in last.nearest(start, end, wanted.aim - spent):
            more, choice = last.items[at]
            sums = tuple(map(sum, zip(costs, more, strict=True))) if costs else more
            found.append(Package((*chosen, choice), sums))
    return count, tried, _few(found, wanted, plan)


def _products(parts: Sequence[_Sorted]) -> Iterator[tuple[tuple[int, ...], tuple[Choice, ...]]]:
    """Yield the sums of one choice a group."""
    if not parts:
        yield (), ()
        return
    first, *others = parts
    for costs, chosen in _products(others):
        for more, choice in first.items:
            yield (tuple(map(sum, zip(costs, more, strict=True))) if costs else more), (choice, *chosen)


def _few(found: Sequence[Package], wanted: Wanted, plan: int) -> list[Package]:
    """Return some packages of the same groups: the nearest, and those that move most with sales either way."""
    if len(found) <= _KEPT:
        return [*found]
    near = sorted(found, key=lambda each: (abs(each.costs[plan] - wanted.aim), each.costs))[: _KEPT // 2]
    by_sales = sorted(found, key=lambda each: (each.costs[-1] - each.costs[0], each.costs))
    return [*dict.fromkeys((*near, *by_sales[: _KEPT // 4], *by_sales[-(_KEPT // 4) :]))]
