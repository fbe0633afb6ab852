"""Solving for a number: real questions on the worked case, and each way in which a solution can begin or end."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import pytest

from ka_terms.analysis.breakeven.condition import read_condition, read_rule, read_step, same_cost
from ka_terms.analysis.breakeven.solve import Solved, solve
from ka_terms.analysis.inputs.inputs import find
from ka_terms.analysis.inputs.moved import moved
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.numbers.number import LARGEST
from tests.contracts import Keys, case, contract, each

PROPOSAL, AGREED, ASK = (case(f"2003 {name}") for name in ("proposal", "agreed", "ask"))
CENT = Decimal("0.01")


def ask(scenario: Scenario, path: str, rule: str, step: str = "") -> Solved:
    """The answer to a rule on one contract."""
    condition = read_condition([scenario], read_rule(rule, [evaluate(scenario)]), path)
    return solve(condition._replace(step=read_step(condition.input, step)) if step else condition)


def level(one: Scenario, other: Scenario, path: str, metric: str = "total_fees") -> Solved:
    """The answer to where two contracts have the same metric."""
    rule = same_cost(metric, [evaluate(one), evaluate(other)])
    return solve(read_condition([one, other], rule, path))


def spans(solved: Solved) -> list[tuple[str, str, str, str]]:
    """Every solution as the exact ends, in brackets that tell whether they belong to it."""
    return [
        (
            "[" if one.low.included else "(",
            _number(one.low.at),
            _number(one.high.at),
            "]" if one.high.included else ")",
        )
        for one in solved.solutions
    ]


def _number(at: Fraction) -> str:
    return "no end" if at == LARGEST else str(round(float(at), 6)).removesuffix(".0")


def rounded(solved: Solved) -> list[tuple[Decimal | None, Decimal | None]]:
    return [(one.low.rounded, one.high.rounded) for one in solved.solutions]


def lacking(solved: Solved) -> list[tuple[object, ...]]:
    """Where no value hits: from where to where, and the neighbours as plain pairs."""
    return [each(*one) for one in solved.missed]


def tiers(*bounds: tuple[str, str, str], mode: str = "whole", **more: object) -> Keys:
    return {"mode": mode, "tiers": [{kind: at, "rate": rate} for kind, at, rate in bounds], **more}


# ---------------------------------------------------------------- the worked case


def test_the_rate_that_keeps_fees_below_a_share_of_sales() -> None:
    solved = ask(PROPOSAL, "monthly_rebate", "fee_ratio <= 18%")
    assert spans(solved) == [("[", "0", "0.10408", "]")]
    assert solved.solutions[0].high.at == Fraction(1046000, 10050000)
    assert solved.answer == Decimal("0.1040")


@pytest.mark.parametrize(
    ("step", "answer"), [("", "8615.71"), ("500", "8500"), ("1", "8615"), ("0.001", "8615.714")]
)
def test_the_answer_is_rounded_to_the_safe_side(step: str, answer: str) -> None:
    assert ask(PROPOSAL, "dm_tg_fee", "fee_ratio <= 18%", step).answer == Decimal(answer)


def test_a_floor_is_rounded_upwards() -> None:
    assert ask(PROPOSAL, "dm_tg_fee", "fee_ratio >= 18%", "500").answer == 9000


def test_an_equation_on_vpo() -> None:
    solved = ask(PROPOSAL, "sales", "vpo = 611,000")
    assert spans(solved) == [("[", "18330000", "18330000", "]")]
    assert solved.answer == 18_330_000


def test_every_solution_is_given_and_every_jump_across_the_target() -> None:
    solved = ask(PROPOSAL, "sales", "fee_ratio = 8.8%")
    assert [pair[0] for pair in rounded(solved)] == [Decimal("9742647.06"), Decimal("10515873.02")]
    assert [each(*jump) for jump in solved.jumps] == [(10_000_000, Fraction("0.08625"), Fraction("0.09125"))]
    assert (solved.best, solved.answer) == (0, Decimal("9742647.06"))


def test_a_target_inside_a_jump_is_unattainable() -> None:
    solved = ask(PROPOSAL, "sales=9.9M..10.1M", "fee_ratio = 8.8%")
    assert (solved.solutions, solved.answer) == ((), None)
    assert [jump.at for jump in solved.jumps] == [10_000_000]


def test_the_ratio_falls_jumps_above_the_limit_and_falls_again() -> None:
    solved = ask(PROPOSAL, "sales", "fee_ratio <= 8.8%")
    assert spans(solved) == [
        ("[", "9742647.058824", "10000000", ")"),
        ("[", "10515873.015873", "no end", ")"),
    ]
    assert solved.solutions[0].high.jump
    assert solved.solutions[0].high.rounded == Decimal("9999999.99")
    assert solved.answer == Decimal("9999999.99")


def test_what_is_never_reached_tells_how_near_it_comes() -> None:
    solved = ask(PROPOSAL, "sales=5M..20M", "fee_ratio <= 2%")
    assert solved.nearest
    assert each(solved.nearest.at, solved.nearest.side) == (20_000_000, 0)
    assert solved.nearest.value == Fraction(evaluate(PROPOSAL).total_fees + 248_750) / 20_000_000


def test_of_two_contracts_the_place_where_they_cost_the_same() -> None:
    solved = level(AGREED, PROPOSAL, "dm_tg_fee", "fee_ratio")
    assert spans(solved) == [("[", "21445.714286", "21445.714286", "]")]
    assert solved.answer == Decimal("21445.71")
    assert [part.side for part in solved.parts if part.low < part.high] == [1, -1]


def test_two_contracts_that_never_cost_the_same_tell_how_far_they_stay_apart() -> None:
    solved = level(ASK, PROPOSAL, "sales=1M..12M")
    assert not solved.solutions
    assert solved.nearest
    assert solved.nearest.at == 1_000_000


def test_two_contracts_may_leap_past_each_other() -> None:
    flat, jumping = contract({"a": {"amount": 5_000}}), contract({"a": tiers(("from", "500k", "2%"))})
    solved = level(flat, jumping, "sales", "a")
    assert not solved.solutions
    assert [each(*jump) for jump in solved.jumps] == [(500_000, 5_000, -5_000)]


def test_a_term_that_one_of_two_contracts_lacks_costs_it_nothing() -> None:
    solved = level(contract({"a": {"amount": 50}}), contract({"b": {"amount": 3}}), "sales", "a")
    assert solved.nearest
    assert solved.nearest.value == 50


@pytest.mark.parametrize(("path", "same"), [("sales", True), ("a", False)])
def test_plans_are_one_where_they_differ_in_the_input_alone(path: str, same: bool) -> None:
    one = contract({"a": {"rate": "1%"}}, {"last_year": {"sales": 500}, "sales": "+150%"})
    other = contract({"a": {"rate": "2%"}}, {"last_year": {"sales": 500}, "sales": 900})
    assert level(one, other, path).condition.on_one_plan is same
    assert level(one, one, path).condition.on_one_plan


# ---------------------------------------------------------------- ends


@pytest.mark.parametrize(
    ("kind", "rule", "span"),
    [
        ("from", "a < 2,000", ("[", "0", "100000", ")")),
        ("over", "a < 2,000", ("[", "0", "100000", "]")),
        ("from", "a >= 2,000", ("[", "100000", "no end", ")")),
        ("over", "a >= 2,000", ("(", "100000", "no end", ")")),
    ],
)
def test_a_bound_belongs_to_the_side_its_tier_says(kind: str, rule: str, span: tuple[str, ...]) -> None:
    solved = ask(contract({"a": tiers((kind, "100k", "2%"))}), "sales", rule)
    assert spans(solved) == [span]
    edge = (
        Decimal(100_000) - (CENT if span[3] == ")" else 0)
        if span[1] == "0"
        else 100_000 + (span[0] == "(") * CENT
    )
    assert solved.answer == edge


@pytest.mark.parametrize(("rule", "end"), [("a < 100", ")"), ("a <= 100", "]")])
def test_a_strict_rule_leaves_its_limit_out(rule: str, end: str) -> None:
    solved = ask(contract({"a": {"rate": "1%"}}), "sales", rule)
    assert spans(solved) == [("[", "0", "10000", end)]
    assert solved.answer is not None
    # Up to 99.995 an amount rounds to less than the limit, and up to 100.005 to the limit itself.
    assert solved.answer == Decimal("10000.49" if end == "]" else "9999.49")


def test_a_range_may_end_right_at_a_jump() -> None:
    solved = ask(PROPOSAL, "sales=8M..10M", "fee_ratio <= 8.7%")
    assert spans(solved) == [("[", "9888059.701493", "10000000", ")")]
    assert not solved.solutions[0].high.outermost
    assert solved.solutions[0].high.jump
    assert spans(ask(PROPOSAL, "sales=8M..10M", "annual_rebate >= 1%")) == [
        ("[", "10000000", "10000000", "]")
    ]
    assert [jump.at for jump in ask(PROPOSAL, "sales=9.9M..10M", "fee_ratio = 9%").jumps] == [10_000_000]
    over = contract({"a": tiers(("over", "2M", "1%"))})
    assert [each(*jump) for jump in ask(over, "sales=2M..3M", "a = 10k").jumps] == [(2_000_000, 0, 20_000)]


def test_a_place_at_the_end_of_the_range_is_not_the_whole_range() -> None:
    solved = ask(PROPOSAL, "sales=9M..10.05M", "sales = 10.05M")
    assert spans(solved) == [("[", "10050000", "10050000", "]")]
    assert not solved.holds_everywhere
    assert solved.answer == 10_050_000


def test_a_number_between_two_bounds_stays_off_both() -> None:
    solved = ask(PROPOSAL, "annual_rebate.tiers.1.from", "fee_ratio >= 1%")
    assert spans(solved) == [("[", "0", "10000000", ")")]
    assert solved.holds_everywhere
    assert solved.answer is None
    assert solved.solutions[0].high.rounded == Decimal("9999999.99")


def test_moving_a_bound_past_the_sales_saves_the_tier() -> None:
    solved = ask(PROPOSAL, "annual_rebate.tiers.2.from", "fee_ratio <= 9%")
    assert spans(solved) == [("(", "10050000", "no end", ")")]
    assert solved.answer == Decimal("10050000.01")


def test_whole_numbers_are_rounded_inwards() -> None:
    solved = ask(PROPOSAL, "stores.new", "vpo <= 300k")
    assert spans(solved) == [("[", "17", "no end", ")")]
    assert solved.answer == 17
    assert ask(PROPOSAL, "stores.new", "vpo < 300k").answer == 18


PER_STORE = contract({"a": {"amount": 100, "per": "stores.new"}}, {"stores": {"opening": 1}})


def test_an_equation_that_no_whole_number_meets_is_unattained() -> None:
    solved = ask(PER_STORE, "stores.new", "a = 340")
    assert (solved.solutions, solved.best, solved.answer) == ((), None, None)
    assert lacking(solved) == [(Fraction("3.4"), Fraction("3.4"), (3, 300), (4, 400))]
    assert not solved.is_attained
    assert ask(PER_STORE, "stores.new", "a = 300").answer == 3


def test_a_rule_that_holds_between_whole_numbers_only_is_unattained() -> None:
    band = tiers(("over", "3", "1%"), ("from", "4", "2%"), measure="stores.closing")
    scenario = contract({"a": band}, {"stores": {"opening": 0}})
    solved = ask(scenario, "stores.new", "a = 10,000")
    assert lacking(solved) == [(3, 4, (3, 0), (4, 20_000))]
    assert not solved.is_attained
    solved = ask(contract({"a": band}, {"stores": {"opening": 0}}), "stores.new=0..3", "a >= 20,000")
    assert solved.nearest
    assert each(*solved.nearest) == (0, 0, 0)


@pytest.mark.parametrize(
    ("kind", "below", "above"), [("from", (4, 0), (5, 10_000)), ("over", (5, 0), (6, 10_000))]
)
def test_a_jump_past_the_target_tells_the_whole_numbers_on_either_side(
    kind: str, below: tuple[int, int], above: tuple[int, int]
) -> None:
    scenario = contract({"a": tiers((kind, "5", "1%"), measure="stores.closing")}, {"stores": {"opening": 0}})
    assert lacking(ask(scenario, "stores.new", "a = 5,000")) == [(5, 5, below, above)]


def test_whole_numbers_on_either_side_of_what_holds_nowhere_between_are_one_range() -> None:
    # (x - 2.4) (x - 2.6) is below zero between 2 and 3 stores only.
    scenario = contract(
        {"a": {"amount": 2, "per": ["stores.opening", "stores.closing"]}, "b": {"amount": 10}},
        {"stores": {"opening": 3}},
    )
    solved = ask(scenario, "stores.opening=1..9", "fees_a_store >= 8.95")
    assert [each(*pair) for pair in rounded(solved)] == [(1, 9)]
    assert solved.holds_everywhere


@pytest.mark.parametrize("step", ["0.01", "0.001"])
def test_an_amount_that_no_step_of_money_meets_is_unattained(step: str) -> None:
    scenario = contract({"a": {"amount": 20, "per": "stores.closing"}}, {"stores": {"opening": 7}})
    solved = ask(scenario, "a", "a = 100", step)
    near = {"0.01": ((Decimal("14.28"), Decimal("99.96")), (Decimal("14.29"), Decimal("100.03")))}
    assert [each[2:] for each in solved.missed] == ([near[step]] if step in near else [])
    assert solved.answer == (None if step in near else Decimal("14.286"))


def test_a_rate_is_held_against_the_amount_it_comes_to() -> None:
    scenario = contract({"a": {"rate": "1%"}})
    (one,) = lacking(ask(scenario, "a", "a = 12,345"))
    assert one[2:] == ((Decimal("0.0123"), 12_300), (Decimal("0.0124"), 12_400))
    assert ask(scenario, "a", "a = 12,345", "0.001%").missed
    assert ask(scenario, "a", "a = 12,345", "0.0001%").answer == Decimal("0.012345")


def test_the_nearest_step_answers_where_a_share_is_to_be_met_or_two_contracts_meet() -> None:
    scenario = contract({"a": {"rate": "1%"}, "b": {"amount": 777}})
    solved = ask(scenario, "a", "fee_ratio = 2%")
    assert (solved.answer, solved.solutions[0].low.metric) == (Decimal("0.0192"), Decimal("0.019977"))
    other = contract(
        {"a": {"rate": "1%"}, "b": {"amount": 50, "per": "stores.closing"}}, {"stores": {"opening": 7}}
    )
    solved = level(scenario.model_copy(update={"plan": other.plan}), other, "b")
    assert solved.answer == 0
    assert not level(
        contract({"a": {"amount": 8, "per": "stores.new"}}, {"stores": {"opening": 1}}),
        other,
        "stores.opening",
    ).is_attained


# ---------------------------------------------------------------- rounded lines


KINKED = contract({"a": {"rate": "1%", "at_least": "33.314"}}, {"sales": 1_000, "last_year": {"sales": 5}})
"""33.31 in the statement up to sales of 3,331.49, and 33.314 unrounded up to sales of 3,331.40."""


@pytest.mark.parametrize(
    ("rule", "low", "high"),
    [
        ("a <= 33.31", None, "3331.49"),
        ("a = 33.31", None, "3331.49"),
        ("a < 33.32", None, "3331.49"),
        ("a > 33.31", "3331.50", None),
        ("a >= 33.32", "3331.50", None),
    ],
)
def test_the_amount_that_is_printed_today_holds_as_long_as_it_is_printed(
    rule: str, low: str | None, high: str | None
) -> None:
    (one,) = ask(KINKED, "sales", rule).solutions
    assert (one.low.outermost, one.high.outermost) == (low is None, high is None)
    assert one.low.rounded == Decimal(low or 0)
    assert one.high.rounded == (high and Decimal(high))
    assert (one.low.jump, one.high.jump) == (None, None)


def test_a_gap_in_which_nothing_else_is_printed_is_none() -> None:
    capped = contract({"a": {"rate": "1%", "at_most": "33.314"}})
    for rule in ("a <= 33.31", "a < 33.32", "a <= 33.312"):
        assert ask(capped, "sales", rule).holds_everywhere
    (one,) = ask(capped, "sales", "a = 33.31").solutions
    assert each(one.low.rounded, one.low.at, one.low.meets) == (Decimal("3330.50"), 3331, True)
    assert one.high.outermost
    (one,) = ask(contract({"a": {"rate": "1%", "at_most": "33.309"}}), "sales", "a < 33.31").solutions
    assert (one.high.rounded, one.high.jump) == (Decimal("3330.49"), None)


def test_what_rounds_to_the_limit_up_to_the_end_of_the_range_holds_there() -> None:
    plain = contract({"a": {"rate": "1%"}})
    (one,) = ask(plain, "sales=3000..3331.2", "a <= 33.31").solutions
    assert each(one.low.at, one.high.at, one.high.outermost) == (3_000, Decimal("3331.2"), True)
    assert each(one.low.rounded, one.high.rounded) == (3_000, Decimal("3331.2"))
    assert ask(plain, "sales=3330.8..4000", "a >= 33.31").holds_everywhere


def test_two_places_between_which_nothing_else_is_printed_are_told_once() -> None:
    falling = tiers(("over", "1000.4", "100%"), mode="marginal")
    # 1% of sales up to 1,000.40, and 1% less for each 100 of sales beyond: 10.004 at the most.
    scenario = contract({"a": {"rate": "1%", "less": ["b", "c"]}, "b": falling, "c": falling})
    assert ask(scenario, "sales", "a = 10").answer == 1_000
    lump = contract({"a": {"amount": 10}})
    # Where two contracts meet is told of either place.
    assert [each(*pair) for pair in rounded(level(scenario, lump, "sales", "a"))] == [
        (1_000, 1_000),
        (Decimal("1000.8"), Decimal("1000.8")),
    ]


def test_a_place_that_only_comes_near_holds_where_rounding_makes_it() -> None:
    up = {"mode": "whole", "tiers": [{"from": 0, "amount": 50}, {"from": 1000, "rate": "0.0001%"}]}
    scenario = contract({"a": up, "b": {"rate": "1%"}}, {"sales": 2_000})
    assert ask(scenario, "sales=1000..5000", "total_fees <= 10").answer == Decimal("1000.49")
    assert ask(scenario, "sales=1000..5000", "total_fees <= 9.99").nearest
    assert ask(scenario, "sales=900..5000", "total_fees <= 10").answer == Decimal("1000.49")


def test_jumps_are_told_as_they_are_printed() -> None:
    tiny = tiers(("from", "0", "1%"), ("from", "1000", "1.0001%"))
    (one,) = ask(contract({"a": tiny}), "sales", "a <= 10").solutions
    assert each(one.high.at, one.high.jump) == (1_000, None)
    odd = contract({"a": tiers(("from", "0", "1%"), ("from", "333.33", "2%")), "b": {"amount": "5.004"}})
    (one,) = ask(odd, "sales", "total_fees <= 9").solutions
    assert one.high.jump
    assert each(*one.high.jump) == (Decimal("333.33"), Decimal("8.33"), Decimal("11.67"))


def test_lines_that_round_past_each_other_meet_their_sum_nearby() -> None:
    both = contract({"a": {"rate": "1%"}, "b": {"rate": "1%"}})
    assert ask(both, "sales", "total_fees = 10.01").missed
    # Where they add up to 0.04 unrounded, the lines round up to 0.02 + 0.02 + 0.01; from 931.68 to 937.49 to 0.04.
    three = contract(
        {key: {"rate": rate} for key, rate in (("a", "0.0016%"), ("b", "0.00161%"), ("c", "0.0008%"))}
    )
    assert ask(three, "sales", "total_fees = 0.04").answer == Decimal("937.49")


def test_an_interval_without_a_multiple_of_the_step() -> None:
    band = tiers(("from", "110k", "0%"), ("over", "140k", "1%"))
    scenario = contract(
        {"a": band, "b": tiers(("from", "0", "2%"), ("from", "110k", "0%"), ("over", "140k", "1%"))}
    )
    solved = ask(scenario, "sales=50k..300k", "total_fees = 0", "100k")
    assert spans(solved) == [("[", "110000", "140000", "]")]
    assert rounded(solved) == [(None, None)]
    assert (solved.best, solved.answer) == (None, None)


def test_an_equation_that_holds_in_a_whole_range() -> None:
    solved = ask(contract({"a": tiers(("from", "100k", "1%"), at_most=3_000)}), "sales", "a = 3,000")
    assert spans(solved) == [("[", "300000", "no end", ")")]
    assert solved.answer == Decimal("299999.50")


def test_a_fee_that_stands_still_is_what_the_statement_rounds_it_to() -> None:
    scenario = contract({"a": {"rate": "1.5%"}}, {"sales": "1,234,567.89", "stores": {"opening": 3}})
    assert evaluate(scenario).total_fees == Decimal("18518.52")
    assert ask(scenario, "stores.new", "total_fees = 18,518.52").holds_everywhere
    assert ask(scenario, "stores.new", "total_fees >= 18,518.52").holds_everywhere


# ---------------------------------------------------------------- curves of a higher degree


SQUARED = {"amount": 2, "per": ["stores.opening", "stores.closing"]}
"""Where no store opens or closes, this is twice the square of the stores."""


def test_two_figures_that_move_together_are_a_square() -> None:
    scenario = contract({"a": SQUARED}, {"stores": {"opening": 3}})
    assert ask(scenario, "stores.opening", "a = 98").answer == 7
    solved = ask(scenario, "stores.opening", "a <= 100")
    assert solved.answer == 7
    assert abs(solved.solutions[0].high.at ** 2 - 50) < Fraction(1, 10**25)


def test_where_a_ratio_turns_it_comes_nearest() -> None:
    # (200 + 2 n^2) / n stores has its least value of 40 at n = 10.
    scenario = contract({"a": SQUARED, "b": {"amount": 200}}, {"stores": {"opening": 4}})
    solved = ask(scenario, "stores.opening=1..50", "fees_a_store < 5")
    assert solved.nearest
    assert each(*solved.nearest) == (40, 10, 0)
    assert spans(ask(scenario, "stores.opening", "fees_a_store <= 40")) == [("[", "10", "10", "]")]


def test_marginal_tiers_on_another_base_after_another_term() -> None:
    terms = {
        "a": {"rate": "10%"},
        "b": tiers(
            ("from", "100k", "1%"), ("over", "300k", "3%"), mode="marginal", of="net_sales", less=["a"]
        ),
    }
    scenario = contract(terms, {"sales": "500k", "returns": "20k"})
    solved = ask(scenario, "sales", "b = 4,000")
    (one,) = solved.solutions
    value = evaluate(
        scenario.model_copy(update={"plan": scenario.plan.model_copy(update={"sales": solved.answer})})
    )
    assert one.low.at == one.high.at
    assert abs(value.amount("b") - 4_000) <= CENT


def test_a_share_of_sales_on_the_line_of_a_term() -> None:
    scenario = contract({"a": tiers(("from", "1M", "1%"), ("from", "3M", "2%"), mode="marginal")})
    assert ask(scenario, "sales", "a <= 1%").answer == Decimal("4000000.24")


# ---------------------------------------------------------------- n/a


def test_without_sales_there_is_no_ratio() -> None:
    solved = ask(contract({"a": {"rate": "1%"}}), "sales", "fee_ratio <= 1%")
    assert spans(solved) == [("(", "0", "no end", ")")]
    assert solved.holds_everywhere


def test_what_is_na_throughout_is_nowhere_near() -> None:
    solved = ask(
        contract({"a": {"rate": "1%"}}, {"sales": 0, "stores": {"opening": 1}}), "a", "fee_ratio <= 1%"
    )
    assert (solved.solutions, solved.nearest) == ((), None)


def test_what_is_na_whatever_a_count_is_has_no_nearest() -> None:
    solved = ask(PER_STORE, "stores.new", "vpo_volume > 2")
    assert (solved.nearest, solved.is_attained) == (None, False)


def test_near_zero_sales_is_not_at_zero_sales() -> None:
    solved = ask(contract({"a": {"rate": "1%"}}), "sales=1..1,000", "fee_ratio < 0.5%")
    assert solved.nearest
    assert each(*solved.nearest) == (Fraction(1, 100), 1_000, 0)
    solved = ask(
        contract({"a": {"rate": "1%"}, "b": {"amount": 5}}, {"sales": 7}), "sales=0..9", "vpo_volume > 2"
    )
    assert solved.nearest is None


def test_a_metric_may_be_a_figure() -> None:
    assert ask(PROPOSAL, "stores.new", "stores.closing >= 40").answer == 15


def test_a_value_that_no_contract_can_cost_is_not_stated() -> None:
    scenario = contract({"a": {"amount": "100M", "per": "promoters"}}, {"figures": {"promoters": 1}})
    solved = ask(scenario, "promoters", "a >= 999,999,999,999,999")
    assert solved.answer == 10_000_000
    over = contract({"a": {"amount": "900,000,000M", "per": "promoters"}}, {"figures": {"promoters": 1}})
    assert ask(over, "promoters=5000..6000", "total_fees > 5").solutions[0].low.rounded is None


def test_two_contracts_on_a_value_that_none_can_cost() -> None:
    terms = {"a": {"amount": "900,000,000M", "per": "promoters"}}
    one, other = (
        contract({**terms, "b": {"amount": more}}, {"figures": {"promoters": 1}}) for more in (1, 2)
    )
    solved = level(one, other, "promoters=5000..6000")
    assert solved.nearest
    assert solved.nearest.value == -1


def test_a_bound_of_two_tiers_has_a_value_of_its_own() -> None:
    scenario = contract({"a": tiers(("from", "100k", "2%")), "b": tiers(("over", "100k", "3%"))})
    assert spans(ask(scenario, "sales", "total_fees = 2,000")) == [("[", "100000", "100000", "]")]
    assert spans(ask(scenario, "sales=50k..150k", "fee_ratio <= 2%")) == [("[", "50000", "100000", "]")]


# ---------------------------------------------------------------- what is asked


def refused(scenarios: Sequence[Scenario], path: str, rule: str) -> str:
    statements = [evaluate(scenario) for scenario in scenarios]
    try:
        wanted = same_cost(rule, statements) if len(scenarios) > 1 else read_rule(rule, statements)
        read_condition(scenarios, wanted, path)
    except ValueError as error:
        return str(error)
    return "nothing"


@pytest.mark.parametrize(
    ("path", "rule", "told"),
    [
        ("sale", "vpo = 3", "write sales if that is meant"),
        ("sales=3M", "vpo = 3", "a range such as 3M..12M"),
        ("sales=12M..3M", "vpo = 3", "a rising range of sales, 0 or more"),
        ("monthly_rebate=3%..120%", "vpo = 3", "from 0% to 100%"),
        ("annual_rebate.tiers.1.from=1M..20M", "vpo = 3", "from 0 to 10,000,000"),
        ("sales", "vpo != 3", "one of < <= > >= ="),
        ("sales", "vpp = 3", "write vpo if that is meant"),
        ("sales", "stores.new = 3%", "a total, or a term"),
        ("sales", "fee_ratio = 3", "Fix: write 3%."),
        ("sales", "total_fees = 1.500", "whichever is meant"),
        ("sales", "volume <= 1.500", "whichever is meant"),
        ("sales=1.500..9M", "vpo = 3", "whichever is meant"),
    ],
)
def test_a_question_that_cannot_be_asked(path: str, rule: str, told: str) -> None:
    assert told in refused([PROPOSAL], path, rule)


def test_a_number_that_cannot_move() -> None:
    scenario = contract({}, {"stores": {"opening": 0}})
    assert "an input that can change" in refused([scenario], "stores.closed", "sales = 3")


def test_two_contracts_need_the_same_input_and_a_bare_metric() -> None:
    rate, lump = contract({"a": {"rate": "1%"}}), contract({"a": {"amount": 500}})
    assert "a.rate (rate), a.amount (money)" in refused([rate, lump], "a", "total_fees")
    assert "a metric without a limit, such as fee_ratio" in refused([rate, rate], "a", "fee_ratio <= 3%")


@pytest.mark.parametrize(
    ("path", "step"), [("sales", "0"), ("growth", "0%"), ("monthly_rebate", "0.1"), ("sales", "1.500")]
)
def test_a_step_is_above_zero_and_in_the_unit_of_its_number(path: str, step: str) -> None:
    with pytest.raises(ValueError, match="Found"):
        read_step(find(PROPOSAL, path), step)


def test_an_index_takes_steps_in_percent() -> None:
    assert ask(PROPOSAL, "growth", "fee_ratio <= 8.8%", "1%").answer == Decimal("2.48")
    assert ask(PROPOSAL, "growth=+100%..+200%", "fee_ratio <= 8.8%").answer == Decimal("2.4875")


def test_sales_that_grow_to_an_amount_no_file_may_state() -> None:
    plan = {"last_year": {"sales": "99999999.99999999"}, "sales": "+150%"}
    assert ask(contract({"a": {"rate": "1%"}}, plan), "sales", "a <= 1M").answer == Decimal("100000000.49")


def test_the_contracts_at_the_answer() -> None:
    solved = ask(PROPOSAL, "dm_tg_fee", "fee_ratio <= 18%", "500")
    assert solved.answer is not None
    (after,) = map(evaluate, solved.condition.at(solved.answer))
    assert after.total_fees == 1_788_750


def test_a_range_outside_which_today_lies() -> None:
    for span in ("9M..9.5M", "11M..12M"):
        solved = ask(PROPOSAL, f"annual_rebate.tiers.2.from={span}", "fee_ratio <= 9%")
        assert solved.holds_everywhere is (span == "11M..12M")


FLAT = contract({"rebate": {"rate": "2.5%"}}, {"sales": 10_000}, currency="KRW")


@pytest.mark.parametrize(
    ("rule", "ends", "kept", "broken"),
    [
        ("fee_ratio <= 2.5%", [(10_000, 10_050)], 10_000, 9_999),
        ("fee_ratio = 2.5%", [(10_000, 10_040)], 10_000, 9_999),
        ("fee_ratio >= 2.5%", [(9_990, 10_040)], 10_000, 10_001),
        ("fee_ratio < 2.5%", [(10_001, 10_001), (10_041, 10_050)], 10_001, 10_000),
        ("fee_ratio > 2.5%", [(9_990, 9_999)], 9_999, 10_000),
    ],
)
def test_where_a_metric_lies_on_the_limit_rounding_decides(
    rule: str, ends: list[tuple[int, int]], kept: int, broken: int
) -> None:
    """2.5% of 9,990 is 250 won, and 2.5025% of the sales: at the start of the range the rule does not hold yet."""
    found = ask(FLAT, "sales=9990..10050", rule)
    assert rounded(found) == [each(*one) for one in ends]
    ((low, high, keeps, breaks),) = found.undecided
    assert each(low, high, keeps.value, breaks.value) == each(9_990, 10_050, kept, broken)
    assert (found.holds_everywhere, found.broken) == (False, None)


def test_where_rounding_alone_keeps_a_rule_the_value_nearest_to_todays_is_stated() -> None:
    three = contract(
        {"a": {"rate": "5%"}, "b": {"rate": "3.7%"}, "c": {"rate": "2.5%"}}, {"sales": "5488.20"}
    )
    above = ask(three, "sales", "fee_ratio > 11.2%")
    assert (above.answer, above.is_attained) == (Decimal("5488.20"), True)
    most = ask(three, "sales", "fee_ratio <= 11.2%")
    assert most.holds_everywhere
    assert [(each.met.value, each.broken.value) for each in most.undecided] == [
        (Decimal("5488.19"), Decimal("5488.20"))
    ]


def test_where_the_limit_is_a_range_apart_nothing_is_left_to_rounding() -> None:
    found = ask(FLAT, "sales=9990..10050", "fee_ratio <= 2.6%")
    assert (found.holds_everywhere, found.undecided, found.broken) == (True, (), None)
    # A lump sum on the limit is on it in every statement.
    lump = ask(contract({"fee": {"amount": 500}}), "sales", "fee <= 500")
    assert (lump.holds_everywhere, lump.undecided, lump.broken) == (True, (), None)


def test_at_an_end_where_the_metric_jumps_off_the_limit_no_rounding_decides() -> None:
    lots = {"fee": {"amount": 1, "per": ["kegs"], "for_every": {"kegs": 50}}}
    found = ask(contract(lots, {"figures": {"kegs": 130}}), "kegs=0..1000", "fee <= 2")
    assert (found.answer, found.undecided) == (Decimal("149.99"), ())
    bonus = {"bonus": {"rate": "1%", "only_if": "sales >= 9M"}}
    above = ask(contract(bonus, {"sales": 8_000_000}), "sales", "bonus > 0")
    assert (above.answer, above.undecided) == (Decimal(9_000_000), ())


def test_next_to_an_end_rounded_amounts_may_break_a_rule() -> None:
    """30% and 10 won: the ratio falls so slowly that won by won it rounds past the limit and back."""
    slow = contract({"a": {"rate": "30%"}, "b": {"amount": 10}}, {"sales": 100_000}, currency="KRW")
    found = ask(slow, "sales=5000..20000", "fee_ratio <= 30.1%")
    assert found.broken
    assert evaluate(moved(slow, {"sales": found.broken.value})).fee_ratio == found.broken.metric
    assert found.broken.metric > Decimal("0.301")


def test_rounding_breaks_no_rule_that_nothing_comes_near() -> None:
    assert ask(PROPOSAL, "sales", "fee_ratio <= 9%").broken is None
    assert ask(PROPOSAL, "stores.new", "stores.closing >= 40").broken is None


@pytest.mark.parametrize("path", ["stores.new=3..20", "volume=3..20"])
def test_lump_sums_of_bands_stand_still_whatever_the_bands_are_shared_out_by(path: str) -> None:
    """From 4 on the fee is 110 more, and nothing else moves: 277.31 and 110."""
    terms: dict[str, Keys] = {
        "t0": {"rate": "1.5%"},
        "t1": {"mode": "marginal", "measure": "stores.new", "tiers": [{"from": 4, "amount": 110}]},
        "t2": {"mode": "marginal", "measure": "volume", "tiers": [{"from": 4, "amount": 110}]},
    }
    plan = {"sales": "11154.33", "volume": 8, "stores": {"opening": 7, "new": 8}}
    found = ask(contract(terms, plan), path, "total_fees = 387.31")
    assert [each(one.low.rounded, one.high.outermost) for one in found.solutions] == [each(4, True)]
    assert (found.missed, found.jumps) == ((), ())
    assert not ask(contract(terms, plan), path, "total_fees > 387.31").is_attained


def test_of_two_values_that_meet_exactly_the_nearer_one_answers() -> None:
    """2002 and the agreed terms on the plan of 2003 cost the same at 6,235,294.117647: .12 is nearer than .11."""
    plan = case("2003 agreed").plan
    one, other = (
        contract_.model_copy(update={"plan": plan}) for contract_ in (case("2002 contract"), AGREED)
    )
    assert level(one, other, "sales").answer == Decimal("6235294.12")


def test_the_room_to_a_ceiling_on_the_ratio_is_met_as_nearly_as_a_share() -> None:
    private = {"margin": "30%", "walk_away": {"fee_ratio": "18%"}}
    scenario = contract({"fee": {"amount": "34838.71"}}, private=private)
    rule = read_rule("room.fee_ratio = 0", [evaluate(scenario)], internal=True)
    solved = solve(read_condition([scenario], rule, "sales"))
    assert (solved.answer, solved.is_attained) == (Decimal("193548.39"), True)


def test_a_jump_onto_the_limit_is_none_past_it() -> None:
    """1% of 500,000.4 is 5,000.004, which is 5,000 in a statement."""
    tiers: Keys = {
        "mode": "whole",
        "tiers": [{"from": 1, "amount": 4000}, {"from": "500000.4", "rate": "1%"}],
    }
    found = ask(contract({"fee": tiers}), "sales", "fee = 5,000")
    assert found.jumps == ()
