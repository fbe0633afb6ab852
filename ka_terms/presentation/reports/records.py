"""Results under the keys that json carries: exact numbers, and None where a figure is n/a."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from ka_terms.analysis.cases import cases_of
from ka_terms.analysis.comparison import Comparison, Difference, Versus
from ka_terms.analysis.internal import InternalView
from ka_terms.analysis.ladder.warnings import NEAR
from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.statement import Line, Statement
from ka_terms.calculation.tier_status import TierStatus
from ka_terms.model.contract.estimate import CASES, Estimate
from ka_terms.model.contract.plan import Plan
from ka_terms.model.contract.scenario import Scenario
from ka_terms.presentation.reports.cases import cases_record
from ka_terms.presentation.wording.explanation import explain
from ka_terms.presentation.wording.warnings import warning_records
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION


def statement_record(
    statement: Statement, words: Words, internal_view: InternalView | None = None, near: Decimal = NEAR
) -> dict[str, Any]:
    """A statement that stands for itself: with the plan and the terms it came from, it can be costed again."""
    scenario = statement.scenario
    return {
        "format_version": FORMAT_VERSION,
        "scenario": scenario.scenario,
        **_head(scenario),
        "sales": statement.sales,
        "stores": dict(statement.stores) if statement.stores else None,
        "vpo": statement.vpo,
        "vpo_volume": statement.vpo_volume,
        "lines": [_line(line, words) for line in statement.lines],
        "total_fees": statement.total_fees,
        "fee_ratio": statement.fee_ratio,
        "fees_a_store": statement.fees_a_store,
        "net_net_sales": statement.net_net_sales,
        "growth": _fields(statement.growth),
        **({"cases": cases_record(cases)} if (cases := cases_of(statement)) else {}),
        "tiers": {term: [_tier(status) for status in found] for term, found in statement.tiers.items()},
        "warnings": warning_records(statement, near),
        "plan": resolved_plan(scenario.plan),
        "terms": {
            key: _written(term.model_dump(by_alias=True, exclude_defaults=True))
            for key, term in scenario.terms.items()
        },
        "conditions": dict(scenario.conditions),
        **({"inside": internal_record(internal_view)} if internal_view else {}),
    }


def _head(scenario: Scenario) -> dict[str, Any]:
    return {key: getattr(scenario, key) for key in ("account", "year", "status", "currency")}


def _line(line: Line, words: Words) -> dict[str, Any]:
    return {
        "term": line.term,
        "label": words.fee(line.fee),
        "category": line.fee.category,
        "conditional": line.fee.conditional,
        "sales_driven": line.sales_driven,
        "driven_by": line.driven_by,
        "amount": line.amount,
        "ratio": line.ratio,
        "explanation": explain(line.formula, words),
    }


def _tier(status: TierStatus) -> dict[str, Any]:
    return {
        "measure": status.quantity,
        "inclusive": status.tier.inclusive,
        "bound": status.bound,
        "measured": status.measured,
        "reached": status.reached,
        "distance": status.distance,
        "rate": status.tier.rate,
        "amount": status.tier.amount,
    }


def resolved_plan(plan: Plan) -> dict[str, Any]:
    """A plan in the form of a file, with sales as what a growth comes to; last year's is written in place.

    A growth stays one where no file may state its amount, which may have too many decimals, and an estimate of it where
    it comes to one amount throughout, as on last year's sales of nothing.
    """
    record = _written(plan.model_dump(by_alias=True, exclude_defaults=True, exclude={"last_year"}))
    last_year = {"last_year": resolved_plan(plan.last_year)} if plan.last_year else {}
    resolved = {**last_year, **record, "sales": _resolved_sales(plan)}
    return resolved if _states(resolved, plan) else {**last_year, **record}


def _resolved_sales(plan: Plan) -> Any:
    """The amount of sales, or where they are estimated those of the three cases."""
    if isinstance(plan.sales, Estimate):
        return {case: _resolved_sales(plan.case(case)) for case in CASES}
    return exact_figures(plan, "sales")[0]


def _states(resolved: Mapping[str, Any], plan: Plan) -> bool:
    """Whether a file may say so, and leaves as much uncertain as the plan does."""
    try:
        return len(Plan.model_validate(resolved).estimates()) == len(plan.estimates())
    except ValueError:
        return False


def _written(value: Any) -> Any:
    """Tuples as lists, all the way down."""
    if isinstance(value, Mapping):
        return {key: _written(inner) for key, inner in value.items()}
    return [_written(inner) for inner in value] if isinstance(value, list | tuple) else value


def internal_record(internal_view: InternalView) -> dict[str, Any]:
    """The internal view."""
    return {
        **_fields(internal_view),
        "walk_away": [_fields(distance) for distance in internal_view.walk_away],
    }


def _fields(value: Any) -> Any:
    """A plain dataclass as a mapping of its fields."""
    return None if value is None else value._asdict()


def comparison_record(
    comparison: Comparison,
    words: Words,
    internal_views: Sequence[InternalView | None] = (),
    near: Decimal = NEAR,
) -> dict[str, Any]:
    """A comparison: `differences` has one entry a term and contract other than the baseline.

    `internal_views` are the internal views of the scenarios, in their order; none where they are not to be shown.
    """
    views = internal_views or [None] * len(comparison.scenarios)
    return {
        "format_version": FORMAT_VERSION,
        "baseline": comparison.baseline.scenario.scenario,
        "scenarios": [
            statement_record(statement, words, view, near)
            for statement, view in zip(comparison.scenarios, views, strict=True)
        ],
        "differences": [
            _difference(versus, difference)
            for versus in comparison.versus
            for difference in versus.differences
        ],
        "totals": [_difference(versus, versus.total) for versus in comparison.versus],
    }


def _difference(versus: Versus, difference: Difference) -> dict[str, Any]:
    amounts: list[Decimal] = list(difference.amounts)
    return {
        "term": difference.term,
        "scenario": versus.statement.scenario.scenario,
        "amounts": amounts,
        "change": difference.change,
        "terms_effect": difference.terms_effect,
        "plan_effect": difference.plan_effect,
    }
