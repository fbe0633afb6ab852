"""The sentences on a negotiation: who gave up how much of the gap, and what the figures are calculated on."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.presentation import quantities
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.rounds.moves import Position
    from ka_terms.analysis.rounds.rounds import LastYear, Negotiation, Round, Rounds

_WHOLE_FROM = Decimal("0.005")
"""A share of the gap below which whole percentages tell nothing."""


class Sentences:
    """What is said of the negotiation of one year, in the first language."""

    def __init__(self, negotiation: Negotiation, words: Words) -> None:
        self._negotiation, self._words = negotiation, words
        self._currency = negotiation.last.position.statement.scenario.currency

    def _say(self, key: str, **values: object) -> str:
        return self._words.say(f"rounds.{key}", **values)

    def money(self, amount: Decimal) -> str:
        """An amount without its sign."""
        return self._words.money(abs(amount), self._currency)

    def headline(self) -> Iterator[str]:
        """The gap and who closed how much of it; then where the sides are."""
        standing = self._standing()
        yield self._opening(standing if self._negotiation.is_agreed else "")
        if not self._negotiation.is_agreed:
            yield standing
        elif not self._has_shares:
            yield self._agreed()

    def _agreed(self) -> str:
        """What was agreed where the gap does not tell, and how that is against last year's terms."""
        last = self._negotiation.last
        parts = (self.money(last.position.cost), self._against(last))
        return self._say("agreed", position=self._words.say("join.comma").join(filter(None, parts)))

    @property
    def _has_shares(self) -> bool:
        gap = self._negotiation.gap
        return gap is not None and gap > 0

    def _opening(self, standing: str) -> str:
        """`Of the gap of 1,555,500 they gave up 927,400 (60%), we 628,100 (40%); ...`."""
        negotiation = self._negotiation
        gap, theirs, ours = negotiation.gap, negotiation.theirs, negotiation.ours
        if gap is None or theirs is None or ours is None:
            return self._say("no_offer" if theirs else "no_ask" if ours else "no_sides")
        if gap <= 0:
            return self._say("no_gap" if not gap else "gap_below", gap=self.money(gap))
        sign = self._words.by_sign("theirs", theirs.moved)
        their_part = self._say(sign, amount=self.money(theirs.moved), share=_share(theirs.share))
        follows = sign.endswith(".above") and not ours.moved < 0
        key = self._words.by_sign("ours_too" if follows else "ours", ours.moved)
        our_part = self._say(key, amount=self.money(ours.moved), share=_share(ours.share))
        rest = [self._open(), standing]
        parts = [self._say("of_gap", gap=self.money(gap), theirs=their_part, ours=our_part)]
        return self._say(
            "sentence", text=self._words.say("join.semicolon").join([*parts, *filter(None, rest)])
        )

    def _open(self) -> str:
        negotiation = self._negotiation
        if not negotiation.open:
            return ""
        return self._say(
            "left" if negotiation.open > 0 else "left_below",
            amount=self.money(abs(negotiation.open)),
            share=_share(None if negotiation.open_share is None else abs(negotiation.open_share)),
        )

    def _standing(self) -> str:
        """Where an agreement is against last year's terms; without one, where both sides are."""
        if self._negotiation.is_agreed:
            return (
                self._against(self._negotiation.last)
                if self._has_shares and self._old_fees is not None
                else ""
            )
        standing = self._negotiation.last.standing
        parts = [
            self._position(f"last_{side}", standing[side]) for side in ("theirs", "ours") if side in standing
        ]
        text = self._words.say("join.semicolon").join(parts)
        return self._say("sentence", text=text[:1].upper() + text[1:])

    def _position(self, key: str, position: Position) -> str:
        said = self._say(key, cost=self.money(position.cost))
        owner = next(one for one in self._negotiation.rounds if one.position is position)
        against = self._against(owner)
        return self._words.say("join.comma").join(filter(None, (said, against)))

    @property
    def _old_fees(self) -> Decimal | None:
        return self._negotiation.last_year and self._negotiation.last_year.fees

    def _against(self, one: Round) -> str:
        """`203,650 below last year's terms`; empty where these are not known."""
        value = one.against_last_year
        if value is None:
            return ""
        return self._say(self._words.by_sign("against", value), amount=self.money(value))

    def notes(self, result: Rounds) -> Iterator[str]:
        """What the figures are calculated on, and what is not in them."""
        yield self._say(
            "plan_note",
            name=self._negotiation.plan,
            sales=self.money(self._negotiation.last.position.statement.sales),
        )
        for each in result.negotiations:
            if each.plan != self._negotiation.plan:
                yield self._say("own_plan_note", year=each.year, name=each.plan, plan=self._negotiation.plan)
        yield from self._last_year(self._negotiation.last_year)
        if self._negotiation.gap:
            yield self._say("share_note")
        if any(one.position.offer.gives for each in result.negotiations for one in each.rounds):
            yield self._say("gives_note")
        yield from self._conditions()

    def _last_year(self, last_year: LastYear | None) -> Iterator[str]:
        if last_year is None:
            yield self._say("no_last_year_note")
        elif last_year.fees is None:
            figures = [self._words.first.figure(path) for path in last_year.uncosted]
            names = figures or [self._words.fee_within(key) for key in last_year.unsettled]
            yield self._say(
                "uncosted_note", name=last_year.contract.scenario, names=self._words.listed(names)
            )
        else:
            yield self._say(
                "last_year_note", name=last_year.contract.scenario, fees=self.money(last_year.fees)
            )

    def _conditions(self) -> Iterator[str]:
        for one in self._negotiation.rounds:
            keys = dict.fromkeys(key for step in one.steps for key in step.conditions)
            if keys:
                names = self._words.listed(
                    self._words.within(self._words.first.condition(key)) for key in keys
                )
                yield self._say("conditions_note", number=one.number, names=names)


def _share(share: Decimal | None) -> str:
    """A share of the gap in whole percentages; with decimals where it would read zero."""
    if share is None:
        return ""
    is_small = share and abs(share) < _WHOLE_FROM
    return quantities.rounded_percent(share, quantities.point_digits(share) if is_small else 0)
