"""The script of a page, in a browser: what it shows at other numbers is what the program says of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from ka_terms.analysis.inputs.inputs import inputs
from tests.calculation.test_properties import contracts
from tests.cli.material import AGREED, INTERNAL, LAST, PROPOSAL, record
from tests.cli.running import run
from tests.contracts import Keys, contract
from tests.presentation.page.browser import needs_browser, opened
from tests.presentation.page.test_operations import CLAUSES, ends

pytestmark = needs_browser
TWO = (LAST, AGREED)


def written(folder: Path, name: str, *words: object) -> Path:
    """A page of these words."""
    file = folder / f"{name}.html"
    done = run("report", *words, "--output", file)
    assert done.code == 0, done.err
    return file


def same_rows(found: Iterable[list[str]], wanted: Iterable[list[str]]) -> bool:
    """Whether two pages have the same rows; terms are in the order of their changes in the plan."""
    return sorted(found) == sorted(wanted)


MOVED: list[tuple[tuple[object, ...], str, str]] = [
    (TWO, "sales=2M..14M", "sales=9000000"),
    (TWO, "sales=2M..14M", "sales=7499999.99"),
    (TWO, "monthly_rebate=1%..4%", "monthly_rebate=3.33%"),
    (TWO, "stores.new=0..20", "stores.new=17"),
    ((AGREED,), "sales=2M..14M", "sales=8999999.98"),
    ((AGREED,), "growth=+0%..+200%", "growth=+33.3%"),
    ((PROPOSAL, AGREED, LAST), "sales=2M..14M", "sales=9999999.5"),
    ((INTERNAL, "--internal"), "sales=2M..14M", "sales=8123456.79"),
    ((AGREED, "--unit", "万", "--lang", "zh-Hans"), "sales=2M..14M", "sales=8123456.79"),
]


FEW = (MOVED[1], MOVED[-2], MOVED[-1])


@pytest.mark.parametrize("moves", [FEW, pytest.param(MOVED, marks=pytest.mark.thorough)], ids=len)
def test_a_moved_page_is_the_page_of_the_moved_contract(
    tmp_path: Path, moves: Sequence[tuple[tuple[object, ...], str, str]]
) -> None:
    pages = []
    for at, (files, slider, value) in enumerate(moves):
        pages.append((written(tmp_path, f"a{at}", *files, "--slider", slider), value.replace("%", "%25")))
        pages.append((written(tmp_path, f"b{at}", *files, "--slider", slider, "--set", value), ""))
    found = opened(tmp_path, pages)
    assert [page.checked for page in found] == ["same"] * len(pages)
    for at, (_, _, value) in enumerate(moves):
        moved, wanted = found[2 * at : 2 * at + 2]
        assert same_rows(moved.rows, wanted.rows), value
        assert moved.fields == wanted.fields
        assert not any(moved.faults)
        assert len(moved.rows) > 5


def test_amounts_are_those_of_show(tmp_path: Path) -> None:
    page = written(tmp_path, "page", AGREED, "--slider", "sales=8M..12M")
    (found,) = opened(tmp_path, [(page, "sales=9,123,456.78")])
    shown = record(run("show", AGREED, "--set", "sales=9123456.78", "--format", "json"))
    amounts = {row[0]: row[1] for row in found.rows}
    assert {line["label"]: amounts[line["label"]] for line in shown["lines"]} == {
        line["label"]: f"{Decimal(line['amount']):,.2f}" for line in shown["lines"]
    }


STEPPED = ("sales=8M..12M..250k", "sales=8000000..12000000/5", "stores.new=0..20..10")


def test_a_range_with_round_steps_moves_too(tmp_path: Path) -> None:
    cases = [(str(AGREED), slider, "9123456.78" if "sales" in slider else "7") for slider in STEPPED]
    drawn(tmp_path, cases)


def test_finer_amounts_than_money_has_are_taken_as_the_program_takes_them(tmp_path: Path) -> None:
    file = tmp_path / "yen.yaml"
    text = "scenario: yen\ncurrency: JPY\nplan: {sales: 1M}\nterms: {a: {amount: 300}, b: {rate: 1%}}\n"
    file.write_text(text, encoding="utf-8")
    drawn(tmp_path, [(str(file), "a=0..9999", "340.35")])


def test_what_divides_nothing_in_the_plan_is_a_number_once_it_moves(tmp_path: Path) -> None:
    file = tmp_path / "zero.yaml"
    plan, terms = "{sales: 0, stores: {opening: 3}}", "{a: {rate: 1%}, b: {amount: 100, per: stores.closing}}"
    file.write_text(f"scenario: zero\nplan: {plan}\nterms: {terms}\n", encoding="utf-8")
    page = written(tmp_path, "page", file, "--slider", "sales=0..1000")
    planned, moved = opened(tmp_path, [(page, ""), (page, "sales=500")])
    totals = [next(row for row in one.rows if row[0] == "Fee ratio") for one in (planned, moved)]
    assert totals == [["Fee ratio", "n/a"], ["Fee ratio", "61.00%"]]
    assert "Total fees 305 61.00%" in {" ".join(row) for row in moved.rows}


NO_VALUES = ("13M", "abc", "8000000.000000001", "5%", "", "1e7", "9M..10M", "9,00,0000", "-9M", "9萬萬萬")


def test_what_is_no_value_is_told(tmp_path: Path) -> None:
    page = written(tmp_path, "page", AGREED, "--slider", "sales=8M..12M")
    plan, *found = opened(tmp_path, [(page, ""), *((page, f"sales={value}") for value in NO_VALUES)])
    assert plan.faults == [""]
    for one, value in zip(found, NO_VALUES, strict=True):
        assert one.faults == ["Enter a number from 8,000,000 to 12,000,000."], value
        assert (one.rows, one.fields, one.checked) == (plan.rows, [value], "same")


def test_the_address_chooses_a_language(tmp_path: Path) -> None:
    page = written(tmp_path, "page", AGREED)
    english, chinese = opened(tmp_path, [(page, ""), (page, "lang=zh-Hant&sales=900萬")])
    assert english.rows[0][0] == "Total fees"
    assert chinese.rows[0][0] == "費用合計"
    assert chinese.fields == ["9,000,000"]


def drawn(folder: Path, cases: Iterable[tuple[str, str, str]]) -> None:
    """Pages of files with the slider of a path, each at a value."""
    pages = []
    for at, (file, slider, value) in enumerate(cases):
        path = slider.partition("=")[0]
        moved = run("report", file, "--slider", slider, "--output", folder / f"a{at}.html")
        wanted = run(
            *("report", file, "--slider", slider, "--set", f"{path}={value}"),
            *("--output", folder / f"b{at}.html"),
        )
        if moved.code == wanted.code == 0:
            pages += [
                (folder / f"a{at}.html", f"{path}={value}".replace("%", "%25")),
                (folder / f"b{at}.html", ""),
            ]
    found = opened(folder, pages)
    assert {page.checked for page in found} == {"same"}
    for moved_page, wanted_page in zip(found[::2], found[1::2], strict=True):
        assert same_rows(moved_page.rows, wanted_page.rows)


@pytest.mark.thorough
def test_real_clauses_in_a_browser(tmp_path: Path) -> None:
    pages = [(written(tmp_path, file.stem, file), "") for file in CLAUSES]
    assert {page.checked for page in opened(tmp_path, pages)} == {"same"}


@pytest.mark.thorough
@settings(max_examples=2, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(contracts(), min_size=4, max_size=4), st.data())
def test_drawn_contracts_in_a_browser(
    tmp_path: Path, given_: list[tuple[dict[str, Keys], Keys]], data: st.DataObject
) -> None:
    cases = []
    for at, (terms, plan) in enumerate(given_):
        known = [
            input for input in inputs(contract(terms, plan)).values() if not input.is_fact and input.value
        ]
        if not known:
            continue
        input = data.draw(st.sampled_from(known))
        share = data.draw(st.sampled_from([Decimal("0.7"), Decimal("0.93"), Decimal("1.31")]))
        unit = {"count": Decimal(1), "rate": Decimal("0.0001")}.get(input.kind, Decimal("0.01"))
        file = tmp_path / f"c{at}.json"
        file.write_text(
            json.dumps({"scenario": f"c{at}", "plan": plan, "terms": terms}, default=str), "utf-8"
        )
        cases.append(
            (str(file), f"{input.path}={ends(input)}", input.written((input.value * share).quantize(unit)))
        )
    assume(cases)
    for page in tmp_path.glob("*.html"):
        page.unlink()
    drawn(tmp_path, cases)
