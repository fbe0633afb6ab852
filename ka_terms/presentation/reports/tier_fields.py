"""What is told of a tier on a plan: its bound, whether it is reached, and the distance to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ka_terms.presentation.fields import Field, In
from ka_terms.presentation.table import Cell, text
from ka_terms.presentation.wording.kinds import kind_of_figure
from ka_terms.presentation.wording.terms import tier_says
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.calculation.tier_status import TierStatus


def tier_fields(words: Words) -> list[Field[TierStatus]]:
    """How far the plan is from a tier: what is still missing, or how far it is beyond the bound."""
    return [
        Field("measure", lambda status: status.quantity, places=In.JSON),
        Field("inclusive", lambda status: status.tier.inclusive, places=In.JSON),
        Field("tier", lambda status: tier_says(status.tier, status.term, words), places=In.TABLE),
        Field("bound", kind=lambda status: kind_of_figure(status.kind), places=In.TABLE | In.JSON),
        Field("measured", places=In.JSON),
        Field(
            "reached",
            places=In.TABLE | In.JSON,
            label="status",
            shown=lambda status: text(words("reached" if status.reached else "not_reached")),
        ),
        Field("distance", places=In.JSON),
        Field("to_go", places=In.TABLE, shown=lambda status: _distance(status, not status.reached)),
        Field("beyond", places=In.TABLE, shown=lambda status: _distance(status, status.reached)),
        Field("rate", lambda status: status.tier.rate, places=In.JSON),
        Field("amount", lambda status: status.tier.amount, places=In.JSON),
    ]


def _distance(status: TierStatus, told: bool) -> Cell:
    return Cell(abs(status.distance), kind_of_figure(status.kind)) if told else text("")
