"""Html on a page of A4 upright, and what of it may be broken into lines."""

from __future__ import annotations

from decimal import Decimal
from html.parser import HTMLParser

import pytest

from ka_terms.presentation.bars import bar, two_sided
from ka_terms.presentation.renderers.prepare import Look, prepare
from ka_terms.presentation.renderers.registry import FORMATS
from ka_terms.presentation.table import Cell, Kind, Report, Table, text
from ka_terms.text.width import text_width
from tests.cli.material import AGREED, ASK, LANGUAGES, LAST, PROPOSAL
from tests.cli.running import run

_PRINTED = 210 / 25.4 * 72 - 2 * 20 / 25.4 * 72
"""Points between margins of 2 cm."""


class Page(HTMLParser):
    """The cells of every table: whether they may break, the size of their letters, their style and text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tables: list[list[list[tuple[bool, float, str, str]]]] = []
        self._inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            style = given["style"] or ""
            size = float(style.split("font-size:")[1].split("pt")[0])
            self.tables[-1][-1].append(("nowrap" in given, size, style, ""))
            self._inside = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            whole, size, style, before = self.tables[-1][-1][-1]
            self.tables[-1][-1][-1] = (whole, size, style, before + data)


def _least(cell: tuple[bool, float, str, str]) -> float:
    """Points that a cell needs: a digit of Arial is 0.556 of its size, and a number is one piece."""
    whole, size, _, shown = cell
    pieces = [shown] if whole else shown.split()
    widest = max((text_width(piece) if whole or piece.isascii() else 2 for piece in pieces), default=0)
    return widest * size * 0.556 + 12


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("contracts", [(LAST, ASK), (LAST, ASK, PROPOSAL), (LAST, ASK, PROPOSAL, AGREED)])
def test_a_comparison_fits_the_page(lang: str, contracts: tuple[object, ...]) -> None:
    page = Page(run("compare", *contracts, "--format", "html", "--lang", lang).out)
    assert len(page.tables) >= len(contracts)
    for table in page.tables:
        columns = zip(*table, strict=True)
        assert sum(max(map(_least, column)) for column in columns) <= _PRINTED


@pytest.mark.parametrize("contracts", [(LAST, ASK), (LAST, ASK, PROPOSAL, AGREED)])
def test_numbers_stay_whole_and_texts_may_break(contracts: tuple[object, ...]) -> None:
    for table in Page(run("compare", *contracts, "--format", "html").out).tables:
        for whole, _, style, shown in (cell for row in table for cell in row):
            number = shown.replace(" pp", "").strip("+-%").replace(",", "").replace(".", "").isdigit()
            assert whole is ("white-space:nowrap" in style)
            assert whole or not number or shown.endswith("%"), shown
            assert not (whole and " " in shown.replace(" pp", "")), shown


def test_the_totals_of_many_contracts_are_cut_so_that_each_keeps_its_changes() -> None:
    page = Page(run("compare", LAST, ASK, PROPOSAL, AGREED, ASK, "--format", "html").out)
    cut = [[cell[3] for cell in table[0]] for table in page.tables if table[0][0][3] == "Measure"]
    assert len(cut) > 1
    for header in cut:
        assert header[1] not in ("Change", "Change, %")
        assert header.count("Change") == header.count("Change, %")


@pytest.mark.parametrize("plain", [False, True])
def test_bars_stand_in_letters_of_one_width_that_do_not_break(plain: bool) -> None:
    whole = Decimal(10)
    bars = [two_sided(Decimal(fall), Decimal(rise), whole) for fall, rise in ((0, 3), (10, 10), (5, 0))]
    rows = tuple((text("a"), Cell(Decimal(1), Kind.MONEY), text(one), text("#1")) for one in bars)
    look = Look(ascii=plain)
    report = prepare(Report(tables=(Table(("Number", "Value", "Bars", "Note"), rows),)), look)
    (table,) = Page(FORMATS["html"].render(report, look).decode()).tables
    for name, _, shown, note in table[1:]:
        assert "monospace" in shown[2]
        assert shown[0]
        assert " " not in shown[3]
        assert shown[3].index("|" if plain else "│") == 10
        assert "monospace" not in name[2] + note[2]


def test_texts_that_are_no_bars_keep_their_letters() -> None:
    for texts in (["", ""], ["|", "."], ["█ x"], [bar(Decimal(1), Decimal(2)), "none"]):
        table = Table(("Note",), tuple((text(one),) for one in texts))
        assert "monospace" not in FORMATS["html"].render(Report(tables=(table,)), Look()).decode()
