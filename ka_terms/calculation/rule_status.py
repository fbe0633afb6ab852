"""Where a plan stands with the conditions of a term: what each rule compares, and whether it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from ka_terms.calculation.costs import arguments_of, figures_of
from ka_terms.calculation.figures import Figures
from ka_terms.calculation.formulas.conditions import Field, rule_bound, rule_holds, where_due
from ka_terms.calculation.readings.exact import Exact, exactly, ratio, without_tail
from ka_terms.calculation.readings.reading import Arguments
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.rules import Rule, rules_in
from ka_terms.model.vocabulary.figures import NumberKind, measure_of

_ONE = Decimal(1)
_FIELDS: tuple[Field, ...] = ("only_if", "unless")


class RuleStatus(NamedTuple):
    """One rule on the plan. `bound` and `measured` are in units of the figure; None of a fact, and where n/a."""

    field: Field
    position: int
    """Among the rules of its condition, counted from 1."""
    rule: Rule
    bound: Decimal | None
    measured: Decimal | None
    """The figure on this plan; None (n/a) for growth or achievement on nothing."""
    multiple: Decimal | None
    """Of growth and achievement the figure as a multiple of what it is compared with; None for all else."""
    holds: bool


class RuleBound(NamedTuple):
    """A rule on a figure as a bound, at which its answer changes. `bound` and `measured` are in units of the figure."""

    field: Field
    position: int
    """Among the rules of its condition, counted from 1."""
    rule: Rule
    quantity: str
    """The path of the figure."""
    kind: NumberKind
    """The kind of that figure."""
    bound: Decimal
    measured: Decimal
    """The figure on this plan."""
    reached: bool
    """Whether the figure is where the answer of the rule is that of high figures."""

    @property
    def inclusive(self) -> bool:
        """Whether the answer changes at the bound itself, and not only above it, as the figure rises."""
        return self.rule.operator in (">=", "<")

    @property
    def distance(self) -> Decimal:
        """bound - measured; zero or negative where the plan is at or above the bound."""
        with exactly():
            return self.bound - self.measured


def rule_bounds(statuses: Iterable[RuleStatus], plan: Plan) -> Iterator[RuleBound]:
    """Yield the rules that hold a figure against a bound; of a fact, and of growth on nothing, there is none."""
    for field, position, rule, bound, measured, _, holds in statuses:
        if bound is not None and measured is not None:
            reached = holds is (rule.operator in (">=", ">"))
            kind = plan.kind(rule.path)
            yield RuleBound(field, position, rule, rule.path, kind, bound, measured, reached)


def rule_statuses(scenario: Scenario, reading: Exact | None = None) -> dict[str, tuple[RuleStatus, ...]]:
    """Return every rule of every conditioned term that is settled by the year; `reading` may replace values."""
    figures = figures_of(scenario, reading or Exact())
    yearly = [key for key, term in scenario.terms.items() if term.is_conditioned and term.is_yearly]
    return {key: rules_over(scenario, key, figures) for key in yearly}


def rules_over(scenario: Scenario, key: str, figures: Figures[Decimal]) -> tuple[RuleStatus, ...]:
    """Return every rule of a term over the months of the figures."""
    term, arguments = scenario.terms[key], arguments_of(scenario, key, figures, {})
    with exactly():
        return tuple(
            _status(field, position, rule, arguments)
            for field in _FIELDS
            for position, rule in enumerate(rules_in(getattr(term, field)), start=1)
        )


def _status(field: Field, position: int, rule: Rule, arguments: Arguments[Decimal]) -> RuleStatus:
    holds = bool(rule_holds(field, position, rule, arguments))
    if rule.is_fact:
        return RuleStatus(field, position, rule, None, None, None, holds)
    bound = without_tail(rule_bound(field, position, rule, arguments))
    measured = without_tail(arguments.figure(rule.path))
    measure = measure_of(rule.subject)
    if not measure:
        return RuleStatus(field, position, rule, bound, measured, None, holds)
    multiple = ratio(measured, arguments.figure(measure.of))
    if multiple is None:
        return RuleStatus(field, position, rule, bound, None, None, holds=False)
    return RuleStatus(field, position, rule, bound, measured, multiple, holds)


def is_due(scenario: Scenario, key: str, figures: Figures[Decimal]) -> bool:
    """Return whether the conditions of a term hold on the plan."""
    with exactly():
        return bool(where_due(scenario.terms[key], _ONE, arguments_of(scenario, key, figures, {})))
