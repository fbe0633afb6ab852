"""One term's way from figures to amount as a report, each figure with the place it came from."""

from __future__ import annotations

from collections.abc import Callable

from ka_terms.calculation.statement import Line, Statement
from ka_terms.presentation.reports.records import FORMAT_VERSION
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table, text
from ka_terms.presentation.wording.explanation import explain, steps
from ka_terms.presentation.wording.terms import says_of
from ka_terms.presentation.words import Words


def explanation_report(
    statement: Statement, line: Line, words: Words, origin: Callable[[str], str | None]
) -> Report:
    """Step by step. `origin` gives file:line for the path of a figure or of a parameter; None where none is stated."""
    scenario = statement.scenario
    wording = says_of(line.term, scenario, words)
    rows = []
    for number, step in enumerate(steps(line.formula, line.term, words), start=1):
        place = origin(step.path) if step.path else None
        how = text(step.how, Emphasis.MUTED)
        rows.append((text(str(number)), text(step.what), how, Cell(step.value, step.kind), text(place or "")))
    amount = Cell(line.amount, Kind.MONEY, emphasis=Emphasis.STRONG)
    rows.append((text(""), text(words.fee(line.fee), Emphasis.STRONG), text(""), amount, text("")))
    columns = (words("step"), words("figure"), words("explanation"), words("value"), words("source"))
    table = Table(columns, tuple(rows), title=words.fee(line.fee), total_rows=1)
    record = {
        "format_version": FORMAT_VERSION,
        "scenario": scenario.scenario,
        "term": line.term,
        "label": words.fee(line.fee),
        "amount": line.amount,
        "explanation": explain(line.formula, line.term, words),
        "steps": [
            {
                "figure": row[1].value,
                "explanation": row[2].value,
                "value": row[3].value,
                "source": row[4].value or None,
            }
            for row in rows[:-1]
        ],
    }
    term = words.within(words.first.fee(line.fee))
    headline = words.say("explain.headline", name=scenario.scenario, term=term, says=wording)
    return Report((headline,), (table,), flat=table, record=lambda: record, title=headline)
