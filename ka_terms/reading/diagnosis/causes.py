"""Problems that arise only where one file extends another: told at the line that brings them about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice

from ka_terms.model.faults import Path
from ka_terms.reading.merging.layers import Change
from ka_terms.reading.problems.problem import Problem
from ka_terms.reading.problems.source import problem_at
from ka_terms.reading.yaml.yaml_tree import Entry, Node
from ka_terms.text.messages import message

_MOST_TRIED = 40
"""Changes that are looked at: each takes a whole reading of the contract."""


def at_their_causes(
    problems: list[Problem], root: Node, changes: Sequence[Change], faults: Callable[[Node], list[Problem]]
) -> list[Problem]:
    """Each problem at the change without which there would be none, where it stands in another file or at no value.

    `faults` gives the problems of a tree.
    """
    left = [problem for problem in problems if _is_far(problem, root, changes)]
    causes: dict[Problem, Change] = {}
    for change in islice(changes, _MOST_TRIED):
        if not left:
            break
        before = _restored(root, change.at, change.before)
        remaining = {_what(problem) for problem in faults(before)} if before else {*map(_what, left)}
        causes.update({problem: change for problem in left if _what(problem) not in remaining})
        left = [problem for problem in left if problem not in causes]
    return [_at_cause(problem, causes[problem]) if problem in causes else problem for problem in problems]


def _at_cause(problem: Problem, change: Change) -> Problem:
    fault = problem.fault
    if fault.on_key and not fault.is_of_nothing and change.at[:-1] == fault.at[:-1] != fault.at != change.at:
        # What is left of a term whose shape is removed.
        fault = fault._replace(mend=message("write `{key}: null` to remove this key too", key=fault.at[-1]))
    elif fault.reason == "unknown_term" and change.at == ("terms", fault.value) and len(fault.at) > 3:
        part = ".".join(map(str, fault.at[:3]))
        fault = fault._replace(mend=message("take `{key}` out of `{part}`", key=fault.value, part=part))
    return problem_at(change.mark, fault, fault.at)


def _is_far(problem: Problem, root: Node, changes: Sequence[Change]) -> bool:
    """Whether a problem is told elsewhere than at a value of this very file."""
    if problem.private:
        return False
    return problem.file != root.mark.source.name or any(problem.fault.at == change.at for change in changes)


def _what(problem: Problem) -> tuple[Path, str]:
    return problem.fault.at, problem.fault.expected


def _restored(node: Node, path: Path, before: Entry) -> Node | None:
    """The tree with what stood at a path before; None where the way to it is gone."""
    key, *rest = map(str, path)
    entries = dict(node.entries())
    if rest:
        entry = entries.get(key)
        inner = _restored(entry.node, tuple(rest), before) if entry else None
        if entry is None or inner is None:
            return None
        entries[key] = entry._replace(node=inner)
    else:
        entries[key] = before
    return Node(node.mark, entries, node.size, node.height)
