"""How a input reads: its label, the kind of its values, and a value inside a sentence or a header."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.model.vocabulary.parameters import Parameter
from ka_terms.presentation.table import Kind
from ka_terms.presentation.wording.kinds import KINDS
from ka_terms.presentation.wording.quantities import growth, percent
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.inputs.input import Input


def input_label(input: Input, words: Words) -> str:
    """The label of a figure; of a parameter the name of its fee, and what it is where the fee has several numbers."""
    parameter = input.parameter
    if parameter is None:
        return words.figure(input.path)
    if parameter.is_main:
        return words.fee_of(input.term)
    return words.joined(lambda one: f"{one.fee_of(input.term)}: {_own(parameter, one)}")


def index_label(input: Input, words: Words) -> str:
    """The label where growth is shown as an index, of which a tenth is another than a tenth of the growth."""
    if not input.is_growth:
        return input_label(input, words)
    bound = input.parameter
    if bound is None:
        return words.figure(input.leaf)
    key = f"step.tier_index_{bound.field}"
    return words.joined(
        lambda one: f"{one.fee_of(input.term)}: {one.within(one.say(key, number=bound.tier))}"
    )


def _own(parameter: Parameter, words: Words) -> str:
    if parameter.tier:
        return words.within(words.say(f"step.tier_{parameter.field}", number=parameter.tier))
    if parameter.figure:
        return words.within(words.say("step.free", figure=words.inline(parameter.figure)))
    return words.within(words.say(f"step.{parameter.field}"))


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
