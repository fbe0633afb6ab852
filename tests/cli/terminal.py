"""The program in a process of its own: in a terminal of a given width, or with its streams in pipes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_ENVIRONMENT = {
    **{
        name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ
    },  # Windows starts none without
    "PYTHONPATH": str(ROOT),
    "TERM": "xterm-256color",
    "KA_TERMS_LANG": "en",
}
_PROGRAM = (sys.executable, "-m", "ka_terms")


def on_terminal(columns: int, *words: object, **environment: str) -> str:
    """What a terminal of that many columns is sent."""
    pty, termios = pytest.importorskip("pty"), pytest.importorskip("termios")

    leader, follower = pty.openpty()
    termios.tcsetwinsize(follower, (50, columns))
    command = [*_PROGRAM, *map(str, words)]
    process = subprocess.Popen(
        command, stdout=follower, stdin=follower, cwd=ROOT, env=_ENVIRONMENT | environment
    )
    os.close(follower)
    sent = b""
    with suppress(OSError):  # Linux says so when the last writer has left
        while piece := os.read(leader, 65536):
            sent += piece
    os.close(leader)
    assert process.wait(timeout=30) == 0
    return sent.decode().replace("\r\n", "\n")


def bare(sent: str) -> str:
    """The text without colours."""
    return _ESCAPE.sub("", sent)


def piped(*words: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A run whose streams are pipes."""
    command = [*_PROGRAM, *map(str, words)]
    return subprocess.run(
        command, cwd=ROOT, env=_ENVIRONMENT | environment, capture_output=True, check=False, timeout=30
    )
