"""`ka-terms init`: a template of a scenario."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli import completion
from ka_terms.cli.options import READ, STANDARD, either
from ka_terms.cli.options import output as output_option
from ka_terms.cli.shared import FOR_FILES, shared
from ka_terms.text.messages import message
from ka_terms.writing.templates import DEFAULT, template_names, template_text

if TYPE_CHECKING:
    from ka_terms.cli.session import Session


@shared(FOR_FILES)
def command(
    template: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help=f"{either(template_names())}.",
            show_default=DEFAULT,
            autocompletion=completion.templates,
        ),
    ] = "",
    source: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE", help="Create next year's draft from this contract.", **READ),
    ] = None,
    xlsx: Annotated[
        bool,
        typer.Option("--xlsx", help="Write a form to fill in as a workbook; `ka-terms import` reads it."),
    ] = False,
    output: Annotated[
        Path | None, output_option("Write to FILE. References to other files are relative to it.")
    ] = None,
    *,
    session: Session,
) -> None:
    """Write a scenario template with comments.

    \b
    Examples: ka-terms init --output my-contract.yaml
              ka-terms init --template convenience
              ka-terms init --from scenarios/2003-agreed.yaml --output scenarios/2004-draft.yaml
              ka-terms init --xlsx --output form.xlsx
    """
    from ka_terms.cli.errors import both

    asked = [
        name
        for name, is_asked in (("--xlsx", xlsx), ("--template", template), ("--from", source))
        if is_asked
    ]
    if len(asked) > 1:
        raise both(asked[0], asked[1])
    if xlsx:
        _write_form(session)
    elif source:
        _write_draft(source, output, session)
    else:
        _write(_template(template or DEFAULT, session.words.language), output, session)


def _write_draft(source: Path, output: Path | None, session: Session) -> None:
    from ka_terms.writing.draft import draft

    _refuse_without_file(source, output)
    folder = output.parent if output else Path()
    _write(draft(session.load(source), folder, session.words.first), output, session)


def _write(text: str, output: Path | None, session: Session) -> None:
    """Put a scenario out. An editor completes and checks it by the schema beside it, which its first line names."""
    from ka_terms.writing.schema import FILE_NAME

    session.put(text)
    if output and not (schema := output.with_name(FILE_NAME)).exists():
        session.tell(
            message(
                "for completion and hints in your editor: ka-terms schema --output {schema}",
                schema=schema,
            )
        )


def _write_form(session: Session) -> None:
    from ka_terms.presentation.renderers.prepare import Look
    from ka_terms.presentation.renderers.registry import by_name
    from ka_terms.presentation.table import Report
    from ka_terms.presentation.workbook.form import form
    from ka_terms.writing.writer import check_target

    workbook = by_name("xlsx")
    check_target(workbook, session.output)
    filled = Report(workbook=form(session.words, session.catalogue))
    session.put(workbook.render(filled, Look(language=session.words.language)))


def _refuse_without_file(source: Path, output: Path | None) -> None:
    """Refuse a draft of standard input, and one that would replace the file that it refers to."""
    from ka_terms.cli.errors import refused
    from ka_terms.model.faults import Fault

    if source == STANDARD:
        expected = message("a file, because the draft refers to it")
        raise refused("--from", Fault(message("standard input"), expected, message("name a file")))
    if output and source.resolve() == output.resolve():
        found, fix = message("the file of --from"), message("name another file")
        expected = message("another file, because the draft refers to the file of --from")
        raise refused("--output", Fault(found, expected, fix))


def _template(name: str, language: str) -> str:
    from ka_terms.cli.errors import refused
    from ka_terms.model.faults import none_of

    if name not in template_names():
        raise refused("--template", none_of(name, template_names()))
    return template_text(name, language)
