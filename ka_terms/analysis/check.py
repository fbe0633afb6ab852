"""What a check found of files: their problems, what is doubtful in them, and how they keep to house rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ka_terms.analysis.placed_doubts import PlacedDoubt
    from ka_terms.analysis.review import Finding
    from ka_terms.model.settings.policy import Policy
    from ka_terms.reading.problems.problem import Problem


class FileFinding(NamedTuple):
    """What one rule says of the contract of a file."""

    file: str
    finding: Finding


class Reviewed(NamedTuple):
    """A contract held against house rules: the name of its file, its own name, and what each rule says."""

    file: str
    contract: str
    findings: tuple[Finding, ...]

    @property
    def of_file(self) -> tuple[FileFinding, ...]:
        """Each finding behind the name of the file."""
        return tuple(FileFinding(self.file, finding) for finding in self.findings)


class CheckResult(NamedTuple):
    """Everything a check found; `policy` is None where no house rules were asked for, or none could be read."""

    files: tuple[str, ...]
    problems: tuple[Problem, ...]
    doubts: tuple[PlacedDoubt, ...]
    reviewed: tuple[Reviewed, ...] = ()
    policy: Policy | None = None

    @property
    def findings(self) -> tuple[FileFinding, ...]:
        """Each finding behind the name of its file."""
        return tuple(finding for review in self.reviewed for finding in review.of_file)

    @property
    def breaches(self) -> int:
        """How many house rules are broken."""
        return sum(finding.breach for _, finding in self.findings)

    @property
    def marks(self) -> int:
        """How many terms and conditions are marked for review."""
        return sum(finding.kind == "review" for _, finding in self.findings)
