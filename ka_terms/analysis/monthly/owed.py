"""What a contract comes to if the year ended with a month: every fee on the year to date, less what was due before."""

from __future__ import annotations

from collections.abc import Sequence

from ka_terms.calculation.costs import figures_of, traced
from ka_terms.calculation.period_status import Settlement, settlements_told, values_settled
from ka_terms.calculation.phasing import told_by_month
from ka_terms.calculation.readings.exact import Exact
from ka_terms.calculation.readings.traced import Traced
from ka_terms.calculation.settlements import to_date
from ka_terms.model.contract.scenario import Scenario


def owed(scenario: Scenario) -> dict[str, tuple[Settlement, ...]]:
    """The settlements of every term and group that can be told by month.

    Those of a term that is settled by period are as agreed. Any other comes to what its formula gives on the year to
    date: lump sums and yearly minimums stand whole in the first month.
    """
    told, made = told_by_month(scenario, to_date=True), traced(scenario, to_date)
    figures, settled = figures_of(scenario, Exact()), values_settled(made)
    return {
        key: settlements_told(scenario, key, figures, made.settled[key], settled)
        for key in scenario.fees
        if key in told
    }


def turns(settlements: Sequence[Settlement]) -> list[Settlement]:
    """The settlements at which another tier counts than before, a limit takes hold or lets go, or conditions change."""
    found = []
    before: tuple[object, ...] = ()
    for each in settlements:
        reached = [status.reached for status in each.tiers]
        now = (reached, each.would_cost is None, _limits_at_work(each))
        before = before or (reached, True, set())
        if now != before:
            found.append(each)
        before = now
    return found


def _limits_at_work(settlement: Settlement) -> set[str]:
    """The limits that make the amount another."""
    cost = settlement.due.args[0]
    steps = (node for node in cost.walk(Traced.explained_operands) if node.is_step("larger", "smaller"))
    return {node.name.kind for node in steps if node.name and node.value != node.args[0].value}
