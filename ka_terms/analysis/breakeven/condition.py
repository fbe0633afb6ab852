"""The condition to solve: a rule on one contract or the equality of two contracts, and the range of an input."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from ka_terms.analysis.guardrail import Guardrail, Rule
from ka_terms.analysis.inputs.domain import domain
from ka_terms.analysis.inputs.input import USE_STEP, Input
from ka_terms.analysis.inputs.inputs import NO_CATALOGUE, figures_stated, find, path_and_rest
from ka_terms.analysis.inputs.moved import moved, with_stated_input
from ka_terms.analysis.metric_names import Canonical, metric_named
from ka_terms.calculation.readings.exact import exactly, round_half_up
from ka_terms.calculation.statement import Statement
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import Fault, about, only, quoted, refusal, refuse
from ka_terms.model.numbers.currency import minor_unit
from ka_terms.model.numbers.notations import taken_by
from ka_terms.model.numbers.number import LARGEST, reads_as_number
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.model.vocabulary.metrics import TOTAL_FEES
from ka_terms.text.messages import enumerated, message

_STEPS = {
    "count": Decimal(1),
    "rate": Decimal("0.0001"),
    "index": Decimal("0.0001"),
    "number": Decimal("0.01"),
}
_ZERO = Decimal(0)
_SHARE, _AVERAGE = Decimal("0.000001"), Decimal("0.01")
"""The finest digits in which users see a share of sales, and an average."""


class Span(NamedTuple):
    """The range of an input that is searched, and whether its ends belong to it."""

    low: Decimal
    high: Decimal
    with_low: bool
    with_high: bool


class Condition(NamedTuple):
    """A rule on a metric, to be met by changing one input; of two contracts on the first metric minus the second."""

    scenarios: tuple[Scenario, ...]
    inputs: tuple[Input, ...]
    """The same input in each contract; its current values may differ."""
    rule: Guardrail
    span: Span
    step: Decimal

    @property
    def input(self) -> Input:
        """The input in the first contract."""
        return self.inputs[0]

    @property
    def is_divided(self) -> bool:
        """Whether the metric is a share, an average or a product with a share: almost no value meets it exactly."""
        return self.rule.metric.under is not None or self.rule.metric.is_product

    @property
    def is_near_enough(self) -> bool:
        """Whether the nearest step answers an equation: for shares, averages or two contracts, but not for counts."""
        return self.input.kind != "count" and (self.is_divided or len(self.scenarios) > 1)

    @property
    def is_stepped(self) -> bool:
        """Whether no contract can state a value between two multiples of the step: counts, and money in minor units."""
        kind, unit = self.input.kind, minor_unit(self.scenarios[0].currency)
        return (kind, self.step) in (("count", 1), ("money", unit))

    def shown(self, value: Decimal) -> Decimal:
        """Round a value of the metric to the digits that users see, at least those of the limit; amounts unchanged."""
        if not self.is_divided:
            return value
        finest = _SHARE if self.rule.metric.is_ratio else _AVERAGE
        exponent = self.rule.limit.normalize().as_tuple().exponent
        with exactly():
            return round_half_up(value, min(finest, Decimal(1).scaleb(int(exponent))))

    @property
    def on_one_plan(self) -> bool:
        """Whether the plans of all contracts are equal once the input has the same value in each."""
        values = (*(input.value for input in self.inputs), *self.span[:2])
        moving = (with_stated_input(scenario, self.input.path, values) for scenario in self.scenarios)
        first, *others = (figures_stated(scenario.plan) for scenario in moving)
        return all(figures == first for figures in others)

    def at(self, value: Decimal) -> tuple[Scenario, ...]:
        return _all_moved(self.scenarios, self.input.path, value)


def _all_moved(scenarios: Iterable[Scenario], path: str, value: Decimal) -> tuple[Scenario, ...]:
    return tuple(moved(scenario, {path: value}) for scenario in scenarios)


def read_question(
    statements: Sequence[Statement],
    vary: str,
    rule: str = "",
    step: str = "",
    catalogue: Catalogue = NO_CATALOGUE,
    *,
    internal: bool = False,
) -> Condition:
    """Read what is asked of one contract or of two; see `read_rule`, `same_cost`, `read_condition` and `read_step`.

    Errors: `ValueError`, noted with the argument that it is about.
    """
    with about("rule"):
        if len(statements) > 1:
            wanted = same_cost(rule or TOTAL_FEES, statements, catalogue.canonical, internal=internal)
        else:
            wanted = read_rule(rule, statements, catalogue.canonical, internal=internal)
    scenarios = [statement.scenario.case("likely") for statement in statements]
    with about("vary"):
        condition = read_condition(scenarios, wanted, vary, catalogue)
    with about("step"):
        multiple = read_step(condition.input, step, scenarios[0].currency) if step else condition.step
    return condition._replace(step=multiple)


def read_rule(
    text: str, statements: Sequence[Statement], canonical: Canonical = str, *, internal: bool = False
) -> Guardrail:
    """Read a rule `METRIC OP VALUE` on a total, a term or a figure. Errors: `ValueError`, with what is expected."""
    rule = Rule.parse(text)
    if rule.operator == "!=":
        raise refuse(text, message("a rule with one of < <= > >= ="), message("use < or > instead of !="))
    return rule.aimed_at(statements, canonical, figures=True, internal=internal)


def same_cost(
    metric: str, statements: Sequence[Statement], canonical: Canonical = str, *, internal: bool = False
) -> Guardrail:
    """Return the rule that two contracts have the same metric. Errors: `ValueError`, with the most similar name."""
    if any(sign in metric for sign in "<>=＜＞＝"):
        expected = message("a metric without a limit, such as fee_ratio, because two contracts are compared")
        raise refuse(metric, expected, message("write the metric alone"))
    scenarios = [statement.scenario for statement in statements]
    return Guardrail(metric_named(metric.strip(), scenarios, canonical, internal=internal), "==", _ZERO)


def read_condition(
    scenarios: Sequence[Scenario], rule: Guardrail, path: str, catalogue: Catalogue = NO_CATALOGUE
) -> Condition:
    """Read the input and range from `PATH` or `PATH=LOW..HIGH`. Errors: `ValueError` for a wrong path or range.

    The step is the minor unit for money, 1 for a count, 0.01% for a share, and 0.01 for another number.
    """
    path, span = path_and_rest(path)
    inputs = tuple(find(scenario, path, catalogue) for scenario in scenarios)
    if len({(input.path, input.kind) for input in inputs}) > 1:
        ways = enumerated(f"{input.path} ({input.kind})" for input in inputs)
        found = message("{path} with different meanings: {meanings}", path=quoted(path), meanings=ways)
        raise refusal(Fault(found, message("an input that means the same in both contracts")))
    if inputs[0].is_fact:
        raise refuse(
            path, message("a number, because a fact is only so or not so"), message("use sweep for facts")
        )
    step = minor_unit(scenarios[0].currency) if inputs[0].kind == "money" else _STEPS[inputs[0].kind]
    return Condition(tuple(scenarios), inputs, rule, _span(scenarios, inputs, span), step)


def read_step(input: Input, text: str, currency: str | None = None) -> Decimal:
    """Read the step for the values of an input. Errors: `ValueError` unless it is a value above zero."""
    step = input.read_step(text, currency)
    if not step:
        raise refuse(text, message("a step above zero"), USE_STEP)
    return step


def _span(scenarios: Sequence[Scenario], inputs: Sequence[Input], text: str) -> Span:
    """Return the range as typed, or the whole range that all contracts can state."""
    ranges = [domain(scenario, input) for scenario, input in zip(scenarios, inputs, strict=True)]
    low, high = max(least for least, _ in ranges), min(most for _, most in ranges)
    if text:
        low, high = _typed(inputs[0], text, scenarios[0].currency, low, high)
    if low >= high:
        found = message("{value} as the only value of {input}", value=f"{low:,f}", input=inputs[0].path)
        raise refusal(Fault(found, message("an input that can change")))
    is_valid = taken_by(partial(_all_moved, scenarios, inputs[0].path))
    return Span(low, high, is_valid(low), is_valid(high))


def _typed(input: Input, text: str, currency: str, least: Decimal, most: Decimal) -> tuple[Decimal, Decimal]:
    """Read the two ends of a range; they rise and lie within the range that all contracts can state."""
    ends = [part.strip() for part in text.split("..")]
    is_range = taken_by(partial(_refuse_unless_rising, input, currency, least, most))
    if len(ends) != 2:
        mend = "" if reads_as_number(text) else _as_range(text.split(","), is_range)
        raise refuse(text, message("a range such as 3M..12M, or no range"), mend)
    low, high = input.read_all(ends, currency)
    if not least <= low < high <= most:
        values = {"input": input.path, "low": f"{least:,f}", "high": f"{most:,f}"}
        expected = message("a rising range of {input} from {low} to {high}", **values)
        if most >= LARGEST:
            expected = message("a rising range of {input}, {low} or more", **values)
        raise refuse(text, expected, _as_range(ends[::-1], is_range))
    return low, high


def _refuse_unless_rising(
    input: Input, currency: str, least: Decimal, most: Decimal, ends: Sequence[str]
) -> None:
    low, high = input.read_all(ends, currency)
    if not least <= low < high <= most:
        raise ValueError


def _as_range(ends: Sequence[str], taken: Callable[[Sequence[str]], bool]) -> str:
    """The mend that writes two values as a range, the lower one first; empty where that is none."""
    values = [end.strip() for end in ends]
    ways = (values, values[::-1]) if len(values) == 2 else ()
    return next((only("..".join(way)) for way in ways if taken(way)), "")
