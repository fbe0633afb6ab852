"""What a promotion has from its contract: its fee, its stores, and what its items sell without it."""

from __future__ import annotations

from decimal import Decimal

from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.growth import vpo_of
from ka_terms.calculation.promotion import DAYS_A_YEAR
from ka_terms.calculation.readings.exact import exactly, ratio
from ka_terms.calculation.statement import Statement
from ka_terms.model.contract.promotion import Promotion
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import refuse
from ka_terms.model.vocabulary.figures import EVENTS
from ka_terms.text.messages import message

_STORES = "stores."


def event_fee(promotion: Promotion, statement: Statement) -> Decimal:
    """What the event costs: its fee, and of each of its terms the fee of the year / events of the year.

    Of stores that are stated the part of those that the term is charged for. Errors: `ValueError` for a term that is
    charged for no event, or for none this year.
    """
    scenario, fee = statement.scenario, promotion.fee or Decimal(0)
    with exactly():
        for key in promotion.terms:
            of_event = ratio(statement.amount(key), _times(key, scenario))
            if of_event is None:
                expected = message("a term that is charged for events of which the plan has some")
                raise refuse(key, expected, message("state the `fee` of the promotion"))
            counted = _counted(key, scenario)
            part = ratio(promotion.stores, counted) if counted and promotion.stores is not None else None
            fee += of_event if part is None else of_event * part
    return fee


def _times(key: str, scenario: Scenario) -> Decimal | None:
    """How many events a year a term is charged for; None where it is charged for none."""
    events = [path for path in scenario.terms[key].per if path.startswith(EVENTS)]
    return exact_figures(scenario.plan, events[0])[0] if events else None


def _counted(key: str, scenario: Scenario) -> Decimal | None:
    """How many stores a term is charged for; None where it counts none."""
    counted = [path for path in scenario.terms[key].per if path.startswith(_STORES)]
    return exact_figures(scenario.plan, counted[0])[0] if counted else None


def event_stores(promotion: Promotion, scenario: Scenario) -> Decimal | None:
    """How many stores take part: as stated, else those that its first term is charged for, else all on average."""
    if promotion.stores is not None:
        return promotion.stores
    counted = [
        path for key in promotion.terms for path in scenario.terms[key].per if path.startswith(_STORES)
    ]
    return exact_figures(scenario.plan, counted[0] if counted else "stores.average")[0]


def store_baseline(promotion: Promotion, scenario: Scenario) -> Decimal | None:
    """What a store sells in as many days: VPO x days / 365."""
    vpo = vpo_of(scenario.plan)
    if vpo is None:
        return None
    (sales, average) = exact_figures(scenario.plan, "sales", "stores.average")
    assert sales is not None  # as there is a VPO
    assert average is not None
    with exactly():
        return ratio(sales * promotion.days, average * DAYS_A_YEAR)


def event_baseline(promotion: Promotion, stores: Decimal | None, a_store: Decimal | None) -> Decimal | None:
    """What the items sell in all its stores in as many days; None where nobody says what part of all they are."""
    if promotion.baseline is not None:
        return promotion.baseline
    if promotion.items_share is None or stores is None or a_store is None:
        return None
    with exactly():
        return a_store * stores * promotion.items_share
