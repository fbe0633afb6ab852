"""A list of mappings in YAML or JSON as a table: its keys are the names of the columns."""

from __future__ import annotations

from ka_terms.model.faults import Fault, quoted
from ka_terms.reading.problems.problem import Problem, ReadError, in_file_order
from ka_terms.reading.problems.source import Source, problem_at
from ka_terms.reading.tables.table import Cell, Row, Table
from ka_terms.reading.yaml.yaml_reader import read_node
from ka_terms.reading.yaml.yaml_tree import Node
from ka_terms.text.messages import message

_EXPECTED = message(
    "a list with an entry `- {example}` for each row", example="name: A, stores: 5, sales: 1M"
)


def list_of(source: Source) -> Table | None:
    """The table; None where the file is no list. Errors: `ReadError` for what is none of YAML or not flat."""
    root, problems = read_node(source)
    if not isinstance(root.value, list):
        return None
    columns: dict[str, Cell] = {}
    for entry in root.value:
        if not isinstance(entry.value, dict):
            problems.append(problem_at(entry.mark, Fault(quoted(entry.plain()), _EXPECTED)))
            continue
        for key, item in entry.value.items():
            columns.setdefault(key, Cell(key, item.mark.line, item.mark.column))
            if isinstance(item.node.value, dict | list):
                problems.append(_nested(item.node))
    if problems:
        raise ReadError(*in_file_order(problems))
    rows = [tuple(columns.values()), *(_row(entry, [*columns]) for entry in root.value)]
    return Table(source.name, tuple(rows), source)


def _nested(node: Node) -> Problem:
    return problem_at(node.mark, Fault(quoted(node.plain()), message("a text or a number")))


def _row(entry: Node, keys: list[str]) -> Row:
    cells = []
    for key in keys:
        item = entry.entries().get(key)
        mark = item.node.mark if item else entry.mark
        value = item.node.value if item else None
        assert not isinstance(value, dict | list)  # refused above
        cells.append(Cell(value, mark.line, mark.column))
    return tuple(cells)
