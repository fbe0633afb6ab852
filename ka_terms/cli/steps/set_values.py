"""The numbers and facts of --set: read, and put into the contracts before anything is calculated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from ka_terms.calculation.readings.exact import trimmed
from ka_terms.cli.errors import blamed_on
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import refuse
from ka_terms.model.numbers.growth import read_growth
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.presentation.table import Report
from ka_terms.presentation.words import Words
from ka_terms.reading.scenario import Loaded
from ka_terms.text.messages import message

if TYPE_CHECKING:
    from ka_terms.analysis.inputs.input import Input


def with_values(contracts: Sequence[Loaded], texts: Sequence[str], catalogue: Catalogue) -> list[Loaded]:
    """The contracts with each `PATH=VALUE` in all of them; none comes to what it was saved with any more."""
    if not texts:
        return [*contracts]
    with blamed_on("--set"):
        return [with_values_of(contract, texts, catalogue) for contract in contracts]


def with_values_of(
    contract: Loaded, texts: Sequence[str], catalogue: Catalogue, *, relative: bool = False
) -> Loaded:
    """The contract with each `PATH=VALUE` in it. Errors: `ValueError`.

    With `relative` an amount or a count takes `+5%` too, which is 1.05 times its own; counts are rounded half up.
    """
    if not texts:
        return contract
    from ka_terms.analysis.inputs.inputs import find, path_and_rest  # most runs set nothing
    from ka_terms.analysis.inputs.moved import moved

    scenario, values = contract.scenario, dict[str, Decimal]()
    for text in texts:
        path, value = path_and_rest(text)
        if not path or not value:
            expected = message("a path and a value, such as {example}", example="sales=9M")
            raise refuse(text, expected)
        input = find(scenario, path, catalogue)
        times = _times(value) if relative and input.kind in ("money", "number", "count") else None
        values[input.path] = input.read(value, scenario.currency) if times is None else _moved(input, times)
    # All at once, so that their order makes no difference.
    return replace(contract, scenario=moved(scenario, values), saved=None)


def _times(value: str) -> Decimal | None:
    """What a signed percentage multiplies by; None of any other text."""
    if not value.startswith(("+", "-")) or not value.endswith("%"):
        return None
    return read_growth(value).value


def _moved(input: Input, times: Decimal) -> Decimal:
    moved = trimmed(input.value * times)
    return moved.to_integral_value(ROUND_HALF_UP) if input.kind == "count" else moved


def on_one_plan(contracts: Sequence[Loaded], plan: Scenario | None) -> list[Loaded]:
    """The contracts on the plan of another one, where there is one. Errors: `Incomparable`."""
    if plan is None:
        return [*contracts]
    from ka_terms.analysis.comparison import side_by_side

    moved = side_by_side([contract.scenario for contract in contracts], plan)
    return [replace(contract, scenario=on) for contract, on in zip(contracts, moved, strict=True)]


def with_set_note(report: Report, texts: Sequence[str], words: Words) -> Report:
    """The report with a note on what was set, before all others."""
    if not texts:
        return report
    note = words.say("set_note", values=words.say("join.list").join(texts))
    return report._replace(notes=(note, *report.notes))
