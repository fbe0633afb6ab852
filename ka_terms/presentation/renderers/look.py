"""What a renderer is told besides the report: the one set of options all of them share."""

from __future__ import annotations

from dataclasses import dataclass, field

from ka_terms.presentation.numbers import NumberStyle


@dataclass(frozen=True, slots=True)
class Look:
    """How a report is to look; a renderer ignores what its format has no use for.

    `width`: columns of the terminal, or None for the natural width, as when piped. `color`: whether the
    output goes to a terminal that takes colours. `ascii`: no box characters and no typographic signs.
    """

    style: NumberStyle = field(default_factory=NumberStyle)
    width: int | None = None
    color: bool = False
    ascii: bool = False
