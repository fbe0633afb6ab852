"""What commands that ask "what if" share: from the words of an option to a lever, a rule or a list of metrics."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer


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
        return "; ".join(str(each["msg"]) for each in error.errors(include_url=False))
    return str(error)
