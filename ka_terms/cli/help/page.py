"""The help of the commands as typer draws it, in every language, its lines broken where the language breaks them.

English help is written in the commands themselves. In another language every text of it is replaced, by the English
one, with that of a table, which is loaded only when help or the usage line of an error is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module

from typer._click.formatting import HelpFormatter  # typer has no public name for it

from ka_terms.text.width import pad, text_width
from ka_terms.text.wrap import wrap

_TABLES = {"zh-Hant": "zh_hant", "zh-Hans": "zh_hans"}
_AS_IT_STANDS = "\b\n"
"""How a paragraph begins whose lines typer must not break anew."""


def formatter(language: str, width: int | None) -> HelpFormatter:
    """What draws the help in a language, `width` columns wide; None is the width of the terminal."""
    texts = help_texts(language)
    return TranslatedHelp(texts, language, width) if texts else PlainHelp(width=width)


def help_texts(language: str) -> Mapping[str, str]:
    """The texts of the help in one language, by the English text; none for English itself."""
    if language not in _TABLES:
        return {}
    texts: Mapping[str, str] = import_module(f"{__package__}.{_TABLES[language]}").TEXTS
    return texts


class PlainHelp(HelpFormatter):
    """Draws help without what only a programmer reads: `{FILE...}...` and `FILE... <list[Path]>` are `FILE...`."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, re.sub(r"{(.*?)}(\.\.\.)?", r"\1", args), prefix)

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        # A default that is told in words comes in brackets of its own.
        told = ((name, re.sub(r"(default: )\((.*?)\)", r"\1\2", text)) for name, text in rows)
        super().write_dl([(name.partition(" <")[0], text) for name, text in told], col_max, col_spacing)


class TranslatedHelp(PlainHelp):
    """Each text is replaced by that of the table; a text that is not in it stays English."""

    def __init__(self, texts: Mapping[str, str], language: str, width: int | None = None) -> None:
        super().__init__(width=width)
        self._texts = texts
        self._language = language

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        for word in ("[OPTIONS]", "COMMAND", "[ARGS]"):
            args = args.replace(word, self._told(word))
        super().write_usage(prog, args, self._told(prefix or "Usage: "))

    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{self._told(heading)}：\n")

    def write_text(self, text: str) -> None:
        width = self.width - self.current_indent
        super().write_text("\n\n".join(self._paragraph(part, width) for part in text.split("\n\n")))

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        rows = [(name.partition(" <")[0], text) for name, text in rows]
        first = min(max(text_width(name) for name, _ in rows), col_max) + col_spacing
        width = max(self.width - first - 2, 10)
        super().write_dl(
            [(name, _raw(wrap(self._row(text), width))) for name, text in rows], col_max, col_spacing
        )

    def _told(self, text: str) -> str:
        return self._texts.get(text, text)

    def _paragraph(self, text: str, width: int) -> str:
        if not text.startswith("\b"):
            return _raw(wrap(self._told(" ".join(text.split())), width))
        # Examples stand as they are, below each other behind their first word.
        head = re.match("Examples?: ", text.removeprefix(_AS_IT_STANDS))
        text = text.replace("--lang zh-Hant", f"--lang {self._language}")
        return text.replace(head[0], pad(self._told(head[0]), len(head[0]), right=False), 1) if head else text

    def _row(self, text: str) -> str:
        """The help of an option with what typer adds in brackets: `Text.  [env var: NAME; default: 2%; required]`."""
        text, _, notes = text.partition("  [")
        told = (self._note(note) for note in notes.removesuffix("]").split("; ") if note)
        added = "；".join(told)
        return f"{self._told(text)}（{added}）" if added else self._told(text)

    def _note(self, note: str) -> str:
        name, _, value = note.partition(": ")
        value = re.sub(r"^\((.*)\)$", r"\1", value)
        return f"{self._told(name)}：{self._told(value)}" if value else self._told(name)


def _raw(lines: Iterable[str]) -> str:
    return _AS_IT_STANDS + "\n".join(lines)
