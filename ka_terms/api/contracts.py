"""One contract or several: `load` a file, `evaluate` it, `compare` it with others, or with other numbers in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ka_terms.analysis import comparison as comparing
from ka_terms.analysis.assessment import assess, assessed
from ka_terms.api.shown import A_SCENARIO, SCENARIOS, Shown, expect, shipped_catalogue, whatever_the_context
from ka_terms.calculation import statement as stating
from ka_terms.model.base import without_input
from ka_terms.model.contract.fact import read_fact
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.doubtful_points import doubtful_in
from ka_terms.model.faults import refusal, refuse
from ka_terms.model.numbers.number import read_multiple, read_rate
from ka_terms.model.privacy import is_private
from ka_terms.presentation.reports.comparison import comparison_report
from ka_terms.presentation.reports.comparison_rows import comparison_record
from ka_terms.presentation.reports.statement import statement_record, statement_report
from ka_terms.presentation.table import Report
from ka_terms.presentation.words import Words
from ka_terms.reading.known_names import under_known_names
from ka_terms.reading.scenario import load as load_file
from ka_terms.text.messages import message

if TYPE_CHECKING:
    from ka_terms.analysis.inputs.input import Input


class Statement(stating.Statement, Shown):
    """What one contract costs: `lines`, `total_fees`, `fee_ratio`, `vpo`, `net_net_sales`... in exact decimals."""

    def _report(self, words: Words) -> Report:
        return statement_report(assess(self), words.of(self.scenario))

    def _record(self, words: Words) -> dict[str, Any]:
        return statement_record(assess(self), words.of(self.scenario))


@dataclass(frozen=True, repr=False)
class Comparison(comparing.Comparison, Shown):
    """Contracts side by side: `baseline`, `scenarios`, and in `versus` each one's differences to the baseline."""

    baseline: Statement
    scenarios: tuple[Statement, ...]

    def _report(self, words: Words) -> Report:
        return comparison_report(assessed(self), _labelled(words, self.scenarios))

    def _record(self, words: Words) -> dict[str, Any]:
        return comparison_record(assessed(self), _labelled(words, self.scenarios))


def _labelled(words: Words, statements: Iterable[Statement]) -> Words:
    return words.of(*(statement.scenario for statement in statements))


@whatever_the_context
def load(path: str | Path) -> Scenario:
    """A scenario from a YAML file, or from a statement saved as JSON, with everything it extends.

    Errors: `ReadError`, whose `problems` say where each is, what was found, what was expected and how to mend it.
    """
    expect("load", (str, Path), "the path of a file", path)
    return load_file(path, shipped_catalogue().canonical).scenario


@whatever_the_context
def scenario(content: Mapping[str, Any]) -> Scenario:
    """A scenario from Python values in the shape of a file: texts as in a file, `int`, or `Decimal`; no floats.

    Any name of a known fee is read as its key. Errors: `ValueError` (pydantic's `ValidationError`) naming every
    fault; it holds none of the values but those its sentences quote, and nothing private.
    """
    expect("scenario", Mapping, "a mapping in the shape of a file, and `load` the path of one", content)
    known, faults = under_known_names(content, shipped_catalogue().canonical)
    faults += doubtful_in(content)
    if faults:
        # Without its number, where that is private.
        raise refusal(*(fault.hidden() if is_private(fault.at) else fault for fault in faults))
    return Scenario.model_validate(known)


@whatever_the_context
def evaluate(scenario: Scenario) -> Statement:
    """Cost a contract on its plan. Errors: `Uncomputable` (a `ValueError`) for an amount beyond 10^18."""
    expect("evaluate", Scenario, A_SCENARIO, scenario)
    return _public(stating.evaluate(scenario, shipped_catalogue()))


@whatever_the_context
def compare(*scenarios: Scenario, baseline: int = 0, plan: Scenario | None = None) -> Comparison:
    """Hold two or more contracts against the one at index `baseline`, all on the plan of `plan` if that is given.

    For every term, new amount - old amount = terms effect + plan effect, exactly. Errors: `Incomparable` (a
    `ValueError`) where currencies differ or a contract names a figure that the plan lacks; `ValueError` for fewer
    than two contracts or a `baseline` that is none of them.
    """
    expect("compare", Scenario, SCENARIOS, *scenarios)
    expect("compare(plan=...)", (Scenario, type(None)), A_SCENARIO, plan)
    expect("compare(baseline=...)", int, "the index of a scenario", baseline)
    if len(scenarios) < 2:
        raise ValueError("compare takes at least two scenarios")
    if not 0 <= baseline < len(scenarios):
        raise ValueError(f"baseline is the index of a scenario: 0 to {len(scenarios) - 1}, not {baseline}")
    found = comparing.compare(scenarios, baseline, plan, shipped_catalogue())
    statements = {id(statement): _public(statement) for statement in found.scenarios}
    versus = tuple(replace(one, statement=statements[id(one.statement)]) for one in found.versus)
    return Comparison(statements[id(found.baseline)], tuple(statements.values()), versus)


@whatever_the_context
def moved(scenario: Scenario, values: Mapping[str, str | int | Decimal | bool]) -> Scenario:
    """The scenario with other numbers: `{"sales": "9M", "monthly_rebate": "2%", "growth": "+5%"}`.

    An `int` or a `Decimal` is taken as it is, a rate as a fraction, `Decimal("0.02")`, and growth as an index:
    `Decimal("1.05")` is +5%, `Decimal("0.05")` a fall by 95%. A fact is `True`, `False`, "yes" or "no".

    Errors: `TypeError` for a float, which is not exact;
    `ValueError` for a path there is none of, a number that cannot be one, and what makes no valid scenario.
    """
    from ka_terms.analysis.inputs.inputs import find
    from ka_terms.analysis.inputs.moved import moved as move

    expect("moved", Scenario, A_SCENARIO, scenario)
    expect("moved", Mapping, "a mapping of numbers by their paths", values)
    for path, value in values.items():
        if not isinstance(value, bool):
            expect(
                f"moved, for {path},", (str, int, Decimal), "a text such as '9M', an int or a Decimal", value
            )
    inputs = {find(scenario, path, shipped_catalogue()): value for path, value in values.items()}
    for input, value in inputs.items():
        if not input.is_fact:
            expect(f"moved, for {input.path},", (str, int, Decimal), "a text, an int or a Decimal", value)
    read = {input.path: _number(input, value, scenario.currency) for input, value in inputs.items()}
    return without_input(lambda: move(scenario, read))


def _number(input: Input, value: str | int | Decimal, currency: str) -> Decimal:
    if isinstance(value, str):
        return input.read(value, currency)
    if input.is_fact:
        return Decimal(read_fact(value))
    number = Decimal(value)
    if input.kind == "rate":
        return read_multiple(number) if input.of_figure else read_rate(number)
    if input.kind == "index" and not (number.is_finite() and number >= 0):
        raise refuse(value, message("an index of at least 0, where 1.05 means +5%"))
    return number


def _public(found: stating.Statement) -> Statement:
    return Statement(*(getattr(found, field.name) for field in fields(found)))
