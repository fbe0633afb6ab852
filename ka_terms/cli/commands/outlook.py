"""`ka-terms outlook`: expected fees if the plan is uncertain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.analysis.defaults import DISTRIBUTIONS, DRAWS, FEWEST_DRAWS, MOST_DRAWS, SEED
from ka_terms.cli import completion
from ka_terms.cli.option_values import whole
from ka_terms.cli.options import USUAL_METRICS, Metrics, ScenarioFile, either, split_names
from ka_terms.cli.shared import FOR_AMOUNTS, shared
from ka_terms.text.messages import message

if TYPE_CHECKING:
    from ka_terms.cli.session import Session
    from ka_terms.reading.problems.problem import ReadError
    from ka_terms.reading.scenario import Loaded


@dataclass(frozen=True)
class OutlookOptions:
    """What outlook alone takes."""

    draws: Annotated[
        int,
        typer.Option(
            parser=whole(FEWEST_DRAWS, MOST_DRAWS),
            metavar="N",
            help=f"Number of simulation draws, from {FEWEST_DRAWS:,} to {MOST_DRAWS:,}.",
            show_default=f"{DRAWS:,}",
        ),
    ] = DRAWS
    seed: Annotated[
        int,
        typer.Option(
            parser=whole(0),
            metavar="N",
            help="Start value of the simulation. The same seed gives the same result.",
        ),
    ] = SEED
    distribution: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help=f"Distribution between low and high: {either(DISTRIBUTIONS)}.",
            autocompletion=completion.distributions,
        ),
    ] = DISTRIBUTIONS[0]
    metric: Metrics = USUAL_METRICS


@shared(FOR_AMOUNTS)
def command(file: ScenarioFile, options: OutlookOptions, *, session: Session) -> None:
    """Calculate expected fees when sales or openings are estimates.

    \b
    Examples: ka-terms outlook scenarios/uncertain-sales.yaml
              ka-terms outlook scenarios/uncertain-sales.yaml --distribution triangular --seed 7
              ka-terms outlook scenarios/uncertain-sales.yaml --metric annual_rebate,vpo
    """
    from ka_terms.analysis.sweep.query import read_metrics
    from ka_terms.analysis.uncertainty.distributions import distribution_named
    from ka_terms.analysis.uncertainty.outlook import Method, NoEstimates, outlook
    from ka_terms.cli.errors import blamed_on
    from ka_terms.presentation.reports.what_if.outlook import outlook_report

    session.check_output()
    with blamed_on("--distribution"):
        distribution_named(options.distribution)  # before any file is read
    loaded, catalogue, internal = session.load(file), session.catalogue, session.internal
    with blamed_on("--metric"):
        likely = [loaded.scenario.case("likely")]
        metrics = read_metrics(split_names(options.metric), likely, catalogue.canonical, internal=internal)
    method = Method(options.distribution, options.draws, options.seed)
    try:
        found = outlook(loaded.scenario, method, metrics, catalogue, internal=internal)
    except NoEstimates:
        raise _without_estimates(loaded) from None
    session.emit(outlook_report(found, session.words))


def _without_estimates(loaded: Loaded) -> ReadError:
    """Says how to write an estimate, at the sales of the plan."""
    from ka_terms.model.faults import Fault
    from ka_terms.reading.diagnosis.places import locate
    from ka_terms.reading.problems.problem import ReadError
    from ka_terms.reading.problems.source import problem_at

    path = ("plan", "sales")
    fix = message(
        "write {sales}, or under `stores` {openings}",
        sales="sales: {low: 8M, likely: 10M, high: 11M}",
        openings="new: {low: 5, likely: 10, high: 12}",
    )
    fault = Fault(message("one number"), message("an estimate of sales or of store openings"), fix, path)
    return ReadError(problem_at(locate(loaded.root, path)[0], fault, path))
