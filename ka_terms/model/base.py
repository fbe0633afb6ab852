"""What all models share: frozen, closed to unknown keys, named by the keys of the file."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainValidator, WithJsonSchema

from ka_terms.model.faults import Fault, Path, quoted, refusal, refuse
from ka_terms.model.said import said
from ka_terms.model.text import LONGEST
from ka_terms.model.unseen import holds_unseen


class Model(BaseModel):
    """Base of every model: immutable once valid, and no key is taken that is not known."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_default=False, defer_build=True, hide_input_in_errors=True
    )


def read_key(raw: object) -> str:
    """A key of the author's own: any text on one line, not blank and not overlong."""
    if not isinstance(raw, str) or not raw.strip() or len(raw) > LONGEST:
        raise refuse(raw, f"a key of 1 to {LONGEST} characters")
    if holds_unseen(raw):
        raise refusal(unseen_in(raw, on_key=True))
    return str(raw)


def unseen_in(key: str, at: Path = (), *, on_key: bool = False) -> Fault:
    """The fault of a key, or of a name that stands for one, with signs that no one sees."""
    return Fault(quoted(key), said("a key without signs that no one sees"), said("delete them"), at, on_key)


def read_names(raw: object) -> tuple[str, ...]:
    """A list of names; a single name may stand without brackets."""
    given = (raw,) if isinstance(raw, str) else raw
    if not isinstance(given, list | tuple) or not all(
        isinstance(name, str) and name.strip() for name in given
    ):
        raise refuse(raw, "a list of names, such as [stores.new]")
    names: dict[str, None] = {}
    for at, name in enumerate(given):
        if name in names:
            raise refuse(name, "each name once", "take it out of the list", at=(at,))
        if holds_unseen(name):
            raise refusal(unseen_in(name, (at,)))
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
