"""What a contract calls its own figures, facts, categories, events and agreed points, by language."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from ka_terms.model.base import unseen_in
from ka_terms.model.faults import Fault, nearest, quoted, refusal, refuse
from ka_terms.model.names import Label, read_name, read_texts
from ka_terms.model.numbers.number import reads_as_number
from ka_terms.text.languages import LANGUAGES
from ka_terms.text.messages import message
from ka_terms.text.unseen import holds_unseen

UNIT = "unit"
"""The key of a label for the measure word that Chinese counts by: 名 in 每名促销员."""
BAR = "|"
"""Parts one from many in an English label: promoter|promoters."""
_MOST_HINTS = 50


def read_line(raw: object) -> str:
    """A name on one line, without signs that no one sees."""
    name = read_name(raw)
    if len(name.splitlines()) > 1:
        raise refuse(raw, message("a text on one line"), message("delete the line break"))
    if holds_unseen(name):
        raise refusal(unseen_in(name))
    forms = name.split(BAR)
    if len(forms) > 2 or not all(form.strip() for form in forms):
        expected = message(
            "a name, or its singular and plural such as {example}", example="promoter|promoters"
        )
        raise refuse(raw, expected, message("write one name, or two with one | between them"))
    if any(map(reads_as_number, forms)):
        raise refuse(raw, message("a name, which no number is"), message("write a word"))
    return name


def read_own_label(raw: object) -> Label:
    """A name for all languages, or one a language and the measure word of Chinese under `unit`."""
    if not isinstance(raw, Mapping) or UNIT not in raw:
        return read_texts(raw, read_line)
    names = read_texts({language: name for language, name in raw.items() if language != UNIT}, read_line)
    assert isinstance(names, dict)  # as the mapping is
    return {**names, UNIT: read_line(raw[UNIT])}


OwnLabel = Annotated[
    Label,
    PlainValidator(read_own_label),
    WithJsonSchema({"type": ["string", "object"], "propertyNames": {"enum": [*LANGUAGES, UNIT]}}),
]


def labels_of_nothing(labels: Iterable[str], known: Collection[str]) -> Iterator[Fault]:
    """The labels of what the contract does not have, each with the nearest name that it has."""
    unknown = (key for key in labels if key not in known)
    for at, key in enumerate(unknown):
        expected = message(
            "the name of a figure, a fact, a category, a class of stores, an event or a condition of this contract"
        )
        hint = nearest(key, known) if at < _MOST_HINTS else ""
        yield Fault(
            quoted(key), expected, hint or message("correct or delete the label"), ("labels", key), True
        )
