"""Catalogues, glossaries and policies from files."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from ka_terms.model.contract.conditions import CONDITIONS
from ka_terms.model.contract.terms.limits import Share
from ka_terms.model.settings.catalogue_file import CatalogueFile
from ka_terms.model.settings.policy import Policy
from ka_terms.reading.problems.problem import ReadError
from ka_terms.reading.scenario import load
from ka_terms.reading.settings import DATA, policy_names, read_as, read_catalogue, read_glossary, read_policy
from ka_terms.text.languages import LANGUAGES


def written(folder: Path, text: str) -> Path:
    """A file of this text."""
    path = folder / "house.yaml"
    path.write_text(text, "utf-8")
    return path


def messages(error: ReadError) -> list[str]:
    """Place and message of every problem, without the file."""
    return [f"{problem.line}:{problem.column}: {problem.message}" for problem in error.problems]


# ---------------------------------------------------------------- catalogue


def test_every_shipped_fee_is_complete() -> None:
    """Named in three languages, in a category that has a name."""
    catalogue = read_catalogue()
    for key, fee in catalogue.fees.items():
        assert {*fee.names} == {"en", "zh-Hant", "zh-Hans"}, key
        assert fee.category in catalogue.categories, key


def test_no_name_means_two_fees() -> None:
    """Or reading a scenario would have to guess."""
    catalogue = read_catalogue()
    for key, fee in catalogue.fees.items():
        for name in (key, *fee.names.values(), *fee.aliases):
            assert catalogue.canonical(name) == key, name


def test_own_catalogue_adds_and_replaces(tmp_path: Path) -> None:
    """Fees and categories of the house go before those that ship."""
    text = """\
fees:
  pallet_fee: {names: {en: Pallet fee, zh-Hant: 棧板費}, category: logistics, aliases: [栈板费]}
  annual_rebate: {names: {en: Year-end bonus}, conditional: true}
categories:
  logistics: {en: Supply chain}
"""
    catalogue = read_catalogue(written(tmp_path, text))
    assert catalogue.canonical("栈板费") == "pallet_fee"
    assert catalogue.fees["annual_rebate"].names == {"en": "Year-end bonus"}
    assert catalogue.categories["logistics"] == {"en": "Supply chain"}
    assert "monthly_rebate" in catalogue.fees
    scenario = tmp_path / "scenario.yaml"
    scenario.write_text("scenario: a\nplan: {sales: 4M}\nterms: {棧板費: {rate: 1%}}\n", "utf-8")
    assert [*load(scenario, catalogue.canonical).scenario.terms] == ["pallet_fee"]


def test_a_name_of_an_own_fee_that_is_the_key_of_a_shipped_one_is_refused_at_its_place(
    tmp_path: Path,
) -> None:
    text = "fees:\n  pallet_fee: {names: {en: Pallet fee}, aliases: [栈板费, monthly rebate]}\n"
    with pytest.raises(ReadError) as caught:
        read_catalogue(written(tmp_path, text))
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (2, 56)
    assert "Found 'monthly rebate'. Expected a name that belongs to one fee only" in str(problem.fault)


@pytest.mark.parametrize("name", ["月返", "slotting fee", "DM+TG", "Monthly-Rebate"])
def test_any_name_of_a_shipped_fee_stays_its_own(tmp_path: Path, name: str) -> None:
    for text in (
        f"fees:\n  mine: {{names: {{en: Mine}}, aliases: [{name}]}}\n",
        f"fees:\n  mine: {{names: {{en: {name}}}}}\n",
        f"fees:\n  {name}: {{names: {{en: Mine}}}}\n",
    ):
        with pytest.raises(ReadError, match="because the program has this one for") as caught:
            read_catalogue(written(tmp_path, text))
        (problem,) = caught.value.problems
        assert problem.line == 2
        assert problem.column == text.splitlines()[1].index(name) + 1


@pytest.mark.parametrize("category", ["displya", "Display", "bonuss"])
def test_a_category_near_a_known_one_is_refused(tmp_path: Path, category: str) -> None:
    fees = f"fees:\n  mine: {{names: {{en: Mine}}, category: {category}}}\n"
    with pytest.raises(ReadError, match=f"Found '{category}'. Expected a known category"):
        read_catalogue(written(tmp_path, fees + "categories: {bonus: {en: Bonus}}\n"))
    named = read_catalogue(written(tmp_path, fees + f"categories: {{{category}: {{en: Mine}}}}\n"))
    assert named.fees["mine"].category == category


def test_a_category_of_ones_own_needs_no_name(tmp_path: Path) -> None:
    text = "fees:\n  mine: {names: {en: Mine}, category: training}\n  his: {names: {en: His}}\n"
    assert read_catalogue(written(tmp_path, text)).fees["mine"].category == "training"


def test_faulty_catalogue(tmp_path: Path) -> None:
    """All at once, each at its place."""
    text = """\
fees:
  a: {names: {fr: Frais}}
  b: {names: {}, catgory: x}
  c: {names: {en: C}, conditional: maybe, aliases: [x, x]}
  plan: {names: {en: P}, nmae: x}
  d: 3
categories: []
other: 1
"""
    with pytest.raises(ReadError) as caught:
        read_catalogue(written(tmp_path, text))
    assert messages(caught.value) == [
        "2:15: fees.a.names.fr: Found 'fr'. Expected one of en, zh-Hant, zh-Hans. Fix: choose one of them.",
        "3:14: fees.b.names: Found a mapping. Expected at least one entry. Fix: add at least one entry.",
        "3:18: fees.b.catgory: Found 'catgory'. Expected a known key. Fix: write category if that is meant.",
        "4:36: fees.c.conditional: Found 'maybe'. Expected true or false. Fix: write true or false.",
        "4:56: fees.c.aliases.2: Found 'x'. Expected each name once. Fix: delete one of them.",
        "5:26: fees.plan.nmae: Found 'nmae'. Expected a known key. Fix: write names if that is meant.",
        "6:6: fees.d: Found '3'. Expected lines of the form `key: value` below it. "
        "Fix: write each key with its value in a line of its own below it.",
        "7:13: categories: Found a list. Expected lines of the form `key: value` below it. "
        "Fix: write `key: value` in each line, without the list.",
        "8:1: other: Found 'other'. Expected a known key: fees, categories. "
        "Fix: choose one of them, or delete the key.",
    ]


def test_notation_and_content_are_told_together(tmp_path: Path) -> None:
    """What the parser notes and what the model says, in the order of the file."""
    with pytest.raises(ReadError) as caught:
        read_catalogue(written(tmp_path, "fees: {}\nfees: {}\nother: 1\n"))
    assert [problem.line for problem in caught.value.problems] == [2, 3]


def test_notation_alone(tmp_path: Path) -> None:
    """A doubled key is no small thing even where the rest is in order."""
    with pytest.raises(ReadError, match="a second 'fees'"):
        read_catalogue(written(tmp_path, "fees: {}\nfees: {}\n"))


# ---------------------------------------------------------------- glossary


def test_glossary(tmp_path: Path) -> None:
    """One label for all languages, or one each."""
    text = "annual_rebate: Year-end bonus\nfee_ratio: {en: Load, zh-Hant: 費用率}\n"
    assert read_glossary(written(tmp_path, text)) == {
        "annual_rebate": "Year-end bonus",
        "fee_ratio": {"en": "Load", "zh-Hant": "費用率"},
    }


def test_no_glossary() -> None:
    """No file, no labels."""
    assert read_glossary(None) == {}


def test_faulty_glossary(tmp_path: Path) -> None:
    """With the languages that there are."""
    with pytest.raises(ReadError) as caught:
        read_glossary(written(tmp_path, "a: {fr: Frais}\nb: []\nc:\n"))
    assert messages(caught.value) == [
        "1:9: a.fr: Found 'fr'. Expected one of en, zh-Hant, zh-Hans. Fix: choose one of them.",
        "2:4: b: Found a list. Expected a text. Fix: write one value, without brackets and dashes.",
        "3:3: c: Found nothing. Expected a text. Fix: write a value in its place.",
    ]


# ---------------------------------------------------------------- policies


@pytest.mark.parametrize("name", policy_names())
def test_shipped_policies_are_valid(name: str) -> None:
    """And speak of fees that the catalogue knows, or of known conditions."""
    policy = read_policy(name, read_catalogue().canonical)
    assert isinstance(policy, Policy)
    assert {*policy.review} <= {*read_catalogue().fees, *CONDITIONS}


@pytest.mark.parametrize("name", policy_names())
def test_shipped_policies_speak_three_languages_and_name_their_sources(name: str) -> None:
    policy = read_policy(name)
    for texts in (policy.policy, policy.about, *(entry.reason for entry in policy.review.values())):
        assert isinstance(texts, dict)
        assert [*texts] == [*LANGUAGES]
    for entry in policy.review.values():
        assert entry.source
        assert re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", entry.date or "")


def test_a_policy_in_several_languages(tmp_path: Path) -> None:
    text = "policy: {en: Ours, zh-Hant: 我們的}\nreview: {card_fee: {reason: {zh-Hans: 看}}}\nabout: one for all\n"
    policy = read_policy(str(written(tmp_path, text)))
    assert policy.policy == {"en": "Ours", "zh-Hant": "我們的"}
    assert (policy.about, policy.review["card_fee"].reason) == ("one for all", {"zh-Hans": "看"})


def test_texts_of_a_policy_that_are_none(tmp_path: Path) -> None:
    text = "policy: {en: NO}\nabout: {}\nreview: {card_fee: {reason: {fr: regarder}}}\n"
    with pytest.raises(ReadError) as caught:
        read_policy(str(written(tmp_path, text)))
    assert messages(caught.value) == [
        "1:9: policy: Found 'NO'. Expected a name. Fix: write \"NO\" in quotes; without them it means true or false.",
        "2:8: about: Found a mapping. Expected one text, or one text per language. "
        "Fix: add a text in a language, such as `en: ...`.",
        "3:34: review.card_fee.reason.fr: Found 'fr'. Expected one of en, zh-Hant, zh-Hans. Fix: choose one of them.",
    ]


def test_own_policy_under_the_keys_of_the_catalogue(tmp_path: Path) -> None:
    """The house may name fees as it does in its scenarios."""
    text = "policy: ours\nceilings: {fee_ratio: 25%, 年返: 100,000}\n".replace("100,000", "100000")
    text += "required: [月返]\nreview: {festival fee: {reason: look}}\n"
    policy = read_policy(str(written(tmp_path, text)), read_catalogue().canonical)
    assert policy.ceilings == {
        "fee_ratio": Share(Decimal("0.25"), "sales"),
        "annual_rebate": Decimal(100_000),
    }
    assert policy.required == ("monthly_rebate",)
    assert [*policy.review] == ["festival_fee"]


def test_faulty_policy(tmp_path: Path) -> None:
    """All at once, each at its place."""
    text = """\
policy: NO
ceilings: {fee_ratio: 25, fees_a_store: 3%, sales: 10}
required: {a: b}
review:
  terms: {reson: x}
"""
    with pytest.raises(ReadError) as caught:
        read_policy(str(written(tmp_path, text)))
    assert messages(caught.value) == [
        "1:9: policy: Found 'NO'. Expected a name. Fix: write \"NO\" in quotes; without them it means true or false.",
        "2:23: ceilings.fee_ratio: Found '25'. Expected a percentage of sales, such as 25%. Fix: add the percent sign.",
        "2:41: ceilings.fees_a_store: Found '3% of sales'. "
        "Expected a number, because fees_a_store is not a percentage. "
        "Fix: delete the percent sign.",
        "2:45: ceilings.sales: Found 'sales'. Expected a fee or a total of fees, because a ceiling limits fees. "
        "Fix: name a fee, or delete the key.",
        "3:11: required: Found a mapping. Expected a list of names, such as [stores.new]. "
        "Fix: write the names in brackets, with commas between them.",
        "5:11: review.terms.reson: Found 'reson'. Expected a known key. Fix: write reason if that is meant.",
    ]


def test_a_ceiling_that_can_be_read_in_two_ways(tmp_path: Path) -> None:
    file = tmp_path / "house.yaml"
    file.write_text("policy: House\nceilings: {fees_a_store: 1.500}\n", encoding="utf-8")
    with pytest.raises(ReadError, match=r"write 1500 or 1\.5, whichever is meant"):
        read_policy(str(file))


def test_ceilings_that_fit_nothing(tmp_path: Path) -> None:
    """What only the whole of a policy can tell."""
    text = "policy: ours\nceilings: {fee_ratio: 25, fees_a_store: 3%, sales: 10}\n"
    with pytest.raises(ReadError) as caught:
        read_policy(str(written(tmp_path, text)))
    assert messages(caught.value) == [
        "2:23: ceilings.fee_ratio: Found '25'. Expected a percentage of sales, such as 25%. Fix: add the percent sign.",
        "2:41: ceilings.fees_a_store: Found '3% of sales'. "
        "Expected a number, because fees_a_store is not a percentage. "
        "Fix: delete the percent sign.",
        "2:45: ceilings.sales: Found 'sales'. Expected a fee or a total of fees, because a ceiling limits fees. "
        "Fix: name a fee, or delete the key.",
    ]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "china-suplier-charges",
            "Found no such file or policy. "
            "Expected a policy file, or one of these policies: china-supplier-charges, eu-unfair",
        ),
        ("nowhere.yaml", "nowhere.yaml: Found no such file"),
        ("", "Found a directory"),
        ("x" * 5000, "Found"),
        ("a\x00b", "Found"),
        ("a\x00b.yaml", "Found a name that no file can have"),
        ("../policies", "Found no such file or policy"),
    ],
)
def test_policies_that_are_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, words: str
) -> None:
    """A name is one of a shipped policy or of a file."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ReadError) as caught:
        read_policy(name)
    assert words in str(caught.value)
    assert "\x00" not in str(caught.value)


def test_the_shipped_catalogue_is_what_its_model_makes_of_it() -> None:
    assert read_catalogue() == read_as(CatalogueFile, DATA / "catalogue.yaml").catalogue()


# ---------------------------------------------------------------- names


def test_one_name_for_two_fees_is_refused(tmp_path: Path) -> None:
    """A name, an alias or a key alike, however it is spelled."""
    text = """\
fees:
  pallet_fee: {names: {en: Pallet fee, zh-Hant: 棧板費}, aliases: [board fee]}
  board_fee: {names: {en: Board}, aliases: [Ｐallet-Fee, own alias]}
  third: {names: {en: Own Alias, zh-Hant: 棧板費}}
  Third: {names: {en: Other}}
"""
    with pytest.raises(ReadError) as caught:
        read_catalogue(written(tmp_path, text))
    expected = "Expected a name that belongs to one fee only. Fix: delete the name here or from {}, which also has it"
    assert messages(caught.value) == [
        f"2:65: fees.pallet_fee.aliases.1: Found 'board fee'. {expected.format('board_fee')}.",
        f"3:45: fees.board_fee.aliases.1: Found 'Ｐallet-Fee'. {expected.format('pallet_fee')}.",
        f"4:23: fees.third.names.en: Found 'Own Alias'. {expected.format('board_fee')}.",
        f"4:43: fees.third.names.zh-Hant: Found '棧板費'. {expected.format('pallet_fee')}.",
        f"5:3: fees.Third: Found 'Third'. {expected.format('third')}.",
    ]


def test_a_name_of_a_shipped_fee_is_free_where_the_file_replaces_that_fee(tmp_path: Path) -> None:
    text = "fees:\n  monthly_rebate: {names: {en: Rebate}, aliases: [slotting fee]}\n"
    with pytest.raises(ReadError, match="the program has this one for listing_fee"):
        read_catalogue(written(tmp_path, text))
    text += "  listing_fee: {names: {en: Listing}}\n"
    assert read_catalogue(written(tmp_path, text)).canonical("slotting fee") == "monthly_rebate"


def test_a_glossary_takes_any_name_of_a_fee(tmp_path: Path) -> None:
    labels = read_glossary(written(tmp_path, "年返: Bonus\nfee_ratio: Load\n"), read_catalogue().canonical)
    assert labels == {"annual_rebate": "Bonus", "fee_ratio": "Load"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("年返: Bonus\nannual_rebate: Reward\n", 2),
        ("policy: ours\nceilings:\n  年返: 1%\n  annual_rebate: 2%\n", 4),
        ("policy: ours\nrequired:\n  - 年返\n  - annual_rebate\n", 4),
        ("policy: ours\nreview:\n  年返: {reason: a}\n  annual_rebate: {reason: b}\n", 4),
    ],
)
def test_one_fee_under_two_names_is_refused_in_every_file_of_the_house(
    tmp_path: Path, text: str, line: int
) -> None:
    path, canonical = written(tmp_path, text), read_catalogue().canonical
    with pytest.raises(ReadError) as caught:
        _ = read_policy(str(path), canonical) if "policy" in text else read_glossary(path, canonical)
    (problem,) = caught.value.problems
    assert problem.line == line
    assert (
        f"another name of the fee '年返'. Expected each fee once. "
        f"Fix: delete one of them (the first is in line {line - 1})" in str(problem.message)
    )
