"""What is told of each step and of each exchange: one list for the table, csv and json."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from ka_terms.presentation.fields import Field, In, table
from ka_terms.presentation.numbers import rounded
from ka_terms.presentation.table import Cell, Kind, Table, changed
from ka_terms.presentation.wording.input_names import input_kind, input_label
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.concessions.cases import SalesCase
    from ka_terms.analysis.concessions.sayable import Sayable
    from ka_terms.analysis.concessions.steps import Cost, Exchange, Steps
    from ka_terms.analysis.contribution import Basis


def step_label(step: Sayable, words: Words) -> str:
    """What moves: `Monthly rebate: rate`, `Payment days`."""
    return words("payment_days") if step.input is None else input_label(step.input, words)


def step_kind(step: Sayable) -> Kind:
    """How its values are written."""
    return Kind.COUNT if step.input is None else input_kind(step.input)


def case_label(case: SalesCase, words: Words) -> str:
    """A case with its sales: `Low (7.2M)`."""
    return words.joined(lambda one: one.say(f"steps.at_{case.kind}", sales=one.compact(case.sales)))


def cost_fields(found: Steps, words: Words) -> list[Field[Cost]]:
    """A step with what it costs in each case of sales; people see amounts in the unit of the page."""
    basis = found.basis
    return [
        Field("kind", lambda cost: cost.step.kind, places=In.PROGRAMS),
        Field("path", lambda cost: cost.step.path, places=In.PROGRAMS),
        Field("label", lambda cost: step_label(cost.step, words), places=In.ROWS, label="steps.step"),
        Field("old", lambda cost: cost.step.old, Kind.COUNT, label="tornado.today", shown=_old),
        Field("new", lambda cost: cost.step.new, Kind.COUNT, label="steps.new", shown=_new),
        *(_amount_field(at, case, basis, words) for at, case in enumerate(found.cases)),
        Field("points", kind=Kind.POINTS, label="steps.share"),
        Field(
            "earn_back",
            lambda cost: cost.earn_back.sales,
            Kind.COUNT,
            label="steps.earn_back",
            shown=partial(_earn_back, basis=basis),
        ),
        Field(
            "not_past",
            lambda cost: cost.earn_back.not_past,
            Kind.MONEY,
            label="steps.not_past",
            shown=_not_past,
        ),
    ]


def has_bounds(found: Steps) -> bool:
    """Whether a fee jumps somewhere above the plan, past which a step is not earned back as it is told."""
    return any(cost.earn_back.not_past is not None for cost in found.costs)


def costs_table(found: Steps, words: Words, title: str) -> Table:
    """A row a step; without the bounds that no step may pass where there are none."""
    made = table(cost_fields(found, words), found.costs, words, title)
    return made if has_bounds(found) else made.without([len(made.columns) - 1])


def _amount_field(at: int, case: SalesCase, basis: Basis, words: Words) -> Field[Cost]:
    header = case_label(case, words)
    return Field(
        f"cost_{case.kind}",
        lambda cost: cost.amounts[at],
        Kind.COUNT,  # programs get every digit, which would be decimals of the page
        label=lambda _: header,
        shown=lambda cost: changed(_rounded(cost.amounts[at], basis), Kind.MONEY),
    )


def _old(cost: Cost) -> Cell:
    return Cell(cost.step.old, step_kind(cost.step), stated=True)


def _new(cost: Cost) -> Cell:
    return Cell(cost.step.new, step_kind(cost.step), stated=True)


def _rounded(amount: Decimal | None, basis: Basis) -> Decimal | None:
    return None if amount is None else basis.rounded(amount)


def _earn_back(cost: Cost, basis: Basis) -> Cell:
    if cost.points is not None and cost.points <= 0:  # nothing is to be earned back
        return Cell("–")
    return changed(_rounded(cost.earn_back.sales, basis), Kind.MONEY)


def _not_past(cost: Cost) -> Cell:
    bound = cost.earn_back.not_past
    return Cell("") if bound is None else Cell(bound, Kind.MONEY)


def exchange_fields(cases: Sequence[SalesCase], words: Words) -> list[Field[Exchange]]:
    """What costs as much as one step."""
    return [
        Field("kind", places=In.PROGRAMS),
        Field("path", lambda each: each.step.path if each.step else "", places=In.PROGRAMS),
        Field("label", lambda each: exchange_label(each, words), places=In.ROWS, label="steps.instead"),
        *(_worth_field(at, case, words) for at, case in enumerate(cases)),
    ]


def _worth_field(at: int, case: SalesCase, words: Words) -> Field[Exchange]:
    header = case_label(case, words)
    return Field(
        f"amount_{case.kind}",
        lambda each: each.amounts[at],
        Kind.COUNT,
        label=lambda _: header,
        shown=partial(_worth, at=at),
    )


def _worth(each: Exchange, at: int) -> Cell:
    amount, kind = each.amounts[at], worth_kind(each)
    return Cell(amount if amount is None or kind is not Kind.COUNT else rounded(amount, 2), kind)


def worth_kind(each: Exchange) -> Kind:
    """How much of it is written: shares in points, everything else with two decimals."""
    if each.kind == "points" or (each.step is not None and step_kind(each.step) in (Kind.RATIO, Kind.INDEX)):
        return Kind.POINTS
    return Kind.COUNT if each.step is not None and step_kind(each.step) is Kind.COUNT else Kind.AVERAGE


def exchange_label(each: Exchange, words: Words) -> str:
    """What is given instead."""
    return step_label(each.step, words) if each.step else words(f"steps.{each.kind}")
