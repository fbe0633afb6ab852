"""The three parts of a message."""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal

import pytest
from pydantic_core import PydanticCustomError

from ka_terms.model.faults import (
    Fault,
    Reason,
    Refused,
    about,
    faults_of,
    first_in,
    in_a_row,
    missing_key,
    nearest,
    none_of,
    plain_fault,
    quoted,
    refusal,
    refuse,
    unknown_key,
)
from ka_terms.text.messages import Message


def test_a_fault_reads_as_one_sentence() -> None:
    assert str(Fault("'a'", "b", "c")) == "Found 'a'. Expected b. Fix: c."
    assert str(Fault("'a'", "b")) == "Found 'a'. Expected b."


def test_what_is_refused_tells_all_its_faults_behind_each_other() -> None:
    faults = Fault("'a'", "b", "c"), Fault("'d'", "e")
    error = Refused(*faults)
    assert str(error) == "Found 'a'. Expected b. Fix: c. Found 'd'. Expected e."
    assert faults_of(error) == error.faults == faults
    assert in_a_row("One.", "", "Two.") == "One. Two."


def test_a_fault_of_literals_is_one_of_messages_without_values() -> None:
    fault = plain_fault("a", "b", "c")
    assert [part.values for part in fault[:3] if isinstance(part, Message)] == [{}, {}, {}]
    assert not plain_fault("a", "b").mend


def test_any_other_error_carries_no_faults() -> None:
    assert faults_of(ValueError("x")) == ()
    assert faults_of(PydanticCustomError("x", "y")) == ()
    assert faults_of(PydanticCustomError("x", "y", {"a": 1})) == ()


def test_an_unknown_key_is_told_with_those_that_are_known() -> None:
    known = ["low", "high"]
    hinted = unknown_key("hihg", known, "write high if that is meant")
    assert hinted == Fault(
        "'hihg'", "a known key", "write high if that is meant", on_key=True, reason="unknown_key"
    )
    listed = "a known key: low, high"
    assert unknown_key("x", known, "").expected == listed
    assert unknown_key("x", known, "").mend == "choose one of them, or delete the key"
    assert unknown_key("hihg", known, "h", lists=True)[1:3] == (listed, "h")


def test_a_fault_without_a_better_mend_is_to_be_written_as_expected() -> None:
    assert str(Fault("'a'", "b").or_as_expected()) == (
        "Found 'a'. Expected b. Fix: write it in the form that is expected."
    )
    for value, mend in (
        (None, "write a value in its place"),
        (" ", "write a value in its place"),
        ([1], "write one value, without brackets and dashes"),
        ({"a": 1}, "write one value, without keys of its own"),
        (5, "write it in the form that is expected"),
    ):
        assert Fault(quoted(value), "b").or_as_expected().mend == mend
    assert str(Fault("'a'", "b", "c").or_as_expected()) == "Found 'a'. Expected b. Fix: c."


def test_a_fault_keeps_the_value_that_it_quotes_and_so_does_a_copy() -> None:
    name = "it's " + "long" * 20
    fault = Fault(quoted(name), "b")
    assert (fault.value, deepcopy(fault).value, deepcopy(fault)) == (name, name, fault)
    growth = Fault(quoted(Decimal("1.05"), "+5%"), "b")
    assert (growth.found, growth.value) == ("'+5%'", Decimal("1.05"))
    assert (growth.hidden().value, Fault(quoted(None), "b").value) == (None, None)


def test_a_refusal_carries_its_faults_whole_and_shows_braces_as_they_are() -> None:
    faults = (Fault("'{x}'", "b", at=("terms", 1)), Fault("'c'", "d", on_key=True))
    error = refusal(*faults)
    assert str(error) == "Found '{x}'. Expected b. | Found 'c'. Expected d."
    assert error.type == "fault"
    assert error.context == {"text": str(error), "faults": faults}


def test_a_single_refusal_quotes_what_was_found() -> None:
    error = refuse("a", "b", "c", at=["d"])
    assert error.context is not None
    assert error.context["faults"] == (Fault("'a'", "b", "c", ("d",)),)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "nothing"),
        ({"a": 1}, "a mapping"),
        ([1], "a list"),
        ((1,), "a list"),
        (5, "'5'"),
        ("x" * 60, f"'{'x' * 60}'"),
        ("x" * 61, f"'{'x' * 57}...'"),
    ],
)
def test_a_value_is_quoted_in_short(value: object, shown: str) -> None:
    assert quoted(value) == shown


def test_the_nearest_names_are_hinted() -> None:
    known = ["stores.new", "stores.opening", "sales"]
    assert nearest("store.new", known) == "write stores.new if that is meant"
    assert nearest("sale", iter(known)) == "write sales if that is meant"
    assert nearest("abcd", ["abce", "abcf", "abcg"]) == "write abcg or abcf, whichever is meant"
    assert nearest("abcd", ["abce", "abcdf"]) == "write abcdf or abce, whichever is meant"
    assert nearest("xyz", known) == ""
    assert nearest("abcd", ["abcdxy", "xabcdy", "abxcyd", "abdc"]) == "write abdc if that is meant"
    assert nearest("abcd", ["abce", "abce"]) == "write abce if that is meant"
    assert nearest("ab123", ["ab"]) == ""
    assert nearest("ab12", ["abxy"]) == ""
    assert nearest("abcxy", ["abcuv"]) == "write abcuv if that is meant"


def test_a_name_that_is_none_of_the_known_ones_is_told_them_all() -> None:
    known = ["low", "high"]
    assert none_of("lwo", known) == Fault("'lwo'", "one of low, high", "write low if that is meant")
    assert none_of("HIHG", iter(known)) == Fault("'HIHG'", "one of low, high", "write high if that is meant")
    assert none_of("x", known) == Fault("'x'", "one of low, high", "choose one of them")
    assert none_of("most", known, similar=["mots"]) == Fault(
        "'most'", "one of low, high", "write mots if that is meant"
    )


def test_hints_look_at_a_bounded_number_of_bounded_names() -> None:
    assert nearest("sales", [*(["x"] * 299), "sales"]) == "write sales if that is meant"
    assert nearest("sales", [*(["x"] * 300), "sales"]) == ""
    assert nearest("x" * 100 + "y" * 400, ["x" * 100]) == f"write {'x' * 100} if that is meant"
    assert nearest("x" * 100, ["x" * 100 + "y" * 400]) == f"write {'x' * 100} if that is meant"
    assert nearest("x" * 100 + "y", ["x" * 100 + "z"]) == f"write {'x' * 100} if that is meant"


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("normal", ["pert", "triangular", "uniform"]),
        ("near", ["internal"]),
        ("--near", ["--internal"]),
        ("v3.yaml", ["v2.yaml", "v5.yaml"]),
        ("甲方A案v3.yaml", ["甲方A案v2.yaml"]),
        ("2002.yml", ["2003-ask.yaml"]),
        ("nothere.yaml", ["41_quote.yaml", "38_neg.yaml"]),
        ("monthly_rebate", ["annual_rebate"]),
    ],
)
def test_what_only_looks_alike_is_not_proposed(typed: str, known: list[str]) -> None:
    """Whoever writes what a message proposes gets what was meant, or no proposal is made."""
    assert nearest(typed, known) == ""


def test_a_key_that_is_missing_or_has_no_value_is_told_from_a_value() -> None:
    assert Fault(missing_key("plan"), "b").is_of_nothing
    assert Fault(quoted(None), "b").is_of_nothing
    assert not Fault(quoted("nothing"), "b").is_of_nothing


def test_a_hidden_fault_keeps_what_was_expected_and_its_place() -> None:
    fault = Fault("'31.7'", "b", "write 31.7%", ("private", "margin"), on_key=True)
    assert str(fault.hidden()) == "Found a hidden value (private). Expected b."
    assert fault.hidden()[3:] == fault[3:]


def test_of_what_is_there_twice_the_first_is_named() -> None:
    assert first_in(3) == "delete one of them (the first is in line 3)"


def test_a_fault_is_noted_with_its_argument_and_no_other_error_is() -> None:
    with pytest.raises(ValueError, match="wrong") as refusal, about("vary"):
        raise ValueError("wrong")
    assert refusal.value.__notes__ == ["vary"]
    with pytest.raises(TypeError) as other, about("vary"):
        raise TypeError
    assert not hasattr(other.value, "__notes__")


@pytest.mark.parametrize(
    ("reason", "told"),
    [("unknown_figure", True), ("wrong_reference", True), ("returns", False), ("", False)],
)
def test_a_name_that_leads_nowhere_is_told_from_other_faults(reason: Reason, told: bool) -> None:
    assert Fault("'a'", "b", reason=reason).is_reference is told


def test_a_fault_without_values_is_made_of_messages() -> None:
    """So that it is said in the user's language, whichever part is there."""
    assert [type(part) for part in plain_fault("a tab", "spaces", "replace it")[:3]] == [Message] * 3
    assert plain_fault("a tab", "spaces") == Fault("a tab", "spaces")
