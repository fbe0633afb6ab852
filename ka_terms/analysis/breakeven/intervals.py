"""All intervals in which a condition is met, and why they end.

The metric is cut at every jump and wherever it equals the limit. In each section it lies on one side of the limit, so
that the condition is met everywhere in it or nowhere. Lines are not rounded; see `rounded_solutions`.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import groupby, pairwise
from typing import NamedTuple

from ka_terms.analysis.breakeven.metric_profile import MetricProfile
from ka_terms.analysis.guardrail import OPERATORS
from ka_terms.analysis.piecewise.piecewise import Jump, jumps, positions_of


class Section(NamedTuple):
    """A single position (`low` = `high`), or everything strictly between two positions."""

    low: Fraction
    high: Fraction
    side: int | None
    """The sign of the metric minus the limit; None where the metric is n/a."""


class End(NamedTuple):
    at: Fraction
    included: bool
    outermost: bool
    """Whether it is an end of the range that was searched; if not, the metric meets the limit or jumps over it."""
    jump: Jump | None
    rounded: Decimal | None = None
    """The last multiple of the step whose statement meets the rule; None if there is none."""
    metric: Decimal | None = None
    """The metric in the statement for `rounded`."""
    meets: bool = False
    """Whether the metric with rounded lines equals the limit at the exact end."""


class Solution(NamedTuple):
    """An interval in which the condition is met everywhere, or a single position."""

    low: End
    high: End

    def distance(self, position: Fraction) -> Fraction:
        """Return the distance of a position from the interval; zero inside."""
        return max(self.low.at - position, position - self.high.at, Fraction(0))


def sections(profile: MetricProfile, limit: Fraction) -> Iterator[Section]:
    """Yield the range in sections, rising: single positions, and what lies between them."""
    first = profile.pieces[0].low
    yield Section(first, first, _side(profile.at(first), limit))
    for piece in profile.pieces:
        for low, high in pairwise([piece.low, *positions_of((piece,), limit), piece.high]):
            middle = piece.value((low + high) / 2) if piece.value else None
            yield Section(low, high, _side(middle, limit))
            yield Section(high, high, _side(profile.at(high), limit) if high == piece.high else 0)


def _side(value: Fraction | None, limit: Fraction) -> int | None:
    return None if value is None else (value > limit) - (value < limit)


def solutions(profile: MetricProfile, limit: Fraction, operator: str) -> list[Solution]:
    """Return every interval in which the condition is met, rising."""
    jumps_by_position = _jumps(profile)
    first, last = profile.pieces[0].low, profile.pieces[-1].high
    intervals = []
    holds = {side: OPERATORS[operator](Decimal(side), Decimal(0)) for side in (-1, 0, 1)}
    runs = groupby(sections(profile, limit), lambda section: section.side is not None and holds[section.side])
    for run in (list(run) for is_met, run in runs if is_met):
        low, high = run[0].low, run[-1].high
        has_low, has_high = low == run[0].high, run[-1].low == high
        low_jump, high_jump = jumps_by_position.get(low), jumps_by_position.get(high)
        below = End(low, has_low, low == first and (has_low or not low_jump), low_jump)
        above = End(high, has_high, high == last and (has_high or not high_jump), high_jump)
        intervals.append(Solution(below, above))
    return intervals


def jumps_over(profile: MetricProfile, limit: Fraction) -> list[Jump]:
    """Return every jump from one side of the limit to the other that does not take the limit itself."""
    jumps_by_position, all_sections = _jumps(profile), list(sections(profile, limit))
    over = []
    for index, section in enumerate(all_sections):
        if section.low == section.high in jumps_by_position and section.side:
            before, behind = (
                all_sections[max(index - 1, 0)],
                all_sections[min(index + 1, len(all_sections) - 1)],
            )
            if (before.side or 0) * (behind.side or 0) < 0:
                over.append(jumps_by_position[section.low])
    return over


def _jumps(profile: MetricProfile) -> dict[Fraction, Jump]:
    """Return every jump by its position, also jumps at the very ends of the range."""
    by_position = {jump.at: jump for jump in jumps(profile.unrounded)}
    first, last = profile.pieces[0], profile.pieces[-1]
    for piece, at in ((first, first.low), (last, last.high)):
        value, beside = profile.at(at), piece.value(at) if piece.value else None
        if value is not None and beside is not None and value != beside:
            by_position[at] = Jump(at, *((value, beside) if at == first.low else (beside, value)))
    return by_position
