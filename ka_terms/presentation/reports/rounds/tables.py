"""The tables of a negotiation: its rounds, what moved in each, the shares of the gap, what is open, and its years."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from ka_terms.presentation.reports.notes import NOTHING
from ka_terms.presentation.reports.rounds.record import RoundOfYear, day_of, rounds_of
from ka_terms.presentation.table import Cell, Emphasis, Kind, Table, changed, text
from ka_terms.presentation.wording.terms import says_of
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.rounds.moves import Move, Position, Step
    from ka_terms.analysis.rounds.offer import Side
    from ka_terms.analysis.rounds.rounds import Movement, Negotiation, Rounds


class _Column(NamedTuple):
    """A column of the table of rounds, which is there only where one of its cells says something."""

    label: str
    cell: Callable[[RoundOfYear], Cell]
    is_shown: Callable[[RoundOfYear], object]


def rounds_table(result: Rounds, words: Words) -> Table:
    """A row a round: whose it is, what it costs, how far each side moved, what is left of the gap."""
    rows = rounds_of(result)
    columns = [column for column in _columns(words) if any(map(column.is_shown, rows))]
    if len(result.negotiations) == 1:
        columns = [column for column in columns if column.label != "rounds.year"]
    return Table(
        tuple(words(column.label) for column in columns),
        tuple(tuple(column.cell(row) for column in columns) for row in rows),
        title=words("rounds.title.rounds"),
    )


def _columns(words: Words) -> list[_Column]:
    def always(_: RoundOfYear) -> bool:
        return True

    def has_gives(row: RoundOfYear) -> bool:
        return bool(row.round.position.offer.gives)

    return [
        _Column("rounds.round", lambda row: text(_number(row)), always),
        _Column("rounds.year", lambda row: text(_year(row.negotiation)), always),
        _Column("rounds.date", lambda row: text(day_of(row.round) or ""), lambda row: day_of(row.round)),
        _Column("scenario", lambda row: text(row.round.position.statement.scenario.scenario), always),
        _Column("rounds.side", lambda row: text(words(f"rounds.{row.round.position.offer.whose}")), always),
        _Column("rounds.with", lambda row: text(row.round.position.offer.partner), _partner),
        _Column("total_fees", lambda row: _money(row.round.position.statement.total_fees), always),
        _Column("rounds.given", lambda row: _money(row.round.position.given), has_gives),
        _Column("rounds.cost", lambda row: _money(row.round.position.cost), has_gives),
        _Column("rounds.their_move", lambda row: _moved(row, "theirs"), lambda row: row.negotiation.theirs),
        _Column("rounds.our_move", lambda row: _moved(row, "ours"), lambda row: row.negotiation.ours),
        _Column("rounds.gap_left", _gap_left, lambda row: row.round.gap_left is not None),
        _Column(
            "rounds.against_last_year",
            lambda row: _effect(row.round.against_last_year),
            lambda row: row.round.against_last_year is not None,
        ),
        _Column("rounds.note", lambda row: text(row.round.position.offer.note), _note),
    ]


def _partner(row: RoundOfYear) -> str:
    return row.round.position.offer.partner


def _note(row: RoundOfYear) -> str:
    return row.round.position.offer.note


def _number(row: RoundOfYear) -> str:
    return str(row.round.number)


def _year(negotiation: Negotiation) -> str:
    return "" if negotiation.year is None else str(negotiation.year)


def _money(amount: Decimal | None) -> Cell:
    return Cell(amount, Kind.MONEY)


def _gap_left(row: RoundOfYear) -> Cell:
    left = row.round.gap_left
    return text("") if left is None else _money(left)


def _effect(value: Decimal | None, emphasis: Emphasis | None = None) -> Cell:
    """What costs us more, or less."""
    judged = Emphasis.NONE if not value else Emphasis.BAD if value > 0 else Emphasis.GOOD
    return changed(value, Kind.MONEY, judged if emphasis is None else emphasis)


def _moved(row: RoundOfYear, side: Side) -> Cell:
    step = row.round.step_of(side)
    return text("") if step is None else _effect(step.change)


def moves_table(negotiation: Negotiation, words: Words) -> Table | None:
    """What moved, round by round and side by side, with a sum each; None before anybody moved."""
    rows = [row for one in negotiation.rounds for step in one.steps for row in _step(one.number, step, words)]
    if not rows:
        return None
    labels = ("rounds.round", "rounds.side", "term", "rounds.before", "rounds.after", "rounds.effect")
    return Table(tuple(map(words, labels)), tuple(rows), title=words("rounds.title.moves"))


def _step(number: int, step: Step, words: Words) -> Iterator[tuple[Cell, ...]]:
    opening = text(str(number)), text(words(f"rounds.{step.side}"))
    for move in step.moves:
        said = (text(_said(move, position, words)) for position in (step.before, step.after))
        yield (*opening, text(_name(move, step, words)), *said, _effect(move.effect))
    blank = text("")
    total = text(words("rounds.sum"), Emphasis.STRONG)
    yield (*opening, total, blank, blank, _effect(step.change, Emphasis.STRONG))


def _name(move: Move, step: Step, words: Words) -> str:
    fees = {**step.before.statement.scenario.fees, **step.after.statement.scenario.fees}
    return words.fee_of(move.term, None if move.is_give else fees.get(move.term))


def _said(move: Move, position: Position, words: Words) -> str:
    """What a position says of a term; of what is given besides, its cost."""
    scenario = position.statement.scenario
    if move.is_give:
        amount = position.offer.gives.get(move.term)
        return NOTHING if amount is None else words.money(amount, scenario.currency)
    return says_of(move.term, scenario, words) if move.term in scenario.fees else NOTHING


def shares_table(negotiation: Negotiation, words: Words) -> Table | None:
    """How much of the gap each side closed, and what is open; None where a side has not opened."""
    if negotiation.gap is None or negotiation.theirs is None or negotiation.ours is None:
        return None
    whole = None if not negotiation.gap else Decimal(1)
    rows = (
        _side(negotiation.theirs, words),
        _side(negotiation.ours, words),
        _of_gap("rounds.open", negotiation.open, negotiation.open_share, words),
        _of_gap("rounds.gap", negotiation.gap, whole, words),
    )
    labels = ("rounds.side", "rounds.opening", "rounds.last", "rounds.gave_up", "rounds.share")
    return Table(tuple(map(words, labels)), rows, words("rounds.title.shares"), total_rows=1)


def _side(movement: Movement, words: Words) -> tuple[Cell, ...]:
    return (
        text(words(f"rounds.{movement.side}")),
        _money(movement.opening.cost),
        _money(movement.last.cost),
        _money(movement.moved),
        Cell(movement.share, Kind.RATIO),
    )


def _of_gap(label: str, amount: Decimal | None, share: Decimal | None, words: Words) -> tuple[Cell, ...]:
    return text(words(label)), text(""), text(""), _money(amount), Cell(share, Kind.RATIO)


def open_table(negotiation: Negotiation, words: Words) -> Table | None:
    """Their last ask beside our last offer, by term; None where nothing is open."""
    if not negotiation.open_terms:
        return None
    standing = negotiation.last.standing
    offer, ask = standing["ours"], standing["theirs"]
    fees = {**offer.statement.scenario.fees, **ask.statement.scenario.fees}
    rows = [
        (
            text(words.fee_of(move.term, None if move.is_give else fees.get(move.term))),
            text(_said(move, offer, words)),
            _money(move.before),
            text(_said(move, ask, words)),
            _money(move.after),
            _effect(move.effect, Emphasis.NONE),
        )
        for move in negotiation.open_terms
    ]
    total = (
        *(text(words("rounds.sum")), text(""), _money(offer.cost)),
        *(text(""), _money(ask.cost), _effect(negotiation.open, Emphasis.NONE)),
    )
    labels = (
        "term",
        "rounds.our_last",
        "rounds.our_cost",
        "rounds.their_last",
        "rounds.their_cost",
        "rounds.open",
    )
    return Table(tuple(map(words, labels)), (*rows, total), words("rounds.title.open"), total_rows=1)


def years_table(result: Rounds, words: Words) -> Table | None:
    """A row a year: how many rounds, which brought the largest step, what came back; None for a single year."""
    if len(result.negotiations) == 1:
        return None
    labels = (
        "rounds.year",
        "rounds.count",
        "rounds.breakthrough",
        "rounds.side",
        "rounds.step",
        "rounds.returned",
    )
    rows = tuple(_of_year(each, words) for each in result.negotiations)
    return Table(tuple(map(words, labels)), rows, words("rounds.title.years"))


def _of_year(each: Negotiation, words: Words) -> tuple[Cell, ...]:
    largest = each.largest
    step = (
        (text(NOTHING), text(NOTHING), text(NOTHING))
        if largest is None
        else (text(str(largest.number)), text(words(f"rounds.{largest.side}")), _money(largest.amount))
    )
    fees = each.theirs.opening.statement.scenario.fees if each.theirs else {}
    names = words.listed(words.fee_of(key, fees.get(key)) for key in each.returned or ())
    return text(_year(each)), Cell(len(each.rounds), Kind.COUNT), *step, text(names or NOTHING)
