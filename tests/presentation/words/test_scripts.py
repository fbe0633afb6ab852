"""Each Chinese script has its own characters: none of the other slips into its tables."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from ka_terms.cli.help import zh_hans as help_hans
from ka_terms.cli.help import zh_hant as help_hant
from ka_terms.presentation.words import messages_zh_hans, messages_zh_hant, zh_hans, zh_hant

TABLES: dict[str, tuple[str, Mapping[str, str]]] = {
    "messages zh-Hans": ("gb2312", messages_zh_hans.TEMPLATES),
    "messages zh-Hant": ("big5", messages_zh_hant.TEMPLATES),
    "words zh-Hans": ("gb2312", zh_hans.MESSAGES),
    "words zh-Hant": ("big5", zh_hant.MESSAGES),
    "help zh-Hans": ("gb2312", help_hans.TEXTS),
    "help zh-Hant": ("big5", help_hant.TEXTS),
}
"""The older character sets hold the characters of one script alone."""
UNITS = "万萬亿億"
"""What `--unit` takes in either script."""


@pytest.mark.parametrize("name", TABLES)
def test_every_character_is_of_the_script(name: str) -> None:
    encoding, table = TABLES[name]
    others = {
        sign
        for text in table.values()
        for sign in text
        if "一" <= sign <= "鿿" and sign not in UNITS and not sign.encode(encoding, "ignore")
    }
    assert others == set()
