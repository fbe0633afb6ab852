"""Which keys are private."""

from __future__ import annotations

import pytest

from ka_terms.model.contract.private import Private
from ka_terms.model.privacy import INTERNAL_KEYS, looks_private, mentions_private


def test_every_key_of_the_private_section_is_private_wherever_it_stands() -> None:
    called_otherwise_too = {
        "target",
        "logistics",
        "people",
    }  # the target of a plan, a term, a figure of the user's
    assert {*Private.model_fields} - called_otherwise_too <= INTERNAL_KEYS


@pytest.mark.parametrize(
    "word",
    ["ma\u0323rgin", "\\x6dargin", "\\u006dargin", "\\U0000006dargin", "mar\\U00110000gin", "mar\uffffgin"],
)
def test_a_private_key_is_known_by_whatever_signs_it_is_written(word: str) -> None:
    assert looks_private(word)
    assert mentions_private(f"x {word} x")


@pytest.mark.parametrize("between", ["\\x20", "\\x21", "\\U0010FFFF", "\u200b", "\uffff", "\n"])
def test_a_word_behind_another_is_still_a_word(between: str) -> None:
    assert mentions_private(f"fee{between}margin: 返")


def test_words_on_two_lines_are_two() -> None:
    assert not mentions_private("费 mar\ngin: 3")
