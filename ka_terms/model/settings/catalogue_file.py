"""A catalogue as a file states it, for those who bring their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from ka_terms.model.base import Key, Model, Names, unseen_in
from ka_terms.model.contract.terms.naming import Nature, Payee, Payment
from ka_terms.model.faults import Fault, Path, only, quoted
from ka_terms.model.names import Text
from ka_terms.model.settings.catalogue import (
    CONDITIONAL_BY_SHAPE,
    OTHER,
    UNCONDITIONAL,
    Catalogue,
    FeeType,
    folded,
)
from ka_terms.text.messages import message
from ka_terms.text.unseen import holds_unseen


class FeeEntry(Model):
    """One fee type as a catalogue file states it."""

    names: dict[Literal["en", "zh-Hant", "zh-Hans"], Text] = Field(
        min_length=1, description="Its name by language."
    )
    category: Key = Field(default=OTHER, description="Key of its category.")
    nature: Nature | None = Field(
        default=None,
        description="unconditional, apparent, activity or performance; the term decides unless said.",
    )
    conditional: bool | None = Field(
        default=None, description="The nature in two words: true is performance if tiered, else activity."
    )
    aliases: Names = Field(default=(), description="Other names it goes by; each is read as this fee.")
    note: Text = Field(default="", description="What it is, in a sentence.")
    paid: Payment | None = Field(default=None, description="How it is paid, where that goes without saying.")
    to: Payee | None = Field(default=None, description="Who gets it, where that goes without saying.")

    def _faults(self) -> Iterator[Fault]:
        if self.nature is not None and self.conditional is not None:
            found = message("`{first}` and `{second}` in one fee", first="nature", second="conditional")
            yield Fault(
                found, message("only one of them"), message("delete `conditional`"), ("conditional",), True
            )

    def fee_type(self, key: str) -> FeeType:
        """The same under its key."""
        of_shape = {None: None, True: CONDITIONAL_BY_SHAPE, False: UNCONDITIONAL}[self.conditional]
        nature = self.nature or of_shape
        names = {str(language): name for language, name in self.names.items()}
        return FeeType(key, names, self.category, nature, self.aliases, self.note, self.paid, self.to)


_SEVERAL = re.compile("[，、；]")


def _taken(name: str, at: Path, mend: str) -> Fault:
    return Fault(quoted(name), message("a name that belongs to one fee only"), mend, at, on_key=len(at) == 2)


class CatalogueFile(Model):
    """A catalogue as a file states it: fee types by key, and the names of categories."""

    fees: dict[Key, FeeEntry] = Field(default={}, description="Fee types by key.")
    categories: dict[Key, dict[Literal["en", "zh-Hant", "zh-Hans"], Text]] = Field(
        default={}, description="Names of categories by language."
    )

    def _faults(self) -> Iterator[Fault]:
        """Each name has to be that of one fee, or reading a contract would have to guess."""
        # Keys first: a fee that has a name for its key cannot lose it to the alias of another.
        owners = {folded(key): key for key in reversed(self.fees)}
        for key, at, name in self._names():
            if (owner := owners.setdefault(folded(name), key)) != key:
                mend = message("delete the name here or from {owner}, which also has it", owner=owner)
                yield _taken(name, at, mend)
        for _, at, name in self._names():
            if holds_unseen(name):
                yield unseen_in(name, at)
            elif at[2:3] == ("aliases",) and _SEVERAL.search(name):
                names = ", ".join(filter(None, map(str.strip, _SEVERAL.split(name))))
                yield Fault(quoted(name), message("one name"), only(names), at)

    def _names(self) -> Iterator[tuple[str, Path, str]]:
        """Every name of a fee, with the key of the fee before it and its path."""
        for key, fee in self.fees.items():
            yield key, ("fees", key), key
            for language, name in fee.names.items():
                yield key, ("fees", key, "names", language), name
            for at, name in enumerate(fee.aliases):
                yield key, ("fees", key, "aliases", at), name

    def names_taken_in(self, other: Catalogue) -> Iterator[Fault]:
        """Every name of a fee of another catalogue that this one does not replace: it would mean two fees."""
        kept = {key: fee for key, fee in other.fees.items() if key not in self.fees}
        owner = Catalogue(kept).canonical
        for _, at, name in self._names():
            if owner(name) in kept:
                mend = message(
                    "choose another name, because the program has this one for {owner}; "
                    "or define {owner} in this file too",
                    owner=owner(name),
                )
                yield _taken(name, at, mend)

    def catalogue(self) -> Catalogue:
        """The same as fee types that know their keys."""
        fees = {key: entry.fee_type(key) for key, entry in self.fees.items()}
        categories = {
            key: {str(language): name for language, name in names.items()}
            for key, names in self.categories.items()
        }
        return Catalogue(fees, categories)
