"""What a step at the table costs, offers of equal cost, and the page before a meeting, for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ka_terms.analysis.approval.approval import Contracts
from ka_terms.analysis.asked_sales import read_sales
from ka_terms.analysis.brief import brief as briefing
from ka_terms.analysis.comparison import side_by_side
from ka_terms.analysis.concessions import steps as stepping
from ka_terms.analysis.concessions.sayable import read_step
from ka_terms.analysis.offers import offers as offering
from ka_terms.analysis.offers.packages import MOST_CHANGES
from ka_terms.api.shown import A_SCENARIO, Shown, expect, shipped_catalogue, whatever_the_context
from ka_terms.model.contract.scenario import Scenario
from ka_terms.presentation.reports.brief.report import Meeting, brief_report
from ka_terms.presentation.reports.concessions.steps import steps_report
from ka_terms.presentation.reports.offers.report import offers_report
from ka_terms.presentation.table import Report
from ka_terms.presentation.words import Words


@dataclass(frozen=True, repr=False)
class Steps(Shown):
    """The steps of a contract and what they cost; `result` has the figures. Internal, whatever it holds."""

    result: stepping.Steps
    contract: Scenario

    def __repr__(self) -> str:
        return f"Steps({self.contract.scenario!r}, {len(self.result.costs)} of them)"

    def _report(self, words: Words) -> Report:
        return steps_report(self.result, words.of(self.contract), [self.contract])


@whatever_the_context
def steps(
    contract: Scenario,
    own: Sequence[str] = (),
    *,
    against: str = "",
    low: str | Decimal = "",
    high: str | Decimal = "",
    request: Scenario | None = None,
) -> Steps:
    """Price the steps that people say aloud, those of `own` such as "dm_tg_fee.amount=+500", and no deal.

    `against` is the key of a term, or an event, whose step is exchanged for everything else. `low` and `high` are
    sales, amounts or growth such as "+80%". `request` is their request, which is put on the plan of the contract. The
    result uses what the contract keeps private. Errors: `ValueError` for what is no step, no term, no sales;
    `Incomparable`; `Uncomputable`.
    """
    expect("steps", Scenario, A_SCENARIO, contract)
    expect("steps(request=...)", (Scenario, type(None)), A_SCENARIO, request)
    for name, sales in (("low", low), ("high", high)):
        expect(f"steps({name}=...)", (str, Decimal), "a text such as '8M', or a Decimal", sales)
    catalogue = shipped_catalogue()
    likely = contract.case("likely")
    ends = (
        read_sales(low, contract, "low") if low else None,
        read_sales(high, contract, "high") if high else None,
    )
    asked = side_by_side([request], likely)[0] if request else None
    read = [read_step(text, contract, catalogue) for text in own]
    return Steps(stepping.steps(contract, catalogue, read, against, ends, asked), contract)


@dataclass(frozen=True, repr=False)
class Offers(Shown):
    """Offers that cost the same; `result` has the figures. Internal, whatever it holds."""

    result: offering.Offers
    contract: Scenario

    def __repr__(self) -> str:
        return f"Offers({self.contract.scenario!r}, {len(self.result.offers)} of {self.result.number})"

    def _report(self, words: Words) -> Report:
        return offers_report(self.result, words.of(self.contract), [self.contract])


@whatever_the_context
def offers(  # noqa: PLR0913  # wishes, each under a name that callers write
    contract: Scenario,
    vary: Mapping[str, str],
    *,
    cost: str = offering.NOW,
    within: str | Decimal = "",
    changes: int = MOST_CHANGES,
    top: int = offering.USUAL_OFFERS,
    low: str | Decimal = "",
    high: str | Decimal = "",
) -> Offers:
    """Find offers that cost as planned what is asked, and differ most.

    `vary` has the values of each number that an offer may change, as `sweep` has them: {"events.dm": "2..6..1"}. `cost`
    is "now", an amount, or a limit such as "fee_ratio <= 15%"; `within` says how far off is still the same. Errors:
    `ValueError` for what is no number to change, no values, no cost, no sales; `Uncomputable`.
    """
    expect("offers", Scenario, A_SCENARIO, contract)
    for name, sales in (("low", low), ("high", high)):
        expect(f"offers({name}=...)", (str, Decimal), "a text such as '8M', or a Decimal", sales)
    catalogue = shipped_catalogue()
    axes = offering.read_varied([f"{path}={values}" for path, values in vary.items()], contract, catalogue)
    ends = (
        read_sales(low, contract, "low") if low else None,
        read_sales(high, contract, "high") if high else None,
    )
    wish = offering.Wish(cost, within, changes, top, ends)
    return Offers(offering.offers(contract, axes, wish, catalogue), contract)


@dataclass(frozen=True, repr=False)
class Brief(Shown):
    """The page before a meeting; `result` has the figures. Internal, whatever it holds."""

    result: briefing.Brief
    contracts: Contracts

    def __repr__(self) -> str:
        return f"Brief({self.contracts.approved.scenario!r}, {len(self.result.positions)} positions)"

    def _report(self, words: Words) -> Report:
        words = words.of(*(one for one in self.contracts if one is not None))
        return brief_report(self.result, Meeting(), words, [self.contracts.approved])


@whatever_the_context
def brief(  # noqa: PLR0913  # four contracts and three wishes, each under a name that callers write
    target: Scenario,
    request: Scenario | None = None,
    offer: Scenario | None = None,
    baseline: Scenario | None = None,
    *,
    vary: Mapping[str, str] | None = None,
    low: str | Decimal = "",
    high: str | Decimal = "",
) -> Brief:
    """What somebody takes along who negotiates: positions, steps from the target, what to give and to get.

    All stands on the plan of `target` and uses what that keeps private. `baseline` is the last contract; with `vary`
    there are offers that cost as much as the target. Errors: `ValueError` for `vary` and sales; `Incomparable`;
    `Uncomputable`.
    """
    expect("brief", Scenario, A_SCENARIO, target)
    for name, other in (("request", request), ("offer", offer), ("baseline", baseline)):
        expect(f"brief({name}=...)", (Scenario, type(None)), A_SCENARIO, other)
    catalogue = shipped_catalogue()
    axes = offering.read_varied(
        [f"{path}={values}" for path, values in (vary or {}).items()], target, catalogue
    )
    ends = (
        read_sales(low, target, "low") if low else None,
        read_sales(high, target, "high") if high else None,
    )
    contracts = Contracts(target, baseline, request, offer)
    return Brief(briefing.brief(contracts, catalogue, ends, axes), contracts)
