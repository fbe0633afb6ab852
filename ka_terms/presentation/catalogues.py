"""The known fee types as a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from ka_terms.model.catalogue import LANGUAGES, Catalogue, FeeType, folded
from ka_terms.presentation.records import FORMAT_VERSION
from ka_terms.presentation.table import Cell, Report, Table, text
from ka_terms.presentation.words import Words

_LANGUAGE_NAMES = {"en": "English", "zh-Hant": "繁體中文", "zh-Hans": "简体中文"}
"""Each in its own language, whatever the output is in."""


def fees_found(catalogue: Catalogue, wanted: str = "") -> list[FeeType]:
    """The fee types that have `wanted` in their key, one of their names or aliases; all without it.

    Case, full-width forms, spaces, hyphens and underscores make no difference.
    """
    part = folded(wanted)
    return [fee for fee in catalogue.fees.values() if any(part in folded(name) for name in _all_names(fee))]


def _all_names(fee: FeeType) -> Iterator[str]:
    yield fee.key
    yield from fee.names.values()
    yield from fee.aliases


def catalogue_report(fees: Sequence[FeeType], catalogue: Catalogue, words: Words) -> Report:
    """One row a fee type: its key for files, its names, category, whether it is conditional, and other names."""
    table = Table(_columns(words), tuple(_row(fee, words) for fee in fees))
    record = {
        "format_version": FORMAT_VERSION,
        "fees": [{**asdict(fee), "names": dict(fee.names)} for fee in fees],
        "categories": {key: dict(names) for key, names in catalogue.categories.items()},
    }
    return Report(tables=(table,), flat=table, record=record)


def _columns(words: Words) -> tuple[str, ...]:
    names = (_LANGUAGE_NAMES[language] for language in LANGUAGES)
    return (words("key"), *names, words("category"), words("conditional"), words("aliases"))


def _row(fee: FeeType, words: Words) -> tuple[Cell, ...]:
    names = (text(fee.names.get(language, "")) for language in LANGUAGES)
    aliases = words.say("join.list").join(fee.aliases)
    conditional = words("yes" if fee.conditional else "no")
    return (text(fee.key), *names, text(words.category(fee.category)), text(conditional), text(aliases))
