"""What it costs to have no deal: months without orders, the way back, and what they hold of ours."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ka_terms.analysis.contribution import Basis
from ka_terms.calculation.readings.exact import exactly, ratio
from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.terms import AmountTerm
from ka_terms.model.settings.catalogue import Catalogue

FOUND_AGAIN = (Decimal(0), Decimal("0.3"), Decimal("0.5"))
"""Shares of shoppers who buy our goods elsewhere."""
_MONTHS, _DAYS = Decimal(12), Decimal(365)
_LISTING, _NEW, _ALL = "listing_fee", "skus.new", "skus.total"


class LostMonth(NamedTuple):
    """What a month without orders costs, where a share of the shoppers is found again elsewhere.

    What they buy elsewhere leaves as much as here.
    """

    found_again: Decimal
    fees_saved: Decimal
    """Contribution / 12 x (1 - found again): no fee is paid."""
    fees_paid: Decimal
    """The same and fixed fees / 12: they are paid anyway."""


class NoDeal(NamedTuple):
    """What a break with the account costs. Amounts are in the unit of the basis; None is n/a."""

    months: tuple[LostMonth, ...]
    """Empty without a margin, and where the account leaves nothing."""
    left: Decimal | None
    """The contribution as planned, exact; None without a margin."""
    fixed: Decimal
    """Fixed fees."""
    notice: Decimal | None
    """Months in which orders go on, as the file says."""
    ramp_back: Decimal | None
    """Months until orders are back, as the file says."""
    way_back: Decimal | None
    """What the way back costs, fees saved: half of ramp-back months x a month without orders."""
    listing: Decimal | None
    """What it costs to list all SKUs again: SKUs x stores x listing fee. None without such a fee."""
    receivables: Decimal | None
    """What they hold of ours: invoices x payment days / 365. None without payment days."""
    payment_days: Decimal | None

    def days_of(self, amount: Decimal) -> tuple[Decimal, Decimal] | None:
        """Return how many days without orders an amount is worth: with fees paid anyway, and with fees saved.

        None (n/a) where a month without orders costs nothing, or nobody knows what.
        """
        if self.left is None or self.left <= 0:
            return None
        with exactly():
            shortest, longest = (ratio(amount * _DAYS, lost) for lost in (self.left + self.fixed, self.left))
        return None if shortest is None or longest is None else (shortest, longest)

    def months_of(self, amount: Decimal) -> Decimal | None:
        """Return how many months of the account's contribution an amount is; None (n/a) without one above zero."""
        if self.left is None or self.left <= 0:
            return None
        with exactly():
            return ratio(amount * _MONTHS, self.left)


def no_deal(statement: Statement, basis: Basis, catalogue: Catalogue) -> NoDeal:
    """Return what a break with the account costs, from its contract as planned."""
    scenario = statement.scenario
    left = basis.exact(statement)
    fixed = statement.total(lambda line: line.driven_by == "fixed")
    ramp_back = scenario.private_number("no_deal", "ramp_back")
    with exactly():
        earns = left is not None and left > 0
        lost = (
            tuple(_lost(left, fixed, share, basis) for share in FOUND_AGAIN)
            if left is not None and earns
            else ()
        )
        way_back = (
            basis.rounded(left / _MONTHS * ramp_back / 2)
            if left is not None and earns and ramp_back is not None
            else None
        )
    return NoDeal(
        lost,
        left,
        fixed,
        scenario.private_number("no_deal", "notice"),
        ramp_back,
        way_back,
        _listing(scenario, basis, catalogue),
        _receivables(statement, basis),
        scenario.payment_days,
    )


def _lost(left: Decimal, fixed: Decimal, found_again: Decimal, basis: Basis) -> LostMonth:
    saved = left * (1 - found_again) / _MONTHS
    return LostMonth(found_again, basis.rounded(saved), basis.rounded(saved + fixed / _MONTHS))


def _listing(scenario: Scenario, basis: Basis, catalogue: Catalogue) -> Decimal | None:
    """Return the listing fee on all SKUs instead of the new ones, without what is free of it."""
    for key, term in scenario.terms.items():
        if catalogue.canonical(key) == _LISTING and isinstance(term, AmountTerm) and _NEW in term.per:
            per = tuple(_ALL if path == _NEW else path for path in term.per)
            again = term.model_copy(update={"per": per, "free": {}})
            alone = scenario.reduced_to(key)
            terms = {**alone.terms, key: again}
            return basis.rounded(evaluate(alone.model_copy(update={"terms": terms}), catalogue).amount(key))
    return None


def _receivables(statement: Statement, basis: Basis) -> Decimal | None:
    days, plan = statement.scenario.payment_days, statement.scenario.plan
    if days is None:
        return None
    with exactly():
        invoices = statement.sales * (1 + (plan.vat or 0))
        return basis.rounded(invoices * days / _DAYS)
