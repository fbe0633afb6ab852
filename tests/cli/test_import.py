"""`ka-terms import`: workbooks that come back, edited by another program."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import ironcalc
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.analysis.workbook.living import living
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.presentation.numbers import NONE
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.sheets.xlsx import render
from ka_terms.presentation.table import Report
from ka_terms.presentation.words import words as words_of
from ka_terms.presentation.workbook.book import statement_workbook
from ka_terms.presentation.workbook.setting import Setting
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
@examples(60)
def test_every_contract_comes_back_from_its_text(given_: tuple[dict[str, Keys], Keys]) -> None:
    scenario = contract(*given_)
    assert is_contract(resolved_text(scenario), scenario)


@given(grouped())
@examples(30)
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
            "Inputs!C25: Found '-5'. Expected a number such as",
        ),
        (put("listing_fee.amount", None), "Inputs!C25: Found no number for listing_fee.amount"),
        (put("stores.new", None), GONE.format("stores.new", "stores.new")),
        (without_rows("annual_rebate.tiers.2.rate"), GONE.format(*2 * ["annual_rebate.tiers.2.rate"])),
        (
            put("annual_rebate.tiers.1.from", 9_500_000),
            "Inputs!C22: Found '9000000'. Expected a threshold above 9,500,000",
        ),
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
    assert done.err.count("Found something else") == 1
    assert "2003 agreed!B4: Found something else. Expected the formula that stood there." in done.err


def test_edits_of_several_contracts_are_asked_for_by_name(tmp_path: Path) -> None:
    book = edited(
        sent(tmp_path, "compare", "scenarios/2002.yaml", AGREED),
        put("monthly_rebate.rate", 0.03),
        put("monthly_rebate.rate", 0.02, column=5),
    )
    done = run("import", book)
    assert done.code == 2
    assert "Fix: add one of these: --contract '2002 contract', --contract '2003 agreed'." in done.err
    done = run("import", book, "--contract", "2003 agreed")
    assert "monthly rebate 2.5% to 2% (−50,250)" in done.out
    assert done.err == "edited too: 2002 contract\n"
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


def scenario(folder: Path, text: str, name: str = "contract") -> Path:
    file = folder / f"{name}.yaml"
    file.write_text(f"scenario: {name}\n{text}", encoding="utf-8")
    return file


MONTHS = "plan: {sales: 1000, events: {dm: 4}, stores: {opening: 5, new: 3}, months: {events: {dm: [3, 5, 9, 12]}}}"


def test_what_no_file_can_state_is_not_written(tmp_path: Path) -> None:
    """Six events in the months of four: the file would state another number of them in each month."""
    source = scenario(
        tmp_path, f"{MONTHS}\nterms: {{a: {{amount: 100, per: [events.dm], each: month, at_most: 150}}}}\n"
    )
    target = tmp_path / "new.yaml"
    done = run("import", edited(sent(tmp_path, "show", source), put("events.dm", 6)), "-o", target)
    assert done.code == 1
    assert "400 (40.0%) before, 600" in done.out
    assert "Expected a file with the same amounts" in done.err
    assert not target.exists()


def test_a_comparison_on_another_plan_comes_back(tmp_path: Path) -> None:
    book = sent(tmp_path, "compare", "scenarios/2003-ask.yaml", PROPOSAL, "--plan", AGREED)
    assert run("import", book, "--contract", "2003 proposal").out.startswith(
        "2003 proposal: nothing was edited."
    )
    book = sent(tmp_path, "show", PROPOSAL, "--set", "sales=8M")
    done = run("import", edited(book, put("sales", 9_000_000)))
    assert "sales 8,000,000 to 9,000,000" in done.out


@pytest.mark.parametrize("growth", [1, 0.5, 0])
def test_sheets_may_have_other_columns_after_an_edit(tmp_path: Path, growth: float) -> None:
    assert run("import", edited(sent(tmp_path, "show", AGREED), put("growth", growth))).code == 0


def test_a_remark_is_told_whatever_else_stands_in_the_workbook(tmp_path: Path) -> None:
    book = edited(
        sent(tmp_path, "show", AGREED),
        cell("Inputs", "F19", 3500),
        cell("Inputs", "F20", "Fixed"),
        *(
            cell("Inputs", f"{column}31", value)
            for column, value in zip("ABC", ("x.amount", "X", 5000), strict=True)
        ),
    )
    told = json.loads(run("import", book, "-f", "json").out)["typed"]
    assert [(each["cell"], each["text"]) for each in told] == [
        *(("Inputs!F19", "3500"), ("Inputs!F20", "Fixed")),
        *(("Inputs!A31", "x.amount"), ("Inputs!B31", "X"), ("Inputs!C31", "5000")),
    ]


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        (
            [cell("Inputs", "A19", None)],
            "Inputs!A19: Found nothing. Expected the key monthly_rebate.rate, once",
        ),
        (
            [cell("Inputs", "A19", "see below")],
            "Inputs!A19: Found 'see below'. Expected the key monthly_rebate.rate",
        ),
        (
            [cell("Inputs", "A40", "monthly_rebate.rate"), cell("Inputs", "C40", 0.05)],
            "Inputs!A40: Found 'monthly_rebate.rate'. Expected the key monthly_rebate.rate, once",
        ),
        ([cell("Contracts", "A12", "|  monthly_rebate: {rate: 1%}")], "Found an edited text of 2003 agreed"),
        ([cell("Inputs", "XFD90000", "x")], "Found cells far beyond its table"),
    ],
    ids=["no key", "another key", "a key twice", "an edited text", "a far cell"],
)
def test_what_could_be_taken_for_something_else_is_refused(
    tmp_path: Path, edits: list[Edit], told: str
) -> None:
    done = run("import", edited(sent(tmp_path, "show", AGREED), *edits))
    assert (done.code, done.out) == (1, "")
    assert told in done.err


@pytest.mark.parametrize("edit", ["free", "=B25*2"])
def test_a_formula_that_is_something_else_is_refused_in_a_file_that_was_recalculated(
    tmp_path: Path, edit: str
) -> None:
    book = sent(tmp_path, "show", AGREED)
    import zipfile

    target = tmp_path / "changed.xlsx"
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            content = source.read(name)
            if name.endswith("sheet1.xml"):
                shown = b"<v>502500</v>" if edit.startswith("=") else b"<v></v>"
                content = content.replace(b"<v>251250.0</v>", shown, 1)
            copy.writestr(name, content)
    done = run("import", target)
    assert done.code == 1
    assert "2003 agreed!B4: Found something else" in done.err


def test_nothing_private_is_told_of_an_internal_workbook(tmp_path: Path) -> None:
    source = scenario(tmp_path, "plan: {sales: 1M}\nterms: {a: {rate: 2%}}\nprivate: {margin: 31.7171%}\n")
    book = sent(tmp_path, "show", source, "--internal")
    for format_ in ("table", "json", "csv"):
        done = run("import", edited(book, put("a.rate", 0.03)), "-f", format_)
        assert done.code == 0
        assert "Typed" not in done.out
        assert not [
            secret for secret in ("3171", "2971", "2871", "margin") if secret in done.out.replace(",", "")
        ]
    assert "Typed" not in run("import", book, "--internal").out


def test_contracts_of_one_name_come_back(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    text = "plan: {sales: 1000}\nterms: {a: {rate: 2%}}\n"
    files = [scenario(tmp_path, text, "same"), scenario(tmp_path / "b", text.replace("2%", "3%"), "same")]
    done = run("import", sent(tmp_path, "compare", *files))
    assert done.code == 0
    assert "nothing was edited" in done.out
    assert "Typed" not in done.out


def test_facts_by_month_are_calculated_and_are_no_input(tmp_path: Path) -> None:
    from tests.presentation.workbook.engines import ENGINES, differences
    from tests.presentation.workbook.test_recalculated import of_one, written

    facts = f"[{', '.join(['no'] * 3 + ['yes'] * 9)}]"
    source = scenario(
        tmp_path,
        f"plan: {{sales: 12M, months: {{facts: {{hardware: {facts}}}}}}}\n"
        "terms: {a: {rate: 1%, each: month, only_if: hardware}}\n",
    )
    found, workbook = of_one(load(source).scenario)
    assert found.statement.total_fees == 90_000
    assert "facts.hardware" not in found.inputs
    for engine in ENGINES:
        assert differences(workbook, engine(written(workbook))) == []


def test_comments_are_not_passed_over_in_silence(tmp_path: Path) -> None:
    from openpyxl.comments import Comment

    def commented(book: Any) -> None:
        book["Inputs"]["C5"].comment = Comment("too many", "buyer")

    done = run("import", edited(sent(tmp_path, "show", AGREED), commented))
    assert done.err == "comments on cells are not read; please look at them\n"


def test_without_the_library_the_command_that_installs_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib.util import find_spec

    from ka_terms.presentation.renderers import registry

    monkeypatch.setattr(
        registry, "find_spec", lambda name: None if name == "python_calamine" else find_spec(name)
    )
    done = run("import", "book.xlsx")
    assert (done.code, done.out) == (1, "")
    assert "install it with `pip install 'ka-terms[office]'`" in done.err


@pytest.mark.parametrize("format_", ["parquet", "docx", "xlsx"])
def test_what_was_edited_is_told_in_text_alone(tmp_path: Path, format_: str) -> None:
    done = run("import", sent(tmp_path, "show", AGREED), "-f", format_)
    assert (done.code, done.out) == (2, "")
    assert "Expected a format of text, because --output names the scenario" in done.err


def test_a_missing_file_is_no_missing_text() -> None:
    assert "Found no such file. Expected a workbook (.xlsx)." in run("import", "none.xlsx").err


def recalculated(book: Path, sheet: str, key: str, column: int, value: float) -> Path:
    """The workbook with one input edited in a program that recalculates, and saves what it came to."""
    found = ironcalc.load_from_xlsx(str(book), "en", "UTC", "en")
    at = [page["name"] for page in found.get_worksheets_properties()].index(sheet)
    (row,) = [row for row in range(1, 80) if found.get_cell_value(at, row, 1) == key]
    found.update_cell_with_number(at, row, column, value)
    found.evaluate()
    target = book.with_name("recalculated.xlsx")
    target.unlink(missing_ok=True)
    found.save_to_xlsx(str(target))
    return target


@pytest.mark.parametrize(
    ("words", "key", "column", "value"),
    [
        (("show", AGREED), "stores.new", 3, 8),
        (("show", "tests/cli/golden/months.yaml"), "sales", 3, 9_000_000),
        (("compare", "scenarios/2002.yaml", PROPOSAL), "growth", 5, 1.9),
        (
            ("compare", "scenarios/2002.yaml", PROPOSAL, "--plan", AGREED, "--unit", "k"),
            "dm_tg_fee.amount",
            5,
            1900,
        ),
        (
            ("compare", "scenarios/2002.yaml", "scenarios/2003-ask.yaml", PROPOSAL),
            "listing_fee.amount",
            3,
            9000,
        ),
    ],
    ids=["one", "months", "another order of fees", "one plan and a unit", "three"],
)
def test_a_workbook_that_was_recalculated_comes_back_with_its_edit_alone(
    tmp_path: Path, words: tuple[str, ...], key: str, column: int, value: float
) -> None:
    book = recalculated(sent(tmp_path, *words), "Inputs", key, column, value)
    done = run("import", book, "-f", "json")
    assert (done.code, done.err) == (0, "")
    told = json.loads(done.out)
    assert [(edit["path"], edit["after"]) for edit in told["edits"]] == [(key, value)]
    assert told["typed"] == []


def test_an_edit_that_makes_other_formulas_of_a_sheet_is_mapped(tmp_path: Path) -> None:
    """No sales have no months of a budget; the year of a fee reads the months, which the edit makes anew."""
    months = ["50%", "10%", "7.3%", "0%", "12%", "0.1%", "5%", "rest", "1%", "1%", "1%", "1%"]
    scenario = contract({"fee": {"rate": "0.1%"}}, {"sales": 0, "months": {"sales": months}})
    workbook = statement_workbook(
        living(evaluate(scenario)), Setting(words_of(["en"]), NONE), resolved_text(scenario)
    )
    book = tmp_path / "book.xlsx"
    book.write_bytes(render(Report(workbook=workbook), Look()))
    done = run("import", recalculated(book, "Inputs", "sales", 3, 12_345), "-f", "json")
    assert (done.code, done.err) == (0, "")
    assert [edit["after"] for edit in json.loads(done.out)["edits"]] == [12_345]


@given(contracts(), st.data())
@examples(60)
def test_whatever_is_recalculated_comes_back_with_its_edit_alone(
    given_: tuple[dict[str, Keys], Keys], data: st.DataObject
) -> None:
    scenario = contract(*given_)
    workbook = statement_workbook(
        living(evaluate(scenario)), Setting(words_of(["en"]), NONE), resolved_text(scenario)
    )
    found = living(evaluate(scenario)).inputs
    path = data.draw(st.sampled_from([input.path for input in found.values() if input.kind == "money"]))
    with TemporaryDirectory() as folder:
        book = Path(folder) / "book.xlsx"
        book.write_bytes(render(Report(workbook=workbook), Look()))
        done = run("import", recalculated(book, "Inputs", path, 3, 12_345), "-f", "json")
    if done.code:  # such as tiers that do not rise
        assert "something else" not in done.err
        assert "Inputs!C" in done.err
        return
    told = json.loads(done.out)
    assert [edit["path"] for edit in told["edits"]] in ([path], [])
    assert told["typed"] == []


def test_the_share_of_lower_sales_is_no_formula(tmp_path: Path) -> None:
    book = recalculated(sent(tmp_path, "show", AGREED), "If sales come in lower", "Lower by", 2, 0.3)
    done = run("import", book)
    assert done.code == 0
    assert "Typed into If sales come in lower!B2: “0.3”" in done.out
