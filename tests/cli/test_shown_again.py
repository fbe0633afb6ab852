"""A statement saved as json and shown again: the same to the byte, whatever the contract."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.analysis.assessment import assess
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.scenario import Scenario
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.texts.json import render
from ka_terms.presentation.reports.statement import statement_report
from ka_terms.presentation.words import words
from ka_terms.reading.scenario import load
from tests.analysis.drawn_sweeps import scenarios
from tests.cli.material import ROOT
from tests.cli.running import run
from tests.examples import examples


@pytest.mark.parametrize("file", sorted((ROOT / "scenarios").glob("*.yaml")), ids=lambda file: file.stem)
def test_a_saved_statement_shown_again_is_the_same_to_the_byte(tmp_path: Path, file: Path) -> None:
    saved = tmp_path / "saved.json"
    assert run("show", file, "--output", saved).code == 0
    assert run("show", saved, "--format", "json").out == saved.read_text(encoding="utf-8")


def test_a_whole_that_was_moved_is_saved_with_its_parts_and_shown_again(tmp_path: Path) -> None:
    file, saved = tmp_path / "parts.yaml", tmp_path / "saved.json"
    file.write_text(
        "scenario: parts\nplan:\n  categories: {a: {sales: 200k, volume: 3}, b: {sales: 100k, volume: 4}}\n"
        "  stores: {classes: {hyper: {opening: 5}, market: {opening: 20, new: 2, closed: 1}}}\n"
        "terms: {fee: {rate: 2%, of: categories.a.sales}, shelf: {amount: 7, per: [stores.market.closing]}}\n",
        encoding="utf-8",
    )
    moves = ("--set", "sales=1M", "--set", "volume=10", "--set", "stores.opening=51")
    assert run("show", file, *moves, "--output", saved).code == 0
    # 666,666.67 at 2% comes to the same cent; 40.8 stores of a class are 41 in the file, which is said.
    assert "the saved amounts for shelf differ from the recalculated amounts." in run("show", saved).out
    plan = json.loads(run("show", saved, "--format", "json").out)["plan"]
    assert plan == json.loads(saved.read_text("utf-8"))["plan"]
    assert plan["categories"]["a"] == {"sales": 666666.666666, "volume": 4.285714}
    assert plan["stores"]["classes"]["market"] == {"opening": 41, "new": 2, "closed": 1}
    compared = run("compare", file, file, *moves, "--format", "json")
    assert json.loads(compared.out)["scenarios"][1]["plan"] == plan


@given(scenarios(), st.sampled_from(["", "sales", "growth", "stores"]))
@examples(150)
def test_whatever_is_saved_is_the_same_to_the_byte_when_shown_again(drawn: Scenario, uncertain: str) -> None:
    first = _as_json(_estimated(drawn, uncertain))
    with TemporaryDirectory() as folder:
        file = Path(folder) / "saved.json"
        file.write_text(first, encoding="utf-8")
        assert _as_json(load(file).scenario) == first


def _estimated(scenario: Scenario, what: str) -> Scenario:
    """The scenario with one of its figures an estimate."""
    plan = scenario.plan
    if what == "stores" and plan.stores:
        stores = {"opening": 50, "new": {"low": 5, "likely": 10, "high": 12}}
        return _with_plan(scenario, stores=stores)
    if what == "sales":
        return _with_plan(scenario, sales={"low": "1.10", "likely": "1200.50", "high": "70M"}, returns=1)
    if what == "growth":
        return _with_plan(scenario, sales={"low": "+0%", "likely": "+10.5%", "high": "+33.3333%"}, returns=0)
    return scenario


def _with_plan(scenario: Scenario, **changes: object) -> Scenario:
    plan = {name: getattr(scenario.plan, name) for name in scenario.plan.model_fields_set}
    changed = Plan.model_validate({**plan, **changes})
    return scenario.model_copy(update={"plan": changed})


def _as_json(scenario: Scenario) -> str:
    return render(statement_report(assess(evaluate(scenario)), words(["en"])), Look()).decode()


def test_what_is_set_is_set_at_once(tmp_path: Path) -> None:
    """A whole and one of its parts, in either order; a share only as the amount that it is."""
    file = tmp_path / "parts.yaml"
    file.write_text(
        "scenario: parts\nplan: {categories: {a: {sales: 4M}, b: {sales: 5M}}, returns: 2%}\n"
        "terms: {fee: {rate: 10%, of: categories.a.sales}}\n",
        encoding="utf-8",
    )
    moves = ("sales=10M", "categories.a.sales=2M")
    for first, second in (moves, moves[::-1]):
        done = run("show", file, "--set", first, "--set", second, "--format", "json")
        assert json.loads(done.out)["total_fees"] == 200_000
    refused = run("show", file, "--set", "returns=3%")
    assert (refused.code, refused.out) == (2, "")
    assert "Found '3%'. Expected an amount, which does not move with the whole." in refused.err
    assert "write 270,000, which is 3% today" in refused.err
