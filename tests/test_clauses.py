"""Clauses of published contracts and price lists: each as a contract, with its amount and its words.

A clause is said if its own numbers stand in the file, the amount is right, it stays right once the plan moves, and
the line reads well in three languages. Every file names its source.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest
import yaml

import ka_terms
from ka_terms.presentation.wording.terms import says_of
from ka_terms.presentation.words import Words, words
from ka_terms.reading.settings import read_catalogue
from ka_terms.text.languages import LANGUAGES

CASES = Path(__file__).parent / "cases"
CLAUSES = {path.stem: path for path in sorted((CASES / "clauses").glob("*.yaml"))}
EXPECTED = cast(
    dict[str, dict[str, Any]], yaml.safe_load((CASES / "clauses.yaml").read_text(encoding="utf-8"))
)


@cache
def _words(language: str) -> Words:
    return words((language,), catalogue=read_catalogue())


def test_every_clause_has_an_amount() -> None:
    assert CLAUSES.keys() == EXPECTED.keys()


@pytest.mark.parametrize("clause", CLAUSES)
def test_a_clause_comes_to_its_amount(clause: str) -> None:
    contract = ka_terms.load(CLAUSES[clause])
    assert ka_terms.evaluate(contract).total_fees == Decimal(EXPECTED[clause]["amount"])


@pytest.mark.parametrize("clause", CLAUSES)
def test_a_clause_holds_once_the_plan_moves(clause: str) -> None:
    contract = ka_terms.moved(ka_terms.load(CLAUSES[clause]), EXPECTED[clause]["moved"])
    assert ka_terms.evaluate(contract).total_fees == Decimal(EXPECTED[clause]["then"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("clause", CLAUSES)
def test_a_clause_reads_as_it_is_meant(clause: str, language: str) -> None:
    contract = ka_terms.load(CLAUSES[clause])
    says = {key: text[language] for key, text in EXPECTED[clause]["says"].items()}
    keys = (*contract.terms, *contract.together)
    assert {key: says_of(key, contract, _words(language)) for key in keys} == says


def test_no_clause_is_doubtful() -> None:
    assert [*ka_terms.check(*CLAUSES.values()).doubts] == []


@pytest.mark.parametrize("clause", CLAUSES)
def test_a_clause_names_its_source(clause: str) -> None:
    assert "http" in CLAUSES[clause].read_text(encoding="utf-8").partition("scenario:")[0]
