"""`ka-terms import`: workbooks that come back, edited by another program."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given

from ka_terms.model.contract.scenario import Scenario
from ka_terms.reading.scenario import load
from ka_terms.writing.contract_text import contract_text, is_contract, resolved_text
from tests.calculation.test_properties import contracts, grouped
from tests.cli.running import run
from tests.contracts import Keys, contract
from tests.examples import examples

AGREED, PROPOSAL = "scenarios/2003-agreed.yaml", "scenarios/2003-proposal.yaml"
Edit = Callable[[Any], None]


def sent(folder: Path, *words: object) -> Path:
    """A workbook as `show` or `compare` writes it."""
    book = folder / "book.xlsx"
    assert run(*words, "--output", book, "--force").code == 0
    return book


def edited(book: Path, *edits: Edit) -> Path:
    """The workbook with edits, saved by a program that recalculates nothing."""
    found = openpyxl.load_workbook(book)
    for edit in edits:
        edit(found)
    target = book.with_name("edited.xlsx")
    found.save(target)
    return target


def put(key: str, value: object, column: int = 3, sheet: str = "Inputs") -> Edit:
    """Another value in the input of a key."""

    def edit(book: Any) -> None:
        (row,) = [cells[0].row for cells in book[sheet].iter_rows() if cells[0].value == key]
        book[sheet].cell(row, column).value = value

    return edit


def cell(sheet: str, name: str, value: object) -> Edit:
    def edit(book: Any) -> None:
        book[sheet][name].value = value

    return edit


def without_rows(start: str, sheet: str = "Inputs") -> Edit:
    """The inputs without the rows of some keys."""

    def edit(book: Any) -> None:
        rows = [cells[0].row for cells in book[sheet].iter_rows() if str(cells[0].value).startswith(start)]
        for row in reversed(rows):
            book[sheet].delete_rows(row)

    return edit


def test_what_was_edited_is_told_with_its_cost(tmp_path: Path) -> None:
    book = edited(
        sent(tmp_path, "show", AGREED),
        put("dm_tg_fee.amount", 4000),
        put("monthly_rebate.rate", "3 %"),
        put("growth", 2.2),
        cell("Inputs", "G20", "max 3 flyers!"),
    )
    done = run("import", book)
    assert done.code == 0
    assert done.out.splitlines()[0] == (
        "2003 agreed: 3 edits. sales growth +150% to +120% (−79,998); "
        "monthly rebate 2.5% to 3% (+50,250); DM + TG amount 3,500 to 4,000 (+70,000)."
    )
    assert "Typed into Inputs!G20: “max 3 flyers!”" in done.out
    told = json.loads(run("import", book, "--format", "json").out)
    assert [edit["path"] for edit in told["edits"]] == ["growth", "monthly_rebate.rate", "dm_tg_fee.amount"]
    assert told["typed"] == [{"cell": "Inputs!G20", "text": "max 3 flyers!"}]


def test_the_edited_contract_is_written_as_its_file_states_it(tmp_path: Path) -> None:
    book = edited(sent(tmp_path, "show", PROPOSAL), put("monthly_rebate.rate", 0.02), put("growth", 2.2))
    target = tmp_path / "new.yaml"
    done = run("import", book, "--output", target)
    assert (done.code, done.err) == (0, f"saved: {target}\n")
    text = target.read_text(encoding="utf-8")
    assert "monthly_rebate: {rate: 2%}" in text
    assert "sales: +120%" in text
    assert "from: 10M" in text  # what nobody edited stays as it was written
    set_ = ("--set", "monthly_rebate=2%", "--set", "growth=+120%")
    expected = json.loads(run("show", PROPOSAL, *set_, "--format", "json").out)
    found = json.loads(run("show", target, "--format", "json").out)
    assert found["lines"] == expected["lines"]
    assert run("import", book, "-o", target).code == 1  # never over an existing file


@pytest.mark.parametrize("words", [("show", AGREED), ("compare", "scenarios/2002.yaml", AGREED)])
def test_a_round_trip_changes_nothing(tmp_path: Path, words: tuple[str, ...]) -> None:
    book, target = sent(tmp_path, *words), tmp_path / "new.yaml"
    done = run("import", book, "--contract", "2003 agreed", "-o", target)
    assert done.out.startswith("2003 agreed: nothing was edited.")
    assert "Typed" not in done.out
    again = run("show", target, "--format", "json").out
    assert again == run("show", AGREED, "--format", "json").out


@given(contracts())
@examples(100)
def test_every_contract_comes_back_from_its_text(given_: tuple[dict[str, Keys], Keys]) -> None:
    scenario = contract(*given_)
    assert is_contract(resolved_text(scenario), scenario)


@given(grouped())
@examples(50)
def test_groups_come_back_too(scenario: Scenario) -> None:
    assert is_contract(resolved_text(scenario), scenario)


@pytest.mark.parametrize(
    "file", sorted(Path("tests/cases/clauses").glob("*.yaml")), ids=lambda file: file.stem
)
def test_real_contracts_stay_as_they_are_written(file: Path) -> None:
    loaded = load(file)
    text = contract_text(loaded, loaded.scenario)
    assert is_contract(text, loaded.scenario)
    written = [line.split("#")[0].strip() for line in file.read_text(encoding="utf-8").splitlines()]
    names = [line.split(":")[0] for line in written if ":" in line and not line.startswith("-")]
    assert all(name.strip("{ ") in text for name in names if name.isidentifier())


def test_a_fee_whose_rows_are_deleted_is_struck(tmp_path: Path) -> None:
    book = edited(sent(tmp_path, "show", AGREED), without_rows("anniversary_fee."))
    target = tmp_path / "new.yaml"
    done = run("import", book, "-o", target)
    assert done.out.startswith("2003 agreed: 1 edit. anniversary fee struck out (−140,000).")
    assert "anniversary_fee" not in target.read_text(encoding="utf-8")
    assert json.loads(run("show", target, "--format", "json").out)["total_fees"] == 1_401_850


def test_rows_and_columns_may_be_moved(tmp_path: Path) -> None:
    def moved(book: Any) -> None:
        book["Inputs"].insert_rows(2)
        book["Inputs"].insert_cols(3)

    book = edited(sent(tmp_path, "show", AGREED), moved, put("listing_fee.amount", 900, column=4))
    assert "listing fee amount 1,000 to 900 (−49,000)" in run("import", book).out


GONE = "Found no number for {}. Expected the row of {} with a number"


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (put("listing_fee.amount", "about 900"), "Inputs!C25: Found 'about 900'. Expected"),
        (
            put("listing_fee.amount", -5),
            "Inputs!C25: Found '-5'. Expected a number that a contract may state",
        ),
        (put("listing_fee.amount", None), "Inputs!C25: Found no number for listing_fee.amount"),
        (put("stores.new", None), GONE.format("stores.new", "stores.new")),
        (without_rows("annual_rebate.tiers.2.rate"), GONE.format(*2 * ["annual_rebate.tiers.2.rate"])),
        (put("annual_rebate.tiers.1.from", 9_500_000), "Inputs!C20: Found '9000000'"),
        (without_rows("growth"), GONE.format("growth", "growth")),
    ],
    ids=["words", "below zero", "a blank", "emptied", "half a tier", "tiers that do not rise", "a figure"],
)
def test_what_cannot_be_mapped_is_refused_with_its_cell(tmp_path: Path, edit: Edit, told: str) -> None:
    done = run("import", edited(sent(tmp_path, "show", AGREED), edit))
    assert (done.code, done.out) == (1, "")
    assert told in done.err


def test_a_formula_that_was_replaced_is_refused_with_its_cell(tmp_path: Path) -> None:
    book = edited(sent(tmp_path, "show", AGREED), cell("2003 agreed", "B4", 200_000))
    done = run("import", book)
    assert (done.code, done.out) == (1, "")
    assert "2003 agreed!B4: Found '200000'. Expected the formula that stood there." in done.err


def test_edits_of_several_contracts_are_asked_for_by_name(tmp_path: Path) -> None:
    book = edited(
        sent(tmp_path, "compare", "scenarios/2002.yaml", AGREED),
        put("monthly_rebate.rate", 0.03),
        put("monthly_rebate.rate", 0.02, column=5),
    )
    done = run("import", book)
    assert done.code == 2
    assert "--contract '2002 contract / 2003 agreed'" in done.err
    assert "monthly rebate 2.5% to 2% (−50,250)" in run("import", book, "--contract", "2003 agreed").out
    assert "one of 2002 contract, 2003 agreed" in run("import", book, "--contract", "x").err


def test_private_values_come_back_only_where_they_may_be_seen(tmp_path: Path) -> None:
    source = tmp_path / "internal.yaml"
    shutil.copy(AGREED, source)
    shutil.copy("scenarios/2003-plan.yaml", tmp_path)
    shutil.copy("scenarios/2002.yaml", tmp_path)
    source.write_text(f"{source.read_text(encoding='utf-8')}\nprivate: {{margin: 31.7%}}\n", encoding="utf-8")
    book = sent(tmp_path, "show", source, "--internal")
    for words, keeps in (((), False), (("--internal",), True)):
        target = tmp_path / f"{keeps}.yaml"
        done = run("import", book, "-o", target, *words)
        assert done.code == 0
        assert ("31.7" in target.read_text(encoding="utf-8")) is keeps
        assert ("left out" in done.err) is not keeps
    assert "31.7" not in run("import", sent(tmp_path, "show", source), "-o", tmp_path / "x.yaml").out
    assert "31.7" not in (tmp_path / "x.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "a file that is no workbook"),
        (b"PK\x03\x04 broken", "a file that is no workbook"),
        (b"scenario: x", "a file that is no workbook"),
    ],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "file.xlsx"
    file.write_bytes(content)
    done = run("import", file)
    assert (done.code, done.out) == (1, "")
    assert words in done.err


def test_a_workbook_of_somebody_else_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "other.xlsx"
    openpyxl.Workbook().save(file)
    assert "Expected a workbook that `ka-terms show` or `ka-terms compare` wrote" in run("import", file).err
    book = edited(sent(tmp_path, "show", AGREED), lambda book: book["Inputs"].__setattr__("title", "X"))
    assert "Expected the sheet Inputs with a column 2003 agreed" in run("import", book).err


def test_a_workbook_that_unpacks_to_far_more_is_refused(tmp_path: Path) -> None:
    import zipfile

    file = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(120 * 2**20))
    assert "unpacks to far more than its size" in run("import", file).err
