"""What every shape of term has: limits, conditions, and what it is counted by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from ka_terms.model.base import Names, at_most
from ka_terms.model.contract.charged import Charged
from ka_terms.model.contract.limits import Limited, Share
from ka_terms.model.contract.naming import Naming
from ka_terms.model.contract.rules import Rules, rules_in
from ka_terms.model.faults import Fault


class TermBase(Charged, Limited, Naming):
    """One term of a contract, of whatever shape."""

    only_if: Rules = Field(
        default=(),
        description="Due only if this holds: a fact, a figure against a number (facings >= 33%), or a list of such.",
    )
    unless: Rules = Field(
        default=(),
        description="Not due if this holds: a fact, a figure against a number, or a list of which all hold.",
    )

    def _faults(self) -> Iterator[Fault]:
        yield from Limited._faults(self)
        yield from Charged._faults(self)

    @property
    def is_conditioned(self) -> bool:
        """Whether it is due only under conditions."""
        return any((*rules_in(self.only_if), *rules_in(self.unless)))

    @property
    def terms_named(self) -> tuple[str, ...]:
        """The names by which it may mean other terms: of limits, of its base and what comes off that."""
        limits = (self.at_least, self.at_most)
        return tuple(limit.of for limit in limits if isinstance(limit, Share))


class TermOnBase(TermBase):
    """A term that takes a share of a base: of what, and which terms come off it first."""

    of: str = Field(
        default="sales", description="What the rate is paid on: a figure, or another term; sales unless said."
    )
    less: Annotated[Names, at_most(20)] = Field(
        default=(), description="Terms taken off the base first: [monthly_rebate] is a rebate on the net."
    )

    @property
    def terms_named(self) -> tuple[str, ...]:
        return (*self.less, self.of, *super().terms_named)
