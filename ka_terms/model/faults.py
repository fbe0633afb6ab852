"""How the model says that a value is wrong: what was found, what was expected, how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from pydantic_core import PydanticCustomError

from ka_terms.text.messages import Message, message
from ka_terms.text.unseen import escaped

Path = tuple[str | int, ...]


class Fault(NamedTuple):
    """One wrong thing, in three parts that read as one sentence.

    `expected` never quotes the value found, so that it can be shown alone where the value is private. `at` is the
    path from the value under validation down to the culprit; `on_key` says that the key itself is the culprit.
    """

    found: str
    expected: str
    mend: str = ""
    at: Path = ()
    on_key: bool = False

    def __str__(self) -> str:
        return str(self.sentence())

    def sentence(self) -> Message:
        """The three parts as one sentence."""
        parts = (
            message("found {found}", found=self.found),
            message("expected {expected}", expected=self.expected),
        )
        return in_a_row(*parts, self.mend)


def in_a_row(*parts: str) -> Message:
    """Parts of a sentence behind each other; empty ones are left out."""
    first, *rest = [part for part in parts if part]
    whole = first if isinstance(first, Message) else message("{text}", text=first)
    for part in rest:
        whole = message("{first}; {second}", first=whole, second=part)
    return whole


def faults_of(error: ValueError) -> tuple[Fault, ...]:
    """The faults that a refusal carries; none of any other error."""
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


def quoted(value: object) -> str:
    """The value as a message shows it: short, what no one sees as escapes, and a mapping or list by its kind only."""
    match value:
        case None:
            return message("nothing")
        case dict():
            return message("a mapping")
        case list() | tuple():
            return message("a list")
        case _:
            text = str(value)
            return f"'{escaped(text if len(text) <= 60 else text[:57] + '...')}'"


def nearest(name: str, known: Iterable[str], prefix: str = "") -> Message | str:
    """The hint that names the known words closest to a misspelt one, behind a prefix; empty where none is close."""
    from difflib import get_close_matches  # only an error needs it

    # Bounded: each look costs time, and a file may be wrong in as many places as it likes.
    close = get_close_matches(name[:100], [word[:100] for word in islice(known, 300)], n=2)
    close = [f"{prefix}{word}" for word in close]
    if len(close) == 2:
        return message("did you mean {first} or {second}?", first=close[0], second=close[1])
    return message("did you mean {first}?", first=close[0]) if close else ""


def none_of(name: str, known: Iterable[str], similar: Iterable[str] = ()) -> Fault:
    """The fault of a name that is none of the known ones; `similar` are further names that may be meant."""
    known = [*known]
    fix = nearest(name.casefold(), [*known, *similar]) or message("choose one of them")
    return Fault(quoted(name), message("one of {names}", names=", ".join(known)), fix)
