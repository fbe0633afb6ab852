"""What a renderer is told besides the report: the one set of options all of them share."""

from __future__ import annotations

from typing import NamedTuple

from ka_terms.presentation.numbers import NumberStyle


class Look(NamedTuple):
    """How a report is to look; a renderer ignores what its format has no use for.

    `width`: columns of the terminal, or None for the natural width, as when piped. `color`: whether the
    output goes to a terminal that takes colours. `ascii`: no box characters and no typographic signs. `mark`: open
    with a byte-order mark, for formats that have one.
    """

    style: NumberStyle = NumberStyle()
    width: int | None = None
    color: bool = False
    ascii: bool = False
    mark: bool = False
