"""One contract as a row of a set: plain figures that take little room, so that very many can be kept."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ka_terms.analysis.doubts.check import review
from ka_terms.analysis.ladder.warnings import warnings
from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.numbers.month import MONTHS_A_YEAR
from ka_terms.model.privacy import PRIVATE_NAMES
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.model.settings.policy import Policy
from ka_terms.model.vocabulary.metrics import CONTRIBUTION


class Part(NamedTuple):
    """What the fees of one category and nature come to."""

    category: str
    nature: str
    amount: Decimal


class Attention(NamedTuple):
    """What needs a look: `dead_zone`, `near`, or `rule` that is broken; and the term or rule."""

    kind: str
    about: str


class Due(NamedTuple):
    """A settlement: the last day of its period, the term, its amount."""

    day: date
    term: str
    amount: Decimal


class Account(NamedTuple):
    """One contract of a set. None is n/a."""

    file: str
    account: str
    """The account; the scenario's name where the file does not say."""
    scenario: str
    year: int | None
    status: str
    channel: str
    currency: str
    sales: Decimal
    stores: Decimal | None
    """On average."""
    fees: Decimal
    fixed: Decimal | None
    """Fixed fees; None where a table does not say."""
    contribution: Decimal | None
    """With `internal` alone, where the file gives a margin."""
    parts: tuple[Part, ...]
    attention: tuple[Attention, ...]
    due: tuple[Due, ...]
    """All settlements of the year, where the year is known."""


def account_of(file: str, scenario: Scenario, catalogue: Catalogue, policy: Policy | None = None) -> Account:
    """Return a contract as a row; of estimates the likely case. Errors: `Uncomputable`."""
    likely = scenario.case("likely")
    statement = evaluate(likely, catalogue)
    return Account(
        file,
        likely.account or likely.scenario,
        likely.scenario,
        likely.year,
        likely.status,
        likely.channel or "",
        likely.currency,
        statement.sales,
        statement.average_stores,
        statement.total_fees,
        statement.total(lambda line: line.driven_by == "fixed"),
        statement.metric(f"{PRIVATE_NAMES}{CONTRIBUTION}"),
        tuple(_parts(statement)),
        (*_warned(statement), *_broken(statement, policy)),
        tuple(_due(statement)),
    )


def _parts(statement: Statement) -> Iterator[Part]:
    found: dict[tuple[str, str], Decimal] = {}
    for line in statement.lines:
        if line.owed:
            at = (line.fee.category or "", line.fee.nature or "")
            found[at] = found.get(at, Decimal(0)) + line.amount
    yield from (Part(*at, amount) for at, amount in found.items())


def _warned(statement: Statement) -> Iterator[Attention]:
    for warning in warnings(statement):
        yield Attention("dead_zone" if warning.kind == "dead_zone" else "near", warning.term)


def _broken(statement: Statement, policy: Policy | None) -> Iterator[Attention]:
    if policy:
        yield from (
            Attention("rule", finding.metric) for finding in review(statement, policy) if finding.breach
        )


def _due(statement: Statement) -> Iterator[Due]:
    """Yield the settlements of the contract year; what is settled once is due at its end."""
    scenario = statement.scenario
    if scenario.year is None:
        return
    for line in statement.lines:
        if not line.owed:
            continue
        if line.settlements:
            made = [(one.months[-1], one.amount) for one in line.settlements]
        else:
            made = [(MONTHS_A_YEAR, line.amount)]
        yield from (Due(_last_day(scenario, at), line.term, amount) for at, amount in made if amount)


def _last_day(scenario: Scenario, at: int) -> date:
    """The last day of a month by its position in the contract year."""
    assert scenario.year is not None
    passed = (scenario.plan.starts - 1) + (at - 1)
    year, month = scenario.year + passed // MONTHS_A_YEAR, passed % MONTHS_A_YEAR + 1
    return date(year, month, monthrange(year, month)[1])
