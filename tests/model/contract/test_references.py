"""Names that lead nowhere, and the order in which terms wait for each other."""

from __future__ import annotations

from itertools import permutations
from string import ascii_lowercase
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from ka_terms.model.contract.references import faulty_references
from ka_terms.model.contract.terms.order import in_order, needed_terms
from ka_terms.model.contract.terms.terms import Term
from ka_terms.model.faults import Fault
from ka_terms.model.vocabulary.figures import figure_kind

TERMS: TypeAdapter[dict[str, Term]] = TypeAdapter(dict[str, Term])
PLAN: dict[str, Any] = {
    "sales": 100,
    "volume": 5,
    "stores": {"opening": 1},
    "events": {"dm": 4},
    "figures": {"volume_base": 5, "purchases": 9, "vat_free": 3, "abc": 1},
    "last_year": {"sales": 80, "vat": 1},
}


def faults(terms: dict[str, Any], **plan: Any) -> list[Fault]:
    return faulty_references({**PLAN, **plan}, TERMS.validate_python(terms))


def ordered(terms: dict[str, Term]) -> list[str]:
    return in_order({key: needed_terms(term, terms, ()) for key, term in terms.items()})


def chain(**waits: str) -> dict[str, Term]:
    """Terms by key, each after the terms named in its letters."""
    return TERMS.validate_python({key: {"rate": "1%", "less": list(names)} for key, names in waits.items()})


@pytest.mark.parametrize(
    "term",
    [
        {"rate": "1%"},
        {"rate": "1%", "of": "volume_base"},
        {"rate": "1%", "of": "year.sales", "at_most": "8% of year.last_year.sales"},
        {"amount": 1, "per": "year.stores.average"},
        {"rate": "1%", "of": "vat_free"},
        {"rate": "1%", "of": "last_year.sales", "at_most": "8% of purchases"},
        {"amount": 1, "per": ["stores.new", "events.dm", "volume", "last_year.sales"]},
        {"mode": "whole", "tiers": [{"from": 1, "amount": 1}], "measure": "volume"},
        {"mode": "whole", "tiers": [{"from": 1, "amount": 1}], "measure": "stores.average"},
        {"mode": "whole", "tiers": [{"from": "110%", "rate": "1%"}], "measure": "growth", "of": "increment"},
    ],
)
def test_names_that_lead_somewhere(term: dict[str, Any]) -> None:
    assert faults({"fee": term}) == []


_FIGURE = "a figure of the plan"
_BASE = "a figure of the plan, or another term"
_MEASURE = "a figure of the plan, growth or achievement"
_MONEY = "a figure in money, such as sales, because a percentage is applied to it"
_COUNT = "use `amount` with `per` to charge by count"
_NO_MEASURE = "name a figure, such as sales; growth and achievement stand in `measure` and in rules"
_OR_AMOUNT = "write an amount, or a percentage of a figure in money"
_NO_OTHER = "delete `less`, because the contract has no other term"
_IN_BRACKETS = "write the names in brackets, with commas between them"
_TIERS = {"mode": "whole", "tiers": [{"from": 1, "amount": 1}]}
_INDICES = {"mode": "whole", "tiers": [{"from": "110%", "amount": 1}]}


@pytest.mark.parametrize(
    ("term", "at", "fault"),
    [
        ({"rate": "1%", "of": "sale"}, ("of",), ("'sale'", _BASE, "write sales if that is meant")),
        (
            {"rate": "1%", "of": "xyz"},
            ("of",),
            ("'xyz'", _BASE, "add `xyz:` to `plan.figures`, or name another figure"),
        ),
        ({"rate": "1%", "of": "ab"}, ("of",), ("'ab'", _BASE, "write abc if that is meant")),
        ({"rate": "1%", "of": "net_sales"}, ("of",), ("'net_sales'", _BASE, "add `returns:` to `plan`")),
        ({"rate": "1%", "of": "volume"}, ("of",), ("'volume'", _MONEY, _COUNT)),
        ({"rate": "1%", "of": "stores.new"}, ("of",), ("'stores.new'", _MONEY, _COUNT)),
        ({"rate": "1%", "of": "last_year.vat"}, ("of",), ("'last_year.vat'", _MONEY, _COUNT)),
        ({"rate": "1%", "at_least": "8% of events.dm"}, ("at_least",), ("'events.dm'", _MONEY, _OR_AMOUNT)),
        (
            {"amount": 1, "at_most": "8% of x"},
            ("at_most",),
            ("'x'", _BASE, "add `x:` to `plan.figures`, or name another figure"),
        ),
        (
            {"amount": 1, "at_most": "8% of sale"},
            ("at_most",),
            ("'sale'", _BASE, "write sales if that is meant"),
        ),
        (
            {"amount": 1, "per": ["sales", "events.tg"]},
            ("per", 1),
            ("'events.tg'", _FIGURE, "add `tg:` to `plan.events`"),
        ),
        (
            {"amount": 1, "per": "purchase"},
            ("per", 0),
            ("'purchase'", _FIGURE, "write purchases if that is meant"),
        ),
        (
            {**_TIERS, "measure": "volumes"},
            ("measure",),
            ("'volumes'", _MEASURE, "write volume if that is meant"),
        ),
        (
            {**_TIERS, "measure": "growht"},
            ("measure",),
            ("'growht'", _MEASURE, "write growth if that is meant"),
        ),
        ({"amount": 1, "per": "growth"}, ("per", 0), ("'growth'", _FIGURE, _NO_MEASURE)),
        (
            {**_INDICES, "measure": "achievement"},
            ("measure",),
            ("'achievement'", "a plan with target", "add `target:` to `plan`"),
        ),
        (
            {"rate": "1%", "less": "fees"},
            ("less", 0),
            ("'fees'", "a term of this contract", "write fee if that is meant"),
        ),
        ({"rate": "1%", "less": ["xyz"]}, ("less", 0), ("'xyz'", "a term of this contract", _NO_OTHER)),
    ],
)
def test_a_name_that_leads_nowhere(
    term: dict[str, Any], at: tuple[object, ...], fault: tuple[str, str, str]
) -> None:
    (found,) = faults({"fee": term})
    assert found.at == ("terms", "fee", *at)
    assert (found.found, found.expected, found.mend) == fault


@pytest.mark.parametrize("name", ["store", "stores"])
def test_of_a_group_named_alone_every_figure_is_offered_and_none_chosen(name: str) -> None:
    ((mend),) = [fault.mend for fault in faults({"fee": {"amount": 1, "per": name}}, figures={"stores_a": 1})]
    names = "stores.average, stores.closed, stores.closing, stores.new, stores.opening"
    assert mend == f"write one of these: {names}"


def test_a_measure_that_the_plan_lacks_is_told_with_what_gives_it() -> None:
    term = {"mode": "whole", "measure": "target", "tiers": [{"from": 1, "rate": "1%"}]}
    (found,) = faults({"fee": term})
    assert str(found) == (
        "Found 'target'. Expected a figure of the plan, growth or achievement. Fix: add `target:` to `plan`."
    )


def test_a_name_behind_that_of_a_term_is_looked_at_too() -> None:
    (found,) = faults({"b": {"rate": "1%"}, "a": {"rate": "1%", "of": "b", "at_most": "8% of zzz"}})
    assert (found.at, found.found) == (("terms", "a", "at_most"), "'zzz'")


def test_a_percentage_bounds_no_number_of_the_users_own() -> None:
    terms = TERMS.validate_python(
        {"fee": {"mode": "whole", "measure": "abc", "tiers": [{"from": "33%", "amount": 1}]}}
    )
    (found,) = faulty_references(PLAN, terms, None, figure_kind)
    assert str(found) == (
        "Found '33%'. Expected a number, because the thresholds are compared with abc. "
        "Fix: set `measure: growth` or `measure: achievement` to use percentages."
    )


def test_a_percentage_is_of_no_share() -> None:
    terms = TERMS.validate_python({"fee": {"rate": "1%", "of": "abc"}})
    (found,) = faulty_references(
        PLAN, terms, None, lambda path: "rate" if path == "abc" else figure_kind(path)
    )
    assert str(found) == (
        "Found 'abc'. Expected a figure in money, such as sales, because a percentage is applied to it. "
        "Fix: use `amount` with `per` to charge by count."
    )


def test_a_figure_of_one_group_is_not_mended_to_another_groups() -> None:
    ((found),) = [
        fault.mend for fault in faults({"fee": {"amount": 1, "per": "stores.total"}}, skus={"new": 1})
    ]
    names = "stores.average, stores.closed, stores.closing, stores.new, stores.opening"
    assert found == f"write one of these: {names}"


@pytest.mark.parametrize(
    ("per", "mend"),
    [
        ("stores.new，volume", "write `per: [stores.new, volume]`"),
        ("stores.new、volume", "write `per: [stores.new, volume]`"),
        ("stores.new；volume", "write `per: [stores.new, volume]`"),
        ("stores.new; volume", "write `per: [stores.new, volume]`"),
        ("stores.new, volume", "write `per: [stores.new, volume]`"),
        ("stores.new and volume", "write `per: [stores.new, volume]`"),
        ("stores.new volume", "write `per: [stores.new, volume]`"),
        ("stores.new/volume", "write `per: [stores.new, volume]`"),
        ("(stores.new, volume)", "write `per: [stores.new, volume]`"),
        ("• stores.new • volume", "write `per: [stores.new, volume]`"),
        ("- stores.new - volume", "write `per: [stores.new, volume]`"),
        (" - stores.new - volume", "write `per: [stores.new, volume]`"),
        ("events.dm，volume", "write `per: [events.dm, volume]`"),
        (["abc", "stores.new，volume"], "write `per: [abc, stores.new, volume]`"),
        (["volume", "stores.new，volume"], _IN_BRACKETS),
        ("stores.new，volumes", _IN_BRACKETS),
        ("events.tg，volume", _IN_BRACKETS),
        ("stores.new - volume", "give the formula a name under `figures`, and write that name here"),
        ("abc，maX", "write `per: [abc, maX]`"),
        ("events.dm/tg", "add `dm/tg:` to `plan.events`"),
        ("stores.new x", "write stores.new if that is meant"),
    ],
)
def test_several_names_in_one_text_are_to_be_a_list(per: object, mend: str) -> None:
    (found,) = faults({"fee": {"amount": 1, "per": per}}, figures={"abc": 1, "maX": 1, "volume_base": 5})
    assert found.mend == mend
    if "，" in str(per):
        expected = "a list of names in brackets with commas, not one text with '，'"
        assert found.expected == expected


def test_every_figure_there_is_may_be_named_in_one_text() -> None:
    terms = TERMS.validate_python({"fee": {"amount": 1, "per": "sales，volume"}})
    (found,) = faulty_references({"sales": 1, "volume": 2}, terms)
    assert found.mend == "write `per: [sales, volume]`"


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("last_year.stores.averge", "write last_year.stores.average if that is meant"),
        ("last_year.sale", "write last_year.sales if that is meant"),
        ("last_year", "write one of these: last_year.events.dm, last_year.months, last_year.sales"),
    ],
)
def test_a_group_of_last_year_is_looked_through_like_one_of_this_year(name: str, mend: str) -> None:
    stores = {"stores": {"opening": 1}} if "stores" in name else {"events": {"dm": 1}}
    (found,) = faults({"fee": {"amount": 1, "per": name}}, last_year={"sales": 80, **stores})
    assert found.mend == mend


def test_several_terms_in_one_text_are_to_be_a_list() -> None:
    terms = {"a": {"rate": "1%"}, "b": {"rate": "1%"}, "c": {"rate": "1%", "less": ["a，b"]}}
    assert [fault.mend for fault in faults(terms)] == ["write `less: [a, b]`"]
    all_of_them = {"a": {"rate": "1%", "less": ["a，b"]}, "b": {"rate": "1%"}}
    assert [fault.mend for fault in faults(all_of_them)] == ["write `less: [a, b]`"]


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("stores.hypr.new", "write stores.hyper.new if that is meant"),
        ("categories.noodle.sales", "write categories.noodles.sales if that is meant"),
        ("categories.noodle.volume", "add `noodle:` to `plan.categories`"),
        ("last_year.categories.drink.sales", "write last_year.categories.drinks.sales if that is meant"),
        ("last_year.stores.smal.closed", "write last_year.stores.small.closed if that is meant"),
    ],
)
def test_a_part_of_the_plan_by_almost_its_name(name: str, mend: str) -> None:
    parts = {
        "stores": {"opening": 1, "classes": {"hyper": {"opening": 1}}},
        "categories": {"noodles": {"sales": 5}},
    }
    before = {
        "stores": {"opening": 1, "classes": {"small": {"opening": 1}}},
        "categories": {"drinks": {"sales": 5}},
    }
    (found,) = faults({"fee": {"amount": 1, "per": name}}, **parts, last_year={"sales": 80, **before})
    assert found.mend == mend


def test_growth_cannot_be_measured_by_nothing() -> None:
    (found,) = faults({"fee": {**_INDICES, "measure": "growth"}}, last_year={"sales": 0})
    assert found.expected == "last_year.sales above zero, because growth is calculated from it"
    assert found.mend == "correct last_year.sales, or name a figure instead of growth"
    (found,) = faults({"fee": {**_INDICES, "measure": "growth"}}, last_year=None)
    assert found.expected == "a plan with last_year.sales"
    assert found.mend == "add `last_year:` to `plan`"
    (found,) = faults({"fee": {**_INDICES, "measure": "achievement"}}, target=0)
    assert found.expected == "target above zero, because achievement is calculated from it"
    assert found.at == ("terms", "fee", "measure")


def test_every_name_that_leads_nowhere_is_named_and_only_the_first_fifty_get_hints() -> None:
    found = faults(
        {f"fee {letter}": {"rate": "1%", "of": "sale", "less": "fee"} for letter in ascii_lowercase}
    )
    assert len(found) == 52
    assert [fault.mend for fault in found[:26]] == ["write sales if that is meant"] * 26
    assert all(fault.mend.startswith("write fee ") for fault in found[26:50])
    assert [fault.mend for fault in found[50:]] == ["", ""]
    assert {fault.at[2] for fault in found[:26]} == {"of"}
    assert {fault.at[2:] for fault in found[26:]} == {("less", 0)}


@pytest.mark.parametrize(
    ("waits", "way"),
    [
        ({"a": "a"}, "a -> a"),
        ({"a": "b", "b": "a"}, "a -> b -> a"),
        ({"x": "b", "b": "ca", "a": "b", "c": ""}, "b -> a -> b"),
        ({"d": "abc", "a": "", "b": "a", "c": "e", "e": "d"}, "d -> c -> e -> d"),
        ({"x": "a", "a": "b", "b": "c", "c": "b"}, "b -> c -> b"),
        ({"x": "", "a": "bx", "b": "a"}, "a -> b -> a"),
    ],
)
def test_a_circle_of_terms_is_named(waits: dict[str, str], way: str) -> None:
    (found,) = faulty_references(PLAN, chain(**waits))
    assert found.at == ("terms", way[0], "less")
    assert str(found) == (
        f"Found a loop in `less`: {way}. Expected an order in which each term is calculated once. "
        "Fix: remove one name from `less`."
    )


def test_a_loop_and_a_limit_of_what_is_no_money_are_wrong_references() -> None:
    """So that a point of a sweep is refused for them, and not passed over."""
    (loop,) = faulty_references(PLAN, chain(a="b", b="a"))
    (of_stores,) = faulty_references(
        PLAN, TERMS.validate_python({"a": {"amount": 1, "at_most": "8% of stores.new"}})
    )
    assert [loop.reason, of_stores.reason] == ["wrong_reference"] * 2


def test_terms_that_share_a_base_are_no_circle() -> None:
    assert faulty_references(PLAN, chain(a="bc", b="d", c="d", d="")) == []
    assert faulty_references(PLAN, chain(a="bcd", b="c", c="d", d="")) == []


def test_only_shares_wait_for_other_terms() -> None:
    terms = TERMS.validate_python(
        {"a": {"amount": 1}, "b": {**_TIERS, "less": "a"}, "c": {"rate": "1%", "less": "b"}}
    )
    assert [needed_terms(term, terms, ()) for term in terms.values()] == [(), ("a",), ("b",)]


@pytest.mark.parametrize(
    ("waits", "order"),
    [
        ({}, ""),
        ({"a": "", "b": "", "c": ""}, "abc"),
        ({"a": "c", "b": "", "c": ""}, "cab"),
        ({"a": "b", "b": "c", "c": "", "d": ""}, "cbad"),
        ({"a": "bc", "b": "", "c": "b", "d": "a"}, "bcad"),
    ],
)
def test_terms_stand_after_those_they_wait_for(waits: dict[str, str], order: str) -> None:
    assert ordered(chain(**waits)) == list(order)


@given(st.permutations("abcdefg"), st.lists(st.sets(st.sampled_from("abcdefg")), min_size=7, max_size=7))
def test_any_order_without_a_circle_is_kept(keys: list[str], wanted: list[set[str]]) -> None:
    rank = {key: at for at, key in enumerate("abcdefg")}
    waits = {key: "".join(sorted(other for other in wanted[rank[key]] if other < key)) for key in keys}
    terms = chain(**waits)
    assert faulty_references(PLAN, terms) == []
    order = ordered(terms)
    assert sorted(order) == sorted(keys)
    assert all(order.index(other) < order.index(key) for key in keys for other in waits[key])


def test_a_circle_is_found_from_wherever_it_is_entered() -> None:
    waits = {"a": "", "b": "ad", "c": "b", "d": "c", "e": "ab"}
    for keys in permutations(waits):
        (found,) = faulty_references(PLAN, chain(**{key: waits[key] for key in keys}))
        assert found.found in {
            f"a loop in `less`: {way}" for way in ("b -> d -> c -> b", "c -> b -> d -> c", "d -> c -> b -> d")
        }


@pytest.mark.parametrize("backwards", [False, True])
def test_long_chains_of_terms_are_settled_at_once(backwards: bool) -> None:
    keys = [f"t{at}" for at in range(300)]
    waits = {key: keys[max(0, at - 20) : at] for at, key in enumerate(keys)}
    if backwards:
        waits = {key: waits[key] for key in reversed(waits)}
    terms = TERMS.validate_python({key: {"rate": "1%", "less": others} for key, others in waits.items()})
    assert faulty_references(PLAN, terms) == []
    assert ordered(terms) == keys
