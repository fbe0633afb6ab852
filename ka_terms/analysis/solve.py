"""What a number would have to be for a condition to hold, or for two contracts to cost the same: exactly.

Between bounds every metric is a quotient of polynomials in the number that moves, so that the place where it meets a
limit is computed, not searched for; at a bound itself the formulas are read there. See `course` and `solutions`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from ka_terms.analysis.condition import Condition
from ka_terms.analysis.course import Jump
from ka_terms.analysis.followed import followed
from ka_terms.analysis.guardrail import OPERATORS, Guardrail
from ka_terms.analysis.solutions import (
    Followed,
    Nearest,
    Part,
    Solution,
    leaps_across,
    near,
    nearest,
    parts,
    solutions,
    with_rounded,
)
from ka_terms.model.numbers import LARGEST

_ZERO = Decimal(0)


class Solved(NamedTuple):
    """The answer: every solution, rising, and the one to state."""

    condition: Condition
    solutions: tuple[Solution, ...]
    best: int | None
    """Which solution holds the answer, the nearest to today's value; None where no value can be stated."""
    answer: Decimal | None
    """The value of the lever to state; None where there is none, or where the rule holds everywhere."""
    jumps: tuple[Jump, ...]
    """Where the metric leaps across the limit, none of whose values it takes there."""
    nearest: Nearest | None
    """Without a solution, how near the metric comes; None where it is n/a throughout."""
    parts: tuple[Part, ...]
    """On which side of the limit the metric lies, from end to end."""

    @property
    def holds_everywhere(self) -> bool:
        """Whether the rule holds in the whole range."""
        return len(self.solutions) == 1 and all(end.outermost for end in self.solutions[0])


def solve(condition: Condition) -> Solved:
    """Every value of the lever for which the rule holds.

    With two contracts, the first one's metric less the second's takes the place of the metric.
    """
    rule, limit = condition.rule, Fraction(condition.rule.limit)
    along = followed(condition)
    found = solutions(along, limit, _holds(rule))
    rounded = tuple(_rounded(one, condition, along) for one in found)
    best, answer = _chosen(rounded, Fraction(condition.lever.value))
    return Solved(
        condition,
        rounded,
        best,
        answer,
        tuple(leaps_across(along, limit)) if rule.operator == "==" else (),
        None if found else nearest(along, limit, Fraction(condition.lever.value)),
        tuple(parts(along, limit)),
    )


def _holds(rule: Guardrail) -> Callable[[int], bool]:
    return lambda side: OPERATORS[rule.operator](Decimal(side), _ZERO)


def _rounded(one: Solution, condition: Condition, along: Followed) -> Solution:
    """The solution with the values at its ends that can be stated."""
    rule, span = condition.rule, condition.span

    def satisfies(value: Decimal) -> bool:
        found = along.stated(value)
        return found is not None and OPERATORS[rule.operator](found, rule.limit)

    def error(value: Decimal) -> Decimal | None:
        found = along.stated(value) if span.low <= value <= span.high else None
        return None if found is None else abs(found - rule.limit)

    if rule.operator == "==" and one.low.at == one.high.at:
        value = near(one.low.at, condition.step, error)
        return Solution(one.low._replace(rounded=value), one.high._replace(rounded=value))
    found = with_rounded(one, condition.step, satisfies)
    # The largest number there is says nothing about the contract.
    return found._replace(high=found.high._replace(rounded=None)) if found.high.at == LARGEST else found


def _chosen(found: Sequence[Solution], today: Fraction) -> tuple[int | None, Decimal | None]:
    """The solution nearest to today's value, and of its ends the nearest at which the rule begins to hold."""
    order = sorted(range(len(found)), key=lambda at: found[at].distance(today))
    for at in order:
        ends = [end for end in found[at] if not end.outermost and end.rounded is not None]
        if ends:
            values = [end.rounded for end in ends if end.rounded is not None]
            return at, min(values, key=lambda value: abs(Fraction(value) - today))
    return None, None
