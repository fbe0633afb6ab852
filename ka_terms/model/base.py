"""What all models share: frozen, closed to unknown keys, named by the keys of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any, ClassVar, Self, TypeVar
from weakref import WeakValueDictionary

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    PlainSerializer,
    PlainValidator,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema

from ka_terms.model.faults import Fault, Path, quoted, refusal, refuse
from ka_terms.model.names import LONGEST
from ka_terms.model.privacy import PRIVATE_NAMES
from ka_terms.text.messages import message
from ka_terms.text.unseen import holds_unseen

R = TypeVar("R")

WITH_VALUES = object()
"""The context of a validation whose errors are to keep their values: for a reader that shows none it should not."""
MOVED = object()
"""The context of a validation at a point of a question of "what if", where growth on nothing is n/a and no error."""
AS_IT_IS = PlainSerializer(lambda value: value)
"""Written as it was read: pydantic's own way writes such a value twice, and then warns of it with the value."""


_HELD: WeakValueDictionary[int, Model] = WeakValueDictionary()
"""Models that hold together, by their identity, as long as they are there; copies of them are others."""
_HELD_MOVED: WeakValueDictionary[int, Model] = WeakValueDictionary()
"""The same at points of a question of "what if"."""


class SchemaOf:
    """The JSON Schema of a field, made of what is `given` once it is asked for: whoever reads a file needs none."""

    def __init__(self, make: Callable[..., dict[str, Any]], *given: Any) -> None:
        self._make, self._given = make, given

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """What pydantic asks of whatever stands beside a type."""
        return self._make(*self._given)


class Model(BaseModel):
    """Base of every model: immutable once valid, and no key is taken that is not known."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_default=False, defer_build=True, hide_input_in_errors=True
    )

    def __setattr__(self, name: str, value: Any) -> None:
        """Errors: `ValidationError`, always, and without the value."""
        without_input(lambda: super(Model, self).__setattr__(name, value))

    def __delattr__(self, name: str) -> None:
        """Errors: `ValidationError`, always."""
        without_input(lambda: super(Model, self).__delattr__(name))

    @model_validator(mode="after")
    def _holds_together(self, info: ValidationInfo) -> Self:
        # A part of another model is looked at again with it, though it cannot have changed.
        known = _HELD_MOVED if info.context is MOVED else _HELD
        if _HELD.get(id(self)) is self or known.get(id(self)) is self:
            return self
        told = (fault for fault in self._faults() if fault.reason != "zero_base" or info.context is not MOVED)
        if faults := [*told]:
            raise refusal(*faults)
        known[id(self)] = self
        return self

    def _faults(self) -> Iterable[Fault]:
        """What is wrong with values each of which is valid by itself."""
        return ()


class RedactingModel(Model):
    """A model that may hold private values: its errors hold nothing of what it was given, unless asked to."""

    _path: ClassVar[Path] = ()
    """Where it stands in a scenario."""

    @model_validator(mode="wrap")  # the last, so that it holds whatever the others say
    @classmethod
    def _kept_back(cls, raw: Any, read: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        return read(raw) if info.context is WITH_VALUES else without_input(lambda: read(raw), cls._path)

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """The same of JSON. Errors: `ValidationError`."""
        return without_input(lambda: super(RedactingModel, cls).model_validate_json(json_data, **options))


def without_input(work: Callable[[], R], within: Path = ()) -> R:
    """What `work` gives, or its error of validation without the input. `within` is the path of what it reads."""
    try:
        return work()
    except ValidationError as error:
        from ka_terms.model.redaction import without_values  # only a mistake needs it

        bare = without_values(error, within)
    # Not in there, where the error with all its values would stay its context.
    raise bare


def read_key(raw: object) -> str:
    """A key of the author's own: any text on one line, not blank and not overlong."""
    if not isinstance(raw, str) or not raw.strip() or len(raw) > LONGEST:
        raise refuse(raw, message("a key of 1 to {most} characters", most=LONGEST))
    if raw.startswith(PRIVATE_NAMES):
        raise refuse(raw, message("a key that does not begin with {start}", start=PRIVATE_NAMES))
    if holds_unseen(raw):
        raise refusal(unseen_in(raw, on_key=True))
    return str(raw)


def unseen_in(key: str, at: Path = (), *, on_key: bool = False) -> Fault:
    """The fault of a key, or of a name that stands for one, with signs that no one sees."""
    return Fault(
        quoted(key), message("a key without invisible signs"), message("delete the signs"), at, on_key
    )


def read_names(raw: object) -> tuple[str, ...]:
    """A list of names; a single name may stand without brackets."""
    given = (raw,) if isinstance(raw, str) else raw
    if not isinstance(given, list | tuple) or (isinstance(raw, str) and not raw.strip()):
        mend = message("write the names in brackets, with commas between them")
        expected = message("a list of names, such as [stores.new]")
        raise refuse(raw, expected, mend if isinstance(raw, Mapping) else "")
    for at, name in enumerate(given):
        if not isinstance(name, str) or not name.strip():
            raise refuse(name, message("a name"), at=(at,))
    names: dict[str, None] = {}
    for at, name in enumerate(given):
        if name in names:
            raise refuse(name, message("each name once"), message("delete one of them"), at=(at,))
        if holds_unseen(name):
            raise refusal(unseen_in(name, (at,)))
        names[str(name)] = None
    return tuple(names)


def at_most(count: int) -> AfterValidator:
    """Bounds how many names a list has; pydantic's own bound does not reach values that it has not read itself."""

    def bounded(names: tuple[str, ...]) -> tuple[str, ...]:
        if len(names) > count:
            raise refuse(names, message("at most {count} names", count=count), message("shorten the list"))
        return names

    return AfterValidator(bounded)


Key = Annotated[str, PlainValidator(read_key)]
Names = Annotated[
    tuple[str, ...],
    PlainValidator(read_names),
    AS_IT_IS,
    WithJsonSchema(
        {"anyOf": [{"type": "array", "items": {"type": "string"}, "uniqueItems": True}, {"type": "string"}]}
    ),
]
