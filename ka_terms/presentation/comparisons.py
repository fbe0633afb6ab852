"""A comparison as a report: one sentence a contract, the totals, the terms side by side, and the conditions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from ka_terms.analysis.comparison import Comparison, Difference, Versus
from ka_terms.analysis.inside import Inside
from ka_terms.calculation.statement import METRICS, Statement
from ka_terms.presentation.beside import NOTHING, conditions_table, opening_notes
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table, text
from ka_terms.presentation.wording import says
from ka_terms.presentation.words import Words

_STRONG = Emphasis.STRONG
_MEASURES = (
    ("sales", Kind.MONEY),
    ("stores.average", Kind.COUNT),
    ("vpo", Kind.AVERAGE),
    ("vpo_volume", Kind.COUNT),
    ("total_fees", Kind.MONEY),
    ("fee_ratio", Kind.RATIO),
    ("fees_a_store", Kind.AVERAGE),
    ("net_net_sales", Kind.MONEY),
)
"""The totals worth a row, in the order they are looked at."""


def comparison_report(
    comparison: Comparison,
    words: Words,
    *,
    layout: str = "wide",
    show_all: bool = False,
    insides: Sequence[Inside | None] = (),
    notes: Sequence[str] = (),
) -> Report:
    """Everything `compare` says. `layout` is wide (contracts beside each other) or tidy (one row a term and contract)."""
    shown = [key for key in _by_size(comparison) if show_all or not _is_unchanged(comparison, key)]
    terms = (_wide if layout == "wide" else _tidy)(comparison, shown, words)
    conditions = conditions_table(comparison.scenarios, words)
    tables = [totals_table(comparison, words), terms, *([conditions] if conditions.rows else [])]
    if any(insides):
        tables.append(_insides_table(comparison, insides, words))
    return Report(
        headline=tuple(_headlines(comparison, words)),
        tables=tables,
        notes=(*_notes(comparison, words, shown), *notes),
        flat=_flat(comparison, layout, words),
        record=lambda: _record(comparison, words, insides),
        internal=words.say("internal_banner") if any(insides) else "",
    )


def _record(comparison: Comparison, words: Words, insides: Sequence[Inside | None]) -> dict[str, Any]:
    from ka_terms.presentation.records import comparison_record  # only json needs it

    return comparison_record(comparison, words, insides)


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
            baseline=old.scenario.scenario,
            baseline_fees=words.money(old.total_fees, currency),
            baseline_ratio=words.percent(old.fee_ratio),
        )
        yield _effects(old, versus, words)


def _effects(old: Statement, versus: Versus, words: Words) -> str:
    """Why the total differs: how much of it the terms make, and how much the plan."""
    total, new = versus.total, versus.statement.scenario
    if total.terms_effect is None or total.plan_effect is None:
        return words.say("effects_unknown", figures=", ".join(versus.uncosted))

    def effect(key: str, amount: Decimal) -> str:
        return words.say(words.by_sign(key, amount), amount=words.money(abs(amount), new.currency))

    terms, plan = effect("terms_effect", total.terms_effect), effect("plan_effect", total.plan_effect)
    if old.scenario.plan == new.plan:
        return words.say("effects_same_plan", terms=terms)
    return words.say("effects", name=new.scenario, terms=terms, plan=plan)


def _notes(comparison: Comparison, words: Words, shown: Sequence[str]) -> Iterator[str]:
    hidden = [key for key in _by_size(comparison) if key not in shown]
    if hidden:
        names = ", ".join(_label(comparison, key, words) for key in hidden)
        yield words.say("unchanged_note", count=len(hidden), names=names)
    yield from opening_notes(comparison.scenarios, words)


def _by_size(comparison: Comparison) -> list[str]:
    """Terms by the largest change against the baseline in any contract; equal ones in the order of the contracts."""
    sizes: dict[str, Decimal] = {}
    for line in (line for statement in comparison.scenarios for line in statement.lines):
        changes = (abs(_difference(versus, line.term).change) for versus in comparison.versus)
        sizes.setdefault(line.term, max(changes, default=Decimal(0)))
    return sorted(sizes, key=lambda key: -sizes[key])


def _difference(versus: Versus, term: str) -> Difference:
    zero = Decimal(0)
    found = (difference for difference in versus.differences if difference.term == term)
    return next(found, Difference(term, (zero, zero), zero, zero))


def _is_unchanged(comparison: Comparison, term: str) -> bool:
    """Whether every contract has the same term at the same cost."""
    terms = [statement.scenario.terms.get(term) for statement in comparison.scenarios]
    same = all(other == terms[0] for other in terms)
    return same and not any(_difference(versus, term).change for versus in comparison.versus)


def _label(comparison: Comparison, term: str, words: Words) -> str:
    lines = (statement.line(term) for statement in comparison.scenarios)
    return words.fee(next(line.fee for line in lines if line))


def _says(statement: Statement, term: str, words: Words) -> str:
    terms = statement.scenario.terms
    return says(terms[term], statement.scenario.plan, words, terms) if term in terms else NOTHING


def _value(statement: Statement, metric: str) -> Decimal | None:
    return statement.average_stores if metric == "stores.average" else METRICS[metric](statement)


def _known(comparison: Comparison) -> list[tuple[str, Kind]]:
    """The measures that at least one of the contracts can give."""
    return [
        (metric, kind)
        for metric, kind in _MEASURES
        if any(_value(statement, metric) is not None for statement in comparison.scenarios)
    ]


def totals_table(comparison: Comparison, words: Words) -> Table:
    """Sales, stores, VPO, fees and ratio of every contract, each with its change against the baseline."""
    columns = [words("measure"), comparison.baseline.scenario.scenario]
    for versus in comparison.versus:
        columns += [versus.statement.scenario.scenario, words("change"), words("change_percent")]
    rows = [
        (text(words.figure(metric)), *_measured(comparison, metric, kind))
        for metric, kind in _known(comparison)
    ]
    return Table(tuple(columns), tuple(rows), title=words("totals"))


def _measured(comparison: Comparison, metric: str, kind: Kind) -> Iterator[Cell]:
    before = _value(comparison.baseline, metric)
    emphasis = _STRONG if metric in ("total_fees", "fee_ratio") else Emphasis.NONE
    yield Cell(before, kind, emphasis=emphasis)
    for versus in comparison.versus:
        after = _value(versus.statement, metric)
        yield Cell(after, kind, emphasis=emphasis)
        yield _change(before, after, kind)
        growth = after / before - 1 if after is not None and before else None
        yield text("") if kind is Kind.RATIO else Cell(growth, Kind.INDEX, signed=True)


def _change(before: Decimal | None, after: Decimal | None, kind: Kind) -> Cell:
    change = None if before is None or after is None else after - before
    return Cell(change, Kind.POINTS if kind is Kind.RATIO else kind, signed=True)


def _effect_cells(difference: Difference, emphasis: Emphasis = Emphasis.NONE) -> tuple[Cell, Cell, Cell]:
    values = (difference.change, difference.terms_effect, difference.plan_effect)
    change, terms, plan = (Cell(value, Kind.MONEY, signed=True, emphasis=emphasis) for value in values)
    return change, terms, plan


def _wide(comparison: Comparison, terms: Sequence[str], words: Words) -> Table:
    """A row a term; for each contract what it says and what it costs, and against the baseline why that differs."""
    baseline = comparison.baseline
    columns = [words("term"), words.say("column_says", name=baseline.scenario.scenario), words("costs")]
    for versus in comparison.versus:
        columns += [words.say("column_says", name=versus.statement.scenario.scenario), words("costs")]
        columns += [words("change"), words("terms_effect"), words("plan_effect")]
    rows = [_wide_row(comparison, term, words) for term in terms]
    total: list[Cell] = [text(words("total_fees"), _STRONG), text("")]
    total.append(Cell(baseline.total_fees, Kind.MONEY, emphasis=_STRONG))
    for versus in comparison.versus:
        total += [text(""), Cell(versus.statement.total_fees, Kind.MONEY, emphasis=_STRONG)]
        total += _effect_cells(versus.total, _STRONG)
    return Table(tuple(columns), (*rows, tuple(total)), title=words("terms"), total_rows=1)


def _wide_row(comparison: Comparison, term: str, words: Words) -> tuple[Cell, ...]:
    old = comparison.baseline
    cells = [text(_label(comparison, term, words)), text(_says(old, term, words)), Cell(old.amount(term), Kind.MONEY)]
    for versus in comparison.versus:
        new = versus.statement
        cells += [text(_says(new, term, words)), Cell(new.amount(term), Kind.MONEY)]
        cells += _effect_cells(_difference(versus, term))
    return tuple(cells)


def _tidy(comparison: Comparison, terms: Sequence[str], words: Words) -> Table:
    """A row a term and contract; the baseline's rows have no change."""
    columns = ("term", "scenario", "says", "costs", "share", "change", "terms_effect", "plan_effect")
    rows = [
        (text(_label(comparison, term, words)), *cells) for term in terms for cells in _tidy_rows(comparison, term, words)
    ]
    return Table(tuple(map(words, columns)), tuple(rows), title=words("terms"))


def _tidy_rows(comparison: Comparison, term: str, words: Words) -> Iterator[tuple[Cell, ...]]:
    for statement, versus in _with_versus(comparison):
        amount = statement.amount(term)
        effects = _effect_cells(_difference(versus, term)) if versus else (text(""), text(""), text(""))
        name, said = statement.scenario.scenario, _says(statement, term, words)
        share = Cell(statement.share(amount), Kind.RATIO)
        yield text(name), text(said), Cell(amount, Kind.MONEY), share, *effects


def _with_versus(comparison: Comparison) -> Iterator[tuple[Statement, Versus | None]]:
    by_identity = {id(versus.statement): versus for versus in comparison.versus}
    return ((statement, by_identity.get(id(statement))) for statement in comparison.scenarios)


def _insides_table(comparison: Comparison, insides: Sequence[Inside | None], words: Words) -> Table:
    """The internal views side by side; contracts whose file keeps nothing private show n/a."""
    metrics = (
        ("margin", Kind.MONEY),
        ("payment_cost", Kind.MONEY),
        ("contribution", Kind.MONEY),
        ("contribution_ratio", Kind.RATIO),
    )
    rows = [
        (text(words(metric)), *(Cell(getattr(inside, metric, None), kind) for inside in insides))
        for metric, kind in metrics
    ]
    for metric in dict.fromkeys(distance.metric for inside in insides if inside for distance in inside.walk_away):
        room = (_room(inside, metric) for inside in insides)
        label = words.say("room_to_walk_away", metric=words(metric))
        rows.append((text(label), *(Cell(value, Kind.MONEY, signed=True) for value in room)))
    names = (statement.scenario.scenario for statement in comparison.scenarios)
    return Table((words("measure"), *names), tuple(rows), title=words("internal"))


def _room(inside: Inside | None, metric: str) -> Decimal | None:
    found = (distance.money for distance in inside.walk_away if distance.metric == metric) if inside else iter(())
    return next(found, None)


def _flat(comparison: Comparison, layout: str, words: Words) -> Table:
    """All measures and terms as one table under keys: contracts beside each other, or one row each."""
    return (_flat_wide if layout == "wide" else _flat_tidy)(comparison, words)


def _flat_wide(comparison: Comparison, words: Words) -> Table:
    name = comparison.baseline.scenario.scenario
    columns = ["item", "label", f"{name}: says", name]
    for versus in comparison.versus:
        name = versus.statement.scenario.scenario
        columns += [f"{name}: says", name, f"{name}: change", f"{name}: terms_effect", f"{name}: plan_effect"]
    terms = [(text(term), *_wide_row(comparison, term, words)) for term in _by_size(comparison)]
    totals = []
    for metric, kind in _known(comparison):
        cells = [text(metric), text(words.figure(metric)), text(""), Cell(_value(comparison.baseline, metric), kind)]
        for versus in comparison.versus:
            before, after = _value(comparison.baseline, metric), _value(versus.statement, metric)
            effects = _effect_cells(versus.total)[1:] if metric == "total_fees" else (text(""), text(""))
            cells += [text(""), Cell(after, kind), _change(before, after, kind), *effects]
        totals.append(tuple(cells))
    return Table(tuple(columns), (*terms, *totals))


def _flat_tidy(comparison: Comparison, words: Words) -> Table:
    columns = ("term", "label", "scenario", "says", "amount", "ratio", "change", "terms_effect", "plan_effect")
    rows = [
        (text(term), text(_label(comparison, term, words)), *cells)
        for term in _by_size(comparison)
        for cells in _tidy_rows(comparison, term, words)
    ]
    for statement, versus in _with_versus(comparison):
        effects = _effect_cells(versus.total) if versus else (text(""), text(""), text(""))
        amount, share = Cell(statement.total_fees, Kind.MONEY), Cell(statement.fee_ratio, Kind.RATIO)
        label, name = text(words("total_fees")), text(statement.scenario.scenario)
        rows.append((text("total_fees"), label, name, text(""), amount, share, *effects))
    return Table(columns, tuple(rows))
