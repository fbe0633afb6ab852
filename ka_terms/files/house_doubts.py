"""Keys of a glossary or a policy that match nothing: a label that is never shown, a rule that holds nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from ka_terms.analysis.doubts import Doubt
from ka_terms.analysis.spelling import likely_meant
from ka_terms.calculation.figures import LAST_YEAR
from ka_terms.calculation.metrics import TOTALS
from ka_terms.files.doubts import Placed
from ka_terms.files.house import policy_path
from ka_terms.files.nodes import Node, read_tree
from ka_terms.files.source import Mark, read_source
from ka_terms.model.catalogue import Catalogue
from ka_terms.model.conditions import CONDITIONS
from ka_terms.model.faults import Path as Steps
from ka_terms.model.faults import in_a_row, quoted
from ka_terms.model.figures import BUILT_IN
from ka_terms.model.plan import Plan
from ka_terms.model.said import said
from ka_terms.model.scenario import Scenario
from ka_terms.presentation.safe_text import visible
from ka_terms.presentation.words.languages import messages


def glossary_doubts(path: Path, catalogue: Catalogue, scenarios: Sequence[Scenario]) -> list[Placed]:
    """Every key of a glossary that names nothing of the program, nor of these contracts."""
    root, _ = read_tree(read_source(path, str(path)))
    figures = [*BUILT_IN, *(path for one in scenarios for path in _own_figures(one))]
    known = {
        *messages("en"),
        *_terms_and_conditions(catalogue, scenarios),
        *(f"category.{key}" for key in catalogue.categories),
        *figures,
        *(LAST_YEAR + path for path in figures),
    }
    keys = [((key,), key, entry.mark) for key, entry in root.entries().items()]
    return list(_unknown(str(path), keys, known, catalogue.canonical))


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
        sentence = said(
            "{key} is a figure or a total: {part} names terms and conditions",
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


def _own_figures(scenario: Scenario) -> Iterator[str]:
    """The figures whose names the user chose, last year's too."""
    plan: Plan | None = scenario.plan
    while plan is not None:
        yield from plan.figures
        yield from (f"events.{name}" for name in plan.events)
        plan = plan.last_year


def _unknown(
    file: str, keys: Iterable[tuple[Steps, str, Mark]], known: set[str], canonical: Callable[[str], str]
) -> Iterator[Placed]:
    for at, key, mark in keys:
        if canonical(key) not in known:
            sentence = said("{key} matches nothing in the program or in the files checked", key=quoted(key))
            if meant := likely_meant(key, sorted(known)):
                sentence = in_a_row(sentence, said("if {known} is meant, write {known}", known=meant))
            yield Placed(file, mark.line, mark.column, visible(_path(at)), Doubt("unknown_key", at, sentence))
