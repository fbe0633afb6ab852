"""Texts drawn for fuzzing: made of the signs of YAML, and real scenarios with slips in them."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

SCENARIOS = Path(__file__).parents[2] / "scenarios"

YAMLISH = st.text(alphabet="[]{}:,-?&*!|>'\"%@`#~=<.\\ \n\t\rab01年％／\u2028\x85", max_size=200)

EVERYTHING = """scenario: everything at once
currency: JPY
plan:
  last_year: {sales: 402万, stores: {opening: 20}, figures: {promoters: 3}}
  sales: +150%
  volume: 12k
  returns: 0
  vat: 13%
  target: 1.1亿
  stores: {opening: 25, new: 10, closed: 1}
  skus: {existing: 21, new: 14}
  events: {dm: 4, 节庆: 5}
  figures: {promoters: 12, net_purchases: 3.9M}
terms:
  月返: {rate: ２．５％, at_most: 3% of net_sales}
  annual_rebate: {mode: marginal, measure: growth, of: increment, less: [月返],
    tiers: [{over: 110%, rate: 1%}, {from: +50%, amount: 350k}]}
  volume_rebate: {mode: whole, measure: volume, tiers: [{from: 10k, amount: 1000}]}
  bonus: {mode: whole, measure: achievement, tiers: [{from: 90%, rate: 1%}]}
  promoters: {amount: 5000, per: [promoters, last_year.promoters], free: {promoters: 2}, at_least: 8% of sales}
conditions: {payment_days: 60, return_policy: none}
private: {margin: 32%, walk_away: {fee_ratio: 18%}, cost_of_capital: 6%}
"""
"""A scenario that uses every part of the format."""

REAL = [*(path.read_text("utf-8") for path in sorted(SCENARIOS.glob("*.yaml"))), EVERYTHING]

TOKENS = [
    *":,-?&*!|>'\"%@`#{}[]~=<\n\t ",
    *("- ", ": ", "{}", "[]", "null", "~", "NO", "1:30", "010", "1e5", ".nan", "2003-01-01", "\n\t", "\n---\n"),
    *("&a ", "*a", "<<: ", "!!str ", "? ", "|\n", "'", '"', "\\", "\\x00", "\x00", "\ufeff", "\u202e", "\u2028"),
    *("-1", "0", "0%", "100%", "101%", "+0%", "-100%", "9999999999999999", "1.23456789", "999999999999999.999999"),
    *("extends: 2002.yaml\n", "extends: scenario.yaml\n", "last_year: 2003-plan.yaml", "private: {margin: 5}\n"),
    *("sales", "growth", "increment", "last_year.sales", "stores.closing", "tiers", "rate", "amount", "per", "less"),
]  # fmt: skip
"""What may be slipped into a scenario: signs of YAML, numbers at the bounds, words of the format."""


@st.composite
def slips(draw: st.DrawFn) -> str:
    """A real scenario with some characters, words or lines deleted, doubled, moved or replaced."""
    text = draw(st.sampled_from(REAL))
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from([0, 0, 1, 1, 2, 5, 20, 80])))
        if draw(st.booleans()):  # whole lines
            start, end = text.rfind("\n", 0, start) + 1, text.find("\n", end) + 1 or len(text)
        piece = text[start:end]
        other = draw(
            st.one_of(st.sampled_from(TOKENS), st.sampled_from(["", piece * 2, piece * 9, piece[::-1]]))
        )
        text = text[:start] + other + text[end:]
    return text
