"""A workbook that came back as a report: which cells were edited, and what each edit costs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ka_terms.presentation.fields import Field, In, filled, flat, record, table
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, changed, text
from ka_terms.presentation.wording.input_names import input_inline, input_kind, input_label, input_text
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.workbook.returned import Edit, Returned

Typed = tuple[str, str]
"""A cell that holds a text that was not sent, and the text."""
_MOST_TOLD = 4
"""Edits that the first sentence tells one by one."""


def returned_report(returned: Returned, typed: Sequence[Typed], words: Words) -> Report:
    """Every edit with its cost, the terms that were struck, and what was typed beside."""
    fields, currency = _fields(words), returned.sent.scenario.currency
    edits = table(fields, returned.edits, words, words("returned.edits"))
    rows = [*edits.rows, *_struck_rows(returned, fields, words)]
    strong = Emphasis.STRONG
    total = changed(returned.effect, Kind.MONEY, strong)
    rows.append(filled(fields, In.TABLE, label=text(words("total_fees"), strong), effect=total))
    headline = _headline(returned, words)
    return Report(
        headline=(headline, _totals(returned, words)),
        tables=[edits._replace(rows=tuple(rows), total_rows=1)] if len(rows) > 1 else [],
        notes=[words.say("returned.typed", cell=cell, text=typed_text) for cell, typed_text in typed],
        flat=flat(fields, returned.edits),
        record=lambda: _record(returned, typed, fields),
        title=headline,
        currency=currency,
    )


def _fields(words: Words) -> list[Field[Edit]]:
    return [
        Field("cell", label="returned.cell"),
        Field("path", lambda edit: edit.input.path, places=In.PROGRAMS),
        Field("label", lambda edit: input_label(edit.input, words), label="workbook.input"),
        Field(
            "before",
            lambda edit: edit.input.value,
            lambda edit: input_kind(edit.input),
            label="returned.before",
        ),
        Field("after", kind=lambda edit: input_kind(edit.input), label="returned.after"),
        Field("effect", kind=Kind.MONEY, label="returned.effect", shown=_effect),
    ]


def _effect(edit: Edit) -> Cell:
    return changed(edit.effect, Kind.MONEY)


def _struck_rows(
    returned: Returned, fields: Sequence[Field[Edit]], words: Words
) -> Iterator[tuple[Cell, ...]]:
    for struck in returned.struck:
        label = words.fee_of(struck.term, returned.sent.scenario.fees[struck.term])
        effect = changed(struck.effect, Kind.MONEY)
        after = text(words("returned.struck"))
        yield filled(fields, In.TABLE, label=text(label), after=after, effect=effect)


def _headline(returned: Returned, words: Words) -> str:
    edits = [_told(edit, returned, words) for edit in returned.edits]
    edits += [
        words.say(
            "returned.struck_term",
            term=words.fee_within(struck.term, returned.sent.scenario.fees[struck.term]),
            effect=_signed(struck.effect, returned, words),
        )
        for struck in returned.struck
    ]
    name = returned.sent.scenario.scenario
    if not edits:
        return words.say("returned.nothing", name=name)
    shown, more = edits[:_MOST_TOLD], edits[_MOST_TOLD:]
    shown += [words.say("returned.more", count=len(more))] if more else []
    told = words.say("join.semicolon").join(shown)
    return words.say("returned.headline", name=name, count=len(edits), edits=told)


def _told(edit: Edit, returned: Returned, words: Words) -> str:
    currency = returned.sent.scenario.currency
    before, after = (input_text(edit.input, value, currency) for value in (edit.input.value, edit.after))
    effect = words.say("na") if edit.effect is None else _signed(edit.effect, returned, words)
    name = input_inline(edit.input, words)
    return words.say("returned.edit", input=name, before=before, after=after, effect=effect)


def _signed(value: Decimal, returned: Returned, words: Words) -> str:
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{words.money(abs(value), returned.sent.scenario.currency)}"


def _totals(returned: Returned, words: Words) -> str:
    currency = returned.sent.scenario.currency
    before, after = returned.sent, returned.statement
    return words.say(
        "returned.totals",
        before=words.money(before.total_fees, currency),
        after=words.money(after.total_fees, currency),
        ratio_before=words.percent(before.fee_ratio),
        ratio_after=words.percent(after.fee_ratio),
    )


def _record(returned: Returned, typed: Sequence[Typed], fields: Sequence[Field[Edit]]) -> dict[str, Any]:
    return {
        "format_version": FORMAT_VERSION,
        "scenario": returned.sent.scenario.scenario,
        "edits": [record(fields, edit) for edit in returned.edits],
        "struck": [struck._asdict() for struck in returned.struck],
        "typed": [{"cell": cell, "text": typed_text} for cell, typed_text in typed],
        "total_fees": {"before": returned.sent.total_fees, "after": returned.statement.total_fees},
        "fee_ratio": {"before": returned.sent.fee_ratio, "after": returned.statement.fee_ratio},
    }
