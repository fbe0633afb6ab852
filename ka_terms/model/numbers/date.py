"""Dates as people write them, the year first: 2003-05-20, 2003/5/20, 2003年5月20日."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from ka_terms.model.faults import refuse
from ka_terms.model.numbers.notations import folded_number
from ka_terms.text.messages import message

_DATE = re.compile(
    r"([12][0-9]{3})(?:-([0-9]{1,2})-|/([0-9]{1,2})/|\.([0-9]{1,2})\.|年([0-9]{1,2})月)([0-9]{1,2})日?"
)


def read_date(raw: object) -> date:
    """A date with the year first. Errors: anything else, and a day that no calendar has."""
    if isinstance(raw, date):
        return raw
    if matched := _DATE.fullmatch(folded_number(str(raw)).strip()):
        year, *months, day = matched.groups()
        try:
            return date(int(year), int(next(filter(None, months))), int(day))
        except ValueError:
            raise refuse(
                raw, message("a day of the calendar"), message("check the month and the day")
            ) from None
    raise refuse(raw, message("a date such as 2003-05-20"), message("write year, month and day: 2003-05-20"))


Date = Annotated[
    date,
    PlainValidator(read_date),
    PlainSerializer(date.isoformat),
    WithJsonSchema({"type": "string", "errorMessage": "Expected a date such as 2003-05-20."}),
]
