"""The report's record as JSON.

A writer of its own, since numbers stand as exact literals: no float, no exponent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from json.encoder import encode_basestring

from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.table import Report
from ka_terms.text.safe import escape_in_json

_INDENT = "  "
_BREAK = "\n"


def render(report: Report, look: Look) -> bytes:
    """The record under its documented keys; internal ones open with the line `{"internal": true,`.

    Errors: TypeError for a value that JSON has no exact form for, a float above all.
    """
    record = dict(report.record())
    if not report.internal:
        return f"{_value(record, _BREAK)}\n".encode()
    record.pop("internal", None)
    rest = _value(record, _BREAK).removeprefix("{")
    return f'{{"internal": true{"," if record else ""}{rest}\n'.encode()


def _value(value: object, line: str) -> str:
    """`line` is the line break with the indent of what surrounds the value."""
    if value is None or isinstance(value, bool):
        return "null" if value is None else str(value).lower()
    if isinstance(value, str):
        return escape_in_json(encode_basestring(value))
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, Mapping):
        pairs = (f"{_key(key)}: {_value(item, line + _INDENT)}" for key, item in value.items())
        return _nested("{}", pairs, line)
    if isinstance(value, Sequence):
        return _nested("[]", (_value(item, line + _INDENT) for item in value), line)
    raise TypeError(f"no exact JSON form for {type(value).__name__}: {value!r}")


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError(f"a JSON key is a text, not {key!r}")
    return _value(key, "")


def _number(value: Decimal) -> str:
    """Every digit as it stands; null for what is no number, and zero without a sign."""
    if not value.is_finite():
        return "null"
    return format(value or abs(value), "f")


def _nested(brackets: str, items: Iterator[str], line: str) -> str:
    body = f",{line}{_INDENT}".join(items)
    return f"{brackets[0]}{line}{_INDENT}{body}{line}{brackets[1]}" if body else brackets
