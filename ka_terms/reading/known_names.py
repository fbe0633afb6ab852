"""The terms of a program's own values under the keys of the catalogue, as those of a file are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ka_terms.model.base import Model
from ka_terms.model.faults import Fault
from ka_terms.reading.merging.loader import named_twice

Canonical = Callable[[str], str]


def under_known_names(content: Mapping[str, Any], canonical: Canonical) -> tuple[dict[str, Any], list[Fault]]:
    """The content with 年返 as annual_rebate, in `less` too, and a fault for each fee that stands there twice."""
    terms = content.get("terms")
    if not isinstance(terms, Mapping):
        return dict(content), []
    known: dict[Any, Any] = {}
    written: dict[Any, str] = {}
    faults = []
    for key, term in terms.items():
        name = canonical(key) if isinstance(key, str) else key
        if name in known:
            faults.append(named_twice(key, written[name])._replace(at=("terms", key)))
        else:
            known[name], written[name] = _with_known_bases(term, canonical), key
    return {**content, "terms": known}, faults


def _with_known_bases(term: Any, canonical: Canonical) -> Any:
    less = term.get("less") if isinstance(term, Mapping) else getattr(term, "less", None)
    if isinstance(less, str):
        less = canonical(less)
    elif isinstance(less, list | tuple):
        less = [canonical(name) if isinstance(name, str) else name for name in less]
    else:
        return term
    if isinstance(term, Model):
        return term.model_copy(update={"less": tuple(less)})
    return {**term, "less": less}
