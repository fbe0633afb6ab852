"""What a check found, as a report: the problems of files, and what house rules say of a contract."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ka_terms.analysis.review import Finding
from ka_terms.calculation.metrics import METRICS
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.model.settings.policy import Policy
from ka_terms.presentation.reports.records import FORMAT_VERSION
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table, text
from ka_terms.presentation.words import Words


class Told(NamedTuple):
    """What is told of files: problems and doubts as a machine takes them, and the doubts as lines for people."""

    problems: Sequence[Mapping[str, Any]]
    doubts: Sequence[Mapping[str, Any]] = ()
    lines: Sequence[str] = ()


def review_table(name: str, findings: Sequence[Finding], catalogue: Catalogue, words: Words) -> Table:
    """One row a rule: kept, broken, or marked for review with the source that asks for it; `name` is the contract's."""
    rows = []
    for finding in findings:
        kind = _kind(finding)
        rows.append(
            (
                text(_verdict(finding, words), Emphasis.BAD if finding.breach else Emphasis.NONE),
                text(words(finding.kind)),
                text(_label(finding.metric, catalogue, words)),
                Cell(finding.found, kind)
                if finding.found is not None or finding.kind == "ceiling"
                else text(""),
                Cell(finding.limit, kind) if finding.limit is not None else text(""),
                text(_why(finding, words)),
            )
        )
    columns = tuple(map(words, ("verdict", "rule", "term", "found", "limit", "reason")))
    return Table(columns, tuple(rows), title=name)


def _kind(finding: Finding) -> Kind:
    if finding.percent:
        return Kind.RATIO
    return Kind.AVERAGE if finding.metric == "fees_a_store" else Kind.MONEY


def _verdict(finding: Finding, words: Words) -> str:
    if finding.kind == "review":
        return words("review")
    return words("broken" if finding.breach else "kept")


def _label(metric: str, catalogue: Catalogue, words: Words) -> str:
    if metric in METRICS:
        return words(metric)
    return words.fee(catalogue.fees[metric]) if metric in catalogue.fees else words.condition(metric)


def _why(finding: Finding, words: Words | None = None) -> str:
    """The reason of a rule and its source; without `words` as programs have it in every language."""
    source = (words.say("join.comma") if words else ", ").join(
        part for part in (finding.source, finding.date) if part
    )
    if not finding.reason or not source:
        return finding.reason or source
    values = {"reason": finding.reason, "source": source}
    return words.say("reason_source", **values) if words else "{reason} ({source})".format(**values)


def check_report(
    headline: Sequence[str],
    tables: Sequence[Table],
    told: Told,
    findings: Sequence[tuple[str, Finding]],
    files: Sequence[str],
    policy: Policy | None = None,
) -> Report:
    """The whole check; `findings` pair the file with what a rule of the policy says of it."""
    record = {
        "format_version": FORMAT_VERSION,
        "files": list(files),
        "policy": {"name": policy.policy, "about": policy.about} if policy else None,
        "valid": not told.problems,
        "problems": list(told.problems),
        "doubts": list(told.doubts),
        "findings": [{"file": file, **finding._asdict()} for file, finding in findings],
    }
    flat = _flat(told, findings)
    return Report(headline, tables, (*told.lines, *_about(policy)), flat, lambda: record, title=headline[0])


def _about(policy: Policy | None) -> tuple[str, ...]:
    """What the rules are, and what they are not."""
    if policy is None:
        return ()
    return (f"{policy.policy}: {policy.about}" if policy.about else policy.policy,)


def _flat(told: Told, findings: Sequence[tuple[str, Finding]]) -> Table:
    """One row a problem, then one a doubt, then one a finding."""
    columns = ("file", "line", "column", "kind", "path", "found", "limit", "message", "breach")
    nothing = Cell(None, Kind.COUNT)
    rows = [
        (
            text(problem["file"]),
            Cell(problem["line"], Kind.COUNT),
            Cell(problem["column"], Kind.COUNT),
            text(kind),
            text(problem["path"]),
            nothing,
            nothing,
            text(problem["message"]),
            text(breach),
        )
        for kind, breach, ones in (("problem", "yes", told.problems), ("doubt", "no", told.doubts))
        for problem in ones
    ]
    rows += [
        (
            text(file),
            nothing,
            nothing,
            text(finding.kind),
            text(finding.metric),
            Cell(finding.found, _kind(finding)),
            Cell(finding.limit, _kind(finding)),
            text(_why(finding)),
            text("yes" if finding.breach else "no"),
        )
        for file, finding in findings
    ]
    return Table(columns, tuple(rows))
