"""A contract cut down to one term."""

from __future__ import annotations

from ka_terms.model.contract.references import bases
from ka_terms.model.contract.scenario import Scenario


def alone(scenario: Scenario, key: str) -> Scenario:
    """The contract with one term and those that come off its base, directly or through others."""
    kept: dict[str, None] = {}
    pending = [key]
    while pending:
        name = pending.pop()
        if name not in kept:
            kept[name] = None
            pending += bases(scenario.terms[name])
    return scenario.model_copy(update={"terms": {name: scenario.terms[name] for name in kept}})
