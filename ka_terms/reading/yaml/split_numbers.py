"""Numbers with commas in braces, where YAML ends an entry at each comma."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ka_terms.model.contract.plan.estimate import CASES
from ka_terms.model.doubtful_points import COUNTED, SHARES
from ka_terms.model.faults import Fault, any_of
from ka_terms.model.numbers.notations import comma_readings, folded_number, plainly_meant
from ka_terms.model.numbers.number import reads_as_number
from ka_terms.model.numbers.units import UNIT_PATTERN, WIDE_LETTERS
from ka_terms.model.vocabulary.parameters import BOUNDS
from ka_terms.text.messages import message

END_OF_NUMBER = re.compile(
    # Digits, or signs that pass for them, and a unit, a currency or a share of something behind them.
    rf"[0-9０-９][0-9０-９.．¹²³⁰-⁹₀-₉①-⑳]* ?({UNIT_PATTERN}|[{WIDE_LETTERS}ｍm元¥￥€$£])?([%％]( of .+)?)?"
)
_GROWTH = frozenset({"sales", *BOUNDS, *CASES})


def meant_by(key: str, number: str, path: Sequence[str] = ()) -> str:
    """The number as it is written here, without what groups it, and with what it is a share of; empty in doubt.

    `path` has the keys of the braces and of all around them.
    """
    share, of, figure = number.partition(" of ")
    plain = folded_number(share)
    if plain.endswith("%") and key not in _GROWTH:
        # A share of a thousand percent and more is none: its comma is a point.
        plain = plain.replace(",", ".") if plain.count(",") == 1 else ""
    elif key in SHARES:
        return ""
    meant = plain if reads_as_number(plain) else plainly_meant(plain)
    whole = meant.replace(",", "")
    counted = not COUNTED.isdisjoint((*path, key.partition(".")[0]))
    return "" if not whole or (counted and "." in whole) else f"{whole}{of}{figure}"


def split_number(key: str, number: str, meant: str) -> Fault:
    """The fault of `{from: 4,500,000}`: YAML ends an entry at each comma and reads three of them.

    `meant` is the number without commas; empty in doubt.
    """
    if meant and (ways := comma_readings(folded_number(number))):
        mend = any_of(ways)
    elif meant and reads_as_number(number) and "%" not in number:
        mend = message("write `{first}` or `{second}`", first=f"{key}: {meant}", second=f'{key}: "{number}"')
    elif meant:
        mend = message("write `{line}`", line=f"{key}: {meant}")
    else:
        mend = message("write `{key}` without commas", key=key)
    found = message("`{line}` in braces", line=f"{key}: {number}")
    return Fault(found, message("a number without commas, because a comma ends the entry"), mend)
