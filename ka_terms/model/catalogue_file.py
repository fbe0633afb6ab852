"""A catalogue as a file states it, for those who bring their own."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ka_terms.model.base import Key, Model, Names
from ka_terms.model.catalogue import OTHER, Catalogue, FeeType
from ka_terms.model.text import Text


class FeeEntry(Model):
    """One fee type as a catalogue file states it."""

    names: dict[Literal["en", "zh-Hant", "zh-Hans"], Text] = Field(
        min_length=1, description="Its name by language."
    )
    category: Key = Field(default=OTHER, description="Key of its category.")
    conditional: bool = Field(default=False, description="Owed only if something is reached or done.")
    aliases: Names = Field(default=(), description="Other names it goes by; each is read as this fee.")
    note: Text = Field(default="", description="What it is, in a sentence.")


class CatalogueFile(Model):
    """A catalogue as a file states it: fee types by key, and the names of categories."""

    fees: dict[Key, FeeEntry] = Field(default={}, description="Fee types by key.")
    categories: dict[Key, dict[Literal["en", "zh-Hant", "zh-Hans"], Text]] = Field(
        default={}, description="Names of categories by language."
    )

    def catalogue(self) -> Catalogue:
        """The same as fee types that know their keys."""
        fees = {key: FeeType(key, **vars(entry)) for key, entry in self.fees.items()}
        categories = {
            key: {str(language): name for language, name in names.items()}
            for key, names in self.categories.items()
        }
        return Catalogue(fees, categories)
