"""Which line of a customer P&L a fee stands in: by how it is paid, what it is for, and its nature."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple, TypeVar

from ka_terms.calculation.statement import Line, Statement
from ka_terms.model.settings.catalogue import FeeType

T = TypeVar("T")
ON_INVOICE, UNCONDITIONAL, CONDITIONAL, ACTIVITY, CORRECTION, PENALTIES = (
    *("on_invoice", "unconditional", "conditional", "activity"),
    *("correction", "penalties"),
)
OFF_INVOICE = (UNCONDITIONAL, CONDITIONAL, ACTIVITY, CORRECTION)
"""The lines of what is paid off the invoice; penalties have their own."""
_PENALTY, _RETAILER = "penalty", "retailer"


class SortedFee(NamedTuple):
    """One fee of a contract that is owed."""

    term: str
    line: str
    """The line of the P&L: `on_invoice`, `unconditional`, `conditional`, `activity`, `correction`, `penalties`."""
    amount: Decimal
    to: str | None
    """`retailer` or `other`; None where nobody says who gets it."""

    @property
    def is_back_margin(self) -> bool:
        """Whether it is paid to the retailer off the invoice."""
        return self.line != ON_INVOICE and self.to == _RETAILER


def sorted_fees(statement: Statement) -> tuple[SortedFee, ...]:
    """Return every fee that is owed with its line, in the order of the contract.

    The line of a group of terms goes with its members where all of them go one way, else off the invoice.
    """
    return tuple(
        SortedFee(
            line.term, _line(line, statement), line.amount, _common(line, statement, lambda fee: fee.to)
        )
        for line in statement.lines
        if line.owed
    )


def _line(line: Line, statement: Statement) -> str:
    if _common(line, statement, lambda fee: fee.paid) == ON_INVOICE:
        return ON_INVOICE
    if _PENALTY in (line.fee.category, _common(line, statement, lambda fee: fee.category)):
        return PENALTIES
    nature = line.fee.nature
    if nature is None:
        return CORRECTION
    return nature if nature in (UNCONDITIONAL, ACTIVITY) else CONDITIONAL


def _common(line: Line, statement: Statement, read: Callable[[FeeType], T | None]) -> T | None:
    """Return what a fee says of itself; of the line of a group what all its members say alike, else None."""
    if not line.members:
        return read(line.fee)
    said = {read(member.fee) for member in statement.lines if member.term in line.members}
    return said.pop() if len(said) == 1 else None
