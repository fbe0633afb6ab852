"""The view that never leaves the house: a table of one contract, of several, and rows for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ka_terms.analysis.internal import Distance, InternalView
from ka_terms.model.base import PRIVATE
from ka_terms.model.vocabulary.metrics import BOUNDED, PRIVATE_METRICS, room
from ka_terms.presentation.table import Cell, Emphasis, Kind, Table, text
from ka_terms.presentation.wording.metric_words import metric_kind, private_label
from ka_terms.presentation.words import Words

_MEASURES = {
    "margin": Kind.MONEY,
    "payment_cost": Kind.MONEY,
    **{name: metric_kind(PRIVATE_METRICS[PRIVATE + name]) for name in ("contribution", "contribution_ratio")},
}
_BOUND = "walk_away."
InternalRow = tuple[str, str, tuple[Cell, ...]]
"""Key, label and one cell a contract."""


def internal_table(internal_view: InternalView, words: Words) -> Table:
    """What the contract leaves to us, and the room left to the walk-away."""
    rows = [
        (text(words(key)), Cell(getattr(internal_view, key), kind), text(""), text(""))
        for key, kind in _MEASURES.items()
        if getattr(internal_view, "contribution" if kind is Kind.RATIO else key) is not None
    ]
    rows += [_walk_away(distance, words) for distance in internal_view.walk_away]
    columns = (words("measure"), words("value"), words("walk_away"), words("distance_to_walk_away"))
    return Table(columns, tuple(rows), title=words("internal"))


def _walk_away(distance: Distance, words: Words) -> tuple[Cell, Cell, Cell, Cell]:
    kind = _kind(distance)
    room = Emphasis.BAD if distance.distance is not None and distance.distance < 0 else Emphasis.GOOD
    return (
        text(words(distance.metric)),
        Cell(distance.value, kind),
        Cell(distance.bound, kind),
        Cell(distance.distance, Kind.POINTS if kind is Kind.RATIO else kind, signed=True, emphasis=room),
    )


def _kind(distance: Distance) -> Kind:
    return metric_kind(BOUNDED[distance.metric])


def internal_views_table(
    names: Sequence[str], internal_views: Sequence[InternalView | None], words: Words
) -> Table:
    """The internal views side by side; contracts whose file keeps nothing private show n/a."""
    rows = (
        (text(label), *cells)
        for key, label, cells in internal_rows(internal_views, words)
        if not key.startswith(_BOUND)
    )
    return Table((words("measure"), *names), tuple(rows), title=words("internal"))


def internal_rows(internal_views: Sequence[InternalView | None], words: Words) -> Iterator[InternalRow]:
    """The measures, then for each bound of a walk-away the bound and the room."""
    found = [dict(_cells(internal_view)) if internal_view else {} for internal_view in internal_views]
    kinds = {**_MEASURES, **{key: cell.kind for cells in found for key, cell in cells.items()}}
    for key, kind in kinds.items():
        absent = Cell(None, kind)
        yield key, private_label(key, words), tuple(cells.get(key, absent) for cells in found)


def _cells(internal_view: InternalView) -> Iterator[tuple[str, Cell]]:
    for key, kind in _MEASURES.items():
        yield key, Cell(getattr(internal_view, key), kind)
    for distance in internal_view.walk_away:
        yield f"{_BOUND}{distance.metric}", Cell(distance.bound, _kind(distance))
        yield room(distance.metric), Cell(distance.money, Kind.MONEY, signed=True)
