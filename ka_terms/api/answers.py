"""What is asked of contracts: `solve`, `ladder`, `tornado`, `outlook` and `check`, for programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from ka_terms.analysis import tornado as ranking
from ka_terms.analysis.breakeven.condition import read_question
from ka_terms.analysis.breakeven.solve import AssessedSolution, solve_and_assess
from ka_terms.analysis.comparison import side_by_side
from ka_terms.analysis.defaults import DISTRIBUTIONS, DRAWS, FEWEST_DRAWS, METRICS, MOST_DRAWS, SEED, SHARE
from ka_terms.analysis.doubts.check import CheckResult, checked
from ka_terms.analysis.doubts.settings import policy_doubts
from ka_terms.analysis.ladder.ladder import ContractLadders, contract_ladders
from ka_terms.analysis.metric_names import metric_named
from ka_terms.analysis.sweep.query import read_metrics
from ka_terms.analysis.uncertainty import outlook as expecting
from ka_terms.api.shown import (
    A_SCENARIO,
    SCENARIOS,
    Shown,
    expect,
    shipped_catalogue,
    texts,
    whatever_the_context,
)
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario, without_private
from ka_terms.presentation.reports.check import check_report
from ka_terms.presentation.reports.what_if.ladder import ladder_report
from ka_terms.presentation.reports.what_if.outlook import outlook_report
from ka_terms.presentation.reports.what_if.solution import solutions_report
from ka_terms.presentation.reports.what_if.tornado import tornado_report
from ka_terms.presentation.table import Report
from ka_terms.presentation.words import Words
from ka_terms.reading.problems.problem import Problem
from ka_terms.reading.scenario import load
from ka_terms.reading.settings import policy_keys
from ka_terms.reading.several import load_for_review

if TYPE_CHECKING:
    from ka_terms.analysis.doubts.doubts import PlacedDoubt


@dataclass(frozen=True, repr=False)
class Solved(Shown):
    """The input value that meets a rule, with the contracts today and at that value."""

    result: AssessedSolution

    def __repr__(self) -> str:
        path, rule = self.result.solved.condition.input.path, self.result.solved.condition.rule
        metric = rule.metric.name
        asked = (
            f"{metric} {rule.operator} {rule.limit:f}" if len(self.result.names) == 1 else f"equal {metric}"
        )
        return f"Solved({path!r}, {asked}, answer {self.answer})"

    @property
    def answer(self) -> Decimal | None:
        """The value to state; None where no value meets the rule, and where every value does."""
        return self.result.solved.answer

    @property
    def is_attained(self) -> bool:
        """Whether there is a value that meets the rule."""
        return self.result.solved.is_attained

    def _report(self, words: Words) -> Report:
        return solutions_report(self.result, words.of(*self.result.solved.condition.scenarios))


@dataclass(frozen=True, repr=False)
class Ladders(Shown):
    """The tiers of contracts; `contracts` has for each its `ladders`, one a tiered term."""

    contracts: tuple[ContractLadders, ...]

    def __repr__(self) -> str:
        terms = {
            contract.statement.scenario.scenario: [ladder.key for ladder in contract.ladders]
            for contract in self.contracts
        }
        return f"Ladders({terms})"

    def _report(self, words: Words) -> Report:
        scenarios = (contract.statement.scenario for contract in self.contracts)
        return ladder_report(self.contracts, words.of(*scenarios))


@dataclass(frozen=True, repr=False)
class Tornado(Shown):
    """The inputs of a contract by their effect on a metric; `swings` has the largest effect first."""

    result: ranking.Tornado

    def __repr__(self) -> str:
        by, metric = self.result.by, self.result.metric.name
        return f"Tornado({self.result.scenario.scenario!r}, {metric}, by {by}, {len(self.swings)} inputs)"

    @property
    def swings(self) -> tuple[ranking.Swing, ...]:
        """The inputs that have an effect, with what the metric is at the lower and the higher value."""
        return self.result.swings

    def _report(self, words: Words) -> Report:
        return tornado_report(self.result, words.of(self.result.scenario))


@dataclass(frozen=True, repr=False)
class Outlook(Shown):
    """What to expect of a contract whose plan has estimates; `result` has the numbers."""

    result: expecting.Outlook

    def __repr__(self) -> str:
        method, name = self.result.method, self.result.likely.scenario.scenario
        return f"Outlook({name!r}, {method.distribution}, {method.draws} draws, seed {method.seed})"

    def _report(self, words: Words) -> Report:
        return outlook_report(self.result, words.of(self.result.likely.scenario))


@dataclass(frozen=True, repr=False)
class Check(Shown):
    """What was found of files: `problems`, `doubts`, and what house rules say."""

    result: CheckResult

    def __repr__(self) -> str:
        problems, doubts, breaches = len(self.problems), len(self.doubts), self.result.breaches
        return f"Check({len(self.result.files)} files, {problems} problems, {doubts} doubts, {breaches} breaches)"

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the files: each has file, line, column, path, and how to mend it."""
        return self.result.problems

    @property
    def doubts(self) -> tuple[PlacedDoubt, ...]:
        """What is valid but may not be meant, with its place."""
        return self.result.doubts

    def _report(self, words: Words) -> Report:
        return check_report(self.result, words)


@whatever_the_context
def solve(
    *scenarios: Scenario,
    vary: str,
    rule: str = "",
    step: str = "",
    plan: Scenario | None = None,
    internal: bool = False,
) -> Solved:
    """The value of one input that meets a rule: `solve(one, vary="monthly_rebate", rule="fee_ratio <= 18%")`.

    `vary` is `PATH` or `PATH=LOW..HIGH`. Of two contracts `rule` is the metric that must be equal, by default
    `total_fees`; with `plan` both stand on that plan. `step` rounds the answer so that the rule is still met.
    Errors: `ValueError` for what cannot be asked of these contracts, noted with the argument at fault; `Uncomputable`.
    """
    expect("solve", Scenario, SCENARIOS, *scenarios)
    expect("solve(plan=...)", (Scenario, type(None)), A_SCENARIO, plan)
    expect("solve(vary=..., rule=..., step=...)", str, "texts", vary, rule, step)
    if len(scenarios) not in (1, 2):
        raise ValueError("solve takes one scenario, or two to set against each other")
    if len(scenarios) == 1 and not rule:
        raise ValueError("say what has to hold, such as rule='fee_ratio <= 18%'")
    catalogue, sides = shipped_catalogue(), side_by_side(_shown(scenarios, internal), plan)
    statements = [evaluate(scenario, catalogue) for scenario in sides]
    condition = read_question(statements, vary, rule, step, catalogue, internal=internal)
    return Solved(solve_and_assess(condition, catalogue, internal=internal))


@whatever_the_context
def ladder(*scenarios: Scenario, internal: bool = False) -> Ladders:
    """Every tier of contracts: its bound, what it pays there, the jump and the dead zone; with `internal` on margin.

    Errors: `ValueError` for no contract; `Uncomputable`.
    """
    expect("ladder", Scenario, SCENARIOS, *scenarios)
    if not scenarios:
        raise ValueError("ladder takes at least one scenario")
    statements = (evaluate(scenario, shipped_catalogue()) for scenario in _shown(scenarios, internal))
    return Ladders(tuple(contract_ladders(statement, internal=internal) for statement in statements))


@whatever_the_context
def tornado(
    scenario: Scenario, by: str | Decimal = SHARE, metric: str = METRICS[0], internal: bool = False
) -> Tornado:
    """The inputs by their effect on a metric, each moved down and up by a share of itself: "10%" or `Decimal("0.1")`.

    Errors: `ValueError` for a share that is not above 0 and below 1, and for an unknown metric; `Uncomputable`.
    """
    expect("tornado", Scenario, A_SCENARIO, scenario)
    expect("tornado(by=...)", (str, Decimal), "a text such as '10%', or a Decimal", by)
    expect("tornado(metric=...)", str, "the name of a metric", metric)
    (shown,) = _shown([scenario], internal)
    known = metric_named(metric, [shown], shipped_catalogue().canonical, internal=internal)
    return Tornado(ranking.tornado(shown, known, ranking.read_share(by)))


@whatever_the_context
def outlook(
    scenario: Scenario,
    draws: int = DRAWS,
    seed: int = SEED,
    distribution: str = DISTRIBUTIONS[0],
    metrics: str | Sequence[str] = METRICS,
    internal: bool = False,
) -> Outlook:
    """Expected fees of a plan with estimates; `metrics` are those whose percentiles are told.

    Errors: `ValueError` for a plan without estimates, fewer than 100 draws or more than a million, a seed below 0, a
    distribution there is none of and an unknown metric; `Uncomputable`.
    """
    expect("outlook", Scenario, A_SCENARIO, scenario)
    expect("outlook(draws=..., seed=...)", int, "whole numbers", draws, seed)
    expect("outlook(distribution=...)", str, "the name of a distribution", distribution)
    if not FEWEST_DRAWS <= draws <= MOST_DRAWS or seed < 0:
        raise ValueError(f"outlook takes {FEWEST_DRAWS} to {MOST_DRAWS} draws, and a seed from 0 on")
    names, catalogue = texts("outlook(metrics=...)", metrics), shipped_catalogue()
    (shown,) = _shown([scenario], internal)
    asked = read_metrics(names, [shown.case("likely")], catalogue.canonical, internal=internal)
    method = expecting.Method(distribution, draws, seed)
    try:
        return Outlook(expecting.outlook(shown, method, asked, catalogue, internal=internal))
    except expecting.NoEstimates:
        raise ValueError(
            "outlook takes a plan with estimates, such as sales: {low: 8M, likely: 10M, high: 11M}"
        ) from None


@whatever_the_context
def check(*files: str | Path, policy: str | Path = "", internal: bool = False) -> Check:
    """Errors in files, entries that may not be meant, and what house rules say: a file, or a shipped policy by name.

    Errors in files, and house rules that cannot be read, are problems of the result.
    """
    expect("check", (str, Path), "paths of files", *files)
    expect("check(policy=...)", (str, Path), "the path of a file, or a name", policy)
    if not files:
        raise ValueError("check takes at least one file")
    catalogue = shipped_catalogue()
    loaded, rules, problems = load_for_review(
        files, lambda file: load(file, catalogue.canonical), str(policy), catalogue.canonical
    )
    if not internal:
        loaded = [replace(one, scenario=without_private(one.scenario)) for one in loaded]
    scenarios = [contract.scenario for contract in loaded]
    doubts = policy_doubts(policy_keys(str(policy)), catalogue, scenarios) if rules and not problems else []
    result = checked([*map(str, files)], loaded, problems, rules, catalogue, doubts)
    return Check(result)


def _shown(scenarios: Sequence[Scenario], internal: bool) -> list[Scenario]:
    """The contracts as they may be shown."""
    return [*scenarios] if internal else [*map(without_private, scenarios)]
