"""The result of `solve` as a report: sentences, every solution, and the statement now and at the solution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from ka_terms.model.numbers.number import LARGEST
from ka_terms.model.vocabulary.metrics import metric_of
from ka_terms.presentation.reports.differences import change
from ka_terms.presentation.reports.internal import internal_banner, internal_views_table
from ka_terms.presentation.reports.notes import notes
from ka_terms.presentation.reports.solution_rows import flat_table, solved_record
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table, text
from ka_terms.presentation.wording.input_names import input_label
from ka_terms.presentation.wording.metric_words import banner, metric_emphasis, metric_kind
from ka_terms.presentation.wording.solution_sentences import Sentences
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.assessment import Assessment
    from ka_terms.analysis.breakeven.condition import Condition
    from ka_terms.analysis.breakeven.intervals import End, Solution
    from ka_terms.analysis.breakeven.solve import Answered, Solved
    from ka_terms.analysis.placed_doubts import FileDoubts
    from ka_terms.model.contract.scenario import Scenario

_MEASURES = [
    metric_of(name, ())
    for name in ("sales", "stores.average", "vpo", "total_fees", "fee_ratio", "net_net_sales")
]


def solutions_report(
    answered: Answered,
    words: Words,
    *,
    estimated: Iterable[Scenario] = (),
    files: Iterable[FileDoubts] = (),
) -> Report:
    """Everything `solve` says; `estimated` are the contracts as their files stand, `files` the doubts about these."""
    sentences = Sentences(answered.solved, words)
    both = (*answered.before, *answered.after)
    condition = answered.solved.condition
    tables = [
        _solutions_table(answered.solved, sentences, words),
        _sides_table(answered, sentences, words),
        _statements_table(answered, sentences, words),
        internal_views_table(both, words, _columns(answered, sentences, words)),
    ]
    return Report(
        headline=tuple(sentences.headlines([contract.statement for contract in answered.before])),
        tables=[table for table in tables if table.rows],
        notes=notes(words, _two_plans(condition, words), estimated=estimated, files=files),
        flat=flat_table(answered.solved),
        record=lambda: solved_record(answered, words),
        title=" · ".join(answered.names),
        internal=internal_banner(both, words) or banner([condition.rule.metric], words),
    )


def _two_plans(condition: Condition, words: Words) -> Iterator[str]:
    """That two contracts stand on two plans."""
    if not condition.on_one_plan:
        one, other = (scenario.scenario for scenario in condition.scenarios)
        yield words.say("solve.two_plans", one=one, other=other)


# ---------------------------------------------------------------- tables


def _solutions_table(solved: Solved, sentences: Sentences, words: Words) -> Table:
    """A row a solution: the values to state, the exact ends, and why it ends there."""
    rows = [
        (
            *_end_cells(one.low, ">", sentences),
            *_end_cells(one.high, "<", sentences),
            text(_why(one, sentences, words)),
        )
        for one in solved.solutions
    ]
    keys = ("solve.low", "solve.low_exactly", "solve.high", "solve.high_exactly", "solve.why")
    return Table(tuple(map(words, keys)), tuple(rows), title=words("solve.solutions"))


def _end_cells(end: End, sign: str, sentences: Sentences) -> tuple[Cell, Cell]:
    if end.at == LARGEST:
        return text(""), text("")
    exact = sentences.exact(end.at)
    shown = text("") if end.rounded is None else text(sentences.value(end.rounded))
    return shown, text(exact if end.included else f"{sign} {exact}", Emphasis.MUTED)


def _why(one: Solution, sentences: Sentences, words: Words) -> str:
    ends = dict.fromkeys(sentences.why(end) for end in one if not end.outermost)
    return words.say("solve.join").join(ends) or sentences.why(one.low)


def _sides_table(answered: Answered, sentences: Sentences, words: Words) -> Table:
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
            end = "" if high == LARGEST else sentences.exact(high)
            rows.append((text(sentences.exact(low)), text(end), text(lower)))
    columns = tuple(map(words, ("solve.low", "solve.high", "solve.lower")))
    return Table(columns, tuple(rows), title=words("solve.sides"))


def _columns(answered: Answered, sentences: Sentences, words: Words) -> list[str]:
    """A header for the current statement and one for the solution, of each contract."""
    today = words("solve.column_today")
    there = [] if answered.solved.answer is None else [sentences.value(answered.solved.answer)]
    columns = [today, *there]
    if len(answered.before) == 1:
        return columns
    return [
        words.say("solve.column", name=name, value=column) for column in columns for name in answered.names
    ]


def _statements_table(answered: Answered, sentences: Sentences, words: Words) -> Table:
    """The input, the measures and every fee that changes: current and at the solution."""
    solved = answered.solved
    if solved.answer is None:
        return Table((), ())
    input, both = solved.condition.input, [*answered.before, *answered.after]
    single = len(answered.before) == 1
    columns = [
        words("measure"),
        *_columns(answered, sentences, words),
        *([words("change")] if single else []),
    ]
    values = [*(each.value for each in solved.condition.inputs), *(solved.answer for _ in answered.after)]
    moving = (input_label(input, words), *map(sentences.value, values), *([""] if single else []))
    rows = [] if input.path == "sales" else [tuple(map(text, moving))]
    for label, kind, amounts, emphasis in _rows(both, len(answered.before), words):
        cells = [Cell(amount, kind, emphasis=emphasis) for amount in amounts]
        changed = [change(amounts[0], amounts[-1], kind)] if single else []
        rows.append((text(label, emphasis), *cells, *changed))
    return Table(tuple(columns), tuple(rows), title=words("solve.statements"))


_Row = tuple[str, Kind, list[Decimal | None], Emphasis]


def _rows(both: Sequence[Assessment], contracts: int, words: Words) -> Iterator[_Row]:
    statements = [contract.statement for contract in both]
    for term in dict.fromkeys(line.term for statement in statements for line in statement.lines):
        amounts: list[Decimal | None] = [statement.amount(term) for statement in statements]
        if amounts[:contracts] != amounts[contracts:]:
            lines = (statement.line(term) for statement in statements)
            yield next(words.fee(line.fee) for line in lines if line), Kind.MONEY, amounts, Emphasis.NONE
    for metric in _MEASURES:
        values = [statement.value(metric) for statement in statements]
        if any(value is not None for value in values):
            yield words(metric.name), metric_kind(metric), values, metric_emphasis(metric.name)
