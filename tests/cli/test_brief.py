"""`brief`: one A4 before the meeting, in the words of each language, and never outside the house."""

from __future__ import annotations

import html
import json
import re
import shutil
import struct
import subprocess
from pathlib import Path

import pytest

from tests.cli.material import AGREED, ASK, LANGUAGES, LAST, PROPOSAL, ROOT, crowded
from tests.cli.printing import CHROMIUM, SOFFICE, pages_of, printed
from tests.cli.running import run
from tests.cli.test_pictures import drawn

FINANCE = ROOT / "scenarios" / "finance.yaml"
ASKED = ("brief", ASK, PROPOSAL, FINANCE, "--internal")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            [
                "Gap 1,555,500 (15.5 percentage points): they ask 2,469,250, we offer 913,750.",
                "It is 660,250 above the walk-away limit.",
                "A month without orders costs 139,513 (no fee is paid) to 237,013 (fixed fees are paid anyway).",
                "Coming back may cost 1,225,000 in listing fees.",
                "They have 1,652,055 of ours (60 payment days).",
                "Their request is +723,750 on last year's terms: listing fee +245,000",
                "Also: SKU guarantee (worth 60,000) and Promotions.",
                "How many stores on the first day: 25 or 31 (+192,000)?",
            ],
        ),
        ("zh-Hant", ["談判準備單", "對方要求 2,469,250，我方提案 913,750。", "高於底線 660,250。"]),
        ("zh-Hans", ["谈判准备单", "对方要求 2,469,250，我方报价 913,750。", "高于底线 660,250。"]),
    ],
)
def test_the_page_says_where_both_sides_stand(language: str, told: list[str], tmp_path: Path) -> None:
    page = tmp_path / "brief.html"
    assert run(*ASKED, "--lang", language, "-o", page).code == 0
    text = page.read_text(encoding="utf-8") + run(*ASKED, "--lang", language).out
    assert [words for words in told if words not in text] == []


def written(folder: Path, name: str, text: str) -> Path:
    file = folder / f"{name}.yaml"
    file.write_text(text, encoding="utf-8")
    return file


CONTRACT = """scenario: 2003
year: 2003
status: agreed
plan: {sales: 1000000, stores: {opening: 10}}
terms: {annual_rebate: {rate: 26%}}
conditions: {payment_days: 30}
"""


@pytest.mark.parametrize(
    ("private", "told"),
    [
        ("{margin: 20%}", "This account loses money as planned"),
        ("{margin: 40%, no_deal: {notice: 1}}", "Notice: 1 month."),
        (
            "{margin: 50%, no_deal: {notice: 2, ramp_back: 4}}",
            "Notice: 2 months.\nUntil orders are back 4 months pass, which costs 40,000 more.",
        ),
        ("{margin: 40%}", "A month without orders costs 11,667.\n"),
        ("{walk_away: {fee_ratio: 25%}}", "What we aim at is 10,000 above the walk-away limit."),
    ],
)
def test_the_page_says_what_a_break_costs_and_what_is_past_the_limit(
    private: str, told: str, tmp_path: Path
) -> None:
    file = written(tmp_path, "a", f"{CONTRACT}private: {private}\n")
    assert told in run("brief", file, "--internal").out


def test_a_request_below_our_offer_is_told_as_such(tmp_path: Path) -> None:
    text = CONTRACT.replace("26%", "{rate}").replace("status: agreed", "status: {status}")
    files = [
        written(tmp_path, status, text.replace("{status}", status).replace("{rate}", rate))
        for status, rate in (("ask", "3%"), ("proposal", "4%"))
    ]
    out = run("brief", *files, "--internal").out
    assert "They ask 30,000, 10,000 (1.0 percentage points) less than we offer (40,000)." in out
    files[0].write_text(files[0].read_text("utf-8").replace("3%", "4%"), encoding="utf-8")
    assert "They ask 40,000, which is what we offer." in run("brief", *files, "--internal").out


def test_without_sales_there_is_nothing_at_low_sales_and_nothing_to_say_aloud(tmp_path: Path) -> None:
    file = written(tmp_path, "a", CONTRACT.replace("1000000", "0"))
    out = run("brief", file, "--internal").out
    assert "low sales" not in out
    assert "To say aloud" not in out


@pytest.mark.parametrize("kind", ["docx", "html", "png", "svg", "pptx", "xlsx"])
def test_every_file_is_written(kind: str, tmp_path: Path) -> None:
    target = tmp_path / f"brief.{kind}"
    assert run(*ASKED, "-o", target).code == 0
    assert target.stat().st_size > 1000


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans"])
def test_the_picture_is_the_whole_page(language: str) -> None:
    page = run(*ASKED, "--lang", language, "-f", "html").out
    words = ("".join(part.split()) for part in re.findall(">([^<>]+)<", page[page.index("</style>") :]))
    told = {html.unescape(text) for text in words if text}
    shown = drawn(run(*ASKED, "--lang", language, "-f", "svg").out)
    assert len(told) > 100
    assert [text for text in told if text not in shown] == []


@pytest.mark.parametrize("words", [ASKED, ("approval", LAST, ASK, AGREED)], ids=["brief", "approval"])
def test_the_picture_is_one_a4(words: tuple[object, ...], tmp_path: Path) -> None:
    target = tmp_path / "page.png"
    assert run(*words, "-o", target).code == 0
    wide, high = struct.unpack(">II", target.read_bytes()[16:24])
    assert abs(high / wide - 297 / 210) < 0.002
    assert wide > 1600


def test_a_chart_alone_is_drawn_where_its_name_is_given() -> None:
    shown = drawn(run(*ASKED, "-f", "svg", "--chart", "positions").out)
    assert "2,469,250" in shown
    assert "Meetingbrief2003" not in shown


@pytest.mark.parametrize("kind", ["table", "md", "csv", "json", "html", "svg"])
def test_every_format_says_that_it_is_internal(kind: str) -> None:
    assert "internal" in run(*ASKED, "-f", kind).out


def test_what_is_typed_stands_on_the_page() -> None:
    words = ("--question", "Who <b>signs</b>?", "--with", "the buyer", "--date", "2003-01-15")
    page = run(*ASKED, *words, "-f", "html").out
    assert "Who &lt;b&gt;signs&lt;/b&gt;?" in page
    assert "Meeting: 2003-01-15, with the buyer" in page


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--date", "soon"), "--date: Found 'soon'."),
        (("--vary", "sales=1M,2M"), "Expected a number that an offer can change"),
        (("--low", "20M"), "--low"),
        (("--for", "retailer"), "--for"),
    ],
)
def test_what_cannot_be_is_refused_with_its_mend(words: tuple[str, ...], told: str) -> None:
    done = run(*ASKED, *words)
    assert (done.code, done.out) == (2, "")
    assert told in " ".join(done.err.split()).replace("│ ", "")


def test_without_internal_it_is_refused() -> None:
    done = run("brief", ASK, FINANCE)
    assert (done.code, done.out) == (2, "")
    assert "Fix: add --internal." in done.err


FORTY = "\n".join(
    f"  fee_{number}: {{amount: {1000 if number % 3 else 100}, per: [stores.closing]}}"
    for number in range(40)
)
"""Every third costs less than the others."""


@pytest.fixture(name="many_terms")
def _many_terms(tmp_path: Path) -> Path:
    file = tmp_path / "many.yaml"
    plan = "{sales: 100M, stores: {opening: 100, new: 4}}"
    file.write_text(
        f"scenario: many\nstatus: draft\nyear: 2026\nplan: {plan}\nterms:\n{FORTY}\nprivate: {{margin: 40%}}\n"
    )
    return file


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Other steps, none of which costs more: 28. `ka-terms steps` has all."),
        ("zh-Hant", "另有 28 步，成本不高於以上各步；全部見 `ka-terms steps`。"),
        ("zh-Hans", "另有 28 步，成本不高于以上各步；全部见 `ka-terms steps`。"),
    ],
)
def test_the_printed_page_says_how_many_steps_it_leaves_out(
    many_terms: Path, language: str, told: str
) -> None:
    asked = ("brief", many_terms, "--internal", "--lang", language)
    page = run(*asked, "-f", "html").out
    assert told in page
    shown = [int(number) for number in re.findall(r">Fee (\d+)\D", page)]
    assert shown == [number for number in range(18) if number % 3]
    everything = run(*asked).out
    assert told not in everything
    assert len(re.findall(r"^Fee \d+\D", everything, re.MULTILINE)) == 40
    assert len(json.loads(run(*asked, "-f", "json").out)["steps"]) == 40


@pytest.mark.thorough
@pytest.mark.skipif(not (SOFFICE and CHROMIUM and shutil.which("pdftotext")), reason="nothing here prints")
@pytest.mark.parametrize("kind", ["docx", "html"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_one_page_with_unbroken_numbers(
    many_terms: Path, tmp_path: Path, language: str, kind: str
) -> None:
    for name, files in (
        ("usual", (ASK, PROPOSAL, FINANCE)),
        ("long", (many_terms,)),
        ("crowded", crowded(tmp_path)),
    ):
        file = tmp_path / f"{name}.{kind}"
        assert run("brief", *files, "--internal", "--lang", language, "-o", file).code == 0
        pdf = printed(file, tmp_path)
        assert pages_of(pdf) == 1, name
        told = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout
        page = run("brief", *files, "--internal", "--lang", language, "-f", "html").out
        numbers = re.findall(r"white-space:nowrap[^>]*>([-+\d,.%]+)<", page)
        assert len(numbers) > 10
        assert [number for number in numbers if number not in told] == [], name
