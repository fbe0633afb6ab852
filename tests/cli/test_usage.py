"""Command lines that cannot be read: told in one form, what to do included, in every language."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest

from ka_terms.cli.app import COMMANDS
from ka_terms.presentation.numbers import UNITS
from ka_terms.presentation.renderers.registry import FORMATS
from ka_terms.reading.pages import topics
from ka_terms.reading.scenario import load
from ka_terms.text.languages import LANGUAGES
from ka_terms.writing.templates import template_names
from tests.cli.material import AGREED, ASK, LAST, PROPOSAL, ROOT
from tests.cli.running import run

CHINESE = ("zh-Hant", "zh-Hans")
SALES = ("--vary", "sales=1M,2M")
LINES: tuple[tuple[tuple[object, ...], str], ...] = (
    (("shwo",), f"Found 'shwo'. Expected one of {', '.join(COMMANDS)}. Fix: write show if that is meant"),
    (("--wide",), "Found '--wide'. Expected an option of ka-terms. Fix: see `ka-terms --help`"),
    (("show",), "FILE: Found nothing. Expected a value. Fix: write `ka-terms show FILE`"),
    (("compare",), "FILE...: Found nothing. Expected a value. Fix: write `ka-terms compare FILE...`"),
    (("sweep", LAST), "--vary: Found nothing. Expected a value. Fix: write `--vary PATH=VALUES`"),
    (
        ("ladder", LAST, "-q"),
        "Found '-q'. Expected an option of ka-terms ladder. Fix: see `ka-terms ladder --help`",
    ),
    (
        ("ladder", LAST, "--fore"),
        "Found '--fore'. Expected an option of ka-terms ladder. Fix: write --force or --format",
    ),
    (("tornado", LAST, ASK), f"Found '{ASK}'. Expected no further word. Fix: remove it"),
    (("tornado", LAST, "b", "c"), "Found 'b', 'c'. Expected no further word. Fix: remove them"),
    (("outlook", LAST, "--draws"), "--draws: Found nothing. Expected a value. Fix: write `--draws N`"),
    (("check", LAST, "--format"), "--format: Found nothing. Expected a value. Fix: write `--format FORMAT`"),
    (("init", "-o"), "-o: Found nothing. Expected a value. Fix: write `-o FILE`"),
    (("schema", "--force=1"), "--force: Found a value. Expected no value. Fix: write `--force`"),
    (
        ("catalogue", "xyzzy"),
        "FEE: Found 'xyzzy'. Expected a text that is in the key or any name of a fee type",
    ),
    (("help", "foo"), f"TOPIC: Found 'foo'. Expected one of {', '.join(topics())}. Fix: choose one of them"),
    (("help", "solve"), f"Expected one of {', '.join(topics())}. Fix: see `ka-terms solve --help`"),
    (
        ("show", LAST, "--lang", "fr"),
        f"--lang: Found 'fr'. Expected one of {', '.join(LANGUAGES)}. Fix: choose",
    ),
    (
        ("show", LAST, "-f", "pdf"),
        f"--format: Found 'pdf'. Expected one of {', '.join(FORMATS)}. Fix: choose",
    ),
    (
        ("show", LAST, "-o", "a.pdf"),
        "--output: Found 'a.pdf'. Expected a file name that ends in one of .txt, .md,",
    ),
    (
        ("show", LAST, "--unit", "m"),
        "--unit: Found 'm'. Expected one of 1, k, M, 万, 萬, 亿, 億. Fix: choose",
    ),
    (
        ("show", LAST, "--bom"),
        "--bom: Found the format table. Expected a format that can start with a byte order mark",
    ),
    (
        ("show", LAST, "--explain", "zz"),
        "--explain: Found 'zz'. Expected one of monthly_rebate, annual_rebate, ",
    ),
    (
        ("compare", LAST),
        "FILE...: Found one file. Expected at least two files, or one and --baseline. Fix: add a file",
    ),
    (
        ("compare", LAST, ASK, "--layout", "x"),
        "--layout: Found 'x'. Expected one of wide, tidy. Fix: choose one of them",
    ),
    (
        ("solve", LAST, *SALES),
        "--for: Found nothing. Expected a rule that must be met. Fix: add --for 'fee_ratio <= 18%'",
    ),
    (
        ("solve", LAST, ASK, AGREED, *SALES),
        "FILE...: Found 3 files. Expected one file, or two to compare. Fix: keep one",
    ),
    (
        ("sweep", LAST, *SALES, "--best", "3", "--spread"),
        "--spread: Found --spread and --best. Expected only one of",
    ),
    (
        ("sweep", LAST, *SALES, "--best", "0"),
        "--best: Found 0. Expected a whole number from 1 to 10,000. Fix: write 1",
    ),
    (
        ("sweep", LAST, *SALES, "--best", "1", "-f", "parquet", "-o", "a.parquet"),
        "--format: Found parquet together with --best. Expected all rows in this format. Fix: remove --best, or choose",
    ),
    (
        ("sweep", LAST, *SALES, "--unit", "k", "-f", "parquet", "-o", "a.parquet"),
        "--unit: Found 'k'. Expected no unit, because parquet and very long outputs contain full amounts. "
        "Fix: remove --unit",
    ),
    (
        ("sweep", LAST, "--vary", "sales"),
        "--vary: Found 'sales'. Expected PATH=VALUES. Fix: write sales=8M,9M,10M or",
    ),
    (
        ("sweep", LAST, "--vary", "sales=1..30000000..1"),
        "--vary: Found 30,000,000 combinations (about 2 seconds). Expected at most 10,000,000. Fix: use a larger step",
    ),
    (
        ("sweep", LAST, "--vary", "sales=1..20000..1"),
        "--vary: Found more than 10,000 rows. Expected a shorter table. Fix: use",
    ),
    (
        ("tornado", LAST, "--by", "200%"),
        "--by: Found '200%'. Expected a percentage above 0% and below 100%, such as 10%.",
    ),
    (
        ("init", "--template", "super"),
        f"--template: Found 'super'. Expected one of {', '.join(template_names())}. Fix: ",
    ),
    (
        ("init", "--template", "convenience", "--from", LAST),
        "--template: Found --template and --from. Expected only",
    ),
    (
        ("init", "--from", "-"),
        "--from: Found standard input. Expected a file, because the draft refers to it. Fix: name a",
    ),
    (
        ("init", "--from", LAST, "-o", LAST),
        "--output: Found the file of --from. Expected another file, because the",
    ),
)
_NAME = r"(?<![\w.-])[A-Za-z](?:[\w.-]*\w)?"
_ENDINGS = {suffix[1:] for entry in FORMATS.values() for suffix in entry.suffixes}
_TERMS = set(load(LAST).scenario.terms)
NAMES = {
    *COMMANDS,
    *FORMATS,
    *_ENDINGS,
    *LANGUAGES,
    *UNITS,
    *_TERMS,
    *topics(),
    *template_names(),
    "ka-terms",
}
NAMES |= {"wide", "tidy", "sales", "fee_ratio", "BOM", "FORMAT", "VALUES"}
"""What is the same in every language."""


def _ids(value: object) -> str:
    return " ".join(str(word).rpartition("/")[2] for word in value)[:60] if isinstance(value, tuple) else ""


def _last_line(*words: object) -> str:
    done = run(*words)
    assert (done.code, done.out) == (2, "")
    return done.err.splitlines()[-1]


@pytest.mark.parametrize(("words", "said"), LINES, ids=_ids)
def test_what_is_wrong_is_told_with_what_to_do(words: tuple[object, ...], said: str) -> None:
    line = re.sub(r"about [\d,]+ (seconds|minutes)", "about 2 seconds", _last_line(*words))
    assert line.startswith("Error: ")
    assert said in line


@pytest.mark.parametrize("language", CHINESE)
@pytest.mark.parametrize("words", [words for words, _ in LINES], ids=_ids)
def test_no_english_word_is_left(
    words: tuple[object, ...], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But for what was typed, and the names of commands, options and values."""
    monkeypatch.setenv("KA_TERMS_LANG", language)
    usage, hint, *_, line = run(*words).err.splitlines()
    assert usage.startswith("用法：ka-terms")
    assert re.fullmatch(r"用法(說明|说明)：ka-terms( \w+)? --help", hint)
    assert re.match(r"錯誤：|错误：", line)
    typed = set(chain.from_iterable(re.findall(_NAME, str(word)) for word in words))
    assert set(re.findall(_NAME, line)) - typed - NAMES - _names_of_options(words[0]) == set()


def _names_of_options(command: object) -> set[str]:
    """Options of the command without their dashes, and what the help calls their values."""
    text = run(*(word for word in [command] if word in COMMANDS), "--help").out
    return {*re.findall(r"--([a-z-]+)", text), *re.findall(r"\b[A-Z]+\b", text)}


def test_where_the_help_is_comes_before_what_is_wrong() -> None:
    assert run("show").err.splitlines() == [
        "Usage: ka-terms show [OPTIONS] FILE",
        "Try 'ka-terms show --help' for help.",
        "",
        "Error: FILE: Found nothing. Expected a value. Fix: write `ka-terms show FILE`.",
    ]


def test_dashes_alone_name_no_command() -> None:
    assert run("--") == run()


@pytest.mark.parametrize("language", CHINESE)
def test_what_is_said_beside_the_answer_is_in_the_language_too(language: str, tmp_path: Path) -> None:
    hant = language == "zh-Hant"
    exceeded = run("show", LAST, "--fail-if", "fee_ratio > 24%", "--lang", language).err
    shown = "為 24.5299%（" if hant else "为 24.5299%（"
    assert (
        exceeded
        == f"{'違反' if hant else '违反'}限值：2002 contract：fee_ratio {shown}--fail-if 'fee_ratio > 24%'）\n"
    )
    file = tmp_path / "new.yaml"
    saved, schema = run("init", "--output", file, "--lang", language).err.splitlines()
    assert saved == f"{'已存檔' if hant else '已保存'}：{file}"
    assert schema.endswith(f"：ka-terms schema --output {tmp_path / 'ka-terms.schema.json'}")
    refused = run("init", "--output", file, "--lang", language)
    assert (refused.code, "--force" in refused.err, "found" in refused.err) == (1, True, False)
    unlike = run("compare", LAST, PROPOSAL, "--plan", _plan(tmp_path), "--lang", language)
    assert unlike.err.startswith("錯誤：" if hant else "错误：")


def _plan(folder: Path) -> Path:
    file = folder / "plan.yaml"
    file.write_text(
        "scenario: p\naccount: a\nyear: 2003\nstatus: draft\ncurrency: TWD\nplan: {sales: 1M}\nterms: {}\n",
        encoding="utf-8",
    )
    return file


@pytest.mark.parametrize("words", [("show", str(LAST)), ("show", str(LAST), "--lang", "zh-Hant")])
def test_an_answer_loads_no_text_of_help_or_messages(words: tuple[str, ...]) -> None:
    code = (
        "import sys; from ka_terms.cli.app import build\n"
        f"try: build()(args={[*words]}, prog_name='ka-terms')\n"
        "except SystemExit: pass\n"
        "print([name for name in sys.modules if 'help_' in name or 'messages_zh' in name or name.endswith('.usage')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True, cwd=ROOT
    )
    assert done.stdout.splitlines()[-1] == "[]"
