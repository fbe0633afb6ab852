"""The rules of --fail-if: read, aimed at the contracts, and held against them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import typer

from ka_terms.analysis.guardrail import Exceedance, Guardrail, Rule
from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.statement import Statement
from ka_terms.cli.errors import NOT_MET, blamed_on, say
from ka_terms.cli.session import Session
from ka_terms.model.numbers.number import write_percent
from ka_terms.presentation.wording.quantities import approximate
from ka_terms.text.messages import message
from ka_terms.text.safe import visible


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
    crossed = False
    if any(each.metric.is_private and any(map(each.crossed, statements)) for each in guardrails):
        say(session.words.say("internal_banner"))
    for guardrail in guardrails:
        for statement in statements:
            exceedance = guardrail.crossed(statement)
            if exceedance:
                crossed = True
                value = _shown(exceedance)
                name = visible(statement.scenario.scenario)
                session.tell(
                    message(
                        "limit exceeded: {name}: {metric} is {value} (--fail-if '{rule}')",
                        name=name,
                        metric=exceedance.metric.name,
                        value=value,
                        rule=guardrail,
                    )
                )
    if crossed:
        raise typer.Exit(NOT_MET)


def _shown(exceedance: Exceedance) -> str:
    """The metric that crosses; a share with as many digits as tell it from the limit."""
    value, limit = exceedance.value, exceedance.limit
    if value is None:
        return "n/a"
    if not exceedance.percent:
        return approximate(value)
    with exactly():  # the ambient context has too few digits for the ratio of a slip in the sales
        rounded = (value.quantize(Decimal(1).scaleb(-digits)) for digits in range(6, 29))
        return write_percent(
            next((each for each in rounded if each != limit), value) if value != limit else value
        )
