"""The bytes of a table as text. Its encoding is never guessed: it is marked, named, or the only one that fits."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from ka_terms.model.faults import Fault, Refused, about, none_of
from ka_terms.reading.problems.problem import Problem, ReadError
from ka_terms.text.messages import message

ENCODINGS = {
    "utf-8": "utf-8-sig",
    "utf-16": "utf-16",
    "gb18030": "gb18030",
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "big5": "cp950",
    "cp950": "cp950",
    "big5-hkscs": "big5hkscs",
    "cp1252": "cp1252",
    "latin-1": "latin-1",
    "shift-jis": "cp932",
}
"""Names of `--encoding`, and what reads them: Big5 as Windows writes it, which has 碁 and 恒."""
TRIED = ("gb18030", "big5")
"""What is tried where a text is not UTF-8."""
_PRIVATE_USE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


class Decoded(NamedTuple):
    """A text, and its encoding where that was found by trying; else empty."""

    text: str
    tried: str = ""


def decoded(content: bytes, name: str, encoding: str) -> list[Decoded]:
    """The text in each encoding that it may be in: the named one, UTF-8, or else those of `TRIED`.

    Errors: `ReadError` for bytes that are in none; `Refused` for an unknown name.
    """
    if encoding:
        return [Decoded(_named(content, name, encoding))]
    if content.startswith(_UTF_16) and not content.startswith(_UTF_32):
        return [Decoded(_strictly(content, "utf-16", name, "UTF-16"))]
    try:
        return [Decoded(content.decode("utf-8-sig"))]
    except UnicodeDecodeError:
        pass
    texts = [Decoded(text, label) for label in TRIED if (text := _tried(content, label)) is not None]
    if not texts:
        found = message("characters that are neither UTF-8 nor GB18030 nor Big5")
        mend = message("save it again as UTF-8, or name its encoding with {option}", option="--encoding")
        raise ReadError(Problem(name, Fault(found, message("a table in UTF-8"), mend)))
    return texts


def _tried(content: bytes, label: str) -> str | None:
    """The text; None where some of it is no character, or one for private use that nobody else knows."""
    try:
        text = content.decode(ENCODINGS[label])
    except UnicodeDecodeError:
        return None
    return None if _PRIVATE_USE.search(text) else text


def _named(content: bytes, name: str, encoding: str) -> str:
    label = encoding.strip().casefold().replace("_", "-")
    if label not in ENCODINGS:
        with about("encoding"):
            raise Refused(none_of(encoding, ENCODINGS))
    return _strictly(content, ENCODINGS[label], name, label)


def _strictly(content: bytes, codec: str, name: str, label: str) -> str:
    try:
        return content.decode(codec)
    except UnicodeDecodeError:
        found = message("characters that are not {encoding}", encoding=label)
        mend = message("save it again as UTF-8, or name its encoding with {option}", option="--encoding")
        raise ReadError(
            Problem(name, Fault(found, message("a table in {encoding}", encoding=label), mend))
        ) from None


def ask(name: str, texts: list[Decoded]) -> ReadError:
    """The question which of two encodings is meant, with the first words that differ."""
    first, second = texts
    lines = zip(first.text.splitlines(), second.text.splitlines(), strict=False)
    one, other = next(((_word(a, b), _word(b, a)) for a, b in lines if a != b), ("", ""))
    values = {"one": one, "first": first.tried, "other": other, "second": second.tried}
    found = message("a text that may read '{one}' ({first}) or '{other}' ({second})", **values)
    mend = message(
        "add {first} or {second}, whichever is meant",
        first=f"--encoding {first.tried}",
        second=f"--encoding {second.tried}",
    )
    return ReadError(Problem(name, Fault(found, message("an encoding that is named"), mend)))


def _word(line: str, other: str) -> str:
    """What of a line differs from another, from the first sign that does: some letters of it."""
    at = next((at for at, (a, b) in enumerate(zip(line, other, strict=False)) if a != b), 0)
    taken = []
    for letter in line[at : at + 12]:
        if letter in ',;\t"':
            break
        taken.append(letter)
    return "".join(taken)
