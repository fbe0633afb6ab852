"""What the commands do, for programs: `load` a file, `evaluate` it, `compare` several, `sweep` their numbers.

Results are the plain frozen objects of the calculation, with `to_dict()` for json and tables of their own in
notebooks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from ka_terms.analysis import comparison as comparing
from ka_terms.analysis.assessment import Assessment, assessed
from ka_terms.calculation import statement as stating
from ka_terms.calculation.readings.exact import exactly
from ka_terms.model.base import without_input
from ka_terms.model.contract.scenario import Scenario, without_private
from ka_terms.model.faults import Fault, refusal, refuse
from ka_terms.model.numbers.currency import MINOR_DIGITS
from ka_terms.model.numbers.notations import doubtful_in
from ka_terms.model.numbers.number import read_rate
from ka_terms.model.privacy import is_private
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.presentation.numbers import NumberStyle, money_digits
from ka_terms.presentation.renderers.html import fragment
from ka_terms.presentation.renderers.look import Look
from ka_terms.presentation.reports.comparison import comparison_report
from ka_terms.presentation.reports.records import comparison_record, statement_record
from ka_terms.presentation.reports.statement import statement_report
from ka_terms.presentation.table import Report
from ka_terms.presentation.words import Words, parse_languages, words
from ka_terms.reading.known_names import under_known_names
from ka_terms.reading.problems.problem import ReadError
from ka_terms.reading.scenario import load as load_file
from ka_terms.reading.settings import read_catalogue
from ka_terms.text.messages import message

if TYPE_CHECKING:
    from ka_terms.analysis.inputs.input import Input
    from ka_terms.analysis.sweep.result import SweepResult

__all__ = [
    "Comparison",
    "ReadError",
    "Scenario",
    "Statement",
    "Sweep",
    "compare",
    "evaluate",
    "load",
    "moved",
    "scenario",
    "sweep",
]

P = ParamSpec("P")
R = TypeVar("R")


def _whatever_the_context(function: Callable[P, R]) -> Callable[P, R]:
    """The function in exact arithmetic: a program may have set the precision of its decimals for its own ends.

    Its errors keep none of those they were made of, which may hold private values.
    """

    @wraps(function)
    def within(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            with exactly():
                return function(*args, **kwargs)
        except (ReadError, ValueError) as error:
            error.__context__ = None
            raise

    return within


class Statement(stating.Statement):
    """What one contract costs: `lines`, `total_fees`, `fee_ratio`, `vpo`, `net_net_sales`... in exact decimals."""

    @_whatever_the_context
    def to_dict(self, lang: str = "en") -> dict[str, Any]:
        """The statement under the keys of `show --format json`; numbers are `Decimal`, n/a is None."""
        return statement_record(Assessment(self), _words(lang))

    @_whatever_the_context
    def _repr_html_(self) -> str:
        return _html(statement_report(Assessment(self), _words("en")), self.scenario.currency)


@dataclass(frozen=True)
class Comparison(comparing.Comparison):
    """Contracts side by side: `baseline`, `scenarios`, and in `versus` each one's differences to the baseline."""

    baseline: Statement
    scenarios: tuple[Statement, ...]

    @_whatever_the_context
    def to_dict(self, lang: str = "en") -> dict[str, Any]:
        """The comparison under the keys of `compare --format json`; numbers are `Decimal`, n/a is None."""
        return comparison_record(assessed(self), _words(lang))

    @_whatever_the_context
    def _repr_html_(self) -> str:
        return _html(comparison_report(assessed(self), _words("en")), self.baseline.scenario.currency)


@dataclass(frozen=True)
class Sweep:
    """Contracts at every point of a grid; `points` has a mapping for each, under the names of axes and metrics."""

    found: SweepResult

    @property
    def points(self) -> list[dict[str, Any]]:
        """Each point of each contract: `scenario`, the values of the axes, the metrics; `Decimal`, n/a is None."""
        points: list[dict[str, Any]] = self.to_dict()["points"]
        return points

    @_whatever_the_context
    def to_dict(self) -> dict[str, Any]:
        """The sweep under the keys of `sweep --format json`."""
        from ka_terms.analysis.sweep.assessed import assessed_sweep
        from ka_terms.presentation.reports.sweep import sweep_record

        return sweep_record(assessed_sweep(self.found))

    @_whatever_the_context
    def _repr_html_(self) -> str:
        from ka_terms.analysis.sweep.assessed import assessed_sweep
        from ka_terms.presentation.reports.sweep import sweep_report

        report = sweep_report(assessed_sweep(self.found, catalogue=_catalogue()), _words("en"))
        return _html(report, self.found.currency)


@_whatever_the_context
def load(path: str | Path) -> Scenario:
    """A scenario from a YAML file, or from a statement saved as JSON, with everything it extends.

    Errors: `ReadError`, whose `problems` say where each is, what was found, what was expected and how to mend it.
    """
    _expect("load", (str, Path), "the path of a file", path)
    return load_file(path, _catalogue().canonical).scenario


@_whatever_the_context
def scenario(content: Mapping[str, Any]) -> Scenario:
    """A scenario from Python values in the shape of a file: texts as in a file, `int`, or `Decimal`; no floats.

    Any name of a known fee is read as its key. Errors: `ValueError` (pydantic's `ValidationError`) naming every
    fault; it holds none of the values but those its sentences quote, and nothing private.
    """
    _expect("scenario", Mapping, "a mapping in the shape of a file, and `load` the path of one", content)
    known, faults = under_known_names(content, _catalogue().canonical)
    faults += doubtful_in(content)
    if faults:
        raise refusal(*map(_unshown, faults))
    return Scenario.model_validate(known)


def _unshown(fault: Fault) -> Fault:
    """The fault without its number where that is private."""
    return fault.hidden() if is_private(fault.at) else fault


@_whatever_the_context
def evaluate(scenario: Scenario) -> Statement:
    """Cost a contract on its plan. Errors: `Uncomputable` (a `ValueError`) for an amount beyond 10^18."""
    _expect("evaluate", Scenario, _SCENARIO, scenario)
    return _public(stating.evaluate(scenario, _catalogue()))


@_whatever_the_context
def compare(*scenarios: Scenario, baseline: int = 0, plan: Scenario | None = None) -> Comparison:
    """Hold two or more contracts against the one at index `baseline`, all on the plan of `plan` if that is given.

    For every term, new amount - old amount = terms effect + plan effect, exactly. Errors: `Incomparable` (a
    `ValueError`) where currencies differ or a contract names a figure that the plan lacks; `ValueError` for fewer
    than two contracts or a `baseline` that is none of them.
    """
    _expect("compare", Scenario, _SCENARIOS, *scenarios)
    _expect("compare(plan=...)", (Scenario, type(None)), _SCENARIO, plan)
    _expect("compare(baseline=...)", int, "the index of a scenario", baseline)
    if len(scenarios) < 2:
        raise ValueError("compare takes at least two scenarios")
    if not 0 <= baseline < len(scenarios):
        raise ValueError(f"baseline is the index of a scenario: 0 to {len(scenarios) - 1}, not {baseline}")
    found = comparing.compare(scenarios, baseline, plan, _catalogue())
    statements = {id(statement): _public(statement) for statement in found.scenarios}
    versus = tuple(replace(one, statement=statements[id(one.statement)]) for one in found.versus)
    return Comparison(statements[id(found.baseline)], tuple(statements.values()), versus)


@_whatever_the_context
def moved(scenario: Scenario, values: Mapping[str, str | int | Decimal]) -> Scenario:
    """The scenario with other numbers: `{"sales": "9M", "monthly_rebate": "2%", "growth": "+5%"}`.

    An `int` or a `Decimal` is taken as it is, a rate as a fraction, `Decimal("0.02")`, and growth as an index:
    `Decimal("1.05")` is +5%, `Decimal("0.05")` a fall by 95%. Errors: `TypeError` for a float, which is not exact;
    `ValueError` for a path there is none of, a number that cannot be one, and what makes no valid scenario.
    """
    from ka_terms.analysis.inputs.inputs import find
    from ka_terms.analysis.inputs.moved import moved as move

    _expect("moved", Scenario, _SCENARIO, scenario)
    _expect("moved", Mapping, "a mapping of numbers by their paths", values)
    for path, value in values.items():
        _expect(f"moved, for {path},", (str, int, Decimal), "a text such as '9M', an int or a Decimal", value)
    inputs = {find(scenario, path, _catalogue()): value for path, value in values.items()}
    read = {input.path: _number(input, value, scenario.currency) for input, value in inputs.items()}
    return without_input(lambda: move(scenario, read))


@_whatever_the_context
def sweep(
    *scenarios: Scenario,
    vary: Mapping[str, str],
    metrics: str | Sequence[str] = ("fee_ratio", "total_fees"),
    where: str | Sequence[str] = (),
    zipped: bool = False,
    internal: bool = False,
) -> Sweep:
    """Cost contracts at every point of a grid: `vary={"sales": "8M..11M..500k", "monthly_rebate": "1%,2%"}`.

    Several `vary` make a grid; `zipped` walks their values together. `where` has rules such as `fee_ratio <= 20%`;
    `internal` lets both name what is private, such as `contribution`. All points are held in memory.
    Errors: `ValueError` for what cannot be asked of these contracts; `Uncomputable`.
    """
    from ka_terms.analysis.sweep.blocks import tried
    from ka_terms.analysis.sweep.query import read_grid, read_metrics, read_rules
    from ka_terms.analysis.sweep.result import filled, framed
    from ka_terms.analysis.sweep.rows import Query, points, rows

    _expect("sweep", Scenario, _SCENARIOS, *scenarios)
    _expect_values(vary)
    metrics, where = _texts("metrics", metrics), _texts("where", where)
    shown = scenarios if internal else map(without_private, scenarios)
    likely, canonical = [one.case("likely") for one in shown], _catalogue().canonical
    if not likely or not vary:
        raise ValueError("sweep takes at least one scenario, and at least one number to vary")
    query = Query(
        read_grid(likely, vary, zipped, _catalogue()),
        read_metrics(metrics, likely, canonical, internal=internal),
        read_rules(where, likely, canonical, internal=internal),
    )
    made = [tried(one, query.grid) for one in likely]
    ready = [one.scenario for one in made]
    return Sweep(filled(framed(query, likely, made), ready, points(rows(ready, query))))


def _expect_values(vary: Mapping[str, str]) -> None:
    _expect("sweep(vary=...)", Mapping, "a mapping of values by their paths", vary)
    _expect("sweep(vary=...)", str, "texts as values, such as '8M,9M' or '8M..11M..500k'", *vary.values())


def _number(input: Input, value: str | int | Decimal, currency: str) -> Decimal:
    if isinstance(value, str):
        return input.read(value, currency)
    number = Decimal(value)
    if input.kind == "rate":
        return read_rate(number)
    if input.kind == "index" and not (number.is_finite() and number >= 0):
        raise refuse(value, message("an index of at least 0, where 1.05 means +5%"))
    return number


def _texts(name: str, given: str | Sequence[str]) -> tuple[str, ...]:
    """Several texts, or a single one."""
    _expect(f"sweep({name}=...)", Sequence, "a text or several", given)
    texts = (given,) if isinstance(given, str) else tuple(given)
    _expect(f"sweep({name}=...)", str, "a text or several", *texts)
    return texts


def _expect(taker: str, kinds: type | tuple[type, ...], expected: str, *given: object) -> None:
    """Errors: `TypeError` that says what was expected, without the value."""
    for value in given:
        if not isinstance(value, kinds) or isinstance(value, bool):
            raise TypeError(f"{taker} takes {expected}, and no {type(value).__name__}")


_SCENARIO = "a scenario, as `load` gives it"
_SCENARIOS = "scenarios one by one, as `load` gives them"


def _public(found: stating.Statement) -> Statement:
    return Statement(found.scenario, found.sales, found.stores, found.lines)


@cache
def _catalogue() -> Catalogue:
    return read_catalogue()


def _words(lang: str) -> Words:
    return words(parse_languages(lang), {}, _catalogue())


def _html(report: Report, currency: str) -> str:
    return fragment(report, Look(NumberStyle(digits=money_digits(report.cells(), MINOR_DIGITS[currency]))))
