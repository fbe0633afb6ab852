"""The rules of --fail-if: read, aimed at the contracts, and held against them."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from ka_terms.analysis.guardrail import Guardrail, Rule, crossed_guardrails
from ka_terms.calculation.statement import Statement
from ka_terms.cli.errors import NOT_MET, blamed_on, say
from ka_terms.cli.session import Session
from ka_terms.presentation.wording.guardrails import guardrail_lines


def parse_guardrails(rules: Sequence[str]) -> list[Rule]:
    """The rules of --fail-if, as they are written."""
    with blamed_on("--fail-if"):
        return [Rule.parse(rule) for rule in rules]


def aim(rules: Sequence[Rule], statements: Sequence[Statement], session: Session) -> list[Guardrail]:
    """The guardrails, their metrics found in the contracts; done before anything is put out."""
    canonical = session.catalogue.canonical
    with blamed_on("--fail-if"):
        return [each.aimed_at(statements, canonical, internal=session.internal) for each in rules]


def enforce(guardrails: Sequence[Guardrail], statements: Sequence[Statement], session: Session) -> None:
    """End with 3 if any contract crosses any guardrail; each is named, under the banner if private."""
    crossed = crossed_guardrails(guardrails, statements)
    for line in guardrail_lines(crossed, session.words):
        say(line)
    if crossed:
        raise typer.Exit(NOT_MET)
