"""What must hold of every explanation: it is true arithmetic, and its steps lead to the amount."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ka_terms.calculation.costs import traced_costs
from ka_terms.calculation.readings.exact import exactly
from ka_terms.presentation.table import Kind
from ka_terms.presentation.wording.expression import explain
from ka_terms.presentation.wording.steps import steps
from ka_terms.presentation.words import words
from ka_terms.text.languages import LANGUAGES
from tests.contracts import FULL_PLAN, REBATE, Keys, contract

ENGLISH = words(["en"])


_OPERATORS: dict[type, Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def _computed(explained: str) -> Decimal:
    """What an explanation comes to; its words are left out."""
    text = re.sub(r"(, no tier reached|，未達任何級距|，未达任何档位)$", "", explained)
    text = re.sub(r"(?<=[0-9]) [^−+×÷(),0-9]*[^−+×÷(),0-9 ]", "", text)  # units, and what follows them
    text = re.sub(r"（[^）]*）", "", text)
    text = re.sub(r"(?<=[0-9]),(?=[0-9]{3})", "", text)
    text = re.sub(r"([0-9.]+)%", r"(\1/100)", text)
    text = re.sub(r"[0-9.]+", r"'\g<0>'", text.translate(str.maketrans("×÷−", "*/-")))
    return _evaluated(ast.parse(text.strip(), mode="eval").body)


def _evaluated(node: ast.expr) -> Decimal:
    if isinstance(node, ast.Call):
        assert isinstance(node.func, ast.Name)
        return {"max": max, "min": min}[node.func.id](_evaluated(arg) for arg in node.args)
    if isinstance(node, ast.BinOp):
        return _OPERATORS[type(node.op)](_evaluated(node.left), _evaluated(node.right))
    assert isinstance(node, ast.Constant)
    return Decimal(str(node.value))


COUNTS = (
    "stores.closing",
    "stores.new",
    "stores.average",
    "skus.new",
    "skus.total",
    "events.dm",
    "events.launch",
)
MONEY = ("sales", "net_sales", "sales_incl_tax", "target", "increment", "last_year.sales")
amounts = st.decimals(0, 10**7, places=2)
rates = st.integers(0, 10_000).map(lambda parts: f"{Decimal(parts) / 100}%")
limits = st.one_of(amounts, st.builds("{} of {}".format, rates, st.sampled_from(MONEY)))
bases = st.fixed_dictionaries({}, optional={"of": st.sampled_from(MONEY), "less": st.just(["rebate"])})


@st.composite
def _amount_terms(draw: st.DrawFn) -> dict[str, object]:
    per = draw(st.lists(st.sampled_from(COUNTS), max_size=4, unique=True))
    free = {path: draw(st.integers(0, 40)) for path in per if draw(st.booleans())}
    return {"amount": draw(amounts), "per": per, "free": free}


def _written(measure: str, bound: int) -> str:
    if measure == "growth":
        return f"{bound - 100:+}%"
    return f"{bound}%" if measure == "achievement" else str(bound)


@st.composite
def _tiered_terms(draw: st.DrawFn) -> dict[str, object]:
    measure = draw(st.sampled_from(["sales", "net_sales", "stores.closing", "growth", "achievement"]))
    largest = {"stores.closing": 60, "growth": 400, "achievement": 200}.get(measure, 20_000_000)
    bounds = sorted(draw(st.sets(st.integers(0, largest), min_size=1, max_size=4)))
    tiers = [
        {
            draw(st.sampled_from(["from", "over"])): _written(measure, bound),
            **draw(
                st.one_of(
                    st.builds(lambda r: {"rate": r}, rates), st.builds(lambda a: {"amount": a}, amounts)
                )
            ),
        }
        for bound in bounds
    ]
    mode = draw(st.sampled_from(["whole", "marginal"]))
    return {"mode": mode, "measure": measure, "tiers": tiers, **draw(bases)}


@st.composite
def _terms(draw: st.DrawFn) -> dict[str, object]:
    shape = draw(st.sampled_from(["rate", "amount", "tiers"]))
    if shape == "rate":
        term: dict[str, object] = {"rate": draw(rates), **draw(bases)}
    else:
        term = draw(_amount_terms() if shape == "amount" else _tiered_terms())
    if draw(st.booleans()):
        term["at_least" if draw(st.booleans()) else "at_most"] = draw(limits)
    return term


@given(_terms(), st.sampled_from(LANGUAGES))
def test_an_explanation_evaluates_to_the_amount(term: Keys, language: str) -> None:
    formula = traced_costs(contract({"fee": term, "rebate": REBATE}, FULL_PLAN))["fee"]
    explained = explain(formula, words([language]))
    with exactly():
        assert abs(_computed(explained) - formula.args[0].value) < Decimal("1e-100")


@given(_terms())
def test_every_number_that_a_rate_or_amount_hangs_on_is_in_its_explanation(term: Keys) -> None:
    if "tiers" in term:
        return
    formula = traced_costs(contract({"fee": term, "rebate": REBATE}, FULL_PLAN))["fee"]
    numbers = set(re.findall(r"[0-9][0-9,.]*(?:%)?", explain(formula, ENGLISH).replace(", ", " ; ")))
    looked_up = [step for step in steps(formula, ENGLISH) if step.path.startswith("fee.")]
    assert {step.how for step in looked_up} <= numbers


@given(_terms(), st.sampled_from(LANGUAGES))
def test_steps_end_in_the_amount_and_name_each_source_once(term: Keys, language: str) -> None:
    formula = traced_costs(contract({"fee": term, "rebate": REBATE}, FULL_PLAN))["fee"]
    found = steps(formula, words([language]))
    assert (found[-1].value, found[-1].kind) == (formula.value, Kind.MONEY)
    paths = [step.path for step in found if step.path]
    assert len(paths) == len(set(paths))
    assert all(step.what and step.how for step in found)


@given(_terms())
def test_every_step_is_true_by_itself(term: Keys) -> None:
    formula = traced_costs(contract({"fee": term, "rebate": REBATE}, FULL_PLAN))["fee"]
    *worked_out, _rounding = steps(formula, ENGLISH)
    for step in worked_out:
        if step.value is None or "≈" in step.how:
            continue
        with exactly():
            assert abs(_computed(step.how) - step.value) < Decimal("1e-9")
