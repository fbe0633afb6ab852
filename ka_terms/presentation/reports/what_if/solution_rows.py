"""What was solved for: the one list of fields of its table, its csv and its json, and its record for json."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from ka_terms.calculation.readings.exact import decimal_of
from ka_terms.model.numbers.number import LARGEST
from ka_terms.presentation.fields import Field, In, in_order, record
from ka_terms.presentation.table import Cell, Emphasis, Kind, text
from ka_terms.presentation.wording.solution_sentences import Sentences
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.breakeven.intervals import End
    from ka_terms.analysis.breakeven.rounded_solutions import SolutionWithoutValue
    from ka_terms.analysis.breakeven.solve import AssessedSolution, Solved
    from ka_terms.analysis.breakeven.undecided_ranges import UndecidedRange
    from ka_terms.analysis.piecewise.piecewise import Jump

_SIDES = {-1: "below", 0: "at", 1: "above"}


class Range(NamedTuple):
    """A solution, or a range in which the rule would hold but no value can be stated."""

    low: End
    high: End
    answer: Decimal | None = None
    """The value to state, where it is one of this solution."""
    is_missed: bool = False


def ranges(solved: Solved) -> list[Range]:
    """Every solution, then every range without a value."""
    return [
        *(
            Range(*solution, solved.answer if index == solved.best else None)
            for index, solution in enumerate(solved.solutions)
        ),
        *(Range(*solution, is_missed=True) for solution in (one.ends() for one in solved.missed)),
    ]


def range_fields(sentences: Sentences, words: Words) -> list[Field[Range]]:
    """What is told of every range: its two ends, and the answer; people read why it ends there."""
    return [
        *_end_fields("low", sentences, words),
        *_end_fields("high", sentences, words),
        Field("answer", kind=Kind.COUNT, places=In.CSV),
        Field("why", lambda one: _why(one, sentences, words), places=In.TABLE, label="solve.why"),
    ]


def in_table_order(fields: Iterable[Field[Range]]) -> list[Field[Range]]:
    """The fields as people read them: the value to state goes before the exact end."""
    return in_order(fields, "low_rounded", "low", "high_rounded", "high")


def _end_fields(side: str, sentences: Sentences, words: Words) -> list[Field[Range]]:
    """One end of a range, in plain numbers; None where nothing but the size of numbers ends the range."""

    def of_end(value: Callable[[End], Any]) -> Callable[[Range], Any]:
        return lambda one: value(one.low if side == "low" else one.high)

    return [
        Field(
            side,
            of_end(lambda end: _place(end.at)),
            Kind.COUNT,
            label=f"solve.{side}_exactly",
            shown=of_end(lambda end: _exactly(end, ">" if side == "low" else "<", sentences)),
        ),
        Field(f"{side}_inclusive", of_end(_is_inclusive), places=In.PROGRAMS),
        Field(
            f"{side}_rounded",
            of_end(lambda end: end.rounded),
            Kind.COUNT,
            label=f"solve.{side}",
            shown=of_end(lambda end: _to_state(end, sentences, words)),
        ),
        Field(f"{side}_metric", of_end(lambda end: end.metric), Kind.COUNT, In.PROGRAMS),
        Field(f"{side}_exact", of_end(lambda end: end.meets), places=In.JSON),
        Field(
            f"{side}_end",
            lambda one: "missed" if one.is_missed else of_end(_why_it_ends)(one),
            places=In.PROGRAMS,
        ),
        Field(f"{side}_jump", of_end(_jump_of), places=In.JSON),
    ]


def _to_state(end: End, sentences: Sentences, words: Words) -> str:
    if end.at == LARGEST:
        return words("solve.no_limit")
    return "" if end.rounded is None else sentences.value(end.rounded)


def _exactly(end: End, sign: str, sentences: Sentences) -> Cell:
    if end.at == LARGEST:
        return text("")
    exact = sentences.exact(end.at)
    return text(exact if end.included else f"{sign} {exact}", Emphasis.MUTED)


def _why(one: Range, sentences: Sentences, words: Words) -> str:
    ends = dict.fromkeys(sentences.why(end) for end in (one.low, one.high) if not end.outermost)
    return words.say("solve.join").join(ends) or sentences.why(one.low)


def _is_inclusive(end: End) -> bool:
    return end.included and end.at != LARGEST


def _why_it_ends(end: End) -> str:
    return "range" if end.outermost else "jump" if end.jump else "crossing"


def _jump_of(end: End) -> Mapping[str, Decimal] | None:
    return _jump(end.jump) if end.jump and not end.outermost else None


def solved_record(answered: AssessedSolution, words: Words) -> dict[str, Any]:
    """The answer under the keys that json carries; exact numbers, those that do not end to 28 digits."""
    solved, condition = answered.solved, answered.solved.condition
    rule, span, near = condition.rule, condition.span, solved.nearest
    fields = range_fields(Sentences(solved, words), words)
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
        "solutions": [_range_record(fields, one) for one in ranges(solved) if not one.is_missed],
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


def _range_record(fields: Iterable[Field[Range]], one: Range) -> dict[str, Any]:
    """A solution; the jump of an end only where there is one."""
    known = record(fields, one).items()
    return {key: value for key, value in known if value is not None or not key.endswith("_jump")}


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
