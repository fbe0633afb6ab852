"""Sentences of `solve`: where a rule is met and why that range ends, or the closest value of the metric."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from ka_terms.calculation.readings.exact import decimal_of
from ka_terms.model.numbers.number import LARGEST
from ka_terms.presentation.quantities import number, percent
from ka_terms.presentation.table import Kind
from ka_terms.presentation.wording.metric_words import metric_inline
from ka_terms.presentation.wording.solution_numbers import Numbers

if TYPE_CHECKING:
    from ka_terms.analysis.breakeven.intervals import End, Solution
    from ka_terms.analysis.breakeven.rounded_solutions import SolutionWithoutValue
    from ka_terms.analysis.piecewise.piecewise import Jump
    from ka_terms.calculation.statement import Statement


N = TypeVar("N", Decimal, Fraction)
_SIGNS = {"<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "="}
_NEIGHBOURS = ("solve.neighbour", "solve.neighbour_too")


class Sentences(Numbers):
    """The sentences on one answer."""

    @property
    def rule(self) -> str:
        """The rule with its metric by its name: `fee ratio ≤ 18%`."""
        limit = percent(self._rule.limit) if self._rule.percent else number(self._rule.limit)
        sign = _SIGNS[self._rule.operator]
        return self._words.say("solve.rule", metric=self._within(), sign=sign, limit=limit)

    def where(self, one: Solution) -> str:
        """The interval of a solution, each end with what it is exactly or why it is there."""
        if one.low.at == one.high.at and one.low.rounded == one.high.rounded:
            return self._say("solve.at", value=self._place(one.high))
        low, high = self._end(one.low, -1), self._end(one.high, 1)
        if one.low.outermost:
            return self._say("solve.up_to", value=high)
        if one.high.outermost:
            return self._say("solve.from", value=low)
        return self._say("solve.between", low=low, high=high)

    def _end(self, end: End, side: int) -> str:
        exact = self.exact(end.at)
        if end.rounded is None:
            return exact if end.included else self._say("solve.excluded", value=exact)
        shown = self.value(end.rounded)
        if end.jump:
            return shown + self._say("solve.leap", **self._leap(end.jump))
        if end.included and Fraction(end.rounded) == end.at:
            return shown
        inside, step = (end.at - Fraction(end.rounded)) * side, self._solved.condition.step
        is_next = 0 < inside < step if end.included else 0 < inside <= step
        if not is_next or (end.included and not end.meets):
            key = "solve.unrounded"
        else:
            key = "solve.unrounded" if end.included else "solve.below" if side > 0 else "solve.above"
        return shown + self._say(key, value=exact)

    def _place(self, end: End) -> str:
        """The value next to a place where an equation is met, and what the metric is there if it is another."""
        condition = self._solved.condition
        if end.rounded is None or end.metric is None:
            return self.exact(end.at)
        if self._rule.operator != "==":
            return self.value(end.rounded)
        shown, exact = self.value(end.rounded), self.exact(end.at)
        if condition.shown(end.metric) != self._rule.limit:
            told = {"metric": self._followed(), "measured": self.metric(end.metric)}
            return shown + self._say("solve.unrounded_off", value=exact, **told)
        return shown if Fraction(end.rounded) == end.at else shown + self._say("solve.unrounded", value=exact)

    def _leap(self, jump: Jump) -> dict[str, str]:
        before, behind = (self._measured(decimal_of(value)) for value in (jump.before, jump.behind))
        if before == behind:  # shown with fewer digits than tell them apart
            every = percent if self._kind is Kind.RATIO else number
            before, behind = (every(decimal_of(value)) for value in (jump.before, jump.behind))
        return {"place": self.exact(jump.at), "metric": self._followed(), "before": before, "behind": behind}

    def _within(self) -> str:
        return metric_inline(self._rule.metric, self._words)

    def _followed(self) -> str:
        """What jumps: the metric, or the difference of two contracts in it."""
        metric = self._within()
        return metric if len(self._names) == 1 else self._say("solve.difference", metric=metric)

    def why(self, end: End) -> str:
        """Why a solution ends: the range ends, the metric jumps, or it reaches the limit."""
        if end.outermost:
            return self._say("solve.why.range")
        if end.jump:
            return self._say("solve.why.jump", **self._leap(end.jump))
        key = "crossing" if end.meets else "unrounded"
        same = "" if len(self._names) == 1 else "_same"
        return self._say(f"solve.why.{key}{same}", place=self.exact(end.at))

    def headlines(self, before: Sequence[Statement]) -> Iterator[str]:
        """The answer, then every other solution and every jump across the limit."""
        solved, say = self._solved, self._say
        if not solved.solutions:
            yield from self._nowhere()
        elif solved.holds_everywhere:
            span = self._range(*solved.condition.span[:2], self.value)
            yield self._answer("everywhere", span=span)
        else:
            best = solved.best or 0
            where = self.where(solved.solutions[best])
            yield self._answer("holds", where=where)
            yield from self._others(best)
        yield from self._rounding()
        yield say("solve.today", **self._current(before))

    def _answer(self, key: str, **values: str) -> str:
        """Where the rule is met, or where the two contracts are equal."""
        if len(self._names) == 1:
            return self._say(f"solve.{key}", subject=self._subject(), input=self._input, **values)
        one, other = self._names
        names = {"one": one, "other": other, "metric": self._within(), "input": self._input}
        return self._say(f"solve.same.{key}", **names, **values)

    def _subject(self) -> str:
        if len(self._names) == 1:
            return self._say("solve.subject", name=self._names[0], rule=self.rule)
        one, other = self._names
        return self._say("solve.same", metric=self._within(), one=one, other=other)

    def _others(self, best: int) -> Iterator[str]:
        solved, say = self._solved, self._say
        if solved.best is None:
            yield say("solve.no_multiple", step=self._amount(solved.condition.step), input=self._input)
        others = [self.where(one) for at, one in enumerate(solved.solutions) if at != best]
        if others:
            yield say("solve.others", input=self._input, where=say("solve.join").join(others))
        yield from self._between_solutions()

    def _between_solutions(self) -> Iterator[str]:
        yield from map(self._jump, self._solved.jumps)
        yield from map(self._missed, self._solved.missed)

    def _missed(self, one: SolutionWithoutValue) -> str:
        """Where the rule would be met between two values of the input, and the metric at both of them."""
        say, condition = self._say, self._solved.condition
        found = [(self.value(at.value), self.metric(at.metric)) for at in (one.below, one.above) if at]
        near = [
            say(key, metric=self._followed(), value=value, measured=measured)
            for key, (value, measured) in zip(_NEIGHBOURS, found, strict=False)
        ]
        step = self._amount(condition.step)
        values = {"input": self._input, "step": step, "near": say("solve.join").join(near)}
        if condition.is_stepped and condition.input.kind == "count":
            return say("solve.missed_whole", **values)
        # Values that give the same amount: no finer step would come closer.
        is_rounded = len(found) == 2 and len({measured for _, measured in found}) == 1
        return say(
            "solve.missed_rounded" if is_rounded else "solve.missed", **values, place=self.exact(one.low)
        )

    def _rounding(self) -> Iterator[str]:
        """Where the rounding of amounts decides, or breaks a rule inside a solution."""
        solved, say = self._solved, self._say
        names = {"input": self._input, "metric": self._followed()}
        for low, high, kept, broken in solved.undecided:
            values = {
                f"{name}_at": self.value(one.value) for name, one in (("kept", kept), ("broken", broken))
            }
            measures = {"kept": self._fully(kept.metric), "broken": self._fully(broken.metric)}
            span = self._range(low, high, self.exact)
            yield say("solve.undecided", span=span, **names, **values, **measures)
        if solved.broken:
            value, metric = solved.broken
            yield say("solve.broken", value=self.value(value), measured=self.metric(metric), **names)

    def _range(self, low: N, high: N, written: Callable[[N], str]) -> str:
        if high == LARGEST:
            return self._say("solve.from", value=written(low))
        return self._say("solve.between", low=written(low), high=written(high))

    def _nowhere(self) -> Iterator[str]:
        solved, say = self._solved, self._say
        if solved.jumps or solved.missed:
            yield say("solve.unattainable", subject=self._subject(), input=self._input)
            yield from self._between_solutions()
        elif solved.nearest is None:
            of_period = solved.condition.rule.metric.months
            key = "solve.undefined_period" if of_period else "solve.undefined"
            yield say(key, subject=self._subject(), input=self._input)
        else:
            value, at, side = solved.nearest
            key = "endless" if at == LARGEST else ("at", "above", "below")[side]
            place = say(f"solve.place.{key}", input=self._input, place=self.exact(at))
            yield say("solve.unattainable", subject=self._subject(), input=self._input)
            key = "solve.nearest" if len(self._names) == 1 else "solve.apart"
            yield say(key, metric=self._within(), value=self.metric(value), place=place)

    def _jump(self, jump: Jump) -> str:
        """A jump across the limit; of two contracts, which one is higher above it."""
        if len(self._names) == 1:
            return self._say("solve.jump", input=self._input, **self._leap(jump))
        lower, higher = self._names if jump.behind < 0 else self._names[::-1]
        names = {"higher": higher, "lower": lower}
        return self._say("solve.overtakes", input=self._input, **names, **self._leap(jump))

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
        pairs = zip(self._names, values, strict=True)
        told = (self._say("solve.of_contract", name=name, value=value) for name, value in pairs)
        return self._say("join.list").join(told)

    def _current_metric(self, statement: Statement) -> str:
        value = statement.value(self._rule.metric)
        return self._words("na") if value is None else self._of_contract(value)
