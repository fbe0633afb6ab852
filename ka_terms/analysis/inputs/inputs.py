"""Inputs: every number of a scenario that a question of "what if" can move, by its path.

An input is a figure of the plan (`sales`, `stores.new`, `events.dm`, `growth`) or a parameter of a term
(`annual_rebate.tiers.2.rate`, tiers counted from 1). A term that has but one main number goes by its key alone:
`monthly_rebate` is its rate, `new_store_fee` its amount. A fact goes by its name: `hardware` is `facts.hardware`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from ka_terms.analysis.inputs.input import Input
from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.growth import growth_of
from ka_terms.model.contract.formula import Formula, ended
from ka_terms.model.contract.plan.courses import courses
from ka_terms.model.contract.plan.exact_figures import ExactFigures, exact_figure
from ka_terms.model.contract.plan.figures import PlanFigures
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.plan.stated_figures import formulas, stated
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.parameters import measured_by, parameter_kind, parameters, share_at
from ka_terms.model.contract.terms.terms import Term
from ka_terms.model.contract.terms.together import Group
from ka_terms.model.faults import nearest, one_of, refuse
from ka_terms.model.kept import kept
from ka_terms.model.numbers.month import MONTHS_A_YEAR, YEAR, calendar_month, month_of
from ka_terms.model.settings.catalogue import Catalogue, FeeType
from ka_terms.model.vocabulary.figures import (
    CLASSES,
    FACTS,
    GROWTH,
    LAST_YEAR,
    MONTHS,
    OTHER,
    STORES,
    FigurePath,
    MonthPath,
    is_growth,
)
from ka_terms.model.vocabulary.parameters import MAIN
from ka_terms.text.messages import message

NO_CATALOGUE = Catalogue()


@kept
def inputs(scenario: Scenario) -> Mapping[str, Input]:
    """Every input by its full path: the figures first, then the terms in the order of the contract."""
    found = {input.path: input for input in _figures(scenario.plan)}
    for key, term in scenario.fees.items():
        for input in _parameters(key, term, scenario.plan):
            found.setdefault(input.path, input)
    return found


def find(
    scenario: Scenario,
    path: str,
    catalogue: Catalogue = NO_CATALOGUE,
    refuses: Callable[[Input, Scenario], bool] | None = None,
) -> Input:
    """The input at a path, which for a term with one main number may be its key alone, or another name of its fee.

    `growth` is one wherever last year's sales are known. Errors: `ValueError` with the nearest path there is or, for a
    fee of the catalogue that the contract does not have, with what adds it; none is proposed that whoever asks
    `refuses`.
    """
    known = inputs(scenario)
    if path.startswith(f"{MONTHS}."):
        known = {**known, **months_of_figures(scenario)}
    key, dot, rest = path.partition(".")
    key = catalogue.canonical(key)
    if path not in known and key in scenario.fees:
        path = f"{key}{dot}{rest}"
    if path == "growth" and path not in known:
        growth = growth_of(scenario.plan)
        if growth and growth.total is not None:
            return Input(path, GROWTH, "index", growth.total, name=path)
    for name in (path, _month_named(path), FACTS + path, *(main.path(path) for main in MAIN)):
        if name in known:
            return known[name]._replace(name=path)
    of_month = MonthPath.parse(_month_named(path))
    if of_month and str(of_month._replace(month=1)) not in known:
        expected = message("a figure that adds up, and that the plan lists by month")
        raise refuse(
            path, expected, message("add the months of {figure} to `plan.months`", figure=of_month.figure)
        )
    fits = {name: input for name, input in known.items() if not (refuses and refuses(input, scenario))}
    mend = _mend(scenario, path, fits, catalogue)
    raise refuse(path, message("a figure of the plan or a parameter of a term"), mend)


def _month_named(path: str) -> str:
    """The path of a month by its number, where it has a name: `months.sales.oct`; also as the tree of a plan has it."""
    figure, _, month = path.rpartition(".")
    number = month_of(month)
    for group in ("figures.", CLASSES):
        figure = figure.replace(group, "", 1)
    return path if number is None else f"{figure}.{number}"


def months_of_figures(scenario: Scenario) -> dict[str, Input]:
    """The months of figures that the plan lists by month and that add up; one that is moved moves the year by as much.

    Stores that close have none: they cannot close before they are there.
    """
    plan = scenario.plan
    figures: PlanFigures[Fraction] = PlanFigures(plan, ExactFigures(), scenario.rated)
    found = {}
    for path, _ in plan.months.listed(MONTHS_A_YEAR) if plan.months else ():
        is_closing = path.startswith(STORES) and path.endswith("closed")
        if not courses(plan)[path].is_level and not FigurePath.parse(path).fact and not is_closing:
            for at in YEAR:
                value = ended(figures.over((at,))(path))
                name = str(MonthPath(path, calendar_month(at, plan.starts)))
                if value is not None:
                    found[name] = Input(name, name, plan.kind(path), value)
    return found


def _mend(scenario: Scenario, path: str, known: Mapping[str, Input], catalogue: Catalogue) -> str:
    """What to write in place of a path that leads nowhere."""
    key, _, parameter = path.partition(".")
    fee = catalogue.fees.get(catalogue.canonical(key))
    if inside := [name for name in known if name.startswith(f"{path}.")]:
        return one_of(inside)
    if fee and fee.key not in scenario.terms:
        values = {"contract": scenario.scenario, "key": fee.key, "line": _adding(fee, parameter)}
        return message("add `{line}` under `terms:` of {contract}, which has no {key}", **values)
    of_term = [name for name, input in known.items() if input.term == key]
    return nearest(path, [*known, *shorthands(known)]) or one_of(of_term or known)


def _adding(fee: FeeType, parameter: str) -> str:
    """The line that adds a fee at 0 with the parameter asked for; without one a rebate is a rate, others an amount."""
    if parameter.startswith("tiers"):
        return f"{fee.key}: {{mode: whole, tiers: [{{from: 0, rate: 0%}}]}}"
    is_rate = parameter == "rate" or (parameter != "amount" and fee.category == "rebate")
    return f"{fee.key}: {{rate: 0%}}" if is_rate else f"{fee.key}: {{amount: 0}}"


def path_and_rest(text: str) -> tuple[str, str]:
    """The path of an input, and what stands behind its = sign, which may be of full width."""
    path, _, rest = text.replace("＝", "=").partition("=")
    return path.strip(), rest.strip()


def shorthands(known: Mapping[str, Input]) -> list[str]:
    """The keys of terms that may stand for their main number."""
    return [input.term for input in known.values() if input.parameter and input.parameter.is_main]


def figures_stated(plan: Plan) -> dict[str, Decimal]:
    """What a plan states by path, sales as an amount however they are written."""
    return {input.path: input.value for input in _figures(plan) if input.leaf != GROWTH}


def _figures(plan: Plan) -> Iterator[Input]:
    (sales,) = exact_figures(plan, "sales")
    assert sales is not None  # every plan has sales
    computed = formulas(plan)
    if _may_move(plan, "sales"):
        yield Input("sales", "sales", "money", sales, computed="sales" in computed)
    for path, value in stated(plan).items():
        if path == GROWTH:
            yield Input("growth", GROWTH, "index", value)
        elif path.endswith(LAST_YEAR + GROWTH):
            # Growth of another year is told by its sales alone.
            yield _sales_by_growth(plan, FigurePath.parse(path).beside("sales"))
        elif path != "sales":
            yield Input(path, path, plan.kind(path), value)
    for path in (path for path in computed if path != "sales" and _may_move(plan, path)):
        (figure,) = exact_figures(plan, path)
        assert figure is not None  # a formula names only what the plan can give
        yield Input(
            path, path, plan.kind(path), figure, computed=True, whole=_whole(plan, path, computed[path])
        )


def _sales_by_growth(plan: Plan, path: str) -> Input:
    """Sales of a year that its plan states as growth, which a moved value replaces."""
    (sales,) = exact_figures(plan, path)
    assert sales is not None  # growth is stated only where the year before has sales
    return Input(path, path, "money", sales, computed=True)


def _whole(plan: Plan, path: str, formula: Formula) -> Decimal | None:
    """What a figure is a share of, where the plan states it as one."""
    if not formula.is_stated_share:
        return None
    (of,) = formula.paths()
    return exact_figures(plan, FigurePath.parse(path).beside(of))[0]


def _may_move(plan: Plan, path: str) -> bool:
    """Whether a plan can state the figure: what categories leave over follows from them.

    Nor can a sum of parts that are all zero: what portion each has of another sum is unknown.
    """
    figure = FigurePath.parse(path)
    for _ in range(figure.years):
        assert plan.last_year  # as it gives the figure
        plan = plan.last_year
    return figure.category != OTHER and not (
        figure.plain in plan.sums and not exact_figure(plan, figure.plain)
    )


def _parameters(key: str, term: Term | Group, plan: Plan) -> Iterator[Input]:
    for parameter, value in parameters(term):
        path, kind = parameter.path(key), parameter_kind(parameter, term, plan.kind)
        of_target = kind == "index" and not is_growth(measured_by(parameter, term))
        of_figure = share_at(parameter, term) is not None
        yield Input(path, path, kind, value, key, parameter, of_target=of_target, of_figure=of_figure)
