"""How to mend a name that leads nowhere: what it is instead, or how the plan is given what it names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ka_terms.model.contract.formula_text import has_operator
from ka_terms.model.faults import nearest, one_of
from ka_terms.model.numbers.number import reads_as_number
from ka_terms.model.privacy import looks_private
from ka_terms.model.vocabulary.figures import LAST_YEAR, WHOLE_YEAR, FigurePath, is_figure_name, measure_of
from ka_terms.model.vocabulary.parameters import CONDITIONS, LIMITS
from ka_terms.text.messages import Message, enumerated, message
from ka_terms.text.unseen import holds_unseen

_MOST_LISTED = 12
_OWN_FIGURE = message("name a figure of the plan, or add one of your own under `figures`")


@dataclass(frozen=True)
class Names:
    """What the parts of a scenario are called: all that a name may have been meant as."""

    figures: Collection[str]
    terms: Collection[str] = ()
    groups: Mapping[str, Iterable[str]] = field(default_factory=dict)
    """Key of a group -> the terms in it."""
    facts: Collection[str] = ()


def names_of(
    plan: Mapping[str, Any],
    figures: Collection[str],
    terms: Collection[str] = (),
    groups: Mapping[str, Iterable[str]] | None = None,
) -> Names:
    """The names of a scenario, its plan given as a mapping of its keys."""
    facts = plan.get("facts")
    return Names(figures, terms, groups or {}, facts.keys() if isinstance(facts, Mapping) else ())


def known_as_other(name: str, key: str, names: Names) -> Message | str:
    """The mend of a name under a key that is known, but as something that cannot stand there; empty where it is not."""
    if name in names.groups:
        return _of_group(name, key, names)
    if name in names.figures:
        return _OF_FIGURE.get(key, "")
    if name in names.terms:
        return _of_term(name, key)
    if name in names.facts and key in _OF_FIGURE:
        return message("name a term of this contract")
    if name in names.facts:
        return message("name a figure, because a fact is no number; conditions on it stand in `only_if`")
    return _of_no_name(name, key)


def of_year(name: str, key: str, names: Names) -> Message | str:
    """The mend of what stands behind `year.` and is no figure, or almost one; empty of any other name."""
    plain = name.removeprefix(WHOLE_YEAR)
    if plain == name:
        return ""
    if plain in names.terms and key in ("of", "less", *LIMITS):
        return message("write {text}, because `year.` stands before figures alone", text=plain)
    return known_as_other(plain, key, names) or nearest(plain, names.figures, WHOLE_YEAR)


_OF_FIGURE = {
    "terms": message("name a term, because a group adds up fees"),
    "less": message("name a term; a figure is subtracted in a formula under `figures`"),
}
"""Where only terms may stand -> the mend of a figure there."""


def _of_group(name: str, key: str, names: Names) -> Message:
    if key in _OF_FIGURE:
        return message("write the terms of the group instead: {names}", names=enumerated(names.groups[name]))
    return message("name something else, because a group of terms cannot stand here")


def _of_no_name(name: str, key: str) -> Message | str:
    """The mend of growth, of a number or of a formula in place of a name."""
    if measure_of(name):
        return message("name a figure, such as sales; growth and achievement stand in `measure` and in rules")
    if reads_as_number(name):
        if key in LIMITS or key in CONDITIONS:
            return message("work it out and write the number")
        return message("put the number under `figures`, and write its name here")
    if has_operator(name):
        return message("give the formula a name under `figures`, and write that name here")
    return ""


def _of_term(name: str, key: str) -> Message:
    """The mend of a term where only figures may stand."""
    if key in CONDITIONS:
        return message("name a figure or a fact, because conditions do not depend on fees")
    if key == "measure":
        return message("name a figure, because thresholds are not compared with fees")
    return message("name a figure; a share of another fee is a `rate` with `of: {name}`", name=name)


def unknown_figure(name: str) -> Message:
    """The mend of a figure of which nothing is known."""
    figure = FigurePath.parse(name)
    plain = figure.plain
    if looks_private(plain.partition(".")[0]):
        return message("name a figure of the plan")
    if (
        not plain.strip()
        or is_figure_name(plain)
        or "." in plain
        or holds_unseen(plain)
        or " " in plain.strip()
    ):
        return _OWN_FIGURE
    part = f"plan.{LAST_YEAR * figure.years}figures"
    return message("add {keys} to `{part}`, or name another figure", keys=f"`{plain}:`", part=part)


def unknown_term(key: str, terms: Collection[str]) -> Message | str:
    """The mend of a term that the contract does not have; `terms` are those that may be named."""
    if not terms:
        return message("delete `{key}`, because the contract has no other term", key=key)
    if len(terms) == 1:
        (text,) = terms
        return message("write {text} if that is meant", text=text)
    return one_of(terms) if len(terms) <= _MOST_LISTED else message("name a term of this contract")
