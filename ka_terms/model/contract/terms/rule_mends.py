"""How to mend the text of a rule that is none, or that cannot be read."""

from __future__ import annotations

import re

from ka_terms.model.faults import either, only
from ka_terms.model.numbers.growth import read_achievement, read_growth
from ka_terms.model.numbers.notations import taken_by
from ka_terms.model.numbers.number import reads_as_number, write_percent
from ka_terms.model.vocabulary.figures import MEASURES, WHOLE_YEAR, is_growth, measure_of, measure_of_year
from ka_terms.text.messages import Message, message

OPERATORS = (">=", "<=", ">", "<")
SIGNS = re.compile(r"(.*?)\s*([<>=!≠]+)\s*(.*)", re.DOTALL)
_JOINED = re.compile(r"\s+(?:and|AND|&&|且)\s+|\s*(?:，|；|;)\s*")
_NEGATED = re.compile(r"(?:(?:not|no)\s+|!(?!=)\s*)(.+)")
_MIRRORED = {">=": "<=", "<=": ">=", ">": "<", "<": ">"}
OF_YEAR = message("name a figure, because `year.` stands before figures alone")
"""The mend of growth and achievement behind `year.`."""
_TRUTHS = frozenset({"yes", "true", "no", "false", "on", "off", "是", "否"})


def of_no_text(raw: object) -> Message:
    """The mend of what is no text: a list or a mapping in a list, a number, a truth, or nothing at all."""
    if isinstance(raw, list | tuple | dict):
        return message("write each rule as one text, all in one list")
    return message("write a rule, or delete the key")


def of_several(text: str) -> Message | str:
    """How to write several rules in one text as a list; empty where there is one rule."""
    if between := _between(text):
        return message("write `{line}`", line=f"[{between}]")
    parts = [part.strip() for part in _JOINED.split(text)]
    if len(parts) < 2 or not all(parts) or not any(SIGNS.fullmatch(part) for part in parts):
        return ""
    return message("write `{line}`", line=f"[{', '.join(parts)}]")


def _between(text: str) -> str:
    """Two rules of `5 <= stores.new < 9`, without commas in numbers; empty for any other text."""
    found = re.fullmatch(r"([^<>=]+?)\s*([<>]=?)\s*([^<>=]+?)\s*([<>]=?)\s*([^<>=]+)", text)
    if not found:
        return ""
    low, first, figure, second, high = found.groups()
    is_range = first[0] == second[0] and reads_as_number(low) and reads_as_number(high)
    if not is_range or reads_as_number(figure):
        return ""
    low, high = low.replace(",", ""), high.replace(",", "")
    return f"{figure} {_MIRRORED[first]} {low}, {figure} {second} {high}"


def of_no_fact(text: str) -> Message | str:
    """Where to write what is not to hold."""
    found = _NEGATED.fullmatch(text)
    return message("write {name} under `unless` or under `only_if`", name=found[1]) if found else ""


def of_parts(subject: str, sign: str, value: str) -> Message | str:
    """How to mend a number or a truth that stands alone, and `1M <= sales`; empty for any other rule."""
    if sign:
        return _of_year(subject, sign, value) or _of_mirrored(subject, sign, value)
    if re.fullmatch(r"[0-9.,%]+", subject):
        return message("write `{line}` with the figure that is meant", line=f"FIGURE >= {subject}")
    if subject.casefold() in _TRUTHS:
        return message("write the name of a fact, or delete the key")
    return ""


def of_sign(subject: str, sign: str, value: str) -> Message | str:
    """How to mend a rule with a sign that is none, or with nothing beside it."""
    if sign in ("=", "==", "=>", "=<") and subject and value:
        if sign in ("=", "=="):
            return either(f"{subject} >= {value}", f"{subject} <= {value}")
        return only(f"{subject} {sign[::-1]} {value}")
    if sign in OPERATORS and subject:
        return message("write what it is compared with, such as {example}", example=f"{subject} {sign} 100")
    if sign in OPERATORS and value:
        return message("write the figure that is compared before {sign}", sign=sign)
    return message("use one of these operators: {signs}", signs=" ".join(OPERATORS))


def _of_year(subject: str, sign: str, value: str) -> Message | str:
    """How to mend growth or achievement of the whole year: by the figures that it compares; empty for another rule."""
    measure = measure_of_year(subject)
    if measure is None:
        return ""
    read = read_achievement if measure == MEASURES["achievement"] else read_growth
    if not taken_by(read)(value):
        return OF_YEAR
    share = f"{write_percent(read(value).value)} of {WHOLE_YEAR}{measure.of}"
    rule = f"{WHOLE_YEAR}{measure.figure} {sign} {share}"
    return message("write {rule}, because `year.` stands before figures alone", rule=rule)


def _of_mirrored(subject: str, sign: str, value: str) -> Message | str:
    """How to mend `1M <= sales`; empty where no number stands first, or none but numbers, or one more sign."""
    if not reads_as_number(subject) or reads_as_number(value) or SIGNS.fullmatch(value):
        return ""
    return only(f"{value} {_MIRRORED[sign]} {subject}")


def of_value(subject: str, sign: str, value: str) -> Message | str:
    """How to mend a rule whose value is no number: another figure, or a percentage of one beside growth."""
    if SIGNS.fullmatch(value):
        return message("write each rule by itself in a list")
    if measure := measure_of(subject):
        rate, of, figure = (part.strip() for part in value.partition(" of "))
        reads = taken_by(read_growth if is_growth(subject) else read_achievement)
        if figure == measure.of and reads(rate):
            return only(f"{subject} {sign} {rate}")
        example = f"{subject} {sign} {'+5%' if is_growth(subject) else '90%'}"
        return message("compare it with a percentage alone, such as {example}", example=example) if of else ""
    if not (value[:1].isalpha() or value[:1] == "_") or " of " in value:
        return ""
    if re.search(r" [+＋x×*ｘ＊-] ", value):
        name = f"{subject} {sign} 100% of NAME"
        return message("give the formula a name under `figures`, and write {rule}", rule=name)
    rule = f"{subject} {sign} 100% of {value}"
    return message("write {rule} to compare two figures", rule=rule)
