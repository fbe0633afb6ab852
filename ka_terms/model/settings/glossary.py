"""A user's own words for what the program calls something else: every retailer has its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated

from pydantic import PlainValidator, RootModel, WithJsonSchema

from ka_terms.model.base import Key
from ka_terms.model.faults import refuse
from ka_terms.model.names import read_text
from ka_terms.text.languages import LANGUAGES
from ka_terms.text.messages import enumerated, message

Label = str | dict[str, str]


def read_label(raw: object, read: Callable[[object], str] = read_text) -> Label:
    """A text for all languages, or one text a language; `read` reads each of them."""
    if not isinstance(raw, Mapping):
        return read(raw)
    for language in raw:
        if language not in LANGUAGES:
            expected = message("one of {names}", names=enumerated(LANGUAGES))
            raise refuse(language, expected, message("choose one of them"), at=(language,))
    return {language: read(text) for language, text in raw.items()}


class Glossary(RootModel[dict[Key, Annotated[Label, PlainValidator(read_label), WithJsonSchema({})]]]):
    """Key of a term, a figure or a measure -> the label it is shown under."""
