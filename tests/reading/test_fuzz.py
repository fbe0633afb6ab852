"""Whatever a file holds, reading it ends soon, in a scenario that can be costed or in a list of problems."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ka_terms.calculation.readings.reading import Uncomputable
from ka_terms.calculation.statement import evaluate
from ka_terms.model.settings.catalogue_file import CatalogueFile
from ka_terms.model.settings.glossary import Glossary
from ka_terms.model.settings.policy import Policy
from ka_terms.reading.problems.problem import ReadError
from ka_terms.reading.scenario import load
from ka_terms.reading.settings import read_as, read_catalogue
from ka_terms.reading.yaml import yaml_reader as tree
from tests.limits import ending
from tests.reading.drawn_scenarios import DUMPS, NEARLY, ROOTS, SOUND
from tests.reading.drawn_texts import REAL, SCENARIOS, YAMLISH, slips

FUZZ = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

canonical = read_catalogue().canonical


def read_and_cost(content: str | bytes, loader: Any = None) -> str:
    """Read a file of this content. Raises whatever the reader must not raise."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        if loader:
            patch.setattr(tree, "_LOADER", loader)
        path = Path(folder) / "scenario.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
        for beside in SCENARIOS.glob("*.yaml"):
            shutil.copy(beside, folder)
        with ending():
            outcome = _outcome(path)
    return outcome


def _outcome(path: Path) -> str:
    try:
        scenario = load(path, canonical).scenario
    except ReadError as error:
        return _told(error)
    try:
        statement = evaluate(scenario)
    except Uncomputable:
        return "uncomputable"
    assert statement.total_fees == sum(line.amount for line in statement.lines)
    return "costed"


def _told(error: ReadError) -> str:
    """Refused, in words that can be printed."""
    assert error.problems
    str(error).encode()
    for problem in error.problems:
        json.dumps(problem.to_dict()).encode()
        assert "Expected" in problem.message
    return "refused"


# ---------------------------------------------------------------- any text


@FUZZ
@given(st.one_of(st.text(max_size=300), YAMLISH, st.binary(max_size=300)))
@example("&a [*a]")
@example("a: &a\n  b: *a")
@example("? ? ?")
@example("{a: 1, 2, 3: 4, 5}")
@example('"\\U00110000"')
@example('"\\ud800": 1')
def test_any_text(text: str | bytes) -> None:
    """Refused, mostly."""
    read_and_cost(text)


@FUZZ
@given(YAMLISH)
@example('"\\UFFFFFFFF": 1')
@example('"\\UFFFFFFFFF": 1')
@example("%YAML 1." + "9" * 5000 + "\n---\na: 1")
@example('a: "\\ud800"')
def test_any_text_without_the_parser_in_c(text: str) -> None:
    """The parser in Python is no less safe."""
    read_and_cost(text, yaml.SafeLoader)


# ---------------------------------------------------------------- scenarios with slips in them


@FUZZ
@given(slips())
def test_scenarios_with_slips(text: str) -> None:
    """Some still load, and then they can be costed."""
    read_and_cost(text)


@settings(FUZZ, derandomize=True)
@given(slips())
def test_both_parsers_agree(text: str) -> None:
    """With or without the parser in C a file is taken or refused alike.

    But for tabs within a line, and question marks within a word in braces: there PyYAML's two parsers differ.
    """
    text = text.replace("\t", " ").replace("?", "")
    assert read_and_cost(text) == read_and_cost(text, yaml.SafeLoader)


def test_the_real_ones_load() -> None:
    """Or the slips would prove little."""
    assert [read_and_cost(text) for text in REAL] == ["costed"] * len(REAL)


# ---------------------------------------------------------------- any structure


@FUZZ
@given(ROOTS)
@example({"[key]": None})
@example({"plan": {"[key]": 1, "events": {"[key]": "x", "": 1}}, "terms": {"[key]": {"[key]": 1}, "": 1}})
def test_any_structure(root: dict[str, Any]) -> None:
    """Of any shape, under keys of the format and others."""
    read_and_cost(yaml.safe_dump(root, allow_unicode=True))


@FUZZ
@given(ROOTS, st.sampled_from([CatalogueFile, Glossary, Policy]))
@example({"[key]": None}, CatalogueFile)
@example({"": 1, "[key]": {"[key]": 1}}, Glossary)
def test_any_structure_as_a_file_of_the_house(root: dict[str, Any], model: Any) -> None:
    """Catalogues, glossaries and policies are read as carefully."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "house.yaml"
        path.write_text(yaml.safe_dump(root), "utf-8")
        try:
            read_as(model, path)
        except ReadError as error:
            _told(error)


# ---------------------------------------------------------------- almost valid, with numbers that hurt


@FUZZ
@given(NEARLY, st.sampled_from(DUMPS))
def test_nearly_valid(root: dict[str, Any], dump: Callable[[Any], str]) -> None:
    """Numbers at and beyond every bound."""
    read_and_cost(dump(root))


@FUZZ
@given(SOUND, st.sampled_from(DUMPS))
def test_sound_with_large_numbers(root: dict[str, Any], dump: Callable[[Any], str]) -> None:
    """Costed, or refused as beyond any contract."""
    read_and_cost(dump(root))
