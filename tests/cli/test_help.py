"""The help of every command: what it does in one line, the same wherever it stands, and an example that is one."""

from __future__ import annotations

import re
import shlex
from importlib import import_module

import pytest

from ka_terms.cli.app import COMMANDS
from tests.cli.running import run


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_has_an_example(name: str) -> None:
    shown = run(name, "--help")
    assert shown.code == 0
    assert re.search(rf"Examples?: +ka-terms {name}\b", shown.out)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_example_is_a_command_line_of_this_command(name: str) -> None:
    document = import_module(f"ka_terms.cli.commands.{name}").command.__doc__
    examples = re.findall(r"ka-terms .*", document.partition("Example")[2])
    options = set(re.findall(r"(?<!\S)--?[a-z][a-z-]*", run(name, "--help").out.replace(",", " ")))
    for example in examples:
        words = shlex.split(example)
        assert words[:2] == ["ka-terms", name]
        assert {word for word in words if word.startswith("-")} <= options


@pytest.mark.parametrize(("name", "line"), COMMANDS.items())
def test_the_line_in_the_list_is_the_first_of_the_help(name: str, line: str) -> None:
    assert import_module(f"ka_terms.cli.commands.{name}").command.__doc__.splitlines()[0] == line
    assert re.search(rf"  {name} +{re.escape(line)}\n", run("--help").out)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_explained(name: str) -> None:
    shown = run(name, "--help").out.partition("Options:")[2]
    for option in re.findall(r"^  (-.*)$", shown, re.MULTILINE):
        assert re.search(r"\S {2,}\S|^\S+( \S+)*$", option), option


def test_without_a_command_the_help_is_the_answer() -> None:
    asked = run()
    assert (asked.code, asked.out, asked.err) == (2, "", run("--help").out)


def test_a_misspelt_command_is_refused() -> None:
    refused = run("shwo", "x.yaml")
    assert (refused.code, refused.out) == (2, "")
    assert "shwo" in refused.err
