"""The page before a meeting: tables and sentences for every format, and one A4 for print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from ka_terms.presentation.chart import Axis, Chart, Series, Shape
from ka_terms.presentation.fields import Field, In, flat, record, table
from ka_terms.presentation.paper import Paper, Paragraph, Section, Tone
from ka_terms.presentation.reports.brief.sentences import Sentences
from ka_terms.presentation.reports.concessions.fields import cost_fields, costs_table
from ka_terms.presentation.reports.concessions.no_deal_tables import no_deal_record
from ka_terms.presentation.reports.notes import notes
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.brief.brief import Brief
    from ka_terms.analysis.brief.moves import Move, Moves
    from ka_terms.analysis.brief.positions import Position
    from ka_terms.model.contract.scenario import Scenario

_FRAMED = "zh-Hans"
_TARGET = "target"


class Meeting(NamedTuple):
    """What somebody writes on the page: the day, with whom, and questions of their own."""

    day: date | None = None
    counterpart: str = ""
    questions: tuple[str, ...] = ()
    version: str = ""


def brief_report(result: Brief, meeting: Meeting, words: Words, estimated: Iterable[Scenario] = ()) -> Report:
    """Everything that `brief` says; `estimated` are the contracts as their files stand."""
    said = Sentences(result, words)
    gap, broken = [*said.gap()], [*said.no_deal()]
    positions = table(position_fields(result, words), result.positions, words, words("brief.positions"))
    steps = costs_table(result.steps, words, words(f"brief.steps_{result.starts_from}"))
    lists = [(key, lines) for key, lines in _lists(result, said, meeting) if lines]
    basis, rows = [*said.basis()], [_row(lines, words) for lines in (gap[1:], broken) if lines]
    listed = [
        words.say("approval.colon", label=words.first(f"brief.{key}"), text=_row(lines, words))
        for key, lines in lists
    ]
    return Report(
        headline=(*gap, *broken, *said.say()),
        tables=(positions, steps),
        notes=notes(words, [*listed, *basis], estimated=estimated),
        flat=flat(position_fields(result, words), result.positions),
        record=lambda: _record(result, words),
        title=_title(result, words),
        internal=words.say("internal_banner"),
        currency=result.target.scenario.currency,
        charts=[_chart(result, gap[0] if gap else "", words)],
        paper=Paper(
            _title(result, words.first),
            _corner(result, meeting, words),
            (
                Section(words("brief.gap_label"), (Paragraph(gap[0], Tone.LEAD), *_body(rows))),
                Section(words("brief.positions"), (positions._replace(title=""),)),
                Section(steps.title, (costs_table(result.dearest, words, ""), *_body([*said.steps()]))),
                *(Section(words(f"brief.{key}"), (*_body(lines),)) for key, lines in lists),
            ),
            (*basis, *([f"ka-terms {meeting.version}"] if meeting.version else [])),
            framed=words.language == _FRAMED,
        ),
    )


def _lists(result: Brief, said: Sentences, meeting: Meeting) -> Iterator[tuple[str, list[str]]]:
    """The lists of the page under the keys of their titles."""
    yield "give", [*said.moves(result.gives, result.offer, result.target)]
    yield "get", [*said.moves(result.gets, result.request, result.target), *said.wanted()]
    yield "offers", [*said.offers()]
    yield "last", [*said.since()]
    yield "questions", [*said.questions(meeting.questions)]


def _row(sentences: Sequence[str], words: Words) -> str:
    return (" " if words.language == "en" else "").join(sentences)


def _body(sentences: Sequence[str]) -> Iterator[Paragraph]:
    return (Paragraph(sentence) for sentence in sentences)


def _title(result: Brief, words: Words) -> str:
    year = result.target.scenario.year
    key = "brief.title" if year is None else "brief.title_of_year"
    return words.joined(lambda one: one.say(key, year=year))


def _corner(result: Brief, meeting: Meeting, words: Words) -> tuple[str, ...]:
    """The account, and the day and the other side, or lines to write them on."""
    scenario = result.target.scenario
    day = meeting.day.isoformat() if meeting.day else "____.__.__"
    return (
        scenario.account or scenario.scenario,
        words.say("brief.meeting", day=day, who=meeting.counterpart or "______"),
    )


def position_fields(result: Brief, words: Words) -> list[Field[Position]]:
    """Where each side stands."""
    low = result.low
    at_low = "" if low is None else words.compact(low.sales)

    def header(key: str) -> str:
        return words.joined(lambda one: one.say(f"brief.{key}", sales=at_low))

    in_table = In.ALL if low else In.PROGRAMS
    return [
        Field("role", shown=lambda position: _role(position, result, words), label="brief.position"),
        Field("fees", kind=Kind.MONEY, label="total_fees"),
        Field("fee_ratio", kind=Kind.RATIO),
        Field("contribution", kind=Kind.MONEY, label="approval.contribution"),
        Field("contribution_ratio", kind=Kind.RATIO, label="brief.of_sales"),
        Field("low_fees", kind=Kind.MONEY, places=in_table, label=lambda _: header("low_fees")),
        Field("low_ratio", kind=Kind.RATIO, places=in_table, label=lambda _: header("low_ratio")),
    ]


def _role(position: Position, result: Brief, words: Words) -> Cell:
    year = result.last_year
    label = words.joined(
        lambda one: (
            one.say(f"brief.{position.role}_of_year", year=year)
            if position.role == "old_terms" and year
            else one.say(f"brief.role_{position.role}")
        )
    )
    return Cell(label, emphasis=Emphasis.STRONG if position.role == _TARGET else Emphasis.NONE)


def _chart(result: Brief, title: str, words: Words) -> Chart:
    """The fees of each position."""
    labels = tuple(str(_role(position, result, words).value) for position in result.positions)
    return Chart(
        "positions",
        Shape.BARS,
        title,
        Axis(""),
        Axis(words("total_fees"), Kind.MONEY),
        (Series(words("total_fees"), tuple(position.fees for position in result.positions)),),
        categories=labels,
    )


def _moves_record(moves: Moves | None) -> Any:
    def told(move: Move) -> dict[str, Any]:
        return {"term": move.term, "amount": move.amount}

    if moves is None:
        return None
    return {"largest": [*map(told, moves.largest)], "rest": moves.rest, "rest_count": moves.rest_count}


def _record(result: Brief, words: Words) -> dict[str, Any]:
    steps = result.steps
    scenario = result.target.scenario
    return {
        "format_version": FORMAT_VERSION,
        "scenario": scenario.scenario,
        "account": scenario.account,
        "year": scenario.year,
        "currency": scenario.currency,
        "low_sales": result.low.sales if result.low else None,
        "positions": [record(position_fields(result, words), position) for position in result.positions],
        "gap": result.gap._asdict() if result.gap else None,
        "above_walk_away": result.above_walk_away,
        "past_walk_away": result.past_walk_away,
        "lacks": list(result.basis.lacks),
        "point": steps.point,
        "days": None if steps.days is None else {"fees_paid": steps.days[0], "fees_saved": steps.days[1]},
        "steps": [record(cost_fields(steps, words), cost) for cost in steps.costs],
        "no_deal": no_deal_record(steps.no_deal),
        "gives": _moves_record(result.gives),
        "gets": _moves_record(result.gets),
        "wanted": list(result.wanted),
        "worth": dict(result.worth),
        "since": _moves_record(result.since),
        "offers": None
        if result.offers is None
        else [
            {
                "changes": {change.path: change.new for change in offer.changes},
                "more": list(offer.more),
            }
            for offer in result.offers.offers
        ],
    }
