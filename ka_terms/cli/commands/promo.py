"""`ka-terms promo`: whether a promotion pays."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli.option_values import whole
from ka_terms.cli.options import NeverFor, OnePlan, ScenarioFile, SetValue
from ka_terms.cli.shared import FOR_AMOUNTS, shared

if TYPE_CHECKING:
    from ka_terms.cli.session import Session

Asked = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="NAME",
        help="Promotions of the file, or terms charged for events (default: all promotions).",
    ),
]


@dataclass(frozen=True)
class PromoOptions:
    """What `promo` alone takes, and what it shares with a few."""

    days: Annotated[
        int, typer.Option(metavar="N", parser=whole(1, 366), help="Days of one event of a term.")
    ] = 14
    plan: OnePlan = None
    set_: SetValue = field(default_factory=list)
    for_: NeverFor = None


@shared(FOR_AMOUNTS)
def command(file: ScenarioFile, options: PromoOptions, names: Asked = None, *, session: Session) -> None:
    """Check whether a promotion pays: fee share and uplift needed.

    With --internal and a margin also what it leaves, and the uplift from which it pays.

    \b
    Examples: ka-terms promo finance.yaml --internal
              ka-terms promo scenarios/2003-agreed.yaml dm_tg_fee --days 14
    """
    from decimal import Decimal

    from ka_terms.analysis.promotions.promotions import promotions
    from ka_terms.cli.errors import blamed_on
    from ka_terms.cli.internal import refuse_reader
    from ka_terms.cli.steps.set_values import on_one_plan, with_set_note, with_values
    from ka_terms.presentation.reports.promotions.report import promotions_report

    refuse_reader(options.for_)
    session.check_output()
    loaded, on_plan = session.load_with_plan([file], options.plan)
    (one,) = with_values(on_one_plan(loaded, on_plan), options.set_, session.catalogue)
    with blamed_on("NAME"):
        found = promotions(one.scenario, names or [], session.catalogue, Decimal(options.days))
    report = promotions_report(found, session.words.of(one.scenario), [one.scenario])
    session.emit(with_set_note(report, options.set_, session.words), count_doubts=True)
