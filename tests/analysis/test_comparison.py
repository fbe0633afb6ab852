"""Contracts side by side, and the exact split of the difference."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.analysis.comparison import Incomparable, Versus, compare
from ka_terms.model.settings.catalogue import Catalogue, FeeType
from tests.contracts import CASE, Keys, case, contract, each


def versus(old: Keys, new: Keys, plan: Keys | None = None, new_plan: Keys | None = None) -> Versus:
    return compare([contract(old, plan), contract(new, new_plan or plan)]).versus[0]


def rows(found: Versus) -> list[tuple[object, ...]]:
    return [
        (
            one.term,
            int(one.change),
            *(None if effect is None else int(effect) for effect in (one.terms_effect, one.plan_effect)),
        )
        for one in found.differences
    ]


def test_the_proposal_against_the_contract_of_2002() -> None:
    (found,) = compare([case("2002 contract"), case("2003 proposal")]).versus
    assert rows(found) == [
        ("listing_fee", -434_000, -490_000, 56_000),
        ("dm_tg_fee", 290_900, -191_500, 482_400),
        ("annual_rebate", 100_500, 50_250, 50_250),
        ("anniversary_fee", -100_000, -100_000, 0),
        ("monthly_rebate", 50_250, -100_500, 150_750),
        ("new_store_fee", 20_000, 0, 20_000),
    ]
    assert each(found.total.change, found.total.terms_effect, found.total.plan_effect) == (
        -72_350,
        -831_750,
        759_400,
    )
    assert found.total.term == "total_fees"
    assert found.total.amounts == (Decimal("986100.00"), Decimal("913750.00"))
    assert found.uncosted == ()


def test_a_term_that_only_one_contract_has_costs_nothing_in_the_other() -> None:
    found = versus({"a": {"amount": 7}}, {"b": {"amount": 9}})
    assert [each(one.term, *one.amounts) for one in found.differences] == [("b", 0, 9), ("a", 7, 0)]
    assert rows(found) == [("b", 9, 9, 0), ("a", -7, -7, 0)]


def test_terms_that_changed_by_as_much_stay_in_order() -> None:
    old = {"a": {"amount": 5}, "b": {"amount": 5}, "c": {"amount": 5}}
    new = {"c": {"amount": 3}, "b": {"amount": 5}, "a": {"amount": 7}, "d": {"amount": 2}}
    assert [one.term for one in versus(old, new).differences] == ["a", "c", "d", "b"]


def test_the_baseline_may_stand_anywhere() -> None:
    scenarios = [case(name) for name in CASE]
    found = compare(scenarios, baseline=2)
    assert found.baseline is found.scenarios[2]
    assert [one.scenario for one in found.scenarios] == scenarios
    assert [one.statement.scenario.scenario for one in found.versus] == [
        "2002 contract",
        "2003 ask",
        "2003 agreed",
    ]
    assert {one.total.amounts[0] for one in found.versus} == {Decimal("913750.00")}
    assert compare(scenarios).baseline.scenario is scenarios[0]


def test_all_contracts_may_be_costed_on_one_plan() -> None:
    ask = case("2003 ask")
    found = compare([case("2002 contract"), case("2003 proposal")], plan=ask)
    assert [one.scenario.plan for one in found.scenarios] == [ask.plan, ask.plan]
    assert found.baseline.total_fees == 1_745_500
    total = found.versus[0].total
    assert each(total.change, total.terms_effect, total.plan_effect) == (-831_750, -831_750, 0)


def test_a_plan_that_lacks_a_figure_is_named_with_all_it_lacks() -> None:
    terms = {"a": {"amount": 1, "per": ["stores.new"]}, "b": {"rate": "1%", "of": "purchases"}}
    full = contract(terms, {"stores": {"opening": 1}, "figures": {"purchases": 1}}, scenario="old one")
    with pytest.raises(Incomparable) as caught:
        compare([full], plan=contract())
    assert str(caught.value) == (
        "Found 'stores.new' in the term a of old one, on the plan of a contract. "
        "Expected a figure of the plan. Fix: add `stores:` to `plan`. "
        "Found 'purchases' in the term b of old one, on the plan of a contract. "
        "Expected a figure of the plan, or another term. "
        "Fix: add `purchases:` to `plan.figures`, or name another figure."
    )


def test_a_plan_in_another_currency_is_refused() -> None:
    with pytest.raises(Incomparable, match=r"different currencies: a contract \(CNY\), a contract \(JPY\)"):
        compare([contract(), contract()], plan=contract(currency="JPY"))


def test_currencies_are_not_mixed() -> None:
    scenarios = [contract(currency=code) for code in ("TWD", "CNY", "TWD")]
    with pytest.raises(Incomparable) as caught:
        compare(scenarios)
    assert str(caught.value) == (
        "Found contracts in different currencies: a contract (TWD), a contract (CNY). "
        "Expected contracts in one currency. Fix: convert the contracts to one currency first."
    )
    assert len(compare([scenarios[0], scenarios[2]]).versus) == 1


def test_old_terms_that_the_new_plan_cannot_cost_have_no_effects() -> None:
    """a needs a figure that is gone, b waits for a, and c for b; d does not."""
    old = {
        "c": {"rate": "1%", "less": "b"},
        "b": {"rate": "2%", "less": ["d", "a"]},
        "a": {"amount": 5, "per": ["events.dm", "stores.new"]},
        "d": {"rate": "3%"},
        "e": {"amount": 1, "per": ["stores.new"]},
    }
    plan = {"sales": 100, "events": {"dm": 2}, "stores": {"opening": 1, "new": 1}}
    found = versus(old, {"a": {"amount": 7}, "d": {"rate": "4%"}}, plan, {"sales": 200})
    effects = {one.term: (one.terms_effect, one.plan_effect) for one in found.differences}
    assert effects == {
        "a": (None, None),
        "b": (None, None),
        "c": (None, None),
        "d": (Decimal(2), Decimal(3)),
        "e": (None, None),
    }
    assert found.uncosted == ("events.dm", "stores.new")
    assert (found.total.terms_effect, found.total.plan_effect) == (None, None)
    changes = (
        Decimal(8)
        - 3
        + 7
        - 10
        - 1
        + sum(-one.amounts[0] for one in found.differences if one.term in ("b", "c"))
    )
    assert found.total.change == changes


def test_the_new_terms_need_not_be_costed_on_the_old_plan() -> None:
    found = versus({"a": {"amount": 5}}, {"a": {"amount": 5, "per": ["sets"]}}, {}, {"figures": {"sets": 3}})
    assert rows(found) == [("a", 10, 10, 0)]
    assert found.uncosted == ()


def test_fees_are_named_by_the_catalogue() -> None:
    known = FeeType("a", {"en": "Known"})
    found = compare([contract({"a": {"amount": 5}})], catalogue=Catalogue({"a": known}))
    assert found.baseline.lines[0].fee == known._replace(nature="unconditional")
    assert found.versus == ()


rates = st.integers(0, 100).map(lambda percent: f"{percent}%")
sales = st.integers(0, 10**9).map(lambda cents: Decimal(cents) / 100)


@given(rates, rates, rates, sales, sales, st.integers(0, 9), st.integers(0, 9))
def test_both_effects_add_up_to_the_change(
    rate: str, new_rate: str, on_top: str, before: Decimal, after: Decimal, stores: int, new_stores: int
) -> None:
    old = {
        "a": {"rate": rate},
        "b": {"amount": "12.34", "per": ["stores.closing"]},
        "c": {"rate": rate, "less": ["a"]},
    }
    new = {"a": {"rate": new_rate}, "d": {"rate": on_top}, "b": {"amount": "9.99", "per": ["stores.closing"]}}
    found = versus(
        old,
        new,
        {"sales": before, "stores": {"opening": stores}},
        {"sales": after, "stores": {"opening": new_stores}},
    )
    for one in (*found.differences, found.total):
        assert one.terms_effect is not None
        assert one.plan_effect is not None
        assert one.terms_effect + one.plan_effect == one.change == one.amounts[1] - one.amounts[0]
    assert found.total.amounts[1] == found.statement.total_fees
    assert [abs(one.change) for one in found.differences] == sorted(
        (abs(one.change) for one in found.differences), reverse=True
    )


def test_what_is_not_owed_is_compared_and_counts_in_no_sum() -> None:
    """A fund that becomes a fee, a fee that becomes a fund, and a fund on both sides."""
    fund = {"rate": "1%", "owed": False}
    old = {"a": fund, "b": {"rate": "2%"}, "c": fund, "d": {"rate": "1%", "of": "target"}}
    new = {"a": {"rate": "1%"}, "b": {"rate": "3%", "owed": False}, "c": fund}
    found = versus(old, new, {"target": 100}, {"sales": 2_000_000})
    assert {one.term: each(*one.amounts) for one in found.differences} == {
        "a": each(0, 20_000),
        "b": each(20_000, 0),
        "c": each(10_000, 20_000),
        "d": each(1, 0),
    }
    assert each(*found.total.amounts) == each(20_001, 20_000)
    assert found.total.amounts[1] == found.statement.total_fees
    assert (found.uncosted, found.total.terms_effect) == (("target",), None)
    whole = versus({key: old[key] for key in "abc"}, new, None, {"sales": 2_000_000}).total
    assert each(whole.change, whole.terms_effect, whole.plan_effect) == each(0, -20_000, 20_000)
    unknown = versus({"d": {"rate": "1%", "of": "target", "owed": False}}, {}, {"target": 100}, {}).total
    assert each(whole.terms_effect, unknown.terms_effect, unknown.plan_effect) == each(-20_000, 0, 0)


def test_contracts_without_terms_differ_by_nothing() -> None:
    total = versus({}, {}).total
    assert [str(part) for part in (*total.amounts, total.change, total.terms_effect, total.plan_effect)] == [
        "0"
    ] * 5
    assert {type(amount) for amount in total.amounts} == {Decimal}


def test_terms_stand_by_their_largest_change_and_unchanged_ones_are_known() -> None:
    fees = {"same": {"amount": 5}, "little": {"amount": 10}, "much": {"amount": 10}}
    found = compare(
        [
            contract(fees),
            contract({**fees, "little": {"amount": 30}, "new": {"amount": 7}}),
            contract({**fees, "much": {"amount": 90}}),
        ]
    )
    assert found.terms == ("much", "little", "new", "same")
    assert [term for term in found.terms if found.is_unchanged(term)] == ["same"]
    assert [statement for statement, _ in found.with_versus()] == [*found.scenarios]
    assert [versus for _, versus in found.with_versus()] == [None, *found.versus]
    assert [versus.difference("new").change for versus in found.versus] == [7, 0]


def test_what_costs_the_same_on_other_terms_is_changed() -> None:
    found = compare([contract({"fee": {"rate": "1%"}}), contract({"fee": {"amount": 10_000}})])
    assert found.versus[0].difference("fee").change == 0
    assert not found.is_unchanged("fee")


def test_a_comparison_is_told_in_a_line() -> None:
    found = compare([contract({"fee": {"rate": "1%"}}), contract({"fee": {"amount": 9_000}})])
    assert repr(found) == "Comparison(['a contract', 'a contract'], baseline 'a contract')"
    assert repr(found.versus[0]) == "Versus('a contract', change of -1,000.00)"


def test_a_sum_of_nothing_but_zeros_has_the_digits_of_money() -> None:
    """As its summands have: 0.00 is written where 0.00 are added."""
    same = compare([contract({"fee": {"amount": 1}})] * 2).versus[0]
    assert [str(same.total.terms_effect), str(same.total.plan_effect)] == ["0.00", "0.00"]


def test_a_fee_that_counts_on_one_side_only_changes_the_sums_by_all_of_it() -> None:
    fund, paid = {"x": {"rate": "2%", "owed": "no"}}, {"x": {"rate": "2%"}}
    assert rows(versus(fund, paid)) == [("x", 20_000, 20_000, 0)]
    assert rows(versus(paid, fund, None, {"sales": "2M"})) == [("x", -20_000, -40_000, 20_000)]
    assert rows(versus(fund, paid, None, {"sales": "2M"})) == [("x", 40_000, 40_000, 0)]
    assert versus(fund, paid).total.change == 20_000
    # Outside the sums of both it only tells what it comes to.
    found = versus(fund, {"x": {"rate": "4%", "owed": "no"}})
    assert rows(found) == [("x", 20_000, 20_000, 0)]
    assert found.total.change == 0
