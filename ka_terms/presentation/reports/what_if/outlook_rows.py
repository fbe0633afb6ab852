"""An outlook for programs: its rows for csv and tsv, its record for json.

What is drawn or computed is a floating number with an error of its own; it is given to ten significant digits, which
every machine agrees on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, Any, TypeVar

from ka_terms.calculation.readings.exact import trimmed
from ka_terms.calculation.readings.fractions import round_fraction
from ka_terms.model.contract.plan.estimate import CASES, Case
from ka_terms.model.vocabulary.figures import GROWTH
from ka_terms.presentation.fields import Field, In, placed, record
from ka_terms.presentation.table import Cell, Kind, Table, text
from ka_terms.presentation.wording.kinds import kind_of_figure
from ka_terms.presentation.wording.metric_words import metric_kind, metric_label
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.uncertainty.distributions import UncertainFigure
    from ka_terms.analysis.uncertainty.outlook import Chance, Expected, Outlook, PeriodTiers
    from ka_terms.analysis.uncertainty.quadrature import Integral
    from ka_terms.analysis.uncertainty.simulation import SimulatedValue
    from ka_terms.calculation.tier_status import TierStatus
    from ka_terms.model.vocabulary.metrics import Metric

T = TypeVar("T")
_COLUMNS = ("part", "item", "label", "point", "value", "standard_error", "computed", "at_mean", "at_likely")
_MEAN_DIGITS = {GROWTH: 8, "stores.new": 4}
"""Decimals of growth, and of openings, whose mean need not be whole; sales are told as they are drawn."""


def statistic(value: float) -> Decimal:
    """A floating number to ten significant digits."""
    return Decimal(format(value, ".10g"))


def drawn(one: SimulatedValue | None) -> tuple[Decimal | None, Decimal | None]:
    """A figure found by drawing and its standard error; both None where it is n/a."""
    return (None, None) if one is None else (statistic(one.value), statistic(one.standard_error))


def calculated(one: Integral | None) -> Decimal | None:
    """A figure that was computed; None where it is n/a."""
    return None if one is None else statistic(one.value)


def mean_of(one: UncertainFigure) -> Decimal:
    """The mean of an estimate: to the minor unit of sales, to four decimals of openings, of growth as an index."""
    if one.path not in _MEAN_DIGITS:
        return one.mean_drawn
    return trimmed(round_fraction(one.mean_stated, Decimal(1).scaleb(-_MEAN_DIGITS[one.path])))


def _in_case(case: Case) -> Callable[[UncertainFigure], Decimal]:
    return lambda one: one.estimate.value(case)


def _drawn_as(name: str, label: str = "") -> tuple[Field[Chance | Expected], ...]:
    """What was drawn, under a name of its own; csv has all that was drawn in one column."""
    return (
        Field("value", lambda one: drawn(one.simulated)[0], places=In.CSV),
        Field(name, lambda one: drawn(one.simulated)[0], places=In.TABLE | In.JSON, label=label),
    )


ESTIMATE: tuple[Field[UncertainFigure], ...] = (
    *(Field(case, _in_case(case), label=f"case.{case}") for case in CASES),
    Field("mean", mean_of),
)
_ERROR_AND_COMPUTED: tuple[Field[Chance | Expected], ...] = (
    Field("standard_error", lambda one: drawn(one.simulated)[1]),
    Field("computed", lambda one: calculated(one.computed)),
)
CHANCE: tuple[Field[Chance], ...] = (*_drawn_as("probability"), *_ERROR_AND_COMPUTED)
CROSSING: tuple[Field[Chance], ...] = (*_drawn_as("probability", "crossed"), *_ERROR_AND_COMPUTED)
EXPECTED: tuple[Field[Expected], ...] = (
    *_drawn_as("simulated"),
    *_ERROR_AND_COMPUTED,
    Field("at_mean"),
    Field("at_likely"),
)
PERCENTILE: tuple[Field[SimulatedValue | None], ...] = (
    Field("value", lambda one: drawn(one)[0]),
    Field("standard_error", lambda one: drawn(one)[1]),
)


def flat_table(found: Outlook, words: Words) -> Table:
    """One row a figure; `part` says what of, `point` which case, tier (from 1), percentile or bound."""
    rows = (
        (*map(text, head), *(known.get(column, text("")) for column in _COLUMNS[len(head) :]))
        for head, known in _rows(found, words)
    )
    return Table(_COLUMNS, tuple(rows))


def _rows(found: Outlook, words: Words) -> Iterator[tuple[tuple[str, str, str, str], Mapping[str, Cell]]]:
    for one, field in product(found.uncertain, ESTIMATE):
        value = Cell(field.of(one), kind_of_figure(one.kind))
        yield ("estimate", one.path, words.figure(one.path), field.key), {"value": value}
    for each, (position, (_, chance)) in _each_tier(found):
        point = str(position)
        if each.settlement:
            point = f"{','.join(map(str, each.settlement.calendar))}: {position}"
        yield ("tier", each.term, words.fee_of(each.term), point), _known(CHANCE, chance, Kind.RATIO)
    for expected in found.expected:
        label, kind = named(expected.metric, words)
        yield ("expected", expected.metric.name, label, ""), _known(EXPECTED, expected, kind)
    for metric, values in found.percentiles.items():
        label, kind = named(metric, words)
        for percent, drawing in (values or {}).items():
            yield ("percentile", metric.name, label, str(percent)), _known(PERCENTILE, drawing, kind)
    for bounded, bound, chance in found.walk_away:
        yield ("walk_away", bounded, words(bounded), f"{bound:f}"), _known(CHANCE, chance, Kind.RATIO)


def _each_tier(found: Outlook) -> Iterator[tuple[PeriodTiers, tuple[int, tuple[TierStatus, Chance]]]]:
    """Every tier with its position, counted from 1."""
    return ((each, tier) for each in found.all_tiers for tier in enumerate(each.tiers, start=1))


def _known(fields: Iterable[Field[T]], item: T, kind: Kind) -> dict[str, Cell]:
    return {field.key: Cell(field.of(item), kind) for field in placed(fields, In.CSV)}


def named(metric: Metric, words: Words) -> tuple[str, Kind]:
    """The label of a metric, and how it is written."""
    return metric_label(metric, words), metric_kind(metric)


def outlook_record(found: Outlook) -> dict[str, Any]:
    """The outlook under the keys of json."""
    crossings = [
        {"metric": metric, "bound": bound, **record(CHANCE, chance)}
        for metric, bound, chance in found.walk_away
    ]
    return {
        "format_version": FORMAT_VERSION,
        "scenario": found.likely.scenario.scenario,
        **found.method._asdict(),
        "computed_by": {None: None, True: "sum", False: "quadrature"}[found.summed],
        "estimates": {one.path: record(ESTIMATE, one) for one in found.uncertain},
        "tiers": [
            {
                "term": each.term,
                **({"months": list(each.settlement.calendar)} if each.settlement else {}),
                "tier": position,
                "bound": status.bound,
                **record(CHANCE, chance),
            }
            for each, (position, (status, chance)) in _each_tier(found)
        ],
        "expected": {one.metric.name: record(EXPECTED, one) for one in found.expected},
        "percentiles": {
            metric.name: values and {str(at): record(PERCENTILE, value) for at, value in values.items()}
            for metric, values in found.percentiles.items()
        },
        **({"walk_away": crossings} if crossings else {}),
    }
