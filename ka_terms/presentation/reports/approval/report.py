"""An approval as a report: sentences and tables for every format, and one page with a form around it for print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ka_terms.presentation.fields import flat
from ka_terms.presentation.paper import Paper, Paragraph, Section, Signatures, Tone
from ka_terms.presentation.reports.approval.record import approval_record, column_fields
from ka_terms.presentation.reports.approval.sentences import Sentences
from ka_terms.presentation.reports.approval.tables import (
    effects_table,
    figures_table,
    low_sales_table,
    name_within,
)
from ka_terms.presentation.table import Report, Table
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.approval.approval import Approval

_FRAMED = "zh-Hans"
"""The language whose form is ruled in boxes."""
_MOST_FILES = 8
HASH_SHOWN = 12
"""Digits of a hash on the page; json has all."""


class FileRead(NamedTuple):
    """A file that the page was made of, and the SHA-256 of its bytes in hexadecimal digits."""

    name: str
    sha256: str


class Provenance(NamedTuple):
    """What the page was made of: files, the program's version, and the day that stands on it, if any does."""

    files: tuple[FileRead, ...] = ()
    version: str = ""
    day: date | None = None


def approval_report(result: Approval, provenance: Provenance, words: Words) -> Report:
    """Everything that `approval` says."""
    said = Sentences(result, words)
    effects = effects_table(result, words)
    found = [figures_table(result, words), *([effects] if effects else []), low_sales_table(result, words)]
    *titles, heading = _numbered(
        [*(table.title for table in found), words("approval.title.watch")], words, "numbers"
    )
    tables = [table._replace(title=title) for table, title in zip(found, titles, strict=True)]
    lead, standing, watch, action = said.request(), [*said.standing()], [*said.watch()], [*said.action()]
    notes = [*filter(None, (said.basis(), *said.apart()))]
    foot = _foot(provenance, words)
    internal = _banner(result, words)
    return Report(
        headline=(lead, *standing),
        tables=tables,
        notes=(
            *notes,
            *_numbered(watch, words, "marks"),
            words.say("approval.colon", label=_label("action", words), text=_row(action, words)),
            *foot,
        ),
        flat=flat(column_fields(), result.columns),
        record=lambda: approval_record(result, provenance, words),
        title=_title(result, words),
        internal=internal,
        currency=result.statement.scenario.currency,
        paper=Paper(
            _title(result, words.first),
            _corner(result, provenance),
            (
                Section(_label("subject", words), (Paragraph(lead, Tone.LEAD), *_body(standing))),
                Section(
                    _label("details", words),
                    (*_details(tables, notes, words), *_watch(heading, watch, words)),
                ),
                Section(_label("action", words), (*_body(action),)),
                Section(_label("signatures", words), (_signatures(words),)),
            ),
            tuple(foot),
            framed=words.language == _FRAMED,
        ),
    )


def _banner(result: Approval, words: Words) -> str:
    is_private = result.basis.margin is not None or result.walk_away is not None
    return words.say("internal_banner" if is_private else "approval.banner")


def _label(key: str, words: Words) -> str:
    return words(f"approval.label.{key}")


def _title(result: Approval, words: Words) -> str:
    year = result.statement.scenario.year
    key = "approval.form" if year is None else "approval.form_of_year"
    return words.joined(lambda one: one.say(key, year=year))


def _corner(result: Approval, provenance: Provenance) -> tuple[str, ...]:
    """The account, or the name of the contract, and the day."""
    scenario = result.statement.scenario
    lines = [name_within(scenario.account or scenario.scenario)]
    return (*lines, *([provenance.day.isoformat()] if provenance.day else []))


def _row(sentences: Sequence[str], words: Words) -> str:
    """Sentences behind each other."""
    return ("" if words.language != "en" else " ").join(sentences)


def _action(sentences: Sequence[str], words: Words) -> str:
    """What is to be done, behind its label."""
    return words.say("approval.colon", label=_label("action", words.first), text=_row(sentences, words))


def _body(sentences: Sequence[str]) -> Iterator[Paragraph]:
    return (Paragraph(sentence) for sentence in sentences)


def _details(tables: Sequence[Table], notes: Sequence[str], words: Words) -> Iterator[Table | Paragraph]:
    """The tables, the first with what is in its figures below it."""
    first, *others = tables
    yield first
    if notes:
        yield Paragraph(_row(notes, words), Tone.SMALL)
    yield from others


def _watch(heading: str, sentences: Sequence[str], words: Words) -> Iterator[Paragraph]:
    yield Paragraph(heading, Tone.HEADING)
    yield from _body([*_numbered(sentences, words, "marks")])


def _numbered(sentences: Sequence[str], words: Words, sort: str) -> Iterator[str]:
    """Each title behind its number, or each sentence behind its letter."""
    marks = words.first(f"approval.{sort}").split("|")
    space = " " if words.language == "en" else ""
    return (f"{mark}{space}{sentence}" for mark, sentence in zip(marks, sentences, strict=False))


def _signatures(words: Words) -> Signatures:
    roles = ("ka_manager", "sales_director", "finance", "general_manager")
    return Signatures(tuple(words(f"approval.{role}") for role in roles), words.say("approval.date_blank"))


def _foot(provenance: Provenance, words: Words) -> list[str]:
    """The files with the first digits of their hashes, the version, the day."""
    shown, left = provenance.files[:_MOST_FILES], len(provenance.files) - _MOST_FILES
    names = [f"{name_within(file.name)} {file.sha256[:HASH_SHOWN]}" for file in shown]
    names += [words.say("approval.more_files", count=left)] if left > 0 else []
    lines = [words.say("approval.files", files=words.say("join.comma").join(names))] if names else []
    made = [f"ka-terms {provenance.version}" if provenance.version else ""]
    made += [provenance.day.isoformat() if provenance.day else ""]
    last = ", ".join(filter(None, made))
    return [*lines, *([last] if last else [])]
