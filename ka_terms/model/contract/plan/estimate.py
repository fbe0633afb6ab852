"""What nobody knows yet: a figure of the plan as its low, its likely and its high value."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple, TypeVar

from pydantic import PlainSerializer, PlainValidator
from pydantic_core import PydanticCustomError

from ka_terms.model.base import SchemaOf
from ka_terms.model.contract.formula import Formula
from ka_terms.model.contract.formula_text import ANY_FORMULA, looks_like_formula, read_formula
from ka_terms.model.faults import Fault, faults_of, missing_key, nearest, quoted, refusal, unknown_key
from ka_terms.model.numbers.fields import GROWTH_PATTERN, NUMBER_PATTERN, schema_of
from ka_terms.model.numbers.growth import GROWTH_EXAMPLE, mixed_signs, read_number_or_growth
from ka_terms.model.numbers.number import (
    COUNT_EXAMPLE,
    EXAMPLE,
    Index,
    as_typed,
    read_count,
    with_commas,
    write_growth,
    write_percent,
)
from ka_terms.text.messages import message

Case = Literal["low", "likely", "high"]
CASES: tuple[Case, ...] = ("low", "likely", "high")
V = TypeVar("V", bound=Decimal | Index)
_ABOUT: Mapping[Case, str] = {
    "low": "What it comes to if things go badly.",
    "likely": "What is expected; the statement, tiers and house rules are of this case.",
    "high": "What it comes to if things go well.",
}


class Estimate(NamedTuple):
    """An uncertain figure: low <= likely <= high and low < high, in the unit of the figure.

    `growth` says that the three are indices on last year's figure (2.5 is +150%).
    """

    low: Decimal
    likely: Decimal
    high: Decimal
    growth: bool = False

    def value(self, case: Case) -> Decimal:
        """One of the three values."""
        return {"low": self.low, "likely": self.likely, "high": self.high}[case]

    def written(self) -> dict[str, Any]:
        """The three values by key, in the form of a file."""
        values = {case: self.value(case) for case in CASES}
        # All with a sign, or all without: some of each would be refused.
        write = write_growth if self.low < 1 else write_percent
        return {case: write(value) if self.growth else value for case, value in values.items()}


def read_sales(raw: object) -> Decimal | Index | Estimate | Formula:
    """Sales or their growth, or low, likely and high of either; or a formula. Errors: as for each, see `Estimate`."""
    if isinstance(raw, Formula) or looks_like_formula(raw):
        return read_formula(raw)
    return _read(raw, read_number_or_growth)


def read_openings(raw: object) -> Decimal | Estimate:
    """A whole number, or low, likely and high of it. Errors: as for each number, and see `Estimate`."""
    return _read(raw, read_count)


def _read(raw: object, read: Callable[[object], V]) -> V | Estimate:
    if isinstance(raw, Mapping):
        return _estimate(raw, read)
    return raw if isinstance(raw, Estimate) else read(raw)


def _estimate(raw: Mapping[Any, object], read: Callable[[object], V]) -> V | Estimate:
    """The three values; where all are the same the figure is certain, as if that one number stood there."""
    values: dict[Case, V] = {}
    # A misspelt key leaves one missing: that is told once.
    faults = [*_unknown_keys(raw)] or [*_missing_keys(raw)]
    for case in CASES:
        try:
            values.update({case: read(raw[case])} if raw.get(case) is not None else {})
        except PydanticCustomError as error:
            faults.extend(fault._replace(at=(case, *fault.at)) for fault in faults_of(error))
    faults = faults or [*_mixed(values)] or [*_mixed_signs(raw, values)] or [*_disordered(values)]
    if faults:
        raise refusal(*faults)
    low, likely, high = map(_plain, values.values())
    growth = isinstance(values["low"], Index)
    return values["likely"] if low == high else Estimate(low, likely, high, growth)


def _plain(value: Decimal | Index) -> Decimal:
    return value.value if isinstance(value, Index) else value


def _unknown_keys(raw: Mapping[Any, object]) -> Iterator[Fault]:
    for key in map(str, raw):
        if key not in CASES:
            yield unknown_key(key, CASES, nearest(key, CASES))._replace(at=(key,))


def _missing_keys(raw: Mapping[Any, object]) -> Iterator[Fault]:
    for case in CASES:
        if raw.get(case) is None:
            expected = message("`{key}:`, which every estimate needs", key=case)
            mend = message("add `{key}:`", key=case)
            yield Fault(missing_key(case), expected, mend, (case,), on_key=True)


def _mixed(values: Mapping[Case, Decimal | Index]) -> Iterator[Fault]:
    low = values["low"]
    expected = message("an amount, because low is an amount ({low})", low=with_commas(low))
    if isinstance(low, Index):
        expected = message("growth such as +5%, because low is growth ({low})", low=as_typed(low))
    for case, value in values.items():
        if isinstance(value, Index) != isinstance(low, Index):
            mend = message("write low, likely and high all as amounts, or all as growth")
            yield Fault(quoted(value, as_typed(value)), expected, mend, (case,))


def _mixed_signs(raw: Mapping[Any, object], values: Mapping[Case, Decimal | Index]) -> Iterator[Fault]:
    if isinstance(values["low"], Index) and (fault := mixed_signs([raw[case] for case in CASES])):
        signs = {case: value.signed for case, value in values.items() if isinstance(value, Index)}
        yield fault._replace(at=(next(case for case in CASES if not signs[case]),))


def _disordered(values: Mapping[Case, Decimal | Index]) -> Iterator[Fault]:
    low, likely, high = map(_plain, values.values())
    mend = message("correct the values, so that low <= likely <= high")
    if likely < low:
        expected = message("at least {value}, which is low", value=with_commas(values["low"]))
        yield Fault(quoted(values["likely"], as_typed(values["likely"])), expected, mend, ("likely",))
    if high < likely:
        expected = message("at least {value}, which is likely", value=with_commas(values["likely"]))
        yield Fault(quoted(values["high"], as_typed(values["high"])), expected, mend, ("high",))


def estimate_schema(kind: str, pattern: str, expected: str) -> dict[str, Any]:
    """A number, or the three of an estimate. One schema: editors report a miss among alternatives at length."""
    number = schema_of(kind, pattern, expected)
    return {
        **number,
        "type": [kind, "string", "object"],
        "errorMessage": f"Expected {expected}, or {{low: ..., likely: ..., high: ...}}.",
        "properties": {case: {**number, "description": about} for case, about in _ABOUT.items()},
        "additionalProperties": False,
    }


def _write(value: Decimal | Index | Estimate | Formula) -> Any:
    if isinstance(value, Estimate):
        return value.written()
    return str(value) if isinstance(value, Index | Formula) else value


UncertainSales = Annotated[
    Decimal | Index | Estimate | Formula,
    PlainValidator(read_sales),
    PlainSerializer(_write),
    SchemaOf(
        estimate_schema,
        "number",
        f"{NUMBER_PATTERN}|{GROWTH_PATTERN}|{ANY_FORMULA}",
        f"{EXAMPLE}, or {GROWTH_EXAMPLE}",
    ),
]
UncertainCount = Annotated[
    Decimal | Estimate,
    PlainValidator(read_openings),
    PlainSerializer(_write),
    SchemaOf(estimate_schema, "integer", NUMBER_PATTERN, COUNT_EXAMPLE),
]
