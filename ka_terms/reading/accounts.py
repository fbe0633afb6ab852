"""A table of accounts or stores: name, channel, sales, volume, stores, VPO as it is printed elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from ka_terms.model.account import Account, PrintedVpo
from ka_terms.reading.tables.reader import read_table
from ka_terms.reading.tables.schema import Column, Glossary, Kind, Schema
from ka_terms.reading.tables.typed import Remarks, TypedRow
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
    return AccountTable(table.name, tuple(_account(row, table.powers) for row in table.rows), table.remarks)


def _account(row: TypedRow, powers: Mapping[str, int]) -> Account:
    """The account of a row. A printed VPO without a unit of its own is in that of sales, or of volume."""
    values, printed = row.values, None
    if (vpo := values.get("vpo")) is not None:
        own = powers["vpo"]
        scales = (Decimal(1).scaleb(own or powers.get(key, 0)) for key in ("sales", "volume"))
        printed = PrintedVpo(vpo.scaleb(-own), step_of(row.cells["vpo"].value), *scales)
    name, channel, sales, volume, stores = (
        values.get(key) for key in ("name", "channel", "sales", "volume", "stores")
    )
    return Account(str(name), channel, sales, volume, stores, printed, row.line)
