"""A statement as one rectangular table under keys, which csv and tsv carry."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ka_terms.analysis.cases import Cases
from ka_terms.analysis.internal import InternalView
from ka_terms.calculation.statement import Statement
from ka_terms.model.vocabulary.metrics import TOTALS
from ka_terms.presentation.reports.cases import OUTER, case_columns, line_cells
from ka_terms.presentation.reports.internal import internal_rows
from ka_terms.presentation.table import Cell, Kind, Table, text
from ka_terms.presentation.wording.explanation import explain
from ka_terms.presentation.wording.metric_words import metric_cell
from ka_terms.presentation.wording.terms import says_of
from ka_terms.presentation.words import Words


def flat_table(statement: Statement, words: Words, internal_view: InternalView | None, cases: Cases) -> Table:
    """One row a term, then one a total; `term` holds keys, so that a program can find its row.

    Where the plan has estimates, further columns hold the low and the high case.
    """
    rows: list[tuple[Cell, ...]] = [
        (
            text(line.term),
            text(words.fee(line.fee)),
            text(line.fee.category),
            Cell(line.amount, Kind.MONEY),
            Cell(line.ratio, Kind.RATIO),
            text(line.driven_by),
            text("conditional" if line.fee.conditional else "unconditional"),
            text(says_of(line.term, statement.scenario, words)),
            text(explain(line.formula, words)),
            *line_cells(cases, line.term),
        )
        for line in statement.lines
    ]
    rows += _flat_totals(statement, words, cases)
    further = case_columns(cases)
    if internal_view:
        rows += [
            (text(key), text(label), *_inside_cells(cell), *(text("") for _ in further))
            for key, label, (cell,) in internal_rows([internal_view], words)
        ]
    columns = ("term", "label", "category", "amount", "ratio", "driven_by", "conditional")
    return Table((*columns, "says", "explanation", *further), tuple(rows))


def _flat_totals(statement: Statement, words: Words, cases: Cases) -> Iterator[tuple[Cell, ...]]:
    outer = [list(_totals(cases[case])) for case in OUTER if cases]
    for at, (key, value, share) in enumerate(_totals(statement)):
        further = (cell for totals in outer for cell in (totals[at][1], _share(totals[at][2])))
        yield text(key), text(words(key)), *_cells(value, _share(share)), *further


def _totals(statement: Statement) -> Iterator[tuple[str, Cell, Decimal | None]]:
    yield "total_fees", metric_cell(statement, TOTALS["total_fees"]), statement.fee_ratio
    yield "sales", metric_cell(statement, TOTALS["sales"]), None
    left = TOTALS["net_net_sales"]
    yield left.name, metric_cell(statement, left), statement.value(left.as_share())
    yield "vpo", metric_cell(statement, TOTALS["vpo"]), None
    yield "fees_a_store", metric_cell(statement, TOTALS["fees_a_store"]), None


def _share(share: Decimal | None) -> Cell:
    return text("") if share is None else Cell(share, Kind.RATIO)


def _inside_cells(value: Cell) -> tuple[Cell, ...]:
    return _cells(text(""), value) if value.kind is Kind.RATIO else _cells(value, text(""))


def _cells(value: Cell, share: Cell) -> tuple[Cell, ...]:
    return text(""), value, share, *(text("") for _ in range(4))
