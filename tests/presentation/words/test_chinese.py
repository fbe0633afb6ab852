"""Rules of Chinese text: its spaces, its marks, and the words of either side, in every text and in what is shown."""

from __future__ import annotations

import re

import pytest

from ka_terms.presentation.words import words
from ka_terms.presentation.words.languages import messages
from ka_terms.text.chinese import filled
from tests.cli.material import AGREED, ASK, INTERNAL, LAST, PROPOSAL, ROOT
from tests.cli.running import run

CHINESE = ("zh-Hant", "zh-Hans")
HAN = "[\u3400-\u9fff]"
MARK = "[，。：；？！（）、「」【】／“”]"
SCALES = "萬億万亿"
FAULTS = {
    "a space between two characters": rf"{HAN} +{HAN}",
    "a space beside a mark": rf"{MARK} | {MARK}",
    "no space before a letter or digit": rf"{HAN}[A-Za-z0-9%+−-]",
    "no space behind a letter or digit": rf"[A-Za-z0-9%](?![{SCALES}]){HAN}",
    "two spaces": r"\S  +\S",
    "a space before a scale": rf"[0-9] +[{SCALES}]",
    "a mark of half width": rf"{HAN}[,.;:!?()]|[,;:!?()]{HAN}",
}
WRONG_WORDS = {
    "zh-Hant": "得不償失 躍升 越過 為何 何者 您 你 我們 合同 計劃 文件 數據 概率 檔位 斜率 “ ”",
    "zh-Hans": "得不偿失 跃升 越过 为何 何者 您 你 我们 合约 品项 成长 档案 机率 级距 斜率 「 」",
}
UNCERTAIN = ROOT / "scenarios" / "uncertain-sales.yaml"
REPORTS = (
    ("show", LAST),
    ("show", PROPOSAL, "--unit", "萬"),
    ("show", INTERNAL, "--internal"),
    ("show", ASK, "--explain", "annual_rebate"),
    ("show", UNCERTAIN),
    ("compare", LAST, ASK),
    ("compare", LAST, ASK, PROPOSAL, AGREED),
    ("compare", LAST, ASK, "--plan", AGREED),
    ("solve", PROPOSAL, "--vary", "monthly_rebate", "--for", "fee_ratio <= 8%"),
    ("solve", PROPOSAL, "--vary", "sales", "--for", "fee_ratio = 8.8%"),
    ("solve", ASK, PROPOSAL, "--vary", "sales", "--for", "total_fees"),
    ("sweep", ASK, PROPOSAL, "--vary", "sales=3M..12M..3M"),
    ("sweep", PROPOSAL, "--vary", "sales=9M,10M", "--vary", "monthly_rebate=1%,2%"),
    ("sweep", PROPOSAL, "--vary", "sales=8M..12M/9", "--best", "2"),
    ("sweep", PROPOSAL, "--vary", "sales=8M..12M/9", "--spread"),
    ("ladder", ASK, PROPOSAL),
    ("tornado", AGREED),
    ("outlook", UNCERTAIN, "--draws", "500"),
    ("check", ASK),
)


def faults(text: str) -> list[str]:
    """The rules that a text breaks, each with where."""
    found = ((rule, re.search(pattern, text)) for rule, pattern in FAULTS.items())
    return [f"{rule}: {match[0]!r} in {text!r}" for rule, match in found if match]


@pytest.mark.parametrize("language", CHINESE)
@pytest.mark.parametrize("value", ["甲乙", "A 1", "1,000萬", "9.1%", "（甲）"])
def test_every_text_keeps_the_rules_whatever_fills_it(language: str, value: str) -> None:
    for key, text in messages(language).items():
        names = re.findall(r"{(\w+)}", text)
        for form in filled(text, dict.fromkeys(names, value)).split("|"):
            if not key.startswith("join."):
                assert not faults(form), key


@pytest.mark.parametrize("language", CHINESE)
def test_no_text_has_a_word_of_the_other_side_or_a_stiff_one(language: str) -> None:
    for key, text in messages(language).items():
        # The trade says 不可越過 of a threshold that a figure does not hold past.
        said = text.replace("不可越过", "").replace("不可越過", "")
        assert not [word for word in WRONG_WORDS[language].split() if word in said], key


@pytest.mark.parametrize("language", CHINESE)
def test_every_sentence_ends_with_its_mark(language: str) -> None:
    english = messages("en")
    for key, text in messages(language).items():
        assert text.endswith("。") == english[key].endswith("."), key


@pytest.mark.parametrize("language", CHINESE)
@pytest.mark.parametrize("command", REPORTS, ids=lambda command: " ".join(map(str, command[::2]))[-40:])
def test_what_is_shown_keeps_the_rules(language: str, command: tuple[object, ...]) -> None:
    done = run(*command, "--lang", language, "--format", "md")
    assert done.out
    for line in done.out.splitlines():
        cells = line.strip("|").split("|") if line.startswith("|") else [line]
        for cell in cells:
            assert not faults(_text(cell))


def _text(cell: str) -> str:
    """A cell of markdown without its markup, the sign between two axes, and formulas, which keep ASCII signs."""
    shown = cell.replace(" \\ ", " / ").replace("\\", "").strip("#* ")
    return re.sub(r"\b(max|min)\(.*\)", "", shown)


def test_a_name_of_the_user_stays_as_it_is_written() -> None:
    known = words(["zh-Hant"])
    assert known.say("show_headline", name="新 店,甲", fees="1", ratio="2%").startswith(
        "新 店,甲的費用為 1，"
    )
    assert known.figure("events.週年慶DM") == "週年慶DM 次數"
    assert known.figure("促銷員 人數") == "促銷員 人數"
