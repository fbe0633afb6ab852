"""`ka-terms tornado`: the inputs by their effect on a metric."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.analysis.defaults import METRICS, SHARE
from ka_terms.cli.option_values import whole
from ka_terms.cli.options import MetricName, ScenarioFile
from ka_terms.cli.shared import FOR_AMOUNTS, shared

if TYPE_CHECKING:
    from ka_terms.cli.session import Session


@shared(FOR_AMOUNTS)
def command(
    file: ScenarioFile,
    by: Annotated[
        str, typer.Option(metavar="SHARE", help="Change each input by this percentage.")
    ] = f"{SHARE:%}",
    metric: MetricName = METRICS[0],
    top: Annotated[
        int | None,
        typer.Option(metavar="N", parser=whole(1), help="Show only the N inputs with the largest effect."),
    ] = None,
    show_all: Annotated[bool, typer.Option("--all", help="Show also the inputs without effect.")] = False,
    *,
    session: Session,
) -> None:
    """Rank the inputs by their effect on a result (sensitivity).

    \b
    Examples: ka-terms tornado scenarios/2003-agreed.yaml
              ka-terms tornado scenarios/2003-ask.yaml --by 5% --metric total_fees --top 5
    """
    from ka_terms.analysis.metric_names import metric_named
    from ka_terms.analysis.tornado import read_share, tornado
    from ka_terms.cli.errors import blamed_on
    from ka_terms.presentation.reports.what_if.tornado import tornado_report

    session.check_output()
    with blamed_on("--by"):
        share = read_share(by)
    loaded, canonical = session.load(file), session.catalogue.canonical
    with blamed_on("--metric"):
        name = metric_named(metric, [loaded.scenario], canonical, internal=session.internal)
    found = tornado(loaded.scenario, name, share)
    session.emit(tornado_report(found, session.words, top, show_all, estimated=[loaded.scenario]))
