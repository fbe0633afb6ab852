"""What is so or not so in a plan, as people write it: yes or no."""

from __future__ import annotations

from typing import Annotated

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from ka_terms.model.faults import refuse
from ka_terms.model.numbers.notations import folded_number, taken_by
from ka_terms.model.numbers.number import read_number
from ka_terms.text.messages import message

_YES = ("yes", "true", "on", "是", "有")
_WRITE = message("write yes or no")
_NO = ("no", "false", "off", "否", "无", "無")


def read_fact(raw: object) -> bool:
    """Whether something is so: yes or no, true or false, 是 or 否. Errors: anything else, a number too."""
    if isinstance(raw, bool):
        return raw
    text = folded_number(str(raw)).casefold()
    if text in (*_YES, *_NO):
        return text in _YES
    mend = message("write yes or no; a number belongs under `figures`")
    is_number = taken_by(read_number)(raw)
    raise refuse(raw, message("yes or no"), mend if is_number else _WRITE)


def read_answer(raw: object) -> bool:
    """The same of what a term says yes or no to, where a number stands for nothing. Errors: anything else."""
    if not taken_by(read_fact)(raw):
        raise refuse(raw, message("yes or no"), _WRITE)
    return read_fact(raw)


def write_fact(fact: bool) -> str:
    """A fact as a file states it."""
    return "yes" if fact else "no"


_AS_STATED = PlainSerializer(write_fact, return_type=str)
_SCHEMA = WithJsonSchema(
    {
        "type": ["boolean", "string"],
        "enum": [True, False, *_YES, *_NO],
        "errorMessage": "Expected yes or no.",
    }
)
Fact = Annotated[bool, PlainValidator(read_fact), _AS_STATED, _SCHEMA]
Answer = Annotated[bool, PlainValidator(read_answer), _AS_STATED, _SCHEMA]
