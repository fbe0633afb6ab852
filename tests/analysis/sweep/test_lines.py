"""The lines of a sweep: its first metric along its first axis."""

from __future__ import annotations

from decimal import Decimal

from ka_terms.analysis.sweep.blocks import validate_corners
from ka_terms.analysis.sweep.lines import SweepLine, sweep_lines
from ka_terms.analysis.sweep.query import SweepQuestion, read_query
from ka_terms.analysis.sweep.result import empty_result
from ka_terms.model.settings.catalogue import Catalogue
from tests.contracts import case, contract


def lines(
    *vary: str, names: tuple[str, ...] = ("2003 agreed",), where: tuple[str, ...] = (), zipped: bool = False
) -> tuple[SweepLine, ...]:
    scenarios = [case(name) for name in names]
    pairs = [(path, values) for path, _, values in (text.partition("=") for text in vary)]
    query = read_query(scenarios, SweepQuestion(pairs, ["total_fees"], where, zipped), Catalogue({}))
    prepared = [validate_corners(scenario, query.grid).scenario for scenario in scenarios]
    return sweep_lines(empty_result(query, scenarios), prepared)


def test_a_jump_between_two_values_of_the_axis_is_there() -> None:
    """At 9M the annual rebate rises by 36,000, which values of 8M and 10M step over."""
    (line,) = lines("sales=8M,10M")
    below, above = (point.value for point in line.points if point.at == 9_000_000)
    assert below is not None
    assert above is not None
    assert above - below == 36_000


def test_a_line_for_each_contract_and_value_of_the_second_axis() -> None:
    found = lines("sales=8M..10M/3", "monthly_rebate=1%,2%", names=("2003 agreed", "2003 ask"))
    assert [(line.scenario, line.across) for line in found] == [
        (index, Decimal(rate)) for index in (0, 1) for rate in ("0.01", "0.02")
    ]
    one, two = found[0].points[0], found[1].points[0]
    assert one.value is not None
    assert two.value == one.value + 80_000


def test_values_that_fall_are_drawn_rising() -> None:
    (line,) = lines("sales=10M..8M/3")
    assert [line.points[0].at, line.points[-1].at] == [8_000_000, 10_000_000]


def test_what_is_no_line_has_none() -> None:
    assert lines("sales=8M,9M", where=("fee_ratio < 20%",)) == ()
    assert lines("sales=8M,9M", "monthly_rebate=1%,2%", zipped=True) == ()
    assert lines("sales=8M,9M", "monthly_rebate=1%..2%/9") == ()
    scenario = contract({"fee": {"rate": "1%", "only_if": "hardware"}}, {"facts": {"hardware": True}})
    query = read_query([scenario], SweepQuestion([("hardware", "yes,no")], ["total_fees"]), Catalogue({}))
    assert sweep_lines(empty_result(query, [scenario]), [scenario]) == ()


def test_a_value_of_the_second_axis_that_makes_no_plan_has_no_line() -> None:
    scenario = contract({"fee": {"rate": "1%"}}, {"returns": 50_000})
    pairs = [("sales", "1M..2M/3"), ("returns", "10k,5M")]
    query = read_query([scenario], SweepQuestion(pairs, ["total_fees"]), Catalogue({}))
    prepared = [validate_corners(scenario, query.grid).scenario]
    assert [line.across for line in sweep_lines(empty_result(query, [scenario]), prepared)] == [10_000]
