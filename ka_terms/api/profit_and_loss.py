"""The customer P&L, for programs."""

from __future__ import annotations

from dataclasses import dataclass

from ka_terms.analysis.comparison import side_by_side
from ka_terms.analysis.pnl import pnl as leaving
from ka_terms.api.shown import A_SCENARIO, SCENARIOS, Shown, expect, shipped_catalogue, whatever_the_context
from ka_terms.model.contract.scenario import Scenario
from ka_terms.presentation.reports.pnl.report import pnl_report
from ka_terms.presentation.table import Report
from ka_terms.presentation.words import Words


@dataclass(frozen=True, repr=False)
class Pnl(Shown):
    """The customer P&L of contracts side by side; `result` has the figures. All of it is internal."""

    result: leaving.SideBySide

    def __repr__(self) -> str:
        return f"Pnl({[contract.name for contract in self.result.contracts]})"

    def _report(self, words: Words) -> Report:
        return pnl_report(self.result, words.of(*(contract.scenario for contract in self.result.contracts)))


@whatever_the_context
def pnl(
    *scenarios: Scenario,
    plan: Scenario | None = None,
    low: str = "",
    high: str = "",
    sell_out: str = "",
    internal: bool = False,
) -> Pnl:
    """The customer P&L of contracts side by side, all on the plan of `plan` if that is given; needs `internal=True`.

    `low` and `high` are sales to look at too, an amount or growth such as "+80%"; `sell_out` is the name of the figure
    with the retailer's sales without VAT. Errors: `ValueError` without `internal` or a contract, and for what is none
    of these; `Incomparable` where currencies differ or a contract names a figure that the plan lacks; `Uncomputable`.
    """
    expect("pnl", Scenario, SCENARIOS, *scenarios)
    expect("pnl(plan=...)", (Scenario, type(None)), A_SCENARIO, plan)
    for name, text in (("low", low), ("high", high), ("sell_out", sell_out)):
        expect(f"pnl({name}=...)", str, "a text", text)
    if not scenarios:
        raise ValueError("pnl takes at least one scenario")
    if not internal:
        raise ValueError("a customer P&L is internal throughout: pass internal=True")
    contracts = side_by_side(scenarios, plan)
    asked = leaving.read_asked(contracts, low, high, sell_out)
    return Pnl(leaving.pnl(contracts, asked, shipped_catalogue()))
