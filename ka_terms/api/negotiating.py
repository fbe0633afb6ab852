"""How a negotiation went, for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ka_terms.analysis.rounds import rounds as negotiating
from ka_terms.analysis.rounds.offer import in_order, latest_year, offer_of
from ka_terms.api.shown import A_SCENARIO, SCENARIOS, Shown, expect, shipped_catalogue, whatever_the_context
from ka_terms.model.base import without_input
from ka_terms.model.contract.scenario import Scenario, without_private
from ka_terms.model.settings.rounds import RoundDetails
from ka_terms.presentation.reports.rounds.report import rounds_report
from ka_terms.presentation.table import Report
from ka_terms.presentation.words import Words


@dataclass(frozen=True, repr=False)
class Rounds(Shown):
    """How a negotiation went; `result` has the years, each with its rounds."""

    result: negotiating.Rounds

    def __repr__(self) -> str:
        latest = self.result.latest
        return f"Rounds(year {latest.year}, {len(latest.rounds)} rounds)"

    def _report(self, words: Words) -> Report:
        contracts = (one.position.offer.contract for each in self.result.negotiations for one in each.rounds)
        return rounds_report(self.result, words.of(*contracts))


@whatever_the_context
def rounds(
    *contracts: Scenario,
    plan: Scenario | None = None,
    baseline: Scenario | None = None,
    details: Sequence[Mapping[str, Any]] = (),
) -> Rounds:
    """How a negotiation went: what moved in each round on one plan, and who closed how much of the gap.

    `baseline` is last year's contract. `details` has for each contract, in their order, what a `rounds.yaml` says
    besides its file; with them the order of the contracts is that of the rounds. Errors: `ValueError` for details
    that no `rounds.yaml` may have, for too few of them, and for no contract; `Incomparable`; `Uncomputable`.
    """
    expect("rounds", Scenario, SCENARIOS, *contracts)
    for name, other in (("plan", plan), ("baseline", baseline)):
        expect(f"rounds({name}=...)", (Scenario, type(None)), A_SCENARIO, other)
    expect("rounds(details=...)", Mapping, "a mapping for each contract", *details)
    if not contracts:
        raise ValueError("rounds takes at least one scenario")
    if details and len(details) != len(contracts):
        raise ValueError(f"rounds takes details for each contract: {len(contracts)}, not {len(details)}")
    known = [without_input(lambda one=one: RoundDetails.model_validate(one)) for one in details]  # type: ignore[misc]  # mypy cannot infer a lambda with a default
    public = [without_private(contract) for contract in contracts]
    if known:
        offers = [offer_of(*pair) for pair in zip(public, known, strict=True)]
    else:
        offers = [offer_of(public[index]) for index in in_order(public)]
    last_years = {latest_year(public): without_private(baseline)} if baseline else {}
    found = negotiating.rounds(
        offers, last_years, without_private(plan) if plan else None, shipped_catalogue()
    )
    return Rounds(found)
