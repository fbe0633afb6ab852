"""The script and the style of pages, which ship with the program."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parents[1] / "data" / "page"


def page_script() -> str:
    """What recalculates a page."""
    return (_FOLDER / "page.js").read_text(encoding="utf-8")


def page_style() -> str:
    """How a page looks on a screen, on a phone and on paper."""
    return (_FOLDER / "page.css").read_text(encoding="utf-8")
