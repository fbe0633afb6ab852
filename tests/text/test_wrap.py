"""Where a line of Chinese may not end: inside a number with the word before or behind it, and before a separator."""

from __future__ import annotations

import pytest

from ka_terms.text.wrap import longest_piece, longest_word, wrap


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


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("2003 proposal：約定", 18, ["2003 proposal：", "約定"]),
        ("2003 proposal：費用", 18, ["2003 proposal：", "費用"]),
        ("達 1,000萬：銷售額的 1%", 16, ["達 1,000萬：", "銷售額的 1%"]),
        ("隨銷售變動、無條件", 16, ["隨銷售變動、", "無條件"]),
        ("單點銷量（金額）", 14, ["單點銷量", "（金額）"]),
        ("新品上架費：單價", 14, ["新品上架費：", "單價"]),
        ("DM + TG：第 2 級距費率", 20, ["DM + TG：", "第 2 級距費率"]),
    ],
)
def test_a_line_rather_ends_behind_a_mark_than_within_a_word(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("超過多少才划算", 12, ["超過多少才", "划算"]),
        ("計畫銷售成長指數", 14, ["計畫銷售成長", "指數"]),
        ("其中一種費用，", 12, ["其中一種", "費用，"]),
        ("變動率", 4, ["變動", "率"]),
    ],
)
def test_no_character_stands_alone_where_as_many_lines_do_without(
    text: str, width: int, lines: list[str]
) -> None:
    assert wrap(text, width) == lines


@pytest.mark.parametrize(
    "text",
    [
        *("超過 4,500万", "超过 100%", "達 450萬", "达 450万", "不低於 100", "大于 5"),
        *("每店 3,500", "每次 3,500", "保底 8%", "上限 500", "封顶 500", "第 36 個"),
        *("35 家店", "35 家門店", "30 家新店", "15.4 個百分點", "0.1 个百分点", "12 組"),
    ],
)
def test_a_number_and_its_words_are_one_piece(text: str) -> None:
    assert longest_piece(f"費用{text}，合計") == longest_piece(f"{text}，")
    assert wrap(f"費用{text} 合計", 2) == ["費", "用", text, "合", "計"]


@pytest.mark.parametrize(
    "text",
    [
        *("scenarios/2003-ask.yaml:17", "達成獎勵.tiers.2.from", "合約2026/甲方A案v2.yaml"),
        *("`ka-terms show 2002.yaml`", "`年返: 2.5%`"),
    ],
)
def test_what_is_copied_is_broken_only_where_it_does_not_fit(text: str) -> None:
    assert any(text in line for line in wrap(f"請改用另一個檔案 {text}，再試一次", 30))
    assert len(wrap(text, 8)) > 1


def test_a_long_name_is_cut_only_where_it_does_not_fit() -> None:
    name = "a" * 40
    assert wrap(f"of the file {name}", 50) == ["of the file", name]


def test_a_fraction_in_chinese_is_no_path() -> None:
    assert wrap("促銷費/節慶費的合計", 10) == ["促銷費/節", "慶費的合計"]


def test_the_longest_word_is_broken_only_within_a_word() -> None:
    assert longest_word("2003 proposal：變動率") == len("proposal") + 2
    assert longest_word("計全部費用才划算\n率") == 16
    assert longest_word("Due to terms（萬）") == 6
    assert longest_word("") == 0
