"""The numbers in the sentences on what was solved for: values of the input, positions on the curve, the metric."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from ka_terms.calculation.readings.exact import decimal_of
from ka_terms.model.numbers.number import MOST_DECIMALS
from ka_terms.presentation.quantities import growth, money, number, percent, points, quantity
from ka_terms.presentation.table import Kind
from ka_terms.presentation.wording.input_names import input_inline
from ka_terms.presentation.wording.metric_words import metric_kind
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.breakeven.solve import Solved


_DIGITS = 6
"""Decimals of an end that does not end within those a contract can state."""
_MEASURED_DIGITS = {Kind.RATIO: 6}
"""Decimals of a metric; of another kind it has two."""
_TOLD_APART_DIGITS = 10


class Numbers:
    """The names and numbers of one answer, in the first of the languages."""

    def __init__(self, solved: Solved, words: Words) -> None:
        condition = solved.condition
        self._solved, self._words, self._rule = solved, words.first, condition.rule
        self._say = self._words.say
        self._currency = condition.scenarios[0].currency
        self._shares = condition.input.kind in ("rate", "index")
        self._grows = condition.input.is_growth
        self._names = [scenario.scenario for scenario in condition.scenarios]
        self._input = input_inline(condition.input, self._words)
        self._kind = metric_kind(self._rule.metric)

    def value(self, value: Decimal) -> str:
        """A value of the input with all its digits."""
        return growth(value) if self._grows else self._amount(value)

    def _amount(self, value: Decimal) -> str:
        """A value or a step of the input, growth as the share it is."""
        if self._shares:
            return percent(value)
        if self._solved.condition.input.kind != "money":
            return number(value)
        shown = money(value, self._currency)
        return shown if Decimal(shown.replace(",", "")) == value else number(value)

    def exact(self, at: Fraction) -> str:
        """An exact end: every digit, or six decimals and dots behind them; growth with its sign."""
        if self._grows:
            return f"{'+' if at >= 1 else '-'}{self._exact(abs(at - 1))}"
        return self._exact(at)

    def _exact(self, at: Fraction) -> str:
        shown = at * 100 if self._shares else at
        most = shown * 10**MOST_DECIMALS if self._shares else shown * 10 ** (MOST_DECIMALS + 2)
        if most.denominator == 1:
            text = number(decimal_of(shown))
        else:
            text = f"{Decimal(int(shown * 10**_DIGITS)).scaleb(-_DIGITS):,f}..."
        return f"{text}%" if self._shares else text

    def metric(self, value: Fraction | Decimal | None) -> str:
        """A value of the metric; of two contracts the size of their difference."""
        if value is None:
            return self._words("na")
        number = decimal_of(value) if isinstance(value, Fraction) else value
        return self._measured(abs(number) if len(self._names) > 1 else number)

    def _measured(self, value: Decimal) -> str:
        if self._kind is Kind.RATIO and len(self._names) > 1:
            return f"{points(value)} {self._words('points')}"
        return self._of_contract(value)

    def _of_contract(self, value: Decimal) -> str:
        """The metric of one contract."""
        return quantity(value, self._kind, self._currency, _MEASURED_DIGITS.get(self._kind, 2))

    def _fully(self, metric: Decimal) -> str:
        """A metric with enough digits to show that it differs from the limit."""
        shown, is_limit = self.metric(metric), metric == self._rule.limit
        if is_limit or shown != self.metric(self._rule.limit) or self._kind is not Kind.RATIO:
            return shown
        return quantity(metric, self._kind, digits=_TOLD_APART_DIGITS)
