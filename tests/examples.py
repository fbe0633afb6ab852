"""How many examples a test draws."""

from __future__ import annotations

import os

from hypothesis import settings


def examples(count: int) -> settings:
    """So many examples; a tenth of them while mutants are tested, each of which runs the tests again."""
    return settings(max_examples=max(count // 10, 5) if "MUTANT_UNDER_TEST" in os.environ else count)
