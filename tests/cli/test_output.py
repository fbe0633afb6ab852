"""Where output goes and how it looks: formats, files, languages, terminals, and what must not be in it."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path

import pytest

from ka_terms.text.width import text_width
from tests.cli.material import (
    ASK,
    FORMATS,
    INTERNAL,
    LANGUAGES,
    LAST,
    PRIVATE_NUMBERS,
    PROPOSAL,
    ROOT,
    scenario,
)
from tests.cli.running import run
from tests.cli.terminal import bare, on_terminal, piped

Line = tuple[object, ...]
SHOW: Line = ("show", PROPOSAL)
COMPARE: Line = ("compare", LAST, PROPOSAL)
CHECK: Line = ("check", ASK, "--policy", "china-supplier-charges")
EXPLAIN: Line = ("show", LAST, "--explain", "dm_tg_fee")
SWEEP: Line = ("sweep", PROPOSAL, "--vary", "sales=8M..11M..750k")
MATRIX: Line = ("sweep", ASK, PROPOSAL, "--vary", "sales=8M,10050000", "--vary", "monthly_rebate=1%,1.5%")
SOLVE: Line = ("solve", PROPOSAL, "--vary", "sales", "--for", "fee_ratio = 8.8%")
LADDER: Line = ("ladder", ASK, PROPOSAL)
TORNADO: Line = ("tornado", PROPOSAL)
OUTLOOK: Line = ("outlook", ROOT / "scenarios" / "uncertain-sales.yaml", "--draws", "500")
ANY = pytest.mark.parametrize(
    "words",
    [SHOW, COMPARE, CHECK, EXPLAIN, SWEEP, MATRIX, SOLVE, LADDER, TORNADO, OUTLOOK],
    ids=["show", "compare", "check", "explain", "sweep", "matrix", "solve", "ladder", "tornado", "outlook"],
)
_NUMBER = re.compile(r"[+-]?[0-9][0-9,.]*%?")


# ---------------------------------------------------------------- files


@ANY
@pytest.mark.parametrize(
    ("suffix", "kind"),
    [
        ("txt", "table"),
        ("md", "md"),
        ("csv", "csv"),
        ("tsv", "tsv"),
        ("html", "html"),
        ("HTM", "html"),
        ("json", "json"),
    ],
)
def test_the_suffix_tells_the_format(tmp_path: Path, words: Line, suffix: str, kind: str) -> None:
    file = tmp_path / f"out.{suffix}"
    done = run(*words, "--output", file)
    assert (done.code, done.out, done.err) == (0, "", f"saved: {file}\n")
    assert file.read_bytes().decode() == run(*words, "--format", kind).out


def test_a_format_asked_for_outdoes_the_suffix(tmp_path: Path) -> None:
    file = tmp_path / "out.txt"
    assert run(*SHOW, "--output", file, "--format", "json").code == 0
    assert file.read_text(encoding="utf-8").startswith("{")


def test_a_file_is_not_replaced_unless_told_to(tmp_path: Path) -> None:
    file = tmp_path / "out.md"
    file.write_text("mine", encoding="utf-8")
    done = run(*SHOW, "--output", file)
    assert (done.code, done.out, file.read_text(encoding="utf-8")) == (1, "", "mine")
    assert "--force" in done.err
    assert run(*SHOW, "--output", file, "--force").code == 0
    assert file.read_text(encoding="utf-8") == run(*SHOW, "--format", "md").out


def test_nothing_is_left_where_a_file_cannot_be_written(tmp_path: Path) -> None:
    done = run(*SHOW, "--output", tmp_path / "none" / "out.md")
    assert (done.code, done.out) == (1, "")
    assert "create the folder" in done.err
    assert run(*SHOW, "--output", tmp_path, "--format", "md").code == 1
    assert not list(tmp_path.iterdir())


def test_a_crossed_guardrail_leaves_the_whole_file(tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    done = run(*SHOW, "--fail-if", "fee_ratio > 1%", "--output", file)
    assert done.code == 3
    assert file.read_text(encoding="utf-8") == run(*SHOW, "--format", "json").out


@pytest.mark.parametrize(
    "options",
    [
        ("--format", "pdf"),
        ("--output", "out.pdf"),
        ("--output", "out"),
        ("--lang", "fr"),
        ("--lang", "en,,"),
        ("--unit", "dozen"),
    ],
)
def test_what_is_not_offered_is_bad_usage_and_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    for words in (SHOW, COMPARE):
        done = run(*words, *options)
        assert (done.code, done.out) == (2, "")
        assert re.search(r"^Error: --(format|output|lang|unit): Found '", done.err, re.MULTILINE)
    assert not list(tmp_path.iterdir())


# ---------------------------------------------------------------- streams and terminals


@ANY
def test_data_goes_to_stdout_and_messages_to_stderr(words: Line) -> None:
    done = piped(*words)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == run(*words).out


@pytest.mark.parametrize(
    "environment", [{}, {"COLUMNS": "40"}, {"FORCE_COLOR": "1"}], ids=["plain", "narrow", "colour"]
)
def test_piped_output_has_its_natural_width_and_no_colour(environment: dict[str, str]) -> None:
    out = piped(*COMPARE, **environment).stdout.decode()
    assert "\x1b" not in out
    assert max(map(text_width, out.splitlines())) > 120


@ANY
@pytest.mark.parametrize(("columns", "lang"), [(40, "zh-Hant"), (60, "en"), (80, "zh-Hant,en"), (120, "en")])
def test_a_terminal_is_not_overrun_and_no_number_is_broken(words: Line, columns: int, lang: str) -> None:
    sent = on_terminal(columns, *words, "--lang", lang)
    shown = bare(sent)
    assert "\x1b[" in sent
    assert max(map(text_width, shown.splitlines())) <= columns
    numbers = set(_NUMBER.findall(run(*words, "--lang", lang).out.replace(str(ROOT), "")))
    assert numbers <= set(_NUMBER.findall(shown.replace(str(ROOT), "")))
    assert "…" not in shown


@pytest.mark.parametrize("folder", ["a/deep/path/of/many/folders/to/the/contract", "f" * 60])
def test_a_long_path_does_not_overrun_a_narrow_terminal(tmp_path: Path, folder: str) -> None:
    place = tmp_path / folder
    place.mkdir(parents=True)
    (place / LAST.name).write_bytes(LAST.read_bytes())
    shown = bare(on_terminal(40, "show", place / LAST.name, "--explain", "dm_tg_fee"))
    assert max(map(text_width, shown.splitlines())) <= 40


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["NO_COLOR", "dumb"])
def test_no_colour_where_it_is_not_wanted(environment: dict[str, str]) -> None:
    with_colour, without = on_terminal(80, *SHOW), on_terminal(80, *SHOW, **environment)
    assert "\x1b" in with_colour
    assert "\x1b" not in without
    assert [line.rstrip() for line in bare(with_colour).splitlines()] == without.splitlines()


def test_a_terminal_is_told_by_the_stream_and_not_by_the_file(tmp_path: Path) -> None:
    file = tmp_path / "out.txt"
    on_terminal(40, *SHOW, "--output", file)
    assert file.read_text(encoding="utf-8") == run(*SHOW).out


# ---------------------------------------------------------------- signs, units and languages


@ANY
@pytest.mark.parametrize("lang", ["en", "zh-Hans", "zh-Hant,en"])
@pytest.mark.parametrize("kind", ["table", "md", "csv"])
def test_ascii_leaves_letters_and_no_other_signs(words: Line, lang: str, kind: str) -> None:
    out = run(*words, "--ascii", "--lang", lang, "--format", kind).out
    signs = {sign for sign in out if not sign.isascii() and not sign.isalpha()}
    # Chinese sentences are punctuated as such, and the shipped policy cites documents by their Chinese number.
    assert signs <= set("，。：；（）、「」〔〕%")
    assert lang != "en" or words == CHECK or out.isascii()


def test_ascii_holds_on_a_terminal() -> None:
    assert bare(on_terminal(80, *COMPARE, "--ascii")).isascii()


@pytest.mark.parametrize(
    ("unit", "sales"), [("k", "10,050.00"), ("万", "1,005.00"), ("M", "10.05"), ("亿", "0.10")]
)
def test_a_unit_scales_amounts_and_stands_beside_them(unit: str, sales: str) -> None:
    rows = run(*SHOW, "--unit", unit).out.splitlines()
    sales_row = next(row for row in rows if row.startswith("Sales"))
    assert sales_row.split()[:3] == ["Sales", f"({unit})", sales]
    assert any(f"Fee ({unit})" in row for row in rows)
    assert next(row for row in rows if row.startswith("Stores at end")).split()[3] == "35"


def test_json_knows_no_unit() -> None:
    assert run(*SHOW, "--unit", "万", "--format", "json") == run(*SHOW, "--format", "json")


def test_a_glossary_renames_labels(tmp_path: Path) -> None:
    glossary = tmp_path / "glossary.yaml"
    glossary.write_text("listing_fee: Slotting\nvpo: {en: Throughput}\n", encoding="utf-8")
    out = run(*COMPARE, "--glossary", glossary).out
    assert "Slotting" in out
    assert "Throughput" in out
    assert "Listing fee" not in out


def test_a_label_of_a_figure_is_for_no_word_of_the_program(tmp_path: Path) -> None:
    file, glossary = tmp_path / "a.yaml", tmp_path / "glossary.yaml"
    plan = "{last_year: {sales: 1M}, sales: {low: 1M, likely: 2M, high: 3M}, figures: {cases: 3}}"
    file.write_text(f"scenario: a\nplan: {plan}\n", encoding="utf-8")
    glossary.write_text("cases: Cartons\n", encoding="utf-8")
    plain, out = run("show", file).out, run("show", file, "--glossary", glossary).out
    assert "Low / likely / high case" in plain
    assert "Low / likely / high case" in out
    assert "Cartons" in out


def test_languages_and_files_of_the_house_may_come_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KA_TERMS_LANG", "zh-Hant")
    assert run(*SHOW) == run(*SHOW, "--lang", "zh-Hant")
    monkeypatch.setenv("KA_TERMS_GLOSSARY", str(tmp_path / "none.yaml"))
    assert run(*SHOW).code == 1


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({"LANG": "C"}, "en"),
        ({"LANG": "zh_TW.UTF-8"}, "zh-Hant"),
        ({"LANG": "zh_TW.UTF-8", "LC_ALL": ""}, "zh-Hant"),
        ({"LANG": "zh_TW.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh-Hans"),
        ({"LC_MESSAGES": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LC_ALL": "fr_FR.UTF-8", "LANG": "zh_TW.UTF-8"}, "en"),
        ({"LANG": "zh_TW.UTF-8", "KA_TERMS_LANG": "en"}, "en"),
        ({"LANG": "zh_TW.UTF-8", "KA_TERMS_LANG": ""}, "zh-Hant"),
    ],
    ids=str,
)
def test_without_a_language_the_locale_tells_it(
    environment: dict[str, str], lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("KA_TERMS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert run(*SHOW) == run(*SHOW, "--lang", lang)
    assert run(*SHOW, "--lang", "zh-Hans,en") != run(*SHOW)


def test_a_language_of_the_environment_that_nobody_knows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KA_TERMS_LANG", "fr")
    refused = run(*SHOW)
    assert (refused.code, refused.out) == (2, "")
    assert "Error: KA_TERMS_LANG: Found 'fr'. Expected one of en, zh-Hant, zh-Hans. Fix: " in refused.err


# ---------------------------------------------------------------- what stays in the house

_VIEWS: tuple[Line, ...] = (
    ("show", INTERNAL),
    ("compare", ASK, INTERNAL),
    ("compare", INTERNAL, ASK, "--layout", "tidy"),
)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("words", _VIEWS, ids=["show", "wide", "tidy"])
def test_internal_output_says_so_in_its_first_line_and_no_other_output_holds_it(
    words: Line, lang: str, kind: str
) -> None:
    options = ("--lang", lang, "--format", kind)
    inside = run(*words, "--internal", *options).out
    assert "internal" in inside.splitlines()[0]
    # Every second notation is that of another format.
    assert sum(number in inside for number in PRIVATE_NUMBERS) >= 6
    outside = run(*words, *options)
    assert not [number for number in PRIVATE_NUMBERS if number in outside.out + outside.err]
    assert '"internal": true' not in outside.out


@pytest.mark.parametrize("kind", FORMATS)
def test_no_other_way_shows_what_is_private(kind: str) -> None:
    for words in (
        ("show", INTERNAL, "--explain", "annual_rebate"),
        ("show", INTERNAL, "--explain", "annual_rebate", "--internal"),
        ("show", INTERNAL, "--explain", "margin"),
        ("show", INTERNAL, "--fail-if", "fee_ratio > 1%"),
        ("show", INTERNAL, "--fail-if", "margin > 1%"),
        ("compare", LAST, ASK, "--plan", INTERNAL),
        ("check", INTERNAL, "--policy", "china-supplier-charges"),
    ):
        done = run(*words, "--format", kind)
        assert not [number for number in PRIVATE_NUMBERS if number in done.out + done.err]


@pytest.mark.parametrize("words", _VIEWS, ids=["show", "wide", "tidy"])
def test_internal_csv_stays_rectangular(words: Line) -> None:
    rows = list(csv.reader(StringIO(run(*words, "--internal", "--format", "csv").out)))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert {row[0] for row in rows} == {"internal"}


@pytest.mark.parametrize(
    "words",
    [
        ["sweep", "--vary", "sales=9M,10M", "--metric", "vpo_volume"],
        ["solve", "--vary", "volume", "--for", "vpo_volume = 300000"],
        ["tornado", "--metric", "vpo_volume"],
        ["outlook", "--metric", "vpo_volume", "--draws", "100"],
    ],
)
def test_a_unit_of_amounts_divides_no_volume_in_any_report(tmp_path: Path, words: list[str]) -> None:
    plan = "plan: {sales: {low: 9M, likely: 10M, high: 11M}, volume: 500k, stores: {opening: 2}}"
    file = scenario(tmp_path, text=f"{plan}\nterms: {{fee: {{rate: 2%}}}}")
    command, *options = words
    with_unit = run(command, file, *options, "--unit", "k").out
    assert "250,000" in with_unit
    assert "250.00" not in with_unit
    assert "per store) (k)" not in with_unit.replace("VPO (sales per store) (k)", "")
