"""The page on which a contract is approved, for programs."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from ka_terms import __version__
from ka_terms.analysis.approval import approval as approving
from ka_terms.analysis.asked_sales import read_low
from ka_terms.api.shown import A_SCENARIO, Shown, expect, shipped_catalogue, whatever_the_context
from ka_terms.model.contract.scenario import Scenario, without_private
from ka_terms.presentation.reports.approval.report import Provenance, approval_report
from ka_terms.presentation.table import Report
from ka_terms.presentation.words import Words
from ka_terms.reading.settings import read_policy


@dataclass(frozen=True, repr=False)
class Approval(Shown):
    """A contract to be approved, with what it stands against; `result` has the figures."""

    result: approving.Approval
    contracts: approving.Contracts

    def __repr__(self) -> str:
        return f"Approval({self.contracts.approved.scenario!r}, fees {self.result.statement.total_fees:,f})"

    def _report(self, words: Words) -> Report:
        words = words.of(*(one for one in self.contracts if one is not None))
        return approval_report(self.result, Provenance(version=__version__), words)


@whatever_the_context
def approval(  # noqa: PLR0913  # four contracts and three wishes, each under a name that callers write
    contract: Scenario,
    baseline: Scenario | None = None,
    request: Scenario | None = None,
    offer: Scenario | None = None,
    *,
    low: str | Decimal = "",
    policy: str | Path = "",
    internal: bool = False,
) -> Approval:
    """What somebody needs who approves a contract: beside the last one, their request and our first offer.

    `low` are low sales to look at, an amount or growth such as "+80%". Errors: `ValueError` for a `low` that is
    neither; `ReadError` for house rules that cannot be read; `Incomparable` where currencies differ; `Uncomputable`.
    """
    expect("approval", Scenario, A_SCENARIO, contract)
    for name, other in (("baseline", baseline), ("request", request), ("offer", offer)):
        expect(f"approval({name}=...)", (Scenario, type(None)), A_SCENARIO, other)
    expect("approval(low=...)", (str, Decimal), "a text such as '8M', or a Decimal", low)
    expect("approval(policy=...)", (str, Path), "the path of a file, or a name", policy)
    catalogue = shipped_catalogue()
    asked = read_low(low, contract) if low else None
    rules = read_policy(str(policy), catalogue.canonical) if policy else None
    given = (contract, baseline, request, offer)
    first, *others = (one if one is None or internal else without_private(one) for one in given)
    assert first is not None  # it was expected
    contracts = approving.Contracts(first, *others)
    return Approval(approving.approval(contracts, asked, rules, catalogue), contracts)
