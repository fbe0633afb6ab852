"""What a check found of files: their problems, what is doubtful in them, and how they keep to house rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from ka_terms.analysis.doubts import OTHER_NAME
from ka_terms.analysis.placed_doubts import PlacedDoubt, doubts_of
from ka_terms.analysis.review import Finding, review
from ka_terms.calculation.statement import evaluate
from ka_terms.model.numbers.currency import finest
from ka_terms.model.settings.catalogue import Catalogue

if TYPE_CHECKING:
    from ka_terms.model.settings.policy import Policy
    from ka_terms.reading.problems.problem import Problem
    from ka_terms.reading.scenario import Loaded


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
    currency: str = "CNY"
    """The finest of the contracts."""

    @property
    def to_confirm(self) -> tuple[PlacedDoubt, ...]:
        """What may not be meant; that a fee goes by a name of the catalogue is none of these."""
        return tuple(doubt for doubt in self.doubts if doubt.doubt.kind != OTHER_NAME)

    @property
    def names_read(self) -> tuple[PlacedDoubt, ...]:
        """The names that are known from the catalogue, and the fee that each is read as."""
        return tuple(doubt for doubt in self.doubts if doubt.doubt.kind == OTHER_NAME)

    @property
    def findings(self) -> tuple[FileFinding, ...]:
        return tuple(finding for review in self.reviewed for finding in review.of_file)

    @property
    def breaches(self) -> int:
        """How many house rules are broken."""
        return sum(finding.breach for _, finding in self.findings)

    @property
    def marks(self) -> int:
        """How many terms and conditions are marked for review."""
        return sum(finding.kind == "review" for _, finding in self.findings)


def checked(
    files: Sequence[str],
    loaded: Sequence[Loaded],
    problems: Sequence[Problem],
    policy: Policy | None,
    catalogue: Catalogue,
    settings_doubts: Sequence[PlacedDoubt] = (),
) -> CheckResult:
    """The contracts that could be read, with their doubts, held against house rules where there are any.

    `settings_doubts` are those about glossary and policy, told behind the contracts' own.
    """
    doubts = [doubt for contract in loaded for doubt in doubts_of(contract, catalogue)]
    told = tuple(dict.fromkeys([*doubts, *settings_doubts]))
    reviewed = tuple(_reviewed(contract, policy, catalogue) for contract in loaded) if policy else ()
    currency = finest(contract.scenario.currency for contract in loaded)
    return CheckResult(tuple(files), tuple(problems), told, reviewed, policy, currency)


def _reviewed(loaded: Loaded, policy: Policy, catalogue: Catalogue) -> Reviewed:
    findings = review(evaluate(loaded.scenario, catalogue), policy)
    return Reviewed(loaded.name, loaded.scenario.scenario, findings)
