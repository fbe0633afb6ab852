"""Packages side by side differ as much as exchange from many starts gets: on small lists as much as can be."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.analysis.offers.different import Profile, distance, most_different


def least(profiles: list[Profile], places: tuple[int, ...]) -> float:
    return min(distance(profiles[one], profiles[other]) for one, other in combinations(places, 2))


def widest(profiles: list[Profile], count: int) -> float:
    return max(least(profiles, places) for places in combinations(range(len(profiles)), count))


def farthest_first(profiles: list[Profile], count: int) -> tuple[int, ...]:
    """The greedy choice from the first place."""
    chosen = [0]
    while len(chosen) < count:
        left = [at for at in range(len(profiles)) if at not in chosen]
        chosen.append(max(left, key=lambda at: min(distance(profiles[at], profiles[one]) for one in chosen)))
    return tuple(chosen)


def test_exchange_finds_what_the_farthest_next_misses() -> None:
    profiles: list[Profile] = [(5.0,), (0.0,), (10.0,), (3.4,), (6.7,)]
    assert least(profiles, farthest_first(profiles, 4)) == pytest.approx(1.7)
    found = most_different(profiles, 4)
    assert least(profiles, found) == pytest.approx(3.3)
    assert found == (1, 2, 3, 4)


@given(
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=5, max_size=9, unique=True),
    st.integers(2, 4),
)
def test_it_never_does_worse_than_the_greedy_choice(points: list[tuple[int, int]], count: int) -> None:
    profiles: list[Profile] = [(float(x), float(y)) for x, y in points]
    found = least(profiles, most_different(profiles, count))
    assert found >= least(profiles, farthest_first(profiles, count))
    assert found >= widest(profiles, count) / 2  # what farthest-first promises of any set
    assert most_different(profiles, count) == most_different(profiles, count)


def test_fewer_than_asked_for_are_all() -> None:
    assert most_different([(1.0,), (2.0,)], 3) == (0, 1)
