"""A customer P&L under the keys of json, and as rows for csv."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from ka_terms.presentation.fields import Field, In, record
from ka_terms.presentation.reports.pnl.labels import line_label
from ka_terms.presentation.reports.pnl.tables import cases
from ka_terms.presentation.table import Kind
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.pnl.lines import Pnl
    from ka_terms.analysis.pnl.pnl import ContractPnl, SideBySide
    from ka_terms.analysis.pnl.retailer import RetailerSide


class PnlRow(NamedTuple):
    """A line of a contract at one level of sales, or of the retailer's side."""

    scenario: str
    case: str
    """`low`, `plan` or `high`."""
    line: str
    label: str
    amount: Decimal | None
    of_gross: Decimal | None = None
    of_net_invoiced: Decimal | None = None
    """Of the retailer's side the share of purchases, which are the net invoiced sales."""
    a_store: Decimal | None = None
    of_retail_sales: Decimal | None = None
    level: bool = False
    terms: tuple[str, ...] = ()


FIELDS: tuple[Field[PnlRow], ...] = (
    Field("scenario", places=In.CSV),
    Field("case", places=In.CSV),
    Field("line"),
    Field("label"),
    Field("amount", kind=Kind.MONEY),
    Field("of_gross", kind=Kind.RATIO),
    Field("of_net_invoiced", kind=Kind.RATIO),
    Field("a_store", kind=Kind.AVERAGE),
    Field("of_retail_sales", kind=Kind.RATIO, places=In.CSV),
    Field("level", places=In.JSON),
    Field("terms", lambda row: [*row.terms], places=In.JSON),
)


def rows(result: SideBySide, words: Words) -> Iterator[PnlRow]:
    """Every line of every contract, case by case, then of the retailer's side."""
    for contract in result.contracts:
        for case, pnl in cases(contract):
            yield from _lines(contract.name, "plan" if case == "likely" else case, pnl, words)
        yield from _retailer_rows(contract, words)


def _lines(name: str, case: str, pnl: Pnl, words: Words) -> Iterator[PnlRow]:
    for line in pnl.lines:
        label = line_label(line.key, [pnl], words)
        shares = (line.of_gross, line.of_net_invoiced, line.a_store)
        known = PnlRow(name, case, line.key, label, line.amount, *shares)
        yield known._replace(level=line.is_level, terms=line.terms)


def _retailer_rows(contract: ContractPnl, words: Words) -> Iterator[PnlRow]:
    for line in contract.retailer.lines:
        row = PnlRow(contract.name, "plan", line.key, words(f"pnl.{line.key}"), line.amount)
        yield row._replace(of_net_invoiced=line.of_purchases, of_retail_sales=line.of_retail_sales)


def pnl_record(result: SideBySide, words: Words) -> dict[str, Any]:
    """The customer P&L under the keys of json."""
    return {
        "format_version": FORMAT_VERSION,
        "currency": result.contracts[0].scenario.currency,
        "sell_out": result.sell_out or None,
        "scenarios": [_contract(contract, words) for contract in result.contracts],
    }


def _contract(contract: ContractPnl, words: Words) -> dict[str, Any]:
    gap = contract.gap
    return {
        "scenario": contract.name,
        "lines": _records(contract.plan, words),
        "lacks": [*contract.plan.lacks],
        "more_than_first": contract.more,
        "low": _records(contract.low, words) if contract.low else None,
        "high": _records(contract.high, words) if contract.high else None,
        "retailer": _retailer(contract.retailer, words),
        "metric_gap": gap
        and {key: getattr(gap, key) for key in ("contribution", "gap", "returns", "payment_cost")},
    }


def _records(pnl: Pnl, words: Words) -> list[dict[str, Any]]:
    return [record(FIELDS, row) for row in _lines("", "", pnl, words)]


def _retailer(side: RetailerSide, words: Words) -> dict[str, Any]:
    return {
        "lines": [
            {
                "line": line.key,
                "label": words(f"pnl.{line.key}"),
                "amount": line.amount,
                "of_purchases": line.of_purchases,
                "of_retail_sales": line.of_retail_sales,
            }
            for line in side.lines
        ],
        "unaddressed": [*side.unaddressed],
        "unaddressed_amount": side.unaddressed_amount,
    }
