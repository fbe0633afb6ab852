"""The view that never leaves the house: a table of one contract, of several, and rows for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ka_terms.model.contract.private import COSTS
from ka_terms.model.privacy import PRIVATE_NAMES
from ka_terms.model.vocabulary.metrics import BOUNDED, PRIVATE_METRICS, headroom_name
from ka_terms.presentation.fields import Field, In, filled, in_order, record, table
from ka_terms.presentation.table import Cell, Emphasis, Kind, Table, text
from ka_terms.presentation.wording.metric_words import metric_kind, private_label
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.assessment import Assessment
    from ka_terms.analysis.internal import Distance, InternalView

_MEASURES: tuple[Field[InternalView], ...] = (
    Field("margin", kind=Kind.MONEY),
    Field("logistics", kind=Kind.MONEY),
    Field("people", kind=Kind.MONEY),
    Field("payment_cost", kind=Kind.MONEY),
    Field("contribution", kind=metric_kind(PRIVATE_METRICS[f"{PRIVATE_NAMES}contribution"])),
    Field("contribution_ratio", kind=metric_kind(PRIVATE_METRICS[f"{PRIVATE_NAMES}contribution_ratio"])),
)
_BOUND = "walk_away."
InternalRow = tuple[str, str, tuple[Cell, ...]]
"""Key, label and one cell a contract."""


def internal_table(internal_view: InternalView, words: Words) -> Table:
    """What the contract leaves to us, and the room left to the walk-away."""
    of_bounds = in_order(_distance_fields(words), "metric", "value")
    rows = [
        filled(of_bounds, In.TABLE, metric=text(field.header(words)), value=field.cell(internal_view))
        for field in _MEASURES
        if getattr(internal_view, "contribution" if field.kind is Kind.RATIO else field.key) is not None
    ]
    bounds = table(of_bounds, internal_view.walk_away, words, words("internal"))
    return bounds._replace(rows=(*rows, *bounds.rows))


def internal_record(internal_view: InternalView, words: Words) -> dict[str, Any]:
    """The internal view under the keys of json."""
    of_bounds = _distance_fields(words)
    walk_away = [record(of_bounds, distance) for distance in internal_view.walk_away]
    return {**record(_MEASURES, internal_view), "walk_away": walk_away}


def _distance_fields(words: Words) -> list[Field[Distance]]:
    """A bound of the walk-away seen from the contract."""
    return [
        Field("metric", label="measure", shown=lambda distance: words(distance.metric)),
        Field("bound", kind=_kind, places=In.TABLE | In.JSON, label="walk_away"),
        Field("value", kind=_kind),
        Field("distance", label="distance_to_walk_away", shown=_room),
        Field("money", places=In.JSON),
    ]


def _room(distance: Distance) -> Cell:
    left = distance.distance
    emphasis = Emphasis.BAD if left is not None and left < 0 else Emphasis.GOOD
    return Cell(left, _kind(distance).of_difference, signed=True, emphasis=emphasis)


def _kind(distance: Distance) -> Kind:
    return metric_kind(BOUNDED[distance.metric])


def internal_views_table(contracts: Sequence[Assessment], words: Words, columns: Sequence[str] = ()) -> Table:
    """The internal views side by side, under `columns` or the names of the contracts; no rows where nobody has one.

    Contracts whose file keeps nothing private show n/a.
    """
    rows = (
        (text(label), *cells)
        for key, label, cells in internal_rows(contracts, words)
        if not key.startswith(_BOUND)
    )
    names = columns or [contract.name for contract in contracts]
    return Table((words("measure"), *names), tuple(rows), title=words("internal"))


def internal_rows(contracts: Sequence[Assessment], words: Words) -> Iterator[InternalRow]:
    """The measures, then for each bound of a walk-away the bound and the room; none where nobody has a view."""
    views = [contract.internal_view for contract in contracts]
    if not any(views):
        return
    known = [dict(_cells(view)) if view else {} for view in views]
    kinds = {key: cell.kind for cells in known for key, cell in cells.items()}
    for key, kind in kinds.items():
        if key in COSTS and not any(cells[key].value for cells in known if key in cells):
            continue
        absent = Cell(None, kind)
        yield key, private_label(key, words), tuple(cells.get(key, absent) for cells in known)


def _cells(internal_view: InternalView) -> Iterator[tuple[str, Cell]]:
    yield from ((field.key, field.plain(internal_view)) for field in _MEASURES)
    for distance in internal_view.walk_away:
        yield f"{_BOUND}{distance.metric}", Cell(distance.bound, _kind(distance))
        yield headroom_name(distance.metric), Cell(distance.money, Kind.MONEY, signed=True)


def internal_banner(contracts: Iterable[Assessment], words: Words) -> str:
    """What opens every output that has an internal view; empty where no contract has one."""
    return words.say("internal_banner") if any(contract.internal_view for contract in contracts) else ""
