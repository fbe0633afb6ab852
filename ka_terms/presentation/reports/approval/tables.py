"""The tables of an approval: figures side by side, effects of terms, and lower sales."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.presentation.numbers import rounded
from ka_terms.presentation.quantities import growth, percent
from ka_terms.presentation.reports.notes import NOTHING
from ka_terms.presentation.table import Cell, Emphasis, Kind, Table, changed, text
from ka_terms.presentation.wording.terms import says_of
from ka_terms.presentation.words import Words
from ka_terms.text.width import text_width

if TYPE_CHECKING:
    from ka_terms.analysis.approval.approval import Approval, Column
    from ka_terms.analysis.approval.low_sales import SalesCase
    from ka_terms.model.contract.scenario import Scenario

_APPROVAL, _WALK_AWAY = "approval", "walk_away"
MOST_SAID, MOST_NAMED = 96, 44
"""Columns of text that a term takes in the table at most, and its name: the contract has the whole of it."""
_ROWS = (
    ("sales", "sales", Kind.MONEY),
    ("fees", "total_fees", Kind.MONEY),
    ("fee_ratio", "fee_ratio", Kind.RATIO),
    ("fixed", "approval.fixed", Kind.MONEY),
    ("contribution", "approval.contribution", Kind.MONEY),
)
"""The rows of the figures: field of a column, label, kind."""


def name_of_year(scenario: Scenario | None, words: Words) -> str:
    """What a contract is called in the first language: its year, else its name; where there is none, last year."""
    if scenario is None:
        return words("approval.last_year")
    if scenario.year is None:
        return scenario.scenario
    return words.say("approval.year", year=scenario.year)


def old_name(result: Approval, words: Words) -> str:
    """What the last contract is called."""
    return name_of_year(result.old.scenario if result.old else None, words)


def figures_table(result: Approval, words: Words) -> Table:
    """Sales, fees and what is left of each contract, side by side."""
    shown = [row for row in _ROWS if row[0] != "contribution" or result.basis.margin is not None]
    rows = (
        (text(words(label)), *(_figure(column, field, kind) for column in result.columns))
        for field, label, kind in shown
    )
    headers = (_header(column, result, words) for column in result.columns)
    title = _joined(f"approval.title.figures{'' if result.old else '_alone'}", words, result)
    return Table((words("measure"), *headers), tuple(rows), title=title)


def _figure(column: Column, field: str, kind: Kind) -> Cell:
    emphasis = Emphasis.STRONG if column.role == _APPROVAL else Emphasis.NONE
    value = getattr(column, field)
    if value is None and column.role == _WALK_AWAY and field == "fixed":
        return text(NOTHING)  # it has no terms that could be fixed
    return Cell(value, kind, emphasis=emphasis)


def _header(column: Column, result: Approval, words: Words) -> str:
    return _joined(f"approval.column.{column.role}", words, result)


def _bounds(limits: Iterable[tuple[str, Decimal]], words: Words) -> str:
    """Bounds of the walk-away limit: `18%`, of an amount what it is on."""
    named = [percent(bound) if metric == "fee_ratio" else words.inline(metric) for metric, bound in limits]
    return words.say("join.comma").join(named)


def _joined(key: str, words: Words, result: Approval, **values: object) -> str:
    """A label in every language, with what each calls the last contract and the walk-away limit."""

    def said(one: Words) -> str:
        return one.say(
            key,
            old=old_name(result, one),
            bound=_bounds([result.walk_away] if result.walk_away else [], one),
            bounds=_bounds(result.limits, one),
            **values,
        )

    return words.joined(said)


def effects_table(result: Approval, words: Words) -> Table | None:
    """The terms that differ from the old ones on the new plan; None where nothing can stand against them."""
    effects, old = result.effects, result.old
    if effects is None or old is None:
        return None
    new = result.statement.scenario
    rows = [
        (
            text(name_within(words.fee_of(one.term, new.fees.get(one.term)))),
            text(_said(one.term, old.scenario, words)),
            text(_said(one.term, new, words)),
            _effect(one.effect),
        )
        for one in effects.largest
    ]
    if effects.rest_count:
        rest = _joined("approval.others", words, result, count=effects.rest_count)
        rows.append((text(rest), text(""), text(""), Cell(effects.rest, Kind.MONEY, signed=True)))
    rows.append((text(words("approval.sum")), text(""), text(""), _effect(effects.total)))
    columns = (
        words("term"),
        old_name(result, words.first),
        name_of_year(new, words.first),
        words("approval.effect"),
    )
    return Table(columns, tuple(rows), _joined("approval.title.effects", words, result), total_rows=1)


def _effect(value: Decimal) -> Cell:
    return changed(value, Kind.MONEY, Emphasis.BAD if value > 0 else Emphasis.GOOD)


def _said(key: str, scenario: Scenario, words: Words) -> str:
    """What a contract says of a term; where that is too long for the page, that the contract says it."""
    said = says_of(key, scenario, words) if key in scenario.fees else NOTHING
    return said if text_width(said) <= MOST_SAID else words.say("approval.see_contract")


def name_within(name: str) -> str:
    """A name as far as the page has room for it; one that is cut ends in three points."""
    if text_width(name) <= MOST_NAMED:
        return name
    kept = ""
    for letter in name:
        if text_width(kept + letter) > MOST_NAMED - 3:
            break
        kept += letter
    return f"{kept.rstrip('0123456789.,% ')}..."


def low_sales_table(result: Approval, words: Words) -> Table:
    """The contract at lower sales, a column each."""
    cases = result.low.cases
    rows = [
        _row("sales", words("sales"), cases, Kind.MONEY),
        _row("fees", words("total_fees"), cases, Kind.MONEY),
        _row("fee_ratio", words("fee_ratio"), cases, Kind.RATIO),
    ]
    if result.basis.margin is not None:
        rows.append(_row("contribution", words("approval.contribution"), cases, Kind.MONEY))
    rows += _truths(result, words)
    headers = (_case_header(case, result, words) for case in cases)
    return Table(
        (words("measure"), *headers), tuple(rows), title=_joined("approval.title.low_sales", words, result)
    )


def _row(field: str, label: str, cases: tuple[SalesCase, ...], kind: Kind) -> tuple[Cell, ...]:
    return (text(label), *(Cell(getattr(case, field), kind) for case in cases))


def _truths(result: Approval, words: Words) -> Iterator[tuple[Cell, ...]]:
    """Whether the contract is dearer than the old terms, and keeps to the walk-away limit."""
    for field, kind, is_good in (("dearer", "break_even", False), ("within", "walk_away", True)):
        if any(getattr(case, field) is not None for case in result.low.cases):
            label = _joined(f"approval.{field}", words, result)
            cells = (_truth(case, field, kind, is_good, words) for case in result.low.cases)
            yield text(label), *cells


def _truth(case: SalesCase, field: str, turn: str, is_good: bool, words: Words) -> Cell:
    value = getattr(case, field)
    if value is None:
        return text(words.first("na"))
    word = words.first("approval.yes" if value else "approval.no")
    if turn in case.turns:
        return text(words.say("approval.from_here", truth=word), Emphasis.NONE)
    return text(word, Emphasis.NONE if value is is_good else Emphasis.BAD)


def _case_header(case: SalesCase, result: Approval, words: Words) -> str:
    """Why these sales are looked at: `as in 2002`, `low, +80%`, `as dear as the 2002 terms`."""

    def said(one: Words) -> str:
        """All its reasons in one language."""
        values = {
            "old": _last_year(result, one),
            "terms": old_name(result, one),
            "bound": _bounds([limit for limit in result.limits if limit[0] in case.limits], one),
            "growth": _growth(case.times),
        }
        names = (one.say(f"approval.case.{_case_key(kind, case)}", **values) for kind in case.kinds)
        return one.say("join.comma").join(names)

    return words.joined(said)


def _case_key(kind: str, case: SalesCase) -> str:
    return f"{kind}_unknown" if kind == "low" and case.times is None else kind


def _growth(index: Decimal | None) -> str:
    """An index as growth, to a tenth of a point."""
    return "" if index is None else growth(rounded(index, 3))


def _last_year(result: Approval, words: Words) -> str:
    """What last year is called: the year before, where the contract has one."""
    year = result.statement.scenario.year
    if year is None:
        return words("approval.last_year")
    return words.say("approval.year", year=year - 1)
