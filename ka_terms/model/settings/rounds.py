"""The order of a negotiation's rounds, and what stands in no contract: dates, who was there, what was given besides."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field, PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from ka_terms.model.base import AS_IT_IS, Key, Model
from ka_terms.model.faults import Fault, faults_of, quoted, refusal, refuse
from ka_terms.model.names import read_text
from ka_terms.model.numbers.date import Date
from ka_terms.model.numbers.fields import NUMBER_PATTERN, number_schema
from ka_terms.model.numbers.notations import doubtful_point
from ka_terms.model.numbers.number import EXAMPLE, read_number
from ka_terms.text.messages import message

MOST_ROUNDS, MOST_GIVES = 100, 50
INTERNAL_KEYS = ("note", "with")
"""Keys of a round whose values no message shows."""


def read_file_name(raw: object) -> str:
    """The path of a file from the folder of the one that names it. Errors: any other text."""
    name = read_text(raw)
    if name.startswith("/") or "\\" in name or ":" in name:
        fix = message("write the path relative to this file, with / between folders")
        raise refuse(raw, message("the relative path of another scenario file"), fix)
    return name


def read_internal_text(raw: object) -> str:
    """A text that no message shows. Errors: as of any text, without what was found."""
    try:
        return read_text(raw)
    except PydanticCustomError as error:
        hidden = [fault.hidden() for fault in faults_of(error)]
    raise refusal(*hidden)


def read_cost_entered(raw: object) -> Decimal:
    """An amount of zero or more. Errors: `1.500`, which can be read in two ways, and what is no amount."""
    if isinstance(raw, str) and (fault := doubtful_point(raw)):
        raise refusal(fault)
    return read_number(raw)


InternalText = Annotated[str, PlainValidator(read_internal_text), WithJsonSchema({"type": "string"})]
Cost = Annotated[
    Decimal, PlainValidator(read_cost_entered), AS_IT_IS, number_schema("number", NUMBER_PATTERN, EXAMPLE)
]


class RoundDetails(Model):
    """What is known of one round besides its contract."""

    date: Date | None = Field(default=None, description="The day of the round: 2003-01-20.")
    side: Literal["theirs", "ours", "both"] | None = Field(
        default=None,
        description="Whose position the file is, where its status does not say: theirs, ours or both.",
    )
    partner: InternalText | None = Field(
        default=None, alias="with", description="Who sat across the table.", repr=False
    )
    note: InternalText | None = Field(default=None, description="A remark of the house.", repr=False)
    gives: Annotated[dict[Key, Cost], PlainSerializer(dict)] = Field(
        default={},
        max_length=MOST_GIVES,
        description="What this position holds besides the fees, at its cost for us: {extra_display: 20000}.",
        repr=False,
    )


class Round(RoundDetails):
    """One round: a file, and what is known besides."""

    file: Annotated[str, PlainValidator(read_file_name), WithJsonSchema({"type": "string"})] = Field(
        description="The contract of this round, relative to this file."
    )


class RoundsFile(Model):
    """The rounds of a negotiation in their order."""

    rounds: tuple[Round, ...] = Field(max_length=MOST_ROUNDS, description="The rounds in their order.")

    def _faults(self) -> Iterator[Fault]:
        if not self.rounds:
            mend = message("add a line such as {example}", example="`- {file: ask.yaml}`")
            yield Fault(message("a list without entries"), message("at least one entry"), mend, ("rounds",))
        names: set[str] = set()
        for index, each in enumerate(self.rounds):
            if each.file in names:
                fix = message("delete one of them")
                yield Fault(quoted(each.file), message("each file once"), fix, ("rounds", index, "file"))
            names.add(each.file)
        dated = [(index, each.date) for index, each in enumerate(self.rounds) if each.date]
        for (_, before), (index, day) in pairwise(dated):
            if day < before:
                expected = message("a day not before that of the round above, {day}", day=before.isoformat())
                fix = message("correct the date, or list the rounds in their order")
                yield Fault(quoted(day.isoformat()), expected, fix, ("rounds", index, "date"))
