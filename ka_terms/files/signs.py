"""Signs that Chinese keyboards and word processors put where YAML knows none: found only once something is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ka_terms.model.faults import Fault
from ka_terms.model.said import said
from ka_terms.model.unseen import UNSEEN

_KEY = r"[^\W\d][\w.]*"
_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_FULL = '｛{｝}［[］]【[】]，,、,“"”"‘\'’\'「"」"'
_PLAIN = dict(zip(_FULL[::2], _FULL[1::2], strict=True))
_FULL_WIDTH = "".join(map(re.escape, _PLAIN))

_COLON = re.compile(rf"(?:^[\s\-]*|[{{,，｛]\s*)({_KEY})\s*(：)")
_NO_SPACE = re.compile(rf"(?:^[\s\-]*|[{{,，｛]\s*)({_KEY})(:)(?=[^\s:/])")
_SPACE = re.compile(rf"^[ {_SPACES}]*?([{_SPACES}])|:\s*?([{_SPACES}])|([{_SPACES}])\s*:|([{_SPACES}])\s*$")
_BRACE = re.compile(
    rf"^[ ]*([{_FULL_WIDTH}])|[:\[{{]\s*([{_FULL_WIDTH}])|[\[{{｛［【][^#]*?([{_FULL_WIDTH}])"
)
_UNSEEN = re.compile(f"[{UNSEEN}]")
_LONGEST = 1000
"""So far into a line signs are looked for: nobody types longer ones, and a hostile one would take forever."""


class Odd(NamedTuple):
    """A sign that should be another: its place in a line, from 0, and what to write."""

    column: int
    fault: Fault


def first_odd(line: str) -> Odd | None:
    """The first sign of a line, or of a key or value, that looks like one of YAML's and is none."""
    return min(_all_odd(line[:_LONGEST]), default=None, key=lambda odd: odd.column)


def _all_odd(line: str) -> Iterator[Odd]:
    if found := _UNSEEN.search(line):
        sign = said("an invisible sign (U+{code:04X})", code=ord(found[0]))
        yield Odd(found.start(), Fault(sign, said("plain text"), said("delete it")))
    if found := _COLON.search(line):
        yield Odd(found.start(2), _colon(said("a full-width colon {sign}", sign="："), found[1]))
    if found := _NO_SPACE.search(line):
        yield Odd(found.start(2), _colon(said("a colon with no space behind it"), found[1]))
    if found := _SPACE.search(line):
        at = found.start(found.lastindex or 0)
        yield Odd(at, Fault(_space(line[at]), said("plain spaces"), said("replace it by a space")))
    if found := _BRACE.search(line):
        at = found.start(found.lastindex or 0)
        sign = said("the full-width sign {sign}", sign=line[at])
        plain = _PLAIN[line[at]]
        yield Odd(
            at, Fault(sign, said("the plain sign {sign}", sign=plain), said("write {text}", text=plain))
        )


def _colon(found: str, key: str) -> Fault:
    return Fault(found, said("a colon and a space"), said("write `{key}: `", key=key))


def _space(sign: str) -> str:
    if sign == "\u3000":
        return said("an ideographic space (U+3000)")
    if sign in "\xa0\u202f":
        return said("a no-break space (U+{code:04X})", code=ord(sign))
    return said("a space of another width (U+{code:04X})", code=ord(sign))
