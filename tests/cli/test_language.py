"""The language of help and usage errors, which is known before any command is."""

from __future__ import annotations

import sys

import pytest

from ka_terms.cli.language import language_of, user_language
from ka_terms.text.languages import LANGUAGES


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ((), "en"),
        (("show", "--lang", "zh-Hant"), "zh-Hant"),
        (("show", "--lang=zh_CN,en", "--help"), "zh-Hans"),
        (("--lang", "en", "show", "--lang", "zh-TW"), "zh-Hant"),
        (("show", "--lang", "fr"), "en"),
        (("show", "--lang"), "en"),
        (("show", "--language", "zh-Hant"), "en"),
    ],
)
def test_the_last_language_typed_counts_and_an_unknown_one_is_passed_over(
    typed: tuple[str, ...], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KA_TERMS_LANG", raising=False)
    monkeypatch.setenv("LC_ALL", "C")
    assert language_of(typed) == language


def test_what_is_typed_goes_before_the_environment_and_that_before_the_locale(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("KA_TERMS_LANG", raising=False)
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    assert language_of([]) == "zh-Hant"
    monkeypatch.setenv("KA_TERMS_LANG", "zh-Hans,en")
    assert language_of([]) == "zh-Hans"
    assert language_of(["--lang", "en"]) == "en"
    assert language_of(["--lang", "fr"]) == "zh-Hans"
    monkeypatch.setenv("KA_TERMS_LANG", "fr")
    assert language_of(["--lang", "fr"]) == "zh-Hant"


def test_where_no_variable_names_a_locale_the_system_may(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert user_language() in (LANGUAGES if sys.platform == "win32" else ["en"])
