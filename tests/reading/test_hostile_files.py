"""Files that are no text, or far too much of it; made here, since no one wants them in a repository."""

from __future__ import annotations

import os
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from ka_terms.reading.problems.problem import ReadError
from ka_terms.reading.scenario import load
from ka_terms.reading.settings import read_catalogue, read_glossary, read_policy
from tests.systems import needs_links

SMALL = "scenario: a contract\nplan: {sales: 4M}\n"
MIB = 1 << 20


def refused(path: Path) -> ReadError:
    """What the reader says of a file that it must not take."""
    with pytest.raises(ReadError) as caught:
        load(path)
    return caught.value


def written(path: Path, content: str | bytes) -> Path:
    """The path, with the content in it."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        (b"\x7fELF\x02\x01\x00\x00\xff\xfe", ":1:9", "Found a binary file"),
        (b"PK\x03\x04 a spreadsheet\x00", ":1:3", "Found a control character (U+0003)"),
        (b"a: \x00\n", ":1:4", "Found a binary file"),
        (SMALL.encode("utf-16"), ":1:1", "Found text in UTF-16. Expected a text file in UTF-8"),
        (SMALL.encode("utf-16-le"), ":1:2", "Found a binary file"),
        ("plan: 年返\n".encode("gbk"), ":1:7", "Found characters that are not UTF-8"),
        ("scenario: a\nplan: 年返\n".encode("big5"), ":2:7", "save the file again as UTF-8"),
        ("scenario: a\naccount: x\x1b[31m\n", ":2:11", "Found a control character (U+001B)"),
        ("scenario: a\naccount: x\ufeff\n", ":2:11", "Found an invisible mark (U+FEFF)"),
        ("scenario: a\naccount: x\uffff\n", ":2:11", "(U+FFFF)"),
        ("scenario: a\naccount: x\x0b\n", ":2:11", "Found a vertical tab (U+000B). Expected plain text"),
        ("scenario: a\naccount: x\x0c\n", ":2:11", "Found a form feed (U+000C)"),
        (
            "scenario: 沃尔玛\u20282003\n",
            ":1:14",
            "Found a line break that no editor shows, a line separator (U+2028)",
        ),
        ("a: 1\r\nb: 2\r# c\n# old:\u2029  d: 5\n", ":4:7", "a paragraph separator (U+2029)"),
        ("a: 1\n\x85b: 2\n", ":2:1", "a next line (U+0085). Expected plain text. Fix: delete it"),
        (b" \n\t\n", ":1:1", "Found an empty file"),
        (b"\xef\xbb\xbf", ":1:1", "Found an empty file"),
        (b"--- # nothing\n...\n", ":2:1", "Found nothing. Expected lines of the form"),
        ('scenario: "\\ud800"\nplan: {sales: 4M}\n', ":1:11", "an unknown escape in double quotes"),
    ],
)
def test_no_text(tmp_path: Path, content: str | bytes, place: str, words: str) -> None:
    """What the file is instead of text, and where that shows."""
    path = written(tmp_path / "odd.yaml", content)
    (problem,) = refused(path).problems
    assert (problem.place, words in problem.message) == (f"{path}{place}", True), problem.message


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_nothing_behind_a_break_that_no_editor_shows_is_charged(tmp_path: Path, sign: str) -> None:
    """In a file of any kind, and however deep in a comment; as an escape in a text it may stand."""
    text = f"{SMALL}terms:\n  fee: {{amount: 1}}\n  # old:{sign}  display_fee: {{amount: 50000}}\n"
    path = written(tmp_path / "a.yaml", text)
    readers: tuple[Callable[[Path], object], ...] = (
        load,
        read_catalogue,
        read_glossary,
        lambda path: read_policy(str(path)),
        lambda path: load("<stdin>", given=path.read_bytes()),
    )
    for read in readers:
        with pytest.raises(ReadError) as caught:
            read(path)
        (problem,) = caught.value.problems
        assert (problem.line, problem.column, problem.excerpt) == (5, 9, None)
        assert f"(U+{ord(sign):04X})" in problem.message
    escaped = written(tmp_path / "b.yaml", f'scenario: "a\\u{ord(sign):04x}b"\nplan: {{sales: 4M}}\n')
    assert load(escaped).scenario.scenario == f"a{sign}b"


def test_utf8_with_a_mark_in_front_is_taken(tmp_path: Path) -> None:
    """Editors on Windows put U+FEFF at the start of a file."""
    path = written(tmp_path / "marked.yaml", b"\xef\xbb\xbf" + SMALL.encode())
    assert load(path).scenario.scenario == "a contract"


def test_missing_file_names_its_neighbour(tmp_path: Path) -> None:
    """Without a file there is no line to point at."""
    written(tmp_path / "2003-proposal.yaml", SMALL)
    path = tmp_path / "2003-propsal.yaml"
    assert str(refused(path)) == (
        f"{path}: Found no such file. Expected a readable text file. "
        f"Fix: write {tmp_path}/2003-proposal.yaml if that is meant."
    )


@pytest.mark.parametrize(
    ("typed", "mend"),
    [
        ("2002.yml", "write {folder}2002.yaml"),
        ("2002", "write {folder}2002.yaml"),
        ("2002.yam", "write {folder}2002.yaml if that is meant"),
        ("2004.yaml", "check the path"),
        ("甲方A案v3.yaml", "check the path"),
        ("甲方A案v2.yml", "write {folder}甲方A案v2.yaml"),
        ("both", "write {folder}both.json or {folder}both.yaml, whichever is meant"),
        ("nothere.yaml", "check the path"),
        ("tides", "check the path"),
    ],
)
def test_a_file_that_is_proposed_is_there(typed: str, mend: str, tmp_path: Path) -> None:
    """What is proposed is typed as it stands: with its folder, from where the user is or the file that refers to it."""
    folder = tmp_path / "deals"
    (folder / "sides").mkdir(parents=True)
    for name in ("2002.yaml", "2003-ask.yaml", "甲方A案v2.yaml", "41_quote.yaml", "both.yaml", "both.json"):
        written(folder / name, SMALL)
    (problem,) = refused(folder / typed).problems
    assert problem.fault.mend == mend.format(folder=f"{folder}/")
    extending = written(tmp_path / "extending.yaml", f"extends: deals/{typed}\nscenario: b\n")
    (problem,) = refused(extending).problems
    assert problem.fault.mend == mend.format(folder="deals/")


def test_directory(tmp_path: Path) -> None:
    """A folder is named as one."""
    assert (
        str(refused(tmp_path))
        == f"{tmp_path}: Found a directory. Expected a readable text file. Fix: name a file in it."
    )


def test_a_hundred_megabytes(tmp_path: Path) -> None:
    """No more is read than the largest scenario takes."""
    path = tmp_path / "huge.yaml"
    with path.open("wb") as stream:
        stream.truncate(100 * MIB)
    tracemalloc.start()
    error = refused(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert str(error) == (
        f"{path}: Found more than 1,048,576 bytes. Expected a file of at most 1 MiB. Fix: shorten the file."
    )
    assert peak < 8 * MIB


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipe_without_a_writer(tmp_path: Path) -> None:
    """Refused, not waited for."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert "Found a device or pipe" in str(refused(path))


@pytest.mark.parametrize("name", ["a\x00b.yaml", "x" * 5000, "\udcff.yaml", "a\nb.yaml"])
def test_name_that_no_file_has(tmp_path: Path, name: str) -> None:
    """A message all the same, on one line, that any terminal can print."""
    message = str(refused(tmp_path / name))
    message.encode()
    assert "\n" not in message
    assert "Found" in message


@needs_links
def test_link_to_itself(tmp_path: Path) -> None:
    """It leads nowhere."""
    path = tmp_path / "loop.yaml"
    path.symlink_to(path)
    assert "Found" in str(refused(path))
    other = written(tmp_path / "other.yaml", "extends: loop.yaml\n")
    assert refused(other).problems[0].line == 1


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="the system lets this user read everything"
)
def test_forbidden_file(tmp_path: Path) -> None:
    """The system's own words."""
    path = written(tmp_path / "locked.yaml", SMALL)
    path.chmod(0)
    assert "Permission denied" in str(refused(path))


NAMES = [
    "[red]danger[/red]",
    '=HYPERLINK("http://example.com","x")',
    "<script>alert(1)</script>",
    "\\x1b[31m",
    "二〇〇三年合同",
    "C:\\temp\\{x}",
    "100%",
    "- a",
]
UNSEEN = "\u202eevil\u202c"


@pytest.mark.parametrize("name", NAMES)
def test_odd_names_are_taken_as_they_are(tmp_path: Path, name: str) -> None:
    """What they might do to a terminal or a spreadsheet is for the renderers to prevent."""
    quoted = name.replace("'", "''")
    path = written(
        tmp_path / "odd.yaml",
        f"scenario: '{quoted}'\nplan: {{sales: 4M}}\nterms: {{'{quoted}': {{rate: 1%}}}}\n",
    )
    scenario = load(path).scenario
    assert (scenario.scenario, [*scenario.terms]) == (name, [name])


def test_a_name_that_is_no_key_may_hold_signs_that_no_one_sees(tmp_path: Path) -> None:
    path = written(tmp_path / "odd.yaml", f"scenario: '{UNSEEN}'\nplan: {{sales: 4M}}\n")
    assert load(path).scenario.scenario == UNSEEN


def test_escaped_control_characters_are_taken(tmp_path: Path) -> None:
    """Written as an escape they harm nobody who reads the file."""
    path = written(tmp_path / "odd.yaml", 'scenario: "a\\e[31m\\0\\tb"\nplan: {sales: 4M}\n')
    assert load(path).scenario.scenario == "a\x1b[31m\x00\tb"


def test_names_act_on_no_terminal(tmp_path: Path) -> None:
    """A message shows an escape, and stays on its line."""
    text = 'scenario: a\nplan: {sales: 4M}\n"x\\e]0;title\\a\\nred": 1\nstatus: "\\e[31m"\n'
    message = str(refused(written(tmp_path / "odd.yaml", text)))
    assert not {"\x1b", "\x07"} & set(message)
    assert "Found 'x\\x1b]0;title\\x07 red'" in message
    assert len(message.splitlines()) == 6
