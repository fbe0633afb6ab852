"""Elements of WordprocessingML."""

from __future__ import annotations

from typing import Any


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
