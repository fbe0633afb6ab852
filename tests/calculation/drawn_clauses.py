"""Clauses that a term of any shape may have, and groups of terms, drawn for whatever figures a plan has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from tests.contracts import Keys

OPERATORS = st.sampled_from([">=", ">", "<=", "<"])
FACTS: Keys = {"hardware": "yes", "open": "no"}
"""The facts that a plan of these clauses needs."""
_SHARES = st.integers(0, 30).map(lambda percent: f"{percent}%")

Bounds = Mapping[str, st.SearchStrategy[Any]]
"""What each figure may be held against, by the figure."""


def _written(subject: str, operator: str, bound: object) -> str:
    return (
        f"{subject} {operator} {bound:f}" if isinstance(bound, Decimal) else f"{subject} {operator} {bound}"
    )


def rules(bounds: Bounds) -> st.SearchStrategy[str]:
    """One rule: a figure against one of its bounds, or a fact."""
    figures = st.one_of(
        *(st.builds(_written, st.just(subject), OPERATORS, values) for subject, values in bounds.items())
    )
    return st.one_of(figures, figures, st.sampled_from([*FACTS]))


@st.composite
def conditions(draw: st.DrawFn, bounds: Bounds) -> dict[str, Any]:
    """No condition as often as not; else up to three rules, of which some may stand under `any`."""
    found: dict[str, Any] = {}
    for field in draw(st.sampled_from([(), (), ("only_if",), ("unless",), ("only_if", "unless")])):
        entries: list[Any] = draw(st.lists(rules(bounds), min_size=1, max_size=2))
        if draw(st.booleans()):
            entries.append({"any": draw(st.lists(rules(bounds), min_size=1, max_size=2))})
        found[field] = entries if len(entries) > 1 else entries[0]
    return found


@st.composite
def charges(draw: st.DrawFn, counted: Sequence[str], most: int = 2) -> dict[str, Any]:
    """What a fee is counted by; what is free of it, and the lots it is charged in, at times."""
    per = draw(st.lists(st.sampled_from(counted), max_size=most, unique=True))
    free = {path: draw(st.integers(0, 9)) for path in per if draw(st.integers(0, 3)) == 3}
    lots = {path: draw(st.sampled_from([2, 7, "2.5", 100])) for path in per if draw(st.integers(0, 5)) == 5}
    return {key: value for key, value in (("per", per), ("free", free), ("for_every", lots)) if value}


@st.composite
def bands(draw: st.DrawFn, measure: str, counted: Sequence[str], amounts: st.SearchStrategy[Any]) -> Keys:
    """Tiers that pay an amount for one of the measure: of all of it, or of what lies in each band."""
    bounds = sorted(draw(st.sets(st.integers(0, 60), min_size=1, max_size=3)))
    kinds = st.sampled_from(["from", "over"])
    others = draw(st.lists(st.sampled_from([path for path in counted if path != measure]), max_size=1))
    per = [measure, *others]
    return {
        "mode": draw(st.sampled_from(["whole", "marginal"])),
        "measure": measure,
        "per": per,
        "free": {path: draw(st.integers(0, 40)) for path in per if draw(st.booleans())},
        "tiers": [{draw(kinds): bound, "amount": draw(amounts)} for bound in bounds],
    }


def limits(keys: Sequence[str]) -> st.SearchStrategy[Keys]:
    """A least or a most that is a share of another term."""
    share = st.builds("{} of {}".format, st.integers(0, 100).map("{}%".format), st.sampled_from(keys))
    return st.builds(lambda field, limit: {field: limit}, st.sampled_from(["at_least", "at_most"]), share)


@st.composite
def on_terms(draw: st.DrawFn, keys: Sequence[str], rates: st.SearchStrategy[str]) -> Keys:
    """A share of one of the terms before, or an amount within a share of one."""
    if draw(st.booleans()):
        return {"rate": draw(rates), "of": draw(st.sampled_from(keys))}
    return {"amount": draw(st.integers(0, 10**6)), **draw(limits(keys))}


@st.composite
def groups(draw: st.DrawFn, terms: Mapping[str, Keys], amounts: st.SearchStrategy[Any]) -> dict[str, Keys]:
    """None or one group over some of the terms that are owed: a cap, a guarantee, or both."""
    owed = [key for key, term in terms.items() if term.get("owed", True)]
    members = draw(st.lists(st.sampled_from(owed), unique=True)) if owed else []
    if not members:
        return {}
    least = draw(st.none() | amounts | _SHARES.map("{} of sales".format))
    most = draw(st.none() | st.just(10**7) | st.integers(31, 60).map("{}% of sales".format))
    if least is None and most is None:
        most = draw(amounts | _SHARES.map("{} of sales".format) | st.just(f"50% of {members[0]}"))
    limits = {key: limit for key, limit in (("at_least", least), ("at_most", most)) if limit is not None}
    return {"group": {"terms": members, **limits}}
