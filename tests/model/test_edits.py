"""How far two words are from each other, and what may be a slip."""

from __future__ import annotations

import pytest

from ka_terms.model.edits import edits, may_slip


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("", "", 0),
        ("", "abc", 3),
        ("abc", "", 3),
        ("abc", "abc", 0),
        ("abc", "abd", 1),
        ("abc", "acb", 1),
        ("abc", "ab", 1),
        ("abcd", "badc", 2),
        ("ab", "ba", 1),
        ("abc", "cba", 2),
    ],
)
def test_letters_to_change_add_leave_out_or_swap(one: str, other: str, count: int) -> None:
    assert edits(one, other) == edits(other, one) == count


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("ab", "ac", True),
        ("ab", "cd", False),
        ("abcd", "abxd", True),
        ("abcd", "abxy", False),
        ("abcde", "abxye", True),
        ("abcdefgh", "abcdexyz", True),
        ("abcdefgh", "abcdwxyz", False),
        ("abcdefghijkl", "abcdefghwxyz", False),
        ("fee v3", "fee v2", False),
    ],
)
def test_about_a_third_of_the_letters_may_slip_and_no_digit(one: str, other: str, may: bool) -> None:
    assert may_slip(one, other) == may_slip(other, one) == may
