"""Keys of a glossary or a policy that match nothing, and labels that two fees share."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from ka_terms.analysis.doubts.doubts import Doubt, PlacedDoubt
from ka_terms.model.contract.conditions import CONDITIONS
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import in_a_row, quoted
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.model.spelling import likely_meant
from ka_terms.model.vocabulary.figures import BUILT_IN, LAST_YEAR
from ka_terms.model.vocabulary.metrics import TOTALS
from ka_terms.text.messages import Joined, Message, message

if TYPE_CHECKING:
    from ka_terms.reading.settings import SettingsKey


def glossary_doubts(
    keys: Sequence[SettingsKey],
    words: Collection[str],
    labels: Sequence[Mapping[str, str]],
    catalogue: Catalogue,
    scenarios: Sequence[Scenario],
) -> list[PlacedDoubt]:
    """Every key of a glossary that names nothing of the program nor of these contracts, or is called as another is.

    `words` are the names of what the program says; `labels` has for each language what fees and totals are called.
    """
    figures = [*BUILT_IN, *(name for scenario in scenarios for name in scenario.plan.names())]
    known = {
        *words,
        *_terms_and_conditions(catalogue, scenarios),
        *(f"category.{key}" for key in catalogue.categories),
        *figures,
        *(LAST_YEAR + path for path in figures),
    }
    same = _same_labels(keys, labels, catalogue.canonical)
    return [*_unknown(keys, known, catalogue.canonical), *same]


def policy_doubts(
    keys: Sequence[SettingsKey], catalogue: Catalogue, scenarios: Sequence[Scenario]
) -> list[PlacedDoubt]:
    """Every key of house rules that is no total, no known fee, and nothing that these contracts have."""
    known = {*TOTALS, *_terms_and_conditions(catalogue, scenarios)}
    figures = {*TOTALS, *BUILT_IN} - {*_agreed(scenarios)}
    held = [key for key in keys if key.at[0] != "ceilings" and key.name in figures]
    unknown = [key for key in keys if key not in held]
    return [*_figures_held(held), *_unknown(unknown, known, catalogue.canonical)]


def _figures_held(keys: Iterable[SettingsKey]) -> Iterator[PlacedDoubt]:
    """A figure or a total where a term or a condition is asked for: no contract has one of that name."""
    for key in keys:
        values = {"key": quoted(key.name), "part": f"`{key.at[0]}`"}
        sentence = message("{key} is a figure or a total, but {part} takes terms and conditions.", **values)
        yield _placed(key, "no_term", sentence)


def _terms_and_conditions(catalogue: Catalogue, scenarios: Iterable[Scenario]) -> list[str]:
    return [*catalogue.fees, *CONDITIONS, *_agreed(scenarios)]


def _agreed(scenarios: Iterable[Scenario]) -> list[str]:
    return [key for scenario in scenarios for key in (*scenario.fees, *scenario.conditions)]


def _same_labels(
    keys: Iterable[SettingsKey], labels: Sequence[Mapping[str, str]], canonical: Callable[[str], str]
) -> Iterator[PlacedDoubt]:
    """Fees and totals that the glossary calls as another one is called, in any language."""
    written = {canonical(key.name) for key in keys}
    looked_at: set[str] = set()
    for entry in keys:
        key = canonical(entry.name)
        looked_at.add(key)
        for by_name in labels if key in labels[0] else ():
            # Of two names in the glossary the later one is told.
            names = [name for name in by_name if name not in written or name in looked_at]
            if same := [name for name in names if name != key and by_name[name] == by_name[key]]:
                yield _placed(entry, "same_label", _called_alike(key, by_name[key], same[0]))
                break


def _called_alike(key: str, label: str, twin: str) -> Message:
    values = {"key": key, "label": quoted(label), "other": twin}
    return message(
        "{key} has the label {label}, as {other} has; tables cannot show the difference.", **values
    )


def _unknown(
    keys: Iterable[SettingsKey], known: set[str], canonical: Callable[[str], str]
) -> Iterator[PlacedDoubt]:
    for key in keys:
        if canonical(key.name) not in known:
            sentence: Joined | Message = message(
                "{key} is not a name of the program or of the checked files.", key=quoted(key.name)
            )
            if meant := likely_meant(key.name, sorted(known)):
                sentence = in_a_row(sentence, message("Write {known} if that is meant.", known=meant))
            yield _placed(key, "unknown_key", sentence)


def _placed(key: SettingsKey, kind: str, sentence: Joined | Message) -> PlacedDoubt:
    return PlacedDoubt(key.place, Doubt(kind, key.at, sentence))
