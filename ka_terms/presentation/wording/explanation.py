"""How an amount comes about, in one line with the numbers in it."""

from __future__ import annotations

from ka_terms.calculation.readings.traced import Traced
from ka_terms.presentation.wording.expression import Expression
from ka_terms.presentation.words import Words


def explain(formula: Traced, words: Words) -> str:
    """The arithmetic of a settled amount, before it is rounded: `3,500 × 35 stores × 4 times`."""
    (cost,) = formula.args
    text = Expression(words).write(cost)
    names = [node.name for node in cost.walk(Traced.considered) if node.name]
    reached = [name.reached for name in names if name.reached is not None]
    missed = reached and not any(reached)
    return words.say("join.comma").join([text, words.say("explain.no_tier")]) if missed else text
