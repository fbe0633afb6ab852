"""The known fee types: what they are called in three languages, their category, and whether they are conditional."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from ka_terms.model.contract.terms import Term
from ka_terms.model.contract.tiers import TieredTerm
from ka_terms.model.contract.together import Group

OTHER = "other"
"""The category of fees that no catalogue knows."""


class FeeType(NamedTuple):
    """One kind of fee. `conditional`: owed only if something is reached or done, such as a sales target."""

    key: str
    names: Mapping[str, str]
    category: str = OTHER
    conditional: bool = False
    aliases: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Catalogue:
    """Fee types by key, and the names of their categories by language."""

    fees: Mapping[str, FeeType] = field(default_factory=dict)
    categories: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def canonical(self, key: str) -> str:
        """The key of the fee type that `key` is, or is another name of; an unknown key as it is."""
        return key if key in self.fees else self._by_alias.get(folded(key), key)

    def fee(self, key: str, term: Term | Group | None = None) -> FeeType:
        """The fee type of a term; one made up from the key where the catalogue has none.

        An unknown fee is named by its key and counts as conditional where it is tiered.
        """
        known = self.fees.get(key)
        if known:
            return known
        name = key.replace("_", " ")
        return FeeType(key, {"en": name[:1].upper() + name[1:]}, conditional=isinstance(term, TieredTerm))

    def extended(self, other: Catalogue) -> Catalogue:
        """This catalogue with the fee types and categories of another added or replaced."""
        # The other's come last, so that a name which both have stands for its fee.
        kept = {key: fee for key, fee in self.fees.items() if key not in other.fees}
        return Catalogue({**kept, **other.fees}, {**self.categories, **other.categories})

    @cached_property
    def _by_alias(self) -> dict[str, str]:
        return {
            folded(alias): key
            for key, fee in self.fees.items()
            for alias in (key, *fee.names.values(), *fee.aliases)
        }


_NO_LETTERS = "-_+/\u2010\u2012\u2013\u2014\u2212\u200c\u200d"
"""Hyphens and dashes, what stands for `and`, and what joins letters without being one."""


def folded(name: str) -> str:
    """A name as aliases are compared: full-width forms, case, spaces, hyphens and underscores make no difference."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(letter for letter in folded if letter not in _NO_LETTERS and not letter.isspace())
