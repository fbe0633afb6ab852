"""What must hold of every contract, and progressive scales worked out a second way, in fractions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ka_terms.calculation.costs import exact_costs, traced_costs
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.limits import Share
from tests.calculation.drawn_clauses import FACTS, bands, charges, conditions, groups, on_terms
from tests.contracts import Keys, contract, cost

CENTS = Decimal("0.01")
money = st.integers(0, 10**9).map(lambda cents: cents * CENTS)
rates = st.integers(0, 1000).map(lambda permille: f"{Decimal(permille) / 10}%")
counts = st.integers(0, 60)
bounds = st.lists(st.integers(0, 10**9), min_size=1, max_size=5, unique=True).map(
    lambda cents: [bound * CENTS for bound in sorted(cents)]
)


@st.composite
def ladders(draw: st.DrawFn, with_lump_sums: bool = True) -> list[dict[str, Any]]:
    payments = st.one_of(
        st.tuples(st.just("rate"), rates), *([st.tuples(st.just("amount"), money)] if with_lump_sums else [])
    )
    kinds = st.sampled_from(["from", "over"])
    return [dict([(draw(kinds), bound), draw(payments)]) for bound in draw(bounds)]


limits = st.fixed_dictionaries({}, optional={"at_least": money, "at_most": st.integers(10**9, 10**10)})
bases = st.sampled_from(["sales", "net_sales", "increment", "last_year.sales"])
rate_terms = st.builds(lambda rate, of, more: {"rate": rate, "of": of, **more}, rates, bases, limits)
amount_terms = st.builds(
    lambda amount, per, more: {"amount": amount, "per": per, "free": dict.fromkeys(per[:1], 3), **more},
    money,
    st.lists(st.sampled_from(["stores.closing", "stores.average", "skus.total"]), unique=True),
    limits,
)
tiered_terms = st.builds(
    lambda mode, tiers, of, measure, more: {
        "mode": mode,
        "tiers": tiers,
        "of": of,
        "measure": measure,
        **more,
    },
    st.sampled_from(["whole", "marginal"]),
    ladders(),
    bases,
    st.sampled_from(["sales", "net_sales", "volume"]),
    limits,
)


counted = ["stores.closing", "stores.average", "skus.total", "volume", "months"]
held_against = {
    "sales": money,
    "net_sales": money,
    "volume": counts,
    "stores.closing": counts,
    "returns": rates.map("{} of sales".format),
    "sales ": st.integers(0, 100).map("{}% of last_year.sales".format),
}


@st.composite
def settled(draw: st.DrawFn) -> Keys:
    """How a term is settled: by the year, by periods, on some months, cumulatively."""
    each = draw(st.sampled_from([None, "year", "half", "quarter", "month"]))
    first, last = sorted(draw(st.lists(st.integers(1, 12), min_size=2, max_size=2)))
    within = {"in": [f"{first}..{last}"]} if draw(st.integers(0, 2)) == 2 else {}
    to_date = {"cumulative": True} if each in ("half", "quarter", "month") and draw(st.booleans()) else {}
    return {**({"each": each} if each else {}), **within, **to_date}


@st.composite
def plan_months(draw: st.DrawFn) -> Keys:
    """Shares of sales by month that end late or not at all, and months in which stores open; at times none."""
    if draw(st.booleans()):
        return {}
    sales = draw(
        st.permutations(["50%", "10%", "7.3%", "0%", "12%", "0.1%", "5%", "rest", "1%", "1%", "1%", "1%"])
    )
    return {"sales": list(sales), "quarters": {"volume": ["10%", "20%", "30%", "40%"]}}


@st.composite
def contracts(draw: st.DrawFn) -> tuple[dict[str, Keys], Keys]:
    """Terms, each of which may come off the base of those after it or be what they are taken of, and a plan."""
    terms: dict[str, Keys] = {}
    for key in draw(st.permutations("abcd")):
        shapes = [rate_terms, amount_terms, tiered_terms, tiered_terms, bands("volume", counted, money)]
        term = draw(st.one_of(*shapes, *([on_terms(sorted(terms), rates)] if terms else [])))
        less = draw(st.lists(st.sampled_from(sorted(terms)), unique=True)) if terms and "of" in term else []
        term = {**term, **({"less": less} if less else {})}
        # Not on what is left of a base: half a cent that comes off would come off as often as it is charged.
        if "rate" in term and not less and draw(st.integers(0, 3)) == 3:
            term |= draw(charges(counted))
        terms[key] = {**term, "owed": draw(st.integers(0, 5)) > 0, **draw(conditions(held_against))}
    periods, months = draw(settled()), draw(plan_months())
    for key in draw(st.lists(st.sampled_from(sorted(terms)), unique=True)):
        # A term may name another only where the periods of the two nest.
        if not any(key in _names(terms[other]) or other in _names(terms[key]) for other in terms):
            terms[key] = {**terms[key], **periods}
    sales = draw(money)
    plan = {
        "facts": FACTS,
        "sales": sales,
        "returns": draw(st.sampled_from([Decimal(0), sales])),
        "volume": draw(counts),
        "stores": {"opening": draw(counts), "new": draw(counts)},
        "skus": {"existing": draw(counts), "new": draw(counts)},
        "last_year": {
            "sales": draw(money),
            **({"months": {"sales": months["sales"][::-1]}} if months else {}),
        },
        **({"months": months} if months else {}),
    }
    return terms, plan


def _names(term: Keys) -> set[str]:
    """The terms that one names."""
    limits = (str(term.get(key, "")).rpartition(" of ")[2] for key in ("at_least", "at_most"))
    return {*term.get("less", ()), str(term.get("of")), *limits}


@st.composite
def grouped(draw: st.DrawFn) -> Scenario:
    """Such a contract with a group over some of its terms."""
    terms, plan = draw(contracts())
    return contract(terms, plan, together=draw(groups(terms, money)))


@given(grouped())
def test_lines_add_up_to_the_total(scenario: Scenario) -> None:
    statement = evaluate(scenario)
    assert statement.total_fees == sum(line.amount for line in statement.lines if line.owed)
    assert statement.net_net_sales + statement.total_fees == statement.sales
    assert all(line.amount == line.amount.quantize(CENTS) for line in statement.lines)


@given(grouped())
def test_a_group_comes_to_its_limit_or_to_its_members(scenario: Scenario) -> None:
    amounts = exact_costs(scenario)
    for key, group in scenario.together.items():
        members = sum(amounts[member] for member in group.terms)
        least, most = (_limit(limit, amounts, scenario) for limit in (group.at_least, group.at_most))
        bounded = members if least is None else max(members, least)
        bounded = bounded if most is None else min(bounded, most)
        assert Fraction(members + amounts[key]) == half_up(Fraction(bounded))


def _limit(limit: Any, amounts: dict[str, Decimal], scenario: Scenario) -> Decimal | None:
    """A limit in money: an amount, or a share of sales or of a term."""
    if isinstance(limit, Share):
        return limit.rate * amounts.get(limit.of, evaluate(scenario).sales)
    assert limit is None or isinstance(limit, Decimal)
    return limit


@given(contracts())
def test_what_is_not_due_costs_nothing_and_else_what_it_costs_without_conditions(
    given_: tuple[dict[str, Keys], Keys],
) -> None:
    terms, plan = given_
    for line in evaluate(contract(terms, plan)).lines:
        if line.settlements:
            continue
        freed = {key: value for key, value in terms[line.term].items() if key not in ("only_if", "unless")}
        alone = exact_costs(contract({**terms, line.term: freed}, plan))[line.term]
        assert line.amount == (alone if line.is_due else 0)
        assert line.would_cost == (None if line.is_due else alone)


@given(grouped())
def test_the_exact_and_the_remembering_reading_agree(scenario: Scenario) -> None:
    assert {key: made.value for key, made in traced_costs(scenario).items()} == exact_costs(scenario)


@given(contracts(), st.randoms(use_true_random=False))
def test_the_order_of_terms_makes_no_difference(given_: tuple[dict[str, Keys], Keys], random: Any) -> None:
    terms, plan = given_
    keys = list(terms)
    random.shuffle(keys)
    assert exact_costs(contract({key: terms[key] for key in keys}, plan)) == exact_costs(
        contract(terms, plan)
    )


@given(contracts(), rates, money)
def test_a_further_term_leaves_the_others_alone(
    given_: tuple[dict[str, Keys], Keys], rate: str, lump: Decimal
) -> None:
    terms, plan = given_
    before = exact_costs(contract(terms, plan))
    after = exact_costs(contract({"new": {"rate": rate}, **terms, "lump": {"amount": lump}}, plan))
    assert {key: after[key] for key in terms} == before


@given(ladders(), money, money)
def test_marginal_fees_never_fall_as_sales_rise(
    tiers: list[dict[str, Any]], one: Decimal, other: Decimal
) -> None:
    term = {"mode": "marginal", "tiers": tiers}
    assert cost(term, {"sales": min(one, other)}) <= cost(term, {"sales": max(one, other)})


@given(ladders(with_lump_sums=False), money)
def test_marginal_is_never_dearer_than_its_highest_rate(tiers: list[dict[str, Any]], sales: Decimal) -> None:
    highest = max((tier["rate"] for tier in tiers), key=lambda rate: Decimal(rate.rstrip("%")))
    assert cost({"mode": "marginal", "tiers": tiers}, {"sales": sales}) <= cost(
        {"rate": highest}, {"sales": sales}
    )


@given(rates, money, st.sampled_from(["from", "over"]))
def test_one_tier_from_nothing_is_a_plain_rate(rate: str, sales: Decimal, kind: str) -> None:
    tiers = [{kind: 0, "rate": rate}]
    plain = cost({"rate": rate}, {"sales": sales})
    assert cost({"mode": "whole", "tiers": tiers}, {"sales": sales}) == plain
    assert cost({"mode": "marginal", "tiers": tiers}, {"sales": sales}) == plain


@given(ladders(), money, st.sampled_from(["whole", "marginal"]))
def test_a_progressive_scale_worked_out_a_second_way(
    tiers: list[dict[str, Any]], sales: Decimal, mode: str
) -> None:
    paid = cost({"mode": mode, "tiers": tiers}, {"sales": sales})
    assert Fraction(paid) == half_up(scale(tiers, Fraction(sales), mode == "whole"))


@given(ladders(with_lump_sums=False), money, money)
def test_a_progressive_scale_on_the_increment_is_the_difference_of_two(
    tiers: list[dict[str, Any]], sales: Decimal, before: Decimal
) -> None:
    term = {"mode": "marginal", "tiers": tiers, "of": "increment"}
    paid = cost(term, {"sales": sales, "last_year": {"sales": before}})
    on_all, on_last_year = (scale(tiers, Fraction(amount), whole=False) for amount in (sales, before))
    assert Fraction(paid) == half_up(max(on_all - on_last_year, Fraction(0)))


def scale(tiers: list[dict[str, Any]], sales: Fraction, whole: bool) -> Fraction:
    """By quick deduction (速算扣除数): at the rate reached on all of it, less what the bands below it pay too much."""
    paid = deduction = rate = lump_sums = Fraction(0)
    for tier in tiers:
        bound = Fraction(tier["from"] if "from" in tier else tier["over"])
        if sales < bound or (sales == bound and "over" in tier):
            break
        if whole:
            paid = Fraction(tier["amount"]) if "amount" in tier else share(tier) * sales
            continue
        deduction += bound * (share(tier) - rate)
        rate = share(tier)
        lump_sums += Fraction(tier.get("amount", 0))
    return paid if whole else rate * sales - deduction + lump_sums


def share(tier: dict[str, Any]) -> Fraction:
    return Fraction(tier["rate"].rstrip("%")) / 100 if "rate" in tier else Fraction(0)


def half_up(amount: Fraction) -> Fraction:
    return Fraction(floor(amount * 100 + Fraction(1, 2)), 100)
