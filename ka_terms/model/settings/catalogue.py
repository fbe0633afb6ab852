"""The known fee types: what they are called in three languages, their category and their nature."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from ka_terms.model.contract.terms.naming import CONDITIONAL, Nature, Payee, Payment
from ka_terms.model.contract.terms.terms import Term
from ka_terms.model.contract.terms.tiers import TieredTerm
from ka_terms.model.contract.terms.together import Group
from ka_terms.model.names import Label

OTHER = "other"
"""The category of fees that no catalogue knows."""


UNCONDITIONAL: Nature = "unconditional"
CONDITIONAL_BY_SHAPE: Literal["conditional"] = "conditional"
"""What an older catalogue calls conditional: performance where the term is tiered, else activity."""


class FeeType(NamedTuple):
    """One kind of fee, or the fee of one term.

    `nature` is one of four grades; None where the term decides. `paid` is how it is settled and `to` who gets it, None
    where nobody says. `label` is the contract's own name for it.
    """

    key: str
    names: Mapping[str, str]
    category: str = OTHER
    nature: Nature | Literal["conditional"] | None = None
    aliases: tuple[str, ...] = ()
    note: Label = ""
    paid: Payment | None = None
    to: Payee | None = None
    label: Label | None = None

    @property
    def conditional(self) -> bool:
        """Whether it is owed only once something is done or reached."""
        return self.nature == CONDITIONAL_BY_SHAPE or self.nature in CONDITIONAL


def nature_of(term: Term | Group, fee: FeeType) -> Nature | None:
    """The grade of a term: its own, else the catalogue's, else performance if it is tiered or has a condition.

    None of a group that says none: what it corrects may be of several grades.
    """
    if term.nature or isinstance(term, Group):
        return term.nature
    is_tiered = isinstance(term, TieredTerm)
    if fee.nature == CONDITIONAL_BY_SHAPE:
        return "performance" if is_tiered else "activity"
    return fee.nature or ("performance" if is_tiered or term.is_conditioned else UNCONDITIONAL)


@dataclass(frozen=True)
class Catalogue:
    """Fee types by key, and the names of their categories by language."""

    fees: Mapping[str, FeeType] = field(default_factory=dict)
    categories: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def canonical(self, key: str) -> str:
        """The key of the fee type that `key` is, or is another name of; an unknown key as it is."""
        return key if key in self.fees else self._by_alias.get(folded(key), key)

    def fee(self, key: str, term: Term | Group | None = None) -> FeeType:
        """The fee type of a key, made up from it where the catalogue has none; what its term says goes before.

        Without a term the nature of an unknown fee is None.
        """
        fee = self.fees.get(key) or _made_up(key)
        if term is None:
            return fee
        own = {name: value for name in _OWN if (value := getattr(term, name, None)) is not None}
        return fee._replace(**own, nature=nature_of(term, fee))

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


_OWN = ("label", "category", "note", "paid", "to")
"""What a term may say of itself in place of its fee type."""


def _made_up(key: str) -> FeeType:
    name = key.replace("_", " ")
    return FeeType(key, {"en": name[:1].upper() + name[1:]})


_NO_LETTERS = "-_+/\u2010\u2012\u2013\u2014\u2212\u200c\u200d"
"""Hyphens and dashes, what stands for `and`, and what joins letters without being one."""


def folded(name: str) -> str:
    """A name as aliases are compared: full-width forms, case, spaces, hyphens and underscores make no difference."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(letter for letter in folded if letter not in _NO_LETTERS and not letter.isspace())
