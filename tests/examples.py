"""How many examples a test draws."""

from __future__ import annotations

import os

from hypothesis import settings

THOROUGH = "KA_TERMS_THOROUGH"
"""Set in the environment where all examples are drawn: `python -m pytest --thorough` does so."""


def examples(count: int) -> settings:
    """So many examples in a thorough run, else a fifth of them: in all other runs, and once more for each mutant."""
    is_thorough = THOROUGH in os.environ and "MUTANT_UNDER_TEST" not in os.environ
    return settings(max_examples=count if is_thorough else max(count // 5, 5))
