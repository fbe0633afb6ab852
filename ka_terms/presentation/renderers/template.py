"""What a document of the house has to be, for a format that fills one in."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from ka_terms.text.messages import Message, message


class UnfitTemplate(ValueError):
    """A file that the format cannot fill in. `expected` is what it should be, `fix` how to make it so."""

    def __init__(self, expected: Message, fix: Message) -> None:
        self.expected, self.fix = expected, fix
        super().__init__(expected)


_COMMENT = re.compile(rb"<(?:\w+:)?(?:comment|cm|cmAuthor)[\s>]")


def has_comments(template: bytes) -> bool:
    """Whether an office file holds comments, or the names of those who wrote some."""
    with ZipFile(BytesIO(template)) as archive:
        names = [name for name in archive.namelist() if "comment" in name.lower() and name.endswith(".xml")]
        return any(_COMMENT.search(archive.read(name)) for name in names)


def with_remarks() -> UnfitTemplate:
    """The refusal of a template whose remarks would go along to whoever gets the report."""
    return UnfitTemplate(
        message("a template without comments, tracked changes and speaker notes"),
        message("remove them, because they would go along"),
    )


def set_core_properties(properties: Any, title: str) -> None:
    """The title, and nothing of whoever made the file or the template."""
    properties.title = title[:255]
    for name in (
        "author",
        "category",
        "comments",
        "content_status",
        "keywords",
        "last_modified_by",
        "subject",
    ):
        setattr(properties, name, "")
