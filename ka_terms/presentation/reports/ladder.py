"""Ladders as a report: a table per tiered term, one row per tier, and the position of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ka_terms.model.numbers.currency import finest
from ka_terms.model.numbers.number import Index
from ka_terms.presentation.fields import Field, In, columns, flat_cells, record, table
from ka_terms.presentation.reports.notes import notes
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table, text
from ka_terms.presentation.wording.kinds import figure_kind
from ka_terms.presentation.wording.terms import tier_says
from ka_terms.presentation.wording.warnings import of_contract, term_name, warning_text
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.ladder.ladder import ContractLadders, DeadZone, Ladder, LadderRow
    from ka_terms.analysis.placed_doubts import FileDoubts
    from ka_terms.calculation.statement import Statement

_TERM: tuple[Field[Ladder], ...] = (
    Field("term", lambda ladder: ladder.key),
    Field("mode", lambda ladder: ladder.term.mode),
    Field("measure", lambda ladder: ladder.term.measure),
    Field("of", lambda ladder: ladder.term.of),
)
"""What programs are told of a term before its tiers."""


def _tier_fields(words: Words, *, internal: bool) -> list[Field[LadderRow]]:
    """What is told of every tier; with `internal` also where the jump is earned back on our margin."""
    fields: list[Field[LadderRow]] = [
        Field("tier", lambda rung: rung.position, Kind.COUNT, In.ROWS, shown=lambda rung: _tier(rung, words)),
        Field("bound", lambda rung: rung.status.bound, _measured),
        Field("index", _index, Kind.INDEX, In.PROGRAMS),
        Field("inclusive", lambda rung: rung.status.tier.inclusive, places=In.PROGRAMS),
        Field("rate", lambda rung: rung.status.tier.rate, Kind.RATIO, In.PROGRAMS),
        Field("amount", lambda rung: rung.status.tier.amount, Kind.MONEY, In.PROGRAMS),
        Field("payment", kind=Kind.MONEY, label="ladder.payment"),
        Field("jump", kind=Kind.MONEY, label="ladder.jump", signed=True),
        Field("effective_rate", kind=Kind.RATIO, label="ladder.effective_rate"),
        Field("marginal_rate", kind=_marginal, label="ladder.marginal_rate"),
        *_dead_zone_fields(words),
        *(_margin_fields(words) if internal else ()),
        Field("distance", lambda rung: rung.status.distance, _measured, label="ladder.distance", signed=True),
        Field("impossible", lambda rung: rung.impossible or None, places=In.JSON),
    ]
    return fields


def _dead_zone_fields(words: Words) -> tuple[Field[LadderRow], ...]:
    """Where the jump is earned back on net-net sales, after this term and after all fees."""
    return (
        Field(
            "dead_zone",
            lambda rung: {"from": rung.status.bound, "to": rung.net.ends} if rung.net else None,
            places=In.TABLE | In.JSON,
            label="ladder.dead_zone",
            shown=lambda rung: _end(rung, rung.net, words, _emphasis(rung)),
        ),
        Field("dead_zone_from", lambda rung: rung.status.bound if rung.net else None, _measured, In.CSV),
        Field("dead_zone_to", lambda rung: _ends(rung.net), Kind.AVERAGE, In.CSV),
        Field(
            "worst_loss",
            lambda rung: _most(rung.net),
            Kind.MONEY,
            label="ladder.worst_loss",
            shown=lambda rung: _worst(rung, rung.net),
        ),
        Field("recovers_at", lambda rung: _ends(rung.net), Kind.AVERAGE, In.PROGRAMS),
        Field(
            "recovers_at_all_fees",
            lambda rung: _ends(rung.all_fees),
            Kind.AVERAGE,
            label="ladder.all_fees",
            shown=lambda rung: _end(rung, rung.all_fees, words),
        ),
    )


def _margin_fields(words: Words) -> tuple[Field[LadderRow], ...]:
    return (
        Field(
            "recovers_at_margin",
            lambda rung: _ends(rung.margin),
            Kind.AVERAGE,
            label="ladder.margin",
            shown=lambda rung: _end(rung, rung.margin, words),
        ),
        Field(
            "worst_loss_margin",
            lambda rung: _most(rung.margin),
            Kind.MONEY,
            label="ladder.margin_loss",
            shown=lambda rung: _worst(rung, rung.margin),
        ),
    )


def ladder_report(found: Sequence[ContractLadders], words: Words, files: Iterable[FileDoubts] = ()) -> Report:
    """Everything `ladder` says; `files` are the doubts about the files that the contracts were read from."""
    internal = any(one.internal for one in found)
    tables = [
        _table(one.statement, ladder, words, internal=one.internal, named=len(found) > 1)
        for one in found
        for ladder in one.ladders
    ]
    return Report(
        headline=[line for one in found for line in _headline(one, words)],
        tables=tables,
        notes=notes(
            words,
            _notes(found, words, internal=internal),
            estimated=[one.statement.scenario for one in found],
            files=files,
        ),
        flat=_flat(found, words, internal=internal),
        record=lambda: ladder_record(found, words),
        title=" · ".join(one.statement.scenario.scenario for one in found),
        internal=words.say("internal_banner") if internal else "",
        currency=finest(one.statement.scenario.currency for one in found),
    )


def _headline(one: ContractLadders, words: Words) -> Iterator[str]:
    """The position of the plan on each ladder."""
    scenario = one.statement.scenario
    if not one.ladders:
        yield words.say("ladder.none", name=scenario.scenario)
    for ladder in one.ladders:
        if ladder.standing:
            sentence = warning_text(ladder.standing, words, scenario.currency)
        else:
            sentence = words.say("warning.none", term=term_name(ladder.key, words))
        yield of_contract(scenario.scenario, sentence, words)


def _table(statement: Statement, ladder: Ladder, words: Words, *, internal: bool, named: bool) -> Table:
    """One row a tier; `named` puts the contract into the title."""
    title = words.joined(
        lambda one: one.say("join.colon").join(
            [one.fee_of(ladder.key, ladder.term), one.within(one(ladder.term.mode))]
        )
    )
    title = f"{statement.scenario.scenario} · {title}" if named else title
    return table(_tier_fields(words, internal=internal), ladder.rows, words, title)


def _tier(rung: LadderRow, words: Words) -> Cell:
    return text(tier_says(rung.status.tier, rung.status.term, words), _emphasis(rung))


def _emphasis(rung: LadderRow) -> Emphasis:
    return Emphasis.BAD if rung.loss is not None else Emphasis.NONE


def _measured(rung: LadderRow) -> Kind:
    return figure_kind(rung.status.quantity)


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
    """Blank if nothing is lost; n/a if the loss is unknown."""
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
    """One row a tier, behind the contract and the term."""
    label: Field[Ladder] = Field("label", lambda ladder: words.fee_of(ladder.key, ladder.term))
    of_term, of_tier = (_TERM[0], label, *_TERM[1:]), _tier_fields(words, internal=internal)
    rows = tuple(
        (text(one.statement.scenario.scenario), *flat_cells(of_term, ladder), *flat_cells(of_tier, rung))
        for one in found
        for ladder in one.ladders
        for rung in ladder.rows
    )
    return Table(("scenario", *columns(of_term), *columns(of_tier)), rows)


def _ends(zone: DeadZone | None) -> Decimal | None:
    return zone.ends if zone else None


def _most(zone: DeadZone | None) -> Decimal | None:
    return zone.worst if zone else None


def _index(rung: LadderRow) -> Decimal | None:
    """The bound as a multiple, where it is stated as one."""
    bound = rung.status.tier.bound
    return bound.value if isinstance(bound, Index) else None


def ladder_record(found: Sequence[ContractLadders], words: Words) -> Mapping[str, Any]:
    """The ladders under the keys of json; bounds and ends are in units of the figure measured."""
    return {
        "format_version": FORMAT_VERSION,
        "scenarios": [
            {
                "scenario": one.statement.scenario.scenario,
                "terms": [_term_record(ladder, words, internal=one.internal) for ladder in one.ladders],
            }
            for one in found
        ],
    }


def _term_record(ladder: Ladder, words: Words, *, internal: bool) -> dict[str, Any]:
    fields = _tier_fields(words, internal=internal)
    return {**record(_TERM, ladder), "tiers": [record(fields, rung) for rung in ladder.rows]}
