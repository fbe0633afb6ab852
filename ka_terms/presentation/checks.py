"""What a check found, as a report: the problems of files, and what house rules say of a contract."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ka_terms.analysis.review import Finding
from ka_terms.calculation.statement import METRICS
from ka_terms.model.catalogue import Catalogue
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table, text
from ka_terms.presentation.words import Words


def review_table(name: str, findings: Sequence[Finding], catalogue: Catalogue, words: Words) -> Table:
    """One row a rule: kept, broken, or marked for review with the source that asks for it; `name` is the scenario's."""
    rows = []
    for finding in findings:
        kind = Kind.RATIO if finding.percent else Kind.MONEY
        rows.append(
            (
                text(_verdict(finding, words), Emphasis.BAD if finding.breach else Emphasis.NONE),
                text(words(finding.kind)),
                text(_label(finding.metric, catalogue, words)),
                Cell(finding.found, kind) if finding.found is not None or finding.kind == "ceiling" else text(""),
                Cell(finding.limit, kind) if finding.limit is not None else text(""),
                text(_why(finding)),
            )
        )
    columns = tuple(map(words, ("verdict", "rule", "term", "found", "limit", "reason")))
    return Table(columns, tuple(rows), title=name)


def _verdict(finding: Finding, words: Words) -> str:
    if finding.kind == "review":
        return words("review")
    return words("broken" if finding.breach else "kept")


def _label(metric: str, catalogue: Catalogue, words: Words) -> str:
    return words(metric) if metric in METRICS else words.fee(catalogue.fee(metric))


def _why(finding: Finding) -> str:
    source = ", ".join(part for part in (finding.source, finding.date) if part)
    return f"{finding.reason} ({source})" if finding.reason and source else finding.reason or source


def check_report(
    headline: str,
    tables: Sequence[Table],
    problems: Sequence[Mapping[str, Any]],
    findings: Sequence[tuple[str, Finding]],
    files: Sequence[str],
) -> Report:
    """The whole check; `findings` pair the file with what a rule says of it."""
    record = {
        "format_version": 1,
        "files": list(files),
        "valid": not problems,
        "problems": list(problems),
        "findings": [
            {"file": file, **{name: getattr(finding, name) for name in finding.__dataclass_fields__}}
            for file, finding in findings
        ],
    }
    return Report(headline=(headline,), tables=tables, flat=_flat(problems, findings), record=lambda: record)


def _flat(problems: Sequence[Mapping[str, Any]], findings: Sequence[tuple[str, Finding]]) -> Table:
    """One row a problem, then one a finding."""
    columns = ("file", "line", "column", "kind", "path", "message", "breach")
    rows = [
        (
            text(problem["file"]),
            Cell(problem["line"], Kind.COUNT),
            Cell(problem["column"], Kind.COUNT),
            text("problem"),
            text(problem["path"]),
            text(problem["message"]),
            text("yes"),
        )
        for problem in problems
    ]
    nothing = Cell(None, Kind.COUNT)
    rows += [
        (
            text(file),
            nothing,
            nothing,
            text(finding.kind),
            text(finding.metric),
            text(_why(finding)),
            text("yes" if finding.breach else "no"),
        )
        for file, finding in findings
    ]
    return Table(columns, tuple(rows))
