"""How far a long piece of work is, on stderr, once it has taken more than a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from ka_terms.text.messages import message

T = TypeVar("T")
_PATIENCE = 1.0
"""Seconds without a word."""
_EVERY = {True: 0.2, False: 5.0}
"""Seconds between two words, on a terminal and elsewhere."""


def watched(
    parts: Iterable[T],
    size: Callable[[T], int],
    total: int,
    translate: Callable[[str], str] = str,
    *,
    files: bool = False,
) -> Iterator[T]:
    """Yield the parts as they come; each is `size` combinations of `total`, or `files`. `translate` says it."""
    on_terminal = sys.stderr.isatty()
    begun = last_line = time.monotonic()
    done, shown = 0, False
    for part in parts:
        yield part
        done += size(part)
        now = time.monotonic()
        if now - begun > _PATIENCE and (not shown or now - last_line > _EVERY[on_terminal]):
            percent = 100 * done // total
            line = message(
                "{done:,} of {total:,} combinations, {percent}%", done=done, total=total, percent=percent
            )
            if files:
                line = message(
                    "{done:,} of {total:,} files, {percent}%", done=done, total=total, percent=percent
                )
            start, end = ("\r", " ") if on_terminal else ("", "\n")
            print(f"{start}{translate(line)}", end=end, file=sys.stderr, flush=True)
            last_line, shown = now, True
    if shown and on_terminal:
        print(f"\r{' ' * 60}\r", end="", file=sys.stderr, flush=True)
