"""The language that the user reads, found without loading anything: help and usage errors come before any command."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from itertools import pairwise

from ka_terms.text.languages import language_named, of_locale


def language_of(typed: Sequence[str]) -> str:
    """The first language that --lang, KA_TERMS_LANG or the locale names; unknown names are passed over."""
    named = [value for option, value in pairwise(typed) if option == "--lang"]
    named += [word.removeprefix("--lang=") for word in typed if word.startswith("--lang=")]
    asked = [*named[-1:], os.environ.get("KA_TERMS_LANG", "")]
    known = (language_named(names.partition(",")[0]) for names in asked)
    return next(filter(None, known), None) or user_language()


def user_language() -> str:
    """The language of the user's locale, which LC_ALL, LC_MESSAGES or LANG names, or else Windows."""
    variables = map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))
    return of_locale(next(filter(None, variables), None) or _windows_locale())


def _windows_locale() -> str:
    """The locale that Windows speaks to the user in; empty on other systems."""
    name = ""
    if sys.platform == "win32":
        from ctypes import windll
        from locale import windows_locale

        name = windows_locale.get(windll.kernel32.GetUserDefaultUILanguage(), "")
    return name
