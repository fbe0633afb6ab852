"""While mutants are tried out, no test loads a library whose threads would hang in a forked process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("library", ["dask", "dask.array", "polars"])
def test_libraries_with_threads_are_hidden_from_mutants(library: str) -> None:
    program = f"import tests.conftest, importlib; importlib.import_module({library!r})"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "MUTANT_UNDER_TEST": "stats"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "ModuleNotFoundError" in done.stderr
