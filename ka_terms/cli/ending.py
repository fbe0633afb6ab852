"""How the process ends: its exit codes, and output whose reader has gone."""

from __future__ import annotations

import os
import sys

WRITE_FAILED = 1
INTERNAL_ERROR = 70
"""EX_SOFTWARE of sysexits.h."""
INTERRUPTED = 130
"""128 + SIGINT, as a shell reports it."""
READER_LEFT = 141
"""128 + SIGPIPE, as a shell reports a program whose reader (`| head`) closed the pipe."""


def discard_output() -> None:
    """Points stdout at nothing, so that the interpreter's last flush does not fail a second time and say so."""
    try:
        target = sys.stdout.fileno()
    except (OSError, ValueError, AttributeError):
        return
    nothing = open_nothing()
    os.dup2(nothing, target)
    os.close(nothing)


def open_nothing() -> int:
    return os.open(os.devnull, os.O_WRONLY)
