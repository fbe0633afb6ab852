"""Whatever is written as YAML reads back as it was, here and in another reader."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from ka_terms.reading.problems.source import Source
from ka_terms.reading.yaml.yaml_reader import read_tree
from ka_terms.writing.yaml_notation import WIDEST, braced, entry, scalar

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
VALUES = st.recursive(
    TEXTS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4) | st.dictionaries(TEXTS, inner, min_size=1, max_size=4)
    ),
    max_leaves=8,
)


def read(text: str) -> Any:
    root, problems = read_tree(Source("a file", text))
    assert not problems
    return root.plain()


def ungrouped(value: Any) -> Any:
    """With the numbers as they stand in braces, which take no comma."""
    match value:
        case dict():
            return {ungrouped(key): ungrouped(inner) for key, inner in value.items()}
        case list():
            return [ungrouped(inner) for inner in value]
        case _:
            return value.replace(",", "") if scalar(value) == value.replace(",", "") else value


@given(TEXTS)
@example("NO")
@example("1:30")
@example("4,020,000")
@example("at least 35, always")
@example("\x85\u2028\ufeff\uffff")
@example("<<")
@example("=")
@example("0.00")
def test_a_text_alone(text: str) -> None:
    line = f"key: {scalar(text, inside_braces=False)}\n"
    assert read(line) == {"key": text}
    assert "\n" not in line[:-1]
    elsewhere = yaml.safe_load(line)["key"]
    # A plain number is the same number elsewhere, if not always with the same digits: 0.00 is 0.0.
    assert elsewhere == float(text) if isinstance(elsewhere, int | float) else elsewhere == text


@given(TEXTS, VALUES)
def test_an_entry(key: str, value: Any) -> None:
    lines = "\n".join(entry(key, value)) + "\n"
    assert ungrouped(read(lines)) == ungrouped({key: value})


def test_short_values_share_a_line_and_long_ones_do_not() -> None:
    assert list(entry("fee", {"amount": "1,000", "per": ["skus.new", "stores.closing"]})) == [
        "fee: {amount: 1000, per: [skus.new, stores.closing]}"
    ]
    tiers = [{"from": f"{number}M", "rate": "0.5%"} for number in range(1, 9)]
    lines = list(entry("rebate", {"mode": "whole", "tiers": tiers}, "  "))
    assert lines[:4] == ["  rebate:", "    mode: whole", "    tiers:", "      - {from: 1M, rate: 0.5%}"]
    assert max(map(len, lines)) <= WIDEST
    assert list(entry("sales", "1,000")) == ["sales: 1,000"]
    assert list(entry("nothing", None)) == ["nothing: null"]
    assert braced([None, {"a": "b"}]) == "[null, {a: b}]"
