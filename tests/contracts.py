"""Contracts in short, for every test that costs one, and the four of the worked case."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from ka_terms.calculation.costs import exact_costs
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import Fault
from ka_terms.presentation.words.messages_zh_hant import TEMPLATES
from ka_terms.text.messages import Joined, Message

Keys = Mapping[str, Any]


FULL_PLAN: Keys = {
    "last_year": {"sales": "4,020,000", "stores": {"opening": 31}},
    "sales": "+150%",
    "returns": 50_000,
    "volume": 20_000,
    "vat": "13%",
    "target": "10M",
    "stores": {"opening": 25, "new": 10},
    "skus": {"existing": 21, "new": 14},
    "events": {"dm": 4, "launch": 1},
    "figures": {"promoters": 12, "net_purchases": "3.9M"},
}
"""A plan that gives every figure there is."""
REBATE: Keys = {"rate": "1.5%"}


def contract(terms: Keys | None = None, plan: Keys | None = None, **more: Any) -> Scenario:
    """A scenario with sales of 1,000,000 unless the plan says otherwise."""
    whole = {
        "scenario": "a contract",
        "plan": {"sales": "1,000,000", **(plan or {})},
        "terms": terms or {},
        **more,
    }
    return Scenario.model_validate(whole)


def cost(term: Keys, plan: Keys | None = None, **more: Any) -> Decimal:
    """What a contract of this one term comes to."""
    return exact_costs(contract({"fee": term}, plan, **more))["fee"]


def told(fault: Fault) -> Fault:
    """The fault, each message of which is one that is told in every language."""
    pending: list[object] = [fault.found, fault.expected, fault.mend]
    assert all(isinstance(part, str) for part in pending)
    while pending:
        part = pending.pop()
        if isinstance(part, Joined):
            pending += part.parts
        elif isinstance(part, Message):
            assert part.template in TEMPLATES, part
            pending += part.values.values()
    return fault


def refused(read: Callable[..., object], *values: object) -> list[Fault]:
    """The faults a reader of single values gives."""
    with pytest.raises(PydanticCustomError) as caught:
        read(*values)
    assert caught.value.type == "fault"
    context = caught.value.context
    assert context is not None
    return [*map(told, context["faults"])]


def invalid(model: Callable[[object], object], value: object) -> list[tuple[tuple[str | int, ...], Fault]]:
    """The faults a model gives, each with its whole path."""
    with pytest.raises(ValidationError) as caught:
        model(value)
    return [
        ((*error["loc"], *fault.at), told(fault))
        for error in caught.value.errors()
        for fault in error.get("ctx", {}).get("faults", ())
    ]


def each(*values: object) -> tuple[object, ...]:
    """Values to be held against plain numbers, whatever their types."""
    return values


STORES_2002 = {"opening": 25, "new": 6}
PLAN_2002 = {"sales": "4,020,000", "stores": STORES_2002, "skus": {"existing": 7, "new": 14}}
PLAN_2003 = {
    "last_year": PLAN_2002,
    "sales": "+150%",
    "stores": {"opening": 25, "new": 10},
    "skus": {"existing": 21, "new": 14},
    "events": {"dm": 4, "festival": 5, "promotion": 5},
}
_PER_SKU = ["skus.new", "stores.closing"]


def _annual(*tiers: tuple[str, str]) -> dict[str, object]:
    return {"mode": "whole", "tiers": [{"from": bound, "rate": rate} for bound, rate in tiers]}


CASE: Mapping[str, Keys] = {
    "2002 contract": {
        "monthly_rebate": {"rate": "2.5%"},
        "annual_rebate": _annual(("4.5M", "0.5%")),
        "new_store_fee": {"amount": 5000, "per": "stores.new"},
        "listing_fee": {"amount": "1,000", "per": _PER_SKU},
        "anniversary_fee": {"amount": 4000, "per": "stores.opening"},
        "dm_tg_fee": {"amount": 0, "at_least": "8% of sales"},
    },
    "2003 ask": {
        "monthly_rebate": {"rate": "3.5%"},
        "annual_rebate": _annual(("4.0M", "1%"), ("4.2M", "2%")),
        "new_store_fee": {"amount": 8000, "per": "stores.new"},
        "listing_fee": {"amount": "1,500", "per": _PER_SKU},
        "anniversary_fee": {"amount": 6000, "per": "stores.closing"},
        "dm_tg_fee": {"amount": 5000, "per": ["stores.closing", "events.dm"], "at_least": "8% of sales"},
        "festival_fee": {"amount": 500, "per": ["stores.closing", "events.festival"]},
    },
    "2003 proposal": {
        "monthly_rebate": {"rate": "1.5%"},
        "annual_rebate": _annual(("9M", "0.5%"), ("10M", "1.0%")),
        "new_store_fee": {"amount": 5000, "per": "stores.new"},
        "listing_fee": {
            "amount": "1,000",
            "per": ["skus.total", "stores.closing"],
            "free": {"skus.total": 35},
        },
        "dm_tg_fee": {"amount": 3500, "per": ["stores.closing", "events.promotion"]},
    },
    "2003 agreed": {
        "monthly_rebate": {"rate": "2.5%"},
        "annual_rebate": _annual(("7.5M", "0.8%"), ("9M", "1.2%")),
        "new_store_fee": {"amount": 5000, "per": "stores.new"},
        "listing_fee": {"amount": "1,000", "per": _PER_SKU},
        "anniversary_fee": {"amount": 4000, "per": "stores.closing"},
        "dm_tg_fee": {"amount": 3500, "per": ["stores.closing", "events.dm"]},
    },
}


def case(name: str, **more: Any) -> Scenario:
    """One of the four contracts of the worked case, on the plan of its year."""
    plan = PLAN_2002 if name.startswith("2002") else PLAN_2003
    return contract(CASE[name], plan, **{"scenario": name, **more})
