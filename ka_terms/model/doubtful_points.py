"""The numbers of a file whose point may group or divide, and the keys under which shares and whole numbers stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ka_terms.model.faults import Fault, Path
from ka_terms.model.numbers.notations import doubtful_point
from ka_terms.model.vocabulary.figures import BUILT_IN
from ka_terms.model.vocabulary.metrics import BOUNDED

_RATES = (path for path, figure in BUILT_IN.items() if figure.kind == "rate")
_RATIOS = (key for key, metric in BOUNDED.items() if metric.is_ratio)
_OF_PROMOTIONS = ("items_share", "price_cut", "not_extra", "allowed")
SHARES = frozenset({"rate", "margin", "cost_of_capital", *_OF_PROMOTIONS, *_RATES, *_RATIOS})
"""Keys of a file under which a share stands."""
COUNTED = frozenset(
    {"events", *(key for figure in BUILT_IN.values() if figure.kind == "count" for key in figure.needs)}
)
"""Keys of a plan under which whole numbers stand."""
_DEEPEST = 10
"""Levels in which a scenario has numbers, and some more."""


def doubtful_in(
    content: Mapping[str, object], parts: tuple[str, ...] = ("plan", "terms", "promotions", "private")
) -> Iterator[Fault]:
    """Every text in these parts of a file that is a `doubtful_point` in the file's currency, with its place."""
    currency = content.get("currency")
    for part in parts:
        yield from _doubtful_under(
            content.get(part), currency if isinstance(currency, str) else None, (part,)
        )


def _doubtful_under(value: object, currency: str | None, at: Path) -> Iterator[Fault]:
    if isinstance(value, str):
        counted = at[0] == "plan" and not COUNTED.isdisjoint(at)
        # A share without its percent sign is refused by the model, with the mends of a share.
        if at[-1] not in SHARES and (fault := doubtful_point(value, currency, counted)):
            yield fault._replace(at=at)
        return
    if len(at) > _DEEPEST or not isinstance(value, Mapping | list | tuple):
        return
    for step, inner in value.items() if isinstance(value, Mapping) else enumerate(value):
        yield from _doubtful_under(inner, currency, (*at, step))
