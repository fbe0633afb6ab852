"""What is planned and not agreed: sales, whatever makes them, and last year."""

from __future__ import annotations

from ka_terms.analysis.inputs.input import Input
from ka_terms.analysis.inputs.moved import moved
from ka_terms.calculation.costs import exact_figures
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.vocabulary.figures import GROWTH, LAST_YEAR

_PLANNED = ("sales", "volume", "target", "returns", GROWTH, LAST_YEAR, "months.")


def is_planned(input: Input, scenario: Scenario) -> bool:
    """Whether a number is no part of what two sides agree on: a fact, or a figure of the plan that sales follow.

    Events, stores, SKUs and figures of the user's own are agreed unless sales follow them.
    """
    if input.term:
        return False
    if input.is_fact or input.path.startswith(_PLANNED):
        return True
    plan = scenario.case("likely")
    try:
        other = moved(plan, {input.path: input.value + 1})
    except ValueError:
        return False
    return exact_figures(other.plan, "sales") != exact_figures(plan.plan, "sales")
