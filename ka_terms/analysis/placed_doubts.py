"""Doubts about contracts at their places in their files, and what a note says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ka_terms.analysis.doubts import OTHER_NAME, Doubt, doubts
from ka_terms.calculation.costs import exact_costs
from ka_terms.model.settings.catalogue import Catalogue

if TYPE_CHECKING:
    from ka_terms.reading.diagnosis.places import Place
    from ka_terms.reading.scenario import Loaded


class PlacedDoubt(NamedTuple):
    """A doubt, and where in which file it arises."""

    place: Place
    doubt: Doubt


class FileDoubts(NamedTuple):
    """What is doubtful of the file of a contract."""

    file: str
    unlike_saved: tuple[str, ...] = ()
    """The terms whose saved amounts are not what plan and terms come to."""
    doubts: int = 0
    """How many doubts `check` has to tell; that a fee goes by another of its names is none here."""


def doubts_of(loaded: Loaded, catalogue: Catalogue) -> list[PlacedDoubt]:
    """Every doubt about a contract, from the top of its file to the end; those of files it extends behind them."""
    found = doubts(loaded.scenario, loaded.given(), catalogue)
    placed = [PlacedDoubt(loaded.place_of(doubt.at, doubt.on_key), doubt) for doubt in found]
    return sorted(placed, key=lambda doubt: (doubt.place.file != loaded.name, *doubt.place[:3]))


def doubts_counted(loaded: Loaded, catalogue: Catalogue, *, saved: bool = True) -> FileDoubts:
    """How many doubts there are about a contract; `saved` says whether its saved amounts should be met."""
    count = sum(doubt.kind != OTHER_NAME for doubt in doubts(loaded.scenario, loaded.given(), catalogue))
    return FileDoubts(loaded.name, saved_doubts(loaded).unlike_saved if saved else (), count)


def saved_doubts(loaded: Loaded) -> FileDoubts:
    """Where the amounts that a statement was saved with are not what its plan and terms come to."""
    if loaded.saved is None:
        return FileDoubts(loaded.name)
    amounts = exact_costs(loaded.scenario)
    keys = dict.fromkeys([*loaded.saved, *amounts])
    return FileDoubts(loaded.name, tuple(key for key in keys if loaded.saved.get(key) != amounts.get(key)))
