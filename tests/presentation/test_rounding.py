"""One rounding for all that is shown: half up, in sentences as in the tables below them."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

import ka_terms.presentation
from ka_terms.presentation.quantities import quantity
from ka_terms.presentation.table import Kind
from tests.cli.material import scenario
from tests.cli.running import run

PACKAGE = Path(ka_terms.presentation.__file__).parent
TIE = """
plan: {sales: 10M, stores: {opening: 40000, new: 0}}
terms: {monthly_rebate: {amount: 912500}, annual_rebate: {rate: 0%}}
private: {margin: 30%}
"""
"""Fees of 9.125% of sales."""
STORES = """
plan: {sales: 10M, stores: {opening: 1000, new: 0}}
terms: {monthly_rebate: {amount: 12505}}
"""
"""Fees of 12.505 a store."""


@pytest.mark.parametrize(
    "words",
    [
        ("sweep", "--vary", "annual_rebate=0%,1%"),
        ("tornado",),
        ("solve", "--vary", "sales", "--for", "fee_ratio <= 9.125%"),
        ("show",),
    ],
    ids=lambda words: words[0],
)
def test_a_share_between_two_hundredths_is_the_upper_one_everywhere(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    shown = run(words[0], scenario(tmp_path, text=TIE), *words[1:]).out
    assert "9.12%" not in shown
    assert "9.13%" in shown or "9.125%" in shown


def test_an_average_is_the_same_in_a_sentence_and_in_the_table(tmp_path: Path) -> None:
    file = scenario(tmp_path, text=STORES)
    shown = run("sweep", file, "--vary", "sales=10M,11M", "--metric", "fees_a_store").out
    assert "12.50" not in shown
    assert shown.count("12.51") >= 3


@pytest.mark.parametrize(
    ("value", "kind", "currency", "digits", "text"),
    [
        ("0.09125", Kind.RATIO, "", 4, "9.13%"),
        ("0.09125", Kind.RATIO, "", None, "9.125%"),
        ("0.240", Kind.RATIO, "", 4, "24%"),
        ("1.30005", Kind.INDEX, "", 4, "130.01%"),
        ("-0.00125", Kind.RATIO, "", 4, "-0.13%"),
        ("12.505", Kind.AVERAGE, "CNY", 2, "12.51"),
        ("12.495", Kind.AVERAGE, "JPY", 2, "12.50"),
        ("12.001", Kind.AVERAGE, "CNY", 2, "12"),
        ("1234567.885", Kind.MONEY, "CNY", None, "1,234,567.89"),
        ("1234567.5", Kind.MONEY, "JPY", None, "1,234,568"),
        ("1234567.5", Kind.MONEY, "CNY", 0, "1,234,568"),
        ("1.0049999996", Kind.MONEY, "CNY", 6, "1.00"),
        ("5", Kind.MONEY, "CNY", None, "5"),
        ("2.0625", Kind.COUNT, "", None, "2.0625"),
        ("2.0625", Kind.COUNT, "", 3, "2.063"),
        ("-0.0004", Kind.COUNT, "", 3, "0"),
    ],
)
def test_a_quantity_in_a_sentence(
    value: str, kind: Kind, currency: str, digits: int | None, text: str
) -> None:
    assert quantity(Decimal(value), kind, currency, digits) == text


def test_nothing_shown_is_rounded_elsewhere() -> None:
    """Other ways to round take the ambient context, which is half even."""
    # Lengths on a page are whole numbers of its smallest unit, which nobody reads.
    drawn = {"slides", "pictures", "paper_docx.py"}
    files = [path for path in PACKAGE.rglob("*.py") if not {"numbers.py", *drawn} & {*path.parts}]
    rounding = re.compile(r"\.quantize\(|\bround\(|ROUND_HALF|:[,+]*\.[0-9]+f\}")
    found = [
        f"{path.name}: {found[0]}" for path in files for found in rounding.finditer(path.read_text("utf-8"))
    ]
    assert [one for one in found if not one.startswith("messages_")] == []
