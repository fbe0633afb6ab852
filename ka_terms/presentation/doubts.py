"""How doubts read, for people and for machines, and the labels that a glossary gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.model.vocabulary.metrics import TOTALS
from ka_terms.presentation.words import words
from ka_terms.reading.problems.problem import LONGEST_PART, STANDARD_INPUT
from ka_terms.text.languages import LANGUAGES
from ka_terms.text.safe import visible

if TYPE_CHECKING:
    from ka_terms.analysis.doubts.doubts import PlacedDoubt
    from ka_terms.model.names import Label


def doubt_message(placed: PlacedDoubt, translate: Callable[[str], str] = str) -> str:
    """What was understood, as `translate` says it."""
    text = translate(placed.doubt.sentence)
    text = text if len(text) <= LONGEST_PART else f"{text[:LONGEST_PART]}..."
    return visible(f"{placed.place.path}: {text}")


def doubt_line(placed: PlacedDoubt, translate: Callable[[str], str] = str) -> str:
    """The message behind its place, as editors and terminals link it."""
    file, line, column, _ = placed.place
    name = translate(STANDARD_INPUT) if file == STANDARD_INPUT else visible(file)
    return f"{name}:{line}:{column}: {doubt_message(placed, translate)}"


def doubt_record(placed: PlacedDoubt, translate: Callable[[str], str] = str) -> dict[str, Any]:
    """The doubt for a machine, its sentence as `translate` says it."""
    place = placed.place._asdict()
    return {**place, "kind": placed.doubt.kind, "message": doubt_message(placed, translate)}


def glossary_labels(
    labels: Mapping[str, Label], catalogue: Catalogue, terms: Iterable[str]
) -> list[dict[str, str]]:
    """What the totals, these terms and the fees of a glossary are called in each language, without upper case."""
    fees = dict.fromkeys([*terms, *(key for key in labels if key in catalogue.fees)])
    return [
        {
            **{key: one.fee_of(key).casefold() for key in fees},
            **{key: one(key).casefold() for key in TOTALS},
        }
        for one in words(LANGUAGES, labels, catalogue).single
    ]
