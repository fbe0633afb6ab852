"""What every command does around its own work: read with the user's catalogue, and answer in the user's words."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ka_terms.cli.errors import blamed_on, file_of, refused, say
from ka_terms.cli.options import STANDARD, SharedOptions, split_names
from ka_terms.model.contract.scenario import Scenario, without_private
from ka_terms.model.faults import Fault, quoted
from ka_terms.model.numbers.currency import MINOR_DIGITS
from ka_terms.model.numbers.number import read_rate
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.presentation.numbers import NumberStyle, Unit, money_digits, parse_unit
from ka_terms.presentation.renderers.pictures.fonts import NoFont
from ka_terms.presentation.renderers.prepare import ChartWords, Look
from ka_terms.presentation.renderers.registry import FORMATS, Format, by_name, by_suffix
from ka_terms.presentation.renderers.template import UnfitTemplate
from ka_terms.presentation.selection import Selection, Unmatched, selected
from ka_terms.presentation.table import Report
from ka_terms.presentation.words import Words, parse_languages, words
from ka_terms.reading.problems.problem import STANDARD_INPUT, Problem, ReadError
from ka_terms.reading.problems.source import read_bytes, read_standard_input
from ka_terms.reading.scenario import Loaded, load
from ka_terms.reading.settings import read_catalogue, read_glossary
from ka_terms.reading.several import load_each
from ka_terms.text.messages import enumerated, message
from ka_terms.writing.writer import check_target, folder, write

if TYPE_CHECKING:
    from ka_terms.analysis.doubts.doubts import FileDoubts
    from ka_terms.writing.streaming.sweep_rows import Shown


LARGEST_TEMPLATE = 1 << 26
"""Bytes; a master with pictures has some millions."""


def shown_name(path: Path) -> str:
    """What messages call a file."""
    return STANDARD_INPUT if path == STANDARD else str(path)


class Session(SharedOptions):
    """One run: its options, and what they let a command read and answer."""

    @cached_property
    def catalogue(self) -> Catalogue:
        """The shipped fee types with the user's own."""
        with file_of("--catalogue"):
            return read_catalogue(self.catalogue_file)

    @property
    def words(self) -> Words:
        """The user's languages and labels, these for what the contracts read so far name themselves before all else."""
        known = replace(self._words, named=frozenset(self._named)) if self.glossary else self._words
        return known.of(*(contract.scenario for contract in self.contracts))

    @cached_property
    def _named(self) -> set[str]:
        return set()

    @cached_property
    def _words(self) -> Words:
        with blamed_on("--lang"):
            languages = parse_languages(self.lang)
        with file_of("--glossary"):
            labels = read_glossary(self.glossary, self.catalogue.canonical)
        return words(languages, labels, self.catalogue)

    @cached_property
    def renderer(self) -> Format:
        """The format asked for; else the one the output file's suffix tells; else the table."""
        if self.output and self.output.is_dir():
            raise folder(self.output)
        if self.output and not self.format:
            with blamed_on("--output"):
                return by_suffix(self.output)
        with blamed_on("--format"):
            return by_name(self.format or "table")

    def load(self, path: Path) -> Loaded:
        """One scenario, its fees under the keys of the catalogue; `-` is standard input."""
        given = self._given if path == STANDARD else None
        loaded = load(shown_name(path), self.catalogue.canonical, given)
        self._named.update(loaded.scenario.names())
        shown = loaded if self.internal else replace(loaded, scenario=without_private(loaded.scenario))
        self.contracts.append(shown)
        return shown

    @cached_property
    def contracts(self) -> list[Loaded]:
        """The contracts read so far, whose files notes tell of."""
        return []

    @cached_property
    def _given(self) -> bytes:
        """What standard input holds; it can be read but once."""
        return read_standard_input()

    def bytes_of(self, name: str) -> bytes:
        """The bytes of a file by the name that messages use for it. Errors: `ReadError`."""
        return self._given if name == STANDARD_INPUT else read_bytes(Path(name), name)

    def load_all(self, paths: Sequence[Path]) -> list[Loaded]:
        """Several scenarios; the problems of all files are told at once."""
        loaded, problems = load_each(paths, self.load)
        if problems:
            raise ReadError(*problems)
        return loaded

    def load_with_plan(
        self, paths: Sequence[Path], plan: Path | None
    ) -> tuple[list[Loaded], Scenario | None]:
        """Several scenarios, and the one on whose plan `--plan` puts them; all problems are told at once."""
        if not plan:
            return self.load_all(paths), None
        *contracts, other = self.load_all([*paths, plan])
        # On another plan no contract comes to what it was saved with.
        self.contracts[:] = [replace(contract, saved=None) for contract in contracts]
        return contracts, other.scenario

    def emit(self, report: Report, *, count_doubts: bool = False) -> None:
        """Put out a report on the contracts read, with the notes on their files."""
        from ka_terms.presentation.reports.notes import with_file_notes

        self.show(with_file_notes(report, self._file_doubts(count_doubts), self.words))

    def _file_doubts(self, count_doubts: bool) -> list[FileDoubts]:
        """The doubts about every file, where the format has notes."""
        if not self.contracts or not self.renderer.for_people:
            return []
        return self.file_doubts(is_sent=self.renderer.name != "table", count_doubts=count_doubts)

    def file_doubts(self, *, is_sent: bool, count_doubts: bool = True) -> list[FileDoubts]:
        """The doubts about every file. What may be sent on tells the name of a file without its folders."""
        from ka_terms.analysis.doubts.doubts import doubts_counted, saved_doubts

        if count_doubts:
            found = [doubts_counted(contract, self.catalogue) for contract in self.contracts]
        else:
            found = [*map(saved_doubts, self.contracts)]
        return [doubts._replace(file=Path(doubts.file).name) for doubts in found] if is_sent else found

    def show(self, report: Report) -> None:
        """Render a report, or what is asked for of it, and put it out."""
        try:
            shown = selected(report, self._selection)
        except Unmatched as error:
            raise refused(error.option, error.fault) from None
        if self.renderer.is_picture and not shown.charts and not shown.paper:
            found, expected = quoted(self.renderer.name), message("a report that has a chart")
            raise refused("--format", Fault(found, expected, message("choose another format")))
        if self.parts and not self.renderer.is_picture:  # these tables, and nothing else
            shown = shown._replace(charts=())
        try:
            self.put(self.renderer.render(shown, self.look(shown)._replace(template=self._template)))
        except NoFont as missing:
            found = message("a computer without a font that has {letters}", letters=quoted(missing.letters))
            expected = message("an installed font such as {names}", names=enumerated(missing.fonts))
            fix = message("install one of them, or choose the format {name}", name="svg")
            raise ReadError(Problem(str(self.output), Fault(found, expected, fix))) from None
        except UnfitTemplate as error:
            fault = Fault(quoted(str(self.house)), error.expected, error.fix)
            raise refused("--template", fault) from None

    @property
    def _template(self) -> bytes:
        """The document of the house that the format fills in; empty for none."""
        return read_bytes(self.house, str(self.house), LARGEST_TEMPLATE) if self.house else b""

    @property
    def _selection(self) -> Selection:
        parts, columns = ([*filter(None, split_names(text))] for text in (self.parts, self.columns))
        return Selection(parts, columns, not self.without_notes, self.chart)

    def put(self, content: bytes | str) -> None:
        """Write to stdout, or whole into the output file."""
        if self.output:
            write(self.output, content, self.force)
            self.tell(message("saved: {file}", file=self.output))
        else:
            sys.stdout.write(content if isinstance(content, str) else content.decode())

    def tell(self, text: str) -> None:
        """Print a message for the user in their language, apart from the data."""
        say(self.words.translate(text))

    def check_output(self) -> None:
        """Refuse what cannot work before any work is done."""
        _ = self.renderer, self.words, self.scale
        if self.bom and not self.renderer.marked:
            found = message("the format {name}", name=self.renderer.name)
            marked = enumerated(name for name, entry in FORMATS.items() if entry.marked)
            expected = message("a format that can start with a byte order mark: {names}", names=marked)
            raise refused("--bom", Fault(found, expected, message("remove {option}", option="--bom")))
        if self.house and not self.renderer.takes_template:
            takers = enumerated(name for name, entry in FORMATS.items() if entry.takes_template)
            found = message("the format {name}", name=self.renderer.name)
            expected = message("a format that fills in a template: {names}", names=takers)
            raise refused(
                "--template", Fault(found, expected, message("remove {option}", option="--template"))
            )
        asked = {"--parts": self.parts, "--columns": self.columns, "--without-notes": self.without_notes}
        for option, is_asked in asked.items():
            if is_asked and not self.renderer.has_tables:
                expected = message("a format with tables")
                fix = message("remove {option}", option=option)
                raise refused(
                    option, Fault(message("the format {name}", name=self.renderer.name), expected, fix)
                )
        if self.chart and not self.renderer.is_picture:
            pictures = enumerated(name for name, entry in FORMATS.items() if entry.is_picture)
            expected = message("a format that is a picture: {names}", names=pictures)
            fix = message("remove {option}", option="--chart")
            raise refused(
                "--chart", Fault(message("the format {name}", name=self.renderer.name), expected, fix)
            )
        check_target(self.renderer, self.output)

    @property
    def shown(self) -> Shown:
        """How rows that are written one after another look where people read them."""
        from ka_terms.writing.streaming.sweep_rows import Shown

        return Shown(self.words, self.look(Report()))

    @property
    def is_workbook(self) -> bool:
        """Whether the answer is to be a workbook, which calculates where its contracts can."""
        return self.renderer.name == "xlsx"

    @cached_property
    def scale(self) -> Unit:
        with blamed_on("--unit"):
            return parse_unit(self.unit)

    def decimals(self, currency: str) -> int:
        """The decimals of amounts: those of the currency, or more where a contract rounds more finely."""
        return max(MINOR_DIGITS[currency], *(contract.scenario.decimals for contract in self.contracts), 0)

    def look(self, report: Report, words: Words | None = None) -> Look:
        """How a report is to look, in the user's words or in others."""
        words = words or self.words
        style = NumberStyle(
            digits=money_digits(report.cells(), self.decimals(report.currency)),
            unit=self.scale,
            na=words.first("na"),
            points=words.first("points"),
            facts=(words.first("no"), words.first("yes")),
            with_unit=words.first("join.unit"),
            no_change="-" if self.ascii else "–",
        )
        on_screen = self.output is None and sys.stdout.isatty()
        plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
        width = shutil.get_terminal_size().columns if on_screen else None
        return Look(
            style,
            width=width,
            color=on_screen and not plain,
            ascii=self.ascii,
            mark=self.bom,
            language=words.language,
            chart_words=ChartWords(*(words.first(f"chart.{name}") for name in ChartWords._fields)),
        )


def parse_near(text: str) -> Decimal:
    """The share of --near."""
    with blamed_on("--near"):
        return read_rate(text)
