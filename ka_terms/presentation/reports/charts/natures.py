"""The fees of contracts by their nature: what is paid without a condition, and for what the rest is paid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ka_terms.model.contract.terms.naming import NATURES
from ka_terms.presentation.chart import Axis, Chart, Series, Shape
from ka_terms.presentation.table import Kind
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from decimal import Decimal

    from ka_terms.calculation.statement import Statement

_CORRECTION = "correction"
"""What groups of terms take off or add, which has no nature of its own."""


def natures(statements: Sequence[Statement], words: Words) -> Chart:
    """A group of bars for each nature that any of the contracts has."""
    there = {_nature(line.fee.nature) for statement in statements for line in statement.lines}
    shown = [nature for nature in (*NATURES, _CORRECTION) if nature in there]
    return Chart(
        "natures",
        Shape.BARS,
        words.say("join.semicolon").join(_said(statement, words) for statement in statements),
        Axis(words("nature")),
        Axis(words("total_fees"), Kind.MONEY),
        tuple(
            Series(each.scenario.scenario, tuple(_amount(each, nature) for nature in shown))
            for each in statements
        ),
        categories=tuple(map(words, shown)),
    )


def _nature(nature: str | None) -> str:
    return nature or _CORRECTION


def _amount(statement: Statement, nature: str) -> Decimal:
    return statement.total(lambda line: _nature(line.fee.nature) == nature)


def _said(statement: Statement, words: Words) -> str:
    unconditional, currency = _amount(statement, "unconditional"), statement.scenario.currency
    return words.say(
        "chart.natures",
        name=statement.scenario.scenario,
        amount=words.money(unconditional, currency),
        fees=words.money(statement.total_fees, currency),
    )
