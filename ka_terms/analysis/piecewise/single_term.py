"""A contract reduced to one term."""

from __future__ import annotations

from ka_terms.model.contract.references import bases
from ka_terms.model.contract.scenario import Scenario


def single_term(scenario: Scenario, key: str) -> Scenario:
    """Return the contract with one term and the terms that its base depends on, directly or through others."""
    needed: dict[str, None] = {}
    pending = [key]
    while pending:
        name = pending.pop()
        if name not in needed:
            needed[name] = None
            pending += bases(scenario.terms[name])
    return scenario.model_copy(update={"terms": {name: scenario.terms[name] for name in needed}})
