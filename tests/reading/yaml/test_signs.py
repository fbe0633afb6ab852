"""Signs of Chinese keyboards and word processors: the message points at them and names them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ka_terms.reading.problems.problem import ReadError
from ka_terms.reading.scenario import load
from ka_terms.reading.settings import read_catalogue, read_glossary, read_policy

CASES = {
    "scenario：a\nplan:\n  sales: 4M\n": "1:9: Found a full-width colon ：. Expected a colon and a space",
    "scenario: a\nplan：\n  sales: 4M\n": "2:5: Found a full-width colon ：",
    "scenario: a\nplan:\n  sales：4M\n  volume: 3\n": "3:8: Found a full-width colon ：",
    "scenario: a\nplan: {sales：4M}\n": "2:13: Found a full-width colon ：",
    "scenario: a\nplan:\n  sales:1M\n  volume: 3\n": "3:8: Found a colon without a space after it",
    "scenario: a\nplan:\n  volume: 3\n  sales:1M\n": "4:8: Found a colon without a space after it",
    "scenario: a\nplan: {sales:1M}\n": "2:13: Found a colon without a space after it",
    "scenario: a\nplan: ｛sales: 1M｝\n": "2:7: Found the full-width sign ｛. Expected the plain sign {. Fix: write {",
    "scenario: a\nplan: {sales: 1M，volume: 3}\n": "2:17: Found the full-width sign ，",
    "scenario: a\nplan:\n  sales: “4M”\n": '3:10: Found the full-width sign “. Expected the plain sign "',
    "scenario: a\nplan:\n\u3000\u3000sales: 4M\n": "3:1: Found an ideographic space (U+3000)",
    "scenario: a\nplan:\n\xa0\xa0sales: 4M\n": "3:1: Found a no-break space (U+00A0)",
    "scenario: a\nplan:\n  sales:\u30004M\n": "3:9: Found an ideographic space (U+3000)",
    "scenario: a\nplan:\n  sales:\xa04M\n": "3:9: Found a no-break space (U+00A0)",
    "scenario: a\nplan:\n  sales\u2003: 4M\n": "3:8: Found a space of another width (U+2003)",
    "scenario: a\nplan:\n  sales: 4M\u200b\n": "3:12: Found an invisible sign (U+200B)",
    "scenario: a\nplan:\n  sa\u00adles: 4M\n": "3:5: Found an invisible sign (U+00AD)",
    "scenario: a\nplan: {sales: 4M}\nterms:\n  fee\u200b: {rate: 1%}\n": "4:6: Found an invisible sign (U+200B)",
    "scenario: a\nplan: {sales: 4M}\nterms:\n  fee_\u200ba: {rate: 1%}\n": "4:7: Found an invisible sign (U+200B)",
    "scenario: a\nplan: {sales: 4M}\nterms:\n  月返\ufe0f: {rate: 1%}\n": "4:5: Found an invisible sign (U+FE0F)",
    "scenario: a\nplan: {sales: 4M}\nterms:\n  月\u3164返: {rate: 1%}\n": "4:4: Found an invisible sign (U+3164)",
    "scenario: a\nplan: {sales: 4M}\nterms:\n  fee\u3000: {rate: 1%}\n": "4:6: Found an ideographic space (U+3000)",
    "scenario：a\nplan：\n  sales：4M\n": "1:9: Found a full-width colon ：",
    "scenario∶ a\nplan:\n  sales: 4M\n": "1:9: Found the sign ∶ (U+2236) instead of a colon. "
    "Expected a colon and a space",
    "scenario: a\nplan﹕\n  sales: 4M\n": "2:5: Found the sign ﹕ (U+FE55) instead of a colon",
    "scenario: a\nplan: {sales︰ 4M}\n": "2:13: Found the sign ︰ (U+FE30) instead of a colon",
    "scenario: a\nplan:\u200b\n  sales: 4M\n": "2:6: Found an invisible sign (U+200B)",
    "scenario: a\nplan:\n  sales: 4M ＃计划\n": "3:13: Found the full-width sign ＃. Expected a space and #",
    "scenario: a\nplan:\n  sales: 4M＃plan\n": "3:12: Found the full-width sign ＃",
    "scenario: a\nplan:\n  sales: 4M#plan\n": "3:12: Found # without a space before it. Expected a space and #",
    "scenario: a\n＃ plan\nplan: {sales: 4M}\n": "2:1: Found the full-width sign ＃",
    "scenario: a\nplan: {sales: 4M}\nterms: {fee: {amount: 1,500，per: [stores.new]}}\n": "3:28: Found the full-width",
    "scenario: a\nplan: {sales: 4M}\nconditions:\n  \xa0days: 1\n": "4:3: Found a no-break space (U+00A0)",
}


@pytest.mark.parametrize("text", CASES)
def test_the_message_points_at_the_sign_and_names_it(tmp_path: Path, text: str) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(ReadError) as caught:
        load(path)
    assert len(caught.value.problems) == 1
    assert str(caught.value).startswith(f"{path}:{CASES[text]}")


LIST = "scenario: a\nplan: {sales: 4M}\nterms:\n  fee:\n    mode: whole\n    tiers:\n"
LUMP = "scenario: a\nplan: {sales: 4M}\nterms:\n  fee: \n    amount: 5\n    per:\n"
ENTRIES = ("{{from: {}M, rate: 1%}}", "from: {}M\n        rate: 1%")


@pytest.mark.parametrize("sign", ["– ", "— ", "− ", "－ ", "• ", "· ", "–", "* ", "-"])
@pytest.mark.parametrize("entry", ENTRIES)
@pytest.mark.parametrize("before", [0, 1, 2])
def test_what_stands_for_the_dash_of_a_list_is_named(
    tmp_path: Path, sign: str, entry: str, before: int
) -> None:
    proper = "".join(f"      - {entry.format(at)}\n" for at in range(before))
    path = tmp_path / "s.yaml"
    path.write_text(f"{LIST}{proper}      {sign}{entry.format(8)}\n      {sign}{entry.format(9)}\n", "utf-8")
    with pytest.raises(ReadError) as caught:
        load(path)
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (7 + len(proper.splitlines()), 7)
    assert problem.fault.expected == "a dash and a space"
    assert problem.fault.mend == "write `- `"
    assert sign.strip() in problem.fault.found or sign == "-"


@pytest.mark.parametrize(
    "names", ["      • sales\n      • volume\n", "      - sales\n      – volume\n", "      -sales\n"]
)
def test_the_dashes_of_a_list_of_names_as_well(tmp_path: Path, names: str) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(f"{LUMP}{names}", "utf-8")
    with pytest.raises(ReadError, match=r"Expected a dash and a space. Fix: write `- `"):
        load(path)


def test_a_bullet_behind_a_dash_is_one_too_many(tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(f"{LUMP}      - • sales\n", "utf-8")
    with pytest.raises(ReadError, match=r"7:9: Found the sign • .* delete it"):
        load(path)


@pytest.mark.parametrize("read", [read_glossary, read_policy, read_catalogue])
@pytest.mark.parametrize("text", ["", "# nothing", "- a", "a"])
def test_only_a_scenario_is_told_how_to_start_one(
    tmp_path: Path, read: Callable[[str], object], text: str
) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(ReadError) as caught:
        read(str(path))
    assert "scenario" not in caught.value.problems[0].message
    with pytest.raises(ReadError, match="create a scenario with `ka-terms init`"):
        load(path)


def test_a_glossary_with_colons_of_full_width_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "g.yaml"
    path.write_text("月返：A\n", "utf-8")
    with pytest.raises(ReadError, match="1:3: Found a full-width colon ："):
        read_glossary(path)


@pytest.mark.parametrize("read", [read_glossary, read_policy, read_catalogue])
def test_only_a_scenario_comes_from_standard_input(read: Callable[[str], object]) -> None:
    with pytest.raises(ReadError, match=r"-: Found standard input. Expected a file, because only a scenario"):
        read("-")


@pytest.mark.parametrize(
    ("entry", "mend"),
    [
        ("rate: 0,125%", "write `rate: 0.125%`"),
        ("rate: 1,125%", "write `rate: 1.125%`"),
        ("rate: 1,125,5%", "write `rate` without commas"),
        ("rate: 1,5", "write `rate` without commas"),
        ("amount: 5,00", "write 5.00, 500 or 5000, whichever is meant"),
        ("amount: 0,500", "write `amount: 0.500`"),
        ("amount: 1,500", 'write `amount: 1500` or `amount: "1,500"`'),
        ("amount: 5, at_least: 1,125% of sales", "write `at_least: 1.125% of sales`"),
        ("mode: whole, measure: growth, tiers: [{rate: 1%, from: 1,125%}]", "write `from: 1125%`"),
        ("amount: 1 500", "write 1500"),
        ("amount: 1.500", "write 1500 or 1.5, whichever is meant"),
    ],
)
def test_the_mend_of_a_number_in_braces_is_none_of_a_thousand_times(
    tmp_path: Path, entry: str, mend: str
) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(
        f"scenario: a\nplan: {{sales: 4M, last_year: {{sales: 1}}}}\nterms: {{fee: {{{entry}}}}}\n", "utf-8"
    )
    with pytest.raises(ReadError) as caught:
        load(path)
    assert caught.value.problems[0].fault.mend == mend


@pytest.mark.parametrize(
    ("plan", "key"),
    [
        ("stores: {opening: 1,5}", "opening"),
        ("stores: {new: {low: 1, likely: 1,5, high: 2}}", "likely"),
        ("skus: {total: 1,5}", "total"),
        ("events: {dm: 1,5}", "dm"),
        ("last_year: {sales: 1, events: {tg: 1,5}}", "tg"),
    ],
)
def test_a_part_of_what_is_counted_is_never_proposed(tmp_path: Path, plan: str, key: str) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(f"scenario: a\nplan: {{sales: 4M, {plan}}}\n", "utf-8")
    with pytest.raises(ReadError, match=f"write `{key}` without commas"):
        load(path)


def test_a_sign_no_one_sees_is_shown_as_an_escape(tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    path.write_text("scenario: a\nplan:\n  sa\u200bl\u2060es: 4M\n", "utf-8")
    with pytest.raises(ReadError) as caught:
        load(path)
    assert str(caught.value).endswith("    3 |   sa\\u200bl\\u2060es: ...\n      |     ^")


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
