"""What a check found, counted."""

from __future__ import annotations

from pathlib import Path

from ka_terms.analysis.doubts.check import CheckResult, Finding, Reviewed, checked
from ka_terms.model.settings.policy import Policy
from ka_terms.reading.scenario import load
from ka_terms.reading.settings import read_catalogue

CONTRACT = """\
scenario: draft
currency: TWD
plan: {sales: 10M}
terms: {promo: {rate: 3%}, monthly_rebat: {rate: 1%}, 年返: {rate: 1%}}
"""

KEPT, BROKEN, MARKED = (
    Finding("ceiling", "fee_ratio", False),
    Finding("required", "a", True),
    Finding("review", "b", False),
)


def test_findings_are_told_by_file_and_counted() -> None:
    reviewed = (Reviewed("a.yaml", "a", (KEPT, BROKEN)), Reviewed("b.yaml", "b", (BROKEN, MARKED)))
    found = CheckResult(("a.yaml", "b.yaml"), (), (), reviewed)
    assert found.findings == (("a.yaml", KEPT), ("a.yaml", BROKEN), ("b.yaml", BROKEN), ("b.yaml", MARKED))
    assert (found.breaches, found.marks, found.policy) == (2, 1, None)


def test_contracts_are_held_against_house_rules_where_there_are_any(tmp_path: Path) -> None:
    """With the doubts of every contract behind one another, none told twice."""
    catalogue = read_catalogue()
    policy = Policy.model_validate({"policy": "ours", "ceilings": {"promo": "1% of sales"}})
    path = tmp_path / "a.yaml"
    path.write_text(CONTRACT, "utf-8")
    loaded = load(path, catalogue.canonical)
    plain = checked([str(path)], [loaded, loaded], (), None, catalogue)
    held = checked([str(path)], [loaded], (), policy, catalogue, plain.doubts)
    assert (plain.reviewed, plain.currency, plain.policy) == ((), "TWD", None)
    assert [doubt.doubt.kind for doubt in plain.doubts] == ["near_key", "other_name"]
    assert (plain.to_confirm, plain.names_read) == (plain.doubts[:1], plain.doubts[1:])
    assert held.doubts == plain.doubts
    assert (held.breaches, held.marks, held.policy) == (1, 0, policy)
    assert [(review.file, review.contract) for review in held.reviewed] == [(str(path), "draft")]
