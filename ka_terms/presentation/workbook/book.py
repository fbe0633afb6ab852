"""The workbook of one contract, and of several side by side: which sheets it has, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from ka_terms.presentation.sheet import Workbook, sheet_names
from ka_terms.presentation.words import Words
from ka_terms.presentation.workbook.cases import LowerSalesSheet
from ka_terms.presentation.workbook.comparison import ComparisonSheet, OldTermsSheet
from ka_terms.presentation.workbook.contract_sheet import contract_sheet
from ka_terms.presentation.workbook.inputs import InputSheet
from ka_terms.presentation.workbook.months import month_sheets
from ka_terms.presentation.workbook.setting import Setting
from ka_terms.presentation.workbook.statements import StatementSheet
from ka_terms.reading.sent_workbook import COMPARISON, STATEMENT, Sent

if TYPE_CHECKING:
    from ka_terms.analysis.comparison import Comparison
    from ka_terms.analysis.workbook.living import LivingContract
    from ka_terms.model.contract.scenario import Scenario


def statement_workbook(contract: LivingContract, setting: Setting, text: str = "") -> Workbook:
    """One contract: its statement, its inputs, its months, and what it comes to at lower sales.

    `text` is the contract as the text of a file, from which the workbook can be read back; without it, it cannot.
    """
    scenario = contract.statement.scenario
    setting = setting._replace(words=setting.words.of(scenario))
    words = setting.words
    fixed = (words(f"workbook.{key}") for key in ("inputs", "lower", "months", "contracts"))
    of_inputs, of_lower, of_months, of_contracts, name = sheet_names([*fixed, scenario.scenario])
    inputs = InputSheet(of_inputs, [contract], setting)
    shown = StatementSheet(name, 0, contract.statement, inputs, setting)
    lower = LowerSalesSheet(of_lower, [contract], [shown], inputs, setting)
    months = month_sheets([contract], [shown], [of_months], setting)
    sheets = [shown.sheet, inputs.sheet, *months, lower.sheet]
    if text:
        sent = _sent(scenario, of_inputs, setting, text, kind=STATEMENT)
        sheets.append(contract_sheet(of_contracts, [sent], setting))
    return Workbook(tuple(sheets), scenario.scenario)


def _sent(
    scenario: Scenario, inputs: str, setting: Setting, text: str, *, kind: str, is_baseline: bool = False
) -> Sent:
    languages, unit = ",".join(setting.words.languages), setting.unit.label or "1"
    return Sent(scenario.scenario, inputs, languages, unit, kind, is_baseline, text)


def comparison_workbook(
    comparison: Comparison, contracts: Sequence[LivingContract], setting: Setting, texts: Sequence[str] = ()
) -> Workbook:
    """Several contracts: the comparison on top, then the inputs, a statement of each, its months, and lower sales.

    `texts` are as in `statement_workbook`, one for each contract.
    """
    statements = [contract.statement for contract in contracts]
    scenarios = [statement.scenario for statement in statements]
    setting = setting._replace(words=setting.words.of(*scenarios))
    names = _names(comparison, scenarios, setting.words)
    inputs = InputSheet(names.inputs, contracts, setting)
    shown = [
        StatementSheet(name, at, statement, inputs, setting)
        for at, (name, statement) in enumerate(zip(names.statements, statements, strict=True))
    ]
    places = {id(statement): at for at, statement in enumerate(statements)}
    old = places[id(comparison.baseline)]
    old_terms = {
        id(versus.statement): OldTermsSheet(
            name, versus, (old, places[id(versus.statement)]), inputs, setting
        )
        for name, versus in zip(names.old_terms, comparison.versus, strict=True)
    }
    by_statement = {id(statement): sheet for statement, sheet in zip(statements, shown, strict=True)}
    top = ComparisonSheet(names.comparison, comparison, by_statement, old_terms, setting)
    lower = LowerSalesSheet(names.lower, contracts, shown, inputs, setting)
    sheets = [top.sheet, inputs.sheet, *(each.sheet for each in shown)]
    sheets += month_sheets(contracts, shown, names.months, setting)
    sheets += [lower.sheet, *(each.sheet for each in old_terms.values())]
    sent = [
        _sent(scenario, names.inputs, setting, text, kind=COMPARISON, is_baseline=at == old)
        for at, (scenario, text) in enumerate(zip(scenarios, texts, strict=bool(texts)))
    ]
    sheets += [contract_sheet(names.contracts, sent, setting)] if sent else []
    return Workbook(tuple(sheets), " · ".join(scenario.scenario for scenario in scenarios))


class _Names(NamedTuple):
    """The names of the sheets of a comparison."""

    comparison: str
    inputs: str
    lower: str
    contracts: str
    statements: Sequence[str]
    months: Sequence[str]
    old_terms: Sequence[str]


def _names(comparison: Comparison, scenarios: Sequence[Scenario], words: Words) -> _Names:
    own, baseline = [scenario.scenario for scenario in scenarios], comparison.baseline.scenario.scenario
    fixed = [words(f"workbook.{key}") for key in ("comparison", "inputs", "lower", "contracts")]
    by_month = [words.say("workbook.months_of", name=name) for name in own]
    old_terms = [
        words.say("workbook.old_terms", name=versus.statement.scenario.scenario, baseline=baseline)
        for versus in comparison.versus
    ]
    top, inputs, lower, contracts, *rest = sheet_names([*fixed, *own, *by_month, *old_terms])
    size = len(own)
    return _Names(top, inputs, lower, contracts, rest[:size], rest[size : 2 * size], rest[2 * size :])
