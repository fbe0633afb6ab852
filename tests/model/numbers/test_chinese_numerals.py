"""Chinese numerals are read where they can mean but one number."""

from __future__ import annotations

import pytest

from ka_terms.model.numbers.chinese_numerals import in_digits


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("九百萬", "900萬"),
        ("九百万", "900万"),
        ("三亿", "3亿"),
        ("百分之二", "2%"),
        ("百分之二點五", "2.5%"),
        ("百分之2.50", "2.5%"),
        ("百分之五十", "50%"),
        ("千分之二", "0.2%"),
        ("千分之五十", "5%"),
        ("零", "0"),
        ("十", "10"),
        ("十五", "15"),
        ("一百零五", "105"),
        ("一千零一十", "1010"),
        ("兩千", "2000"),
        ("三點五萬", "3.5萬"),
        ("三點一四萬", "3.14萬"),
        ("三點五億", "3.5億"),
        ("三点一四", "3.14"),
        ("一萬五千", "15000"),
        ("九百萬零五千", ""),
        ("壹佰贰拾叁", "123"),
    ],
)
def test_what_is_certain_is_written_in_digits(text: str, digits: str) -> None:
    assert in_digits(text) == digits


@pytest.mark.parametrize(
    "text",
    [
        "",
        "一百五",
        "一百十五",
        "一千二十",
        "一萬五",
        "一萬零五",
        "百分之",
        "百分之九百萬",
        "百分之二成",
        "二成",
        "三點萬",
        "三點x",
        "九百萬點五",
        "萬",
        "一零",
        "甲",
        "一百五萬二千",
        "一萬二千五",
    ],
)
def test_what_may_mean_two_numbers_is_left_alone(text: str) -> None:
    assert in_digits(text) == ""
