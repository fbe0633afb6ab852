"""Drawn examples are the same for everyone, so that a clone that passes today passes tomorrow.

`KA_TERMS_FUZZ=5000 python -m pytest tests/files/test_fuzz.py` draws that many new ones, wherever a test sets no number
of its own.

While `mutmut` runs, no test gets dask or polars: their threads do not live on in the process that is forked for each
mutant, which would wait for them for ever. The tests that need them are skipped, as where they are not installed. Nor
does a mutant get more memory than any test needs: one that grows for ever ends there.
"""

from __future__ import annotations

import os
import sys

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")
if wanted := os.environ.get("KA_TERMS_FUZZ"):
    settings.register_profile("fuzz", derandomize=False, deadline=None, max_examples=int(wanted))
    settings.load_profile("fuzz")

_MEMORY_OF_A_MUTANT = 4 << 30

if "MUTANT_UNDER_TEST" in os.environ:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_OF_A_MUTANT, _MEMORY_OF_A_MUTANT))
    sys.modules.update({"dask": None, "polars": None})  # type: ignore[dict-item]  # an import of None is an ImportError
