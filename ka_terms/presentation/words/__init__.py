"""The words of every output: labels and sentences in three languages, and a user's own labels over them."""

from __future__ import annotations

from ka_terms.presentation.words.languages import parse_languages
from ka_terms.presentation.words.vocabulary import Words, words

__all__ = ["Words", "parse_languages", "words"]
