"""What only a change in an extending file makes wrong is told at that change."""

from __future__ import annotations

from pathlib import Path

import pytest

from ka_terms.reading.problems.problem import ReadError
from ka_terms.reading.scenario import load

BASE = """# the base
# is longer
scenario: base
plan:
  last_year: {sales: 3M}
  sales: 4M
  returns: 1M
  target: 4M
  stores: {opening: 3, new: 1, closed: 4}
  figures: {promoters: 2}
terms:
  fee: {amount: 5, per: [stores.new], free: {stores.new: 1}, at_most: 10}
  net: {rate: 1%, less: [fee]}
  count: {amount: 1, per: promoters}
  tiered: {mode: whole, measure: achievement, tiers: [{from: 90%, rate: 1%}]}
private: {margin: 32%}
"""
FIRST = "extends: base.yaml\nscenario: b\n"

CASES = {
    "plan: {stores: null}": ["3:8: terms.fee.per.1: Found 'stores.new'. Expected a figure of the plan"],
    "plan: null": ["3:1: plan: Found no key `plan`. Expected `plan:`, which is required. Fix: add `plan:`"],
    "plan:\n  stores: {opening: null}": ["4:12: plan.stores.opening: Found no key `opening`"],
    "plan: {sales: 3k}": ["3:15: plan.returns: Found '1M'. Expected no more returns than sales"],
    "plan: {stores: {opening: 2}}": ["3:26: plan.stores.closed: Found '4'. Expected no more closed stores"],
    "plan: {figures: null}": ["3:8: terms.count.per.1: Found 'promoters'"],
    "plan: {figures: {promoters: null}}": ["3:18: terms.count.per.1: Found 'promoters'"],
    "plan: {target: null}": ["3:8: terms.tiered.measure: Found 'achievement'"],
    "terms:\n  fee: null": ["4:3: terms.net.less.1: Found 'fee'. Expected a term of this contract"],
    "terms:\n  fee: {per: null}": ["4:9: terms.fee.free.stores.new: Found 'stores.new'"],
    "terms:\n  fee: {amount: null}": [
        "4:3: terms.fee: Found no rate, amount or tiers. Expected exactly one of rate, amount and tiers"
    ],
    "terms:\n  net: {rate: null, amount: 3}": [
        "4:9: terms.net.less: Found 'less'. Expected a known key. Fix: write `less: null`",
    ],
    "terms:\n  tiered: {tiers: null, rate: 3%}": [
        "4:12: terms.tiered.mode: Found 'mode'. Expected a known key. Fix: write `mode: null`",
        "4:12: terms.tiered.measure: Found 'measure'. Expected a known key. Fix: write `measure: null`",
    ],
    "terms:\n  fee: {at_least: 20}": [
        "4:19: terms.fee.at_least: Found '20'. Expected at most 10, which is `at_most`"
    ],
    "terms:\n  tiered: {measure: sales}": ["4:21: terms.tiered.tiers.1.from: Found '90%'. Expected a number"],
    "scenario: x\nplan: {stores: null}": ["3:1: Found a second 'scenario'", "4:8: terms.fee.per.1"],
    "terms:\n  fee: {rate: 3%, amount: 4}": ["4:3: terms.fee: Found `rate`, `amount` in one term"],
}


def problems(path: Path) -> list[str]:
    with pytest.raises(ReadError) as caught:
        load(path)
    return [
        f"{problem.place}: {problem.message}".removeprefix(f"{path}:") for problem in caught.value.problems
    ]


@pytest.mark.parametrize("change", CASES)
def test_a_problem_is_told_where_it_is_brought_about(tmp_path: Path, change: str) -> None:
    (tmp_path / "base.yaml").write_text(BASE, "utf-8")
    path = tmp_path / "b.yaml"
    path.write_text(f"{FIRST}{change}\n", "utf-8")
    found = problems(path)
    assert [one[: len(words)] for one, words in zip(found, CASES[change], strict=True)] == CASES[change]


def test_in_a_chain_it_is_the_file_that_makes_the_change(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(BASE, "utf-8")
    (tmp_path / "b.yaml").write_text(f"{FIRST}plan: {{stores: null}}\n", "utf-8")
    path = tmp_path / "c.yaml"
    path.write_text("extends: b.yaml\nscenario: c\nplan: {sales: 5M}\n", "utf-8")
    (only,) = problems(path)
    assert only.startswith(f"{tmp_path / 'b.yaml'}:3:8: terms.fee.per.1: Found 'stores.new'")


def test_what_is_wrong_in_the_extended_file_stays_there(tmp_path: Path) -> None:
    base = tmp_path / "base.yaml"
    base.write_text(BASE.replace("rate: 1%, less", "rate: 101%, less"), "utf-8")
    path = tmp_path / "b.yaml"
    path.write_text(f"{FIRST}plan: {{sales: 5M, stores: null}}\nterms: {{net: {{at_least: 5}}}}\n", "utf-8")
    places = [one.partition(": ")[0] for one in problems(path)]
    assert places == ["3:19", f"{base}:13:15"]


def test_last_years_file_has_changes_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(BASE, "utf-8")
    (tmp_path / "last.yaml").write_text(f"{FIRST}plan: {{sales: 5M}}\n", "utf-8")
    path = tmp_path / "c.yaml"
    path.write_text("scenario: c\nplan: {last_year: last.yaml, sales: 1M, returns: 2M}\n", "utf-8")
    (only,) = problems(path)
    assert only.startswith("2:50: plan.returns: Found '2M'")


def test_a_change_of_what_is_private_is_not_quoted(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(BASE, "utf-8")
    path = tmp_path / "b.yaml"
    path.write_text(f"{FIRST}private: {{margin: 31.7}}\nplan: {{target: null}}\n", "utf-8")
    found = problems(path)
    assert found[0].startswith(
        "3:19: private.margin: Found a hidden value (private). Expected a percentage with its sign"
    )
    assert found[1].startswith("4:8: terms.tiered.measure")
    assert "31.7" not in "".join(found)


def test_very_many_changes_take_no_more_than_some_readings(tmp_path: Path) -> None:
    names = [f"f{number}" for number in range(2_000)]
    given = ", ".join(f"{name}: 1" for name in names)
    (tmp_path / "base.yaml").write_text(
        f"scenario: a\nplan: {{sales: 1M, figures: {{{given}, g: 1}}}}\nterms: {{t: {{amount: 1, per: g}}}}\n",
        "utf-8",
    )
    path = tmp_path / "b.yaml"
    removed = ", ".join(f"{name}: null" for name in names)
    path.write_text(f"{FIRST}plan: {{figures: {{{removed}, g: null}}}}\n", "utf-8")
    (only,) = problems(path)
    assert "terms.t.per.1: Found 'g'" in only
