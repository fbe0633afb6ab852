"""What the commands do, for programs: `load` a file, `evaluate` it, `compare` several.

Results are the plain frozen objects of the calculation, with `to_dict()` for json and tables of their own in
notebooks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache, wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from ka_terms.analysis import comparison as comparing
from ka_terms.calculation import statement as stating
from ka_terms.calculation.exact import exactly
from ka_terms.files.house import read_catalogue
from ka_terms.files.problems import ReadError
from ka_terms.files.scenario import load as load_file
from ka_terms.model.catalogue import Catalogue
from ka_terms.model.currency import MINOR_DIGITS
from ka_terms.model.scenario import Scenario
from ka_terms.presentation.comparisons import comparison_report
from ka_terms.presentation.numbers import NumberStyle, money_digits
from ka_terms.presentation.records import comparison_record, statement_record
from ka_terms.presentation.renderers import fragment
from ka_terms.presentation.renderers.look import Look
from ka_terms.presentation.statements import statement_report
from ka_terms.presentation.table import Report
from ka_terms.presentation.words import Words, parse_languages, words

__all__ = ["Comparison", "ReadError", "Scenario", "Statement", "compare", "evaluate", "load", "scenario"]

P = ParamSpec("P")
R = TypeVar("R")


def _whatever_the_context(function: Callable[P, R]) -> Callable[P, R]:
    """The function in exact arithmetic: a program may have set the precision of its decimals for its own ends."""

    @wraps(function)
    def within(*args: P.args, **kwargs: P.kwargs) -> R:
        with exactly():
            return function(*args, **kwargs)

    return within


class Statement(stating.Statement):
    """What one contract costs: `lines`, `total_fees`, `fee_ratio`, `vpo`, `net_net_sales`... in exact decimals."""

    @_whatever_the_context
    def to_dict(self, lang: str = "en") -> dict[str, Any]:
        """The statement under the keys of `show --format json`; numbers are `Decimal`, n/a is None."""
        return statement_record(self, _words(lang))

    @_whatever_the_context
    def _repr_html_(self) -> str:
        return _html(statement_report(self, _words("en")), self.scenario.currency)


@dataclass(frozen=True)
class Comparison(comparing.Comparison):
    """Contracts side by side: `baseline`, `scenarios`, and in `versus` each one's differences to the baseline."""

    baseline: Statement
    scenarios: tuple[Statement, ...]

    @_whatever_the_context
    def to_dict(self, lang: str = "en") -> dict[str, Any]:
        """The comparison under the keys of `compare --format json`; numbers are `Decimal`, n/a is None."""
        return comparison_record(self, _words(lang))

    @_whatever_the_context
    def _repr_html_(self) -> str:
        return _html(comparison_report(self, _words("en")), self.baseline.scenario.currency)


@_whatever_the_context
def load(path: str | Path) -> Scenario:
    """A scenario from a YAML file, or from a statement saved as JSON, with everything it extends.

    Errors: `ReadError`, whose `problems` say where each is, what was found, what was expected and how to mend it.
    """
    return load_file(path, _catalogue().canonical).scenario


@_whatever_the_context
def scenario(content: Mapping[str, Any]) -> Scenario:
    """A scenario from Python values in the shape of a file: texts as in a file, `int`, or `Decimal`; no floats.

    Errors: `ValueError` (pydantic's `ValidationError`) naming every fault.
    """
    return Scenario.model_validate(dict(content))


@_whatever_the_context
def evaluate(scenario: Scenario) -> Statement:
    """Cost a contract on its plan. Errors: `Uncomputable` (a `ValueError`) for an amount beyond 10^18."""
    return _public(stating.evaluate(scenario, _catalogue()))


@_whatever_the_context
def compare(*scenarios: Scenario, baseline: int = 0, plan: Scenario | None = None) -> Comparison:
    """Hold two or more contracts against the one at index `baseline`, all on the plan of `plan` if that is given.

    For every term, new amount - old amount = terms effect + plan effect, exactly. Errors: `Incomparable` (a
    `ValueError`) where currencies differ or a contract names a figure that the plan lacks; `ValueError` for fewer
    than two contracts or a `baseline` that is none of them.
    """
    if len(scenarios) < 2:
        raise ValueError("compare takes at least two scenarios")
    if not 0 <= baseline < len(scenarios):
        raise ValueError(f"baseline is the index of a scenario: 0 to {len(scenarios) - 1}, not {baseline}")
    found = comparing.compare(scenarios, baseline, plan, _catalogue())
    statements = {id(statement): _public(statement) for statement in found.scenarios}
    versus = tuple(replace(one, statement=statements[id(one.statement)]) for one in found.versus)
    return Comparison(statements[id(found.baseline)], tuple(statements.values()), versus)


def _public(found: stating.Statement) -> Statement:
    return Statement(found.scenario, found.sales, found.stores, found.lines)


@cache
def _catalogue() -> Catalogue:
    return read_catalogue()


def _words(lang: str) -> Words:
    return words(parse_languages(lang), {}, _catalogue())


def _html(report: Report, currency: str) -> str:
    return fragment(report, Look(NumberStyle(digits=money_digits(report.cells(), MINOR_DIGITS[currency]))))
