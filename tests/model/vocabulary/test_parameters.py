"""Paths of parameters: read and written in one way."""

from __future__ import annotations

import pytest

from ka_terms.model.vocabulary.parameters import Parameter


@pytest.mark.parametrize(
    ("text", "parameter", "steps"),
    [
        ("rate", Parameter("rate"), ("rate",)),
        ("amount", Parameter("amount"), ("amount",)),
        ("at_least", Parameter("at_least"), ("at_least",)),
        ("at_most", Parameter("at_most"), ("at_most",)),
        ("free.skus.total", Parameter("free", figure="skus.total"), ("free", "skus.total")),
        ("free.促销\n", Parameter("free", figure="促销\n"), ("free", "促销\n")),
        ("for_every.volume", Parameter("for_every", figure="volume"), ("for_every", "volume")),
        ("only_if.1", Parameter("only_if", rule=1), ("only_if", 0)),
        ("unless.12", Parameter("unless", rule=12), ("unless", 11)),
        ("tiers.1.from", Parameter("from", 1), ("tiers", 0, "from")),
        ("tiers.12.over", Parameter("over", 12), ("tiers", 11, "over")),
        ("tiers.2.rate", Parameter("rate", 2), ("tiers", 1, "rate")),
        ("tiers.2.amount", Parameter("amount", 2), ("tiers", 1, "amount")),
    ],
)
def test_a_path_and_its_parameter(text: str, parameter: Parameter, steps: tuple[str | int, ...]) -> None:
    assert Parameter.parse(text) == Parameter.of("fee.x", f"fee.x.{text}") == parameter
    assert (str(parameter), parameter.path("fee.x"), parameter.steps) == (text, f"fee.x.{text}", steps)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "sales",
        "free",
        "free.",
        "from",
        "tiers",
        "tiers.2",
        "tiers.2.at_least",
        "tiers.x.rate",
        "tiers.２.rate",
        "only_if",
        "only_if.x",
        "unless.１",
        "for_every.",
    ],
)
def test_what_is_no_parameter_of_a_term(text: str) -> None:
    assert Parameter.parse(text) is None
    assert Parameter.of("fee", f"fees.{text}") is None
    assert Parameter.of("fee", "rate") is None


def test_what_a_parameter_is() -> None:
    texts = ("rate", "tiers.1.rate", "tiers.1.over", "at_most", "free.rate")
    found = [parameter for text in texts if (parameter := Parameter.parse(text))]
    assert [str(one) for one in found if one.is_main] == ["rate"]
    assert [str(one) for one in found if one.is_bound] == ["tiers.1.over"]
    assert [str(one) for one in found if one.is_limit] == ["at_most"]
