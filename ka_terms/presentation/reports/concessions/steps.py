"""What the steps of a contract cost, as a report: one sentence, the line to say, and the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ka_terms.presentation.chart import Axis, Chart, Series, Shape
from ka_terms.presentation.fields import flat, record, table
from ka_terms.presentation.numbers import rounded
from ka_terms.presentation.quantities import number, quantity
from ka_terms.presentation.reports.concessions.fields import (
    case_label,
    cost_fields,
    costs_table,
    exchange_fields,
    has_bounds,
    step_kind,
    step_label,
)
from ka_terms.presentation.reports.concessions.no_deal_tables import (
    month_table,
    no_deal_record,
    way_back_table,
)
from ka_terms.presentation.reports.notes import notes
from ka_terms.presentation.table import Kind, Report, Table
from ka_terms.presentation.wording.contribution import what_it_holds
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.concessions.sayable import Sayable
    from ka_terms.analysis.concessions.steps import Asked, Steps
    from ka_terms.model.contract.scenario import Scenario


def steps_report(found: Steps, words: Words, estimated: Iterable[Scenario] = ()) -> Report:
    """Everything that `steps` says; `estimated` are the contracts as their files stand."""
    said = [*_headlines(found, words)]
    return Report(
        headline=said,
        tables=[*_tables(found, words)],
        notes=notes(words, _notes(found, words), estimated=estimated),
        flat=flat(cost_fields(found, words), found.costs),
        record=lambda: _record(found, words),
        title=words.say("steps.title", name=found.statement.scenario.scenario),
        internal=words.say("internal_banner"),
        currency=found.statement.scenario.currency,
        charts=[_chart(found, said[0], words)] if found.costs else (),
    )


def _chart(found: Steps, title: str, words: Words) -> Chart:
    """What each step costs, a bar for each case of sales."""
    return Chart(
        "steps",
        Shape.BARS,
        title,
        Axis(""),
        Axis(words("steps.chart"), Kind.MONEY),
        tuple(
            Series(case_label(case, words), tuple(cost.amounts[at] for cost in found.costs))
            for at, case in enumerate(found.cases)
        ),
        categories=tuple(step_said(cost.step, found, words) for cost in found.costs),
    )


def _headlines(found: Steps, words: Words) -> Iterator[str]:
    money = _money(found, words)
    if found.days is None:
        yield words.say("steps.point", amount=money(found.point))
    else:
        yield words.say(
            f"steps.point_in_{days_key(found.days)}", amount=money(found.point), **days_said(found.days)
        )
    if found.saying.amount:
        yield words.say("steps.say", ways=" = ".join(spoken_ways(found, words)))
    if found.asked:
        yield _asked(found.asked, found, words)


def step_said(step: Sayable, found: Steps, words: Words) -> str:
    """A step with its new value: `Monthly rebate: rate 2.6%`."""
    value = quantity(step.new, step_kind(step), found.statement.scenario.currency)
    return words.joined(lambda one: one.say("join.value", name=step_label(step, one), value=value))


def days_key(days: tuple[Decimal, Decimal]) -> str:
    """The key of days without orders: a range, or one number where both ends read alike."""
    least, most = (rounded(each, 1) for each in days)
    return "one_number" if least == most else "days"


def days_said(days: tuple[Decimal, Decimal]) -> dict[str, str]:
    """Days without orders to one decimal."""
    least, most = (number(rounded(each, 1)) for each in days)
    return {"least": least, "most": most}


def spoken_ways(found: Steps, words: Words) -> Iterator[str]:
    """Half a point of sales in other words."""
    money, saying = _money(found, words), found.saying
    yield words.say("steps.half_a_point")
    yield money(saying.amount)
    for step, share in saying.events:
        yield words.say("steps.of_event", share=number(rounded(share, 1)), event=words.inline(step.path))
    if saying.a_store is not None:
        yield words.say("steps.a_store", amount=number(rounded(saying.a_store, 0)))
    if saying.payment_days is not None:
        yield words.say("steps.days", days=number(rounded(saying.payment_days, 1)))


def _asked(asked: Asked, found: Steps, words: Words) -> str:
    amount = _money(found, words)(abs(asked.above))
    if not asked.above:
        return words.say("steps.asked_level", name=asked.name)
    if asked.above < 0:
        return words.say("steps.asked_below", name=asked.name, amount=amount)
    if asked.months is None:
        return words.say("steps.asked", name=asked.name, amount=amount)
    return words.say(
        "steps.asked_in_months", name=asked.name, amount=amount, months=number(rounded(asked.months, 1))
    )


def _money(found: Steps, words: Words) -> Any:
    def money(amount: Decimal) -> str:
        return words.money(found.basis.rounded(amount), found.statement.scenario.currency)

    return money


def _tables(found: Steps, words: Words) -> Iterator[Table]:
    yield costs_table(found, words, words("steps.table"))
    if found.against:
        title = words.joined(
            lambda one: (
                one.say("steps.exchange", step=step_label(found.against.step, one)) if found.against else ""
            )
        )
        yield table(exchange_fields(found.cases, words), found.exchange, words, title)
    for made in (month_table(found.no_deal, words), way_back_table(found.no_deal, words)):
        if made:
            yield made


def _notes(found: Steps, words: Words) -> Iterator[str]:
    if found.basis.margin is None:
        yield words.say("steps_note.no_margin")
    else:
        if found.no_deal.left is not None and found.no_deal.left <= 0:
            yield words.say("steps_note.loss")
        yield words.say("steps_note.contribution", holds=what_it_holds(found.basis.lacks, words))
        yield words.say("steps_note.earn_back")
        if has_bounds(found):
            yield words.say("steps_note.not_past")
        yield words.say("steps_note.found_again")


def _record(found: Steps, words: Words) -> dict[str, Any]:
    saying = found.saying
    return {
        "format_version": FORMAT_VERSION,
        "scenario": found.statement.scenario.scenario,
        "currency": found.statement.scenario.currency,
        "contribution": found.basis.exact(found.statement),
        "lacks": list(found.basis.lacks),
        "cases": [case._asdict() for case in found.cases],
        "point": found.point,
        "days": None if found.days is None else {"fees_paid": found.days[0], "fees_saved": found.days[1]},
        "half_a_point": {
            "amount": saying.amount,
            "events": {step.path: share for step, share in saying.events},
            "a_store": saying.a_store,
            "payment_days": saying.payment_days,
        },
        "steps": [record(cost_fields(found, words), cost) for cost in found.costs],
        "against": found.against.step.path if found.against else None,
        "exchange": [record(exchange_fields(found.cases, words), each) for each in found.exchange],
        "no_deal": no_deal_record(found.no_deal),
        "asked": found.asked._asdict() if found.asked else None,
    }
