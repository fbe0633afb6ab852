"""What may stand for a figure of the plan, and what is told of anything else."""

from __future__ import annotations

from typing import Any

import pytest

from ka_terms.model.contract.plan.figure_values import (
    read_amount_or_formula,
    read_category_sales,
    read_figure,
    read_returns,
)
from tests.contracts import refused

RETURNS = "Expected an amount, or a percentage of sales such as 2%."
NUMBER = "Expected a number such as 4020000, 4,020,000, 402万, 4.5M or 350k"


@pytest.mark.parametrize(
    ("read", "raw", "words"),
    [
        (read_returns, "2% of sales", f"Found '2% of sales'. {RETURNS} Fix: write 2%."),
        (
            read_returns,
            "2% of volume",
            f"Found '2% of volume'. {RETURNS} Fix: work it out and write the number.",
        ),
        (
            read_returns,
            "2% of sales of sales",
            f"Found '2% of sales of sales'. {RETURNS} Fix: work it out and write the number.",
        ),
        (
            read_returns,
            "2% of own of sales",
            f"Found '2% of own of sales'. {RETURNS} Fix: work it out and write the number.",
        ),
        (read_returns, "volume x 3", f"Found 'volume x 3'. {RETURNS} Fix: work it out and write the number."),
        (read_returns, "+3", f"Found '+3'. {NUMBER}. Fix: delete the + sign."),
        (read_figure, "+3", f"Found '+3'. {NUMBER}. Fix: delete the + sign."),
        (read_amount_or_formula, "+3", f"Found '+3'. {NUMBER}. Fix: delete the + sign."),
        (read_category_sales, "+3", f"Found '+3'. {NUMBER}. Fix: delete the + sign."),
        (read_category_sales, "x", f"Found 'x'. {NUMBER}. Fix: write the number in digits."),
    ],
)
def test_what_can_be_no_figure(read: Any, raw: str, words: str) -> None:
    (fault,) = refused(read, raw)
    assert str(fault) == words
