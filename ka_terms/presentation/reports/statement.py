"""A statement as a report: the plan, every fee with its calculation, the totals, and the tiers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ka_terms.model.vocabulary.metrics import TOTALS
from ka_terms.presentation.fields import In, cells, filled, headers, table
from ka_terms.presentation.reports.cases import cases_table
from ka_terms.presentation.reports.internal import internal_banner, internal_table
from ka_terms.presentation.reports.notes import conditions_table, notes
from ka_terms.presentation.reports.statement_fields import line_fields_for_people, tier_fields
from ka_terms.presentation.reports.statement_rows import flat_table
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table, text
from ka_terms.presentation.wording.kinds import figure_kind
from ka_terms.presentation.wording.metric_words import metric_cell
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.assessment import Assessment, PlanFigure
    from ka_terms.analysis.placed_doubts import FileDoubts
    from ka_terms.calculation.statement import Statement

_STRONG = Emphasis.STRONG


def statement_report(contract: Assessment, words: Words, files: Iterable[FileDoubts] = ()) -> Report:
    """Everything `show` says of one contract; `files` are the doubts about the file that it was read from."""
    statement, view = contract.statement, contract.internal_view
    tables = [plan_table(contract, words), fees_table(statement, words), nature_table(statement, words)]
    tables += [*_optional(cases_table(contract.cases, words)), *_optional(tiers_table(statement, words))]
    tables += _optional(conditions_table([statement.scenario], words))
    if view:
        tables.append(internal_table(view, words))
    return Report(
        headline=(_headline(statement, words),),
        tables=tables,
        notes=notes(words, warned=[contract], estimated=[contract.scenario], opened=[contract], files=files),
        flat=flat_table(contract, words),
        record=lambda: _record(contract, words),
        title=_title(statement, words),
        internal=internal_banner([contract], words),
    )


def _record(contract: Assessment, words: Words) -> dict[str, Any]:
    from ka_terms.presentation.reports.records import statement_record  # only json needs it

    return statement_record(contract, words)


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


def plan_table(contract: Assessment, words: Words) -> Table:
    """The plan; beside last year's and the growth on it where the plan gives them."""
    last_year = contract.scenario.plan.last_year is not None
    rows = [
        (
            text(words.figure(figure.path)),
            Cell(figure.value, figure_kind(figure.path)),
            *(_last_year(figure) if last_year else ()),
        )
        for figure in contract.plan
    ]
    vpo = contract.vpo
    before = (Cell(vpo.last_year, Kind.AVERAGE), Cell(vpo.growth, Kind.INDEX)) if last_year else ()
    rows.append((text(words("vpo")), Cell(vpo.value, Kind.AVERAGE), *before))
    columns = [words("figure"), words("plan")]
    if last_year:
        columns += [words("last_year"), words("growth_index")]
    return Table(tuple(columns), tuple(rows), title=words("plan"))


def _last_year(figure: PlanFigure) -> tuple[Cell, Cell]:
    """Last year's figure and the growth on it; no growth of a share or on nothing."""
    kind = figure_kind(figure.path)
    if figure.last_year is None:
        return text(""), text("")
    grows = figure.growth is not None and kind is not Kind.RATIO
    return Cell(figure.last_year, kind), Cell(figure.growth, Kind.INDEX) if grows else text("")


def fees_table(statement: Statement, words: Words) -> Table:
    """Every fee: what the contract says, how it comes about, what it costs and its share of sales."""
    fields = line_fields_for_people(statement.scenario, words)
    amount, ratio = (metric_cell(statement, TOTALS[name]) for name in ("total_fees", "fee_ratio"))
    label = text(words("total_fees"), _STRONG)
    fees = table(fields, statement.lines, words, words("fees"))
    total = filled(fields, In.TABLE, label=label, amount=amount, ratio=ratio)
    return fees._replace(rows=(*fees.rows, total), total_rows=1)


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
    """How far the plan is from each tier."""
    fields = tier_fields(words)
    rows = (
        (text(words.fee(line.fee) if position == 0 else ""), *cells(fields, status))
        for line in statement.lines
        for position, status in enumerate(statement.tiers.get(line.term, ()))
    )
    return Table((words("term"), *headers(fields, words)), tuple(rows), title=words("tiers"))
