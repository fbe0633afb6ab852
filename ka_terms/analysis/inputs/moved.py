"""A contract with other numbers: what a question of "what if" asks about."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar

from ka_terms.analysis.inputs.input import Input
from ka_terms.analysis.inputs.inputs import inputs
from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.readings.exact import exactly, trimmed
from ka_terms.model.base import MOVED, Model
from ka_terms.model.contract.formula import ended
from ka_terms.model.contract.plan.by_period import ByPeriod
from ka_terms.model.contract.plan.courses import as_portions, courses
from ka_terms.model.contract.plan.exact_figures import ExactFigures, courses_computed
from ka_terms.model.contract.plan.figures import PlanFigures
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.plan.plan_months import PlanMonths
from ka_terms.model.contract.plan.portion import portions
from ka_terms.model.contract.plan.stores import Stores
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.parameters import with_parameter
from ka_terms.model.contract.terms.terms import Term
from ka_terms.model.contract.terms.tiers import TieredTerm
from ka_terms.model.contract.terms.together import Group
from ka_terms.model.faults import refuse
from ka_terms.model.numbers.month import MONTHS_A_YEAR, YEAR, position
from ka_terms.model.numbers.number import Index, Percent
from ka_terms.model.vocabulary.figures import GROWTH, LAST_YEAR, FigurePath, MonthPath
from ka_terms.text.messages import message

AnyModel = TypeVar("AnyModel", bound=Model)


def moved(scenario: Scenario, values: Mapping[str, Decimal]) -> Scenario:
    """The scenario with other numbers at the full paths of some inputs, checked like one that was read.

    Errors: `ValueError` where these numbers make no valid scenario, such as tiers that no longer rise.
    """
    plan, fees = scenario.plan, scenario.fees
    known = inputs(scenario)
    _not_both(values)
    # Wholes before their parts: what a part is a portion of is told by the plan before either moves.
    for path, value in sorted(values.items(), key=lambda item: bool(FigurePath.parse(item[0]).part)):
        if of_month := MonthPath.parse(path):
            plan = _month_with(plan, of_month, value, scenario.rated)
            continue
        input = known.get(path) or Input(path, GROWTH, "index", value)
        if input.parameter:
            fees[input.term] = with_parameter(fees[input.term], input.parameter, value)
        else:
            plan = _plan_with(plan, FigurePath.parse(input.leaf), value, scenario.rated)
    # Built anew from the top, since what a scenario must hold to is checked only when it is made.
    before = scenario.fees
    checked = {key: fee if fee is before[key] else _checked_term(fee) for key, fee in fees.items()}
    parts = {part: {key: checked[key] for key in getattr(scenario, part)} for part in ("terms", "together")}
    given = {**_given(scenario), **{part: fees for part, fees in parts.items() if fees}}
    return Scenario.model_validate({**given, "plan": _checked(plan, scenario.plan)}, context=MOVED)


def with_stated_input(scenario: Scenario, path: str, values: Iterable[Decimal]) -> Scenario:
    """Return the scenario so that it states the input: at the first of the values that gives a valid contract.

    Readings replace the stated number, so which value it has makes no difference. The scenario is unchanged if no
    value gives a valid contract.
    """
    for value in values:
        try:
            return moved(scenario, {path: value})
        except ValueError:
            continue
    return scenario


def with_moving_wholes(scenario: Scenario, paths: Iterable[str]) -> Scenario:
    """Return the scenario so that the figures at the paths may move: parts keep their portions of those they make.

    All numbers stay as they are.
    """
    plan = scenario.plan
    for path in sorted({*paths}.intersection(_sums(plan))):
        (value,) = exact_figures(plan, path)
        plan = _plan_with(plan, FigurePath.parse(path), value or Decimal(0), scenario.rated)
    return scenario if plan is scenario.plan else scenario.model_copy(update={"plan": plan})


def _sums(plan: Plan) -> Iterator[str]:
    yield from plan.sums
    if plan.last_year:
        yield from (LAST_YEAR + path for path in _sums(plan.last_year))


def _given(model: Model) -> dict[str, Any]:
    fields = type(model).model_fields
    return {fields[name].alias or name: getattr(model, name) for name in model.model_fields_set}


def _checked(model: AnyModel, before: AnyModel | None) -> AnyModel:
    """The model with each of its parts checked that is another one than before, once all of its numbers are there."""
    fields = _given(model)
    for name, part in fields.items():
        old = getattr(before, name, None)
        if isinstance(part, Model) and part is not old:
            fields[name] = _checked(part, old)
    return type(model).model_validate(fields)


def _checked_term(term: Term | Group) -> Term | Group:
    fields = _given(term)
    if isinstance(term, TieredTerm):
        fields["tiers"] = [*map(_given, term.tiers)]
    return type(term).model_validate(fields)


def _with(model: AnyModel, **changes: Any) -> AnyModel:
    return model.model_copy(update=changes)


def _not_both(values: Iterable[str]) -> None:
    """Errors: a year beside one of its months, of which the others would be unknown."""
    years = {"sales" if path in ("growth", GROWTH) else path for path in values}
    for month in filter(None, map(MonthPath.parse, values)):
        if month.figure in years:
            expected = message("either the year or its months to move, not both")
            raise refuse(str(month), expected, message("move the months alone"))


def _month_with(plan: Plan, month: MonthPath, value: Decimal, rated: Collection[str]) -> Plan:
    """The plan with another number in one month: the other months stay, and the year is the sum of all."""
    listed = dict(plan.months.listed(MONTHS_A_YEAR))[month.figure] if plan.months else None
    figures: PlanFigures[Fraction] = PlanFigures(plan, ExactFigures(), rated)
    with exactly():
        exact = (ended(figures.over((at,))(month.figure)) for at in YEAR)
        amounts = [amount for amount in exact if amount is not None]
        amounts[position(month.month, plan.starts) - 1] = value
        year = sum(amounts, Decimal(0))
    plan = _plan_with(plan, FigurePath.parse(month.figure), trimmed(year), rated)
    assert plan.months  # they list the figure
    assert listed
    return _with(plan, months=plan.months.changed({listed.at: ByPeriod(tuple(amounts), unit="month")}))


def _months_kept(plan: Plan, figure: FigurePath, rated: Collection[str]) -> PlanMonths | None:
    """The months of a plan of which a figure is to be moved: what its formula gave it, and its parts, is listed."""
    found = {} if figure.years else courses_computed(plan, figure.plain, rated)
    months = as_portions(plan, str(figure))
    for path, by in found.items():
        months = (months or PlanMonths(starts=plan.starts)).with_listed(path, by)
    return months


def _plan_with(plan: Plan, figure: FigurePath, value: Decimal, rated: Collection[str] = ()) -> Plan:
    if courses(plan):
        plan = _with(plan, months=_months_kept(plan, figure, rated))
    if figure.years and plan.last_year:
        plain = {FigurePath.parse(name).plain for name in rated}
        inner = _plan_with(plan.last_year, figure._replace(years=figure.years - 1), value, plain)
        return _with(plan, last_year=inner)
    if figure.plain == GROWTH:
        return _with(_with_portions(plan, "sales"), sales=Index(value))
    if figure.fact:
        return _with(plan, facts={**plan.facts, figure.fact: bool(value)})
    if figure.plain in plan.figures:
        is_share = plan.kind(figure.plain) == "rate"
        return _with(plan, figures={**plan.figures, figure.plain: Percent(value) if is_share else value})
    group, *name = figure.steps
    if not name:
        return _with(_with_portions(plan, group), **{group: value})
    return _with(plan, **{group: _group_with(getattr(plan, group), figure, value)})


def _group_with(group: Any, figure: FigurePath, value: Decimal) -> Any:
    """What stands under a key of the plan, with another number."""
    if isinstance(group, Stores):
        return _stores_with(group, figure, value)
    if figure.category:
        return {**group, figure.category: _with(group[figure.category], **{figure.field: value})}
    name = figure.event or figure.block
    return {**group, name: value} if name else _with(group, **{figure.field: value})


def _stores_with(stores: Stores, figure: FigurePath, value: Decimal) -> Stores:
    """The stores with another number. Errors: a class beside its total, of which the other classes have portions."""
    name = figure.field
    if not figure.store_class:
        return stores.with_total(name, value)
    if not stores.is_sum(name):
        expected = message("either the total or its classes to move, not both")
        raise refuse(str(figure), expected, message("move the classes alone"))
    return stores.with_class(figure.store_class, name, value)


def _with_portions(plan: Plan, whole: str) -> Plan:
    """The plan whose categories keep their portions of sales or volume, where they make them; else as it is."""
    if whole not in ("sales", "volume") or whole not in plan.sums:
        return plan
    stated = {name: getattr(category, whole) for name, category in plan.categories.items()}
    parts = portions({name: part for name, part in stated.items() if part is not None})
    changed = {name: _with(plan.categories[name], **{whole: part}) for name, part in parts.items()}
    return _with(plan, categories={**plan.categories, **changed})
