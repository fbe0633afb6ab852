"""A stream that is ended from outside leaves no half-written file: real processes, real signals, a real limit."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ka_terms.presentation.renderers.registry import OFFICE
from ka_terms.writing.streaming.frames import has_polars

if sys.platform == "win32":
    pytest.skip("this system has other signals", allow_module_level=True)

FORMATS = ["csv", "json"] + ["parquet"] * has_polars() + ["xlsx"] * OFFICE.is_installed
WRITER = """
import sys, time
from itertools import count
from pathlib import Path
from ka_terms.writing.streaming.stream import StreamColumn, write_stream

name, target, rows = sys.argv[1], Path(sys.argv[2]) if sys.argv[2] else None, int(sys.argv[3])

def blocks():
    for number in count():
        if number == 3:
            print("under way", file=sys.stderr, flush=True)
        if number >= 3:
            time.sleep(0.01)
        yield [[number] * rows]

"""
RUN = WRITER + 'write_stream(name, [StreamColumn("stores", 0)], blocks(), target, force=True)\n'
RUN_IN_A_PROGRAM = (
    WRITER
    + """
from ka_terms import cli
cli._answer = lambda: write_stream(name, [StreamColumn("stores", 0)], blocks(), target, force=True)
cli.main()
"""
)
RUN_ON_A_SMALL_DISK = (
    WRITER
    + """
import resource
from ka_terms.reading.problems.problem import ReadError
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    blocks = ([[*range(n, n + rows)]] for n in count(0, rows))
    write_stream(name, [StreamColumn("stores", 0)], blocks, target, force=True)
except ReadError as error:
    print(error, file=sys.stderr)
"""
)

_HEARS_HANGUP = "import signal; signal.signal(signal.SIGHUP, signal.SIG_DFL)\n"
"""First thing in a process, since these tests may run where a lost terminal ends nothing."""


def started(script: str, name: str, target: Path | str, rows: int = 1000) -> subprocess.Popen[str]:
    """A process that writes without end."""
    return subprocess.Popen(
        [sys.executable, "-c", _HEARS_HANGUP + script, name, str(target), str(rows)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_ended_by_a_signal(tmp_path: Path, name: str, number: signal.Signals, code: int) -> None:
    """Ctrl-C, a request to end, a closed terminal: the old file stays, nothing else does, and nothing is said."""
    target = tmp_path / "out"
    target.write_text("old", encoding="utf-8")
    with started(RUN_IN_A_PROGRAM, name, target) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == "under way\n"
        assert len([*tmp_path.iterdir()]) == 2
        process.send_signal(number)
        _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (code, "")
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["old"]


@pytest.mark.skipif(not has_polars(), reason="needs polars")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_no_thread_meets_an_interpreter_that_is_gone(
    tmp_path: Path, number: signal.Signals, code: int
) -> None:
    """A thread of polars that does so aborts the process: here whatever comes after the last line of code does."""
    script = "import atexit, os\natexit.register(os.abort)\n" + RUN_IN_A_PROGRAM
    with started(script, "parquet", tmp_path / "out") as process:
        assert process.stderr is not None
        assert process.stderr.readline() == "under way\n"
        process.send_signal(number)
        _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (code, "")


@pytest.mark.parametrize("name", ["csv", "json"])
def test_a_reader_who_leaves(name: str) -> None:
    """As `| head` does: quiet, with the code of a closed pipe."""
    with started(RUN_IN_A_PROGRAM, name, "") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        err = process.stderr.read()
        process.wait(timeout=30)
    assert process.returncode == 141
    assert err in ("", "under way\n")


@pytest.mark.parametrize("name", FORMATS)
def test_a_full_disk(tmp_path: Path, name: str) -> None:
    """The message names the file, and nothing is left."""
    with started(RUN_ON_A_SMALL_DISK, name, tmp_path / "out", 60_000) as process:
        _, err = process.communicate(timeout=60)
    assert process.returncode == 0
    assert err.startswith(f"{tmp_path / 'out'}: Found ")
    assert "Expected a new file to write to" in err
    assert not [*tmp_path.iterdir()]
