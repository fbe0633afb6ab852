"""The conditions under which a term is due: rules, each a figure against a number, or the name of a fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, ValidationInfo, WithJsonSchema

from ka_terms.model.base import WITH_VALUES, unseen_in
from ka_terms.model.contract.terms import rule_mends
from ka_terms.model.contract.terms.limits import Share, read_share
from ka_terms.model.contract.terms.rule_mends import OPERATORS
from ka_terms.model.faults import Fault, faults_of, only, quoted, refusal, refuse
from ka_terms.model.numbers.growth import read_achievement, read_growth
from ka_terms.model.numbers.number import Index, is_percent, read_number, read_rate, write_percent
from ka_terms.model.privacy import PRIVATE_NAMES
from ka_terms.model.vocabulary.figures import FACTS, FigurePath, is_growth, measure_of
from ka_terms.text.messages import Message, message
from ka_terms.text.unseen import holds_unseen

_MOST = 20
_EXPECTED = message("a rule such as facings >= 33%, or the name of a fact")
_WIDE = str.maketrans({"＞": ">", "＜": "<", "＝": "=", "≥": ">=", "≤": "<="})


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: a figure, a measure or a fact, and what the former is held against.

    `value` is a number, with `is_rate` a share of 0 to 1; of growth and achievement an index; `8% of sales` a share of
    a figure. A fact has neither operator nor value.
    """

    subject: str
    operator: str = ""
    value: Decimal | Index | Share | None = None
    is_rate: bool = False

    def __str__(self) -> str:
        if self.value is None:
            return self.subject
        written = (
            write_percent(self.value) if isinstance(self.value, Decimal) and self.is_rate else self.value
        )
        return f"{self.subject} {self.operator} {written}"

    @property
    def is_fact(self) -> bool:
        return not self.operator

    @property
    def path(self) -> str:
        """The path of the figure that is compared, or of the fact."""
        if not self.is_fact:
            return measure.figure if (measure := measure_of(self.subject)) else self.subject
        years, name = FigurePath.parse(self.subject)
        return str(FigurePath(years, FACTS + name))

    @property
    def number(self) -> Decimal:
        """What the rule is held against as a number: of a share the rate, of growth the index."""
        if isinstance(self.value, Decimal):
            return self.value
        assert self.value is not None  # no fact is asked for it
        return self.value.rate if isinstance(self.value, Share) else self.value.value

    @property
    def figures(self) -> Iterator[str]:
        """Every figure that it names."""
        if not self.is_fact:
            yield self.path
            if measure := measure_of(self.subject):
                yield measure.of
            if isinstance(self.value, Share):
                yield self.value.of

    def with_number(self, number: Decimal) -> Rule:
        """The same rule against another number."""
        value: Decimal | Index | Share = number
        if isinstance(self.value, Share):
            value = Share(number, self.value.of)
        elif isinstance(self.value, Index):
            value = Index(number, signed=is_growth(self.subject))
        return Rule(self.subject, self.operator, value, self.is_rate)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Rules of which one is enough."""

    rules: tuple[Rule, ...]


Entries = tuple[Rule | AnyOf, ...]
"""Rules that all have to hold; none for no condition."""


def rules_in(entries: Entries) -> Iterator[Rule]:
    """Every rule in the order it is written, those of an `any` among them."""
    for entry in entries:
        yield from entry.rules if isinstance(entry, AnyOf) else (entry,)


def with_number(entries: Entries, position: int, number: Decimal) -> Entries:
    """The rules with another number in the one at a position, counted from 1 through every `any`."""
    renewed = iter(
        rule.with_number(number) if at == position else rule
        for at, rule in enumerate(rules_in(entries), start=1)
    )
    return tuple(
        AnyOf(tuple(next(renewed) for _ in entry.rules)) if isinstance(entry, AnyOf) else next(renewed)
        for entry in entries
    )


# ---------------------------------------------------------------- reading


def read_rules(raw: object) -> Entries:
    """One rule, a list of them, or `{any: [...]}`, which may stand in a list too. Errors: with the path inside."""
    if isinstance(raw, Rule | AnyOf):
        return (raw,)
    if not isinstance(raw, list | tuple):
        return (_entry(raw),)
    return tuple(_each(raw, _entry))


def _read_stated(raw: object, info: ValidationInfo) -> Entries:
    """The same; in a file an empty list is an error too. A dump of the model has one where there is no condition."""
    if raw == [] and info.context is WITH_VALUES:
        mend = message("write a rule, or delete the key; `null` removes a condition of the extended file")
        raise refusal(Fault(message("an empty list"), _EXPECTED, mend))
    return read_rules(raw)


def _entry(raw: object) -> Rule | AnyOf:
    if isinstance(raw, Rule | AnyOf):
        return raw
    if not isinstance(raw, Mapping):
        return read_rule(raw)
    inner = raw.get("any")
    if set(raw) != {"any"} or not isinstance(inner, list | tuple) or not inner:
        raise refuse(raw, message("`any:` with a list of rules"), _of_mapping(raw))
    try:
        return AnyOf(tuple(_each(inner, read_rule)))
    except ValueError as error:
        raise refusal(*(fault._replace(at=("any", *fault.at)) for fault in faults_of(error))) from None


def _of_mapping(raw: Mapping[Any, Any]) -> Message:
    """How to mend a mapping that is no `any` with a list."""
    line = "any: [facings >= 33%, hardware]"
    if (
        set(raw) == {"all"}
        and isinstance(raw["all"], list)
        and all(isinstance(each, str) for each in raw["all"])
    ):
        line = f"[{', '.join(raw['all'])}]"
    elif set(raw) == {"any"} and isinstance(raw["any"], str) and raw["any"].strip():
        line = f"any: [{raw['any']}]"
    return message("write `{line}`", line=line)


def _each(raws: Sequence[object], read: Any) -> Iterator[Any]:
    """Every entry of a list. Errors: the faults of all of them, and too many."""
    if split := _split_number(raws):
        raise refusal(split)
    if len(raws) > _MOST:
        raise refuse(raws, message("at most {count} rules", count=_MOST), message("shorten the list"))
    entries, faults = [], []
    for at, raw in enumerate(raws):
        try:
            entries.append(read(raw))
        except ValueError as error:
            faults += [fault._replace(at=(at, *fault.at)) for fault in faults_of(error)]
    if faults:
        raise refusal(*faults)
    return iter(entries)


def _split_number(raws: Sequence[object]) -> Fault | None:
    """The fault of `[sales >= 1,000,000]`, where the list ends its entries at the commas of the number."""
    for at, (raw, following) in enumerate(pairwise(raws)):
        if not (isinstance(raw, str) and isinstance(following, str) and re.fullmatch("[0-9]{3}", following)):
            continue
        if re.search(r"[<>=]\s*[0-9]{1,3}$", raw):
            groups = [raw]
            for rest in raws[at + 1 :]:
                if not (isinstance(rest, str) and re.fullmatch("[0-9]{3}", rest)):
                    break
                groups.append(rest)
            expected = message("a number without commas inside brackets")
            return Fault(quoted(", ".join(groups)), expected, only("".join(groups)), (at,))
    return None


def read_rule(raw: object) -> Rule:
    """A rule from its text: `FIGURE OP VALUE` with one of >= <= > <, or the name of a fact."""
    if isinstance(raw, Rule):
        return raw
    if not isinstance(raw, str) or not raw.strip():
        raise refuse(raw, _EXPECTED, rule_mends.of_no_text(raw))
    if holds_unseen(raw):
        raise refusal(unseen_in(raw))
    text = raw.translate(_WIDE).strip()
    if mend := rule_mends.of_several(text) or rule_mends.of_no_fact(text):
        raise refuse(raw, message("one rule"), mend)
    found = rule_mends.SIGNS.fullmatch(text)
    subject, sign, value = (part.strip() for part in found.groups()) if found else (text, "", "")
    if subject.startswith(PRIVATE_NAMES):
        raise refuse(raw, message("a figure that everyone may see"), message("name a figure of the plan"))
    is_whole = not found or (sign in OPERATORS and subject and value)
    mend = rule_mends.of_parts(subject, sign, value) if is_whole else rule_mends.of_sign(subject, sign, value)
    if mend:
        raise refuse(raw, _EXPECTED, mend)
    return _compared(subject, sign, value) if found else Rule(subject)


def _compared(subject: str, sign: str, value: str) -> Rule:
    try:
        return Rule(subject, sign, *_value(subject, value))
    except ValueError as error:
        better, faults = rule_mends.of_value(subject, sign, value), faults_of(error)
        raise refusal(*(fault._replace(mend=better or fault.mend) for fault in faults)) from None


def _value(subject: str, text: str) -> tuple[Decimal | Index | Share, bool]:
    """What a figure is held against, and whether that is a bare share."""
    if measure_of(subject):
        return (read_growth if is_growth(subject) else read_achievement)(text), False
    if " of " in text:
        return read_share(text), False
    return (read_rate(text), True) if is_percent(text) else (read_number(text), False)


def write_rules(entries: Entries) -> Any:
    """Rules as a file states them; a single one as its text."""
    written = [
        {"any": [str(rule) for rule in entry.rules]} if isinstance(entry, AnyOf) else str(entry)
        for entry in entries
    ]
    return written[0] if len(written) == 1 else written


def all_figures(entries: Iterable[Entries]) -> Iterator[str]:
    """Every figure that some conditions name."""
    for each in entries:
        for rule in rules_in(each):
            yield from rule.figures


_RULE: dict[str, Any] = {"type": "string"}
_ANY = {
    "type": "object",
    "properties": {
        "any": {"type": "array", "minItems": 1, "items": _RULE, "description": "One of these is enough."}
    },
    "required": ["any"],
    "additionalProperties": False,
}
_ENTRY = [_RULE, _ANY]
Rules = Annotated[
    Entries,
    PlainValidator(_read_stated),
    PlainSerializer(write_rules),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                _ANY,
                {"type": "array", "minItems": 1, "items": {"anyOf": [{"type": "string"}, _ANY]}},
            ]
        }
    ),
]
