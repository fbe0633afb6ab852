"""The known fee types as a report."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from ka_terms.model.settings.catalogue import Catalogue, FeeType, folded
from ka_terms.presentation.fields import Field, In, flat, table
from ka_terms.presentation.table import Report
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION
from ka_terms.text.languages import LANGUAGES

_LANGUAGE_NAMES = {"en": "English", "zh-Hant": "繁體中文", "zh-Hans": "简体中文"}


def fees_found(catalogue: Catalogue, wanted: str = "") -> list[FeeType]:
    """The fee types that have `wanted` in their key, one of their names or aliases; all without it.

    Case, full-width forms, hyphens and underscores make no difference, nor do blanks where all of a name is given.
    """
    part, whole = _spaced(wanted), folded(wanted)
    return [
        fee
        for fee in catalogue.fees.values()
        if any(
            part in _spaced(name) or whole == folded(name)
            for name in (fee.key, *fee.names.values(), *fee.aliases)
        )
    ]


def _spaced(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold().replace("-", " ").replace("_", " ").strip()


def catalogue_report(fees: Sequence[FeeType], catalogue: Catalogue, words: Words) -> Report:
    """One row a fee type: its key for files, its names, category, its nature, and other names.

    For the eye the other names stand in a table of their own: they are long, and would squeeze all the rest.
    """
    fields = _fields(words)
    key, *others, aliases = fields
    return Report(
        tables=(
            table([key, *others], fees, words),
            table([key, aliases], (fee for fee in fees if fee.aliases), words, words("aliases")),
        ),
        flat=flat(fields, fees),
        record=lambda: {
            "format_version": FORMAT_VERSION,
            "fees": [_record(fee) for fee in fees],
            "categories": {key: dict(names) for key, names in catalogue.categories.items()},
        },
    )


def _record(fee: FeeType) -> dict[str, Any]:
    """A fee type under the keys of json; the label is a contract's."""
    kept = {key: value for key, value in fee._asdict().items() if key != "label"}
    return {**kept, "names": dict(fee.names), "conditional": fee.conditional}


def _fields(words: Words) -> list[Field[FeeType]]:
    comma = words.say("join.list")
    return [
        Field("key"),
        *map(_name, LANGUAGES),
        Field("category", shown=lambda fee: words.category(fee.category)),
        Field("nature", shown=lambda fee: words(fee.nature) if fee.nature else ""),
        Field("conditional", places=In.CSV),
        Field(
            "aliases",
            lambda fee: ", ".join(fee.aliases),
            shown=lambda fee: comma.join(fee.aliases),
        ),
    ]


def _name(language: str) -> Field[FeeType]:
    """The name in one language, under that of the language in itself, whatever the output is in."""
    return Field(language, lambda fee: fee.names.get(language, ""), label=lambda _: _LANGUAGE_NAMES[language])
