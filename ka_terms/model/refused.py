"""What the model refuses of a program's own values, without the values: such errors end in logs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

from ka_terms.model.faults import Fault, Path
from ka_terms.model.privacy import is_private, tells_private
from ka_terms.model.unseen import escaped

_PRIVATE_FAULT = "expected {expected}"
_NOT_SAID = "a value that cannot stand here"


def without_values(error: ValidationError) -> ValidationError:
    """The same error without anything of the input but what its own sentences quote, and of what is private nothing."""
    details = [_bare(detail) for detail in error.errors(include_url=False)]
    return ValidationError.from_exception_data(error.title, details, hide_input=True)


def _bare(detail: ErrorDetails) -> InitErrorDetails:
    kind, loc = detail["type"], detail["loc"]
    context: Mapping[str, Any] = detail.get("ctx", {})
    if kind == "fault":
        faults = tuple(_bare_fault(fault, loc) for fault in context["faults"])
        text = " | ".join(map(_sentence, faults))
        told = PydanticCustomError("fault", "{text}", {"text": text, "faults": faults})
    else:
        hidden = is_private(loc) or tells_private(detail["msg"])
        text = _NOT_SAID if hidden and kind != "missing" else detail["msg"]
        told = PydanticCustomError(kind, "{text}", {"text": text})
    return InitErrorDetails(type=told, loc=_bare_path(loc), input=None)


def _bare_fault(fault: Fault, loc: Path) -> Fault:
    path = (*loc, *fault.at)
    if is_private(path) or any(map(tells_private, (fault.found, fault.mend))):
        return Fault("", fault.expected, "", _bare_path(path)[len(loc) :], fault.on_key)
    return fault


def _sentence(fault: Fault) -> str:
    return str(fault) if fault.found else _PRIVATE_FAULT.format(expected=fault.expected)


def _bare_path(path: Path) -> Path:
    """A path without the keys that stand where only private values do, what no one sees as escapes."""
    return tuple(
        step if isinstance(step, int) else escaped(step) if _plain(step, path[:at]) else "..."
        for at, step in enumerate(path)
    )


def _plain(step: str, above: Path) -> bool:
    return not tells_private(step) and not (is_private(above) and any(map(str.isnumeric, step)))
