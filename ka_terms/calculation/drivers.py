"""What drives a fee: sales, volume, or neither, told by the figures that its amount hangs on.

A fee hangs on the figures it is counted by, on the measure of its tiers and on the base of what it pays a share of;
where a least or a most decides, on what that is a share of alone. Whether a tier is reached or an allowance used up is
for the plan to say and makes no other kind of fee, nor
does whether its conditions hold; but a base counts only where a share of it is paid. Figures follow
what they are computed from: net sales follow sales, what a plan states by itself follows nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from ka_terms.calculation.readings.traced import Traced
from ka_terms.model.vocabulary.figures import CATEGORIES

Driver = Literal["sales_driven", "volume_driven", "fixed"]


def driver(amount: Traced) -> Driver:
    """Return what an amount on this plan depends on: sales, else volume, else neither (fixed)."""
    paths = {_whole(path) for path in amount.paths(_deciding_operands)}
    return "sales_driven" if "sales" in paths else "volume_driven" if "volume" in paths else "fixed"


def _whole(path: str) -> str:
    """What a figure is a part of: the sales of a category are of `sales`."""
    return path.rpartition(".")[2] if path.startswith(CATEGORIES) else path


def _deciding_operands(node: Traced) -> Iterable[Traced]:
    """The operands that decide what kind of fee it is."""
    if node.is_step("larger", "smaller"):
        return node.deciding()
    if node.is_step("due"):
        return _conditions_and_fee(node)
    if node.is_step("proportional"):
        payments = [step for step in node.walk(Traced.explained_operands) if step.is_step("pays")]
        # Below all its bands a fee hangs on their measure, and on no base.
        return node.args if any(step.name and step.name.reached for step in payments) else payments
    return node.explained_operands() or node.args


def _conditions_and_fee(node: Traced) -> Iterable[Traced]:
    """The conditions of a fee and what it comes to where they hold, whether or not they do."""
    if node.op == "where":
        condition, then, otherwise = node.args
        return (condition, *_conditions_and_fee(then), *_conditions_and_fee(otherwise))
    return (node,)
