"""A plan and terms as a file states them, sales as what a growth comes to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ka_terms.analysis.stated_parts import with_stated_parts
from ka_terms.calculation.costs import exact_figures
from ka_terms.model.base import Model
from ka_terms.model.contract.formula import Formula
from ka_terms.model.contract.plan.courses import follows_last_year
from ka_terms.model.contract.plan.estimate import CASES, Estimate
from ka_terms.model.contract.plan.plan import Plan


def resolved_plan(plan: Plan) -> dict[str, Any]:
    """A plan in the form of a file, with sales as what a growth comes to; last year's is written in place.

    Formulas stay formulas. A growth stays one where no file may state its amount, which may have too many decimals, and
    an estimate of it where it comes to one amount throughout, as on last year's sales of nothing. Sales that categories
    make are left to them, and a growth whose months are those of last year stays one.
    """
    left_out = {"last_year", *(["sales"] if plan.is_sum else [])}
    record = written(
        with_stated_parts(plan).model_dump(by_alias=True, exclude_defaults=True, exclude=left_out)
    )
    last_year = {"last_year": resolved_plan(plan.last_year)} if plan.last_year else {}
    if isinstance(plan.sales, Formula) or follows_last_year(plan):
        return {**last_year, **record}
    resolved = {**last_year, **record, "sales": _resolved_sales(plan)}
    return resolved if _states(resolved, plan) else {**last_year, **record}


def _resolved_sales(plan: Plan) -> Any:
    """The amount of sales, where they are estimated those of the three cases; a formula as it is written."""
    if isinstance(plan.sales, Estimate):
        return {case: _resolved_sales(plan.case(case)) for case in CASES}
    return str(plan.sales) if isinstance(plan.sales, Formula) else exact_figures(plan, "sales")[0]


def _states(resolved: Mapping[str, Any], plan: Plan) -> bool:
    """Whether a file may say so, and leaves as much uncertain as the plan does."""
    try:
        return len(Plan.model_validate(resolved).estimates()) == len(plan.estimates())
    except ValueError:
        return False


def stated_fees(fees: Mapping[str, Model]) -> dict[str, Any]:
    """Terms or groups of a contract in the form of a file."""
    dumped = {key: fee.model_dump(by_alias=True, exclude_defaults=True) for key, fee in fees.items()}
    return {key: written(fee) for key, fee in dumped.items()}


def written(value: Any) -> Any:
    """Tuples as lists, all the way down."""
    if isinstance(value, Mapping):
        return {key: written(inner) for key, inner in value.items()}
    return [written(inner) for inner in value] if isinstance(value, list | tuple) else value
