"""The tables of a customer P&L: contracts side by side, low and high sales, and the retailer's margin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from ka_terms.presentation.reports.pnl.labels import UNKNOWN, line_label, shown_lines
from ka_terms.presentation.table import Cell, Emphasis, Kind, Table, text
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.pnl.lines import Pnl
    from ka_terms.analysis.pnl.pnl import ContractPnl, SideBySide

Bases = tuple[tuple[str, Kind], ...]
_AMOUNT: Bases = (("amount", Kind.MONEY),)
_IN_PLAN: Bases = (
    *_AMOUNT,
    ("of_gross", Kind.RATIO),
    ("of_net_invoiced", Kind.RATIO),
    ("a_store", Kind.AVERAGE),
)
_IN_CASE: Bases = (*_AMOUNT, ("of_gross", Kind.RATIO))
_FOR_RETAILER: Bases = (*_AMOUNT, ("of_purchases", Kind.RATIO), ("of_retail_sales", Kind.RATIO))
_MARGINS = ("front_margin", "back_margin", "total_margin")
_LINES_OF_RETAILER = ("purchases", "retail_sales", *_MARGINS)


def main_table(result: SideBySide, words: Words) -> Table:
    """Every line as money, on both bases and a store, a group of columns a contract."""
    pnls = [contract.plan for contract in result.contracts]
    columns, openings = _headers(result.contracts, _IN_PLAN, words)
    rows = [_row(key, pnls, pnls, _IN_PLAN, words) for key in shown_lines(pnls)]
    return Table(columns, tuple(rows), words("pnl.title"), total_rows=1, openings=openings)


def cases_table(result: SideBySide, words: Words) -> Table | None:
    """Every line at low, planned and high sales; None where nothing says what low and high are."""
    varied = [contract for contract in result.contracts if contract.low or contract.high]
    is_one = len(result.contracts) == 1
    columns, openings, shown = [words("measure")], [], []
    for contract in varied:
        openings.append(len(columns))
        for name, pnl in cases(contract):
            key = "plan" if name == "plan" else f"case.{name}"
            labels = (words(key), words.joined(partial(_share_in, key)))
            columns += labels if is_one else (_of_contract(contract, label, words) for label in labels)
            shown.append(pnl)
    if not shown:
        return None
    rows = [_row(key, shown, shown, _IN_CASE, words) for key in shown_lines(shown)]
    title = words("pnl.title_cases")
    return Table(tuple(columns), tuple(rows), title, total_rows=1, openings=tuple(openings))


def _share_in(case: str, words: Words) -> str:
    """The header of a share in one language: `Low (% of gross)`."""
    return words.say("pnl.gross_of", case=words(case))


def cases(contract: ContractPnl) -> Iterator[tuple[str, Pnl]]:
    """The P&L at low, planned (of estimates the likely) and high sales, as far as there are such."""
    if contract.low:
        yield "low", contract.low
    yield "likely" if contract.is_estimated else "plan", contract.plan
    if contract.high:
        yield "high", contract.high


def retailer_table(result: SideBySide, words: Words) -> Table:
    """Purchases, sales and margins of the retailer; without her sales purchases and back margin."""
    is_known = all(contract.retailer.has_front for contract in result.contracts)
    bases = _FOR_RETAILER if is_known else _FOR_RETAILER[:-1]
    columns, openings = _headers(result.contracts, bases, words)
    rows = []
    for key in _LINES_OF_RETAILER:
        lines = [contract.retailer.line(key) for contract in result.contracts]
        if any(lines):
            emphasis = Emphasis.STRONG if key in _MARGINS else Emphasis.NONE
            cells = (_cell(line, base, kind, emphasis) for line in lines for base, kind in bases)
            rows.append((text(words(f"pnl.{key}"), emphasis), *cells))
    return Table(columns, tuple(rows), words("pnl.title_retailer"), total_rows=1, openings=openings)


def _headers(
    contracts: Sequence[ContractPnl], bases: Bases, words: Words
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The headers of a group of columns a contract, and where each group opens."""
    columns, openings = [words("measure")], []
    labels = [words(f"pnl.{base}") for base, _ in bases[1:]]
    for contract in contracts:
        openings.append(len(columns))
        if len(contracts) == 1:
            columns += [words("amount"), *labels]
        else:
            columns += [contract.name, *(_of_contract(contract, label, words) for label in labels)]
    return tuple(columns), tuple(openings)


def _of_contract(contract: ContractPnl, label: str, words: Words) -> str:
    """A header behind the name of its contract."""
    return words.say("column_case", name=contract.name, case=words.within(label))


def _row(
    key: str, shown: Sequence[Pnl], named: Sequence[Pnl], bases: Bases, words: Words
) -> tuple[Cell, ...]:
    lines = [pnl.line(key) for pnl in shown]
    emphasis = Emphasis.STRONG if any(line and line.is_level for line in lines) else Emphasis.NONE
    cells = []
    for pnl, line in zip(shown, lines, strict=True):
        if key == UNKNOWN:
            # Known to be unknown: n/a once; nothing where all costs are known.
            amount = text("") if pnl.has_margin and line is None else Cell(None, Kind.MONEY)
            cells += [amount, *(text("") for _ in bases[1:])]
        else:
            cells += [_cell(line, base, kind, emphasis) for base, kind in bases]
    return text(line_label(key, named, words), emphasis), *cells


def _cell(line: object, base: str, kind: Kind, emphasis: Emphasis) -> Cell:
    """A number of a line; n/a where the contract does not have it."""
    return Cell(getattr(line, base, None), kind, emphasis=emphasis)
