"""What was solved for, for programs: its rows for csv and tsv, its record for json."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from ka_terms.calculation.readings.exact import decimal_of
from ka_terms.model.numbers.number import LARGEST
from ka_terms.presentation.fields import Field, In, columns, filled, flat_cells, record, truth
from ka_terms.presentation.table import Cell, Kind, Table, text
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.breakeven.intervals import End
    from ka_terms.analysis.breakeven.multiples import StatedValue
    from ka_terms.analysis.breakeven.rounded_solutions import SolutionWithoutValue
    from ka_terms.analysis.breakeven.solve import AssessedSolution, Solved
    from ka_terms.analysis.breakeven.undecided_ranges import UndecidedRange
    from ka_terms.analysis.piecewise.piecewise import Jump

_SIDES = {-1: "below", 0: "at", 1: "above"}


def _end_fields(side: str) -> list[Field[End]]:
    """One end of a solution, in plain numbers; None where nothing but the size of numbers ends the range."""
    return [
        Field(side, lambda end: _place(end.at), Kind.COUNT),
        Field(f"{side}_inclusive", _is_inclusive, places=In.PROGRAMS),
        Field(f"{side}_rounded", lambda end: end.rounded, Kind.COUNT),
        Field(f"{side}_metric", lambda end: end.metric, Kind.COUNT),
        Field(f"{side}_exact", lambda end: end.meets, places=In.JSON),
        Field(f"{side}_end", _why_it_ends),
    ]


def _is_inclusive(end: End) -> bool:
    return end.included and end.at != LARGEST


def _why_it_ends(end: End) -> str:
    return "range" if end.outermost else "jump" if end.jump else "crossing"


_LOW, _HIGH = _end_fields("low"), _end_fields("high")


def flat_table(solved: Solved) -> Table:
    """A row a solution, in plain numbers; the answer stands in the row of its solution."""
    rows = [
        (
            *flat_cells(_LOW, one.low),
            *flat_cells(_HIGH, one.high),
            Cell(solved.answer, Kind.COUNT) if at == solved.best else text(""),
        )
        for at, one in enumerate(solved.solutions)
    ]
    rows += [
        (*_flat_missed("low", one.low, one.below), *_flat_missed("high", one.high, one.above), text(""))
        for one in solved.missed
    ]
    return Table((*columns(_LOW), *columns(_HIGH), "answer"), tuple(rows))


def _flat_missed(side: str, at: Fraction, near: StatedValue | None) -> tuple[Cell, ...]:
    """The place at which a rule would hold, and the nearest value to be stated on this side of it."""
    value, metric = map(_plain, near or (None, None))
    known = {"": _plain(decimal_of(at)), "_inclusive": truth(False), "_rounded": value, "_metric": metric}
    told = {f"{side}{key}": cell for key, cell in {**known, "_end": text("missed")}.items()}
    return filled(_LOW if side == "low" else _HIGH, In.CSV, **told)


def _plain(value: Decimal | None) -> Cell:
    return text("") if value is None else Cell(value, Kind.COUNT)


def solved_record(answered: AssessedSolution, words: Words) -> dict[str, Any]:
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
    return {
        "low": decimal_of(one.low),
        "high": decimal_of(one.high),
        "below": one.below and one.below._asdict(),
        "above": one.above and one.above._asdict(),
    }


def _undecided(one: UndecidedRange) -> dict[str, Any]:
    ends = {"low": decimal_of(one.low), "high": _place(one.high)}
    return {**ends, "kept": one.met._asdict(), "broken": one.broken._asdict()}


def _end_record(end: End, side: str) -> dict[str, Any]:
    jump = {f"{side}_jump": _jump(end.jump)} if end.jump and not end.outermost else {}
    return {**record(_LOW if side == "low" else _HIGH, end), **jump}


def _place(at: Fraction) -> Decimal | None:
    """None where nothing but the size of numbers ends the range."""
    return None if at == LARGEST else decimal_of(at)


def _jump(jump: Jump) -> Mapping[str, Decimal]:
    return {name: decimal_of(value) for name, value in jump._asdict().items()}


def _statements(answered: AssessedSolution, words: Words) -> dict[str, Any]:
    """The statements before and after; of a single contract not in a list."""
    from ka_terms.presentation.reports.statement import statement_record  # only json needs it

    sides = {"before": answered.before, "after": answered.after}
    records = {key: [statement_record(one, words) for one in side] for key, side in sides.items()}
    single = len(answered.before) == 1
    return {key: (side[0] if single else side) if side else None for key, side in records.items()}
