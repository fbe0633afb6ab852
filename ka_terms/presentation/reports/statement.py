"""A statement as a report: the plan, every fee with how it comes about, what it all comes to, and the tiers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from ka_terms.analysis.cases import cases_of
from ka_terms.analysis.internal import InternalView
from ka_terms.analysis.ladder.warnings import NEAR
from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.figures import stated
from ka_terms.calculation.readings.exact import ratio
from ka_terms.calculation.statement import Line, Statement
from ka_terms.calculation.tier_status import TierStatus
from ka_terms.model.contract.plan import Plan
from ka_terms.model.vocabulary.figures import GROWTH, LAST_YEAR
from ka_terms.model.vocabulary.metrics import TOTALS
from ka_terms.presentation.reports.cases import cases_table, likely_notes
from ka_terms.presentation.reports.internal import internal_table
from ka_terms.presentation.reports.notes import conditions_table, opening_notes
from ka_terms.presentation.reports.statement_rows import flat_table
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table, text
from ka_terms.presentation.wording.explanation import explain
from ka_terms.presentation.wording.kinds import figure_kind
from ka_terms.presentation.wording.metric_words import metric_cell
from ka_terms.presentation.wording.terms import says_of, tier_says
from ka_terms.presentation.wording.warnings import warning_notes
from ka_terms.presentation.words import Words

_STRONG = Emphasis.STRONG
_FOLLOWING = ("net_sales", "sales_incl_tax", "stores.closing", "stores.average", "skus.total")


def statement_report(
    statement: Statement,
    words: Words,
    internal_view: InternalView | None = None,
    notes: Sequence[str] = (),
    near: Decimal = NEAR,
) -> Report:
    """Everything `show` says of one contract; with `internal_view` also what must not leave the house.

    `near` is the distance from a tier's bound, as a share of it, within which there is a warning.
    """
    tables = [plan_table(statement, words), fees_table(statement, words), nature_table(statement, words)]
    cases = cases_of(statement)
    tables += [*_optional(cases_table(cases, words)), *_optional(tiers_table(statement, words))]
    tables += _optional(conditions_table([statement], words))
    if internal_view:
        tables.append(internal_table(internal_view, words))
    return Report(
        headline=(_headline(statement, words),),
        tables=tables,
        notes=(
            *warning_notes([statement], words, near),
            *likely_notes([statement], words),
            *opening_notes([statement], words),
            *notes,
        ),
        flat=flat_table(statement, words, internal_view, cases),
        record=lambda: _record(statement, words, internal_view, near),
        title=_title(statement, words),
        internal=words.say("internal_banner") if internal_view else "",
    )


def _record(
    statement: Statement, words: Words, internal_view: InternalView | None, near: Decimal
) -> dict[str, Any]:
    from ka_terms.presentation.reports.records import statement_record  # only json needs it

    return statement_record(statement, words, internal_view, near)


def _optional(table: Table) -> list[Table]:
    return [table] if table.rows else []


def _title(statement: Statement, words: Words) -> str:
    scenario = statement.scenario
    parts = (scenario.scenario, scenario.account, scenario.year, words(scenario.status), scenario.currency)
    return " · ".join(str(part) for part in parts if part is not None)


def _headline(statement: Statement, words: Words) -> str:
    key = "show_headline" if statement.fee_ratio is not None else "show_headline_without_ratio"
    return words.say(
        key,
        name=statement.scenario.scenario,
        fees=words.money(statement.total_fees, statement.scenario.currency),
        ratio=words.percent(statement.fee_ratio),
    )


def plan_paths(plan: Plan) -> list[str]:
    """The figures of a plan worth a row: those it states, and those that follow."""
    given = [path for path in stated(plan) if not path.startswith(LAST_YEAR) and path != GROWTH]
    derived = [
        path
        for path, value in zip(_FOLLOWING, exact_figures(plan, *_FOLLOWING), strict=True)
        if value is not None
    ]
    order = ["sales", *(path for path in given if path != "sales")]
    for path in derived:
        group = path.partition(".")[0]
        after = max((at for at, known in enumerate(order) if known.partition(".")[0] == group), default=0)
        order.insert(after + 1, path)
    return order


def plan_table(statement: Statement, words: Words) -> Table:
    """The plan; beside last year's and the growth on it where the plan gives them."""
    plan = statement.scenario.plan
    paths = plan_paths(plan)
    values = dict(zip(paths, exact_figures(plan, *paths), strict=True))
    before = dict(zip(paths, exact_figures(plan, *(LAST_YEAR + path for path in paths)), strict=True))
    rows = [
        (
            text(words.figure(path)),
            Cell(values[path], figure_kind(path)),
            *_last_year(path, values[path], before[path], plan),
        )
        for path in paths
    ]
    rows.append((text(words("vpo")), metric_cell(statement, TOTALS["vpo"]), *_last_year_vpo(statement)))
    columns = [words("figure"), words("plan")]
    if plan.last_year:
        columns += [words("last_year"), words("growth_index")]
    return Table(tuple(columns), tuple(rows), title=words("plan"))


def _last_year(path: str, value: Decimal | None, before: Decimal | None, plan: Plan) -> tuple[Cell, ...]:
    if plan.last_year is None:
        return ()
    if before is None:
        return text(""), text("")
    growth = (
        Cell(ratio(value, before), Kind.INDEX) if figure_kind(path) is not Kind.RATIO and before else text("")
    )
    return Cell(before, figure_kind(path)), growth


def _last_year_vpo(statement: Statement) -> tuple[Cell, ...]:
    plan, growth = statement.scenario.plan, statement.growth
    if growth is None:
        return ()
    before = ratio(*exact_figures(plan, LAST_YEAR + "sales", LAST_YEAR + "stores.average"))
    return Cell(before, Kind.AVERAGE), Cell(growth.vertical, Kind.INDEX)


def fees_table(statement: Statement, words: Words) -> Table:
    """Every fee: what the contract says, how it comes about, what it costs and its share of sales."""
    rows = [
        (
            text(words.fee(line.fee)),
            text(says_of(line.term, statement.scenario, words)),
            text(explain(line.formula, words), Emphasis.MUTED),
            Cell(line.amount, Kind.MONEY),
            Cell(line.ratio, Kind.RATIO),
            text(nature(line, words)),
        )
        for line in statement.lines
    ]
    total = (
        text(words("total_fees"), _STRONG),
        text(""),
        text(""),
        *(metric_cell(statement, TOTALS[name]) for name in ("total_fees", "fee_ratio")),
        text(""),
    )
    columns = (
        words("term"),
        words("says"),
        words("explanation"),
        words("costs"),
        words("share"),
        words("nature"),
    )
    return Table(columns, (*rows, total), title=words("fees"), total_rows=1)


def nature(line: Line, words: Words) -> str:
    """fixed, sales-driven or volume-driven; conditional or unconditional."""
    condition = "conditional" if line.fee.conditional else "unconditional"
    return words.joined(
        lambda one: one.say("join.comma").join([one(line.driven_by), one.within(one(condition))])
    )


def nature_table(statement: Statement, words: Words) -> Table:
    """Fees by what drives them, unconditional against conditional, and what is left of sales."""
    by_volume = any(line.driven_by == "volume_driven" for line in statement.lines)
    parts = (
        ("fixed", statement.total(lambda line: line.driven_by == "fixed")),
        ("sales_driven", statement.total(lambda line: line.sales_driven)),
        *(
            [("volume_driven", statement.total(lambda line: line.driven_by == "volume_driven"))]
            if by_volume
            else []
        ),
        ("unconditional", statement.total(lambda line: not line.fee.conditional)),
        ("conditional", statement.total(lambda line: line.fee.conditional)),
    )
    rows = [
        (text(words(key)), Cell(amount, Kind.MONEY), Cell(statement.share(amount), Kind.RATIO))
        for key, amount in parts
    ]
    rows.append((text(words("fees_a_store")), metric_cell(statement, TOTALS["fees_a_store"]), text("")))
    left = TOTALS["net_net_sales"]
    amount, share = (metric_cell(statement, metric) for metric in (left, left.as_share()))
    rows.append((text(words(left.name)), amount, share))
    return Table((words("measure"), words("amount"), words("share")), tuple(rows), title=words("result"))


def tiers_table(statement: Statement, words: Words) -> Table:
    """How far the plan is from each tier: what is still missing, or how far it is beyond the bound."""
    rows = [
        (
            text(words.fee(line.fee) if position == 0 else ""),
            text(tier_says(status.tier, status.term, words)),
            Cell(status.bound, figure_kind(status.quantity)),
            text(words("reached" if status.reached else "not_reached")),
            *_how_far(status),
        )
        for line in statement.lines
        for position, status in enumerate(statement.tiers.get(line.term, ()))
    ]
    columns = tuple(map(words, ("term", "tier", "bound", "status", "to_go", "beyond")))
    return Table(columns, tuple(rows), title=words("tiers"))


def _how_far(status: TierStatus) -> tuple[Cell, Cell]:
    distance = Cell(abs(status.distance), figure_kind(status.quantity))
    return (text(""), distance) if status.reached else (distance, text(""))
