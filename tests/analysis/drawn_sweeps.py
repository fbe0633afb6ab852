"""Contracts of every kind and grids over their numbers, drawn so that bounds are met exactly and missed by a hair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_DOWN, Decimal
from itertools import product
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from ka_terms.analysis.inputs.input import Input
from ka_terms.analysis.inputs.inputs import find, inputs
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.sweep.axes import Axis, Block, Grid, block_shape, listed
from ka_terms.analysis.sweep.blocks import (
    EvaluatedBlock,
    Invalid,
    evaluate_block,
    in_blocks,
    validate_corners,
)
from ka_terms.calculation.readings import plain_arrays as plain
from ka_terms.calculation.readings.exact import exactly, ratio
from ka_terms.calculation.readings.scaled import Scaled
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.rules import rules_in
from ka_terms.model.contract.terms.term_base import TermBase
from ka_terms.model.contract.terms.tiers import TieredTerm
from ka_terms.model.numbers.currency import minor_unit
from ka_terms.model.numbers.number import Index
from ka_terms.model.vocabulary.metrics import Metric
from tests.calculation.drawn_clauses import FACTS, bands, charges, conditions, groups, on_terms
from tests.contracts import Keys, contract

CENT = Decimal("0.01")
PER_MILLE = st.integers(0, 1000)
MEASURES = ("sales", "net_sales", "volume", "growth", "achievement", "promoters", "facings", "branded")
BASES = ("sales", "net_sales", "increment", "sales_incl_tax", "last_year.sales", "branded", "shelf")
COUNTED = (
    "stores.new",
    "stores.closing",
    "stores.average",
    "skus.total",
    "events.dm",
    "promoters",
    "facings",
    "helpers",
)

money = st.integers(0, 10**9).map(lambda cents: cents * CENT)
small = st.integers(0, 10**6).map(lambda cents: cents * CENT)
counts = st.integers(0, 40)
rates = PER_MILLE.map(lambda permille: f"{Decimal(permille) / 10}%")
shares = st.builds(lambda rate, of: f"{rate} of {of}", rates, st.sampled_from(["sales", "net_sales"]))


@st.composite
def plans(draw: st.DrawFn) -> Keys:
    """A plan that gives every figure; its sales an amount, or a growth on last year's."""
    last_year, percent = draw(st.integers(1, 10**9)) * CENT, draw(st.none() | st.integers(1, 3000))
    sales = draw(money) if percent is None else last_year * percent / 100
    returns = [Decimal(0), sales.quantize(CENT, ROUND_DOWN), (sales / 3).quantize(CENT, ROUND_DOWN)]
    return {
        "last_year": {"sales": last_year, "stores": {"opening": draw(counts)}},
        "sales": sales if percent is None else f"{percent - 100:+}%",
        "returns": draw(st.sampled_from(returns)),
        "volume": draw(counts),
        "vat": draw(rates),
        "target": draw(st.integers(1, 10**9)) * CENT,
        "stores": {"opening": draw(counts), "new": draw(counts)},
        "skus": {"existing": draw(counts), "new": draw(counts)},
        "events": {"dm": draw(counts)},
        "figures": {"promoters": draw(small)},
    }


@st.composite
def computed_plans(draw: st.DrawFn) -> Keys:
    """The same, with figures that follow from each other; perhaps sales that follow from the volume."""
    plan, rate = draw(plans()), draw(rates)
    figures = {
        **plan["figures"],
        "price": draw(small),
        "facings": draw(rates),
        "own_label": f"{rate} of sales",
        "branded": f"sales - own_label - {draw(small)}",
        "shelf": "facings x branded",
        "helpers": f"{rate} of promoters + 2 x stores.closing - {draw(counts)}",
    }
    computed = {"target": "1.1 x last_year.sales", "returns": rate}
    by_volume = {**computed, "sales": "volume x price + promoters", "volume": "3 x stores.opening"}
    return {**plan, "figures": figures, **draw(st.sampled_from([{}, computed, by_volume]))}


@st.composite
def ladders(draw: st.DrawFn) -> Keys:
    measure = draw(st.sampled_from(MEASURES))
    bounds = sorted(draw(st.sets(st.integers(0, 30) | st.integers(0, 10**9), min_size=1, max_size=3)))
    # Growth has a sign, a share of the target has none.
    hundred, sign = (100, "+") if measure == "growth" else (0, "")
    by_index = measure in ("growth", "achievement")
    written = [
        f"{Decimal(one % 4000 + at * 4000) / 10 - hundred:{sign}}%" if by_index else one * CENT
        for at, one in enumerate(bounds)
    ]
    if measure == "facings":
        written = [f"{Decimal(one % 300 + at * 300) / 10}%" for at, one in enumerate(bounds)]
    payments = st.one_of(st.tuples(st.just("rate"), rates), st.tuples(st.just("amount"), small))
    kinds = st.sampled_from(["from", "over"])
    return {
        "mode": draw(st.sampled_from(["whole", "marginal"])),
        "measure": measure,
        "of": draw(st.sampled_from(BASES)),
        "tiers": [dict([(draw(kinds), bound), draw(payments)]) for bound in written],
    }


@st.composite
def terms(draw: st.DrawFn) -> Keys:
    """A rate, an amount or tiers, perhaps with a least and a most."""
    kind = draw(st.sampled_from(["rate", "amount", "tiers", "tiers"]))
    if kind == "rate":
        term: Keys = {"rate": draw(rates), "of": draw(st.sampled_from(BASES))}
    elif kind == "amount":
        per = draw(st.lists(st.sampled_from(COUNTED), max_size=3, unique=True))
        term = {"amount": draw(small), "per": per, "free": dict.fromkeys(per[:1], draw(counts))}
    else:
        term = draw(ladders())
    least = draw(st.none() | small | shares)
    most = draw(st.none() | st.integers(10**6, 10**9).map(lambda cents: cents * CENT) | shares)
    assume(not (isinstance(least, str) and isinstance(most, str)))
    return {
        **term,
        **{key: each for key, each in (("at_least", least), ("at_most", most)) if each is not None},
    }


HELD_AGAINST = {
    "sales": money,
    "net_sales": money,
    "returns": rates.map("{} of sales".format),
    "growth": st.integers(-99, 200).map("{:+}%".format),
    "achievement": st.integers(0, 300).map("{}%".format),
    "facings": rates,
    "stores.closing": counts,
    "volume": counts,
    "branded": money,
}


@st.composite
def clauses(draw: st.DrawFn, term: Keys, before: Sequence[str]) -> Keys:
    """The term with conditions and counts, or in its place one by bands, or on one of the terms before."""
    shape = draw(st.integers(0, 7))
    if shape == 7 and before:
        term = draw(on_terms(before, rates))
    elif shape == 6:
        term = draw(bands(draw(st.sampled_from(["volume", "promoters"])), COUNTED, small))
    elif shape == 5 and "rate" in term:
        term = {**term, **draw(charges(COUNTED))}
    return {**term, **draw(conditions(HELD_AGAINST))}


@st.composite
def scenarios(draw: st.DrawFn, with_clauses: bool = True) -> Scenario:
    """One to four terms, owed or not, each of which may come off the base of those after it, perhaps in a group."""
    found: dict[str, Keys] = {}
    for key in "abcd"[: draw(st.integers(1, 4))]:
        term = draw(terms())
        term = draw(clauses(term, [*found])) if with_clauses else term
        # Not where it is counted: half a cent that comes off its base would come off as often as it is charged.
        may_be_net = found and "of" in term and "per" not in term
        less = draw(st.lists(st.sampled_from(sorted(found)), unique=True)) if may_be_net else []
        owed = {"owed": False} if draw(st.integers(0, 7)) == 7 else {}
        found[key] = {**term, **({"less": less} if less else {}), **owed}
    rounding = draw(st.sampled_from([None, None, None, "0.0001", 100]))
    currency = draw(st.sampled_from(["CNY", "JPY", "KWD"]))
    plan, together = draw(computed_plans()), draw(groups(found, small)) if with_clauses else {}
    known = {**plan, "facts": FACTS}
    return contract(found, known, currency=currency, rounding=rounding, together=together)


def _around_rules(term: TermBase, input: Input, unit: Decimal) -> list[Decimal]:
    """What the rules of a term hold the figure against, and one minor unit to either side."""
    found = []
    for rule in (*rules_in(term.only_if), *rules_in(term.unless)):
        if rule.path == input.path and isinstance(rule.value, Decimal):
            found += [rule.value, rule.value + unit, max(rule.value - unit, Decimal(0))]
        elif rule.subject == "growth" and input.kind == "index":
            found.append(rule.number)
    return found


def around_bounds(scenario: Scenario, input: Input) -> list[Decimal]:
    """Today's value; of a figure that tiers are measured by also each bound, and one minor unit to either side."""
    unit = Decimal(1) if input.kind == "count" else minor_unit(scenario.currency)
    found = [input.value]
    for term in scenario.terms.values():
        if isinstance(term, TieredTerm):
            for tier in term.tiers:
                bound = tier.bound
                if isinstance(bound, Index):
                    is_share = input.kind == "rate" and term.measure == input.path
                    found += [bound.value] if input.kind == "index" or is_share else []
                elif term.measure == input.path:
                    found += [bound, bound + unit, max(bound - unit, Decimal(0))]
        found += _around_rules(term, input, unit)
    return found


def _any(input: Input) -> st.SearchStrategy[Decimal]:
    if input.kind == "count":
        return counts.map(Decimal)
    if input.kind in ("rate", "index"):
        return PER_MILLE.map(lambda permille: Decimal(permille).scaleb(-3))
    return money | small


def _is_valid(scenario: Scenario, input: Input, value: Decimal) -> bool:
    try:
        moved(scenario, {input.path: value})
    except ValueError:
        return False
    return True


@st.composite
def grids(draw: st.DrawFn, scenario: Scenario) -> Grid:
    """One to three axes of up to four values; zipped where they are as long."""
    known = [*inputs(scenario), "growth"]
    paths = draw(st.lists(st.sampled_from(known), min_size=1, max_size=3, unique=True))
    assume(not {"sales", "growth"} <= {*paths})
    axes = []
    for path in paths:
        input = find(scenario, path)
        near = st.sampled_from(around_bounds(scenario, input))
        values = draw(st.lists(near | near | _any(input), min_size=1, max_size=4))
        valid = [value for value in values if _is_valid(scenario, input, value)]
        axes.append(listed(input, valid or [input.value]))
    return Grid(tuple(axes), draw(st.booleans()) and len({axis.count for axis in axes}) == 1)


@st.composite
def swept(draw: st.DrawFn) -> tuple[Scenario, Grid]:
    """A scenario prepared for a grid over its numbers, with the grid."""
    scenario = draw(scenarios())
    grid = draw(grids(scenario))
    try:
        return prepared(scenario, grid), grid
    except Invalid:
        assume(False)
        raise


def points(grid: Grid) -> Iterator[dict[str, Decimal]]:
    """The values at every point by path, the last axis moving fastest."""
    paths = [axis.input.path for axis in grid.axes]
    columns = [[axis.value(at) for at in range(axis.count)] for axis in grid.axes]
    rows = zip(*columns, strict=True) if grid.zipped else product(*columns)
    return (dict(zip(paths, row, strict=True)) for row in rows)


def flat(number: Scaled, shape: Sequence[int], xp: Any) -> list[Decimal]:
    """Every value of a block in exact decimals, in row-major order."""
    with exactly():
        return _flat(number, shape, xp)


def _flat(number: Scaled, shape: Sequence[int], xp: Any) -> list[Decimal]:
    spread = xp.broadcast_to(xp.asarray(number.values), tuple(shape))
    if xp is plain:
        row = spread.tolist()
    else:
        row = xp.reshape(spread, (-1,))
        row = map(int, row.compute() if hasattr(row, "compute") else row)
    return [Decimal(value).scaleb(-number.scale) for value in row]


def measured(part: EvaluatedBlock, at: int) -> list[Decimal | None]:
    """One metric of a block at every point; a quotient to 28 digits."""
    shape, found = block_shape(part.block), part.metrics[at]
    if found is None:
        return [None] * len(flat(part.axes[0], shape, part.xp))
    over = flat(found.over, shape, part.xp)
    if found.under is None:
        return [*over]
    return [ratio(one, other) for one, other in zip(over, flat(found.under, shape, part.xp), strict=True)]


def axis_of(input: Input, *values: object) -> Axis:
    """An axis of these values."""
    return listed(input, [Decimal(str(value)) for value in values])


def prepared(scenario: Scenario, grid: Grid) -> Scenario:
    """The scenario made ready for a grid."""
    return validate_corners(scenario, grid).scenario


def sweep(
    scenarios: Sequence[Scenario],
    grid: Grid,
    metrics: Sequence[Metric],
    xp: Any = None,
    block: int | None = None,
) -> Iterator[tuple[int, EvaluatedBlock]]:
    """Every scenario in turn over every block of the grid."""

    def costing(scenario: Scenario, place: Block, xp: Any, limit: int | None) -> EvaluatedBlock:
        return evaluate_block(scenario, grid, place, metrics, xp, limit)

    return in_blocks(scenarios, grid, costing, xp, block)
