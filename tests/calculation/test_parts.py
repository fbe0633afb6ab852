"""Parts and wholes that are moved, worked out a second way, in fractions; every way to ask tells the same amounts.

Sales and volume by category and stores by class are drawn so that portions seldom end: thirds, sevenths, and sums of
them that end again, at times at half a cent.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ka_terms.analysis.breakeven.condition import read_condition
from ka_terms.analysis.breakeven.metric_profile import metric_profile
from ka_terms.analysis.feasibility import reasons
from ka_terms.analysis.inputs.inputs import find, inputs
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.ladder.ladder import ladders
from ka_terms.analysis.resolved_plan import resolved_plan
from ka_terms.analysis.sweep.axes import Grid
from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.figures import Figures
from ka_terms.calculation.readings import plain_arrays
from ka_terms.calculation.readings.fractions import Fractions
from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.scenario import Scenario
from tests.analysis.drawn_sweeps import axis_of, measured, prepared, sweep
from tests.contracts import Keys, contract
from tests.examples import examples
from tests.metrics import guardrail, named

Figures_ = dict[str, Fraction]
Moves = Mapping[str, Decimal]
CENT = Decimal("0.01")
COUNTS = ("opening", "new", "closed")
CATEGORIES, CLASSES = ("noodles", "drinks", "sweets"), ("hyper", "market", "corner")

few = st.integers(0, 14).map(lambda cents: cents * CENT)
money = few | few | st.integers(1, 12).map(Decimal) | st.integers(0, 10**9).map(lambda cents: cents * CENT)
counts = st.integers(0, 7)


@st.composite
def years(draw: st.DrawFn, kinds: str = "amounts stated shares") -> dict[str, Any]:
    """Sales and volume by category, whose sum they are or not, and stores by class."""
    kind, names = draw(st.sampled_from(kinds.split())), CATEGORIES[: draw(st.integers(1, 3))]
    amounts = draw(st.lists(money, min_size=3, max_size=3))
    volumes = draw(st.lists(counts, min_size=3, max_size=3))
    sales = [f"{share}%" for share in draw(st.permutations([50, Decimal("33.3"), 7]))]
    categories = {
        name: {"sales": sales[at] if kind == "shares" else amounts[at], "volume": volumes[at]}
        for at, name in enumerate(names)
    }
    whole = {} if kind == "amounts" else {"sales": sum(amounts, Decimal(0)) + draw(money)}
    volume = {"volume": sum(volumes[: len(names)]) + draw(counts)} if draw(st.booleans()) else {}
    classes = {}
    for name in CLASSES[: draw(st.integers(1, 3))]:
        opening, new = draw(counts), draw(counts)
        closed = draw(st.sampled_from([0, opening, opening + new]))
        classes[name] = {"opening": opening, "new": new, "closed": closed}
    return {**whole, **volume, "categories": categories, "stores": {"classes": classes}}


rates = st.sampled_from(["50%", "10%", "33.3%", "12.5%", "0.7%"])
amounts = st.sampled_from([Decimal(1), Decimal("0.5"), Decimal("0.01"), Decimal("3.33")])


@st.composite
def drawn(draw: st.DrawFn) -> tuple[Scenario, Keys]:
    """A contract whose terms depend on parts and wholes, and its plan."""
    plan = {**draw(years()), "last_year": draw(years("amounts"))}
    categories = [f"categories.{name}.sales" for name in plan["categories"]]
    plan["figures"] = {"together": " + ".join(categories), "half": "50% of together"}
    part, count = categories[0], f"stores.{next(iter(plan['stores']['classes']))}"
    low, high = sorted(draw(st.lists(money, min_size=2, max_size=2, unique=True)))
    fewer, more = sorted(draw(st.lists(counts, min_size=2, max_size=2, unique=True)))
    rate, amount = draw(rates), draw(amounts)
    terms: dict[str, Keys] = {
        "part": {"rate": rate, "of": part},
        "rest": {"rate": rate, "of": "categories.other.sales"},
        "sum": {"rate": rate, "of": "together"},
        "half_sum": {"rate": rate, "of": "half"},
        "limited": {"amount": amount, "at_least": f"{rate} of {part}"},
        "units": {"amount": amount, "per": part.replace("sales", "volume")},
        "lots": {"amount": amount, "per": "volume", "for_every": {"volume": 2}},
        "class": {"amount": amount, "per": f"{count}.average"},
        "stores": {"amount": amount, "per": ["stores.closing", f"{count}.new"]},
        "bands": _tiers("marginal", part, {"rate": rate}, low, high),
        "same_bands": {**_tiers("marginal", part, {"rate": rate}, low, high), "of": part},
        "steps": _tiers("whole", f"{count}.closing", {"amount": amount}, fewer, more),
        "due": {"amount": amount, "only_if": f"{part} >= {rate} of sales"},
        "not_due": {"amount": amount, "unless": "together >= 100% of sales"},
        "none_left": {"amount": amount, "only_if": "categories.other.sales <= 0"},
    }
    return contract(terms, {"sales": None, **plan}), {**plan, "terms": terms}


def _tiers(mode: str, measure: str, pay: Keys, low: object, high: object) -> Keys:
    return {"mode": mode, "measure": measure, "tiers": [{"from": low, **pay}, {"over": high, **pay}]}


@st.composite
def moves_of(draw: st.DrawFn, scenario: Scenario) -> dict[str, Decimal]:
    """Other numbers for one or two inputs; not for stores of a class beside the total."""
    known = [path for path, input in inputs(scenario).items() if not input.parameter]
    known = [path for path in known if path not in ("together", "half")]
    found = {}
    for path in draw(st.lists(st.sampled_from(known), min_size=1, max_size=2, unique=True)):
        found[path] = Decimal(draw(counts)) if find(scenario, path).kind == "count" else draw(money)
    wholes = {path for path in found if path.rpartition("stores.")[2] in COUNTS}
    for path in wholes:
        head, _, field = path.rpartition(".")
        assume(not any(other.startswith(head) and other.endswith(field) for other in found.keys() - {path}))
    return found


# The second way. A year's figures out of what its file states and of what is moved.


def year_of(plan: Keys, moves: Moves) -> Figures_:
    found = {
        **by_category(plan, moves, "sales"),
        **by_category(plan, moves, "volume"),
    }
    for name in COUNTS:
        stated = {key: Fraction(of_class[name]) for key, of_class in plan["stores"]["classes"].items()}
        found |= whole_and_parts(stated, moves, f"stores.{name}", "stores.{}." + name)
    for prefix in ("stores.", *(f"stores.{name}." for name in plan["stores"]["classes"])):
        opening, new, closed = (found[prefix + name] for name in COUNTS)
        found[prefix + "closing"] = opening + new - closed
        found[prefix + "average"] = (opening + found[prefix + "closing"]) / 2
    found["categories.other.sales"] = found["sales"] - sum_of(plan, found)
    return found


def sum_of(plan: Keys, figures: Figures_) -> Fraction:
    return sum((figures[f"categories.{name}.sales"] for name in plan["categories"]), Fraction(0))


def by_category(plan: Keys, moves: Moves, field: str) -> Figures_:
    parts = {name: category[field] for name, category in plan["categories"].items()}
    path = "categories.{}." + field
    if plan.get(field) is None:
        return whole_and_parts({name: Fraction(part) for name, part in parts.items()}, moves, field, path)
    whole = Fraction(moves.get(field, plan[field]))
    figures = {field: whole}
    for name, part in parts.items():
        is_share = isinstance(part, str)
        stated = Fraction(part.rstrip("%")) / 100 * whole if is_share else Fraction(part)
        figures[path.format(name)] = Fraction(moves.get(path.format(name), stated))
    return figures


def whole_and_parts(parts: Figures_, moves: Moves, whole: str, path: str) -> Figures_:
    """Parts that make their whole: one of them moves it, and it moves them by their portions."""
    total = sum(parts.values(), Fraction(0))
    if whole in moves:
        moved_to = Fraction(moves[whole])
        parts = {name: part / total * moved_to if total else Fraction(0) for name, part in parts.items()}
    figures = {
        path.format(name): Fraction(moves.get(path.format(name), part)) for name, part in parts.items()
    }
    return {
        whole: Fraction(moves[whole]) if whole in moves else sum(figures.values(), Fraction(0)),
        **figures,
    }


def is_possible(plan: Keys, figures: Figures_) -> bool:
    closing = [value for path, value in figures.items() if path.endswith(".closing")]
    volumes = sum(figures[f"categories.{name}.volume"] for name in plan["categories"])
    return figures["categories.other.sales"] >= 0 and volumes <= figures["volume"] and min(closing) >= 0


def fees_of(plan: Keys, figure: Figures_) -> Figures_:
    """Every term of `drawn` by its definition, to the cent."""
    terms: Mapping[str, Any] = plan["terms"]
    rate = Fraction(terms["part"]["rate"].rstrip("%")) / 100
    amount, part = Fraction(terms["units"]["amount"]), figure[terms["part"]["of"]]
    rest, together = figure["categories.other.sales"], sum_of(plan, figure)
    count = terms["class"]["per"].removesuffix(".average")
    low, high = (Fraction(tier.get("from", tier.get("over"))) for tier in terms["bands"]["tiers"])
    fewer, more = (Fraction(tier.get("from", tier.get("over"))) for tier in terms["steps"]["tiers"])
    bands = rate * (max(min(part, high) - low, Fraction(0)) + max(part - high, Fraction(0)))
    closing = figure[f"{count}.closing"]
    found = {
        "part": rate * part,
        "rest": rate * rest,
        "sum": rate * together,
        "half_sum": rate * together / 2,
        "limited": max(amount, rate * part),
        "units": amount * figure[terms["units"]["per"]],
        "lots": amount * floor(figure["volume"] / 2),
        "class": amount * figure[f"{count}.average"],
        "stores": amount * figure["stores.closing"] * figure[f"{count}.new"],
        "bands": bands * figure["sales"] / part if part else Fraction(0),
        "same_bands": bands,
        "steps": amount if closing >= fewer or closing > more else Fraction(0),
        "due": amount if part >= rate * figure["sales"] else Fraction(0),
        "not_due": Fraction(0) if together >= figure["sales"] else amount,
        "none_left": amount if rest <= 0 else Fraction(0),
    }
    return {key: Fraction(floor(fee * 100 + Fraction(1, 2)), 100) for key, fee in found.items()}


def last_year(moves: Moves) -> Moves:
    return {path[10:]: value for path, value in moves.items() if path.startswith("last_year.")}


def statement_of(scenario: Scenario, moves: Moves) -> Statement | None:
    """The statement with these numbers; None where they make no plan together."""
    try:
        return evaluate(moved(scenario, moves))
    except ValueError as error:
        if reasons(error):
            return None
        raise


def spaces() -> list[Any]:
    numpy = pytest.importorskip("numpy")
    return [plain_arrays, numpy]


def swept(scenario: Scenario, moves: Moves, xp: Any) -> Figures_ | None:
    """The fees at the one point of a grid."""
    grid = Grid(tuple(axis_of(find(scenario, path), value) for path, value in moves.items()), zipped=False)
    ((_, block),) = sweep([prepared(scenario, grid)], grid, named(*scenario.terms), xp)
    values = [measured(block, at)[0] for at in range(len(scenario.terms))]
    return {
        key: Fraction(value) for key, value in zip(scenario.terms, values, strict=True) if value is not None
    }


@given(st.data())
@examples(80)
def test_a_plan_that_is_moved_is_what_its_parts_and_wholes_say(data: st.DataObject) -> None:
    scenario, plan = data.draw(drawn())
    moves = data.draw(moves_of(scenario))
    figures, before = year_of(plan, moves), year_of(plan["last_year"], last_year(moves))
    possible = is_possible(plan, figures) and is_possible(plan["last_year"], before)
    statement = statement_of(scenario, moves)
    assert (statement is not None) == possible
    if statement is None:
        return
    known = Figures(statement.scenario.plan, Fractions({}))
    assert {path: known(path) for path in figures} == figures
    assert {path: known(f"last_year.{path}") for path in before} == before
    assert {line.term: Fraction(line.amount) for line in statement.lines} == fees_of(plan, figures)
    assert all(line.formula.value == line.amount for line in statement.lines)


@given(st.data())
@examples(40)
def test_a_sweep_tells_what_the_statement_tells(data: st.DataObject) -> None:
    scenario, plan = data.draw(drawn())
    moves = data.draw(moves_of(scenario))
    figures, before = year_of(plan, moves), year_of(plan["last_year"], last_year(moves))
    assume(is_possible(plan, figures) and is_possible(plan["last_year"], before))
    for xp in spaces():
        assert swept(scenario, moves, xp) == fees_of(plan, figures)


@given(st.data())
@examples(30)
def test_solve_follows_what_the_statement_tells(data: st.DataObject) -> None:
    scenario, plan = data.draw(drawn())
    moves = data.draw(moves_of(scenario))
    (path, value), *_ = moves.items()
    figures, before = year_of(plan, {path: value}), year_of(plan["last_year"], last_year({path: value}))
    assume(is_possible(plan, figures) and is_possible(plan["last_year"], before))
    fees = fees_of(plan, figures)
    for term in data.draw(st.lists(st.sampled_from([*fees]), min_size=1, max_size=4, unique=True)):
        profile = metric_profile(read_condition([scenario], guardrail(f"{term} >= 1"), path))
        assert profile.rounded_at(Fraction(value), 0) == fees[term]
        assert profile.stated(value) == fees[term]


@given(st.data())
@examples(30)
def test_a_ladder_tells_what_the_statement_tells_at_its_bounds(data: st.DataObject) -> None:
    scenario, plan = data.draw(drawn())
    for ladder in ladders(evaluate(scenario)):
        for row in ladder.rows:
            if row.payment is not None and row.status.inclusive and row.status.quantity in inputs(scenario):
                figures = year_of(plan, {row.status.quantity: row.status.bound})
                assert Fraction(row.payment) == fees_of(plan, figures)[ladder.key]


@given(st.data())
@examples(60)
def test_what_is_moved_can_be_saved_and_read_again(data: st.DataObject) -> None:
    scenario, _ = data.draw(drawn())
    statement = statement_of(scenario, data.draw(moves_of(scenario)))
    assume(statement is not None)
    assert statement
    saved = resolved_plan(statement.scenario.plan)
    again = Plan.model_validate(saved)
    assert resolved_plan(again) == saved
    wholes = ("sales", *(f"{year}stores.{name}" for year in ("", "last_year.") for name in COUNTS))
    assert exact_figures(again, *wholes) == exact_figures(statement.scenario.plan, *wholes)
    # What is left over grows by less than the last decimal of each category.
    (kept,), (left,) = (
        exact_figures(plan, "categories.other.sales") for plan in (statement.scenario.plan, again)
    )
    assert kept is not None
    assert left is not None
    assert 0 <= left - kept < 3 * Decimal("0.000001")


@pytest.mark.parametrize("sales", ["1", "2", "5", "0.05", "0.10", "1e14"])
@pytest.mark.parametrize("parts", [(1, 1, 1), (1, 2, 4), (3, 3, 1), (1, 0, 2), tuple(range(1, 30))])
def test_parts_of_a_whole_come_to_it(sales: str, parts: tuple[int, ...]) -> None:
    """However badly it divides: nothing is left over, and nothing is missing."""
    categories = {f"c{at}": {"sales": part} for at, part in enumerate(parts)}
    terms = {"rest": {"amount": 1, "only_if": "categories.other.sales > 0"}}
    plan = moved(contract(terms, {"sales": None, "categories": categories}), {"sales": Decimal(sales)}).plan
    assert exact_figures(plan, "categories.other.sales") == [0]
    statement = statement_of(
        contract(terms, {"sales": None, "categories": categories}), {"sales": Decimal(sales)}
    )
    assert statement is not None
    assert statement.total_fees == 0


@pytest.mark.parametrize("moves", [{"stores.opening": 9, "stores.hyper.opening": 3}])
def test_a_total_and_its_class_are_not_moved_together(moves: dict[str, int]) -> None:
    scenario = contract({}, {"stores": {"classes": {"hyper": {"opening": 5}, "market": {"opening": 2}}}})
    with pytest.raises(ValueError, match="not both") as refused:
        moved(scenario, {path: Decimal(value) for path, value in moves.items()})
    assert not reasons(refused.value)
