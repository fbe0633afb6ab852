"""A comparison as a report: one sentence a contract, the totals, the terms side by side, and the conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ka_terms.presentation.reports.cases import CaseRow, case_rows, cases_beside
from ka_terms.presentation.reports.comparison_tables import main_tables, without_zeros
from ka_terms.presentation.reports.differences import (
    EFFECTS,
    NO_EFFECTS,
    change,
    effect_cells,
    known_measures,
    label_of,
    tidy_rows,
    wide_row,
)
from ka_terms.presentation.reports.internal import internal_banner, internal_rows, internal_views_table
from ka_terms.presentation.reports.notes import conditions_table, notes
from ka_terms.presentation.table import Cell, Kind, Report, Table, text
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.assessment import AssessedComparison
    from ka_terms.analysis.comparison import Comparison, Versus
    from ka_terms.analysis.placed_doubts import FileDoubts
    from ka_terms.calculation.statement import Statement


def comparison_report(
    assessed: AssessedComparison,
    words: Words,
    layout: str = "wide",
    show_all: bool = False,
    files: Iterable[FileDoubts] = (),
) -> Report:
    """Everything `compare` says.

    `layout` is wide (each contract beside the baseline) or tidy (one row a term and contract); `show_all` asks for
    unchanged terms too; `files` are the doubts about the files that the contracts were read from.
    """
    comparison, contracts = assessed.comparison, assessed.contracts
    scenarios = [contract.scenario for contract in contracts]
    hidden = [] if show_all else [term for term in comparison.terms if comparison.is_unchanged(term)]
    shown = [term for term in comparison.terms if term not in hidden]
    main, zeros = without_zeros(main_tables(comparison, shown, words, layout), words)
    further = (
        cases_beside([contract.cases for contract in contracts], words),
        conditions_table(scenarios, words),
        internal_views_table(contracts, words),
    )
    return Report(
        headline=tuple(_headlines(comparison, words)),
        tables=[*main, *(table for table in further if table.rows)],
        notes=notes(
            words,
            (*zeros, *_unchanged_note(comparison, hidden, words)),
            warned=contracts,
            estimated=scenarios,
            opened=contracts,
            files=files,
        ),
        flat=_flat(assessed, layout, words),
        title=" · ".join(scenario.scenario for scenario in scenarios),
        record=lambda: _record(assessed, words),
        internal=internal_banner(contracts, words),
    )


def _record(assessed: AssessedComparison, words: Words) -> dict[str, Any]:
    from ka_terms.presentation.reports.records import comparison_record  # only json needs it

    return comparison_record(assessed, words)


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
        figures = (words.inline(figure.strip("'")) for figure in versus.uncosted)
        return words.say("effects_unknown", figures=words.listed(figures))

    def effect(key: str, amount: Decimal) -> str:
        return words.say(words.by_sign(key, amount), amount=words.money(abs(amount), new.currency))

    terms, plan = effect("terms_effect", total.terms_effect), effect("plan_effect", total.plan_effect)
    if old.scenario.plan == new.plan:
        return words.say("effects_same_plan", terms=terms)
    return words.say("effects", name=new.scenario, terms=terms, plan=plan)


def _unchanged_note(comparison: Comparison, hidden: Sequence[str], words: Words) -> Iterator[str]:
    if hidden:
        names = words.say("join.list").join(label_of(comparison, key, words) for key in hidden)
        yield words.say("unchanged_note", count=len(hidden), names=names)


def _flat(assessed: AssessedComparison, layout: str, words: Words) -> Table:
    """All measures and terms as one table under keys: contracts beside each other, or one row each."""
    cases = [contract.cases for contract in assessed.contracts]
    views = [*case_rows(cases, words), *internal_rows(assessed.contracts, words)]
    return (_flat_wide if layout == "wide" else _flat_tidy)(assessed.comparison, words, views)


def _flat_wide(comparison: Comparison, words: Words, views: Sequence[CaseRow]) -> Table:
    name = comparison.baseline.scenario.scenario
    columns = ["item", "label", f"{name}: says", name]
    for versus in comparison.versus:
        name = versus.statement.scenario.scenario
        columns += [f"{name}: says", name, *(f"{name}: {field.key}" for field in EFFECTS)]
    terms = [(text(term), *wide_row(comparison, comparison.versus, term, words)) for term in comparison.terms]
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
    columns = ("term", "label", "scenario", "says", "amount", "ratio", *(field.key for field in EFFECTS))
    rows = [
        (text(term), text(label_of(comparison, term, words)), *cells)
        for term in comparison.terms
        for cells in tidy_rows(comparison, term, words)
    ]
    for statement, versus in comparison.with_versus():
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
