"""`ka-terms help`: the pages of the manual."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from ka_terms.model.contract.conditions import CONDITIONS
from ka_terms.reading.pages import topics
from ka_terms.reading.settings import policy_names, read_catalogue
from tests.cli.running import run

TOPICS = (
    *("account-pnl", "approval", "at-the-table"),
    *("definitions", "file-format", "first-contract", "for-the-retailer", "growth", "json", "negotiation"),
    *(
        "offers",
        "outlook",
        "overview",
        "pictures-and-slides",
        "policies-and-catalogues",
        "portfolio",
        "promotions",
        "python",
        "report",
        "rounds",
        "vpo",
        "what-if",
    ),
    "workbooks",
)


def test_without_a_topic_every_page_has_a_line_with_its_title() -> None:
    shown = run("help")
    assert shown.code == 0
    assert tuple(line.split()[0] for line in shown.out.splitlines()) == TOPICS
    assert "Your first contract in ten minutes" in shown.out


@pytest.mark.parametrize("topic", TOPICS)
def test_a_page_is_printed_as_it_stands(topic: str) -> None:
    shown = run("help", topic)
    assert (shown.code, shown.out[:2], shown.err) == (0, "# ", "")


@pytest.mark.parametrize(
    ("language", "words"), [("zh-Hant", "十分鐘"), ("zh-Hans", "十分钟"), ("en", "ten minutes")]
)
def test_the_first_pages_are_in_the_language_asked_for(language: str, words: str) -> None:
    assert words in run("help", "first-contract", "--lang", language).out.partition("\n")[0]


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans"])
def test_every_page_is_listed_with_its_title_in_the_language_asked_for(language: str) -> None:
    english, listed = (
        {line.split()[0]: line.split(maxsplit=1)[1] for line in run("help", "--lang", lang).out.splitlines()}
        for lang in ("en", language)
    )
    assert [topic for topic in TOPICS if listed[topic] == english[topic]] == ["python"]
    pages = {topic: run("help", topic, "--lang", language).out.partition("\n")[0] for topic in TOPICS}
    assert [listed[topic] for topic in ("first-contract", "overview")] == [
        pages[topic].removeprefix("# ") for topic in ("first-contract", "overview")
    ]


def test_a_page_that_is_not_translated_is_in_english() -> None:
    assert run("help", "json", "--lang", "zh-Hant").out == run("help", "json").out


def test_an_unknown_topic_names_all_and_the_nearest() -> None:
    shown = run("help", "definition")
    assert shown.code == 2
    assert all(topic in shown.err for topic in topics())
    assert "write definitions if that is meant" in shown.err


def test_a_command_has_its_own_help() -> None:
    assert "see `ka-terms show --help`" in run("help", "show").err


def test_the_page_about_files_has_every_key() -> None:
    page = run("help", "file-format").out
    keys = {*_keys(json.loads(run("schema").out))} - {*read_catalogue().fees, *CONDITIONS} | {"payment_days"}
    assert [key for key in sorted(keys) if f"`{key}`" not in page] == []


def test_the_page_about_policies_has_every_policy() -> None:
    page = run("help", "policies-and-catalogues").out
    assert [name for name in policy_names() if f"`{name}`" not in page] == []


def _keys(schema: Any) -> Iterator[str]:
    """The keys of every object that a schema describes."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from _keys(part)


@pytest.mark.parametrize(
    ("command", "page"),
    [("steps", "at-the-table"), ("pnl", "account-pnl"), ("solve", "what-if"), ("import", "workbooks")],
)
def test_the_name_of_a_command_leads_to_its_page(command: str, page: str) -> None:
    assert run("help", command).out == run("help", page).out != ""
