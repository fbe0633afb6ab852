"""The page for those who work on the program: every path that it names exists, and every room is in its map."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "ka_terms"
PAGE = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
_PATH = re.compile(r"`([\w.-]+/(?:[\w.-]+/?)*|[\w/]+\.py)`")


def rows(title: str) -> list[list[str]]:
    """The cells of the table below a title."""
    section = PAGE.partition(f"## {title}\n")[2].partition("\n## ")[0]
    table = re.findall(r"^\| (.*) \|$", section, re.MULTILINE)
    return [row.split(" | ") for row in table[1:]]


MAP = {layer.strip("`"): _PATH.findall(rooms) for layer, rooms in rows("The layers and their rooms")}


@pytest.mark.parametrize("layer", MAP)
def test_every_path_of_the_map_is_one_of_its_layer(layer: str) -> None:
    assert [path for path in MAP[layer] if not (PACKAGE / layer / path).exists()] == []


@pytest.mark.parametrize("layer", MAP)
def test_every_room_and_file_of_a_layer_is_on_the_map(layer: str) -> None:
    there = [path for path in (PACKAGE / layer).iterdir() if not path.name.startswith("_")]
    told = {path.strip("/") for path in MAP[layer]}
    assert [path.name for path in there if path.name not in told] == []


def test_every_layer_is_on_the_map() -> None:
    assert set(MAP) == {path.parent.name for path in PACKAGE.glob("*/__init__.py")}


def test_every_path_elsewhere_leads_somewhere() -> None:
    """In the ways, in what may be added, and in the second column of what was renamed."""
    elsewhere = [
        PAGE.partition("## The layers")[0],
        PAGE.partition("## One formula")[2].partition("## What was")[0],
    ]
    paths = _PATH.findall("\n".join([*elsewhere, *(now for _, now in rows("What was renamed"))]))
    assert len(paths) > 80
    assert [path for path in paths if not any((root / path).exists() for root in (PACKAGE, ROOT))] == []
