"""All there is to say of one contract, and of several side by side, before any of it is worded.

What a format does not show is never computed: every part is made when it is first asked for, and once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, NamedTuple

from ka_terms.analysis.comparison import Comparison
from ka_terms.analysis.internal import InternalView, internal_view
from ka_terms.analysis.ladder.standing import TierWarning
from ka_terms.analysis.ladder.warnings import NEAR, passed_over, warnings
from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.figures import DERIVED, stated
from ka_terms.calculation.readings.exact import ratio
from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.model.contract.estimate import CASES, Case
from ka_terms.model.contract.plan import Plan
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.model.vocabulary.figures import GROWTH, LAST_YEAR, FigurePath

_FOLLOWING = tuple(path for path in DERIVED if path not in ("sales", "increment"))
"""The figures that follow from others, those aside that tell nothing beside sales of two years."""


class PlanFigure(NamedTuple):
    """One figure of a plan beside last year's; None where a year cannot give it."""

    path: str
    value: Decimal | None
    last_year: Decimal | None
    growth: Decimal | None
    """value / last_year as an index; None where last year's is zero or n/a."""


@dataclass(frozen=True, eq=False)
class Assessment:
    """One contract on its plan: the statement, and what follows from it."""

    statement: Statement
    near: Decimal = NEAR
    """The distance from a tier's bound, as a share of it, within which there is a warning."""
    internal: bool = False
    """Whether the internal view may be shown."""

    def __repr__(self) -> str:
        return f"Assessment({self.statement})"

    @property
    def scenario(self) -> Scenario:
        return self.statement.scenario

    @property
    def name(self) -> str:
        return self.scenario.scenario

    @cached_property
    def cases(self) -> Cases:
        """The statement in the low, likely and high case; empty where nothing of the plan is uncertain."""
        return cases_of(self.statement)

    @cached_property
    def warnings(self) -> tuple[TierWarning, ...]:
        """Dead zones and near bounds, at most one a term."""
        return warnings(self.statement, self.near)

    @cached_property
    def passed_over(self) -> tuple[str, ...]:
        """The terms that may call for a warning, but have more tiers than are read for one."""
        return passed_over(self.statement, self.near)

    @cached_property
    def internal_view(self) -> InternalView | None:
        """Margin, contribution and walk-away; None where that may not be shown or the file has no `private`."""
        return internal_view(self.statement) if self.internal else None

    @cached_property
    def plan(self) -> tuple[PlanFigure, ...]:
        """The figures of the plan worth a row: those it states, and those that follow."""
        plan = self.scenario.plan
        paths = _paths(plan)
        values = exact_figures(plan, *paths)
        before = exact_figures(plan, *(LAST_YEAR + path for path in paths))
        return tuple(
            PlanFigure(path, value, last, ratio(value, last))
            for path, value, last in zip(paths, values, before, strict=True)
        )

    @cached_property
    def vpo(self) -> PlanFigure:
        """VPO beside last year's."""
        sales, stores = exact_figures(self.scenario.plan, LAST_YEAR + "sales", LAST_YEAR + "stores.average")
        growth = self.statement.growth
        return PlanFigure("vpo", self.statement.vpo, ratio(sales, stores), growth and growth.vertical)

    @property
    def resolved_plan(self) -> dict[str, Any]:
        """The plan in the form of a file, with sales as what a growth comes to."""
        from ka_terms.analysis.resolved_plan import resolved_plan  # only json needs it

        return resolved_plan(self.scenario.plan)

    @property
    def stated_terms(self) -> dict[str, Any]:
        """The terms in the form of a file."""
        from ka_terms.analysis.resolved_plan import stated_terms  # only json needs it

        return stated_terms(self.scenario)

    @cached_property
    def opening_gap(self) -> tuple[Decimal, Decimal] | None:
        """The stores a year opens with and those last year closed with; None where they agree or are not given."""
        opening, closing = exact_figures(self.scenario.plan, "stores.opening", LAST_YEAR + "stores.closing")
        if opening is None or closing is None or opening == closing:
            return None
        return opening, closing


def _paths(plan: Plan) -> list[str]:
    """Sales first; what follows stands behind what is stated of its group."""
    given = [path for path in stated(plan) if not FigurePath.parse(path).years and path != GROWTH]
    values = zip(_FOLLOWING, exact_figures(plan, *_FOLLOWING), strict=True)
    order = ["sales", *(path for path in given if path != "sales")]
    for path in (path for path, value in values if value is not None):
        group = FigurePath.parse(path).group
        places = (index for index, known in enumerate(order) if FigurePath.parse(known).group == group)
        order.insert(max(places, default=0) + 1, path)
    return order


class AssessedComparison(NamedTuple):
    """A comparison with the assessment of each of its contracts, in their order."""

    comparison: Comparison
    contracts: tuple[Assessment, ...]


def assessed(comparison: Comparison, near: Decimal = NEAR, *, internal: bool = False) -> AssessedComparison:
    """Every contract of a comparison assessed."""
    contracts = tuple(Assessment(statement, near, internal) for statement in comparison.scenarios)
    return AssessedComparison(comparison, contracts)


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
