"""How the numbers of a sheet are to be shown, as the codes that spreadsheets have for it."""

from __future__ import annotations

from decimal import Decimal

from ka_terms.presentation.numbers import EXACT, NumberStyle, exact, trimmed
from ka_terms.presentation.sheet import Role, SheetCell
from ka_terms.presentation.table import Cell, Kind

_MOST_DECIMALS = 8
_PERCENT = frozenset({Kind.RATIO, Kind.INDEX})


def number_format(cell: SheetCell, number: Decimal | None, style: NumberStyle) -> str:
    """The code of a cell, with as many decimals as its number has where a file states it; nothing for a text."""
    if cell.kind is Kind.TEXT:
        return ""
    code = format_of(cell.kind, _decimals(cell, number, style), style)
    is_signed = cell.signed and cell.kind is not Kind.FACT
    return f"+{code};-{code};{style.no_change}" if is_signed else code


def format_of(kind: Kind, decimals: int, style: NumberStyle) -> str:
    """The code of numbers of a kind with so many decimals, those of a share in percent."""
    places = f".{'0' * decimals}" if decimals else ""
    match kind:
        case Kind.RATIO | Kind.INDEX:
            return f"0{places}%"
        case Kind.POINTS:
            return f'0{places}" {style.points.replace(chr(34), "")}"'
        case Kind.FACT:
            no, yes = (text.replace('"', "") for text in style.facts)
            return f'"{yes}";;"{no}"'
    return f"#,##0{places}"


def axis_format(kind: Kind, step: Decimal, style: NumberStyle) -> str:
    """The code of the numbers along an axis, with the decimals of the step between two of them."""
    return format_of(kind, min(_own(kind, step), _MOST_DECIMALS), style)


def in_unit(value: Decimal | int | None, kind: Kind, style: NumberStyle) -> Decimal | None:
    """The number as a cell holds it: an amount in the unit of the report; None where there is none."""
    number = exact(Cell(value, kind), style)
    if number is None or kind is not Kind.POINTS:
        return number
    return number.scaleb(2, EXACT)


def _own(kind: Kind, number: Decimal) -> int:
    """The decimals that a number has as it is shown."""
    return len(trimmed(number.scaleb(2) if kind in _PERCENT else number).partition(".")[2])


def _decimals(cell: SheetCell, number: Decimal | None, style: NumberStyle) -> int:
    """The least of its kind, and for what is stated or counted all that the number has."""
    is_stated = cell.stated or cell.role in (Role.INPUT, Role.MUTED)
    least = {
        Kind.MONEY: 2 if style.unit.power and not is_stated else style.digits,
        Kind.AVERAGE: 2,
        Kind.RATIO: 2,
        Kind.POINTS: 2,
        Kind.INDEX: 1,
    }.get(cell.kind, 0)
    if number is None or not (is_stated or cell.kind is Kind.COUNT):
        return least
    return max(
        least, min(_own(cell.kind, number), _MOST_DECIMALS if is_stated or cell.role is not Role.PLAIN else 4)
    )
