"""How an amount comes about: the line must be true arithmetic, and the steps must lead to the amount."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.calculation.costs import traced_costs
from ka_terms.calculation.exact import exactly
from ka_terms.calculation.statement import evaluate
from ka_terms.model.catalogue import LANGUAGES
from ka_terms.presentation.explanation import Step, explain, steps
from ka_terms.presentation.table import Kind
from ka_terms.presentation.words import words
from tests.contracts import CASE, Keys, case, contract

ENGLISH = words(["en"])
PLAN: Keys = {
    "last_year": {"sales": "4,020,000", "stores": {"opening": 31}},
    "sales": "+150%",
    "returns": 50_000,
    "volume": 20_000,
    "vat": "13%",
    "target": "10M",
    "stores": {"opening": 25, "new": 10},
    "skus": {"existing": 21, "new": 14},
    "events": {"dm": 4, "launch": 1},
    "figures": {"promoters": 12, "net_purchases": "3.9M"},
}
REBATE: Keys = {"rate": "1.5%"}


def _explained(term: Keys, language: str = "en", key: str = "fee") -> str:
    formula = traced_costs(contract({key: term, "rebate": REBATE}, PLAN))[key]
    return explain(formula, key, words([language]))


def _steps(term: Keys, key: str = "fee") -> list[Step]:
    return steps(traced_costs(contract({key: term, "rebate": REBATE}, PLAN))[key], key, ENGLISH)


CONTRACTS = {
    "2002 contract": {
        "monthly_rebate": ("2.5% × 4,020,000", "2.5% × 4,020,000"),
        "annual_rebate": ("0, no tier reached", "0，未达任何档位"),
        "new_store_fee": ("5,000 × 6 new stores", "5,000 × 6 家新店"),
        "listing_fee": ("1,000 × 14 new SKUs × 31 stores", "1,000 × 14 个新品 × 31 家店"),
        "anniversary_fee": ("4,000 × 25 stores at the start", "4,000 × 25 家期初门店"),
        "dm_tg_fee": ("max(0, 8% × 4,020,000)", "max(0, 8% × 4,020,000)"),
    },
    "2003 ask": {
        "monthly_rebate": ("3.5% × 10,050,000", "3.5% × 10,050,000"),
        "annual_rebate": ("2% × 10,050,000", "2% × 10,050,000"),
        "new_store_fee": ("8,000 × 10 new stores", "8,000 × 10 家新店"),
        "listing_fee": ("1,500 × 14 new SKUs × 35 stores", "1,500 × 14 个新品 × 35 家店"),
        "anniversary_fee": ("6,000 × 35 stores", "6,000 × 35 家店"),
        "dm_tg_fee": (
            "max(5,000 × 35 stores × 4 times, 8% × 10,050,000)",
            "max(5,000 × 35 家店 × 4 次, 8% × 10,050,000)",
        ),
        "festival_fee": ("500 × 35 stores × 5 times", "500 × 35 家店 × 5 次"),
    },
    "2003 proposal": {
        "monthly_rebate": ("1.5% × 10,050,000", "1.5% × 10,050,000"),
        "annual_rebate": ("1% × 10,050,000", "1% × 10,050,000"),
        "new_store_fee": ("5,000 × 10 new stores", "5,000 × 10 家新店"),
        "listing_fee": ("1,000 × (35 SKUs − 35) × 35 stores", "1,000 × (35 个单品 − 35) × 35 家店"),
        "dm_tg_fee": ("3,500 × 35 stores × 5 times", "3,500 × 35 家店 × 5 次"),
    },
    "2003 agreed": {
        "monthly_rebate": ("2.5% × 10,050,000", "2.5% × 10,050,000"),
        "annual_rebate": ("1.2% × 10,050,000", "1.2% × 10,050,000"),
        "new_store_fee": ("5,000 × 10 new stores", "5,000 × 10 家新店"),
        "listing_fee": ("1,000 × 14 new SKUs × 35 stores", "1,000 × 14 个新品 × 35 家店"),
        "anniversary_fee": ("4,000 × 35 stores", "4,000 × 35 家店"),
        "dm_tg_fee": ("3,500 × 35 stores × 4 times", "3,500 × 35 家店 × 4 次"),
    },
}


@pytest.mark.parametrize(("at", "language"), [(0, "en"), (1, "zh-Hans")])
@pytest.mark.parametrize("name", CONTRACTS)
def test_the_four_contracts(name: str, at: int, language: str) -> None:
    lines = evaluate(case(name)).lines
    explained = {line.term: explain(line.formula, line.term, words([language])) for line in lines}
    assert explained == {term: texts[at] for term, texts in CONTRACTS[name].items()}


@pytest.mark.parametrize(
    ("term", "explained"),
    [
        ({"amount": "1.25M"}, "1,250,000"),
        ({"amount": 100, "per": "events.launch"}, "100 × 1 time"),
        ({"amount": 100, "per": "stores.average"}, "100 × 30 stores on average"),
        ({"amount": 100, "per": "last_year.stores.closing"}, "100 × 31 stores last year"),
        ({"amount": 200, "per": "promoters"}, "200 × 12 promoters"),
        ({"amount": 2, "per": "vat"}, "2 × 13%"),
        (
            {"amount": 9, "per": "skus.existing", "free": {"skus.existing": 30}},
            "9 × max(21 existing SKUs − 30, 0)",
        ),
        ({"rate": "2%", "of": "net_purchases"}, "2% × 3,900,000 net purchases"),
        ({"rate": "1%", "of": "net_sales", "less": ["rebate"]}, "1% × (10,000,000 − 150,750)"),
        ({"rate": "1%", "at_most": "2% of sales"}, "min(1% × 10,050,000, 2% × 10,050,000)"),
        (
            {"rate": "1%", "at_least": 5, "at_most": 9},
            "min(max(1% × 10,050,000, 5), 9)",
        ),
    ],
)
def test_rates_and_amounts(term: Keys, explained: str) -> None:
    assert _explained(term) == explained


def _tiers(*tiers: Keys, mode: str = "marginal", **more: object) -> Keys:
    return {"mode": mode, "tiers": list(tiers), **more}


@pytest.mark.parametrize(
    ("term", "explained"),
    [
        (
            _tiers(
                {"from": "110%", "rate": "0.5%"},
                {"from": "300%", "rate": "1%"},
                mode="whole",
                measure="growth",
            ),
            "0.5% × 10,050,000",
        ),
        (
            _tiers(
                {"from": "7.5M", "rate": "0.8%"},
                {"over": "9M", "rate": "1.2%"},
                {"over": "11M", "rate": "2%"},
            ),
            "0.8% × (9,000,000 − 7,500,000) + 1.2% × (10,050,000 − 9,000,000)",
        ),
        (
            _tiers({"from": "200%", "rate": "1%"}, measure="growth"),
            "1% × (10,050,000 − 200% × 4,020,000)",
        ),
        (
            _tiers({"from": "3M", "rate": "1%"}, {"from": "8M", "rate": "2%"}, of="increment"),
            "1% × (8,000,000 − 4,020,000) + 2% × (10,050,000 − 8,000,000)",
        ),
        (
            _tiers({"from": "5M", "rate": "1%"}, less=["rebate"]),
            "1% × (10,050,000 − 5,000,000) × (10,050,000 − 150,750) ÷ 10,050,000",
        ),
        (
            _tiers(
                {"from": 30, "amount": 1000},
                {"from": 33, "amount": 500},
                {"from": 40, "amount": 9},
                measure="stores.closing",
            ),
            "1,000 + 500",
        ),
        (_tiers({"over": "20M", "rate": "1%"}), "0, no tier reached"),
        (_tiers({"over": "20M", "rate": "1%"}, of="net_sales"), "0, no tier reached"),
        (_tiers({"over": "20M", "amount": 1}, of="net_sales"), "0, no tier reached"),
        (_tiers({"over": "20M", "rate": "1%"}, at_least=50), "max(0, 50), no tier reached"),
        (_tiers({"from": "10,050,000", "rate": "1%"}), "0"),
        (_tiers({"from": "1M", "rate": "0%"}), "0"),
        (_tiers({"from": "1M", "rate": "0%"}, mode="whole"), "0% × 10,050,000"),
    ],
)
def test_tiers(term: Keys, explained: str) -> None:
    assert _explained(term) == explained


def test_a_key_with_dots_does_not_hide_its_parameters() -> None:
    assert _explained({"rate": "2%"}, key="a.b.rate") == "2% × 10,050,000"


# ---------------------------------------------------------------- the line is true

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


@st.composite
def _tiered_terms(draw: st.DrawFn) -> dict[str, object]:
    measure = draw(st.sampled_from(["sales", "net_sales", "stores.closing", "growth", "achievement"]))
    largest = {"stores.closing": 60, "growth": 400, "achievement": 200}.get(measure, 20_000_000)
    bounds = sorted(draw(st.sets(st.integers(0, largest), min_size=1, max_size=4)))
    sign = "%" if measure in ("growth", "achievement") else ""
    tiers = [
        {
            draw(st.sampled_from(["from", "over"])): f"{bound}{sign}",
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
    formula = traced_costs(contract({"fee": term, "rebate": REBATE}, PLAN))["fee"]
    explained = explain(formula, "fee", words([language]))
    with exactly():
        assert abs(_computed(explained) - formula.args[0].value) < Decimal("1e-100")


@given(_terms())
def test_every_number_that_a_rate_or_amount_hangs_on_is_in_its_explanation(term: Keys) -> None:
    if "tiers" in term:
        return
    formula = traced_costs(contract({"fee": term, "rebate": REBATE}, PLAN))["fee"]
    numbers = set(re.findall(r"[0-9][0-9,.]*(?:%)?", explain(formula, "fee", ENGLISH).replace(", ", " ; ")))
    looked_up = [step for step in steps(formula, "fee", ENGLISH) if step.path.startswith("fee.")]
    assert {step.how for step in looked_up} <= numbers


@given(_terms(), st.sampled_from(LANGUAGES))
def test_steps_end_in_the_amount_and_name_each_source_once(term: Keys, language: str) -> None:
    formula = traced_costs(contract({"fee": term, "rebate": REBATE}, PLAN))["fee"]
    found = steps(formula, "fee", words([language]))
    assert (found[-1].value, found[-1].kind) == (formula.value, Kind.MONEY)
    paths = [step.path for step in found if step.path]
    assert len(paths) == len(set(paths))
    assert all(step.what and step.how for step in found)


@given(_terms())
def test_every_step_is_true_by_itself(term: Keys) -> None:
    for step in _steps(term)[:-1]:  # the last one rounds
        if step.value is None or "≈" in step.how:
            continue
        with exactly():
            assert abs(_computed(step.how) - step.value) < Decimal("1e-9")


# ---------------------------------------------------------------- the steps


def _told(found: list[Step]) -> list[tuple[str, str, str]]:
    return [(step.what, step.how, step.path) for step in found]


def test_steps_of_an_amount_with_a_free_allowance() -> None:
    term = {"amount": 1000, "per": ["skus.total", "stores.closing"], "free": {"skus.total": 30}}
    assert _told(_steps(term)) == [
        ("Amount", "1,000", "fee.amount"),
        ("SKUs, existing", "21 existing SKUs", "skus.existing"),
        ("SKUs, new", "14 new SKUs", "skus.new"),
        ("Free: SKUs, total", "30", "fee.free.skus.total"),
        ("Stores, opening", "25 stores at the start", "stores.opening"),
        ("Stores, new", "10 new stores", "stores.new"),
        ("Stores, closed", "0 closed stores", "stores.closed"),
        ("SKUs, total", "21 + 14", "skus.total"),
        ("Stores, closing", "25 + 10 − 0", "stores.closing"),
        ("Charged: SKUs, total", "35 SKUs − 30", ""),
        ("Calculated", "1,000 × 5 × 35 stores", ""),
        ("Rounded to 0.01", "175,000", ""),
    ]


def test_steps_of_a_minimum_that_decides() -> None:
    term = {"amount": 5000, "per": "stores.new", "at_least": "8% of sales"}
    assert _told(_steps(term))[-4:] == [
        ("Calculated", "5,000 × 10 new stores", ""),
        ("At least", "8% × 10,050,000", ""),
        ("The larger of the two", "max(50,000, 804,000)", ""),
        ("Rounded to 0.01", "804,000", ""),
    ]


def test_steps_of_a_whole_tier_tell_every_bound() -> None:
    term = _tiers(
        {"from": "9M", "rate": "1%"}, {"over": "10,050,000", "rate": "2%"}, mode="whole", less=["rebate"]
    )
    assert _told(_steps(term)) == [
        ("Last year's sales", "4,020,000", "last_year.sales"),
        ("Growth of sales, planned", "250%", "sales_growth"),
        ("Tier 1, from", "9,000,000", "fee.tiers.1.from"),
        ("Tier 2, over", "10,050,000", "fee.tiers.2.over"),
        ("Tier 1, rate", "1%", "fee.tiers.1.rate"),
        ("Rebate", "150,750", "rebate"),
        ("Sales", "4,020,000 × 250%", "sales"),
        ("Tier 1", "10,050,000 ≥ 9,000,000: reached", ""),
        ("Tier 2", "10,050,000 > 10,050,000: not reached", ""),
        ("Base", "10,050,000 − 150,750", ""),
        ("Tier 1 pays", "1% × 9,899,250", ""),
        ("Rounded to 0.01", "98,992.5", ""),
    ]


def test_steps_of_a_growth_tier_multiply_its_bound_out() -> None:
    found = _told(_steps(_tiers({"from": "300%", "rate": "1%"}, mode="whole", measure="growth")))
    assert ("Tier 1", "10,050,000 ≥ 300% × 4,020,000 = 12,060,000: not reached", "") in found
    assert ("No tier reached", "0", "") in found


def test_steps_of_bands_and_lump_sums() -> None:
    lump_sum = {"from": "6M", "amount": 7}
    term = _tiers({"from": "5M", "rate": "1%"}, lump_sum, {"from": "10M", "rate": "2%"}, of="net_sales")
    assert _told(_steps(term))[-8:] == [
        ("Tier 1 pays", "1% × (6,000,000 − 5,000,000)", ""),
        ("Tier 3 pays", "2% × (10,050,000 − 10,000,000)", ""),
        ("Sum", "10,000 + 1,000", ""),
        ("In proportion to the base", "11,000 × 10,000,000 ÷ 10,050,000", ""),
        ("Tier 2", "10,050,000 ≥ 6,000,000: reached", ""),
        ("Tier 2 pays", "7", ""),
        ("Sum", "≈10,945.273632 + 7", ""),
        ("Rounded to 0.01", "≈10,952.273632", ""),
    ]


def test_steps_are_labelled_in_every_language_asked_for() -> None:
    formula = traced_costs(contract({"fee": {"rate": "1%"}}, PLAN))["fee"]
    labels = [step.what for step in steps(formula, "fee", words(["zh-Hant", "en"]))]
    assert labels[0] == "費率 Rate"
    assert labels[-1] == "四捨五入至 0.01 Rounded to 0.01"


def test_kinds_tell_how_a_value_is_written() -> None:
    term = _tiers({"from": 30, "amount": 1000}, measure="stores.closing", mode="whole")
    kinds = {
        step.path: step.kind for step in _steps({**term, "at_most": "5% of sales_incl_tax"}) if step.path
    }
    assert kinds["fee.tiers.1.from"] is Kind.COUNT
    assert kinds["fee.tiers.1.amount"] is Kind.MONEY
    assert kinds["fee.at_most"] is Kind.RATIO
    assert kinds["vat"] is Kind.RATIO
    assert kinds["stores.closing"] is Kind.COUNT
    assert kinds["sales"] is Kind.MONEY


def test_a_long_ladder_of_tiers_needs_no_deep_stack() -> None:
    tiers = [{"from": bound, "rate": "1%"} for bound in range(1, 3001)]
    for mode in ("whole", "marginal"):
        term = _tiers(*tiers, mode=mode)
        assert _explained(term)
        assert _steps(term)[-1].kind is Kind.MONEY


def test_every_contract_of_the_case_has_steps_that_end_in_its_amounts() -> None:
    for name in CASE:
        for line in evaluate(case(name)).lines:
            assert steps(line.formula, line.term, ENGLISH)[-1].value == line.amount
