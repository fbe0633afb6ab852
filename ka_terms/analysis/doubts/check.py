"""What a check found of files: their problems, what is doubtful in them, and how they keep to house rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from ka_terms.analysis.doubts.doubts import OTHER_NAME, PlacedDoubt, doubts_of
from ka_terms.calculation.readings.exact import ratio
from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.model.contract.terms.limits import Share
from ka_terms.model.names import Label
from ka_terms.model.numbers.currency import finest
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.model.vocabulary.metrics import TOTALS, Metric, term_metric

if TYPE_CHECKING:
    from ka_terms.model.settings.policy import Policy
    from ka_terms.reading.problems.problem import Problem
    from ka_terms.reading.scenario import Loaded


class Finding(NamedTuple):
    """The result of one rule for a contract."""

    kind: Literal["ceiling", "at_least", "required", "review"]
    metric: str
    """A total by its name, a term or condition by its key, or of `at_least` the grade of fees."""
    breach: bool
    """Whether the rule is broken; a mark for review never is."""
    found: Decimal | None = None
    """Under a limit the value in the unit of `limit`, else the amount; None (n/a) also without such a term."""
    limit: Decimal | None = None
    percent: bool = False
    """Whether `found` and `limit` are shares: of sales, or of `at_least` of total fees."""
    reason: Label | None = None
    """Why a term is marked for review, in the languages of the policy."""
    source: Label | None = None
    date: str | None = None

    @property
    def measure(self) -> Metric:
        """What a ceiling holds down: a total, or a term whether the contract has it or not."""
        return _capped(self.metric)


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


def review(statement: Statement, policy: Policy) -> tuple[Finding, ...]:
    """Return the result of every ceiling, least share and required key, then the terms marked for review.

    A value equal to its limit meets the rule. A limit on a value that is n/a is broken, because nobody can say
    that it is met. A required term may cost zero on this plan. Conditions may be required and marked like terms.
    """
    limits = *_ceilings(statement, policy), *_least_shares(statement, policy)
    return (*limits, *_required(statement, policy), *_marks(statement, policy))


def _ceilings(statement: Statement, policy: Policy) -> Iterator[Finding]:
    for name, ceiling in policy.ceilings.items():
        metric = _capped(name)
        if isinstance(ceiling, Share):
            found, limit, percent = statement.value(metric.as_share()), ceiling.rate, True
        else:
            found, limit, percent = statement.value(metric), ceiling, False
        yield Finding("ceiling", name, found is None or found > limit, found, limit, percent)


def _least_shares(statement: Statement, policy: Policy) -> Iterator[Finding]:
    """What fees of a grade make up of total fees."""
    for nature, least in policy.at_least.items():
        found = ratio(_of_grade(statement, nature), statement.total_fees)
        yield Finding("at_least", nature, found is None or found < least, found, least, percent=True)


def _of_grade(statement: Statement, nature: str) -> Decimal:
    return statement.total(lambda line: line.fee.nature == nature)


def _capped(name: str) -> Metric:
    return TOTALS.get(name) or term_metric(name)


def _required(statement: Statement, policy: Policy) -> Iterator[Finding]:
    agreed = statement.scenario.conditions
    for key in policy.required:
        line = statement.line(key)
        yield Finding("required", key, line is None and key not in agreed, line.amount if line else None)


def _marks(statement: Statement, policy: Policy) -> Iterator[Finding]:
    for key, entry in policy.review.items():
        line = statement.line(key)
        if line or key in statement.scenario.conditions:
            amount = line.amount if line else None
            yield Finding("review", key, False, amount, None, False, entry.reason, entry.source, entry.date)
