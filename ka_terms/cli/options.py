"""The options that commands share, each with its help and its completion, written once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from ka_terms.cli import completion

STANDARD = Path("-")
"""Standard input where a file is read, standard output where one is written."""


def readable(name: str) -> Path:
    """A file to read: `-` is standard input, `./-` a file of that name."""
    path = Path(name)
    return path.absolute() if path == STANDARD and name != str(STANDARD) else path


def writable(name: str) -> Path | None:
    """A file to write: None for `-`, standard output, and `./-` a file of that name."""
    path = readable(name)
    return None if path == STANDARD else path


def whole(least: int, most: int = 10**12) -> Callable[[object], int | None]:
    """What reads a whole number within bounds as contracts write them: 10,000, 10k or １０, and never 1_0."""

    def read(typed: object) -> int | None:
        from ka_terms.cli.errors import reason
        from ka_terms.model.numbers.number import read_count

        if typed is None:
            return None
        try:
            value = int(read_count(typed))
        except ValueError as error:
            raise typer.BadParameter(reason(error)) from None
        if not least <= value <= most:
            raise typer.BadParameter(f"{value} is not in the range {least}<=x<={most}")
        return value

    return read


def spoken(context: typer.Context, languages: str) -> str:
    """The languages of --lang or KA_TERMS_LANG; where neither names one, the language of the user's locale."""
    source = context.get_parameter_source("lang")
    if source is None or source.name != "DEFAULT":
        return languages
    from ka_terms.presentation.words.languages import user_language

    return user_language()


ScenarioFile = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        help="A scenario (YAML), or a statement saved as JSON; - is standard input.",
        autocompletion=completion.files,
        parser=readable,
    ),
]
ScenarioFiles = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE...",
        help="Scenarios (YAML), or statements saved as JSON; - is standard input.",
        autocompletion=completion.files,
        parser=readable,
    ),
]
Format = Annotated[
    str,
    typer.Option(
        "--format", "-f", help="table, md, csv, tsv, html or json.", autocompletion=completion.formats
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to FILE; its suffix tells the format; - is standard output.",
        parser=writable,
    ),
]
Bom = Annotated[
    bool,
    typer.Option("--bom", help="Begin csv and tsv with a mark that a spreadsheet knows them as UTF-8 by."),
]
Force = Annotated[bool, typer.Option("--force", help="Let --output replace a file that exists.")]
Language = Annotated[
    str,
    typer.Option(
        "--lang",
        envvar="KA_TERMS_LANG",
        callback=spoken,
        show_default="that of your locale",
        help="en, zh-Hant or zh-Hans; two with a comma give bilingual labels.",
        autocompletion=completion.languages,
    ),
]
UnitOption = Annotated[
    str,
    typer.Option(
        "--unit", help="Scale amounts: k, 万, M or 亿; the headers name it.", autocompletion=completion.units
    ),
]
Ascii = Annotated[bool, typer.Option("--ascii", help="No box characters and no typographic signs.")]
Internal = Annotated[
    bool, typer.Option("--internal", help="Show what `private:` holds and what follows from it.")
]
GlossaryFile = Annotated[
    Path | None,
    typer.Option(
        "--glossary", metavar="FILE", envvar="KA_TERMS_GLOSSARY", help="Your own labels: `listing_fee: ...`."
    ),
]
CatalogueOption = Annotated[
    Path | None,
    typer.Option(
        "--catalogue", metavar="FILE", envvar="KA_TERMS_CATALOGUE", help="Further fee types of your own."
    ),
]
Near = Annotated[
    str,
    typer.Option(
        "--near", metavar="SHARE", help="Warn within this share of a tier's bound; 0% only in a dead zone."
    ),
]
OnePlan = Annotated[
    Path | None,
    typer.Option(
        "--plan",
        metavar="FILE",
        help="Cost every contract on the plan of FILE.",
        autocompletion=completion.files,
        parser=readable,
    ),
]
FailIf = Annotated[
    list[str],
    typer.Option(
        "--fail-if",
        metavar="RULE",
        help="Exit with 3 if this holds: 'fee_ratio > 25%', 'listing_fee > 400k'.",
    ),
]
Metrics = Annotated[
    str,
    typer.Option(
        "--metric",
        "-m",
        metavar="NAMES",
        help="Totals, terms or figures, with commas: fee_ratio,total_fees,vpo,annual_rebate.",
        autocompletion=completion.metrics,
    ),
]
