"""The help of every command in Chinese: every text of it, in lines as wide as Chinese is."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any

import pytest

from ka_terms.cli.app import COMMANDS, UserContext, build
from ka_terms.cli.help.page import help_texts
from ka_terms.presentation.renderers.registry import FORMATS
from ka_terms.reading.pages import title, topics
from ka_terms.text.width import text_width
from tests.cli.running import run

CHINESE = ("zh-Hant", "zh-Hans")
KEPT = frozenset(
    [
        "ka-terms",
        "JSON",
        "Schema",
        "schema",
        "YAML",
        "yaml-language-server",
        "shell",
        "import",
        "retailer",
        "rounds.yaml",
        *("channel", "nature", "category", "status", "year"),
        "A4",
        "ask",
        "internal",
        "last_year",
        "proposal",
        "status",
        *FORMATS,
        "csv",
        "budget",
        "owed",
        "tsv",
        "UTF-8",
        "BOM",
        "FILE",
        "N",
        "low",
        "high",
        "wide",
        "tidy",
        "en",
        "zh-Hant",
        "zh-Hans",
        "k",
        "M",
        "pert",
        "triangular",
        "uniform",
        "gb18030",
        "big5",
        "cp1252",
        "sales",
        "volume",
        "hypermarket",
        "convenience",
        "ecommerce",
        "fee_ratio",
        "total_fees",
        "vpo",
        "annual_rebate",
        "annual_rebate.tiers.2.from",
        "listing_fee",
        "monthly_rebate",
        "sales",
        "stores.new",
        "sales=9M",
        "hardware",
        "no",
        "now",
        "3M..12M..250k",
        "3M..12M/37",
        "400k",
        "KA_TERMS_LANG",
        "KA_TERMS_GLOSSARY",
        "KA_TERMS_CATALOGUE",
    ]
)
"""Names of the program, of files and of what is typed, which stay as they are in every language."""
_NAME = r"(?<![\w.])[A-Za-z](?:[\w./-]*[A-Za-z\d])?"
WORDS_OF_TYPER = [
    "Usage: ",
    "[OPTIONS]",
    "COMMAND",
    "[ARGS]",
    "Arguments",
    "Options",
    "Commands",
    "Example: ",
    "Examples: ",
    "required",
    "default",
    "env var",
    "language of your system",
    "Show this message and exit.",
]


def _commands() -> Iterator[Any]:
    group = build()
    yield group
    context = UserContext(group, obj=[])
    for name in COMMANDS:
        yield group.resolve_command(context, [name])[1]


def _texts() -> Iterator[str]:
    """Every English text of the help but examples and lines that are code."""
    yield from WORDS_OF_TYPER
    yield from map(title, topics())
    for command in _commands():
        yield from (param.help for param in command.params)
        paragraphs = inspect.cleandoc(command.help).split("\n\n")
        yield from (" ".join(part.split()) for part in paragraphs if not part.startswith("\b"))


@pytest.mark.parametrize("language", CHINESE)
def test_every_text_of_the_help_is_there_in_every_language_and_no_other(language: str) -> None:
    texts = help_texts(language)
    assert set(_texts()) == set(texts)
    assert set(re.findall(_NAME, "\n".join(texts.values()))) <= {*KEPT, *FORMATS, *COMMANDS, "Python"}


@pytest.mark.parametrize("language", CHINESE)
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_no_english_word_is_left_in_the_help(command: str, language: str) -> None:
    shown = run(*command.split(), "--help", "--lang", language) if command else _help_of_all(language)
    assert shown
    text = shown if isinstance(shown, str) else shown.out
    prose = [
        line for line in text.splitlines() if not re.match(r"用法：| *(範例：|示例：)? *(ka-terms|#) ", line)
    ]
    # The names of commands, options and their values stand in a column of their own.
    told = "\n".join(re.sub(r"^ {2}\S.*?(?: {2,}|$)", "  ", line) for line in prose)
    told = told.replace("、".join(FORMATS), "")
    assert set(re.findall(_NAME, told)) <= KEPT


@pytest.mark.parametrize("language", ["en", *CHINESE])
@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_has_no_sign_of_a_programmer(command: str, language: str) -> None:
    assert not set("<>{}") & {
        *re.sub(r"'.*?'", "", run(command, "--help", "--lang", language).out, flags=re.DOTALL)
    }


def _help_of_all(language: str) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KA_TERMS_LANG", language)
        return run("--help").out


@pytest.mark.parametrize("command", COMMANDS)
def test_lines_fit_the_terminal(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Examples are not broken, as a line that is typed is one line, and neither is a list of names."""
    monkeypatch.setenv("COLUMNS", "60")
    lines = run(command, "--help", "--lang", "zh-Hant").out.splitlines()
    assert [line for line in lines if text_width(line) > 60 and "ka-terms" not in line] == []


def test_without_a_command_the_help_is_in_the_language_of_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KA_TERMS_LANG", raising=False)
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    asked = run()
    assert (asked.code, asked.out, asked.err) == (2, "", run("--help").out)
    assert asked.err.startswith("用法：ka-terms [選項] 指令 [引數]...\n\n  計算零售商合約的費用")


def test_the_shell_offers_options_with_their_help_in_the_language_of_the_user(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KA_TERMS_LANG", "zh-Hans")
    monkeypatch.setenv("_KA_TERMS_COMPLETE", "complete_zsh")
    for words, offered in (
        ("ka-terms sh", '"show":"列出一份合同的全部费用。"'),
        ("ka-terms show --fo", "覆盖已有的文件。"),
    ):
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", words)
        assert offered in run().out
