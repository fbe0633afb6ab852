"""Solve a condition: the values of an input that meet a rule, or that make two contracts equal.

Between thresholds every metric is a quotient of polynomials of the input, so that the positions where it meets a limit
are calculated, not searched for; at a threshold itself the formulas are read. The answers are then rounded to multiples
of a step and checked by their statements. See `piecewise`, `intervals` and `rounded_solutions`.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from ka_terms.analysis.assessment import Assessment, assess
from ka_terms.analysis.breakeven.condition import Condition
from ka_terms.analysis.breakeven.intervals import Section, Solution, jumps_over, sections, solutions
from ka_terms.analysis.breakeven.metric_profile import Extremum, MetricProfile, metric_profile
from ka_terms.analysis.breakeven.multiples import Multiples, StatedValue
from ka_terms.analysis.breakeven.rounded_solutions import (
    SolutionWithoutValue,
    equation_solution,
    merged,
    with_isolated_values,
    with_values,
    without_value,
)
from ka_terms.analysis.breakeven.undecided_ranges import (
    UndecidedRange,
    broken_inside,
    undecided_ranges,
    with_met_values,
)
from ka_terms.analysis.piecewise.piecewise import Jump
from ka_terms.calculation.readings.curves import MOST_STEPS, TooManySteps
from ka_terms.calculation.readings.exact import decimal_of
from ka_terms.calculation.statement import evaluate
from ka_terms.model.faults import Fault, Refused
from ka_terms.model.numbers.number import LARGEST
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.text.messages import message

_ZERO = Decimal(0)


class Solved(NamedTuple):
    """The answer: every solution, rising, and the one to state."""

    condition: Condition
    solutions: tuple[Solution, ...]
    best: int | None
    """The index of the solution nearest to the current input; None where no solution has a value to state."""
    answer: Decimal | None
    """The value of the input to state; None where there is none, or where every value meets the rule."""
    missed: tuple[SolutionWithoutValue, ...]
    """Solutions that contain no value that the input can take."""
    jumps: tuple[Jump, ...]
    """Jumps over the limit, where the metric does not take the limit itself."""
    nearest: Extremum | None
    """Where there is no solution, the value closest to the limit; None where the metric is n/a throughout."""
    parts: tuple[Section, ...]
    """The side of the limit on which the metric lies, from one end of the range to the other."""
    undecided: tuple[UndecidedRange, ...]
    """Ranges in which the unrounded metric equals the limit, so that rounded lines decide at each value."""
    broken: StatedValue | None
    """A value inside a solution at which rounded lines break the rule; None if none is found."""

    @property
    def holds_everywhere(self) -> bool:
        """Whether the rule is met in the whole range."""
        return len(self.solutions) == 1 and all(end.outermost for end in self.solutions[0])

    @property
    def is_attained(self) -> bool:
        """Whether any value meets the rule."""
        return self.holds_everywhere or self.answer is not None


def solve(condition: Condition) -> Solved:
    """Return every value of the input that meets the rule; with two contracts, on the difference of their metrics."""
    rule, limit, current = condition.rule, Fraction(condition.rule.limit), Fraction(condition.input.value)
    profile = _profile(condition)
    multiples = Multiples(condition, profile, tuple(profile.extrema()))
    all_sections = tuple(sections(profile, limit))
    ranges = undecided_ranges(all_sections, multiples, current)
    exact = with_isolated_values(merged(solutions(profile, limit, rule.operator), multiples), multiples)
    valued, missed = _valued(exact, multiples)
    valued = with_met_values(valued, ranges)
    jumps = jumps_over(profile, limit) if rule.operator == "==" else []
    # Those that do not land on the limit when lines are rounded.
    over = [jump for jump in jumps if limit not in _rounded_sides(jump, profile)]
    stated = tuple(_as_stated(solution, profile, condition) for solution in valued)
    best, answer = _best(stated, current)
    if condition.input.kind == "count":
        missed += [_whole_numbers_beside(jump, multiples) for jump in over]
    return Solved(
        condition,
        stated,
        best,
        answer,
        tuple(missed),
        tuple(shown for jump in over if (shown := _rounded_jump(jump, profile, condition))),
        None if valued else _nearest(profile, multiples, current),
        all_sections,
        tuple(ranges),
        broken_inside(valued, ranges, multiples),
    )


class TooWide(Refused):
    """A range of the input in which a fee by full lots has more steps than are followed."""


def _profile(condition: Condition) -> MetricProfile:
    """Return the profile of the metric. Errors: `TooWide` where a fee by full lots has too many steps in the range."""
    try:
        return metric_profile(condition)
    except TooManySteps:
        path = condition.input.path
        found = message(
            "more than {most:,} steps of full lots in this range of {input}", most=MOST_STEPS, input=path
        )
        expected = message("a range with at most {most:,} steps", most=MOST_STEPS)
        mend = message("ask for a narrower range: {text}", text=f"--vary {path}=LOW..HIGH")
        raise TooWide(Fault(found, expected, mend)) from None


def _valued(
    exact: Sequence[Solution], multiples: Multiples
) -> tuple[list[Solution], list[SolutionWithoutValue]]:
    """Return the solutions with their rounded values, and the solutions that contain no value."""
    valued: list[Solution] = []
    missed: list[SolutionWithoutValue] = []
    condition = multiples.condition
    for plain, rounded in zip(exact, with_values(exact, multiples), strict=True):
        solution: Solution | SolutionWithoutValue = rounded
        if condition.rule.operator == "==" and plain.low.at == plain.high.at:
            solution = equation_solution(plain, multiples)
        elif condition.input.kind == "count" and condition.is_stepped and rounded.low.rounded is None:
            solution = without_value(plain, multiples)
        if isinstance(solution, SolutionWithoutValue):
            missed.append(solution)
        else:
            valued.append(solution)
    return valued, missed


def _whole_numbers_beside(jump: Jump, multiples: Multiples) -> SolutionWithoutValue:
    """Return the whole numbers on either side of a jump over the limit."""
    above = ceil(jump.at / multiples.step)
    side_before = 1 if jump.before > multiples.limit else -1
    if jump.at == above * multiples.step and multiples.side(above) == side_before:
        above += 1
    return SolutionWithoutValue(jump.at, jump.at, multiples.stated(above - 1), multiples.stated(above))


def _as_stated(solution: Solution, profile: MetricProfile, condition: Condition) -> Solution:
    """Return the solution with the jumps of the statement, and whether its ends are exact in the statement."""
    ends = []
    for end in solution:
        jump = end.jump and _rounded_jump(end.jump, profile, condition)
        value = None if end.outermost else profile.rounded_at(end.at, 0)
        meets = value is not None and condition.shown(decimal_of(value)) == condition.rule.limit
        # The largest number that can be stated says nothing about the contract.
        rounded, metric = (None, None) if end.at == LARGEST else (end.rounded, end.metric)
        ends.append(end._replace(jump=jump, meets=meets, rounded=rounded, metric=metric))
    return Solution(*ends)


def _rounded_jump(jump: Jump, profile: MetricProfile, condition: Condition) -> Jump | None:
    """Return a jump with rounded lines; None where its two values are the same as shown to users."""
    before, behind = _rounded_sides(jump, profile)
    shown_before, shown_behind = (condition.shown(decimal_of(value)) for value in (before, behind))
    return None if shown_before == shown_behind else Jump(jump.at, before, behind)


def _rounded_sides(jump: Jump, profile: MetricProfile) -> tuple[Fraction, Fraction]:
    """Return the metric with rounded lines before and behind a jump."""
    low, high = profile.pieces[0].low, profile.pieces[-1].high
    side_before, side_behind = jump.sides(profile.unrounded_at(jump.at))
    before = profile.rounded_at(jump.at, 0 if jump.at == low else side_before)
    behind = profile.rounded_at(jump.at, 0 if jump.at == high else side_behind)
    assert before is not None
    assert behind is not None  # a jump lies between two values
    return before, behind


def _nearest(profile: MetricProfile, multiples: Multiples, current: Fraction) -> Extremum | None:
    """Return the value closest to the limit, with rounded lines; for a count, that of a whole number."""
    limit = multiples.limit
    if multiples.condition.input.kind == "count":
        positions = [extremum.at / multiples.step for extremum in profile.extrema(current)]
        indices = {rounding(position) for position in positions for rounding in (floor, ceil)}
        metrics = ((index, metric) for index in indices if (metric := multiples.metric(index)) is not None)
        whole = [Extremum(Fraction(metric), index * multiples.step, 0) for index, metric in metrics]
        if whole:
            return min(whole, key=lambda value: (value.distance(limit), abs(value.at - current)))
    nearest = profile.closest(limit, current)
    value = nearest and profile.rounded_at(nearest.at, nearest.side)
    return nearest if nearest is None or value is None else nearest._replace(value=value)


def _best(rising: Sequence[Solution], current: Fraction) -> tuple[int | None, Decimal | None]:
    """Return the index of the solution nearest to the current input, and its end that is nearest to it."""
    order = sorted(range(len(rising)), key=lambda index: rising[index].distance(current))
    for index in order:
        ends = [end.rounded for end in rising[index] if not end.outermost and end.rounded is not None]
        if ends:
            return index, min(ends, key=lambda value: abs(Fraction(value) - current))
    return None, None


class AssessedSolution(NamedTuple):
    """What was solved for, and every contract today and at the answer; `after` is empty where there is none."""

    solved: Solved
    before: tuple[Assessment, ...]
    after: tuple[Assessment, ...]
    on_one_plan: bool
    """Whether the plans state the same figures where the input has the same value in all of them."""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(contract.name for contract in self.before)


def solve_and_assess(
    condition: Condition, catalogue: Catalogue | None = None, *, internal: bool = False
) -> AssessedSolution:
    """Solve, and assess every contract today and at the answer. Errors: `Uncomputable` beyond 10^18."""
    solved = solve(condition)
    moved = () if solved.answer is None else condition.at(solved.answer)
    before, after = (
        tuple(assess(evaluate(scenario, catalogue), internal=internal) for scenario in scenarios)
        for scenarios in (condition.scenarios, moved)
    )
    return AssessedSolution(solved, before, after, condition.on_one_plan)
