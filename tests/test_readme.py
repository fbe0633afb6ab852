"""README and manual cannot lie: their commands run, what they show is what is printed, every option stands in them."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ka_terms.cli.app import COMMANDS
from tests.cli.running import run as run_here
from tests.cli.terminal import on_terminal

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PICTURE = ROOT / ".github" / "screen.svg"
CHARTS = {
    "waterfall.svg": ("scenarios/2002.yaml", "scenarios/2003-agreed.yaml"),
    "fee-ratio.svg": (
        *("scenarios/2002.yaml", "scenarios/2003-ask.yaml", "scenarios/2003-agreed.yaml"),
        *("--chart", "fee_ratio"),
    ),
}
"""The pictures of the first page, and what `compare` draws them of."""
PAGES = (README, *sorted((ROOT / "ka_terms" / "docs").glob("*.md")))
UPDATE = "KA_TERMS_UPDATE_README"
CUT = "...\n"
"""Ends a block that shows the first lines of an answer only."""
_BLOCK = re.compile(
    r"`(?P<file>[\w.-]+\.(yaml|csv))`[:：]\n\n```\2\n(?P<content>.*?)^```$|^```console\n(?P<console>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_PYTHON = re.compile(r"^```python\n(.*?)^```\n\nprints\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ENVIRONMENT = {
    "PATH": os.environ.get("PATH", ""),
    "PYTHONPATH": str(ROOT),
    "PYTHONUTF8": "1",
    "KA_TERMS_LANG": "en",
}


def read(page: Path = README) -> str:
    return page.read_text(encoding="utf-8")


def run(arguments: list[str], folder: Path) -> str:
    """What a command says: its data, then its messages, as a terminal would show them."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=_ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout + done.stderr


def played(block: str, folder: Path) -> str:
    """A console block with the output its commands really have, cut where the block is."""
    shown = []
    for command in (line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")):
        name, *arguments = shlex.split(command)
        assert name == "ka-terms"
        shown.append(f"$ {command}\n{run(['-m', 'ka_terms', *arguments], folder)}")
    output = "".join(shown)
    if not block.endswith(CUT):
        return output
    lines = output.splitlines(keepends=True)[: block.count("\n") - 1]
    return "".join(lines) + CUT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of what the commands read, so that they may write beside it."""
    shutil.copytree(ROOT / "scenarios", tmp_path / "scenarios")
    invalid = Path("tests") / "reading" / "invalid"
    shutil.copytree(ROOT / invalid, tmp_path / invalid)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_console_block_shows_what_its_commands_print(page: Path, folder: Path) -> None:
    def truth(block: re.Match[str]) -> str:
        if block["file"]:
            (folder / block["file"]).write_text(block["content"], encoding="utf-8")
            return block[0]
        return f"```console\n{played(block['console'], folder)}```"

    shown = read(page)
    true = _BLOCK.sub(truth, shown)
    if os.environ.get(UPDATE):
        page.write_text(true, encoding="utf-8")
        return
    assert shown == true, f"update the pages with: {UPDATE}=1 python -m pytest tests/test_readme.py"


def test_the_scripts_print_what_is_shown(folder: Path) -> None:
    """The scripts of the page about Python are one program."""
    page = ROOT / "ka_terms" / "docs" / "python.md"
    shown, mark = read(page), "-- next --"
    scripts = _PYTHON.findall(shown)
    program = f"print({mark!r})\n".join(script for script, _ in scripts)
    printed = run(["-c", program], folder).split(f"{mark}\n")
    if os.environ.get(UPDATE):
        texts = iter(printed)
        page.write_text(_PYTHON.sub(lambda block: _with_text(block, next(texts)), shown), encoding="utf-8")
        return
    assert [text for _, text in scripts] == printed


def _with_text(block: re.Match[str], text: str) -> str:
    return f"```python\n{block[1]}```\n\nprints\n\n```text\n{text}```"


def test_the_picture_is_of_a_real_screen() -> None:
    picture = screen()
    if os.environ.get(UPDATE):
        PICTURE.write_text(picture, encoding="utf-8")
        return
    assert read(PICTURE) == picture, f"draw it again with: {UPDATE}=1 python -m pytest tests/test_readme.py"


def screen() -> str:
    """What a terminal shows of the main job, as a picture; without the fonts that would be fetched from elsewhere."""
    from rich.console import Console
    from rich.text import Text

    words = ("compare", "scenarios/2002.yaml", "scenarios/2003-proposal.yaml")
    sent = on_terminal(120, *words, LANG="C")
    console = Console(record=True, width=120, file=open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
    console.print(Text.from_ansi(f"$ ka-terms {' '.join(words)}\n{sent.rstrip()}"))
    console.file.close()
    picture = console.export_svg(title="ka-terms", unique_id="screen")
    return re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)


@pytest.mark.parametrize("name", CHARTS)
def test_the_charts_are_those_of_the_program(name: str) -> None:
    """Their words at least: where lines and numbers stand is the library's, release by release."""
    drawn = run_here("compare", *CHARTS[name], "--format", "svg", "--lang", "en").out
    picture = PICTURE.with_name(name)
    if os.environ.get(UPDATE):
        picture.write_text(drawn, encoding="utf-8")
        return
    told = {text for text in re.findall(r"<text [^>]*>([^<]*)</text>", drawn) if re.search("[a-z]", text)}
    assert told
    assert told <= {*re.findall(r"<text [^>]*>([^<]*)</text>", read(picture))}


def test_the_two_commands_for_a_fresh_machine_are_single_lines_that_ci_runs_too() -> None:
    first, second = re.findall(r"^python3 -m venv \.venv && .*$", read(), re.MULTILINE)
    assert first.endswith("ka-terms compare scenarios/2002.yaml scenarios/2003-proposal.yaml")
    assert second.endswith("python -m pytest")
    assert "-m pytest\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_first_page_stays_short() -> None:
    assert read().count("\n") <= 250


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", read(page))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_stands_in_it(command: str, folder: Path) -> None:
    told = read()
    assert f"`ka-terms {command}" in told
    shown = run(["-m", "ka_terms", command, "--help"], folder)
    options = set(re.findall(r"^  (?:-\w, )?(--[\w-]+)", shown, re.MULTILINE))
    assert options > {"--help"} or command == "schema"
    missing = sorted(option for option in options - {"--help"} if not re.search(rf"`[^`]*{option}\b", told))
    assert missing == []
