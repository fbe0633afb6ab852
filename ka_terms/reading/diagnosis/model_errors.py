"""What the model refuses, as problems of the file: every fault placed at the line and column it comes from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from ka_terms.model.contract.plan.months_agree import with_all_listed
from ka_terms.model.contract.references import faulty_references
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.terms import SHAPES, Term
from ka_terms.model.contract.terms.together import Group
from ka_terms.model.faults import Fault, Path, missing_key, nearest, quoted
from ka_terms.model.numbers.notations import taken_by
from ka_terms.model.numbers.number import Index, read_number, read_rate
from ka_terms.model.privacy import is_private, tells_private
from ka_terms.model.vocabulary.parameters import OF_FIGURES
from ka_terms.reading.diagnosis.places import follow
from ka_terms.reading.diagnosis.unknown_keys import KEYS_OF_TERMS, unknown_key_at
from ka_terms.reading.problems.problem import MOST_REPORTED, Problem
from ka_terms.reading.problems.source import Mark, problem_at
from ka_terms.reading.yaml.signs import odd_in_key, odd_in_value
from ka_terms.reading.yaml.yaml_tree import Entry, Node
from ka_terms.text.messages import Message, enumerated, message

_ENTRIES = message("lines of the form `key: value` below it")
_ADD_LINE = message("add at least one line below it")
_NO_FEE = message("name a figure, because figures do not depend on fees")
_TRUTH = message("true or false")
_WHAT = {
    "model_type": _ENTRIES,
    "dict_type": _ENTRIES,
    "tuple_type": message("a list, each entry on its own line after -"),
    "string_type": message("a name"),
    "bool_type": _TRUTH,
    "bool_parsing": _TRUTH,
    "too_short": message("at least one entry"),
}
"""The validator's own kinds of error -> what it expected, in a user's words."""

_MENDS = {"too_short": message("add at least one entry"), "bool_parsing": message("write true or false")}
"""The validator's own kinds of error -> how to mend them."""
_OF_MODE = (
    message("`mode: whole` or `mode: marginal`"),
    message(
        "add `mode: whole` (全额累进: one rate on the whole base) "
        "or `mode: marginal` (超额累进: each band has its own rate)"
    ),
)

T = TypeVar("T")


def problems_of(
    error: ValidationError, root: Node, model: type[BaseModel] = Scenario, partial: bool = False
) -> list[Problem]:
    """Every fault in a model's validation error, at its place in the tree.

    `partial` says that a part of the file could not be read: then only what stands there is judged, since what is
    missing may stand in that part.
    """
    found = []
    for number, detail in enumerate(error.errors(include_url=False)):
        for fault in _faults(detail, model, hinted=number < MOST_REPORTED):
            steps = _as_written(detail["loc"], root)
            if not partial or _stands(steps, detail["type"], root):
                found.append(_placed(_of_fee(fault, root)._replace(at=(*steps, *fault.at)), root))
    # What is missing where a sign is odd stands behind that sign, and a misspelt key is told as that alone.
    odd = any(problem.fault.at == ODD for problem in found)
    misspelt = {_meant(problem.fault) for problem in found if problem.fault.on_key}
    return [
        problem
        for problem in found
        if not problem.fault.is_of_nothing or not (odd or problem.fault.at in misspelt)
    ]


def _of_fee(fault: Fault, root: Node) -> Fault:
    """The fault of a formula that names a fee, where it does: the plan knows none."""
    is_fee = fault.reason == "unknown_source" and follow(root, ("terms", str(fault.value)))[1]
    return fault._replace(mend=_NO_FEE) if is_fee else fault


def _meant(fault: Fault) -> Path:
    """The path at which a misspelt key would stand, as its mend spells it."""
    return (*fault.at[:-1], str(getattr(fault.mend, "values", {}).get("text", "")))


def _stands(at: Path, kind: str, root: Node) -> bool:
    """Whether a fault lies in a single value of the file, whatever else may come to stand beside it."""
    if kind == "extra_forbidden":
        return True
    entry, reached = follow(root, at)
    return reached and entry.node.value is not None and not isinstance(entry.node.value, dict)


def unseen_references(root: Node, plain: Mapping[str, Any]) -> Iterator[Problem]:
    """Names that lead nowhere, in a file whose other faults kept the model from looking: all at once is the promise.

    `plain` is the content, its names for terms under their keys.
    """
    plan, terms, groups = plain.get("plan"), plain.get("terms"), plain.get("together")
    if not isinstance(plan, dict) or not isinstance(terms, dict):
        return
    valid = dict(_valid(terms, _any_term().validate_python))
    whole = dict(_valid(groups, Group.model_validate)) if isinstance(groups, dict) else {}
    for fault in faulty_references(with_all_listed(plan), valid, whole):
        # A term that is itself at fault is known by name all the same.
        if fault.reason != "unknown_term" or fault.value not in terms:
            yield _placed(fault, root)


@cache
def _any_term() -> TypeAdapter[Term]:
    """A reader of one term, which takes longer to make than a file takes to read."""
    return TypeAdapter(Term)


def _valid(entries: Mapping[str, Any], read: Callable[[Any], T]) -> Iterator[tuple[str, T]]:
    """The entries that are valid each by itself."""
    for key, entry in entries.items():
        try:
            yield key, read(entry)
        except ValidationError:
            continue


def _faults(detail: ErrorDetails, model: type[BaseModel], hinted: bool) -> tuple[Fault, ...]:
    """One error of the validator as faults. `hinted` asks for the nearest known word, which takes its time."""
    kind, loc, given = detail["type"], detail["loc"], detail["input"]
    context: Mapping[str, Any] = detail.get("ctx", {})
    match kind:
        case "fault":
            return tuple(context["faults"])
        case "missing":
            key = str(loc[-1])
            parts = message("`{key}:`, which is required", key=key), message("add `{key}:`", key=key)
            return (Fault(missing_key(key), *(_OF_MODE if key == "mode" else parts), on_key=True),)
        case "extra_forbidden":
            return (unknown_key_at(loc, model, hinted),)
        case "union_tag_not_found":
            return (_no_one_shape(given),)
        case "literal_error":
            allowed = re.findall("'([^']*)'", context["expected"])
            expected = message("one of {names}", names=enumerated(allowed))
            hint = nearest(str(given), allowed) or message("choose one of them")
            return (Fault(quoted(given), expected, hint, on_key=loc[-1] == _KEY_MARK),)
        case "too_long":
            expected = message("at most {count} entries", count=context["max_length"])
            return (Fault(message("too many entries"), expected, message("shorten the list")),)
        case _:
            expected = _WHAT.get(kind, message("a valid value"))
            mend = _of_no_mapping(given, str(loc[-1])) if expected == _ENTRIES else _MENDS.get(kind, "")
            return (Fault(quoted(given), expected, mend),)


def _of_no_mapping(given: object, key: str) -> Message:
    """How to mend what stands in place of lines with keys."""
    if given is None:
        return _ADD_LINE
    if isinstance(given, list | tuple):
        return message("write `key: value` in each line, without the list")
    if key in OF_FIGURES and taken_by(read_number)(str(given)):
        return message("write `{line}` with the figure that is meant", line=f"{key}: {{FIGURE: {given}}}")
    return message("write each key with its value in a line of its own below it")


def _no_one_shape(term: object) -> Fault:
    expected = message("exactly one of rate, amount and tiers in a term")
    if not isinstance(term, Mapping):
        return Fault(quoted(term), message("a term with a rate, an amount or tiers"), _as_term(term))
    given = [key for key in SHAPES if term.get(key) is not None]
    if given:
        mend = message(
            "delete one of them; if it comes from the extended file, write `{key}: null`", key=given[0]
        )
        found = message("{names} in one term", names=enumerated(f"`{key}`" for key in given))
        return Fault(found, expected, mend, on_key=True)
    unknown = (str(key) for key in islice(term, MOST_REPORTED) if str(key) not in KEYS_OF_TERMS)
    hints = ((key, nearest(key, SHAPES)) for key in unknown)
    misspelt, hint = next(((key, hint) for key, hint in hints if hint), ("", ""))
    if hint:
        return Fault(quoted(misspelt), expected, hint, (misspelt,), on_key=True)
    mend = message("add `rate:`, `amount:` or `tiers:`")
    return Fault(message("no rate, amount or tiers"), expected, mend, on_key=True)


def _as_term(value: object) -> str:
    """A term that charges the number found; where there is none, what terms look like."""
    text = str(value)
    for key, read in (("rate", read_rate), ("amount", read_number)):
        if taken_by(read)(text):
            return message("write `{line}`", line=f"{{{key}: {text.replace(',', '').replace('，', '')}}}")
    return message("write a term such as {example}", example="`{rate: 2.5%}`")


_KEY_MARK = "[key]"
"""The validator's last step where a key is wrong, not its value."""


def _as_written(loc: Path, root: Node) -> Path:
    """A path as the file has it: the validator puts the shape of a term and its mark of a wrong key in between."""
    steps = (*loc[:2], *loc[3:]) if loc[:1] == ("terms",) and len(loc) > 2 and loc[2] in SHAPES else loc
    # An author may have a key of that name.
    return steps[:-1] if steps[-1:] == (_KEY_MARK,) and not follow(root, steps)[1] else steps


def _placed(fault: Fault, root: Node) -> Problem:
    entry, reached = follow(root, fault.at)
    if (
        reached
        and not fault.on_key
        and isinstance(fault.value, Decimal | Index)
        and isinstance(entry.node.value, str)
    ):
        # 9M as it is written, not 9000000 as it was read.
        fault = fault._replace(found=quoted(entry.node.value))
    mark = entry.mark if fault.on_key or not reached else entry.node.mark
    unknown = fault.on_key and reached and fault.reason == "unknown_key"
    if odd := _odd_sign(fault, entry, unknown):
        return odd
    return problem_at(mark, fault, fault.at, key_only=str(fault.at[-1]) if unknown else "")


ODD: Path = ("sign",)
"""Marks a fault that was put down to a sign of the notation."""


def _odd_sign(fault: Fault, entry: Entry, unknown: bool) -> Problem | None:
    """The problem as what it comes from, where the key or the value holds a sign that YAML does not know.

    Of an `unknown` key only the key is looked at: its value may be meant as private.
    """
    key, value = str(fault.at[-1]) if fault.at else "", entry.node.value
    if is_private(fault.at) or tells_private(key):
        return None
    text, mark = key, entry.mark
    odd = odd_in_key(key) if fault.reason == "unknown_key" else odd_in_value(key, key)
    if not odd and not unknown and isinstance(value, str):
        text, mark = value, entry.node.mark
        odd = odd_in_value(value, mark.source.lines[mark.line - 1][: mark.column - 1])
    if not odd:
        return None
    at = mark.source.lines[mark.line - 1].find(text, mark.column - 1) + odd.column + 1
    place = Mark(mark.source, mark.line, max(at, mark.column))
    rest = text[odd.column :] if unknown else ""
    return problem_at(place, odd.fault._replace(at=ODD), key_only=rest)
