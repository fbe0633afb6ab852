"""A report with sheets that calculate, and what their file tells of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ka_terms import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ka_terms.analysis.comparison import Comparison
    from ka_terms.calculation.statement import Statement
    from ka_terms.cli.session import Session
    from ka_terms.model.contract.scenario import Scenario
    from ka_terms.presentation.table import Report
    from ka_terms.presentation.workbook.setting import Setting
    from ka_terms.reading.problems.source import Source
    from ka_terms.reading.scenario import Loaded


def with_statement_sheets(report: Report, loaded: Loaded, statement: Statement, session: Session) -> Report:
    """The report on one contract, with its statement, inputs, months and lower sales as sheets for a workbook."""
    if not session.is_workbook:
        return report
    from ka_terms.analysis.workbook.living import living
    from ka_terms.calculation.statement import evaluate
    from ka_terms.presentation.workbook.book import statement_workbook

    text, scenario = _as_told(loaded, statement.scenario, session)
    told = living(evaluate(scenario, session.catalogue), session.catalogue)
    workbook = statement_workbook(told, _setting(report, session), text)
    return report._replace(workbook=workbook._replace(properties=_properties(session)))


def with_comparison_sheets(
    report: Report, loaded: Sequence[Loaded], comparison: Comparison, session: Session
) -> Report:
    """The report on several contracts, with sheets of each and one that sets them beside each other, for a workbook."""
    if not session.is_workbook:
        return report
    from ka_terms.analysis.comparison import compare
    from ka_terms.analysis.workbook.living import living
    from ka_terms.presentation.workbook.book import comparison_workbook

    pairs = zip(loaded, comparison.scenarios, strict=True)
    told = [_as_told(each, statement.scenario, session) for each, statement in pairs]
    at = next(at for at, each in enumerate(comparison.scenarios) if each is comparison.baseline)
    beside = compare([scenario for _, scenario in told], at, catalogue=session.catalogue)
    contracts = [living(statement, session.catalogue) for statement in beside.scenarios]
    texts = [text for text, _ in told]
    workbook = comparison_workbook(beside, contracts, _setting(report, session), texts if all(texts) else ())
    return report._replace(workbook=workbook._replace(properties=_properties(session)))


def _as_told(loaded: Loaded, scenario: Scenario, session: Session) -> tuple[str, Scenario]:
    """The text of a contract, and the contract as that text states it; no text where none states it exactly.

    Its inputs are those of the text, so that what comes back can be mapped.
    """
    from ka_terms.reading.scenario import load
    from ka_terms.writing.contract_text import contract_text, is_contract

    canonical = session.catalogue.canonical
    text = contract_text(loaded, scenario, canonical)
    if not is_contract(text, scenario, canonical):
        return "", scenario
    told = load(loaded.name, canonical, text.encode()).scenario
    return text, told.model_copy(update={"scenario": scenario.scenario})


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
        found[source.path.name or source.name] = f"sha256:{sha256(content).hexdigest()}"
    return found
