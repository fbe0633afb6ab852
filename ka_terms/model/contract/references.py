"""Names that one part of a scenario uses for another: figures and facts of the plan, and other terms."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ka_terms.model.contract.formula_text import has_operator
from ka_terms.model.contract.name_mends import (
    Names,
    known_as_other,
    names_of,
    of_year,
    unknown_figure,
    unknown_term,
)
from ka_terms.model.contract.rule_references import faulty_measure, faulty_rules
from ka_terms.model.contract.terms.limits import Share
from ka_terms.model.contract.terms.order import faulty_order
from ka_terms.model.contract.terms.term_base import TermBase, TermOnBase
from ka_terms.model.contract.terms.terms import Term
from ka_terms.model.contract.terms.tiers import TieredTerm, of_number, of_share
from ka_terms.model.contract.terms.together import Group, faulty_groups
from ka_terms.model.faults import Fault, Path, nearest, one_of, quoted
from ka_terms.model.vocabulary.figures import MEASURES, WHOLE_YEAR, KindOf, may_be_money, measure_of
from ka_terms.model.vocabulary.offered import missing_for, offered
from ka_terms.model.vocabulary.parameters import LIMITS
from ka_terms.text.messages import message

_FIGURE = message("a figure of the plan")
_MEASURE = message("a figure of the plan, growth or achievement")
_BASE = message("a figure of the plan, or another term")
_MOST_HINTS = 50
"""A file may be wrong in thousands of places, and each hint takes its time."""


def faulty_references(
    plan: Mapping[str, Any],
    terms: Mapping[str, Term],
    groups: Mapping[str, Group] | None = None,
    kind_of: KindOf | None = None,
) -> list[Fault]:
    """Every name in `terms` and `groups` that leads nowhere, with its path from the scenario down.

    `plan` is the plan as a mapping of its keys, so that names can be checked even where a value of it is wrong: then
    nobody knows the kinds of its figures either, and `kind_of` is None.
    """
    figures = offered(plan)
    faults = []
    for part, entries in (("terms", terms), ("together", groups or {})):
        for key, entry in entries.items():
            faulty = _faulty_names(entry, plan, figures, terms, kind_of)
            faults += [fault._replace(at=(part, key, *fault.at)) for fault in faulty]
    faults += faulty_groups(groups or {}, terms)
    faults += faulty_order(terms, figures)
    names = names_of(plan, figures, terms, {key: group.terms for key, group in (groups or {}).items()})
    return [_hinted(fault, names, terms) if at < _MOST_HINTS else fault for at, fault in enumerate(faults)]


def _faulty_names(
    term: Term | Group,
    plan: Mapping[str, Any],
    figures: Collection[str],
    terms: Mapping[str, Term],
    kind_of: KindOf | None,
) -> Iterator[Fault]:
    for at, name in _figures_named(term):
        is_base = at[0] not in ("per", "measure")
        if is_base and name in terms and name not in figures:
            continue
        fault = _faulty_figure(at, name, plan, figures, terms if is_base else ())
        if fault := fault or _of_wrong_kind(at, name, kind_of):
            yield fault
    yield from faulty_bounds(term, figures, kind_of)
    if not isinstance(term, Group):
        yield from faulty_rules(term, plan, figures, kind_of)


def _hinted(fault: Fault, names: Names, terms: Mapping[str, Term]) -> Fault:
    """The fault with what mends its name, where that is what is wrong: the nearest known one, or what adds it."""
    figures = names.figures
    measures = (*figures, *MEASURES)
    bases = (*figures, *(key for key in terms if key != fault.at[1]))
    by_reason = {
        "unknown_figure": figures,
        "unknown_measure": measures,
        "unknown_term": terms,
        "unknown_base": bases,
        "unknown_fact": (),
    }
    known: Collection[str] | None = by_reason.get(fault.reason)
    if known is None:
        return fault
    name, field = str(fault.value), str(fault.at[2])
    is_formula = has_operator(name) and not name.lstrip().startswith("-")
    if field in ("per", "less") and not is_formula and (several := _of_several(fault, name, known, terms)):
        return several
    if other := known_as_other(name, field, names) or of_year(name, field, names):
        return fault._replace(mend=other)
    if mend := fault.mend or _of_group(name, known) or nearest(name, known):
        return fault._replace(mend=mend)
    if fault.reason == "unknown_term":
        others = [key for key in terms if key != fault.at[1]]
        return fault._replace(mend=unknown_term(field, others))
    return fault._replace(mend=unknown_figure(name))


_BETWEEN = re.compile(r" (?:and|-) |[,，、;；/|•·–—－()（）]|\s")
_SURE = ",，、;；•"
"""Signs between several names in one text, or around them; the sure ones stand in no name."""


def _of_several(fault: Fault, name: str, known: Collection[str], terms: Mapping[str, Term]) -> Fault | None:
    """The fault of several names in one text: a list of them all is proposed where every one of them is known."""
    sign = _BETWEEN.search(name)
    listed: tuple[str, ...] = getattr(terms[str(fault.at[1])], str(fault.at[2]))
    parts = [part.strip(" -") for part in _BETWEEN.split(name)]
    found = [part for each in listed for part in (parts if each == name else (each,)) if part]
    certain = {*found} <= {*known} and len({*found}) == len(found)
    if not sign or not (certain or sign[0] in _SURE):
        return None
    expected = message("a list of names in brackets with commas, not one text with '{sign}'", sign=sign[0])
    mend = message("write `{line}`", line=f"{fault.at[2]}: [{', '.join(found)}]")
    in_brackets = message("write the names in brackets, with commas between them")
    return fault._replace(expected=expected, mend=mend if certain else in_brackets)


def _of_group(name: str, known: Collection[str]) -> str:
    """The figures of a group that may be meant: of one named alone, `store` or `stores`, all of them; of a known group
    with an unknown figure those that are close. The figure of another group is no misspelling.
    """
    group, dot, last = name.rpartition(".")
    inside = [path.rpartition(".")[2] for path in known if dot and path.rpartition(".")[0] == group]
    if hint := nearest(last, sorted(inside), f"{group}."):
        return hint
    groups = name, f"{name}s", inside and group
    listed = sorted(path for path in known if "." in path and path.partition(".")[0] in groups)
    return one_of(listed) if listed else ""


def _figures_named(term: Term | Group) -> Iterator[tuple[Path, str]]:
    """Every figure a term names, conditions aside, with the path to the name inside the term."""
    if isinstance(term, TermBase):
        yield from ((("per", at), path) for at, path in enumerate(term.per))
    if isinstance(term, TermOnBase):
        yield ("of",), term.of
    if isinstance(term, TieredTerm):
        yield ("measure",), term.measure
    for key in LIMITS:
        if isinstance(limit := getattr(term, key), Share):
            yield (key,), limit.of


def _faulty_figure(
    at: Path, name: str, plan: Mapping[str, Any], figures: Collection[str], terms: Collection[str]
) -> Fault | None:
    if at == ("measure",) and measure_of(name):
        return faulty_measure(name, plan, figures, at)
    if name.removeprefix(WHOLE_YEAR) not in figures:
        missing = missing_for(name, plan)
        if at == ("measure",):
            return Fault(quoted(name), _MEASURE, missing, at, reason="unknown_measure")
        if terms:
            return Fault(quoted(name), _BASE, missing, at, reason="unknown_base")
        return Fault(quoted(name), _FIGURE, missing, at, reason="unknown_figure")
    return None if at[0] in ("per", "measure") or may_be_money(name) else _not_money(name, at)


def _not_money(name: str, at: Path) -> Fault:
    expected = message("a figure in money, such as sales, because a percentage is applied to it")
    mend = message("use `amount` with `per` to charge by count")
    if at[0] in LIMITS:
        mend = message("write an amount, or a percentage of a figure in money")
    return Fault(quoted(name), expected, mend, at, reason="wrong_reference")


def _of_wrong_kind(at: Path, name: str, kind_of: KindOf | None) -> Fault | None:
    """The fault of an own figure that a percentage is taken of although it is a share or a count."""
    if kind_of is None or at[0] in ("per", "measure") or kind_of(name) in ("money", "number"):
        return None
    return _not_money(name, at)


def faulty_bounds(term: Term | Group, figures: Collection[str], kind_of: KindOf | None) -> Iterator[Fault]:
    """The first bound that is a number where the measure is a share, or a percentage where it is none."""
    if kind_of is None or not isinstance(term, TieredTerm) or term.measure not in figures:
        return
    is_share = kind_of(term.measure) == "rate"
    for at, tier in enumerate(term.tiers):
        fault = of_share(term.measure, tier.bound) if is_share else of_number(term.measure, tier.bound)
        if fault:
            yield fault._replace(at=("tiers", at, tier.bound_key))
            return
