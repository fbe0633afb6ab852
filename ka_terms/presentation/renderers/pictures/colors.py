"""Colours that stay apart in grey print and for eyes that tell few of them.

Neighbours in the list differ by a fifth of all lightness or more. Rise and fall differ in lightness, and in sign.
"""

from __future__ import annotations

SERIES = ("#0072b2", "#e69f00", "#882255", "#56b4e9", "#332288", "#009e73", "#f0e442", "#d55e00")
DASHES: tuple[tuple[float, ...], ...] = ((), (5, 2), (1.5, 1.5), (7, 2, 1.5, 2))
"""What tells lines apart besides their colours."""
LEVEL, RISE, FALL = "#44546a", "#d55e00", "#bfe3f5"
FALL_EDGE = "#0072b2"
INK, MUTED, GRID, BASE = "#222222", "#595959", "#dddddd", "#808080"
ALARM = "#b42318"
PAPER = "#ffffff"


def color_of(index: int) -> str:
    """The colour of a series; those of a second round are lighter, of a third lighter still."""
    rounds, at = divmod(index, len(SERIES))
    return _lighter(SERIES[at], 1 - 0.5 ** min(rounds, 3))


def lightness(color: str) -> float:
    """How light a colour is, as grey print has it: CIE L*, from 0 to 100."""
    linear = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _channels(color)
    )
    luminance = sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 116 * luminance ** (1 / 3) - 16 if luminance > 0.008856 else 903.3 * luminance


def ink_on(color: str) -> str:
    """The colour of letters upon another."""
    return INK if lightness(color) > 58 else PAPER


def _channels(color: str) -> list[float]:
    return [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def _lighter(color: str, share: float) -> str:
    return "#" + "".join(f"{round(255 * (part + (1 - part) * share)):02x}" for part in _channels(color))
