"""`ka-terms help`: the pages of the manual."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli import completion
from ka_terms.cli.options import shared
from ka_terms.text.messages import message

if TYPE_CHECKING:
    from ka_terms.cli.session import Session


@shared({"lang"})
def command(
    topic: Annotated[
        str,
        typer.Argument(
            metavar="TOPIC",
            help="Name of a page; without it, the list of pages.",
            autocompletion=completion.topics,
        ),
    ] = "",
    *,
    session: Session,
) -> None:
    """Print a page of the manual.

    \b
    Examples: ka-terms help
              ka-terms help first-contract
              ka-terms help first-contract --lang zh-Hant
    """
    from ka_terms.cli.app import COMMANDS
    from ka_terms.cli.errors import answering, refused
    from ka_terms.model.faults import none_of
    from ka_terms.reading.pages import page, topics

    with answering(session.lang):
        language = session.words.language
        if not topic:
            typer.echo(_list(language), nl=False)
            return
        if topic in topics():
            typer.echo(page(topic, language), nl=False)
            return
        fault = none_of(topic, topics())
        if topic in COMMANDS:
            fault = fault._replace(mend=message("see `{command}`", command=f"ka-terms {topic} --help"))
        raise refused("TOPIC", fault)


def _list(language: str) -> str:
    """A line for each page: its name and its title."""
    from ka_terms.reading.pages import title, topics

    width = max(map(len, topics())) + 2
    return "".join(f"{topic:{width}}{title(topic, language)}\n" for topic in topics())
