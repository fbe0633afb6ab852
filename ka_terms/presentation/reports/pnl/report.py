"""A customer P&L as a report: what each contract leaves, its lines side by side, and the retailer's margin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ka_terms.presentation.fields import flat
from ka_terms.presentation.reports.notes import notes
from ka_terms.presentation.reports.pnl.charts import waterfall
from ka_terms.presentation.reports.pnl.record import FIELDS, pnl_record, rows
from ka_terms.presentation.reports.pnl.sentences import against_first, headline, own_notes
from ka_terms.presentation.reports.pnl.tables import cases_table, main_table, retailer_table
from ka_terms.presentation.table import Report, Table
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.pnl.pnl import SideBySide


def pnl_report(result: SideBySide, words: Words) -> Report:
    """Everything that `pnl` says. It is internal, whatever the files state."""
    scenarios = [contract.scenario for contract in result.contracts]
    told = [headline(contract, words) for contract in result.contracts]
    return Report(
        headline=(*told, *against_first(result, words)),
        tables=[*_tables(result, words)],
        notes=notes(words, own_notes(result, words)),
        flat=flat(FIELDS, rows(result, words)),
        title=" · ".join(scenario.scenario for scenario in scenarios),
        record=lambda: pnl_record(result, words),
        internal=words.say("internal_banner"),
        currency=scenarios[0].currency,
        charts=[
            waterfall(contract.plan, sentence, words)
            for contract, sentence in zip(result.contracts, told, strict=True)
        ],
    )


def _tables(result: SideBySide, words: Words) -> Iterator[Table]:
    yield main_table(result, words)
    if cases := cases_table(result, words):
        yield cases
    yield retailer_table(result, words)
