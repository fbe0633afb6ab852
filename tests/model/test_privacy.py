"""Which keys are private."""

from __future__ import annotations

from ka_terms.model.privacy import INTERNAL_KEYS
from ka_terms.model.scenario import Private


def test_every_key_of_the_private_section_is_private_wherever_it_stands() -> None:
    assert set(Private.model_fields) <= INTERNAL_KEYS
