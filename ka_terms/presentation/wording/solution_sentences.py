"""Sentences of `solve`: where a rule is met and why that range ends, or the closest value of the metric."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from ka_terms.calculation.readings.exact import decimal_of, exactly
from ka_terms.model.numbers.number import LARGEST
from ka_terms.presentation.quantities import number, percent
from ka_terms.presentation.table import Kind
from ka_terms.presentation.wording.solution_numbers import FINEST, Numbers

if TYPE_CHECKING:
    from ka_terms.analysis.breakeven.intervals import End, Solution
    from ka_terms.analysis.breakeven.rounded_solutions import SolutionWithoutValue
    from ka_terms.analysis.piecewise.piecewise import Jump
    from ka_terms.calculation.statement import Statement


_SIGNS = {"<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "="}
_NEIGHBOURS = ("solve.neighbour", "solve.neighbour_too")


class Sentences(Numbers):
    """The sentences on one answer."""

    # -------------------------------------------------------------- pieces

    @property
    def rule(self) -> str:
        """The rule with its metric by its name: `fee ratio ≤ 18%`."""
        limit = percent(self._rule.limit) if self._rule.percent else number(self._rule.limit)
        sign = _SIGNS[self._rule.operator]
        return self._words.say("solve.rule", metric=self._within(), sign=sign, limit=limit)

    def where(self, one: Solution) -> str:
        """The interval of a solution, each end with what it is exactly or why it is there."""
        if one.low.at == one.high.at and one.low.rounded == one.high.rounded:
            return self._words.say("solve.at", value=self._place(one.high))
        low, high = self._end(one.low, -1), self._end(one.high, 1)
        if one.low.outermost:
            return self._words.say("solve.up_to", value=high)
        if one.high.outermost:
            return self._words.say("solve.from", value=low)
        return self._words.say("solve.between", low=low, high=high)

    def _end(self, end: End, side: int) -> str:
        exact = self.exact(end.at)
        if end.rounded is None:
            return exact if end.included else self._words.say("solve.excluded", value=exact)
        shown = self.value(end.rounded)
        if end.jump:
            return shown + self._words.say("solve.leap", **self._leap(end.jump))
        if end.included and Fraction(end.rounded) == end.at:
            return shown
        inside, step = (end.at - Fraction(end.rounded)) * side, self._solved.condition.step
        is_next = 0 < inside < step if end.included else 0 < inside <= step
        if not is_next or (end.included and not end.meets):
            key = "solve.unrounded"
        else:
            key = "solve.exactly" if end.included else "solve.below" if side > 0 else "solve.above"
        return shown + self._words.say(key, value=exact)

    def _place(self, end: End) -> str:
        """The value next to a place where an equation is met, and what the metric is there if it is another."""
        condition = self._solved.condition
        if end.rounded is None or end.metric is None:
            return self.exact(end.at)
        if self._rule.operator != "==":
            return self.value(end.rounded)
        shown, exact = self.value(end.rounded), self.exact(end.at)
        key = "solve.exactly" if end.meets else "solve.unrounded"
        if condition.shown(end.metric) != self._rule.limit:
            told = {"metric": self._followed(), "measured": self.metric(end.metric)}
            return shown + self._words.say(f"{key}_off", value=exact, **told)
        return shown if Fraction(end.rounded) == end.at else shown + self._words.say(key, value=exact)

    def _leap(self, jump: Jump) -> dict[str, str]:
        before, behind = (self._measured(decimal_of(value)) for value in (jump.before, jump.behind))
        if before == behind:  # shown with fewer digits than tell them apart
            every = percent if self._kind is Kind.RATIO else number
            before, behind = (every(decimal_of(value)) for value in (jump.before, jump.behind))
        return {
            "place": self.exact(jump.at),
            "metric": self._followed(),
            "before": before,
            "behind": behind,
        }

    def _within(self) -> str:
        metric = self._rule.metric
        return self._words.inline(metric.name) if metric.is_figure else self._words.within(self._label)

    def _followed(self) -> str:
        """What jumps: the metric, or the difference of two contracts in it."""
        metric = self._within()
        return metric if len(self._names) == 1 else self._words.say("solve.difference", metric=metric)

    def why(self, end: End) -> str:
        """Why a solution ends: the range ends, the metric jumps, or it reaches the limit."""
        if end.outermost:
            return self._words.say("solve.why.range")
        if end.jump:
            return self._words.say("solve.why.jump", **self._leap(end.jump))
        key = "crossing" if end.meets else "unrounded"
        return self._words.say(f"solve.why.{key}", place=self.exact(end.at))

    # -------------------------------------------------------------- sentences

    def headlines(self, before: Sequence[Statement]) -> Iterator[str]:
        """The answer, then every other solution and every jump across the limit."""
        solved, say = self._solved, self._words.say
        if not solved.solutions:
            yield from self._nowhere()
        elif solved.holds_everywhere:
            yield say("solve.everywhere", subject=self._subject(), input=self._input, span=self.span())
        else:
            best = solved.best or 0
            yield say(
                "solve.holds",
                subject=self._subject(),
                input=self._input,
                where=self.where(solved.solutions[best]),
            )
            yield from self._others(best)
        yield from self._rounding()
        yield say("solve.today", **self._current(before))

    def _subject(self) -> str:
        if len(self._names) == 1:
            return self._words.say("solve.subject", name=self._names[0], rule=self.rule)
        one, other = self._names
        return self._words.say("solve.same", metric=self._within(), one=one, other=other)

    def _others(self, best: int) -> Iterator[str]:
        solved, say = self._solved, self._words.say
        if solved.best is None:
            yield say("solve.no_multiple", step=self._amount(solved.condition.step), input=self._input)
        others = [self.where(one) for at, one in enumerate(solved.solutions) if at != best]
        if others:
            yield say("solve.others", input=self._input, where=say("solve.join").join(others))
        yield from (self.leap(jump) for jump in solved.jumps)
        yield from (self.missed(one) for one in solved.missed)

    def missed(self, one: SolutionWithoutValue) -> str:
        """Where the rule would be met between two values of the input, and the metric at both of them."""
        say, condition = self._words.say, self._solved.condition
        found = [(self.value(at.value), self.metric(at.metric)) for at in (one.below, one.above) if at]
        near = [
            say(key, metric=self._followed(), value=value, measured=measured)
            for key, (value, measured) in zip(_NEIGHBOURS, found, strict=False)
        ]
        values = {
            "input": self._input,
            "step": self._amount(condition.step),
            "near": say("join.list").join(near),
        }
        if condition.is_stepped and condition.input.kind == "count":
            return say("solve.missed_whole", **values)
        return say("solve.missed", **values, place=self.exact(one.low))

    def _rounding(self) -> Iterator[str]:
        """Where the rounding of amounts decides, or breaks a rule inside a solution."""
        solved, say = self._solved, self._words.say
        names = {"input": self._input, "metric": self._followed()}
        for low, high, kept, broken in solved.undecided:
            values = {
                f"{name}_at": self.value(one.value) for name, one in (("kept", kept), ("broken", broken))
            }
            measures = {"kept": self._fully(kept.metric), "broken": self._fully(broken.metric)}
            span = say("solve.from", value=self.exact(low)) if high == LARGEST else self._between(low, high)
            yield say("solve.undecided", span=span, **names, **values, **measures)
        if solved.broken:
            value, metric = solved.broken
            yield say("solve.broken", value=self.value(value), measured=self.metric(metric), **names)

    def _between(self, low: Fraction, high: Fraction) -> str:
        return self._words.say("solve.between", low=self.exact(low), high=self.exact(high))

    def _nowhere(self) -> Iterator[str]:
        solved, say = self._solved, self._words.say
        if solved.jumps or solved.missed:
            yield say("solve.unattainable", subject=self._subject(), input=self._input)
            yield from (self.leap(jump) for jump in solved.jumps)
            yield from (self.missed(one) for one in solved.missed)
        elif solved.nearest is None:
            yield say("solve.undefined", subject=self._subject(), input=self._input)
        else:
            value, at, side = solved.nearest
            key = "endless" if at == LARGEST else ("at", "above", "below")[side]
            place = say(f"solve.place.{key}", input=self._input, place=self.exact(at))
            yield say("solve.unattainable", subject=self._subject(), input=self._input)
            key = "solve.nearest" if len(self._names) == 1 else "solve.apart"
            yield say(key, metric=self._within(), value=self.metric(value), place=place)

    def leap(self, jump: Jump) -> str:
        """A jump across the limit; of two contracts, which one is higher above it."""
        if len(self._names) == 1:
            return self._words.say("solve.jump", input=self._input, **self._leap(jump))
        lower, higher = self._names if jump.behind < 0 else self._names[::-1]
        return self._words.say(
            "solve.overtakes", input=self._input, higher=higher, lower=lower, **self._leap(jump)
        )

    def _current(self, before: Sequence[Statement]) -> dict[str, str]:
        """The current value of the input and of the metric, in each contract."""
        values = [self.value(input.value) for input in self._solved.condition.inputs]
        return {
            "input": self._input,
            "value": self._by_contract(values),
            "metric": self._within(),
            "measure": self._by_contract([self._current_metric(statement) for statement in before]),
        }

    def _by_contract(self, values: Sequence[str]) -> str:
        """A value that all contracts share, or the value of each with its name."""
        if len({*values}) == 1:
            return values[0]
        say = self._words.say
        pairs = zip(self._names, values, strict=True)
        return say("join.list").join(
            say("solve.of_contract", name=name, value=value) for name, value in pairs
        )

    def _current_metric(self, statement: Statement) -> str:
        value = statement.value(self._rule.metric)
        if value is None:
            return self._words("na")
        with exactly():
            value = value.quantize(FINEST)
        return percent(value) if self._kind is Kind.RATIO else self._measured(value)

    def span(self) -> str:
        """The range that was searched."""
        low, high = self._solved.condition.span[:2]
        if high == LARGEST:
            return self._words.say("solve.from", value=self.value(low))
        return self._words.say("solve.between", low=self.value(low), high=self.value(high))
