"""A user's own words for what the program calls something else: every retailer has its own."""

from __future__ import annotations

from typing import Annotated

from pydantic import PlainValidator, RootModel, WithJsonSchema

from ka_terms.model.base import Key
from ka_terms.model.names import Label, read_label


class Glossary(RootModel[dict[Key, Annotated[Label, PlainValidator(read_label), WithJsonSchema({})]]]):
    """Key of a term, a figure or a measure -> the label it is shown under."""
