"""`ka-terms schema`: the file format, for editors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from ka_terms.cli.options import output as output_option
from ka_terms.cli.shared import FOR_FILES, shared

if TYPE_CHECKING:
    from ka_terms.cli.session import Session


@shared(FOR_FILES)
def command(
    output: Annotated[Path | None, output_option("Write to FILE.")] = None,  # noqa: ARG001  # the session has it
    *,
    session: Session,
) -> None:
    """Print the JSON Schema of the file format, for editors.

    Editors with yaml-language-server use the schema if it is in the same folder under this name and the first line of
    the scenario is the line below.

    \b
    # yaml-language-server: $schema=ka-terms.schema.json

    \b
    Example: ka-terms schema --output scenarios/ka-terms.schema.json
    """
    from ka_terms.writing.schema import schema_text

    session.put(schema_text(session.catalogue, session.words.language))
