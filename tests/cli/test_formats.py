"""The registry of formats: every format with every command, and a format that one more line adds."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import cast

import pytest

from ka_terms.presentation.renderers import registry
from ka_terms.presentation.renderers.registry import FORMATS, Format, Stream, streaming
from ka_terms.writing.streaming.rows import Around, Block, Sink, StreamColumn, length
from tests.cli.material import INTERNAL, LAST, PROPOSAL
from tests.cli.running import run

ADDED = """
import sys
from types import ModuleType

from ka_terms.presentation.renderers import registry

dummy = ModuleType("dummy")
dummy.render = lambda report, look: bytes([0, 255]) + report.title.encode()
sys.modules["ka_terms.presentation.renderers.dummy"] = dummy
registry.FORMATS["dummy"] = registry.Format(
    "dummy", (".dummy",), "dummy:render", registry.Content.PAGE, binary=True
)

from ka_terms.cli import main

main()
"""
"""The program with one more format: a module with a function, and a line of the registry."""


def with_dummy(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program with that format; it has to be a process of its own, since help is made as modules load."""
    here = {"PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", ADDED, *map(str, words)]
    return subprocess.run(
        command, env={**os.environ, **here, **environment}, capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize("words", [("show", LAST), ("compare", LAST, PROPOSAL), ("check", LAST)])
def test_one_line_adds_a_format_to_every_command(words: tuple[object, ...], tmp_path: Path) -> None:
    file = tmp_path / "out.DUMMY"
    done = with_dummy(*words, "--output", file)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"saved: {file}\n")
    assert file.read_bytes().startswith(b"\x00\xff")
    assert ", xlsx, dummy." in " ".join(with_dummy(words[0], "--help").stdout.split())


def test_an_added_binary_format_goes_into_files_only() -> None:
    done = with_dummy("show", LAST, "--format", "dummy")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "dummy: Found the terminal or a pipe. Expected a file. Fix: add --output FILE.dummy.\n"
    )


def test_an_added_format_is_offered_and_named_in_errors() -> None:
    typed = {"_KA_TERMS_COMPLETE": "complete_bash", "COMP_WORDS": "ka-terms show -f du", "COMP_CWORD": "3"}
    assert with_dummy(**typed).stdout.split() == ["dummy"]
    assert ", xlsx, dummy" in with_dummy("show", LAST, "--format", "pdf").stderr
    assert ", .xlsx, .dummy. Fix: correct" in with_dummy("show", LAST, "--output", "a.pdf").stderr


@pytest.fixture(params=[True, False], ids=["binary", "text"])
def streamed(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Format:
    """One more format that writes very many rows in a way of its own; both functions begin with a word of theirs."""

    def written(columns: Sequence[StreamColumn], blocks: Iterable[Block], around: Around, sink: Sink) -> None:
        sink.write(f"streamed {' '.join(column.name for column in columns)}\n".encode())
        for block in blocks:
            sink.write(f"{length(block)} rows of {block[0]}\n".encode())

    dummy = ModuleType("dummy")
    monkeypatch.setattr(dummy, "render", lambda *_: b"rendered\n", raising=False)
    monkeypatch.setattr(dummy, "write", written, raising=False)
    for room in ("presentation.renderers", "writing.streaming"):
        monkeypatch.setitem(sys.modules, f"ka_terms.{room}.dummy", dummy)
    rows, binary = registry.Content.ROWS, request.param
    entry = Format(
        "dummy", (".dummy",), "dummy:render", rows, Stream("dummy:write", is_always=binary), binary=binary
    )
    monkeypatch.setitem(cast(dict[str, Format], FORMATS), "dummy", entry)
    return entry


def test_a_format_that_streams_is_one_line_too(streamed: Format, tmp_path: Path) -> None:
    file = tmp_path / "out.dummy"
    for words in (("show", LAST), ("compare", LAST, PROPOSAL)):
        assert run(*words, "--output", file, "--force").code == 0
        assert file.read_bytes() == b"rendered\n"
    few, many = (
        ("sweep", PROPOSAL, "--vary", "sales=8M,9M"),
        ("sweep", PROPOSAL, "--vary", "sales=1..200k..1"),
    )
    assert run(*few, "--output", file, "--force").code == 0
    rows = b"streamed scenario sales fee_ratio total_fees\n2 rows of 2003 proposal\n"
    assert file.read_bytes() == (rows if streamed.binary else b"rendered\n")
    assert run(*many, "--output", file, "--force").code == 0
    assert file.read_bytes().startswith(b"streamed scenario sales fee_ratio total_fees\n")
    done = run(*few, "--output", tmp_path / "b.dummy", "--unit", "k")
    assert ("because parquet, dummy and very long outputs" in done.err) == streamed.binary


def test_private_rows_of_an_added_format_say_so(streamed: Format, tmp_path: Path) -> None:
    file = tmp_path / "out.dummy"
    words = ("--vary", "sales=1..200k..1", "--metric", "contribution", "--internal", "--output", file)
    assert run("sweep", INTERNAL, *words).code == 0
    assert file.read_bytes().startswith(b"streamed internal scenario sales private.contribution\n")


PARQUET = [
    ("show", LAST),
    ("compare", LAST, PROPOSAL),
    ("ladder", PROPOSAL),
    ("solve", PROPOSAL, "--vary", "sales", "--for", "fee_ratio <= 9%"),
    ("tornado", LAST),
    ("check", LAST),
    ("catalogue",),
]


@pytest.mark.parametrize("words", PARQUET, ids=[str(words[0]) for words in PARQUET])
def test_parquet_holds_the_rows_of_csv(words: tuple[object, ...], tmp_path: Path) -> None:
    polars = pytest.importorskip("polars")
    done = run(*words, "--output", tmp_path / "a.parquet")
    assert (done.code, done.out) == (0, "")
    frame = polars.read_parquet(tmp_path / "a.parquet")
    written = polars.read_csv(run(*words, "--format", "csv").out.encode(), infer_schema=False)
    assert frame.columns == written.columns
    assert frame.height == written.height


@pytest.mark.parametrize("words", PARQUET, ids=[str(words[0]) for words in PARQUET])
def test_parquet_is_refused_where_it_cannot_be_written(
    words: tuple[object, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.parquet"
    monkeypatch.setattr(registry, "find_spec", lambda _: None)
    done = run(*words, "--output", file)
    assert (done.code, done.out) == (1, "")
    assert "Found an installation without polars. Expected the extra frames of ka-terms" in done.err
    assert not file.exists()
    monkeypatch.setattr(registry, "find_spec", lambda _: True)
    done = run(*words, "--format", "parquet")
    assert (done.code, done.out) == (1, "")
    assert "Found the terminal or a pipe. Expected a file. Fix: add --output FILE.parquet" in done.err


def test_formats_differ_in_name_and_suffix() -> None:
    endings = [ending for entry in FORMATS.values() for ending in entry.suffixes]
    assert len({*endings}) == len(endings)
    assert all(name == entry.name for name, entry in FORMATS.items())
    assert [name for name, entry in streaming().items() if entry.for_people] == ["xlsx"]


def test_the_formats_with_a_mark_are_those_that_help_and_errors_name() -> None:
    assert [name for name, entry in FORMATS.items() if entry.marked] == ["csv", "tsv"]
    assert "Start csv and tsv with a byte order mark" in " ".join(run("show", "--help").out.split())
