"""The statements of a contract at the low, the likely and the high values of its estimates."""

from __future__ import annotations

from collections.abc import Mapping

from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.model.contract.estimate import CASES, Case
from ka_terms.model.settings.catalogue import Catalogue

Cases = Mapping[Case, Statement]


def cases_of(statement: Statement) -> Cases:
    """Return the statement of each case; empty where the plan has no estimates.

    The statement given is the likely case. All estimates are low together, or high together.
    Errors: `Uncomputable` beyond 10^18.
    """
    scenario = statement.scenario
    if not scenario.estimates():
        return {}
    known = Catalogue({line.term: line.fee for line in statement.lines})
    return {case: statement if case == "likely" else evaluate(scenario.case(case), known) for case in CASES}
