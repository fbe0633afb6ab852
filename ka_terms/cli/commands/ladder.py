"""`ka-terms ladder`: the tiers of contracts, where a fee jumps and where that is earned back."""

from __future__ import annotations

from ka_terms.cli.options import (
    Ascii,
    Bom,
    CatalogueOption,
    Force,
    Format,
    GlossaryFile,
    Internal,
    Language,
    Output,
    ScenarioFiles,
    UnitOption,
)


def command(
    files: ScenarioFiles,
    internal: Internal = False,
    format: Format = "",
    output: Output = None,
    force: Force = False,
    lang: Language = "en",
    unit: UnitOption = "1",
    ascii: Ascii = False,
    bom: Bom = False,
    glossary: GlossaryFile = None,
    catalogue: CatalogueOption = None,
) -> None:
    """Show where a fee jumps at a tier, and where that is earned back.

    \b
    Examples: ka-terms ladder scenarios/2003-proposal.yaml
              ka-terms ladder scenarios/2003-ask.yaml scenarios/2003-agreed.yaml --internal
    """
    from ka_terms.analysis.ladder.ladder import contract_ladders
    from ka_terms.analysis.placed_doubts import saved_doubts
    from ka_terms.calculation.statement import evaluate
    from ka_terms.cli.session import Session, answering, told_apart
    from ka_terms.model.numbers.currency import finest
    from ka_terms.presentation.reports.ladder import ladder_report

    session = Session(format, output, force, lang, unit, ascii, glossary, catalogue, bom, internal)
    with answering(lang):
        session.check_output()
        loaded = session.load_all(files)
        statements = [evaluate(scenario, session.catalogue) for scenario in told_apart(loaded)]
        found = [contract_ladders(statement, internal=session.internal) for statement in statements]
        report = ladder_report(found, session.words, map(saved_doubts, loaded))
        session.emit(report, finest(one.scenario.currency for one in statements))
