"""The order in which terms can be settled: each after those that its base or its limits depend on."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ka_terms.model.contract.terms.term_base import TermOnBase
from ka_terms.model.contract.terms.terms import Term
from ka_terms.model.faults import Fault, quoted
from ka_terms.text.messages import message


def needed_terms(term: Term, terms: Collection[str], figures: Collection[str]) -> tuple[str, ...]:
    """The terms that one depends on directly; a name that is a figure too is that figure, but for `less`."""
    less = term.less if isinstance(term, TermOnBase) else ()
    named = (name for name in term.terms_named if name in less or (name in terms and name not in figures))
    return tuple(dict.fromkeys(named))


def faulty_order(terms: Mapping[str, Term], figures: Collection[str]) -> list[Fault]:
    """Every name under `less` that is no term, and the first circle of terms that wait for each other."""
    faults = []
    for key, term in terms.items():
        for at, other in enumerate(term.less if isinstance(term, TermOnBase) else ()):
            if other not in terms:
                path = ("terms", key, "less", at)
                expected = message("a term of this contract")
                faults.append(Fault(quoted(other), expected, at=path, reason="unknown_term"))
    if cycle := _cycle(terms, figures):
        faults.append(_circle(cycle, terms[cycle[0]]))
    return faults


def _circle(cycle: tuple[str, ...], first: Term) -> Fault:
    way = " -> ".join((*cycle, cycle[0]))
    expected = message("an order in which each term is calculated once")
    path = ("terms", cycle[0])
    if isinstance(first, TermOnBase) and cycle[1 % len(cycle)] in first.less:
        found, mend = message("a loop in `less`: {path}", path=way), message("remove one name from `less`")
        return Fault(found, expected, mend, (*path, "less"), reason="wrong_reference")
    found, mend = (
        message("a loop of terms: {path}", path=way),
        message("name a figure in one of them instead"),
    )
    return Fault(found, expected, mend, path, reason="wrong_reference")


def _cycle(terms: Mapping[str, Term], figures: Collection[str]) -> tuple[str, ...]:
    """The first circle of terms that wait for each other; empty where there is none."""
    visited: set[str] = set()
    for start in terms:
        trail: dict[str, None] = {}
        pending: list[tuple[str, int]] = [(start, 0)]
        while pending:
            key, depth = pending.pop()
            while len(trail) > depth:
                trail.popitem()
            if key in trail:
                return tuple(trail)[list(trail).index(key) :]
            if key in visited or key not in terms:
                continue
            visited.add(key)
            trail[key] = None
            pending.extend((other, len(trail)) for other in needed_terms(terms[key], terms, figures))
    return ()


def in_order(needed: Mapping[str, Collection[str]]) -> list[str]:
    """The keys of the terms, each after those that it needs; otherwise in the order of the contract."""
    ordered: dict[str, None] = {}
    pending = list(needed)[::-1]
    while pending:
        key = pending[-1]
        waiting = [base for base in needed[key] if base not in ordered]
        if waiting and key not in ordered:
            pending.extend(waiting)
        else:
            ordered.setdefault(pending.pop())
    return list(ordered)
