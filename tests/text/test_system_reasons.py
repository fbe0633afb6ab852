"""Reasons that the operating system gives."""

from __future__ import annotations

import errno
import os

import pytest

from ka_terms.text.messages import Message
from ka_terms.text.system_reasons import reason_of


def test_a_reason_that_is_known_is_a_message() -> None:
    reason = reason_of(PermissionError(errno.EACCES, os.strerror(errno.EACCES)))
    assert (isinstance(reason, Message), reason) == (True, "Permission denied")


@pytest.mark.parametrize(
    ("error", "reason"),
    [(OSError(errno.EXDEV, "across"), "across"), (OSError("odd"), ""), (ValueError("null byte"), "")],
)
def test_any_other_is_as_the_system_says_it(error: Exception, reason: str) -> None:
    assert reason_of(error) == reason
