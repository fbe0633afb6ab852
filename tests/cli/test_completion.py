"""What a shell offers, asked for as bash asks: the words typed so far in the environment of a real process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ka_terms.cli import completion

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def offered(line: str, folder: Path) -> list[str]:
    """The answers for the last word of a line, which may be empty."""
    words = line.split(" ")
    environment = {
        **os.environ,
        "_KA_TERMS_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    command = [sys.executable, "-m", "ka_terms"]
    done = subprocess.run(
        command, env=environment, cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    assert done.stderr == ""
    return done.stdout.split()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the four contracts in `scenarios`, and other things beside it."""
    (tmp_path / "scenarios" / "sent").mkdir(parents=True)
    for file in SCENARIOS.glob("*.yaml"):
        (tmp_path / "scenarios" / file.name).write_bytes(file.read_bytes())
    for name in ("notes.txt", "saved.json", ".hidden.yaml", "broken.yaml"):
        (tmp_path / name).write_text("[", encoding="utf-8")
    return tmp_path


TERMS_2002 = [
    "monthly_rebate",
    "annual_rebate",
    "new_store_fee",
    "listing_fee",
    "anniversary_fee",
    "dm_tg_fee",
]
CONTRACTS = ["2002", "2003-agreed", "2003-ask", "2003-plan", "2003-proposal", "finance", "uncertain-sales"]
FILES = sorted([*(f"scenarios/{name}.yaml" for name in CONTRACTS), "scenarios/sent/"])


@pytest.mark.parametrize(
    ("line", "answers"),
    [
        pytest.param("ka-terms c", ["compare", "check", "catalogue"], id="command"),
        pytest.param("ka-terms show --exp", ["--explain"], id="option"),
        pytest.param(
            "ka-terms sweep scenarios/2002.yaml --vary stores.",
            ["stores.opening", "stores.new", "stores.closed"],
            id="figures that can be varied",
        ),
        pytest.param(
            "ka-terms solve scenarios/2002.yaml scenarios/2003-ask.yaml --vary annual_rebate.tiers.2",
            ["annual_rebate.tiers.2.from", "annual_rebate.tiers.2.rate"],
            id="parameters of any contract typed",
        ),
        pytest.param(
            "ka-terms sweep scenarios/2002.yaml --vary monthly",
            ["monthly_rebate.rate", "monthly_rebate"],
            id="a term by its key",
        ),
        pytest.param(
            "ka-terms sweep scenarios/2002.yaml --metric fee_ratio,fee",
            ["fee_ratio,fees_a_store"],
            id="a metric after a comma",
        ),
        pytest.param("ka-terms sweep --format p", ["parquet", "png", "pptx"], id="format by its beginning"),
        pytest.param(
            "ka-terms tornado scenarios/2002.yaml --metric dm",
            ["dm_tg_fee"],
            id="a term as a metric",
        ),
        pytest.param("ka-terms show ", ["broken.yaml", "saved.json", "scenarios/"], id="files"),
        pytest.param("ka-terms show scen", FILES, id="what the only folder holds"),
        pytest.param(
            "ka-terms show scenarios/2003-a",
            ["scenarios/2003-agreed.yaml", "scenarios/2003-ask.yaml"],
            id="file",
        ),
        pytest.param("ka-terms compare scenarios/2002.yaml scenarios/2003-pr", FILES[4:5], id="second file"),
        pytest.param("ka-terms compare saved.json --baseline sa", ["saved.json"], id="file of an option"),
        pytest.param("ka-terms init --from scenarios/2002", ["scenarios/2002.yaml"], id="from"),
        pytest.param("ka-terms show scenarios/2002.yaml --explain ", TERMS_2002, id="terms"),
        pytest.param("ka-terms show scenarios/2002.yaml --explain li", ["listing_fee"], id="term"),
        pytest.param(
            "ka-terms show --lang en scenarios/2002.yaml --explain li", ["listing_fee"], id="term, later"
        ),
        pytest.param("ka-terms show broken.yaml --explain ", [], id="terms of a broken file"),
        pytest.param("ka-terms show --explain ", [], id="terms of no file"),
        pytest.param(
            "ka-terms show scenarios/2002.yaml -f ",
            ["table", "md", "csv", "tsv", "html", "json", "parquet", "docx", "png", "svg", "pptx", "xlsx"],
            id="format",
        ),
        pytest.param("ka-terms show x.yaml --lang zh", ["zh-Hant", "zh-Hans"], id="language"),
        pytest.param(
            "ka-terms show x.yaml --lang zh-Hant,", ["zh-Hant,en", "zh-Hant,zh-Hans"], id="second language"
        ),
        pytest.param("ka-terms show x.yaml --unit ", ["k", "M", "万", "萬", "亿", "億"], id="unit"),
        pytest.param("ka-terms check x.yaml --policy ch", ["china-supplier-charges"], id="policy"),
        pytest.param("ka-terms init --template ", ["convenience", "ecommerce", "hypermarket"], id="template"),
        pytest.param("ka-terms catalogue listing", ["listing_fee"], id="fee"),
    ],
)
def test_what_is_offered(line: str, answers: list[str], folder: Path) -> None:
    assert offered(line, folder) == answers


def test_folders_that_are_not_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert completion.files("nowhere/") == []
    assert completion.files("~nobody-of-that-name/") == []
    assert completion.files(".hid") == [".hidden.yaml"]


def test_files_at_home(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    assert completion.files("~/sav") == ["~/saved.json"]
