"""The report on a set of accounts: its sentence first, then accounts, groups, years, attention, and what is due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from ka_terms.presentation.chart import Axis, Chart, Series, Shape
from ka_terms.presentation.fields import columns, flat_cells, record, table
from ka_terms.presentation.numbers import rounded
from ka_terms.presentation.reports.portfolio.fields import (
    attention_fields,
    due_fields,
    group_fields,
    row_fields,
    together_fields,
)
from ka_terms.presentation.table import Cell, Kind, Report, Table, changed, text
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.portfolio.portfolio import By, Portfolio

_DRAWN = 15
"""Accounts in the picture: the largest."""


class Swept(NamedTuple):
    """The sets with something put into all of them: what, and each set after it."""

    said: str
    sets: tuple[Portfolio, ...]


def portfolio_report(
    found: Sequence[Portfolio],
    words: Words,
    by: Sequence[By] = (),
    top: int | None = None,
    swept: Sequence[Swept] = (),
) -> Report:
    """Everything that `portfolio` says of one set a currency; `by` are the groups shown, `top` the accounts."""
    said = [_sentence(one, words, with_currency=len(found) > 1) for one in found]
    internal = any(row.account.contribution is not None for one in found for row in one.rows)
    return Report(
        headline=said,
        tables=[*_all_tables(found, words, by, top), *_swept_tables(found, swept, words)],
        notes=[*dict.fromkeys(note for one in found for note in _notes(one, words, top))],
        flat=_flat(found),
        record=lambda: _record(found, words, swept),
        title=said[0],
        internal=words.say("internal_banner") if internal else "",
        currency=found[0].currency,
        charts=[chart for one in found for chart in _charts(one, words)],
    )


def _sentence(found: Portfolio, words: Words, *, with_currency: bool) -> str:
    change = found.change
    parts = [
        words.say(
            "portfolio.costs",
            count=found.total.accounts,
            ratio=words.percent(found.total.fee_ratio),
            currency=f" ({found.currency})" if with_currency else "",
        )
    ]
    if change is not None and found.before:
        points = words.points(abs(change))
        is_all = found.before.accounts == found.total.accounts
        key = words.by_sign("portfolio.moved" if is_all else "portfolio.moved_of", change)
        parts.append(words.say(key, points=points, number=found.before.accounts))
    sentence = words.say("portfolio.join").join(parts)
    if large := found.concentration:
        tail = words.say("portfolio.make", count=large.accounts, share=f"{rounded(large.share * 100, 0):f}%")
        return words.say("portfolio.sentence_with", text=sentence, tail=tail)
    return words.say("portfolio.sentence", text=sentence)


def _all_tables(
    found: Sequence[Portfolio], words: Words, by: Sequence[By], top: int | None
) -> Iterator[Table]:
    """The tables of each set; of several with the currency in their titles."""
    for one in found:
        for made in _tables(one, words, by, top):
            yield made._replace(title=f"{made.title} ({one.currency})") if len(found) > 1 else made


def _tables(found: Portfolio, words: Words, by: Sequence[By], top: int | None) -> Iterator[Table]:
    title = words("portfolio.title") if found.year is None else f"{words('portfolio.title')} {found.year}"
    made = table(row_fields(found), found.rows[:top], words, title)
    yield _with_total(made, found, words)
    has_channels = any(row.account.channel for row in found.rows)
    asked: Sequence[By] = by or (
        ("channel", "nature", "category") if has_channels else ("nature", "category")
    )
    for group in asked:
        if group == "account":
            continue
        rows = found.years if group == "year" else found.groups[group]
        if rows:
            yield table(group_fields(group, found, words), rows[:top], words, words(f"portfolio.by_{group}"))
    if found.years and "year" not in asked:
        yield table(group_fields("year", found, words), found.years, words, words("portfolio.by_year"))
    if attention := found.attention_of(top):
        yield table(attention_fields(words), attention, words, words("portfolio.attention_title"))
    if found.due:
        yield table(together_fields(words), found.due_together, words, words("portfolio.due_title"))


def _with_total(made: Table, found: Portfolio, words: Words) -> Table:
    """The table of accounts with a last row for all of them, shown or not."""
    total = {
        words("sales"): Cell(found.total.sales, Kind.MONEY),
        words("total_fees"): Cell(found.total.fees, Kind.MONEY),
        words("fee_ratio"): Cell(found.total.fee_ratio, Kind.RATIO),
        words("portfolio.share"): Cell(found.whole, Kind.RATIO),
        words("portfolio.fixed_share"): Cell(found.total.fixed_share, Kind.RATIO),
        words("portfolio.change"): changed(found.change, Kind.POINTS)
        if found.change is not None
        else text(""),
        words("contribution"): Cell(found.total.contribution, Kind.MONEY),
        words("portfolio.due"): Cell(found.due_amount, Kind.MONEY),
    }
    _, *others = made.columns
    cells = (text(words("portfolio.total")), *(total.get(header, text("")) for header in others))
    return made._replace(rows=(*made.rows, cells), total_rows=1)


def _swept_tables(found: Sequence[Portfolio], swept: Sequence[Swept], words: Words) -> Iterator[Table]:
    if not swept:
        return
    for at, one in enumerate(found):
        headers = tuple(map(words, ("portfolio.swept", "sales", "total_fees", "fee_ratio", "portfolio.more")))
        rows = [
            (words("portfolio.as_planned"), one, None),
            *((each.said, each.sets[at], each.sets[at].more(one)) for each in swept),
        ]
        yield Table(
            headers,
            tuple(
                (
                    text(said),
                    Cell(made.total.sales, Kind.MONEY),
                    Cell(made.total.fees, Kind.MONEY),
                    Cell(made.total.fee_ratio, Kind.RATIO),
                    text("") if more is None else changed(more, Kind.MONEY),
                )
                for said, made, more in rows
            ),
            words("portfolio.swept_title"),
        )


def _notes(found: Portfolio, words: Words, top: int | None) -> Iterator[str]:
    if top is not None and len(found.rows) > top:
        yield words.say("portfolio.more_rows", count=len(found.rows) - top)
    if found.before and found.comparable and found.before.accounts < found.total.accounts:
        yield words.say("portfolio.compared", count=found.before.accounts)
    if found.passed_over:
        names = words.listed(one.scenario for one in found.passed_over[:5])
        yield words.say("portfolio.passed_over", count=len(found.passed_over), names=names)
    yield words.say("portfolio.due_note", first=found.first.isoformat(), last=found.last.isoformat())


def _charts(found: Portfolio, words: Words) -> Iterator[Chart]:
    """The fees of the largest accounts, and their fee ratios."""
    rows, title = found.rows[:_DRAWN], _sentence(found, words, with_currency=False)
    names = tuple(row.account.account for row in rows)
    values = {
        "total_fees": (tuple(row.account.fees for row in rows), Kind.MONEY),
        "fee_ratio": (tuple(row.fee_ratio for row in rows), Kind.RATIO),
    }
    for key, (numbers, kind) in values.items():
        yield Chart(
            key,
            Shape.BARS,
            title,
            Axis(""),
            Axis(words(key), kind),
            (Series(words(key), numbers),),
            categories=names,
        )


def _flat(found: Sequence[Portfolio]) -> Table:
    rows = [flat_cells(row_fields(one), row) for one in found for row in one.rows]
    return Table(columns(row_fields(found[0])), tuple(rows))


def _record(found: Sequence[Portfolio], words: Words, swept: Sequence[Swept]) -> dict[str, Any]:
    return {
        "format_version": FORMAT_VERSION,
        "portfolios": [_of_set(one, words) for one in found],
        "swept": [{"set": each.said, "totals": [_sums(one.total) for one in each.sets]} for each in swept],
    }


def _of_set(found: Portfolio, words: Words) -> dict[str, Any]:
    return {
        "currency": found.currency,
        "year": found.year,
        "total": _sums(found.total),
        "before": found.before and _sums(found.before),
        "comparable": found.comparable and _sums(found.comparable),
        "change": found.change,
        "concentration": found.concentration and found.concentration._asdict(),
        "accounts": [record(row_fields(found), row) for row in found.rows],
        "groups": {
            by: [record(group_fields(by, found, words), group) for group in groups]
            for by, groups in found.groups.items()
        },
        "years": [record(group_fields("year", found, words), group) for group in found.years],
        "attention": [record(attention_fields(words), pair) for pair in found.attention],
        "due": [record(due_fields(words), pair) for pair in found.due],
        "passed_over": [one.file for one in found.passed_over],
    }


def _sums(sums: Any) -> dict[str, Any]:
    return {**sums._asdict(), "fee_ratio": sums.fee_ratio, "fixed_share": sums.fixed_share}
