"""A table of accounts or stores: name, channel, sales, volume, stores, VPO as it is printed elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from ka_terms.model.account import Account, PrintedVpo
from ka_terms.reading.tables.reader import Remarks, TypedRow, read_table
from ka_terms.reading.tables.schema import Column, Glossary, Kind, Schema
from ka_terms.reading.tables.values import step_of

ACCOUNTS = Schema(
    (
        Column("name", Kind.TEXT, required=True, filled=True),
        Column("channel"),
        Column("sales", Kind.NUMBER),
        Column("volume", Kind.NUMBER),
        Column("stores", Kind.NUMBER, required=True),
        Column("vpo", Kind.NUMBER),
    ),
    any_of=("sales", "volume"),
)


class AccountTable(NamedTuple):
    """The accounts of a table in its order, and how it was read."""

    name: str
    accounts: tuple[Account, ...]
    remarks: Remarks


def read_accounts(
    path: Path, name: str, *, encoding: str = "", sheet: str = "", labels: Glossary | None = None
) -> AccountTable:
    """The accounts of a table. Errors: those of `read_table`."""
    table = read_table(path, name, ACCOUNTS, encoding=encoding, sheet=sheet, labels=labels)
    return AccountTable(table.name, tuple(map(_account, table.rows)), table.remarks)


def _account(row: TypedRow) -> Account:
    values = row.values
    vpo = values.get("vpo")
    printed = None if vpo is None else PrintedVpo(vpo, step_of(row.cells["vpo"].value))
    name, channel, sales, volume, stores = (
        values.get(key) for key in ("name", "channel", "sales", "volume", "stores")
    )
    return Account(str(name), channel, sales, volume, stores, printed, row.line)
