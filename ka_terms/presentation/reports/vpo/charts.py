"""VPO as pictures: of accounts, the highest on top, and of channels."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.presentation.chart import Axis, Chart, Series, Shape
from ka_terms.presentation.reports.vpo.fields import channel_label, vpo_label
from ka_terms.presentation.reports.vpo.sentences import spread
from ka_terms.presentation.table import Kind
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.vpo.vpo import Vpo

MOST_BARS = 30
"""More accounts are in the tables alone: their names would not fit."""
Bar = tuple[str, Decimal | None]


def charts(found: Vpo, words: Words) -> Iterator[Chart]:
    """The accounts with a VPO, and the channels where there are several."""
    known = [one for one in found.accounts if one.measured is not None]
    ordered = sorted(known, key=lambda one: -(one.measured or 0))
    if not known:
        return
    title = next(spread(found, words))
    if len(known) > MOST_BARS:
        title = words.joined(
            lambda one: one.say(
                "accounts.highest",
                kind=one(vpo_label(found)),
                count=MOST_BARS,
                of=one.count(Decimal(len(known))),
            )
        )
    yield _bars("vpo", title, [(one.account.name, one.measured) for one in ordered[:MOST_BARS]], found, words)
    if len(found.channels) > 1:
        means: list[Bar] = [(channel_label(one.name, words), one.measured) for one in found.channels]
        means = sorted(means, key=lambda bar: -(bar[1] or 0))[:MOST_BARS]
        means.append((words("accounts.all"), found.total.measured))
        yield _bars("channels", [*spread(found, words)][-1], means, found, words)


def _bars(key: str, title: str, bars: list[Bar], found: Vpo, words: Words) -> Chart:
    kind = Kind.AVERAGE if found.measure == "sales" else Kind.COUNT
    label = words(vpo_label(found))
    series = Series(label, tuple(value for _, value in bars))
    return Chart(
        key,
        Shape.BARS,
        title,
        Axis(""),
        Axis(label, kind),
        (series,),
        categories=tuple(name for name, _ in bars),
    )
