"""How the number of a figure, an input or a metric is written in a cell."""

from __future__ import annotations

from collections.abc import Mapping

from ka_terms.model.vocabulary.figures import NumberKind
from ka_terms.presentation.table import Kind

KINDS: Mapping[NumberKind, Kind] = {
    "money": Kind.MONEY,
    "average": Kind.AVERAGE,
    "count": Kind.COUNT,
    "number": Kind.COUNT,
    "rate": Kind.RATIO,
    "index": Kind.INDEX,
    "fact": Kind.FACT,
}


def kind_of_figure(kind: NumberKind) -> Kind:
    """How a figure of the plan of that kind is written; growth that a plan states is written as a share."""
    return Kind.RATIO if kind == "index" else KINDS[kind]
