"""Which fonts a picture is set in: Chinese ones by language, among those that are installed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from ka_terms.text.unseen import escape

_LATIN = ("Arial", "Liberation Sans", "Helvetica", "DejaVu Sans")
"""By preference; the last one comes with matplotlib."""
_SIMPLIFIED = (
    *("Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC"),
    *("Hiragino Sans GB", "Heiti SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "SimHei"),
)
_TRADITIONAL = (
    *("Microsoft JhengHei", "PingFang TC", "Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC"),
    *("Heiti TC", "Noto Sans CJK HK", "PMingLiU"),
)
_ANY = ("Noto Sans CJK JP", "Arial Unicode MS", "Droid Sans Fallback")
"""Fonts with the letters of both, in a form of their own; of a collection some programs see its first font alone."""
_CHINESE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]+")


_NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class NoFont(ValueError):
    """Chinese letters where no font has them; `fonts` are some that would."""

    def __init__(self, letters: str, fonts: tuple[str, ...]) -> None:
        self.letters, self.fonts = letters, fonts
        super().__init__(letters)


class Fonts:
    """The fonts for texts of a language, and which letters they have.

    A png is painted with fonts of this computer, so that letters without one are refused. An svg keeps its texts as
    texts, which stay searchable, and names fonts: whoever opens it has those of their own.
    """

    def __init__(self, language: str, *, is_painted: bool) -> None:
        from matplotlib.font_manager import fontManager

        own, other = (_TRADITIONAL, _SIMPLIFIED) if language == "zh-Hant" else (_SIMPLIFIED, _TRADITIONAL)
        installed = {font.name for font in fontManager.ttflist}
        latin = next(family for family in _LATIN if family in installed or family == _LATIN[-1])
        self._named, self._is_painted = own[:3], is_painted
        self._chinese = next((family for family in (*own, *other, *_ANY) if family in installed), None)
        self.families = [*dict.fromkeys([latin, *([self._chinese] if self._chinese else []), _LATIN[-1]])]
        self._alike = [*dict.fromkeys([*_LATIN[:2], *own[:3], *self.families])]

    def shown(self, text: str) -> str:
        """The text with escapes for signs that no font has, or that no svg may hold. Errors: `NoFont`."""
        if text.isascii():
            return text
        if not self._is_painted:
            return _NOT_IN_XML.sub(lambda sign: escape(sign[0]), text)
        if not self._chinese and (letters := _CHINESE.search(text)):
            raise NoFont(letters[0], self._named)
        return "".join(sign if sign == "\n" or self._has(sign) else escape(sign) for sign in text)

    def named(self, drawing: str) -> str:
        """An svg that names fonts of other computers before those it was measured with."""
        return drawing.replace(_quoted(self.families), _quoted(self._alike))

    def _has(self, sign: str) -> bool:
        """Whether the fonts have a sign in letters of both weights."""
        return all(any(font.get_char_index(ord(sign)) for font in fonts) for fonts in self._faces)

    @cached_property
    def _faces(self) -> list[list[Any]]:
        """The fonts in regular and in bold letters."""
        from matplotlib.font_manager import FontProperties, findfont, get_font

        return [
            [get_font(findfont(FontProperties(family=[family], weight=weight))) for family in self.families]
            for weight in ("normal", "bold")
        ]


def _quoted(families: Iterable[str]) -> str:
    """Fonts as the style of a text names them."""
    return ", ".join(map(repr, families))
