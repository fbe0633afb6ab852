"""The shared options: declared once, in one order, and handed over as a session."""

from __future__ import annotations

from dataclasses import fields
from importlib import import_module
from inspect import signature
from pathlib import Path

import pytest

from ka_terms.analysis.defaults import DISTRIBUTIONS, FEWEST_DRAWS, MOST_DRAWS, NEAR
from ka_terms.analysis.uncertainty.outlook import Method
from ka_terms.api import outlook, sweep, tornado
from ka_terms.cli.app import COMMANDS
from ka_terms.cli.options import Internal, SharedOptions
from ka_terms.cli.session import Session
from ka_terms.cli.shared import FOR_AMOUNTS, FOR_FILES, FOR_LISTS, FOR_PAGES, shared
from ka_terms.model.numbers.number import read_rate
from ka_terms.model.numbers.units import SHOWN
from ka_terms.text.languages import LANGUAGES
from ka_terms.writing.templates import DEFAULT, template_names
from tests.cli.running import run

ORDER = [field.name for field in fields(SharedOptions)]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_the_shared_options_in_one_order(name: str) -> None:
    """Apart from those that a command declares itself, in a place of its own."""
    parameters = signature(import_module(f"ka_terms.cli.commands.{name}").command).parameters
    names = [parameter for parameter in parameters if parameter in ORDER and parameter != "output"]
    assert names == sorted(names, key=ORDER.index)
    sets = [{"lang"}] if name == "help" else [{*FOR_FILES}, {*FOR_PAGES}, {*FOR_LISTS}, {*FOR_AMOUNTS}]
    assert {*names} in [options - {"output"} for options in sets]
    assert "session" not in parameters


def test_defaults_and_choices_are_those_of_the_analyses() -> None:
    """A command and the call of its name start from the same, and help lists what may be chosen."""
    commands = {name: import_module(f"ka_terms.cli.commands.{name}").command for name in COMMANDS}
    defaults = {
        name: {key: parameter.default for key, parameter in signature(command).parameters.items()}
        for name, command in commands.items()
    }
    called = {key: parameter.default for key, parameter in signature(outlook).parameters.items()}
    assert [defaults[name]["near"] for name in ("show", "compare", "sweep")] == ["2%"] * 3
    assert read_rate(defaults["show"]["near"]) == NEAR
    assert read_rate(defaults["tornado"]["by"]) == signature(tornado).parameters["by"].default
    assert defaults["tornado"]["metric"] == signature(tornado).parameters["metric"].default
    assert defaults["sweep"]["metric"] == ",".join(signature(sweep).parameters["metrics"].default)
    assert defaults["outlook"]["metric"] == ",".join(called["metrics"])
    for name in ("draws", "seed", "distribution"):
        assert defaults["outlook"][name] == called[name] == getattr(Method(), name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_lists_every_choice(language: str) -> None:
    pages = {name: run(name, "--help", "--lang", language).out for name in ("outlook", "init")}
    for page, names in (
        (pages["outlook"], (*DISTRIBUTIONS, *SHOWN, *LANGUAGES, f"{FEWEST_DRAWS:,}", f"{MOST_DRAWS:,}")),
        (pages["init"], (*template_names(), DEFAULT)),
    ):
        assert [name for name in names if name not in page] == []


def test_a_command_receives_a_session_made_of_its_options() -> None:
    received: list[object] = []

    @shared(FOR_LISTS)
    def command(file: Path, internal: Internal = False, *, session: Session, strict: bool = False) -> None:
        received.extend((file, internal, session, strict))

    command(file=Path("a"), internal=True, strict=True, lang="zh-Hant", output=Path("b"))
    assert received == [
        Path("a"),
        True,
        Session(internal=True, lang="zh-Hant", output=Path("b")),
        True,
    ]
    order = [name for name in ORDER if name in FOR_LISTS]
    assert [*signature(command).parameters] == ["file", "internal", *order, "strict"]
