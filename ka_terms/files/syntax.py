"""YAML's own complaints, in words that say how to mend the line."""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from ka_terms.model.faults import Fault

# What the parser says (both the C and the Python one) -> found, expected, mend.
_WORDS = (
    ("mapping values are not allowed", "a second colon in one entry", "one `key: value` a line", "put the value in quotes, or break the line"),
    ("could not find expected ':'", "a line without a colon", "`key: value`", "add the colon, or indent the line under its key"),
    ("',' or '}'", "an open brace", "a comma or } after each entry", "close the brace, or put the value in quotes"),
    ("',' or ']'", "an open bracket", "a comma or ] after each entry", "close the bracket, or put the value in quotes"),
    ("expected <block end>", "a line that fits no indentation", "lines of one level to start in one column", "align it with the keys beside it"),
    ("did not find expected key", "a line that fits no indentation", "lines of one level to start in one column", "align it with the keys beside it"),
    ("did not find expected '-'", "a line that is no list entry", "every entry of the list to start with -", "align it with the list"),
    ("unexpected end of stream", "a quote that is never closed", "a closing quote", "close it"),
    ("found unexpected document indicator", "--- inside a quoted text", "a closing quote", "close it"),
    ("undefined alias", "an alias without its anchor", "an anchor above it", "write the value out"),
    ("found undefined alias", "an alias without its anchor", "an anchor above it", "write the value out"),
    ("escape", "an unknown escape in double quotes", "a text", "use single quotes, or double the backslash"),
)  # fmt: skip


def syntax_fault(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Fault:
    """The parser's complaint as a fault of the three usual parts."""
    said = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    if "\t" in line[: mark.column + 1 if mark else 0]:
        return Fault("a tab", "spaces to indent with", "replace each tab by two spaces")
    if "cannot start any token" in said:
        letter = line[mark.column : mark.column + 1] if mark else ""
        return Fault(f"a value that starts with {letter}", "quotes around it", "put the value in quotes")
    for sign, found, expected, mend in _WORDS:
        if sign in said:
            return Fault(found, expected, mend)
    return Fault(str(error.problem or "text that YAML cannot read"), "a YAML file", "compare it with: ka-terms init")
