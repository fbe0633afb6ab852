"""A statement saved as JSON, read back: the contract in it, and the amounts it was saved with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import Fault, missing_key, quoted
from ka_terms.reading.problems.problem import Problem
from ka_terms.reading.problems.source import problem_at
from ka_terms.reading.yaml.yaml_tree import Node
from ka_terms.text.messages import message

FORMAT_VERSION = 2
"""The version of the JSON that every result is written as. Since 2 a statement has formulas, facts and groups."""
_READ = ("1", str(FORMAT_VERSION))
"""The versions that a saved statement is read back from."""
_VERSION = "format_version"
# As json writes it, below the largest amount that is costed at all.
_AMOUNT = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,4})?", re.ASCII)
_AGAIN = message("save the statement again with `ka-terms show FILE --format json`")


def is_saved(root: Node) -> bool:
    """Whether a file is a saved statement, not a scenario."""
    return _VERSION in root.entries()


def without_results(root: Node) -> Node:
    """The contract in a saved statement; any other tree as it is."""
    if not is_saved(root):
        return root
    kept = {key: entry for key, entry in root.entries().items() if key in Scenario.model_fields}
    return Node(root.mark, kept, root.size, root.height)


def problems_of_saved(root: Node) -> Iterator[Problem]:
    """What is wrong with a saved statement apart from the contract in it."""
    entries = root.entries()
    version, lines = entries[_VERSION].node, entries.get("lines")
    if version.value not in _READ:
        expected = message("format version {version}", version=FORMAT_VERSION)
        yield problem_at(version.mark, Fault(quoted(version.value), expected, _AGAIN), (_VERSION,))
    if lines is None:
        expected = message("a statement with its lines")
        yield problem_at(root.mark, Fault(missing_key("lines"), expected, _AGAIN))
    elif not isinstance(lines.node.value, list):
        fault = Fault(quoted(lines.node.plain()), message("a list of lines"), _AGAIN)
        yield problem_at(lines.node.mark, fault, ("lines",))
    else:
        for at, line in enumerate(lines.node.value):
            yield from _faulty_line(line, at)


def _faulty_line(line: Node, at: int) -> Iterator[Problem]:
    for key, expected in (("term", message("the key of a term")), ("amount", message("an amount"))):
        entry = line.entries().get(key)
        value = entry.node.plain() if entry else None
        if not isinstance(value, str) or (key == "amount" and not _is_amount(value, line)):
            mark = entry.node.mark if entry else line.mark
            yield problem_at(mark, Fault(quoted(value), expected, _AGAIN), ("lines", at, key))


def _is_amount(text: str, line: Node) -> bool:
    """Whether a text is the amount of a line; only a correction, the line of a group, may be below zero."""
    return bool(_AMOUNT.fullmatch(text)) and (text[0] != "-" or "members" in line.entries())


def amounts(root: Node) -> dict[str, Decimal]:
    """The amounts of a saved statement without problems, by term."""
    lines = root.entries()["lines"].node.plain()
    return {line["term"]: Decimal(line["amount"]) for line in lines}
