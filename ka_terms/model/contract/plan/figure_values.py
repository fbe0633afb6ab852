"""What may stand for a figure of the plan: a number, a share, or a formula over other figures."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator

from ka_terms.model.contract.formula import Formula, share_of
from ka_terms.model.contract.formula_text import (
    ANY_FORMULA,
    FORMULA_EXAMPLE,
    looks_like_formula,
    read_formula,
)
from ka_terms.model.contract.plan.portion import Portion
from ka_terms.model.faults import only, refuse
from ka_terms.model.numbers.fields import NUMBER_PATTERN, PERCENT_PATTERN, number_schema
from ka_terms.model.numbers.notations import taken_by
from ka_terms.model.numbers.number import EXAMPLE, Percent, amount_of, is_percent, read_number, read_rate
from ka_terms.text.messages import message

_RETURNS = message("an amount, or a percentage of sales such as 2%")


def read_figure(raw: object) -> Decimal | Percent | Formula:
    """A number, a share from 0% to 100%, or a formula. Errors: as for each of them."""
    if isinstance(raw, Formula | Percent):
        return raw
    if looks_like_formula(raw):
        return read_formula(raw)
    return Percent(read_rate(raw)) if is_percent(raw) else amount_of(raw, read_figure)


def read_amount_or_formula(raw: object) -> Decimal | Formula:
    """A number, or a formula. Errors: as for both of them."""
    return read_formula(raw) if isinstance(raw, Formula) or looks_like_formula(raw) else read_number(raw)


def read_returns(raw: object) -> Decimal | Formula:
    """An amount, or a share of sales such as `2%`, which is the formula `2% of sales`. Errors: as for both."""
    if isinstance(raw, Formula):
        return raw
    if looks_like_formula(raw):
        share, of, figure = str(raw).partition(" of ")
        is_share = of and figure.strip() == "sales" and taken_by(read_rate)(share.strip())
        mend = only(share.strip()) if is_share else message("work it out and write the number")
        raise refuse(raw, _RETURNS, mend)
    return share_of(read_rate(raw), "sales", str(raw)) if is_percent(raw) else amount_of(raw, read_returns)


def read_category_sales(raw: object) -> Decimal | Percent | Portion:
    """An amount, or a share of sales. Errors: as for both; growth is neither."""
    if isinstance(raw, Percent | Portion):
        return raw
    return Percent(read_rate(raw)) if is_percent(raw) else amount_of(raw, read_category_sales)


def write_figure(value: Decimal | Percent | Formula | Portion) -> Any:
    """The value as a file has it; no file has portions."""
    return value if isinstance(value, Decimal | Portion) else str(value)


_OR_FORMULA = f"{EXAMPLE}, or {FORMULA_EXAMPLE}"

OwnFigure = Annotated[
    Decimal | Percent | Formula,
    PlainValidator(read_figure),
    PlainSerializer(write_figure),
    number_schema("number", f"{NUMBER_PATTERN}|^{PERCENT_PATTERN}$|{ANY_FORMULA}", _OR_FORMULA),
]
AmountOrFormula = Annotated[
    Decimal | Formula,
    PlainValidator(read_amount_or_formula),
    PlainSerializer(write_figure),
    number_schema("number", f"{NUMBER_PATTERN}|{ANY_FORMULA}", _OR_FORMULA),
]
Returns = Annotated[
    Decimal | Formula,
    PlainValidator(read_returns),
    PlainSerializer(write_figure),
    number_schema(
        "number", f"{NUMBER_PATTERN}|^{PERCENT_PATTERN}$", f"{EXAMPLE}, or a percentage of sales such as 2%"
    ),
]
CATEGORY_SALES_SCHEMA = number_schema(
    "number", f"{NUMBER_PATTERN}|^{PERCENT_PATTERN}$", f"{EXAMPLE}, or a percentage of sales such as 2%"
)
