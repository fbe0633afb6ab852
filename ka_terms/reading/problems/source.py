"""The text of one file, read with bounds, and the places in it that messages point at."""

from __future__ import annotations

import codecs
import os
import re
import stat
import sys
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from ka_terms.model.faults import Fault, any_of, nearest
from ka_terms.model.faults import Path as Steps
from ka_terms.model.privacy import is_private, looks_private, mentions_private, tells_private
from ka_terms.reading.problems.privacy import Spans, Suspects, shown_path, suspects
from ka_terms.reading.problems.problem import STANDARD_INPUT, Excerpt, Problem, ReadError
from ka_terms.text.messages import message
from ka_terms.text.system_reasons import reason_of
from ka_terms.text.unseen import code_of

LARGEST_FILE = 1 << 20
"""Bytes; a contract is some 2,000."""

_LINE_END = re.compile("\r\n|[\r\n]")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_NAMED = {
    "\x0b": message("a vertical tab (U+000B)"),
    "\x0c": message("a form feed (U+000C)"),
    "\x85": message("a line break that no editor shows, a next line (U+0085)"),
    "\u2028": message("a line break that no editor shows, a line separator (U+2028)"),
    "\u2029": message("a line break that no editor shows, a paragraph separator (U+2029)"),
    "\ufeff": message("an invisible mark (U+FEFF)"),
}
"""Signs that get into a text unseen. YAML ends a line, and with it a comment, at some of them."""
START = message("create a scenario with `ka-terms init`")
EMPTY = Fault(message("an empty file"), message("a scenario"), START, reason="empty")
_READABLE = message("a readable text file")
_KINDS = {stat.S_IFREG: "", stat.S_IFDIR: message("a directory")}
ENDINGS = (".yaml", ".yml", ".json")
_OTHER_ENCODINGS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


@dataclass(frozen=True, eq=False)
class Source:
    """A file's text under the name that messages use for it."""

    name: str
    text: str = field(repr=False)
    path: Path = field(default_factory=Path)
    private: Spans = field(default_factory=Spans)
    """Filled by whoever parses the text."""

    @cached_property
    def lines(self) -> list[str]:
        return _LINE_END.split(self.text)

    @cached_property
    def _suspects(self) -> tuple[Suspects, Suspects]:
        """The lines that may hold private values: where the file could be read, and where it is broken."""
        lines = self.lines if mentions_private(self.text) else ()
        return suspects(lines), suspects(lines, broken=True)

    def hides(self, line: int) -> bool:
        """Whether a line may hold private values."""
        return self.private.touch(line) or line in self._suspects[self.private.broken].hidden

    def withholds(self, line: int, words: str = "") -> bool:
        """Whether not even these words of a line are quoted; any number is taken for a private one that slipped out."""
        return line in self._suspects[self.private.broken or any(map(str.isnumeric, words))].withheld


class Mark(NamedTuple):
    """A place in a file, counted from 1."""

    source: Source
    line: int
    column: int


def problem_at(
    mark: Mark, fault: Fault, path: Steps = (), key_only: str = "", quotes: bool = True
) -> Problem:
    """A problem at a place, with its line as excerpt unless that may hold private values.

    `key_only` is an unknown key at the place: only the key is shown, since what follows it may be meant as private.
    `quotes` says that the fault has words of the file in it.
    """
    source, line, column = mark.source, mark.line, mark.column
    private = (
        is_private(path[:-1] if key_only else path)
        or source.private.hold((line, column))
        or any(tells_private(part) for part in (fault.found, fault.mend, key_only))
    )
    if source.withholds(line, key_only) and not private and not looks_private(key_only):
        # What only follows a private key by its place may be a value that slipped out.
        private, path, fault = quotes or any(map(str.isnumeric, fault.mend)), (), fault._replace(at=())
    if private:
        # Of its path the part of the file, not a key that may be the fault itself.
        fault = fault.hidden()._replace(at=fault.at[:1] if len(fault.at) > 1 else ())
    text = source.lines[line - 1] if line <= len(source.lines) else ""
    if key_only:
        before = text[: column - 1] if not source.hides(line) else " " * (column - 1)
        shown = before + text[column - 1 : column + len(key_only)]
        # What follows is there, and not shown.
        text = f"{shown} ..." if text[len(shown) :].strip() else shown
    elif source.hides(line):
        text = ""
    excerpt = None if private or not text else Excerpt.of(text, column)
    return Problem(source.name, fault, shown_path(path), line, column, excerpt, private)


def unquoted(mark: Mark, fault: Fault) -> Problem:
    """A problem at a place, without its line."""
    return Problem(mark.source.name, fault, line=mark.line, column=mark.column)


def read_source(path: Path, name: str) -> Source:
    """Read a small regular UTF-8 text file. Errors: `ReadError` naming what the file is instead."""
    return source_of(read_bytes(path, name), name, path)


def read_standard_input() -> bytes:
    """What standard input holds, as far as a file may be long. Errors: `ReadError`."""
    stream = getattr(sys.stdin, "buffer", None)  # None where the caller closed it: `<&-`
    try:
        content: bytes = stream.read(LARGEST_FILE + 1) if stream else b""
    except (OSError, ValueError) as error:
        fault = Fault(_why(error) or message("no input"), _READABLE)
        raise ReadError(Problem(STANDARD_INPUT, fault)) from None
    return content


def source_of(content: bytes, name: str, path: Path) -> Source:
    """A small UTF-8 text. Errors: `ReadError` naming what the content is instead."""
    if len(content) > LARGEST_FILE:
        found = message("more than {count} bytes", count=f"{LARGEST_FILE:,}")
        raise ReadError(
            Problem(name, Fault(found, message("a file of at most 1 MiB"), message("shorten the file")))
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        raise _no_text(Source(name, "", path), before, _not_utf8(content)) from None
    source = Source(name, text, path)
    refuse_signs(source, _not_utf8(content))
    if not text.strip():
        raise ReadError(problem_at(Mark(source, 1, 1), EMPTY))
    return source


def refuse_signs(source: Source, binary: Fault) -> None:
    """Errors: `ReadError` for a sign that no text has; `binary` is the fault of a zero byte."""
    forbidden = _FORBIDDEN.search(source.text)
    if forbidden:
        letter, fault = forbidden[0], binary
        if letter != "\x00":
            found = _NAMED.get(letter) or message("a control character ({code})", code=code_of(letter))
            mend = message("delete it, or write it as an escape in double quotes")
            fault = Fault(found, message("plain text"), mend)
        raise _no_text(source, source.text[: forbidden.start()], fault)


def _no_text(source: Source, before: str, fault: Fault) -> ReadError:
    """A refusal of what is no text: its place alone, since which of its lines are private cannot be told."""
    lines = _LINE_END.split(before)
    return ReadError(unquoted(Mark(source, len(lines), len(lines[-1]) + 1), fault))


def read_bytes(path: Path, name: str, most: int = LARGEST_FILE, expected: str = _READABLE) -> bytes:
    """A regular file, up to one byte more than it may have.

    Errors: `ReadError` naming what the file is in place of what is expected.
    """
    try:
        # Not blocking: a pipe without a writer would otherwise hang before it can be refused.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            kind = _KINDS.get(stat.S_IFMT(os.fstat(handle).st_mode), message("a device or pipe"))
            content = _content(handle, most) if not kind else b""
        finally:
            os.close(handle)
    except FileNotFoundError:
        fix = similar_file(path, name) or message("check the path")
        raise ReadError(Problem(name, Fault(message("no such file"), expected, fix))) from None
    except (OSError, ValueError) as error:
        # Some systems do not even open a directory.
        if kind := _kind(path):
            raise ReadError(_no_file(name, kind, expected)) from None
        found = _why(error) or message("a name that no file can have")
        raise ReadError(Problem(name, Fault(found, expected, message("name another file")))) from None
    if kind:
        raise ReadError(_no_file(name, kind, expected))
    return content


def _no_file(name: str, kind: str, expected: str) -> Problem:
    mend = message("name a file in it") if kind == _KINDS[stat.S_IFDIR] else message("name a file")
    return Problem(name, Fault(kind, expected, mend))


def _why(error: Exception) -> str:
    """What the system says of an error, in its own words; empty where it says nothing."""
    reason = reason_of(error)
    return message("a file that cannot be read: {reason}", reason=reason) if reason else ""


def _content(handle: int, most: int) -> bytes:
    """Everything, but no more than one byte beyond the most."""
    parts = []
    left = most + 1
    while left and (part := os.read(handle, left)):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _kind(path: Path) -> str:
    try:
        return message("a directory") if path.is_dir() else ""
    except (OSError, ValueError):
        return ""


def similar_file(path: Path, name: str) -> str:
    """The mend that names a file beside a missing one, in the folder that `name` has; empty where none is like it."""
    stem = path.stem if path.suffix in ENDINGS else path.name
    folder = name.removesuffix(path.name)
    try:
        # A link that leads nowhere is there, and is not what was meant.
        files = sorted(entry.name for entry in islice(path.parent.iterdir(), 1000) if entry.is_file())
    except (OSError, ValueError):
        return ""
    renamed = [f"{folder}{file}" for file in files if file in {f"{stem}{ending}" for ending in ENDINGS}]
    return any_of(renamed[:2]) if renamed else nearest(path.name, files, folder)


def _not_utf8(content: bytes) -> Fault:
    expected, again = message("a text file in UTF-8"), message("save the file again as UTF-8")
    if content.startswith(_OTHER_ENCODINGS):
        return Fault(message("text in UTF-16"), expected, again)
    if b"\x00" in content:
        again = message("name a file of a text editor, saved as UTF-8")
        return Fault(message("a binary file"), expected, again)
    return Fault(message("characters that are not UTF-8"), expected, again)
