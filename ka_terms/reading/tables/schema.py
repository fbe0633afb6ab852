"""What the columns of a table may be: keys, kinds, and the names that people give them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from ka_terms.model.numbers.units import SCALES
from ka_terms.reading.problems.source import read_source
from ka_terms.reading.yaml.yaml_reader import read_tree

Glossary = Mapping[str, str | Mapping[str, str]]
"""The user's own names by key, one or one a language."""
_DATA = Path(__file__).parents[2] / "data" / "headers.yaml"
_BRACKETS = re.compile(r"\s*[(（\[【]([^()（）\[\]【】]*)[)）\]】]$")
_SPACES = re.compile(r"[\s_]+")
_CURRENCIES = ("元 圓 圆 台幣 臺幣 新台幣 新臺幣 人民幣 人民币", "rmb cny ntd nt$ twd usd hkd eur jpy $ ¥")
_PIECES = ("箱 件 個 个 瓶 包 支 盒 袋 家 間 间 點 点 店", "units cases pcs")
_ADDED = ("平均 含稅 含税 未稅 未税 不含稅 不含税", "average avg")
_PLAIN_UNITS = frozenset(word for words in (*_CURRENCIES, *_PIECES, *_ADDED) for word in words.split())
"""What may be in brackets behind a name without making another number of it."""
_WORDS_OF_SCALE = {
    "k": 3,
    "thousand": 3,
    "'000": 3,
    "000": 3,
    "m": 6,
    "mn": 6,
    "mio": 6,
    "million": 6,
    "bn": 9,
}
_CURRENCY = f"(?:{'|'.join(map(re.escape, ' '.join(_CURRENCIES).split()))})"
_SCALED = re.compile(rf"{_CURRENCY}? ?({'|'.join(_WORDS_OF_SCALE)}|[百千]?[万萬亿億]|[百千])s? ?{_CURRENCY}?")


class Kind(Enum):
    """How a cell is read."""

    TEXT = "text"
    NUMBER = "number"
    """Zero or more, decimals allowed: an amount of money, a volume, an average."""
    COUNT = "count"
    """A whole number, zero or more."""
    PERCENT = "percent"
    DATE = "date"


class Column(NamedTuple):
    """One column. `required`: the table must have it. `filled`: each of its rows must have a value in it."""

    key: str
    kind: Kind = Kind.TEXT
    required: bool = False
    filled: bool = False


class Schema(NamedTuple):
    """The columns that a table may have, the one that names a row first. It must have one of `any_of`."""

    columns: tuple[Column, ...]
    any_of: tuple[str, ...] = ()


class Named(NamedTuple):
    """A column, and the power of ten that its numbers are in: 4 under 銷售額（萬元）."""

    key: str
    power: int = 0


class Names(NamedTuple):
    """The names of headers as they are compared, with the key of each; and those that messages show, by key."""

    keys: Mapping[str, str]
    shown: Mapping[str, tuple[str, ...]]

    def of(self, header: str) -> Named | None:
        """What a header names; None for one that nobody knows."""
        name = folded(header)
        if key := self.keys.get(name):
            return Named(key)
        bare = _BRACKETS.search(name)
        key = self.keys.get(name[: bare.start()]) if bare else None
        power = _power(bare[1].strip()) if bare else None
        return Named(key, power) if key and power is not None else None


def _power(unit: str) -> int | None:
    """The power of ten of a unit in brackets: 0 of 元 and 箱, 4 of 萬元; None where it may mean anything."""
    if unit in _PLAIN_UNITS:
        return 0
    found = _SCALED.fullmatch(unit)
    if not found:
        return None
    scale = found[1]
    return _WORDS_OF_SCALE[scale] if scale in _WORDS_OF_SCALE else SCALES[scale]


def folded(header: str) -> str:
    """A header as it is compared: `Ｓａｌｅｓ\\n(RMB)` is `sales (rmb)`."""
    return _SPACES.sub(" ", normalize("NFKC", header)).strip(" :：*").casefold()


def names_of(schema: Schema, labels: Glossary) -> Names:
    """The names of the columns of a schema: those that ship with the program, the keys, and the user's own labels."""
    shipped = _shipped()
    keys: dict[str, str] = {}
    for column in schema.columns:
        own = labels.get(column.key, ())
        given = [own] if isinstance(own, str) else [*own.values()] if isinstance(own, Mapping) else []
        listed = [name for names in shipped.get(column.key, {}).values() for name in names]
        keys.update((folded(name), column.key) for name in (column.key, *listed))
        # The user's own go before all others.
        keys.update((folded(name), column.key) for name in given)
    shown = {column.key: _first_names(column.key) for column in schema.columns}
    return Names(keys, shown)


def _first_names(key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names[0] for names in _shipped().get(key, {key: [key]}).values()))


@cache
def _shipped() -> Mapping[str, Mapping[str, list[str]]]:
    root, _ = read_tree(read_source(_DATA, _DATA.name))
    content: Mapping[str, Mapping[str, list[str]]] = root.plain()
    return content
