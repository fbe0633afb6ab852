"""Signs that no one sees: one definition for keys, messages and outputs."""

from __future__ import annotations

import sys
from unicodedata import category

import pytest

from ka_terms.model.base import read_key, read_names
from ka_terms.model.faults import quoted
from ka_terms.text.unseen import HIDDEN, UNSEEN, code_of, escape, escaped, holds_unseen

SIGNS = [
    *"\xad\u034f\u061c\u115f\u1160\u17b4\u180b\u180e\u180f\u200b\u200e\u202e\u2060\u2065\u206a\u2800\u3164",
    *"\ufe00\ufe0f\ufeff\uffa0\ufff9\U0001d159\U0001d173\U000e0001\U000e0041\U000e007f\U000e0100\U000e01ef",
]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("text", ["{}月返", "月{}返", "月返{}", "fee{}", "f{}ee"])
def test_no_key_has_one(sign: str, text: str) -> None:
    name = text.format(sign)
    assert holds_unseen(name)
    for read in (read_key, read_names, lambda name: read_names(["b", name])):
        with pytest.raises(ValueError, match="a key without invisible signs"):
            read(name)


def test_every_sign_of_format_is_one() -> None:
    formats = [chr(code) for code in range(sys.maxunicode + 1) if category(chr(code)) == "Cf"]
    assert [sign for sign in formats if not HIDDEN.match(sign)] == []
    assert HIDDEN.match("\u3164")
    assert "\u3000" not in UNSEEN


@pytest.mark.parametrize(
    "name", ["می\u200cخواهم", "क\u200d\u200cष", "a b", "é", "e\u0301", "費用\u3000甲", "", "a"]
)
def test_what_is_seen_or_joins_letters_is_none(name: str) -> None:
    assert not holds_unseen(name)


@pytest.mark.parametrize("name", ["\u200c費用", "費用\u200d", "\u200d", "費用\u3000", "\xa0費用"])
def test_what_joins_nothing_is_one(name: str) -> None:
    assert holds_unseen(name)


def test_they_are_shown_as_escapes() -> None:
    assert escaped("a\u200bb\x1b\U000e0041\n\tc") == "a\\u200bb\\x1b\\U000e0041\n\tc"
    assert escape("\ufe0f") == "\\ufe0f"
    assert quoted("1200000\u200b") == "'1200000\\u200b'"


@pytest.mark.parametrize(
    ("sign", "shown"),
    [
        ("\x00", "\\x00"),
        ("\xff", "\\xff"),
        ("\u0100", "\\u0100"),
        ("\uffff", "\\uffff"),
        ("\U00010000", "\\U00010000"),
        ("\U0010ffff", "\\U0010ffff"),
    ],
)
def test_an_escape_has_as_many_digits_as_its_kind(sign: str, shown: str) -> None:
    assert escape(sign) == shown


def test_a_sign_is_named_by_its_code() -> None:
    assert [code_of(sign) for sign in "\x1b\u200b\U000e0041"] == ["U+001B", "U+200B", "U+E0041"]
