"""What a check found, counted."""

from __future__ import annotations

from ka_terms.analysis.check import CheckResult, Reviewed
from ka_terms.analysis.review import Finding

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
