"""One term's way from figures to amount as a report, each figure with the place it came from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from ka_terms.presentation.fields import Field, In, filled, placed, record, table
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, text
from ka_terms.presentation.wording.explanations import explanation
from ka_terms.presentation.wording.steps import Step, line_steps
from ka_terms.presentation.wording.terms import says_of
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.calculation.statement import Line, Statement


class _Sourced(NamedTuple):
    """A step by its number, and file:line of its figure or parameter; None where none is stated."""

    number: int
    step: Step
    source: str | None


def _value_of(one: _Sourced) -> Cell:
    """The value of a step; one that a file states with all its digits, which a unit price may have many of."""
    return Cell(one.step.value, one.step.kind, stated=one.source is not None)


_FIELDS: tuple[Field[_Sourced], ...] = (
    Field("step", lambda one: str(one.number), places=In.TABLE),
    Field("figure", lambda one: one.step.what),
    Field("explanation", lambda one: one.step.how, emphasis=Emphasis.MUTED),
    Field("value", lambda one: one.step.value, lambda one: one.step.kind, shown=_value_of),
    Field("source"),
)


def explanation_report(
    statement: Statement, line: Line, words: Words, origin: Callable[[str], str | None]
) -> Report:
    """Step by step. `origin` gives file:line for the path of a figure or of a parameter; None where none is stated."""
    fee, scenario, plan = words.fee(line.fee), statement.scenario.scenario, statement.scenario.plan
    sourced = [
        _Sourced(number, step, origin(step.path) if step.path else None)
        for number, step in enumerate(line_steps(line, words, plan.starts), start=1)
    ]
    amount = Cell(line.amount, Kind.MONEY, emphasis=Emphasis.STRONG)
    total = filled(_FIELDS, In.TABLE, figure=text(fee, Emphasis.STRONG), value=amount)
    way = table(_FIELDS, sourced, words, fee)
    way = way._replace(rows=(*way.rows, total), total_rows=1)
    flat = way._replace(columns=tuple(field.key for field in placed(_FIELDS, In.TABLE)))
    in_json = {
        "format_version": FORMAT_VERSION,
        "scenario": scenario,
        "term": line.term,
        "label": fee,
        "amount": line.amount,
        "explanation": explanation(line, words),
        "steps": [record(_FIELDS, step) for step in sourced],
    }
    wording = says_of(line.term, statement.scenario, words)
    in_sentence = words.fee_within(line.term, statement.scenario.fees.get(line.term))
    headline = words.say("explain.headline", name=scenario, term=in_sentence, says=wording)
    currency = statement.scenario.currency
    return Report((headline,), (way,), flat=flat, record=lambda: in_json, title=headline, currency=currency)
