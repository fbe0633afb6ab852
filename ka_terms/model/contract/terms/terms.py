"""The three shapes of a term, told by their key: a `rate`, an `amount`, or `tiers`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from ka_terms.model.contract.terms.term_base import TermBase, TermOnBase
from ka_terms.model.contract.terms.tiers import TieredTerm
from ka_terms.model.numbers.fields import Amount, Rate


class RateTerm(TermOnBase):
    """A share of a money figure, such as a monthly rebate of 2.5% of sales."""

    rate: Rate = Field(description="The share, with its percent sign: 2.5%.")


class AmountTerm(TermBase):
    """An amount times every figure in `per`; without `per` a lump sum."""

    amount: Amount = Field(description="The amount for one of everything in `per`, or the lump sum.")


SHAPES: Mapping[str, type[TermBase]] = {"rate": RateTerm, "amount": AmountTerm, "tiers": TieredTerm}
"""The key that tells a term's shape -> its model. A new shape is a line here and one in `Term`."""


def shape_of(raw: Any) -> str | None:
    """The one key among `SHAPES` that a term has; None where it has none or several."""
    if isinstance(raw, TermBase):
        return next(key for key, model in SHAPES.items() if isinstance(raw, model))
    found = [key for key in SHAPES if isinstance(raw, Mapping) and raw.get(key) is not None]
    return found[0] if len(found) == 1 else None


Term = Annotated[
    Annotated[RateTerm, Tag("rate")]
    | Annotated[AmountTerm, Tag("amount")]
    | Annotated[TieredTerm, Tag("tiers")],
    Discriminator(shape_of),
]
