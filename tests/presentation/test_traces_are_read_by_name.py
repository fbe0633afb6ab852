"""Only the writers of arithmetic, in words, as formulas and as operations, look at the operations of a number."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import ka_terms

PACKAGE = Path(ka_terms.__file__).parent
WRITERS = [
    PACKAGE / "presentation" / name
    for name in ("wording/expression.py", "workbook/formulas.py", "page/operations.py")
]
MAY_LOOK = {*WRITERS, *(PACKAGE / "calculation").rglob("*.py")}


def _looks_at_operations() -> Iterator[str]:
    for path in sorted({*PACKAGE.rglob("*.py")} - MAY_LOOK):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr == "op":
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}"


def test_nothing_else_looks_at_an_operation() -> None:
    assert list(_looks_at_operations()) == []


@pytest.mark.parametrize("writer", WRITERS, ids=lambda path: path.stem)
def test_the_writer_of_arithmetic_knows_no_tier(writer: Path) -> None:
    """What it reads of a name is whether both sides of a choice are shown, and how the number is written."""
    text = writer.read_text(encoding="utf-8")
    known = {node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant)}
    assert known.isdisjoint(
        {"tiers", "pays", "band", "bound", "base", "charged", "no_tier", "reached", "proportional"}
    )
