"""What is wrong with a file: where, what was found, what was expected, how to fix it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple
from unicodedata import category

from ka_terms.model.faults import Fault
from ka_terms.text.messages import message
from ka_terms.text.unseen import HIDDEN

STANDARD_INPUT = message("<stdin>")
"""What messages call it."""
MOST_REPORTED = 50
"""Problems of one file that are spelled out; the rest are counted."""
LONGEST_PART = 300
"""Characters of what was found, and of each other part of a message."""
_WIDEST = 150
"""Characters of a line that are shown."""
_LEAD = 60
"""Characters shown before the culprit where the line is cut off at its start."""


class Excerpt(NamedTuple):
    """The part of a line around a culprit, and the culprit's place in it, counted from 0."""

    text: str
    caret: int

    @classmethod
    def of(cls, line: str, column: int) -> Excerpt:
        """A line as far as it is short enough to read; what no one would see stands as an escape."""
        start = column - 1 - _LEAD if column > _WIDEST - _LEAD and len(line) > _WIDEST else 0
        end = start + _WIDEST
        before, after = "..." if start else "", "..." if end < len(line) else ""
        text, at = line[start:end], column - 1 - start
        shown = text if text.isascii() and text.isprintable() else "".join(map(_printable, text))
        lead = sum(map(len, map(_printable, text[:at]))) + max(at - len(text), 0)
        return cls(f"{before}{shown}{after}", len(before) + lead)

    def lines(self, number: int) -> Iterator[str]:
        """The line under its number, and a caret below the culprit: a wide character takes two columns."""
        from ka_terms.text.width import text_width

        yield f"{number:5} | {self.text}"
        # Beyond the end where something is missing there.
        beyond = max(self.caret - len(self.text), 0)
        yield f"{'':5} | {' ' * (text_width(self.text[: self.caret]) + beyond)}^"


class Problem(NamedTuple):
    """One wrong thing in one file. `line` and `column` count from 1; 0 where the file as a whole is meant.

    Where `private`, nothing of the file's text is quoted.
    """

    file: str
    fault: Fault
    path: str = ""
    line: int = 0
    column: int = 0
    excerpt: Excerpt | None = None
    private: bool = False

    @property
    def place(self) -> str:
        """`file:line:column`, as editors and terminals link it."""
        return self.place_in(str)

    def place_in(self, translate: Callable[[str], str]) -> str:
        """The same, with standard input as `translate` calls it."""
        name = translate(STANDARD_INPUT) if self.file == STANDARD_INPUT else _shown(self.file, len(self.file))
        return f"{name}:{self.line}:{self.column}" if self.line else name

    @property
    def message(self) -> str:
        """The problem in English sentences; a private value is not part of them."""
        return self.message_in(str)

    def message_in(self, translate: Callable[[str], str]) -> str:
        """The same as `translate` says it, in the language of whoever reads it."""

        def part(text: str) -> str:
            return _shown(translate(text))

        fault = self.fault.hidden() if self.private else self.fault
        fault = fault.or_as_expected() if self.line else fault
        shown = fault._replace(found=part(fault.found), expected=part(fault.expected), mend=part(fault.mend))
        sentence = translate(shown.sentence())
        return f"{_shown(self.path)}: {sentence}" if self.path else sentence

    def to_dict(self, translate: Callable[[str], str] = str) -> dict[str, Any]:
        """The problem for a machine, its sentences as `translate` says them."""
        fault = self.fault.or_as_expected() if self.line else self.fault
        found, expected, mend = (_shown(translate(part)) for part in fault[:3])
        return {
            "file": self.file,
            "line": self.line or None,
            "column": self.column or None,
            "path": _shown(self.path),
            "message": self.message_in(translate),
            "expected": expected,
            **({} if self.private else {"found": found, "mend": mend}),
        }

    def lines(self, translate: Callable[[str], str] = str) -> Iterator[str]:
        """The message as `translate` says it, and below it the line of the file with a caret under the culprit."""
        yield f"{self.place_in(translate)}: {self.message_in(translate)}"
        if self.excerpt:
            yield from self.excerpt.lines(self.line)


def _printable(letter: str) -> str:
    if letter == "\t" or (category(letter) == "Zs" and letter != "\u3000"):
        return " "
    hidden = HIDDEN.match(letter) or not (letter == "\u3000" or letter.isprintable())
    return ascii(letter)[1:-1] if hidden else letter


def _shown(text: str, longest: int = LONGEST_PART) -> str:
    """One line that acts on no terminal, cut where a hostile file makes it long."""
    from ka_terms.text.safe import visible

    return visible(text if len(text) <= longest else f"{text[:longest]}...")


class ReadError(Exception):
    """A file that cannot be taken as what it should be; `problems` says why, all at once."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__(*problems)

    def __str__(self) -> str:
        return self.translated(str)

    def translated(self, translate: Callable[[str], str]) -> str:
        """Every problem on lines of its own, as `translate` says it."""
        shown = [line for problem in self.problems[:MOST_REPORTED] for line in problem.lines(translate)]
        if len(self.problems) > MOST_REPORTED:
            left = f"{len(self.problems) - MOST_REPORTED:,}"
            shown.append(translate(message("... and {count} more problems", count=left)))
        return "\n".join(shown)


def in_file_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems from the top of each file to its end, each once."""
    unique = {(problem.place, problem.message): problem for problem in problems}
    return sorted(unique.values(), key=lambda problem: (problem.file, problem.line, problem.column))
