"""What a workbook of ours tells of the contracts in it, so that it can be read back after somebody edited it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from ka_terms.model.faults import Fault
from ka_terms.reading.problems.problem import Problem, ReadError
from ka_terms.reading.spreadsheet import Page
from ka_terms.text.messages import message

MARK = "# ka-terms "
"""Begins the cell that tells of a contract; the text of its file follows below, line by line."""
MARGIN = "|"
"""Begins every line of a text, so that no program takes the blanks of its indentation off, or it for a number."""
_FORMAT = 1
_KEYS = ("name", "inputs", "languages", "unit", "kind", "is_baseline")
STATEMENT, COMPARISON = "statement", "comparison"
"""The kinds of workbook that tell of contracts."""


class Sent(NamedTuple):
    """One contract of a workbook as it was sent."""

    name: str
    """The contract's name, which heads the column of its inputs."""
    inputs: str
    """The name of the sheet of inputs."""
    languages: str
    unit: str
    kind: str
    """Whether the workbook is that of a statement, or of a comparison."""
    is_baseline: bool
    """Whether the others are compared with it."""
    text: str
    """The contract as the text of a file."""

    def lines(self) -> Iterator[str]:
        """The cells that tell of it: one about the contract, then one for each line of its text."""
        told = {"format": _FORMAT, **{key: getattr(self, key) for key in _KEYS}, "text": _digest(self.text)}
        yield f"{MARK}{json.dumps(told, ensure_ascii=False)}"
        yield from (f"{MARGIN}{line}" for line in self.text.splitlines())


def sent_contracts(pages: Sequence[Page], file: str) -> list[Sent]:
    """The contracts that a workbook tells of. Errors: `ReadError` where it tells of none."""
    found = [sent for page in pages for sent in _on_page(page, file)]
    if not found:
        expected = message("a workbook that `ka-terms show` or `ka-terms compare` wrote")
        mend = message("restore the sheet that holds the contracts, or ask for the file again")
        raise ReadError(Problem(file, Fault(message("a workbook without a contract"), expected, mend)))
    return found


def _on_page(page: Page, file: str) -> Iterator[Sent]:
    told: dict[str, Any] | None = None
    lines: list[str] = []
    for row in page.rows:
        cell = row[0] if row else None
        text = "" if cell is None else f"{cell}"
        if text.startswith(MARK):
            if told is not None:
                yield _sent(told, lines, file)
            told, lines = _read(text, file), []
        elif told is not None:
            lines.append(text.removeprefix(MARGIN))
    if told is not None:
        yield _sent(told, lines, file)


def _digest(text: str) -> str:
    """What a text comes to if nobody edited it; blanks at the ends of lines are no edit."""
    lines = (line.rstrip() for line in text.rstrip().splitlines())
    return sha256("\n".join(lines).encode()).hexdigest()[:16]


def _sent(told: dict[str, Any], lines: Sequence[str], file: str) -> Sent:
    name, inputs, languages, unit, kind = (str(told[key]) for key in _KEYS[:-1])
    text = "\n".join(lines).rstrip("\n") + "\n"
    if told.get("text") != _digest(text):
        expected = message("the text as ka-terms wrote it")
        mend = message("restore it, and edit the inputs instead")
        raise ReadError(Problem(file, Fault(message("an edited text of {name}", name=name), expected, mend)))
    return Sent(name, inputs, languages, unit, kind, told[_KEYS[-1]] is True, text)


def _read(text: str, file: str) -> dict[str, Any]:
    """Errors: `ReadError` for a line that was edited, or written by a later version."""
    try:
        told = json.loads(text.removeprefix(MARK))
    except ValueError:
        told = None
    if not isinstance(told, dict) or told.get("format") != _FORMAT or not {*_KEYS} <= told.keys():
        expected = message("the line as ka-terms wrote it")
        mend = message("restore it, or read the file with the version of ka-terms that wrote it")
        raise ReadError(Problem(file, Fault(message("an edited line about a contract"), expected, mend)))
    return told
