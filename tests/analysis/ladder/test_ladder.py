"""The ladder of a tiered term: jumps at its bounds, and up to where they leave less than stopping short."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.analysis.ladder.ladder import Ladder, contract_ladders, ladder_rows, ladders
from ka_terms.analysis.ladder.standing import LadderRow, standing_of
from ka_terms.calculation.costs import exact_costs
from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.statement import evaluate
from tests.contracts import FULL_PLAN, Keys, case, contract, each

CENT = Decimal("0.01")


def tiered(*tiers: tuple[str, str], **more: Any) -> Keys:
    """A term whose tiers start `from` their bounds; a rate has its percent sign, anything else is a lump sum."""
    steps = [{"from": at, "rate" if paid.endswith("%") else "amount": paid} for at, paid in tiers]
    return {"mode": "whole", "tiers": steps, **more}


def climbed(term: Keys, plan: Keys | None = None, **more: Any) -> Ladder:
    (found,) = ladders(evaluate(contract({"fee": term}, plan, **more)), internal=True)
    return found


def first(term: Keys, plan: Keys | None = None, **more: Any) -> LadderRow:
    return climbed(term, plan, **more).rows[0]


def ends(found: Ladder) -> list[str | None]:
    return [str(row.net.ends) if row.net else None for row in found.rows]


def test_the_proposal_of_the_case() -> None:
    """Two cliffs: each recovers at T (1 - r0) / (1 - r1); the plan of 10,050,000 is 500 short of the second one."""
    (found,) = ladders(evaluate(case("2003 proposal")))
    low, high = found.rows
    assert (low.payment, low.jump, high.payment, high.jump) == each(45_000, 45_000, 100_000, 50_000)
    assert (low.effective_rate, high.marginal_rate) == (Decimal("0.005"), Decimal("0.01"))
    assert ends(found) == ["9045226.13", "10050505.05"]
    assert [row.net.worst for row in found.rows if row.net] == [45_000, 50_000]
    assert (low.loss, high.loss) == each(None, 500)
    assert (low.margin, high.margin) == (None, None)
    # With the monthly rebate of 1.5% as well, a little more is needed: 50,000 / (1 - 2.5%) beyond the bound.
    assert high.all_fees
    assert high.all_fees.ends == Decimal("10051282.05")
    assert [row._replace(all_fees=None) for row in found.rows] == list(
        ladder_rows(evaluate(case("2003 proposal")), "annual_rebate")
    )


RATES = st.lists(st.integers(0, 3000), min_size=1, max_size=4, unique=True).map(sorted)
BOUNDS = st.lists(st.integers(1_000, 900_000_000), min_size=4, max_size=4, unique=True).map(sorted)


@given(BOUNDS, RATES, st.integers(1, 10_000))
def test_plain_tiers_recover_where_the_closed_formula_says(
    bounds: list[int], rates: list[int], margin: int
) -> None:
    """S* = T (1 - r0) / (1 - r1), and on a margin T (m - r0) / (m - r1), unless a further tier comes before it."""
    pairs = list(zip(bounds, rates, strict=False))
    tiers = [(str(bound), f"{Decimal(rate) / 100}%") for bound, rate in pairs]
    found = climbed(tiered(*tiers), private={"margin": f"{Decimal(margin) / 100}%"})
    nexts = [*(bound for bound, _ in pairs[1:]), None]
    before = 0
    for row, (bound, rate), following in zip(found.rows, pairs, nexts, strict=True):
        for whole, zone in ((10_000, row.net), (margin, row.margin)):
            if rate == before:
                assert zone is None
            elif whole <= rate:
                assert zone is not None
                assert zone.ends is None
            else:
                assert zone is not None
                expected = Decimal(bound) * (whole - before) / (whole - rate)
                if following is None or expected < following:
                    assert zone.ends is not None
                    assert abs(zone.ends - expected) <= CENT / 2
                    assert zone.worst is not None
                    assert abs(zone.worst - Decimal(bound) * (rate - before) / 10_000) <= CENT / 2
                else:
                    assert zone.ends is None or zone.ends >= following
        before = rate


TERMS = st.fixed_dictionaries(
    {
        "mode": st.sampled_from(["whole", "marginal"]),
        "of": st.sampled_from(["sales", "net_sales", "increment"]),
        "measure": st.sampled_from(["sales", "net_sales", "increment", "sales_incl_tax"]),
        "less": st.sampled_from([[], ["other"]]),
    },
    optional={"at_least": st.sampled_from(["30,000", "2% of sales"]), "at_most": st.just("9% of sales")},
)
PLAN: Keys = {"last_year": {"sales": "700,000"}, "sales": "1,000,000", "returns": "10,000", "vat": "25%"}


@given(TERMS, st.booleans(), st.integers(20_000, 4_000_000), st.integers(1, 2_000_000))
def test_what_is_told_of_a_bound_and_a_dead_zone_is_what_the_contract_costs_there(
    term: dict[str, Any], over: bool, low: int, gap: int
) -> None:
    bound = "over" if over else "from"
    tiers = [{bound: low, "rate": "1.13%"}, {bound: low + gap, "amount": "77,777.77"}]
    terms = {"fee": {**term, "tiers": tiers}, "other": {"rate": "2.5%"}}
    (found,) = ladders(evaluate(contract(terms, PLAN)))
    for row in found.rows:
        at = _sales(term["measure"], row.status.bound)
        step = Decimal("0.0001")
        assert abs((row.payment or Decimal(0)) - _cost(terms, at + (step if over else 0))) <= (
            CENT if over else 0
        )
        short = _left(terms, at - (0 if over else step))
        beyond = _left(terms, at + (step if over else 0))
        assert (row.net is not None) == (short - beyond > 2 * CENT) or abs(short - beyond) <= 2 * CENT
        if row.net and row.net.ends:
            end = _sales(term["measure"], row.net.ends)
            assert abs(_left(terms, end + CENT) - short) < 3 * CENT or _left(terms, end + CENT) > short
            for part in (1, 2, 3, 99):
                place = at + (end - at) * part / 100
                assert _left(terms, place.quantize(CENT)) < short + 2 * CENT
            assert row.net.worst
            assert short - beyond <= row.net.worst + 2 * CENT


def _sales(measure: str, value: Decimal) -> Decimal:
    with exactly():
        offsets = {"net_sales": 10_000, "increment": 700_000}
        return value / Decimal("1.25") if measure == "sales_incl_tax" else value + offsets.get(measure, 0)


def _cost(terms: Keys, sales: Decimal) -> Decimal:
    return exact_costs(contract(terms, {**PLAN, "sales": sales}))["fee"]


def _left(terms: Keys, sales: Decimal) -> Decimal:
    return sales - _cost(terms, sales)


def test_bands_have_no_cliff_but_lump_sums_in_them_have() -> None:
    bands = climbed(tiered(("100k", "1%"), ("200k", "5%"), mode="marginal"))
    assert [(row.jump, row.net) for row in bands.rows] == [each(0, None), each(0, None)]
    assert [row.marginal_rate for row in bands.rows] == [Decimal("0.01"), Decimal("0.05")]
    assert [row.effective_rate for row in bands.rows] == [0, Decimal("0.005")]
    lump = climbed(tiered(("100k", "1%"), ("200k", "5,000"), mode="marginal")).rows[1]
    assert (lump.payment, lump.jump, lump.marginal_rate) == each(6_000, 5_000, 0)
    assert lump.net
    assert (lump.net.ends, lump.net.worst) == each(205_000, 5_000)


def test_of_an_exclusive_bound_the_jump_lies_just_above_it() -> None:
    found = first({"mode": "whole", "tiers": [{"over": "100k", "rate": "10%"}]}, {"sales": "100k"})
    assert (found.payment, found.jump, found.status.reached, found.loss) == each(10_000, 10_000, False, None)
    assert found.net
    assert found.net.ends == Decimal("111111.11")


def test_a_dead_zone_may_reach_past_the_next_bound() -> None:
    """From 100k to 111,111 at 10%, but at 105k the rate is 20% already: only at 125k is as much left as at 100k."""
    found = climbed(tiered(("100k", "10%"), ("105k", "20%")), {"sales": "120k"})
    assert ends(found) == ["125000.00", "118125.00"]
    assert [row.net.worst for row in found.rows if row.net] == [16_000, 10_500]
    assert [row.loss for row in found.rows] == [4_000, None]


def test_a_tier_that_pays_less_again_ends_a_dead_zone_at_its_bound() -> None:
    found = climbed(tiered(("100k", "10,000"), ("105k", "2,000")))
    assert ends(found) == ["105000.00", None]
    assert found.rows[1].jump == -8_000


def test_limits_make_cliffs_smaller() -> None:
    """At most 5,000: what the tier takes at 100k is that; at least 4,000 is paid below it too."""
    found = first(tiered(("100k", "10%"), at_least="4,000", at_most="5,000"))
    assert (found.payment, found.jump, found.marginal_rate) == each(5_000, 1_000, 0)
    assert found.net
    assert found.net.ends == 101_000


def test_everything_of_the_sales_is_never_earned_back() -> None:
    found = first(tiered(("100k", "100%")), {"sales": "300k"})
    assert found.net == (None, None)
    assert found.loss == 100_000


def test_a_margin_that_the_rate_eats_up_never_recovers() -> None:
    term = tiered(("100k", "2%"), ("200k", "5%"))
    found = climbed(term, private={"margin": "5%"}).rows
    assert [row.margin and row.margin.ends for row in found] == [Decimal("166666.67"), None]
    assert found[0].margin
    assert found[0].margin.worst == 2_000
    assert climbed(term, private={"walk_away": {"fee_ratio": "5%"}}).rows[0].margin is None


def test_growth_moves_through_sales_even_where_these_are_planned_as_growth() -> None:
    plan = {"last_year": {"sales": "800k"}, "sales": "+30%"}
    found = climbed(tiered(("110%", "1%"), ("120%", "2%"), measure="growth"), plan).rows
    assert [(row.status.bound, row.payment) for row in found] == [
        each(880_000, 8_800),
        each(960_000, 19_200),
    ]
    assert found[1].net
    assert found[1].net.ends == Decimal("969795.92")
    assert (found[1].in_money, found[1].status.distance) == each(True, -80_000)


def test_a_bound_beyond_what_sales_can_be_has_its_row() -> None:
    found = first(
        tiered(("200%", "1%"), measure="growth"), {"last_year": {"sales": "900000000000000"}, "sales": "1M"}
    )
    assert found.payment == Decimal("18e12")
    assert found.net


@pytest.mark.parametrize(
    ("vat", "bound"), [("13%", "15M"), ("6%", "1,098"), ("17%", "1M"), ("9%", "100"), ("0.000001%", "7")]
)
def test_a_bound_with_tax_that_no_decimal_states_is_reached(vat: str, bound: str) -> None:
    """15M / 1.13 has no end of decimals; a sales figure cut to any number of digits falls short of the bound."""
    lump = first(tiered((bound, "50,000"), measure="sales_incl_tax"), {"vat": vat})
    assert (lump.payment, lump.jump) == each(50_000, 50_000)
    share = first(tiered((bound, "1%"), measure="sales_incl_tax", of="sales_incl_tax"), {"vat": vat})
    assert share.payment == Decimal(bound.replace("M", "000,000").replace(",", "")) / 100
    assert share.effective_rate == Decimal("0.01")


def test_a_volume_moves_alone() -> None:
    """Sales stand still as volume moves, and so does 1% of them; what comes in with more volume nobody can tell."""
    term = tiered(("1,000", "1%"), measure="volume")
    found = first(term, {"sales": "100k", "volume": "2,000"})
    assert (found.payment, found.jump, found.marginal_rate, found.effective_rate) == each(
        1_000, 1_000, 0, Decimal("0.01")
    )
    assert (found.in_money, found.movable) == (False, False)
    assert (found.net, found.all_fees, found.margin, found.loss) == (None, None, None, None)


def test_a_level_or_a_flag_pays_on_the_sales_of_the_plan() -> None:
    """Level 3 of three pays 2% of 2,400,000, and nobody stops short of a level to lose sales."""
    plan = {"sales": "2.4M", "figures": {"level": 2, "exclusive": 1}}
    level = climbed(tiered(("1", "0.5%"), ("2", "1%"), ("3", "2%"), measure="level"), plan)
    assert [row.payment for row in level.rows] == [12_000, 24_000, 48_000]
    flag = first(tiered(("1", "3%"), measure="exclusive"), plan)
    assert (flag.payment, flag.net, flag.loss) == each(72_000, None, None)


def test_a_figure_of_ones_own_that_the_rate_is_paid_on_has_no_dead_zone_either() -> None:
    plan = {"figures": {"net_purchases": "104k"}}
    found = first(tiered(("100k", "5%"), measure="net_purchases", of="net_purchases"), plan)
    assert (found.payment, found.marginal_rate) == each(5_000, Decimal("0.05"))
    assert (found.in_money, found.movable, found.net, found.loss) == (True, False, None, None)


@pytest.mark.parametrize("measure", ["stores.new", "stores.closing", "last_year.sales"])
def test_of_a_count_there_is_a_jump_but_no_dead_zone(measure: str) -> None:
    found = first(tiered(("5", "10,000"), measure=measure), {**FULL_PLAN, "returns": 0})
    assert (found.payment, found.jump, found.movable) == each(10_000, 10_000, False)
    assert (found.net, found.all_fees, found.margin, found.loss) == (None, None, None, None)


def test_nobody_stops_short_of_zero() -> None:
    lump = first(tiered(("0", "5,000")))
    assert (lump.payment, lump.jump, lump.net, lump.loss) == each(5_000, None, None, None)
    assert lump.effective_rate is None
    above = first({"mode": "whole", "tiers": [{"over": 0, "amount": 5_000}]})
    assert (above.payment, above.jump) == each(5_000, None)


def test_a_share_in_proportion_rises_from_zero_on() -> None:
    """Bands of a base after other terms divide by the sales, which are zero there."""
    terms = {"fee": tiered(("0", "1%"), mode="marginal", less=["other"]), "other": {"rate": "10%"}}
    (found,) = ladders(evaluate(contract(terms)))
    assert (found.rows[0].payment, found.rows[0].marginal_rate) == each(0, Decimal("0.009"))
    over = {**terms, "fee": {**terms["fee"], "tiers": [{"over": "0", "rate": "1%"}]}}
    assert ladders(evaluate(contract(over)))[0].rows[0].payment == 0


@pytest.mark.parametrize(
    ("measure", "of", "paid", "rate"),
    [
        ("net_sales", "sales", "7%", "0.07"),
        ("volume", "sales", "1%", "0"),
        ("volume", "sales", "71.81", "0"),
        ("increment", "sales", "1%", "0.01"),
        ("sales_incl_tax", "sales", "11.3%", "0.1"),
    ],
)
def test_bands_in_proportion_have_a_marginal_rate_at_zero(
    measure: str, of: str, paid: str, rate: str
) -> None:
    """Above the bound 0 the bands divide by what is measured; sales of 1,000,000 and a volume of 10 are planned."""
    plan = {"volume": 10, "vat": "13%", "returns": 0, "last_year": {"sales": 0}}
    found = first(tiered(("0", paid), mode="marginal", measure=measure, of=of), plan)
    assert found.marginal_rate == Decimal(rate)


@pytest.mark.parametrize(
    ("tiers", "payment", "jump"),
    [
        # 5% of all but 90 is 4.4995 to 4.5, and 4 in whole won; from 90 on it is 9.
        ([{"from": 10, "rate": "5%"}, {"from": 90, "amount": 9}], 9, 5),
        # 4.5 itself is 5.
        ([{"from": 10, "amount": "4.5"}, {"from": 90, "amount": 9}], 9, 4),
        # At 90 itself 4.5 are still paid: 5 won less.
        ([{"from": 10, "rate": "5%"}, {"over": 90, "amount": 0}], 0, -5),
        # Bands do not jump, whatever half a won comes to on either side.
        ([{"from": 10, "rate": "5%"}, {"from": 20, "rate": "1%"}], 1, 0),
        # Just above 90, 5% is more than 4.5.
        ([{"over": 90, "rate": "5%"}], 5, 5),
    ],
)
def test_just_short_of_a_bound_is_what_a_contract_pays_however_little_short_it_is(
    tiers: list[Keys], payment: int, jump: int
) -> None:
    mode = "marginal" if tiers[-1].get("rate") == "1%" else "whole"
    found = climbed({"mode": mode, "tiers": tiers}, {"sales": 100}, currency="KRW").rows[-1]
    assert (found.payment, found.jump) == each(payment, jump)


def test_just_short_of_a_bound_the_terms_off_the_base_are_rounded_too() -> None:
    """Just short of 50 the other term is 45 of 44.99...; a tenth of the 4.99... left is less than half a won."""
    terms: dict[str, Keys] = {
        "fee": tiered(("1", "10%"), ("50", "100%"), less=["other"]),
        "other": {"rate": "90%"},
    }
    (found,) = ladders(evaluate(contract(terms, {"sales": 100}, currency="KRW")))
    assert (found.rows[1].payment, found.rows[1].jump) == each(5, 5)


def test_bands_in_proportion_are_told_right_where_the_base_begins() -> None:
    """Of an increment after other terms the bands divide by the increment, which is zero at last year's sales."""
    steps = [{"from": "600k", "rate": "1%"}, {"from": "700k", "amount": "100"}]
    fee = {"mode": "marginal", "of": "increment", "less": ["other"], "tiers": steps}
    plan = {"last_year": {"sales": "700k"}}
    (found,) = ladders(evaluate(contract({"fee": fee, "other": {"rate": "2.5%"}}, plan)))
    assert [row.jump for row in found.rows] == [0, 100]
    assert found.rows[1].net
    assert found.rows[1].net.ends == 700_100


def test_terms_off_the_base_are_taken_off_however_they_hang_together() -> None:
    """A tenth off for `one`, a tenth of the rest for `two`: 5% of 810,000."""
    terms = {
        "fee": tiered(("1M", "5%"), less=["one", "two"]),
        "two": {"rate": "10%", "less": ["one"]},
        "one": {"rate": "10%"},
        "flat": {"amount": 5},
    }
    (found,) = ladders(evaluate(contract(terms)))
    assert (found.rows[0].payment, found.rows[0].effective_rate) == each(40_500, Decimal("0.05"))
    assert found.rows[0].loss == 40_500


def test_a_bound_so_far_that_its_payment_could_not_be_costed_stops_nobody() -> None:
    plan = {"last_year": {"sales": "900,000,000,000,000"}, "sales": "1M"}
    found = first(tiered(("200,000%", "100%"), measure="growth"), plan)
    assert found.payment == Decimal("1.8e18")


def test_terms_share_what_the_contract_costs_along_sales() -> None:
    terms = {"one": tiered(("500k", "1%")), "two": tiered(("500k", "2%")), "flat": {"amount": 5}}
    one, two = ladders(evaluate(contract(terms)))
    assert one.rows[0].all_fees == two.rows[0].all_fees
    assert one.rows[0].all_fees
    assert one.rows[0].all_fees.worst == 15_000
    assert one.rows[0].net
    assert one.rows[0].net.worst == 5_000
    assert ladders(evaluate(contract({"flat": {"amount": 5}}))) == ()


RETURNED: Keys = {"sales": "+20%", "last_year": {"sales": 1000}, "returns": 900}
CLOSED: Keys = {"stores": {"opening": 1, "new": 4, "closed": 3}}


@pytest.mark.parametrize("sales", ["+20%", "1200"])
def test_a_bound_that_no_plan_can_reach_is_not_available(sales: str) -> None:
    """Below sales of 900 more would come back than was sold; 1% of sales less returns was told as -4."""
    found = climbed(
        tiered(("500", "1%"), ("900", "2%"), ("1000", "3%"), of="net_sales"), {**RETURNED, "sales": sales}
    )
    assert [row.payment for row in found.rows] == [*each(None, 0, 3)]
    assert [row.jump for row in found.rows] == [*each(None, None, 1)]
    assert [(row.position, row.in_money) for row in found.rows] == [(1, True), (2, True), (3, True)]
    assert [row.impossible for row in found.rows] == ["returns", "", ""]
    assert [row.movable for row in found.rows] == [False, True, True]
    assert found.rows[1].net is None


@pytest.mark.parametrize(
    ("measure", "plan", "tiers", "payments", "reason"),
    [
        ("returns", RETURNED, [("from", 1200), ("over", 1201)], (0, None), "returns"),
        ("returns", RETURNED, [("from", 500), ("over", 1200)], (7, None), "returns"),
        ("last_year.sales", RETURNED, [("from", 749), ("from", 750)], (None, 0), "returns"),
        ("stores.new", CLOSED, [("from", 1), ("from", 2)], (None, 10_000), "closed"),
        ("stores.closing", CLOSED, [("from", 0), ("over", 1)], (10_000, 10_000), ""),
    ],
)
def test_a_plan_ends_where_its_numbers_make_none(
    measure: str, plan: Keys, tiers: list[tuple[str, int]], payments: tuple[object, ...], reason: str
) -> None:
    term = {
        "mode": "whole",
        "measure": measure,
        "of": "net_sales" if plan is RETURNED else "sales",
        "tiers": [{kind: at, "rate": "1%"} for kind, at in tiers],
    }
    found = climbed(term, plan)
    assert [row.payment for row in found.rows] == [*payments]
    assert {row.impossible for row in found.rows} == {"", reason}


def test_what_is_earned_back_at_a_single_sale_ends_the_dead_zone_there() -> None:
    """Right at 100,000 the second tier is not exceeded yet: 90,000 are left, as just short of 90,000; then less."""
    tiers = [{"from": "90k", "amount": "10k"}, {"over": "100k", "amount": "20k"}]
    assert ends(climbed({"mode": "whole", "tiers": tiers})) == ["100000.00", "110000.00"]
    # Reached right there, 10,000 less are left: only just short of it as much as before would be.
    tiers[1] = {"from": "100k", "amount": "20k"}
    assert ends(climbed({"mode": "whole", "tiers": tiers})) == ["110000.00", "110000.00"]


def test_of_all_fees_a_bound_may_be_like_neither_side() -> None:
    """Right at 100,000 the old fee has ended and the new one has not begun: 100,000 are left, for that sale alone."""
    terms = {
        "fee": {"mode": "whole", "tiers": [{"from": "90k", "amount": "5k"}]},
        "ends": {"mode": "whole", "tiers": [{"from": 0, "amount": "20k"}, {"from": "100k", "amount": 0}]},
        "begins": {"mode": "whole", "tiers": [{"over": "100k", "amount": "30k"}]},
    }
    found, *_ = ladders(evaluate(contract(terms)))
    (row,) = found.rows
    assert row.all_fees
    assert row.all_fees.ends == 95_000
    terms["fee"] = {"mode": "whole", "tiers": [{"from": "90k", "amount": "15k"}]}
    (row,) = ladders(evaluate(contract(terms)))[0].rows
    assert row.all_fees
    assert row.all_fees.ends == 100_000


def test_a_ladder_is_that_of_its_term_and_tells_no_margin_unasked() -> None:
    scenario = contract({"flat": {"amount": 5}, "fee": tiered(("1M", "1%"))}, private={"margin": "30%"})
    (found,) = ladders(evaluate(scenario))
    assert (found.key, found.term) == ("fee", scenario.terms["fee"])
    assert found.rows[0].margin is None
    (found,) = ladders(evaluate(scenario), internal=True)
    assert found.rows[0].margin


def test_terms_on_different_figures_share_nothing_of_what_the_contract_costs() -> None:
    one, two = tiered(("500k", "1%")), tiered(("500k", "2%"), measure="sales_incl_tax")
    plan = {"vat": "25%"}
    found = ladders(evaluate(contract({"one": one, "two": two}, plan)))
    assert found == tuple(reversed(ladders(evaluate(contract({"two": two, "one": one}, plan)))))
    assert [ladder.rows[0].all_fees and ladder.rows[0].all_fees.worst for ladder in found] == [
        *each(5_000, 8_000)
    ]


def test_no_dead_zone_begins_where_no_plan_stops_short() -> None:
    plan = {"sales": 1200, "returns": 900}
    found = first(tiered(("900", "50")), plan)
    assert (found.payment, found.jump, found.net, found.all_fees) == each(50, None, None, None)


def test_bounds_below_a_single_unit_are_climbed_too() -> None:
    found = climbed(tiered(("0.5", "0.1"), ("0.7", "0.3")))
    assert [row.jump for row in found.rows] == [Decimal("0.1"), Decimal("0.2")]


def test_beyond_twice_the_highest_bound_nothing_is_earned_back() -> None:
    plan = {"last_year": {"sales": "900,000,000,000,000"}, "sales": "1M"}
    assert first(tiered(("200,000%", "60%"), measure="growth"), plan).net == (None, None)
    found = first(tiered(("200,000%", "40%"), measure="growth"), plan)
    assert found.net
    assert found.net.ends == 3 * Decimal(10) ** 18


def test_what_is_exactly_earned_back_behind_a_bound_ends_the_dead_zone_there() -> None:
    tiers = [{"from": "90k", "amount": "10k"}, {"over": "99k", "amount": "9k"}]
    low, _ = climbed({"mode": "whole", "tiers": tiers}).rows
    assert low.net == each(99_000, 10_000)


def test_what_comes_behind_the_end_of_a_dead_zone_is_not_lost_in_it() -> None:
    tiers = [{"from": "90k", "amount": "10k"}, {"over": "100k", "amount": "50k"}]
    low, _ = climbed({"mode": "whole", "tiers": tiers}).rows
    assert low.net == each(100_000, 10_000)


def test_nothing_is_lost_where_rounding_leaves_as_much_as_stopping_short() -> None:
    """40% from 100 on is earned back at 166.67; of 166 won 66.4 are paid as 66, and 100 are left."""
    found = first(tiered(("100", "40%")), {"sales": 166}, currency="KRW")
    assert found.net
    assert (found.net.ends, found.loss) == each(167, None)


@pytest.mark.parametrize(("sales", "loss"), [(909_999, 40_001), (910_000, 40_000), ("910000.01", None)])
def test_at_the_end_of_a_dead_zone_the_plan_is_in_it_where_the_way_out_begins_above(
    sales: int | str, loss: int | None
) -> None:
    """50,000 from 900,000 up to 910,000 itself, and nothing above: at 910,000 there are still 40,000 less."""
    tiers = [{"from": "900k", "amount": "50k"}, {"over": "910k", "amount": 0}]
    found = first({"mode": "whole", "tiers": tiers}, {"sales": sales})
    assert (found.net and found.net.ends, found.loss) == each(910_000, loss)


def test_at_the_end_of_a_dead_zone_that_is_earned_back_there_is_none() -> None:
    """From 1,000,000 on 2%, earned back at 1,020,408.163...; half of everything beyond 100 is earned back at 200."""
    assert first(tiered(("1M", "2%")), {"sales": "1020408.16"}).loss is None
    assert first(tiered(("100", "50%")), {"sales": 200}).loss is None
    assert first(tiered(("100", "50%")), {"sales": 199}).loss == Decimal("0.5")


@pytest.mark.parametrize(
    ("private", "internal"), [({"margin": "30%"}, True), ({"margin": "30%"}, False), ({}, True)]
)
def test_a_margin_is_looked_at_where_it_may_be_shown_and_is_there(private: Keys, internal: bool) -> None:
    more = {"private": private} if private else {}
    statement = evaluate(contract({"fee": tiered(("900k", "1%"))}, **more))
    found = contract_ladders(statement, internal=internal)
    assert found.internal is (internal and bool(private))
    assert [ladder.key for ladder in found.ladders] == ["fee"]
    assert bool(found.ladders[0].rows[0].margin) is found.internal
    assert found.ladders[0].standing == standing_of("fee", found.ladders[0].rows)
