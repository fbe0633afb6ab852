"""One number that a question of "what if" can move, and how people write its values."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from pydantic_core import PydanticCustomError

from ka_terms.calculation.readings.exact import exactly, trimmed
from ka_terms.model.contract.fact import read_fact, write_fact
from ka_terms.model.faults import only, refusal, refuse
from ka_terms.model.numbers.growth import mixed_signs, read_achievement, read_growth
from ka_terms.model.numbers.notations import doubtful_point, taken_by
from ka_terms.model.numbers.number import (
    is_percent,
    read_count,
    read_multiple,
    read_number,
    read_rate,
    read_ratio,
    with_commas,
    write_percent,
)
from ka_terms.model.vocabulary.figures import NumberKind
from ka_terms.model.vocabulary.parameters import Parameter
from ka_terms.text.messages import message

_ALL = Decimal(1)
USE_STEP = message("use a step above zero")


class Input(NamedTuple):
    """One number that can be moved. `leaf` is the path under which a reading asks for it."""

    path: str
    leaf: str
    kind: NumberKind
    value: Decimal
    """What it is in the scenario as it stands."""
    term: str = ""
    """The key of the term whose parameter it is; empty for a figure."""
    parameter: Parameter | None = None
    """What it is of that term."""
    name: str = ""
    """The path as it was asked for, which may be the key of a term alone."""
    computed: bool = False
    """Whether the plan computes it by a formula, which a moved value replaces."""
    whole: Decimal | None = None
    """What it is a share of, where the plan states it as one, such as `60%` of sales; its values are amounts."""
    of_target: bool = False
    """Whether an index is a share of the target, and so may be one below 100% without a sign."""

    of_figure: bool = False
    """Whether a rate is a percentage of a figure or a term, and so may be one above 100%."""

    @property
    def is_stated(self) -> bool:
        """Whether the plan states it, as a number or as a share."""
        return not self.computed or self.whole is not None

    @property
    def is_fact(self) -> bool:
        """Whether its values are yes and no, between which there is nothing."""
        return self.kind == "fact"

    @property
    def is_growth(self) -> bool:
        """Whether its values are growth, which people write with a sign."""
        return self.kind == "index" and not self.of_target

    def read(self, text: str, currency: str | None = None) -> Decimal:
        """A value for it as people write them. Errors: `ValueError`, with what was expected and how to mend it.

        `1.500` is one of them, unless the currency has such amounts.
        """
        # A share without its percent sign is refused with the mends of a share.
        shares = self.kind in ("rate", "index")
        if self.whole is not None and is_percent(text):
            raise self._no_share(text, self.whole)
        if not shares and (fault := doubtful_point(text, currency, counted=self.kind == "count")):
            raise refusal(fault)
        return self._exactly(text)

    def _no_share(self, text: str, whole: Decimal) -> PydanticCustomError:
        """The error of a share for a figure that the plan states as one: moved, it is an amount that stays."""
        with exactly():
            amount = with_commas(trimmed(read_rate(text) * whole))
        mend = message("write {amount}, which is {share} today", amount=amount, share=text.strip())
        return refuse(text, message("an amount, which does not move with the whole"), mend)

    def _exactly(self, text: str) -> Decimal:
        if self.kind == "index":
            return (read_achievement if self.of_target else read_growth)(text).value
        if self.kind == "fact":
            return Decimal(read_fact(text))
        if self.of_figure:
            return read_multiple(text)
        return {"count": read_count, "rate": read_rate}.get(self.kind, read_number)(text)

    def read_all(self, texts: Sequence[str], currency: str | None = None) -> list[Decimal]:
        """The values of one list, or the ends of a range. Errors: as above, and indices that mix two notations."""
        values = [self.read(text, currency) for text in texts]
        fault = mixed_signs(texts) if self.kind == "index" else None
        if fault:
            raise refusal(fault)
        return values

    def read_step(self, text: str, currency: str | None = None, span: Decimal = _ALL) -> Decimal:
        """A step between its values, zero or more; of an index in points, with or without a plus.

        More than 100 of them, and than the `span` walked, were most likely meant as an index, 105% for +5%.
        """
        if self.kind != "index":
            return self.read(text, currency)
        step = read_ratio(text)
        if step < 0:
            raise refuse(text, message("a step above zero"), USE_STEP)
        if step > max(_ALL, span):
            mend = only(write_percent(step - 1)) if step < 2 else ""
            raise refuse(text, message("a step in percentage points, such as 5%"), mend)
        return step

    def takes(self, value: Decimal) -> bool:
        """Whether a contract could state that value."""
        return taken_by(self._exactly)(self.written(value))

    def written(self, value: Decimal) -> str:
        """A value as a contract states it."""
        if self.kind == "fact":
            return write_fact(bool(value)) if value in (0, 1) else f"{value:f}"
        if self.is_growth or (self.kind == "index" and value < 0):
            return f"{trimmed((value - 1) * 100):+f}%"
        return f"{trimmed(value * 100):f}%" if self.kind in ("rate", "index") else f"{value:f}"
