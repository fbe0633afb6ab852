"""What is wrong with how terms are settled: months across the end of the contract year, periods that do not nest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from ka_terms.model.contract.plan.courses import Flows, courses
from ka_terms.model.contract.terms.order import needed_terms
from ka_terms.model.contract.terms.rules import rules_in
from ka_terms.model.contract.terms.term_base import TermBase, TermOnBase
from ka_terms.model.contract.terms.terms import Term
from ka_terms.model.contract.terms.tiers import TieredTerm
from ka_terms.model.faults import Fault, only, quoted
from ka_terms.model.numbers.month import MONTHS_A_YEAR, MonthRange, calendar_month, month_name
from ka_terms.model.vocabulary.figures import LAST_YEAR, WHOLE_YEAR, measure_of
from ka_terms.text.messages import message

if TYPE_CHECKING:
    from ka_terms.model.contract.plan.plan import Plan


def faulty_settlements(plan: Plan, terms: Mapping[str, Term]) -> Iterator[Fault]:
    """Every fault of how terms are settled, with its path from the scenario down."""
    for key, term in terms.items():
        found = [*_across_the_end(term, plan.starts)] or [*_not_nested(term, terms, plan)]
        found = found or [*_without_last_year(term, plan)]
        yield from (fault._replace(at=("terms", key, *fault.at)) for fault in found)


def _across_the_end(term: Term, starts: int) -> Iterator[Fault]:
    """The faults of ranges of months that begin in one contract year and end in the next."""
    for at, each in enumerate(term.in_ or ()):
        if not each.positions(starts):
            last, first = calendar_month(MONTHS_A_YEAR, starts), month_name(starts)
            expected = message("months inside the contract year, which begins in {month}", month=first)
            parts = MonthRange(each.first, last), MonthRange(starts, each.last)
            yield Fault(quoted(str(each)), expected, only(", ".join(map(str, parts))), ("in", at))


def _not_nested(term: Term, terms: Mapping[str, Term], plan: Plan) -> Iterator[Fault]:
    """The fault of a term that names one whose settlements lie partly inside its own periods."""
    own = term.settlements(plan.starts)
    counted = [tuple(chain(*own[: at + 1])) for at in range(len(own))] if term.cumulative else own
    named = needed_terms(term, terms, plan.figures)
    for name in filter(terms.__contains__, named):
        for period in counted:
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
    for path in _compared_with_last_year(term):
        plain = path.removeprefix(LAST_YEAR)
        if plain in known and path not in known and flows.is_flow(plain):
            found = message("{figure} of last year by month, which the plan does not give", figure=plain)
            expected = message("last year's months beside this year's")
            mend = message("add `months` to `last_year`, or settle the term by the year")
            yield Fault(found, expected, mend, ("each",) if term.each else ("in",), on_key=True)
            return


def _compared_with_last_year(term: TermBase) -> Iterator[str]:
    """The figures of last year that a term asks for by period."""
    names = [*term.per]
    if isinstance(term, TermOnBase):
        names.append(LAST_YEAR + "sales" if term.of == "increment" else term.of)
    if isinstance(term, TieredTerm):
        names.append(term.measure)
    for rule in (*rules_in(term.only_if), *rules_in(term.unless)):
        names += rule.figures
    for name in names:
        measure = measure_of(name)
        path = measure.of if measure else name
        if path.startswith(LAST_YEAR) and not path.startswith(WHOLE_YEAR):
            yield path
