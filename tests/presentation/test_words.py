"""Labels and sentences in three languages, and the user's own labels over them."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from ka_terms.model.contract.conditions import CONDITIONS
from ka_terms.model.settings.catalogue import Catalogue, FeeType
from ka_terms.model.vocabulary.figures import BUILT_IN, GROWTH, MEASURES
from ka_terms.model.vocabulary.metrics import TOTALS
from ka_terms.presentation.wording.metric_words import metric_label
from ka_terms.presentation.words import parse_languages, words
from ka_terms.presentation.words.languages import messages
from ka_terms.presentation.words.units import parse_unit
from ka_terms.presentation.words.vocabulary import Glossary
from ka_terms.text.languages import LANGUAGES

REBATE = FeeType("monthly_rebate", {"en": "Monthly rebate", "zh-Hant": "月返", "zh-Hans": "月返"}, "rebate")
FLYER = FeeType("dm_tg_fee", {"en": "DM + TG", "zh-Hant": "DM + TG", "zh-Hans": "DM + TG"}, "promotion")
CATALOGUE = Catalogue(
    {fee.key: fee for fee in (REBATE, FLYER)},
    {"rebate": {"en": "Rebate", "zh-Hant": "返利", "zh-Hans": "返利"}},
)
ENGLISH = words(["en"])
BILINGUAL = words(["zh-Hant", "en"], {}, CATALOGUE)


def _placeholders(texts: Mapping[str, str]) -> dict[str, set[str]]:
    return {
        key: {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
        for key, text in texts.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys_and_placeholders(language: str) -> None:
    assert _placeholders(messages(language)) == _placeholders(messages("en"))
    assert list(messages(language)) == list(messages("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_has_its_three_forms(language: str) -> None:
    for key, text in messages(language).items():
        if key.startswith("unit.") and "{" not in text:
            unit = parse_unit(text)
            assert all((unit.each, unit.one, unit.many))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_measure_and_total_has_a_label(language: str) -> None:
    known = words([language])
    for path in (*BUILT_IN, *MEASURES, GROWTH, "last_year.sales"):
        assert known(path) == known.figure(path) == messages(language)[path]
    for metric in TOTALS:
        assert known(metric) == messages(language)[metric]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_banner_says_internal_in_every_language(language: str) -> None:
    assert "internal" in words([language]).say("internal_banner")


@pytest.mark.parametrize(("one", "other"), [("zh-Hant", "zh-Hans"), ("zh-Hans", "zh-Hant")])
def test_the_two_scripts_are_not_mixed(one: str, other: str) -> None:
    only_in_other = {
        "zh-Hant": "銷費條達檔門計淨員級項單價總",
        "zh-Hans": "销费条达档门计净员级项单价总",
    }[other]
    shared = {"zh-Hant": "銷費條達檔門計淨員級項單價總", "zh-Hans": "销费条达档门计净员级项单价总"}[one]
    found = {letter for text in messages(one).values() for letter in text} & set(only_in_other) - set(shared)
    assert not found


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("en", ("en",)),
        ("zh-Hant,en", ("zh-Hant", "en")),
        (" ZH-hans , EN ", ("zh-Hans", "en")),
        ("zh-TW,zh_HK", ("zh-Hant",)),
        ("zh,zh-CN", ("zh-Hans",)),
        ("en-GB", ("en",)),
    ],
)
def test_languages_are_known_by_several_names(text: str, languages: tuple[str, ...]) -> None:
    assert parse_languages(text) == languages


@pytest.mark.parametrize("text", ["", "fr", "en,", "zh-Hnat"])
def test_an_unknown_language_is_refused_with_the_choices(text: str) -> None:
    with pytest.raises(ValueError, match=r"Expected one of en, zh-Hant, zh-Hans"):
        parse_languages(text)


def test_a_misspelt_language_is_told_the_nearest() -> None:
    with pytest.raises(ValueError, match="write zh-hant if that is meant"):
        parse_languages("zh-Hnat")


@pytest.mark.parametrize("languages", [[], ["fr"]])
def test_there_are_no_words_in_a_language_that_is_not_there(languages: list[str]) -> None:
    with pytest.raises(ValueError, match="choose among"):
        words(languages)


def test_labels_are_joined_and_sentences_are_in_the_first_language() -> None:
    assert BILINGUAL("sales") == "銷售額 Sales"
    assert BILINGUAL.fee(REBATE) == "月返 Monthly rebate"
    assert BILINGUAL.category("rebate") == "返利 Rebate"
    assert BILINGUAL.figure("events.dm") == "DM 次數 Events: DM"
    assert BILINGUAL.say("column_says", name="2002") == "2002：約定"


def test_a_label_that_two_languages_share_stands_once() -> None:
    assert BILINGUAL.fee(FLYER) == "DM + TG"
    assert words(["zh-Hant", "zh-Hans"])("case.high") == "高"


def test_a_fee_without_a_name_in_the_language_falls_back() -> None:
    assert BILINGUAL.fee_of("promo_tax") == "Promo tax"
    assert ENGLISH.fee(FeeType("x", {"zh-Hans": "甲"})) == "甲"
    assert ENGLISH.fee(FeeType("x", {})) == "x"


def test_a_category_without_a_name_is_made_readable() -> None:
    assert ENGLISH.category("other") == "Other"
    assert ENGLISH.category("house_fees") == "House fees"


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("stores.closing", "Stores at end"),
        ("promoters", "Promoters"),
        ("net_purchases", "Net purchases"),
        ("events.dm", "Events: DM"),
        ("events.spring_festival", "Events: spring festival"),
        ("last_year.sales", "Sales (last year)"),
        ("last_year.stores.closing", "Stores at end (last year)"),
    ],
)
def test_a_figure_has_a_label(path: str, label: str) -> None:
    assert ENGLISH.figure(path) == label


@pytest.mark.parametrize(
    ("path", "inside"),
    [
        ("sales", "sales"),
        ("net_sales", "net sales"),
        ("increment", "sales above last year"),
        ("stores.closing", "stores at end"),
        ("skus.total", "total SKUs"),
        ("vat", "VAT rate"),
        ("events.dm", "DM events"),
        ("last_year.sales", "last year's sales"),
        ("net_purchases", "net purchases"),
    ],
)
def test_a_figure_has_a_form_inside_a_sentence(path: str, inside: str) -> None:
    assert ENGLISH.inline(path) == inside


def test_the_users_own_labels_come_first() -> None:
    glossary: Glossary = {
        "sales": {"en": "Turnover"},
        "monthly_rebate": "Bonus I",
        "events.dm": "Flyers",
        "delisting": "Exit",
        "category.rebate": "Bonuses",
    }
    known = words(["zh-Hant", "en"], glossary, CATALOGUE)
    assert known("sales") == "銷售額 Turnover"
    assert known.fee(REBATE) == "Bonus I"
    assert known.figure("events.dm") == "Flyers"
    assert known.condition("delisting") == "Exit"
    assert known.category("rebate") == "Bonuses"
    assert words(["en"], glossary).inline("sales") == "turnover"


def test_a_label_for_what_a_contract_names_is_for_no_word_of_the_program() -> None:
    known = replace(
        words(["en"], {"cases": "Cartons", "vpo": "Throughput", "sales": "Turnover"}),
        named=frozenset({"cases", "sales"}),
    )
    assert known.figure("cases") == "Cartons"
    assert known.inline("cases") == "cartons"
    assert known("cases") == ENGLISH("cases") != "Cartons"
    assert (known("vpo"), known.figure("sales"), known.inline("sales")) == ("Throughput", "Sales", "sales")
    assert known.condition("sales") == "Turnover"


def test_braces_in_a_users_label_are_text() -> None:
    assert words(["en"], {"sales": "{0} {x"}).figure("sales") == "{0} {x"
    assert ENGLISH.say("column_says", name="{fees}") == "{fees}: charged as"


@pytest.mark.parametrize(
    ("key", "label"), [("payment_days", "Payment days"), ("gift_cards", "Gift cards"), ("試用期", "試用期")]
)
def test_a_condition_has_a_label(key: str, label: str) -> None:
    assert ENGLISH.condition(key) == label


def test_a_key_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        ENGLISH("no_such_label")


@pytest.mark.parametrize(
    ("value", "key"), [("1", "x.above"), ("-0.1", "x.below"), ("0.00", "x.level"), (None, "x.unknown")]
)
def test_the_sign_picks_the_sentence(value: str | None, key: str) -> None:
    assert ENGLISH.by_sign("x", None if value is None else Decimal(value)) == key


HEADLINE = {
    "name": "2003 proposal",
    "fees": "913,750",
    "ratio": "9.1%",
    "points": "15.4",
    "baseline": "2002 contract",
    "baseline_fees": "986,100",
    "baseline_ratio": "24.5%",
}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "2003 proposal costs 913,750, 9.1% of sales: 15.4 percentage points below 2002 contract (986,100, 24.5%).",
        ),
        (
            "zh-Hant",
            "2003 proposal 的費用為 913,750，占銷售額 9.1%，比 2002 contract（986,100，24.5%）低 15.4 個百分點。",
        ),
        (
            "zh-Hans",
            "2003 proposal 的费用为 913,750，占销售额 9.1%，比 2002 contract（986,100，24.5%）低 15.4 个百分点。",
        ),
    ],
)
def test_the_headline_of_a_comparison(language: str, sentence: str) -> None:
    assert words([language]).say("compare_headline.below", **HEADLINE) == sentence


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["compare_headline", "terms_effect", "plan_effect"])
@pytest.mark.parametrize("value", [Decimal(1), Decimal(-1), Decimal(0)])
def test_there_is_a_sentence_for_every_sign(language: str, key: str, value: Decimal) -> None:
    known = words([language])
    assert known.say(known.by_sign(key, value), amount="759,400", **HEADLINE)


def test_the_effects_of_terms_and_plan() -> None:
    saved = ENGLISH.say("terms_effect.below", amount="831,750")
    added = ENGLISH.say("plan_effect.above", amount="759,400")
    sentence = ENGLISH.say("effects", name="2003 proposal", terms=saved, plan=added)
    assert sentence == (
        "Effect of the new terms (on the plan of 2003 proposal): fees fall by 831,750."
        " Effect of the new plan (on the old terms): fees rise by 759,400."
    )


def test_a_count_of_one_takes_the_singular() -> None:
    assert ENGLISH.say("unchanged_note", count=1, names="X") == "1 unchanged term is not shown: X."
    assert ENGLISH.say("unchanged_note", count=2, names="X, Y") == "2 unchanged terms are not shown: X, Y."


@pytest.mark.parametrize(("names", "row"), [("a", "a"), ("ab", "a and b"), ("abc", "a, b and c")])
def test_names_in_a_row(names: str, row: str) -> None:
    assert ENGLISH.listed(names) == row


def test_amounts_and_ratios_in_a_sentence() -> None:
    assert ENGLISH.money(Decimal("986100.00"), "CNY") == "986,100"
    assert ENGLISH.money(Decimal("986100.50"), "CNY") == "986,100.50"
    assert ENGLISH.money(Decimal("1.005"), "KWD") == "1.005"
    assert ENGLISH.percent(Decimal("0.24525")) == "24.5%"
    assert ENGLISH.percent(None) == "n/a"
    assert ENGLISH.points(Decimal("0.1544")) == "15.4"
    assert ENGLISH.points(Decimal("0.0003")) == "0.03"
    assert ENGLISH.points(Decimal(0)) == "0.0"
    assert ENGLISH.count(Decimal("28.50")) == "28.5"


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_users_are_never_words_of_the_program(language: str) -> None:
    """Whatever key a message has, a figure, event or condition of that name is shown as its author wrote it."""
    known = words([language])
    own = {*BUILT_IN, *MEASURES, GROWTH, "last_year.sales"}
    for key in messages(language):
        plain = key.replace("_", " ")
        if key not in own and not key.startswith(("last_year.", "events.")):
            assert known.figure(key).casefold() == known.inline(key).casefold() == plain.casefold()
        if key not in CONDITIONS:
            assert known.condition(key).casefold() == plain.casefold()
        assert plain in known.inline(f"events.{key}")


def test_a_unit_of_the_program_is_not_that_of_a_figure_of_the_same_name() -> None:
    assert words(["zh-Hans"]).unit("event") is None
    assert words(["zh-Hans"]).unit("last_year") is None


@pytest.mark.parametrize("name", sorted({*TOTALS} - {*BUILT_IN}))
def test_a_figure_that_has_the_name_of_a_total_is_not_the_total(name: str) -> None:
    for language in LANGUAGES:
        known = words([language])
        assert known.figure(name).casefold() == known.inline(name).casefold() == name.replace("_", " ")
        assert metric_label(TOTALS[name], known) == messages(language)[name]
