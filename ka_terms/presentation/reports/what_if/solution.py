"""The result of `solve` as a report: sentences, every solution, and the statement now and at the solution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from ka_terms.model.numbers.number import LARGEST
from ka_terms.model.vocabulary.metrics import TOTALS, Metric, metric_of, term_metric
from ka_terms.presentation.fields import flat, table
from ka_terms.presentation.reports.internal import internal_banner, internal_views_table
from ka_terms.presentation.reports.notes import notes
from ka_terms.presentation.reports.what_if.solution_rows import (
    in_table_order,
    range_fields,
    ranges,
    solved_record,
)
from ka_terms.presentation.table import Report, Table, text
from ka_terms.presentation.wording.input_names import input_label
from ka_terms.presentation.wording.metric_words import banner, change_cell, label_cell, metric_cell
from ka_terms.presentation.wording.solution_sentences import Sentences
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.breakeven.solve import AssessedSolution
    from ka_terms.model.contract.scenario import Scenario

_MEASURES = [
    *(metric_of(name, ()) for name in ("sales", "stores.average", "vpo")),
    *(TOTALS[name] for name in ("total_fees", "fee_ratio", "net_net_sales")),
]


def solutions_report(
    answered: AssessedSolution,
    words: Words,
    *,
    estimated: Iterable[Scenario] = (),
) -> Report:
    """Everything `solve` says; `estimated` are the contracts as their files stand."""
    sentences = Sentences(answered.solved, words)
    both = (*answered.before, *answered.after)
    condition = answered.solved.condition
    names = [scenario.scenario for scenario in condition.scenarios]
    two_plans = [] if answered.on_one_plan else [words.say("solve.two_plans", one=names[0], other=names[-1])]
    fields, spans = range_fields(sentences, words), ranges(answered.solved)
    solutions = [span for span in spans if not span.is_missed]
    tables = [
        table(in_table_order(fields), solutions, words, words("solve.solutions")),
        _sides_table(answered, sentences, words),
        _statements_table(answered, sentences, words),
        internal_views_table(both, words, _columns(answered, sentences, words)),
    ]
    return Report(
        headline=tuple(sentences.headlines([contract.statement for contract in answered.before])),
        tables=[shown for shown in tables if shown.rows],
        notes=notes(words, two_plans, estimated=estimated),
        flat=flat(fields, spans),
        record=lambda: solved_record(answered, words),
        title=" · ".join(answered.names),
        internal=internal_banner(both, words) or banner([condition.rule.metric], words),
        currency=condition.scenarios[0].currency,
    )


def _sides_table(answered: AssessedSolution, sentences: Sentences, words: Words) -> Table:
    """Of two contracts, which is lower where."""
    names = answered.names
    rows = []
    if len(names) > 1:
        for side, run in groupby(answered.solved.parts, lambda part: part.side):
            parts = list(run)
            low, high = parts[0].low, parts[-1].high
            if side is None and low == high:
                continue  # an end that no contract can state
            lower = words("na" if side is None else "solve.equal") if not side else names[side > 0]
            end = words("solve.no_limit") if high == LARGEST else sentences.exact(high)
            rows.append((text(sentences.exact(low)), text(end), text(lower)))
    columns = tuple(map(words, ("solve.low", "solve.high", "solve.lower")))
    return Table(columns, tuple(rows), title=words("solve.sides"))


def _columns(answered: AssessedSolution, sentences: Sentences, words: Words) -> list[str]:
    """A header for the current statement and one for the solution, of each contract."""
    today = words("solve.column_today")
    there = [] if answered.solved.answer is None else [sentences.value(answered.solved.answer)]
    columns = [today, *there]
    if len(answered.before) == 1:
        return columns
    return [
        words.say("solve.column", name=name, value=column) for column in columns for name in answered.names
    ]


def _statements_table(answered: AssessedSolution, sentences: Sentences, words: Words) -> Table:
    """The input, every fee that changes, and the measures: current and at the solution."""
    condition, answer = answered.solved.condition, answered.solved.answer
    if answer is None:
        return Table((), ())
    statements = [contract.statement for contract in (*answered.before, *answered.after)]
    changes = ["change"] if len(answered.before) == 1 else []
    columns = [words("measure"), *_columns(answered, sentences, words), *map(words, changes)]
    values = [*(input.value for input in condition.inputs), *(answer for _ in answered.after)]
    moving = (input_label(condition.input, words), *map(sentences.value, values), *("" for _ in changes))
    rows = [] if condition.input.path == "sales" else [tuple(map(text, moving))]
    for metric in _shown_metrics(answered):
        cells = [metric_cell(statement, metric) for statement in statements]
        cells += [change_cell(statements[0], statements[-1], metric) for _ in changes]
        rows.append((label_cell(metric, words), *cells))
    return Table(tuple(columns), tuple(rows), title=words("solve.statements"))


def _shown_metrics(answered: AssessedSolution) -> Iterator[Metric]:
    """Every fee that changes, then the measures that some contract can give."""
    before, after = ([contract.statement for contract in side] for side in (answered.before, answered.after))
    for term in dict.fromkeys(line.term for statement in (*before, *after) for line in statement.lines):
        if [statement.amount(term) for statement in before] != [
            statement.amount(term) for statement in after
        ]:
            yield term_metric(term)
    for metric in _MEASURES:
        if any(statement.value(metric) is not None for statement in (*before, *after)):
            yield metric
