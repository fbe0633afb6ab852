"""What a contract calls its figures, events and agreed points."""

from __future__ import annotations

from typing import Any

import pytest

from ka_terms.model.contract.labels import read_own_label
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import quoted
from tests.contracts import invalid, refused

MENDS = {
    "a text on one line": "delete the line break",
    "a name, or its singular and plural such as promoter|promoters": (
        "write one name, or two with one | between them"
    ),
    "a name, which no number is": "write a word",
    "one text, or one text per language": "add a text in a language, such as `en: ...`",
    "one of en, zh-Hant, zh-Hans": "choose one of them",
}
PLAN = {"sales": "10M", "figures": {"promoters": 12}, "events": {"dm": 4}}


def with_labels(labels: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"scenario": "x", "plan": PLAN, "labels": labels, **more}


@pytest.mark.parametrize(
    "raw",
    [
        "Promoters",
        "promoter|promoters",
        {"en": "promoter|promoters", "zh-Hans": "促销员"},
        {"zh-Hans": "促销员", "unit": "名"},
    ],
)
def test_a_label_is_a_name_or_one_a_language_with_a_measure_word(raw: object) -> None:
    assert read_own_label(raw) == raw


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a\nb", "a text on one line"),
        ({"en": "a\u2028b"}, "a text on one line"),
        ("a\u200bb", "a key without invisible signs"),
        ("a|b|c", "a name, or its singular and plural such as promoter|promoters"),
        ("5", "a name, which no number is"),
        (5, "a name, which no number is"),
        ({"en": "2,000|5%"}, "a name, which no number is"),
        ({"zh-Hans": "促销员", "unit": "5"}, "a name, which no number is"),
        ("a|", "a name, or its singular and plural such as promoter|promoters"),
        ({"unit": "名"}, "one text, or one text per language"),
        ({"en": "a", "unit": "b\nc"}, "a text on one line"),
        ({"en": "a\nb", "unit": "c"}, "a text on one line"),
        ({"fr": "a"}, "one of en, zh-Hant, zh-Hans"),
    ],
)
def test_what_is_no_name_is_refused(raw: object, expected: str) -> None:
    (fault,) = refused(read_own_label, raw)
    assert fault.expected == expected
    assert fault.mend == MENDS.get(expected, fault.mend)
    if isinstance(raw, str):
        assert fault.found == quoted(raw)


@pytest.mark.parametrize("name", ["promoters", "dm", "events.dm", "sales", "delivery", "own"])
def test_whatever_the_contract_has_may_have_a_label(name: str) -> None:
    terms = {"a": {"rate": "1%", "category": "own"}}
    stated = with_labels({name: "X"}, conditions={"delivery": "daily"}, terms=terms)
    assert Scenario.model_validate(stated).labels == {name: "X"}


def test_a_label_of_nothing_is_refused_with_the_nearest_name() -> None:
    nothing = [f"nothing at all {at}" for at in range(60)]
    labels = dict.fromkeys(
        ["promters", *nothing[:48], "promotrs", "promoter", *nothing[48:], "promotes"], "X"
    )
    faults = [fault for _, fault in invalid(Scenario.model_validate, with_labels(labels))]
    assert len(faults) == 64
    assert faults[0].found == "'promters'"
    assert (faults[0].at, faults[0].on_key) == (("labels", "promters"), True)
    assert "promoters" in faults[0].mend
    # Only the first fifty are looked for.
    assert "promoters" in faults[49].mend
    others = [fault.mend for fault in faults if fault not in (faults[0], faults[49])]
    assert {*others} == {"correct or delete the label"}


def test_a_class_of_stores_may_have_a_label() -> None:
    plan = {"sales": 1, "stores": {"classes": {"hyper": {"opening": 1}}}}
    assert Scenario.model_validate(with_labels({"hyper": "X"}, plan=plan)).labels == {"hyper": "X"}
