"""One printed page of A4 with a form around it: what a report is for formats that are printed and signed.

A page has sections with a label at their side, as forms have them. It holds the tables of its report as they are; how
large its letters are follows from what is on it, so that it stays one page: see `renderers/documents/paper_size.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import NamedTuple

from ka_terms.presentation.table import Cell, Emphasis, Table


class Tone(Enum):
    """What a paragraph is, and so how it is set."""

    LEAD = "lead"
    """The sentence that the page is for."""
    BODY = "body"
    HEADING = "heading"
    SMALL = "small"


class Paragraph(NamedTuple):
    """One paragraph of plain text."""

    text: str
    tone: Tone = Tone.BODY


class Signatures(NamedTuple):
    """Boxes side by side, each under the role of whoever signs; `blank` stands at the foot of each."""

    roles: tuple[str, ...]
    blank: str


Block = Paragraph | Table | Signatures


class Section(NamedTuple):
    """Blocks below each other, with a label at their side."""

    label: str
    blocks: tuple[Block, ...]


class Paper(NamedTuple):
    """The page: banner, title and `corner` at its head, sections, and small print at its foot.

    `framed`: a form of ruled boxes; else sections are set apart by a line. In a table of it, a column whose cells are
    all strong stands out.
    """

    title: str
    corner: tuple[str, ...]
    sections: tuple[Section, ...]
    foot: tuple[str, ...] = ()
    framed: bool = False

    def with_texts(self, line: Callable[[str], str], table: Callable[[Table], Table]) -> Paper:
        """The page with every text and every table replaced."""

        def block(given: Block) -> Block:
            if isinstance(given, Table):
                return table(given)
            if isinstance(given, Signatures):
                return Signatures(tuple(map(line, given.roles)), line(given.blank))
            return given._replace(text=line(given.text))

        sections = (Section(line(one.label), tuple(map(block, one.blocks))) for one in self.sections)
        return self._replace(
            title=line(self.title),
            corner=tuple(map(line, self.corner)),
            sections=tuple(sections),
            foot=tuple(map(line, self.foot)),
        )


def is_set_off(cells: Sequence[Cell]) -> bool:
    """Whether a column of a table stands out: all of its cells are strong."""
    return bool(cells) and all(cell.emphasis is Emphasis.STRONG for cell in cells)
