"""`ka-terms offers`: offers that cost the same and differ."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli import completion
from ka_terms.cli.option_values import whole
from ka_terms.cli.options import HighSales, LowSales, NeverFor, OnePlan, ScenarioFile, SetValue, WalkAway
from ka_terms.cli.shared import FOR_AMOUNTS, shared

if TYPE_CHECKING:
    from ka_terms.cli.session import Session


@dataclass(frozen=True)
class OffersOptions:
    """What `offers` alone takes, and what it shares with a few."""

    vary: Annotated[
        list[str],
        typer.Option(
            "--vary",
            metavar="PATH=VALUES",
            help="A number that an offer may change: monthly_rebate=2%..4%..0.1%. Repeat it.",
            autocompletion=completion.inputs,
        ),
    ] = field(default_factory=list)
    cost: Annotated[
        str,
        typer.Option(
            metavar="COST", help="What they cost as planned: now, an amount, or 'fee_ratio <= 15%'."
        ),
    ] = "now"
    within: Annotated[
        str,
        typer.Option(metavar="AMOUNT", help="How far off still costs the same (default: 0.05% of sales)."),
    ] = ""
    changes: Annotated[
        int, typer.Option(metavar="N", parser=whole(1, 6), help="Numbers that an offer changes at most.")
    ] = 3
    top: Annotated[int, typer.Option(metavar="N", parser=whole(1, 8), help="Offers to show, 8 at most.")] = 4
    low: LowSales = ""
    high: HighSales = ""
    walk_away: WalkAway = False
    plan: OnePlan = None
    set_: SetValue = field(default_factory=list)
    for_: NeverFor = None


@shared(FOR_AMOUNTS)
def command(file: ScenarioFile, options: OffersOptions, *, session: Session) -> None:
    """Find offers that cost us the same and differ most.

    Internal: needs --internal. All packages of a few changes are counted; those that differ most are shown, each as a
    whole, with what they cost at low, planned and high sales.

    \b
    Examples: ka-terms offers agreed.yaml --internal --vary events.dm=2..6..1 --vary monthly_rebate=2%..4%..0.1%
              ka-terms offers agreed.yaml --internal --vary listing_fee=500..1500..50 --cost 'fee_ratio <= 15%'
    """
    from ka_terms.cli.steps.offers import answer

    answer(session, file, options)
