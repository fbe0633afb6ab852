"""An outlook as a report: what was estimated, how probable each tier is, what to expect of every fee."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil, log10
from typing import TYPE_CHECKING, TypeVar

from ka_terms.model.numbers.currency import MINOR_DIGITS
from ka_terms.model.vocabulary.metrics import BOUNDED
from ka_terms.presentation.fields import Field, In, headers, placed
from ka_terms.presentation.numbers import rounded, significant
from ka_terms.presentation.quantities import percent, quantity
from ka_terms.presentation.reports.charts.sensitivity import distributions
from ka_terms.presentation.reports.notes import notes
from ka_terms.presentation.reports.what_if.outlook_rows import (
    CHANCE,
    CROSSING,
    ESTIMATE,
    EXPECTED,
    PERCENTILE,
    calculated,
    drawn,
    flat_table,
    mean_of,
    named,
    outlook_record,
)
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table, text
from ka_terms.presentation.wording.kinds import kind_of_figure
from ka_terms.presentation.wording.metric_words import banner, metric_emphasis, metric_kind
from ka_terms.presentation.wording.periods import period
from ka_terms.presentation.wording.terms import tier_says
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.uncertainty.outlook import Outlook, PeriodTiers
    from ka_terms.model.vocabulary.metrics import Metric

T = TypeVar("T")
_FINEST = 1e-15
"""No number is held more exactly, whatever the error of an integral."""
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def outlook_report(found: Outlook, words: Words) -> Report:
    """Everything `outlook` says of one contract."""
    headline = _headline(found, words)
    tables = [_estimates(found, words), _tiers(found, words), _expected(found, words)]
    tables += [_percentiles(found, words), _walk_away(found, words)]
    return Report(
        headline=(headline,),
        tables=[table for table in tables if table.rows],
        notes=notes(words, _notes(found, words)),
        flat=flat_table(found, words),
        record=lambda: outlook_record(found),
        title=found.likely.scenario.scenario,
        internal=words.say("internal_banner")
        if found.walk_away
        else banner([one.metric for one in found.expected], words),
        currency=found.likely.scenario.currency,
        charts=[*distributions(found, headline, words)],
    )


def _headline(found: Outlook, words: Words) -> str:
    """Total fees and their percentage of sales: calculated if possible, else simulated."""
    scenario = found.likely.scenario
    expected = {
        one.metric.name: calculated(one.computed) or drawn(one.simulated)[0] for one in found.expected
    }
    fees, ratio = expected["total_fees"], expected["fee_ratio"]
    assert fees is not None  # every fee of a contract has an amount
    return words.say(
        "outlook_headline",
        name=scenario.scenario,
        fees=quantity(fees, Kind.MONEY, scenario.currency, 0),
        ratio=words.percent(ratio),
        at_mean=quantity(found.at_mean.total_fees, Kind.MONEY, scenario.currency, 0),
    )


def _headers(fields: Iterable[Field[T]], found: Outlook, words: Words, *labels: str) -> tuple[str, ...]:
    return (*map(words, labels), *headers(_told(fields, found), words))


def _told(fields: Iterable[Field[T]], found: Outlook) -> list[Field[T]]:
    """What stands in the table; what is computed only where something is."""
    told = placed(fields, In.TABLE)
    return [field for field in told if field.key != "computed" or found.summed is not None]


def _cells(
    fields: Iterable[Field[T]], one: T, kind: Kind, found: Outlook, emphasis: Emphasis = Emphasis.NONE
) -> Iterator[Cell]:
    """Each value, but a standard error of a share in percent to two significant digits: two decimals may read zero."""
    for field in _told(fields, found):
        value = field.of(one)
        if field.key == "standard_error" and kind is Kind.RATIO and value is not None:
            yield Cell(percent(significant(value, 2)), kind)
            continue
        if kind is Kind.MONEY and value is not None and field.key not in ("at_mean", "at_likely"):
            # More digits than those of the minor unit would only be noise.
            value = rounded(value, MINOR_DIGITS[found.likely.scenario.currency])
        yield Cell(value, kind, emphasis=Emphasis.NONE if field.key == "standard_error" else emphasis)


def _estimates(found: Outlook, words: Words) -> Table:
    rows = tuple(
        (text(words.figure(one.path)), *(Cell(field.of(one), kind_of_figure(one.kind)) for field in ESTIMATE))
        for one in found.uncertain
    )
    return Table(_headers(ESTIMATE, found, words, "figure"), rows, title=words("estimates"))


def _tiers(found: Outlook, words: Words) -> Table:
    rows = tuple(
        (
            text(_of_period(each, words) if position == 0 else ""),
            text(tier_says(status.tier, status.term, words)),
            Cell(status.bound, kind_of_figure(status.kind)),
            *_cells(CHANCE, chance, Kind.RATIO, found),
        )
        for each in found.all_tiers
        for position, (status, chance) in enumerate(each.tiers)
    )
    return Table(_headers(CHANCE, found, words, "term", "tier", "bound"), rows, title=words("tiers"))


def _of_period(each: PeriodTiers, words: Words) -> str:
    """The name of a term; of one that is settled by period, with that of the period."""
    name = words.fee_of(each.term)
    if each.settlement is None:
        return name
    return words.say(
        "join.value", name=name, value=period(each.settlement.months, each.settlement.calendar, words)
    )


def _expected(found: Outlook, words: Words) -> Table:
    """The lines, whatever else was asked for, then the results as totals."""
    by_metric = {one.metric: one for one in found.expected}
    lines = [metric for metric in by_metric if metric.is_term]
    others = [metric for metric in by_metric if metric not in (*lines, *found.results)]
    rows = []
    for metric in (*lines, *others, *found.results):
        (label, kind), emphasis = named(metric, words), metric_emphasis(metric.name)
        rows.append((text(label, emphasis), *_cells(EXPECTED, by_metric[metric], kind, found, emphasis)))
    columns = _headers(EXPECTED, found, words, "measure")
    return Table(columns, tuple(rows), title=words("expectation"), total_rows=len(found.results))


def _percentiles(found: Outlook, words: Words) -> Table:
    """A row a percentile, and for every metric its value and the standard error of that."""
    columns, rows = [words("percentile")], [[text(f"{at}%")] for at in found.percents]
    for metric, values in found.percentiles.items():
        label, kind = named(metric, words)
        columns += [label, _of_metric("standard_error", metric, words)]
        for row, at in zip(rows, found.percents, strict=True):
            row.extend(_cells(PERCENTILE, values[at] if values else None, kind, found))
    return Table(tuple(columns), tuple(map(tuple, rows)), title=words("percentiles"))


def _of_metric(key: str, metric: Metric, words: Words) -> str:
    """A label of the program for one metric: `Fee ratio: standard error`."""
    return words.joined(lambda one: one.say("join.colon").join([named(metric, one)[0], one.within(one(key))]))


def _walk_away(found: Outlook, words: Words) -> Table:
    rows = tuple(
        (
            *(text(words(metric)), Cell(bound, metric_kind(BOUNDED[metric]))),
            *_cells(CHANCE, chance, Kind.RATIO, found),
        )
        for metric, bound, chance in found.walk_away
    )
    return Table(_headers(CROSSING, found, words, "measure", "walk_away"), rows, title=words("internal"))


def _notes(found: Outlook, words: Words) -> Iterator[str]:
    method = found.method
    distribution = words.first(f"distribution.{method.distribution}")
    yield words.say("draws_note", draws=f"{method.draws:,}", distribution=distribution, seed=method.seed)
    if len(found.uncertain) > 1:
        yield words.say("independent_note")
    for one in found.uncertain:
        if kind_of_figure(one.kind) is Kind.COUNT and mean_of(one) != one.mean_drawn:
            mean, rounded = words.count(mean_of(one)), words.count(one.mean_drawn)
            yield words.say(
                "rounded_mean_note", figure=words.first.figure(one.path), mean=mean, rounded=rounded
            )
    if found.summed is not None:
        key, (one,) = "summed_note" if found.summed else "integrated_note", found.uncertain
        yield words.say(key, count=f"{one.last - one.first + 1:,}", error=_error(found))


def _error(found: Outlook) -> str:
    """The largest relative error of the calculated values, as a power of ten: `10⁻⁹`."""
    integrals = [one.computed for one in found.expected if one.computed and one.computed.value]
    error = max([one.error / abs(one.value) for one in integrals], default=0.0)
    exponent = str(ceil(log10(max(error, _FINEST))))
    return f"10{exponent.translate(_SUPERSCRIPTS)}"
