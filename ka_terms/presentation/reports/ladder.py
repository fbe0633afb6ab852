"""Ladders as a report: a table a tiered term, one row a tier, and where the plan stands on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from ka_terms.analysis.ladder.ladder import DeadZone, Ladder, LadderRow
from ka_terms.analysis.ladder.warnings import standing_of
from ka_terms.calculation.statement import Statement
from ka_terms.model.numbers.number import Index
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table, text
from ka_terms.presentation.wording.kinds import figure_kind
from ka_terms.presentation.wording.terms import tier_says
from ka_terms.presentation.wording.warnings import of_contract, term_name, warning_text
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

_COLUMNS = ("payment", "jump", "effective_rate", "marginal_rate", "dead_zone", "worst_loss", "all_fees")
_MARGIN_COLUMNS = ("margin", "margin_loss")
_FLAT = (
    *("scenario", "term", "label", "mode", "measure", "of", "tier", "bound", "index", "inclusive", "rate"),
    *("amount", "payment", "jump", "effective_rate", "marginal_rate", "dead_zone_from", "dead_zone_to"),
    *("worst_loss", "recovers_at", "recovers_at_all_fees"),
)


class ContractLadders(NamedTuple):
    """A contract with its ladders; `internal` where the margin may be shown, and the contract has one."""

    statement: Statement
    ladders: Sequence[Ladder]
    internal: bool


def ladder_report(found: Sequence[ContractLadders], words: Words, notes: Sequence[str] = ()) -> Report:
    """Everything `ladder` says."""
    internal = any(one.internal for one in found)
    tables = [
        _table(one.statement, ladder, words, internal=one.internal, named=len(found) > 1)
        for one in found
        for ladder in one.ladders
    ]
    return Report(
        headline=[line for one in found for line in _headline(one, words)],
        tables=tables,
        notes=[*_notes(found, words, internal=internal), *notes],
        flat=_flat(found, words, internal=internal),
        record=lambda: ladder_record(found),
        title=" · ".join(one.statement.scenario.scenario for one in found),
        internal=words.say("internal_banner") if internal else "",
    )


def _headline(one: ContractLadders, words: Words) -> Iterator[str]:
    """Where the plan stands on each ladder."""
    scenario = one.statement.scenario
    if not one.ladders:
        yield words.say("ladder.none", name=scenario.scenario)
    for ladder in one.ladders:
        warning = standing_of(ladder.key, ladder.rows)
        if warning:
            sentence = warning_text(warning, words, scenario.currency)
        else:
            sentence = words.say("warning.none", term=term_name(ladder.key, words))
        yield of_contract(one.statement, sentence, words)


def _table(statement: Statement, ladder: Ladder, words: Words, *, internal: bool, named: bool) -> Table:
    """One row a tier; `named` puts the contract into the title."""
    columns = [*_COLUMNS, *(_MARGIN_COLUMNS if internal else ()), "distance"]
    rows = tuple(_row(ladder, rung, words, internal=internal) for rung in ladder.rows)
    title = words.joined(
        lambda one: one.say("join.comma").join(
            [one.fee_of(ladder.key, ladder.term), one.within(one(ladder.term.mode))]
        )
    )
    return Table(
        (words("tier"), words("bound"), *(words(f"ladder.{column}") for column in columns)),
        rows,
        title=f"{statement.scenario.scenario} · {title}" if named else title,
    )


def _row(ladder: Ladder, rung: LadderRow, words: Words, *, internal: bool) -> tuple[Cell, ...]:
    kind = figure_kind(rung.status.quantity)
    emphasis = Emphasis.BAD if rung.loss is not None else Emphasis.NONE
    return (
        text(tier_says(rung.status.tier, ladder.term, words), emphasis),
        Cell(rung.status.bound, kind),
        Cell(rung.payment, Kind.MONEY),
        Cell(rung.jump, Kind.MONEY, signed=True),
        Cell(rung.effective_rate, Kind.RATIO),
        Cell(rung.marginal_rate, _marginal(rung)),
        _end(rung, rung.net, words, emphasis),
        _worst(rung, rung.net),
        _end(rung, rung.all_fees, words),
        *((_end(rung, rung.margin, words), _worst(rung, rung.margin)) if internal else ()),
        Cell(rung.status.distance, kind, signed=True),
    )


def _marginal(rung: LadderRow) -> Kind:
    """A share of the figure measured, or money for one more of it."""
    return Kind.RATIO if rung.in_money else Kind.AVERAGE


def _end(rung: LadderRow, zone: DeadZone | None, words: Words, emphasis: Emphasis = Emphasis.NONE) -> Cell:
    """Where a dead zone ends. It is a quotient, which to the cent would blow up every amount beside it."""
    if zone and zone.ends is None:
        return text(words("ladder.never"), emphasis)
    kind = Kind.AVERAGE if rung.in_money else figure_kind(rung.status.quantity)
    return Cell(zone.ends, kind, emphasis=emphasis) if zone else _without(rung, kind)


def _worst(rung: LadderRow, zone: DeadZone | None) -> Cell:
    return Cell(zone.worst, Kind.MONEY) if zone else _without(rung, Kind.MONEY)


def _without(rung: LadderRow, kind: Kind) -> Cell:
    """Nothing where nothing is lost; n/a where that cannot be told."""
    return text("") if rung.movable else Cell(None, kind)


def _notes(found: Sequence[ContractLadders], words: Words, *, internal: bool) -> Iterator[str]:
    yield from _impossible(found, words)
    rungs = [rung for one in found for ladder in one.ladders for rung in ladder.rows]
    if any(rung.net for rung in rungs):
        yield words.say("ladder_note.dead_zone")
    if internal:
        yield words.say("ladder_note.margin")


def _impossible(found: Sequence[ContractLadders], words: Words) -> Iterator[str]:
    """Why tiers are n/a whose bound no plan can reach."""
    for one in found:
        reasons = {rung.impossible for ladder in one.ladders for rung in ladder.rows if rung.impossible}
        for reason in sorted(reasons):
            yield words.say(f"impossible.{reason}", name=one.statement.scenario.scenario)


def _flat(found: Sequence[ContractLadders], words: Words, *, internal: bool) -> Table:
    columns = (*_FLAT, *(("recovers_at_margin", "worst_loss_margin") if internal else ()), "distance")
    rows = tuple(
        _flat_row(one.statement, ladder, rung, words, internal=internal)
        for one in found
        for ladder in one.ladders
        for rung in ladder.rows
    )
    return Table(columns, rows)


def _flat_row(
    statement: Statement, ladder: Ladder, rung: LadderRow, words: Words, *, internal: bool
) -> tuple[Cell, ...]:
    term, status, kind = ladder.term, rung.status, figure_kind(rung.status.quantity)
    net = rung.net
    on_margin = (
        (Cell(_ends(rung.margin), Kind.AVERAGE), Cell(_most(rung.margin), Kind.MONEY)) if internal else ()
    )
    return (
        *map(text, (statement.scenario.scenario, ladder.key, words.fee_of(ladder.key, term))),
        *map(text, (term.mode, term.measure, term.of)),
        Cell(rung.position, Kind.COUNT),
        Cell(status.bound, kind),
        Cell(_index(rung), Kind.INDEX),
        text("yes" if status.tier.inclusive else "no"),
        Cell(status.tier.rate, Kind.RATIO),
        Cell(status.tier.amount, Kind.MONEY),
        Cell(rung.payment, Kind.MONEY),
        Cell(rung.jump, Kind.MONEY),
        Cell(rung.effective_rate, Kind.RATIO),
        Cell(rung.marginal_rate, _marginal(rung)),
        Cell(status.bound if net else None, kind),
        Cell(_ends(net), Kind.AVERAGE),
        Cell(_most(net), Kind.MONEY),
        Cell(_ends(net), Kind.AVERAGE),
        Cell(_ends(rung.all_fees), Kind.AVERAGE),
        *on_margin,
        Cell(status.distance, kind),
    )


def _ends(zone: DeadZone | None) -> Decimal | None:
    return zone.ends if zone else None


def _most(zone: DeadZone | None) -> Decimal | None:
    return zone.worst if zone else None


def _index(rung: LadderRow) -> Decimal | None:
    """The bound as a multiple, where it is stated as one."""
    bound = rung.status.tier.bound
    return bound.value if isinstance(bound, Index) else None


def ladder_record(found: Sequence[ContractLadders]) -> Mapping[str, Any]:
    """The ladders under the keys of json; bounds and ends are in units of the figure measured."""
    return {
        "format_version": FORMAT_VERSION,
        "scenarios": [
            {
                "scenario": one.statement.scenario.scenario,
                "terms": [_term_record(ladder, internal=one.internal) for ladder in one.ladders],
            }
            for one in found
        ],
    }


def _term_record(ladder: Ladder, *, internal: bool) -> dict[str, Any]:
    term = ladder.term
    return {
        "term": ladder.key,
        "mode": term.mode,
        "measure": term.measure,
        "of": term.of,
        "tiers": [_tier_record(rung, internal=internal) for rung in ladder.rows],
    }


def _tier_record(rung: LadderRow, *, internal: bool) -> dict[str, Any]:
    status, net = rung.status, rung.net
    margin = {"recovers_at_margin": _ends(rung.margin), "worst_loss_margin": _most(rung.margin)}
    return {
        "bound": status.bound,
        "index": _index(rung),
        "inclusive": status.tier.inclusive,
        "rate": status.tier.rate,
        "amount": status.tier.amount,
        "payment": rung.payment,
        "jump": rung.jump,
        "effective_rate": rung.effective_rate,
        "marginal_rate": rung.marginal_rate,
        "dead_zone": {"from": status.bound, "to": net.ends} if net else None,
        "worst_loss": _most(net),
        "recovers_at": _ends(net),
        "recovers_at_all_fees": _ends(rung.all_fees),
        **(margin if internal else {}),
        "distance": status.distance,
        "impossible": rung.impossible or None,
    }
