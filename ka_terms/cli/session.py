"""What every command does around its own work: read with the user's catalogue, answer in the user's words, end with
the right code.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from pathlib import Path

import typer

from ka_terms.analysis.comparison import Incomparable
from ka_terms.calculation.costs import exact_costs
from ka_terms.calculation.readings.reading import Uncomputable
from ka_terms.cli.errors import reason
from ka_terms.cli.options import STANDARD
from ka_terms.model.contract.scenario import Scenario, without_private
from ka_terms.model.numbers.currency import MINOR_DIGITS
from ka_terms.model.numbers.number import read_rate
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.presentation.numbers import NumberStyle, Unit, money_digits, parse_unit
from ka_terms.presentation.renderers import Renderer, UnknownFormat, by_name, by_suffix
from ka_terms.presentation.renderers.look import Look
from ka_terms.presentation.table import Report
from ka_terms.presentation.words import Words, parse_languages, words
from ka_terms.reading.problems.problem import Problem, ReadError
from ka_terms.reading.problems.source import STANDARD_INPUT, read_standard_input
from ka_terms.reading.scenario import Loaded, load
from ka_terms.reading.settings import read_catalogue, read_glossary
from ka_terms.text.messages import message
from ka_terms.text.safe import visible, visible_lines
from ka_terms.writing.writer import write

BAD_INPUT = 1
BAD_USAGE = 2
NOT_MET = 3
"""A guardrail or a house rule is crossed, or what was asked for cannot be attained."""

_MARKED = frozenset({"csv", "tsv"})


def shown_name(path: Path) -> str:
    """What messages call a file."""
    return STANDARD_INPUT if path == STANDARD else str(path)


def say(message: str) -> None:
    """A message to the user, apart from the data; names from files act on no terminal."""
    print(visible_lines(message), file=sys.stderr)


@dataclass(frozen=True)
class Session:
    """The options of one run, as far as they concern reading and answering."""

    format: str = ""
    output: Path | None = None
    force: bool = False
    lang: str = "en"
    unit: str = "1"
    ascii: bool = False
    glossary: Path | None = None
    catalogue_file: Path | None = None
    bom: bool = False
    internal: bool = False
    """Whether what is private may be shown; else no contract that is read holds it."""

    @cached_property
    def catalogue(self) -> Catalogue:
        """The shipped fee types with the user's own."""
        return read_catalogue(self.catalogue_file)

    @property
    def words(self) -> Words:
        """The user's languages and labels, these for what the contracts read so far name themselves before all else."""
        return replace(self._words, named=frozenset(self._named)) if self.glossary else self._words

    @cached_property
    def _named(self) -> set[str]:
        return set()

    @cached_property
    def _words(self) -> Words:
        try:
            languages = parse_languages(self.lang)
        except ValueError as error:
            raise typer.BadParameter(str(error), param_hint="--lang") from None
        return words(languages, read_glossary(self.glossary, self.catalogue.canonical), self.catalogue)

    @cached_property
    def renderer(self) -> Renderer:
        """The format asked for; else the one the output file's suffix tells; else the table."""
        try:
            if self.format:
                return by_name(self.format)
            return by_suffix(self.output) if self.output else by_name("table")
        except UnknownFormat as error:
            raise typer.BadParameter(str(error), param_hint="--format") from None

    def load(self, path: Path) -> Loaded:
        """One scenario, its fees under the keys of the catalogue; `-` is standard input."""
        given = self._given if path == STANDARD else None
        loaded = load(shown_name(path), self.catalogue.canonical, given)
        self._named.update(loaded.scenario.names())
        return loaded if self.internal else replace(loaded, scenario=without_private(loaded.scenario))

    @cached_property
    def _given(self) -> bytes:
        """What standard input holds; it can be read but once."""
        return read_standard_input()

    def load_all(self, paths: Sequence[Path]) -> list[Loaded]:
        """Several scenarios; the problems of all files are told at once."""
        loaded: list[Loaded] = []
        problems: list[Problem] = []
        for path in paths:
            try:
                loaded.append(self.load(path))
            except ReadError as error:
                problems.extend(error.problems)
        if problems:
            raise ReadError(*dict.fromkeys(problems))
        return loaded

    def load_with_plan(
        self, paths: Sequence[Path], plan: Path | None
    ) -> tuple[list[Loaded], Scenario | None]:
        """Several scenarios, and the one on whose plan `--plan` puts them; all problems are told at once."""
        found = self.load_all([*paths, plan] if plan else paths)
        return found[: len(paths)], found[-1].scenario if plan else None

    def emit(self, report: Report, currency: str = "CNY") -> None:
        """Render a report and write it to stdout, or whole into the output file."""
        rendered = self.mark + self.renderer.render(report, self._look(report, currency))
        if self.output:
            write(self.output, rendered, self.force)
            say(f"saved: {self.output}")
        else:
            sys.stdout.write(rendered)

    def check_output(self, kind: str = "") -> None:
        """Refuse what cannot work before any work is done; `kind` is the format where no renderer makes it."""
        _ = self.renderer, self.words, self._scale
        if self.bom and (kind or self.renderer.name) not in _MARKED:
            raise typer.BadParameter(message("the mark goes with csv and tsv only"), param_hint="--bom")

    @property
    def mark(self) -> str:
        """What the output opens with, so that a spreadsheet takes it for UTF-8."""
        return "\ufeff" if self.bom else ""

    @cached_property
    def _scale(self) -> Unit:
        try:
            return parse_unit(self.unit)
        except ValueError as error:
            raise typer.BadParameter(str(error), param_hint="--unit") from None

    def _look(self, report: Report, currency: str) -> Look:
        style = NumberStyle(
            digits=money_digits(report.cells(), MINOR_DIGITS[currency]),
            unit=self._scale,
            na=self.words.first("na"),
            points=self.words.first("points"),
            no_change="-" if self.ascii else "–",
        )
        on_screen = self.output is None and sys.stdout.isatty()
        plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
        width = shutil.get_terminal_size().columns if on_screen else None
        return Look(style, width=width, color=on_screen and not plain, ascii=self.ascii)


@contextmanager
def answering(lang: str) -> Iterator[None]:
    """Turn what can go wrong with the input into a message in the user's language, and an exit code."""
    try:
        yield
    except ReadError as error:
        say(error.translated(_translator(lang)))
        raise typer.Exit(BAD_INPUT) from None
    except (Incomparable, Uncomputable) as error:
        say(f"error: {visible(str(error))}")
        raise typer.Exit(BAD_INPUT) from None
    except typer.BadParameter as error:
        error.message = visible(_translator(lang)(error.message))
        raise


def _translator(lang: str) -> Callable[[str], str]:
    """What says a message in the first of the user's languages; in English where those are not known."""
    try:
        return words(parse_languages(lang)).translate
    except ValueError:
        return str


def told_apart(loaded: Sequence[Loaded]) -> list[Scenario]:
    """The contracts under names that differ: those of one name, as one frozen and one changed since, have their files
    behind it, and those of one file their places.
    """
    names = [one.scenario.scenario for one in loaded]
    files = {name: {one.name for one in loaded if one.scenario.scenario == name} for name in names}
    names = _with_details(
        names, [one.name if len(files[one.scenario.scenario]) > 1 else "" for one in loaded]
    )
    while len({*names}) < len(names):
        names = _with_details(names, [""] * len(names))
    return [
        one.scenario.model_copy(update={"scenario": name}) if name != one.scenario.scenario else one.scenario
        for one, name in zip(loaded, names, strict=True)
    ]


def _with_details(names: Sequence[str], details: Sequence[str]) -> list[str]:
    """The names, with its detail behind each that stands there more than once; without one, its place."""
    counts = Counter(names)
    return [
        name if counts[name] == 1 else f"{name} ({detail or place})"
        for place, (name, detail) in enumerate(zip(names, details, strict=True), 1)
    ]


def parse_near(text: str) -> Decimal:
    """The share of --near."""
    try:
        return read_rate(text)
    except ValueError as error:
        raise typer.BadParameter(reason(error), param_hint="--near") from None


def saved_notes(session: Session, loaded: Loaded) -> list[str]:
    """A doubt about a saved statement: that its amounts are not what its plan and terms come to."""
    if loaded.saved is None:
        return []
    amounts = exact_costs(loaded.scenario)
    keys = dict.fromkeys([*loaded.saved, *amounts])
    wrong = [key for key in keys if loaded.saved.get(key) != amounts.get(key)]
    terms = session.words.say("join.list").join(wrong)
    return [session.words.say("saved_note", name=loaded.name, terms=terms)] if wrong else []


def doubt_notes(session: Session, loaded: Loaded) -> list[str]:
    """In one sentence how many doubts `check` has to tell; that a fee goes by another of its names is none here."""
    from ka_terms.analysis.doubts import OTHER_NAME
    from ka_terms.presentation.doubts import doubts_of

    count = sum(placed.doubt.kind != OTHER_NAME for placed in doubts_of(loaded, session.catalogue))
    return [session.words.say("doubts_note", count=count, name=loaded.name)] if count else []
