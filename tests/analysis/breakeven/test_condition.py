"""What is asked of a number: the rule of two contracts, the step, and the range it is asked in."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ka_terms.analysis.breakeven.condition import Span, read_condition, read_question, read_step, same_cost
from ka_terms.analysis.inputs.inputs import find
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import Fault
from ka_terms.model.vocabulary.metrics import PRIVATE_METRICS, term_metric
from tests.contracts import contract, refused
from tests.metrics import guardrail

D = Decimal
RULE = guardrail("total_fees <= 5")
PLAIN = contract({"monthly_rebate": {"rate": "1%"}, "X": {"amount": 5}})
DINARS = contract({"fee": {"amount": 5}}, currency="KWD")


def span(path: str, scenario: Scenario = PLAIN) -> Span:
    return read_condition([scenario], RULE, path).span


@pytest.mark.parametrize("sign", ["<", ">", "=", "＜", "＞", "＝"])
def test_a_rule_is_no_metric_of_two_contracts(sign: str) -> None:
    text = f"fee_ratio {sign} 3%"
    mend = "write the metric alone"
    assert refused(lambda: same_cost(text, [])) == [
        Fault(
            f"'{text}'",
            "a metric without a limit, such as fee_ratio, because two contracts are compared",
            mend,
        )
    ]


def test_the_metric_of_two_contracts_may_have_another_name_and_any_letters() -> None:
    statements = [evaluate(PLAIN)] * 2
    assert same_cost(" X ", statements) == guardrail("X = 0")
    assert same_cost("返利", statements, {"返利": "monthly_rebate"}.__getitem__).metric == term_metric(
        "monthly_rebate"
    )


def test_a_private_metric_of_two_contracts_is_named_only_where_it_is_asked_for() -> None:
    statements = [evaluate(contract({}, private={"margin": "30%"}))] * 2
    assert (
        same_cost("contribution", statements, internal=True).metric == PRIVATE_METRICS["private.contribution"]
    )
    (fault,) = refused(lambda: same_cost("contribution", statements))
    assert fault.mend == "add --internal to use private data"


def test_a_currency_of_three_decimals_leaves_no_doubt_about_a_point() -> None:
    assert read_step(find(DINARS, "sales"), "1.500", "KWD") == D("1.5")
    assert span("sales=1.500..2.500", DINARS) == Span(D("1.5"), D("2.5"), True, True)


def test_a_step_is_above_zero() -> None:
    mend = "use a step above zero"
    assert refused(lambda: read_step(find(PLAIN, "sales"), "0.00")) == [
        Fault("'0.00'", "a step above zero", mend)
    ]


@pytest.mark.parametrize("text", ["3M", "1..2..3"])
def test_a_range_has_two_ends(text: str) -> None:
    expected = "a range such as 3M..12M, or no range"
    assert refused(lambda: span(f"sales={text}")) == [Fault(f"'{text}'", expected)]


@pytest.mark.parametrize(("text", "mend"), [("3%..3%", ""), ("4%..3%", "write 3%..4%")])
def test_a_range_rises(text: str, mend: str) -> None:
    expected = "a rising range of monthly_rebate.rate from 0 to 1"
    assert refused(lambda: span(f"monthly_rebate={text}")) == [Fault(f"'{text}'", expected, mend)]


@pytest.mark.parametrize(
    ("text", "mend"),
    [("9M, 10M", "write 9M..10M"), ("10M,9M", "write 9M..10M"), ("9,000", ""), ("1M,2M,3M", ""), ("x,y", "")],
)
def test_two_values_are_the_ends_of_a_range(text: str, mend: str) -> None:
    expected = "a range such as 3M..12M, or no range"
    assert refused(lambda: span(f"sales={text}")) == [Fault(f"'{text}'", expected, mend)]


def test_a_range_may_reach_as_far_as_can_be_stated() -> None:
    assert span("monthly_rebate=0%..100%") == Span(D(0), D(1), True, True)


@pytest.mark.parametrize(
    ("question", "argument"),
    [
        (("sales", "sales", ""), "rule"),
        (("nothing", "X > 5", ""), "vary"),
        (("sales", "X > 5", "0"), "step"),
    ],
)
def test_a_fault_is_noted_with_the_argument_that_it_is_about(
    question: tuple[str, str, str], argument: str
) -> None:
    with pytest.raises(ValueError, match="Found") as refusal:
        read_question([evaluate(PLAIN)], *question)
    assert refusal.value.__notes__ == [argument]


def test_of_two_contracts_total_fees_are_asked_for_unless_a_metric_is_named() -> None:
    statements = [evaluate(PLAIN)] * 2
    assert read_question(statements, "sales").rule == guardrail("total_fees = 0")
    asked = read_question(statements, "sales", "X", "500")
    assert (asked.rule, asked.step) == (guardrail("X = 0"), D(500))
