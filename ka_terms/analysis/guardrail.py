"""Lines that a contract must not cross, written as `fee_ratio > 25%`."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from ka_terms.analysis.internal import bounds
from ka_terms.analysis.metric_names import Canonical, metric_named
from ka_terms.calculation.statement import Statement
from ka_terms.model.faults import refusal, refuse
from ka_terms.model.numbers.notations import doubtful_point, no_percentage, percent_mend, taken_by
from ka_terms.model.numbers.number import read_ratio, read_signed, write_percent
from ka_terms.model.vocabulary.metrics import BOUNDED, TOTALS, Metric
from ka_terms.text.messages import message

OPERATORS: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}

_PARTS = re.compile(r"([^<>=!]+)([<>=!]+)([^<>=!]+)")
_EXPECTED = message("a total or a term, an operator and a limit, such as fee_ratio > 25%")
_WIDE = str.maketrans({"＜": "<", "＞": ">", "＝": "=", "！": "!", "≤": "<=", "≥": ">=", "≠": "!="})


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as it is written, its metric a mere name: `METRIC OP VALUE`. With `percent`, `limit` is a fraction."""

    metric: str
    operator: str
    limit: Decimal
    percent: bool = False
    typed: str = field(default="", compare=False)
    """The limit as it was written, until the currency tells whether it can be read in two ways."""

    @classmethod
    def parse(cls, text: str) -> Rule:
        """A rule from its text; OP is one of < <= > >= = == !=. Errors: `ValueError` with the mend."""
        matched = _PARTS.fullmatch(text.translate(_WIDE))
        metric, sign, limit = (part.strip() for part in matched.groups()) if matched else ("", "", "")
        sign = "==" if sign == "=" else sign
        if sign not in OPERATORS or not metric or not limit:
            raise refuse(text, _EXPECTED, message("use one of these operators: < <= > >= = == !="))
        percent, known = limit.endswith(("%", "％")), TOTALS.get(metric)
        if known and percent and not known.may_be_share:
            raise refuse(text, *no_percentage(metric))
        if known and known.is_ratio and not percent:
            raise _refused_as_amount(text, metric, limit)
        return cls(metric, sign, read_ratio(limit) if percent else read_signed(limit), percent, limit)

    def aimed_at(
        self,
        statements: Iterable[Statement],
        canonical: Canonical = str,
        *,
        figures: bool = False,
        internal: bool = False,
    ) -> Guardrail:
        """The guardrail, its metric found among the totals and the terms of any of the statements.

        `canonical` turns another name of a fee into its key; `figures` and `internal` are those of `metric_named`.
        Errors: those of `metric_named`; `ValueError` for a limit such as `1.500` where a currency has no such amounts.
        """
        scenarios = [statement.scenario for statement in statements]
        for currency in sorted({scenario.currency for scenario in scenarios}):
            if fault := doubtful_point(self.typed, currency):
                raise refusal(fault)
        # A share of sales is one of money, which not every figure is.
        metric = metric_named(
            self.metric, scenarios, canonical, figures=figures and not self.percent, internal=internal
        )
        if metric.is_ratio and not self.percent:
            raise _refused_as_amount(f"{self.metric} {self.operator} {self.typed}", self.metric, self.typed)
        return Guardrail.on(metric, self.operator, self.limit, percent=self.percent)


class Guardrail(NamedTuple):
    """What must not hold of a statement, or what is asked to hold: a metric against a limit.

    With `percent` the limit is a fraction, and the metric is a share: its own, or one of sales.
    """

    metric: Metric
    operator: str
    limit: Decimal
    percent: bool = False

    @classmethod
    def on(cls, metric: Metric, operator: str, limit: Decimal, *, percent: bool = False) -> Guardrail:
        """The guardrail on a metric, of which a limit in percent takes the share of sales."""
        return cls(metric.as_share() if percent else metric, operator, limit, percent)

    def __str__(self) -> str:
        limit = write_percent(self.limit) if self.percent else f"{self.limit:f}"
        return f"{self.metric.name} {self.operator} {limit}"

    def crossed(self, statement: Statement) -> CrossedGuardrail | None:
        """How the statement crosses this guardrail; None where it keeps to it. What is n/a counts as crossed."""
        value = statement.value(self.metric)
        if value is not None and not OPERATORS[self.operator](value, self.limit):
            return None
        return CrossedGuardrail(statement.scenario.scenario, self, value)


class CrossedGuardrail(NamedTuple):
    """A contract that crosses a guardrail; `value` is None where it is n/a, which cannot be vouched for."""

    contract: str
    guardrail: Guardrail
    value: Decimal | None
    """In the unit of the limit: a share of sales where that is one."""


def crossed_guardrails(
    guardrails: Iterable[Guardrail], statements: Iterable[Statement]
) -> tuple[CrossedGuardrail, ...]:
    """Every guardrail that any contract crosses, guardrail by guardrail."""
    crossed = (guardrail.crossed(statement) for guardrail, statement in product(guardrails, statements))
    return tuple(filter(None, crossed))


def crossed_walk_aways(statements: Iterable[Statement]) -> tuple[CrossedGuardrail, ...]:
    """Every bound of a walk-away limit that its own contract crosses, contract by contract; n/a counts as crossed."""
    crossed = (
        Guardrail(BOUNDED[name], ">" if BOUNDED[name].is_fee else "<", bound, BOUNDED[name].is_ratio).crossed(
            each
        )
        for each in statements
        for name, bound in bounds(each.scenario)
    )
    return tuple(filter(None, crossed))


def _refused_as_amount(text: str, metric: str, limit: str) -> ValueError:
    expected = message("a percentage, because {metric} is a percentage", metric=metric)
    if not taken_by(read_signed)(limit):
        read_ratio(limit)  # says what is wrong with it, and proposes no amount
    return refuse(text, expected, percent_mend(limit, read_signed(limit), taken_by(read_ratio)))
