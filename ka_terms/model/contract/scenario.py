"""One version of one contract: a plan, the terms agreed on, and what stays in the house."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field, PlainValidator, WithJsonSchema

from ka_terms.model.base import Key, RedactingModel
from ka_terms.model.contract.conditions import mend_of_days, read_payment_days
from ka_terms.model.contract.labels import OwnLabel, labels_of_nothing
from ka_terms.model.contract.plan.estimate import Case, Estimate
from ka_terms.model.contract.plan.plan import Plan, reserved_names
from ka_terms.model.contract.private import SALES, Private
from ka_terms.model.contract.promotion import Promotion
from ka_terms.model.contract.references import faulty_references
from ka_terms.model.contract.settlement_faults import faulty_settlements
from ka_terms.model.contract.terms.limits import Share
from ka_terms.model.contract.terms.order import in_order, needed_terms
from ka_terms.model.contract.terms.term_base import TermOnBase
from ka_terms.model.contract.terms.terms import Term
from ka_terms.model.contract.terms.together import Group
from ka_terms.model.faults import Fault, nearest, quoted, refuse
from ka_terms.model.names import Name, Text
from ka_terms.model.numbers.currency import Currency, minor_unit
from ka_terms.model.numbers.date import Date
from ka_terms.model.numbers.notations import mend_of_text, taken_by
from ka_terms.model.numbers.number import read_number
from ka_terms.model.numbers.rounding import Rounding
from ka_terms.model.vocabulary.figures import WHOLE_YEAR, FigurePath
from ka_terms.model.vocabulary.offered import offered
from ka_terms.text.messages import message


def read_year(raw: object) -> int:
    """A calendar year from 1900 to 2199."""
    with suppress(ValueError):
        year = read_number(raw)
        if year == year.to_integral_value() and 1900 <= year < 2200:
            return int(year)
    mend = mend_of_text(raw, taken_by(read_year))
    if re.fullmatch("[0-9]{2}", str(raw)):
        mend = message("write {text} if that is meant", text=f"20{raw}")
    raise refuse(raw, message("a year from 1900 to 2199, such as 2003"), mend)


Year = Annotated[
    int, PlainValidator(read_year), WithJsonSchema({"type": "integer", "minimum": 1900, "maximum": 2199})
]


_NAMING = ("events", "blocks", "facts", "categories")
"""The parts of a plan under which a user gives names."""


class Scenario(RedactingModel):
    """One version of one contract. Plan and terms are kept apart: the same terms can be costed on another plan."""

    scenario: Name = Field(description="Name of this version, as every table shows it.")
    account: Name | None = Field(default=None, description="The retail chain.")
    channel: Name | None = Field(
        default=None, description="Its trade channel, in your own words: hypermarket, convenience."
    )
    year: Year | None = Field(default=None, description="Contract year.")
    status: Literal["agreed", "ask", "proposal", "draft"] = Field(
        default="draft",
        description="agreed: signed; ask: the retailer's; proposal: ours; draft: not yet shown.",
    )
    signed: Date | None = Field(
        default=None,
        description="The day it was signed; until that month last year's terms run: 2003-05-20.",
    )
    currency: Currency = Field(
        default="CNY", description="ISO 4217 code; it sets the minor unit amounts round to."
    )
    rounding: Rounding | None = Field(
        default=None,
        description="What fees are rounded to: 0.01, 1...; the currency's minor unit unless said.",
    )
    plan: Plan = Field(description="What the business will do.")
    terms: dict[Key, Term] = Field(
        default={}, max_length=300, description="What is agreed: fee key -> a rate, an amount or tiers."
    )
    together: dict[Key, Group] = Field(
        default={},
        max_length=50,
        description="One minimum or maximum over several terms: key -> the terms and `at_least` or `at_most`.",
    )
    labels: dict[Key, OwnLabel] = Field(
        default={},
        max_length=300,
        description="Names of figures, facts, categories, events and conditions, by language: "
        "{promoters: {en: promoter|promoters, zh-Hans: 促销员, unit: 名}}.",
    )
    conditions: dict[Key, Text] = Field(
        default={},
        description="Agreed points that carry no fee: payment_days, sku_guarantee, return_policy...",
    )
    promotions: dict[Key, Promotion] = Field(
        default={},
        max_length=300,
        description="Promotions under names of your own: what each costs, and what it is expected to sell.",
    )
    private: Private | None = Field(
        default=None, description="Never leaves the house; shown only with --internal.", repr=False
    )

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.scenario!r}, {len(self.terms)} terms)"

    __str__ = __repr__

    def _faults(self) -> Iterator[Fault]:
        yield from reserved_names("terms", self.terms)
        yield from reserved_names("together", self.together)
        yield from faulty_references(self.plan.keys_given(), self.terms, self.together, self.plan.kind)
        yield from faulty_settlements(self.plan, self.terms)
        yield from self._promotions_of_nothing()
        yield from labels_of_nothing(self.labels, self.labelled())
        days, taken = self.conditions.get("payment_days", "0"), taken_by(read_payment_days)
        if not taken(days):
            at = ("conditions", "payment_days")
            expected = message("a whole number of days, such as 60 or 60 after month end")
            yield Fault(quoted(days), expected, mend_of_text(days, taken) or mend_of_days(days), at)

    def _promotions_of_nothing(self) -> Iterator[Fault]:
        """The faults of promotions that name a term which the contract does not have."""
        for key, promotion in self.promotions.items():
            for index, name in enumerate(promotion.terms):
                if name not in self.terms:
                    mend = nearest(name, self.terms) or message(
                        "add the term, or state the `fee` of the promotion"
                    )
                    at = ("promotions", key, "terms", index)
                    yield Fault(quoted(name), message("a term of the contract"), mend, at)

    @property
    def payment_days(self) -> Decimal | None:
        """Days of credit the account is given on average; None where the contract does not say."""
        days = self.conditions.get("payment_days")
        return None if days is None else read_payment_days(days).on_average

    @property
    def unit(self) -> Decimal:
        """What the amount of a term is rounded to."""
        return minor_unit(self.currency) if self.rounding is None else self.rounding

    @property
    def decimals(self) -> int:
        """How many decimals the amount of a term may have."""
        return max(0, -self.unit.adjusted())

    def private_number(self, *path: str) -> Decimal | None:
        """A number under `private`: "margin", or "walk_away" and its key; None where the file does not give it."""
        value: Any = self.private
        for key in path:
            value = getattr(value, key, None)
        number: Decimal | None = value
        return number

    def private_cost(self, name: str) -> Decimal | Share | None:
        """The margin, or a cost, under `private` as the file states it: a share of sales, or an amount a year."""
        if name == "margin":
            rate = self.private_number(name)
            return None if rate is None else Share(rate, SALES)
        cost: Decimal | Share | None = getattr(self.private, name, None)
        return cost

    def names(self) -> Iterator[str]:
        """The names that the contract gives: those of its terms and conditions, and of the figures of its plan."""
        yield from (*self.fees, *self.conditions, *self.plan.names())

    @property
    def fees(self) -> dict[str, Term | Group]:
        """Everything that has an amount of its own: the terms, then the groups."""
        return {**self.terms, **self.together}

    @property
    def rated(self) -> frozenset[str]:
        """The figures of the user's own that a rate is paid on, which therefore add up over months."""
        bases = (
            term.of.removeprefix(WHOLE_YEAR) for term in self.terms.values() if isinstance(term, TermOnBase)
        )
        own = {*self.plan.figures} | {name for name in self.plan.names() if "." not in name}
        return frozenset(name for name in bases if FigurePath.parse(name).plain in own)

    def is_term(self, name: str) -> bool:
        """Whether a name in `of` or in a limit means a term: a figure of that name goes before it."""
        return name in self.terms and name not in self.plan.figures

    def needed_by(self, key: str) -> tuple[str, ...]:
        """The terms that a term or a group depends on directly."""
        if key in self.terms:
            return needed_terms(self.terms[key], self.terms, self.plan.figures)
        group = self.together[key]
        return tuple(
            dict.fromkeys(name for name in group.terms_named if name in group.terms or self.is_term(name))
        )

    def in_order(self) -> list[str]:
        """The keys of all terms, each after those that it needs, then those of the groups."""
        return [*in_order({key: self.needed_by(key) for key in self.terms}), *self.together]

    def labelled(self) -> frozenset[str]:
        """The names that a label may be given to: figures and all that makes them, conditions, categories of fees."""
        categories = (fee.category for fee in self.fees.values() if fee.category)
        own = [name for key in _NAMING for name in getattr(self.plan, key)]
        own += self.plan.stores.classes if self.plan.stores else ()
        own += self.promotions
        return offered(self.plan.keys_given()).union(own, self.conditions, categories)

    def reduced_to(self, key: str) -> Scenario:
        """The contract with one term or group and the terms that it depends on, directly or through others."""
        needed: dict[str, None] = {}
        pending = [key]
        while pending:
            name = pending.pop()
            if name not in needed:
                needed[name] = None
                pending += self.needed_by(name)
        return self.with_fees(needed)

    def with_fees(self, keys: Collection[str]) -> Scenario:
        """The contract with some of its terms and groups, as they are."""
        terms = {key: term for key, term in self.terms.items() if key in keys}
        together = {key: group for key, group in self.together.items() if key in keys}
        return self.model_copy(update={"terms": terms, "together": together})

    def estimates(self) -> dict[str, Estimate]:
        """What of the plan is uncertain, by path: `sales` or `sales_growth`, `stores.new`; empty where nothing is."""
        return self.plan.estimates()

    def case(self, case: Case) -> Scenario:
        """The contract with one of the three values in place of each estimate; itself where nothing is uncertain."""
        return self.model_copy(update={"plan": self.plan.case(case)}) if self.estimates() else self


def without_private(scenario: Scenario) -> Scenario:
    return scenario if scenario.private is None else scenario.model_copy(update={"private": None})
