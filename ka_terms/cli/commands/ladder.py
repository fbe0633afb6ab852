"""`ka-terms ladder`: the tiers of contracts, jumps in fee and dead zones."""

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
    """Show each tier: its threshold, the jump in fee and the dead zone.

    In a dead zone, sales minus the fee are lower than just below the threshold.

    \b
    Examples: ka-terms ladder scenarios/2003-proposal.yaml
              ka-terms ladder scenarios/2003-ask.yaml scenarios/2003-agreed.yaml --internal
    """
    from ka_terms.analysis.ladder.ladder import ladders
    from ka_terms.calculation.statement import evaluate
    from ka_terms.cli.session import Session, answering, saved_notes, told_apart
    from ka_terms.model.numbers.currency import MINOR_DIGITS
    from ka_terms.presentation.reports.cases import likely_notes
    from ka_terms.presentation.reports.ladder import ContractLadders, ladder_report

    session = Session(format, output, force, lang, unit, ascii, glossary, catalogue, bom, internal)
    with answering(lang):
        session.check_output()
        loaded = session.load_all(files)
        statements = [evaluate(scenario, session.catalogue) for scenario in told_apart(loaded)]
        found = []
        for statement in statements:
            private = statement.scenario.private
            shown = internal and private is not None and private.margin is not None
            found.append(ContractLadders(statement, ladders(statement, internal=shown), shown))
        notes = [
            *likely_notes(statements, session.words),
            *(note for one in loaded for note in saved_notes(session, one)),
        ]
        finest = max((one.scenario.currency for one in statements), key=MINOR_DIGITS.__getitem__)
        session.emit(ladder_report(found, session.words, notes), finest)
