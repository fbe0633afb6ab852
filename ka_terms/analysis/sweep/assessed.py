"""A sweep with its contracts as they stand today."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ka_terms.analysis.assessment import Assessment
from ka_terms.analysis.ladder.warnings import NEAR
from ka_terms.analysis.sweep.result import SweepResult
from ka_terms.calculation.statement import evaluate
from ka_terms.model.settings.catalogue import Catalogue


class AssessedSweep(NamedTuple):
    """What a sweep found, and the assessment of each contract on the plan of its file."""

    result: SweepResult
    today: tuple[Assessment, ...]


def assessed_sweep(
    result: SweepResult, near: Decimal = NEAR, catalogue: Catalogue | None = None
) -> AssessedSweep:
    """Every contract of a sweep assessed. Errors: `Uncomputable` beyond 10^18."""
    today = (Assessment(evaluate(scenario, catalogue), near) for scenario in result.scenarios)
    return AssessedSweep(result, tuple(today))
