"""A comparison as a report: one sentence a contract, the totals, the terms side by side, and the conditions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from ka_terms.analysis.cases import Cases, cases_of
from ka_terms.analysis.comparison import Comparison, Versus
from ka_terms.analysis.internal import InternalView
from ka_terms.analysis.ladder.warnings import NEAR
from ka_terms.calculation.statement import Statement
from ka_terms.presentation.reports.cases import CaseRow, case_rows, cases_beside, likely_notes
from ka_terms.presentation.reports.comparison_tables import main_tables, without_zeros
from ka_terms.presentation.reports.differences import (
    NO_EFFECTS,
    by_size,
    change,
    effect_cells,
    is_unchanged,
    known_measures,
    label_of,
    tidy_rows,
    wide_row,
    with_versus,
)
from ka_terms.presentation.reports.internal import internal_rows, internal_views_table
from ka_terms.presentation.reports.notes import conditions_table, opening_notes
from ka_terms.presentation.table import Cell, Kind, Report, Table, text
from ka_terms.presentation.wording.warnings import warning_notes
from ka_terms.presentation.words import Words


class Choice(NamedTuple):
    """How much a comparison says, and in which form."""

    layout: str = "wide"
    """wide (each contract beside the baseline) or tidy (one row a term and contract)."""
    show_all: bool = False
    """Whether unchanged terms are shown too."""
    near: Decimal = NEAR
    """The distance from a tier's bound, as a share of it, within which there is a warning."""


USUAL = Choice()


def comparison_report(
    comparison: Comparison,
    words: Words,
    choice: Choice = USUAL,
    *,
    internal_views: Sequence[InternalView | None] = (),
    notes: Sequence[str] = (),
) -> Report:
    """Everything `compare` says."""
    changed = [key for key in by_size(comparison) if not is_unchanged(comparison, key)]
    shown = by_size(comparison) if choice.show_all else changed
    main, zeros = without_zeros(main_tables(comparison, shown, words, choice.layout), words)
    cases = [cases_of(statement) for statement in comparison.scenarios]
    further = (cases_beside(cases, words), conditions_table(comparison.scenarios, words))
    tables = [*main, *(table for table in further if table.rows)]
    if any(internal_views):
        names = [statement.scenario.scenario for statement in comparison.scenarios]
        tables.append(internal_views_table(names, internal_views, words))
    return Report(
        headline=tuple(_headlines(comparison, words)),
        tables=tables,
        notes=(*zeros, *_notes(comparison, words, shown, choice.near), *notes),
        flat=_flat(comparison, choice.layout, words, internal_views, cases),
        title=" · ".join(statement.scenario.scenario for statement in comparison.scenarios),
        record=lambda: _record(comparison, words, internal_views, choice.near),
        internal=words.say("internal_banner") if any(internal_views) else "",
    )


def _record(
    comparison: Comparison, words: Words, internal_views: Sequence[InternalView | None], near: Decimal
) -> dict[str, Any]:
    from ka_terms.presentation.reports.records import comparison_record  # only json needs it

    return comparison_record(comparison, words, internal_views, near)


def _headlines(comparison: Comparison, words: Words) -> Iterator[str]:
    old, currency = comparison.baseline, comparison.baseline.scenario.currency
    for versus in comparison.versus:
        new = versus.statement
        points = None if new.fee_ratio is None or old.fee_ratio is None else new.fee_ratio - old.fee_ratio
        yield words.say(
            words.by_sign("compare_headline", points),
            name=new.scenario.scenario,
            fees=words.money(new.total_fees, currency),
            ratio=words.percent(new.fee_ratio),
            points=words.points(abs(points or Decimal(0))),
            count=abs(points or Decimal(0)) * 100,
            baseline=old.scenario.scenario,
            baseline_fees=words.money(old.total_fees, currency),
            baseline_ratio=words.percent(old.fee_ratio),
        )
        yield _effects(old, versus, words)


def _effects(old: Statement, versus: Versus, words: Words) -> str:
    """Why the total differs: how much of it the terms make, and how much the plan."""
    total, new = versus.total, versus.statement.scenario
    if total.terms_effect is None or total.plan_effect is None:
        return words.say("effects_unknown", figures=words.listed(versus.uncosted))

    def effect(key: str, amount: Decimal) -> str:
        return words.say(words.by_sign(key, amount), amount=words.money(abs(amount), new.currency))

    terms, plan = effect("terms_effect", total.terms_effect), effect("plan_effect", total.plan_effect)
    if old.scenario.plan == new.plan:
        return words.say("effects_same_plan", terms=terms)
    return words.say("effects", name=new.scenario, terms=terms, plan=plan)


def _notes(comparison: Comparison, words: Words, shown: Sequence[str], near: Decimal) -> Iterator[str]:
    hidden = [key for key in by_size(comparison) if key not in shown]
    if hidden:
        names = words.say("join.list").join(label_of(comparison, key, words) for key in hidden)
        yield words.say("unchanged_note", count=len(hidden), names=names)
    yield from warning_notes(comparison.scenarios, words, near)
    yield from likely_notes(comparison.scenarios, words)
    yield from opening_notes(comparison.scenarios, words)


def _flat(
    comparison: Comparison,
    layout: str,
    words: Words,
    internal_views: Sequence[InternalView | None],
    cases: Sequence[Cases],
) -> Table:
    """All measures and terms as one table under keys: contracts beside each other, or one row each."""
    views = [*case_rows(cases, words), *(internal_rows(internal_views, words) if any(internal_views) else ())]
    return (_flat_wide if layout == "wide" else _flat_tidy)(comparison, words, views)


def _flat_wide(comparison: Comparison, words: Words, views: Sequence[CaseRow]) -> Table:
    name = comparison.baseline.scenario.scenario
    columns = ["item", "label", f"{name}: says", name]
    for versus in comparison.versus:
        name = versus.statement.scenario.scenario
        columns += [f"{name}: says", name, f"{name}: change", f"{name}: terms_effect", f"{name}: plan_effect"]
    terms = [
        (text(term), *wide_row(comparison, comparison.versus, term, words)) for term in by_size(comparison)
    ]
    totals = []
    for metric, kind in known_measures(comparison):
        cells = [
            text(metric.name),
            text(words(metric.name)),
            text(""),
            Cell(comparison.baseline.value(metric), kind),
        ]
        for versus in comparison.versus:
            before, after = comparison.baseline.value(metric), versus.statement.value(metric)
            effects = effect_cells(versus.total)[1:] if metric.name == "total_fees" else NO_EFFECTS[1:]
            cells += [text(""), Cell(after, kind), change(before, after, kind), *effects]
        totals.append(tuple(cells))
    further = [_view_wide(comparison, view) for view in views]
    return Table(tuple(columns), (*terms, *totals, *further))


def _view_wide(comparison: Comparison, view: CaseRow) -> tuple[Cell, ...]:
    key, label, values = view
    by_identity = {
        id(statement): value or text("")
        for statement, value in zip(comparison.scenarios, values, strict=True)
    }
    cells = [text(key), text(label), text(""), by_identity[id(comparison.baseline)]]
    for versus in comparison.versus:
        cells += [text(""), by_identity[id(versus.statement)], *NO_EFFECTS]
    return tuple(cells)


def _flat_tidy(comparison: Comparison, words: Words, views: Sequence[CaseRow]) -> Table:
    columns = (
        "term",
        "label",
        "scenario",
        "says",
        "amount",
        "ratio",
        "change",
        "terms_effect",
        "plan_effect",
    )
    rows = [
        (text(term), text(label_of(comparison, term, words)), *cells)
        for term in by_size(comparison)
        for cells in tidy_rows(comparison, term, words)
    ]
    for statement, versus in with_versus(comparison):
        effects = effect_cells(versus.total) if versus else NO_EFFECTS
        amount, share = Cell(statement.total_fees, Kind.MONEY), Cell(statement.fee_ratio, Kind.RATIO)
        label, name = text(words("total_fees")), text(statement.scenario.scenario)
        rows.append((text("total_fees"), label, name, text(""), amount, share, *effects))
    for key, heading, values in views:
        for statement, value in zip(comparison.scenarios, values, strict=True):
            if value is None:
                continue
            amount, share = (text(""), value) if value.kind is Kind.RATIO else (value, text(""))
            name = text(statement.scenario.scenario)
            rows.append((text(key), text(heading), name, text(""), amount, share, *NO_EFFECTS))
    return Table(columns, tuple(rows))
