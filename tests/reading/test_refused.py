"""Errors of the model on values of a program's own: they name every fault and hold nothing of the input."""

from __future__ import annotations

import json
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from ka_terms.api import ReadError, Scenario, compare, evaluate, load, moved, scenario, sweep
from ka_terms.model.contract.private import Limits, Private
from tests.cli.material import ASK, INTERNAL, PRIVATE_NUMBERS, ROOT

SECRET = "33.37"
PLAN = {"sales": 4_000_000}

BROKEN: dict[str, dict[str, Any]] = {
    "a bare number": {"private": {"margin": SECRET}},
    "no percent": {"private": {"walk_away": {"fee_ratio": SECRET}}},
    "an unknown key": {"private": {"marge": f"{SECRET}%"}},
    "as a key": {"private": {f"{SECRET}%": 1}},
    "no mapping": {"private": SECRET},
    "a list": {"private": [SECRET]},
    "elsewhere": {"plan": {"sales": "x"}, "private": {"margin": f"{SECRET}%"}},
    "missing": {"plan": {}, "private": {"margin": f"{SECRET}%"}},
    "whole": {"terms": {"a": {"rate": "1%", "less": ["b"]}}, "private": {"margin": f"{SECRET}%"}},
    "at the top": {"margin": SECRET},
    "in a term": {"terms": {"a": {"rate": "1%", "private": {"margin": SECRET}}}},
    "as a term": {"terms": {"private": {"margin": SECRET}}},
    "in one text": {"plan": f"margin:{SECRET}%"},
    "in one key": {f"private: margin {SECRET}": 1},
}


@pytest.mark.parametrize("broken", BROKEN)
def test_an_error_holds_no_private_value(broken: str) -> None:
    with pytest.raises(ValidationError) as caught:
        scenario({"scenario": "x", "plan": PLAN, **BROKEN[broken]})
    error = caught.value
    for view in (str(error), repr(error), str(error.errors()), error.json()):
        assert SECRET not in view


def test_an_error_still_names_every_fault_and_its_place() -> None:
    with pytest.raises(ValidationError) as caught:
        scenario(
            {"scenario": "x", "plan": {**PLAN, "stores": {"opening": "x1"}}, "private": {"margin": SECRET}}
        )
    first, second = caught.value.errors()
    assert (first["loc"], second["loc"]) == (("plan", "stores", "opening"), ("private", "margin"))
    assert "Found 'x1'. Expected a number" in first["msg"]
    assert (
        second["msg"] == "Found a hidden value (private). Expected a percentage with its sign, such as 2.5%."
    )
    assert first["input"] is second["input"] is None


def test_a_move_that_fails_holds_no_private_value() -> None:
    contract = scenario(
        {"scenario": "x", "plan": {**PLAN, "returns": 1}, "private": {"margin": f"{SECRET}%"}}
    )
    with pytest.raises(ValueError, match="returns") as caught:
        moved(contract, {"returns": "5M"})
    assert SECRET not in str(caught.value) + repr(caught.value) + str(getattr(caught.value, "errors", list)())


def test_no_object_shows_private_values() -> None:
    contract = load(INTERNAL)
    shown = (
        contract,
        evaluate(contract),
        compare(load(ASK), contract),
        sweep(contract, vary={"sales": "8M,9M"}),
        contract.private,
        contract.private and contract.private.walk_away,
        [contract],
    )
    for thing in shown:
        for view in (repr(thing), str(thing), f"{thing}"):
            assert not [number for number in PRIVATE_NUMBERS if number in view]


def test_private_values_are_there_for_who_asks_by_name() -> None:
    private = Private.model_validate({"margin": "33%", "walk_away": {"total_fees": 5}})
    assert (str(private), repr(private.walk_away)) == ("Private(...)", "Limits(...)")
    assert private.walk_away == Limits.model_validate({"total_fees": 5})
    assert list(private.__repr_args__()) == []


@pytest.mark.parametrize("broken", BROKEN)
def test_nothing_behind_an_error_holds_a_private_value(broken: str, tmp_path: Path) -> None:
    content = {"scenario": "x", "plan": PLAN, **BROKEN[broken]}
    file = tmp_path / "a.json"
    file.write_text(json.dumps(content), "utf-8")
    cut_off = tmp_path / "b.yaml"
    cut_off.write_text(json.dumps(content)[:-1], "utf-8")
    doors: tuple[Callable[[], object], ...] = (
        lambda: scenario(content),
        lambda: load(file),
        lambda: load(cut_off),
    )
    for door in doors:
        with pytest.raises((ValidationError, ReadError)) as caught:
            door()
        assert caught.value.__cause__ is caught.value.__context__ is None
        assert SECRET not in "".join(traceback.format_exception(caught.value))


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    "path", [*sorted((ROOT / "scenarios").glob("*.yaml")), INTERNAL], ids=lambda path: path.name
)
def test_every_file_is_dumped_without_a_warning(path: Path) -> None:
    contract = load(path)
    assert Scenario.model_validate(contract.model_dump(by_alias=True)) == contract
    assert Scenario.model_validate_json(contract.model_dump_json(by_alias=True)) == contract
