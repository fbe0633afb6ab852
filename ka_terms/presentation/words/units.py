"""What fees are counted by, in the forms that a phrase asks for."""

from __future__ import annotations

from typing import NamedTuple

_SCRIPTS = ("个张条项种块双颗只场档页", "個張條項種塊雙顆隻場檔頁")
_TRADITIONAL = str.maketrans(*_SCRIPTS)
_SIMPLIFIED = str.maketrans(*reversed(_SCRIPTS))


class Unit(NamedTuple):
    """The forms of one unit: `each` in a price (1,000 per new SKU per store), `one` and `many` behind a number."""

    each: str
    one: str
    many: str


def measure_word(unit: str, language: str) -> str:
    """A measure word in the script of a language, in whichever it was written: 个 is 個 in Traditional Chinese."""
    return unit.translate(_TRADITIONAL if language == "zh-Hant" else _SIMPLIFIED)


def parse_unit(forms: str) -> Unit:
    """A unit from the form it has in the messages: each|one|many."""
    return Unit(*forms.split("|"))


def english_unit(name: str) -> Unit | None:
    """The unit in a user's own figure such as `promoters`; None where the name is no plain English plural."""
    one = _singular(name)
    return Unit(f"per {one}", one, name) if one else None


def _singular(name: str) -> str | None:
    """The singular of one English word in the plural: promoters, boxes, companies."""
    if not (name.isascii() and name.isalpha() and name.endswith("s")) or name.endswith(("ss", "us", "is")):
        return None
    if name.endswith("ies"):
        return name[:-3] + "y" if len(name) > 4 else None
    if name.endswith(("xes", "ches", "shes", "sses")):
        return name[:-2]
    return name[:-1] if len(name) > 3 else None


def readable(key: str) -> str:
    """A key as a name, its letters as the user wrote them: `sku_guarantee` is `sku guarantee`."""
    return key.replace("_", " ").strip() or key


def titled(name: str) -> str:
    """The name with its first letter a capital, the others as they are."""
    return name[:1].upper() + name[1:]


def inline(label: str) -> str:
    """An English label inside a sentence: without its capital, unless it opens with an abbreviation such as VPO."""
    return label if label[1:2].isupper() or not label[1:2].isalpha() else label[:1].lower() + label[1:]
