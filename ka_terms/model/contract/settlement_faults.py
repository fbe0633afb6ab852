"""What is wrong with how terms are settled: months across the end of the contract year, periods that do not nest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ka_terms.model.contract.plan.categories import sum_of_parts
from ka_terms.model.contract.plan.computed import all_sources
from ka_terms.model.contract.plan.courses import Flows, courses
from ka_terms.model.contract.plan.exact_figures import ExactFigures
from ka_terms.model.contract.plan.figures import PlanFigures
from ka_terms.model.contract.terms.order import needed_terms
from ka_terms.model.contract.terms.rules import rules_in
from ka_terms.model.contract.terms.term_base import TermBase
from ka_terms.model.contract.terms.terms import Term
from ka_terms.model.contract.terms.tiers import TieredTerm
from ka_terms.model.faults import Fault, only, quoted
from ka_terms.model.numbers.month import MONTHS_A_YEAR, MonthRange, Months, calendar_month, month_name
from ka_terms.model.vocabulary.figures import CATEGORIES, LAST_YEAR, OTHER, measure_of
from ka_terms.text.messages import message

if TYPE_CHECKING:
    from ka_terms.model.contract.plan.plan import Plan

_LEFT = f"{CATEGORIES}{OTHER}.sales"


def faulty_settlements(plan: Plan, terms: Mapping[str, Term]) -> Iterator[Fault]:
    """Every fault of how terms are settled, with its path from the scenario down."""
    for key in terms:
        yield from faulty_settlement(key, plan, terms)


def faulty_settlement(key: str, plan: Plan, terms: Mapping[str, Term]) -> Iterator[Fault]:
    """The faults of how one term is settled, which may name others."""
    term = terms[key]
    found = [*_across_the_end(term, plan.starts)] or [*_not_nested(term, terms, plan)]
    found = found or [*_without_last_year(term, plan)]
    yield from (fault._replace(at=("terms", key, *fault.at)) for fault in found)
    yield from () if found else _above_the_whole(term, plan)


def _across_the_end(term: Term, starts: int) -> Iterator[Fault]:
    """The faults of ranges of months that begin in one contract year and end in the next."""
    for at, each in enumerate(term.selected):
        if not each.positions(starts):
            last, first = calendar_month(MONTHS_A_YEAR, starts), month_name(starts)
            expected = message("months inside the contract year, which begins in {month}", month=first)
            parts = MonthRange(each.first, last), MonthRange(starts, each.last)
            yield Fault(quoted(str(each)), expected, only(", ".join(map(str, parts))), ("in", at))


def _not_nested(term: Term, terms: Mapping[str, Term], plan: Plan) -> Iterator[Fault]:
    """The fault of a term that names one whose settlements lie partly inside its own periods."""
    named = needed_terms(term, terms, plan.figures)
    for name in filter(terms.__contains__, named):
        for period in term.counted(plan.starts):
            cut = next(
                (
                    each
                    for each in terms[name].settlements(plan.starts)
                    if 0 < len({*each} & {*period}) < len(each)
                ),
                None,
            )
            if cut:
                found = message("{term}, which is settled for longer than this term", term=name)
                expected = message("a term that is settled within each period of this one")
                mend = message("settle both by the same periods, or this one by longer ones")
                yield Fault(found, expected, mend, ("each",) if term.each else ("in",), on_key=True)
                return


def _without_last_year(term: Term, plan: Plan) -> Iterator[Fault]:
    """The fault of growth by period where last year's months are not known and this year's are."""
    if term.is_yearly or plan.last_year is None:
        return
    known, flows = courses(plan), Flows(plan)
    for path in filter(lambda name: name.startswith(LAST_YEAR), _figures_read(term)):
        plain = path.removeprefix(LAST_YEAR)
        if plain in known and path not in known and flows.is_flow(plain):
            found = message("{figure} of last year by month, which the plan does not give", figure=plain)
            expected = message("last year's months beside this year's")
            mend = message("add `months` to `last_year`, or settle the term by the year")
            yield Fault(found, expected, mend, ("each",) if term.each else ("in",), on_key=True)
            return


def periods_of_rest(term: Term, plan: Plan) -> tuple[Months, ...]:
    """The periods in which a term reads what categories leave over; none of a yearly term."""
    is_read = any(path == _LEFT or _LEFT in all_sources(plan, path) for path in _figures_read(term))
    return term.counted(plan.starts) if is_read and not term.is_yearly else ()


def _above_the_whole(term: Term, plan: Plan) -> Iterator[Fault]:
    """The fault of categories that exceed all sales in a period of a term that reads what they leave over."""
    sums = sum_of_parts(plan.keys_given()["categories"], "sales")
    if sums is None:
        return
    figures = PlanFigures(plan.case("low"), ExactFigures())
    for months in periods_of_rest(term, plan):
        period = figures.over(months)
        if sums.value(period, ExactFigures()) > period("sales"):
            names = [month_name(calendar_month(at, plan.starts)) for at in (months[0], months[-1])]
            found = message(
                "categories that come to more than sales from {first} to {last}",
                first=names[0],
                last=names[1],
            )
            if len(months) == 1:
                found = message("categories that come to more than sales in {month}", month=names[0])
            expected = message(
                "no more than sales in every period of a term that reads {figure}", figure=_LEFT
            )
            mend = message("correct the months of sales or of a category")
            yield Fault(found, expected, mend, ("plan", "months"), reason="parts")
            return


def _figures_read(term: TermBase) -> Iterator[str]:
    """The figures that a term asks for by period; of growth and achievement both that they compare."""
    names = [*term.per, *term.terms_named]
    if isinstance(term, TieredTerm):
        names.append(term.measure)
    for rule in (*rules_in(term.only_if), *rules_in(term.unless)):
        names += rule.figures
    for name in names:
        yield from measure_of(name) or (name,)
        if name == "increment":
            yield LAST_YEAR + "sales"
