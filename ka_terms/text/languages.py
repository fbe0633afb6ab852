"""Which languages there are, and the names people use for them."""

from __future__ import annotations

import re

LANGUAGES = ("en", "zh-Hant", "zh-Hans")

_OTHER_NAMES = {
    "en-us": "en",
    "en-gb": "en",
    "zh-tw": "zh-Hant",
    "zh-hk": "zh-Hant",
    "zh-mo": "zh-Hant",
    "zh": "zh-Hans",
    "zh-cn": "zh-Hans",
    "zh-sg": "zh-Hans",
}
BY_NAME = {**{language.casefold(): language for language in LANGUAGES}, **_OTHER_NAMES}
"""Languages by the names that `language_named` knows."""


def language_named(name: str) -> str | None:
    """The language of that name, in any case, with - or _: zh-TW is zh-Hant. None for an unknown name."""
    return BY_NAME.get(name.strip().casefold().replace("_", "-"))


def of_locale(name: str) -> str:
    """The language of a locale such as `zh_TW.UTF-8` or `zh-Hant-HK`; English for `C` and for every unknown one."""
    code = re.split("[.@]", name)[0].casefold().replace("_", "-")
    while code and code not in BY_NAME:
        code = code.rpartition("-")[0]  # of zh-tw-x there is zh-tw, of en-au there is en
    return BY_NAME.get(code, "en")
