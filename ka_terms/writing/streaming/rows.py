"""Very many rows as text in plain Python: what stands between the numbers is said once, the numbers are filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import partial
from json.encoder import encode_basestring
from math import isfinite
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.texts.delimited import MARK, line, text_field
from ka_terms.presentation.table import Kind
from ka_terms.text.safe import escape_in_json, visible, visible_lines

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TEXT = -1
"""The decimals of a column that holds one text a block."""


class StreamColumn(NamedTuple):
    """One column of very many rows.

    `name`: header in csv and tsv, key in json, field in parquet. `label`: header for people, else the name.
    `decimals`: the values are whole numbers scaled by 10**decimals, nan in a list where one is absent; None for floats,
    of which nan and the infinite are absent; `TEXT` for one text a block. `least`, at most `decimals`: the decimals
    written even where they are zeros, as the minor digits of money are; zeros at the end beyond them are left out.
    `kind` and `is_stated`: how a sheet shows the numbers, as in a cell.
    """

    name: str
    decimals: int | None = None
    least: int = 0
    label: str = ""
    kind: Kind = Kind.COUNT
    is_stated: bool = False


Numbers: TypeAlias = "list[int] | list[float] | NDArray[np.int64] | NDArray[np.float64]"
Values: TypeAlias = "Numbers | str"
Block: TypeAlias = "Sequence[Values]"
"""Values of some rows, one a column and all of equal length; a text holds for every row. One column is no text."""


def length(block: Block) -> int:
    """The rows of a block."""
    return next(len(values) for values in block if not isinstance(values, str))


class Around(NamedTuple):
    """What stands before and after the rows of json, so that they can be one entry of an object.

    `mark`: csv and tsv open with a byte-order mark. `title`, `banner` and `look`: what a sheet is called, what warns
    over it, and how it looks.
    """

    opening: str = "["
    closing: str = "]\n"
    mark: bool = False
    title: str = ""
    banner: str = ""
    look: Look = Look()


ARRAY = Around()


class Sink(Protocol):
    """What takes bytes: a file, or standard output."""

    def write(self, data: bytes, /) -> int: ...


RowWriter: TypeAlias = "Callable[[Sequence[StreamColumn], Iterable[Block], Around, Sink], None]"
"""How one format writes very many rows, block by block. Errors: `TooLong`; OSError of the disk; those of the blocks."""


class TooLong(ValueError):
    """A number that a format cannot hold: the name of its column, and the most digits there."""


class Layout(NamedTuple):
    """How one text sets the rows: `before` each column's value, `end` after the last, `between` two rows.

    `absent` stands for a number that there is none of; `text` writes a text.
    """

    around: Around
    before: tuple[str, ...]
    end: str
    between: str
    absent: str
    text: Callable[[str], str]


def objects(columns: Sequence[StreamColumn], around: Around) -> Layout:
    """An object of json a row."""
    names = [f"{_json(column.name)}: " for column in columns]
    return Layout(around, ("{" + names[0], *(f", {name}" for name in names[1:])), "}", ",\n", "null", _json)


def delimited(delimiter: str, columns: Sequence[StreamColumn], around: Around) -> Layout:
    """Fields with a delimiter between them under a line of names; of what stands `around` only the mark."""
    header = line((text_field(visible(column.name), delimiter) for column in columns), delimiter)
    before = ("", *(delimiter for _ in columns[1:]))
    # A line of nothing would be no row.
    absent = "" if columns[1:] else '""'
    opening = MARK * around.mark + header
    return Layout(Around(opening, ""), before, "", "\n", absent, partial(_field, delimiter))


def _json(text: str) -> str:
    return escape_in_json(encode_basestring(text))


def _field(delimiter: str, text: str) -> str:
    return text_field(visible_lines(text), delimiter)


def literals(how: Layout, block: Block) -> list[str]:
    """What stands before the first number of a row, between each two and after the last; texts are part of it."""
    parts = [""]
    for before, values in zip(how.before, block, strict=True):
        parts[-1] += before
        if isinstance(values, str):
            parts[-1] += how.text(values)
        else:
            parts.append("")
    parts[-1] += how.end
    return parts


def numbers(columns: Sequence[StreamColumn], block: Block) -> list[tuple[StreamColumn, Numbers]]:
    """The columns of a block that are no texts."""
    pairs = zip(columns, block, strict=True)
    return [(column, values) for column, values in pairs if not isinstance(values, str)]


def plain_rows(how: Layout, columns: Sequence[StreamColumn], block: Block) -> bytes:
    """The rows of a block, with nothing before the first and after the last."""
    row = "%s".join(part.replace("%", "%%") for part in literals(how, block))
    texts = (plain_texts(column, values, how.absent) for column, values in numbers(columns, block))
    return how.between.join(map(row.__mod__, zip(*texts, strict=True))).encode()


def plain_texts(column: StreamColumn, values: Numbers, absent: str) -> list[str]:
    """Every number as text; each different one is written once, since an axis repeats its values."""
    given = values if isinstance(values, list) else values.tolist()
    different = list(set(given))
    texts = _ratios(different, absent) if column.decimals is None else _scaled(different, column, absent)
    return list(map(dict(zip(different, texts, strict=True)).__getitem__, given))


def _ratios(values: list[float], absent: str) -> list[str]:
    """The shortest text that is read back as this float, without an exponent; zero has no sign."""
    texts = [repr(value + 0.0).removesuffix(".0") if isfinite(value) else absent for value in values]
    return [format(Decimal(text), "f") if "e" in text else text for text in texts]


def _scaled(values: Sequence[float], column: StreamColumn, absent: str) -> list[str]:
    if any(value != value for value in values):  # noqa: PLR0124 - nan alone is not what it is
        whole = iter(_scaled([value for value in values if isinstance(value, int)], column, absent))
        return [next(whole) if isinstance(value, int) else absent for value in values]
    decimals, least = column.decimals, column.least
    if not decimals:
        return list(map(str, values))
    # With zeros in front, so that a digit stands before the point; a sign stands before them.
    padded = (str(value).zfill(decimals + (1 if value >= 0 else 2)) for value in values)
    split = [(text[:-decimals], text[-decimals:]) for text in padded]
    if least == decimals:
        return [f"{whole}.{fraction}" for whole, fraction in split]
    trimmed = ((whole, fraction[:least] + fraction[least:].rstrip("0")) for whole, fraction in split)
    return [f"{whole}.{fraction}" if fraction else whole for whole, fraction in trimmed]
