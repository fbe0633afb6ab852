"""`ka-terms ladder`: the tiers of contracts, jumps in fee and dead zones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ka_terms.cli.options import ScenarioFiles
from ka_terms.cli.shared import FOR_AMOUNTS, shared

if TYPE_CHECKING:
    from ka_terms.cli.session import Session


@shared(FOR_AMOUNTS)
def command(files: ScenarioFiles, *, session: Session) -> None:
    """Show each tier: its threshold, the jump in fee and the dead zone.

    In a dead zone, sales minus the fee are lower than just below the threshold.

    \b
    Examples: ka-terms ladder scenarios/2003-proposal.yaml
              ka-terms ladder scenarios/2003-ask.yaml scenarios/2003-agreed.yaml --internal
    """
    from ka_terms.analysis.ladder.ladder import contract_ladders
    from ka_terms.calculation.statement import evaluate
    from ka_terms.presentation.reports.what_if.ladder import ladder_report
    from ka_terms.reading.several import distinctly_named

    session.check_output()
    loaded = session.load_all(files)
    statements = (evaluate(scenario, session.catalogue) for scenario in distinctly_named(loaded))
    found = [contract_ladders(statement, internal=session.internal) for statement in statements]
    session.emit(ladder_report(found, session.words))
