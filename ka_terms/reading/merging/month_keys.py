"""Months and quarters under one spelling, before one file is laid over another: mar, March and 3月 are 3."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from ka_terms.model.contract.plan.by_period import quarter_of
from ka_terms.model.faults import Fault, first_in, quoted
from ka_terms.model.faults import Path as Steps
from ka_terms.model.numbers.month import month_of
from ka_terms.reading.problems.problem import Problem
from ka_terms.reading.problems.source import Mark, problem_at
from ka_terms.reading.yaml.yaml_tree import Entry, Node
from ka_terms.text.messages import message

_Spelling = Callable[[str], str]
_ANY = "*"
_COUNTS: Mapping[str, Any] = {"new": {}, "closed": {}}
_AMOUNTS: Mapping[str, Any] = {"sales": {}, "volume": {}}
_LISTED: Mapping[str, Any] = {
    "returns": {},
    "target": {},
    **_AMOUNTS,
    "stores": {**_COUNTS, "classes": {_ANY: _COUNTS}},
    "skus": {"new": {}},
    "categories": {_ANY: _AMOUNTS},
    "events": {_ANY: {}},
    "figures": {_ANY: {}},
    "facts": {_ANY: {}},
}
"""What a plan lists by period, under the keys that lead there; what leads to nothing further has months as its keys."""


class Twice(NamedTuple):
    """A month that stands under two spellings, and where the mapping stands that therefore lacks one of them."""

    problem: Problem
    lacking: Mark


def with_known_months(root: Node) -> tuple[Node, list[Twice]]:
    """The tree with the months of its plan, and of last year's, under one spelling, and each month that is twice."""
    problems: list[Twice] = []
    return _inside(root, "plan", lambda plan: _of_plan(plan, ("plan",), problems)), problems


def _of_plan(plan: Node, at: Steps, problems: list[Twice]) -> Node:
    def of_months(months: Node) -> Node:
        months = _respelt(months, (*at, "months"), _LISTED, _month, problems)
        there = (*at, "months", "quarters")
        return _inside(months, "quarters", lambda node: _respelt(node, there, _LISTED, _quarter, problems))

    plan = _inside(plan, "months", of_months)
    return _inside(plan, "last_year", lambda year: _of_plan(year, (*at, "last_year"), problems))


def _inside(node: Node, key: str, change: Callable[[Node], Node]) -> Node:
    """The mapping with what stands under a key changed; the same where there is none."""
    entry = node.entries().get(key)
    if entry is None or not entry.node.entries():
        return node
    changed = entry._replace(node=change(entry.node))
    return Node(node.mark, {**node.entries(), key: changed}, node.size, node.height)


def _respelt(
    node: Node, at: Steps, leads_to: Mapping[str, Any], spelling: _Spelling, problems: list[Twice]
) -> Node:
    """What a plan lists below a place, with one spelling for each month."""
    if not leads_to:
        return _keyed(node, at, spelling, problems)
    entries = dict(node.entries())
    for key, entry in entries.items():
        further = leads_to.get(key, leads_to.get(_ANY))
        if further is not None and entry.node.entries():
            changed = _respelt(entry.node, (*at, key), further, spelling, problems)
            entries[key] = entry._replace(node=changed)
    return Node(node.mark, entries, node.size, node.height)


def _keyed(node: Node, at: Steps, spelling: _Spelling, problems: list[Twice]) -> Node:
    known: dict[str, Entry] = {}
    for key, entry in node.entries().items():
        name = spelling(key)
        if first := known.get(name):
            found = message(
                "{key}, another name of {first}", key=quoted(key), first=quoted(first.written or name)
            )
            expected = message("each month once") if spelling is _month else message("each quarter once")
            fault = Fault(found, expected, first_in(first.mark.line), on_key=True)
            problems.append(Twice(problem_at(entry.mark, fault, (*at, key)), node.mark))
        else:
            known[name] = entry._replace(written=key if key != name else "")
    return Node(node.mark, known, node.size, node.height)


def _month(key: str) -> str:
    """What is no month stays, for the model to refuse."""
    month = month_of(key)
    return str(month) if month else key


def _quarter(key: str) -> str:
    quarter = quarter_of(key)
    return f"q{quarter}" if quarter else key
