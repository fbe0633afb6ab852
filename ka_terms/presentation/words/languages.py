"""Which languages there are, and the names people use for them."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from importlib import import_module

from ka_terms.model.faults import nearest, refusal, unknown_name
from ka_terms.model.settings.catalogue import LANGUAGES

_MODULES = {"en": "en", "zh-Hant": "zh_hant", "zh-Hans": "zh_hans"}

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
_BY_NAME = {**{language.casefold(): language for language in LANGUAGES}, **_OTHER_NAMES}


def parse_languages(text: str) -> tuple[str, ...]:
    """Languages from `zh-Hant,en`, the main one first, each once; case is free and zh-TW or zh-CN will do.

    Errors: `ValueError` that names the choices.
    """
    return tuple(dict.fromkeys(_language(name.strip()) for name in text.split(",")))


def _language(name: str) -> str:
    language = _BY_NAME.get(name.casefold().replace("_", "-"))
    if language is None:
        fault = unknown_name(name, LANGUAGES)
        raise refusal(fault._replace(mend=nearest(name.casefold(), _BY_NAME)))
    return language


def user_language() -> str:
    """The language of the user's locale, which LC_ALL, LC_MESSAGES or LANG names, or else Windows."""
    variables = map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))
    return of_locale(next(filter(None, variables), None) or _windows_locale())


def of_locale(name: str) -> str:
    """The language of a locale such as `zh_TW.UTF-8` or `zh-Hant-HK`; English for `C` and for every unknown one."""
    code = re.split("[.@]", name)[0].casefold().replace("_", "-")
    while code and code not in _BY_NAME:
        code = code.rpartition("-")[0]  # of zh-tw-x there is zh-tw, of en-au there is en
    return _BY_NAME.get(code, "en")


def _windows_locale() -> str:
    """The locale that Windows speaks to the user in; empty on other systems."""
    name = ""
    if sys.platform == "win32":
        from ctypes import windll
        from locale import windows_locale

        name = windows_locale.get(windll.kernel32.GetUserDefaultUILanguage(), "")
    return name


def messages(language: str) -> Mapping[str, str]:
    """The texts of one language by key; only the languages asked for are ever imported."""
    texts: Mapping[str, str] = import_module(f"{__package__}.{_MODULES[language]}").MESSAGES
    return texts


def message_templates(language: str) -> Mapping[str, str]:
    """The templates of messages in one language, by the English template; none for English itself."""
    if language == "en":
        return {}
    texts: Mapping[str, str] = import_module(f"{__package__}.messages_{_MODULES[language]}").TEMPLATES
    return texts
