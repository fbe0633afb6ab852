"""What a check found, as a report: the problems of files, and what house rules say of a contract."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ka_terms.analysis.review import Finding, capped
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.model.settings.policy import Policy
from ka_terms.model.vocabulary.metrics import TOTALS
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table, text
from ka_terms.presentation.wording.metric_words import metric_kind
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION


class Told(NamedTuple):
    """What is told of files: problems and doubts as a machine takes them, and the doubts as lines for people."""

    problems: Sequence[Mapping[str, Any]]
    doubts: Sequence[Mapping[str, Any]] = ()
    lines: Sequence[str] = ()


class Reviewed(NamedTuple):
    """What house rules say: each finding with the file that it is about. `policy` is None without house rules."""

    policy: Policy | None = None
    findings: Sequence[tuple[str, Finding]] = ()


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
    return Kind.RATIO if finding.percent else metric_kind(capped(finding.metric))


def _verdict(finding: Finding, words: Words) -> str:
    if finding.kind == "review":
        return words("review")
    return words("broken" if finding.breach else "kept")


def _label(metric: str, catalogue: Catalogue, words: Words) -> str:
    if metric in TOTALS:
        return words(metric)
    return words.fee(catalogue.fees[metric]) if metric in catalogue.fees else words.condition(metric)


def _why(finding: Finding, words: Words) -> str:
    """The reason of a mark to review, with its source and date in brackets."""
    reason = _reason(finding, words) or ""
    source = words.say("join.comma").join(part for part in (finding.source, finding.date) if part)
    return words.say("review_reason", reason=reason, source=source) if source else reason


def _reason(finding: Finding, words: Words) -> str | None:
    return words.in_language(finding.reason) if finding.reason else None


def check_report(
    headline: Sequence[str],
    tables: Sequence[Table],
    told: Told,
    reviewed: Reviewed,
    files: Sequence[str],
    words: Words,
) -> Report:
    """The whole check, the texts of house rules in the user's language."""
    policy = _policy(reviewed.policy, words)
    record = {
        "format_version": FORMAT_VERSION,
        "files": list(files),
        "policy": policy,
        "valid": not told.problems,
        "problems": list(told.problems),
        "doubts": list(told.doubts),
        "findings": [
            {"file": file, **finding._asdict(), "reason": _reason(finding, words)}
            for file, finding in reviewed.findings
        ],
    }
    # What the rules are, and what they are not.
    about = [words.say("join.colon").join(filter(None, policy.values()))] if policy else []
    flat = _flat(told, reviewed.findings, words)
    return Report(headline, tables, (*told.lines, *about), flat, lambda: record, title=headline[0])


def _policy(policy: Policy | None, words: Words) -> dict[str, str | None] | None:
    """The name of house rules and what they are about, in the user's language."""
    if policy is None:
        return None
    about = words.in_language(policy.about) if policy.about else None
    return {"name": words.in_language(policy.policy), "about": about}


def _flat(told: Told, findings: Sequence[tuple[str, Finding]], words: Words) -> Table:
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
            text(_why(finding, words)),
            text("yes" if finding.breach else "no"),
        )
        for file, finding in findings
    ]
    return Table(columns, tuple(rows))
