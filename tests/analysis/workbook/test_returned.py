"""A workbook that came back: edits, terms that were struck, and what cannot be read."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ka_terms.analysis.workbook.living import living
from ka_terms.analysis.workbook.returned import Cells, Returned, Unreadable, returned
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario
from tests.contracts import case, contract

FACTS = ("no", "yes")


def back(scenario: Scenario, **changes: Any) -> Returned:
    """The contract with other values in some cells; `...` for a row that is gone."""
    sent = living(evaluate(scenario))
    cells = {
        input.path: (f"C{row}", FACTS[bool(input.value)] if input.is_fact else input.value)
        for row, input in enumerate(sent.inputs.values(), start=4)
    }
    values = {path.replace("__", "."): value for path, value in changes.items()}
    edited: Cells = {
        path: (cell, values.get(path, value))
        for path, (cell, value) in cells.items()
        if values.get(path) is not ...
    }
    return returned(sent.statement, sent.inputs, edited, FACTS)


def faults(scenario: Scenario, **changes: Any) -> list[tuple[str, str, str]]:
    with pytest.raises(Unreadable) as error:
        back(scenario, **changes)
    return [(each.cell, str(each.fault.found), str(each.fault.expected)) for each in error.value.faults]


AGREED = case("2003 agreed")


def test_each_edit_is_costed_by_itself_and_all_together() -> None:
    found = back(AGREED, monthly_rebate__rate=Decimal("0.03"), stores__new="8", dm_tg_fee__amount="4,000")
    effects = {edit.input.path: edit.effect for edit in found.edits}
    assert effects == {"monthly_rebate.rate": 50_250, "stores.new": -74_000, "dm_tg_fee.amount": 70_000}
    assert found.effect == found.statement.total_fees - 1_541_850 == 42_250
    assert found.texts == {"stores.new": "8", "monthly_rebate.rate": "3%", "dm_tg_fee.amount": "4000"}


def test_nothing_edited_is_nothing() -> None:
    found = back(AGREED)
    assert not found.edits
    assert not found.struck
    assert found.effect == 0


def test_noise_of_binary_numbers_is_no_edit() -> None:
    assert back(AGREED, monthly_rebate__rate=Decimal("0.025000000000000001")).edits == ()


def test_an_edit_that_alone_makes_no_contract_has_no_effect_of_its_own() -> None:
    found = back(
        AGREED,
        annual_rebate__tiers__1__from=Decimal(9_500_000),
        annual_rebate__tiers__2__from=Decimal(9_900_000),
    )
    assert [edit.effect for edit in found.edits] == [None, 0]
    assert found.effect == 0  # the plan still reaches the second tier


def test_a_term_whose_rows_are_gone_is_struck() -> None:
    found = back(AGREED, anniversary_fee__amount=...)
    assert [(struck.term, struck.effect) for struck in found.struck] == [
        ("anniversary_fee", Decimal(-140_000))
    ]
    assert "anniversary_fee" not in found.statement.scenario.terms


def test_a_term_that_another_names_cannot_be_struck() -> None:
    terms = {"a": {"rate": "1%"}, "b": {"rate": "2%", "less": ["a"]}}
    ((cell, found, expected),) = faults(contract(terms), a__rate=...)
    assert (cell, found, expected) == ("", "a struck out", "terms that do not name it: b do")


def test_facts_are_words() -> None:
    scenario = contract({"fee": {"amount": 5, "only_if": "open"}}, {"facts": {"open": "no"}})
    assert back(scenario, facts__open="yes").effect == 5
    assert back(scenario, facts__open="no").edits == ()
    assert faults(scenario, facts__open="maybe")[0][:2] == ("C5", "'maybe'")


def test_cells_that_cannot_be_read_are_named_together() -> None:
    found = faults(AGREED, stores__new="many", skus__new=Decimal(-1), monthly_rebate__rate=None, growth=...)
    cells = {cell: what for cell, what, _ in found}
    assert {"'many'", "'-1'", "no number for monthly_rebate.rate", "no number for growth"} == {
        *cells.values()
    }
    assert "" in cells  # its row is gone


def test_numbers_that_make_no_contract_are_refused_at_their_cells() -> None:
    ((cell, found, _),) = faults(AGREED, annual_rebate__tiers__1__from=Decimal(9_500_000))
    assert cell.startswith("C")
    assert "9000000" in found


def test_numbers_that_make_no_plan_are_refused() -> None:
    scenario = contract({"fee": {"amount": 1}}, {"sales": 1000, "returns": 900})
    assert "900" in faults(scenario, sales=Decimal(800))[0][1]
