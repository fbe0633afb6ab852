"""YAML's own complaints, in words that say how to fix the line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import yaml

from ka_terms.model.faults import Fault, plain_fault
from ka_terms.reading.yaml.signs import Odd, first_odd
from ka_terms.text.messages import message


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
_KEY_AND_VALUE = message("`key: value`")
_QUOTE_VALUE = message("put the value in quotes")
_ADD = message("add it, or put the value in quotes")
_NO_END = message("an entry without an end")
_ANCHOR = plain_fault(
    "an alias without its anchor",
    "an anchor on an earlier line",
    "write the value itself, or put it in quotes",
)
_ONE_LINE = plain_fault(
    "a second colon in one entry", "one `key: value` per line", "put the value in quotes, or use two lines"
)
_NO_COLON = Fault(
    message("a line without a colon"),
    _KEY_AND_VALUE,
    message("add the colon, or indent the line under its key"),
)
_IN_BRACES = Fault(_NO_END, message("a comma or }} after each entry"), _ADD)
_IN_BRACKETS = Fault(_NO_END, message("a comma or ] after each entry"), _ADD)
_SAME_LEVEL = message("the same indentation for all lines of one level")
_MISALIGNED = Fault(
    message("a line with a wrong indentation"),
    _SAME_LEVEL,
    message("align the line with the keys of its level"),
)
_NO_DASH = plain_fault(
    "a line that is not a list entry", "- before every entry of the list", "align the line with the list"
)
_LIST_BEHIND = plain_fault(
    "a list on the line of its key", "each - on a line of its own", "move the list to the next line"
)
_ESCAPE = plain_fault(
    "an unknown escape in double quotes",
    "a known escape such as \\n",
    "use single quotes, or double the backslash",
)
_OPEN_QUOTE = plain_fault("a quote that is never closed", "a closing quote", "close the quote, or delete it")

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
_OPEN_BRACKET = plain_fault(
    "a brace or bracket that is never closed", "}} or ] after the last entry", "close it"
)
_TAB = plain_fault("a tab", "spaces for the indentation", "replace each tab by two spaces")
_OTHER = Fault(
    message("text that YAML cannot read"),
    _KEY_AND_VALUE,
    message("put the value in quotes, or compare with the file of `ka-terms init`"),
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


_OF_DEPTH = ("mapping values are not allowed", "expected <block end>", "did not find expected key")
"""What the parser says of a line that is indented more than the one above it."""
_KEY_LINE = re.compile(r"( *(?:- +)*)([^\W\d][\w.]*) *:(?: +|$)(.*)")
_ENDED = re.compile(r"""[^\s#|>]\S*|["'{[].*""")
"""A value that does not go on in the next line; a text of several words may."""


def too_deep(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> tuple[int, int, Fault] | None:
    """The line and column, from 1, of a key that is indented more than the key above it, which has its value."""
    mark, complaint = error.problem_mark, str(error.problem)
    if not mark or mark.line >= len(lines) or not any(said in complaint for said in _OF_DEPTH):
        return None
    line = _KEY_LINE.match(lines[mark.line])
    above = (text for text in reversed(lines[: mark.line]) if text.strip() and text.lstrip()[0] != "#")
    before = _KEY_LINE.match(next(above, ""))
    if not line or not before or mark.column > line.end(2):
        return None
    value = before[3].partition(" #")[0].strip()
    if len(line[1]) <= len(before[1]) or not _ENDED.fullmatch(value):
        return None
    found = message("a line that is indented more than the one above it")
    mend = message("align it with `{key}`", key=before[2])
    return mark.line + 1, len(line[1]) + 1, Fault(found, _SAME_LEVEL, mend)


def _by_sign(complaint_text: str, lines: Sequence[str], start: Any, end: Any) -> tuple[Fault, Any]:
    """A complaint that is best told by the sign it is about."""
    mark = start or end
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    sign = line[mark.column : mark.column + 1] if mark else ""
    if "node content" in complaint_text:
        found = message("{sign} instead of a value", sign=sign) if sign else message("no value")
        expected = message("a value, and an end of every brace and bracket")
        return Fault(found, expected, message("add it, or put it in quotes")), mark
    if sign and any(special in complaint_text for special in _SPECIAL):
        found = message("a value that starts with {sign}", sign=sign)
        return Fault(found, message("a value in quotes"), _QUOTE_VALUE), mark
    return _OTHER, end


SECOND_DOCUMENT = plain_fault("a second document (---)", "one document per file", "split the file")
MERGE_KEY = plain_fault("the merge key <<", "plain keys", "use `extends:` to take over another file")


def tag_fault(tag: str) -> Fault:
    """A tag, by its name unless that has a number in it, which may be a private one."""
    name = tag.replace("tag:yaml.org,2002:", "!!")
    found = message("a tag") if any(map(str.isnumeric, name)) else message("the tag {tag}", tag=name)
    return Fault(
        found, message("plain YAML without tags"), message("delete the tag, or put the value in quotes")
    )


def carried_out(line: int) -> Fault:
    """An alias elsewhere of what is anchored under a private key, in `line`."""
    return Fault(
        message("an alias of a private value"),
        message("a value of its own, because the anchor in line {line} is private", line=line),
        message("write the value itself if others may see it"),
    )
