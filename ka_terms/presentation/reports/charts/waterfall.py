"""From the fees of one contract to those of another: a bar for the plan, one for each term that makes a difference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from ka_terms.presentation.chart import Axis, Chart, Series, Shape
from ka_terms.presentation.table import Kind
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.comparison import Comparison, Versus

_MOST = 10
"""Terms with a bar of their own; the smaller ones share one."""


class Step(NamedTuple):
    """One change on the way, under its name."""

    name: str
    amount: Decimal


def waterfall(comparison: Comparison, versus: Versus, title: str, words: Words) -> Chart:
    """The steps from the baseline to a contract; where its effects are n/a, the change of each term stands instead."""
    old, new = comparison.baseline, versus.statement
    steps = _steps(versus, words)
    names = (old.scenario.scenario, *(step.name for step in steps), new.scenario.scenario)
    amounts = (old.total_fees, *(step.amount for step in steps), new.total_fees)
    return Chart(
        "waterfall",
        Shape.WATERFALL,
        title,
        Axis(""),
        Axis(words("total_fees"), Kind.MONEY),
        (Series(words("total_fees"), amounts),),
        categories=names,
        levels=(0, len(names) - 1),
    )


def _steps(versus: Versus, words: Words) -> Sequence[Step]:
    plan_effect = versus.total.plan_effect
    changes = sorted(
        (step for step in _of_terms(versus, words, is_split=plan_effect is not None) if step.amount),
        key=lambda step: -abs(step.amount),
    )
    shown, rest = (changes, []) if len(changes) <= _MOST else (changes[: _MOST - 1], changes[_MOST - 1 :])
    plan = [Step(words("plan_effect"), plan_effect)] if plan_effect else []
    others = [Step(words("other_terms"), sum((step.amount for step in rest), Decimal(0)))] if rest else []
    return [*plan, *shown, *others]


def _of_terms(versus: Versus, words: Words, *, is_split: bool) -> Iterator[Step]:
    """What the terms make of each fee, where both effects are known; else its whole change."""
    for difference in (difference.counted() for difference in versus.differences):
        amount = difference.terms_effect if is_split else difference.change
        yield Step(words.fee_of(difference.term), amount or Decimal(0))
