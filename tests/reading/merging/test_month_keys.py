"""A month has one key, whatever name a file calls it by, where one file is laid over another."""

from __future__ import annotations

from pathlib import Path

import pytest

from ka_terms.calculation.costs import exact_figures
from ka_terms.model.contract.plan.exact_figures import ExactFigures
from ka_terms.model.contract.plan.figures import PlanFigures
from ka_terms.reading.problems.problem import ReadError
from ka_terms.reading.scenario import load

BELOW = """\
scenario: below
plan:
  sales: 4M
  stores: {{classes: {{hyper: {{opening: 25}}}}}}
  months:
    starts: {starts}
    events: {{dm: {{{month}: 2, 9: 5}}}}
    stores: {{classes: {{hyper: {{new: {{{month}: 1}}}}}}}}
    quarters: {{volume: {{{quarter}: 10, 3: 20}}}}
"""
ABOVE = """\
scenario: above
extends: below.yaml
plan:
  months:
    events: {dm: {3: 4}}
    stores: {classes: {hyper: {new: {三月: 3}}}}
    quarters: {volume: {q1: 40}}
"""


def _figures(plan_of: Path, *paths: str) -> list[object]:
    return [*exact_figures(load(plan_of).scenario.plan, *paths)]


@pytest.mark.parametrize("starts", ["jan", "4"])
@pytest.mark.parametrize(
    ("month", "quarter"), [("mar", "q1"), ("March", "Q1"), ("3月", "1"), ("03", "q1"), ("３", "１")]
)
def test_a_month_replaces_the_same_month_under_another_name(
    tmp_path: Path, month: str, quarter: str, starts: str
) -> None:
    (tmp_path / "below.yaml").write_text(BELOW.format(month=month, quarter=quarter, starts=starts), "utf-8")
    (tmp_path / "above.yaml").write_text(ABOVE, "utf-8")
    paths = ("events.dm", "stores.hyper.new", "volume")
    assert _figures(tmp_path / "below.yaml", *paths) == [7, 1, 30]
    assert _figures(tmp_path / "above.yaml", *paths) == [9, 3, 60]
    plan = load(tmp_path / "above.yaml").scenario.plan
    march = PlanFigures(plan, ExactFigures()).over((3,) if starts == "jan" else (12,))
    assert march("events.dm") == 4


def test_null_removes_a_month_under_another_name(tmp_path: Path) -> None:
    below = "scenario: below\nplan: {sales: 4M, months: {events: {dm: {mar: 2, 9: 5}}}}\n"
    (tmp_path / "below.yaml").write_text(below, "utf-8")
    above = "scenario: above\nextends: below.yaml\nplan: {months: {events: {dm: {3月: null}}}}\n"
    (tmp_path / "above.yaml").write_text(above, "utf-8")
    assert _figures(tmp_path / "above.yaml", "events.dm") == [5]


@pytest.mark.parametrize("in_place", [True, False])
def test_months_of_last_year_too(tmp_path: Path, in_place: bool) -> None:
    """In place, and where the plan of another file is laid over."""
    months = "months: {events: {dm: {mar: 2, 9: 5}}}"
    (tmp_path / "old.yaml").write_text(f"scenario: old\nplan: {{sales: 3M, {months}}}\n", "utf-8")
    last_year = f"{{sales: 3M, {months}}}" if in_place else "old.yaml"
    below = f"scenario: below\nplan: {{sales: 4M, last_year: {last_year}}}\n"
    (tmp_path / "below.yaml").write_text(below, "utf-8")
    above = "scenario: above\nextends: below.yaml\nplan: {last_year: {months: {events: {dm: {3: 4}}}}}\n"
    (tmp_path / "above.yaml").write_text(above, "utf-8")
    assert _figures(tmp_path / "above.yaml", "last_year.events.dm") == [9]


def test_lists_replace_lists_and_mappings(tmp_path: Path) -> None:
    below = "scenario: below\nplan: {sales: 4M, months: {events: {dm: {mar: 2}, festival: [1, 2]}}}\n"
    (tmp_path / "below.yaml").write_text(below, "utf-8")
    above = "scenario: above\nextends: below.yaml\nplan: {months: {events: {dm: [4], festival: {mar: 5}}}}\n"
    (tmp_path / "above.yaml").write_text(above, "utf-8")
    assert _figures(tmp_path / "above.yaml", "events.dm", "events.festival") == [1, 5]


def test_what_is_no_month_is_told_as_it_is_written(tmp_path: Path) -> None:
    """Also of the file that is laid over; a month twice in that is told there, and once."""
    below = "scenario: below\nplan: {sales: 4M, months: {events: {dm: {mar: 2, Marz: 1}}, sales: {mar: 4M, 3: 1M}}}\n"
    (tmp_path / "below.yaml").write_text(below, "utf-8")
    (tmp_path / "above.yaml").write_text("scenario: above\nextends: below.yaml\n", "utf-8")
    with pytest.raises(ReadError) as caught:
        load(tmp_path / "above.yaml")
    told = [(Path(problem.file).name, problem.path, problem.fault.found) for problem in caught.value.problems]
    assert told == [
        ("below.yaml", "plan.months.events.dm.Marz", "'Marz'"),
        ("below.yaml", "plan.months.sales.3", "'3', another name of 'mar'"),
    ]


@pytest.mark.parametrize(
    "months", ["[]", "nothing", "{events: [], sales: {}, stores: 5, colour: {mar: 2, 3: 2}}"]
)
def test_months_that_are_none_are_left_to_the_model(tmp_path: Path, months: str) -> None:
    (tmp_path / "a.yaml").write_text(f"scenario: a\nplan: {{sales: 4M, months: {months}}}\n", "utf-8")
    with pytest.raises(ReadError) as caught:
        load(tmp_path / "a.yaml")
    assert all(problem.path.startswith("plan.months") for problem in caught.value.problems)
