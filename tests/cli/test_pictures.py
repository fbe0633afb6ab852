"""Charts of reports as files of pictures."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest
from matplotlib.font_manager import fontManager

from ka_terms.presentation.renderers import registry
from tests.cli.running import run

OLD, ASK = "scenarios/2002.yaml", "scenarios/2003-ask.yaml"
LANGUAGES = ("en", "zh-Hant", "zh-Hans")
TEXT = "{http://www.w3.org/2000/svg}text"


def drawn(content: str | bytes) -> str:
    """What stands on a picture, without the blanks at which it is broken into lines."""
    texts = (element.text or "" for element in ElementTree.fromstring(content).iter(TEXT))
    return "".join(texts).replace(" ", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comparison_is_a_waterfall_in_files_of_both_kinds(language: str, tmp_path: Path) -> None:
    png, svg = tmp_path / "a.PNG", tmp_path / "a.svg"
    for file in (png, svg):
        done = run("compare", OLD, ASK, "--lang", language, "-o", file)
        assert (done.code, done.out) == (0, ""), done.err
    assert png.read_bytes().startswith(b"\x89PNG")
    shown = drawn(svg.read_bytes())
    for side in json.loads(run("compare", OLD, ASK, "--format", "json").out)["scenarios"]:
        assert f"{side['total_fees']:,.0f}" in shown
    assert "+245,000" in shown
    done = run("compare", OLD, ASK, "--lang", language, "--format", "svg", "--chart", "waterfall")
    assert (done.code, done.out.encode()) == (0, svg.read_bytes())


def test_amounts_are_divided_and_signs_are_plain_where_that_is_asked_for() -> None:
    shown = drawn(run("compare", OLD, ASK, "--format", "svg", "--unit", "k").out)
    assert "2,469.25" in shown
    assert "Totalfees(k)" in shown
    plain = run("compare", OLD, ASK, "--format", "svg", "--ascii")
    assert plain.code == 0
    assert plain.out.isascii() or "–" not in plain.out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("--format", "png"),
            "png: Found the terminal or a pipe. Expected a file. Fix: add --output FILE.png.",
        ),
        (("--format", "svg", "--chart", "pie"), "--chart: Found 'pie'. Expected"),
        (
            ("--format", "svg", "--parts", "Terms"),
            "--parts: Found the format svg. Expected a format with tables",
        ),
        (
            ("--format", "svg", "--columns", "Fee"),
            "--columns: Found the format svg. Expected a format with tables",
        ),
        (
            ("--format", "svg", "--without-notes"),
            "--without-notes: Found the format svg. Expected a format with",
        ),
        (("--format", "svg", "--bom"), "--bom: Found the format svg. Expected"),
        (("--format", "html", "--chart", "waterfall"), "Expected a format that is a picture: png, svg"),
    ],
)
def test_what_a_picture_cannot_do_is_refused(words: tuple[str, ...], told: str) -> None:
    done = run("compare", OLD, ASK, *words)
    assert (done.code > 0, done.out) == (True, "")
    assert told in " ".join(done.err.split()).replace("│ ", "")


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "a report that has a chart"), ("zh-Hant", "有圖表的報告"), ("zh-Hans", "有图表的报告")],
)
def test_a_report_without_a_chart_has_no_picture(language: str, told: str, tmp_path: Path) -> None:
    for words in (("--format", "svg"), ("-o", tmp_path / "a.png")):
        done = run("catalogue", "--lang", language, *words)
        assert (done.code > 0, done.out) == (True, "")
        assert told in done.err
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            "Found a picture of 10 lines, one a contract and value of the second input. Expected at most 8 lines.",
        ),
        ("zh-Hant", "有 10 條線的圖"),
        ("zh-Hans", "最多 8 条线"),
    ],
)
def test_more_lines_than_somebody_tells_apart_are_no_picture(language: str, told: str) -> None:
    axes = ("--vary", "sales=1M..2M..1M", "--vary", "stores.new=1..10..1")
    done = run("sweep", OLD, *axes, "--format", "svg", "--lang", language)
    assert (done.code, done.out) == (2, "")
    assert told in " ".join(done.err.split()).replace("│ ", "")


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_without_its_library_a_picture_is_refused(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "find_spec", lambda _: None)
    done = run("compare", OLD, ASK, "-o", tmp_path / f"a.{kind}")
    assert (done.code, done.out) == (1, "")
    assert "an installation without matplotlib" in done.err
    assert "`pip install 'ka-terms[charts]'`" in done.err
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh-Hant", "已安裝的中文字型，例如 Microsoft JhengHei、PingFang TC、Noto Sans CJK TC"),
        ("zh-Hans", "已安装的中文字体，例如 Microsoft YaHei、PingFang SC、Noto Sans CJK SC"),
    ],
)
def test_png_without_a_font_of_chinese_names_fonts(
    language: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    latin = [entry for entry in fontManager.ttflist if entry.name.startswith("DejaVu")]
    monkeypatch.setattr(fontManager, "ttflist", latin)
    done = run("compare", OLD, ASK, "--lang", language, "-o", tmp_path / "a.png")
    assert (done.code, done.out) == (1, "")
    assert told in done.err
    assert "svg" in done.err
    assert not [*tmp_path.iterdir()]
    assert run("compare", OLD, ASK, "-o", tmp_path / "a.png").code == 0


def test_nothing_but_a_picture_loads_the_library_of_pictures(tmp_path: Path) -> None:
    calls = [
        ["show", ASK],
        ["compare", OLD, ASK, "-o", f"{tmp_path}/a.html"],
    ]
    script = (
        "import sys\nfrom ka_terms.cli.app import build\n"
        f"for call in {calls!r}:\n"
        "    try: build()(args=call, prog_name='ka-terms')\n"
        "    except SystemExit as end: assert not end.code\n"
        "sys.exit(any(name in sys.modules for name in ('matplotlib', 'numpy', 'PIL')))\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    assert (
        subprocess.run(
            [sys.executable, "-c", script], env=environment, capture_output=True, check=False
        ).returncode
        == 0
    )


def test_the_beginnings_of_columns_stand_in_the_unit() -> None:
    words = (
        "outlook",
        "scenarios/uncertain-sales.yaml",
        "--draws",
        "500",
        "--metric",
        "total_fees",
        "--format",
        "svg",
    )
    plain, scaled = (
        [element.text or "" for element in ElementTree.fromstring(run(*words, *more).out).iter(TEXT)]
        for more in ((), ("--unit", "k"))
    )
    assert "Total fees, from (k)" in scaled
    millions = [Decimal(text.removesuffix("M")) for text in plain if text.endswith("M")]
    assert millions
    assert {f"{(amount * 1000).normalize():,f}" for amount in millions} <= {*scaled}
