"""`ka-terms sweep`: fees for many combinations of input values."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ka_terms.cli import completion
from ka_terms.cli.options import (
    Ascii,
    Bom,
    CatalogueOption,
    Force,
    GlossaryFile,
    Internal,
    Language,
    Metrics,
    Near,
    Output,
    ScenarioFiles,
    UnitOption,
    whole,
)


def command(
    files: ScenarioFiles,
    vary: Annotated[
        list[str],
        typer.Option(
            "--vary",
            metavar="PATH=VALUES",
            help="Input and its values: sales=3M..12M..250k, sales=3M..12M/37, monthly_rebate=1%,2%.",
            autocompletion=completion.inputs,
        ),
    ],
    zipped: Annotated[
        bool,
        typer.Option(
            "--zip", help="Combine the first values, the second values, ... instead of all combinations."
        ),
    ] = False,
    metric: Metrics = "fee_ratio,total_fees",
    where: Annotated[
        list[str],
        typer.Option(metavar="RULE", help="Show only combinations that meet this rule: 'fee_ratio <= 20%'."),
    ] = [],  # noqa: B006  # typer reads the default and never changes it
    best: Annotated[
        int | None,
        typer.Option(
            parser=whole(1, 10_000),
            metavar="N",
            help="Show only the N best combinations by the first metric, up to 10000.",
        ),
    ] = None,
    spread: Annotated[
        bool,
        typer.Option(
            "--spread", help="Show only the distribution of the first metric: lowest, percentiles, highest."
        ),
    ] = False,
    internal: Internal = False,
    near: Near = "2%",
    yes: Annotated[bool, typer.Option("--yes", help="Allow more than ten million combinations.")] = False,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            help="table, md, csv, tsv, html, json or parquet.",
            autocompletion=completion.formats_and_parquet,
        ),
    ] = "",
    output: Output = None,
    force: Force = False,
    lang: Language = "en",
    unit: UnitOption = "1",
    ascii: Ascii = False,
    bom: Bom = False,
    glossary: GlossaryFile = None,
    catalogue: CatalogueOption = None,
) -> None:
    """Calculate fees for many combinations of input values.

    \b
    Examples: ka-terms sweep 2003-proposal.yaml --vary sales=8M..11M..500k
              ka-terms sweep 2003-proposal.yaml --vary sales=8M,9M,10M --vary monthly_rebate=1%..3%..0.5%
              ka-terms sweep 2003-ask.yaml 2003-agreed.yaml --vary sales=3M..12M/37 --metric total_fees
    """
    from ka_terms.cli.session import Session, answering
    from ka_terms.cli.sweep_steps import SweepOptions, answer

    kind = _format(format, output)
    session = Session(
        "csv" if kind == "parquet" else format,
        output,
        force,
        lang,
        unit,
        ascii,
        glossary,
        catalogue,
        bom,
        internal,
    )
    with answering(lang):
        session.check_output(kind)
        answer(
            session, kind, files, SweepOptions(vary, zipped, metric, where, best, spread, near, yes, internal)
        )


def _format(format: str, output: Path | None) -> str:
    """The name of the format; parquet is one of this command alone."""
    from ka_terms.presentation.renderers import UnknownFormat, by_suffix

    if format or output is None:
        return format or "table"
    try:
        return "parquet" if output.suffix.lower() == ".parquet" else by_suffix(output).name
    except UnknownFormat:
        return ""  # told by the session, in its words
