"""`ka-terms tornado`: the inputs by their effect on a metric."""

from __future__ import annotations

from typing import Annotated

import typer

from ka_terms.cli import completion
from ka_terms.cli.options import (
    Ascii,
    Bom,
    CatalogueOption,
    Force,
    Format,
    GlossaryFile,
    Internal,
    Language,
    Output,
    ScenarioFile,
    UnitOption,
    whole,
)


def command(
    file: ScenarioFile,
    by: Annotated[str, typer.Option(metavar="SHARE", help="Change each input by this percentage.")] = "10%",
    metric: Annotated[
        str,
        typer.Option(
            "--metric",
            "-m",
            metavar="NAME",
            help="A total, a term or a figure.",
            autocompletion=completion.metrics,
        ),
    ] = "fee_ratio",
    top: Annotated[
        int | None,
        typer.Option(metavar="N", parser=whole(1), help="Show only the N inputs with the largest effect."),
    ] = None,
    show_all: Annotated[bool, typer.Option("--all", help="Show also the inputs without effect.")] = False,
    internal: Internal = False,
    format: Format = "",
    output: Output = None,
    force: Force = False,
    lang: Language = "en",
    unit: UnitOption = "1",
    ascii: Ascii = False,
    bom: Bom = False,
    glossary: GlossaryFile = None,
    catalogue: CatalogueOption = None,
) -> None:
    """Rank the inputs by their effect on a result (sensitivity).

    \b
    Examples: ka-terms tornado scenarios/2003-agreed.yaml
              ka-terms tornado scenarios/2003-ask.yaml --by 5% --metric total_fees --top 5
    """
    from ka_terms.analysis.metric_names import metric_named
    from ka_terms.analysis.tornado import read_share, tornado
    from ka_terms.calculation.statement import evaluate
    from ka_terms.cli.errors import blamed_on
    from ka_terms.cli.session import Session, answering, saved_notes
    from ka_terms.presentation.reports.cases import likely_notes
    from ka_terms.presentation.reports.tornado import tornado_report

    session = Session(format, output, force, lang, unit, ascii, glossary, catalogue, bom, internal)
    with answering(lang):
        session.check_output()
        with blamed_on("--by"):
            share = read_share(by)
        loaded = session.load(file)
        with blamed_on("--metric"):
            name = metric_named(metric, [loaded.scenario], session.catalogue.canonical, internal=internal)
        found = tornado(loaded.scenario, name, share)
        notes = [*likely_notes([evaluate(loaded.scenario)], session.words), *saved_notes(session, loaded)]
        session.emit(tornado_report(found, session.words, top, show_all, notes), loaded.scenario.currency)
