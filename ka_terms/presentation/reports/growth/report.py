"""The report on growth: sentences first, then years, stores, the target, what closes its gap, and months."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ka_terms.presentation.fields import flat, reckoned, record, table
from ka_terms.presentation.reports.growth.charts import charts
from ka_terms.presentation.reports.growth.fields import (
    block_fields,
    month_fields,
    open_key,
    store_fields,
    year_fields,
)
from ka_terms.presentation.reports.growth.sentences import headline, own_notes
from ka_terms.presentation.reports.notes import notes
from ka_terms.presentation.table import Cell, Kind, Report, Table, text
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.growth.growth import AccountGrowth
    from ka_terms.analysis.growth.target import Needs
    from ka_terms.model.contract.scenario import Scenario


def growth_report(found: AccountGrowth, words: Words, estimated: Iterable[Scenario] = ()) -> Report:
    """Everything that `growth` says; `estimated` are the contracts as their files stand."""
    said = [*headline(found, words)]
    return Report(
        headline=said,
        tables=[*_tables(found, words)],
        notes=notes(words, own_notes(found, words), estimated=estimated),
        flat=flat(year_fields(found, words), found.years),
        record=lambda: _record(found, words),
        title=said[0],
        currency=found.scenario.currency,
        charts=charts(found, words),
    )


def _tables(found: AccountGrowth, words: Words) -> Iterator[Table]:
    yield table(year_fields(found, words), found.years, words, words("growth.years"))
    with_stores = [year for year in found.years if year.groups]
    if with_stores:
        yield table(store_fields(found, words), with_stores, words, words("growth.stores"))
    if found.needs:
        yield _target(found.needs, words)
        yield _gap(found.needs, words)
    if found.months:
        yield _months(found, words)


def _target(needs: Needs, words: Words) -> Table:
    """What the target needs, a row each; rows of what is not known are left out."""
    given = (
        (f"target_{needs.source}", needs.target, Kind.MONEY),
        ("of_last_year", needs.growth, Kind.INDEX),
        ("last_year", needs.before, Kind.MONEY),
        ("gap", needs.gap, Kind.MONEY),
        ("vpo_needed", needs.vpo, Kind.AVERAGE),
        ("vpo_growth", needs.vpo_growth, Kind.INDEX),
        ("stores_needed", needs.stores, Kind.COUNT),
        ("openings", needs.openings, Kind.COUNT),
    )
    rows = [
        (text(words(f"growth.{key}")), Cell(value, kind)) for key, value, kind in given if value is not None
    ]
    return Table((words("measure"), words("growth.value")), tuple(rows), words("growth.target"))


def _gap(needs: Needs, words: Words) -> Table:
    """What adds to last year's sales, and what is still open."""
    made = table(block_fields(needs, words), needs.blocks, words, words("growth.closes"))
    share = needs.share_of_gap(needs.open)
    still = (
        text(words(open_key(needs))),
        reckoned(needs.open),
        Cell(share, Kind.RATIO),
    )
    whole = (
        text(words("growth.gap")),
        Cell(needs.gap, Kind.MONEY),
        Cell(needs.share_of_gap(needs.gap), Kind.RATIO),
    )
    return made._replace(rows=(*made.rows, still, whole), total_rows=1)


def _months(found: AccountGrowth, words: Words) -> Table:
    months = found.months
    assert months
    made = table(month_fields(words), months.months, words, words("growth.months"))
    blank = tuple(text("") for _ in made.columns[4:])
    total = (text(words("growth.sum")), text(""), text(""), Cell(months.vpo_sum, Kind.AVERAGE), *blank)
    return made._replace(rows=(*made.rows, total), total_rows=1)


def _record(found: AccountGrowth, words: Words) -> dict[str, Any]:
    scenario, needs, months = found.scenario, found.needs, found.months
    return {
        "format_version": FORMAT_VERSION,
        "scenario": scenario.scenario,
        "account": scenario.account,
        "currency": scenario.currency,
        "years": [record(year_fields(found, words), year) for year in found.years],
        "target": needs
        and {
            "target": needs.target,
            "source": needs.source,
            "growth": needs.growth,
            "last_year": needs.before,
            "gap": needs.gap,
            "vpo": needs.vpo,
            "vpo_growth": needs.vpo_growth,
            "stores_growth": needs.stores_growth,
            "stores": needs.stores,
            "openings": needs.openings,
            "blocks": [record(block_fields(needs, words), block) for block in needs.blocks],
            "open": needs.open,
        },
        "months": None if months is None else [record(month_fields(words), month) for month in months.months],
        "monthly_vpo_sum": months and months.vpo_sum,
    }
