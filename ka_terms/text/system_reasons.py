"""What an operating system says of an error, as a message that other languages have too."""

from __future__ import annotations

import errno

from ka_terms.text.messages import message

_REASONS = {
    errno.EACCES: message("Permission denied"),
    errno.EPERM: message("Operation not permitted"),
    errno.ENOSPC: message("No space left on device"),
    errno.EROFS: message("Read-only file system"),
    errno.EIO: message("Input/output error"),
    errno.ENOTDIR: message("Not a directory"),
    errno.ELOOP: message("Too many levels of symbolic links"),
    errno.ENOMEM: message("Cannot allocate memory"),
}
"""By the number of the error, in the words of the C library."""


def reason_of(error: Exception) -> str:
    """The reason of an error; one that is not in the table as the system says it, empty where it says nothing."""
    number, text = getattr(error, "errno", None), getattr(error, "strerror", None) or ""
    return _REASONS.get(number, text) if number is not None else text
