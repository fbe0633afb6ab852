"""What stands out in the table of promotions."""

from __future__ import annotations

import pytest

from ka_terms.analysis.promotions.promotions import promotions
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.presentation.reports.promotions.fields import outcome_fields, rows
from ka_terms.presentation.table import Emphasis
from ka_terms.presentation.words import words
from tests.contracts import contract


@pytest.mark.parametrize(
    ("allowed", "emphasis"), [("4%", Emphasis.BAD), ("6%", Emphasis.NONE), (None, Emphasis.NONE)]
)
def test_a_fee_share_above_what_the_house_allows_stands_out(allowed: str | None, emphasis: Emphasis) -> None:
    given = {"fee": 100, "baseline": 1000, "planned": "+100%"}
    promotion = given if allowed is None else {**given, "allowed": allowed}
    found = promotions(contract({}, {"sales": 9000}, promotions={"one": promotion}), [], Catalogue())
    (row,) = rows(found)
    fields = {field.key: field for field in outcome_fields(found, words(["en"]))}
    assert fields["fee_share"].cell(row).emphasis is emphasis
