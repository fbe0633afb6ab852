"""What a contract comes to: its lines, its totals, and what is n/a."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.readings.exact import ratio
from ka_terms.calculation.statement import Statement, evaluate, exact_metric
from ka_terms.model.settings.catalogue import Catalogue, FeeType
from ka_terms.model.vocabulary.metrics import TOTALS, metric_of
from tests.contracts import Keys, case, contract, each

FULL = evaluate(
    contract(
        {"a": {"rate": "2.5%"}, "b": {"amount": "10,000", "per": "stores.new"}},
        {"stores": {"opening": 10, "new": 4, "closed": 2}, "volume": 5500, "last_year": {"sales": 500_000}},
    )
)


def test_lines_stand_in_the_order_of_the_contract() -> None:
    assert [(line.term, str(line.amount), line.ratio) for line in FULL.lines] == [
        ("a", "25000.00", Decimal("0.025")),
        ("b", "40000.00", Decimal("0.04")),
    ]
    again = evaluate(FULL.scenario)
    assert [each(line.formula.path, line.formula.value) for line in again.lines] == [
        ("a", 25_000),
        ("b", 40_000),
    ]


def test_totals_follow_from_the_lines() -> None:
    assert {name: FULL.metric(name) for name in TOTALS} == {
        "total_fees": 65_000,
        "fee_ratio": Decimal("0.065"),
        "sales": 1_000_000,
        "vpo": ratio(Decimal(1_000_000), Decimal(11)),
        "vpo_volume": 500,
        "fees_a_store": ratio(Decimal(65_000), Decimal(11)),
        "net_net_sales": 935_000,
    }
    assert each(FULL.stores) == each({"opening": 10, "new": 4, "closed": 2, "closing": 12, "average": 11})
    assert FULL.average_stores == 11
    assert FULL.share(Decimal(20_000)) == Decimal("0.02")
    assert FULL.total(lambda line: line.term == "b") == 40_000
    assert FULL.growth is not None
    assert FULL.growth.total == 2
    assert FULL.tiers == {}


def test_a_contract_without_terms_costs_nothing() -> None:
    nothing = evaluate(contract({})).total(bool)
    assert (str(nothing), type(nothing)) == ("0", Decimal)


def test_a_line_is_found_by_its_term() -> None:
    line = FULL.line("b")
    assert line is not None
    assert each(line.term, FULL.amount("b"), FULL.line("c"), FULL.amount("c")) == ("b", 40_000, None, 0)


def test_a_term_that_a_contract_lacks_costs_nothing_in_it() -> None:
    metric = metric_of("b", FULL.scenario.fees)
    assert each(FULL.value(metric), evaluate(contract({})).value(metric)) == (40_000, 0)
    assert each(exact_metric(FULL.scenario, metric), exact_metric(contract({}), metric)) == (40_000, 0)


def test_a_change_is_the_new_value_less_the_old_one() -> None:
    before, after = FULL, evaluate(contract({"fee": {"rate": "2%"}}))
    for metric in (TOTALS["fee_ratio"], TOTALS["net_net_sales"]):
        old, new = before.value(metric), after.value(metric)
        assert old is not None
        assert new is not None
        assert after.change(before, metric) == new - old
        assert after.growth_on(before, metric) == ratio(new - old, old)


def test_a_change_of_what_one_contract_lacks_is_not_available() -> None:
    without = evaluate(contract())
    assert FULL.change(without, TOTALS["vpo"]) is None
    assert without.change(FULL, TOTALS["vpo"]) is None


def test_without_stores_what_hangs_on_them_is_not_available() -> None:
    bare = evaluate(contract())
    assert type(bare.total_fees) is Decimal
    assert (bare.stores, bare.average_stores, bare.vpo, bare.vpo_volume, bare.fees_a_store) == (None,) * 5
    assert each(bare.total_fees, bare.fee_ratio, bare.net_net_sales, bare.growth) == (0, 0, 1_000_000, None)


def test_with_no_store_left_what_hangs_on_them_is_not_available() -> None:
    closed = evaluate(contract(plan={"stores": {"opening": 0}, "volume": 5}))
    assert each(closed.average_stores, closed.vpo, closed.vpo_volume, closed.fees_a_store) == (
        0,
        None,
        None,
        None,
    )


def test_what_lacks_only_a_divisor_is_stated_and_not_available() -> None:
    without_sales = evaluate(contract(plan={"sales": 0, "stores": {"opening": 2}}))
    assert without_sales.fee_ratio is None
    assert without_sales.states(TOTALS["fee_ratio"])
    assert not evaluate(contract(plan={"sales": 5})).states(TOTALS["vpo"])


def test_without_sales_a_ratio_is_not_available() -> None:
    empty = evaluate(contract({"a": {"amount": 500}}, {"sales": 0}))
    assert (empty.fee_ratio, empty.lines[0].ratio, empty.share(Decimal(5))) == (None, None, None)
    assert each(empty.total_fees, empty.net_net_sales) == (500, -500)


DRIVEN_PLAN: Keys = {
    "volume": 5,
    "returns": 7,
    "vat": "13%",
    "target": "2M",
    "stores": {"opening": 1, "new": 2},
    "last_year": {"sales": "2M", "volume": 4},
    "figures": {"ad_costs": "1M", "receipts": 900_000, "cartons": 300},
}
SALES, VOLUME, FIXED = "sales_driven", "volume_driven", "fixed"


def driven_by(term: Keys, **plan: object) -> str:
    others = {
        "rebate": {"rate": "2%"},
        "freight": {"amount": 1, "per": "volume"},
        "share": {"rate": "1%", "of": "ad_costs"},
        "tiers": {"mode": "whole", "tiers": [{"from": 1, "rate": "1%"}]},
    }
    line = evaluate(contract({**others, "fee": term}, {**DRIVEN_PLAN, **plan})).line("fee")
    assert line is not None
    assert line.sales_driven is (line.driven_by == SALES)
    return line.driven_by


@pytest.mark.parametrize(
    ("term", "driver"),
    [
        # a rate follows what its base follows
        ({"rate": "1%"}, SALES),
        ({"rate": "1%", "of": "net_sales"}, SALES),
        ({"rate": "1%", "of": "sales_incl_tax"}, SALES),
        ({"rate": "1%", "of": "increment"}, SALES),
        ({"rate": "1%", "of": "returns"}, FIXED),
        ({"rate": "1%", "of": "target"}, FIXED),
        ({"rate": "1%", "of": "last_year.sales"}, FIXED),
        ({"rate": "1%", "of": "ad_costs"}, FIXED),
        ({"rate": "1%", "of": "receipts"}, FIXED),
        ({"rate": "1%", "of": "ad_costs", "less": ["share"]}, FIXED),
        ({"rate": "1%", "of": "ad_costs", "less": ["freight"]}, VOLUME),
        ({"rate": "1%", "of": "ad_costs", "less": ["freight", "rebate"]}, SALES),
        # an amount follows what it is counted by, whatever its allowance
        ({"amount": 1, "per": "volume"}, VOLUME),
        ({"amount": 1, "per": ["stores.new", "volume"]}, VOLUME),
        ({"amount": 1, "per": "volume", "free": {"volume": 9}}, VOLUME),
        ({"amount": 1, "per": ["volume", "sales"]}, SALES),
        ({"amount": 1, "per": "last_year.volume"}, FIXED),
        ({"amount": 1, "per": "cartons"}, FIXED),
        ({"amount": 1, "per": "stores.new"}, FIXED),
        ({"amount": 1}, FIXED),
        # a least or most counts where it decides, and then alone
        ({"amount": 1, "at_least": "8% of sales"}, SALES),
        ({"amount": 90_000, "at_least": "8% of sales"}, FIXED),
        ({"amount": 80_000, "at_least": "8% of sales"}, FIXED),
        ({"amount": 1, "at_most": "8% of sales"}, FIXED),
        ({"amount": 90_000, "at_most": "8% of sales"}, SALES),
        ({"amount": 90_000, "at_most": "1% of ad_costs"}, FIXED),
        # conditions count, and what is due where they hold, whether or not they do
        ({"rate": "1%", "only_if": "stores.new >= 9"}, SALES),
        ({"rate": "1%", "unless": "stores.new >= 1"}, SALES),
        ({"amount": 1, "only_if": ["stores.new >= 9", "sales >= 1"]}, SALES),
        ({"rate": "1%", "at_most": 500}, FIXED),
        ({"rate": "1%", "at_least": "90% of ad_costs"}, FIXED),
        ({"rate": "1%", "at_least": "8% of sales", "at_most": 500}, FIXED),
        ({"amount": 1, "at_least": "8% of sales", "at_most": "9% of ad_costs"}, SALES),
    ],
)
def test_a_fee_is_driven_by_what_its_figures_follow(term: Keys, driver: str) -> None:
    assert driven_by(term) == driver


@pytest.mark.parametrize(
    ("term", "driver"),
    [
        ({"rate": "1%", "of": "categories.toys.sales"}, SALES),
        ({"amount": 1, "per": "categories.toys.volume"}, VOLUME),
        ({"rate": "1%", "of": "last_year.categories.toys.sales"}, FIXED),
    ],
)
def test_a_fee_on_a_category_is_driven_as_one_on_the_whole(term: Keys, driver: str) -> None:
    toys = {"toys": {"sales": "1M", "volume": 3}}
    assert driven_by(term, categories=toys, last_year={"sales": "2M", "categories": toys}) == driver


@pytest.mark.parametrize("mode", ["whole", "marginal"])
@pytest.mark.parametrize(
    ("tiers", "more", "driver"),
    [
        # the measure counts, reached or not
        ([{"from": "9M", "amount": 5}], {}, SALES),
        ([{"from": "9M", "rate": "1%"}], {}, SALES),
        ([{"from": 1, "amount": 5}], {}, SALES),
        ([{"from": "90%", "amount": 5}], {"measure": "achievement"}, SALES),
        ([{"from": "-10%", "amount": 5}], {"measure": "growth"}, SALES),
        ([{"from": 1, "amount": 5}], {"measure": "stores.new"}, FIXED),
        ([{"from": 9, "amount": 5}], {"measure": "stores.new"}, FIXED),
        ([{"from": 9, "rate": "1%"}], {"measure": "stores.average"}, FIXED),
        ([{"from": 1, "amount": 5}], {"measure": "volume"}, VOLUME),
        ([{"from": 99, "rate": "1%"}], {"measure": "volume"}, VOLUME),
        ([{"from": 1, "amount": 5}], {"measure": "cartons"}, FIXED),
        # the base counts where a share of it is paid
        ([{"from": 1, "rate": "1%"}], {"measure": "stores.new"}, SALES),
        ([{"from": 2, "rate": "1%"}], {"measure": "stores.new"}, SALES),
        ([{"over": 2, "rate": "1%"}], {"measure": "stores.new"}, FIXED),
        ([{"from": 1, "rate": "1%"}], {"measure": "stores.new", "of": "ad_costs"}, FIXED),
        ([{"from": 1, "rate": "1%"}], {"measure": "ad_costs", "of": "ad_costs"}, FIXED),
        ([{"from": 1, "rate": "1%"}], {"measure": "volume", "of": "ad_costs"}, VOLUME),
        ([{"from": 1, "amount": 5}, {"from": 9, "rate": "1%"}], {"measure": "stores.new"}, FIXED),
        ([{"from": 1, "amount": 5}], {"measure": "stores.new", "less": ["rebate"]}, FIXED),
        ([{"from": 1, "rate": "1%"}], {"measure": "cartons", "of": "ad_costs", "less": ["freight"]}, VOLUME),
        ([{"from": 9, "rate": "1%"}], {"measure": "stores.new", "at_least": "1% of sales"}, SALES),
        ([{"from": 9, "rate": "1%"}], {"measure": "stores.average", "less": ["tiers"]}, FIXED),
    ],
)
def test_tiers_are_driven_by_one_rule_in_both_modes(
    mode: str, tiers: list[Keys], more: Keys, driver: str
) -> None:
    assert driven_by({"mode": mode, "tiers": tiers, **more}) == driver


def test_of_tiers_that_pay_lump_sums_above_shares_only_marginal_ones_still_pay_shares() -> None:
    tiers = [{"from": 1, "rate": "1%"}, {"from": 2, "amount": 5}]
    modes = [
        driven_by({"mode": mode, "tiers": tiers, "measure": "stores.new"}) for mode in ("whole", "marginal")
    ]
    assert modes == [FIXED, SALES]


def test_sales_stated_as_growth_drive_like_any_others() -> None:
    assert driven_by({"rate": "1%"}, sales="-50%") == SALES
    assert driven_by({"rate": "1%", "of": "last_year.sales"}, sales="-50%") == FIXED


def test_what_is_not_owed_is_a_line_that_counts_in_no_sum() -> None:
    terms = {"fund": {"rate": "1%", "owed": False}, "fee": {"rate": "2%", "less": ["fund"]}}
    statement = evaluate(contract(terms))
    assert [(line.term, str(line.amount), line.owed) for line in statement.lines] == [
        ("fund", "10000.00", False),
        ("fee", "19800.00", True),
    ]
    assert (statement.total_fees, statement.net_net_sales) == (Decimal(19_800), Decimal(980_200))
    assert statement.total(lambda line: line.sales_driven) == Decimal(19_800)
    assert evaluate(contract({"fund": terms["fund"]})).total_fees == 0


@pytest.mark.parametrize(
    ("label", "name"),
    [("Own", "Own"), ({"en": "Mine", "zh-Hans": "甲"}, "Mine"), ({"zh-Hans": "甲"}, "Fee"), (None, "Fee")],
)
def test_a_line_is_called_what_the_contract_calls_it(label: object, name: str) -> None:
    own = {"label": label} if label else {}
    assert evaluate(contract({"fee": {"amount": 1, **own}})).lines[0].label == name


@pytest.mark.parametrize(("rounding", "amount"), [("0.001", "3333.333"), ("1", "3333"), ("100", "3300")])
def test_an_amount_is_rounded_as_the_contract_says(rounding: str, amount: str) -> None:
    statement = evaluate(contract({"fee": {"rate": "0.333333%"}}, {"sales": "1,000,001"}, rounding=rounding))
    assert f"{statement.total_fees:f}" == amount


def test_a_fee_gets_its_name_from_the_catalogue() -> None:
    known = FeeType("a", {"en": "Known"}, "rebate", "performance")
    statement = evaluate(FULL.scenario, Catalogue({"a": known}))
    assert [line.fee for line in statement.lines] == [
        known,
        FeeType("b", {"en": "B"}, nature="unconditional"),
    ]
    assert [line.label for line in statement.lines] == ["Known", "B"]
    tiers = {"mode": "whole", "tiers": [{"from": 1, "amount": 1}]}
    assert evaluate(contract({"b": tiers})).lines[0].fee.conditional


@pytest.mark.parametrize(
    ("name", "total", "percent"),
    [
        ("2002 contract", "986100.00", "24.53"),
        ("2003 ask", "2469250.00", "24.57"),
        ("2003 proposal", "913750.00", "9.09"),
        ("2003 agreed", "1541850.00", "15.34"),
    ],
)
def test_the_four_contracts_of_the_case(name: str, total: str, percent: str) -> None:
    statement = evaluate(case(name))
    assert str(statement.total_fees) == total
    assert statement.fee_ratio is not None
    assert f"{statement.fee_ratio * 100:.2f}" == percent


def amounts(statement: Statement) -> list[int]:
    return [int(line.amount) for line in statement.lines]


def test_the_lines_of_the_case() -> None:
    first = evaluate(case("2002 contract"))
    assert amounts(first) == [100_500, 0, 30_000, 434_000, 100_000, 321_600]
    assert first.vpo is not None
    assert f"{first.vpo:.2f}" == "143571.43"
    assert first.average_stores == 28
    proposal = evaluate(case("2003 proposal"))
    assert amounts(proposal) == [150_750, 100_500, 50_000, 0, 612_500]
    assert each(proposal.sales, proposal.vpo, proposal.average_stores) == (10_050_000, 335_000, 30)
    assert amounts(evaluate(case("2003 ask"))) == [
        351_750,
        201_000,
        80_000,
        735_000,
        210_000,
        804_000,
        87_500,
    ]
    assert amounts(evaluate(case("2003 agreed"))) == [251_250, 120_600, 50_000, 490_000, 140_000, 490_000]


def test_figures_that_a_plan_cannot_give_are_not_available() -> None:
    plan = contract(plan={"volume": 5, "last_year": {"sales": 7, "events": {"dm": 2}}}).plan
    assert exact_figures(plan, "volume", "net_sales", "stores.average", "nonsense") == [5, None, None, None]
    assert exact_figures(plan, "last_year.sales", "last_year.events.dm", "last_year.volume") == [7, 2, None]
    assert exact_figures(plan, "increment", "target", "last_year.last_year.sales") == [999_993, None, None]
    assert exact_figures(plan) == []


@pytest.mark.parametrize(
    ("store", "volume", "stores", "printed"),
    [
        ("農工商", 5735, 189, "30"),
        ("教育超市", 2170, 59, "37"),
        ("華聯", 9854, 318, "31"),
        ("可的", 6080, 558, "11"),
        ("家樂福", 6368, 6, "1061"),
    ],
)
def test_the_chains_of_the_deck_by_volume_per_outlet(
    store: str, volume: int, stores: int, printed: str
) -> None:
    """Two of the deck's own figures, 15 for 華聯 and 1,016 for 家樂福, contradict their rows."""
    statement = evaluate(contract(plan={"volume": volume, "stores": {"opening": stores}}))
    assert statement.vpo_volume is not None
    assert f"{statement.vpo_volume:.0f}" == printed


def test_a_statement_and_its_lines_are_told_in_a_line_each() -> None:
    statement = evaluate(contract({"fee": {"rate": "1.5%"}}))
    assert repr(statement) == "Statement('a contract', fees 15,000.00 of sales 1,000,000 CNY)"
    assert repr(statement.lines[0]) == "Line('fee', 15,000.00)"
