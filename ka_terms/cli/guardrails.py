"""The rules of --fail-if: read, aimed at the contracts, and held against them."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from ka_terms.analysis.guardrail import Guardrail, Rule, crossed_guardrails
from ka_terms.calculation.statement import Statement
from ka_terms.cli.errors import NOT_MET, reason, say
from ka_terms.cli.session import Session
from ka_terms.presentation.wording.guardrails import guardrail_lines


def parse_guardrails(rules: Sequence[str]) -> list[Rule]:
    """The rules of --fail-if, as they are written."""
    try:
        return [Rule.parse(rule) for rule in rules]
    except ValueError as error:
        raise typer.BadParameter(reason(error), param_hint="--fail-if") from None


def aim(rules: Sequence[Rule], statements: Sequence[Statement], session: Session) -> list[Guardrail]:
    """The guardrails, their metrics found in the contracts; done before anything is put out."""
    canonical = session.catalogue.canonical
    try:
        return [each.aimed_at(statements, canonical, internal=session.internal) for each in rules]
    except ValueError as error:
        raise typer.BadParameter(reason(error), param_hint="--fail-if") from None


def enforce(guardrails: Sequence[Guardrail], statements: Sequence[Statement], session: Session) -> None:
    """End with 3 if any contract crosses any guardrail; each is named, under the banner if private."""
    crossed = crossed_guardrails(guardrails, statements)
    for line in guardrail_lines(crossed, session.words):
        say(line)
    if crossed:
        raise typer.Exit(NOT_MET)
