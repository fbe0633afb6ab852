"""The languages that a user asks for, and the texts of each."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from ka_terms.model.faults import none_of
from ka_terms.text.languages import BY_NAME, LANGUAGES, language_named

_MODULES = {"en": "en", "zh-Hant": "zh_hant", "zh-Hans": "zh_hans"}


def parse_languages(text: str) -> tuple[str, ...]:
    """Languages from `zh-Hant,en`, the main one first, each once; case is free and zh-TW or zh-CN will do.

    Errors: `ValueError` that names the choices.
    """
    return tuple(dict.fromkeys(map(_language, text.split(","))))


def _language(name: str) -> str:
    language = language_named(name)
    if language is None:
        raise ValueError(none_of(name.strip(), LANGUAGES, similar=BY_NAME).sentence())
    return language


def messages(language: str) -> Mapping[str, str]:
    """The texts of one language by key; only the languages asked for are ever imported."""
    texts: Mapping[str, str] = import_module(f"{__package__}.{_MODULES[language]}").MESSAGES
    return texts


def message_templates(language: str) -> Mapping[str, str]:
    """The templates of messages in one language, by the English template; none for English itself."""
    return _by_english_text("messages", "TEMPLATES", language)


def schema_texts(language: str) -> Mapping[str, str]:
    """What the schema says in one language, by the English text; none for English itself."""
    return _by_english_text("schema", "TEXTS", language)


def _by_english_text(module: str, name: str, language: str) -> Mapping[str, str]:
    if language == "en":
        return {}
    texts: Mapping[str, str] = getattr(import_module(f"{__package__}.{module}_{_MODULES[language]}"), name)
    return texts
