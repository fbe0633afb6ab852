"""The sentences of a customer P&L: what is left, and what its figures hold and do not hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.presentation.reports.pnl.labels import CONTRIBUTION, NET_NET, RETURNS, net_net
from ka_terms.presentation.wording.contribution import what_it_holds
from ka_terms.presentation.wording.warnings import term_name
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.pnl.pnl import ContractPnl, SideBySide

_PAYMENT = "payment_cost"


def headline(contract: ContractPnl, words: Words) -> str:
    """What a contract leaves: its contribution, without a margin its net-net sales."""
    pnl = contract.plan
    line = pnl.line(CONTRIBUTION) or pnl.line(NET_NET)
    assert line is not None  # every P&L has net-net sales
    key = "pnl.headline" if line.of_gross is not None else "pnl.headline_of_nothing"
    return words.say(
        key if pnl.has_margin else f"{key}_without_margin",
        name=contract.name,
        amount=_money(line.amount or Decimal(0), contract, words),
        gross=words.percent(line.of_gross),
        invoiced=words.percent(line.of_net_invoiced),
        holds=what_it_holds(pnl.lacks, words),
        label=words.within(words.first(f"pnl.{net_net([pnl])}")),
    )


def against_first(result: SideBySide, words: Words) -> Iterator[str]:
    """How far the contributions differ from that of the first contract, where they hold the same costs."""
    for contract in result.contracts:
        if contract.more is not None:
            yield words.say(
                words.by_sign("pnl.against", contract.more),
                name=contract.name,
                first=result.contracts[0].name,
                amount=_money(abs(contract.more), contract, words),
            )


def own_notes(result: SideBySide, words: Words) -> Iterator[str]:
    """What the figures hold and what they do not, by contract where that differs."""
    contracts = result.contracts
    yield from _of_some("pnl.note.no_margin", result, (not one.plan.has_margin for one in contracts), words)
    yield from _held(contracts, words)
    has_returns = (one.plan.line(RETURNS) is not None for one in contracts)
    yield from _of_some("pnl.note.returns", result, has_returns, words)
    without_vat = (one.plan.line(_PAYMENT) is not None and one.scenario.plan.vat is None for one in contracts)
    yield from _of_some("pnl.note.without_vat", result, without_vat, words)
    for contract in contracts:
        yield from _gap(contract, words)
    for contract in contracts:
        yield from _unaddressed(contract, words)
    if not result.sell_out:
        yield words.say("pnl.note.no_sell_out")
    if any(one.is_moved for one in contracts):
        yield words.say("pnl.note.moved")
    if names := [one.name for one in contracts if one.is_estimated]:
        yield words.say("likely_note", name=words.listed(names))


def _held(contracts: Sequence[ContractPnl], words: Words) -> Iterator[str]:
    """What each contribution holds, where one label cannot say it of all."""
    costed = [contract for contract in contracts if contract.plan.has_margin]
    if len({contract.plan.lacks for contract in costed}) > 1:
        for contract in costed:
            holds = what_it_holds(contract.plan.lacks, words)
            yield words.say("pnl.note.holds", name=contract.name, holds=holds)


def _unaddressed(contract: ContractPnl, words: Words) -> Iterator[str]:
    """The fees that nobody says the retailer gets."""
    if terms := contract.retailer.unaddressed:
        yield words.say(
            "pnl.note.unaddressed",
            name=contract.name,
            terms=words.listed(term_name(term, words) for term in terms),
            amount=_money(contract.retailer.unaddressed_amount, contract, words),
        )


def _of_some(key: str, result: SideBySide, holds: Iterable[bool], words: Words) -> Iterator[str]:
    """A note on the contracts of which something holds."""
    names = [one.name for one, is_so in zip(result.contracts, holds, strict=True) if is_so]
    if names:
        yield words.say(key, names=words.listed(names))


def _gap(contract: ContractPnl, words: Words) -> Iterator[str]:
    """By how much the metric of the same name differs, and why."""
    if not (gap := contract.gap):
        return
    reasons = [
        words.say(f"pnl.gap.{key}", amount=_signed(amount, contract, words))
        for key, amount in (("returns", gap.returns), ("payment_cost", gap.payment_cost))
        if amount
    ]
    yield words.say(
        words.by_sign("pnl.note.gap", gap.gap),
        name=contract.name,
        metric=_money(gap.contribution, contract, words),
        amount=_money(abs(gap.gap), contract, words),
        reasons=words.say("join.semicolon").join(reasons),
    )


def _money(amount: Decimal, contract: ContractPnl, words: Words) -> str:
    return words.money(amount, contract.scenario.currency)


def _signed(amount: Decimal, contract: ContractPnl, words: Words) -> str:
    return f"{'+' if amount > 0 else ''}{_money(amount, contract, words)}"
