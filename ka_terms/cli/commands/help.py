"""`ka-terms help`: the pages of the manual."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli import completion
from ka_terms.cli.shared import shared
from ka_terms.text.messages import message

if TYPE_CHECKING:
    from ka_terms.cli.session import Session


_PAGES = {
    **dict.fromkeys(("steps", "brief"), "at-the-table"),
    **dict.fromkeys(("sweep", "solve", "ladder", "tornado"), "what-if"),
    "pnl": "account-pnl",
    "import": "workbooks",
    "catalogue": "policies-and-catalogues",
}
"""The pages of commands that are called otherwise."""


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
    from ka_terms.cli.errors import refused
    from ka_terms.cli.help.page import help_texts
    from ka_terms.model.faults import none_of
    from ka_terms.reading.pages import page, title, topics

    language, known = session.words.language, topics()
    topic = _PAGES.get(topic, topic)
    if topic and topic not in known:
        fault = none_of(topic, known)
        if topic in COMMANDS:
            fault = fault._replace(mend=message("see `{command}`", command=f"ka-terms {topic} --help"))
        raise refused("TOPIC", fault)
    width, texts = max(map(len, known)) + 2, help_texts(language)
    titles = {name: title(name) for name in known}
    lines = (f"{name:{width}}{texts.get(line, line)}\n" for name, line in titles.items())
    session.put(page(topic, language) if topic else "".join(lines))
