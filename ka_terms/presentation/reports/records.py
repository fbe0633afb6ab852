"""Results under the keys that json carries: exact numbers, and None where a figure is n/a."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ka_terms.presentation.fields import record
from ka_terms.presentation.reports.cases import cases_record
from ka_terms.presentation.reports.differences import EFFECTS
from ka_terms.presentation.reports.internal import internal_record
from ka_terms.presentation.reports.statement_fields import line_fields_for_json, tier_fields
from ka_terms.presentation.wording.warnings import warning_records
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.assessment import AssessedComparison, Assessment
    from ka_terms.analysis.comparison import Difference, Versus
    from ka_terms.model.contract.scenario import Scenario


def statement_record(contract: Assessment, words: Words) -> dict[str, Any]:
    """A statement that stands for itself: with the plan and the terms it came from, it can be costed again."""
    statement, scenario = contract.statement, contract.scenario
    of_line, of_tier = line_fields_for_json(scenario, words), tier_fields(words)
    return {
        "format_version": FORMAT_VERSION,
        "scenario": scenario.scenario,
        **_head(scenario),
        "sales": statement.sales,
        "stores": dict(statement.stores) if statement.stores else None,
        "vpo": statement.vpo,
        "vpo_volume": statement.vpo_volume,
        "lines": [record(of_line, line) for line in statement.lines],
        "total_fees": statement.total_fees,
        "fee_ratio": statement.fee_ratio,
        "fees_a_store": statement.fees_a_store,
        "net_net_sales": statement.net_net_sales,
        "growth": statement.growth and statement.growth._asdict(),
        **({"cases": cases_record(contract.cases)} if contract.cases else {}),
        "tiers": {
            term: [record(of_tier, status) for status in tiers] for term, tiers in statement.tiers.items()
        },
        "warnings": warning_records(contract),
        "plan": contract.resolved_plan,
        "terms": contract.stated_terms,
        "conditions": dict(scenario.conditions),
        **({"inside": internal_record(contract.internal_view, words)} if contract.internal_view else {}),
    }


def _head(scenario: Scenario) -> dict[str, Any]:
    return {key: getattr(scenario, key) for key in ("account", "year", "status", "currency")}


def comparison_record(assessed: AssessedComparison, words: Words) -> dict[str, Any]:
    """A comparison: `differences` has one entry a term and contract other than the baseline."""
    comparison = assessed.comparison
    return {
        "format_version": FORMAT_VERSION,
        "baseline": comparison.baseline.scenario.scenario,
        "scenarios": [statement_record(contract, words) for contract in assessed.contracts],
        "differences": [
            _difference(versus, difference)
            for versus in comparison.versus
            for difference in versus.differences
        ],
        "totals": [_difference(versus, versus.total) for versus in comparison.versus],
    }


def _difference(versus: Versus, difference: Difference) -> dict[str, Any]:
    return {
        "term": difference.term,
        "scenario": versus.statement.scenario.scenario,
        "amounts": list(difference.amounts),
        **record(EFFECTS, difference),
    }
