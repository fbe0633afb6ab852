"""What is said of how a table was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.reading.tables.typed import Remarks

_NAMED = 10
"""Names that a note lists; the rest are counted."""
_ENCODINGS = {"gb18030": "GB18030", "big5": "Big5"}


def table_notes(remarks: Remarks, words: Words) -> Iterator[str]:
    """An encoding that was found by trying, rows that were left out, columns that were not read."""
    if remarks.encoding:
        yield words.say("table.encoding", name=_ENCODINGS[remarks.encoding])
    if remarks.above:
        yield words.say("table.above", count=remarks.above)
    if remarks.sums:
        yield words.say("table.sums", count=len(remarks.sums), rows=some(map(str, remarks.sums), words))
    if remarks.unread:
        yield words.say("table.unread", count=len(remarks.unread), names=some(remarks.unread, words))


def table_record(remarks: Remarks) -> Mapping[str, Any]:
    """The same for programs."""
    return {
        "encoding": remarks.encoding or None,
        "rows_above": remarks.above,
        "sum_rows": [*remarks.sums],
        "columns_not_read": [*remarks.unread],
    }


def some(names: Iterable[str], words: Words, most: int = _NAMED) -> str:
    """Names in a row: the first of many, and how many more there are."""
    listed = [*names]
    if len(listed) <= most:
        return words.listed(listed)
    shown = words.say("join.list").join(listed[:most])
    return words.say("table.and_more", items=shown, count=len(listed) - most)
