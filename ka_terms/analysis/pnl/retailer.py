"""The retailer's side of a contract: front margin, back margin and total margin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from ka_terms.analysis.pnl.lines import NET_INVOICED, Pnl, to_money
from ka_terms.analysis.pnl.sorted_fees import ON_INVOICE
from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.readings.exact import exactly, ratio
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import Fault, none_of, quoted, refusal, refuse
from ka_terms.text.messages import message

PURCHASES, RETAIL_SALES, FRONT, BACK, TOTAL = (
    *("purchases", "retail_sales"),
    *("front_margin", "back_margin", "total_margin"),
)
_ZERO = Decimal(0)


class RetailerLine(NamedTuple):
    """One line of the retailer's side."""

    key: str
    """`purchases`, `retail_sales`, `front_margin`, `back_margin`, `total_margin`."""
    amount: Decimal
    of_purchases: Decimal | None
    of_retail_sales: Decimal | None
    """None (n/a) where her sales are not known."""


class RetailerSide(NamedTuple):
    """What the retailer earns with us, as far as it is known."""

    lines: tuple[RetailerLine, ...]
    """Without her sales only purchases and back margin."""
    unaddressed: tuple[str, ...]
    """Terms off the invoice of which nobody says who gets them; they are in no margin."""
    unaddressed_amount: Decimal

    @property
    def has_front(self) -> bool:
        """Whether her sales are known."""
        return any(line.key == FRONT for line in self.lines)

    def line(self, key: str) -> RetailerLine | None:
        """Return a line by its key; None where it is not known."""
        return next((line for line in self.lines if line.key == key), None)


def retailer_side(pnl: Pnl, sell_out: str = "") -> RetailerSide:
    """Return the retailer's side; `sell_out` is the figure of the plan with her sales without VAT."""
    purchases, scenario = pnl.amount(NET_INVOICED) or _ZERO, pnl.statement.scenario
    (sold,) = exact_figures(scenario.plan, sell_out) if sell_out else (None,)
    retail_sales = None if sold is None else to_money(sold, scenario)
    with exactly():
        back = sum((fee.amount for fee in pnl.fees if fee.is_back_margin), _ZERO)
        lines = [
            RetailerLine(key, amount, ratio(amount, purchases), ratio(amount, retail_sales))
            for key, amount in _amounts(purchases, retail_sales, back)
        ]
        unaddressed = [fee for fee in pnl.fees if fee.line != ON_INVOICE and fee.to is None and fee.amount]
        left_out = sum((fee.amount for fee in unaddressed), _ZERO)
    return RetailerSide(tuple(lines), tuple(fee.term for fee in unaddressed), left_out)


def _amounts(
    purchases: Decimal, retail_sales: Decimal | None, back: Decimal
) -> Iterator[tuple[str, Decimal]]:
    yield PURCHASES, purchases
    if retail_sales is None:
        yield BACK, back
        return
    front = retail_sales - purchases
    yield from ((RETAIL_SALES, retail_sales), (FRONT, front), (BACK, back), (TOTAL, front + back))


def read_sell_out(name: str, scenarios: Iterable[Scenario]) -> str:
    """Read the name of the figure with the retailer's sales: one that every plan has under `figures`, no share.

    Errors: `ValueError`.
    """
    for scenario in scenarios:
        own = scenario.plan.figures
        if name not in own:
            raise refusal(_not_there(name, own, scenario))
        if scenario.plan.kind(name) == "rate":
            raise refuse(
                name,
                message("an amount of money, and this figure of the plan is a share"),
                message("name a figure with the retailer's sales without VAT"),
            )
    return name


def _not_there(name: str, own: Iterable[str], scenario: Scenario) -> Fault:
    if known := [*own]:
        return none_of(name, known)
    expected = message("a figure that {name} has under `plan: figures:`", name=scenario.scenario)
    mend = message("add it there, such as `sell_out: 12M`, retail sales without VAT")
    return Fault(quoted(name), expected, mend)
