"""Where a line of Chinese may not end: inside a number with the word before or behind it, and before a separator."""

from __future__ import annotations

import pytest

from ka_terms.text.wrap import longest_piece, wrap


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("自第 36 個品項起", ["自", "第 36 個", "品項起"]),
        ("共計有 35 家店", ["共計有", "35 家店"]),
        ("銷售達 900 萬", ["銷售", "達 900 萬"]),
        ("销售达 900万元", ["销售", "达 900万", "元"]),
        ("方案甲·乙·丙", ["方案甲·", "乙·丙"]),
        ("甲乙丙丁／戊", ["甲乙丙", "丁／戊"]),
        ("甲乙丙丁 · 戊", ["甲乙丙", "丁 · 戊"]),
    ],
)
def test_a_number_stays_with_its_words(text: str, lines: list[str]) -> None:
    assert wrap(text, 8) == lines


def test_a_number_with_its_words_is_one_piece() -> None:
    assert longest_piece("自第 36 個品項起") == len("第 36 個") + 2


def test_an_empty_line_stays_one() -> None:
    assert wrap("甲乙丙丁\n\n戊", 4) == ["甲乙", "丙丁", "", "戊"]
    assert longest_piece("年返\n\n") == 2


def test_a_full_width_sign_stays_with_the_digit_behind_it() -> None:
    assert wrap("年返利－5", 6) == ["年返利", "－5"]
