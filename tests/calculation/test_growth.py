"""Growth taken apart, with the exercise of the training deck."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.growth import Growth, growth_of
from ka_terms.calculation.readings.exact import ratio
from ka_terms.model.contract.plan.plan import Plan
from tests.contracts import each


def year(sales: object, opening: object, new: object = 0, last_year: object = None) -> dict[str, Any]:
    return {"sales": sales, "stores": {"opening": opening, "new": new}, "last_year": last_year}


def growth(this: dict[str, Any], last: dict[str, Any]) -> Growth:
    found = growth_of(Plan.model_validate({**this, "last_year": last}))
    assert found is not None
    return found


YEAR_2001 = year(262_500, 150, 50)
YEAR_2002 = year(470_000, 200, 70)


def rounded(value: Decimal | None, digits: int) -> str:
    assert value is not None
    return f"{value:.{digits}f}"


def test_the_exercise_of_the_deck() -> None:
    """VPO 1,500 and 2,000; growth 134.3% x 133.3% = 179.0%; VPO needed in 2003 = 611,000 / 310."""
    vpo = {}
    for name, plan in (("2001", YEAR_2001), ("2002", YEAR_2002)):
        sales, stores = exact_figures(Plan.model_validate(plan), "sales", "stores.average")
        vpo[name] = ratio(sales, stores)
    assert vpo == {"2001": 1500, "2002": 2000}
    found = growth(YEAR_2002, YEAR_2001)
    assert [rounded(part and part * 100, 1) for part in (found.horizontal, found.vertical, found.total)] == [
        "134.3",
        "133.3",
        "179.0",
    ]
    needed = Plan.model_validate(year("130%", 270, 80, YEAR_2002))
    sales, stores = exact_figures(needed, "sales", "stores.average")
    assert each(sales, stores) == (611_000, 310)
    assert rounded(ratio(sales, stores), 2) == "1970.97"


def test_growth_multiplies() -> None:
    """Stores 3 -> 5 and VPO 3 -> 5: sales 9 -> 25. The deck cuts 166.67% to 166% and rounds 277.78% to 278%."""
    found = growth(year(25, 5), year(9, 3))
    assert [rounded(part, 4) for part in (found.horizontal, found.vertical, found.total)] == [
        "1.6667",
        "1.6667",
        "2.7778",
    ]


def test_without_last_year_there_is_no_growth() -> None:
    assert growth_of(Plan.model_validate(year(5, 5))) is None


@pytest.mark.parametrize(
    ("this", "last", "parts"),
    [
        (year(20, 5), year(10, 5), ("2", "1", "2")),
        (year(20, 5), {"sales": 10}, ("2", None, None)),
        ({"sales": 20}, year(10, 5), ("2", None, None)),
        (year(20, 5), year(0, 5), (None, "1", None)),
        (year(0, 5), year(10, 5), ("0", "1", "0")),
        (year(20, 5), year(10, 0), ("2", None, None)),
        (year(20, 0), year(10, 5), ("2", "0", None)),
        (year("+100%", 10), year(10, 5), ("2", "2", "1")),
        (year(20, 5), year("-50%", 5, 0, {"sales": 20}), ("2", "1", "2")),
    ],
)
def test_what_a_year_lacks_is_not_made_up(
    this: dict[str, Any], last: dict[str, Any], parts: tuple[str | None, ...]
) -> None:
    found = growth(this, last)
    expected = [None if part is None else Decimal(part) for part in parts]
    assert [found.total, found.horizontal, found.vertical] == expected


counts = st.integers(1, 10_000)


@given(counts, counts, counts, counts)
def test_total_growth_is_horizontal_times_vertical(
    sales: int, stores: int, before: int, stores_before: int
) -> None:
    found = growth(year(sales, stores), year(before, stores_before))
    assert found.total is not None
    assert found.horizontal is not None
    assert found.vertical is not None
    assert abs(found.horizontal * found.vertical - found.total) <= found.total * Decimal("1e-26")
