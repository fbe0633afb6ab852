"""Sentences of messages that remember how they were made, so that they can be said in another language.

A message is written once, in English, where it belongs: `message("delete the {sign} sign", sign="+")`. It is a text
like any other; whoever shows it to a user looks its template up among those of the user's language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Self, TypeVar

T = TypeVar("T")


class Message(str):
    """An English text with the template it was made of and what filled it; the fillings may be `Message` themselves."""

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, values: Mapping[str, object]) -> Self:
        text = super().__new__(cls, template.format_map(values))
        text.template, text.values = template, values
        return text

    def __getnewargs__(self) -> tuple[Any, Any]:  # type: ignore[override]  # a copy is made of what made the text
        return self.template, self.values


class Joined(str):
    """Several texts as one. `separator` stands between them, and is a message of its own in every language."""

    separator: Message
    parts: tuple[str, ...]

    def __new__(cls, separator: Message, parts: tuple[str, ...]) -> Joined:
        text = super().__new__(cls, separator.join(parts))
        text.separator, text.parts = separator, parts
        return text

    def __getnewargs__(self) -> tuple[Any, Any]:  # type: ignore[override]  # a copy is made of what made the text
        return self.separator, self.parts


def message(template: str, **values: object) -> Message:
    """A message by its English template, a literal: a test holds every one against the tables of all languages."""
    return Message(template, values)


_COMMA = message(", ")


def enumerated(names: Iterable[str]) -> Joined:
    """Names with commas between them."""
    return Joined(_COMMA, tuple(names))


def translated(text: T, templates: Mapping[str, str]) -> T | str:
    """A text in the language of `templates`, which has its own by English template; what is not in it stays English."""
    if not templates:
        return text
    if isinstance(text, Joined):
        separator = templates.get(text.separator, text.separator)
        return separator.join(str(translated(part, templates)) for part in text.parts)
    if not isinstance(text, Message):
        return text
    from ka_terms.text.chinese import filled  # the languages besides English are Chinese

    values = {name: translated(value, templates) for name, value in text.values.items()}
    return filled(templates.get(text.template, text.template), values)
