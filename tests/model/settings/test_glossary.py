"""A user's own words."""

from __future__ import annotations

import pytest

from ka_terms.model.names import read_label
from ka_terms.model.settings.glossary import Glossary
from tests.contracts import refused


@pytest.mark.parametrize("raw", ["Back margin", {"en": "Back margin", "zh-Hant": "後台毛利"}, {}])
def test_a_label_is_one_text_or_one_a_language(raw: str | dict[str, str]) -> None:
    assert read_label(raw) == raw


def test_a_language_that_is_not_spoken_is_named() -> None:
    (fault,) = refused(read_label, {"en": "A", "fr": "B"})
    assert (fault.found, fault.expected) == ("'fr'", "one of en, zh-Hant, zh-Hans")
    assert fault.at == ("fr",)


def test_a_label_is_a_text() -> None:
    assert refused(read_label, {"en": []})[0].expected == "a text"
    assert refused(read_label, None)[0].expected == "a text"
    assert Glossary.model_validate({"annual_rebate": "年返"}).root == {"annual_rebate": "年返"}
