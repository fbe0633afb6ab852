"""How a line comes to its amount, in one phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ka_terms.presentation.quantities import number
from ka_terms.presentation.wording.expression import explain
from ka_terms.presentation.wording.rules import not_due
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.calculation.statement import Line


def explanation(line: Line, words: Words) -> str:
    """The arithmetic of a line; of a term that is not due why, and what it would cost."""
    if line.would_cost is None:
        return explain(line.formula, words)
    return not_due(line.rules, number(line.would_cost), words)
