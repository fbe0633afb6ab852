"""`ka-terms growth`: growth by stores and by sales per store, and what a target needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli.options import ScenarioFiles, SetValue
from ka_terms.cli.shared import FOR_AMOUNTS, shared

if TYPE_CHECKING:
    from ka_terms.cli.session import Session


@dataclass(frozen=True)
class GrowthOptions:
    """What `growth` alone takes, and what it shares with a few."""

    target: Annotated[
        str,
        typer.Option(
            metavar="SALES",
            help="Sales to reach: 12M, 130%, +150% (default: the target of the plan, else its sales).",
        ),
    ] = ""
    set_: SetValue = field(default_factory=list)


@shared(FOR_AMOUNTS)
def command(files: ScenarioFiles, options: GrowthOptions, *, session: Session) -> None:
    """Split growth into stores and VPO, and say what a target needs.

    The years are those of the file and of its last years, or one file a year from the first to the last.

    \b
    Examples: ka-terms growth scenarios/2003-plan.yaml
              ka-terms growth scenarios/vpo/2003.yaml --target +40%
              ka-terms growth 2001.yaml 2002.yaml 2003.yaml --output growth.pptx
    """
    from ka_terms.analysis.growth.growth import growth
    from ka_terms.cli.errors import blamed_on
    from ka_terms.cli.steps.set_values import with_set_note, with_values
    from ka_terms.presentation.reports.growth.report import growth_report

    session.check_output()
    loaded = with_values(session.load_all(files), options.set_, session.catalogue)
    scenarios = [one.scenario for one in loaded]
    with blamed_on("--target"):
        found = growth(scenarios, options.target)
    report = growth_report(found, session.words, scenarios)
    session.emit(with_set_note(report, options.set_, session.words), count_doubts=True)
