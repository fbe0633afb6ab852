"""What one contract and several share in how they read: conditions beside each other, and doubts about their plans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.statement import Statement
from ka_terms.model.vocabulary.figures import LAST_YEAR
from ka_terms.presentation.table import Table, text
from ka_terms.presentation.words import Words

NOTHING = "–"
"""What a contract says of a term or condition it does not have."""


def opening_notes(statements: Sequence[Statement], words: Words) -> Iterator[str]:
    """Notes on plans that start with another number of stores than last year ended with."""
    doubts: dict[tuple[Decimal, Decimal], list[str]] = {}
    for statement in statements:
        plan = statement.scenario.plan
        opening, closed_with = exact_figures(plan, "stores.opening", LAST_YEAR + "stores.closing")
        if opening is not None and closed_with is not None and opening != closed_with:
            doubts.setdefault((opening, closed_with), []).append(statement.scenario.scenario)
    for (opening, closed_with), names in doubts.items():
        values = {"opening": words.count(opening), "closing": words.count(closed_with)}
        yield words.say("opening_note", name=words.listed(names), count=opening, **values)


def conditions_table(statements: Sequence[Statement], words: Words) -> Table:
    """Agreed points without a fee, side by side."""
    keys = dict.fromkeys(key for statement in statements for key in statement.scenario.conditions)
    rows = tuple(
        (
            text(words.condition(key)),
            *(text(statement.scenario.conditions.get(key, NOTHING)) for statement in statements),
        )
        for key in keys
    )
    names = (statement.scenario.scenario for statement in statements)
    return Table((words("condition"), *names), rows, title=words("conditions"))
