"""What differs between operating systems, in real processes: paths, code pages, line ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.material import ASK, PROPOSAL

CONTRACT = "scenario: 合約\nplan: {sales: 100萬}\nterms: {月返: {rate: 2%}}\n"


def run(*words: object, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A run as a shell of this system starts it."""
    root = str(Path(__file__).parents[2])
    return subprocess.run(
        [sys.executable, "-m", "ka_terms", *map(str, words)],
        check=False,
        capture_output=True,
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": root} | environment,
        timeout=60,
    )


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_file_is_read_whatever_its_line_ends(tmp_path: Path, ends: str, mark: bytes) -> None:
    folder = tmp_path / "合約 2003"
    folder.mkdir()
    (folder / "甲 方.yaml").write_bytes(mark + CONTRACT.replace("\n", ends).encode())
    done = run("show", "甲 方.yaml", "--lang", "zh-Hant", cwd=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "20,000" in done.stdout.decode()


@pytest.mark.parametrize("code_page", ["cp936", "cp950", "cp1252", "ascii", "utf-8"])
def test_output_is_utf_8_whatever_the_code_page(tmp_path: Path, code_page: str) -> None:
    done = run("show", ASK, "--lang", "zh-Hans", cwd=tmp_path, PYTHONIOENCODING=code_page)
    assert "费用" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("suffix", ["csv", "tsv", "json", "md", "html", "txt"])
def test_files_have_the_same_bytes_on_every_system(tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"結果 甲.{suffix}"
    done = run("compare", ASK, PROPOSAL, "--output", target, cwd=tmp_path)
    content = target.read_bytes()
    assert (done.returncode, b"\r" in content) == (0, False)
    content.decode("utf-8")


def test_a_path_is_told_as_this_system_writes_it(tmp_path: Path) -> None:
    bad = Path("合約") / "bad.yaml"
    (tmp_path / "合約").mkdir()
    (tmp_path / bad).write_text("scenario: x\nplan: {sales: -1}\n", encoding="utf-8")
    done = run("show", bad, cwd=tmp_path)
    assert done.returncode == 1
    assert f"{bad}:2:" in done.stderr.decode("utf-8")
