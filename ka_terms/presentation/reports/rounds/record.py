"""The rounds of a negotiation under the keys of json, and as rows for csv."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ka_terms.presentation.fields import Field, In, record
from ka_terms.presentation.table import Kind
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.rounds.moves import Move, Step
    from ka_terms.analysis.rounds.rounds import LastYear, Movement, Negotiation, Round, Rounds


class RoundOfYear(NamedTuple):
    """A round with the negotiation that it is a part of."""

    negotiation: Negotiation
    round: Round


def rounds_of(result: Rounds) -> list[RoundOfYear]:
    """Every round of every year."""
    return [RoundOfYear(each, one) for each in result.negotiations for one in each.rounds]


def round_fields() -> list[Field[RoundOfYear]]:
    """What is known of each round."""
    return [
        Field("year", lambda one: one.negotiation.year, places=In.CSV),
        Field("round", lambda one: one.round.number),
        Field("scenario", lambda one: one.round.position.statement.scenario.scenario),
        Field("status", lambda one: one.round.position.statement.scenario.status),
        Field("side", lambda one: one.round.position.offer.whose),
        Field("date", lambda one: day_of(one.round)),
        Field("with", lambda one: one.round.position.offer.partner or None),
        Field("note", lambda one: one.round.position.offer.note or None),
        Field("fees", lambda one: one.round.position.statement.total_fees, Kind.MONEY),
        Field("given", lambda one: one.round.position.given, Kind.MONEY),
        Field("cost", lambda one: one.round.position.cost, Kind.MONEY),
        Field("their_change", lambda one: _change(one.round, "theirs"), Kind.MONEY),
        Field("our_change", lambda one: _change(one.round, "ours"), Kind.MONEY),
        Field("gap_left", lambda one: one.round.gap_left, Kind.MONEY),
        Field("against_last_year", lambda one: one.round.against_last_year, Kind.MONEY),
    ]


def day_of(one: Round) -> str | None:
    """The day of a round; None where it is not known."""
    day = one.position.offer.date
    return day.isoformat() if day else None


def _change(one: Round, side: Any) -> Any:
    step = one.step_of(side)
    return step and step.change


def rounds_record(result: Rounds, words: Words) -> dict[str, Any]:
    """The rounds under the keys of json."""
    return {
        "format_version": FORMAT_VERSION,
        "account": next(filter(None, (one.account for one in _contracts(result))), None),
        "currency": result.plan.currency,
        "plan": result.plan.scenario,
        "years": [_negotiation(each, words) for each in result.negotiations],
    }


def _contracts(result: Rounds) -> list[Any]:
    return [one.round.position.statement.scenario for one in rounds_of(result)]


def _negotiation(each: Negotiation, words: Words) -> dict[str, Any]:
    largest = each.largest
    return {
        "year": each.year,
        "plan": each.plan,
        "rounds": [_round(each, one, words) for one in each.rounds],
        "gap": each.gap,
        "theirs": each.theirs and _movement(each.theirs),
        "ours": each.ours and _movement(each.ours),
        "agreed": each.is_agreed,
        "open": each.open,
        "open_share": each.open_share,
        "open_terms": [_move(move, words, ("offer", "ask")) for move in each.open_terms],
        "last_year": each.last_year and _last_year(each.last_year),
        "largest_step": largest and {"round": largest.number, "side": largest.side, "amount": largest.amount},
        "returned": None if each.returned is None else [*each.returned],
    }


def _round(each: Negotiation, one: Round, words: Words) -> dict[str, Any]:
    return {
        **record(round_fields(), RoundOfYear(each, one)),
        "gives": dict(one.position.offer.gives),
        "steps": [_step(step, words) for step in one.steps],
    }


def _step(step: Step, words: Words) -> dict[str, Any]:
    return {
        "side": step.side,
        "change": step.change,
        "moves": [_move(move, words, ("before", "after")) for move in step.moves],
        "conditions": [*step.conditions],
    }


def _move(move: Move, words: Words, names: tuple[str, str]) -> dict[str, Any]:
    return {
        "term": move.term,
        "label": words.fee_of(move.term),
        "gives": move.is_give,
        names[0]: move.before,
        names[1]: move.after,
        "effect": move.effect,
    }


def _movement(movement: Movement) -> dict[str, Any]:
    return {
        "opening": movement.opening.cost,
        "last": movement.last.cost,
        "moved": movement.moved,
        "share": movement.share,
    }


def _last_year(last_year: LastYear) -> dict[str, Any]:
    return {
        "scenario": last_year.contract.scenario,
        "fees": last_year.fees,
        "uncosted": [*last_year.uncosted],
        "unsettled": [*last_year.unsettled],
    }
