"""A statement as one rectangular table under keys, which csv and tsv carry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ka_terms.model.vocabulary.metrics import TOTALS
from ka_terms.presentation.fields import Field, In, filled, flat
from ka_terms.presentation.reports.cases import OUTER, case_fields
from ka_terms.presentation.reports.internal import internal_rows
from ka_terms.presentation.reports.statement_fields import line_fields
from ka_terms.presentation.table import Cell, Kind, Table, text
from ka_terms.presentation.wording.metric_words import metric_cell
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.assessment import Assessment
    from ka_terms.calculation.statement import Line, Statement


def flat_table(contract: Assessment, words: Words) -> Table:
    """One row a term, then one a total; `term` holds keys, so that a program can find its row.

    Where the plan has estimates, further columns hold the low and the high case.
    """
    statement = contract.statement
    fields = [*line_fields(statement.scenario, words), *case_fields(contract.cases)]
    lines = flat(fields, statement.lines)
    return lines._replace(rows=(*lines.rows, *_total_rows(contract, fields, words)))


def _total_rows(
    contract: Assessment, fields: Sequence[Field[Line]], words: Words
) -> Iterator[tuple[Cell, ...]]:
    outer = {case: dict(_totals(contract.cases[case])) for case in OUTER if contract.cases}
    for key, (amount, ratio) in _totals(contract.statement):
        known = {"term": text(key), "label": text(words(key)), "amount": amount, "ratio": ratio}
        for case, totals in outer.items():
            known[f"amount_{case}"], known[f"ratio_{case}"] = totals[key]
        yield filled(fields, In.CSV, **known)
    for key, label, (cell,) in internal_rows([contract], words):
        column = {"ratio" if cell.kind is Kind.RATIO else "amount": cell}
        yield filled(fields, In.CSV, term=text(key), label=text(label), **column)


def _totals(statement: Statement) -> Iterator[tuple[str, tuple[Cell, Cell]]]:
    """Every total with its share of sales, where that says anything."""
    left = TOTALS["net_net_sales"]
    for metric, share in (
        (TOTALS["total_fees"], TOTALS["fee_ratio"]),
        (TOTALS["sales"], None),
        (left, left.as_share()),
        (TOTALS["vpo"], None),
        (TOTALS["fees_a_store"], None),
    ):
        value = statement.value(share) if share else None
        ratio = text("") if value is None else Cell(value, Kind.RATIO)
        yield metric.name, (metric_cell(statement, metric), ratio)
