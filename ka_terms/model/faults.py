"""How the model says that a value is wrong: what was found, what was expected, how to fix it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, Literal, NamedTuple, Self, get_args

from pydantic_core import PydanticCustomError, ValidationError

from ka_terms.text.messages import Joined, Message, enumerated, message
from ka_terms.text.unseen import escaped

Path = tuple[str | int, ...]
HIDDEN_VALUE = message("a hidden value (private)")
_Reference = Literal[
    "unknown_figure",
    "unknown_measure",
    "unknown_term",
    "unknown_base",
    "unknown_fact",
    "wrong_reference",
    "zero_base",
]
Reason = (
    Literal["", "returns", "closed", "parts", "unknown_key", "unknown_source", "empty", "no_entries"]
    | _Reference
)
AS_EXPECTED = message("write it in the form that is expected")


class Fault(NamedTuple):
    """One wrong thing, in three parts that a sentence tells: Found ..., Expected ..., Fix: ...

    `expected` never quotes the value found, so that it can be shown where the value is private. `at` is the path from
    the value under validation down to the culprit; `on_key` says that the key itself is the culprit.
    `reason` is for whoever acts on a fault, and so need not read its sentences. "returns", "closed" and "parts" are
    rules of the plan that numbers break only together; "zero_base" is growth on nothing, which is n/a at a moved point.
    """

    found: str
    expected: str
    mend: str = ""
    at: Path = ()
    on_key: bool = False
    reason: Reason = ""

    def __str__(self) -> str:
        return str(self.sentence())

    def sentence(self) -> Message:
        """The parts as sentences; without a mend there are two."""
        parts = {"found": self.found, "expected": self.expected}
        if not self.mend:
            return message("Found {found}. Expected {expected}.", **parts)
        return message("Found {found}. Expected {expected}. Fix: {mend}.", **parts, mend=self.mend)

    def or_as_expected(self) -> Fault:
        """The fault with a mend in any case: where no better is known, what is expected says how to write it."""
        if self.mend:
            return self
        is_blank = isinstance(self.value, str) and not self.value.strip()
        kind = "nothing" if is_blank else getattr(self.found, "template", "")
        return self._replace(mend=_IN_PLACE_OF.get(kind, AS_EXPECTED))

    def hidden(self) -> Fault:
        """The same without anything of the value that was found."""
        return self._replace(found=HIDDEN_VALUE, mend="")

    @property
    def value(self) -> object:
        """The value that was found, where `found` quotes one."""
        return self.found.value if isinstance(self.found, Quoted) else None

    @property
    def is_reference(self) -> bool:
        """Whether a name in a term leads nowhere, or where it may not lead."""
        return self.reason in get_args(_Reference)

    @property
    def is_of_nothing(self) -> bool:
        """Whether a key is missing, or has no value."""
        return self.found == _NOTHING or getattr(self.found, "template", "") == _NO_KEY


_IN_PLACE_OF = {
    "nothing": message("write a value in its place"),
    "a list": message("write one value, without brackets and dashes"),
    "a mapping": message("write one value, without keys of its own"),
}
"""What was found -> how to mend it where nothing better is known."""


def plain_fault(found: str, expected: str, mend: str = "") -> Fault:
    """The fault whose parts are messages without values, each given by its template, a literal."""
    return Fault(Message(found, {}), Message(expected, {}), Message(mend, {}))


class Refused(ValueError):
    """What cannot be done as it is asked, with the faults that say why."""

    def __init__(self, *faults: Fault) -> None:
        self.faults = faults
        super().__init__(in_a_row(*(fault.sentence() for fault in faults)))


def in_a_row(*sentences: str) -> Joined:
    """Whole sentences behind each other; empty ones are left out."""
    return Joined(message(" "), tuple(filter(None, sentences)))


def faults_of(error: ValueError) -> tuple[Fault, ...]:
    """The faults that a refusal carries, or all those of a model that refused; none of any other error."""
    if isinstance(error, Refused):
        return error.faults
    if isinstance(error, ValidationError):
        contexts = (detail.get("ctx") or {} for detail in error.errors(include_url=False))
        return tuple(fault for context in contexts for fault in context.get("faults", ()))
    context = error.context if isinstance(error, PydanticCustomError) else None
    return tuple((context or {}).get("faults", ()))


def refusal(*faults: Fault) -> PydanticCustomError:
    """The exception a validator raises; it carries the faults whole, so that a reader can place each of them."""
    # pydantic fills {placeholders} of the message from the context: the text goes in as one of them, since it
    # may hold braces of its own.
    text = " | ".join(map(str, faults))
    return PydanticCustomError("fault", "{text}", {"text": text, "faults": tuple(faults)})


def refuse(found: object, expected: str, mend: str = "", at: Sequence[str | int] = ()) -> PydanticCustomError:
    """A refusal with a single fault; `found` is quoted as the author wrote it."""
    return refusal(Fault(quoted(found), expected, mend, tuple(at)))


@contextmanager
def about(argument: str) -> Iterator[None]:
    """Note on a `ValueError` the argument of the question that it is about."""
    try:
        yield
    except ValueError as error:
        error.add_note(argument)
        raise


class Quoted(Message):
    """A single value as a message shows it, with the value itself. Copies are made of the value."""

    value: object

    def __new__(cls, value: object, written: str) -> Self:
        short = written if len(written) <= 60 else written[:57] + "..."
        shown = message("'{text}'", text=escaped(short))
        text = super().__new__(cls, shown.template, shown.values)
        text.value = value
        return text

    def __getnewargs__(self) -> tuple[Any, Any]:  # type: ignore[override]  # a copy is made of what made the text
        return self.value, str(self)[1:-1]


def quoted(value: object, written: str = "") -> str:
    """The value as a message shows it: short, what no one sees as escapes, and a mapping or list by its kind only.

    `written` is how it is written, where that is not its plain text.
    """
    match value:
        case None:
            return _NOTHING
        case dict():
            return message("a mapping")
        case list() | tuple():
            return message("a list")
        case _:
            return Quoted(value, written or str(value))


_NOTHING = message("nothing")
_NO_KEY = "no key `{key}`"


def missing_key(key: str) -> Message:
    """What was found where a key is missing."""
    return message("no key `{key}`", key=key)


_LOOKED_AT = 5
"""Words that look alike and are then compared letter by letter."""


def unknown_key(key: str, known: Iterable[str], hint: str, *, lists: bool = False) -> Fault:
    """The fault of a key that is none of the `known` ones; it lists them where there is no hint, or if told to."""
    expected = message("a known key")
    if lists or not hint:
        expected = message("a known key: {names}", names=enumerated(known))
    listed = message("choose one of them, or delete the key")
    return Fault(quoted(key), expected, hint or listed, on_key=True, reason="unknown_key")


def nearest(name: str, known: Iterable[str], prefix: str = "") -> Message | str:
    """The hint that names the known word a misspelt one may be a slip of, behind a prefix; empty where none is.

    Of two that are equally near both are named.
    """
    from difflib import get_close_matches  # only an error needs it

    from ka_terms.model.edits import edits, may_slip

    # Bounded: each look costs time, and a file may be wrong in as many places as it likes.
    short = name[:100]
    close = get_close_matches(short, [word[:100] for word in islice(known, 300)], n=_LOOKED_AT)
    slips = {word: edits(short, word) for word in close if may_slip(short, word)}
    nearest_words = [f"{prefix}{word}" for word, off in slips.items() if off == min(slips.values())][:2]
    if len(nearest_words) == 2:
        return either(*nearest_words)
    return message("write {text} if that is meant", text=nearest_words[0]) if nearest_words else ""


def none_of(name: str, known: Iterable[str], similar: Iterable[str] = ()) -> Fault:
    """The fault of a name that is none of the known ones; `similar` are further names that may be meant."""
    known = [*known]
    mend = nearest(name.casefold(), [*known, *similar]) or message("choose one of them")
    return Fault(quoted(name), message("one of {names}", names=enumerated(known)), mend)


def first_in(line: int) -> Message:
    """The mend of what is there twice, of which the first stands in a line."""
    return message("delete one of them (the first is in line {line})", line=line)


def either(first: str, second: str) -> Message:
    """The mend of what may mean either of two things."""
    return message("write {first} or {second}, whichever is meant", first=first, second=second)


def any_of(texts: Sequence[str]) -> Message | str:
    """The mend of what may mean one text, or any of two or three; empty where there is none."""
    if len(texts) > 2:
        first, second, third = texts[:3]
        values = {"first": first, "second": second, "third": third}
        return message("write {first}, {second} or {third}, whichever is meant", **values)
    return either(*texts) if len(texts) > 1 else only(texts[0]) if texts else ""


def one_of(names: Iterable[str]) -> Message:
    """The mend that lists what there is."""
    return message("write one of these: {names}", names=enumerated(names))


def only(text: str) -> Message:
    """The mend of what can only mean one thing."""
    return message("write {text}", text=text)
