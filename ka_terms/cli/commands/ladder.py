"""`ka-terms ladder`: the tiers of contracts, where a fee jumps and where that is earned back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ka_terms.cli.options import FOR_AMOUNTS, ScenarioFiles, shared

if TYPE_CHECKING:
    from ka_terms.cli.session import Session


@shared(FOR_AMOUNTS)
def command(
    files: ScenarioFiles,
    *,
    session: Session,
) -> None:
    """Show each tier: its threshold, the jump in fee and the dead zone.

    In a dead zone, sales minus the fee are lower than just below the threshold.

    \b
    Examples: ka-terms ladder scenarios/2003-proposal.yaml
              ka-terms ladder scenarios/2003-ask.yaml scenarios/2003-agreed.yaml --internal
    """
    from ka_terms.analysis.ladder.ladder import ladders
    from ka_terms.calculation.statement import evaluate
    from ka_terms.cli.errors import answering
    from ka_terms.cli.session import saved_notes
    from ka_terms.model.numbers.currency import MINOR_DIGITS
    from ka_terms.presentation.reports.cases import likely_notes
    from ka_terms.presentation.reports.ladder import ContractLadders, ladder_report
    from ka_terms.reading.distinct_names import distinctly_named

    with answering(session.lang):
        session.check_output()
        loaded = session.load_all(files)
        statements = [evaluate(scenario, session.catalogue) for scenario in distinctly_named(loaded)]
        found = []
        for statement in statements:
            private = statement.scenario.private
            shown = session.internal and private is not None and private.margin is not None
            found.append(ContractLadders(statement, ladders(statement, internal=shown), shown))
        notes = [
            *likely_notes(statements, session.words),
            *(note for one in loaded for note in saved_notes(session, one)),
        ]
        finest = max((one.scenario.currency for one in statements), key=MINOR_DIGITS.__getitem__)
        session.emit(ladder_report(found, session.words, notes), finest)
