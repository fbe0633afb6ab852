"""What a fee of any shape is counted by, what of it is free, and in which lots; what has to be refused."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter

from ka_terms.model.contract.terms.charged import read_lot
from ka_terms.model.contract.terms.terms import Term
from ka_terms.model.contract.terms.tiers import TieredTerm
from tests.contracts import invalid, refused

TERM: TypeAdapter[Term] = TypeAdapter(Term)
AMOUNTS = [{"from": 0, "amount": 1}, {"over": 249, "amount": 2}]
RATES = [{"from": 0, "rate": "1%"}, {"over": 249, "rate": "2%"}]
NUMBER = "a number such as 4020000, 4,020,000, 402万, 4.5M or 350k"
LATE = {"rate": "0.3%", "per": ["late_days"], "free": {"late_days": 3}, "for_every": {"late_days": 2}}


@pytest.mark.parametrize(
    "term",
    [
        LATE,
        {"amount": 5, "per": ["volume"], "for_every": {"volume": 100}},
        {"mode": "whole", "tiers": AMOUNTS, "per": ["stores.new"], "free": {"stores.new": 1}},
        {"mode": "whole", "tiers": AMOUNTS, "per": ["volume"], "for_every": {"volume": "1k"}},
        {
            "mode": "marginal",
            "tiers": AMOUNTS,
            "measure": "volume",
            "per": ["volume", "months"],
            "free": {"volume": 9},
        },
        {
            "mode": "marginal",
            "tiers": [{"from": "+5%", "amount": 1}],
            "measure": "growth of volume",
            "per": ["volume"],
        },
        {"mode": "whole", "tiers": RATES},
    ],
)
def test_every_shape_may_be_charged_by_count(term: dict[str, Any]) -> None:
    made = TERM.validate_python(term)
    assert made.per == tuple(term.get("per", ()))
    assert [*made.free] == [*term.get("free", ())]
    assert [*made.for_every] == [*term.get("for_every", ())]
    assert isinstance(made, TieredTerm) is ("mode" in term)
    assert not isinstance(made, TieredTerm) or made.by_band is (made.mode == "marginal")


@pytest.mark.parametrize(("raw", "lot"), [(100, 100), ("1k", 1000), ("0.5", Decimal("0.5"))])
def test_a_lot_is_a_number_above_zero(raw: object, lot: object) -> None:
    assert read_lot(raw) == lot


@pytest.mark.parametrize("raw", [0, "0", "0.0"])
def test_a_lot_of_nothing_is_refused(raw: object) -> None:
    (fault,) = refused(read_lot, raw)
    assert (fault.expected, fault.mend) == (
        "a number above zero",
        "write the size of a full lot, such as 100",
    )


@pytest.mark.parametrize(
    ("more", "at", "sentence"),
    [
        (
            {"tiers": RATES, "per": ["volume"]},
            ("tiers", 0, "rate"),
            "Found a rate. Expected an amount, because `per` charges by count. "
            "Fix: write `amount:` in every tier, or delete `per`.",
        ),
        (
            {"tiers": AMOUNTS, "mode": "marginal", "per": ["volume"]},
            ("per",),
            "Found `per` without the measure. Expected `per` with sales, which is charged band by band. "
            "Fix: add sales to `per`, or write `mode: whole`.",
        ),
        (
            {
                "tiers": [{"from": "+5%", "amount": 1}],
                "mode": "marginal",
                "measure": "growth",
                "per": ["volume"],
            },
            ("per",),
            "Found `per` without the measure. Expected `per` with sales, which is charged band by band. "
            "Fix: add sales to `per`, or write `mode: whole`.",
        ),
        (
            {
                "tiers": AMOUNTS,
                "mode": "marginal",
                "measure": "volume",
                "per": ["volume"],
                "for_every": {"volume": 100},
            },
            ("for_every",),
            "Found `for_every` in marginal tiers. Expected `mode: whole`. "
            "Fix: delete `for_every`, or write `mode: whole`.",
        ),
        (
            {"tiers": AMOUNTS, "per": ["volume"], "for_every": {"sales": 100}},
            ("for_every", "sales"),
            "Found 'sales'. Expected a figure that `per` of this term names. Fix: add sales to `per`.",
        ),
        (
            {"tiers": AMOUNTS, "per": ["volume"], "free": {"sales": 100}},
            ("free", "sales"),
            "Found 'sales'. Expected a figure that `per` of this term names. Fix: add sales to `per`.",
        ),
    ],
)
def test_tiers_by_count_pay_amounts_by_the_measure(
    more: dict[str, Any], at: tuple[Any, ...], sentence: str
) -> None:
    (path, fault), *others = invalid(TieredTerm.model_validate, {"mode": "whole", **more})
    assert (path, str(fault), fault.on_key) == (at, sentence, at[0] in ("for_every", "free"))
    assert [path for path, _ in others] == ([("tiers", 1, "rate")] if at[0] == "tiers" else [])


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (
            {"per": "facings", "free": {"facings": "20%"}},
            f"Found '20%'. Expected {NUMBER}. Fix: write a number; of a figure in percent, 20% is 0.2.",
        ),
        (
            {"per": "facings", "free": {"facings": "200%"}},
            f"Found '200%'. Expected {NUMBER}. Fix: delete the percent sign, because this is an amount.",
        ),
        (
            {"per": "volume", "for_every": {"volume": 0}},
            "Found '0'. Expected a number above zero. Fix: write the size of a full lot, such as 100.",
        ),
        (
            {"per": "volume", "free": {"sales": 3}},
            "Found 'sales'. Expected a figure that `per` of this term names. Fix: add sales to `per`.",
        ),
    ],
)
def test_what_is_told_of_an_allowance_and_of_a_lot(term: dict[str, Any], words: str) -> None:
    ((_, fault),) = invalid(TERM.validate_python, {"amount": 1, **term})
    assert str(fault) == words
