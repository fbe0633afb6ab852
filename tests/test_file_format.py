"""The page about files: what it shows as a part of a file is one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import ka_terms

PAGE = (Path(__file__).parents[1] / "ka_terms" / "docs" / "file-format.md").read_text(encoding="utf-8")
BLOCKS: list[str] = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
TERMS = "".join(block for block in BLOCKS if block.startswith("  "))
GROUPS, LABELS = (next(block for block in BLOCKS if block.startswith(key)) for key in ("together", "labels"))
PLANS = ["scenario: example\n" + block for block in BLOCKS if block.startswith("plan")]
START = """scenario: example
plan:
  last_year: {sales: 9M}
  sales: 10M
  volume: 402k
  returns: 2%
  target: 10M
  stores: {classes: {hyper: {opening: 25, new: 10}}}
  skus: {new: 14}
  events: {dm: 4}
  figures: {promoters: 12, facings: 66%, late_goods: 500k, late_days: 4, ad_costs: 90k}
  facts: {hardware: yes, new_supplier: no}
terms:
  dm_tg_fee: {amount: 3500, per: [stores.closing, events.dm], at_least: 8% of sales}
"""


@pytest.mark.parametrize("text", [START + TERMS + GROUPS + LABELS, *PLANS])
def test_the_parts_of_files_on_the_page_are_a_file(text: str, tmp_path: Path) -> None:
    file = tmp_path / "contract.yaml"
    file.write_text(text, encoding="utf-8")
    assert ka_terms.check(file).problems == ()


def test_the_page_shows_a_group_and_terms_of_every_shape() -> None:
    assert all(key in TERMS for key in ("rate:", "amount:", "tiers:", "only_if:", "unless:", "for_every:"))
    assert all(key in TERMS for key in ("each:", "in:", "cumulative:", "year.sales"))
    assert "at_most: 8.5% of sales" in GROUPS
    assert len(PLANS) == 4
