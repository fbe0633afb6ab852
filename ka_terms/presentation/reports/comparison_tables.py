"""The tables of a comparison that people read: the totals, then the terms in one block a contract."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ka_terms.presentation.reports.differences import (
    EFFECTS,
    change,
    effect_cells,
    known_measures,
    label_of,
    tidy_rows,
    wide_row,
)
from ka_terms.presentation.table import Cell, Emphasis, Kind, Table, changed, is_zero_throughout, text
from ka_terms.presentation.wording.metric_words import metric_emphasis
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.comparison import Comparison, Versus
    from ka_terms.model.vocabulary.metrics import Metric

_STRONG = Emphasis.STRONG
_CHANGE, _PERCENT = "change", "change_percent"
_EFFECTS = tuple(field.key for field in EFFECTS)


class ChangeColumn(NamedTuple):
    """What a column of changes holds, and of which contract; that is empty where there is but one, or all are in it."""

    key: str
    name: str = ""


class Block(NamedTuple):
    """A table, and by their places its columns of changes."""

    table: Table
    changes: Mapping[int, ChangeColumn]


def main_tables(comparison: Comparison, terms: Sequence[str], words: Words, layout: str) -> list[Block]:
    """The totals, then the terms: a block for each contract beside the baseline, or one tidy table."""
    totals = _totals(comparison, words)
    if layout == "tidy":
        return [totals, _tidy(comparison, terms, words)]
    return [totals, *(_wide(comparison, versus, terms, words) for versus in comparison.versus)]


def without_zeros(blocks: Sequence[Block], words: Words) -> tuple[list[Table], list[str]]:
    """The tables without their columns of changes that are zero throughout, and a sentence that says which."""
    zero = [
        [at for at in block.changes if is_zero_throughout(row[at] for row in block.table.rows)]
        for block in blocks
    ]
    tables = [block.table.without(places) for block, places in zip(blocks, zero, strict=True)]
    left_out = [[block.changes[at] for at in places] for block, places in zip(blocks, zero, strict=True)]
    return tables, [*_zero_note(left_out[0], left_out[1:], words)]


def _zero_note(
    totals: Sequence[ChangeColumn], terms: Sequence[Sequence[ChangeColumn]], words: Words
) -> Iterator[str]:
    """The columns left out, with the contract where another keeps its own; what goes without saying is not said:
    a change in percent, and a change in the totals where there is none in the terms either.
    """
    of_terms = [column for columns in terms for column in columns]
    names: dict[str, list[str]] = {}
    for column in of_terms:
        names.setdefault(words.within(words.first(column.key)), []).append(column.name)
    for column in totals:
        if column.key == _CHANGE and column not in of_terms:
            label = words.say("zero_in_totals", column=words.within(words.first(column.key)))
            names.setdefault(label, []).append(column.name)
    columns = [
        label if len(of) == len(terms) else words.say("zero_column", column=label, names=words.listed(of))
        for label, of in names.items()
    ]
    if columns:
        yield words.say("zero_note", columns=words.say("join.list").join(columns))


def _name(comparison: Comparison, versus: Versus) -> str:
    """What tells the columns of changes of one contract from those of others; empty where there are no others."""
    return versus.statement.scenario.scenario if len(comparison.versus) > 1 else ""


def _of_contract(key: str, name: str, words: Words) -> str:
    """A header behind the name of its contract: `2003 ask: change`."""
    return words.say("column_case", name=name, case=words.joined(lambda one: one.within(one(key))))


def _totals(comparison: Comparison, words: Words) -> Block:
    """Sales, stores, VPO, fees and ratio of every contract, each with its change against the baseline."""
    columns = [words("measure"), comparison.baseline.scenario.scenario]
    changes, openings = {}, [1]
    for versus in comparison.versus:
        openings.append(len(columns))
        columns.append(versus.statement.scenario.scenario)
        name = _name(comparison, versus)
        for key in (_CHANGE, _PERCENT):
            changes[len(columns)] = ChangeColumn(key, name)
            columns.append(words(key) if not name else _of_contract(key, name, words))
    rows = [
        (text(words(metric.name)), *_measured(comparison, metric, kind))
        for metric, kind in known_measures(comparison)
    ]
    table = Table(tuple(columns), tuple(rows), title=words("totals"), openings=tuple(openings))
    return Block(table, changes)


def _measured(comparison: Comparison, metric: Metric, kind: Kind) -> Iterator[Cell]:
    before = comparison.baseline.value(metric)
    emphasis = metric_emphasis(metric.name)
    yield Cell(before, kind, emphasis=emphasis)
    for versus in comparison.versus:
        after = versus.statement.value(metric)
        yield Cell(after, kind, emphasis=emphasis)
        yield change(before, after, kind)
        growth = after / before - 1 if after is not None and before else None
        yield text("") if kind is Kind.RATIO else changed(growth, Kind.INDEX)


def _wide(comparison: Comparison, versus: Versus, terms: Sequence[str], words: Words) -> Block:
    """A row a term that either contract has: what both say and what it costs, and why that differs."""
    baseline, new = comparison.baseline, versus.statement
    known = {difference.term for difference in versus.differences}
    columns = [words("term")]
    for statement in (baseline, new):
        columns += [words.say(key, name=statement.scenario.scenario) for key in ("column_says", "column_fee")]
    name = _name(comparison, versus)
    changes = {len(columns) + at: ChangeColumn(key, name) for at, key in enumerate(_EFFECTS)}
    rows = [wide_row(comparison, [versus], term, words) for term in terms if term in known]
    total = (
        *(text(words("total_fees"), _STRONG), text("")),
        Cell(baseline.total_fees, Kind.MONEY, emphasis=_STRONG),
        *(text(""), Cell(new.total_fees, Kind.MONEY, emphasis=_STRONG)),
        *effect_cells(versus.total, _STRONG),
    )
    title = _title(baseline.scenario.scenario, name, words)
    table = Table(
        (*columns, *map(words, _EFFECTS)), (*rows, total), title=title, total_rows=1, openings=(1, 3)
    )
    return Block(table, changes)


def _title(baseline: str, name: str, words: Words) -> str:
    if not name:
        return words("terms")
    return words.joined(lambda one: one.say("terms_against", name=name, baseline=baseline))


def _tidy(comparison: Comparison, terms: Sequence[str], words: Words) -> Block:
    """A row a term and contract; the baseline's rows have no change."""
    columns = ("term", "scenario", "says", "costs", "share", *_EFFECTS)
    rows = [
        (text(label_of(comparison, term, words)), *cells)
        for term in terms
        for cells in tidy_rows(comparison, term, words)
    ]
    changes = {columns.index(key): ChangeColumn(key) for key in _EFFECTS}
    return Block(Table(tuple(map(words, columns)), tuple(rows), title=words("terms")), changes)
