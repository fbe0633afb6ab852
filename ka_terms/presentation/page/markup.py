"""The html of a page: texts in every language, of which the style shows one, and tables whose numbers have places.

Nothing has a style of its own: the policy of the page allows the one style sheet alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from ka_terms.presentation.bars import are_bars
from ka_terms.presentation.numbers import write
from ka_terms.presentation.page.tables import LiveTable
from ka_terms.presentation.renderers.prepare import Look, prepare
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table
from ka_terms.presentation.words import Words
from ka_terms.text.safe import visible


class Voice(NamedTuple):
    """One language of the page: its words, and how its numbers look."""

    words: Words
    look: Look

    @property
    def language(self) -> str:
        return self.words.language


class Languages:
    """Writes what the page says, in all of its languages; the first is shown where no script runs."""

    def __init__(self, voices: Sequence[Voice]) -> None:
        self.voices = voices

    def text(self, said: Callable[[Words], str]) -> str:
        """A text in each language, once where all say the same."""
        texts = [visible(said(voice.words)) for voice in self.voices]
        return self._merged([escape(text) for text in texts], "span")

    def blocks(self, made: Callable[[Voice], str]) -> str:
        """A part of the page in each language, as html."""
        return self._merged([made(voice) for voice in self.voices], "div")

    def _merged(self, texts: Sequence[str], tag: str) -> str:
        if len({*texts}) == 1:
            return texts[0]
        pairs = zip(self.voices, texts, strict=True)
        return "".join(f'<{tag} lang="{voice.language}">{text}</{tag}>' for voice, text in pairs)

    def table(self, made: Callable[[Words], LiveTable]) -> str:
        """A table whose numbers move, its numbers once."""
        safe, live = self._safe(made)
        title = self._merged([escape(table.title) for table in safe], "span")
        columns = zip(*(table.columns for table in safe), strict=True)
        numeric = safe[0].numeric
        heads = "".join(
            f"<th scope=col{_side(number)}>{self._merged([*map(escape, texts)], 'span')}</th>"
            for texts, number in zip(columns, numeric, strict=True)
        )
        rows = "".join(self._row(safe, live, at) for at in range(len(safe[0].rows)))
        caption = f"<caption>{title}</caption>" if title else ""
        return (
            f"<div class=wide tabindex=0><table>{caption}"
            f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
        )

    def pairs(self, made: Callable[[Words], LiveTable]) -> Iterator[tuple[str, str]]:
        """The rows of a table of two columns, as a label and a number that moves."""
        safe, live = self._safe(made)
        for at, row in enumerate(safe[0].rows):
            place = live.places[at][1]
            assert place is not None  # as all its numbers move
            yield self._label(safe, at), self.number(row[1], place)

    def _safe(self, made: Callable[[Words], LiveTable]) -> tuple[list[Table], LiveTable]:
        """A table in each language as every renderer has it, texts safe to show and the unit named; and its places."""
        live = [made(voice.words) for voice in self.voices]
        pairs = zip(live, self.voices, strict=True)
        return [prepare(Report(tables=[one.table]), voice.look).tables[0] for one, voice in pairs], live[0]

    def _label(self, tables: Sequence[Table], at: int, column: int = 0) -> str:
        return self._merged([escape(str(table.rows[at][column].value or "")) for table in tables], "span")

    def _row(self, tables: Sequence[Table], live: LiveTable, at: int) -> str:
        first = tables[0]
        cells = []
        for column, (cell, place) in enumerate(zip(first.rows[at], live.places[at], strict=True)):
            if place is not None:
                cells.append(f"<td class=number>{self.number(cell, place)}</td>")
            else:
                tag = "th scope=row" if column == 0 else "td"
                cells.append(f"<{tag}>{self._label(tables, at, column)}</{tag.partition(' ')[0]}>")
        is_total = at == len(first.rows) - first.total_rows
        return f"<tr{' class=total' if is_total else ''}>{''.join(cells)}</tr>"

    def number(self, cell: Cell, place: int) -> str:
        """A number that moves, as it is in the plan."""
        marks = f"{' data-s' if cell.signed else ''}{' data-c' if cell.change else ''}"
        shown = escape(write(cell, self.voices[0].look.style))
        return f"<span data-n={place} data-k={cell.kind.value}{marks}>{shown}</span>"


def still_table(table: Table, look: Look) -> str:
    """A table that does not move, in one language; its texts are safe to show already."""
    right = table.numeric
    heads = "".join(
        f"<th scope=col{_side(number)}>{escape(header)}</th>"
        for header, number in zip(table.columns, right, strict=True)
    )
    rows = "".join(_still_row(table, at, look) for at in range(len(table.rows)))
    caption = f"<caption>{escape(table.title)}</caption>" if table.title else ""
    return (
        f"<div class=wide tabindex=0><table>{caption}"
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _still_row(table: Table, at: int, look: Look) -> str:
    is_total = at == len(table.rows) - table.total_rows
    cells = "".join(_still_cells(table.rows[at], look))
    return f"<tr{' class=total' if is_total else ''}>{cells}</tr>"


_CLASSES = {Emphasis.MUTED: "muted", Emphasis.GOOD: "good", Emphasis.BAD: "bad", Emphasis.STRONG: "strong"}


def _still_cells(row: Sequence[Cell], look: Look) -> Iterator[str]:
    for column, cell in enumerate(row):
        shown = escape(write(cell, look.style)).replace("\n", "<br>")
        names = [_CLASSES[cell.emphasis]] if cell.emphasis in _CLASSES else []
        names += ["number"] if cell.kind is not Kind.TEXT else []
        names += ["bars"] if isinstance(cell.value, str) and cell.value and are_bars([cell.value]) else []
        attribute = f' class="{" ".join(names)}"' if names else ""
        tag = "th" if column == 0 else "td"
        scope = " scope=row" if column == 0 else ""
        yield f"<{tag}{scope}{attribute}>{shown}</{tag}>"


def _side(is_number: bool) -> str:
    return " class=number" if is_number else ""
