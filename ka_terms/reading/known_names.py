"""The terms of a contract, and the names they have for each other, under the keys of the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from ka_terms.model.base import Model
from ka_terms.model.contract.plan.months_agree import with_all_listed
from ka_terms.model.faults import Fault
from ka_terms.model.vocabulary.figures import is_figure_name
from ka_terms.reading.merging.loader import named_twice

Canonical = Callable[[str], str]
_LIMITS = ("at_least", "at_most")


def under_known_names(content: Mapping[str, Any], canonical: Canonical) -> tuple[dict[str, Any], list[Fault]]:
    """A program's content with 年返 as annual_rebate, and a fault for each fee that stands there twice."""
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
            known[name], written[name] = term, key
    return with_known_references({**content, "terms": known}, canonical), faults


def with_known_references(content: Mapping[str, Any], canonical: Canonical) -> dict[str, Any]:
    """The content with the names of terms in `less`, `of`, limits and groups under their keys.

    A name that is a figure of the plan is that figure.
    """
    terms, groups = content.get("terms"), content.get("together")
    if not isinstance(terms, Mapping):
        return dict(content)
    figures = _own_figures(content.get("plan"))

    def term_meant(name: str) -> str:
        is_figure = name in figures or is_figure_name(name)
        return name if is_figure or (key := canonical(name)) not in terms else key

    renewed = {key: _renamed(term, canonical, term_meant) for key, term in terms.items()}
    if isinstance(promotions := content.get("promotions"), Mapping):
        content = {
            **content,
            "promotions": {key: _renamed(one, canonical, term_meant) for key, one in promotions.items()},
        }
    if isinstance(groups, Mapping):
        known = {key: _renamed(group, canonical, term_meant) for key, group in groups.items()}
        return {**content, "terms": renewed, "together": known}
    return {**content, "terms": renewed}


def _own_figures(plan: Any) -> Collection[str]:
    given = with_all_listed(plan) if isinstance(plan, Mapping) else {}
    figures = given.get("figures") if given else getattr(plan, "figures", None)
    return figures.keys() if isinstance(figures, Mapping) else ()


def _renamed(term: Any, canonical: Canonical, term_meant: Canonical) -> Any:
    """A term or a group with known names for other terms; a part that holds no names is left to the model."""
    if not isinstance(term, Mapping):
        return _model_renamed(term, canonical) if isinstance(term, Model) else term
    changes: dict[str, Any] = {}
    for key in ("less", "terms"):
        if key in term:
            changes[key] = _each(term[key], canonical)
    if isinstance(of := term.get("of"), str):
        changes["of"] = term_meant(of)
    for key in _LIMITS:
        share, of_sign, name = str(term.get(key, "")).partition(" of ")
        if of_sign and isinstance(term[key], str) and (meant := term_meant(name.strip())) != name.strip():
            changes[key] = f"{share} of {meant}"
    return {**term, **changes}


def _model_renamed(term: Model, canonical: Canonical) -> Model:
    less = getattr(term, "less", None)
    return term.model_copy(update={"less": tuple(map(canonical, less))}) if less else term


def _each(names: Any, canonical: Canonical) -> Any:
    if isinstance(names, str):
        return canonical(names)
    if not isinstance(names, list | tuple):
        return names
    return [canonical(name) if isinstance(name, str) else name for name in names]
