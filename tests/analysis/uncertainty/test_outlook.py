"""What to expect of a contract: what is drawn agrees with what is computed, and both with closed forms."""

from __future__ import annotations

from decimal import Decimal
from math import log, sqrt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.analysis.defaults import DISTRIBUTIONS
from ka_terms.analysis.internal import exceeded_limits, internal_view
from ka_terms.analysis.uncertainty import simulation
from ka_terms.analysis.uncertainty.outlook import RANKED, Expected, Method, NoEstimates, Outlook, outlook
from ka_terms.analysis.uncertainty.simulation import SimulatedValue, percentile
from ka_terms.calculation.costs import cost_contract
from ka_terms.calculation.readings.exact import Exact, exactly
from ka_terms.calculation.statement import evaluate
from ka_terms.model.settings.catalogue import Catalogue, FeeType
from ka_terms.model.vocabulary.metrics import TOTALS, term_metric
from tests.contracts import CASE, PLAN_2003, Keys, contract
from tests.examples import examples
from tests.metrics import named

SALES: Keys = {"sales": {"low": "8M", "likely": "10M", "high": "11M"}}
GROWTH: Keys = {"sales": {"low": "+80%", "likely": "+150%", "high": "+175%"}}
NEW: Keys = {"stores": {"opening": 25, "new": {"low": 5, "likely": 10, "high": 12}}}
ANNUAL: Keys = {"mode": "whole", "tiers": [{"from": "9M", "rate": "1%"}]}
KINDS = st.sampled_from([*DISTRIBUTIONS])


def seen(terms: Keys, plan: Keys, kind: str = "uniform", draws: int = 1000, **more: Any) -> Outlook:
    """The outlook of a contract; few draws, since most tests look at what is computed."""
    return outlook(contract(terms, plan), Method(kind, draws), **more)


def of(found: Outlook, metric: str) -> Expected:
    return next(one for one in found.expected if one.metric.name == metric)


def value(found: Outlook, metric: str) -> float:
    computed = of(found, metric).computed
    assert computed is not None
    return computed.value


def chance(found: Outlook, term: str, tier: int = 1) -> float:
    computed = found.tiers[term][tier - 1][1].computed
    assert computed is not None
    return computed.value


def test_the_tiers_of_every_quarter() -> None:
    """Sales from 8M to 12M, uniform; a quarter has 10, 20, 30 and 40% of them against 2.5M each."""
    quarterly: Keys = {
        "mode": "whole",
        "measure": "achievement",
        "each": "quarter",
        "tiers": [{"from": "90%", "rate": "1%"}],
    }
    months = {"quarters": {"sales": ["10%", "20%", "30%", "40%"]}}
    sales = {"low": "8M", "likely": "10M", "high": "12M"}
    found = seen({"q": quarterly}, {"sales": sales, "target": "10M", "months": months})
    assert [each.settlement and each.settlement.calendar for each in found.all_tiers] == [
        (1, 2, 3),
        (4, 5, 6),
        (7, 8, 9),
        (10, 11, 12),
    ]
    computed = [each.tiers[0][1].computed for each in found.period_tiers]
    assert [round(one.value, 6) for one in computed if one] == [0, 0.1875, 1, 1]
    simulated = [each.tiers[0][1].simulated for each in found.period_tiers]
    assert all(
        one and abs(one.value - at) < 0.05 for one, at in zip(simulated, [0, 0.1875, 1, 1], strict=True)
    )


def test_a_flat_rate_settled_every_month_has_no_tiers_to_reach() -> None:
    months = {"quarters": {"sales": ["10%", "20%", "30%", "40%"]}}
    found = seen({"m": {"rate": "1%", "each": "month"}}, {**SALES, "months": months})
    assert found.likely.lines[0].settlements
    assert found.all_tiers == ()


# ---------------------------------------------------------------- closed forms


def test_a_whole_tier_on_uniform_sales() -> None:
    """From 8M to 11M, 1% from 9M on: the integral of 1% x from 9M to 11M, over 3M."""
    found = seen({"annual_rebate": ANNUAL}, SALES)
    assert value(found, "annual_rebate") == pytest.approx(0.01 * (11e6**2 - 9e6**2) / 2 / 3e6, rel=1e-12)
    assert chance(found, "annual_rebate") == pytest.approx(2 / 3, abs=1e-12)
    assert value(found, "net_net_sales") == pytest.approx(9.5e6 - value(found, "total_fees"), rel=1e-12)
    assert found.summed is False


def test_a_lump_sum_on_the_triangle() -> None:
    """From 6M over 8M to 10M, half of the upper half lies beyond 9M by an eighth of all."""
    lump: Keys = {"bonus": {"mode": "whole", "tiers": [{"over": "9M", "amount": "100,000"}]}}
    found = seen(lump, {"sales": {"low": "6M", "likely": "8M", "high": "10M"}}, "triangular")
    assert chance(found, "bonus") == pytest.approx(1 / 8, abs=1e-12)
    assert value(found, "bonus") == pytest.approx(12_500, rel=1e-12)


def test_the_ratio_of_a_lump_sum_is_no_lump_sum_over_the_mean() -> None:
    """The mean of 1 / x from a to b is ln(b / a) / (b - a)."""
    found = seen({"fee": {"amount": "1M"}}, SALES)
    assert value(found, "fee_ratio") == pytest.approx(1e6 * log(11 / 8) / 3e6, rel=1e-12)


def test_pert_is_the_beta_distribution() -> None:
    """With the likely value in the middle: F(x) = 10 x^3 - 15 x^4 + 6 x^5."""
    found = seen({"annual_rebate": ANNUAL}, {"sales": {"low": "8M", "likely": "10M", "high": "12M"}}, "pert")
    assert chance(found, "annual_rebate") == pytest.approx(1 - (10 / 64 - 15 / 256 + 6 / 1024), abs=1e-12)


def test_bands_add_up() -> None:
    """0.01 x (x - 9M) from 9M to 11M, over 3M."""
    marginal = {**ANNUAL, "mode": "marginal"}
    assert value(seen({"fee": marginal}, SALES), "fee") == pytest.approx(0.01 * 2e6**2 / 2 / 3e6, rel=1e-12)


def test_whole_stores_are_summed_one_by_one() -> None:
    """5 to 8 evenly: the ends are drawn half as often as what lies between, as drawing rounds."""
    stores = {"opening": 25, "new": {"low": 5, "likely": 6, "high": 8}}
    tier: Keys = {"mode": "whole", "measure": "stores.new", "tiers": [{"from": 7, "amount": 600}]}
    found = seen({"fee": {"amount": 6, "per": "stores.new"}, "bonus": tier}, {"stores": stores})
    assert value(found, "fee") == pytest.approx(5 + 2 * 6 + 2 * 7 + 8, rel=1e-12)
    assert chance(found, "bonus") == pytest.approx(1 / 2, abs=1e-12)
    assert value(found, "bonus") == pytest.approx(300, rel=1e-12)
    assert found.summed is True


@given(KINDS, st.integers(0, 100), st.integers(1, 100), st.integers(0, 100), st.integers(0, 1000))
@examples(25)
def test_a_fee_in_proportion_is_expected_at_the_mean(
    kind: str, low: int, rise: int, more: int, permille: int
) -> None:
    sales = {
        case: f"{amount}k"
        for case, amount in zip(("low", "likely", "high"), (low, low + rise, low + rise + more), strict=True)
    }
    found = seen({"fee": {"rate": f"{Decimal(permille) / 10}%"}}, {"sales": sales}, kind, 100)
    at_mean = of(found, "fee").at_mean
    assert at_mean is not None
    assert value(found, "fee") == pytest.approx(float(at_mean), abs=0.011)
    assert value(found, "sales") == pytest.approx(float(found.at_mean.sales), abs=0.0051)


def test_growth_is_expected_as_the_sales_it_comes_to() -> None:
    growth = {"last_year": {"sales": "60M"}, "sales": {"low": "+100%", "likely": "+150%", "high": "+201%"}}
    amounts = {"sales": {"low": "120M", "likely": "150M", "high": "180.6M"}}
    terms: Keys = {
        "fee": {"rate": "1.37%"},
        "bonus": {"mode": "whole", "tiers": [{"from": "155M", "rate": "1%"}]},
    }
    one, other = seen(terms, growth, "pert"), seen(terms, amounts, "pert")
    assert one.at_mean.sales == other.at_mean.sales == 150_100_000
    assert one.at_mean.total_fees == other.at_mean.total_fees
    assert one.expected == other.expected
    assert one.tiers == other.tiers
    assert one.percentiles == other.percentiles


def test_growth_on_no_sales_is_expected_to_come_to_nothing() -> None:
    plan: Keys = {"last_year": {"sales": 0}, "sales": {"low": "+80%", "likely": "+150%", "high": "+175%"}}
    assert value(seen({"fee": {"rate": "1%"}}, plan), "fee") == 0


def test_growth_to_sales_that_no_file_may_state_has_an_outlook() -> None:
    plan: Keys = {
        "last_year": {"sales": "999999999999999"},
        "sales": {"low": "+80%", "likely": "+150%", "high": "+175%"},
    }
    assert seen({"fee": {"rate": "1%"}}, plan, "pert").at_mean.sales == Decimal("2424999999999997.58")


# ---------------------------------------------------------------- drawn and computed


UNCERTAIN: list[Keys] = [SALES, GROWTH, {"sales": "9M", **NEW}]


@pytest.mark.parametrize("kind", DISTRIBUTIONS)
@pytest.mark.parametrize("plan", UNCERTAIN, ids=["sales", "growth", "stores"])
@pytest.mark.parametrize("name", ["2003 ask", "2003 agreed"])
def test_drawing_comes_near_to_what_is_computed(name: str, plan: Keys, kind: str) -> None:
    draws = 2000
    for seed in range(5):
        found = outlook(contract(CASE[name], {**PLAN_2003, **plan}), Method(kind, draws, seed), named("vpo"))
        for one in found.expected:
            assert one.simulated
            assert one.computed
            assert abs(one.simulated.value - one.computed.value) <= 4 * one.simulated.standard_error + 0.02
            assert one.computed.error <= 1e-9 * abs(one.computed.value)
        for tiers in found.tiers.values():
            for _, (simulated, computed) in tiers:
                assert simulated
                assert computed
                share = computed.value
                error = sqrt(max(share * (1 - share), 1 / draws) / draws)
                assert abs(simulated.value - share) <= 4 * error


def test_where_fees_jump_expected_fees_are_not_the_fees_at_expected_sales() -> None:
    found = seen({"annual_rebate": ANNUAL}, SALES)
    assert found.at_mean.sales == 9_500_000
    assert of(found, "annual_rebate").at_mean == 95_000
    assert of(found, "annual_rebate").at_likely == 100_000
    assert value(found, "annual_rebate") == pytest.approx(66_666.67, abs=0.01)


@given(KINDS, st.integers(0, 99))
@examples(15)
def test_every_draw_is_a_statement_to_the_cent(kind: str, seed: int) -> None:
    """With a term a draw, percentiles of so few draws are statements of the scenario at what was drawn."""
    found = outlook(
        contract(CASE["2003 ask"], {**PLAN_2003, **NEW}), Method(kind, 100, seed), named("total_fees")
    )
    values = found.percentiles[TOTALS["total_fees"]]
    assert values
    fees = {
        float(
            evaluate(
                contract(CASE["2003 ask"], {**PLAN_2003, "stores": {"opening": 25, "new": new}})
            ).total_fees
        )
        for new in range(5, 13)
    }
    assert {one.value for one in values.values()} <= fees


def test_the_first_draws_of_many_are_those_of_few(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = seen({"fee": ANNUAL}, {**SALES, **NEW}, draws=500)
    monkeypatch.setattr(simulation, "BLOCK", 64)
    in_blocks = seen({"fee": ANNUAL}, {**SALES, **NEW}, draws=500)
    for one, other in zip(whole.expected, in_blocks.expected, strict=True):
        assert one.simulated == pytest.approx(other.simulated, rel=1e-9)
    assert whole.percentiles == in_blocks.percentiles
    assert whole.summed is None
    assert {one.computed for one in whole.expected} == {None}


def test_numbers_may_outgrow_64_bits_in_the_midst_of_a_formula() -> None:
    plan = {"sales": {"low": "8M", "likely": "90M", "high": "900,000,000,000,000"}}
    found = seen({"fee": {"rate": "1.234567%"}}, plan, draws=300)
    assert value(found, "fee") == pytest.approx(0.01234567 * (8e6 + 9e14) / 2)


# ---------------------------------------------------------------- what is n/a


def test_a_plan_without_estimates_is_certain() -> None:
    with pytest.raises(NoEstimates):
        outlook(contract(), Method())


def test_a_ratio_whose_mean_is_infinite_is_not_computed() -> None:
    """1 / x from 0 on."""
    found = seen({"fee": {"amount": "1M"}}, {"sales": {"low": 0, "likely": 0, "high": "1M"}})
    assert of(found, "fee_ratio").computed is None
    assert value(found, "total_fees") == 1_000_000


def test_a_share_of_nothing_at_a_node_is_not_computed() -> None:
    """The bands of an increment are shared out to sales: zero of zero where the increment begins."""
    fee = {
        "mode": "marginal",
        "measure": "increment",
        "of": "sales",
        "tiers": [{"from": 0, "rate": "1%"}, {"from": "1M", "rate": "3%"}],
    }
    plan = {"sales": {"low": "5M", "likely": "8M", "high": "15M"}, "last_year": {"sales": "10M"}}
    found = seen({"fee": fee}, plan)
    assert of(found, "fee").computed is None
    assert of(found, "fee").simulated
    assert of(found, "sales").computed


def test_what_is_not_given_at_one_of_the_values_is_not_expected() -> None:
    stores = {"opening": 0, "new": {"low": 0, "likely": 1, "high": 2}}
    found = seen({}, {"stores": stores}, metrics=named("vpo", "vpo_volume", "sales"))
    for metric in ("vpo", "vpo_volume"):
        assert of(found, metric)[1:3] == (None, None)
        assert found.percentiles[TOTALS[metric]] is None
    assert value(found, "sales") == 1_000_000
    volume = seen({}, SALES, metrics=named("vpo_volume"))
    assert of(volume, "vpo_volume") == Expected(TOTALS["vpo_volume"], None, None, None, None)


def test_without_stores_at_all_a_figure_a_store_is_not_given() -> None:
    found = seen({}, {**SALES, "stores": {"opening": 0}}, metrics=named("vpo"))
    assert of(found, "vpo")[1:3] == (None, None)


def test_a_fee_that_depends_on_nothing_has_no_error() -> None:
    found = seen({"fee": {"amount": 7}, "free": {"amount": 0}}, SALES, metrics=named("fee"))
    assert of(found, "fee").simulated == SimulatedValue(7, 0)
    assert found.percentiles[term_metric("fee")] == dict.fromkeys(found.percents, SimulatedValue(7, 0))
    assert [one.metric for one in found.expected][:4] == [*found.results]
    assert value(found, "fee") == pytest.approx(7)
    assert value(found, "free") == 0


# ---------------------------------------------------------------- percentiles


def test_percentiles_are_the_nearest_rank() -> None:
    ordered = [float(number) for number in range(1, 101)]
    assert percentile(ordered, 50) == SimulatedValue(50, 5)  # d = sqrt(100 x 1/2 x 1/2)
    assert percentile(ordered, 90) == SimulatedValue(90, 3)
    assert percentile(ordered[:99], 90).value == 90
    # Beyond the last value there is none to look at.
    assert percentile([1.0, 2.0], 95) == SimulatedValue(2, 0.5)


def test_the_error_of_a_percentile_is_how_far_it_strays() -> None:
    """Of a uniform median: the density at it is 1 / 3M, so sqrt(1/4 / n) x 3M."""
    medians = []
    for seed in range(40):
        found = outlook(contract(plan=SALES), Method("uniform", 400, seed), named("sales"))
        values = found.percentiles[TOTALS["sales"]]
        assert values
        medians.append(values[50])
    strayed = sqrt(sum((one.value - 9.5e6) ** 2 for one in medians) / 40)
    assert strayed == pytest.approx(3e6 / 40, rel=0.3)
    assert sum(one.standard_error for one in medians) / 40 == pytest.approx(3e6 / 40, rel=0.2)


# ---------------------------------------------------------------- the walk-away


PRIVATE: Keys = {
    "margin": "32%",
    "cost_of_capital": "6%",
    "walk_away": {"fee_ratio": "1%", "total_fees": "95,000", "net_net_sales": "9M", "contribution": "2.9M"},
}
INSIDE: Keys = {"private": PRIVATE, "conditions": {"payment_days": 60}}


def test_how_probable_it_is_to_cross_the_walk_away() -> None:
    scenario = contract({"fee": {"amount": "95,000"}}, SALES, **INSIDE)
    found = outlook(scenario, Method("uniform"), internal=True)
    shares = {
        metric: (bound, chance.computed and chance.computed.value)
        for metric, bound, chance in found.walk_away
    }
    assert shares == {
        "fee_ratio": (Decimal("0.01"), pytest.approx(1.5 / 3)),  # below 9.5M
        "total_fees": (95_000, 0),
        "net_net_sales": (9_000_000, pytest.approx(1.095 / 3)),
        # 0.32 S - 0.06 x 60 / 365 S - 95,000 = 2.9M
        "contribution": (2_900_000, pytest.approx((2.995 / (0.32 - 3.6 / 365) - 8) / 3, abs=1e-6)),
    }
    for _, _, (simulated, computed) in found.walk_away:
        assert simulated
        assert computed
        assert abs(simulated.value - computed.value) <= 4 * sqrt(0.25 / 20_000)


def test_the_walk_away_stays_inside_unless_it_is_asked_for() -> None:
    scenario = contract({}, SALES, **INSIDE)
    assert outlook(scenario, Method(draws=100)).walk_away == ()
    assert outlook(contract({}, SALES), Method(draws=100), internal=True).walk_away == ()


def test_a_bound_on_what_cannot_be_told_has_no_probability() -> None:
    for plan in (SALES, NEW):
        scenario = contract({}, plan, private={"walk_away": {"contribution": 1}})
        ((_, _, chance),) = outlook(scenario, Method(draws=100), internal=True).walk_away
        assert chance == (None, None)


@given(st.integers(0, 12_000_000), st.integers(0, 200_000), st.booleans())
def test_a_crossing_is_a_room_below_zero(sales: int, fee: int, margin: bool) -> None:
    private = PRIVATE if margin else {"walk_away": PRIVATE["walk_away"]}
    more: dict[str, Any] = {**INSIDE, "private": private}
    scenario = contract({"fee": {"amount": fee}}, {"sales": sales}, **more)
    view = internal_view(evaluate(scenario))
    assert view
    with exactly():
        found = exceeded_limits(scenario, cost_contract(scenario, Exact()))
    rooms = {one.metric: one.distance for one in view.walk_away}
    # Without sales there is no fee ratio, but any fee is more than any share of nothing.
    expected = {metric: None if room is None else room < 0 for metric, room in rooms.items()}
    assert found == {**expected, **({"fee_ratio": fee > 0} if not sales else {})}


def test_the_metrics_asked_for_come_between_totals_and_lines() -> None:
    found = seen({"fee": {"amount": 1}}, SALES, metrics=named("fee", "vpo"))
    names = [one.metric.name for one in found.expected]
    assert names == ["sales", "total_fees", "fee_ratio", "net_net_sales", "fee", "vpo"]
    assert [*seen({}, SALES).percentiles] == [*RANKED]


def test_fees_have_their_names_from_the_catalogue() -> None:
    own = Catalogue(fees={"fee": FeeType(key="fee", names={"en": "My fee"})})
    found = seen({"fee": {"amount": 1}}, SALES, catalogue=own)
    assert [line.fee.names["en"] for one in (found.likely, found.at_mean) for line in one.lines] == [
        "My fee",
        "My fee",
    ]
    assert (found.method.draws, [one.path for one in found.uncertain]) == (1000, ["sales"])


def test_steps_without_number_are_drawn_and_not_summed() -> None:
    lots: Keys = {"amount": 6, "per": "sales", "for_every": {"sales": 1}}
    assert seen({"fee": lots}, SALES).summed is None
