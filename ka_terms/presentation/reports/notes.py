"""What stands below the tables: the one order of all notes, and those that several commands have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ka_terms.model.contract.conditions import read_payment_days
from ka_terms.model.vocabulary.parameters import Parameter
from ka_terms.presentation.fields import Field, record
from ka_terms.presentation.table import Report, Table, text
from ka_terms.presentation.wording.warnings import term_name, warning_notes
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.assessment import Assessment
    from ka_terms.analysis.doubts.doubts import FileDoubts
    from ka_terms.analysis.ladder.standing import TierWarning
    from ka_terms.model.contract.scenario import Scenario

NOTHING = "–"
"""What a contract says of a term or condition it does not have."""
_WARNING: tuple[Field[TierWarning], ...] = (
    *map(Field["TierWarning"], ("term", "kind", "tier")),
    Field(
        "rule",
        lambda warning: warning.rule and str(Parameter(warning.rule.field, rule=warning.rule.position)),
    ),
    Field("measure", lambda warning: warning.status.quantity),
    Field("bound", lambda warning: warning.status.bound),
    Field("measured", lambda warning: warning.status.measured),
    Field("distance", lambda warning: warning.status.distance),
    *map(Field["TierWarning"], ("jump", "loss", "ends")),
)


def notes(
    words: Words,
    own: Iterable[str] = (),
    *,
    warned: Iterable[Assessment] = (),
    estimated: Iterable[Scenario] = (),
    opened: Iterable[Assessment] = (),
) -> tuple[str, ...]:
    """What a report says of itself, then warnings, estimates and openings, each once; `file_notes` stand behind."""
    told = [*own, *warning_notes(warned, words)]
    # All that is not told case by case is of the likely one.
    if names := [scenario.scenario for scenario in estimated if scenario.estimates()]:
        told.append(words.say("likely_note", name=words.listed(names)))
    told += _opening_notes(opened, words)
    return tuple(dict.fromkeys(told))


def with_file_notes(report: Report, files: Sequence[FileDoubts], words: Words) -> Report:
    """The report of the contracts in these files: below its notes those on saved amounts, then those on doubts.

    On a printed page they open the small print.
    """
    told = []
    for file in files:
        if file.unlike_saved:
            terms = words.listed(term_name(key, words) for key in file.unlike_saved)
            told.append(words.say("saved_note", name=file.file, terms=terms))
    told += [words.say("doubts_note", count=file.doubts, name=file.file) for file in files if file.doubts]
    paper = report.paper and report.paper._replace(foot=(*told, *report.paper.foot))
    return report._replace(notes=tuple(dict.fromkeys([*report.notes, *told])), paper=paper)


def warning_records(contract: Assessment) -> list[dict[str, Any]]:
    """The warnings under the keys of json; places are in units of the figure `measure`."""
    return [record(_WARNING, warning) for warning in contract.warnings]


def _opening_notes(contracts: Iterable[Assessment], words: Words) -> Iterator[str]:
    """Notes on plans that start with another number of stores than last year ended with."""
    doubts: dict[tuple[Decimal, Decimal], list[str]] = {}
    for contract in contracts:
        if contract.opening_gap:
            doubts.setdefault(contract.opening_gap, []).append(contract.name)
    for (opening, closed_with), names in doubts.items():
        values = {"opening": words.count(opening), "closing": words.count(closed_with)}
        yield words.say("opening_note", name=words.listed(names), count=opening, **values)


def _agreed(key: str, scenario: Scenario, words: Words) -> str:
    """What a contract says under the key of an agreed point; days after month end in the words of each language."""
    said = scenario.conditions.get(key, NOTHING)
    if key != "payment_days" or key not in scenario.conditions:
        return said
    days = read_payment_days(said)
    if not days.after_month_end:
        return said
    return words.joined(lambda one: one.say("days_after_month_end", days=one.count(days.days)))


def conditions_table(scenarios: Sequence[Scenario], words: Words, names: Sequence[str] = ()) -> Table:
    """Agreed points without a fee, side by side, under `names` or those of the contracts."""
    keys = dict.fromkeys(key for scenario in scenarios for key in scenario.conditions)
    rows = (
        map(text, (words.condition(key), *(_agreed(key, one, words) for one in scenarios))) for key in keys
    )
    columns = (words("condition"), *(names or (scenario.scenario for scenario in scenarios)))
    return Table(columns, tuple(map(tuple, rows)), title=words("conditions"))
