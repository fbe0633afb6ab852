"""Names chosen to do harm: in every format and message they are text and nothing else."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from ka_terms.text.unseen import UNSEEN
from tests.cli.material import FORMATS, record
from tests.cli.running import run
from tests.cli.terminal import bare, on_terminal

NAMES = {
    "markup": "[red]x[/red]",
    "formula": '=HYPERLINK("http://x","y")',
    "full-width formula": "＝1+1",
    "command": "@SUM(1+9)*cmd|' /C calc'!A0",
    "minus": "-2+3",
    "script": "<script>alert(1)</script>",
    "attribute": '"><img src=x onerror=alert(1)>',
    "right to left": "abc\u202efdp.exe",
    "isolate": "\u2066abc\u2069",
    "no sign": "a\uffffb\ufffec",
    "escape": "\x1b[31mred\x1b]0;title\x07",
    "single-byte escape": "\x9b31mred",
    "carriage return": "good\rbad",
    "newline": "one\n| two | three |",
    "pipes and ticks": "a|b`c`|**d** _e_",
    "link": "[x](javascript:alert(1))",
    "braces": "{name} {0} {}",
    "percent": "%s %(x)d 100%",
    "backslash": "a\\|b\\",
    "quote": 'it\'s "quoted"',
    "long": "很長的條款名稱" * 40,
    "long word": "x" * 290,
    "zero width": "a\u200bb\ufeffc",
}
FORMULA = tuple("=+-@＝＋－＠\t\r")
_ACTS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]"
)
"""What acts on a terminal or reorders a line."""


def _key(name: str) -> str:
    return re.sub(f"[{UNSEEN}]", "", name)


def hostile(folder: Path, name: str) -> Path:
    """A contract that has one name wherever a name may stand; no key has a sign that no one sees."""
    key = _key(name)
    content = {
        "scenario": name,
        "account": name,
        "plan": {"sales": "1M", "stores": {"opening": 3}, "events": {key: 2}, "figures": {key: 4}},
        "terms": {
            key: {
                "amount": 5,
                "per": [key, f"events.{key}"],
                "free": {key: 1},
                "at_least": f"1% of {key}",
            },
            "other": {"rate": "1%", "less": [key]},
            "tiers": {"mode": "marginal", "measure": key, "tiers": [{"from": 1, "rate": "1%"}]},
        },
        "conditions": {key: name},
    }
    file = folder / "hostile.json"
    # YAML takes a key of up to 1,024 signs as written, and hidden characters only as escapes.
    file.write_text(json.dumps(content, ensure_ascii=len(name) < 150), encoding="utf-8")
    return file


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return NAMES[request.param]


@pytest.fixture
def file(tmp_path: Path, name: str) -> Path:
    return hostile(tmp_path, name)


def commands(file: Path, name: str) -> Iterator[tuple[object, ...]]:
    yield "show", file
    yield "show", file, f"--explain={_key(name)}"
    yield "compare", file, file
    yield "compare", file, file, "--layout", "tidy", "--all"


ACTING = [key for key, name in NAMES.items() if _ACTS.search(name)]


@pytest.mark.parametrize("key", ACTING)
@pytest.mark.parametrize("kind", FORMATS)
def test_nothing_acts_on_a_terminal(tmp_path: Path, key: str, kind: str) -> None:
    file = hostile(tmp_path, NAMES[key])
    for words in (*commands(file, NAMES[key]), ("check", file, "--policy", "china-supplier-charges")):
        done = run(*words, "--format", kind)
        assert (done.code, done.err) == (0, "")
        assert not _ACTS.search(done.out.replace("\t", " ") if kind == "tsv" else done.out)


@pytest.mark.parametrize("key", ACTING)
def test_messages_act_on_no_terminal(tmp_path: Path, key: str) -> None:
    file = hostile(tmp_path, NAMES[key])
    for words in (
        ("show", file, "--explain", "nothing of the kind"),
        ("show", file, "--fail-if", "nothing_of_the_kind > 1"),
        ("show", file, "--fail-if", "fee_ratio > 0%"),
        ("compare", file, file, "--plan", file.parent / "plan.yaml"),
    ):
        (file.parent / "plan.yaml").write_text("scenario: p\nplan: {sales: 1}\n", encoding="utf-8")
        done = run(*words)
        assert done.code in (1, 2, 3)
        assert not _ACTS.search(done.err)
    assert len(run("show", file, "--fail-if", "fee_ratio > 0%").err.splitlines()) == 1


def test_a_terminal_shows_markup_as_it_is_written(tmp_path: Path) -> None:
    shown = bare(on_terminal(80, "show", hostile(tmp_path, "[red]x[/red]")))
    assert "[red]x[/red]: total fees" in shown
    sent = on_terminal(80, "show", hostile(tmp_path, "\x1b[35mx"))
    assert "\x1b[35m" not in sent
    assert "\\x1b[35mx: total fees" in bare(sent)


# ---------------------------------------------------------------- each format in its own terms


class Tags(HTMLParser):
    """The elements and attributes of a page, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {key for key, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text.append(data)


_OF_TABLES = ("table", "thead", "tbody", "tr", "th", "td")


def test_html_has_no_other_elements_than_its_own(file: Path, name: str) -> None:
    for words in commands(file, name):
        page = Tags(run(*words, "--format", "html").out)
        assert page.tags <= {"html", "title", "meta", *("div", "p", "br"), *_OF_TABLES}
        assert page.attributes <= {"lang", "charset", "style", "cellspacing", "cellpadding", "nowrap"}
        if name.isprintable():
            assert any(name in text for text in page.text)


@pytest.mark.parametrize(("kind", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_a_spreadsheet_finds_no_formula(file: Path, name: str, kind: str, delimiter: str) -> None:
    for words in commands(file, name):
        rows = list(csv.reader(StringIO(run(*words, "--format", kind).out, newline=""), delimiter=delimiter))
        assert {len(row) for row in rows} == {len(rows[0])}
        texts = (cell for row in rows for cell in row if not re.fullmatch(r"-?[0-9.]+", cell))
        assert not [text for text in texts if text.startswith(FORMULA)]


def test_markdown_keeps_its_columns(file: Path, name: str) -> None:
    for words in commands(file, name):
        for block in run(*words, "--format", "md").out.split("\n\n"):
            rows = [line for line in block.strip("\n").splitlines() if line.startswith("|")]
            assert len({len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) for row in rows}) <= 1
            assert not re.search(r"(?<!\\)<(?!br>)", block)


def test_json_gives_the_names_back(file: Path, name: str) -> None:
    shown = record(run("show", file, "--format", "json"))
    assert (shown["scenario"], shown["account"], shown["lines"][0]["term"]) == (name, name, _key(name))
    assert shown["conditions"] == {_key(name): name}


def test_a_saved_statement_keeps_the_names(file: Path) -> None:
    saved = file.parent / "saved.json"
    assert run("show", file, "--output", saved).code == 0
    assert record(run("show", saved, "--format", "json")) == record(run("show", file, "--format", "json"))


# ---------------------------------------------------------------- names of files


def test_a_file_may_have_a_hostile_name(tmp_path: Path) -> None:
    file = tmp_path / "\x1b[31m\u202e.yaml"
    file.write_text("scenario: x\nplan: {sales: -1}\n", encoding="utf-8")
    for words in (
        ("show", file),
        ("check", file),
        ("check", file, "--policy", file),
        ("show", tmp_path / "\x1b[0m"),
    ):
        done = run(*words)
        assert done.code == 1
        assert not _ACTS.search(done.out + done.err)
    done = run("check", file, "--format", "json")
    told: dict[str, Any] = record(done)
    assert told["files"] == [str(file)]
    assert not _ACTS.search(done.out)


@pytest.mark.parametrize("command", ["show", "compare"])
@pytest.mark.parametrize("suffix", ["docx", "pptx", "xlsx"])
@pytest.mark.parametrize("key", ["no sign", "escape", "carriage return"])
def test_every_part_of_an_office_file_is_well_formed(
    tmp_path: Path, key: str, suffix: str, command: str
) -> None:
    """Two codes that stand for no sign may be in none of them, and end the libraries that write one."""
    file, out = hostile(tmp_path, NAMES[key]), tmp_path / f"out.{suffix}"
    done = run(command, *[file] * (1 + (command == "compare")), "-o", out)
    assert done.code == 0, done.err
    with zipfile.ZipFile(out) as archive:
        parts = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        assert len(parts) > 5
        for name in parts:
            ElementTree.fromstring(archive.read(name))
