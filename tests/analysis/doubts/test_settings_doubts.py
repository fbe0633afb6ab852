"""Keys of settings files that match nothing, and labels that tell nothing apart."""

from __future__ import annotations

from collections.abc import Mapping

from ka_terms.analysis.doubts.doubts import PlacedDoubt
from ka_terms.analysis.doubts.settings import glossary_doubts, policy_doubts
from ka_terms.model.settings.catalogue import Catalogue, FeeType
from ka_terms.reading.diagnosis.places import Place
from ka_terms.reading.settings import SettingsKey
from tests.contracts import contract

CATALOGUE = Catalogue({"rebate": FeeType("rebate", {"en": "Rebate"}, "money", None, ("返利",))})
SCENARIOS = [contract({"own": {"rate": "1%"}}, {"figures": {"promoters": 3}}, conditions={"agreed": "so"})]


def keys(*names: str, part: str = "") -> list[SettingsKey]:
    return [
        SettingsKey((part, name) if part else (name,), name, Place("a.yaml", line, 1, name))
        for line, name in enumerate(names, start=1)
    ]


def brief(doubts: list[PlacedDoubt]) -> list[tuple[str, int, str]]:
    return [(doubt.doubt.kind, doubt.place.line, str(doubt.doubt.sentence)) for doubt in doubts]


def glossary(*names: str, labels: Mapping[str, str] | None = None) -> list[tuple[str, int, str]]:
    found = glossary_doubts(keys(*names), ["fees"], [labels or {}], CATALOGUE, SCENARIOS)
    return brief(found)


def test_a_glossary_may_name_what_the_program_and_the_contracts_know() -> None:
    assert glossary("fees", "返利", "own", "agreed", "promoters", "last_year.sales", "stores.new") == []


def test_what_a_glossary_names_in_vain_is_told_with_what_may_be_meant() -> None:
    assert glossary("promotors", "nothing_like_it") == [
        (
            "unknown_key",
            1,
            "'promotors' is not a name of the program or of the checked files. "
            "Write promoters if that is meant.",
        ),
        ("unknown_key", 2, "'nothing_like_it' is not a name of the program or of the checked files."),
    ]


def test_of_two_names_with_one_label_the_later_is_told() -> None:
    labels = {"rebate": "a", "own": "a", "sales": "b", "fees": "c"}
    expected = "own has the label 'a', as rebate has; tables cannot show the difference."
    assert glossary("返利", "own", "sales", labels=labels) == [("same_label", 2, expected)]
    assert [told[1] for told in glossary("own", labels=labels)] == [1]


def test_house_rules_name_terms_and_conditions_and_ceilings_totals_too() -> None:
    assert policy_doubts(keys("rebate", "own", "fee_ratio", part="ceilings"), CATALOGUE, SCENARIOS) == []
    found = brief(policy_doubts(keys("sales", "agreed", "nothing", part="required"), CATALOGUE, SCENARIOS))
    assert found == [
        ("no_term", 1, "'sales' is a figure or a total, but `required` takes terms and conditions."),
        ("unknown_key", 3, "'nothing' is not a name of the program or of the checked files."),
    ]
