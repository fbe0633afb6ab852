"""What is told of each expectation of a promotion: one list for table, csv and json."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from ka_terms.presentation.fields import Field, In
from ka_terms.presentation.table import Cell, Emphasis, Kind
from ka_terms.presentation.words import Words
from ka_terms.presentation.words.units import readable, titled

if TYPE_CHECKING:
    from ka_terms.analysis.promotions.promotions import Outcome, PromotionAnswer, Promotions


class Row(NamedTuple):
    """One promotion at one expectation; `outcome` is None where nothing is expected."""

    answer: PromotionAnswer
    outcome: Outcome | None


def rows(found: Promotions) -> list[Row]:
    """The promotions in their order, each by its expectations and what it came to."""
    made = []
    for answer in found.answers:
        outcomes = [*answer.outcomes, *([answer.actual] if answer.actual else [])]
        made += [Row(answer, outcome) for outcome in outcomes] or [Row(answer, None)]
    return made


def promotion_name(answer: PromotionAnswer, found: Promotions, words: Words) -> str:
    """What a promotion is called: by the contract's own label, of a term that is judged the name of its fee."""
    key = answer.key
    if key not in found.scenario.promotions:
        return words.fee_of(answer.promotion.terms[0])
    return words.joined(lambda one: titled(one.labelled(key) or readable(key)))


def outcome_fields(found: Promotions, words: Words) -> list[Field[Row]]:
    """A promotion at one expectation; amounts that hold the margin only where it is known."""
    return [
        Field("promotion", lambda row: row.answer.key, places=In.PROGRAMS),
        Field(
            "label", lambda row: promotion_name(row.answer, found, words), places=In.ROWS, label="promo.name"
        ),
        _case_field(words),
        Field("fee", _fee, Kind.MONEY, label="promo.fee"),
        Field("baseline", _baseline, Kind.AVERAGE, label="promo.baseline", reckoned=True),
        Field("sales", lambda row: _came_to(row, "sales"), Kind.AVERAGE, label="promo.sales", reckoned=True),
        Field("uplift", lambda row: _came_to(row, "uplift"), Kind.RATIO, label="promo.uplift", signed=True),
        Field(
            "fee_share",
            lambda row: _came_to(row, "fee_share"),
            Kind.RATIO,
            shown=_share,
            label="promo.fee_share",
        ),
        Field(
            "allowed",
            lambda row: row.answer.promotion.allowed,
            Kind.RATIO,
            label="promo.allowed",
            shown=_allowed,
        ),
        Field("is_allowed", lambda row: row.outcome and row.outcome.is_allowed, places=In.JSON),
        Field(
            "gain",
            lambda row: _came_to(row, "gain"),
            Kind.AVERAGE,
            places=In.ALL if found.margin is not None else In.JSON,
            label="promo.gain",
            signed=True,
            reckoned=True,
        ),
    ]


def _case_field(words: Words) -> Field[Row]:
    return Field(
        "case",
        lambda row: row.outcome and row.outcome.case,
        label="promo.case",
        shown=lambda row: _case(row, words),
    )


def _came_to(row: Row, name: str) -> Decimal | None:
    found: Decimal | None = getattr(row.outcome, name, None)
    return found


def _baseline(row: Row) -> Decimal | None:
    return row.answer.event and row.answer.event.baseline


def _fee(row: Row) -> Decimal:
    paid = row.answer.promotion.actual_fee
    is_actual = row.outcome is not None and row.outcome.case == "actual"
    return paid if is_actual and paid is not None else row.answer.fee


def _allowed(row: Row) -> Cell:
    allowed = row.answer.promotion.allowed
    return Cell("") if allowed is None else Cell(allowed, Kind.RATIO)


def _case(row: Row, words: Words) -> str:
    return "" if row.outcome is None else words(f"promo.case_{row.outcome.case}")


def _share(row: Row) -> Cell:
    """The fee share, set off where the house allows less."""
    outcome = row.outcome
    if outcome is None:
        return Cell(None, Kind.RATIO)
    emphasis = Emphasis.BAD if outcome.is_allowed is False else Emphasis.NONE
    return Cell(outcome.fee_share, Kind.RATIO, emphasis=emphasis)


def retailer_fields(found: Promotions, words: Words) -> list[Field[Row]]:
    """The retailer's side of a promotion at one expectation."""
    return [
        Field("label", lambda row: promotion_name(row.answer, found, words), label="promo.name"),
        _case_field(words),
        _theirs("front", "promo.front"),
        Field("fee", lambda row: _their(row, "fee"), Kind.MONEY, label="promo.fee"),
        _theirs("rebates", "promo.rebates"),
        _theirs("total", "promo.theirs"),
    ]


def _theirs(name: str, label: str) -> Field[Row]:
    return Field(name, lambda row: _their(row, name), Kind.AVERAGE, label=label, signed=True, reckoned=True)


def _their(row: Row, name: str) -> Decimal | None:
    part = row.outcome and row.outcome.retailer
    found: Decimal | None = getattr(part, name, None)
    return found
