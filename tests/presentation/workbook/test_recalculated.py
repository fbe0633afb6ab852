"""Workbooks recalculated by programs that did not write them: as they are, and with other inputs."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ka_terms.analysis.comparison import compare
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.workbook.living import LivingContract, living
from ka_terms.calculation.costs import exact_costs
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.presentation.numbers import NONE, parse_unit
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.sheets.xlsx import render
from ka_terms.presentation.sheet import Workbook
from ka_terms.presentation.table import Report
from ka_terms.presentation.words import words
from ka_terms.presentation.workbook.book import comparison_workbook, statement_workbook
from ka_terms.presentation.workbook.setting import Setting
from ka_terms.reading.scenario import load
from tests.calculation.test_properties import contracts, grouped
from tests.contracts import CASE, Keys, case, contract
from tests.examples import examples
from tests.presentation.workbook.engines import ENGINES, Engine, differences

SETTING = Setting(words(["en"]), NONE)
CLAUSES = sorted((Path(__file__).parents[2] / "cases" / "clauses").glob("*.yaml"))
_FIRST_LINE, _AMOUNT = 3, 1
"""Where the amounts of a statement stand."""
_KEY, _INPUT = 0, 2
MANY = settings(max_examples=100)
"""As many in every run: these two tests are what the formulas rest on."""


def written(workbook: Workbook) -> bytes:
    return render(Report(workbook=workbook), Look())


def of_one(scenario: Scenario, setting: Setting = SETTING) -> tuple[LivingContract, Workbook]:
    found = living(evaluate(scenario))
    return found, statement_workbook(found, setting)


def _edit(workbook: Workbook, engine: Engine, key: str, value: Decimal | str) -> None:
    """Write into the input of a key."""
    sheet = workbook.sheets[1]
    (row,) = (row for (row, column), cell in sheet.cells.items() if column == _KEY and cell.value == key)
    engine.set(sheet.name, row, _INPUT, value if isinstance(value, str) else float(value))


def _amounts(found: LivingContract, workbook: Workbook, engine: Engine) -> dict[str, Decimal]:
    """The amounts of the statement in cents, as the engine has them."""
    sheet = workbook.sheets[0].name
    values = {
        line.term: engine.value(sheet, _FIRST_LINE + at, _AMOUNT)
        for at, line in enumerate(found.statement.lines)
    }
    return {key: Decimal(str(value)).quantize(Decimal("0.01")) for key, value in values.items()}


@given(contracts())
@MANY
def test_every_formula_comes_to_what_stands_beside_it(given_: tuple[dict[str, Keys], Keys]) -> None:
    _, workbook = of_one(contract(*given_))
    content = written(workbook)
    for engine in ENGINES:
        assert differences(workbook, engine(content)) == []


@given(grouped())
@examples(40)
def test_groups_are_formulas_too(scenario: Scenario) -> None:
    _, workbook = of_one(scenario)
    assert differences(workbook, ENGINES[0](written(workbook))) == []


_FACTORS = st.sampled_from(["0", "0.5", "0.93", "1.1", "1.37", "2"]).map(Decimal)
_STEPS = {"count": Decimal(1), "rate": Decimal("0.0001"), "index": Decimal("0.0001")}


@given(contracts(), st.data())
@MANY
def test_an_edited_input_comes_to_the_statement_of_the_edited_contract(
    given_: tuple[dict[str, Keys], Keys], data: st.DataObject
) -> None:
    scenario = contract(*given_)
    found, workbook = of_one(scenario)
    numbers = {input.path: input for input in found.inputs.values() if not input.is_fact}
    path = data.draw(st.sampled_from(sorted(numbers)))
    step = _STEPS.get(numbers[path].kind, Decimal("0.01"))
    value = (numbers[path].value * data.draw(_FACTORS)).quantize(step)
    try:
        expected = exact_costs(moved(scenario, {path: value}))
    except ValueError:  # such as tiers that do not rise
        assume(False)
    content = written(workbook)
    for engine in ENGINES:
        book = engine(content)
        _edit(workbook, book, path, value)
        book.recalculate()
        assert _amounts(found, workbook, book) == expected


@pytest.mark.parametrize("file", CLAUSES, ids=lambda file: file.stem)
def test_real_clauses_are_formulas(file: Path) -> None:
    _, workbook = of_one(load(file).scenario)
    for engine in ENGINES:
        assert differences(workbook, engine(written(workbook))) == []


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("unit", ["1", "万"])
def test_a_comparison_is_formulas_with_its_effects(engine: type[Engine], unit: str) -> None:
    comparison = compare([case(name) for name in CASE])
    contracts = [living(statement) for statement in comparison.scenarios]
    workbook = comparison_workbook(comparison, contracts, Setting(words(["zh-Hans"]), parse_unit(unit)))
    assert differences(workbook, engine(written(workbook))) == []


def test_the_check_tells_what_was_edited() -> None:
    _, workbook = of_one(case("2003 agreed"))
    book = ENGINES[0](written(workbook))
    sheet, check = workbook.sheets[0].name, 5
    book.recalculate()
    assert book.value(sheet, _FIRST_LINE, check) == "Equal"
    _edit(workbook, book, "monthly_rebate.rate", Decimal("0.03"))
    book.recalculate()
    assert book.value(sheet, _FIRST_LINE, _AMOUNT) == 301_500
    assert book.value(sheet, _FIRST_LINE, check) == "Inputs changed"
    assert book.value(sheet, _FIRST_LINE + 1, check) == "Equal"
    _edit(workbook, book, "monthly_rebate.rate", Decimal("0.025"))
    book.recalculate()
    assert book.value(sheet, _FIRST_LINE, check) == "Equal"


def test_a_bound_met_exactly_is_met_in_floating_point() -> None:
    """1.1 x 4,020,001 is a little more in binary than the sales that meet it."""
    assert 1.1 * 4_020_001 > 4_422_001.1
    term = {"mode": "whole", "measure": "growth", "tiers": [{"from": "+10%", "rate": "1%"}]}
    plan = {"sales": "4422001.1", "last_year": {"sales": 4_020_001}}
    found, workbook = of_one(contract({"fee": term}, plan))
    assert found.statement.amount("fee") == Decimal("44220.01")
    for engine in ENGINES:
        book = engine(written(workbook))
        book.recalculate()
        assert _amounts(found, workbook, book) == {"fee": Decimal("44220.01")}


def test_a_margin_is_rounded_to_the_currency_where_fees_are_rounded_to_whole_amounts() -> None:
    terms, private = {"fee": {"rate": "1%"}}, {"margin": "32.17%"}
    _, workbook = of_one(contract(terms, {"sales": "1234.56"}, rounding=1, private=private))
    for engine in ENGINES:
        assert differences(workbook, engine(written(workbook))) == []


@pytest.mark.parametrize("engine", ENGINES)
def test_a_fact_is_chosen_in_words(engine: type[Engine]) -> None:
    scenario = contract(
        {"fee": {"amount": 100, "only_if": "hardware"}}, {"sales": 1000, "facts": {"hardware": "no"}}
    )
    found, workbook = of_one(scenario)
    book = engine(written(workbook))
    book.recalculate()
    assert _amounts(found, workbook, book) == {"fee": 0}
    _edit(workbook, book, "facts.hardware", "yes")
    book.recalculate()
    assert _amounts(found, workbook, book) == {"fee": 100}


@pytest.mark.parametrize("engine", ENGINES)
def test_many_tiers_and_many_terms_keep_to_the_limits_of_formulas(engine: type[Engine]) -> None:
    """A choice inside a choice 64 deep, or a sum of 300 cells, is more than a spreadsheet takes in one formula."""
    tiers = [{"from": 1000 * at, "rate": f"{at}.5%"} for at in range(1, 90)]
    terms: dict[str, Any] = {"ladder": {"mode": "whole", "tiers": tiers}}
    terms |= {f"fee_{at}": {"amount": at} for at in range(299)}
    found, workbook = of_one(contract(terms, {"sales": 88_500}))
    assert found.statement.amount("ladder") == Decimal("78322.50")
    assert differences(workbook, engine(written(workbook))) == []
    assert max(len(cell.formula) for sheet in workbook.sheets for cell in sheet.cells.values()) < 8_000


@pytest.mark.parametrize("rounding", ["1", "10", "0.0001"])
def test_private_amounts_keep_the_cents_of_the_currency(rounding: str) -> None:
    private = {"margin": "32.33%", "cost_of_capital": "5%"}
    more = {"rounding": rounding, "private": private, "conditions": {"payment_days": 60}}
    scenario = contract({"fee": {"rate": "1.5%"}}, {"sales": "1000001"}, **more)
    assert evaluate(scenario).private("margin") == Decimal("323300.32")
    _, workbook = of_one(scenario)
    for engine in ENGINES:
        assert differences(workbook, engine(written(workbook))) == []


def test_parts_that_make_the_whole_are_lower_in_proportion() -> None:
    plan = {"categories": {"noodles": {"sales": 6000}, "drinks": {"sales": 3200}}}
    terms = {key: {"rate": "10%", "of": f"categories.{key}.sales"} for key in ("noodles", "drinks")}
    found, workbook = of_one(Scenario.model_validate({"scenario": "x", "plan": plan, "terms": terms}))
    (lower, _) = found.cases
    assert [line.amount for line in lower.statement.lines] == [480, 256]
    for engine in ENGINES:
        assert differences(workbook, engine(written(workbook))) == []


def test_lower_sales_move_with_the_share_by_which_they_are_lower() -> None:
    scenario = case("2003 agreed")
    found, workbook = of_one(scenario)
    lower = workbook.sheets[-1]
    (row,) = (row for (row, _), cell in lower.cells.items() if cell.value == "Lower by")
    (top,) = (row for (row, column), cell in lower.cells.items() if column == 3 and cell.value == "Plan")
    book = ENGINES[0](written(workbook))
    for share in ("0.2", "0.28"):
        book.set(lower.name, row, 1, float(share))
        book.recalculate()
        sales = found.statement.sales * (1 - Decimal(share))
        expected = exact_costs(moved(scenario, {"sales": sales.quantize(Decimal("0.01"))}))
        amounts = [book.value(lower.name, top + 2 + at, 2) for at in range(len(expected))]
        assert amounts == [float(amount) for amount in expected.values()]
