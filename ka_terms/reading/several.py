"""Several files at once: what can be read of them, and the problems of those that cannot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from ka_terms.calculation.costs import exact_costs
from ka_terms.calculation.readings.reading import Uncomputable
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.settings.policy import Policy
from ka_terms.reading.problems.problem import Problem, ReadError
from ka_terms.reading.scenario import Loaded
from ka_terms.reading.settings import read_policy

T = TypeVar("T")
U = TypeVar("U")


def load_each(files: Iterable[T], load: Callable[[T], U]) -> tuple[list[U], list[Problem]]:
    """Every file that can be read, and the problems of those that cannot; each problem once."""
    loaded: list[U] = []
    problems: list[Problem] = []
    for file in files:
        try:
            loaded.append(load(file))
        except ReadError as error:
            problems.extend(error.problems)
    return loaded, list(dict.fromkeys(problems))


def computable(loaded: Loaded) -> Loaded:
    """The same contract. Errors: `ReadError` where one of its amounts is beyond 10^18."""
    try:
        exact_costs(loaded.scenario)
    except Uncomputable as error:
        raise ReadError(Problem(loaded.name, error.faults[0], f"terms.{error.key}")) from None
    return loaded


def load_for_review(
    files: Iterable[T], load: Callable[[T], Loaded], policy: str, canonical: Callable[[str], str]
) -> tuple[list[Loaded], Policy | None, list[Problem]]:
    """The contracts that can be costed, and house rules where there are any; what cannot be read is a problem."""
    loaded, problems = load_each(files, lambda file: computable(load(file)))
    rules, faulty = load_each([policy] if policy else [], lambda name: read_policy(name, canonical))
    return loaded, next(iter(rules), None), problems + faulty


def distinctly_named(loaded: Sequence[Loaded]) -> list[Scenario]:
    """The contracts under names that differ.

    Contracts of one name have the name of their file behind it; those of one file have their place in the list.
    """
    scenarios = [file.scenario for file in loaded]
    names = [scenario.scenario for scenario in scenarios]
    files = {name: {file.name for file in loaded if file.scenario.scenario == name} for name in names}
    details = [file.name if len(files[name]) > 1 else "" for file, name in zip(loaded, names, strict=True)]
    names = _with_details(names, details)
    while len({*names}) < len(names):
        names = _with_details(names, [""] * len(names))
    return [
        scenario if scenario.scenario == name else scenario.model_copy(update={"scenario": name})
        for scenario, name in zip(scenarios, names, strict=True)
    ]


def _with_details(names: Sequence[str], details: Sequence[str]) -> list[str]:
    """Return the names; a name that occurs more than once gets its detail appended, or its position in the list."""
    counts = Counter(names)
    return [
        name if counts[name] == 1 else f"{name} ({detail or place})"
        for place, (name, detail) in enumerate(zip(names, details, strict=True), 1)
    ]
