"""From gross sales to what the account contributes: a waterfall a contract, with a bar from zero for each subtotal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ka_terms.presentation.chart import Axis, Chart, Series, Shape
from ka_terms.presentation.reports.pnl.labels import short_label
from ka_terms.presentation.table import Kind
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.pnl.lines import Pnl


def waterfall(pnl: Pnl, title: str, words: Words) -> Chart:
    """The lines of one contract; those that take nothing off have no bar, and what is not known has none."""
    lines = [line for line in pnl.lines if line.is_level or line.amount]
    return Chart(
        "waterfall",
        Shape.WATERFALL,
        title,
        Axis(""),
        Axis(words("amount"), Kind.MONEY),
        (Series(words("amount"), tuple(line.amount for line in lines)),),
        categories=tuple(words.joined(partial(short_label, line.key, pnl)) for line in lines),
        levels=tuple(index for index, line in enumerate(lines) if line.is_level),
    )
