"""The README cannot lie: its commands run, the output it shows is theirs, and every command and option stands in it."""

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

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
UPDATE = "KA_TERMS_UPDATE_README"
_CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PYTHON = re.compile(r"^```python\n(.*?)^```\n\nprints\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ENVIRONMENT = {
    "PATH": os.environ.get("PATH", ""),
    "PYTHONPATH": str(ROOT),
    "PYTHONUTF8": "1",
    "KA_TERMS_LANG": "en",
}


def read() -> str:
    return README.read_text(encoding="utf-8")


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


def commands_of(block: str) -> list[str]:
    return [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]


def played(block: str, folder: Path) -> str:
    """A console block with the output its commands really have."""
    shown = []
    for command in commands_of(block):
        name, *arguments = shlex.split(command)
        assert name == "ka-terms"
        shown.append(f"$ {command}\n{run(['-m', 'ka_terms', *arguments], folder)}")
    return "".join(shown)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the commands read, so that they may write beside it."""
    copy = tmp_path_factory.mktemp("clone")
    shutil.copytree(ROOT / "scenarios", copy / "scenarios")
    shutil.copytree(ROOT / "tests" / "reading" / "invalid", copy / "tests" / "reading" / "invalid")
    return copy


def test_every_console_block_shows_what_its_commands_print(folder: Path) -> None:
    def truth(block: re.Match[str]) -> str:
        return f"```console\n{played(block[1], folder)}```"

    told = read()
    true = _CONSOLE.sub(truth, told)
    if os.environ.get(UPDATE):
        README.write_text(true, encoding="utf-8")
        return
    assert told == true, f"update the README with: {UPDATE}=1 python -m pytest tests/test_readme.py"


def test_the_script_prints_what_is_shown(folder: Path) -> None:
    told = read()
    found = _PYTHON.search(told)
    assert found
    printed = run(["-c", found[1]], folder)
    if os.environ.get(UPDATE):
        block = found[0].replace(f"```text\n{found[2]}", f"```text\n{printed}")
        README.write_text(told.replace(found[0], block), encoding="utf-8")
        return
    assert found[2] == printed


def test_the_two_commands_for_a_fresh_machine_are_single_lines_that_ci_runs_too() -> None:
    first, second = re.findall(r"^python3 -m venv \.venv && .*$", read(), re.MULTILINE)
    assert first.endswith("ka-terms compare scenarios/2002.yaml scenarios/2003-proposal.yaml")
    assert second.endswith("python -m pytest")
    assert "-m pytest\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_stands_in_it(command: str, folder: Path) -> None:
    told = read()
    assert f"`ka-terms {command}" in told
    shown = run(["-m", "ka_terms", command, "--help"], folder)
    options = set(re.findall(r"^  (?:-\w, )?(--[\w-]+)", shown, re.MULTILINE))
    assert options > {"--help"} or command == "schema"
    missing = sorted(option for option in options - {"--help"} if not re.search(rf"`[^`]*{option}\b", told))
    assert missing == []
