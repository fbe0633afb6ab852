"""Names of contracts that are set beside each other: one may stand there twice, frozen and changed since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ka_terms.model.contract.scenario import Scenario
from ka_terms.reading.scenario import Loaded


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
    """The names; one that stands there more than once has its detail behind it, or its place where it has none."""
    counts = Counter(names)
    return [
        name if counts[name] == 1 else f"{name} ({detail or place})"
        for place, (name, detail) in enumerate(zip(names, details, strict=True), 1)
    ]
