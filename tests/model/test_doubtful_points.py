"""Numbers of a file that can be read in two ways, with their places."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ka_terms.model.doubtful_points import doubtful_in


def test_texts_of_a_contract_that_can_be_read_in_two_ways_have_their_places() -> None:
    content = {
        "scenario": "1.500",
        "plan": {"sales": "1.500", "volume": Decimal("1.500"), "returns": 0},
        "terms": {"a": {"tiers": [{"from": "2.500"}, {"from": "2.501"}]}},
        "private": {"walk_away": {"total_fees": "7.890"}},
    }
    assert [fault.at for fault in doubtful_in(content)] == [
        ("plan", "sales"),
        ("terms", "a", "tiers", 0, "from"),
        ("private", "walk_away", "total_fees"),
    ]
    assert not [*doubtful_in({**content, "currency": "KWD"})]
    assert len([*doubtful_in({**content, "currency": ["KWD"]})]) == 3
    assert [fault.at for fault in doubtful_in(content, ("plan",))] == [("plan", "sales")]


def test_content_that_holds_itself_has_an_end() -> None:
    content: dict[str, object] = {"plan": {}}
    content["plan"] = content
    assert not [*doubtful_in(content)]


@pytest.mark.parametrize(
    ("content", "mend"),
    [
        ({"plan": {"stores": {"opening": "1.500"}}}, "write 1,500"),
        ({"plan": {"last_year": {"events": {"dm": "1.500"}}}}, "write 1,500"),
        ({"plan": {"stores": {"opening": "1.000"}}}, "write 1,000 or 1.0, whichever is meant"),
        ({"plan": {"figures": {"crew": "1.500"}}}, "write 1,500 or 1.5, whichever is meant"),
        ({"terms": {"fee": {"free": {"stores": "1.500"}}}}, "write 1,500 or 1.5, whichever is meant"),
    ],
)
def test_what_a_plan_counts_is_not_divided(content: dict[str, object], mend: str) -> None:
    (fault,) = doubtful_in(content)
    assert fault.mend == mend


@pytest.mark.parametrize(
    "content",
    [{"private": {"margin": "1.500"}}, {"plan": {"vat": "1.500"}}, {"terms": {"a": {"rate": "1.500"}}}],
)
def test_a_share_without_its_percent_sign_is_left_to_the_model(content: dict[str, object]) -> None:
    assert not [*doubtful_in(content)]


@pytest.mark.parametrize(("levels", "found"), [(10, 1), (11, 0)])
def test_ten_levels_of_a_part_are_looked_through(levels: int, found: int) -> None:
    content: object = "1.500"
    for _ in range(levels):
        content = {"x": content}
    assert len([*doubtful_in({"terms": content})]) == found
