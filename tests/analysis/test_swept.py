"""A sweep that was done."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ka_terms.analysis.points import Point, Question, points, rows
from ka_terms.analysis.questions import read_grid
from ka_terms.analysis.sweep import prepared
from ka_terms.analysis.swept import Swept, filled, framed
from tests.contracts import contract

D = Decimal
BONUS: dict[str, Any] = {"mode": "whole", "tiers": [{"from": "2M", "rate": "1%"}]}


def swept(vary: dict[str, str], **plan: Any) -> Swept:
    scenario = contract({"bonus": BONUS, "fee": {"rate": "1%"}}, plan)
    question = Question(read_grid([scenario], vary, zipped=False), ("bonus",))
    ready = [prepared(scenario, question.grid)]
    return filled(framed(question, [scenario]), ready, points(rows(ready, question)))


def test_the_frame_knows_today_before_any_point() -> None:
    scenario = contract({"fee": {"rate": "1%"}})
    grid = read_grid([scenario], {"sales": "1M,2M", "fee": "1%,2%"}, zipped=False)
    found = framed(Question(grid, ("fee",)), [scenario])
    assert (found.today, found.points, found.best_of) == (((D(1_000_000), D("0.01")),), (), None)
    assert (found.names, found.currency) == (("a contract",), "CNY")
    assert (found.is_term("fee"), found.is_term("sales")) == (True, False)


def test_a_cliff_between_two_values_has_a_point_of_its_own() -> None:
    found = swept({"sales": "1M,3M"})
    assert [cliff.at for cliff in found.cliffs] == [2_000_000]
    assert found.at_cliffs == (Point(0, (D(2_000_000),), (D("20000.00"),)),)
    assert swept({"sales": "1M,2M,3M"}).at_cliffs == ()


def test_a_cliff_that_no_contract_can_state_has_none() -> None:
    growing = {"measure": "growth", "mode": "whole", "tiers": [{"from": "130%", "rate": "1%"}]}
    scenario = contract({"bonus": growing}, {"last_year": {"sales": "1M"}})
    question = Question(read_grid([scenario], {"last_year.sales": "500k,900k"}, zipped=False), ("bonus",))
    ready = [prepared(scenario, question.grid)]
    found = filled(framed(question, [scenario]), ready, points(rows(ready, question)))
    assert [round(cliff.at, 2) for cliff in found.cliffs] == [D("769230.77")]
    assert found.at_cliffs == ()


def test_where_nobody_looks_at_cliffs_none_are_sought() -> None:
    scenario = contract({"bonus": BONUS})
    question = Question(read_grid([scenario], {"sales": "1M,3M"}, zipped=False), ("bonus",))
    ready = [prepared(scenario, question.grid)]
    found = filled(framed(question, [scenario]), ready, points(rows(ready, question)), landmarks=False)
    assert (len(found.points), found.cliffs, found.crossings, found.at_cliffs) == (2, (), (), ())


def test_over_two_axes_no_cliff_is_sought() -> None:
    found = swept({"sales": "1M,3M", "fee": "1%,2%"})
    assert (len(found.points), found.cliffs, found.crossings) == (4, (), ())
