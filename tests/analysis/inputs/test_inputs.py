"""Inputs: every number of a scenario by its path, moved as if the file had said so."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.analysis.inputs.domain import domain
from ka_terms.analysis.inputs.input import Input
from ka_terms.analysis.inputs.inputs import figures_stated, find, inputs, shorthands
from ka_terms.analysis.inputs.moved import moved, with_stated_input
from ka_terms.calculation.costs import exact_costs
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import Fault
from ka_terms.model.numbers.number import LARGEST
from ka_terms.model.settings.catalogue import Catalogue, FeeType
from tests.analysis.drawn_sweeps import scenarios
from tests.contracts import CASE, FULL_PLAN, PLAN_2003, Keys, case, contract, refused

D = Decimal
FULL_TERMS: Keys = {
    "rebate": {"rate": "2.5%", "at_least": 10, "at_most": "8% of sales"},
    "fee": {"amount": 5, "per": ["skus.total", "promoters"], "free": {"skus.total": 3, "promoters": 2}},
    "ladder": {
        "mode": "whole",
        "tiers": [{"from": "1M", "rate": "1%"}, {"over": "2M", "amount": 7}],
        "less": ["rebate"],
    },
    "growth_rebate": {"mode": "marginal", "measure": "growth", "tiers": [{"from": "110%", "rate": "1%"}]},
    "volume_rebate": {"mode": "whole", "measure": "volume", "tiers": [{"over": 9, "amount": 8}]},
    "store_rebate": {"mode": "whole", "measure": "stores.closing", "tiers": [{"from": 9, "amount": 8}]},
}
FULL = contract(FULL_TERMS, FULL_PLAN, year=2003, private={"margin": "30%"}, conditions={"payment_days": 60})


def test_every_number_is_a_input_in_the_order_of_the_contract() -> None:
    kinds = {path: input.kind for path, input in inputs(FULL).items()}
    assert kinds == {
        "sales": "money",
        "growth": "index",
        "volume": "number",
        "returns": "money",
        "vat": "rate",
        "target": "money",
        "stores.opening": "count",
        "stores.new": "count",
        "stores.closed": "count",
        "skus.existing": "count",
        "skus.new": "count",
        "events.dm": "count",
        "events.launch": "count",
        "promoters": "number",
        "net_purchases": "number",
        "last_year.sales": "money",
        "last_year.stores.opening": "count",
        "last_year.stores.new": "count",
        "last_year.stores.closed": "count",
        "rebate.rate": "rate",
        "rebate.at_least": "money",
        "rebate.at_most": "rate",
        "fee.amount": "money",
        "fee.free.skus.total": "count",
        "fee.free.promoters": "number",
        "ladder.tiers.1.from": "money",
        "ladder.tiers.1.rate": "rate",
        "ladder.tiers.2.over": "money",
        "ladder.tiers.2.amount": "money",
        "growth_rebate.tiers.1.from": "index",
        "growth_rebate.tiers.1.rate": "rate",
        "volume_rebate.tiers.1.over": "number",
        "volume_rebate.tiers.1.amount": "money",
        "store_rebate.tiers.1.from": "count",
        "store_rebate.tiers.1.amount": "money",
    }
    assert list(kinds)[:2] == ["sales", "growth"]
    assert inputs(FULL)["sales"] == Input("sales", "sales", "money", D(10_050_000))
    assert inputs(FULL)["fee.free.skus.total"].term == "fee"


def test_growth_of_the_year_before_last_is_no_input() -> None:
    last_year = {"last_year": {"sales": 100}, "sales": "150%"}
    found = inputs(contract({}, {"last_year": last_year, "sales": 7}))
    assert "last_year.sales_growth" not in found
    assert found["last_year.last_year.sales"].value == 100


def test_an_own_figure_whose_name_ends_like_growth_is_an_input_like_any_other() -> None:
    own = contract(
        {}, {"figures": {"xsales_growth": 3}, "last_year": {"sales": 1, "figures": {"sales_growth_": 2}}}
    )
    assert {"xsales_growth", "last_year.sales_growth_"} <= {*inputs(own)}
    assert figures_stated(own.plan)["xsales_growth"] == 3
    assert moved(own, {"xsales_growth": D(4)}).plan.figures == {"xsales_growth": 4}
    estimate = {"sales": "+10%", "last_year": {"sales": 1}}
    assert "sales_growth" not in figures_stated(contract({}, estimate).plan)


@pytest.mark.parametrize("path", inputs(FULL))
def test_every_input_moves_there_and_back(path: str) -> None:
    input = inputs(FULL)[path]
    value = input.value + (1 if input.kind in ("count", "number", "money") else D("0.001"))
    there = moved(FULL, {path: value})
    assert inputs(there)[path].value == value
    assert there.conditions == FULL.conditions
    assert there.private == FULL.private
    back = moved(there, {path: input.value})
    if path == "sales":
        assert exact_costs(back) == exact_costs(FULL)
    else:
        assert back == FULL


MOVES: list[tuple[str, Decimal, Keys, Keys]] = [
    ("sales", D(9), {"sales": 9}, {}),
    ("growth", D("1.5"), {"sales": "150%"}, {}),
    ("stores.new", D(3), {"stores": {"opening": 25, "new": 3}}, {}),
    ("events.dm", D(9), {"events": {"dm": 9, "festival": 5, "promotion": 5}}, {}),
    ("monthly_rebate.rate", D("0.02"), {}, {"monthly_rebate": {"rate": "2%"}}),
    (
        "dm_tg_fee.at_least",
        D("0.09"),
        {},
        {"dm_tg_fee": {**CASE["2003 ask"]["dm_tg_fee"], "at_least": "9% of sales"}},
    ),
    (
        "annual_rebate.tiers.2.from",
        D(4_100_000),
        {},
        {
            "annual_rebate": {
                "mode": "whole",
                "tiers": [{"from": "4.0M", "rate": "1%"}, {"from": "4.1M", "rate": "2%"}],
            }
        },
    ),
]


@pytest.mark.parametrize(("path", "value", "plan", "terms"), MOVES, ids=[move[0] for move in MOVES])
def test_moved_is_the_contract_that_states_the_number(
    path: str, value: Decimal, plan: Keys, terms: Keys
) -> None:
    found = moved(case("2003 ask"), {path: value})
    written = {**CASE["2003 ask"], **terms}
    assert found == contract(written, {**PLAN_2003, **plan}, scenario="2003 ask")


def test_several_numbers_move_together() -> None:
    found = moved(
        FULL, {"ladder.tiers.1.from": D(5_000_000), "ladder.tiers.2.over": D(6_000_000), "vat": D("0.2")}
    )
    assert {path: inputs(found)[path].value for path in ("ladder.tiers.2.over", "vat")} == {
        "ladder.tiers.2.over": 6_000_000,
        "vat": D("0.2"),
    }


@given(scenarios(), st.data())
def test_the_number_a_contract_has_changes_nothing(scenario: Scenario, data: st.DataObject) -> None:
    known = inputs(scenario)
    for path in data.draw(st.lists(st.sampled_from(list(known)), max_size=4, unique=True)):
        again = moved(scenario, {path: known[path].value})
        assert exact_costs(again) == exact_costs(scenario)
        assert again == scenario or path == "sales" or known[path].computed


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("ladder.tiers.2.over", "1000000", "threshold above 1,000,000"),
        ("rebate.rate", "1.5", "from 0% to 100%"),
        ("stores.closed", "36", "no more closed stores"),
        ("stores.new", "2.5", "whole"),
        ("sales", "10", "no more returns than sales"),
        ("last_year.stores.closed", "32", "no more closed stores"),
        ("events.dm", "-1", "zero or more"),
        ("rebate.at_least", "1000000000000000", "below"),
    ],
)
def test_what_makes_no_valid_contract_is_refused(path: str, value: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        moved(FULL, {path: D(value)})


def test_a_input_is_found_by_its_path_or_by_the_key_of_its_term() -> None:
    assert find(FULL, "rebate")[:2] == ("rebate.rate", "rebate.rate")
    assert (find(FULL, "fee").path, find(FULL, "fee").name) == ("fee.amount", "fee")
    assert (find(FULL, "sales").leaf, find(FULL, "growth").leaf) == ("sales", "sales_growth")
    assert {*shorthands(inputs(FULL))} == {"rebate", "fee"}


def test_growth_can_move_wherever_last_year_is_known() -> None:
    amount = contract({}, {**FULL_PLAN, "sales": "8,040,000"})
    growth = find(amount, "growth")
    assert (growth.value, growth.kind, growth.leaf) == (D(2), "index", "sales_growth")
    assert inputs(moved(amount, {"growth": D("1.5")}))["sales"].value == 6_030_000
    for plan in ({}, {"last_year": {"sales": 0}}):
        with pytest.raises(ValueError, match="'growth'"):
            find(contract({}, plan), "growth")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("ladder", "write one of these: ladder.tiers.1.from, ladder.tiers.1.rate"),
        ("stores.nwe", "stores.new"),
        ("rebat", "rebate"),
        ("stores.closing", "stores"),
        ("xyzzy", "write one of these: sales, growth, volume"),
        ("ladder.tiers.3.from", "ladder.tiers"),
    ],
)
def test_a_path_that_leads_nowhere_is_told_with_the_nearest(path: str, told: str) -> None:
    with pytest.raises(ValueError, match=told) as caught:
        find(FULL, path)
    assert "a figure of the plan or a parameter of a term" in str(caught.value)


def test_where_nothing_is_near_all_there_is_is_told() -> None:
    scenario = contract({"fee": {"mode": "whole", "tiers": [{"from": 9, "amount": 8}]}}, {"volume": 3})
    expected = "a figure of the plan or a parameter of a term"
    assert refused(lambda: find(scenario, "fee")) == [
        Fault("'fee'", expected, "write one of these: fee.tiers.1.from, fee.tiers.1.amount")
    ]
    assert refused(lambda: find(scenario, "xyzzy")) == [
        Fault("'xyzzy'", expected, "write one of these: sales, volume, fee.tiers.1.from, fee.tiers.1.amount")
    ]


KNOWN = Catalogue(
    {
        fee.key: fee
        for fee in (
            FeeType("annual_rebate", {"zh-Hant": "年返"}, "rebate"),
            FeeType("listing_fee", {"en": "Listing fee"}, "entry"),
        )
    }
)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("annual_rebate", "annual_rebate: {rate: 0%}"),
        ("annual_rebate.rate", "annual_rebate: {rate: 0%}"),
        ("annual_rebate.amount", "annual_rebate: {amount: 0}"),
        ("annual_rebate.tiers.1.rate", "annual_rebate: {mode: whole, tiers: [{from: 0, rate: 0%}]}"),
        ("年返", "annual_rebate: {rate: 0%}"),
        ("listing fee", "listing_fee: {amount: 0}"),
        ("listing_fee.rate", "listing_fee: {rate: 0%}"),
    ],
)
def test_a_known_fee_that_the_contract_lacks_is_told_with_the_line_that_adds_it(path: str, line: str) -> None:
    with pytest.raises(ValueError, match="under `terms:` of a contract, which has no") as caught:
        find(contract({"monthly_rebate": {"rate": "1%"}}), path, KNOWN)
    key = line.partition(":")[0]
    assert str(caught.value).endswith(f"Fix: add `{line}` under `terms:` of a contract, which has no {key}.")


def test_a_fee_goes_by_its_other_names_too() -> None:
    scenario = contract({"annual_rebate": {"rate": "1%"}})
    assert find(scenario, "年返", KNOWN)[:2] == ("annual_rebate.rate", "annual_rebate.rate")
    assert find(scenario, "年返", KNOWN).name == "annual_rebate"
    assert find(scenario, "年返.rate", KNOWN).path == "annual_rebate.rate"
    with pytest.raises(ValueError, match=r"annual_rebate\.rate"):
        find(scenario, "annual_rebate.amount", KNOWN)


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        ("sales", "402万", D(4_020_000)),
        ("rebate", "2.5%", D("0.025")),
        ("stores.new", "7", D(7)),
        ("growth", "+50%", D("1.5")),
        ("growth_rebate.tiers.1.from", "110%", D("1.1")),
        ("growth_rebate.tiers.1.from", "+7%", D("1.07")),
        ("promoters", "1.5", D("1.5")),
    ],
)
def test_a_value_is_read_as_people_write_it(path: str, text: str, value: Decimal) -> None:
    assert find(FULL, path).read(text) == value


@pytest.mark.parametrize(
    ("path", "value", "takes"),
    [
        ("growth", "0.9", True),
        ("growth", "0.5", True),
        ("growth", "-0.5", False),
        ("growth", "1", True),
        ("growth", "1.05", True),
        ("growth", "0.999999999", False),
        ("growth_rebate.tiers.1.from", "0.9", True),
        ("rebate.rate", "1", True),
        ("rebate.rate", "0.5", True),
        ("rebate.rate", "1.01", False),
        ("volume", "5", True),
        ("growth_rebate.tiers.1.from", "0", True),
        ("bonus.tiers.1.from", "0.9", True),
        ("bonus.tiers.1.from", "0", True),
        ("bonus.tiers.1.from", "-0.5", False),
    ],
)
def test_a_input_takes_what_a_contract_could_state(path: str, value: str, takes: bool) -> None:
    bonus = {"mode": "whole", "measure": "achievement", "tiers": [{"from": "80%", "rate": "1%"}]}
    scenario = contract({**FULL_TERMS, "bonus": bonus}, FULL_PLAN)
    assert find(scenario, path).takes(D(value)) is takes
    if takes:
        there = moved(scenario, {path: D(value)})
        assert Scenario.model_validate(there.model_dump(by_alias=True, exclude_defaults=True)) == there


@pytest.mark.parametrize(
    ("path", "value", "takes"),
    [
        ("growth", "0.001", True),
        ("sales", "5", True),
        ("rebate", "0.025", True),
        ("rebate", "1", True),
        ("rebate", "1.01", False),
    ],
)
def test_what_a_input_takes_need_not_fit_the_plan(path: str, value: str, takes: bool) -> None:
    assert find(FULL, path).takes(D(value)) is takes


def test_estimates_move_at_their_likely_value() -> None:
    estimated = contract(
        {}, {"sales": {"low": 1, "likely": 2, "high": 3}, "stores": {"opening": 1, "new": 5}}
    )
    assert find(estimated, "sales").value == 2
    assert moved(estimated, {"sales": D(7)}).plan.sales == 7


def test_what_states_a_number_takes_the_first_value_that_makes_a_contract() -> None:
    path = "ladder.tiers.1.from"
    assert inputs(with_stated_input(FULL, path, [D(3_000_000), D(2_000), D(1_000)]))[path].value == 2_000
    assert with_stated_input(FULL, path, [D(3_000_000)]) is FULL
    assert with_stated_input(FULL, path, []) is FULL


@pytest.mark.parametrize("year", ["", "last_year."])
def test_numbers_are_checked_together_in_whatever_order_they_come(year: str) -> None:
    stores = {"stores": {"opening": 0, "new": 1, "closed": 1}}
    one = contract(plan={"last_year": {"sales": 1, **stores}, **stores})
    new, closed = f"{year}stores.new", f"{year}stores.closed"
    for changes in ({new: D(0), closed: D(0)}, {closed: D(0), new: D(0)}, {closed: D(3), new: D(3)}):
        both = inputs(moved(one, changes))
        assert (both[new].value, both[closed].value) == (changes[new], changes[closed])
    with pytest.raises(ValueError, match="closed"):
        moved(one, {closed: D(2), new: D(1)})


OF_FIGURES = contract(
    {
        "bonus": {"rate": "2%"},
        "award": {"rate": "1%", "only_if": "sales >= 105% of last_year.sales"},
        "fund": {"amount": 5, "at_least": "120% of bonus", "at_most": "150% of bonus"},
    },
    {"sales": "9M", "last_year": {"sales": "8M"}},
)


@pytest.mark.parametrize(
    ("path", "stated", "domain_of"),
    [
        ("award.only_if.1", "1.05", (D(0), LARGEST)),
        ("fund.at_least", "1.2", (D(0), D("1.5"))),
        ("fund.at_most", "1.5", (D("1.2"), LARGEST)),
    ],
)
def test_a_percentage_of_a_figure_may_be_above_all_of_it(
    path: str, stated: str, domain_of: tuple[Decimal, Decimal]
) -> None:
    found = find(OF_FIGURES, path)
    assert (found.kind, found.of_figure, found.value) == ("rate", True, D(stated))
    assert found.read("105%") == D("1.05")
    assert found.takes(D(3))
    assert domain(OF_FIGURES, found) == domain_of
    assert moved(OF_FIGURES, {path: D("1.3")}) != OF_FIGURES
    (fault,) = refused(found.read, "+5%")
    assert fault.mend == "write 5% or 105%, whichever is meant"


def test_a_rate_of_its_own_stays_below_all() -> None:
    found = find(OF_FIGURES, "bonus.rate")
    assert not found.of_figure
    assert not found.takes(D("1.05"))
    assert domain(OF_FIGURES, found) == (D(0), D(1))


def test_sales_of_last_year_that_are_stated_as_growth_can_be_moved_too() -> None:
    grown = contract(
        {"bonus": {"rate": "1%", "of": "increment"}},
        {"sales": "+5%", "last_year": {"sales": "120%", "last_year": {"sales": 800}}},
    )
    assert [*inputs(grown)][:4] == ["sales", "growth", "last_year.sales", "last_year.last_year.sales"]
    found = find(grown, "last_year.sales")
    assert (found.kind, found.value, found.computed) == ("money", D(960), True)
    changed = moved(grown, {"last_year.sales": D(1000)})
    assert changed.plan.last_year
    assert changed.plan.last_year.sales == D(1000)
    assert exact_costs(changed)["bonus"] == D("0.5")


def test_a_share_of_sales_is_moved_as_the_amount_it_comes_to() -> None:
    scenario = contract({}, {"returns": "2%"})
    returns = find(scenario, "returns")
    assert returns.read("30,000") == 30_000
    assert refused(returns.read, "3%") == [
        Fault("'3%'", "an amount, which does not move with the whole", "write 30,000, which is 3% today")
    ]


def test_a_fact_takes_yes_and_no_alone() -> None:
    hardware = find(contract({}, {"facts": {"hardware": "yes"}}), "hardware")
    assert [hardware.read(text) for text in ("yes", "否")] == [1, 0]
    assert [hardware.takes(D(value)) for value in (0, 1, 2)] == [True, True, False]
