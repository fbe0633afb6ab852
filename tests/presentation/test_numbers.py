"""How a typed cell is written, for people and for programs."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.presentation.numbers import (
    NONE,
    NumberStyle,
    Unit,
    money_digits,
    name_unit,
    parse_unit,
    plain,
    write,
)
from ka_terms.presentation.table import Cell, Kind, Report, Table, changed, text

WAN = Unit("万", 4)
PLAIN = NumberStyle()
WHOLE = NumberStyle(digits=0)
SCALED = NumberStyle(unit=WAN)


@pytest.mark.parametrize(
    ("value", "kind", "signed", "style", "shown"),
    [
        ("986100", Kind.MONEY, False, PLAIN, "986,100.00"),
        ("986100.00", Kind.MONEY, False, WHOLE, "986,100"),
        ("0.125", Kind.MONEY, False, PLAIN, "0.13"),
        ("-0.125", Kind.MONEY, False, PLAIN, "-0.13"),
        ("0.135", Kind.MONEY, False, PLAIN, "0.14"),
        ("0.5", Kind.MONEY, False, WHOLE, "1"),
        ("6030000", Kind.MONEY, True, WHOLE, "+6,030,000"),
        ("-72350", Kind.MONEY, True, WHOLE, "-72,350"),
        ("0", Kind.MONEY, True, WHOLE, "0"),
        ("-0.00", Kind.MONEY, True, PLAIN, "0.00"),
        ("-0.004", Kind.MONEY, False, PLAIN, "0.00"),
        ("0.004", Kind.MONEY, True, PLAIN, "0.00"),
        ("4020000", Kind.MONEY, False, SCALED, "402.00"),
        ("50", Kind.MONEY, False, SCALED, "0.01"),
        ("-72350", Kind.MONEY, True, SCALED, "-7.24"),
        ("1970.967741935483870967741935", Kind.AVERAGE, False, PLAIN, "1,970.97"),
        ("99999.99", Kind.AVERAGE, False, PLAIN, "99,999.99"),
        ("100000.4", Kind.AVERAGE, False, PLAIN, "100,000"),
        ("-143571.43", Kind.AVERAGE, True, PLAIN, "-143,571"),
        ("143571.43", Kind.AVERAGE, False, SCALED, "14.36"),
        ("0.245298507", Kind.RATIO, False, PLAIN, "24.53%"),
        ("0.00005", Kind.RATIO, False, PLAIN, "0.01%"),
        ("1.343", Kind.INDEX, False, PLAIN, "134.3%"),
        ("1.5", Kind.INDEX, True, PLAIN, "+150.0%"),
        ("-0.0733", Kind.INDEX, True, PLAIN, "-7.3%"),
        ("-0.1544", Kind.POINTS, True, PLAIN, "-15.44 pts"),
        ("0.092", Kind.POINTS, True, NumberStyle(points="個百分點"), "+9.20 個百分點"),
        ("28", Kind.COUNT, False, PLAIN, "28"),
        ("28.50", Kind.COUNT, False, PLAIN, "28.5"),
        ("0.0625", Kind.COUNT, False, PLAIN, "0.0625"),
        ("28.08333333", Kind.COUNT, False, PLAIN, "28.08"),
        ("28.99999", Kind.COUNT, False, PLAIN, "29"),
        ("1E+6", Kind.COUNT, True, PLAIN, "+1,000,000"),
        ("100", Kind.COUNT, False, SCALED, "100"),
        ("-0.00001", Kind.COUNT, True, PLAIN, "0"),
        ("1E+3", Kind.TEXT, False, PLAIN, "1000"),
        ("NaN", Kind.RATIO, False, PLAIN, "n/a"),
        ("-Infinity", Kind.MONEY, False, NumberStyle(na="無"), "無"),
    ],
)
def test_written_for_people(value: str, kind: Kind, signed: bool, style: NumberStyle, shown: str) -> None:
    assert write(Cell(Decimal(value), kind, signed), style) == shown


@pytest.mark.parametrize(
    ("value", "kind", "style", "shown"),
    [
        ("986100", Kind.MONEY, PLAIN, "986100.00"),
        ("986100.00", Kind.MONEY, WHOLE, "986100"),
        ("0.125", Kind.MONEY, PLAIN, "0.125"),
        ("4020000", Kind.MONEY, SCALED, "402"),
        ("72350", Kind.AVERAGE, SCALED, "7.235"),
        ("0.2452985074626865671641791045", Kind.RATIO, PLAIN, "0.2452985074626865671641791045"),
        ("1E+6", Kind.COUNT, PLAIN, "1000000"),
        ("1E-7", Kind.RATIO, PLAIN, "0.0000001"),
        ("-0.1544", Kind.POINTS, PLAIN, "-0.1544"),
        ("-0", Kind.COUNT, PLAIN, "0"),
        ("NaN", Kind.MONEY, PLAIN, ""),
    ],
)
def test_written_for_programs(value: str, kind: Kind, style: NumberStyle, shown: str) -> None:
    assert plain(Cell(Decimal(value), kind, signed=True), style) == shown


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in (Kind.TEXT, Kind.FACT)])
def test_no_change_is_a_dash_for_people_and_zero_for_programs(kind: Kind) -> None:
    assert write(changed(Decimal("-0.00"), kind), PLAIN) == "–"
    assert write(changed(Decimal("0.00000001"), kind), PLAIN).strip("% pts") in ("0", "0.0", "0.00")
    assert write(changed(None, kind), PLAIN) == "n/a"
    assert Decimal(plain(changed(Decimal(0), kind), PLAIN)) == 0


def test_absent_values_and_texts_in_a_column_of_numbers() -> None:
    assert write(Cell(None, Kind.MONEY), PLAIN) == "n/a"
    assert write(Cell(None), PLAIN) == ""
    assert write(Cell("-", Kind.MONEY), PLAIN) == "-"
    assert plain(Cell(None, Kind.RATIO), PLAIN) == plain(Cell(None), PLAIN) == ""
    assert plain(Cell("-", Kind.MONEY), PLAIN) == "-"
    assert write(Cell(5, Kind.MONEY), WHOLE) == plain(Cell(5, Kind.MONEY), WHOLE) == "5"


NUMBERS = st.decimals(min_value=Decimal(-(10**15)), max_value=Decimal(10**15), places=6)


@given(NUMBERS)
def test_money_rounds_as_a_spreadsheet_does(value: Decimal) -> None:
    with localcontext() as context:
        context.prec = 60
        expected = value.quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert Decimal(write(Cell(value, Kind.MONEY), PLAIN).replace(",", "")) == expected


@given(NUMBERS, st.sampled_from([kind for kind in Kind if kind is not Kind.TEXT]))
def test_programs_get_the_exact_number(value: Decimal, kind: Kind) -> None:
    assert Decimal(plain(Cell(value, kind), PLAIN)) == value
    scaled = value.scaleb(-4) if kind in {Kind.MONEY, Kind.AVERAGE} else value
    assert Decimal(plain(Cell(value, kind), SCALED)) == scaled


def test_a_number_longer_than_the_ambient_precision_stays_exact() -> None:
    value = Decimal("123456789012345678901234567890.125")
    assert write(Cell(value, Kind.MONEY), PLAIN) == "123,456,789,012,345,678,901,234,567,890.13"
    assert plain(Cell(value, Kind.MONEY), PLAIN) == "123456789012345678901234567890.125"


@pytest.mark.parametrize(
    ("value", "kind", "shown"),
    [
        ("333.335", Kind.MONEY, "333.335"),
        ("333.3", Kind.MONEY, "333.30"),
        ("0.12345678", Kind.RATIO, "12.345678%"),
        ("0.25", Kind.RATIO, "25.00%"),
        ("12.345678", Kind.COUNT, "12.345678"),
    ],
)
def test_a_stated_number_has_all_its_digits(value: str, kind: Kind, shown: str) -> None:
    assert write(Cell(Decimal(value), kind, stated=True), PLAIN) == shown


def test_units() -> None:
    assert parse_unit("1") == NONE
    assert [parse_unit(label).power for label in ("k", "万", "萬", "M", "亿", "億")] == [3, 4, 4, 6, 8, 8]
    with pytest.raises(ValueError, match=r"Found 'thousand'\. Expected one of 1, k, M, 万"):
        parse_unit("thousand")


def test_money_has_decimals_only_where_an_amount_of_the_report_has() -> None:
    whole = [Cell(Decimal("5000.00"), Kind.MONEY), Cell(Decimal("0.5"), Kind.RATIO), Cell(None, Kind.MONEY)]
    assert money_digits(whole, 2) == 0
    assert money_digits([*whole, Cell(Decimal("0.10"), Kind.MONEY)], 2) == 2
    assert (
        money_digits([Cell(7, Kind.MONEY), Cell("-", Kind.MONEY), Cell(Decimal("NaN"), Kind.MONEY)], 2) == 0
    )
    cents = Table(("costs",), ((Cell(Decimal("0.10"), Kind.MONEY),),))
    assert (
        money_digits(Report(flat=cents).cells(), 2) == money_digits(Report(tables=(cents,)).cells(), 2) == 2
    )


MONEY = Cell(Decimal(1), Kind.MONEY)
RATIO = Cell(Decimal(1), Kind.RATIO)


def test_the_unit_stands_in_the_headers_of_amounts() -> None:
    table = Table(("Term", "costs", "share"), ((text("Rebate"), MONEY, RATIO),))
    assert name_unit(table, WAN).columns == ("Term", "costs (万)", "share")
    assert name_unit(table, WAN).rows == table.rows
    assert name_unit(table, NONE) is table


def test_the_unit_stands_in_the_rows_where_measures_do() -> None:
    table = Table(("", "2002"), ((text("Sales"), MONEY), (text("Fee ratio"), RATIO)))
    named = name_unit(table, WAN)
    assert named.columns == table.columns
    assert [row[0].value for row in named.rows] == ["Sales (万)", "Fee ratio"]


def test_the_unit_never_stands_beside_a_number_that_is_no_amount() -> None:
    table = Table(
        ("Input", "Current", "Fee"),
        ((text("Stores"), Cell(2, Kind.COUNT), MONEY), (text("Sales"), MONEY, MONEY)),
    )
    named = name_unit(table, WAN)
    assert named.columns == ("Input", "Current", "Fee (万)")
    assert [row[0].value for row in named.rows] == ["Stores", "Sales (万)"]
    grid = Table(("", "1,000", "2,000"), ((text("3"), MONEY, MONEY),), title="Fees")
    assert name_unit(grid, WAN) == grid._replace(title="Fees (万)")


def test_the_unit_is_named_in_the_brackets_of_the_language() -> None:
    table = Table(("條款", "DM + TG"), ((text("月返"), MONEY),))
    assert name_unit(table, WAN, "{label}（{unit}）").columns == ("條款", "DM + TG（万）")


def test_rows_without_a_name_leave_the_unit_to_the_headers() -> None:
    table = Table(("at", "costs"), ((RATIO, MONEY), (MONEY, RATIO)))
    assert name_unit(table, WAN).columns == ("at (万)", "costs (万)")
