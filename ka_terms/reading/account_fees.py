"""A table of accounts with what each sells and costs, a row an account and year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from ka_terms.model.faults import faults_of
from ka_terms.model.numbers.currency import read_currency
from ka_terms.reading.problems.problem import Problem, ReadError
from ka_terms.reading.tables.reader import read_table
from ka_terms.reading.tables.schema import Column, Glossary, Kind, Schema
from ka_terms.reading.tables.typed import TypedRow, TypedTable

SCHEMA = Schema(
    (
        Column("account", Kind.TEXT, required=True, filled=True),
        Column("channel"),
        Column("year", Kind.COUNT),
        Column("currency"),
        Column("sales", Kind.NUMBER, required=True, filled=True),
        Column("stores", Kind.NUMBER),
        Column("total_fees", Kind.NUMBER, required=True, filled=True),
        Column("fixed_fees", Kind.NUMBER),
    )
)
USUAL_CURRENCY = "CNY"


class AccountFees(NamedTuple):
    """What a row says of an account; None is not stated."""

    account: str
    channel: str
    year: int | None
    currency: str
    sales: Decimal
    stores: Decimal | None
    fees: Decimal
    fixed: Decimal | None


def read_account_fees(
    path: Path, name: str, *, encoding: str = "", sheet: str = "", labels: Glossary | None = None
) -> tuple[AccountFees, ...]:
    """The rows of a table. Errors: those of `read_table`, and a currency that is none."""
    table = read_table(path, name, SCHEMA, encoding=encoding, sheet=sheet, labels=labels)
    if problems := [*_no_currencies(table)]:
        raise ReadError(*problems)
    return tuple(_fees(row) for row in table.rows)


def _no_currencies(table: TypedTable) -> Iterator[Problem]:
    for row in table.rows:
        currency = row.values.get("currency")
        try:
            read_currency(currency if currency is not None else USUAL_CURRENCY)
        except ValueError as error:
            yield from (Problem(table.name, fault, "currency", row.line) for fault in faults_of(error))


def _fees(row: TypedRow) -> AccountFees:
    values: Mapping[str, Any] = row.values
    year = values.get("year")
    return AccountFees(
        values["account"],
        values.get("channel") or "",
        None if year is None else int(year),
        values.get("currency") or USUAL_CURRENCY,
        values["sales"],
        values.get("stores"),
        values["total_fees"],
        values.get("fixed_fees"),
    )
