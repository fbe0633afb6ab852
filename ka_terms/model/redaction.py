"""What the model refuses of a program's own values, without the values: such errors end in logs."""

from __future__ import annotations

from pydantic import ValidationError
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

from ka_terms.model.faults import HIDDEN_VALUE, Fault, Path, refusal
from ka_terms.model.privacy import is_private, tells_private
from ka_terms.text.messages import message
from ka_terms.text.unseen import escaped

_NOT_SAID = str(Fault(HIDDEN_VALUE, message("a valid value")))
_SAYS_NO_VALUE = frozenset({"missing", "frozen_instance", "json_invalid", "extra_forbidden"})
"""The validator's own kinds of error whose words hold nothing of the input."""


def without_values(error: ValidationError, within: Path = ()) -> ValidationError:
    """The same error without anything of the input but what its own sentences quote, and of what is private nothing.

    `within` is the path of the value in a scenario.
    """
    details = [_bare(detail, within) for detail in error.errors()]
    return ValidationError.from_exception_data(error.title, details, hide_input=True)


def _bare(detail: ErrorDetails, within: Path) -> InitErrorDetails:
    kind, loc = detail["type"], (*within, *detail["loc"])
    if kind == "fault":
        told = refusal(*(_bare_fault(fault, loc) for fault in detail["ctx"]["faults"]))
    else:
        hidden = kind not in _SAYS_NO_VALUE and (is_private(loc) or tells_private(detail["msg"]))
        told = PydanticCustomError(kind, "{text}", {"text": _NOT_SAID if hidden else detail["msg"]})
    return InitErrorDetails(type=told, loc=_bare_path(loc)[len(within) :], input=None)


def _bare_fault(fault: Fault, loc: Path) -> Fault:
    path = (*loc, *fault.at)
    if is_private(path) or any(map(tells_private, (fault.found, fault.mend))):
        return fault.hidden()._replace(at=_bare_path(path)[len(loc) :])
    return fault


def _bare_path(path: Path) -> Path:
    """A path without the keys that stand where only private values do, what no one sees as escapes."""
    return tuple(_bare_step(step, path[:at]) for at, step in enumerate(path))


def _bare_step(step: str | int, above: Path) -> str | int:
    # Nothing private is a list: a number is a key there.
    if tells_private(str(step)) or (is_private(above) and any(map(str.isnumeric, str(step)))):
        return "..."
    return step if isinstance(step, int) else escaped(step)
