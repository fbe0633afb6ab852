"""Commands whose every answer stays in the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ka_terms.cli.errors import refused
from ka_terms.model.faults import Fault
from ka_terms.text.messages import message

if TYPE_CHECKING:
    from ka_terms.cli.session import Session


def require_internal(session: Session) -> None:
    """Refuse to answer where nobody has said that the answer stays in the house."""
    if not session.internal:
        found, expected = message("a question whose answer never leaves the house"), message("`--internal`")
        raise refused("--internal", Fault(found, expected, message("add `--internal`")))
