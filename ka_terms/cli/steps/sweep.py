"""The steps of `ka-terms sweep`: from its words to a query, and from the rows found to what is shown."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, islice
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ka_terms.analysis.inputs.inputs import path_and_rest
from ka_terms.analysis.sweep.blocks import PLAIN_UP_TO, Invalid, Prepared, validate_corners
from ka_terms.analysis.sweep.quantiles import quantiles
from ka_terms.analysis.sweep.query import SweepQuestion, read_query
from ka_terms.analysis.sweep.result import SweepResult, assessed_sweep, empty_result, with_points
from ka_terms.analysis.sweep.rows import Point, Query, Rows, all_columns, best, first_metric, points, rows
from ka_terms.cli.errors import blamed_on, both, reason, refused, say
from ka_terms.cli.options import MOST_SHOWN, split_names
from ka_terms.cli.progress import watched
from ka_terms.cli.session import Session, parse_near
from ka_terms.cli.steps.charts import with_sweep_charts
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import Fault, quoted, refusal
from ka_terms.presentation.renderers.registry import Format, streaming
from ka_terms.presentation.reports.what_if.quantiles import PERCENTS, spread_report
from ka_terms.presentation.reports.what_if.sweep import impossible_notes, sweep_report
from ka_terms.reading.several import distinctly_named
from ka_terms.text.messages import enumerated, message
from ka_terms.writing.streaming.stream import too_many
from ka_terms.writing.streaming.sweep_rows import write_sweep

if TYPE_CHECKING:
    from ka_terms.cli.commands.sweep import SweepOptions

ASK_FROM = 10_000_000
"""Combinations from which `--yes` is needed."""
_WRITING = 1e-6
"""Seconds that a row takes to be written, about."""
_TIMED = 12
"""Blocks by which the time for all of them is estimated."""


def answer(session: Session, files: Sequence[Path], options: SweepOptions) -> None:
    """Read, sweep, and put out: a table of what a person reads, or rows as they come."""
    file_format, distance = session.renderer, parse_near(options.near)
    found = distinctly_named(session.load_all(files))
    scenarios = [one.case("likely") for one in found]
    query = _question(session, options, scenarios)
    made = _prepared(query, scenarios)
    frame, ready = empty_result(query, scenarios, made), tuple(one.scenario for one in made)
    few = options.spread or options.best is not None
    if not few:
        _refuse_too_many(query, ready, file_format)
    _ask(query, ready, options.yes, file_format.stream is not None and not few)
    streamed = file_format.streams_always or (not few and _are_many(session, query, ready))
    if streamed:
        _refuse_beside_rows(session)
    if file_format.has_rows_alone or (streamed and file_format.for_people):
        for note in impossible_notes(frame, session.words):
            say(note)
    if streamed:
        parts = _watched(session, ready, query, all_columns)
        write_sweep(file_format.name, frame, parts, session.output, session.force, session.shown)
        if session.output:
            session.tell(message("saved: {file}", file=session.output))
    elif options.spread:
        spreads = [quantiles(_watched(session, [one], query, first_metric), PERCENTS) for one in ready]
        session.emit(spread_report(frame, spreads, session.words))
    else:
        swept = _gathered(session, frame, ready, options.best)
        assessed = assessed_sweep(swept, distance, session.catalogue)
        report = sweep_report(assessed, session.words, found)
        session.emit(with_sweep_charts(report, swept, ready, session))


def _watched(
    session: Session,
    ready: Sequence[Scenario],
    query: Query,
    prepare: Callable[[Rows], object] = lambda _: None,
) -> Iterator[Rows]:
    parts, total = rows(ready, query, prepare=prepare), query.grid.size * len(ready)
    return watched(parts, lambda part: part.done, total, session.words.translate)


def _question(session: Session, options: SweepOptions, scenarios: Sequence[Scenario]) -> Query:
    """What the options ask, each fault told of its own option."""
    with blamed_on("--vary", metrics="--metric", where="--where"):
        pairs, names = [*map(_path_and_values, options.vary)], split_names(options.metric)
        asked = SweepQuestion(pairs, names, options.where, options.zipped)
        return read_query(scenarios, asked, session.catalogue, internal=session.internal)


def _path_and_values(text: str) -> tuple[str, str]:
    path, values = path_and_rest(text)
    if not values:
        path = re.split("[:：=＝ ]", path)[0]
        fix = message("write {first} or {second}", first=f"{path}=8M,9M,10M", second=f"{path}=3M..12M..250k")
        raise refusal(Fault(quoted(text), message("PATH=VALUES"), fix))
    return path, values


def _prepared(query: Query, scenarios: Sequence[Scenario]) -> tuple[Prepared, ...]:
    """The contracts, made ready for the grid, or the point at which one of them would be no valid scenario."""
    try:
        return tuple(validate_corners(scenario, query.grid) for scenario in scenarios)
    except Invalid as error:
        place = enumerated(f"{path} {value:,f}" for path, value in error.values.items())
        text = message("at {place}: {reason}", place=place, reason=reason(error.reason))
        raise typer.BadParameter(text, param_hint="--vary") from None


def _total(query: Query, ready: Sequence[Scenario]) -> int:
    return query.grid.size * len(ready)


def _refuse_too_many(query: Query, ready: Sequence[Scenario], file_format: Format) -> None:
    """Errors: more combinations than a file of the format holds rows, where no rule may leave some out."""
    stream, total = file_format.stream, _total(query, ready)
    if stream and stream.most is not None and total > stream.most and not query.rules:
        raise refused("--vary", too_many(file_format, total))


def _are_many(session: Session, query: Query, ready: Sequence[Scenario]) -> bool:
    """Whether the format writes its rows one after another; where people read them, rules may leave few of many."""
    file_format, total = session.renderer, _total(query, ready)
    most = MOST_SHOWN if file_format.for_people else PLAIN_UP_TO
    if file_format.stream is None or total <= most or not (file_format.for_people and query.rules):
        return file_format.stream is not None and total > most
    counts = accumulate(part.size for part in _watched(session, ready, query))
    return any(count > most for count in counts)


def _refuse_beside_rows(session: Session) -> None:
    """Errors: options of tables, which rows that are written one after another cannot follow."""
    if session.unit != "1":
        names = enumerated(name for name, entry in streaming().items() if entry.streams_always)
        expected = message("no unit, because {names} and very long outputs contain full amounts", names=names)
        fix = message("remove {option}", option="--unit")
        raise refused("--unit", Fault(quoted(session.unit), expected, fix))
    if session.parts or session.columns:
        option = "--parts" if session.parts else "--columns"
        expected = message("all columns, because very long outputs are written row by row")
        fix = message("remove {option}", option=option)
        raise refused(option, Fault(message("a selection"), expected, fix))


def _ask(query: Query, scenarios: Sequence[Scenario], yes: bool, written: bool) -> None:
    """Refuse very many points unless told to do them; says how many there are and how long they take, about."""
    total = _total(query, scenarios)
    if total <= ASK_FROM or yes:
        return
    parts = rows(scenarios, query)
    next(parts)  # loads what it takes, which is done once only
    begun = time.perf_counter()
    # So many that those which threads have done meanwhile do not count much.
    done = sum(part.done for part in islice(parts, _TIMED))
    seconds = (time.perf_counter() - begun) * total / done + written * _WRITING * total
    if seconds < 120:
        duration = message("about {count:,.0f} seconds", count=max(seconds, 2))
    else:
        duration = message("about {count:,.0f} minutes", count=seconds / 60)
    found = message("{count:,} combinations ({duration})", count=total, duration=duration)
    expected = message("at most {count:,}", count=ASK_FROM)
    raise refused("--vary", Fault(found, expected, message("use a larger step, or add --yes")))


def _gathered(
    session: Session, frame: SweepResult, ready: Sequence[Scenario], count: int | None
) -> SweepResult:
    """The points to be shown, the best or all of them; with cliffs and crossings where the format shows any."""
    if count is not None:
        found = _watched(session, ready, frame.query, first_metric)
        leading = best(found, count, frame.query.metrics[0].more_is_better)
        return frame._replace(points=tuple(leading), best_of=_total(frame.query, ready))
    file_format = session.renderer
    most = MOST_SHOWN if file_format.for_people else PLAIN_UP_TO
    found = _watched(session, ready, frame.query)
    return with_points(frame, ready, _bounded(points(found), most), landmarks=not file_format.has_rows_alone)


def _bounded(found: Iterable[Point], most: int) -> Iterator[Point]:
    for at, point in enumerate(found):
        if at == most:
            names = enumerated(streaming())
            fix = message("use --where or --best, or one of the formats {names}", names=names)
            fault = Fault(message("more than {count:,} rows", count=most), message("a shorter table"), fix)
            raise refused("--vary", fault)
        yield point


def refuse_together(options: SweepOptions, file_format: Format) -> None:
    """Refuse options that contradict each other."""
    few = "--spread" if options.spread else "--best" if options.best is not None else ""
    if options.spread and options.best is not None:
        raise both("--spread", "--best")
    if few and file_format.streams_always:
        found = message("{name} together with {option}", name=file_format.name, option=few)
        expected = message("all rows in this format")
        fix = message("remove {option}, or choose another format", option=few)
        raise refused("--format", Fault(found, expected, fix))
