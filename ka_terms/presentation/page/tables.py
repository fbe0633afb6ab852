"""The tables of a page whose numbers move: each with the place of every number among the operations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from ka_terms.model.privacy import PRIVATE_NAMES
from ka_terms.model.vocabulary.metrics import TOTAL_FEES, TOTALS, Metric, metric_of
from ka_terms.presentation.page.figures import Effects, Figures
from ka_terms.presentation.reports.comparison_rows import EFFECTS
from ka_terms.presentation.table import Cell, Emphasis, Kind, Table, changed, text
from ka_terms.presentation.wording.metric_words import change_cell, metric_cell, metric_kind, metric_label
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.comparison import Comparison, Difference, Versus
    from ka_terms.analysis.sliders import TracedDifference
    from ka_terms.calculation.statement import Statement

_ON_CARD = (TOTAL_FEES, "fee_ratio", "net_net_sales", f"{PRIVATE_NAMES}contribution")
"""What is looked at first, by name."""
_ON_SEVERAL_CARDS = (TOTAL_FEES, "fee_ratio", f"{PRIVATE_NAMES}contribution")


class Live(NamedTuple):
    """A cell, with the place of its number among the operations; None where it does not move."""

    cell: Cell
    place: int | None = None


class LiveTable(NamedTuple):
    """A table, and cell by cell the places of its numbers."""

    table: Table
    places: tuple[tuple[int | None, ...], ...]


class Versions(NamedTuple):
    """A contract beside the baseline, with the numbers of their differences by term."""

    versus: Versus
    contracts: tuple[int, int]
    """The places of the baseline and of the contract."""
    differences: dict[str, TracedDifference]


def _table(
    columns: Sequence[str], rows: Sequence[Sequence[Live]], title: str, total_rows: int = 0
) -> LiveTable:
    cells = tuple(tuple(live.cell for live in row) for row in rows)
    places = tuple(tuple(live.place for live in row) for row in rows)
    return LiveTable(Table(tuple(columns), cells, title=title, total_rows=total_rows), places)


def _metric(figures: Figures, contract: int, statement: Statement, metric: Metric) -> Live:
    return Live(metric_cell(statement, metric), figures.metric(contract, metric))


def card(figures: Figures, contract: int, statement: Statement, several: bool, words: Words) -> LiveTable:
    """What is looked at first: fees, their share of sales, what is left."""
    known = figures.metrics()
    names = _ON_SEVERAL_CARDS if several else _ON_CARD
    metrics = [metric for metric in (metric_of(name, ()) for name in names) if metric in known]
    rows = [
        [Live(text(metric_label(metric, words))), _metric(figures, contract, statement, metric)]
        for metric in metrics
    ]
    return _table((words("measure"), words("value")), rows, statement.scenario.scenario)


def fees_table(figures: Figures, statement: Statement, words: Words) -> LiveTable:
    """Every fee of one contract and its share of sales."""
    rows = []
    for line in statement.lines:
        place = figures.amount(0, line.term)
        assert place is not None  # as the contract has the term
        shares = Live(Cell(line.ratio, Kind.RATIO), figures.share(0, place))
        label = _named(words.fee(line.fee), line.owed, words)
        rows.append([Live(text(label)), Live(Cell(line.amount, Kind.MONEY), place), shares])
    totals = [_metric(figures, 0, statement, TOTALS[name]) for name in (TOTAL_FEES, "fee_ratio")]
    rows.append([Live(text(words(TOTAL_FEES), Emphasis.STRONG)), *totals])
    return _table((words("term"), words("costs"), words("share")), rows, words("fees"), 1)


def result_table(figures: Figures, statement: Statement, words: Words) -> LiveTable:
    """The totals of one contract."""
    rows = [
        [Live(text(metric_label(metric, words))), _metric(figures, 0, statement, metric)]
        for metric in figures.metrics()
    ]
    return _table((words("measure"), words("value")), rows, words("totals"))


def totals_table(
    figures: Figures, comparison: Comparison, versions: Sequence[Versions], words: Words
) -> LiveTable:
    """The totals of every contract, each with its change against the baseline."""
    old, several = comparison.baseline, len(versions) > 1
    columns = [words("measure"), old.scenario.scenario]
    for version in versions:
        name = version.versus.statement.scenario.scenario
        columns.append(name)
        changes = ("change", "change_percent")
        columns += [_of_contract(key, name, words) if several else words(key) for key in changes]
    rows = [
        [Live(text(metric_label(metric, words))), *_measured(figures, comparison, versions, metric)]
        for metric in figures.metrics()
    ]
    return _table(columns, rows, words("totals"))


def _of_contract(key: str, name: str, words: Words) -> str:
    return words.say("column_case", name=name, case=words.within(words(key)))


def _measured(
    figures: Figures, comparison: Comparison, versions: Sequence[Versions], metric: Metric
) -> list[Live]:
    old, operations = comparison.baseline, figures.operations
    cells: list[Live] = []
    for version in versions:
        before, after = version.contracts
        new = version.versus.statement
        if not cells:
            cells.append(_metric(figures, before, old, metric))
        cells.append(_metric(figures, after, new, metric))
        change = operations.change(figures.metric(after, metric), figures.metric(before, metric))
        cells.append(Live(change_cell(old, new, metric), change))
        if metric_kind(metric) is Kind.RATIO:
            cells.append(Live(text("")))
        else:
            growth = operations.ratio(change, figures.metric(before, metric))
            cells.append(Live(changed(new.growth_on(old, metric), Kind.INDEX), growth))
    return cells


def terms_table(figures: Figures, comparison: Comparison, version: Versions, words: Words) -> LiveTable:
    """Every fee in the baseline and in another contract, and why it differs."""
    old, new = comparison.baseline.scenario.scenario, version.versus.statement.scenario.scenario
    columns = [words("term"), *(words.say("column_fee", name=name) for name in (old, new))]
    columns += [words(field.key) for field in EFFECTS]
    rows, counted = [], []
    for term in comparison.terms:
        if (traced := version.differences.get(term)) is None:
            continue
        effects = figures.effects(version.contracts, traced)
        difference = version.versus.difference(term)
        if any(difference.owed):
            counted.append(effects)
        amounts = [
            _amount(figures, at, statement, term)
            for at, statement in zip(
                version.contracts, (comparison.baseline, version.versus.statement), strict=True
            )
        ]
        named = _named(words.fee_of(term), any(difference.owed), words)
        rows.append([Live(text(named)), *amounts, *_effects(difference, effects)])
    total, metric = figures.sum_of(counted), TOTALS[TOTAL_FEES]
    totals = [
        _metric(figures, version.contracts[0], comparison.baseline, metric),
        _metric(figures, version.contracts[1], version.versus.statement, metric),
    ]
    label = Live(text(words(TOTAL_FEES), Emphasis.STRONG))
    rows.append([label, *totals, *_effects(version.versus.total, total)])
    return _table(columns, rows, words.say("terms_against", name=new, baseline=old), 1)


def _named(fee: str, owed: bool, words: Words) -> str:
    """A fee by its name; of one that is not owed, and so in no sum, that it is not."""
    return fee if owed else words.say("says.not_owed", phrase=fee)


def _amount(figures: Figures, contract: int, statement: Statement, term: str) -> Live:
    place = figures.amount(contract, term)
    return Live(text("")) if place is None else Live(Cell(statement.amount(term), Kind.MONEY), place)


def _effects(difference: Difference, effects: Effects) -> list[Live]:
    return [
        Live(changed(field.of(difference), Kind.MONEY), place)
        for field, place in zip(EFFECTS, effects, strict=True)
    ]
