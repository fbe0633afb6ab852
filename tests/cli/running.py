"""The program run inside the test's own process: a command line in, exit code and both streams out."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache

from ka_terms.cli.app import build


@dataclass(frozen=True)
class Run:
    """What a run left behind."""

    code: int
    out: str
    err: str


_program = cache(build)


def run(*words: object) -> Run:
    """Run `ka-terms` with these words."""
    out, err = io.StringIO(), io.StringIO()
    code: object = 0
    with redirect_stdout(out), redirect_stderr(err):
        try:
            _program()(args=[str(word) for word in words], prog_name="ka-terms")
        except SystemExit as end:
            code = end.code
    assert code is None or isinstance(code, int), code
    return Run(code or 0, out.getvalue(), err.getvalue())
