"""Chinese sentences get their spaces where a value is put in, and a name keeps its own."""

from __future__ import annotations

import pytest

from ka_terms.text.chinese import filled


@pytest.mark.parametrize(
    ("template", "name", "sentence"),
    [
        ("{name} 的費用", "2003 ask", "2003 ask 的費用"),
        ("{name} 的費用", "提案", "提案的費用"),
        ("{name}的費用", "2003 ask", "2003 ask 的費用"),
        ("{name}：費用", "2003 ask", "2003 ask：費用"),
        ("按 {name} 計", "「提案」", "按「提案」計"),
        ("占 {name}。", "9.1%", "占 9.1%。"),
        ("保底 {name}", "銷售額的 8%", "保底銷售額的 8%"),
        ("{name} 級距", "1,000萬", "1,000萬級距"),
        ("{name} “最低”", "甲", "甲“最低”"),
        ("{name} 的", "新 店  甲", "新 店  甲的"),
        ("a {name}b", "x", "a xb"),
        ("改為 `{name}`", "年返", "改為 `年返`"),
        ("改為 `{name}: `", "月返", "改為 `月返: `"),
        ("加上 `a:{name}` 的", "年返", "加上 `a:年返` 的"),
        ("改為 {name}: 的", "月返", "改為月返 : 的"),
        ("{name} 的", "`月返: `a", "`月返: `a 的"),
        ("讀到 '{name}' 的", "1,500元", "讀到 '1,500元' 的"),
        ("沒有{{}}", "", "沒有{}"),
        ("{name} 的", "", " 的"),
        ("{name} 的", "cafe\u0301", "cafe\u0301 的"),
    ],
)
def test_a_value_meets_the_sentence_with_the_right_space(template: str, name: str, sentence: str) -> None:
    assert filled(template, {"name": name}) == sentence


def test_two_values_may_meet_and_are_any_objects() -> None:
    assert filled("{figure}{count} 家", {"figure": "店數", "count": 3}) == "店數 3 家"
    assert filled("{unit} {count}", {"unit": "每店", "count": 500}) == "每店 500"
    assert filled("{unit} {count}", {"unit": "DM + TG", "count": 500}) == "DM + TG 500"


def test_a_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError):
        filled("{name}", {})
