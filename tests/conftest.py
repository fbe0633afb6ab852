"""Drawn examples are the same for everyone, so that a clone that passes today passes tomorrow.

`KA_TERMS_FUZZ=5000 python -m pytest tests/files/test_fuzz.py` draws that many new ones, wherever a test sets no number
of its own.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")
if wanted := os.environ.get("KA_TERMS_FUZZ"):
    settings.register_profile("fuzz", derandomize=False, deadline=None, max_examples=int(wanted))
    settings.load_profile("fuzz")
