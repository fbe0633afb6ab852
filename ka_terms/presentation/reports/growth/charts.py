"""Growth as pictures: from one year's sales to the next, and from last year's to the target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.presentation.chart import Axis, Chart, Series, Shape
from ka_terms.presentation.reports.growth.fields import block_label, open_key, year_label
from ka_terms.presentation.reports.growth.sentences import headline
from ka_terms.presentation.table import Kind
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.growth.growth import AccountGrowth
    from ka_terms.analysis.growth.target import Needs

Step = tuple[str, Decimal | None]


def charts(found: AccountGrowth, words: Words) -> list[Chart]:
    """The bridge from last year to the target, and the years; none without a last year."""
    drawn = []
    if found.needs:
        drawn.append(_bridge(found.needs, found, words))
    if any(year.change for year in found.years):
        drawn.append(_years(found, words))
    return drawn


def _bridge(needs: Needs, found: AccountGrowth, words: Words) -> Chart:
    """Last year's sales, each block, what is open, and the target."""
    steps: list[Step] = [(words("growth.last_year"), needs.before)]
    steps += [(block_label(block, words), block.amount) for block in needs.blocks]
    steps += [
        (words(open_key(needs)), needs.open),
        (words(f"growth.target_{needs.source}"), needs.target),
    ]
    title = next(headline(found, words))
    return _waterfall("bridge", title, steps, (0, len(steps) - 1), words)


def _years(found: AccountGrowth, words: Words) -> Chart:
    """The sales of each year, and between two years what stores and VPO changed."""
    steps, levels = [*_steps(found, words)], []
    for at, (_, _, is_level) in enumerate(steps):
        if is_level:
            levels.append(at)
    return _waterfall(
        "years",
        words("growth.years_title"),
        [(label, amount) for label, amount, _ in steps],
        tuple(levels),
        words,
    )


def _steps(found: AccountGrowth, words: Words) -> Iterator[tuple[str, Decimal | None, bool]]:
    for year in found.years:
        if year.change:
            if year.change.stores is None:
                yield words("growth.change"), year.change.total, False
            else:
                yield words("growth.from_stores"), year.change.stores, False
                yield words("growth.from_vpo"), year.change.vpo, False
        yield year_label(year, words), year.sales, True


def _waterfall(key: str, title: str, steps: Sequence[Step], levels: tuple[int, ...], words: Words) -> Chart:
    return Chart(
        key,
        Shape.WATERFALL,
        title,
        Axis(""),
        Axis(words("sales"), Kind.MONEY),
        (Series(words("sales"), tuple(amount for _, amount in steps)),),
        categories=tuple(label for label, _ in steps),
        levels=levels,
    )
