"""Command lines that cannot be read: told in one form, what to do included, in every language."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest

from ka_terms.cli.app import COMMANDS
from ka_terms.model.numbers.units import SHOWN
from ka_terms.presentation.renderers.registry import FORMATS
from ka_terms.reading.pages import topics
from ka_terms.reading.scenario import load
from ka_terms.text.languages import LANGUAGES
from ka_terms.writing.templates import template_names
from tests.cli.material import AGREED, ASK, LAST, PROPOSAL, ROOT
from tests.cli.running import run

CHINESE = ("zh-Hant", "zh-Hans")
SALES = ("--vary", "sales=1M,2M")
SOLVE = ("--vary", "sales", "--for", "fee_ratio <= 18%")
LINES: tuple[tuple[tuple[object, ...], str], ...] = (
    (("shwo",), f"Found 'shwo'. Expected one of {', '.join(COMMANDS)}. Fix: write show if that is meant"),
    (("--wide",), "Found '--wide'. Expected an option of ka-terms. Fix: see `ka-terms --help`"),
    (("show",), "FILE...: Found nothing. Expected a value. Fix: write `ka-terms show FILE...`"),
    (("compare",), "FILE...: Found nothing. Expected a value. Fix: write `ka-terms compare FILE...`"),
    (("sweep", LAST), "--vary: Found nothing. Expected a value. Fix: write `--vary PATH=VALUES`"),
    (
        ("ladder", LAST, "-q"),
        "Found '-q'. Expected an option of ka-terms ladder. Fix: see `ka-terms ladder --help`",
    ),
    (
        ("ladder", LAST, "--fore"),
        "Found '--fore'. Expected an option of ka-terms ladder. Fix: write --force if that is meant",
    ),
    (
        ("ladder", LAST, "--near-to", "2%"),
        "Found '--near-to'. Expected an option of ka-terms ladder. Fix: see `ka-terms ladder --help`",
    ),
    (("ladder", LAST, "--interna"), "Fix: see `ka-terms ladder --help`"),
    (("show", LAST, "--near", "200%"), "Fix: check the decimal point, or write at most 100%"),
    (("show", LAST, "--near", "-2%"), "Fix: write a percentage of zero or more"),
    (("show", LAST, "--near", "x"), "Fix: write the number in digits"),
    (("tornado", LAST, "--by", "200%"), "Fix: write a percentage between the two"),
    (("sweep", LAST, "--vary", "sales=1M..2M..0"), "Fix: use a step above zero"),
    (("sweep", LAST, "--vary", "sales=2M..2M..1k"), "Fix: write one value, or two different ends"),
    (("sweep", LAST, "--vary", "stores.new=1.5"), "Fix: round it to a whole number"),
    (("sweep", ASK, "--vary", "growth=+5%", "--vary", "sales=3M"), "Fix: remove one of them"),
    (
        ("sweep", LAST, *SALES, "--best", "abc"),
        "--best: Found 'abc'. Expected a whole number from 1 to 10,000. Fix: write the number in digits",
    ),
    (("solve", LAST, *SOLVE, "--step", "-5"), "Fix: write a number of zero or more"),
    (("solve", LAST, *SOLVE, "--step", "0"), "Fix: use a step above zero"),
    (("solve", LAST, "--vary", "sales=10M..9M", *SOLVE[2:]), "Fix: write 9M..10M"),
    (("solve", LAST, "--vary", "sales=9M,10M", *SOLVE[2:]), "Fix: write 9M..10M"),
    (("solve", LAST, "--vary", "sales=10M,9M", *SOLVE[2:]), "Fix: write 9M..10M"),
    (("solve", LAST, "--vary", "sales=9,000", *SOLVE[2:]), "Fix: write it in the form that is expected"),
    (("solve", LAST, "--vary", "sales=7M,8M,9M", *SOLVE[2:]), "Fix: write it in the form that is expected"),
    (("tornado", LAST, ASK), f"Found '{ASK}'. Expected no further word. Fix: remove it"),
    (("tornado", LAST, "b", "c"), "Found 'b', 'c'. Expected no further word. Fix: remove them"),
    (("outlook", LAST, "--draws"), "--draws: Found nothing. Expected a value. Fix: write `--draws N`"),
    (
        ("pnl", LAST, "--internal", "--low", ""),
        "--low: Found nothing. Expected a value. Fix: write `--low SALES`",
    ),
    (
        ("brief", LAST, "--internal", "--with="),
        "--with: Found nothing. Expected a value. Fix: write `--with TEXT`",
    ),
    (
        ("check", LAST, "--format", ""),
        "--format: Found nothing. Expected a value. Fix: write `--format FORMAT`",
    ),
    (("rounds", "", "--internal"), "FOLDER|FILE...: Found nothing. Expected a value."),
    (("show", LAST, ""), "FILE...: Found nothing. Expected a value."),
    (
        ("steps", LAST, "--internal", "--request", ""),
        "--request: Found nothing. Expected a value.",
    ),
    (("show", LAST, "-o", ""), "--output: Found nothing. Expected a value. Fix: write `--output FILE`"),
    (("brief", LAST, "--internal", "--question", ""), "--question: Found nothing. Expected a value."),
    (("show", LAST, "--set="), "--set: Found nothing. Expected a value. Fix: write `--set PATH=VALUE`"),
    (("show", LAST, "--lang", ""), "--lang: Found nothing. Expected a value. Fix: write `--lang LANGUAGE`"),
    (("check", LAST, "--format"), "--format: Found nothing. Expected a value. Fix: write `--format FORMAT`"),
    (("init", "-o"), "-o: Found nothing. Expected a value. Fix: write `-o FILE`"),
    (("schema", "--force=1"), "--force: Found a value. Expected no value. Fix: write `--force`"),
    (
        ("catalogue", "xyzzy"),
        "FEE: Found 'xyzzy'. Expected a text that is in the key or any name of a fee type",
    ),
    (("help", "foo"), f"TOPIC: Found 'foo'. Expected one of {', '.join(topics())}. Fix: choose one of them"),
    (("help", "show"), f"Expected one of {', '.join(topics())}. Fix: see `ka-terms show --help`"),
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
    *SHOWN,
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
        "Usage: ka-terms show [OPTIONS] FILE...",
        "Try 'ka-terms show --help' for help.",
        "",
        "Error: FILE...: Found nothing. Expected a value. Fix: write `ka-terms show FILE...`.",
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


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("KA_TERMS_LANG", "fr", "Error: KA_TERMS_LANG: Found 'fr'. Expected one of "),
        ("KA_TERMS_GLOSSARY", "nofile", "KA_TERMS_GLOSSARY: nofile: Found no such file."),
        ("KA_TERMS_CATALOGUE", "nofile", "KA_TERMS_CATALOGUE: nofile: Found no such file."),
    ],
)
def test_what_an_environment_variable_brings_is_told_of_it(
    variable: str, value: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    assert said in run("show", LAST).err


def test_a_faulty_file_of_an_environment_variable_is_told_at_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "glossary.yaml"
    file.write_text("sales: [1]\n", "utf-8")
    monkeypatch.setenv("KA_TERMS_GLOSSARY", str(file))
    assert run("show", LAST).err.startswith(f"{file}:1:8: ")
    assert run("show", LAST, "--glossary", file.parent / "none").err.startswith(f"{file.parent}/none: ")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_language_may_stand_before_the_command(command: str) -> None:
    assert run("--lang", "zh-Hant", command, "--help") == run(command, "--help", "--lang", "zh-Hant")
    assert run("--lang=zh-Hant", command, "x", "y") == run(command, "x", "y", "--lang", "zh-Hant")


def test_the_language_alone_shows_the_help_in_it() -> None:
    assert run("--lang", "zh-Hant").err == run("--lang", "zh-Hant", "--help").out
    assert "Found '--lang'" in run("--lang").err


def test_a_folder_is_no_file_without_an_ending(tmp_path: Path) -> None:
    told = run("show", LAST, "-o", tmp_path)
    assert told.code == 1
    assert (
        told.err
        == f"{tmp_path}: Found a directory. Expected a new file to write to. Fix: name a file in it.\n"
    )


def test_a_folder_that_is_there_need_not_be_created(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some systems say that a folder is missing where they take no file."""

    def refuse(*_: object, **__: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr("ka_terms.writing.writer.NamedTemporaryFile", refuse)
    told = run("show", LAST, "-o", tmp_path / "a.csv").err
    assert (
        "Found a file that cannot be written. Expected a new file to write to. Fix: choose another folder"
        in told
    )


def test_the_form_of_an_axis_is_told_in_the_language_of_the_user() -> None:
    told = run("sweep", LAST, "--vary", "sales", "--lang", "zh-Hant").err
    assert "路徑=數值" in told
    assert "PATH=VALUES" not in told
