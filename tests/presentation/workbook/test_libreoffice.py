"""A smaller set of workbooks recalculated by LibreOffice, where it is installed."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.cli.running import run

SOFFICE = os.environ.get("KA_TERMS_LIBREOFFICE") or shutil.which("soffice")
RECALCULATED = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>{mode}</value></prop></item></oor:items>
"""
BOOKS = (
    ("show", "scenarios/2003-agreed.yaml"),
    ("show", "tests/cli/golden/months.yaml"),
    ("compare", "scenarios/2002.yaml", "scenarios/2003-proposal.yaml", "--lang", "zh-Hans", "--unit", "万"),
)

pytestmark = [pytest.mark.thorough, pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed")]


def _without_values(book: Path) -> Path:
    """The workbook with another value beside every formula, so that nothing but a recalculation makes it right."""
    target = book.with_name("stale.xlsx")
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            content = source.read(name)
            if "worksheets/sheet" in name:
                content = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1<v>77777</v>", content)
            copy.writestr(name, content)
    return target


ALWAYS, NEVER = 0, 1


def _tables(book: Path, folder: Path, mode: int) -> dict[str, list[list[str]]]:
    """Every sheet as LibreOffice shows it, recalculated always or never."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        RECALCULATED.format(mode=mode), encoding="utf-8"
    )
    out = folder / book.stem
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    command = [
        str(SOFFICE),
        "--headless",
        f"-env:UserInstallation=file://{profile}",
        "--convert-to",
        every_sheet,
    ]
    subprocess.run([*command, "--outdir", str(out), str(book)], check=True, capture_output=True, timeout=240)
    return {
        file.stem.removeprefix(f"{book.stem}-"): [*csv.reader(file.read_text(encoding="utf-8").splitlines())]
        for file in out.glob("*.csv")
    }


def _rounded(row: list[str]) -> list[str]:
    """A row with its numbers to twelve digits: of a quotient the last ones are noise."""
    return [re.sub(r"\d+\.\d{6,}", lambda found: f"{float(found[0]):.12g}", cell) for cell in row]


@pytest.mark.parametrize("words", BOOKS, ids=lambda words: " ".join(words[:2]))
def test_libreoffice_comes_to_the_same(tmp_path: Path, words: tuple[str, ...]) -> None:
    book = tmp_path / "book.xlsx"
    assert run(*words, "--output", book).code == 0
    shown = _tables(book, tmp_path / "sent", NEVER)
    recalculated = _tables(_without_values(book), tmp_path / "stale", ALWAYS)
    assert recalculated.keys() == shown.keys()
    assert len(shown) >= 4
    for name, rows in shown.items():
        assert [*map(_rounded, recalculated[name])] == [*map(_rounded, rows)]
    cells = [cell for rows in recalculated.values() for row in rows for cell in row]
    assert not [
        cell for cell in cells if cell.startswith(("#N", "#D", "#V", "#R", "Err:")) or "77,777" in cell
    ]
