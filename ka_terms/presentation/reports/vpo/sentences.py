"""What is said of VPO in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.presentation.numbers import rounded
from ka_terms.presentation.quantities import number
from ka_terms.presentation.reports.table_notes import some
from ka_terms.presentation.reports.vpo.fields import channel_label, vpo_label
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.vpo.vpo import AccountVpo, Vpo

_LISTED = 5
"""Contradictions that the first sentence lists, and channels."""


def headline(found: Vpo, words: Words) -> Iterator[str]:
    """The printed figures that contradict their own row, and how far the VPOs are apart."""
    if checks := found.checks:
        wrong = found.contradictions
        if wrong:
            items = [_contradiction(one, words) for one in wrong[:_LISTED]]
            said = words.say("join.semicolon").join(items)
            if len(wrong) > _LISTED:
                said = words.say("accounts.more", items=said, count=len(wrong) - _LISTED)
            yield words.say(
                "accounts.contradict", number=number(Decimal(len(wrong))), count=len(checks), items=said
            )
        else:
            yield words.say("accounts.agree", count=len(checks))
    yield from spread(found, words)


def _contradiction(one: AccountVpo, words: Words) -> str:
    account, check = one.account, one.check
    assert check
    assert account.printed
    assert check.expected is not None
    step = account.printed.step
    printed, expected = (_as_printed(value, step) for value in (check.printed, check.expected))
    return words.say("accounts.is", name=account.name, printed=printed, expected=expected)


def _as_printed(value: Decimal, step: Decimal) -> str:
    """A number with the decimals of another that is printed."""
    return f"{rounded(value, max(0, -step.adjusted())):,f}"


def spread(found: Vpo, words: Words) -> Iterator[str]:
    """The lowest and the highest VPO, and the means of the channels."""
    known = [one for one in found.accounts if one.measured is not None]
    if not known:
        yield words.say("accounts.none")
        return
    lowest, highest = min(known, key=_size), max(known, key=_size)
    kind = words.first(vpo_label(found))
    if lowest is highest:
        yield words.say("accounts.single", kind=kind, name=lowest.account.name, vpo=_vpo(lowest.measured))
        return
    yield words.say(
        "accounts.spread",
        kind=kind,
        low=_vpo(lowest.measured),
        lowest=lowest.account.name,
        high=_vpo(highest.measured),
        highest=highest.account.name,
    )
    means = [
        words.say("join.value", name=channel_label(one.name, words.first), value=_vpo(one.measured))
        for one in found.channels
        if one.measured is not None
    ]
    all_of_them = _vpo(found.total.measured)
    if len(means) > 1:
        yield words.say("accounts.means", items=some(means, words, _LISTED), total=all_of_them)
    else:
        yield words.say("accounts.mean", total=all_of_them)


def _size(one: AccountVpo) -> Decimal:
    return one.measured or Decimal(0)


def _vpo(value: Decimal | None) -> str:
    return "" if value is None else number(rounded(value, 0 if value >= 100_000 else 2))


def own_notes(found: Vpo, words: Words) -> Iterator[str]:
    """What figures are of, what printed ones were held against, and what lacks."""
    yield words.say(f"accounts.note_{found.measure}")
    yield from _basis_notes(found, words)
    if lacking := [one.account.name for one in found.accounts if one.measured is None]:
        yield words.say("accounts.note_lacking", count=len(lacking), names=some(lacking, words))


def _basis_notes(found: Vpo, words: Words) -> Iterator[str]:
    by_basis = {basis: [*_names_by(found, basis)] for basis in ("volume", "sales", None)}
    if by_basis["volume"]:
        yield words.say("accounts.note_of_volume")
        if by_basis["sales"]:
            names = some(by_basis["sales"], words)
            yield words.say("accounts.note_of_both", count=len(by_basis["sales"]), names=names)
    elif by_basis["sales"]:
        yield words.say("accounts.note_of_sales")
    if unknown := by_basis[None]:
        yield words.say("accounts.note_unchecked", count=len(unknown), names=some(unknown, words))


def _names_by(found: Vpo, basis: str | None) -> Iterable[str]:
    return (one.account.name for one in found.accounts if one.check and one.check.basis == basis)
