"""What the page before a meeting says in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.presentation.numbers import rounded
from ka_terms.presentation.quantities import number, percent
from ka_terms.presentation.reports.concessions.steps import days_key, days_said, spoken_ways
from ka_terms.presentation.reports.offers.report import offer_sentences
from ka_terms.presentation.wording.contribution import what_it_holds
from ka_terms.presentation.wording.terms import says_of
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.brief.brief import Brief
    from ka_terms.analysis.brief.moves import Move, Moves
    from ka_terms.calculation.statement import Statement


class Sentences:
    """What the page says of one result, in the first language."""

    def __init__(self, result: Brief, words: Words) -> None:
        self._result, self._words = result, words
        self._currency = result.target.scenario.currency

    def _money(self, amount: Decimal) -> str:
        return self._words.money(self._result.basis.rounded(amount), self._currency)

    def _say(self, key: str, **values: object) -> str:
        return self._words.say(f"brief.{key}", **values)

    def _listed(self, parts: Iterator[str] | list[str]) -> str:
        return self._words.say("join.list").join(parts)

    def gap(self) -> Iterator[str]:
        """The gap, the target and the limit, and what their request leaves."""
        yield from self._sides()
        yield from self._limits()

    def _sides(self) -> Iterator[str]:
        """What they ask and what we offer, and the gap between both."""
        result, gap = self._result, self._result.gap
        request, offer = result.position("request"), result.position("offer")
        if gap and request and offer:
            points = self._words("na") if gap.ratio is None else self._words.points(abs(gap.ratio))
            yield self._say(
                self._words.by_sign("gap", gap.amount),
                amount=self._money(abs(gap.amount)),
                points=points,
                ask=self._money(request.fees),
                offer=self._money(offer.fees),
            )
        elif request:
            yield self._say("ask", amount=self._money(request.fees))
        elif offer:
            yield self._say("offer", amount=self._money(offer.fees))

    def _limits(self) -> Iterator[str]:
        """How far we would go, and how far their request is beyond."""
        result = self._result
        request = result.position("request")
        if target := result.position("target"):
            yield self._say("target", amount=self._money(target.fees))
        if limit := result.position("walk_away"):
            yield self._say("walk_away", amount=self._money(limit.fees))
        if request and request.contribution is not None:
            share = self._words.percent(request.contribution_ratio)
            yield self._say("leaves", amount=self._money(request.contribution), share=share)
        if (above := result.above_walk_away) is not None:
            yield self._say(self._words.by_sign("limit", above), amount=self._money(abs(above)))
        if result.past_walk_away is not None:
            yield self._say("past_limit", amount=self._money(result.past_walk_away))

    def no_deal(self) -> Iterator[str]:
        """What a break costs."""
        broken, result = self._result.steps.no_deal, self._result
        if broken.left is not None and broken.left <= 0:
            yield self._words.say("steps_note.loss")
        if broken.months:
            first = broken.months[0]
            key = "month" if broken.fixed else "month_saved"
            yield self._say(key, saved=self._money(first.fees_saved), paid=self._money(first.fees_paid))
        yield from self._months()
        if result.steps.days:
            key = f"point_{days_key(result.steps.days)}"
            yield self._say(key, amount=self._money(result.steps.point), **days_said(result.steps.days))
        asked = result.steps.asked
        if asked and asked.months is not None and asked.above > 0:
            months = number(rounded(asked.months, 1))
            yield self._say("months", amount=self._money(asked.above), months=months)
        if broken.listing:
            yield self._say("listing", amount=self._money(broken.listing))
        if broken.receivables and broken.payment_days is not None:
            yield self._say(
                "receivables", amount=self._money(broken.receivables), days=number(broken.payment_days)
            )

    def _months(self) -> Iterator[str]:
        """How long orders go on, and how long they take to come back."""
        broken = self._result.steps.no_deal
        if broken.notice is not None:
            yield self._say("notice", count=broken.notice, months=number(broken.notice))
        if broken.way_back is not None and broken.ramp_back is not None:
            yield self._say(
                "ramp_back",
                count=broken.ramp_back,
                months=number(broken.ramp_back),
                amount=self._money(broken.way_back),
            )

    def say(self) -> Iterator[str]:
        """The line to say aloud; none without sales."""
        if self._result.steps.saying.amount:
            yield self._words.say("steps.say", ways=" = ".join(spoken_ways(self._result.steps, self._words)))

    def steps(self) -> Iterator[str]:
        """Below the steps that the page has: how many others there are, and the line to say."""
        if more := len(self._result.steps.costs) - len(self._result.dearest.costs):
            yield self._say("more_steps", count=more)
        yield from self.say()

    def moves(self, moves: Moves | None, old: Statement | None, new: Statement) -> Iterator[str]:
        """Each term that differs: what was said of it, what is said now, and the difference."""
        if moves is None or old is None:
            return
        for move in moves.largest:
            yield self._move(move, old, new)
        if moves.rest_count:
            yield self._say("others", count=moves.rest_count, amount=self._signed(moves.rest))

    def _move(self, move: Move, old: Statement, new: Statement) -> str:
        before, after = (
            says_of(move.term, one.scenario, self._words) if move.term in one.scenario.fees else "–"
            for one in (old, new)
        )
        return self._say(
            "move",
            term=self._words.fee_of(move.term),
            old=before,
            new=after,
            amount=self._signed(move.amount),
        )

    def _signed(self, amount: Decimal) -> str:
        return f"{'+' if amount > 0 else ''}{self._money(amount)}"

    def wanted(self) -> Iterator[str]:
        """Points without a fee that only our offer has."""
        if self._result.wanted:
            names = self._words.listed(self._point(key) for key in self._result.wanted)
            yield self._say("wanted", names=names)

    def _point(self, key: str) -> str:
        """An agreed point, with what it is worth to us where the file says it."""
        name, worth = self._words.condition(key), self._result.worth.get(key)
        return name if worth is None else self._say("worth", name=name, amount=self._money(worth))

    def since(self) -> Iterator[str]:
        """What their request costs more than the old terms, term by term."""
        moves = self._result.since
        if moves is None:
            return
        parts = [
            self._say("since_term", term=self._words.fee_within(move.term), amount=self._signed(move.amount))
            for move in moves.largest
        ]
        if moves.rest_count:
            parts.append(self._say("others_within", count=moves.rest_count, amount=self._signed(moves.rest)))
        yield self._say("since", amount=self._signed(moves.total), terms=self._listed(parts))

    def offers(self) -> Iterator[str]:
        """Offers of equal cost, each as a whole."""
        if self._result.offers:
            yield from offer_sentences(self._result.offers, self._words)

    def questions(self, own: tuple[str, ...]) -> Iterator[str]:
        """What to ask them."""
        gap = self._result.opening
        if gap:
            key = "ask_stores" if gap.more is None else "ask_stores_cost"
            amount = "" if gap.more is None else self._signed(gap.more)
            yield self._say(key, opening=number(gap.opening), closing=number(gap.closing), amount=amount)
        if self._result.bases_unknown:
            yield self._say("ask_base")
        yield from own

    def basis(self) -> Iterator[str]:
        """What is in the contribution."""
        basis = self._result.basis
        if basis.margin is None:
            yield self._words.say("steps_note.no_margin")
        else:
            holds = what_it_holds(basis.lacks, self._words)
            yield self._say("basis", margin=percent(basis.margin), holds=holds)
