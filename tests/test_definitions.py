"""The definitions of the manual worked out by themselves, in fractions, against the statement."""

from __future__ import annotations

import operator
import re
from decimal import Decimal
from fractions import Fraction
from math import floor
from pathlib import Path

import pytest
import yaml
from hypothesis import given

from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.monthly.view import View, monthly_view
from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.model.contract.formula import Formula
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.limits import Limited, Share
from ka_terms.model.contract.terms.rules import AnyOf, Rule
from ka_terms.model.contract.terms.terms import AmountTerm, RateTerm
from ka_terms.model.contract.terms.tiers import Tier, TieredTerm
from ka_terms.model.numbers.currency import MINOR_DIGITS
from ka_terms.model.numbers.number import Index, Percent, read_number
from ka_terms.model.privacy import PRIVATE_NAMES
from ka_terms.model.vocabulary.metrics import METRICS
from ka_terms.reading.scenario import load
from tests.analysis.drawn_sweeps import scenarios
from tests.examples import examples

Figures = dict[str, Fraction]


def figures_of(plan: Plan) -> Figures:
    """Every figure that a plan gives."""
    last = figures_of(plan.last_year) if plan.last_year else {}
    found = {f"last_year.{path}": value for path, value in last.items()}
    sales = plan.sales_in("likely")
    if plan.stores:
        opening, new, closed = (Fraction(getattr(plan.stores, key)) for key in ("opening", "new", "closed"))
        closing = opening + new - closed
        found |= {"stores.opening": opening, "stores.new": new, "stores.closed": closed}
        found |= {"stores.closing": closing, "stores.average": (opening + closing) / 2}
    own = {name: value.value if isinstance(value, Percent) else value for name, value in plan.figures.items()}
    keys = {key: getattr(plan, key) for key in ("volume", "vat", "returns", "target")}
    amount = Fraction(sales.value) * last["sales"] if isinstance(sales, Index) else sales
    stated = {**keys, **own, "sales": amount}
    waiting = {name: value for name, value in stated.items() if isinstance(value, Formula)}
    numbers = {name: value for name, value in stated.items() if isinstance(value, Decimal | Fraction)}
    found |= {name: Fraction(value) for name, value in numbers.items()}
    while waiting:
        ready = next(name for name, formula in waiting.items() if {*formula.paths()} <= found.keys())
        found[ready] = computed(waiting.pop(ready), found)
    if "returns" in found:
        found["net_sales"] = found["sales"] - found["returns"]
    if "vat" in found:
        found["sales_incl_tax"] = found["sales"] * (1 + found["vat"])
    if last:
        found["increment"] = max(found["sales"] - last["sales"], Fraction(0))
    if plan.skus:
        existing, new = Fraction(plan.skus.existing), Fraction(plan.skus.new)
        found |= {"skus.existing": existing, "skus.new": new, "skus.total": existing + new}
    return found | {f"events.{name}": Fraction(count) for name, count in plan.events.items()}


def computed(formula: Formula, figures: Figures) -> Fraction:
    """A formula by its text alone: shares, then products, then sums; never below zero."""
    total, sign = Fraction(0), 1
    text = f"{formula} of sales" if formula.text.endswith("%") else formula.text
    for token in re.split(r" ([+-]) ", text):
        if token in ("+", "-"):
            sign = 1 if token == "+" else -1
            continue
        product = Fraction(sign)
        for factor in token.split(" x "):
            share, _, name = factor.rpartition(" of ")
            product *= figures[name] if name in figures else Fraction(name)
            product *= Fraction(share.removesuffix("%")) / 100 if share else 1
        total += product
    return max(total, Fraction(0))


def half_up(amount: Fraction, unit: Fraction) -> Fraction:
    return floor(amount / unit + Fraction(1, 2)) * unit


class Oracle:
    """What every term of a contract comes to."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.figures = figures_of(scenario.plan)
        self.known: dict[str, Fraction] = {}

    def amount(self, key: str) -> Fraction:
        if key not in self.known:
            term = self.scenario.terms[key]
            due = all(map(self.holds, term.only_if)) and not (
                term.unless and all(map(self.holds, term.unless))
            )
            self.known[key] = self.rounded(self.limited(self.calculated(term), term)) if due else Fraction(0)
        return self.known[key]

    def rounded(self, amount: Fraction) -> Fraction:
        unit = Fraction(1, 10 ** MINOR_DIGITS[self.scenario.currency])
        return half_up(amount, Fraction(self.scenario.rounding or unit))

    def correction(self, key: str) -> Fraction:
        """What a group adds to the fees of its terms."""
        group = self.scenario.together[key]
        total = sum(map(self.amount, group.terms), Fraction(0))
        return self.rounded(self.limited(total, group)) - total

    def limited(self, amount: Fraction, limits: Limited) -> Fraction:
        if limits.at_least is not None:
            amount = max(amount, self.limit(limits.at_least))
        return amount if limits.at_most is None else min(amount, self.limit(limits.at_most))

    def limit(self, limit: Decimal | Share) -> Fraction:
        return Fraction(limit.rate) * self.named(limit.of) if isinstance(limit, Share) else Fraction(limit)

    def named(self, name: str) -> Fraction:
        """A figure, or the fee of a term."""
        return self.figures[name] if name in self.figures else self.amount(name)

    def holds(self, entry: Rule | AnyOf) -> bool:
        if isinstance(entry, AnyOf):
            return any(map(self.holds, entry.rules))
        if entry.is_fact:
            return self.scenario.plan.facts[entry.subject]
        against = self.against(entry.subject)
        if against == 0:
            return False
        bound = Fraction(entry.number) * (1 if against is None else against)
        if isinstance(entry.value, Share):
            bound *= self.figures[entry.value.of]
        compared = {">=": operator.ge, ">": operator.gt, "<=": operator.le, "<": operator.lt}[entry.operator]
        return bool(compared(self.quantity(entry.subject), bound))

    def against(self, measure: str) -> Fraction | None:
        """What growth and achievement are multiples of; None for a figure."""
        if measure == "achievement":
            return self.figures["target"]
        grown = "sales" if measure == "growth" else measure.removeprefix("growth of ")
        is_growth = measure == "growth" or grown != measure
        return self.figures[f"last_year.{grown}"] if is_growth else None

    def quantity(self, measure: str) -> Fraction:
        """The figure that thresholds are compared with."""
        is_sales = measure in ("growth", "achievement")
        return self.figures["sales" if is_sales else measure.removeprefix("growth of ")]

    def calculated(self, term: AmountTerm | RateTerm | TieredTerm) -> Fraction:
        if isinstance(term, RateTerm):
            return Fraction(term.rate) * self.base(term) * self.charged(term)
        if isinstance(term, TieredTerm):
            return self.whole(term) if term.mode == "whole" else self.marginal(term)
        return Fraction(term.amount) * self.charged(term)

    def charged(self, term: AmountTerm | RateTerm | TieredTerm, but: str = "") -> Fraction:
        """The product of the figures of `per` as they are charged, `but` one."""
        product = Fraction(1)
        for path in term.per:
            if path == but:
                continue
            count = max(self.figures[path] - Fraction(term.free.get(path, 0)), Fraction(0))
            lot = term.for_every.get(path)
            product *= count if lot is None else floor(count / Fraction(lot))
        return product

    def base(self, term: RateTerm | TieredTerm) -> Fraction:
        off = sum((self.amount(key) for key in term.less), Fraction(0))
        return max(self.named(term.of) - off, Fraction(0))

    def bound(self, term: TieredTerm, tier: Tier) -> Fraction:
        against = self.against(term.measure)
        bound = Fraction(tier.level)
        return bound if against is None else bound * against

    def reached(self, term: TieredTerm) -> list[Tier]:
        measured = self.quantity(term.measure)
        return [
            tier
            for tier in term.tiers
            if (measured >= self.bound(term, tier) if tier.inclusive else measured > self.bound(term, tier))
        ]

    def whole(self, term: TieredTerm) -> Fraction:
        reached = self.reached(term)
        if not reached:
            return Fraction(0)
        last = reached[-1]
        if last.amount is not None:
            return Fraction(last.amount) * self.charged(term)
        return Fraction(last.rate or 0) * self.base(term)

    def marginal(self, term: TieredTerm) -> Fraction:
        if term.per:
            return self.by_band(term)
        measured, shares = self.quantity(term.measure), Fraction(0)
        of_sales = term.measure in ("sales", "growth", "achievement")
        sliced = term.of == "increment" and of_sales
        from_ = self.figures["last_year.sales"] if sliced else Fraction(0)
        bounds = [self.bound(term, tier) for tier in term.tiers]
        for tier, low, high in zip(term.tiers, bounds, [*bounds[1:], measured], strict=True):
            band = max(min(measured, high) - max(low, from_), Fraction(0))
            shares += Fraction(tier.rate or 0) * band
        lump_sums = sum((Fraction(tier.amount or 0) for tier in self.reached(term)), Fraction(0))
        same = sliced or term.of == ("sales" if of_sales else term.measure)
        if not same or term.less:
            divisor = self.figures["increment"] if sliced else measured
            shares = shares * self.base(term) / divisor if divisor else Fraction(0)
        return shares + lump_sums

    def by_band(self, term: TieredTerm) -> Fraction:
        """Amounts for one of the measure, the first units of which may be free."""
        measured = self.quantity(term.measure)
        path = term.measure.removeprefix("growth of ")
        free, paid = Fraction(term.free.get(path, 0)), Fraction(0)
        bounds = [self.bound(term, tier) for tier in term.tiers]
        for tier, low, high in zip(term.tiers, bounds, [*bounds[1:], measured], strict=True):
            paid += Fraction(tier.amount or 0) * max(min(measured, high) - max(low, free), Fraction(0))
        return paid * self.charged(term, but=path)


def assert_ratio(told: Decimal | None, part: Fraction | None, whole: Fraction | None) -> None:
    if part is None or not whole:
        assert told is None
    else:
        assert told is not None
        assert abs(Fraction(told) - part / whole) <= abs(part / whole) * Fraction(1, 10**27)


def assert_totals(statement: Statement, figures: Figures, fees: Fraction) -> None:
    sales, average = figures["sales"], figures.get("stores.average")
    assert Fraction(statement.total_fees) == fees
    assert Fraction(statement.net_net_sales) == sales - fees
    assert_ratio(statement.fee_ratio, fees, sales)
    assert_ratio(statement.vpo, sales, average)
    assert_ratio(statement.vpo_volume, figures.get("volume"), average)
    assert_ratio(statement.fees_a_store, fees, average)


@given(scenarios())
@examples(200)
def test_a_statement_is_what_the_definitions_say(scenario: Scenario) -> None:
    statement, oracle = evaluate(scenario), Oracle(scenario)
    amounts = {key: oracle.amount(key) for key in scenario.terms}
    amounts |= {key: oracle.correction(key) for key in scenario.together}
    assert {line.term: Fraction(line.amount) for line in statement.lines} == amounts
    for line in statement.lines:
        assert_ratio(line.ratio, amounts[line.term], oracle.figures["sales"])
    owed = [key for key in amounts if key in scenario.together or scenario.terms[key].owed]
    assert_totals(statement, oracle.figures, sum((amounts[key] for key in owed), Fraction(0)))


def test_the_page_defines_every_metric() -> None:
    defined = re.findall(r"^\| `([\w.]+)`", PAGE, re.MULTILINE)
    assert {*defined} == {name.removeprefix(PRIVATE_NAMES) for name in METRICS}


PAGE = (Path(__file__).parents[1] / "ka_terms" / "docs" / "definitions.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^\| `(\{.*\})` \| `(\{.*\})` \| ([^|`]+) \|$", PAGE, re.MULTILINE)
CHANGED = re.findall(r"^\| `(\{.*\})` \| `(\{.*\})` \| `(.*)=(.*)` \| (.+) \|$", PAGE, re.MULTILINE)

BY_MONTH = re.findall(r"^\| `(\{.*\})` \| `(\{.*\})` \| (budget|owed) \| (.+) \|$", PAGE, re.MULTILINE)


def example(terms: str, plan: str, sales: str = "sales: 1M, ") -> str:
    """The file of an example: its terms, or its only one under the key `fee`, on these sales unless it says."""
    terms, plan = (re.sub(r"(\d),(\d{3})\b", r"\1\2", text) for text in (terms, plan))
    terms, _, groups = terms.partition(", together: ")
    terms = f"{terms}}}" if groups else terms
    if {"rate", "amount", "tiers"} & yaml.safe_load(terms).keys():
        terms = f"{{fee: {terms}}}"
    if "sales" not in yaml.safe_load(plan):
        plan = f"{{{sales}{plan[1:]}"
    return f"scenario: example\nplan: {plan}\nterms: {terms}\ntogether: {groups[:-1] or '{}'}\n"


@pytest.mark.parametrize(("terms", "plan", "fees"), EXAMPLES)
def test_an_example_of_the_page_comes_to_its_fees(terms: str, plan: str, fees: str, tmp_path: Path) -> None:
    file = tmp_path / "example.yaml"
    file.write_text(example(terms, plan), encoding="utf-8")
    signed = fees.replace(",", "").replace("- ", "-").replace("+ ", "")
    lines = evaluate(load(file).scenario).lines
    assert [line.amount for line in lines] == [Decimal(amount) for amount in signed.split()]


@pytest.mark.parametrize(("terms", "plan", "path", "value", "fee"), CHANGED)
def test_an_example_of_a_change_comes_to_its_fee(
    terms: str, plan: str, path: str, value: str, fee: str, tmp_path: Path
) -> None:
    file = tmp_path / "example.yaml"
    file.write_text(example(terms, plan, sales=""), encoding="utf-8")
    changed = moved(load(file).scenario, {path: read_number(value)})
    assert [line.amount for line in evaluate(changed).lines] == [Decimal(fee.replace(",", ""))]


@pytest.mark.parametrize(("terms", "plan", "view", "told"), BY_MONTH)
def test_an_example_by_month_comes_to_its_months(
    terms: str, plan: str, view: View, told: str, tmp_path: Path
) -> None:
    file = tmp_path / "example.yaml"
    file.write_text(example(terms, plan), encoding="utf-8")
    (fee,) = monthly_view(evaluate(load(file).scenario), view).fees
    amounts = [Decimal(amount) for amount in re.findall(r"[\d.]+", told.replace(",", ""))]
    if told.startswith("not phased"):
        assert not fee.is_phased
        assert [fee.not_phased] == amounts
    else:
        assert [*fee.amounts] == amounts


def test_every_rule_has_examples() -> None:
    assert len(BY_MONTH) > 6
    assert len(EXAMPLES) > 76
    assert len(CHANGED) > 9
