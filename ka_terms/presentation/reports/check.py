"""What a check found, as a report: the problems of files, and what house rules say of a contract."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ka_terms.model.vocabulary.metrics import TOTALS
from ka_terms.presentation.doubts import doubt_line, doubt_record
from ka_terms.presentation.reports.notes import notes
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table, text
from ka_terms.presentation.wording.metric_words import metric_kind
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.check import CheckResult, Reviewed
    from ka_terms.analysis.review import Finding
    from ka_terms.model.settings.policy import Policy


def _review_table(review: Reviewed, words: Words) -> Table:
    """One row a rule: kept, broken, or marked for review with the source that asks for it."""
    rows = []
    for finding in review.findings:
        kind = _kind(finding)
        rows.append(
            (
                text(_verdict(finding, words), Emphasis.BAD if finding.breach else Emphasis.NONE),
                text(words(finding.kind)),
                text(_label(finding.metric, words)),
                Cell(finding.found, kind)
                if finding.found is not None or finding.kind == "ceiling"
                else text(""),
                Cell(finding.limit, kind) if finding.limit is not None else text(""),
                text(_why(finding, words)),
            )
        )
    columns = tuple(map(words, ("verdict", "rule", "term", "found", "limit", "reason")))
    return Table(columns, tuple(rows), title=review.contract)


def _kind(finding: Finding) -> Kind:
    return Kind.RATIO if finding.percent else metric_kind(finding.measure)


def _verdict(finding: Finding, words: Words) -> str:
    if finding.kind == "review":
        return words("review")
    return words("broken" if finding.breach else "kept")


def _label(metric: str, words: Words) -> str:
    if metric in TOTALS:
        return words(metric)
    return words.fee_of(metric) if metric in words.catalogue.fees else words.condition(metric)


def _why(finding: Finding, words: Words) -> str:
    """The reason of a mark to review, with its source and date in brackets."""
    reason = _reason(finding, words) or ""
    source = words.say("join.comma").join(part for part in (finding.source, finding.date) if part)
    return words.say("review_reason", reason=reason, source=source) if source else reason


def _reason(finding: Finding, words: Words) -> str | None:
    return words.in_language(finding.reason) if finding.reason else None


def check_report(check: CheckResult, words: Words) -> Report:
    """Everything `check` says."""
    headline = list(_headline(check, words))
    doubts = (doubt_line(doubt, words.translate) for doubt in check.doubts)
    return Report(
        headline=headline,
        tables=[_review_table(review, words) for review in check.reviewed if review.findings],
        notes=notes(words, (*doubts, *_about(check.policy, words))),
        flat=_flat(check, words),
        record=lambda: _record(check, words),
        title=headline[0],
    )


def _headline(check: CheckResult, words: Words) -> Iterator[str]:
    """How many problems and doubts, and, where the files were held against rules, what those found."""
    files, problems = len(check.files), len(check.problems)
    yield words.say("check_headline", count=files, files=files, problems=problems)
    if check.doubts:
        yield words.say("doubts_headline", count=len(check.doubts))
    if check.policy:
        yield words.say("policy_headline", breaches=check.breaches, marks=check.marks)


def _record(check: CheckResult, words: Words) -> dict[str, Any]:
    problems, doubts = _told(check, words)
    return {
        "format_version": FORMAT_VERSION,
        "files": list(check.files),
        "policy": _policy(check.policy, words),
        "valid": not problems,
        "problems": problems,
        "doubts": doubts,
        "findings": [
            {"file": file, **finding._asdict(), "reason": _reason(finding, words)}
            for file, finding in check.findings
        ],
    }


def _told(check: CheckResult, words: Words) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Problems and doubts as a machine takes them, in the user's language."""
    problems = [problem.to_dict(words.translate) for problem in check.problems]
    return problems, [doubt_record(doubt, words.translate) for doubt in check.doubts]


def _about(policy: Policy | None, words: Words) -> Iterator[str]:
    """What the rules are, and what they are not."""
    if texts := _policy(policy, words):
        yield words.say("join.colon").join(filter(None, texts.values()))


def _policy(policy: Policy | None, words: Words) -> dict[str, str | None] | None:
    """The name of house rules and what they are about, in the user's language."""
    if policy is None:
        return None
    about = words.in_language(policy.about) if policy.about else None
    return {"name": words.in_language(policy.policy), "about": about}


def _flat(check: CheckResult, words: Words) -> Table:
    """One row a problem, then one a doubt, then one a finding."""
    problems, doubts = _told(check, words)
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
        for kind, breach, ones in (("problem", "yes", problems), ("doubt", "no", doubts))
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
        for file, finding in check.findings
    ]
    return Table(columns, tuple(rows))
