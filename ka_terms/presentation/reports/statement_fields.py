"""What is told of every line and of every tier of a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ka_terms.presentation.fields import Field, In, in_order
from ka_terms.presentation.table import Cell, Emphasis, Kind, text
from ka_terms.presentation.wording.explanation import explain
from ka_terms.presentation.wording.kinds import figure_kind
from ka_terms.presentation.wording.terms import says_of, tier_says
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.calculation.statement import Line
    from ka_terms.calculation.tier_status import TierStatus
    from ka_terms.model.contract.scenario import Scenario


def line_fields(scenario: Scenario, words: Words) -> list[Field[Line]]:
    """A line in the order of csv."""
    return [
        Field("term", places=In.PROGRAMS),
        Field("label", lambda line: words.fee(line.fee), label="term"),
        Field("category", lambda line: line.fee.category, places=In.PROGRAMS),
        Field("amount", kind=Kind.MONEY, label="costs"),
        Field("ratio", kind=Kind.RATIO, label="share"),
        Field("driven_by", places=In.PROGRAMS),
        Field("conditional", lambda line: line.fee.conditional, places=In.JSON),
        Field("conditional", _condition, places=In.CSV),
        Field("sales_driven", places=In.JSON),
        Field("says", lambda line: says_of(line.term, scenario, words), places=In.ROWS),
        Field("explanation", lambda line: explain(line.formula, words), shown=lambda line: _how(line, words)),
        Field("nature", lambda line: _nature(line, words), places=In.TABLE),
    ]


def line_fields_for_people(scenario: Scenario, words: Words) -> list[Field[Line]]:
    """A line in the order of the table: what a contract says and how that comes to the amount stand before it."""
    return in_order(line_fields(scenario, words), "label", "says", "explanation")


def line_fields_for_json(scenario: Scenario, words: Words) -> list[Field[Line]]:
    """A line in the order of json."""
    first = ("term", "label", "category", "conditional", "sales_driven", "driven_by")
    return in_order(line_fields(scenario, words), *first)


def _condition(line: Line) -> str:
    return "conditional" if line.fee.conditional else "unconditional"


def _how(line: Line, words: Words) -> Cell:
    return text(explain(line.formula, words), Emphasis.MUTED)


def _nature(line: Line, words: Words) -> str:
    """fixed, sales-driven or volume-driven; conditional or unconditional."""
    return words.joined(
        lambda one: one.say("join.list").join([one(line.driven_by), one.within(one(_condition(line)))])
    )


def tier_fields(words: Words) -> list[Field[TierStatus]]:
    """How far the plan is from a tier: what is still missing, or how far it is beyond the bound."""
    return [
        Field("measure", lambda status: status.quantity, places=In.JSON),
        Field("inclusive", lambda status: status.tier.inclusive, places=In.JSON),
        Field("tier", lambda status: tier_says(status.tier, status.term, words), places=In.TABLE),
        Field("bound", kind=lambda status: figure_kind(status.quantity), places=In.TABLE | In.JSON),
        Field("measured", places=In.JSON),
        Field(
            "reached",
            places=In.TABLE | In.JSON,
            label="status",
            shown=lambda status: text(words("reached" if status.reached else "not_reached")),
        ),
        Field("distance", places=In.JSON),
        Field("to_go", places=In.TABLE, shown=lambda status: _distance(status, not status.reached)),
        Field("beyond", places=In.TABLE, shown=lambda status: _distance(status, status.reached)),
        Field("rate", lambda status: status.tier.rate, places=In.JSON),
        Field("amount", lambda status: status.tier.amount, places=In.JSON),
    ]


def _distance(status: TierStatus, told: bool) -> Cell:
    return Cell(abs(status.distance), figure_kind(status.quantity)) if told else text("")
