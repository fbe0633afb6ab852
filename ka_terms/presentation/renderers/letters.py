"""How wide a text is in the letters that documents and slides are set in, so that its room can be reckoned."""

from __future__ import annotations

from ka_terms.text.width import character_width

_BY_WIDTH = {
    0.278: " ,./I\\ijl'·",
    0.333: "!()-:;[]`ft|",
    0.389: "*r{}",
    0.556: '#$0123456789J_aceksvxyz"',
    0.584: "+<=>^~−×",
    0.667: "EPSVXY",
    0.722: "&ABCDHKNRU",
    0.778: "GOQw",
    0.889: "Mm%",
    0.975: "W@→…",
}
"""Shares of the size, of bold letters, which are the wider ones; every other letter is as wide as `_OTHER`."""
_OTHER = 0.611
_WIDTHS = {character: width for width, characters in _BY_WIDTH.items() for character in characters}


def ems(text: str) -> float:
    """The width of one line in Arial as a multiple of the size of its letters; a Chinese character is 1."""
    return sum(map(_width, text))


def _width(character: str) -> float:
    return _WIDTHS.get(character, (0, _OTHER, 1.0)[character_width(character)])
