"""How the typed value of a cell becomes text: for people (`write`) and for programs (`plain`).

Arithmetic is on Decimal, in a context that never rounds by itself; rounding is half up, as in spreadsheets.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple

from ka_terms.model.faults import none_of
from ka_terms.model.numbers.units import SCALES, SHOWN
from ka_terms.presentation.chart import Axis
from ka_terms.presentation.table import Cell, Kind, Table

EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN, rounding=ROUND_HALF_UP)
"""The ambient context keeps 28 digits, which is too few to shift or round a longer number exactly."""

_SCALED = frozenset({Kind.MONEY, Kind.AVERAGE})
_SCALED_DIGITS = 2
_AVERAGE_DIGITS = 2
_AVERAGE_WHOLE_FROM = Decimal(100_000)
"""Where decimals of an average would only be noise."""
_INDEX_DIGITS = 1
_RATIO_DIGITS = 2
_COUNT_DIGITS = 2
_COUNT_EXACT_DIGITS = 4
_STATED_DIGITS = 6
"""No file states more decimals; what is worked out from it may have some."""


class Unit(NamedTuple):
    """What amounts are divided by: 10 to the `power`. `label` stands in the headers."""

    label: str
    power: int


NONE = Unit("", 0)


def parse_unit(text: str) -> Unit:
    """A unit by its label; `1` is no unit. Errors: ValueError that names the choices."""
    if text == "1":
        return NONE
    if text not in SHOWN:
        raise ValueError(none_of(text, ("1", *SHOWN)).sentence())
    return Unit(text, SCALES[text])


class NumberStyle(NamedTuple):
    """How numbers are written throughout one report.

    `digits`: decimals of money without a unit; see `money_digits`. `na`: what an absent number reads. `points`: the
    word after a difference of two ratios. `no_change`: what a change of exactly zero reads; one that only rounds to
    zero shows its digits. `with_unit`: how a label names the unit of its amounts.
    """

    digits: int = 2
    unit: Unit = NONE
    na: str = "n/a"
    points: str = "pts"
    no_change: str = "–"
    facts: tuple[str, str] = ("no", "yes")
    """What reads for what is not so, and for what is."""
    with_unit: str = "{label} ({unit})"


def money_digits(cells: Iterable[Cell], minor_digits: int) -> int:
    """Decimals for the amounts of a report: none if every amount is whole, else those of the currency."""
    whole = all(is_whole(cell.value) for cell in cells if cell.kind is Kind.MONEY)
    return 0 if whole else minor_digits


def is_whole(value: str | Decimal | int | None) -> bool:
    """Whether it has no decimals but zeros, or is no number."""
    return not isinstance(value, Decimal) or not value.is_finite() or value == value.to_integral_value()


def write(cell: Cell, style: NumberStyle) -> str:
    """For people: grouped thousands, percent signs, a plus sign where the cell is signed and above zero.

    The sign is that of the rounded number, so that zero never carries one. An absent number, or one that is
    not finite, reads `style.na`.
    """
    if isinstance(cell.value, str) or (cell.value is None and cell.kind is Kind.TEXT):
        return cell.value or ""
    value = exact(cell, style)
    if value is None:
        return style.na
    if cell.change and not value:
        return style.no_change
    return _number(cell, value, style)


def _number(cell: Cell, value: Decimal, style: NumberStyle) -> str:
    if cell.kind is Kind.TEXT:
        return trimmed(value)
    if cell.kind is Kind.FACT:
        return style.facts[bool(value)]
    if cell.kind is Kind.COUNT:
        return (
            trimmed(rounded(value, _STATED_DIGITS), form=",f")
            if cell.stated
            else _quantity(value, cell.signed)
        )
    if cell.kind in _SCALED:
        return _grouped(value, _digits(cell, value, _amount_digits(cell.kind, value, style)), cell.signed)
    return _percentage(cell, value, style)


def _digits(cell: Cell, shown: Decimal, least: int) -> int:
    """The decimals of a number that is `shown` with `least`: of a stated one as many as a file can state."""
    own = len(trimmed(shown).partition(".")[2]) if cell.stated else 0
    return max(least, min(own, _STATED_DIGITS))


def _amount_digits(kind: Kind, value: Decimal, style: NumberStyle) -> int:
    if kind is Kind.AVERAGE:
        return 0 if abs(value) >= _AVERAGE_WHOLE_FROM else _AVERAGE_DIGITS
    return _SCALED_DIGITS if style.unit.power else style.digits


def _percentage(cell: Cell, value: Decimal, style: NumberStyle) -> str:
    digits = _INDEX_DIGITS if cell.kind is Kind.INDEX else _RATIO_DIGITS
    scaled = value.scaleb(2, EXACT)
    number = _grouped(scaled, _digits(cell, scaled, digits), cell.signed)
    return f"{number} {style.points}" if cell.kind is Kind.POINTS else f"{number}%"


def forms(unit: Unit) -> dict[str, dict[str, int | str | None]]:
    """How `write` writes numbers of each kind, for a program that does so elsewhere, by the name of the kind.

    `power`: a number is shifted by so many powers of ten first. `digits`: its decimals, None for those of money.
    `exact`: it keeps up to so many decimals of its own. `whole_from`: from here on it has none. `sign`: what follows.
    """
    money = _SCALED_DIGITS if unit.power else None
    return {
        Kind.MONEY.value: {"power": -unit.power, "digits": money, "sign": ""},
        Kind.AVERAGE.value: {
            "power": -unit.power,
            "digits": _AVERAGE_DIGITS,
            "whole_from": f"{_AVERAGE_WHOLE_FROM:f}",
            "sign": "",
        },
        Kind.RATIO.value: {"power": 2, "digits": _RATIO_DIGITS, "sign": "%"},
        Kind.INDEX.value: {"power": 2, "digits": _INDEX_DIGITS, "sign": "%"},
        Kind.POINTS.value: {"power": 2, "digits": _RATIO_DIGITS, "sign": "points"},
        Kind.COUNT.value: {"power": 0, "digits": _COUNT_DIGITS, "exact": _COUNT_EXACT_DIGITS, "sign": ""},
    }


def plain(cell: Cell, style: NumberStyle) -> str:
    """For programs: the exact number without grouping, plus sign, percent or exponent; nothing where absent.

    A ratio is a fraction (0.2453). Money keeps `style.digits` decimals, and more where its value has more.
    """
    if isinstance(cell.value, str):
        return cell.value
    value = exact(cell, style)
    if value is None:
        return ""
    digits = style.digits if cell.kind is Kind.MONEY and not style.unit.power else 0
    return trimmed(value, digits)


def exact(cell: Cell, style: NumberStyle) -> Decimal | None:
    """The value as a Decimal in the style's unit; None where it is absent or not finite."""
    if cell.value is None:
        return None
    value = Decimal(cell.value)
    if not value.is_finite():
        return None
    return value.scaleb(-style.unit.power, EXACT) if cell.kind in _SCALED else value


def rounded(value: Decimal, digits: int) -> Decimal:
    """Half up to `digits` decimals; zero comes out without a sign."""
    result = value.quantize(Decimal(1).scaleb(-digits), context=EXACT)
    return result or abs(result)


def significant(value: Decimal, digits: int) -> Decimal:
    """Half up to so many digits from the first that is no zero."""
    return Context(prec=digits, rounding=ROUND_HALF_UP).plus(value)


def _grouped(value: Decimal, digits: int, signed: bool) -> str:
    shown = rounded(value, digits)
    return f"{'+' if signed and shown > 0 else ''}{shown:,f}"


def _quantity(value: Decimal, signed: bool) -> str:
    """Exact up to four decimals, else rounded to two: 28, 28.5, 0.0625, 28.08; no trailing zeros."""
    decimals = len(trimmed(value).partition(".")[2])
    digits = decimals if decimals <= _COUNT_EXACT_DIGITS else _COUNT_DIGITS
    text = _grouped(value, digits, signed)
    return text.rstrip("0").rstrip(".") if digits else text


def trimmed(value: Decimal, least: int = 0, form: str = "f") -> str:
    """Every digit, no exponent, at least `least` decimals and no trailing zeros beyond them; grouped in form `,f`."""
    whole, _, fraction = format(value or abs(value), form).partition(".")
    fraction = fraction.rstrip("0").ljust(least, "0")
    return f"{whole}.{fraction}" if fraction else whole


def axis_with_unit(axis: Axis, style: NumberStyle) -> Axis:
    """The axis with the unit of its amounts in its label."""
    if not style.unit.power or axis.kind not in _SCALED:
        return axis
    return axis._replace(label=style.with_unit.format(label=axis.label, unit=style.unit.label).strip())


def name_unit(table: Table, unit: Unit, form: str = "{label} ({unit})") -> Table:
    """The table with the unit of its amounts in words: `Fee (M)`, as `form` writes a label with a unit.

    It stands in the header of each column of amounts. Where a column holds amounts beside other numbers, it follows
    the name of each row with an amount there instead. Where all numbers are amounts, as under the values of an input,
    it follows the title.
    """
    if not unit.power:
        return table

    def named(label: str, has_unit: bool) -> str:
        return form.format(label=label, unit=unit.label).strip() if has_unit else label

    if table.title and _has_only_amounts(table):
        return table._replace(title=named(table.title, True))
    mixed = _mixed_columns(table)
    in_row = [any(row[at].kind in _SCALED for at in mixed) for row in table.rows]
    others = [row for row, is_named in zip(table.rows, in_row, strict=True) if not is_named]
    in_header = (any(row[at].kind in _SCALED for row in others) for at in range(len(table.columns)))
    rows = (
        (row[0]._replace(value=named(str(row[0].value or ""), True)), *row[1:]) if is_named else row
        for row, is_named in zip(table.rows, in_row, strict=True)
    )
    return table._replace(columns=tuple(map(named, table.columns, in_header)), rows=tuple(rows))


def _has_only_amounts(table: Table) -> bool:
    """Whether every cell behind the first column, which names the row, is an amount."""
    return bool(table.rows) and all(cell.kind in _SCALED for row in table.rows for cell in row[1:])


def _mixed_columns(table: Table) -> list[int]:
    """The columns that hold amounts beside other numbers, in a table whose first column names its rows."""
    if any(row[0].kind is not Kind.TEXT for row in table.rows if row):
        return []
    return [at for at in range(len(table.columns)) if _is_mixed(row[at].kind for row in table.rows)]


def _is_mixed(kinds: Iterable[Kind]) -> bool:
    numbers = set(kinds) - {Kind.TEXT}
    return bool(numbers & _SCALED) and bool(numbers - _SCALED)
