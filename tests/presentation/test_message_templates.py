"""Messages about what was typed, in every language."""

from __future__ import annotations

import ast
import copy
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import ka_terms
from ka_terms.model.faults import Fault, quoted
from ka_terms.presentation.words import words
from ka_terms.presentation.words.languages import message_templates
from ka_terms.text.messages import Message, message, translated

CHINESE = ("zh-Hant", "zh-Hans")


def _calls() -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(Path(ka_terms.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "message":
                yield f"{path.name}:{node.lineno}", node


def _templates() -> set[str]:
    found = set()
    for place, call in _calls():
        argument = call.args[0]
        assert isinstance(argument, ast.Constant), f"{place}: not a literal"
        assert isinstance(argument.value, str), f"{place}: not a text"
        found.add(argument.value)
    return found


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", CHINESE)
def test_every_message_is_told_in_every_language_with_the_same_fillings(language: str) -> None:
    templates = message_templates(language)
    assert _templates() == set(templates)
    assert [text for text in templates if _placeholders(text) != _placeholders(templates[text])] == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "found '5'; expected a name; leave it out"),
        ("zh-Hant", "讀到 '5'；應為a name；leave it out"),
        ("zh-Hans", "读到 '5'；应为a name；leave it out"),
    ],
)
def test_a_fault_is_told_in_the_order_of_the_language(language: str, sentence: str) -> None:
    fault = Fault(quoted(5), "a name", "leave it out")
    assert words([language]).translate(fault.sentence()) == sentence
    assert str(fault) == "found '5'; expected a name; leave it out"


def test_a_message_is_a_text_and_stays_one_when_copied() -> None:
    sentence = message("found {found}", found=message("expected {expected}", expected="a name"))
    for same in (sentence, copy.copy(sentence), copy.deepcopy(sentence)):
        assert isinstance(same, Message)
        assert same == "found expected a name"
        assert translated(same, message_templates("zh-Hans")) == "读到 应为a name"
