"""A comparison as a report: one sentence a contract, the totals, the terms side by side, and the conditions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from ka_terms.model.vocabulary.metrics import TOTAL_FEES, TOTALS, Metric
from ka_terms.presentation.chart import Chart
from ka_terms.presentation.reports.cases import cases_beside
from ka_terms.presentation.reports.charts.natures import natures
from ka_terms.presentation.reports.charts.waterfall import waterfall
from ka_terms.presentation.reports.comparison_headlines import headlines
from ka_terms.presentation.reports.comparison_rows import (
    EFFECTS,
    comparison_record,
    flat_table,
    known_measures,
    term_entry,
    total_entry,
)
from ka_terms.presentation.reports.internal import internal_banner, internal_views_table
from ka_terms.presentation.reports.notes import conditions_table, notes
from ka_terms.presentation.table import (
    Cell,
    Emphasis,
    Kind,
    Report,
    Table,
    changed,
    is_zero_throughout,
    text,
)
from ka_terms.presentation.wording.metric_words import change_cell, metric_cell, metric_kind
from ka_terms.presentation.wording.periods import starts_notes
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.assessment import AssessedComparison
    from ka_terms.analysis.comparison import Comparison, Versus


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


def comparison_report(
    assessed: AssessedComparison,
    words: Words,
    layout: str = "wide",
    show_all: bool = False,
    *,
    with_zeros: bool = False,
) -> Report:
    """Everything `compare` says.

    `layout` is wide (each contract beside the baseline) or tidy (one row a term and contract); `show_all` asks for
    unchanged terms too, `with_zeros` for columns of changes that are all zero.
    """
    comparison, contracts = assessed.comparison, assessed.contracts
    scenarios = [contract.scenario for contract in contracts]
    hidden = [] if show_all else [term for term in comparison.terms if comparison.is_unchanged(term)]
    shown = [term for term in comparison.terms if term not in hidden]
    unchanged = words.say("join.list").join(map(words.fee_of, hidden))
    told = [*headlines(comparison, words)]
    blocks = _main_tables(comparison, shown, words, layout)
    main, zeros = ([block.table for block in blocks], []) if with_zeros else _without_zeros(blocks, words)
    further = (
        cases_beside([contract.cases for contract in contracts], words),
        conditions_table(scenarios, words),
        internal_views_table(contracts, words),
    )
    return Report(
        headline=tuple(chain.from_iterable(told)),
        tables=[*main, *(table for table in further if table.rows)],
        notes=notes(
            words,
            [
                *starts_notes(scenarios, words),
                *zeros,
                *([words.say("unchanged_note", count=len(hidden), names=unchanged)] if hidden else []),
            ],
            warned=contracts,
            estimated=scenarios,
            opened=contracts,
        ),
        flat=flat_table(assessed, words, layout),
        title=" · ".join(scenario.scenario for scenario in scenarios),
        record=lambda: comparison_record(assessed, words),
        internal=internal_banner(contracts, words),
        currency=comparison.baseline.scenario.currency,
        charts=[*_charts(comparison, [sentence for sentence, _ in told], words)],
    )


def _charts(comparison: Comparison, sentences: Sequence[str], words: Words) -> Iterator[Chart]:
    """A waterfall from the baseline to each other contract under its sentence, then the natures of all fees."""
    for versus, sentence in zip(comparison.versus, sentences, strict=True):
        yield waterfall(comparison, versus, sentence, words)
    yield natures(comparison.scenarios, words)


def _main_tables(comparison: Comparison, terms: Sequence[str], words: Words, layout: str) -> list[Block]:
    """The totals, then the terms: a block for each contract beside the baseline, or one tidy table."""
    totals = _totals(comparison, words)
    if layout == "tidy":
        return [totals, _tidy(comparison, terms, words)]
    return [totals, *(_wide(comparison, versus, terms, words) for versus in comparison.versus)]


def _without_zeros(blocks: Sequence[Block], words: Words) -> tuple[list[Table], list[str]]:
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
        (text(words(metric.name)), *_measured(comparison, metric)) for metric in known_measures(comparison)
    ]
    table = Table(tuple(columns), tuple(rows), title=words("totals"), openings=tuple(openings))
    return Block(table, changes)


def _measured(comparison: Comparison, metric: Metric) -> Iterator[Cell]:
    old, kind = comparison.baseline, metric_kind(metric)
    yield metric_cell(old, metric)
    for new in (versus.statement for versus in comparison.versus):
        yield metric_cell(new, metric)
        yield change_cell(old, new, metric)
        yield text("") if kind is Kind.RATIO else changed(new.growth_on(old, metric), Kind.INDEX)


def _wide(comparison: Comparison, versus: Versus, terms: Sequence[str], words: Words) -> Block:
    """A row a term that either contract has: what both say and what it costs, and why that differs."""
    names = [statement.scenario.scenario for statement in (comparison.baseline, versus.statement)]
    name, title = _name(comparison, versus), words("terms")
    if name:
        title = words.joined(lambda one: one.say("terms_against", name=name, baseline=names[0]))
    columns = [
        words("term"),
        *(words.say(f"column_{key}", name=name) for name in names for key in ("says", "fee")),
    ]
    changes = {len(columns) + at: ChangeColumn(key, name) for at, key in enumerate(_EFFECTS)}
    known = {difference.term for difference in versus.differences}
    rows = [term_entry(comparison, term, words).wide_row(versus) for term in terms if term in known]
    total = total_entry(comparison, TOTALS[TOTAL_FEES], words).wide_row(versus)
    rows.append(
        tuple(cell if cell.value == "" else cell._replace(emphasis=Emphasis.STRONG) for cell in total)
    )
    columns += map(words, _EFFECTS)
    table = Table(tuple(columns), tuple(rows), title=title, total_rows=1, openings=(1, 3))
    return Block(table, changes)


def _tidy(comparison: Comparison, terms: Sequence[str], words: Words) -> Block:
    """A row a term and contract; the baseline's rows have no change."""
    columns = ("term", "scenario", "says", "costs", "share", *_EFFECTS)
    entries = (term_entry(comparison, term, words) for term in terms)
    rows = [(text(entry.label), *row) for entry in entries for row in entry.tidy_rows()]
    changes = {columns.index(key): ChangeColumn(key) for key in _EFFECTS}
    return Block(Table(tuple(map(words, columns)), tuple(rows), title=words("terms")), changes)
