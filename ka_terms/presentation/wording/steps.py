"""The way from figures to an amount, step by step: one row for every number that has a path or a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Context, Decimal
from typing import TYPE_CHECKING, NamedTuple

from ka_terms.calculation.readings.exact import RATIO_DIGITS
from ka_terms.calculation.readings.reading import StepKind
from ka_terms.calculation.readings.traced import StepName, Traced
from ka_terms.model.numbers.month import YEAR, Months, calendar_month
from ka_terms.model.vocabulary.figures import is_growth
from ka_terms.presentation.quantities import approximate, number
from ka_terms.presentation.table import Kind
from ka_terms.presentation.wording.expression import (
    Expression,
    before_rounding,
    kind_of,
    parts_worth,
    worth,
)
from ka_terms.presentation.wording.periods import period
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.calculation.statement import Line

_QUOTIENT = Context(prec=RATIO_DIGITS)
"""A quotient that does not end is given to as many digits as any other ratio."""

_ROWS: tuple[StepKind, ...] = (
    *("at_least", "at_most", "base", "charged", "pays"),
    *("no_tier", "calculated", "proportional", "members", "larger", "smaller"),
)
"""The steps that have a row of their own in any case; bands and bounds are written out where they are used."""


_AMOUNTS = {"at_least": "least_amount", "at_most": "most_amount"}
"""What a limit is called once it is worked out as an amount."""


class Step(NamedTuple):
    """One step: what it gives, and the expression that gives it, with the numbers in it.

    `value` is None where the step answers yes or no, which `how` then says. `path` tells where a figure or a
    parameter came from, or which term an amount is of; it is empty for what was worked out on the way.
    """

    what: str
    how: str
    value: Decimal | None
    kind: Kind
    path: str = ""


def line_steps(line: Line, words: Words, starts: int = 1) -> list[Step]:
    """The steps of a line; of a term that is settled by period those of each settlement, under its name.

    A figure has the name of its own months, which of a stock or a sum to date are more than those settled. What several
    settlements use comes once, where it is first used. `starts` is the calendar month that the contract year begins in.
    """
    if not line.settlements:
        return steps(line.formula, words, starts)
    found: list[Step] = []
    for settlement in line.settlements:
        of_period = steps(settlement.due, words, starts, settlement.months)
        if (before := settlement.before) is not None:
            what = _in_months(words("step.before"), settlement.months, starts, words)
            how = f"{approximate(settlement.due.value)} − {approximate(before)}"
            of_period.append(Step(what, how, settlement.amount, Kind.MONEY))
        found += [step for step in of_period if step not in found]
    amounts = " + ".join(number(settlement.amount) for settlement in line.settlements)
    return [*found, Step(words("step.settlements"), amounts, line.amount, Kind.MONEY)]


def _in_months(what: str, months: Months, starts: int, words: Words) -> str:
    """`Q1 Sales`; what is of the year has no other name."""
    if months == YEAR:
        return what
    calendar = [calendar_month(at, starts) for at in months]
    return words.say("join.value", name=period(months, calendar, words), value=what)


def steps(formula: Traced, words: Words, starts: int = 1, settled: Months = YEAR) -> list[Step]:
    """What is looked up, what follows from it, what is worked out, and the rounding of a settled amount.

    `settled` are the months that the amount is of.
    """

    def of_figure(node: Traced) -> str:
        what = words.fee_of(node.path) if _is_fee(node) else label(node, words)
        return _in_months(what, node.months, starts, words)

    def of_step(node: Traced) -> str:
        return _in_months(label(node, words), settled, starts, words)

    cost = before_rounding(formula)
    # In most months much of a plan is zero: what opens and closes in other months is no part of a stock of these.
    is_year = settled == YEAR
    used = list(cost.walk(Traced.explained_operands if is_year else _without_zeros))
    bare = Expression(words, bare=True, zeros=is_year)
    # The limit of a group is rounded before the sum comes off it: that step is the last.
    rounds = not any(node.is_rounding for node in used)
    derived = (node for node in used if node.path and node.explained_operands())
    return [
        *_looked_up((node for node in used if node.path and not node.explained_operands()), words, of_figure),
        *(
            Step(of_figure(node), bare.write(node.args[0]), node.value, kind_of(node), node.path)
            for node in derived
        ),
        *_worked_out((node for node in used if not node.path), words, of_step),
        *(
            [Step(of_step(formula), approximate(cost.value), formula.value, kind_of(formula))]
            if rounds
            else []
        ),
    ]


def _without_zeros(node: Traced) -> Iterable[Traced]:
    return parts_worth(node) if node.path else node.explained_operands()


def _is_fee(node: Traced) -> bool:
    """Whether it is the amount of another term."""
    return node.is_step("rounded", "settlements")


def _looked_up(nodes: Iterable[Traced], words: Words, named: Callable[[Traced], str]) -> Iterator[Step]:
    """Figures and parameters in the order they are used, and amounts of other terms; each once."""
    sources: dict[tuple[StepName | None, str, Months], Traced] = {}
    for node in nodes:
        sources.setdefault((node.name, node.path, node.months), node)
    for node in sources.values():
        yield Step(named(node), Expression(words).value(node), node.value, kind_of(node), node.path)


def _worked_out(nodes: Iterable[Traced], words: Words, named: Callable[[Traced], str]) -> Iterator[Step]:
    """The steps, operands first; what one has worked out, those after it write by its value."""
    known: set[Traced] = set()
    for node in nodes:
        if node.is_step("reached", "holds"):
            yield _compared(node, named(node), words)
        elif node.is_step("due"):
            due = "step.is_due" if _is_due(node) else "step.not_due"
            yield Step(named(node), words.say(due), node.value, kind_of(node))
            known.add(node)
        elif node.is_step("correction"):
            yield Step(named(node), Expression(words, known).write(node), node.value, kind_of(node))
        elif node.is_step(*_ROWS) or (node.is_step("sum") and len(worth(node)) > 1):
            how = Expression(words, known).write(node)
            yield Step(named(node), how, _QUOTIENT.plus(node.value), kind_of(node))
            known.add(node)


def _compared(condition: Traced, what: str, words: Words) -> Step:
    """`10,050,000 ≥ 9,000,000: reached`."""
    comparison = Expression(words).write(condition)
    if bound := next((arg for arg in condition.args if arg.is_step("bound")), None):
        comparison += f" = {number(bound.value)}"
    answers = ("holds", "fails") if condition.is_step("holds") else ("reached", "not_reached")
    how = words.say(f"step.{answers[not condition.value]}", comparison=comparison)
    return Step(what, how, None, Kind.TEXT)


def _is_due(node: Traced) -> bool:
    """Whether the conditions led to the fee, and not to the zero of a fee that is not due."""
    return not node.comes_to_a_constant


def label(node: Traced, words: Words) -> str:
    """What a step or a figure is called, in every language asked for."""
    name = node.name
    if name is None:
        return words.figure(node.path)
    of_rule = node.is_step("holds", "only_if", "unless")
    key = (
        "tier" if name.kind == "reached" else f"tier_{name.kind}" if name.tier and not of_rule else name.kind
    )
    if is_growth(name.figure) and not of_rule:
        key = f"tier_index_{name.kind}"
    if name.kind == "holds":
        key = "condition"
    if node.is_step("bound") and node.args and node.args[0].is_step("only_if", "unless"):
        key = "rule_bound"
    if not node.path:
        key = _AMOUNTS.get(name.kind, key)
    values = {"number": name.tier, "unit": name.unit and f"{name.unit:f}"}

    def in_language(one: Words) -> str:
        inline = name.kind in ("free", "for_every", "holds", "only_if", "unless")
        figure = one.inline(name.figure) if inline else one.figure(name.figure)
        return one.say(f"step.{key}", figure=figure, **values)

    return words.joined(in_language)
