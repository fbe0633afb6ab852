"""The workbook of one contract, and of several side by side: which sheets it has, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ka_terms.presentation.numbers import Unit
from ka_terms.presentation.sheet import Sheet, Workbook, sheet_names
from ka_terms.presentation.words import Words
from ka_terms.presentation.workbook.cases import LowerSalesSheet
from ka_terms.presentation.workbook.comparison import ComparisonSheet, OldTermsSheet
from ka_terms.presentation.workbook.inputs import InputSheet
from ka_terms.presentation.workbook.months import month_sheets
from ka_terms.presentation.workbook.statements import InUnit, StatementSheet

if TYPE_CHECKING:
    from ka_terms.analysis.comparison import Comparison
    from ka_terms.analysis.living import LivingContract


def statement_workbook(contract: LivingContract, words: Words, unit: Unit) -> Workbook:
    """One contract: its statement, its inputs, and what it comes to at lower sales."""
    statement = contract.statement
    words = words.of(statement.scenario)
    names = sheet_names(
        [
            words("workbook.inputs"),
            words("workbook.lower"),
            statement.scenario.scenario,
            words("workbook.months"),
        ]
    )
    in_unit = InUnit(unit)
    inputs = InputSheet(names[0], [contract], words)
    shown = StatementSheet(names[2], 0, statement, inputs, words, in_unit)
    lower = LowerSalesSheet(names[1], [contract], [shown], inputs, words, in_unit)
    months = month_sheets([contract], [shown], [names[3]], words, in_unit)
    sheets = (shown.sheet, inputs.sheet, *months, lower.sheet)
    return Workbook(sheets, statement.scenario.scenario)


def comparison_workbook(
    comparison: Comparison, contracts: Sequence[LivingContract], words: Words, unit: Unit
) -> Workbook:
    """Several contracts: the comparison on top, then the inputs, a statement of each, and lower sales."""
    statements = [contract.statement for contract in contracts]
    scenarios = [statement.scenario for statement in statements]
    words, in_unit = words.of(*scenarios), InUnit(unit)
    baseline = comparison.baseline.scenario.scenario
    old_names = [
        words.say("workbook.old_terms", name=versus.statement.scenario.scenario, baseline=baseline)
        for versus in comparison.versus
    ]
    fixed = [words(f"workbook.{key}") for key in ("comparison", "inputs", "lower")]
    count, own = len(scenarios), [scenario.scenario for scenario in scenarios]
    by_month = [words.say("workbook.months_of", name=name) for name in own]
    top, of_inputs, of_lower, *rest = sheet_names([*fixed, *own, *by_month, *old_names])
    names, of_months, old_names = rest[:count], rest[count : 2 * count], rest[2 * count :]
    inputs = InputSheet(of_inputs, contracts, words)
    shown = [
        StatementSheet(name, at, statement, inputs, words, in_unit)
        for at, (name, statement) in enumerate(zip(names, statements, strict=True))
    ]
    places = {id(statement): at for at, statement in enumerate(statements)}
    old = places[id(comparison.baseline)]
    old_terms = {
        id(versus.statement): OldTermsSheet(name, versus, (old, places[id(versus.statement)]), inputs, words)
        for name, versus in zip(old_names, comparison.versus, strict=True)
    }
    by_statement = {id(statement): sheet for statement, sheet in zip(statements, shown, strict=True)}
    beside = ComparisonSheet(top, comparison, by_statement, old_terms, words, in_unit)
    lower = LowerSalesSheet(of_lower, contracts, shown, inputs, words, in_unit)
    months = month_sheets(contracts, shown, of_months, words, in_unit)
    sheets: list[Sheet] = [beside.sheet, inputs.sheet, *(each.sheet for each in shown), *months, lower.sheet]
    sheets += [each.sheet for each in old_terms.values()]
    return Workbook(tuple(sheets), " · ".join(scenario.scenario for scenario in scenarios))
