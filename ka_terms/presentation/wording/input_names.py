"""How an input reads: its label, the kind of its values, and a value inside a sentence or a header."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.model.vocabulary.parameters import Parameter
from ka_terms.presentation.numbers import rounded
from ka_terms.presentation.quantities import growth, quantity
from ka_terms.presentation.table import Kind
from ka_terms.presentation.wording.kinds import KINDS
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.inputs.input import Input


def input_label(input: Input, words: Words, by_index: bool = False) -> str:
    """The label of a figure, or of a parameter with its fee: `Monthly rebate: rate`, `Annual rebate: tier 2 rate`.

    `by_index` is for tables where growth is shown as an index, of which a tenth is another than a tenth of the growth.
    """
    parameter, as_index = input.parameter, by_index and input.is_growth
    if parameter is None:
        return words.figure(input.leaf if as_index else input.path)
    return words.joined(
        lambda one: one.say(
            "input.parameter", fee=one.fee_of(input.term), parameter=_parameter(parameter, one, as_index)
        )
    )


def input_inline(input: Input, words: Words, by_index: bool = False) -> str:
    """An input inside a sentence of the first language: `monthly rebate`, `annual rebate tier 2 rate`."""
    first, parameter, as_index = words.first, input.parameter, by_index and input.is_growth
    if parameter is None:
        return first.inline(input.leaf if as_index else input.path)
    fee = first.fee_within(input.term)
    if parameter.is_main and parameter.field != "amount":  # the fee is an amount too
        return fee
    return first.say("input.inline", fee=fee, parameter=_parameter(parameter, first, as_index))


def _parameter(parameter: Parameter, words: Words, as_index: bool) -> str:
    """What a parameter is, without its fee: `rate`, `tier 2 threshold`, `free allowance (new SKUs)`."""
    if parameter.tier:
        index = "index_" if as_index else ""
        return words.within(words.say(f"step.tier_{index}{parameter.field}", number=parameter.tier))
    if parameter.figure:
        return words.within(words.say(f"step.{parameter.field}", figure=words.inline(parameter.figure)))
    if parameter.rule:
        return words.within(words.say(f"input.{parameter.field}", number=parameter.rule))
    return words.within(words.say(f"step.{parameter.field}"))


def input_kind(input: Input) -> Kind:
    """How its values are written in a cell."""
    return KINDS[input.kind]


def input_text(input: Input, value: Decimal, currency: str, digits: int | None = None) -> str:
    """A value with all its digits, or `digits` decimals; growth as a change, +5%."""
    if input.is_growth:
        return growth(value if digits is None else rounded(value, digits))
    return quantity(value, input_kind(input), currency, digits)
