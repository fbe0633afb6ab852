"""Slips are told from words of their own."""

from __future__ import annotations

import pytest

from ka_terms.analysis.spelling import likely_meant

KNOWN = (
    "monthly_rebate",
    "annual_rebate",
    "listing_fee",
    "dm_fee",
    "tg_fee",
    "card_fee",
    "dm_tg_fee",
    "年度返利",
    "年返利",
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("monthly_rebat", "monthly_rebate"),
        ("mothly_rebate", "monthly_rebate"),
        ("monhtly_rebate", "monthly_rebate"),
        ("montly_rebat", "monthly_rebate"),
        ("mnthy_rebate", "monthly_rebate"),
        ("anual_rebate", "annual_rebate"),
        ("listing_fees", "listing_fee"),
        ("Listing fes", "listing_fee"),
        ("listingfe", "listing_fee"),
        ("年度反利", "年度返利"),
    ],
)
def test_one_or_two_letters_off(typed: str, meant: str) -> None:
    assert likely_meant(typed, KNOWN) == meant


@pytest.mark.parametrize(
    "own",
    [
        "sm_fee",
        "late_fee",
        "rack_fee",
        "data_fee",
        "semiannual_rebate",
        "monthly_bonus",
        "半年返利",
        "季度返点",
        "店庆",
        "x",
        "",
    ],
)
def test_words_of_their_own(own: str) -> None:
    assert likely_meant(own, KNOWN) == ""


def test_numbered_names_are_meant_to_be_close() -> None:
    assert likely_meant("promotion_2", ["promotion_1", "promotion"]) == ""
    assert likely_meant("fee_b", ["fee_a"]) == ""


def test_the_nearest_is_meant_the_first_of_equals() -> None:
    assert likely_meant("rebatee", ["rebates", "rebate", "rebaten"]) == "rebates"
    assert likely_meant("monthly_rebat", ["monthy_rebate", "monthly_rebate"]) == "monthly_rebate"
