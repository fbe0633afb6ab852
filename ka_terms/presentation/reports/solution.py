"""What was solved for as a report: sentences, every solution, and the statement today and at the answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Any, NamedTuple

from ka_terms.analysis.breakeven.intervals import End, Solution
from ka_terms.analysis.breakeven.multiples import StatedValue
from ka_terms.analysis.breakeven.rounded_solutions import SolutionWithoutValue
from ka_terms.analysis.breakeven.solve import Solved
from ka_terms.analysis.breakeven.undecided_ranges import UndecidedRange
from ka_terms.analysis.internal import InternalView
from ka_terms.analysis.piecewise.piecewise import Jump
from ka_terms.calculation.readings.exact import decimal_of
from ka_terms.calculation.statement import Statement
from ka_terms.model.numbers.number import LARGEST
from ka_terms.model.vocabulary.metrics import metric_of
from ka_terms.presentation.reports.differences import change
from ka_terms.presentation.reports.internal import internal_views_table
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table, text
from ka_terms.presentation.wording.input_names import input_label
from ka_terms.presentation.wording.metric_words import banner, metric_emphasis, metric_kind
from ka_terms.presentation.wording.solution_sentences import Sentences
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

_MEASURES = [
    metric_of(name, ())
    for name in ("sales", "stores.average", "vpo", "total_fees", "fee_ratio", "net_net_sales")
]
_SIDES = {-1: "below", 0: "at", 1: "above"}


class Answered(NamedTuple):
    """An answer with its statements, one a contract; `after` is empty where there is no value to state."""

    solved: Solved
    before: tuple[Statement, ...]
    after: tuple[Statement, ...] = ()
    internal_views: tuple[InternalView | None, ...] = ()
    """The internal views of `before` and `after`; empty where they are not to be shown."""


def solutions_report(answered: Answered, words: Words, notes: Sequence[str] = ()) -> Report:
    """Everything `solve` says."""
    sentences = Sentences(answered.solved, words)
    tables = [_solutions_table(answered.solved, sentences, words), _sides_table(answered, sentences, words)]
    tables.append(_statements_table(answered, sentences, words))
    if any(answered.internal_views):
        tables.append(
            internal_views_table(_columns(answered, sentences, words), answered.internal_views, words)
        )
    return Report(
        headline=tuple(sentences.headlines(answered.before)),
        tables=[table for table in tables if table.rows],
        notes=tuple(notes),
        flat=_flat(answered.solved),
        record=lambda: solved_record(answered, words),
        title=" · ".join(statement.scenario.scenario for statement in answered.before),
        internal=words.say("internal_banner")
        if any(answered.internal_views)
        else banner([answered.solved.condition.rule.metric], words),
    )


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
    names = [statement.scenario.scenario for statement in answered.before]
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
    """A header for today and one for the answer, of each contract."""
    today = words("solve.column_today")
    there = [] if answered.solved.answer is None else [sentences.value(answered.solved.answer)]
    columns = [today, *there]
    if len(answered.before) == 1:
        return columns
    names = [statement.scenario.scenario for statement in answered.before]
    return [words.say("solve.column", name=name, value=column) for column in columns for name in names]


def _statements_table(answered: Answered, sentences: Sentences, words: Words) -> Table:
    """The number that moves, the measures and every fee that changes: today and at the answer."""
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


def _rows(both: Sequence[Statement], contracts: int, words: Words) -> Iterator[_Row]:
    for term in dict.fromkeys(line.term for statement in both for line in statement.lines):
        amounts: list[Decimal | None] = [statement.amount(term) for statement in both]
        if amounts[:contracts] != amounts[contracts:]:
            lines = (statement.line(term) for statement in both)
            yield next(words.fee(line.fee) for line in lines if line), Kind.MONEY, amounts, Emphasis.NONE
    for metric in _MEASURES:
        values = [statement.value(metric) for statement in both]
        if any(value is not None for value in values):
            yield words(metric.name), metric_kind(metric), values, metric_emphasis(metric.name)


# ---------------------------------------------------------------- for programs


def _flat(solved: Solved) -> Table:
    """A row a solution, in plain numbers; the answer stands in the row of its solution."""
    fields = ("", "_inclusive", "_rounded", "_metric", "_end")
    columns = [f"{side}{field}" for side in ("low", "high") for field in fields]
    rows = [
        (
            *_flat_end(one.low),
            *_flat_end(one.high),
            Cell(solved.answer, Kind.COUNT) if at == solved.best else text(""),
        )
        for at, one in enumerate(solved.solutions)
    ]
    rows += [
        (*_flat_missed(one.low, one.below), *_flat_missed(one.high, one.above), text(""))
        for one in solved.missed
    ]
    return Table((*columns, "answer"), tuple(rows))


def _flat_end(end: End) -> tuple[Cell, ...]:
    found = _end_record(end, "")
    value, inclusive, *near, why = (found[key] for key in ("", "_inclusive", "_rounded", "_metric", "_end"))
    return _plain(value), text(str(inclusive).lower()), *map(_plain, near), text(why)


def _flat_missed(at: Fraction, near: StatedValue | None) -> tuple[Cell, ...]:
    """The place at which a rule would hold, and the nearest value to be stated on this side of it."""
    return _plain(decimal_of(at)), text("false"), *map(_plain, near or (None, None)), text("missed")


def _plain(value: Decimal | None) -> Cell:
    return text("") if value is None else Cell(value, Kind.COUNT)


def solved_record(answered: Answered, words: Words) -> dict[str, Any]:
    """The answer under the keys that json carries; exact numbers, those that do not end to 28 digits."""
    solved, condition = answered.solved, answered.solved.condition
    rule, span, near = condition.rule, condition.span, solved.nearest
    return {
        "format_version": FORMAT_VERSION,
        "scenarios": [scenario.scenario for scenario in condition.scenarios],
        "lever": {
            "path": condition.input.path,
            "kind": condition.input.kind,
            "today": [input.value for input in condition.inputs],
        },
        "rule": {
            "metric": rule.metric.name,
            "operator": rule.operator,
            "limit": rule.limit,
            "share_of_sales": rule.percent,
        },
        "range": {
            "low": span.low,
            "low_inclusive": span.with_low,
            "high": None if span.high == LARGEST else span.high,
            "high_inclusive": span.with_high and span.high != LARGEST,
        },
        "step": condition.step,
        "answer": solved.answer,
        "holds_everywhere": solved.holds_everywhere,
        "solutions": [
            {**_end_record(one.low, "low"), **_end_record(one.high, "high")} for one in solved.solutions
        ],
        "attained": solved.is_attained,
        "undecided": [_undecided(one) for one in solved.undecided],
        "broken": solved.broken and solved.broken._asdict(),
        "missed": [_missed(one) for one in solved.missed],
        "jumps": [_jump(jump) for jump in solved.jumps],
        "nearest": near
        and {"value": decimal_of(near.value), "at": _place(near.at), "side": _SIDES[near.side]},
        **_statements(answered, words),
    }


def _missed(one: SolutionWithoutValue) -> dict[str, Any]:
    near = {"below": one.below, "above": one.above}
    return {
        "low": decimal_of(one.low),
        "high": decimal_of(one.high),
        **{side: found and found._asdict() for side, found in near.items()},
    }


def _undecided(one: UndecidedRange) -> dict[str, Any]:
    ends = {"low": decimal_of(one.low), "high": _place(one.high)}
    return {**ends, "kept": one.met._asdict(), "broken": one.broken._asdict()}


def _end_record(end: End, name: str) -> dict[str, Any]:
    why = "range" if end.outermost else "jump" if end.jump else "crossing"
    record = {
        name: _place(end.at),
        f"{name}_inclusive": end.included and end.at != LARGEST,
        f"{name}_rounded": end.rounded,
        f"{name}_metric": end.metric,
        f"{name}_exact": end.meets,
        f"{name}_end": why,
    }
    return {**record, f"{name}_jump": _jump(end.jump)} if end.jump and why == "jump" else record


def _place(at: Fraction) -> Decimal | None:
    """None where nothing but the size of numbers ends the range."""
    return None if at == LARGEST else decimal_of(at)


def _jump(jump: Jump) -> Mapping[str, Decimal]:
    return {name: decimal_of(value) for name, value in jump._asdict().items()}


def _statements(answered: Answered, words: Words) -> dict[str, Any]:
    from ka_terms.presentation.reports.records import statement_record  # only json needs it

    both = [*answered.before, *answered.after]
    views = answered.internal_views or [None] * len(both)
    records = [statement_record(one, words, view) for one, view in zip(both, views, strict=True)]
    count = len(answered.before)
    before, after = records[:count], records[count:]
    if count == 1:
        return {"before": before[0], "after": after[0] if after else None}
    return {"before": before, "after": after or None}
