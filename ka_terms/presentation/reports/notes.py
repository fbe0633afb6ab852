"""What stands below the tables: the one order of all notes, and those that several commands have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.presentation.table import Table, text
from ka_terms.presentation.wording.warnings import term_name, warning_notes
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.assessment import Assessment
    from ka_terms.analysis.placed_doubts import FileDoubts
    from ka_terms.model.contract.scenario import Scenario

NOTHING = "–"
"""What a contract says of a term or condition it does not have."""


def notes(
    words: Words,
    own: Iterable[str] = (),
    *,
    warned: Iterable[Assessment] = (),
    estimated: Iterable[Scenario] = (),
    opened: Iterable[Assessment] = (),
    files: Iterable[FileDoubts] = (),
) -> tuple[str, ...]:
    """What a report says of itself, then warnings, estimates, openings, saved amounts and doubts, each once."""
    files = tuple(files)
    return tuple(
        dict.fromkeys(
            (
                *own,
                *warning_notes(warned, words),
                *_likely_notes(estimated, words),
                *_opening_notes(opened, words),
                *_saved_notes(files, words),
                *_doubt_notes(files, words),
            )
        )
    )


def _likely_notes(scenarios: Iterable[Scenario], words: Words) -> Iterator[str]:
    """Whose plans have estimates: all that is not told case by case is of the likely one."""
    names = [scenario.scenario for scenario in scenarios if scenario.estimates()]
    if names:
        yield words.say("likely_note", name=words.listed(names))


def _opening_notes(contracts: Iterable[Assessment], words: Words) -> Iterator[str]:
    """Notes on plans that start with another number of stores than last year ended with."""
    doubts: dict[tuple[Decimal, Decimal], list[str]] = {}
    for contract in contracts:
        if contract.opening_gap:
            doubts.setdefault(contract.opening_gap, []).append(contract.name)
    for (opening, closed_with), names in doubts.items():
        values = {"opening": words.count(opening), "closing": words.count(closed_with)}
        yield words.say("opening_note", name=words.listed(names), count=opening, **values)


def _saved_notes(files: Iterable[FileDoubts], words: Words) -> Iterator[str]:
    """A doubt about a saved statement: that its amounts are not what its plan and terms come to."""
    for file in files:
        if file.unlike_saved:
            terms = words.listed(term_name(key, words) for key in file.unlike_saved)
            yield words.say("saved_note", name=file.file, terms=terms)


def _doubt_notes(files: Iterable[FileDoubts], words: Words) -> Iterator[str]:
    """In one sentence a file how many doubts `check` has to tell."""
    for file in files:
        if file.doubts:
            yield words.say("doubts_note", count=file.doubts, name=file.file)


def conditions_table(scenarios: Sequence[Scenario], words: Words) -> Table:
    """Agreed points without a fee, side by side."""
    keys = dict.fromkeys(key for scenario in scenarios for key in scenario.conditions)
    rows = tuple(
        (
            text(words.condition(key)),
            *(text(scenario.conditions.get(key, NOTHING)) for scenario in scenarios),
        )
        for key in keys
    )
    return Table(
        (words("condition"), *(scenario.scenario for scenario in scenarios)), rows, title=words("conditions")
    )
