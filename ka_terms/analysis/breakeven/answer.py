"""An answer with the contracts as they stand today, and as they would be at the answer."""

from __future__ import annotations

from typing import NamedTuple

from ka_terms.analysis.assessment import Assessment
from ka_terms.analysis.breakeven.condition import Condition
from ka_terms.analysis.breakeven.solve import Solved, solve
from ka_terms.calculation.statement import evaluate
from ka_terms.model.settings.catalogue import Catalogue


class Answered(NamedTuple):
    """What was solved for, and every contract today and at the answer; `after` is empty where there is none."""

    solved: Solved
    before: tuple[Assessment, ...]
    after: tuple[Assessment, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the contracts."""
        return tuple(contract.name for contract in self.before)


def answered(condition: Condition, catalogue: Catalogue | None = None, *, internal: bool = False) -> Answered:
    """Solve, and assess every contract today and at the answer. Errors: `Uncomputable` beyond 10^18."""
    solved = solve(condition)
    moved = () if solved.answer is None else condition.at(solved.answer)
    before, after = (
        tuple(Assessment(evaluate(scenario, catalogue), internal=internal) for scenario in scenarios)
        for scenarios in (condition.scenarios, moved)
    )
    return Answered(solved, before, after)
