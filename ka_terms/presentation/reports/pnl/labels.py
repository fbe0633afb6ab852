"""What the lines of a customer P&L are called: a subtotal by what it holds in the contracts that are shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from ka_terms.presentation.wording.contribution import what_it_holds
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.pnl.lines import Pnl

RETURNS, NET_NET, UNKNOWN, CONTRIBUTION = "returns", "net_net", "unknown", "contribution"
_COSTS = ("logistics", "people", "payment_cost")
_IF_ANY = ("correction", "penalties")
"""The lines that are shown only if a contract has such terms."""


def shown_lines(pnls: Sequence[Pnl]) -> list[str]:
    """The keys of the lines that any of the contracts has, in their order."""
    there = {line.key for pnl in pnls for line in pnl.lines if line.terms or line.key not in _IF_ANY}
    return [key for key in _ORDER if key in there]


_ORDER = (
    *("gross", "on_invoice", "net_invoiced", "unconditional", "conditional", "activity", "correction"),
    *(RETURNS, "penalties", NET_NET, "cost_of_goods", "margin_after_terms", *_COSTS, UNKNOWN, CONTRIBUTION),
)


def line_label(key: str, pnls: Sequence[Pnl], words: Words) -> str:
    """The label of a line of these contracts."""
    return words.joined(partial(_label, key, pnls))


def _label(key: str, pnls: Sequence[Pnl], words: Words) -> str:
    """The label in one language."""
    if key in _COSTS:
        return words(key)
    if key == NET_NET:
        return words(f"pnl.{net_net(pnls)}")
    costed = [pnl for pnl in pnls if pnl.has_margin]
    if key == UNKNOWN:
        return words.say(
            "pnl.unknown", costs=words.say("join.semicolon").join(dict.fromkeys(_unknown(costed, words)))
        )
    if key == CONTRIBUTION and len({pnl.lacks for pnl in costed}) == 1:
        return words.say("pnl.contribution_holding", holds=what_it_holds(costed[0].lacks, words))
    return words(f"pnl.{key}")


def short_label(key: str, pnl: Pnl, words: Words) -> str:
    """The label below a bar, in one language; what the contribution holds is in the sentence above the bars."""
    return words(f"pnl.{key}") if key == CONTRIBUTION else _label(key, [pnl], words)


def net_net(pnls: Sequence[Pnl]) -> str:
    """The key of the words for net-net sales: after returns where all of these take them off."""
    stated = {pnl.line(RETURNS) is not None for pnl in pnls}
    return "net_net_partly" if len(stated) > 1 else "net_net_after_returns" if True in stated else NET_NET


def _unknown(costed: Sequence[Pnl], words: Words) -> Iterator[str]:
    """The costs that are not known; with the names of the contracts where not all lack the same."""
    alike = len({pnl.lacks for pnl in costed}) == 1
    for pnl in costed[:1] if alike else [pnl for pnl in costed if pnl.lacks]:
        costs = words.listed(words.say(f"cost.{cost}") for cost in pnl.lacks)
        name = pnl.statement.scenario.scenario
        yield costs if alike else words.say("pnl.unknown_of", costs=costs, name=name)
