"""What the figures of a plan are called, and what one of them is, in the (one) language of some words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from ka_terms.model.contract.labels import BAR, UNIT
from ka_terms.model.vocabulary.figures import (
    BUILT_IN,
    EVENTS,
    FACTS,
    GROWTH,
    GROWTH_OF,
    LAST_YEAR,
    MEASURES,
    MONTHS,
    OTHER,
    WHOLE_YEAR,
    FigurePath,
    MonthPath,
    quantity_of,
)
from ka_terms.presentation.words.units import Unit, english_unit, measure_word, parse_unit, readable, titled

if TYPE_CHECKING:
    from ka_terms.presentation.words.vocabulary import Words

_NAMED = frozenset({*BUILT_IN, *MEASURES, GROWTH, f"{LAST_YEAR}sales"})
"""Figures and measures that the program has words for; any other path is a name of the user's, that of a total too."""


def figure_unit(path: str, words: Words) -> Unit | None:
    """What one of a figure is called in the first language; None where that has no word for it."""
    if path.startswith((LAST_YEAR, FACTS, WHOLE_YEAR, f"{MONTHS}.")) or path in words.shares:
        return None
    if path.startswith(EVENTS):
        return parse_unit(words.texts[0]["unit.event"])
    if own_unit := _own_unit(path, words):
        return own_unit
    figure = FigurePath.parse(path)
    if figure.store_class or (figure.category and figure.whole == "volume"):
        return _part_unit(figure, words)
    forms = words.texts[0].get(f"unit.{path}") if path in _NAMED else None
    if forms:
        return parse_unit(forms)
    own = words.language == "en" and path not in _NAMED
    return english_unit(figure_inline(path, words)) if own else None


def _part_unit(figure: FigurePath, words: Words) -> Unit | None:
    """What one of a category or a class is called: `carton of canned beer`, `new store (hypermarkets)`."""
    name = _part(figure, words)
    if figure.category:
        unit = _own_unit(figure.whole, words) or parse_unit(words.texts[0]["unit.part_volume"])
        return Unit(*(words.say("unit.part", unit=form, name=name) for form in unit))
    each, *forms = figure_unit(figure.whole, words) or parse_unit(words.texts[0]["unit.stores.closing"])
    key = "unit.class"
    if figure.field == "average":  # it has brackets of its own in Chinese
        key = "unit.class_average"
        _, *forms = parse_unit(words.texts[0]["unit.stores.closing"])
    one, many = (words.say(key, unit=form, name=name) for form in forms)
    return Unit(words.say("unit.class", unit=each, name=name), one, many)


def _own_unit(path: str, words: Words) -> Unit | None:
    """What one of a figure is called by the contract's own label; None where that does not say."""
    label = words.labels.get(path)
    name = words.in_one(label) or ""
    if not name and path not in _NAMED:
        return None
    if words.language == "en":
        one, bar, many = map(str.strip, name.partition(BAR))
        return Unit(f"per {one}", one, many) if bar else english_unit(name)
    unit = "" if isinstance(label, str) or label is None else label.get(UNIT, "")
    # Without a name of its own a figure of the program is counted by the measure word alone: 每箱.
    measure, label = measure_word(unit, words.language), words.labelled(path) or ""
    counted = measure if measure == measure_word(label, words.language) else f"{measure}{label}"
    return Unit(f"每{counted}", counted, counted) if unit else None


def _labelled_path(path: str, words: Words) -> str | None:
    """The contract's own label of a figure by its path, of a fact by its name alone."""
    return words.labelled(path) or words.labelled(path.removeprefix(FACTS))


def figure_name(path: str, words: Words) -> str:
    """The label of a figure by its path, or of a measure by its name."""
    if labelled := _labelled_path(path, words):
        return titled(labelled)
    own = words.own_word if path in _NAMED else words.own
    if known := own(path) or (words.texts[0][path] if path in _NAMED else None):
        return known
    composed = _composed("figure", path, partial(figure_name, words=words), words)
    return titled(composed or readable(path.removeprefix(FACTS)))


def _composed(kind: str, path: str, name: Callable[[str], str], words: Words) -> str:
    """What is named by another: last year, growth, an event, a category or class; empty of all else."""
    if path.startswith(WHOLE_YEAR):
        return words.say(f"{kind}.of_year", figure=name(path.removeprefix(WHOLE_YEAR)))
    if path.startswith(LAST_YEAR):
        return _past(kind, path, name, words)
    if of_month := MonthPath.parse(path):
        return words.say(
            f"{kind}.month", figure=name(of_month.figure), month=words.say(f"month.{of_month.month}")
        )
    if path.startswith(GROWTH_OF):
        return words.say(f"{kind}.growth_of", figure=figure_inline(quantity_of(path), words))
    figure = FigurePath.parse(path)
    for own, named in (("event", _event), ("block", block_name)):
        if key := getattr(figure, own):
            return words.say(f"{kind}.{own}", name=named(key, words))
    if figure.part:
        whole = words.within(name(figure.whole))
        part = "class" if figure.store_class and kind == "inline" else "part"
        return words.say(f"{kind}.{part}", name=_part(figure, words), figure=whole)
    return ""


def _event(event: str, words: Words) -> str:
    """The name of an event of the plan; the program has a word for flyers."""
    return words.labelled(event) or words.texts[0].get(f"event.{event}") or readable(event)


def block_name(block: str, words: Words) -> str:
    """What adds to last year's sales; the program has words for the usual ones."""
    known = words.texts[0].get(f"block.{block}")
    return words.labelled(block) or (words.within(known) if known else readable(block))


def _part(figure: FigurePath, words: Words) -> str:
    """The name of a category or a class of stores; the program has words for what categories leave over."""
    if figure.category == OTHER:
        return words.within(words.texts[0]["other_categories"])
    return words.labelled(figure.part) or readable(figure.part)


def _past(kind: str, path: str, name: Callable[[str], str], words: Words) -> str:
    """A figure of last year, or of one before it."""
    count, figure = FigurePath.parse(path)
    return words.say(
        f"{kind}.last_year" if count == 1 else f"{kind}.years_ago", figure=name(figure), count=count
    )


def figure_inline(path: str, words: Words) -> str:
    """The same inside a sentence."""
    if labelled := _labelled_path(path, words):
        return labelled
    if own := (words.own_word if path in _NAMED else words.own)(path):
        return words.within(own)
    if path in _NAMED and not path.startswith(LAST_YEAR):
        return words.within(words.texts[0][path])
    composed = _composed("inline", path, partial(figure_inline, words=words), words)
    return composed or readable(path.removeprefix(FACTS))
