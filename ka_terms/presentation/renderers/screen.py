"""The `table` format: with colours where the terminal takes them, plain otherwise."""

from __future__ import annotations

from ka_terms.presentation.renderers.look import Look
from ka_terms.presentation.table import Report

MOST_COLOURED_ROWS = 500
"""The colour library draws some 1,500 rows a second; the plain writer is a hundred times as fast."""


def render(report: Report, look: Look) -> bytes:
    """Long reports go the plain way even on a terminal with colours."""
    # Imported here because the colour library takes longer to load than most reports to compute.
    if look.color and sum(len(table.rows) for table in report.tables) <= MOST_COLOURED_ROWS:
        from ka_terms.presentation.renderers import terminal

        return terminal.render(report, look)
    from ka_terms.presentation.renderers import plain

    return plain.render(report, look)
