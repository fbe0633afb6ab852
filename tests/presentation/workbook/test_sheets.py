"""The sheets themselves: their names, what may be edited, and texts that look like something else."""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from python_calamine import load_workbook

from ka_terms.presentation.sheet import LONGEST_NAME, Place, Role, sheet_names
from ka_terms.presentation.workbook.formulas import literal
from ka_terms.text.columns import column_name, column_number
from tests.cli.running import run
from tests.contracts import case
from tests.presentation.workbook.test_recalculated import of_one, written


@given(st.lists(st.text(max_size=60) | st.sampled_from(["History", "a" * 40, "'", "a/b", "A/B"]), max_size=8))
def test_sheet_names_are_what_spreadsheets_take(wanted: list[str]) -> None:
    names = sheet_names(wanted)
    assert len(names) == len(wanted)
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert 1 <= len(name.encode("utf-16-le")) // 2 <= LONGEST_NAME
        assert not re.search(r"[\[\]:*?/\\\x00-\x1f]", name)
        assert name[0] != "'" != name[-1]
        assert name.casefold() != "history"


def test_references_name_their_sheet_where_it_is_another() -> None:
    assert Place("it's", 0, 27).seen_from("it's") == "$AB$1"
    assert Place("it's", 0, 27).seen_from("x") == "'it''s'!$AB$1"
    assert Place("x", 1, 0, 9).seen_from("x") == "$A$2:$A$10"
    columns = {0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA"}
    assert [*map(column_name, columns)] == [*columns.values()]
    assert [*map(column_number, columns.values())] == [*columns]


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=8))
def test_a_number_in_a_formula_is_the_number(value: Decimal) -> None:
    text = literal(value)
    assert "E" not in text
    assert float(text.strip("()")) == float(Decimal(f"{value:.17g}"))


def test_only_inputs_may_be_edited() -> None:
    _, workbook = of_one(case("2003 agreed"))
    inputs = sum(cell.role is Role.INPUT for sheet in workbook.sheets for cell in sheet.cells.values())
    with zipfile.ZipFile(io.BytesIO(written(workbook))) as file:
        styles = file.read("xl/styles.xml").decode()
        pages = [file.read(name).decode() for name in file.namelist() if "worksheets/sheet" in name]
    # Sheets are protected without a password.
    assert all("<sheetProtection" in page and "password" not in page for page in pages)
    assert all("hashValue" not in page for page in pages)
    looks = re.findall(r"<xf [^>]*?(?:/>|>.*?</xf>)", styles.split("<cellXfs", 1)[1])
    open_looks = {str(at) for at, look in enumerate(looks) if 'locked="0"' in look}
    editable = sum(look in open_looks for page in pages for look in re.findall(r'<c r="\w+" s="(\d+)"', page))
    assert editable == inputs > 20


def test_cached_values_are_read_by_another_program(tmp_path: Path) -> None:
    file = tmp_path / "book.xlsx"
    done = run("show", "scenarios/2003-agreed.yaml", "-o", file)
    assert (done.code, done.out) == (0, "")
    rows = load_workbook(str(file)).get_sheet_by_index(0).to_python()
    amounts = {row[0]: row[1] for row in rows[3:]}
    assert amounts["Total fees"] == 1_541_850
    assert amounts["VPO (sales per store)"] == 335_000


HOSTILE = """
scenario: '=HYPERLINK("http://a.b","c") [x]:*?/\\'
labels: {own: '=cmd|x'}
plan: {sales: 10M, figures: {own: 5}, stores: {opening: 2, new: 1}}
terms: {fee: {amount: 7, per: [own], note: '+1', label: '@SUM(1+1)'}, other: {rate: 1%, label: '=1+1'}}
private: {margin: 31.7%, walk_away: {fee_ratio: 18%}}
"""


def test_hostile_names_open_no_formula_and_nothing_private_leaves(tmp_path: Path) -> None:
    source, book = tmp_path / "=1+1.yaml", tmp_path / "book.xlsx"
    source.write_text(HOSTILE, encoding="utf-8")
    assert run("show", source, "-o", book).code == 0
    with zipfile.ZipFile(book) as file:
        content = {name: file.read(name).decode() for name in file.namelist()}
    assert not [
        name for name in content if re.search("external|vba|macro|hyperlink|drawing", name, re.IGNORECASE)
    ]
    formulas = [formula for text in content.values() for formula in re.findall("<f>(.*?)</f>", text)]
    assert formulas
    assert not [formula for formula in formulas if "cmd" in formula or "SUM(1+1)" in formula]
    # Only the reference to a sheet may hold the name of the contract.
    assert not [formula for formula in formulas if re.search(r"HYPERLINK(?![^']*'!)", formula)]
    assert not [name for name, text in content.items() if "317" in text or "0.18" in text]
    internal = tmp_path / "internal.xlsx"
    assert run("show", source, "--internal", "-o", internal).code == 0
    for page in load_workbook(str(internal)).sheet_names:
        rows = load_workbook(str(internal)).get_sheet_by_name(page).to_python()
        assert "internal" in str(rows[0][0])


def test_the_file_tells_its_version_and_sources(tmp_path: Path) -> None:
    book = tmp_path / "book.xlsx"
    assert run("compare", "scenarios/2002.yaml", "scenarios/2003-agreed.yaml", "-o", book).code == 0
    with zipfile.ZipFile(book) as file:
        told = file.read("docProps/custom.xml").decode()
    assert 'name="ka-terms"' in told
    assert "2003-plan.yaml" in told  # which the agreed contract extends
    assert len(re.findall("sha256:[0-9a-f]{64}", told)) >= 3
    assert str(Path.cwd()) not in told
