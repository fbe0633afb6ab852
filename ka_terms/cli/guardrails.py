"""The rules of --fail-if: read, aimed at the contracts, and held against them."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from ka_terms.analysis.guardrail import Guardrail, Rule, crossed_guardrails, crossed_walk_aways
from ka_terms.analysis.internal import bounds
from ka_terms.calculation.statement import Statement
from ka_terms.cli.errors import NOT_MET, blamed_on, refused, say
from ka_terms.cli.internal import require_internal
from ka_terms.cli.session import Session
from ka_terms.model.faults import Fault
from ka_terms.presentation.wording.guardrails import guardrail_lines, walk_away_lines
from ka_terms.text.messages import message


def parse_guardrails(rules: Sequence[str]) -> list[Rule]:
    """The rules of --fail-if, as they are written."""
    with blamed_on("--fail-if"):
        return [Rule.parse(rule) for rule in rules]


def aim(rules: Sequence[Rule], statements: Sequence[Statement], session: Session) -> list[Guardrail]:
    """The guardrails, their metrics found in the contracts; done before anything is put out."""
    canonical = session.catalogue.canonical
    with blamed_on("--fail-if"):
        return [each.aimed_at(statements, canonical, internal=session.internal) for each in rules]


def enforce(
    guardrails: Sequence[Guardrail],
    statements: Sequence[Statement],
    session: Session,
    *,
    walk_away: bool = False,
) -> None:
    """End with 3 if any contract crosses any guardrail; each is named, under the banner if private.

    With `walk_away` the walk-away limit of each contract is one.
    """
    crossed = crossed_guardrails(guardrails, statements)
    past = crossed_walk_aways(statements) if walk_away else ()
    for line in (*guardrail_lines(crossed, session.words), *walk_away_lines(past, session.words)):
        say(line)
    if crossed or past:
        raise typer.Exit(NOT_MET)


def require_walk_away(statements: Sequence[Statement], session: Session, *, asked: bool) -> None:
    """Refuse `--walk-away` where nobody can see a limit; done before anything is put out."""
    if not asked:
        return
    require_internal(session)
    if not any(True for each in statements for _ in bounds(each.scenario)):
        found = message("no contract with a walk-away limit")
        expected = message("a file with `walk_away` under `private`")
        mend = message("add `walk_away`, such as {example}", example="walk_away: {fee_ratio: 18%}")
        raise refused("--walk-away", Fault(found, expected, mend))
