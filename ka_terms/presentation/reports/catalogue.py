"""The known fee types as a report."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from ka_terms.model.settings.catalogue import Catalogue, FeeType, folded
from ka_terms.presentation.table import Cell, Report, Table, text
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION
from ka_terms.text.languages import LANGUAGES

_LANGUAGE_NAMES = {"en": "English", "zh-Hant": "繁體中文", "zh-Hans": "简体中文"}
"""Each in its own language, whatever the output is in."""


def fees_found(catalogue: Catalogue, wanted: str = "") -> list[FeeType]:
    """The fee types that have `wanted` in their key, one of their names or aliases; all without it.

    Case, full-width forms, hyphens and underscores make no difference, nor do blanks where all of a name is given.
    """
    part, whole = _spaced(wanted), folded(wanted)
    return [
        fee
        for fee in catalogue.fees.values()
        if any(part in _spaced(name) or whole == folded(name) for name in _all_names(fee))
    ]


def _spaced(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold().replace("-", " ").replace("_", " ").strip()


def _all_names(fee: FeeType) -> Iterator[str]:
    yield fee.key
    yield from fee.names.values()
    yield from fee.aliases


def catalogue_report(fees: Sequence[FeeType], catalogue: Catalogue, words: Words) -> Report:
    """One row a fee type: its key for files, its names, category, whether it is conditional, and other names.

    For the eye the other names stand in a table of their own: they are long, and would squeeze all the rest.
    """
    return Report(
        tables=(_names(fees, words), _aliases(fees, words)),
        flat=Table(
            (*_columns(words), words("aliases")),
            tuple((*_row(fee, words), _other(fee, words)) for fee in fees),
        ),
        record=lambda: {
            "format_version": FORMAT_VERSION,
            "fees": [{**fee._asdict(), "names": dict(fee.names)} for fee in fees],
            "categories": {key: dict(names) for key, names in catalogue.categories.items()},
        },
    )


def _names(fees: Sequence[FeeType], words: Words) -> Table:
    return Table(_columns(words), tuple(_row(fee, words) for fee in fees))


def _aliases(fees: Sequence[FeeType], words: Words) -> Table:
    rows = tuple((text(fee.key), _other(fee, words)) for fee in fees if fee.aliases)
    return Table((words("key"), words("aliases")), rows, title=words("aliases"))


def _columns(words: Words) -> tuple[str, ...]:
    names = (_LANGUAGE_NAMES[language] for language in LANGUAGES)
    return (words("key"), *names, words("category"), words("conditional"))


def _row(fee: FeeType, words: Words) -> tuple[Cell, ...]:
    names = (text(fee.names.get(language, "")) for language in LANGUAGES)
    conditional = words("yes" if fee.conditional else "no")
    return (text(fee.key), *names, text(words.category(fee.category)), text(conditional))


def _other(fee: FeeType, words: Words) -> Cell:
    return text(words.say("join.list").join(fee.aliases))
