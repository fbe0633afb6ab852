"""What the shell offers while a command is typed. A completion never fails: where it knows nothing, it offers nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

SUFFIXES = (".yaml", ".yml", ".json")


def files(incomplete: str) -> list[str]:
    """Scenario files, saved statements, and folders that may hold them."""
    folder, _, start = incomplete.rpartition("/")
    shown = f"{folder}/" if folder or incomplete.startswith("/") else ""
    try:
        found = sorted(Path(shown or ".").iterdir())
    except OSError:
        return []
    names = (f"{entry.name}/" if entry.is_dir() else entry.name for entry in found)
    return [
        shown + name
        for name in names
        if name.startswith(start) and name.endswith((*SUFFIXES, "/")) and (start or not name.startswith("."))
    ]


def terms(typed: Iterable[object]) -> Iterator[tuple[str, str]]:
    """The keys of the terms of every scenario typed so far, with the names of their fees."""
    from ka_terms.files.house import read_catalogue
    from ka_terms.files.problems import ReadError
    from ka_terms.files.scenario import load

    catalogue = read_catalogue()
    for name in map(str, typed):
        if name.endswith(SUFFIXES):
            try:
                scenario = load(name, catalogue.canonical).scenario
            except (ReadError, OSError):
                continue
            yield from ((key, catalogue.fee(key, term).names["en"]) for key, term in scenario.terms.items())


def term_keys(args: list[str], incomplete: str) -> list[tuple[str, str]]:
    """Keys of terms that start with what is typed."""
    return [(key, name) for key, name in dict(terms(args)).items() if key.startswith(incomplete)]


def formats(incomplete: str) -> list[str]:
    """Names of output formats."""
    from ka_terms.presentation.renderers import RENDERERS

    return [name for name in RENDERERS if name.startswith(incomplete)]


def languages(incomplete: str) -> list[str]:
    """Languages, also after a comma."""
    first, comma, last = incomplete.rpartition(",")
    return [f"{first}{comma}{name}" for name in ("en", "zh-Hant", "zh-Hans") if name.startswith(last)]


def units(incomplete: str) -> list[str]:
    """Units of amounts."""
    return [unit for unit in ("k", "万", "M", "亿") if unit.startswith(incomplete)]


def policies(incomplete: str) -> list[str]:
    """Policies that ship with the program, and files."""
    from ka_terms.files.house import policy_names

    return [*(name for name in policy_names() if name.startswith(incomplete)), *files(incomplete)]


def templates(incomplete: str) -> list[str]:
    """Scenarios to start from."""
    from ka_terms.files.templates import template_names

    return [name for name in template_names() if name.startswith(incomplete)]


def fees(incomplete: str) -> list[tuple[str, str]]:
    """Keys of the known fee types, with their names."""
    from ka_terms.files.house import read_catalogue

    known = read_catalogue().fees.items()
    return [(key, fee.names.get("en", "")) for key, fee in known if key.startswith(incomplete)]
