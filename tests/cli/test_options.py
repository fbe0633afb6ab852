"""The shared options: declared once, in one order, and handed over as a session."""

from __future__ import annotations

from dataclasses import fields
from importlib import import_module
from inspect import signature
from pathlib import Path

import pytest

from ka_terms.cli.app import COMMANDS
from ka_terms.cli.options import Internal, SharedOptions
from ka_terms.cli.session import Session
from ka_terms.cli.shared import FOR_AMOUNTS, FOR_FILES, FOR_LISTS, shared

ORDER = [field.name for field in fields(SharedOptions)]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_the_shared_options_in_one_order(name: str) -> None:
    """Apart from those that a command declares itself, in a place of its own."""
    parameters = signature(import_module(f"ka_terms.cli.commands.{name}").command).parameters
    names = [parameter for parameter in parameters if parameter in ORDER]
    if name == "sweep":
        names.remove("internal")
        names.insert(0, "internal")
    assert names == sorted(names, key=ORDER.index)
    sets = [{"lang"}] if name == "help" else [{*FOR_FILES}, {*FOR_LISTS}, {*FOR_AMOUNTS}]
    assert {*names} - {"output"} in [options - {"output"} for options in sets]
    assert "session" not in parameters


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
