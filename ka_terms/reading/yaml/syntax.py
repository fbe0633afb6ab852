"""YAML's own complaints, in words that say how to mend the line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import yaml

from ka_terms.model.faults import Fault
from ka_terms.reading.yaml.signs import Odd, first_odd


class _Complaint(NamedTuple):
    """What the parser says, and the same in a user's words.

    `at_start` places it where the thing began that went wrong, not where the parser noticed.
    """

    complaint_text: str
    fault: Fault
    at_start: bool = False


_ENTRY = re.compile(r":( |$)")
_FURTHEST = 20
"""Lines looked at above the one where the parser gave up."""
_ALIGN = "lines of one level to start in one column"
_CLOSE = "a closing quote"
_ANCHOR = Fault(
    "an alias without its anchor", "an anchor above it", "write the value out, or put it in quotes"
)
_ONE_LINE = Fault(
    "a second colon in one entry", "one `key: value` a line", "put the value in quotes, or split the line"
)
_NO_COLON = Fault("a line without a colon", "`key: value`", "add the colon, or indent the line under its key")
_ADD = "add it, or put the value in quotes"
_IN_BRACES = Fault("an entry that does not end", "a comma or } after each entry", _ADD)
_IN_BRACKETS = Fault("an entry that does not end", "a comma or ] after each entry", _ADD)
_MISALIGNED = Fault("a line that fits no indentation", _ALIGN, "align it with the keys beside it")
_NO_DASH = Fault(
    "a line that is no list entry", "every entry of the list to start with -", "align it with the list"
)
_LIST_BEHIND = Fault(
    "a list that begins behind its key", "each - on a line of its own", "move it to the next line"
)
_ESCAPE = Fault("an unknown escape in double quotes", "a text", "use single quotes, or double the backslash")
_OPEN_QUOTE = Fault("a quote that is never closed", _CLOSE, "close it, or leave the quote out")

# Both the parser in C and the one in Python say these; the first that fits counts.
_COMPLAINTS = (
    _Complaint("mapping values are not allowed", _ONE_LINE),
    _Complaint("could not find expected ':'", _NO_COLON, at_start=True),
    _Complaint("',' or '}'", _IN_BRACES),
    _Complaint("',' or ']'", _IN_BRACKETS),
    _Complaint("did not find expected '-'", _NO_DASH),
    _Complaint("expected <block end>", _MISALIGNED),
    _Complaint("did not find expected key", _MISALIGNED),
    _Complaint("<document start>", _MISALIGNED),
    _Complaint("entries are not allowed", _LIST_BEHIND),
    _Complaint("unexpected end of stream", _OPEN_QUOTE, at_start=True),
    _Complaint("unexpected document separator", _OPEN_QUOTE, at_start=True),
    _Complaint("unexpected document indicator", _OPEN_QUOTE, at_start=True),
    _Complaint("undefined alias", _ANCHOR),
    _Complaint("escape", _ESCAPE, at_start=True),
)
# What a value must not start with unless it is in quotes, told by what the parser took it for.
_SPECIAL = ("an alias", "an anchor", "a directive", "a block scalar", "a tag", "any token")
_OPEN_BRACKET = Fault("a brace or bracket that is never closed", "} or ] after the last entry", "close it")
_TAB = Fault("a tab", "spaces to indent with", "replace each tab by two spaces")
_OTHER = Fault(
    "what YAML cannot read", "`key: value`", "put the value in quotes, or compare with: ka-terms init"
)


def syntax_fault(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> tuple[Fault, Any]:
    """The parser's complaint as a fault of the usual parts, and the parser's mark of its place (None: nowhere)."""
    complaint_text = f"{error.context or ''} {error.problem or ''}"
    start, end = error.context_mark, error.problem_mark or error.context_mark
    line = lines[end.line] if end and end.line < len(lines) else ""
    column = end.column if end else 0
    if "\t" in line[: column + 1]:
        return _TAB, end
    complaint = next((known for known in _COMPLAINTS if known.complaint_text in complaint_text), None)
    if complaint is None:
        return _by_sign(complaint_text, lines, start, end)
    if start and end and complaint.fault in (_IN_BRACES, _IN_BRACKETS) and start.line != end.line:
        return _OPEN_BRACKET, start
    return complaint.fault, (start or end) if complaint.at_start else end


def odd_line(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> tuple[int, Odd] | None:
    """The line, from 1, and the sign in it that the parser stumbled over without knowing it."""
    start, end = error.context_mark, error.problem_mark or error.context_mark
    if not end:
        return None
    last = min(end.line, len(lines) - 1)
    first = last
    # What began above went on because no colon ended it: back to the last line that is one.
    while first > 0 and (first > start.line if start else not _ENTRY.search(lines[first - 1])):
        first -= 1
    first = max(first - 1 if start is None else first, last - _FURTHEST, 0)
    for at in range(first, last + 1):
        if odd := first_odd(lines[at]):
            return at + 1, odd
    return None


def _by_sign(complaint_text: str, lines: Sequence[str], start: Any, end: Any) -> tuple[Fault, Any]:
    """A complaint that is best told by the sign it is about."""
    mark = start or end
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    sign = line[mark.column : mark.column + 1] if mark else ""
    if "node content" in complaint_text:
        found = f"{sign} where a value is due" if sign else "an end where a value is due"
        return Fault(
            found, "a value, and every brace and bracket closed", "add it, or put it in quotes"
        ), mark
    if sign and any(special in complaint_text for special in _SPECIAL):
        return Fault(f"a value that starts with {sign}", "quotes around it", "put the value in quotes"), mark
    return _OTHER, end
