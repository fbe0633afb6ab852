"""How the number of a figure, an input or a metric is written in a cell."""

from __future__ import annotations

from collections.abc import Mapping

from ka_terms.model.vocabulary import figures
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


def figure_kind(path: str) -> Kind:
    """The kind of a figure of the plan; growth that a plan states is written as a share."""
    kind = KINDS[figures.figure_kind(path)]
    return Kind.RATIO if kind is Kind.INDEX else kind
