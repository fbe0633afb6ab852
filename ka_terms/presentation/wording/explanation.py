"""The calculation of an amount: in one line with its numbers, or step by step from the figures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ka_terms.calculation.readings.traced import Traced
from ka_terms.model.vocabulary.figures import LAST_YEAR
from ka_terms.presentation.table import Kind
from ka_terms.presentation.wording.expression import (
    Expression,
    figure_kind,
    is_limited,
    is_percent,
    is_zero,
    outcome,
    parameter,
    summands,
)
from ka_terms.presentation.wording.quantities import approximate
from ka_terms.presentation.wording.steps import Step, Work, branches, labelled, pays_no_band
from ka_terms.presentation.words import Words

__all__ = ["Step", "explain", "steps"]


def explain(traced: Traced, key: str, words: Words) -> str:
    """The arithmetic of a term's amount, before it is rounded: `3,500 × 35 stores × 4 times`."""
    cost = _before_rounding(traced)
    text = Expression(key, words).write(cost)
    missed = _reaches_no_tier(cost, key)
    return words.say("join.comma").join([text, words.say("explain.no_tier")]) if missed else text


def steps(traced: Traced, key: str, words: Words) -> list[Step]:
    """The way from figures to amount: what is looked up, what follows from it, what is worked out, the rounding."""
    cost = _before_rounding(traced)
    used = list(_used(cost))
    work = Work(key, words)
    work.take(cost)
    return [
        *_looked_up(used, key, words),
        *(_derived(node, key, words) for node, _ in used if node.op == "derived"),
        *work.steps,
        _rounded(traced, cost, words),
    ]


def _before_rounding(traced: Traced) -> Traced:
    return traced.args[0] if traced.op == "settle" else traced


def _reaches_no_tier(cost: Traced, key: str) -> bool:
    """Whether a fee is tiered and its plan is below all of its tiers."""
    while is_limited(cost, key):
        cost = cost.args[0]
    if cost.op == "where":
        return is_zero(outcome(cost, key))
    return cost.op == "+" and all(_is_missed(part, key) for part in _bands_and_lump_sums(cost))


def _bands_and_lump_sums(cost: Traced) -> Iterator[Traced]:
    """What the tiers of a marginal term pay, before the bands are brought into proportion to the base."""
    for part in summands(cost):
        parts = summands(part.args[0].args[0]) if part.op == "/" else [part]
        yield from (one for one in parts if not is_zero(one))


def _is_missed(part: Traced, key: str) -> bool:
    """Whether a band begins above what is measured, or a lump sum is not reached."""
    if part.op == "where":
        return is_zero(outcome(part, key))
    band = part.args[1].args[0]
    top, bottom = band.args
    return top.value < (bottom.args[0] if bottom.op == "max" else bottom).value


def _used(cost: Traced) -> Iterator[tuple[Traced, Traced]]:
    """Everything that was looked at on the way, operands first, each once and with the node it is an operand of."""
    seen: set[int] = set()
    pending = [(cost, cost, False)]
    while pending:
        node, parent, operands_done = pending.pop()
        if operands_done:
            yield node, parent
        elif id(node) not in seen:
            seen.add(id(node))
            pending.append((node, parent, True))
            pending.extend((operand, node, False) for operand in reversed(_looked_at(node)))


def _looked_at(node: Traced) -> list[Traced]:
    """The operands of a node; of a choice all the conditions and the side taken, of another term none."""
    if node.op == "settle" or pays_no_band(node):
        return []
    if node.op != "where":
        return list(node.args)
    *conditions, taken = branches(node)
    return [*conditions, taken]


def _looked_up(used: list[tuple[Traced, Traced]], key: str, words: Words) -> Iterator[Step]:
    """Figures and parameters in the order they are used, and amounts of other terms; each once."""
    paths = set()
    for node, parent in used:
        if node.op in ("leaf", "settle") and (node.op, node.path) not in paths:
            paths.add((node.op, node.path))
            text = Expression(key, words).value(node, parent.op)
            yield Step(_name(node, parent, key, words), text, node.value, _kind(node, parent, key), node.path)


def _name(node: Traced, parent: Traced, key: str, words: Words) -> str:
    """The label of a figure, a parameter or another term."""
    name = parameter(node.path, key)
    if node.op == "settle":
        return words.fee_of(node.path)
    if not name:
        return words.figure(node.path)
    if name.startswith("free."):
        return words.joined(lambda one: one.say("step.free", figure=one.inline(name.removeprefix("free."))))
    _, _, tier = name.partition("tiers.")
    position, _, kind = tier.partition(".")
    if is_percent(name, parent.op) and any(arg.path == LAST_YEAR + "sales" for arg in parent.args):
        kind = f"index_{kind}" if kind in ("from", "over") else kind  # a bound of growth
    return labelled(words, f"step.tier_{kind}" if tier else f"step.{name}", number=position)


def _kind(node: Traced, parent: Traced, key: str) -> Kind:
    name = parameter(node.path, key)
    if node.op == "settle":
        return Kind.MONEY
    if not name:
        return figure_kind(node.path)
    if is_percent(name, parent.op):
        return Kind.RATIO
    if name.startswith("free."):
        return figure_kind(name.removeprefix("free."))
    return _kind_beside(node, parent, key) if name.endswith((".from", ".over")) else Kind.MONEY


def _kind_beside(node: Traced, parent: Traced, key: str) -> Kind:
    """What a bound is measured in: the kind of the figure it is compared with, or ends a band of."""
    firsts = [_first(other) for other in parent.args if other is not node]
    paths = [first.path for first in firsts if not parameter(first.path, key)]
    return figure_kind(paths[0]) if paths else Kind.COUNT


def _first(node: Traced) -> Traced:
    """The figure or parameter that the arithmetic of a node begins with."""
    while node.args and node.op != "derived":
        node = node.args[0]
    return node


def _derived(node: Traced, key: str, words: Words) -> Step:
    how = Expression(key, words, bare=True).write(node.args[0])
    return Step(words.figure(node.path), how, node.value, figure_kind(node.path), node.path)


def _rounded(traced: Traced, cost: Traced, words: Words) -> Step:
    # A rounded amount keeps the decimals of the unit it was rounded to: 321600.00.
    unit = Decimal(1).scaleb(int(traced.value.as_tuple().exponent))
    return Step(
        labelled(words, "step.rounded", unit=f"{unit:f}"), approximate(cost.value), traced.value, Kind.MONEY
    )
