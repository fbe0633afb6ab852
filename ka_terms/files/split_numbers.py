"""Numbers that YAML split at their commas: in braces each of them ends an entry."""

from __future__ import annotations

import re

from ka_terms.model.faults import Fault
from ka_terms.model.meant import UNIT_PATTERN, folded_number, plainly_meant
from ka_terms.model.numbers import reads_as_number
from ka_terms.model.said import said

END_OF_NUMBER = re.compile(
    # Digits, or signs that pass for them, and a unit, a currency or a share of something behind them.
    rf"[0-9０-９][0-9０-９.．¹²³⁰-⁹₀-₉①-⑳]* ?({UNIT_PATTERN}|[ｋＫＭｍｗＷm元¥￥€$£])?([%％]( of .+)?)?"
)


def meant(number: str) -> str:
    """The number as it is written here, without what groups it, and with what it is a share of; empty in doubt."""
    share, of, figure = number.partition(" of ")
    plain = folded_number(share)
    clear = plain if reads_as_number(plain) else plainly_meant(plain)
    return f"{clear.replace(',', '')}{of}{figure}" if clear else ""


def split_number(key: str, number: str) -> Fault:
    """`{from: 4,500,000}`: YAML ends an entry at each comma and reads three of them."""
    number_meant = meant(number)
    if reads_as_number(number):
        mend = said(
            "write {key}: {number} or {key}: {quoted}", key=key, number=number_meant, quoted=f'"{number}"'
        )
    elif number_meant:
        mend = said("write {key}: {number}", key=key, number=number_meant)
    else:
        mend = said("write {key} without commas", key=key)
    found = said("{key}: {number} in braces", key=key, number=number)
    return Fault(found, said("no comma in a number there: in braces it ends the entry"), mend)
