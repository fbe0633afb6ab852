"""Which fees move with a number of some others, and the contract with these alone."""

from __future__ import annotations

from collections.abc import Collection

from ka_terms.calculation.metrics import Costed
from ka_terms.calculation.readings.reading import N
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.naming import not_owed


def with_dependents(keys: Collection[str], scenario: Scenario) -> frozenset[str]:
    """Return fees and all that depend on them, directly or through others."""
    found = {*keys}
    for key in scenario.in_order():
        if found.intersection(scenario.needed_by(key)):
            found.add(key)
    return frozenset(found)


def reduced_to_fees(contract: Scenario, fees: Collection[str]) -> Scenario:
    """Return the contract with some fees and all that these depend on."""
    return contract.with_fees({key for fee in fees for key in contract.reduced_to(fee).fees})


def sum_owed(costed: Costed[N], fees: Collection[str]) -> N:
    """Return the sum of some fees, those that are not owed left out."""
    unpaid = not_owed(costed.scenario.terms)
    total = costed.zero
    for key in costed.amounts:
        if key in fees and key not in unpaid:
            total = total + costed.amounts[key]
    return total
