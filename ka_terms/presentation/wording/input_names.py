"""How a input reads: its label, the kind of its values, and a value inside a sentence or a header."""

from __future__ import annotations

from decimal import Decimal

from ka_terms.analysis.inputs.input import Input
from ka_terms.presentation.table import Kind
from ka_terms.presentation.wording.kinds import KINDS
from ka_terms.presentation.wording.quantities import growth, percent
from ka_terms.presentation.words import Words

_TIER = "tiers"


def input_label(input: Input, words: Words) -> str:
    """The label of a figure; of a parameter the name of its fee, and what it is where the fee has several numbers."""
    if not input.term:
        return words.figure(input.path)
    name = input.path.removeprefix(f"{input.term}.")
    fee = words.fee_of(input.term)
    return (
        fee
        if name in ("rate", "amount")
        else words.joined(lambda one: f"{one.fee_of(input.term)}: {_own(name, one)}")
    )


def index_label(input: Input, words: Words) -> str:
    """The label where growth is shown as an index, of which a tenth is another than a tenth of the growth."""
    if not input.is_growth:
        return input_label(input, words)
    if not input.term:
        return words.figure(input.leaf)
    _, position, field = input.path.removeprefix(f"{input.term}.").split(".")
    return words.joined(
        lambda one: (
            f"{one.fee_of(input.term)}: {one.within(one.say(f'step.tier_index_{field}', number=position))}"
        )
    )


def _own(name: str, words: Words) -> str:
    group, _, rest = name.partition(".")
    if group == _TIER:
        position, _, field = rest.partition(".")
        return words.within(words.say(f"step.tier_{field}", number=position))
    if group == "free":
        return words.within(words.say("step.free", figure=words.inline(rest)))
    return words.within(words.say(f"step.{name}"))


def input_kind(input: Input) -> Kind:
    """How its values are written in a cell."""
    return KINDS[input.kind]


def input_text(input: Input, value: Decimal, words: Words, currency: str) -> str:
    """A value with all its digits; growth as people say it, +5%."""
    if input.is_growth:
        return growth(value)
    if input.kind in ("rate", "index"):
        return percent(value)
    return words.money(value, currency) if input.kind == "money" else words.count(value)
