"""Commands whose every answer stays in the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ka_terms.cli.errors import refused
from ka_terms.model.faults import Fault
from ka_terms.text.messages import message

if TYPE_CHECKING:
    from ka_terms.cli.session import Session


def refuse_reader(reader: str | None) -> None:
    """Refuse an edition for a reader outside."""
    if reader:
        expected = message("our own edition, because nothing of the result is for others")
        fix = message("use `ka-terms compare --for retailer`")
        raise refused("--for", Fault(message("an edition for the retailer"), expected, fix))


def require_internal(session: Session, reader: str | None = None) -> None:
    """Refuse an edition for a reader outside, and to answer where nobody has said that the answer stays inside."""
    refuse_reader(reader)
    if not session.internal:
        found = message("the command without {option}", option="--internal")
        expected = message("{option}, because nothing of the result is for others", option="--internal")
        raise refused("--internal", Fault(found, expected, message("add {option}", option="--internal")))
