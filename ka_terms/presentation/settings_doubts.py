"""Keys of a glossary or a policy that match nothing, and labels that two fees share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ka_terms.analysis.doubts import Doubt
from ka_terms.model.contract.conditions import CONDITIONS
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import Path as Steps
from ka_terms.model.faults import in_a_row, quoted
from ka_terms.model.settings.catalogue import LANGUAGES, Catalogue
from ka_terms.model.settings.glossary import Label
from ka_terms.model.spelling import likely_meant
from ka_terms.model.vocabulary.figures import BUILT_IN, LAST_YEAR
from ka_terms.model.vocabulary.metrics import TOTALS
from ka_terms.presentation.doubts import Placed
from ka_terms.presentation.words import Words, words
from ka_terms.presentation.words.languages import messages
from ka_terms.reading.problems.source import Mark, read_source
from ka_terms.reading.settings import policy_path, read_glossary
from ka_terms.reading.yaml.yaml_reader import read_tree
from ka_terms.reading.yaml.yaml_tree import Node
from ka_terms.text.messages import Joined, Message, message
from ka_terms.text.safe import visible


def glossary_doubts(path: Path, catalogue: Catalogue, scenarios: Sequence[Scenario]) -> list[Placed]:
    """Every key of a glossary that names nothing of the program nor of these contracts, or is called as another is."""
    root, _ = read_tree(read_source(path, str(path)))
    figures = [*BUILT_IN, *(name for one in scenarios for name in one.plan.names())]
    known = {
        *messages("en"),
        *_terms_and_conditions(catalogue, scenarios),
        *(f"category.{key}" for key in catalogue.categories),
        *figures,
        *(LAST_YEAR + path for path in figures),
    }
    keys = [((key,), key, entry.mark) for key, entry in root.entries().items()]
    labels = read_glossary(path, catalogue.canonical)
    return [
        *_unknown(str(path), keys, known, catalogue.canonical),
        *(
            _placed(str(path), (key,), mark, "same_label", sentence)
            for key, mark, sentence in _same_labels(root, labels, catalogue, scenarios)
        ),
    ]


def policy_doubts(name: str, catalogue: Catalogue, scenarios: Sequence[Scenario]) -> list[Placed]:
    """Every key of house rules that is no total, no known fee, and nothing that these contracts have."""
    root, _ = read_tree(read_source(policy_path(name), name))
    known = {*TOTALS, *_terms_and_conditions(catalogue, scenarios)}
    keys = [
        key
        for part in ("ceilings", "required", "review")
        if part in root.entries()
        for key in _keys(root, part)
    ]
    figures = {*TOTALS, *BUILT_IN} - {*_agreed(scenarios)}
    held = [key for key in keys if key[0][0] != "ceilings" and key[1] in figures]
    unknown = [key for key in keys if key not in held]
    return [*_figures_held(name, held), *_unknown(name, unknown, known, catalogue.canonical)]


def _figures_held(file: str, keys: Iterable[tuple[Steps, str, Mark]]) -> Iterator[Placed]:
    """A figure or a total where a term or a condition is asked for: no contract has one of that name."""
    for at, key, mark in keys:
        sentence = message(
            "{key} is a figure or a total, but {part} takes terms and conditions.",
            key=quoted(key),
            part=f"`{at[0]}`",
        )
        yield Placed(file, mark.line, mark.column, visible(_path(at)), Doubt("no_term", at, sentence))


def _path(at: Steps) -> str:
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in at)


def _keys(root: Node, part: str) -> Iterator[tuple[Steps, str, Mark]]:
    node = root.entries()[part].node
    for key, entry in node.entries().items():
        yield (part, key), key, entry.mark
    if isinstance(node.value, list):
        for at, name in enumerate(node.value):
            yield (part, at), str(name.value), name.mark
    elif isinstance(node.value, str):
        yield (part,), node.value, node.mark


def _terms_and_conditions(catalogue: Catalogue, scenarios: Iterable[Scenario]) -> list[str]:
    return [*catalogue.fees, *CONDITIONS, *_agreed(scenarios)]


def _agreed(scenarios: Iterable[Scenario]) -> list[str]:
    return [key for one in scenarios for key in (*one.terms, *one.conditions)]


def _same_labels(
    root: Node, labels: Mapping[str, Label], catalogue: Catalogue, scenarios: Sequence[Scenario]
) -> Iterator[tuple[str, Mark, Message]]:
    """Fees and totals that the glossary calls as another one is called, in any language."""
    terms = [key for one in scenarios for key in one.terms]
    fees = dict.fromkeys([*terms, *(key for key in labels if key in catalogue.fees)])
    shown = [_labels(words([language], labels, catalogue), fees) for language in LANGUAGES]
    looked_at: set[str] = set()
    for written, entry in root.entries().items():
        key = catalogue.canonical(written)
        looked_at.add(key)
        for by_name in shown if key in shown[0] else ():
            # Of two names in the glossary the later one is told.
            others = [name for name in by_name if name not in labels or name in looked_at]
            if same := [name for name in others if name != key and by_name[name] == by_name[key]]:
                yield written, entry.mark, _called_alike(key, by_name[key], same[0])
                break


def _labels(words: Words, fees: Iterable[str]) -> dict[str, str]:
    return {
        **{key: words.fee_of(key).casefold() for key in fees},
        **{key: words(key).casefold() for key in TOTALS},
    }


def _called_alike(key: str, label: str, other: str) -> Message:
    return message(
        "{key} has the label {label}, as {other} has; tables cannot show the difference.",
        key=key,
        label=quoted(label),
        other=other,
    )


def _unknown(
    file: str, keys: Iterable[tuple[Steps, str, Mark]], known: set[str], canonical: Callable[[str], str]
) -> Iterator[Placed]:
    for at, key, mark in keys:
        if canonical(key) not in known:
            sentence: Joined | Message = message(
                "{key} is not a name of the program or of the checked files.", key=quoted(key)
            )
            if meant := likely_meant(key, sorted(known)):
                sentence = in_a_row(sentence, message("Write {known} if that is meant.", known=meant))
            yield _placed(file, at, mark, "unknown_key", sentence)


def _placed(file: str, at: Steps, mark: Mark, kind: str, sentence: Joined | Message) -> Placed:
    return Placed(file, mark.line, mark.column, visible(_path(at)), Doubt(kind, at, sentence))
