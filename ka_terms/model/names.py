"""Names and free text, and the traps that unquoted text sets for other YAML readers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from ka_terms.model.faults import refuse
from ka_terms.text.languages import LANGUAGES
from ka_terms.text.messages import enumerated, message

LONGEST = 300
"""Characters in a name, a key or a condition; what is longer is not a name but a pasted document."""

_TRAPS = {
    message("true or false"): re.compile(r"(?i:yes|no|on|off|true|false|y|n)"),
    message("a date"): re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?"),
    message("a time"): re.compile(r"[-+]?[0-9]+(:[0-5]?[0-9])+(\.[0-9]*)?"),
}


class Unquoted(str):
    """Text that its author wrote without quotes, so that another reader may take `NO` for false."""

    __slots__ = ()


class Enclosed(Unquoted):
    """Such a text in braces or brackets, or a value of a list: there a comma would end it."""

    __slots__ = ()


def read_text(raw: object) -> str:
    """A single text; a whole number is taken as it is written. Errors: a mapping, a list, nothing, too long."""
    if isinstance(raw, bool) or not isinstance(raw, str | int) or not str(raw).strip():
        raise refuse(raw, message("a text"))
    if len(str(raw)) > LONGEST:
        raise refuse(raw, message("a text of at most {most} characters", most=LONGEST), message("shorten it"))
    return str(raw)


def read_name(raw: object) -> str:
    """A text that names something; where YAML 1.1 readers would see a date or a truth value, quotes are asked for."""
    name = read_text(raw)
    if isinstance(raw, Unquoted):
        for meaning, trap in _TRAPS.items():
            if trap.fullmatch(raw):
                values = {"name": raw, "meaning": meaning}
                mend = message('write "{name}" in quotes; without them it means {meaning}', **values)
                raise refuse(raw, message("a name"), mend)
    return name


Label = str | dict[str, str]
"""A text for all languages, or one text a language."""


def read_label(raw: object, read: Callable[[object], str] = read_text) -> Label:
    """A text for all languages, or one text a language; `read` reads each of them."""
    if not isinstance(raw, Mapping):
        return read(raw)
    for language in raw:
        if language not in LANGUAGES:
            expected = message("one of {names}", names=enumerated(LANGUAGES))
            raise refuse(language, expected, message("choose one of them"), at=(language,))
    return {str(language): read(text) for language, text in raw.items()}


def read_texts(raw: object, read: Callable[[object], str] = read_text) -> Label:
    """A text for all languages, or one text a language, of at least one language."""
    texts = read_label(raw, read)
    if not texts:
        mend = message("add a text in a language, such as {example}", example="`en: ...`")
        raise refuse(raw, message("one text, or one text per language"), mend)
    return texts


_SCALAR = {"type": ["string", "number", "boolean"]}
Name = Annotated[str, PlainValidator(read_name), WithJsonSchema({"type": ["string", "integer"]})]
Text = Annotated[str, PlainValidator(read_text), WithJsonSchema(_SCALAR)]
_BY_LANGUAGE = {
    "type": ["string", "number", "boolean", "object"],
    "propertyNames": {"enum": list(LANGUAGES)},
}
Texts = Annotated[Label, PlainValidator(read_texts), WithJsonSchema(_BY_LANGUAGE)]
Title = Annotated[Label, PlainValidator(lambda raw: read_texts(raw, read_name)), WithJsonSchema(_BY_LANGUAGE)]
