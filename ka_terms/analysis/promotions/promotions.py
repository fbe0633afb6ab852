"""Does a promotion pay: its fee as a share of its sales, what it leaves, and the uplift that it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ka_terms.analysis.promotions.event_basis import event_baseline, event_fee, event_stores, store_baseline
from ka_terms.analysis.promotions.fee_rate import FeeRate, fee_rate
from ka_terms.calculation.promotion import Event, RetailersEvent, retailers_event
from ka_terms.calculation.readings.exact import difference, exactly, ratio
from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.model.contract.plan.estimate import CASES, Case, Estimate
from ka_terms.model.contract.promotion import Promotion
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import nearest, one_of, refuse
from ka_terms.model.numbers.number import Index
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.model.vocabulary.figures import EVENTS
from ka_terms.text.messages import Message, message

SHARES = (Decimal(1), Decimal("0.5"), Decimal("0.2"), Decimal("0.1"))
"""Shares of the range that the items may be, where nobody says which."""
NOT_EXTRA = (Decimal(0), Decimal("0.3"), Decimal("0.5"))
"""Shares of the extra units that may not really be extra, where nobody says which."""
_ONE = Decimal(1)


class Outcome(NamedTuple):
    """What an event comes to at one expectation. None is n/a."""

    case: str
    """low, likely, high, or actual."""
    sales: Decimal | None
    uplift: Decimal | None
    fee_share: Decimal | None
    """Fee / sales of the event."""
    gain: Decimal | None
    """What it leaves more than the same days without it; n/a without a margin."""
    is_allowed: bool | None
    """Whether the fee share is within what the house allows; None where either is not known."""
    retailer: RetailersEvent | None = None


class NeededUplift(NamedTuple):
    """The uplift at which an event leaves as much as the same days without it."""

    items_share: Decimal | None
    """The share of the range that its items are; None where the baseline is stated."""
    not_extra: Decimal
    uplift: Decimal | None
    """None (n/a) where no uplift is enough, and without a margin."""


class PromotionAnswer(NamedTuple):
    """What is known of one promotion."""

    key: str
    promotion: Promotion
    fee: Decimal
    stores: Decimal | None
    store_baseline: Decimal | None
    """What all items sell in one of its stores in as many days without it: VPO x days / 365."""
    event: Event | None
    """None where the baseline of its items is not known."""
    outcomes: tuple[Outcome, ...]
    """By what is expected, lowest first; empty where nothing is."""
    actual: Outcome | None
    needed: tuple[NeededUplift, ...]
    """One for each share of the range and each share that is not really extra."""

    @property
    def likely(self) -> Outcome | None:
        """The outcome that is expected."""
        return next((outcome for outcome in self.outcomes if outcome.case == "likely"), None)

    @property
    def is_known(self) -> bool:
        """Whether its baseline is known."""
        return self.event is not None

    @property
    def missed(self) -> Decimal | None:
        """Return what it left less than was expected; None where either is not known."""
        if self.actual is None or self.likely is None:
            return None
        return difference(self.likely.gain, self.actual.gain)


class Promotions(NamedTuple):
    """The promotions of a contract, the best first where that is known."""

    statement: Statement
    margin: Decimal | None
    rate: FeeRate | None
    answers: tuple[PromotionAnswer, ...]

    @property
    def scenario(self) -> Scenario:
        return self.statement.scenario


def promotions(
    scenario: Scenario, asked: Sequence[str], catalogue: Catalogue, days: Decimal | None = None
) -> Promotions:
    """Return the promotions that are asked for by their keys, or by a term that is charged an event; else all.

    `days` is how long an event of such a term lasts. Errors: `ValueError` for what is neither, and where there is none.
    """
    likely = scenario.case("likely")
    statement = evaluate(likely, catalogue)
    rate, margin = fee_rate(likely), likely.private_number("margin")
    chosen = {key: _promotion(key, likely, catalogue, days) for key in asked} or dict(likely.promotions)
    if not chosen:
        expected = message("a contract with `promotions`, or a term that is charged for events")
        raise refuse(likely.scenario, expected, _choices(likely))
    answers = [_answer(key, one, statement, rate, margin) for key, one in chosen.items()]
    return Promotions(statement, margin, rate, tuple(sorted(answers, key=_rank)))


def _rank(answer: PromotionAnswer) -> tuple[int, Decimal]:
    """The largest gain first, then the lowest fee share; what is not known last."""
    likely = answer.likely
    if likely is not None and likely.gain is not None:
        return 0, -likely.gain
    if likely is not None and likely.fee_share is not None:
        return 1, likely.fee_share
    return 2, Decimal(0)


def _promotion(key: str, scenario: Scenario, catalogue: Catalogue, days: Decimal | None) -> Promotion:
    """A promotion by its key, or one event of a term."""
    if key in scenario.promotions:
        return scenario.promotions[key]
    name = catalogue.canonical(key)
    term = scenario.terms.get(name)
    if term is None:
        expected = message("a promotion or a term of the contract")
        raise refuse(key, expected, nearest(key, _judged(scenario)) or _choices(scenario))
    if name not in _judged(scenario):
        expected = message("a term that is charged for events")
        raise refuse(key, expected, message("describe it under `promotions`, with its fee"))
    given = {} if days is None else {"days": days}
    return Promotion.model_validate({"terms": [name], **given})


def _judged(scenario: Scenario) -> list[str]:
    """What can be asked for: the promotions, and the terms that are charged for events."""
    events = [
        key for key, term in scenario.terms.items() if any(path.startswith(EVENTS) for path in term.per)
    ]
    return [*scenario.promotions, *events]


def _choices(scenario: Scenario) -> Message:
    known = _judged(scenario)
    return one_of(known) if known else message("add `promotions:`")


def _answer(
    key: str, promotion: Promotion, statement: Statement, rate: FeeRate | None, margin: Decimal | None
) -> PromotionAnswer:
    scenario = statement.scenario
    stores = event_stores(promotion, scenario)
    fee = event_fee(promotion, statement)
    a_store = store_baseline(promotion, scenario)
    shares = (margin, None if rate is None else rate.rate)

    def event(baseline: Decimal, cost: Decimal = fee) -> Event:
        return Event(baseline, cost, promotion.price_cut, promotion.returns, *shares)

    baseline = event_baseline(promotion, stores, a_store)
    known = None if baseline is None else event(baseline)
    paid = fee if promotion.actual_fee is None else promotion.actual_fee
    return PromotionAnswer(
        key,
        promotion,
        fee,
        stores,
        a_store,
        known,
        tuple(_outcome(case, value, promotion, known, fee) for case, value in _expected(promotion.planned)),
        None
        if promotion.actual is None
        else _outcome(
            "actual", promotion.actual, promotion, None if baseline is None else event(baseline, paid), paid
        ),
        tuple(_needed(promotion, known, event, stores, a_store)),
    )


def _expected(planned: Decimal | Index | Estimate | None) -> list[tuple[str, Decimal | Index]]:
    if planned is None:
        return []
    if isinstance(planned, Estimate):
        return [(case, _of_case(planned, case)) for case in CASES]
    return [("likely", planned)]


def _of_case(planned: Estimate, case: Case) -> Decimal | Index:
    value = planned.value(case)
    return Index(value) if planned.growth else value


def _outcome(
    case: str, value: Decimal | Index, promotion: Promotion, event: Event | None, fee: Decimal
) -> Outcome:
    """What the event comes to; without a baseline only its fee share, of sales that are stated."""
    not_extra = promotion.not_extra or Decimal(0)
    if isinstance(value, Index):
        with exactly():
            uplift: Decimal | None = value.value - _ONE
        sales = None if event is None or uplift is None else event.sales(uplift)
    else:
        sales, uplift = value, None if event is None else event.uplift(value)
    share = None if sales is None else ratio(fee, sales)
    allowed = None if promotion.allowed is None or share is None else share <= promotion.allowed
    gain, theirs = None, None
    if event is not None and uplift is not None:
        gain = event.gain(uplift, not_extra)
        if part := promotion.retailer:
            cut = promotion.price_cut if part.price_cut is None else part.price_cut
            theirs = retailers_event(event, uplift, part.margin, cut)
    return Outcome(case, sales, uplift, share, gain, allowed, theirs)


def _needed(
    promotion: Promotion,
    known: Event | None,
    event: Callable[[Decimal], Event],
    stores: Decimal | None,
    a_store: Decimal | None,
) -> Iterator[NeededUplift]:
    """The uplift at each share of the range where the baseline is not known, and at each share that is not extra."""
    not_extra = NOT_EXTRA if promotion.not_extra is None else (promotion.not_extra,)
    if known is not None:
        yield from (
            NeededUplift(promotion.items_share, share, known.break_even(share)) for share in not_extra
        )
    elif stores is not None and a_store is not None:
        for part in SHARES:
            with exactly():
                made = event(a_store * stores * part)
            yield from (NeededUplift(part, share, made.break_even(share)) for share in not_extra)
