"""The flat table of a report, as formats that have nothing but rows carry it."""

from __future__ import annotations

from ka_terms.presentation.table import Report, Table, text

INTERNAL = "internal"
"""Header and value of a first column, so that the first line says it and the table stays rectangular."""


def flat(report: Report) -> Table:
    """The flat table, behind a column that says "internal" where the report is."""
    table = report.flat
    if not report.internal:
        return table
    rows = tuple((text(INTERNAL), *row) for row in table.rows)
    return table._replace(columns=(INTERNAL, *table.columns), rows=rows)
