"""Signs of Chinese keyboards and word processors: the message points at them and names them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ka_terms.files.problems import ReadError
from ka_terms.files.scenario import load

CASES = {
    "scenario：a\nplan:\n  sales: 4M\n": "1:9: found a full-width colon ：; expected a colon and a space",
    "scenario: a\nplan：\n  sales: 4M\n": "2:5: found a full-width colon ：",
    "scenario: a\nplan:\n  sales：4M\n  volume: 3\n": "3:8: found a full-width colon ：",
    "scenario: a\nplan: {sales：4M}\n": "2:13: found a full-width colon ：",
    "scenario: a\nplan:\n  sales:1M\n  volume: 3\n": "3:8: found a colon with no space behind it",
    "scenario: a\nplan:\n  volume: 3\n  sales:1M\n": "4:8: found a colon with no space behind it",
    "scenario: a\nplan: {sales:1M}\n": "2:13: found a colon with no space behind it",
    "scenario: a\nplan: ｛sales: 1M｝\n": "2:7: found the full-width sign ｛; expected the plain sign {; write {",
    "scenario: a\nplan: {sales: 1M，volume: 3}\n": "2:17: found the full-width sign ，",
    "scenario: a\nplan:\n  sales: “4M”\n": '3:10: found the full-width sign “; expected the plain sign "',
    "scenario: a\nplan:\n\u3000\u3000sales: 4M\n": "3:1: found an ideographic space (U+3000)",
    "scenario: a\nplan:\n\xa0\xa0sales: 4M\n": "3:1: found a no-break space (U+00A0)",
    "scenario: a\nplan:\n  sales:\u30004M\n": "3:9: found an ideographic space (U+3000)",
    "scenario: a\nplan:\n  sales:\xa04M\n": "3:9: found a no-break space (U+00A0)",
    "scenario: a\nplan:\n  sales\u2003: 4M\n": "3:8: found a space of another width (U+2003)",
    "scenario: a\nplan:\n  sales: 4M\u200b\n": "3:12: found an invisible sign (U+200B)",
    "scenario: a\nplan:\n  sa\u00adles: 4M\n": "3:5: found an invisible sign (U+00AD)",
    "scenario: a\nplan: {sales: 4M}\nterms:\n  fee\u200b: {rate: 1%}\n": "4:6: found an invisible sign (U+200B)",
    "scenario: a\nplan: {sales: 4M}\nterms:\n  fee_\u200ba: {rate: 1%}\n": "4:7: found an invisible sign (U+200B)",
    "scenario: a\nplan: {sales: 4M}\nterms:\n  月返\ufe0f: {rate: 1%}\n": "4:5: found an invisible sign (U+FE0F)",
    "scenario: a\nplan: {sales: 4M}\nterms:\n  月\u3164返: {rate: 1%}\n": "4:4: found an invisible sign (U+3164)",
    "scenario: a\nplan: {sales: 4M}\nterms:\n  fee\u3000: {rate: 1%}\n": "4:6: found an ideographic space (U+3000)",
    "scenario: a\nplan: {sales: 4M}\nconditions:\n  \xa0days: 1\n": "4:3: found a no-break space (U+00A0)",
}


@pytest.mark.parametrize("text", CASES)
def test_the_message_points_at_the_sign_and_names_it(tmp_path: Path, text: str) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(ReadError) as caught:
        load(path)
    assert len(caught.value.problems) == 1
    assert str(caught.value).startswith(f"{path}:{CASES[text]}")


def test_a_sign_no_one_sees_is_shown_as_an_escape(tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    path.write_text("scenario: a\nplan:\n  sa\u200bl\u2060es: 4M\n", "utf-8")
    with pytest.raises(ReadError) as caught:
        load(path)
    assert str(caught.value).endswith("    3 |   sa\\u200bl\\u2060es:\n      |     ^")


@pytest.mark.parametrize("sign", ["\ufe0f", "\u034f", "\u3164", "\u2800", "\U000e0041"])
def test_each_of_them_is_shown_in_the_line(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(f"scenario: a\nplan:\n  sales: 4M{sign}\n", "utf-8")
    with pytest.raises(ReadError) as caught:
        load(path)
    assert sign not in str(caught.value)
    assert ascii(sign)[1:-1] in str(caught.value)


def test_what_is_harmless_in_a_text_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    path.write_text("scenario: 大\u3000卖场：“甲”，{乙}\naccount: a\xa0b\nplan: {sales: 4M}\n", "utf-8")
    assert load(path).scenario.scenario == "大\u3000卖场：“甲”，{乙}"
