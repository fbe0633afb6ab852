"""Slips are told from words of their own."""

from __future__ import annotations

import pytest

from ka_terms.model.spelling import likely_meant

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
        ("monthlq_rebatx", "monthly_rebate"),
        ("acrd_fee", "card_fee"),
        ("xcard_fee", "card_fee"),
        ("dm_tgfe", "dm_tg_fee"),
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


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("陈列废", "陈列费"),
        ("条码废", "条码费"),
        ("條碼廢", "條碼費"),
        ("海抱费", "海报费"),
        ("沉列费", "陈列费"),
        ("新品上价费", "新品上架费"),
        # Of what stands side by side by sound: the first character of all, the last, and the furthest apart.
        ("啊姨费", "阿姨费"),
        ("坐位费", "座位费"),
        ("报装费", "包装费"),
        ("SHELF-FEE", "shelf_fee"),
        ("shelffee", "shelf_fee"),
        ("Shelf\u2010fee", "shelf_fee"),
    ],
)
def test_a_character_off_or_alike_but_for_case(typed: str, meant: str) -> None:
    known = ["陈列费", "条码费", "條碼費", "海报费", "新品上架费", "shelf_fees", "shelf_fee"]
    known += ["阿姨费", "座位费", "包装费"]
    assert likely_meant(typed, known) == meant


@pytest.mark.parametrize(
    "own",
    [
        *(
            "無條件月返",
            "無條件季返",
            "有條件年返",
            "老店開幕費",
            "三次陈列费",
            "样品费",
            "端午费",
            "装修费",
            "海运费",
        ),
        *("堆費費", "报费", "海抱費", "端ㄅ费", "端，费"),
    ],
)
def test_a_character_that_makes_another_fee(own: str) -> None:
    known = [
        "無條件年返",
        "無條件年返",
        "新店開幕費",
        "二次陈列费",
        "新品费",
        "端架费",
        "装卸费",
        "海报费",
        "堆頭費",
    ]
    assert likely_meant(own, known) == ""


@pytest.mark.parametrize(
    ("own", "known"),
    [
        ("late_fee", "data_fee"),
        ("bag_card", "tag_card"),
        ("rebate_iii", "rebate_i"),
        ("poster", "poster费"),
        ("a架费", "端架费"),
        ("大堆头费", "小堆头费"),
        ("promotion2", "promotion1"),
    ],
)
def test_short_parts_and_what_tells_one_fee_from_another_make_other_words(own: str, known: str) -> None:
    assert likely_meant(own, [known]) == ""


def test_names_of_other_numbers_or_of_no_letters_are_not_alike() -> None:
    assert likely_meant("fee_1_1", ["fee_11"]) == ""
    assert likely_meant("_", ["-"]) == ""
    assert likely_meant("fee_1_1", ["fee_1_1", "Fee 1 1"]) == "Fee 1 1"


def test_numbered_names_are_meant_to_be_close() -> None:
    assert likely_meant("promotion_2", ["promotion_1", "promotion"]) == ""
    assert likely_meant("fee_b", ["fee_a"]) == ""


def test_the_nearest_is_meant_the_first_of_equals() -> None:
    assert likely_meant("rebatee", ["rebates", "rebate", "rebaten"]) == "rebates"
    assert likely_meant("monthly_rebat", ["monthy_rebate", "monthly_rebate"]) == "monthly_rebate"


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("raet_fee", "rate_fee"),
        ("arte_fee", "rate_fee"),
        ("xrate_fee", "rate_fee"),
        ("mxnqhly_rebate", "monthly_rebate"),
        ("list_ing_fes", "listing_fee"),
        ("cards_fex", "cards_fee"),
        ("DMf", "DM费"),
    ],
)
def test_one_swap_or_change_is_a_slip_wherever_it_is_in_a_word(typed: str, known: str) -> None:
    assert likely_meant(typed, [known]) == known


@pytest.mark.parametrize(
    ("own", "known"),
    [
        ("card_fex", "card_fee"),
        ("annual_robata", "annual_rebate"),
        ("aret_fee", "rate_fee"),
        ("reat_fees", "rate_fee"),
        ("promotion2", "promotion1"),
        ("DM", "DM费"),
        ("大堆头费", "小堆头费"),
        ("d架费", "端架费"),
    ],
)
def test_what_is_too_short_or_tells_fees_apart_is_no_slip(own: str, known: str) -> None:
    assert likely_meant(own, [known]) == ""


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        pytest.param("阿婆费", "啊婆费", id="the very first of the common characters"),
        pytest.param("坐位费", "座位费", id="the very last of them"),
        pytest.param("剥膜费", "薄膜费", id="side by side over the end of a row"),
        pytest.param("剥纹费", "豹纹费", id="as far apart as characters that sound alike may be"),
    ],
)
def test_characters_sound_alike_within_ten_places(typed: str, known: str) -> None:
    assert likely_meant(typed, [known]) == known


def test_characters_eleven_places_apart_do_not_sound_alike() -> None:
    assert likely_meant("剥纹费", ["鲍纹费"]) == ""
