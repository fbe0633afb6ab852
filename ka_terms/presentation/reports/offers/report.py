"""Offers of equal cost side by side: what each changes, and what it costs at low, planned and high sales."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from ka_terms.presentation.chart import Axis, Chart, Series, Shape
from ka_terms.presentation.fields import Field, In, flat, record
from ka_terms.presentation.reports.notes import notes
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table, changed, text
from ka_terms.presentation.wording.input_names import input_inline, input_kind, input_label, input_text
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.inputs.input import Input
    from ka_terms.analysis.offers.choices import Change
    from ka_terms.analysis.offers.offers import Offer, Offers
    from ka_terms.calculation.statement import Statement
    from ka_terms.model.contract.scenario import Scenario


def offers_report(found: Offers, words: Words, estimated: Iterable[Scenario] = ()) -> Report:
    """Everything that `offers` says; `estimated` are the contracts as their files stand."""
    return Report(
        headline=[*_headlines(found, words)],
        tables=[*_tables(found, words)],
        notes=notes(words, _notes(found, words), estimated=estimated),
        flat=flat(_row_fields(), [*_rows(found)]),
        record=lambda: _record(found),
        title=words.say("offers.title", name=found.today.scenario.scenario),
        internal=words.say("internal_banner"),
        currency=found.today.scenario.currency,
        charts=[_chart(found, words)] if found.offers else (),
    )


def _chart(found: Offers, words: Words) -> Chart:
    """What each offer costs more than the contract as it stands, a bar for each case of sales."""
    return Chart(
        "offers",
        Shape.BARS,
        words("offers_note.plan"),
        Axis(""),
        Axis(words("offers.costs"), Kind.MONEY),
        tuple(
            Series(
                _at_sales("offers.more_at", case.kind, case.sales, words),
                tuple(each.more[at] for each in found.offers),
            )
            for at, case in enumerate(found.cases)
        ),
        categories=tuple(offer_name(at, words) for at in range(len(found.offers))),
    )


def letter(at: int) -> str:
    """The name of an offer by its place."""
    return chr(ord("A") + at)


def _headlines(found: Offers, words: Words) -> Iterator[str]:
    money, asked = _money(found, words), found.asked
    span = {"least": money(asked.least), "most": money(asked.most)}
    if not found.offers:
        yield words.say("offers.none", tried=words.count(Decimal(found.tried)), **span)
        return
    yield words.say(
        "offers.found",
        number=words.count(Decimal(found.number)),
        tried=words.count(Decimal(found.tried)),
        count=len(found.offers),
        **span,
    )
    yield from offer_sentences(found, words)


def offer_sentences(found: Offers, words: Words) -> Iterator[str]:
    """Each offer in words: what it changes, and what it costs more or less."""
    for at, offer in enumerate(found.offers):
        yield words.say(
            "offers.offer",
            name=letter(at),
            changes=words.say("join.list").join(_change(change, found, words) for change in offer.changes),
            costs=words.say("join.list").join(_costs(offer, found, words)),
        )


def _change(change: Change, found: Offers, words: Words) -> str:
    """`monthly rebate 2.5% → 3.7%`."""
    input, currency = change.input, found.today.scenario.currency
    return words.say(
        "offers.change",
        name=input_inline(input, words),
        old=input_text(input, input.value, currency),
        new=input_text(input, change.new, currency),
    )


def _costs(offer: Offer, found: Offers, words: Words) -> Iterator[str]:
    """What it costs more or less than the contract as it stands, first as planned."""
    money = _money(found, words)
    order = sorted(range(len(found.cases)), key=lambda at: (at != found.plan, at))
    for at in order:
        case, more = found.cases[at], offer.more[at]
        key = words.by_sign("offers.at_plan" if at == found.plan else "offers.at_sales", more)
        yield words.say(key, amount=money(abs(more)), sales=words.compact(case.sales))


def _money(found: Offers, words: Words) -> Any:
    def money(amount: Decimal) -> str:
        return words.money(amount, found.today.scenario.currency)

    return money


def _tables(found: Offers, words: Words) -> Iterator[Table]:
    if not found.offers:
        return
    names = [offer_name(at, words) for at in range(len(found.offers))]
    headers = (words("offers.item"), words("tornado.today"), *names)
    yield Table(headers, tuple(_changed_rows(found, words)), title=words("offers.changes"))
    yield Table(headers, tuple(_cost_rows(found, words)), title=words("offers.costs"))


def offer_name(at: int, words: Words) -> str:
    """Return what an offer is called, by its place: "Offer A"."""
    return words.joined(lambda one: one.say("offers.name", name=letter(at)))


def _changed_rows(found: Offers, words: Words) -> Iterator[tuple[Cell, ...]]:
    """A row a number that any offer changes; what an offer leaves alone is muted."""
    inputs: dict[str, Input] = {
        change.path: change.input for offer in found.offers for change in offer.changes
    }
    for path, input in inputs.items():
        kind = input_kind(input)
        new = [
            next((change.new for change in offer.changes if change.path == path), None)
            for offer in found.offers
        ]
        cells = (
            Cell(input.value, kind, emphasis=Emphasis.MUTED, stated=True)
            if value is None
            else Cell(value, kind, emphasis=Emphasis.STRONG, stated=True)
            for value in new
        )
        yield text(input_label(input, words)), Cell(input.value, kind, stated=True), *cells


def _cost_rows(found: Offers, words: Words) -> Iterator[tuple[Cell, ...]]:
    for at, case in enumerate(found.cases):
        label = _at_sales("offers.fees_at", case.kind, case.sales, words)
        yield (
            text(label),
            Cell(found.fees[at], Kind.MONEY),
            *(Cell(each.fees[at], Kind.MONEY) for each in found.offers),
        )
    for at, case in enumerate(found.cases):
        label = _at_sales("offers.more_at", case.kind, case.sales, words)
        yield text(label), text(""), *(changed(each.more[at], Kind.MONEY) for each in found.offers)
    for at, case in enumerate(found.cases):
        label = _at_sales("offers.rank_at", case.kind, case.sales, words)
        yield text(label), text(""), *(Cell(Decimal(each.ranks[at]), Kind.COUNT) for each in found.offers)
    statements = (found.today, *(each.statement for each in found.offers))
    yield text(words("fee_ratio")), *(Cell(each.fee_ratio, Kind.RATIO) for each in statements)
    yield text(words("offers.fixed")), *(Cell(_fixed(each), Kind.MONEY) for each in statements)
    if found.today.scenario.together:
        yield text(words("offers.groups")), *(Cell(_groups(each), Kind.MONEY) for each in statements)
    yield (
        text(words("offers.unconditional")),
        *(Cell(_unconditional(each), Kind.MONEY) for each in statements),
    )


def _fixed(statement: Statement) -> Decimal:
    return statement.total(lambda line: line.driven_by == "fixed")


def _groups(statement: Statement) -> Decimal:
    return statement.total(lambda line: bool(line.members))


def _unconditional(statement: Statement) -> Decimal:
    return statement.total(lambda line: line.fee.nature == "unconditional")


def _at_sales(key: str, kind: str, sales: Decimal, words: Words) -> str:
    return words.joined(lambda one: one.say(f"{key}_{kind}", sales=one.compact(sales)))


def _notes(found: Offers, words: Words) -> Iterator[str]:
    if found.dropped:
        yield words.say("offers.dropped", count=found.dropped)
    if found.offers:
        yield words.say("offers_note.whole")
        yield words.say("offers_note.plan")


class _Row(NamedTuple):
    """One number of one offer, for csv."""

    offer: str
    made: Offer
    change: Change
    found: Offers


def _rows(found: Offers) -> Iterator[_Row]:
    for at, offer in enumerate(found.offers):
        for change in offer.changes:
            yield _Row(letter(at), offer, change, found)


def _row_fields() -> list[Field[_Row]]:
    """One row a change, with what its offer costs."""

    def at(row: _Row, kind: str, values: tuple[Any, ...]) -> Any:
        return next(
            (value for case, value in zip(row.found.cases, values, strict=True) if case.kind == kind), None
        )

    return [
        Field("offer", places=In.CSV),
        Field("path", lambda row: row.change.path, places=In.CSV),
        Field("old", lambda row: row.change.input.value, Kind.COUNT, In.CSV),
        Field("new", lambda row: row.change.new, Kind.COUNT, In.CSV),
        *(
            Field(
                f"{name}_{kind}",
                _getter(at, kind, name),
                Kind.MONEY if name != "ranks" else Kind.COUNT,
                In.CSV,
            )
            for name in ("fees", "more", "ranks")
            for kind in ("low", "plan", "high")
        ),
    ]


def _getter(at: Any, kind: str, name: str) -> Any:
    return lambda row: at(row, kind, getattr(row.made, name))


_CHANGE: tuple[Field[Change], ...] = (
    Field("path"),
    Field("old", lambda change: change.input.value),
    Field("new"),
)


def _record(found: Offers) -> dict[str, Any]:
    return {
        "format_version": FORMAT_VERSION,
        "scenario": found.today.scenario.scenario,
        "currency": found.today.scenario.currency,
        "cases": [case._asdict() for case in found.cases],
        "fees": list(found.fees),
        "least": found.asked.least,
        "most": found.asked.most,
        "number": found.number,
        "tried": found.tried,
        "offers": [
            {
                "name": letter(at),
                "changes": [record(_CHANGE, change) for change in offer.changes],
                "fees": list(offer.fees),
                "more": list(offer.more),
                "ranks": list(offer.ranks),
                "fee_ratio": offer.statement.fee_ratio,
                "fixed": _fixed(offer.statement),
                "unconditional": _unconditional(offer.statement),
            }
            for at, offer in enumerate(found.offers)
        ],
    }
