"""What each shape of term says, in three languages; the four contracts of the worked case among them."""

from __future__ import annotations

import pytest

from ka_terms.model.contract.terms.tiers import TieredTerm
from ka_terms.model.settings.catalogue import Catalogue, FeeType
from ka_terms.presentation.wording.terms import bound_says, says_of, tier_says
from ka_terms.presentation.words import Words, words
from ka_terms.text.languages import LANGUAGES
from tests.contracts import FULL_PLAN, Keys, case, contract

CATALOGUE = Catalogue(
    {
        "monthly_rebate": FeeType(
            "monthly_rebate", {"en": "Monthly rebate", "zh-Hant": "月返", "zh-Hans": "月返"}
        ),
        "listing_fee": FeeType(
            "listing_fee", {"en": "Listing fee", "zh-Hant": "新品上架費", "zh-Hans": "新品上架费"}
        ),
    }
)
PLAN: Keys = {**FULL_PLAN, "sales": "10,050,000", "events": {"dm": 4, "festival": 5, "launch": 1}}
OTHERS: Keys = {
    "monthly_rebate": {"rate": "1%"},
    "listing_fee": {"amount": 1000},
}


def _words(language: str) -> Words:
    return words([language], {}, CATALOGUE)


def _said(term: Keys, language: str = "en") -> str:
    scenario = contract({"fee": term, **OTHERS}, PLAN)
    return says_of("fee", scenario, _words(language))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "1% of sales; calculated only, not counted as a fee"),
        ("zh-Hant", "銷售額的 1%（僅計算，不計入費用）"),
        ("zh-Hans", "销售额的 1%（仅计算，不计入费用）"),
    ],
)
def test_what_is_not_owed_says_so(language: str, said: str) -> None:
    assert _said({"rate": "1%", "owed": False}, language) == said


CASE = {
    "2002 contract": {
        "monthly_rebate": ("2.5% of sales", "銷售額的 2.5%", "销售额的 2.5%"),
        "annual_rebate": ("from 4.5M: 0.5% of sales", "達 450萬：銷售額的 0.5%", "达 450万：销售额的 0.5%"),
        "new_store_fee": ("5,000 per new store", "每家新店 5,000", "每家新店 5,000"),
        "listing_fee": ("1,000 per new SKU per store", "每個新品每店 1,000", "每个新品每店 1,000"),
        "anniversary_fee": ("4,000 per store at start", "期初每店 4,000", "期初每店 4,000"),
        "dm_tg_fee": ("at least 8% of sales", "保底銷售額的 8%", "保底销售额的 8%"),
    },
    "2003 ask": {
        "monthly_rebate": ("3.5% of sales", "銷售額的 3.5%", "销售额的 3.5%"),
        "annual_rebate": (
            "from 4M: 1%, from 4.2M: 2%",
            "達 400萬：1%；達 420萬：2%",
            "达 400万：1%；达 420万：2%",
        ),
        "new_store_fee": ("8,000 per new store", "每家新店 8,000", "每家新店 8,000"),
        "listing_fee": ("1,500 per new SKU per store", "每個新品每店 1,500", "每个新品每店 1,500"),
        "anniversary_fee": ("6,000 per store", "每店 6,000", "每店 6,000"),
        "dm_tg_fee": (
            "5,000 per store, for each of 4 events, at least 8% of sales",
            "每店每次 5,000，共 4 次，保底銷售額的 8%",
            "每店每次 5,000，共 4 次，保底销售额的 8%",
        ),
        "festival_fee": (
            "500 per store, for each of 5 events",
            "每店每次 500，共 5 次",
            "每店每次 500，共 5 次",
        ),
    },
    "2003 proposal": {
        "monthly_rebate": ("1.5% of sales", "銷售額的 1.5%", "销售额的 1.5%"),
        "annual_rebate": (
            "from 9M: 0.5%, from 10M: 1%",
            "達 900萬：0.5%；達 1,000萬：1%",
            "达 900万：0.5%；达 1,000万：1%",
        ),
        "new_store_fee": ("5,000 per new store", "每家新店 5,000", "每家新店 5,000"),
        "listing_fee": (
            "1,000 per SKU per store, charged from the 36th SKU",
            "每個品項每店 1,000，第 36 個品項起計收",
            "每个单品每店 1,000，第 36 个单品起计收",
        ),
        "dm_tg_fee": (
            "3,500 per store, for each of 5 events",
            "每店每次 3,500，共 5 次",
            "每店每次 3,500，共 5 次",
        ),
    },
    "2003 agreed": {
        "monthly_rebate": ("2.5% of sales", "銷售額的 2.5%", "销售额的 2.5%"),
        "annual_rebate": (
            "from 7.5M: 0.8%, from 9M: 1.2%",
            "達 750萬：0.8%；達 900萬：1.2%",
            "达 750万：0.8%；达 900万：1.2%",
        ),
        "new_store_fee": ("5,000 per new store", "每家新店 5,000", "每家新店 5,000"),
        "listing_fee": ("1,000 per new SKU per store", "每個新品每店 1,000", "每个新品每店 1,000"),
        "anniversary_fee": ("4,000 per store", "每店 4,000", "每店 4,000"),
        "dm_tg_fee": (
            "3,500 per store, for each of 4 events",
            "每店每次 3,500，共 4 次",
            "每店每次 3,500，共 4 次",
        ),
    },
}


@pytest.mark.parametrize(("at", "language"), list(enumerate(LANGUAGES)))
@pytest.mark.parametrize("name", CASE)
def test_the_four_contracts(name: str, at: int, language: str) -> None:
    scenario = case(name)
    wording = {key: says_of(key, scenario, _words(language)) for key in scenario.terms}
    assert wording == {key: texts[at] for key, texts in CASE[name].items()}


@pytest.mark.parametrize(
    ("term", "english", "chinese"),
    [
        ({"rate": "2.5%", "of": "net_sales"}, "2.5% of net sales", "净销售额的 2.5%"),
        (
            {"rate": "1%", "less": ["monthly_rebate"]},
            "1% of sales after deducting monthly rebate",
            "销售额扣除月返后的 1%",
        ),
        (
            {"rate": "1%", "of": "net_sales", "less": ["monthly_rebate", "listing_fee"]},
            "1% of net sales after deducting monthly rebate and listing fee",
            "净销售额扣除月返、新品上架费后的 1%",
        ),
        ({"rate": "1%", "at_most": "100k"}, "1% of sales, at most 100,000", "销售额的 1%，封顶 100,000"),
        (
            {"rate": "1%", "at_least": 5, "at_most": "2% of net_sales"},
            "1% of sales, at least 5, at most 2% of net sales",
            "销售额的 1%，保底 5，封顶净销售额的 2%",
        ),
        ({"rate": "0.0625%"}, "0.0625% of sales", "销售额的 0.0625%"),
    ],
)
def test_a_rate(term: Keys, english: str, chinese: str) -> None:
    assert _said(term) == english
    assert _said(term, "zh-Hans") == chinese


@pytest.mark.parametrize(
    ("term", "english", "chinese"),
    [
        ({"amount": 50_000}, "50,000 lump sum", "固定金额 50,000"),
        ({"amount": "1.25M"}, "1.25M lump sum", "固定金额 125万"),
        ({"amount": 0}, "0 lump sum", "固定金额 0"),
        ({"amount": 0, "at_least": "8% of sales"}, "at least 8% of sales", "保底销售额的 8%"),
        ({"amount": 200, "per": "promoters"}, "200 per promoter", "200 × promoters"),
        ({"amount": "0.02", "per": "net_purchases"}, "0.02 × net purchases", "0.02 × net purchases"),
        ({"amount": 2, "per": "volume"}, "2 per unit sold", "每单位 2"),
        (
            {"amount": 9, "per": "last_year.stores.closing"},
            "9 × last year's stores at end",
            "9 × 去年期末门店数",
        ),
        ({"amount": 100, "per": "events.dm"}, "100, for each of 4 events", "每次 100，共 4 次"),
        (
            {"amount": 100, "per": ["stores.closing", "events.launch"]},
            "100 per store, for 1 event",
            "每店每次 100，共 1 次",
        ),
        (
            {"amount": 100, "per": ["stores.average", "events.dm", "events.festival"]},
            "100 per average store, for each of 4 × 5 events",
            "平均每店每次 100，共 4 × 5 次",
        ),
        (
            {"amount": 100, "per": ["skus.existing", "stores.new", "net_purchases"]},
            "100 × net purchases per existing SKU per new store",
            "每个原有单品每家新店 100 × net purchases",
        ),
    ],
)
def test_an_amount(term: Keys, english: str, chinese: str) -> None:
    assert _said(term) == english
    assert _said(term, "zh-Hans") == chinese


@pytest.mark.parametrize(
    ("per", "free", "english", "chinese"),
    [
        ("stores.closing", 2, "10 per store, charged from the 3rd store", "每店 10，第 3 家店起计收"),
        (
            "events.dm",
            1,
            "10, for each of 4 events, charged from the 2nd event",
            "每次 10，共 4 次，第 2 次起计收",
        ),
        (
            "promoters",
            10,
            "10 per promoter, charged from the 11th promoter",
            "10 × promoters，promoters 前 10 个免收",
        ),
        (
            "volume",
            "0.5",
            "10 per unit sold, first 0.5 units sold free of charge",
            "每单位 10，前 0.5 单位免收",
        ),
        ("stores.closing", 0, "10 per store", "每店 10"),
    ],
)
def test_a_free_allowance(per: str, free: object, english: str, chinese: str) -> None:
    term = {"amount": 10, "per": per, "free": {per: free}}
    assert _said(term) == english
    assert _said(term, "zh-Hans") == chinese


def _tiers(*tiers: Keys, mode: str = "whole", **more: object) -> Keys:
    return {"mode": mode, "tiers": list(tiers), **more}


@pytest.mark.parametrize(
    ("term", "english", "chinese"),
    [
        (_tiers({"over": "9M", "rate": "0.5%"}), "over 9M: 0.5% of sales", "超過 900萬：銷售額的 0.5%"),
        (
            _tiers({"from": "9M", "rate": "0.5%"}, {"over": "10M", "rate": "1%"}, mode="marginal"),
            "band by band: from 9M: 0.5%, over 10M: 1%",
            "超額累進：達 900萬：0.5%；超過 1,000萬：1%",
        ),
        (
            _tiers({"from": "110%", "rate": "0.5%"}, measure="growth"),
            "growth of at least +10%: 0.5% of sales",
            "比去年成長達 +10%：銷售額的 0.5%",
        ),
        (
            _tiers(
                {"from": "-10%", "rate": "1%"},
                {"over": "105%", "rate": "2%"},
                measure="growth",
                of="increment",
            ),
            "growth of at least -10%: 1%, growth over +5%: 2%; rates apply to sales above last year",
            "比去年成長達 -10%：1%；比去年成長超過 +5%：2%（按銷售增量計）",
        ),
        (
            _tiers({"from": "90%", "amount": 5000}, measure="achievement"),
            "target achievement from 90%: 5,000",
            "目標達成率達 90%：5,000",
        ),
        (
            _tiers({"from": "100%", "amount": 5000}, measure="achievement"),
            "target achievement from 100%: 5,000",
            "目標達成率達 100%：5,000",
        ),
        (
            _tiers({"from": 10_000, "amount": 5000}, {"over": "2M", "amount": "1.5M"}, measure="volume"),
            "volume from 10,000: 5,000, over 2M: 1.5M",
            "銷量達 10,000：5,000；超過 200萬：150萬",
        ),
        (
            _tiers({"from": "5M", "rate": "1%"}, of="increment"),
            "from 5M: 1% of sales above last year",
            "達 500萬：銷售增量的 1%",
        ),
        (
            _tiers({"from": "5M", "rate": "1%"}, {"from": "6M", "rate": "2%"}, of="net_sales"),
            "from 5M: 1%, from 6M: 2%; rates apply to net sales",
            "達 500萬：1%；達 600萬：2%（按淨銷售額計）",
        ),
        (
            _tiers({"from": "5M", "rate": "1%"}, {"from": "6M", "rate": "2%"}, less=["monthly_rebate"]),
            "from 5M: 1%, from 6M: 2%; rates apply to sales after deducting monthly rebate",
            "達 500萬：1%；達 600萬：2%（按銷售額扣除月返後計）",
        ),
        (
            _tiers({"from": 1, "amount": 7}, {"from": "6M", "rate": "2%"}, of="net_sales", at_most=9),
            "from 1: 7, from 6M: 2% of net sales, at most 9",
            "達 1：7；達 600萬：淨銷售額的 2%，上限 9",
        ),
    ],
)
def test_tiers(term: Keys, english: str, chinese: str) -> None:
    assert _said(term) == english
    assert _said(term, "zh-Hant") == chinese


def test_a_term_is_said_in_the_first_language_only() -> None:
    scenario = case("2003 agreed")
    both = words(["zh-Hant", "en"], {}, CATALOGUE)
    for key in scenario.terms:
        assert says_of(key, scenario, both) == says_of(key, scenario, both.first)


def test_the_users_own_labels_stand_in_what_a_term_says() -> None:
    known = words(["en"], {"net_sales": "Net purchases", "monthly_rebate": "Bonus I"})
    scenario = contract(
        {"fee": {"rate": "1%", "of": "net_sales", "less": ["monthly_rebate"]}, **OTHERS}, PLAN
    )
    wording = says_of("fee", scenario, known)
    assert wording == "1% of net purchases after deducting bonus I"


_DRINKS: Keys = {
    "sales": "10M",
    "volume": 9000,
    "stores": {"classes": {"hyper": {"opening": 4}, "market": {"opening": 9}}},
    "categories": {"cans": {"sales": "6M", "volume": 5000}},
    "figures": {"facings": "66%"},
    "last_year": {"sales": "9M", "stores": {"classes": {"hyper": {"opening": 3}}}},
}
_CANS = "categories.cans.volume"
_LABELS = {
    "cans": {"en": "canned beer", "zh-Hans": "罐装啤酒"},
    "hyper": {"en": "hypermarkets", "zh-Hans": "大卖场"},
    "volume": {"en": "carton|cartons", "zh-Hans": "箱", "unit": "箱"},
}


@pytest.mark.parametrize(
    ("term", "english", "chinese"),
    [
        ({"amount": 2, "per": "volume"}, "2 per carton", "每箱 2"),
        (
            {"amount": 280, "per": _CANS, "for_every": {_CANS: 11}, "free": {_CANS: 50}},
            "280 for every full 11 cartons of canned beer, charged from the 51st carton of canned beer",
            "每满 11 箱罐装啤酒 280，第 51 箱罐装啤酒起计收",
        ),
        (
            {"amount": "0.5", "per": _CANS, "free": {_CANS: "0.5"}},
            "0.5 per carton of canned beer, first 0.5 cartons of canned beer free of charge",
            "每箱罐装啤酒 0.5，前 0.5 箱罐装啤酒免收",
        ),
        (
            {"amount": 8, "per": "stores.hyper.average", "free": {"stores.hyper.average": 3}},
            "8 per average store (hypermarkets), charged from the 4th average store (hypermarkets)",
            "平均每店（大卖场）8，第 4 家店（大卖场平均）起计收",
        ),
        ({"rate": "1%", "per": "facings"}, "1% of sales × facings", "销售额的 1% × facings"),
        (
            {
                "mode": "whole",
                "measure": "growth of stores.hyper.closing",
                "tiers": [{"from": "+1%", "amount": 5}, {"over": "+3%", "amount": 9}],
            },
            "growth of stores at end (hypermarkets) at least +1%: 5, over +3%: 9",
            "大卖场期末门店数比去年增长达 +1%：5；比去年增长超过 +3%：9",
        ),
    ],
)
def test_categories_and_classes_are_counted_by_their_units(term: Keys, english: str, chinese: str) -> None:
    scenario = contract({"fee": term}, _DRINKS, labels=_LABELS)
    assert says_of("fee", scenario, _words("en")) == english
    assert says_of("fee", scenario, _words("zh-Hans")) == chinese


def test_a_share_multiplies_in_a_tier_alone_too() -> None:
    tiers = [{"from": 2, "amount": 4}]
    term = {"mode": "whole", "measure": "volume", "per": "facings", "tiers": tiers}
    scenario = contract({"fee": term}, _DRINKS)
    fee = scenario.terms["fee"]
    assert isinstance(fee, TieredTerm)
    assert tier_says(fee.tiers[0], fee, _words("en").of(scenario)) == "volume from 2: 4 × facings"


def test_growth_of_an_earlier_year_is_on_the_year_before_that() -> None:
    last_year = {"sales": "9M", "volume": 8, "last_year": {"sales": "8M", "volume": 7}}
    term = {
        "mode": "whole",
        "measure": "growth of last_year.volume",
        "tiers": [{"from": "+5%", "amount": 5}],
    }
    scenario = contract({"fee": term}, {"sales": "10M", "last_year": last_year})
    assert says_of("fee", scenario, _words("zh-Hans")) == "去年销量比上一年增长达 +5%：5"
    assert says_of("fee", scenario, _words("en")) == "growth of last year's volume at least +5%: 5"


def test_names_of_the_users_keep_their_letters() -> None:
    terms = {"rb": {"rate": "1%"}, "r5": {"rate": "1%"}, "net": {"rate": "1%", "less": ["rb", "r5"]}}
    plan = {"sales": "10M", "categories": {"b": {"sales": "6M"}}}
    scenario = contract({**terms, "hw": {"rate": "2%", "of": "categories.b.sales"}}, plan)
    assert says_of("net", scenario, _words("en")) == "1% of sales after deducting rb and r5"
    assert says_of("hw", scenario, _words("en")) == "2% of sales of b"


def test_one_tier() -> None:
    term = _tiers(
        {"from": "110%", "rate": "0.5%"}, {"over": "120%", "amount": 900}, measure="growth", of="net_sales"
    )
    fee = contract({"fee": term}, PLAN).terms["fee"]
    assert isinstance(fee, TieredTerm)
    wording = [tier_says(tier, fee, _words("en")) for tier in fee.tiers]
    assert wording == ["growth of at least +10%: 0.5% of net sales", "growth over +20%: 900"]
    said = [bound_says(tier, fee, _words("zh-Hans")) for tier in fee.tiers]
    assert said == [
        "比去年增长达 +10%",
        "比去年增长超过 +20%",
    ]
