"""What fees are counted by, in the forms that a phrase asks for."""

from __future__ import annotations

from typing import NamedTuple

_VOWELS = frozenset("aeiou")


class Unit(NamedTuple):
    """The forms of one unit. `each` opens a phrase (a new SKU), `further` goes on with it (and store)."""

    each: str
    further: str
    one: str
    many: str


def parse_unit(forms: str) -> Unit:
    """A unit from the form it has in the messages: each|further|one|many."""
    return Unit(*forms.split("|"))


def english_unit(name: str) -> Unit | None:
    """The unit in a user's own figure such as `promoters`; None where the name is no plain English plural."""
    one = _singular(name)
    if one is None:
        return None
    article = "an" if one[0].lower() in _VOWELS else "a"
    return Unit(f"{article} {one}", one, one, name)


def _singular(name: str) -> str | None:
    """The singular of one English word in the plural: promoters, boxes, companies."""
    if (
        not name.isascii()
        or not name.isalpha()
        or not name.endswith("s")
        or name.endswith(("ss", "us", "is"))
    ):
        return None
    if name.endswith("ies"):
        return name[:-3] + "y" if len(name) > 4 else None
    if name.endswith(("xes", "ches", "shes", "sses")):
        return name[:-2]
    return name[:-1] if len(name) > 3 else None


def readable(key: str) -> str:
    """A key as a name: `sku_guarantee` is `sku guarantee`; one without vowels is an abbreviation, `dm` is `DM`."""
    name = key.replace("_", " ").strip() or key
    return name.upper() if name.isascii() and name.isalpha() and not _VOWELS & {*name.lower()} else name


def titled(name: str) -> str:
    """The name with its first letter a capital, the others as they are."""
    return name[:1].upper() + name[1:]


def inline(label: str) -> str:
    """An English label as it stands inside a sentence: `Stores, closing` is `closing stores`, `VPO` stays."""
    name, _, quality = label.partition(", ")
    return f"{quality} {_lowered(name)}" if quality else _lowered(name)


def _lowered(name: str) -> str:
    """Without the capital that a label opens with; an abbreviation keeps its own."""
    return name if name[1:2].isupper() or not name[1:2].isalpha() else name[:1].lower() + name[1:]
