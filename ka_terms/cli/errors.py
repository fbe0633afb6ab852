"""What commands that ask "what if" share: from the words of an option to a input, a rule or a list of metrics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import typer

from ka_terms.model.faults import Fault, faults_of, in_a_row


@contextmanager
def blamed_on(option: str) -> Iterator[None]:
    """Tell a `ValueError` of the analysis, or of the model, as a wrong value of an option."""
    try:
        yield
    except ValueError as error:
        raise typer.BadParameter(reason(error), param_hint=option) from None


def reason(error: ValueError) -> str:
    """What was found, what was expected and how to mend it, without what pydantic adds around it."""
    from pydantic import ValidationError

    if isinstance(error, ValidationError):
        details = error.errors(include_url=False)
        parts = [
            _sentences((detail.get("ctx") or {}).get("faults", ())) or detail["msg"] for detail in details
        ]
        return in_a_row(*parts)
    return _sentences(faults_of(error)) or str(error)


def _sentences(faults: Iterable[Fault]) -> str:
    sentences = [fault.sentence() for fault in faults]
    return in_a_row(*sentences) if sentences else ""
