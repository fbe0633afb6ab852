"""What the file with the rounds of a negotiation may say, and that no error or repr has a note in it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from ka_terms.model.settings.rounds import Round, RoundDetails, RoundsFile
from tests.contracts import invalid


def test_a_round_is_a_file_and_what_is_known_besides() -> None:
    raw = {
        "file": "a.yaml",
        "date": "2003/1/20",
        "with": "buyer",
        "note": "high",
        "gives": {"shelf": "20,000"},
    }
    found = Round.model_validate(raw)
    assert (found.file, found.date, found.partner, found.note) == (
        "a.yaml",
        date(2003, 1, 20),
        "buyer",
        "high",
    )
    assert found.gives == {"shelf": Decimal(20_000)}
    assert not any(word in repr(found) for word in ("buyer", "high", "20000"))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ({"file": "/a.yaml"}, "the relative path of another scenario file"),
        ({"file": "c:a.yaml"}, "the relative path of another scenario file"),
        ({"file": "a\\b.yaml"}, "the relative path of another scenario file"),
        ({"file": [1]}, "a text"),
        ({"file": "a.yaml", "gives": {"shelf": "1.500"}}, "a number that cannot be read in two ways"),
        (
            {"file": "a.yaml", "gives": {"shelf": -5}},
            "a number such as 4020000, 4,020,000, 402万, 4.5M or 350k (zero or more)",
        ),
        ({"file": "a.yaml", "note": ["secret"]}, "a text"),
        ({"file": "a.yaml", "with": "secret" * 99}, "a text of at most 300 characters"),
    ],
)
def test_what_a_round_may_not_say(raw: dict[str, Any], expected: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Round.model_validate(raw)
    ((_, fault),) = invalid(Round.model_validate, raw)
    assert fault.expected == expected
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("name", ["/a.yaml", "c:a.yaml", "a\\b.yaml"])
def test_a_file_is_named_from_the_folder_of_the_rounds(name: str) -> None:
    ((_, fault),) = invalid(Round.model_validate, {"file": name})
    assert str(fault) == (
        f"Found '{name}'. Expected the relative path of another scenario file. "
        "Fix: write the path relative to this file, with / between folders."
    )


@pytest.mark.parametrize(
    ("rounds", "at", "words"),
    [
        (
            [],
            ("rounds",),
            "Found a list without entries. Expected at least one entry. "
            "Fix: add a line such as `- {file: ask.yaml}`.",
        ),
        (
            [{"file": "a"}, {"file": "a"}],
            ("rounds", 1, "file"),
            "Found 'a'. Expected each file once. Fix: delete one of them.",
        ),
        (
            [{"file": "a", "date": "2003-02-01"}, {"file": "b"}, {"file": "c", "date": "2003-01-31"}],
            ("rounds", 2, "date"),
            "Found '2003-01-31'. Expected a day not before that of the round above, 2003-02-01. "
            "Fix: correct the date, or list the rounds in their order.",
        ),
    ],
)
def test_rounds_that_do_not_hold_together(
    rounds: list[dict[str, Any]], at: tuple[str | int, ...], words: str
) -> None:
    ((path, fault),) = invalid(RoundsFile.model_validate, {"rounds": rounds})
    assert (path, str(fault)) == (at, words)


def test_days_may_follow_each_other_or_be_left_out() -> None:
    days: tuple[dict[str, str], ...] = (
        {"date": "2003-01-31"},
        {},
        {"date": "2003-01-31"},
        {"date": "2003-02-01"},
    )
    rounds = [{"file": f"{place}.yaml", **day} for place, day in enumerate(days)]
    assert len(RoundsFile.model_validate({"rounds": rounds}).rounds) == 4


def test_details_know_no_file() -> None:
    with pytest.raises(ValidationError, match="file"):
        RoundDetails.model_validate({"file": "a.yaml"})
