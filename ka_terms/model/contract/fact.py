"""What is so or not so in a plan, as people write it: yes or no."""

from __future__ import annotations

from typing import Annotated

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from ka_terms.model.faults import refuse
from ka_terms.model.numbers.notations import folded_number
from ka_terms.text.messages import message

_YES = ("yes", "true", "on", "是", "有")
_NO = ("no", "false", "off", "否", "无", "無")


def read_fact(raw: object) -> bool:
    """Whether something is so: yes or no, true or false, 是 or 否. Errors: anything else, a number too."""
    if isinstance(raw, bool):
        return raw
    text = folded_number(raw).casefold() if isinstance(raw, str) else ""
    if text in (*_YES, *_NO):
        return text in _YES
    mend = message("write yes or no; a number belongs under `figures`")
    raise refuse(raw, message("yes or no"), mend)


def write_fact(fact: bool) -> str:
    """A fact as a file states it."""
    return "yes" if fact else "no"


Fact = Annotated[
    bool,
    PlainValidator(read_fact),
    PlainSerializer(write_fact, return_type=str),
    WithJsonSchema(
        {
            "type": ["boolean", "string"],
            "enum": [True, False, *_YES, *_NO],
            "errorMessage": "Expected yes or no.",
        }
    ),
]
