"""What a comparison says in sentences: what each contract costs against the baseline, and why that differs."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.model.vocabulary.metrics import TOTALS
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.comparison import Comparison, Versus
    from ka_terms.calculation.statement import Statement


def headlines(comparison: Comparison, words: Words) -> Iterator[tuple[str, str]]:
    """What each contract costs against the baseline, and why that differs."""
    old, currency = comparison.baseline, comparison.baseline.scenario.currency
    for versus in comparison.versus:
        new = versus.statement
        points = new.change(old, TOTALS["fee_ratio"])
        costs = words.say(
            words.by_sign("compare_headline", points),
            name=new.scenario.scenario,
            fees=words.money(new.total_fees, currency),
            ratio=words.percent(new.fee_ratio, points),
            points=words.points(abs(points or Decimal(0))),
            count=abs(points or Decimal(0)) * 100,
            baseline=old.scenario.scenario,
            baseline_fees=words.money(old.total_fees, currency),
            baseline_ratio=words.percent(old.fee_ratio, points),
        )
        yield costs, _effects(old, versus, words)


def _effects(old: Statement, versus: Versus, words: Words) -> str:
    """Why the total differs: how much of it the terms make, and how much the plan."""
    total, new = versus.total, versus.statement.scenario
    if total.terms_effect is None or total.plan_effect is None:
        if versus.uncosted:
            figures = (words.inline(figure) for figure in versus.uncosted)
            return words.say("effects_unknown", figures=words.listed(figures))
        names = [words.fee_within(key, old.scenario.terms.get(key)) for key in versus.unsettled]
        return words.say("effects_unsettled", terms=words.listed(names), count=len(names))

    def effect(key: str, amount: Decimal) -> str:
        return words.say(words.by_sign(key, amount), amount=words.money(abs(amount), new.currency))

    terms, plan = effect("terms_effect", total.terms_effect), effect("plan_effect", total.plan_effect)
    if old.scenario.plan == new.plan:
        return words.say("effects_same_plan", terms=terms)
    return words.say("effects", name=new.scenario, terms=terms, plan=plan)
