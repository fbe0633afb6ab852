"""The contract's own names: before a glossary, before the catalogue, and before the words of the program."""

from __future__ import annotations

from typing import Any

import pytest

from ka_terms.model.settings.catalogue import Catalogue, FeeType
from ka_terms.presentation.words import Words, words
from ka_terms.presentation.words.units import Unit
from tests.contracts import contract

PLAN = {"stores": {"opening": 5}, "figures": {"promoters": 12, "days": 3, "cars": 1}, "events": {"dm": 4}}
LABELS: dict[str, Any] = {
    "promoters": {"en": "promoter|promoters", "zh-Hans": "促销员", "unit": "名"},
    "cars": {"en": "Vans", "zh-Hans": "车"},
    "dm": {"zh-Hans": "邮报"},
    "shelf": "Eye level",
    "display_position": {"en": "Place"},
    "own": {"en": "Own fees"},
    "stores.opening": {"en": "Shops"},
}
TERMS = {"fee": {"amount": 1, "label": {"en": "Mine"}, "category": "own"}, "other": {"amount": 1}}
CONTRACT = contract(TERMS, PLAN, labels=LABELS, conditions={"shelf": "top", "display_position": "first"})
CATALOGUE = Catalogue({key: FeeType(key, {"en": key, "zh-Hans": "费"}) for key in ("fee", "other")})
GLOSSARY = {"fee": "Glossary", "promoters": "Glossary", "other": "Glossary"}


def of(language: str) -> Words:
    return words([language], GLOSSARY, CATALOGUE).of(CONTRACT)


@pytest.mark.parametrize(
    ("path", "english", "chinese"),
    [
        ("promoters", "Promoters", "促销员"),
        ("last_year.promoters", "Promoters (last year)", "去年促销员"),
        ("days", "Days", "Days"),
        ("events.dm", "Events: DM", "邮报次数"),
        ("stores.opening", "Shops", "期初门店数"),
        ("facts.cars", "Vans", "车"),
    ],
)
def test_a_figure_has_the_name_that_the_contract_gives_it(path: str, english: str, chinese: str) -> None:
    assert (of("en").figure(path), of("zh-Hans").figure(path)) == (english, chinese)


def test_a_figure_in_a_sentence_has_it_too() -> None:
    assert (of("en").inline("promoters"), of("zh-Hans").inline("promoters")) == ("promoters", "促销员")


@pytest.mark.parametrize(
    ("language", "path", "unit"),
    [
        ("en", "promoters", Unit("per promoter", "promoter", "promoters")),
        ("en", "cars", Unit("per Van", "Van", "Vans")),
        ("en", "stores.opening", Unit("per Shop", "Shop", "Shops")),
        ("zh-Hans", "promoters", Unit("每名促销员", "名促销员", "名促销员")),
        ("zh-Hans", "cars", None),
        ("zh-Hant", "promoters", None),
    ],
)
def test_a_fee_is_counted_by_the_contracts_word(language: str, path: str, unit: Unit | None) -> None:
    assert of(language).unit(path) == unit


def test_a_text_for_all_languages_has_no_measure_word() -> None:
    plain = contract({}, PLAN, labels={"promoters": "staff|staff"})
    assert words(["zh-Hans"]).of(plain).unit("promoters") is None


def test_conditions_and_categories_have_it() -> None:
    found = of("en")
    assert (found.condition("shelf"), found.condition("display_position"), found.category("own")) == (
        "Eye level",
        "Place",
        "Own fees",
    )


def test_a_term_is_called_by_its_own_label_then_the_glossarys() -> None:
    assert [of("en").fee_of(key) for key in ("fee", "other")] == ["Mine", "Glossary"]
    assert of("en").fee_of("fee", CONTRACT.terms["fee"]) == "Mine"
    chinese = words(["zh-Hans"], {}, CATALOGUE).of(CONTRACT)
    assert chinese.fee_of("fee") == "费"
    assert words(["zh-Hant"], {}).of(CONTRACT).fee_of("fee") == "Mine"


def test_the_first_contract_that_has_a_name_goes_before_the_others() -> None:
    other = contract({}, PLAN, labels={"promoters": "Staff", "days": "Days on site"})
    both = words(["en"]).of(CONTRACT, other)
    assert (both.figure("promoters"), both.figure("days")) == ("Promoters", "Days on site")
    assert both.of(other).figure("promoters") == "Staff"
    assert both.of() is not both or both.decimals == 0


def test_words_without_names_of_a_contract_stay_as_they_are() -> None:
    plain = words(["en"])
    assert plain.of(contract(currency="JPY")) is plain
    assert plain.of(contract(rounding="0.0001")).money(contract().unit, "CNY") == "0.0100"


@pytest.mark.parametrize(("language", "each"), [("en", "per case"), ("zh-Hans", "每箱"), ("zh-Hant", "每箱")])
def test_a_figure_of_the_program_keeps_its_name_beside_a_measure_word(language: str, each: str) -> None:
    labelled = contract({}, {"volume": 9}, labels={"volume": {"en": "case|cases", "unit": "箱"}})
    unit = words([language]).of(labelled).unit("volume")
    assert unit is not None
    assert unit.each == each


@pytest.mark.parametrize("written", ["个", "個"])
def test_a_measure_word_is_in_the_script_of_the_language(written: str) -> None:
    names = {"zh-Hans": "促销员", "zh-Hant": "促銷員", "unit": written}
    labelled = contract({}, PLAN, labels={"promoters": names})
    units = [words([language]).of(labelled).unit("promoters") for language in ("zh-Hans", "zh-Hant")]
    assert [unit and unit.each for unit in units] == ["每个促销员", "每個促銷員"]
