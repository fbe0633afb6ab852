"""`ka-terms init`: a template of a scenario."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli import completion
from ka_terms.cli.options import FOR_FILES, STANDARD, readable, shared, writable

if TYPE_CHECKING:
    from ka_terms.cli.session import Session


@shared(FOR_FILES)
def command(
    template: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="hypermarket (default), convenience or ecommerce.",
            autocompletion=completion.templates,
        ),
    ] = "",
    source: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help="Create next year's draft from this contract.",
            autocompletion=completion.files,
            parser=readable,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to FILE. References to other files are relative to it.",
            parser=writable,
        ),
    ] = None,
    *,
    session: Session,
) -> None:
    """Write a scenario template with comments.

    \b
    Examples: ka-terms init --output my-contract.yaml
              ka-terms init --template convenience
              ka-terms init --from scenarios/2003-agreed.yaml --output scenarios/2004-draft.yaml
    """
    from ka_terms.cli.errors import answering, say
    from ka_terms.writing.writer import write_text

    if template and source:
        raise typer.BadParameter(
            "a draft starts from a template or --from a file, not both", param_hint="--template"
        )
    if source == STANDARD:
        raise typer.BadParameter(
            "the draft refers to the file it is made from: name a file", param_hint="--from"
        )
    if source and output and _same(source, output):
        raise typer.BadParameter(
            "the draft refers to the file it is made from: name another", param_hint="--output"
        )
    with answering(session.lang):
        text = _draft(session, source, output) if source else _template(session, template or "hypermarket")
        if output is None:
            typer.echo(text, nl=False)
            return
        write_text(output, text, session.force)
        say(f"saved: {output}")
        _tell_of_schema(output)


def _template(session: Session, name: str) -> str:
    from ka_terms.model.faults import nearest
    from ka_terms.writing.templates import template_names, template_text

    try:
        return template_text(name, session.words.language)
    except KeyError:
        known = template_names()
        message = f'template "{name}" is not known: choose one of {", ".join(known)}; {nearest(name, known)}'
        raise typer.BadParameter(message.rstrip("; "), param_hint="--template") from None


def _draft(session: Session, source: Path, output: Path | None) -> str:
    from ka_terms.writing.draft import draft

    return draft(session.load(source), output.parent if output else Path(), session.words.first)


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _tell_of_schema(output: Path) -> None:
    """How an editor comes to complete and check the file: by the schema beside it, which its first line names."""
    from ka_terms.cli.errors import say
    from ka_terms.writing.schema import FILE_NAME

    schema = output.with_name(FILE_NAME)
    if not schema.exists():
        say(f"for completion and hints in your editor: ka-terms schema --output {schema}")
