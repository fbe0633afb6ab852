"""Which fees can be told by month: no count is ever split, nor is what depends on a fee whose count is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import partial

from ka_terms.model.contract.plan.exact_figures import ExactFigures
from ka_terms.model.contract.plan.figures import PlanFigures
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.plan.stated_figures import formulas
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.limits import Share
from ka_terms.model.contract.terms.terms import Term
from ka_terms.model.contract.terms.tiers import TieredTerm
from ka_terms.model.contract.terms.together import Group
from ka_terms.model.kept import kept
from ka_terms.model.numbers.month import MONTHS_A_YEAR, YEAR
from ka_terms.model.vocabulary.figures import LAST_YEAR, MONTHS, WHOLE_YEAR, FigurePath, measure_of

_CHANGES = {("stores", "closing"): ("new", "closed"), ("skus", "total"): ("new",)}
"""What is counted at the end of a month -> the counts that change it."""


def told_by_month(scenario: Scenario, *, to_date: bool) -> frozenset[str]:
    """The terms and groups whose amounts can be told by month, those that are settled by period among them.

    A yearly fee cannot where a count that comes and goes has no months of its own, be it in `per`, `of`, `measure` or
    a limit; nor can what names such a fee. `to_date` asks for fees on the year to date, for which the stores at the end
    of a month have to be known too; a share of the year's amount needs no levels.
    """
    counts = Counts(scenario)
    known = counts.are_whole_to_date if to_date else counts.are_whole
    told: set[str] = set()
    for key in scenario.in_order():
        term = scenario.terms.get(key)
        by_period = term is not None and not term.is_yearly
        names_told = all(name in told for name in scenario.needed_by(key))
        if by_period or (names_told and all(map(known, figures_counted(scenario.fees[key])))):
            told.add(key)
    return frozenset(told)


@kept
def spread_by(scenario: Scenario) -> Mapping[str, str]:
    """What the fee of the year is spread by over its months, by term; a term that is settled by period by itself.

    It is the first figure in `of` and `per` whose months add up to its year, or the term that `of` names. A term that
    has no such figure, or depends on one that has none, is missing: it is not phased.
    """
    figures: PlanFigures[Fraction] = PlanFigures(scenario.plan, ExactFigures(), scenario.rated)
    told, found = told_by_month(scenario, to_date=False), dict[str, str]()
    for key in (key for key in scenario.in_order() if key in told and key in scenario.terms):
        term = scenario.terms[key]
        if not term.is_yearly:
            found[key] = key
        elif all(name in found for name in scenario.needed_by(key)):
            figures_named = [name for name in (*bases(term), *term.per) if not is_base(scenario, key, name)]
            terms_named = [name for name in bases(term) if is_base(scenario, key, name)]
            spread = (*terms_named, *filter(partial(_adds_up, figures), figures_named))
            if spread:
                found[key] = spread[0]
    return found


def is_base(scenario: Scenario, key: str, name: str) -> bool:
    """Whether a name is that of another term, which the rate of a term is paid on."""
    return scenario.is_term(name) and name in bases(scenario.terms[key])


def _adds_up(figures: PlanFigures[Fraction], path: str) -> bool:
    """Whether the months of a figure add up to its year, and come to anything; `months` are counted, not spread."""
    year = figures(path)
    return path != MONTHS and bool(year) and sum(figures.over((month,))(path) for month in YEAR) == year


def figures_counted(fee: Term | Group) -> Iterator[str]:
    """The figures that a fee is counted by, that its tiers are measured by, and that it or its limits are shares of."""
    yield from (limit.of for limit in (fee.at_least, fee.at_most) if isinstance(limit, Share))
    if isinstance(fee, Group):
        return
    yield from fee.per
    if isinstance(fee, TieredTerm):
        yield from measure_of(fee.measure) or (fee.measure,)
    yield from bases(fee)


def bases(term: Term) -> Iterator[str]:
    """What a rate is paid on: a figure or a term; nothing of a term that pays amounts alone."""
    pays_rate = any(tier.rate is not None for tier in term.tiers) if isinstance(term, TieredTerm) else True
    of = getattr(term, "of", None)
    if of is not None and pays_rate:
        yield of


class Counts:
    """Whether the counts of a plan that come and go are known month by month."""

    def __init__(self, scenario: Scenario) -> None:
        self._plan = scenario.plan
        self._figures: PlanFigures[Fraction] = PlanFigures(scenario.plan, ExactFigures(), scenario.rated)
        self._formulas, self._listed = formulas(scenario.plan), {*_listed_by_month(scenario.plan)}

    def are_whole(self, path: str) -> bool:
        """Whether no count has to be split for the months of a figure."""
        return all(map(self._is_whole, self._parts(path.removeprefix(WHOLE_YEAR))))

    def are_whole_to_date(self, path: str) -> bool:
        """The same; and of what is counted at the end of a month, whether it is known in which months that changes."""
        parts = [*self._parts(path.removeprefix(WHOLE_YEAR))]
        changes = [change for part in parts for change in _changes(part)]
        return self.are_whole(path) and all(
            self._figures(change) == 0 or self.are_whole(change) for change in changes
        )

    def _parts(self, path: str) -> Iterator[str]:
        """The figure, or those that the user's formula for it is made of."""
        if path in self._listed or path not in self._formulas:
            yield path
        else:
            beside = FigurePath.parse(path).beside
            for name in self._formulas[path].paths():
                yield from self._parts(beside(name))

    def _is_whole(self, path: str) -> bool:
        if self._plan.kind(path) != "count" or not self._figures.flows().is_flow(path):
            return True
        return path in self._listed


def _changes(path: str) -> Iterator[str]:
    """The counts that come and go which make a figure at the end of a month."""
    figure = FigurePath.parse(path)
    for change in _CHANGES.get((figure.group, figure.field), ()):
        yield figure.beside(figure.plain.removesuffix(figure.field) + change)


def _listed_by_month(plan: Plan) -> Iterator[str]:
    """The figures whose months are listed one by one, those of last year under `last_year.`."""
    if plan.months:
        yield from (path for path, _ in plan.months.listed(MONTHS_A_YEAR))
    if plan.last_year:
        yield from (LAST_YEAR + path for path in _listed_by_month(plan.last_year))
