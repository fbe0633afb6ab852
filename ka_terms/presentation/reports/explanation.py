"""One term's way from figures to amount as a report, each figure with the place it came from."""

from __future__ import annotations

from collections.abc import Callable

from ka_terms.calculation.statement import Line, Statement
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table, text
from ka_terms.presentation.wording.explanation import explain
from ka_terms.presentation.wording.steps import Step, steps
from ka_terms.presentation.wording.terms import says_of
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION


def explanation_report(
    statement: Statement, line: Line, words: Words, origin: Callable[[str], str | None]
) -> Report:
    """Step by step. `origin` gives file:line for the path of a figure or of a parameter; None where none is stated."""
    fee, scenario = words.fee(line.fee), statement.scenario.scenario
    sourced = [(step, origin(step.path) if step.path else None) for step in steps(line.formula, words)]
    rows = [_row(number, step, source) for number, (step, source) in enumerate(sourced, start=1)]
    amount = Cell(line.amount, Kind.MONEY, emphasis=Emphasis.STRONG)
    total = (text(""), text(fee, Emphasis.STRONG), text(""), amount, text(""))
    columns = tuple(words(key) for key in ("step", "figure", "explanation", "value", "source"))
    table = Table(columns, (*rows, total), title=fee, total_rows=1)
    record = {
        "format_version": FORMAT_VERSION,
        "scenario": scenario,
        "term": line.term,
        "label": fee,
        "amount": line.amount,
        "explanation": explain(line.formula, words),
        "steps": [
            {"figure": step.what, "explanation": step.how, "value": step.value, "source": source}
            for step, source in sourced
        ],
    }
    wording = says_of(line.term, statement.scenario, words)
    headline = words.say("join.colon").join([scenario, fee, wording])
    return Report((headline,), (table,), flat=table, record=lambda: record, title=headline)


def _row(number: int, step: Step, source: str | None) -> tuple[Cell, ...]:
    how = text(step.how, Emphasis.MUTED)
    return text(str(number)), text(step.what), how, Cell(step.value, step.kind), text(source or "")
