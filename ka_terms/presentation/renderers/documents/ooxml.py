"""Elements of WordprocessingML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_MINUS = re.compile(r"(?<![\w-])-(?=\d)")
"""Of a number, not between the parts of a date or a name."""


def element(name: str, *inner: Any, **attributes: str) -> Any:
    """An element by its name, `w:p`; attributes are of the same namespace."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    for each in inner:
        made.append(each)
    return made


def letters(line: str, *, signs_stay: bool) -> Iterator[Any]:
    """The content of a run; where `signs_stay`, no line ends behind the minus of a number.

    In columns of numbers a plain hyphen stays, which spreadsheets read as a minus when it is copied.
    """
    for index, part in enumerate(_MINUS.split(line) if signs_stay else [line]):
        if index:
            yield element("w:noBreakHyphen")
        text = element("w:t")
        text.text = part
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        yield text
