"""Errors of the model: by whatever door a private value comes in, they and what they hold say nothing of it."""

from __future__ import annotations

import copy
import json
import traceback
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from ka_terms.model.base import WITH_VALUES, RedactingModel, without_input
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.private import Limits, Private
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import Fault
from ka_terms.model.privacy import looks_private, mentions_private, tells_private
from tests.examples import examples

PLAN = {"sales": 1_000_000}
HIDDEN = "Found a hidden value (private). Expected a valid value."
Door = Callable[[Any], object]


def whole(private: Any) -> dict[str, Any]:
    return {"scenario": "x", "plan": PLAN, "private": private}


def made() -> Scenario:
    return Scenario.model_validate(whole({"margin": "20%", "walk_away": {"total_fees": 5}}))


DOORS: dict[str, Door] = {
    "a call": lambda private: Scenario(**whole(private)),
    "model_validate": lambda private: Scenario.model_validate(whole(private)),
    "strict": lambda private: Scenario.model_validate(whole(private), strict=True),
    "json": lambda private: Scenario.model_validate_json(json.dumps(whole(private), default=str)),
    "broken json": lambda private: Scenario.model_validate_json(json.dumps(whole(private), default=str)[:-1]),
    "strings": lambda private: Scenario.model_validate_strings(whole(private)),
    "its own": Private.model_validate,
    "its own json": lambda private: Private.model_validate_json(json.dumps(private, default=str)),
    "walk-away": Limits.model_validate,
    "deep": lambda private: Scenario.model_validate(whole({"walk_away": private})),
    "frozen": lambda private: setattr(made().private, "margin", private),
    "frozen, deep": lambda private: setattr(getattr(made().private, "walk_away"), "fee_ratio", private),  # noqa: B009
    "frozen, whole": lambda private: setattr(made(), "private", private),
    "at the top": lambda private: Scenario.model_validate({"scenario": "x", "plan": PLAN, "margin": private}),
    "in a term": lambda private: Scenario.model_validate(
        {"scenario": "x", "plan": PLAN, "terms": {"a": {"rate": "1%", "private": private}}}
    ),
}


def values(secret: str) -> dict[str, Any]:
    return {
        "text": secret,
        "number": Decimal(secret),
        "float": float(secret),
        "list": [secret],
        "no percent": {"margin": secret},
        "no decimal": {"margin": int(Decimal(secret) * 10_000)},
        "a float": {"margin": float(secret)},
        "a decimal": {"margin": Decimal(secret)},
        "a list": {"margin": [secret]},
        "unknown": {"marge": secret},
        "as a key": {secret: 1},
        "as a number for a key": {int(Decimal(secret) * 10_000): 1},
        "negative": {"total_fees": f"-{secret}"},
        "below": {"walk_away": {"total_fees": f"-{secret}"}},
        "a key below": {"walk_away": {secret: "1"}},
        "a mapping too many": {"margin": {"x": secret}},
    }


def views(error: BaseException | None) -> Iterator[str]:
    while error is not None:
        yield from (str(error), repr(error), "".join(traceback.format_exception(error)))
        if isinstance(error, ValidationError):
            yield from (str(error.errors()), error.json())
        error = error.__cause__ or error.__context__


@examples(300)
@given(
    st.text("3679", min_size=6, max_size=6), st.sampled_from(sorted(DOORS)), st.sampled_from([*values("1")])
)
def test_no_door_says_a_private_value(digits: str, door: str, kind: str) -> None:
    given_value = values(f"{digits[:2]}.{digits[2:]}")[kind]
    try:
        DOORS[door](given_value)
    except (ValidationError, TypeError) as error:
        for view in views(error):
            assert digits not in "".join(letter for letter in view if letter.isalnum())


def test_a_fault_still_has_its_place_and_what_was_expected() -> None:
    with pytest.raises(ValidationError) as caught:
        Scenario.model_validate({"scenario": "x", "plan": {"sales": "1x"}, "private": {"margin": "32.17"}})
    first, second = caught.value.errors()
    assert (first["loc"], second["loc"]) == (("plan", "sales"), ("private", "margin"))
    assert first["msg"].startswith("Found '1x'. Expected a number")
    assert (
        second["msg"] == "Found a hidden value (private). Expected a percentage with its sign, such as 2.5%."
    )
    assert first["input"] is second["input"] is None


@pytest.mark.parametrize(
    ("private", "place", "words"),
    [
        ({"marge": 1}, ("private", "marge"), "Extra inputs are not permitted"),
        ({7: 1}, ("private", "..."), HIDDEN),
        ("x", ("private",), HIDDEN),
    ],
)
def test_what_the_validator_says_itself(private: Any, place: tuple[str, ...], words: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Scenario.model_validate(whole(private))
    (detail,) = caught.value.errors()
    assert (detail["loc"], detail["msg"]) == (place, words)


def test_broken_json_is_told_by_its_place_alone() -> None:
    with pytest.raises(ValidationError, match=r"Invalid JSON: EOF .* at line 1 column 10") as caught:
        Scenario.model_validate_json('{"private"')
    assert caught.value.errors()[0]["input"] is None


def test_a_frozen_model_says_so() -> None:
    contract = made()
    changes: tuple[Callable[[], None], ...] = (
        lambda: setattr(contract, "year", 2003),
        lambda: delattr(contract, "year"),
        lambda: setattr(contract.plan, "sales", 1),
        lambda: delattr(contract.private, "margin"),
    )
    for change in changes:
        with pytest.raises(ValidationError, match="Instance is frozen"):
            change()
    assert contract == made()


def test_a_reader_that_places_faults_itself_gets_them_whole() -> None:
    with pytest.raises(ValidationError) as caught:
        Scenario.model_validate(whole({"margin": "32.17"}), context=WITH_VALUES)
    assert caught.value.errors()[0]["input"] == "32.17"


def test_a_path_in_a_list_stays_and_what_no_one_sees_is_an_escape() -> None:
    with pytest.raises(ValidationError) as caught:
        Scenario.model_validate(
            {
                "scenario": "x",
                "plan": {**PLAN, "x\u200by": 1},
                "terms": {"a": {"mode": "whole", "tiers": [{"from": 1, "rate": "x"}]}},
            }
        )
    places = [detail["loc"] for detail in caught.value.errors()]
    assert places == [("plan", "x\\u200by"), ("terms", "a", "tiers", "tiers", 0, "rate")]


def test_another_model_may_be_read_with_the_same_care() -> None:
    with pytest.raises(ValidationError) as caught:
        without_input(lambda: Plan.model_validate({"sales": "x", "private": {"margin": 3}}))
    assert [detail["input"] for detail in caught.value.errors()] == [None, None]
    assert "input_value" not in str(caught.value)
    assert without_input(lambda: 1) == 1


@pytest.mark.filterwarnings("error")
def test_a_scenario_is_dumped_without_a_warning_and_reads_back() -> None:
    contract = Scenario.model_validate(
        {
            "scenario": "x",
            "year": "2003",
            "currency": "JPY",
            "plan": {
                "last_year": {"sales": "4M", "stores": {"opening": 3}},
                "sales": {"low": "+5%", "likely": "+6%", "high": "+7%"},
                "vat": "13%",
                "stores": {"opening": 4, "new": {"low": 1, "likely": 2, "high": 3}},
                "skus": {"existing": 3},
                "events": {"dm": 4},
                "figures": {"promoters": "12.5"},
            },
            "terms": {
                "a": {"rate": "1%", "at_least": "8% of sales", "at_most": "5M"},
                "b": {"amount": 5, "per": ["stores.new"], "free": {"stores.new": 1}},
                "c": {
                    "mode": "whole",
                    "measure": "growth",
                    "less": "a",
                    "tiers": [{"from": "+5%", "rate": "1%"}],
                },
                "d": {"mode": "marginal", "tiers": [{"over": "5M", "amount": 10}]},
            },
            "conditions": {"payment_days": 60},
            "private": {"margin": "32.17%", "walk_away": {"total_fees": 777333}},
        }
    )
    for written in (
        contract.model_dump(by_alias=True),
        contract.model_dump(by_alias=True, exclude_unset=True),
    ):
        assert Scenario.model_validate(written) == contract
    text = contract.model_dump_json(by_alias=True, exclude_none=True)
    assert Scenario.model_validate_json(text) == contract
    assert copy.deepcopy(contract) == contract


@pytest.mark.parametrize(
    ("word", "private"),
    [
        ("private", True),
        ("Private ", True),
        ("pirvate", True),
        ("ｐｒｉｖａｔｅ", True),
        ("pri\u200bvate", True),
        ("p\\x72ivate", True),
        ("\\u0070\\U00000072ivate", True),
        ("margin", True),
        ("mar\\x01gin", True),
        ("walk_away", True),
        ("inside", True),
        ("plan", False),
        ("rebate", False),
        ("年返", False),
    ],
)
def test_a_word_that_looks_private(word: str, private: bool) -> None:
    assert looks_private(word) is private
    assert mentions_private(f"a\n{word}: 1") is private
    assert tells_private(f"{word} 1") is private
    assert not tells_private(f"{word} x".replace("\\", "")) or "\\" in word


def errors_of(read: Callable[[Any], object], raw: Any) -> list[Any]:
    with pytest.raises(ValidationError) as caught:
        read(raw)
    return [*caught.value.errors()]


def test_of_a_private_fault_only_its_place_and_what_was_expected_is_left() -> None:
    terms = {"a": {"amount": 1, "free": {"margin": 32, "volume": 17}}}
    (detail,) = errors_of(Scenario.model_validate, {"scenario": "x", "plan": PLAN, "terms": terms})
    expected = "a figure that `per` of this term names"
    assert detail["ctx"]["faults"] == (
        Fault("a hidden value (private)", expected, "", ("free", "margin"), on_key=True),
        Fault("'volume'", expected, "add volume to `per`", ("free", "volume"), on_key=True),
    )
    assert (
        detail["msg"] == f"Found a hidden value (private). Expected {expected}. "
        f"| Found 'volume'. Expected {expected}. Fix: add volume to `per`."
    )


def test_a_private_value_that_is_refused_is_no_fault_of_its_key() -> None:
    (detail,) = errors_of(Scenario.model_validate, whole({"margin": "32.17"}))
    assert detail["ctx"]["faults"] == (
        Fault("a hidden value (private)", "a percentage with its sign, such as 2.5%"),
    )


def test_a_key_that_tells_a_private_value_is_left_out_wherever_it_stands() -> None:
    (detail,) = errors_of(Scenario.model_validate, {"scenario": "x", "plan": {**PLAN, "margin 32": 1}})
    assert detail["loc"] == ("plan", "...")


class Counted(RedactingModel):
    """A model of this test alone."""

    count: int


def test_json_may_be_read_by_the_options_of_the_validator() -> None:
    assert Counted.model_validate_json('{"count": "5"}').count == 5
    with pytest.raises(ValidationError, match="valid integer"):
        Counted.model_validate_json('{"count": "5"}', strict=True)
