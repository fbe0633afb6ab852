"""Lines a contract must not cross: how they are written, and at which figure they are crossed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ka_terms.analysis.guardrail import (
    CrossedGuardrail,
    Guardrail,
    Rule,
    crossed_guardrails,
    crossed_walk_aways,
)
from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.model.vocabulary.metrics import TOTALS, term_metric
from tests.contracts import contract, refused
from tests.metrics import guardrail

PARTS = "a total or a term, an operator and a limit, such as fee_ratio > 25%"
SIGNS = "use one of these operators: < <= > >= = == !="


def statement(**plan: object) -> Statement:
    """Fees of 30,000: 2.5% of sales of 1,000,000, and 5,000."""
    terms = {"rebate": {"rate": "2.5%"}, "年返 fee": {"amount": 5000}}
    return evaluate(contract(terms, {"stores": {"opening": 10}, **plan}))


@pytest.mark.parametrize(
    ("text", "metric", "sign", "limit", "percent"),
    [
        ("fee_ratio > 25%", "fee_ratio", ">", "0.25", True),
        ("fee_ratio>25%", "fee_ratio", ">", "0.25", True),
        ("  fee_ratio  >=  2.5 %  ", "fee_ratio", ">=", "0.025", True),
        ("fee_ratio ＞ ２５％", "fee_ratio", ">", "0.25", True),
        ("total_fees < 1M", "total_fees", "<", "1000000", False),
        ("total_fees <= 100万", "total_fees", "<=", "1000000", False),
        ("total_fees ≤ 3%", "total_fees", "<=", "0.03", True),
        ("total_fees ≥ 3%", "total_fees", ">=", "0.03", True),
        ("total_fees ≠ 3", "total_fees", "!=", "3", False),
        ("total_fees ＜ 3", "total_fees", "<", "3", False),
        ("total_fees ！＝ 3", "total_fees", "!=", "3", False),
        ("net_net_sales < 4,020,000", "net_net_sales", "<", "4020000", False),
        ("vpo = 3", "vpo", "==", "3", False),
        ("vpo ＝ 3", "vpo", "==", "3", False),
        ("vpo == 3", "vpo", "==", "3", False),
        ("vpo != 3", "vpo", "!=", "3", False),
        ("年返 fee > 0", "年返 fee", ">", "0", False),
        ("DM + TG > 8%", "DM + TG", ">", "0.08", True),
    ],
)
def test_a_guardrail_is_written_as_people_would(
    text: str, metric: str, sign: str, limit: str, percent: bool
) -> None:
    assert Rule.parse(text) == Rule(metric, sign, Decimal(limit), percent)
    assert guardrail(str(guardrail(text))) == guardrail(text)


def test_a_guardrail_is_shown_as_it_is_written() -> None:
    assert str(guardrail("fee_ratio≥２.50%")) == "fee_ratio >= 2.5%"
    assert str(guardrail("sales=100万")) == "sales == 1000000"


@pytest.mark.parametrize(
    ("text", "found", "expected", "mend"),
    [
        ("", "''", PARTS, SIGNS),
        ("fee_ratio", "'fee_ratio'", PARTS, SIGNS),
        ("> 25%", "'> 25%'", PARTS, SIGNS),
        (" > 25%", "' > 25%'", PARTS, SIGNS),
        ("fee_ratio >", "'fee_ratio >'", PARTS, SIGNS),
        ("fee_ratio > ", "'fee_ratio > '", PARTS, SIGNS),
        ("fee_ratio => 25%", "'fee_ratio => 25%'", PARTS, SIGNS),
        ("fee_ratio ! 25%", "'fee_ratio ! 25%'", PARTS, SIGNS),
        ("1% < fee_ratio < 25%", "'1% < fee_ratio < 25%'", PARTS, SIGNS),
        (
            "fee_ratio = 25",
            "'fee_ratio = 25'",
            "a percentage, because fee_ratio is a percentage",
            "write 25%",
        ),
        (
            "fee_ratio > 0.2",
            "'fee_ratio > 0.2'",
            "a percentage, because fee_ratio is a percentage",
            "write 20% or 0.2%, whichever is meant",
        ),
        ("vpo > 3%", "'vpo > 3%'", "a number, because vpo is not a percentage", "delete the percent sign"),
        (
            "vpo_volume > 3％",
            "'vpo_volume > 3％'",
            "a number, because vpo_volume is not a percentage",
            "delete the percent sign",
        ),
        (
            "sales > 3%",
            "'sales > 3%'",
            "a number, because sales is not a percentage",
            "delete the percent sign",
        ),
        (
            "fees_a_store > 3%",
            "'fees_a_store > 3%'",
            "a number, because fees_a_store is not a percentage",
            "delete the percent sign",
        ),
        ("fee_ratio > x%", "'x%'", "a percentage with its sign, such as 2.5%", "write the number in digits"),
        (
            "rebate > 4,02,000",
            "'4,02,000'",
            None,
            "put a comma before every three digits, or use no commas",
        ),
    ],
)
def test_what_is_no_guardrail_is_told_how_to_mend(
    text: str, found: str, expected: str | None, mend: str
) -> None:
    (fault,) = refused(Rule.parse, text)
    assert (fault.found, fault.mend) == (found, mend)
    assert expected in (fault.expected, None)


@pytest.mark.parametrize(
    ("sign", "below", "at", "above"),
    [
        ("<", True, False, False),
        ("<=", True, True, False),
        (">", False, False, True),
        (">=", False, True, True),
        ("=", False, True, False),
        ("==", False, True, False),
        ("!=", True, False, True),
    ],
)
def test_a_guardrail_is_crossed_to_the_cent(sign: str, below: bool, at: bool, above: bool) -> None:
    for limit, crossed in (("30,000.01", below), ("30,000", at), ("29,999.99", above)):
        assert (guardrail(f"total_fees {sign} {limit}").crossed(statement()) is not None) is crossed


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("fee_ratio >= 3%", "0.03"),
        ("total_fees >= 3%", "0.03"),
        ("rebate >= 2.5%", "0.025"),
        ("rebate >= 25,000", "25000"),
        ("年返 fee >= 0.5%", "0.005"),
        ("net_net_sales <= 97%", "0.97"),
        ("net_net_sales <= 970,000", "970000"),
        ("sales = 100万", "1000000"),
        ("vpo = 10万", "100000"),
        ("fees_a_store = 3,000", "3000"),
    ],
)
def test_a_limit_in_percent_is_one_of_sales(text: str, value: str) -> None:
    rule = guardrail(text)
    assert rule.crossed(statement()) == CrossedGuardrail("a contract", rule, Decimal(value))


@pytest.mark.parametrize("text", ["fee_ratio > 3%", "rebate > 2.5%", "total_fees < 3%", "vpo != 100,000"])
def test_a_guardrail_that_is_kept_to_says_nothing(text: str) -> None:
    assert guardrail(text).crossed(statement()) is None


@pytest.mark.parametrize(
    "text", ["fee_ratio > 99%", "total_fees > 99%", "rebate > 99%", "net_net_sales < 0%", "vpo_volume < 0"]
)
def test_what_is_not_available_counts_as_crossed(text: str) -> None:
    crossing = guardrail(text).crossed(statement(sales=0))
    assert crossing is not None
    assert crossing.value is None


def test_a_term_the_contract_does_not_have_costs_nothing() -> None:
    assert guardrail("other > 0").crossed(statement()) is None
    assert guardrail("other > 0%").crossed(statement(sales=0)) is None
    rule = Guardrail(term_metric("other"), "<", Decimal(1))
    assert guardrail("other < 1").crossed(statement()) == CrossedGuardrail("a contract", rule, Decimal(0))


def test_a_metric_is_found_among_totals_and_the_terms_of_any_contract() -> None:
    other = evaluate(contract({"it_fee": {"amount": 5}}))
    for metric in ("vpo", "rebate", "it_fee"):
        assert Rule.parse(f"{metric} > 5").aimed_at([statement(), other]) == guardrail(f"{metric} > 5")
    aliases = {"IT": "it_fee", "vpo": "nonsense"}
    aimed = Rule.parse("IT > 5%").aimed_at(iter([statement(), other]), lambda name: aliases.get(name, name))
    assert aimed == Guardrail(term_metric("it_fee").as_share(), ">", Decimal("0.05"), percent=True)
    assert Rule.parse("vpo > 5").aimed_at([other], lambda name: aliases[name]).metric == TOTALS["vpo"]


def test_a_metric_that_is_nowhere_is_told_the_nearest() -> None:
    (fault,) = refused(Rule.parse("rebaet > 5").aimed_at, [statement()])
    assert str(fault) == (
        "Found 'rebaet'. Expected a total, or a term of one of the contracts. Fix: write rebate if that is meant."
    )
    (fault,) = refused(Rule.parse("fee_raito > 5%").aimed_at, [statement()])
    assert fault.mend == "write fee_ratio if that is meant"
    (fault,) = refused(Rule.parse("xyz > 5").aimed_at, [statement()])
    assert fault.mend == (
        "write one of these: total_fees, fee_ratio, sales, vpo, vpo_volume, fees_a_store, "
        "net_net_sales, rebate, 年返 fee"
    )


@pytest.mark.parametrize(
    ("text", "limit"),
    [("fee_ratio > 120%", "1.2"), ("net_net_sales < -5,000", "-5000"), ("rebate > -1%", "-0.01")],
)
def test_limits_may_be_above_all_of_sales_and_below_zero(text: str, limit: str) -> None:
    assert Rule.parse(text).limit == Decimal(limit)


def test_a_footnote_mark_lets_nothing_pass() -> None:
    with pytest.raises(ValueError, match="superscript one"):
        Rule.parse("total_fees > 30000¹")


@pytest.mark.parametrize("text", ["rebate > 1.500", "rebate > -1.500", "total_fees>１.５００"])
def test_a_limit_that_can_be_read_in_two_ways(text: str) -> None:
    rule = Rule.parse(text)
    (fault,) = refused(rule.aimed_at, [statement()])
    assert "whichever is meant" in fault.mend
    dinars = evaluate(contract({"rebate": {"rate": "1%"}}, currency="KWD"))
    assert rule.aimed_at([dinars]).limit == rule.limit
    assert Rule.parse("rebate > 1.5").aimed_at([statement()]).limit == Decimal("1.5")


def test_a_private_share_is_held_against_a_percentage() -> None:
    house = evaluate(contract({}, private={"margin": "30%"}))
    rule = Rule.parse("contribution_ratio < 25%").aimed_at([house], internal=True)
    assert (rule.metric.name, rule.crossed(house)) == ("private.contribution_ratio", None)
    with pytest.raises(ValueError, match="Expected a percentage, because contribution_ratio is a percentage"):
        Rule.parse("contribution_ratio < 0.2").aimed_at([house], internal=True)


def test_every_crossed_guardrail_is_told_of_its_contract() -> None:
    rules = [Rule.parse(rule).aimed_at([statement()]) for rule in ("fee_ratio > 2%", "fee_ratio > 50%")]
    assert crossed_guardrails(rules, [statement()]) == (("a contract", rules[0], Decimal("0.03")),)


def test_a_contract_is_held_against_its_own_walk_away() -> None:
    limits = {"fee_ratio": "10%", "total_fees": 500_000, "net_net_sales": 900_000}
    known = contract({"fee": {"amount": 200_000}}, private={"walk_away": limits})
    crossed = crossed_walk_aways([evaluate(known), evaluate(contract({"fee": {"amount": 1}}))])
    assert [each.guardrail.metric.name for each in crossed] == ["fee_ratio", "net_net_sales"]
