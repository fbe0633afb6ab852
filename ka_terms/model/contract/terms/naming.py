"""What a term says of itself beside its numbers: its name, its nature, how it is paid and to whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from pydantic import Field, WithJsonSchema

from ka_terms.model.base import Key, Model
from ka_terms.model.contract.fact import Answer
from ka_terms.model.names import Texts

Nature = Literal["unconditional", "apparent", "activity", "performance"]
NATURES: tuple[Nature, ...] = get_args(Nature)
"""The grades of a fee, from what is owed whatever happens to what has to be earned.

unconditional: owed in any case; apparent: under a condition that nobody enforces; activity: paid for something done;
performance: paid for something reached.
"""
CONDITIONAL: frozenset[str] = frozenset({"activity", "performance"})
"""The grades of a fee that is owed only once something is done or reached."""
Payment = Literal["on_invoice", "deducted", "transferred", "in_goods"]
Payee = Literal["retailer", "other"]


class Named(Model):
    """What a term or a group may say of itself; what it leaves unsaid the catalogue says."""

    label: Texts | None = Field(default=None, description="Its name in reports: a text, or one a language.")
    nature: Nature | None = Field(
        default=None,
        description="unconditional; apparent: under a condition nobody enforces; "
        "activity: paid for something done; performance: paid for something reached.",
    )
    category: Annotated[Key, WithJsonSchema({"type": "string"})] | None = Field(
        default=None, description="Key of the category it is counted in."
    )
    note: Texts | None = Field(default=None, description="A remark: a text, or one a language.")


class Naming(Named):
    """What a term of any shape may say of itself, how it is paid and to whom among it."""

    paid: Payment | None = Field(
        default=None,
        description="How it is paid: on_invoice (票扣), deducted (账扣), transferred (汇款) or in_goods (货补).",
    )
    to: Payee | None = Field(default=None, description="Who gets it: the retailer, or another party.")
    owed: Answer = Field(
        default=True, description="no: it is calculated and shown, but counts in no sum of fees."
    )


def not_owed(terms: Mapping[str, Naming]) -> frozenset[str]:
    """The keys of the terms that are calculated and shown, but in no sum."""
    return frozenset(key for key, term in terms.items() if not term.owed)
