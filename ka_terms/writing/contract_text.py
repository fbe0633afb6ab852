"""A contract as the text of one file that needs no other: as its files state it, or with the numbers it has now."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any

from ka_terms.analysis.resolved_plan import resolved_plan, stated_fees
from ka_terms.calculation.costs import exact_costs
from ka_terms.model.contract.scenario import Scenario, without_private
from ka_terms.model.privacy import PRIVATE
from ka_terms.reading.problems.problem import ReadError
from ka_terms.reading.scenario import Loaded, load
from ka_terms.writing.yaml_notation import Truth, entry

_HEAD = ("scenario", "account", "channel", "year", "status", "currency", "rounding", "signed")
_FURTHER = ("labels", "conditions")


def contract_text(loaded: Loaded, scenario: Scenario, canonical: Callable[[str], str] = str) -> str:
    """The text of a contract that was read, and may have been moved since; private only where `scenario` is.

    It is as its files state it where that comes to the same contract.
    """
    stated = dict(loaded.root.plain())
    if scenario.private is None:
        stated.pop(PRIVATE, None)
    text = as_text(stated)
    return text if is_contract(text, scenario, canonical) else resolved_text(scenario)


def as_text(content: Mapping[str, Any]) -> str:
    """The keys of a file as YAML."""
    return "".join(f"{line}\n" for key, value in content.items() for line in entry(key, value))


def resolved_text(scenario: Scenario) -> str:
    """A contract with the numbers that it has, as the text of a file."""
    head = {key: value for key in _HEAD if (value := getattr(scenario, key)) is not None}
    groups = {"together": stated_fees(scenario.together)} if scenario.together else {}
    further: dict[str, Any] = {key: dict(value) for key in _FURTHER if (value := getattr(scenario, key))}
    if scenario.promotions:
        further["promotions"] = {
            key: promotion.model_dump(by_alias=True, exclude_unset=True)
            for key, promotion in scenario.promotions.items()
        }
    content = {
        **head,
        "plan": resolved_plan(scenario.plan),
        "terms": stated_fees(scenario.terms),
        **groups,
        **further,
    }
    if scenario.private is not None:
        content[PRIVATE] = scenario.private.model_dump(by_alias=True, exclude_none=True)
    return as_text(_texts(content))


def is_contract(text: str, scenario: Scenario, canonical: Callable[[str], str] = str) -> bool:
    """Whether a text is that of a contract with the same fees and the same plan."""
    try:
        found = load("contract.yaml", canonical, text.encode()).scenario
        return without_private(found) == without_private(scenario) or _is_same(found, scenario)
    except (ReadError, ValueError):
        return False


def _is_same(one: Scenario, other: Scenario) -> bool:
    plans = (resolved_plan(each.plan) for each in (one, other))
    fees = (stated_fees(each.fees) for each in (one, other))
    return len({*map(repr, plans)}) == len({*map(repr, fees)}) == 1 and exact_costs(one) == exact_costs(other)


def _texts(value: Any) -> Any:
    """Values of a model as a file has them."""
    if isinstance(value, Mapping):
        return {str(key): _texts(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [*map(_texts, value)]
    if isinstance(value, bool):
        return Truth("yes" if value else "no")
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def edited_text(
    loaded: Loaded,
    edited: Scenario,
    texts: Mapping[str, str],
    struck: Collection[str] = (),
    canonical: Callable[[str], str] = str,
) -> str:
    """The text of a contract that was read and then edited: its new numbers by path, and the terms struck from it.

    All else stays as it is written. Where that is not possible, as of a year whose months are amounts, it is written
    anew with the numbers it has now.
    """
    content = dict(loaded.root.plain())
    if edited.private is None:
        content.pop(PRIVATE, None)
    ways = {path: loaded.steps_of(path) for path in texts}
    if all(ways.values()):
        for path, way in ways.items():
            content = _with(content, way or (), texts[path])
        for part in ("terms", "together"):
            if content.get(part):
                content[part] = {key: fee for key, fee in content[part].items() if key not in struck}
        if is_contract(text := as_text(content), edited, canonical):
            return text
    return resolved_text(edited)


def _with(content: Any, way: Sequence[str | int], text: str) -> Any:
    """The content with another text at the end of a way down."""
    if not way:
        return text
    step, *rest = way
    if isinstance(content, Mapping):
        return {
            key: _with(value, rest, text) if key == str(step) else value for key, value in content.items()
        }
    if isinstance(content, list):
        return [_with(value, rest, text) if at == step else value for at, value in enumerate(content)]
    # What may be a list may also be its only entry.
    return text if step == 0 and not rest else content
