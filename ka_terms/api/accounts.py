"""The whole set of accounts, for programs."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from ka_terms.analysis.portfolio import portfolio as summing
from ka_terms.analysis.portfolio.account import account_of
from ka_terms.api.shown import A_SCENARIO, Shown, expect, shipped_catalogue, whatever_the_context
from ka_terms.model.contract.scenario import Scenario, without_private
from ka_terms.presentation.reports.portfolio.report import portfolio_report
from ka_terms.presentation.table import Report
from ka_terms.presentation.words import Words
from ka_terms.reading.settings import read_policy


@dataclass(frozen=True, repr=False)
class Portfolio(Shown):
    """Sets of accounts, one a currency; `results` have the figures."""

    results: tuple[summing.Portfolio, ...]

    def __repr__(self) -> str:
        return f"Portfolio({sum(one.total.accounts for one in self.results)} accounts)"

    def _report(self, words: Words) -> Report:
        return portfolio_report(self.results, words)


@whatever_the_context
def portfolio(
    contracts: Sequence[Scenario],
    *,
    policy: str = "",
    date: datetime.date | None = None,
    within: int = summing.USUAL_DAYS,
    internal: bool = False,
) -> Portfolio:
    """Sum up accounts: what they cost, what moved against the year before, what needs a look, what is due.

    `policy` is the path of house rules or the name of shipped ones; `date` and `within` are the days in which
    settlements are due, from the current date on. Errors: `ValueError` without a contract; `ReadError` for the policy;
    `Uncomputable`.
    """
    if not contracts:
        raise ValueError("portfolio takes at least one scenario")
    for one in contracts:
        expect("portfolio", Scenario, A_SCENARIO, one)
    catalogue = shipped_catalogue()
    rules = read_policy(policy, catalogue.canonical) if policy else None
    known = contracts if internal else [*map(without_private, contracts)]
    rows = [account_of(one.scenario, one, catalogue, rules) for one in known]
    return Portfolio(summing.by_currency(rows, date or datetime.datetime.now().astimezone().date(), within))
