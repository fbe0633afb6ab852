"""The file that puts the rounds of a negotiation in order: its problems quote nothing of what is internal in it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from ka_terms.model.faults import Fault
from ka_terms.model.settings.rounds import INTERNAL_KEYS, Round, RoundsFile
from ka_terms.reading.diagnosis.places import follow
from ka_terms.reading.problems.problem import Problem, ReadError, in_file_order
from ka_terms.reading.problems.source import problem_at, read_source, similar_file
from ka_terms.reading.settings import read_with_tree
from ka_terms.reading.yaml.yaml_reader import read_tree
from ka_terms.reading.yaml.yaml_tree import Node
from ka_terms.text.messages import message

NAME = "rounds.yaml"
"""What the file is called in a folder of contracts."""
_SHOWN = re.compile(r"\s*(-\s*)?\{?\s*(rounds|file|date|side)\b")
_INTERNAL = re.compile(rf"\b({'|'.join(INTERNAL_KEYS)})\b")


class PlacedRound(NamedTuple):
    """A round, and the path of its file as the program opens it."""

    path: Path
    details: Round


def read_rounds(path: Path | str) -> list[PlacedRound]:
    """The rounds in their order. Errors: `ReadError` with every problem, files that are not there included."""
    name = str(path)
    try:
        content, root = read_with_tree(RoundsFile, Path(path), name)
    except ReadError as error:
        raise ReadError(*map(_discreet, error.problems)) from None
    folder = Path(path).parent
    placed = [PlacedRound(folder / each.file, each) for each in content.rounds]
    missing = [problem for index, each in enumerate(placed) if (problem := _missing(index, each, root))]
    if missing:
        raise ReadError(*map(_discreet, in_file_order(missing)))
    return placed


def _missing(index: int, each: PlacedRound, root: Node) -> Problem | None:
    """The problem of a round whose file is none."""
    if each.path.is_file():
        return None
    is_there = each.path.exists()
    found = message("a directory or another thing that is no file") if is_there else message("no such file")
    fix = similar_file(each.path, each.details.file) or message("check the path")
    at = ("rounds", index, "file")
    entry, _ = follow(root, at)
    return problem_at(
        entry.node.mark, Fault(found, message("the relative path of another scenario file"), fix), at
    )


def _discreet(problem: Problem) -> Problem:
    """The problem without the text of a note, or of who was there.

    A line is shown only where it begins with a key that is not internal and has none that is.
    """
    if not problem.path and (problem.line or 0) <= 1 and not problem.fault.mend:
        mend = message(
            "write `rounds:` and below it a line for each round, such as {line}", line="- {file: ask.yaml}"
        )
        found = problem.fault.found if problem.fault.reason == "empty" else message("no list of rounds")
        return problem._replace(fault=problem.fault._replace(found=found, mend=mend), excerpt=None)
    steps = problem.path.split(".")
    if not {*INTERNAL_KEYS}.isdisjoint(steps):
        return problem._replace(fault=_without_value(problem.fault), excerpt=None)
    if problem.excerpt and (not _SHOWN.match(problem.excerpt.text) or _INTERNAL.search(problem.excerpt.text)):
        is_of_line = not problem.path
        fault = problem.fault.hidden() if is_of_line else problem.fault
        return problem._replace(fault=fault, excerpt=None)
    return problem


def _without_value(fault: Fault) -> Fault:
    """An unknown key or a missing one says nothing of a value."""
    return fault if fault.on_key and not fault.reason else fault.hidden()


def states_status(path: Path) -> bool:
    """Whether a file of a folder says itself whose position it is. Errors: `ReadError` of what is no YAML."""
    root, problems = read_tree(read_source(path, str(path)))
    if problems and "status" in root.entries():
        raise ReadError(*in_file_order(problems))
    return "status" in root.entries()
