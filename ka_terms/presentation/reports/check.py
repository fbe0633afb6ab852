"""What a check found, as a report: the problems of files, and what house rules say of a contract."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from ka_terms.model.vocabulary.metrics import TOTALS
from ka_terms.presentation.doubts import doubt_line, doubt_record
from ka_terms.presentation.fields import Field, In, filled, flat, record, table, truth
from ka_terms.presentation.reports.notes import notes
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table, text
from ka_terms.presentation.wording.metric_words import metric_kind
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.doubts.check import CheckResult, FileFinding, Finding
    from ka_terms.model.names import Label
    from ka_terms.model.settings.policy import Policy


def _finding_fields(words: Words) -> list[Field[FileFinding]]:
    """What one rule says of a contract, with the source that asks for a review."""
    return [
        Field("file", places=In.PROGRAMS),
        Field("line", lambda _: None, Kind.COUNT, In.CSV),
        Field("column", lambda _: None, Kind.COUNT, In.CSV),
        Field("verdict", places=In.TABLE, shown=lambda one: _verdict(one.finding, words)),
        Field("kind", _of("kind"), label="rule", shown=lambda one: _rule(one.finding, words)),
        Field("metric", _of("metric"), places=In.JSON),
        Field("path", _of("metric"), Kind.TEXT, In.ROWS, "term", lambda one: _label(one.finding, words)),
        Field("breach", _of("breach"), places=In.JSON),
        Field("found", _of("found"), _kind, shown=_found),
        Field("limit", _of("limit"), _kind, shown=_limit),
        Field("percent", _of("percent"), places=In.JSON),
        Field("reason", lambda one: _local(one.finding.reason, words), places=In.JSON),
        Field("source", lambda one: _local(one.finding.source, words), places=In.JSON),
        Field("date", _of("date"), places=In.JSON),
        Field("message", lambda one: _why(one.finding, words), places=In.ROWS, label="reason"),
        Field("breach", _of("breach"), places=In.CSV),
    ]


def _of(name: str) -> Callable[[FileFinding], Any]:
    return attrgetter(f"finding.{name}")


def _kind(one: FileFinding) -> Kind:
    return Kind.RATIO if one.finding.percent else metric_kind(one.finding.measure)


def _found(one: FileFinding) -> Cell:
    """What was found, n/a under a limit; nothing where a rule only asks for a term."""
    told = one.finding.found is not None or one.finding.kind in ("ceiling", "at_least")
    return Cell(one.finding.found, _kind(one)) if told else text("")


def _limit(one: FileFinding) -> Cell:
    return Cell(one.finding.limit, _kind(one)) if one.finding.limit is not None else text("")


def _rule(finding: Finding, words: Words) -> str:
    return words("rule.review" if finding.kind == "review" else finding.kind)


def _verdict(finding: Finding, words: Words) -> Cell:
    key = "review" if finding.kind == "review" else "broken" if finding.breach else "kept"
    return text(words(key), Emphasis.BAD if key == "broken" else Emphasis.NONE)


def _label(finding: Finding, words: Words) -> str:
    metric = finding.metric
    if finding.kind == "at_least":
        return words.joined(lambda one: one.say("share_of_fees", grade=one(metric)))
    if metric in TOTALS:
        return words(metric)
    return words.fee_of(metric) if metric in words.catalogue.fees else words.condition(metric)


def _why(finding: Finding, words: Words) -> str:
    """The reason of a mark to review, with its source and date in brackets."""
    reason, source = (_local(text, words) for text in (finding.reason, finding.source))
    source = words.say("join.comma").join(filter(None, (source, finding.date)))
    return words.say("review_reason", reason=reason, source=source) if source else reason or ""


def _local(label: Label | None, words: Words) -> str | None:
    return words.in_language(label) if label else None


def check_report(check: CheckResult, words: Words) -> Report:
    """Everything `check` says."""
    headline, fields = list(_headline(check, words)), _finding_fields(words)
    doubts = [doubt_line(doubt, words.translate) for doubt in (*check.to_confirm, *check.names_read)]
    # What the rules are, and what they are not.
    named = [*filter(None, (_policy(check.policy, words) or {}).values())]
    about = words.say("join.colon").join(named) if len(named) > 1 else ""
    if len(named) == 1:
        about = words.say("policy_note", policy=named[0])
    return Report(
        headline=headline,
        tables=[table(fields, one.of_file, words, one.contract) for one in check.reviewed if one.findings],
        notes=notes(words, [*doubts, about] if about else doubts),
        flat=_flat(check, words),
        record=lambda: _record(check, words),
        title=headline[0],
        currency=check.currency,
    )


def _headline(check: CheckResult, words: Words) -> Iterator[str]:
    """How many problems, doubts and names read, and, where the files were held against rules, what those found."""
    files, problems = len(check.files), len(check.problems)
    yield words.say("check_headline", count=files, files=files, problems=problems)
    if check.to_confirm:
        yield words.say("doubts_headline", count=len(check.to_confirm))
    if check.names_read:
        yield words.say("names_read_headline", count=len(check.names_read))
    if check.policy:
        yield words.say("policy_headline", breaches=check.breaches, marks=check.marks)


def _record(check: CheckResult, words: Words) -> dict[str, Any]:
    fields, (problems, doubts) = _finding_fields(words), _told(check, words)
    return {
        "format_version": FORMAT_VERSION,
        "files": list(check.files),
        "policy": _policy(check.policy, words),
        "valid": not problems,
        "problems": problems,
        "doubts": doubts,
        "findings": [record(fields, finding) for finding in check.findings],
    }


def _told(check: CheckResult, words: Words) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Problems and doubts as a machine takes them, in the user's language."""
    problems = [problem.to_dict(words.translate) for problem in check.problems]
    return problems, [doubt_record(doubt, words.translate) for doubt in check.doubts]


def _policy(policy: Policy | None, words: Words) -> dict[str, str | None] | None:
    """The name of house rules and what they are about, in the user's language."""
    if policy is None:
        return None
    return {"name": words.in_language(policy.policy), "about": _local(policy.about, words)}


def _flat(check: CheckResult, words: Words) -> Table:
    """One row a problem, then one a doubt, then one a finding."""
    fields, (problems, doubts) = _finding_fields(words), _told(check, words)
    rows = [
        filled(
            fields,
            In.CSV,
            **{key: Cell(problem[key]) for key in ("file", "line", "column", "path", "message")},
            kind=text(kind),
            breach=truth(breach),
        )
        for kind, breach, told in (("problem", True, problems), ("doubt", False, doubts))
        for problem in told
    ]
    findings = flat(fields, check.findings)
    return findings._replace(rows=(*rows, *findings.rows))
