"""What a contribution holds and what it does not: no subtotal stands without those words."""

from __future__ import annotations

from collections.abc import Collection

from ka_terms.model.contract.private import COSTS
from ka_terms.presentation.words import Words


def what_it_holds(lacks: Collection[str], words: Words) -> str:
    """`after logistics, before people and payment days`, in the first language."""
    held = [cost for cost in COSTS if cost not in lacks]
    parts = (("after", held), ("before", [cost for cost in COSTS if cost in lacks]))
    return words.say("join.comma").join(
        words.say(f"contribution.{side}", costs=words.listed(words.say(f"cost.{cost}") for cost in costs))
        for side, costs in parts
        if costs
    )
