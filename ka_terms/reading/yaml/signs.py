"""Signs that Chinese keyboards and word processors put where YAML knows none: found only once something is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from ka_terms.model.faults import Fault, only
from ka_terms.model.numbers.units import CHARACTERS, LETTERS
from ka_terms.text.messages import message
from ka_terms.text.unseen import UNSEEN, code_of

_KEY = r"[^\W\d][\w.]*"
_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_FULL = '｛{｝}［[］]【[】]，,、,；,“"”"‘\'’\'「"」"'
_PLAIN = dict(zip(_FULL[::2], _FULL[1::2], strict=True))
_FULL_WIDTH = "".join(map(re.escape, _PLAIN))

_COLONS = "：∶﹕︰꞉ː"
_UNIT = f"0-9０-９%％{LETTERS}{CHARACTERS}"

_COLON = re.compile(rf"(?:^[\s\-]*|[{{,，｛]\s*)({_KEY})\s*([{_COLONS}])")
_NO_SPACE = re.compile(rf"(?:^[\s\-]*|[{{,，｛]\s*)({_KEY})(:)(?=[^\s:/{UNSEEN}])")
_DASH = re.compile("^\\s*(?:([–—―−－‐‑•·●▪◦])\\s*|(\\*)\\s+|(-))(?=[{\\[\"'“]|[^\\W\\d])")
"""What stands for the dash of a list entry, or one with no space behind it."""
_HASH = re.compile(rf"(?:^|(?<=[\s{_UNIT}]))(＃)|(?<=[{_UNIT}])(#)")
_IN_KEY = re.compile("[，、；｛｝［］]")
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
    """The first sign of a line that looks like one of YAML's and is none."""
    return _first(_all_odd(line[:_LONGEST]), _dashes(line[:_LONGEST]))


def odd_in_value(value: str, before: str) -> Odd | None:
    """The same in a value that is at fault. `before` is what stands before it in its line."""
    dashes = _dashes(value[:_LONGEST], before) if not before.strip(" -") else ()
    return _first(_all_odd(value[:_LONGEST]), dashes)


def odd_in_key(key: str) -> Odd | None:
    """The same in a key that is at fault, which may have taken in the entry before it."""
    found = _IN_KEY.search(key[:_LONGEST])
    return _first(_all_odd(key[:_LONGEST]), [_full_width(key, found.start())] if found else [])


def _first(*found: Iterable[Odd]) -> Odd | None:
    return min(chain(*found), default=None, key=lambda odd: odd.column)


def _dashes(line: str, before: str = "") -> Iterator[Odd]:
    if found := _DASH.search(line):
        sign = found[found.lastindex or 0]
        what = message("the sign {sign} ({code}) before a list entry", sign=sign, code=code_of(sign))
        if sign == "-":
            what = message("a dash without a space after it")
        # Behind a dash it is but one too many.
        mend = message("delete it") if "-" in before else message("write `- `")
        yield Odd(found.start(found.lastindex or 0), Fault(what, message("a dash and a space"), mend))


def _all_odd(line: str) -> Iterator[Odd]:
    if found := _UNSEEN.search(line):
        sign = message("an invisible sign ({code})", code=code_of(found[0]))
        yield Odd(found.start(), Fault(sign, message("plain text"), message("delete it")))
    if found := _COLON.search(line):
        yield Odd(found.start(2), _colon(_colon_sign(found[2]), found[1]))
    if found := _NO_SPACE.search(line):
        yield Odd(found.start(2), _colon(message("a colon without a space after it"), found[1]))
    if found := _SPACE.search(line):
        at = found.start(found.lastindex or 0)
        fault = Fault(_space(line[at]), message("plain spaces"), message("replace it by a plain space"))
        yield Odd(at, fault)
    if found := _BRACE.search(line):
        yield _full_width(line, found.start(found.lastindex or 0))
    if found := _HASH.search(line):
        at = found.start(found.lastindex or 0)
        sign = message("# without a space before it")
        if found[1]:
            sign = message("the full-width sign {sign}", sign=found[1])
        yield Odd(at, Fault(sign, message("a space and # before a comment"), message("write ` #`")))


def _full_width(line: str, at: int) -> Odd:
    plain = _PLAIN[line[at]]
    sign = message("the full-width sign {sign}", sign=line[at])
    return Odd(at, Fault(sign, message("the plain sign {sign}", sign=plain), only(plain)))


def _colon_sign(sign: str) -> str:
    if sign == "：":
        return message("a full-width colon {sign}", sign=sign)
    return message("the sign {sign} ({code}) instead of a colon", sign=sign, code=code_of(sign))


def _colon(found: str, key: str) -> Fault:
    return Fault(found, message("a colon and a space"), message("write `{key}: `", key=key))


def _space(sign: str) -> str:
    if sign == "\u3000":
        return message("an ideographic space (U+3000)")
    if sign in "\xa0\u202f":
        return message("a no-break space ({code})", code=code_of(sign))
    return message("a space of another width ({code})", code=code_of(sign))
