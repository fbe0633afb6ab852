"""The colours of a printed page, the same in every format."""

from __future__ import annotations

from ka_terms.presentation.table import Emphasis

INK, GREY, RED, GREEN = "#1f3a5f", "#595959", "#b42318", "#1a7f37"
TEXT = "#222222"
RULE = "#bfc7d1"
"""Thin lines between rows and sections."""
HEAD, SET_OFF = "#f1f4f8", "#e3ecf6"
"""Grounds: of headers, and of a column that stands out."""
OF_EMPHASIS = {Emphasis.BAD: RED, Emphasis.GOOD: GREEN, Emphasis.MUTED: GREY}
