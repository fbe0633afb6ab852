"""Values written as YAML that reads back as exactly these values, in this program and in other YAML readers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from ka_terms.model.names import Unquoted, read_name
from ka_terms.text.safe import visible
from ka_terms.text.unseen import escaped

WIDEST = 110
"""Columns a mapping or list may take in braces; beyond it has a line for each entry."""

_NUMBER = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?")
_UNFOLDED = 1_000_000


class Truth(str):
    """A yes or a no where nothing else may stand: it needs no quotes, though some readers of YAML take it as true."""

    __slots__ = ()


_TRUTHS = frozenset({"yes", "no", "true", "false", "on", "off"})


def truth(value: Any) -> Any:
    """The value of a fact, to be written without quotes where it is an English word for what is so or not so."""
    return Truth(value) if str(value).casefold() in _TRUTHS else value


def entry(key: str, value: Any, indent: str = "") -> Iterator[str]:
    """The lines of one entry of a mapping: texts, lists and mappings of them, and None."""
    start = f"{indent}{scalar(key)}:"
    if not isinstance(value, Mapping | list | tuple):
        yield f"{start} {scalar(value, inside_braces=False)}"
        return
    if len(start) + 1 + len(braced(value)) <= WIDEST:
        yield f"{start} {braced(value)}"
        return
    yield start
    if isinstance(value, Mapping):
        for inner, item in value.items():
            yield from entry(inner, item, f"{indent}  ")
    else:
        yield from (f"{indent}  - {braced(item)}" for item in value)


def braced(value: Any) -> str:
    """A value on one line, mappings in braces and lists in brackets."""
    match value:
        case Mapping():
            return "{" + ", ".join(f"{scalar(key)}: {braced(item)}" for key, item in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(braced, value)) + "]"
        case _:
            return scalar(value)


def scalar(value: str | None, inside_braces: bool = True) -> str:
    """A text, quoted only where it has to be; in braces a comma would end the entry, so numbers lose theirs."""
    if value is None:
        return "null"
    if isinstance(value, Truth):
        return str(value)
    value = str(value)  # the dumper takes no subclass, such as the reader's `Unquoted`
    if _GROUPED.fullmatch(value):
        return value.replace(",", "") if inside_braces else value
    if _NUMBER.fullmatch(value) or _stands_plain(value, inside_braces):
        return value
    quoted: str = yaml.safe_dump(value, default_style='"', allow_unicode=True, width=_UNFOLDED)
    return escaped(quoted.removesuffix("\n"))


def _stands_plain(text: str, inside_braces: bool) -> bool:
    """Whether a text without quotes is this text to any reader of YAML, this program's included."""
    if visible(text) != text:
        return False
    try:
        read_name(Unquoted(text))
    except ValueError:
        return False
    written: str = yaml.safe_dump(
        [text], default_flow_style=inside_braces, allow_unicode=True, width=_UNFOLDED
    )
    return written == (f"[{text}]\n" if inside_braces else f"- {text}\n")
