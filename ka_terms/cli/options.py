"""The options that commands share, each with its help and its completion, declared once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from ka_terms.analysis.defaults import METRICS, NEAR
from ka_terms.cli import completion
from ka_terms.cli.language import user_language
from ka_terms.cli.option_values import one_of
from ka_terms.model.numbers.units import SHOWN
from ka_terms.presentation.renderers.registry import FORMATS
from ka_terms.text.languages import LANGUAGES

STANDARD = Path("-")
"""Standard input where a file is read, standard output where one is written."""


MOST_SHOWN = 10_000
"""Rows of a table that somebody reads; more go to a file for programs."""
USUAL_METRICS = ",".join(METRICS)


def either(names: Sequence[str]) -> str:
    """The names that may be chosen, as English help lists them."""
    return f"{', '.join(names[:-1])} or {names[-1]}"


def split_names(text: str) -> list[str]:
    """The names that commas separate."""
    return [name.strip() for name in text.split(",")]


def readable(name: str) -> Path:
    """A file to read: `-` is standard input, `./-` a file of that name."""
    path = Path(name)
    return path.absolute() if path == STANDARD and name != str(STANDARD) else path


def writable(name: str) -> Path | None:
    """A file to write: None for `-`, standard output, and `./-` a file of that name."""
    path = readable(name)
    return None if path == STANDARD else path


def spoken(context: typer.Context, languages: str) -> str:
    """The languages of --lang or KA_TERMS_LANG; where neither names one, the language of the user's locale."""
    source = context.get_parameter_source("lang")
    return languages if source is None or source.name != "DEFAULT" else user_language()


READ: dict[str, Any] = {"autocompletion": completion.files, "parser": readable}
"""What every option or argument has that names a scenario."""
ScenarioFile = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        help="Scenario (YAML) or saved statement (JSON); - is standard input.",
        **READ,
    ),
]
ScenarioFiles = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE...",
        help="Scenarios (YAML) or saved statements (JSON); - is standard input.",
        **READ,
    ),
]
Internal = Annotated[
    bool, typer.Option("--internal", help="Include private data (margin, walk-away limit) in the output.")
]
Near = Annotated[
    str,
    typer.Option(
        "--near",
        metavar="SHARE",
        help="Warn if the distance from plan to a tier threshold is at most this percentage. "
        "0%: warn only inside a dead zone.",
    ),
]
USUAL_NEAR = f"{NEAR:%}"
OnePlan = Annotated[
    Path | None,
    typer.Option(
        "--plan",
        metavar="FILE",
        help="Calculate every contract on the plan of FILE.",
        **READ,
    ),
]
SetValue = Annotated[
    list[str],
    typer.Option(
        "--set",
        metavar="PATH=VALUE",
        help="Calculate with this number or fact instead: sales=9M, hardware=no.",
        autocompletion=completion.inputs,
    ),
]
By = Annotated[
    str | None,
    typer.Option(
        "--by",
        parser=one_of("month", "quarter"),
        metavar="PERIOD",
        help="Show the fees by month or by quarter.",
    ),
]
View = Annotated[
    str | None,
    typer.Option(
        "--view",
        parser=one_of("budget", "owed"),
        metavar="VIEW",
        help="budget: the fees of the year spread over its months; "
        "owed: what is owed if the year ends with each month.",
    ),
]
From = Annotated[
    str,
    typer.Option(
        "--from",
        metavar="MONTH",
        help="Show the months from here on, over the files of several contract years: 2003-01.",
    ),
]
To = Annotated[
    str, typer.Option("--to", metavar="MONTH", help="The last of these months (default: twelve months).")
]


def _reader(*, hidden: bool = False) -> Any:
    return typer.Option(
        "--for",
        parser=one_of("retailer"),
        metavar="READER",
        help="retailer: the edition for the other side, without our analysis, private data and names of files.",
        hidden=hidden,
    )


For = Annotated[str | None, _reader()]
NeverFor = Annotated[str | None, _reader(hidden=True)]
"""Of a command that has no such edition, and says what to use instead."""
FailIf = Annotated[
    list[str],
    typer.Option(
        "--fail-if",
        metavar="RULE",
        help="Exit with code 3 if this is true: 'fee_ratio > 25%', 'listing_fee > 400k'.",
    ),
]


LowSales = Annotated[
    str,
    typer.Option(
        "--low", metavar="SALES", help="Low sales: 8M, +80% (default: the estimate, or 80% of the plan)."
    ),
]
HighSales = Annotated[
    str,
    typer.Option("--high", metavar="SALES", help="High sales (default: the estimate, or 110% of the plan)."),
]


def file_option(help: str) -> Any:
    """Return an option that names a contract file, or another file to read."""
    return typer.Option(metavar="FILE", help=help, **READ)


TableEncoding = Annotated[
    str,
    typer.Option(
        "--encoding",
        metavar="NAME",
        help="Encoding of a csv file that is not UTF-8: gb18030, big5, cp1252.",
        autocompletion=completion.encodings,
    ),
]
TableSheet = Annotated[
    str, typer.Option("--sheet", metavar="NAME", help="Sheet of a workbook that has several tables.")
]
LastContract = Annotated[
    Path | None,
    file_option(
        "The last contract (default: the agreed one of an earlier year, else the file of last_year)."
    ),
]
TheirRequest = Annotated[Path | None, file_option("Their request (default: the one with status: ask).")]
WalkAway = Annotated[
    bool,
    typer.Option(
        "--walk-away",
        help="Exit with code 3 if a contract is past its own walk-away limit; needs --internal.",
    ),
]


def _metric(metavar: str, help: str) -> Any:
    return typer.Option("--metric", "-m", metavar=metavar, help=help, autocompletion=completion.metrics)


Metrics = Annotated[
    str,
    _metric("NAMES", f"Totals, terms or figures, separated by commas: {USUAL_METRICS},vpo,annual_rebate."),
]
MetricName = Annotated[str, _metric("NAME", "A total, a term or a figure.")]


def output(help: str) -> Any:
    """The option `--output` of a command."""
    return typer.Option("--output", "-o", metavar="FILE", help=help, parser=writable)


@dataclass(frozen=True)
class SharedOptions:
    """The options that concern reading and answering, whatever a command does in between; in the order of the help."""

    internal: Internal = False
    """Whether what is private may be shown; else no contract that is read holds it."""
    format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"{', '.join(FORMATS)}.",
            autocompletion=completion.formats,
        ),
    ] = ""
    output: Annotated[
        Path | None, output("Write to FILE. The file extension sets the format; - is standard output.")
    ] = None
    force: Annotated[bool, typer.Option("--force", help="Overwrite an existing file.")] = False
    lang: Annotated[
        str,
        typer.Option(
            "--lang",
            metavar="LANGUAGE",
            envvar="KA_TERMS_LANG",
            callback=spoken,
            show_default="language of your system",
            help=f"{either(LANGUAGES)}; two languages with a comma: bilingual labels.",
            autocompletion=completion.languages,
        ),
    ] = "en"
    unit: Annotated[
        str,
        typer.Option(
            "--unit",
            metavar="UNIT",
            help=f"Unit of amounts: {either(SHOWN)}; the headers name it.",
            autocompletion=completion.units,
        ),
    ] = "1"
    ascii: Annotated[
        bool, typer.Option("--ascii", help="Use no box characters and no typographic signs.")
    ] = False
    bom: Annotated[
        bool,
        typer.Option(
            "--bom", help="Start csv and tsv with a byte order mark, so that spreadsheets read UTF-8."
        ),
    ] = False
    house: Annotated[
        Path | None,
        typer.Option(
            "--template",
            metavar="FILE",
            help="docx: put the report into this document, in place of the paragraph [ka-terms]. "
            "pptx: add the slides to this presentation, on its own master.",
        ),
    ] = None
    chart: Annotated[
        str,
        typer.Option(
            "--chart",
            metavar="NAME",
            help="png and svg: draw this chart (default: the printed page, else the first chart).",
        ),
    ] = ""
    parts: Annotated[
        str,
        typer.Option(
            "--parts", metavar="TITLES", help="Show these tables only, by their titles, separated by commas."
        ),
    ] = ""
    columns: Annotated[
        str,
        typer.Option(
            "--columns",
            metavar="HEADERS",
            help="Show these columns only, by their headers, separated by commas; the first one always.",
        ),
    ] = ""
    without_notes: Annotated[
        bool, typer.Option("--without-notes", help="Leave out what is below the tables.")
    ] = False
    glossary: Annotated[
        Path | None,
        typer.Option(
            "--glossary",
            metavar="FILE",
            envvar="KA_TERMS_GLOSSARY",
            help="File with your own labels: `listing_fee: ...`.",
        ),
    ] = None
    catalogue_file: Annotated[
        Path | None,
        typer.Option(
            "--catalogue", metavar="FILE", envvar="KA_TERMS_CATALOGUE", help="File with your own fee types."
        ),
    ] = None
