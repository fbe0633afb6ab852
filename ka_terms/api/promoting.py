"""Whether a promotion pays, for programs."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ka_terms.analysis.promotions import promotions as promoting
from ka_terms.api.shown import A_SCENARIO, Shown, expect, shipped_catalogue, whatever_the_context
from ka_terms.model.contract.scenario import Scenario, without_private
from ka_terms.presentation.reports.promotions.report import promotions_report
from ka_terms.presentation.table import Report
from ka_terms.presentation.words import Words


@dataclass(frozen=True, repr=False)
class Promotions(Shown):
    """The promotions of a contract; `result` has the figures."""

    result: promoting.Promotions
    contract: Scenario

    def __repr__(self) -> str:
        return f"Promotions({self.contract.scenario!r}, {len(self.result.answers)} of them)"

    def _report(self, words: Words) -> Report:
        return promotions_report(self.result, words.of(self.contract), [self.contract])


@whatever_the_context
def promo(contract: Scenario, *names: str, days: int = 14, internal: bool = False) -> Promotions:
    """Check whether promotions pay: those of the contract, or `names` of them or of terms that are charged for events.

    `days` is how long one event of a term lasts. With `internal` the margin is used, and what each leaves is told.
    Errors: `ValueError` for what is no promotion and no such term.
    """
    expect("promo", Scenario, A_SCENARIO, contract)
    for name in names:
        expect("promo", str, "the key of a promotion or a term", name)
    known = contract if internal else without_private(contract)
    return Promotions(promoting.promotions(known, names, shipped_catalogue(), Decimal(days)), known)
