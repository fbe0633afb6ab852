"""How many examples a test draws."""

from __future__ import annotations

import os

from hypothesis import settings

THOROUGH = "KA_TERMS_THOROUGH"
"""Set to 1 by `python -m pytest --thorough`; 2 asks for all examples."""


def examples(count: int) -> settings:
    """So many examples with KA_TERMS_THOROUGH=2, two fifths of them in a thorough run, else a fifth.

    A fifth is what all other runs draw, and once more every mutant.
    """
    asked = "" if "MUTANT_UNDER_TEST" in os.environ else os.environ.get(THOROUGH, "")
    fifths = {"": 1, "1": 2}.get(asked, 5)
    return settings(max_examples=max(count * fifths // 5, 5))
