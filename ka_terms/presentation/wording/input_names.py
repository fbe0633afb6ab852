"""How an input reads: its label, the kind of its values, and a value inside a sentence or a header."""

from __future__ import annotations

from decimal import Decimal

from ka_terms.analysis.inputs.input import Input
from ka_terms.calculation.metrics import METRICS, PRIVATE_METRICS, RATIOS
from ka_terms.model.base import PRIVATE
from ka_terms.presentation.reports.internal import private_label
from ka_terms.presentation.table import Kind
from ka_terms.presentation.wording.expression import figure_kind
from ka_terms.presentation.wording.quantities import growth, percent
from ka_terms.presentation.words import Words

_KINDS = {
    "money": Kind.MONEY,
    "rate": Kind.RATIO,
    "index": Kind.INDEX,
    "count": Kind.COUNT,
    "number": Kind.COUNT,
}
_AVERAGES = frozenset({"vpo", "vpo_volume", "fees_a_store"})


def input_label(input: Input, words: Words, by_index: bool = False) -> str:
    """The label of a figure, or of a parameter with its fee: `Monthly rebate: rate`, `Annual rebate: tier 2 rate`.

    `by_index` is for tables where growth is shown as an index, of which a tenth is another than a tenth of the growth.
    """
    if not input.term:
        return words.figure(input.leaf if by_index and input.is_growth else input.path)
    return words.joined(
        lambda one: one.say(
            "input.parameter", fee=one.fee_of(input.term), parameter=_parameter(input, one, by_index)
        )
    )


def input_inline(input: Input, words: Words, by_index: bool = False) -> str:
    """An input inside a sentence of the first language: `monthly rebate`, `annual rebate tier 2 rate`."""
    first = words.first
    if not input.term:
        return first.inline(input.leaf if by_index and input.is_growth else input.path)
    fee = first.within(first.fee_of(input.term))
    if input.path.removeprefix(f"{input.term}.") in ("rate", "amount"):
        return fee
    return first.say("input.inline", fee=fee, parameter=_parameter(input, first, by_index))


def _parameter(input: Input, words: Words, by_index: bool) -> str:
    """What a parameter is, without its fee: `rate`, `tier 2 threshold`, `free allowance (new SKUs)`."""
    name = input.path.removeprefix(f"{input.term}.")
    group, _, rest = name.partition(".")
    if group == "tiers":
        position, _, field = rest.partition(".")
        index = "index_" if by_index and input.is_growth else ""
        return words.within(words.say(f"step.tier_{index}{field}", number=position))
    if group == "free":
        return words.within(words.say("step.free", figure=words.inline(rest)))
    return words.within(words.say(f"step.{name}"))


def input_kind(input: Input) -> Kind:
    """How its values are written in a cell."""
    return _KINDS[input.kind]


def input_text(input: Input, value: Decimal, words: Words, currency: str) -> str:
    """A value with all its digits; growth as a change, +5%."""
    if input.is_growth:
        return growth(value)
    if input.kind in ("rate", "index"):
        return percent(value)
    return words.money(value, currency) if input.kind == "money" else words.count(value)


def metric_label(name: str, words: Words, is_term: bool) -> str:
    """The label of a total or a figure, or the name of a term's fee."""
    if name in PRIVATE_METRICS:
        return private_label(name.removeprefix(PRIVATE), words)
    if name in METRICS:
        return words(name)
    return words.fee_of(name) if is_term else words.figure(name)


def metric_kind(name: str, is_term: bool) -> Kind:
    """How a total, a term or a figure is written in a cell."""
    if name in RATIOS:
        return Kind.RATIO
    if name in METRICS:
        return Kind.AVERAGE if name in _AVERAGES else Kind.MONEY
    return Kind.MONEY if is_term else figure_kind(name)


def metric_text(name: str, value: Decimal | None, words: Words, currency: str, is_term: bool) -> str:
    """A value inside a sentence; a ratio to two decimals."""
    if value is None:
        return words.say("na")
    kind = metric_kind(name, is_term)
    if kind is Kind.RATIO:
        return percent(value.quantize(Decimal("0.0001")))
    if kind is Kind.AVERAGE:
        return words.money(value.quantize(Decimal("0.01")), currency)
    return words.money(value, currency) if kind is Kind.MONEY else words.count(value)
