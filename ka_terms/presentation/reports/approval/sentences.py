"""The sentences of an approval: what is asked for, what is in the figures and what is not, what to watch and to do."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.model.vocabulary.metrics import TOTALS
from ka_terms.presentation.numbers import rounded
from ka_terms.presentation.quantities import number, percent, quantity
from ka_terms.presentation.reports.approval.tables import name_within, old_name
from ka_terms.presentation.table import Kind
from ka_terms.presentation.wording.contribution import what_it_holds
from ka_terms.presentation.wording.warnings import tier_name
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.approval.approval import Approval, Gap
    from ka_terms.analysis.approval.watch import Cliff, HouseRules, NotWonAll
    from ka_terms.analysis.doubts.check import Finding

_MOST_RULES = 6
"""Fees that house rules name on the page at most."""
_KINDS = {1: "more", 0: "level", -1: "less"}
_WHOLE_FROM = Decimal(1000)


class Sentences:
    """What the page says of one result, in the first language."""

    def __init__(self, result: Approval, words: Words) -> None:
        self._result, self._words = result, words
        self._currency = result.statement.scenario.currency

    def _money(self, amount: Decimal) -> str:
        return self._words.money(amount, self._currency)

    def _say(self, key: str, **values: object) -> str:
        return self._words.say(f"approval.{key}", **values)

    def _listed(self, items: Iterator[str] | list[str]) -> str:
        return self._words.say("join.comma").join(items)

    def request(self) -> str:
        """What is asked for: `Please approve the terms agreed for 2003: fees of 1,541,850, ...`."""
        statement = self._result.statement
        scenario = statement.scenario
        kind = "agreed" if scenario.status == "agreed" else "draft"
        return self._say(
            f"subject.{kind}" if scenario.year else f"subject.{kind}_undated",
            year=scenario.year,
            fees=self._money(statement.total_fees),
            ratio=self._words.percent(statement.fee_ratio),
            sales=self._money(statement.sales),
        )

    def standing(self) -> Iterator[str]:
        """How that stands against the old terms and the request, and what it leaves."""
        if gap := self._result.against_old:
            old = old_name(self._result, self._words.first)
            yield self._gap("against_old", gap, old=old)
        if gap := self._result.against_request:
            yield self._gap("against_request", gap)
        yield self._left()

    def _gap(self, key: str, gap: Gap, **values: object) -> str:
        points = self._words("na") if gap.ratio is None else self._words.points(abs(gap.ratio))
        sign = self._words.by_sign(key, gap.amount)
        return self._say(sign, amount=self._money(abs(gap.amount)), points=points, **values)

    def _left(self) -> str:
        column, basis = self._result.column("approval"), self._result.basis
        if column is None or column.contribution is None or basis.margin is None:
            return self._say("no_contribution")
        return self._say(
            "leaves",
            amount=self._money(column.contribution),
            ratio=self._words.percent(column.contribution_ratio),
            margin=percent(basis.margin),
            holds=what_it_holds(basis.lacks, self._words),
        )

    def basis(self) -> str:
        """How the contribution is calculated; empty where there is none."""
        basis = self._result.basis
        if basis.margin is None:
            return ""
        lessened = [self._say("basis.margin", margin=percent(basis.margin))]
        lessened += [
            self._say(f"basis.{cost}") for cost in ("logistics", "people") if cost not in basis.lacks
        ]
        if basis.cost_of_capital is not None:
            days = " / ".join(map(number, self._result.payment_days))
            lessened.append(self._say("basis.payment_cost", days=days, rate=percent(basis.cost_of_capital)))
        return self._say("basis", formula=" − ".join(lessened), holds=what_it_holds(basis.lacks, self._words))

    def apart(self) -> Iterator[str]:
        """What the figures lack, and why."""
        result = self._result
        missing = [*result.uncosted, *result.unsettled]
        if missing:
            names = self._listed([self._words.first.figure(path) for path in result.uncosted])
            names = names or self._listed([self._words.fee_within(key) for key in result.unsettled])
            yield self._say("no_old_terms", old=old_name(result, self._words.first), figures=names)
        elif result.old is None:
            yield self._say("no_last_contract")
        for role in result.on_own_plan:
            name = self._words.first.say(f"approval.column.{role}", old="", bound="")
            yield self._say("own_plan", name=name)
        if result.low.left_out:
            yield self._say("turns_left_out", count=result.low.left_out)
        if result.low.uncounted:
            yield self._say("turns_uncounted")

    def watch(self) -> Iterator[str]:
        """What to watch, a sentence each."""
        yield from self._vpo()
        yield from self._opening()
        yield from self._cliffs()
        if not_won := self._result.watch.not_won:
            yield self._not_won(not_won)
        yield self._rules(self._result.watch.rules)

    def _vpo(self) -> Iterator[str]:
        vpo = self._result.watch.vpo
        if vpo:
            yield self._say(
                "watch.vpo",
                times=_times(vpo.times),
                before=quantity(rounded(vpo.last_year, _digits(vpo.last_year)), Kind.AVERAGE),
                after=quantity(rounded(vpo.planned, _digits(vpo.planned)), Kind.AVERAGE),
                stores=_times(vpo.stores),
            )

    def _opening(self) -> Iterator[str]:
        gap = self._result.watch.opening
        if not gap:
            return
        words = self._words
        key = "unknown" if gap.more is None else _KINDS[(gap.more > 0) - (gap.more < 0)]
        yield self._say(
            f"watch.opening_{key}",
            opening=words.count(gap.opening),
            closing=words.count(gap.closing),
            amount=self._money(abs(gap.more or Decimal(0))),
            ratio=words.percent(gap.fee_ratio),
        )

    def _cliffs(self) -> Iterator[str]:
        watch = self._result.watch
        if not watch.cliffs:
            return
        items = self._listed([*map(self._cliff, watch.cliffs, (None, *watch.cliffs))])
        more = self._say("watch.more", count=watch.cliffs_left_out) if watch.cliffs_left_out else ""
        yield self._say("watch.cliffs", items=items, more=more)

    def _cliff(self, cliff: Cliff, before: Cliff | None) -> str:
        """A threshold; one of the same term as that before it goes without its name."""
        status, words = cliff.status, self._words
        figure = "" if status.quantity == "sales" else words.inline(status.quantity)
        is_same = before is not None and before.term == cliff.term
        return self._say(
            f"watch.cliff{'_of' if figure else ''}",
            term="" if is_same else name_within(words.fee_within(cliff.term)),
            bound=tier_name(status.tier, status.term, words),
            figure=figure,
            jump=self._money(cliff.jump),
        ).strip()

    def _not_won(self, not_won: NotWonAll) -> str:
        words = self._words.first
        items = [
            self._say(
                "watch.dearer", term=name_within(words.fee_within(one.term)), amount=self._money(one.more)
            )
            for one in not_won.fees
        ]
        if not_won.rest_count:
            rest = {"count": not_won.rest_count, "amount": self._money(not_won.rest)}
            items.append(self._say("watch.dearer_rest", **rest))
        points = [name_within(words.within(words.condition(key))) for key in not_won.conditions[:_MOST_RULES]]
        left = len(not_won.conditions) - len(points)
        points += [self._say("watch.more_points", count=left)] if left else []
        if not items and not points:
            return self._say("watch.all_won")
        key = (
            "watch.not_won" if items and points else "watch.not_won_fees" if items else "watch.not_won_points"
        )
        return self._say(key, items=self._listed(items), points=self._listed(points))

    def _rules(self, rules: HouseRules | None) -> str:
        if rules is None:
            return self._say("watch.not_checked")
        values = {"policy": self._words.in_language(rules.policy), "breaches": len(rules.breaches)}
        broken, marks = (self._named(findings) for findings in (rules.breaches, rules.marks))
        key = ("broken" if broken else "kept") + ("_review" if marks else "")
        return self._say(f"watch.rules_{key}", marks=len(rules.marks), broken=broken, review=marks, **values)

    def _named(self, findings: tuple[Finding, ...]) -> str:
        """What findings are about; those beyond what the page has room for are counted."""
        names = [self._rule_name(finding.metric) for finding in findings[:_MOST_RULES]]
        left = len(findings) - len(names)
        return self._listed([*names, *([self._say("watch.more_points", count=left)] if left else [])])

    def _rule_name(self, key: str) -> str:
        words = self._words.first
        if key in words.catalogue.fees or self._result.statement.line(key):
            return name_within(words.fee_within(key))
        return name_within(words.within(words(key) if key in TOTALS else words.condition(key)))

    def action(self) -> Iterator[str]:
        """What is to be done: sign, budget, accrue."""
        statement = self._result.statement
        yield self._say("action.budget", fees=self._money(statement.total_fees))
        month = self._words.first(f"month.{statement.scenario.plan.starts}")
        for accrual in self._result.accruals[:3]:
            values = {"term": name_within(self._words.fee_within(accrual.term)), "month": month}
            if accrual.rate is None:
                yield self._say("action.accrue_amount", amount=self._money(accrual.amount), **values)
            else:
                yield self._say("action.accrue_rate", rate=percent(accrual.rate), **values)
        left = len(self._result.accruals) - 3
        if left > 0:
            yield self._say("action.accrue_more", count=left)


def _times(index: Decimal) -> str:
    """How many times as much: 2.33."""
    return number(rounded(index, 2))


def _digits(average: Decimal) -> int:
    """Decimals of an average that tell something."""
    return 0 if average >= _WHOLE_FROM else 2
