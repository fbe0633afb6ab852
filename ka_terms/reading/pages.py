"""The pages of the manual that ships with the program: `docs/TOPIC.md`, translated `docs/TOPIC.LANGUAGE.md`."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parents[1] / "docs"


def topics() -> list[str]:
    """The names of the pages, in the order of the alphabet."""
    return sorted(path.stem for path in _FOLDER.glob("*.md") if "." not in path.stem)


def page(topic: str, language: str = "en") -> str:
    """The text of a page in the language, in English where it is not translated. Errors: `KeyError` for no topic."""
    if topic not in topics():
        raise KeyError(topic)
    translated = _FOLDER / f"{topic}.{language}.md"
    path = translated if translated.exists() else _FOLDER / f"{topic}.md"
    return path.read_text(encoding="utf-8")


def title(topic: str) -> str:
    """The first line of a page in English, without the sign of a heading."""
    return page(topic).partition("\n")[0].removeprefix("# ")
