"""A report with sheets that calculate, and what their file tells of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ka_terms import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ka_terms.analysis.comparison import Comparison
    from ka_terms.calculation.statement import Statement
    from ka_terms.cli.session import Session
    from ka_terms.presentation.table import Report
    from ka_terms.presentation.workbook.setting import Setting
    from ka_terms.reading.problems.source import Source
    from ka_terms.reading.scenario import Loaded


def with_statement_sheets(report: Report, loaded: Loaded, statement: Statement, session: Session) -> Report:
    """The report on one contract, with its statement, inputs, months and lower sales as sheets for a workbook."""
    if not session.is_workbook:
        return report
    from ka_terms.analysis.living import living
    from ka_terms.presentation.workbook.book import statement_workbook
    from ka_terms.writing.contract_text import contract_text

    text = contract_text(loaded, statement.scenario, session.catalogue.canonical)
    contract, setting = living(statement, session.catalogue), _setting(report, session)
    workbook = statement_workbook(contract, setting, text)
    return report._replace(workbook=workbook._replace(properties=_properties(session)))


def with_comparison_sheets(
    report: Report, loaded: Sequence[Loaded], comparison: Comparison, session: Session
) -> Report:
    """The report on several contracts, with sheets of each and one that sets them beside each other, for a workbook."""
    if not session.is_workbook:
        return report
    from ka_terms.analysis.living import living
    from ka_terms.presentation.workbook.book import comparison_workbook
    from ka_terms.writing.contract_text import contract_text

    contracts = [living(statement, session.catalogue) for statement in comparison.scenarios]
    texts = [
        contract_text(each, contract.statement.scenario, session.catalogue.canonical)
        for each, contract in zip(loaded, contracts, strict=True)
    ]
    workbook = comparison_workbook(comparison, contracts, _setting(report, session), texts)
    return report._replace(workbook=workbook._replace(properties=_properties(session)))


def _setting(report: Report, session: Session) -> Setting:
    from ka_terms.presentation.workbook.setting import Setting

    return Setting(session.words, session.scale, report.internal)


def _properties(session: Session) -> dict[str, str]:
    """The version of the program, and every file that was read with the hash of its content."""
    sources = dict.fromkeys(source for contract in session.contracts for source in contract.sources())
    return {"ka-terms": __version__, **_hashes(sources)}


def _hashes(sources: Iterable[Source]) -> dict[str, str]:
    """SHA-256 of each file by its name, as `sha256sum` gives it; of standard input that of its text."""
    from hashlib import sha256

    found = {}
    for source in sources:
        content = source.path.read_bytes() if source.path.is_file() else source.text.encode()
        found[source.name] = f"sha256:{sha256(content).hexdigest()}"
    return found
