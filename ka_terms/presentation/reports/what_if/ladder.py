"""Ladders as a report: a table per tiered term, one row per tier, and the position of the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ka_terms.model.contract.terms.tiers import TieredTerm
from ka_terms.model.numbers.currency import finest
from ka_terms.model.numbers.number import Index
from ka_terms.model.vocabulary.parameters import Parameter
from ka_terms.presentation.fields import Field, In, columns, flat_cells, record, table
from ka_terms.presentation.reports.charts.lines import ladder_lines
from ka_terms.presentation.reports.notes import notes
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table, text
from ka_terms.presentation.wording.kinds import kind_of_figure
from ka_terms.presentation.wording.rules import rule_says
from ka_terms.presentation.wording.terms import tier_says
from ka_terms.presentation.wording.warnings import of_contract, term_name, warning_text
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.ladder.ladder import ContractLadders, Ladder
    from ka_terms.analysis.ladder.standing import DeadZone, LadderRow

_TERM: tuple[Field[Ladder], ...] = (
    Field("term", lambda ladder: ladder.key),
    Field("mode", lambda ladder: getattr(ladder.term, "mode", None)),
    Field("measure", lambda ladder: getattr(ladder.term, "measure", None)),
    Field("of", lambda ladder: getattr(ladder.term, "of", None)),
)
"""What programs are told of a term before its tiers."""


def _tier_fields(words: Words, *, internal: bool) -> list[Field[LadderRow]]:
    """What is told of every tier; with `internal` also where the jump is earned back on our margin."""
    fields: list[Field[LadderRow]] = [
        Field("tier", lambda rung: rung.position if rung.tier else None, Kind.COUNT, In.CSV),
        Field("rule", _rule, places=In.CSV),
        Field("tier", places=In.TABLE, shown=lambda rung: _said(rung, words)),
        Field("bound", lambda rung: rung.status.bound, _measured),
        Field("index", _index, Kind.INDEX, In.PROGRAMS),
        Field("inclusive", lambda rung: rung.status.inclusive, places=In.PROGRAMS),
        Field("rate", lambda rung: rung.tier and rung.tier.tier.rate, Kind.RATIO, In.PROGRAMS),
        Field("amount", lambda rung: rung.tier and rung.tier.tier.amount, Kind.MONEY, In.PROGRAMS),
        Field("payment", kind=Kind.MONEY, label="ladder.payment"),
        Field("jump", kind=Kind.MONEY, label="ladder.jump", signed=True),
        Field("effective_rate", kind=Kind.RATIO, label="ladder.effective_rate"),
        Field("marginal_rate", kind=_marginal, label="ladder.marginal_rate"),
        _dead_zone(words),
        Field("dead_zone_from", lambda rung: rung.net and rung.status.bound, _measured, In.CSV),
        Field("dead_zone_to", lambda rung: rung.net and rung.net.ends, Kind.AVERAGE, In.CSV),
        _loss("worst_loss", lambda rung: rung.net, "ladder.worst_loss"),
        Field("recovers_at", lambda rung: rung.net and rung.net.ends, Kind.AVERAGE, In.PROGRAMS),
        _recovery("recovers_at_all_fees", lambda rung: rung.all_fees, "ladder.all_fees", words),
        _recovery("recovers_at_margin", lambda rung: rung.margin, "ladder.margin", words),
        _loss("worst_loss_margin", lambda rung: rung.margin, "ladder.margin_loss"),
        Field("distance", lambda rung: rung.status.distance, _measured, label="ladder.distance", signed=True),
        Field("impossible", lambda rung: rung.impossible or None, places=In.JSON),
    ]
    return [field for field in fields if internal or not field.key.endswith("_margin")]


def _dead_zone(words: Words) -> Field[LadderRow]:
    return Field(
        "dead_zone",
        lambda rung: rung.net and {"from": rung.status.bound, "to": rung.net.ends},
        places=In.TABLE | In.JSON,
        label="ladder.dead_zone",
        shown=lambda rung: _end(rung, rung.net, words)._replace(emphasis=_emphasis(rung)),
    )


Zone = Callable[["LadderRow"], "DeadZone | None"]


def _recovery(key: str, zone: Zone, label: str, words: Words) -> Field[LadderRow]:
    """Where the jump is earned back: after all fees, or on our margin."""
    return Field(
        key,
        lambda rung: (there := zone(rung)) and there.ends,
        Kind.AVERAGE,
        label=label,
        shown=lambda rung: _end(rung, zone(rung), words),
    )


def _loss(key: str, zone: Zone, label: str) -> Field[LadderRow]:
    """How much less is kept in the dead zone than just below the threshold."""
    return Field(
        key,
        lambda rung: (there := zone(rung)) and there.worst,
        Kind.MONEY,
        label=label,
        shown=lambda rung: (
            Cell(there.worst, Kind.MONEY) if (there := zone(rung)) else _without(rung, Kind.MONEY)
        ),
    )


def ladder_report(found: Sequence[ContractLadders], words: Words) -> Report:
    """Everything `ladder` says."""
    internal = any(one.internal for one in found)
    scenarios = [one.statement.scenario for one in found]
    own = _notes(found, words, internal=internal)
    return Report(
        headline=[line for one in found for line in _headline(one, words)],
        tables=[_table(one, ladder, words, len(found) > 1) for one in found for ladder in one.ladders],
        notes=notes(words, own, estimated=scenarios),
        flat=_flat(found, words, internal=internal),
        record=lambda: _record(found, words),
        title=" · ".join(scenario.scenario for scenario in scenarios),
        internal=words.say("internal_banner") if internal else "",
        currency=finest(scenario.currency for scenario in scenarios),
        charts=[
            chart
            for one in found
            for ladder in one.ladders
            for chart in ladder_lines(ladder, _standing(one, ladder, words), words)
        ],
    )


def _headline(one: ContractLadders, words: Words) -> Iterator[str]:
    """The position of the plan on each ladder."""
    scenario = one.statement.scenario
    if not one.ladders:
        key = "ladder.none_yearly" if _by_period(one) else "ladder.none"
        yield words.say(key, name=scenario.scenario)
    for ladder in one.ladders:
        yield _standing(one, ladder, words)


def _standing(one: ContractLadders, ladder: Ladder, words: Words) -> str:
    """The position of the plan on one ladder."""
    scenario = one.statement.scenario
    if ladder.standing:
        sentence = warning_text(ladder.standing, words, scenario.currency)
    else:
        sentence = words.say("warning.none", term=term_name(ladder.key, words))
    return of_contract(scenario.scenario, sentence, words)


def _by_period(one: ContractLadders) -> list[str]:
    """The terms that would have a ladder if they were settled by the year."""
    lines = one.statement.lines
    return [line.term for line in lines if any(each.tiers or each.rules for each in line.settlements)]


def _table(contract: ContractLadders, ladder: Ladder, words: Words, named: bool) -> Table:
    """One row a tier; `named` puts the contract into the title."""

    def label(one: Words) -> str:
        fee = one.fee_of(ladder.key, ladder.term)
        if not isinstance(ladder.term, TieredTerm):
            return fee
        return one.say("join.colon").join([fee, one.within(one(ladder.term.mode))])

    parts = [contract.statement.scenario.scenario] if named else []
    title = " · ".join([*parts, words.joined(label)])
    return table(_tier_fields(words, internal=contract.internal), (*ladder.rows, *ladder.rules), words, title)


def _said(rung: LadderRow, words: Words) -> Cell:
    """What a tier or a rule says."""
    if rung.tier:
        return text(tier_says(rung.tier.tier, rung.tier.term, words), _emphasis(rung))
    assert rung.rule is not None  # a row is of one or the other
    key = f"says.{rung.rule.field}"
    return text(words.say(key, rules=rule_says(rung.rule.rule, words)), _emphasis(rung))


def _rule(rung: LadderRow) -> str:
    """The path of a rule inside its term; empty of a tier."""
    return str(Parameter(rung.rule.field, rule=rung.position)) if rung.rule else ""


def _emphasis(rung: LadderRow) -> Emphasis:
    return Emphasis.BAD if rung.loss is not None else Emphasis.NONE


def _measured(rung: LadderRow) -> Kind:
    return kind_of_figure(rung.status.kind)


def _marginal(rung: LadderRow) -> Kind:
    """A share of the figure measured, or money for one more of it."""
    return Kind.RATIO if rung.in_money else Kind.AVERAGE


def _end(rung: LadderRow, zone: DeadZone | None, words: Words) -> Cell:
    """Where a dead zone ends. It is a quotient, which to the cent would blow up every amount beside it."""
    if zone and zone.ends is None:
        return text(words("ladder.never"))
    kind = Kind.AVERAGE if rung.in_money else kind_of_figure(rung.status.kind)
    return Cell(zone.ends, kind) if zone else _without(rung, kind)


def _without(rung: LadderRow, kind: Kind) -> Cell:
    """Blank if nothing is lost; n/a if the loss is unknown."""
    return text("") if rung.movable else Cell(None, kind)


def _notes(found: Sequence[ContractLadders], words: Words, *, internal: bool) -> Iterator[str]:
    """Why tiers are n/a whose bound no plan can reach; what a dead zone is, and a margin."""
    rungs = [(one, rung) for one in found for ladder in one.ladders for rung in (*ladder.rows, *ladder.rules)]
    for one in found:
        for reason in sorted({rung.impossible for owner, rung in rungs if owner is one and rung.impossible}):
            yield words.say(f"impossible.{reason}", name=one.statement.scenario.scenario)
    for one in found:
        if terms := _by_period(one):
            names = words.listed(words.fee_within(key, one.statement.scenario.terms[key]) for key in terms)
            yield words.say("ladder_note.by_period", name=one.statement.scenario.scenario, terms=names)
    if any(rung.uncounted for _, rung in rungs):
        yield words.say("ladder_note.steps")
    if any(rung.net for _, rung in rungs):
        yield words.say("ladder_note.dead_zone")
    if internal:
        yield words.say("ladder_note.margin")


def _flat(found: Sequence[ContractLadders], words: Words, *, internal: bool) -> Table:
    """One row a tier, behind the contract and the term."""
    label: Field[Ladder] = Field("label", lambda ladder: words.fee_of(ladder.key, ladder.term))
    of_term, of_tier = (_TERM[0], label, *_TERM[1:]), _tier_fields(words, internal=internal)
    rows = tuple(
        (text(one.statement.scenario.scenario), *flat_cells(of_term, ladder), *flat_cells(of_tier, rung))
        for one in found
        for ladder in one.ladders
        for rung in (*ladder.rows, *ladder.rules)
    )
    return Table(("scenario", *columns(of_term), *columns(of_tier)), rows)


def _index(rung: LadderRow) -> Decimal | None:
    """The bound as a multiple, where it is stated as one."""
    bound = rung.tier.tier.bound if rung.tier else rung.rule and rung.rule.rule.value
    return bound.value if isinstance(bound, Index) else None


def _record(found: Sequence[ContractLadders], words: Words) -> Mapping[str, Any]:
    """The ladders under the keys of json; bounds and ends are in units of the figure measured."""
    scenarios = []
    for one in found:
        of_tier = _tier_fields(words, internal=one.internal)
        terms = [
            {
                **record(_TERM, ladder),
                "tiers": [record(of_tier, rung) for rung in ladder.rows],
                "rules": [{"rule": _rule(rung), **record(of_tier, rung)} for rung in ladder.rules],
            }
            for ladder in one.ladders
        ]
        scenarios.append({"scenario": one.statement.scenario.scenario, "terms": terms})
    return {"format_version": FORMAT_VERSION, "scenarios": scenarios}
