"""The report on VPO: sentences first, then accounts and channels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ka_terms.presentation.fields import cells, flat, record, table
from ka_terms.presentation.reports.notes import notes
from ka_terms.presentation.reports.table_notes import table_notes, table_record
from ka_terms.presentation.reports.vpo.charts import charts
from ka_terms.presentation.reports.vpo.fields import account_fields, channel_fields, total_cells
from ka_terms.presentation.reports.vpo.sentences import headline, own_notes
from ka_terms.presentation.table import Report, Table
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.vpo.vpo import Vpo
    from ka_terms.model.contract.scenario import Scenario
    from ka_terms.reading.tables.typed import Remarks


def vpo_report(
    found: Vpo,
    words: Words,
    remarks: Remarks | None = None,
    estimated: Iterable[Scenario] = (),
    currency: str = "CNY",
) -> Report:
    """Everything that `vpo` says; `remarks` are those on a table, `estimated` the contracts as their files are."""
    said = [*headline(found, words)]
    own = [*own_notes(found, words), *(table_notes(remarks, words) if remarks else ())]
    return Report(
        headline=said,
        tables=[*_tables(found, words)],
        notes=notes(words, own, estimated=estimated),
        flat=flat(account_fields(found), found.accounts),
        record=lambda: _record(found, words, remarks, currency),
        title=said[0],
        currency=currency,
        charts=[*charts(found, words)],
    )


def _tables(found: Vpo, words: Words) -> Iterator[Table]:
    """The accounts, and the channels with all of them; without channels all stand below the accounts."""
    accounts = table(account_fields(found), found.accounts, words, words("accounts.title"))
    if all(one.name is None for one in found.channels):
        yield accounts._replace(rows=(*accounts.rows, total_cells(found, words)), total_rows=1)
        return
    yield accounts
    fields = channel_fields(found, words)
    channels = table(fields, found.channels, words, words("accounts.channels"))
    yield channels._replace(rows=(*channels.rows, cells(fields, found.total)), total_rows=1)


def _record(found: Vpo, words: Words, remarks: Remarks | None, currency: str) -> dict[str, Any]:
    fields = channel_fields(found, words)
    return {
        "format_version": FORMAT_VERSION,
        "measure": found.measure,
        "currency": None if remarks else currency,
        "printed": {"checked": len(found.checks), "contradictions": len(found.contradictions)},
        "accounts": [record(account_fields(found), one) for one in found.accounts],
        "channels": [record(fields, one) for one in found.channels],
        "total": {key: value for key, value in record(fields, found.total).items() if key != "channel"},
        "table": remarks and table_record(remarks),
    }
