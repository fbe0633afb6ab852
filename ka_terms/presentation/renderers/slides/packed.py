"""Packed files of the office, the same to the last byte whenever they are made."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_NO_DATE = (1980, 1, 1, 0, 0, 0)
"""The first that the format can write."""


def undated(content: bytes) -> bytes:
    """The archive with no trace of when its parts were packed."""
    file = BytesIO()
    with ZipFile(BytesIO(content)) as given, ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name in given.namelist():
            entry = ZipInfo(name, _NO_DATE)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, given.read(name))
    return file.getvalue()
