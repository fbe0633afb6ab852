"""Widths, breaking of lines, and hidden characters."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from ka_terms.text.safe import escape_in_json, typewriter, visible, visible_lines
from ka_terms.text.width import pad, text_width
from ka_terms.text.wrap import LONGEST_PIECE, longest_piece, wrap


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("abc", 3),
        ("合約", 4),
        ("２．５％", 8),
        ("e\u0301", 1),
        ("a\u200bb", 2),
        ("한", 2),
        ("\u1112\u1161\u11ab", 2),
        ("", 0),
    ],
)
def test_width(text: str, width: int) -> None:
    assert text_width(text) == width == cell_len(text)


def test_padding() -> None:
    assert pad("合約", 6, right=True) == "  合約"
    assert pad("合約", 6, right=False) == "合約  "
    assert pad("合約", 2, right=True) == "合約"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("3,500 a store, 5 promotions", 12, ["3,500 a", "store, 5", "promotions"]),
        ("每店三千，", 8, ["每店", "三千，"]),
        ("每店三千，共五檔", 6, ["每店", "三千，", "共五檔"]),
        ("達（九百）返", 4, ["達", "（九", "百）", "返"]),
        ("售402万元", 4, ["售", "402万", "元"]),
        ("率２．５％返", 4, ["率", "２．５％", "返"]),
        ("加＋５店", 4, ["加", "＋５店"]),
        ("cafe\u0301s", 2, ["cafe\u0301s"]),
        ("\U0001f469\u200d\U0001f680\U0001f469", 4, ["\U0001f469\u200d\U0001f680", "\U0001f469"]),
        ("one\ntwo three", 5, ["one", "two", "three"]),
        ("a    b", 3, ["a", "b"]),
        ("", 5, [""]),
        ("long line", None, ["long line"]),
    ],
)
def test_wrapping(text: str, width: int | None, lines: list[str]) -> None:
    assert wrap(text, width) == lines


def test_a_word_is_cut_only_where_no_number_is_as_long() -> None:
    assert wrap("x" * 100, 10) == ["x" * LONGEST_PIECE, "x" * LONGEST_PIECE, "x" * 32]
    assert longest_piece("x" * 100) == longest_piece("é" * 100) == LONGEST_PIECE
    assert longest_piece("1,000 a new SKU") == 5
    assert longest_piece("每店 3,500，共五檔") == 12
    assert longest_piece("") == 0
    assert longest_piece("年返\n") == 2


def test_a_long_path_is_broken_between_its_parts() -> None:
    assert wrap("annual_rebate.tiers.2.from", 20) == ["annual_rebate.", "tiers.2.from"]
    path = "/home/somebody/contracts/2003/hypermarket.yaml:12"
    assert wrap(path, 30) == ["/home/somebody/contracts/2003/", "hypermarket.yaml:12"]
    assert longest_piece(path) == len("hypermarket.yaml:12")
    assert wrap("n/a for km/h in 31/12/2003/2004/2005", 3)[-1] == "31/12/2003/2004/2005"


def test_hidden_characters_are_shown() -> None:
    assert visible("a\x1b[31m\x00\x7f\x85b") == "a\\x1b[31m\\x00\\x7f\\x85b"
    assert (
        visible("\u061c\u200e\u202e\u2066\u2028\ufeff\ud800")
        == "\\u061c\\u200e\\u202e\\u2066\\u2028\\ufeff\\ud800"
    )
    assert visible("one\r\ntwo\tthree\rfour") == "one two three\\x0dfour"
    assert visible_lines("one\ntwo\n") == "one\ntwo"
    assert visible("[red]年返[/red]") == "[red]年返[/red]"


def test_json_keeps_hidden_characters_as_escapes() -> None:
    assert escape_in_json('"a\u202e\x7f\ud800年"') == '"a\\u202e\\u007f\\ud800年"'


def test_typewriter_signs() -> None:
    assert typewriter("3,500 × 35 – 4… “x” ≥ 年返，") == '3,500 x 35 - 4... "x" >= 年返，'
    assert typewriter("plain") == "plain"
