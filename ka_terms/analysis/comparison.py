"""The comparison of contracts: how their fees differ, because of the terms and because of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from ka_terms.calculation.costs import exact_costs, traced
from ka_terms.calculation.metrics import Costed
from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.readings.traced import Traced
from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.references import faulty_references
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.settlement_faults import faulty_settlement, faulty_settlements
from ka_terms.model.contract.terms.naming import not_owed
from ka_terms.model.faults import Fault, Refused
from ka_terms.model.numbers.currency import different_currencies
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.model.vocabulary.metrics import TOTAL_FEES
from ka_terms.text.messages import message

_ZERO = Decimal(0)


class Difference(NamedTuple):
    """One fee in the baseline (old) and in another contract (new).

    Both effects are None (n/a) where the new plan lacks a figure that the old terms need.
    """

    term: str
    amounts: tuple[Decimal, Decimal]
    """The old and the new amount."""
    terms_effect: Decimal | None
    """New terms minus old terms, both on the new plan."""
    plan_effect: Decimal | None
    """Old terms on the new plan minus old terms on the old plan."""
    owed: tuple[bool, bool] = (True, True)
    """Whether the fee counts in the sums of the baseline, and of the other contract."""

    @property
    def change(self) -> Decimal:
        """New amount minus old amount; exactly terms_effect + plan_effect."""
        with exactly():
            return self.amounts[1] - self.amounts[0]

    def counted(self) -> Difference:
        """The part of it that counts in sums: an amount that is not owed as zero."""
        (old, new), (was_owed, is_owed) = self.amounts, self.owed
        with exactly():
            between = None if self.plan_effect is None else old + self.plan_effect
        return difference_of(
            self.term, old if was_owed else _ZERO, new if is_owed else _ZERO, between if was_owed else _ZERO
        )


def difference_of(
    term: str, old: Decimal, new: Decimal, between: Decimal | None, owed: tuple[bool, bool] = (True, True)
) -> Difference:
    """The difference in one fee; `between` is what the old terms cost on the new plan, None where that is n/a."""
    with exactly():
        terms_effect = None if between is None else new - between
        plan_effect = None if between is None else between - old
    return Difference(term, (old, new), terms_effect, plan_effect, owed)


@dataclass(frozen=True)
class Versus:
    """One contract compared with the baseline."""

    statement: Statement
    differences: tuple[Difference, ...]
    """One difference for each term that either contract has, the largest change first."""
    uncosted: tuple[str, ...]
    """The figures that the terms of the baseline need and the new plan does not give."""
    unsettled: tuple[str, ...] = ()
    """The terms of the baseline that cannot be settled on the new plan."""
    recosted: Scenario | None = None
    """The contract of the baseline on the new plan, with those of its terms that can be costed there."""

    @cached_property
    def between(self) -> Costed[Traced]:
        """The old terms on the new plan, in numbers that remember how they were made."""
        assert self.recosted
        return traced(self.recosted)

    def __repr__(self) -> str:
        return f"Versus({self.statement.scenario.scenario!r}, change of {self.total.change:+,f})"

    @cached_property
    def total(self) -> Difference:
        """The sum over all terms that are owed."""
        counted = [difference.counted() for difference in self.differences]
        amounts = [difference.amounts for difference in counted]
        return Difference(
            TOTAL_FEES,
            (_sum(old for old, _ in amounts), _sum(new for _, new in amounts)),
            _sum_known(difference.terms_effect for difference in counted),
            _sum_known(difference.plan_effect for difference in counted),
        )

    def difference(self, term: str) -> Difference:
        """The difference in one term; one of nothing where neither contract has it."""
        known = (difference for difference in self.differences if difference.term == term)
        return next(known, Difference(term, (_ZERO, _ZERO), _ZERO, _ZERO))


@dataclass(frozen=True)
class Comparison:
    """Two or more contracts; `versus` has all except the baseline, in the order given."""

    baseline: Statement
    scenarios: tuple[Statement, ...]
    versus: tuple[Versus, ...]

    def __repr__(self) -> str:
        names = [statement.scenario.scenario for statement in self.scenarios]
        return f"{type(self).__name__}({names}, baseline {self.baseline.scenario.scenario!r})"

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """Terms by their largest change against the baseline; equal ones in the order of the contracts."""
        sizes = {line.term: _ZERO for statement in self.scenarios for line in statement.lines}
        for difference in (difference for versus in self.versus for difference in versus.differences):
            sizes[difference.term] = max(sizes[difference.term], abs(difference.change))
        return tuple(sorted(sizes, key=lambda key: -sizes[key]))

    def is_unchanged(self, term: str) -> bool:
        """Whether every contract has the same term at the same cost."""
        terms = [statement.scenario.fees.get(term) for statement in self.scenarios]
        same = all(later == terms[0] for later in terms)
        return same and not any(versus.difference(term).change for versus in self.versus)

    def with_versus(self) -> Iterator[tuple[Statement, Versus | None]]:
        """Every contract in order, with what sets it apart from the baseline; None beside the baseline itself."""
        by_identity = {id(versus.statement): versus for versus in self.versus}
        return ((statement, by_identity.get(id(statement))) for statement in self.scenarios)


class Incomparable(Refused):
    """The contracts cannot be compared."""


def compare(
    scenarios: Sequence[Scenario],
    baseline: int = 0,
    plan: Scenario | None = None,
    catalogue: Catalogue | None = None,
) -> Comparison:
    """Compare contracts with the one at index `baseline`; with `plan`, all of them on its plan.

    Errors: `Incomparable` where currencies differ or a contract names a figure that the plan lacks.
    """
    scenarios = side_by_side(scenarios, plan)
    statements = tuple(evaluate(scenario, catalogue) for scenario in scenarios)
    old = statements[baseline]
    versus = (_versus(old, new) for index, new in enumerate(statements) if index != baseline)
    return Comparison(old, statements, tuple(versus))


def side_by_side(scenarios: Sequence[Scenario], plan: Scenario | None = None) -> list[Scenario]:
    """Return contracts of one currency; with `plan`, all of them on its plan.

    Errors: `Incomparable` where currencies differ or a contract names a figure that the plan lacks.
    """
    contracts = [*scenarios, *([plan] if plan else [])]
    if fault := different_currencies((contract.scenario, contract.currency) for contract in contracts):
        raise Incomparable(fault)
    return [_on_plan(scenario, plan.plan, plan.scenario) for scenario in scenarios] if plan else [*scenarios]


def _on_plan(scenario: Scenario, plan: Plan, name: str) -> Scenario:
    plan = plan.with_formulas_of(scenario.plan)
    on_plan = scenario.model_copy(update={"plan": plan})
    faults = faulty_references(plan.keys_given(), on_plan.terms, on_plan.together, plan.kind)
    if faults := faults or [*faulty_settlements(plan, on_plan.terms)]:
        raise Incomparable(*(_on_other_plan(scenario.scenario, name, fault) for fault in faults))
    return on_plan


def _on_other_plan(contract: str, plan: str, fault: Fault) -> Fault:
    """A term that names what the plan does not give, told of the contract that has it, and of the plan."""
    found = message(
        "{figure} in the term {term} of {contract}, on the plan of {plan}",
        figure=fault.found,
        term=fault.at[1],
        contract=contract,
        plan=plan,
    )
    return fault._replace(found=found)


def _versus(old: Statement, new: Statement) -> Versus:
    recosted = _old_terms_on_new_plan(old.scenario, new.scenario.plan)
    keys = dict.fromkeys([line.term for line in (*old.lines, *new.lines)])
    differences = []
    for key in keys:
        before, after, between = old.amount(key), new.amount(key), recosted.amounts.get(key, _ZERO)
        owed = key not in not_owed(old.scenario.terms), key not in not_owed(new.scenario.terms)
        difference = difference_of(key, before, after, between, owed)
        # A fee that counts on one side only changes the sums by all of it.
        differences.append(difference.counted() if len({*owed}) > 1 else difference)
    # A stable sort: terms with equal changes stay in the order of the contract.
    differences.sort(key=lambda difference: -abs(difference.change))
    return Versus(new, tuple(differences), recosted.uncosted, recosted.unsettled, recosted.contract)


class Recosted(NamedTuple):
    """The terms of the baseline on another plan."""

    amounts: Mapping[str, Decimal | None]
    """None for a term that cannot be costed there, or whose base depends on one that cannot."""
    uncosted: tuple[str, ...]
    """The figures that the plan lacks."""
    unsettled: tuple[str, ...]
    """The terms whose periods are none of that plan: its year begins in another month, or lacks months."""
    contract: Scenario
    """The terms that can be costed, on that plan."""


def _old_terms_on_new_plan(old: Scenario, plan: Plan) -> Recosted:
    """Return the amounts of the old terms on the new plan, and why some of them have none."""
    plan = plan.with_formulas_of(old.plan)
    faults = faulty_references(plan.keys_given(), old.terms, old.together, plan.kind)
    unknown = {str(fault.at[1]) for fault in faults}
    unsettled = [
        key for key in old.terms if key not in unknown and any(faulty_settlement(key, plan, old.terms))
    ]
    unknown.update(unsettled)
    # In this order a term comes after the terms that its base depends on, so that one pass is enough.
    for key in old.in_order():
        if not unknown.isdisjoint(old.needed_by(key)):
            unknown.add(key)
    known = old.with_fees(old.fees.keys() - unknown)
    contract = known.model_copy(update={"plan": plan})
    amounts = exact_costs(contract)
    figures = tuple(dict.fromkeys(str(fault.value) for fault in faults))
    return Recosted({**amounts, **dict.fromkeys(unknown)}, figures, tuple(unsettled), contract)


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    with exactly():
        return sum(amounts, _ZERO)


def _sum_known(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """Return the sum; None where any summand is unknown."""
    summands = [*amounts]
    known = [summand for summand in summands if summand is not None]
    return _sum(known) if len(known) == len(summands) else None
