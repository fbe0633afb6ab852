"""`ka-terms sweep`: fees for many combinations of input values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli import completion
from ka_terms.cli.option_values import whole
from ka_terms.cli.options import MOST_SHOWN, USUAL_METRICS, USUAL_NEAR, Metrics, Near, ScenarioFiles
from ka_terms.cli.shared import FOR_AMOUNTS, shared

if TYPE_CHECKING:
    from ka_terms.cli.session import Session


@dataclass(frozen=True)
class SweepOptions:
    """What a sweep alone takes."""

    vary: Annotated[
        list[str],
        typer.Option(
            "--vary",
            metavar="PATH=VALUES",
            help="Input and its values: sales=3M..12M..250k, sales=3M..12M/37, monthly_rebate=1%,2%.",
            autocompletion=completion.inputs,
        ),
    ]
    zipped: Annotated[
        bool,
        typer.Option(
            "--zip", help="Combine the first values, the second values, ... instead of all combinations."
        ),
    ] = False
    metric: Metrics = USUAL_METRICS
    where: Annotated[
        list[str],
        typer.Option(metavar="RULE", help="Show only combinations that meet this rule: 'fee_ratio <= 20%'."),
    ] = field(default_factory=list)
    best: Annotated[
        int | None,
        typer.Option(
            parser=whole(1, MOST_SHOWN),
            metavar="N",
            help=f"Show only the N best combinations by the first metric, up to {MOST_SHOWN:,}.",
        ),
    ] = None
    spread: Annotated[
        bool,
        typer.Option(
            "--spread", help="Show only the distribution of the first metric: lowest, percentiles, highest."
        ),
    ] = False
    near: Near = USUAL_NEAR
    yes: Annotated[bool, typer.Option("--yes", help="Allow more than ten million combinations.")] = False


@shared(FOR_AMOUNTS)
def command(files: ScenarioFiles, options: SweepOptions, *, session: Session) -> None:
    """Calculate fees for many combinations of input values.

    \b
    Examples: ka-terms sweep scenarios/2003-proposal.yaml --vary sales=8M..11M..500k
              ka-terms sweep scenarios/2003-proposal.yaml --vary sales=8M,9M,10M --vary monthly_rebate=1%..3%..0.5%
              ka-terms sweep scenarios/2003-a*.yaml --vary sales=3M..12M/37 --metric total_fees
    """
    from ka_terms.cli.steps.sweep import answer, refuse_together

    refuse_together(options, session.renderer)
    session.check_output()
    answer(session, files, options)
