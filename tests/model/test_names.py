"""Names, texts and keys: what is taken as it is, and the traps of unquoted text."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import TypeAdapter

from ka_terms.model.base import Names, at_most, read_key, read_names
from ka_terms.model.faults import Fault, quoted
from ka_terms.model.names import Unquoted, read_name, read_text
from tests.contracts import invalid, refused


@pytest.mark.parametrize(
    ("raw", "text"), [("2003 agreed", "2003 agreed"), (60, "60"), ("x" * 300, "x" * 300), ("NO", "NO")]
)
def test_a_text_is_taken_as_it_is(raw: object, text: str) -> None:
    assert read_text(raw) == read_name(raw) == text
    assert type(read_text(Unquoted("60"))) is str


@pytest.mark.parametrize("raw", [None, True, [], {}, 2.5, "", "  "])
def test_what_is_no_text_is_refused(raw: object) -> None:
    assert refused(read_text, raw) == [Fault(quoted(raw), "a text")]


def test_a_text_of_301_characters_is_too_long() -> None:
    (fault,) = refused(read_text, "x" * 301)
    assert fault.mend == "shorten it"
    assert fault.expected == "a text of at most 300 characters"
    assert fault.found == f"'{'x' * 57}...'"


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        ("NO", "true or false"),
        ("yes", "true or false"),
        ("y", "true or false"),
        ("Off", "true or false"),
        ("2003-01-15", "a date"),
        ("2003-1-5", "a date"),
        ("2003-01-15 10:00", "a date"),
        ("2003-01-15T10:00", "a date"),
        ("1:30", "a time"),
        ("-10:05:30.5", "a time"),
    ],
)
def test_an_unquoted_trap_asks_for_quotes(raw: str, what: str) -> None:
    (fault,) = refused(read_name, Unquoted(raw))
    assert (fault.found, fault.expected) == (f"'{raw}'", "a name")
    assert fault.mend == f'write "{raw}" in quotes; without them it means {what}'
    assert read_name(raw) == raw


@pytest.mark.parametrize("raw", ["NORTH", "2003 agreed", "2003-01", "1:300", "2003", "a: b"])
def test_an_unquoted_name_that_only_looks_like_a_trap_is_taken(raw: str) -> None:
    assert read_name(Unquoted(raw)) == raw


@pytest.mark.parametrize("raw", ["年返", "a b", "x" * 300])
def test_a_key_is_any_text(raw: str) -> None:
    assert read_key(raw) == raw
    assert type(read_key(Unquoted(raw))) is str


@pytest.mark.parametrize("raw", [5, None, "", " ", "x" * 301])
def test_what_is_no_key_is_refused(raw: object) -> None:
    assert refused(read_key, raw) == [Fault(quoted(raw), "a key of 1 to 300 characters")]


@pytest.mark.parametrize(
    "raw", ["\xa0费用", "费用\u3000", "monthly_\u200brebate", "a\u2060", "\ufefffee", "f\u202eee", "soft\xad"]
)
def test_a_key_with_signs_that_no_one_sees_is_refused(raw: str) -> None:
    fault = Fault(quoted(raw), "a key without invisible signs", "delete the signs", on_key=True)
    assert refused(read_key, raw) == [fault]


@pytest.mark.parametrize("raw", ["می\u200cخواهم", "费用 甲", "क्\u200dष", "ａ費"])
def test_a_key_may_have_the_signs_that_join_letters(raw: str) -> None:
    assert read_key(raw) == raw


@pytest.mark.parametrize(
    ("raw", "names"),
    [("sales", ("sales",)), (["a", "b"], ("a", "b")), (("a",), ("a",)), ([], ()), ((Unquoted("a"),), ("a",))],
)
def test_names_come_as_a_list_or_alone(raw: object, names: tuple[str, ...]) -> None:
    read = read_names(raw)
    assert read == names
    assert {type(name) for name in read} <= {str}


@pytest.mark.parametrize("raw", ["", " ", None, 5])
def test_what_is_no_list_of_names_is_refused(raw: object) -> None:
    assert refused(read_names, raw) == [Fault(quoted(raw), "a list of names, such as [stores.new]")]


def test_names_in_a_mapping_are_told_to_stand_in_brackets() -> None:
    mend = "write the names in brackets, with commas between them"
    expected = "a list of names, such as [stores.new]"
    assert refused(read_names, {"a": 1}) == [Fault("a mapping", expected, mend)]


@pytest.mark.parametrize("name", [5, " ", ["b"], None])
def test_what_is_no_name_in_a_list_is_told_at_its_place(name: object) -> None:
    assert refused(read_names, ["a", name]) == [Fault(quoted(name), "a name", at=(1,))]


def test_a_name_given_twice_is_pointed_at() -> None:
    (fault,) = refused(read_names, ["a", "b", "a"])
    assert str(fault) == "Found 'a'. Expected each name once. Fix: delete one of them."
    assert fault.at == (2,)


def test_a_name_with_signs_that_no_one_sees_is_pointed_at() -> None:
    fault = Fault("'b\\u200b'", "a key without invisible signs", "delete the signs", (1,))
    assert refused(read_names, ["a", "b\u200b"]) == [fault]


def test_a_list_of_names_is_bounded() -> None:
    names: TypeAdapter[tuple[str, ...]] = TypeAdapter(Annotated[Names, at_most(2)])
    assert names.validate_python("a") == ("a",)
    assert names.validate_python(["a", "b"]) == ("a", "b")
    ((path, fault),) = invalid(names.validate_python, ["a", "b", "c"])
    assert path == ()
    assert fault == Fault("a list", "at most 2 names", "shorten the list")


def test_no_key_opens_as_the_names_of_what_is_private() -> None:
    fault = Fault("'private.contribution'", "a key that does not begin with private.")
    assert refused(read_key, "private.contribution") == [fault]
    assert read_key("private") == "private"
