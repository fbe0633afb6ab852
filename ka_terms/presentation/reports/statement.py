"""A statement as a report: the plan, every fee with its calculation, the totals, and the tiers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ka_terms.model.vocabulary.metrics import TOTALS
from ka_terms.model.vocabulary.parameters import Parameter
from ka_terms.presentation.fields import Field, In, cells, filled, flat, headers, in_order, record, table
from ka_terms.presentation.reports.cases import OUTER, case_fields, cases_record, cases_table
from ka_terms.presentation.reports.charts.natures import natures
from ka_terms.presentation.reports.internal import (
    internal_banner,
    internal_record,
    internal_rows,
    internal_table,
)
from ka_terms.presentation.reports.notes import conditions_table, notes, warning_records
from ka_terms.presentation.reports.sums import sums_table
from ka_terms.presentation.reports.tier_fields import tier_fields
from ka_terms.presentation.reports.titles import title_with_start
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table, text
from ka_terms.presentation.wording.explanations import brief_explanation, explanation
from ka_terms.presentation.wording.kinds import kind_of_figure
from ka_terms.presentation.wording.metric_words import metric_cell
from ka_terms.presentation.wording.periods import named_with_start, period
from ka_terms.presentation.wording.terms import says_of
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.assessment import Assessment, PlanFigure
    from ka_terms.calculation.rule_status import RuleStatus
    from ka_terms.calculation.statement import Line, Statement
    from ka_terms.calculation.tier_status import TierStatus
    from ka_terms.model.contract.scenario import Scenario
    from ka_terms.model.contract.terms.terms import Term
    from ka_terms.model.contract.terms.together import Group

_RULE: tuple[Field[RuleStatus], ...] = (
    Field["RuleStatus"]("path", lambda status: str(Parameter(status.field, rule=status.position))),
    Field("rule", lambda status: str(status.rule)),
    Field("figure", lambda status: status.rule.path),
    *map(Field["RuleStatus"], ("bound", "measured", "holds")),
)
"""What programs are told of a rule."""
_OF_CONTRACT = ("scenario", "account", "year", "status", "currency", "rounding")
_LEFT = TOTALS["net_net_sales"]
_TOTALS = (
    (TOTALS["total_fees"], TOTALS["fee_ratio"]),
    (TOTALS["sales"], None),
    (_LEFT, _LEFT.as_share()),
    (TOTALS["vpo"], None),
    (TOTALS["fees_a_store"], None),
)
"""Every total with its share of sales, where that says anything."""


def statement_report(contract: Assessment, words: Words) -> Report:
    """Everything `show` says of one contract."""
    statement, scenario = contract.statement, contract.scenario
    further = (
        cases_table(contract.cases, words),
        _tiers_table(statement, words),
        conditions_table([scenario], words),
    )
    return Report(
        headline=(_headline(statement, words),),
        tables=[
            _plan_table(contract, words),
            _fees_table(statement, words),
            sums_table(statement, words),
            *(table for table in further if table.rows),
            *([internal_table(contract.internal_view, words)] if contract.internal_view else []),
        ],
        notes=notes(words, warned=[contract], estimated=[scenario], opened=[contract]),
        flat=_flat(contract, words),
        record=lambda: statement_record(contract, words),
        title=title_with_start(scenario, words),
        internal=internal_banner([contract], words),
        currency=scenario.currency,
        charts=(natures([statement], words),),
    )


def _headline(statement: Statement, words: Words) -> str:
    key = "show_headline" if statement.fee_ratio is not None else "show_headline_without_ratio"
    return words.say(
        key,
        name=named_with_start(statement.scenario, words),
        fees=words.money(statement.total_fees, statement.scenario.currency),
        ratio=words.percent(statement.fee_ratio),
    )


def _line_fields(scenario: Scenario, words: Words) -> list[Field[Line]]:
    """A line in the order of csv."""
    return [
        Field("term", places=In.PROGRAMS),
        Field("label", lambda line: words.fee(line.fee), label="term"),
        Field("category", lambda line: line.fee.category, places=In.PROGRAMS),
        Field("amount", kind=Kind.MONEY, label="costs"),
        Field("ratio", kind=Kind.RATIO, label="share"),
        Field("driven_by", places=In.PROGRAMS),
        Field("nature", lambda line: line.fee.nature, places=In.PROGRAMS),
        Field("conditional", lambda line: line.fee.conditional, places=In.PROGRAMS),
        Field("paid", lambda line: line.fee.paid, places=In.JSON),
        Field("to", lambda line: line.fee.to, places=In.JSON),
        Field("note", lambda line: _note(scenario.fees[line.term], words), places=In.JSON),
        Field("owed", places=In.PROGRAMS),
        Field("sales_driven", places=In.JSON),
        Field("says", lambda line: says_of(line.term, scenario, words), places=In.ROWS),
        Field(
            "explanation",
            lambda line: explanation(line, words),
            emphasis=Emphasis.MUTED,
            shown=lambda line: text(brief_explanation(line, words), Emphasis.MUTED),
        ),
        Field("due", lambda line: line.is_due, places=In.JSON),
        Field("would_cost", places=In.JSON),
        Field("type", lambda line: _type(line, words), places=In.TABLE, label="nature"),
    ]


def _note(fee: Term | Group, words: Words) -> str | None:
    """What the contract remarks on a term, in the first language."""
    return None if fee.note is None else words.in_language(fee.note)


def _type(line: Line, words: Words) -> str:
    """fixed, sales-driven or volume-driven; and its grade, which a group need not have."""
    grade = line.fee.nature
    if grade is None:
        return words(line.driven_by)
    return words.joined(lambda one: one.say("join.list").join([one(line.driven_by), one.within(one(grade))]))


def _plan_table(contract: Assessment, words: Words) -> Table:
    """The plan; beside last year's and the growth on it where the plan gives them."""
    last_year = contract.scenario.plan.last_year is not None
    rows = [
        (
            text(words.figure(figure.path)),
            Cell(figure.value, kind_of_figure(figure.kind)),
            *(_last_year(figure) if last_year else ()),
        )
        for figure in contract.plan
    ]
    vpo = contract.vpo
    before = (Cell(vpo.last_year, Kind.AVERAGE), Cell(vpo.growth, Kind.INDEX)) if last_year else ()
    rows.append((text(words("vpo")), Cell(vpo.value, Kind.AVERAGE), *before))
    columns = ("figure", "plan", *(("last_year", "growth_index") if last_year else ()))
    return Table(tuple(map(words, columns)), tuple(rows), title=words("plan"))


def _last_year(figure: PlanFigure) -> tuple[Cell, Cell]:
    """Last year's figure and the growth on it; no growth of a share or on nothing."""
    kind = kind_of_figure(figure.kind)
    if figure.last_year is None:
        return text(""), text("")
    grows = figure.growth is not None and kind is not Kind.RATIO
    return Cell(figure.last_year, kind), Cell(figure.growth, Kind.INDEX) if grows else text("")


def _fees_table(statement: Statement, words: Words) -> Table:
    """Every fee: what the contract says, how it comes about, what it costs and its share of sales."""
    # What a contract says and how that comes to the amount stand before it.
    fields = in_order(_line_fields(statement.scenario, words), "label", "says", "explanation")
    amount, ratio = (metric_cell(statement, TOTALS[name]) for name in ("total_fees", "fee_ratio"))
    label = text(words("total_fees"), Emphasis.STRONG)
    fees = table(fields, statement.lines, words, words("fees"))
    total = filled(fields, In.TABLE, label=label, amount=amount, ratio=ratio)
    return fees._replace(rows=(*fees.rows, total), total_rows=1)


def _tiers_table(statement: Statement, words: Words) -> Table:
    """How far the plan is from each tier."""
    fields = tier_fields(words)
    rows = (
        (text(name if position == 0 else ""), *cells(fields, status))
        for line in statement.lines
        for name, statuses in _tiers_of(line, statement, words)
        for position, status in enumerate(statuses)
    )
    return Table((words("term"), *headers(fields, words)), tuple(rows), title=words("tiers"))


def _tiers_of(line: Line, statement: Statement, words: Words) -> Iterator[tuple[str, Sequence[TierStatus]]]:
    """The tiers of a line under its name; of a term that is settled by period those of each settlement."""
    yield words.fee(line.fee), statement.tiers.get(line.term, ())
    for settlement in line.settlements:
        name = words.say(
            "join.value",
            name=words.fee(line.fee),
            value=period(settlement.months, settlement.calendar, words),
        )
        yield name, settlement.tiers


def _flat(contract: Assessment, words: Words) -> Table:
    """One row a term, then one a total; `term` holds keys, so that a program can find its row.

    Where the plan has estimates, further columns hold the low and the high case.
    """
    fields = [*_line_fields(contract.scenario, words), *case_fields(contract.cases)]
    lines = flat(fields, contract.statement.lines)
    return lines._replace(rows=(*lines.rows, *_total_rows(contract, fields, words)))


def _total_rows(
    contract: Assessment, fields: Sequence[Field[Line]], words: Words
) -> Iterator[tuple[Cell, ...]]:
    outer = {case: dict(_totals(contract.cases[case])) for case in OUTER if contract.cases}
    for key, (amount, ratio) in _totals(contract.statement):
        known = {"term": text(key), "label": text(words(key)), "amount": amount, "ratio": ratio}
        for case, totals in outer.items():
            known[f"amount_{case}"], known[f"ratio_{case}"] = totals[key]
        yield filled(fields, In.CSV, **known)
    for key, label, (cell,) in internal_rows([contract], words):
        column = {"ratio" if cell.kind is Kind.RATIO else "amount": cell}
        yield filled(fields, In.CSV, term=text(key), label=text(label), **column)


def _line_record(fields: Sequence[Field[Line]], line: Line) -> dict[str, Any]:
    """A line under the keys of json, of a group with its members."""
    settlements = [
        {"months": list(settlement.calendar), "amount": settlement.amount} for settlement in line.settlements
    ]
    return {
        **record(fields, line),
        **({"members": list(line.members)} if line.members else {}),
        **({"settlements": settlements} if settlements else {}),
    }


def _totals(statement: Statement) -> Iterator[tuple[str, tuple[Cell, Cell]]]:
    for metric, share in _TOTALS:
        value = statement.value(share) if share else None
        ratio = text("") if value is None else Cell(value, Kind.RATIO)
        yield metric.name, (metric_cell(statement, metric), ratio)


def statement_record(contract: Assessment, words: Words) -> dict[str, Any]:
    """A statement that stands for itself: with the plan and the terms it came from, it can be costed again."""
    statement, scenario, of_tier = contract.statement, contract.scenario, tier_fields(words)
    first = ("term", "label", "category", "nature", "conditional", "sales_driven", "driven_by")
    of_line = in_order(_line_fields(scenario, words), *first)
    return {
        "format_version": FORMAT_VERSION,
        **{key: getattr(scenario, key) for key in _OF_CONTRACT},
        **({"signed": scenario.signed.isoformat()} if scenario.signed else {}),
        "sales": statement.sales,
        "stores": dict(statement.stores) if statement.stores else None,
        "vpo": statement.vpo,
        "vpo_volume": statement.vpo_volume,
        "lines": [_line_record(of_line, line) for line in statement.lines],
        **{
            key: getattr(statement, key)
            for key in ("total_fees", "fee_ratio", "fees_a_store", "net_net_sales")
        },
        "growth": statement.growth and statement.growth._asdict(),
        **({"cases": cases_record(contract.cases)} if contract.cases else {}),
        "tiers": {
            term: [record(of_tier, status) for status in tiers] for term, tiers in statement.tiers.items()
        },
        "rules": {
            line.term: [record(_RULE, status) for status in line.rules]
            for line in statement.lines
            if line.rules
        },
        "warnings": warning_records(contract),
        "plan": contract.resolved_plan,
        "terms": contract.stated_terms,
        **({"together": contract.stated_groups} if scenario.together else {}),
        "labels": dict(scenario.labels),
        "conditions": dict(scenario.conditions),
        **({"inside": internal_record(contract.internal_view, words)} if contract.internal_view else {}),
    }
