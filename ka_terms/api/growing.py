"""Growth by stores and by sales per store, and what a target needs, for programs."""

from __future__ import annotations

from dataclasses import dataclass

from ka_terms.analysis.growth import growth as growing
from ka_terms.api.shown import A_SCENARIO, Shown, expect, whatever_the_context
from ka_terms.model.contract.scenario import Scenario
from ka_terms.presentation.reports.growth.report import growth_report
from ka_terms.presentation.table import Report
from ka_terms.presentation.words import Words


@dataclass(frozen=True, repr=False)
class Growth(Shown):
    """The years of an account and what its target needs; `result` has the figures."""

    result: growing.AccountGrowth
    contracts: tuple[Scenario, ...]

    def __repr__(self) -> str:
        return f"Growth({self.contracts[-1].scenario!r}, {len(self.result.years)} years)"

    def _report(self, words: Words) -> Report:
        return growth_report(self.result, words.of(*self.contracts), self.contracts)


@whatever_the_context
def growth(contract: Scenario, *others: Scenario, target: str = "") -> Growth:
    """Split growth into stores and sales per store, and say what a target needs.

    The years are those of the contract and of its last years, or one contract a year from the first to the last.
    `target` is an amount or growth such as "130%"; without it the target of the plan counts, else its sales. Errors:
    `ValueError` for the target; `Incomparable` for contracts that are no years of one account.
    """
    contracts = (contract, *others)
    for one in contracts:
        expect("growth", Scenario, A_SCENARIO, one)
    expect("growth(target=...)", str, "a text such as '130%'", target)
    return Growth(growing.growth(contracts, target), contracts)
