"""All there is to say of one contract, and of several side by side, before any of it is worded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from ka_terms.analysis.comparison import Comparison
from ka_terms.analysis.defaults import NEAR
from ka_terms.analysis.internal import InternalView, internal_view
from ka_terms.analysis.ladder.standing import TierWarning
from ka_terms.analysis.ladder.warnings import passed_over, warnings
from ka_terms.analysis.resolved_plan import resolved_plan, stated_fees
from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.readings.exact import ratio
from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.model.contract.plan.estimate import CASES, Case
from ka_terms.model.contract.plan.figures import DERIVED
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.plan.stated_figures import formulas, stated
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.model.vocabulary.figures import (
    CATEGORIES,
    GROWTH,
    LAST_YEAR,
    MONTHS,
    OTHER,
    FigurePath,
    NumberKind,
)
from ka_terms.model.vocabulary.offered import category_paths, store_paths

_FOLLOWING = tuple(path for path in DERIVED if path not in ("sales", "increment", MONTHS))
"""The figures that follow from others, those aside that tell nothing beside sales of two years."""


class PlanFigure(NamedTuple):
    """One figure of a plan beside last year's; None where a year cannot give it."""

    path: str
    kind: NumberKind
    value: Decimal | None
    last_year: Decimal | None
    growth: Decimal | None
    """value / last_year as an index; None where last year's is zero or n/a, and of a fact."""


@dataclass(frozen=True, eq=False)
class Assessment:
    """One contract on its plan: the statement, and what follows from it. See `assess`."""

    statement: Statement
    cases: Cases
    """The statement in the low, likely and high case; empty where nothing of the plan is uncertain."""
    warnings: tuple[TierWarning, ...]
    """Dead zones and near bounds, at most one a term."""
    passed_over: tuple[str, ...]
    """The terms that may call for a warning, but have more tiers than are read for one."""
    internal_view: InternalView | None
    """Margin, contribution and walk-away; None where that may not be shown or the file has no `private`."""
    plan: tuple[PlanFigure, ...]
    """The figures of the plan worth a row: those it states, and those that follow."""
    vpo: PlanFigure
    """VPO beside last year's."""
    opening_gap: tuple[Decimal, Decimal] | None
    """The stores a year opens with and those last year closed with; None where they agree or are not given."""
    resolved_plan: Mapping[str, Any]
    """The plan in the form of a file, with sales as what a growth comes to."""
    stated_terms: Mapping[str, Any]
    """The terms in the form of a file."""
    stated_groups: Mapping[str, Any]
    """The groups of terms in the form of a file."""

    def __repr__(self) -> str:
        return f"Assessment({self.statement})"

    @property
    def scenario(self) -> Scenario:
        return self.statement.scenario

    @property
    def name(self) -> str:
        return self.scenario.scenario


def assess(statement: Statement, near: Decimal = NEAR, *, internal: bool = False) -> Assessment:
    """All there is to say of a contract.

    There is a warning where the plan is nearer to a tier's bound than `near`, a share of it. The internal view is made
    only with `internal`. Errors: `Uncomputable` beyond 10^18.
    """
    scenario = statement.scenario
    return Assessment(
        statement,
        cases_of(statement),
        warnings(statement, near),
        passed_over(statement, near),
        internal_view(statement) if internal else None,
        _plan_figures(scenario.plan),
        _vpo(statement),
        _opening_gap(scenario.plan),
        resolved_plan(scenario.plan),
        stated_fees(scenario.terms),
        stated_fees(scenario.together),
    )


def _plan_figures(plan: Plan) -> tuple[PlanFigure, ...]:
    paths = _paths(plan)
    values = exact_figures(plan, *paths)
    before = exact_figures(plan, *(LAST_YEAR + path for path in paths))
    figures = []
    for path, value, last in zip(paths, values, before, strict=True):
        kind = plan.kind(path)
        growth = None if kind == "fact" else ratio(value, last)
        figures.append(PlanFigure(path, kind, value, last, growth))
    return tuple(figures)


def _vpo(statement: Statement) -> PlanFigure:
    sales, stores = exact_figures(statement.scenario.plan, LAST_YEAR + "sales", LAST_YEAR + "stores.average")
    growth = statement.growth and statement.growth.vertical
    return PlanFigure("vpo", "average", statement.vpo, ratio(sales, stores), growth)


def _opening_gap(plan: Plan) -> tuple[Decimal, Decimal] | None:
    opening, closing = exact_figures(plan, "stores.opening", LAST_YEAR + "stores.closing")
    return None if opening is None or closing is None or opening == closing else (opening, closing)


def _paths(plan: Plan) -> list[str]:
    """Return sales, then the stated figures; a figure that follows from others comes after those of its group.

    The parts of a figure come below it, in the order of the file.
    """
    keys = plan.keys_given()
    known = [*stated(plan), *formulas(plan)]
    parts = [*category_paths(keys["categories"]), *store_paths(keys["stores"]), f"{CATEGORIES}{OTHER}.sales"]
    if plan.is_sum:
        parts.pop()  # nothing is left over where categories make the sales
    below: dict[str, list[str]] = {}
    for path in parts:
        if path in known:
            below.setdefault(FigurePath.parse(path).whole, []).append(path)
    this_year = [figure for figure in map(FigurePath.parse, known) if not figure.years]
    given = dict.fromkeys(figure.whole or figure.plain for figure in this_year if figure.plain != GROWTH)
    values = zip(_FOLLOWING, exact_figures(plan, *_FOLLOWING), strict=True)
    order = ["sales", *(path for path in given if path != "sales")]
    for path in (path for path, value in values if value is not None):
        group = FigurePath.parse(path).group
        places = (index for index, known in enumerate(order) if FigurePath.parse(known).group == group)
        order.insert(max(places, default=0) + 1, path)
    return [row for path in order for row in (path, *below.get(path, ()))]


class AssessedComparison(NamedTuple):
    """A comparison with the assessment of each of its contracts, in their order."""

    comparison: Comparison
    contracts: tuple[Assessment, ...]


def assessed(comparison: Comparison, near: Decimal = NEAR, *, internal: bool = False) -> AssessedComparison:
    """Every contract of a comparison assessed."""
    contracts = (assess(statement, near, internal=internal) for statement in comparison.scenarios)
    return AssessedComparison(comparison, tuple(contracts))


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
