"""A contract at the low, likely and high of what its plan estimates: tables of one and several, rows for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ka_terms.model.contract.plan.estimate import CASES, Case
from ka_terms.model.vocabulary.metrics import Metric, metric_of, term_metric
from ka_terms.presentation.fields import Field, In, record
from ka_terms.presentation.table import Cell, Kind, Table
from ka_terms.presentation.wording.metric_words import label_cell, metric_cell
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.assessment import Cases
    from ka_terms.calculation.statement import Line, Statement

OUTER: tuple[Case, ...] = ("low", "high")
"""The cases shown beside the likely one."""
_PLAN = tuple(metric_of(name, ()) for name in ("sales", "stores.average", "vpo"))
_RESULT = tuple(metric_of(name, ()) for name in ("total_fees", "fee_ratio", "net_net_sales"))
_TOTALS = (_PLAN[0], *_RESULT)
_LINE: tuple[Field[Line], ...] = (Field("term"), Field("amount"), Field("ratio"))
CaseRow = tuple[str, str, tuple[Cell | None, ...]]
"""Key, label and one cell a contract; None where it estimates nothing."""


def cases_table(cases: Cases, words: Words) -> Table:
    """Plan, every fee and totals of one contract in the three cases; no rows where nothing is uncertain."""
    columns = (words("measure"), *(words(f"case.{case}") for case in CASES))
    statements = [*cases.values()]
    terms = [term_metric(line.term) for line in statements[0].lines] if cases else []
    rows = (_row(statements, metric, words) for metric in (*_PLAN, *terms, *_RESULT) if cases)
    return Table(columns, tuple(rows), title=words("cases"))


def _row(statements: Sequence[Statement], metric: Metric, words: Words) -> tuple[Cell, ...]:
    values = (metric_cell(statement, metric) for statement in statements)
    return label_cell(metric, words), *values


def cases_beside(contracts: Sequence[Cases], words: Words) -> Table:
    """Totals of several contracts, three columns for each that estimates anything; no rows where none does."""
    labels = {case: words.within(words.first(f"case.{case}")) for case in CASES}
    pairs = [pair for cases in contracts for pair in cases.items()]
    statements = [statement for _, statement in pairs]
    columns = [
        words.say("column_case", name=statement.scenario.scenario, case=labels[case])
        for case, statement in pairs
    ]
    rows = [_row(statements, metric, words) for metric in _TOTALS if statements]
    return Table((words("measure"), *columns), tuple(rows), title=words("cases"))


def case_rows(contracts: Sequence[Cases], words: Words) -> Iterator[CaseRow]:
    """Totals in the low and the high case under keys such as `total_fees.low`; none where nothing is uncertain."""
    for metric in _TOTALS if any(contracts) else ():
        for case in OUTER:
            cells = (metric_cell(cases[case], metric) if cases else None for cases in contracts)
            yield f"{metric.name}.{case}", words.qualified(metric.name, f"case.{case}"), tuple(cells)


def case_fields(cases: Cases) -> list[Field[Line]]:
    """What csv tells of a line beside its likely case: amount and ratio in the low and the high case."""
    return [field for case in OUTER if cases for field in _case_fields(case, cases[case])]


def _case_fields(case: Case, statement: Statement) -> tuple[Field[Line], ...]:
    def amount(line: Line) -> Decimal:
        return statement.amount(line.term)

    return (
        Field(f"amount_{case}", amount, Kind.MONEY, In.CSV),
        Field(f"ratio_{case}", lambda line: statement.share(amount(line)), Kind.RATIO, In.CSV),
    )


def cases_record(cases: Cases) -> dict[str, Any]:
    """The low and the high case as json has them."""
    return {
        case: {
            **{metric.name: cases[case].value(metric) for metric in (*_TOTALS, _PLAN[-1])},
            "lines": [record(_LINE, line) for line in cases[case].lines],
        }
        for case in OUTER
    }
