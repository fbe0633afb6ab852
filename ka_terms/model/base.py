"""What all models share: frozen, closed to unknown keys, named by the keys of the file."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainValidator, WithJsonSchema

from ka_terms.model.faults import Fault, quoted, refusal, refuse
from ka_terms.model.said import said
from ka_terms.model.text import LONGEST


class Model(BaseModel):
    """Base of every model: immutable once valid, and no key is taken that is not known."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_default=False, defer_build=True, hide_input_in_errors=True
    )


_UNSEEN = re.compile(
    "^[^\\S ]|[^\\S ]$|[\xad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
"""They make another key that looks the same; those that join letters of some scripts are none of them."""


PRIVATE = "private."
"""Opens the names of figures that never leave the house, so that no name of a user's own is one of them."""


def read_key(raw: object) -> str:
    """A key of the author's own: any text on one line, not blank and not overlong."""
    if not isinstance(raw, str) or not raw.strip() or len(raw) > LONGEST:
        raise refuse(raw, f"a key of 1 to {LONGEST} characters")
    if raw.startswith(PRIVATE):
        raise refuse(raw, said("a key that does not begin with {start}", start=PRIVATE))
    if not raw.isascii() and _UNSEEN.search(raw):
        raise refusal(
            Fault(
                quoted(raw),
                said("a key without signs that no one sees"),
                said("delete them"),
                on_key=True,
            )
        )
    return str(raw)


def read_names(raw: object) -> tuple[str, ...]:
    """A list of names; a single name may stand without brackets."""
    if isinstance(raw, str) and raw.strip():
        return (str(raw),)
    if not isinstance(raw, list | tuple) or not all(isinstance(name, str) and name.strip() for name in raw):
        raise refuse(raw, "a list of names, such as [stores.new]")
    names: dict[str, None] = {}
    for at, name in enumerate(raw):
        if name in names:
            raise refuse(name, "each name once", "take it out of the list", at=(at,))
        names[str(name)] = None
    return tuple(names)


def at_most(count: int) -> AfterValidator:
    """Bounds how many names a list has; pydantic's own bound does not reach values that it has not read itself."""

    def bounded(names: tuple[str, ...]) -> tuple[str, ...]:
        if len(names) > count:
            raise refuse(names, f"at most {count} names")
        return names

    return AfterValidator(bounded)


Key = Annotated[str, PlainValidator(read_key)]
Names = Annotated[
    tuple[str, ...],
    PlainValidator(read_names),
    WithJsonSchema(
        {"anyOf": [{"type": "array", "items": {"type": "string"}, "uniqueItems": True}, {"type": "string"}]}
    ),
]
