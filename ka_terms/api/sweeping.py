"""Contracts at every point of a grid, for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ka_terms.analysis.defaults import METRICS
from ka_terms.analysis.sweep.blocks import validate_corners
from ka_terms.analysis.sweep.query import SweepQuestion, read_query
from ka_terms.analysis.sweep.result import SweepResult, assessed_sweep, empty_result, with_points
from ka_terms.analysis.sweep.rows import points, rows
from ka_terms.api.shown import SCENARIOS, Shown, expect, shipped_catalogue, texts, whatever_the_context
from ka_terms.model.contract.scenario import Scenario, without_private
from ka_terms.presentation.reports.what_if.sweep import sweep_record, sweep_report
from ka_terms.presentation.table import Report
from ka_terms.presentation.words import Words


@dataclass(frozen=True, repr=False)
class Sweep(Shown):
    """Contracts at every point of a grid; `points` has a mapping for each, under the names of axes and metrics."""

    result: SweepResult

    def __repr__(self) -> str:
        return repr(self.result).replace("SweepResult", "Sweep", 1)

    @property
    def points(self) -> list[dict[str, Any]]:
        """Each point of each contract: `scenario`, the values of the axes, the metrics; `Decimal`, n/a is None."""
        points: list[dict[str, Any]] = self.to_dict()["points"]
        return points

    def _report(self, words: Words) -> Report:
        return sweep_report(
            assessed_sweep(self.result, catalogue=shipped_catalogue()), words.of(*self.result.scenarios)
        )

    def _record(self, words: Words) -> dict[str, Any]:
        return sweep_record(assessed_sweep(self.result))


@whatever_the_context
def sweep(
    *scenarios: Scenario,
    vary: Mapping[str, str],
    metrics: str | Sequence[str] = METRICS,
    where: str | Sequence[str] = (),
    zipped: bool = False,
    internal: bool = False,
) -> Sweep:
    """Cost contracts at every point of a grid: `vary={"sales": "8M..11M..500k", "monthly_rebate": "1%,2%"}`.

    Several `vary` make a grid; `zipped` walks their values together. `where` has rules such as `fee_ratio <= 20%`;
    `internal` lets both name what is private, such as `contribution`. All points are held in memory.
    Errors: `ValueError` for what cannot be asked of these contracts, noted with the argument at fault; `Uncomputable`.
    """
    expect("sweep", Scenario, SCENARIOS, *scenarios)
    expect("sweep(vary=...)", Mapping, "a mapping of values by their paths", vary)
    expect("sweep(vary=...)", str, "texts as values, such as '8M,9M' or '8M..11M..500k'", *vary.values())
    metrics, where = texts("sweep(metrics=...)", metrics), texts("sweep(where=...)", where)
    shown = scenarios if internal else map(without_private, scenarios)
    likely, catalogue = [one.case("likely") for one in shown], shipped_catalogue()
    if not likely or not vary:
        raise ValueError("sweep takes at least one scenario, and at least one number to vary")
    query = read_query(likely, SweepQuestion(vary, metrics, where, zipped), catalogue, internal=internal)
    made = [validate_corners(one, query.grid) for one in likely]
    ready = [one.scenario for one in made]
    return Sweep(with_points(empty_result(query, likely, made), ready, points(rows(ready, query))))
