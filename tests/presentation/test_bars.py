"""Bars: as long as their share, the same columns in ASCII."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.presentation.bars import bar, two_sided
from ka_terms.text.safe import typewriter
from ka_terms.text.width import text_width

sizes = st.decimals(0, 10**15, places=2)


@pytest.mark.parametrize(
    ("part", "drawn"),
    [
        (Decimal(0), ""),
        (None, ""),
        (Decimal(-3), ""),
        (Decimal("0.001"), "▏"),
        (Decimal(1), "▊"),
        (Decimal(5), "████"),
        (Decimal("7.5"), "██████"),
        (Decimal(10), "████████"),
        (Decimal(11), "████████"),
    ],
)
def test_a_bar_is_as_long_as_its_share(part: Decimal | None, drawn: str) -> None:
    assert bar(part, Decimal(10), 8) == drawn


def test_nothing_is_drawn_against_nothing() -> None:
    assert bar(Decimal(5), Decimal(0)) == ""
    assert two_sided(None, None, Decimal(0), 3) == "\xa0\xa0\xa0│"


def test_falls_stand_left_of_the_middle_and_rises_right() -> None:
    one, two = Decimal(1), Decimal(2)
    assert two_sided(one, None, two, 4) == "\xa0\xa0██│"
    assert two_sided(None, one, two, 4) == "\xa0\xa0\xa0\xa0│██"
    assert two_sided(two, Decimal("0.3"), two, 4) == "████│▋"
    assert two_sided(Decimal("0.9"), two, two, 4) == "\xa0\xa0██│████"
    assert two_sided(Decimal("0.7"), two, two, 4) == "\xa0\xa0▐█│████"


def test_in_ascii_a_bar_keeps_its_columns() -> None:
    assert typewriter("█▉▊▋▌▍▎▏") == "#####..."
    assert typewriter(two_sided(Decimal("0.7"), Decimal("0.3"), Decimal(2), 4)) == "  ##|#"


@given(sizes, sizes, sizes, st.integers(1, 40))
def test_no_bar_is_wider_than_its_place(fall: Decimal, rise: Decimal, whole: Decimal, width: int) -> None:
    drawn = two_sided(fall, rise, whole, width)
    assert drawn.index("│") == width
    assert text_width(drawn) == text_width(typewriter(drawn)) <= 2 * width + 1


@given(sizes, sizes, st.integers(1, 40))
def test_a_longer_bar_is_the_larger_part(one: Decimal, other: Decimal, width: int) -> None:
    whole = max(one, other)
    assert text_width(bar(min(one, other), whole, width)) <= text_width(bar(whole, whole, width))
    assert len(bar(whole, whole, width)) == (width if whole else 0)
