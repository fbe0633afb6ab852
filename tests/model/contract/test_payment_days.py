"""Days of credit, from the invoice or from the end of its month."""

from __future__ import annotations

import pytest

from ka_terms.model.contract.conditions import mend_of_days, read_payment_days
from ka_terms.model.contract.scenario import Scenario
from tests.contracts import each, invalid, refused


@pytest.mark.parametrize(
    ("raw", "days", "after", "average"),
    [
        ("60", 60, False, 60),
        (60, 60, False, 60),
        ("60 after month end", 60, True, 75),
        ("30 days after month-end", 30, True, 45),
        ("月结 60 天", 60, True, 75),
        ("月結後60天", 60, True, 75),
    ],
)
def test_after_month_end_is_half_a_month_more(raw: object, days: int, after: bool, average: int) -> None:
    read = read_payment_days(raw)
    assert (*each(read.days), read.after_month_end, *each(read.on_average)) == (
        *each(days),
        after,
        *each(average),
    )


@pytest.mark.parametrize(
    ("raw", "mend"),
    [
        ("45 d", " Fix: write 45."),
        ("net 60", " Fix: write 60 or 60 after month end, whichever is meant."),
        ("Net 60", " Fix: write 60 or 60 after month end, whichever is meant."),
        ("60 DAYS", " Fix: write 60 or 60 after month end, whichever is meant."),
        ("60 after month", " Fix: write 60 after month end."),
        ("60 or 90", ""),
        ("30.5 d", ""),
        ("sixty", " Fix: write the number of days in digits; other words belong under another key."),
        ("60。", " Fix: write the number without 。 (U+3002, ideographic full stop)."),
        ("60 days (after month end)", " Fix: write how many days, such as 60 after month end."),
    ],
)
def test_days_that_are_almost_read(raw: str, mend: str) -> None:
    stated = {"scenario": "x", "plan": {"sales": 1}, "conditions": {"payment_days": raw}}
    ((at, fault),) = invalid(Scenario.model_validate, stated)
    assert at == ("conditions", "payment_days")
    expected = "a whole number of days, such as 60 or 60 after month end"
    assert str(fault) == f"Found '{raw}'. Expected {expected}.{mend}"


@pytest.mark.parametrize("raw", ["soon", "soon after month end", "60 after", "after month end"])
def test_no_number_is_refused(raw: str) -> None:
    assert refused(read_payment_days, raw)
    stated = {"scenario": "x", "plan": {"sales": 1}, "conditions": {"payment_days": raw}}
    ((_, fault),) = invalid(Scenario.model_validate, stated)
    assert fault.expected == "a whole number of days, such as 60 or 60 after month end"


def test_days_that_can_be_read_need_no_mend() -> None:
    assert mend_of_days("1,000") == ""
