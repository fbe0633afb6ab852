"""VPO of accounts side by side, and printed ones against their own row."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.analysis.comparison import Incomparable
from ka_terms.analysis.vpo.printed import Check, checked
from ka_terms.analysis.vpo.vpo import Vpo, accounts_of, vpo
from ka_terms.model.account import Account, PrintedVpo
from ka_terms.model.faults import Refused
from tests.contracts import contract

NEAR = Fraction(1, 10**20)


def account(
    name: str = "a",
    channel: str | None = None,
    sales: int | str | None = None,
    volume: int | str | None = None,
    stores: int | str | None = 1,
    printed: str | None = None,
) -> Account:
    sold, moved, average = (None if value is None else Decimal(value) for value in (sales, volume, stores))
    value = printed and Decimal(printed)
    step = Decimal(1).scaleb(int(value.as_tuple().exponent)) if value else Decimal(1)
    return Account(name, channel, sold, moved, average, PrintedVpo(value, step) if value else None)


CASE = (
    account("農工商", "supermarket", 197_000, 5_735, 189, "30"),
    account("教育超市", "supermarket", 98_125, 2_170, 59, "37"),
    account("華聯", "supermarket", 464_453, 9_854, 318, "15"),
    account("可的", "convenience", 296_948, 6_080, 558, "11"),
    account("家樂福", "hypermarket", 288_234, 6_368, 6, "1016"),
)


def test_two_printed_figures_contradict_their_row() -> None:
    found = vpo(CASE)
    assert [(one.account.name, one.check and one.check.expected) for one in found.contradictions] == [
        ("華聯", Decimal(31)),
        ("家樂福", Decimal(1061)),
    ]
    assert len(found.checks) == 5
    assert [one.rank for one in found.accounts] == [3, 1, 2, 1, 1]
    assert [one.ranked for one in found.accounts] == [3, 3, 3, 1, 1]


def test_means_are_weighted_by_stores() -> None:
    found = vpo(CASE)
    supermarket = found.channels[0]
    assert [supermarket.name, supermarket.accounts, supermarket.stores] == ["supermarket", 3, 566]
    assert supermarket.vpo_volume == Decimal("31.37632508833922261484098940")
    assert found.total.stores == 1130
    assert [found.total.share, found.total.index_total] == [1, 1]


@pytest.mark.parametrize(
    ("row", "check"),
    [
        (account(volume=199, stores=10, printed="20"), Check(Decimal(20), "volume", Decimal(20))),
        (account(volume=195, stores=10, printed="20"), Check(Decimal(20), "volume", Decimal(20))),
        (account(volume=195, stores=10, printed="19"), Check(Decimal(19), "volume", Decimal(20))),
        (account(volume=195, stores=10, printed="19.5"), Check(Decimal("19.5"), "volume", Decimal("19.5"))),
        (account(volume=10, stores=3, printed="3.34"), Check(Decimal("3.34"), "volume", Decimal("3.33"))),
        (account(sales=90, stores=3, printed="30"), Check(Decimal(30), "sales", Decimal(30))),
        (account(sales=90, volume=9, stores=3, printed="31"), Check(Decimal(31), "volume", Decimal(3))),
        (account(sales=90, stores=0, printed="31"), Check(Decimal(31), None, None)),
        (account(sales=90, stores=None, printed="31"), Check(Decimal(31), None, None)),
        (account(stores=3, printed="31"), Check(Decimal(31), None, None)),
        (account(sales=90, stores=3), None),
    ],
)
def test_a_printed_vpo_is_held_against_its_row(row: Account, check: Check | None) -> None:
    assert checked([row, account(volume=5, printed="5")])[0] == check


def test_what_fits_sales_beside_a_volume_is_no_contradiction() -> None:
    rows = [account(sales=90, volume=9, stores=3, printed="30"), account(volume=9, stores=3, printed="3")]
    assert [one and (one.basis, one.agrees) for one in checked(rows)] == [("sales", True), ("volume", True)]


def test_where_all_that_fit_are_of_sales_the_others_are_too() -> None:
    rows = [
        account(sales=90, volume=9, stores=3, printed="30"),
        account(sales=80, volume=8, stores=2, printed="41"),
    ]
    assert checked(rows)[1] == Check(Decimal(41), "sales", Decimal(40))


def test_a_printed_vpo_has_the_unit_of_its_column() -> None:
    printed = PrintedVpo(Decimal("1.5"), Decimal("0.1"), Decimal(10_000), Decimal(1))
    row = Account("a", None, Decimal(30_000), Decimal(7), Decimal(2), printed)
    assert checked([row]) == (Check(Decimal("1.5"), "sales", Decimal("1.5"), 4),)
    (wrong,) = checked([row._replace(sales=Decimal(20_000), volume=None)])
    assert wrong == Check(Decimal("1.5"), "sales", Decimal("1.0"), 4)
    assert wrong
    assert [wrong.in_full(wrong.printed), wrong.in_full(wrong.expected)] == [15_000, 10_000]


@pytest.mark.parametrize("stores", [None, 0])
def test_without_stores_there_is_no_rank(stores: int | None) -> None:
    found = vpo([account(sales=100, stores=stores), account("b", sales=50, stores=2)])
    first = found.accounts[0]
    assert [first.vpo, first.rank, first.index_channel, first.index_total] == [None] * 4
    assert first.ranked == 1
    assert [found.total.sales, found.total.vpo] == [150, 25]


def test_without_any_vpo_there_is_none_of_all() -> None:
    found = vpo([account(sales=100, stores=0)])
    assert [found.total.measured, found.total.index_total, found.total.share] == [None, None, 1]
    assert vpo([account(volume=0)]).accounts[0].index_total is None


@pytest.mark.parametrize(
    ("rows", "measure"),
    [
        ([account(sales=1, volume=1), account(sales=1)], "sales"),
        ([account(sales=1, volume=1), account(sales=1, volume=2)], "volume"),
        ([account(sales=1), account(volume=1)], "volume"),
        ([account(sales=1)], "sales"),
    ],
)
def test_volume_counts_unless_fewer_rows_have_it(rows: list[Account], measure: str) -> None:
    assert vpo(rows).measure == measure
    assert vpo(rows, "sales").measure == "sales"


def test_a_measure_that_no_row_has_is_refused() -> None:
    with pytest.raises(Refused, match="Expected one of sales"):
        vpo([account(sales=1)], "volume")


def test_contracts_are_accounts() -> None:
    first = contract(plan={"sales": 1000, "stores": {"opening": 4, "new": 2}}, scenario="A", account="X")
    second = contract(plan={"sales": 500, "volume": 50}, scenario="B", account="Y")
    assert accounts_of([first, second]) == (
        account("X", sales=1000, stores=5),
        account("Y", sales=500, volume=50, stores=None),
    )
    again = contract(plan={"sales": 1}, scenario="B", account="X")
    assert [one.name for one in accounts_of([first, again])] == ["A", "B"]
    with pytest.raises(Incomparable):
        accounts_of([first, contract(scenario="C", currency="TWD")])


# ---------------------------------------------------------------- whatever a table has

NUMBERS = st.one_of(st.none(), st.integers(0, 10**9), st.decimals(0, 10**6, places=2))
ROWS = st.lists(
    st.builds(
        lambda channel, sales, volume, stores, printed: account(
            "a", channel, sales, volume, stores, None if printed is None else str(printed)
        ),
        st.sampled_from([None, "x", "y"]),
        NUMBERS,
        NUMBERS,
        st.one_of(st.none(), st.integers(0, 900), st.decimals(0, 90, places=1)),
        st.one_of(st.none(), st.decimals(1, 10**6, places=1)),
    ),
    min_size=1,
    max_size=12,
)


def members(found: Vpo, channel: str | None) -> list[Account]:
    return [one.account for one in found.accounts if one.account.channel == channel]


@given(ROWS)
def test_nothing_is_lost_and_channels_add_up(rows: Sequence[Account]) -> None:
    found = vpo(rows)
    assert [one.account for one in found.accounts] == [*rows]
    assert sum(channel.accounts for channel in found.channels) == found.total.accounts == len(rows)
    for name in ("sales", "volume", "stores"):
        known = [value for row in rows if (value := getattr(row, name)) is not None]
        parts = [value for channel in found.channels if (value := getattr(channel, name)) is not None]
        assert sum(parts) == (getattr(found.total, name) or 0) == sum(known)
    shares = [channel.share for channel in found.channels if channel.share is not None]
    assert not shares or abs(sum(map(Fraction, shares), Fraction(-1))) < NEAR


@given(ROWS)
def test_a_mean_is_between_the_lowest_and_the_highest(rows: Sequence[Account]) -> None:
    found = vpo(rows)
    for channel in found.channels:
        vpos = [
            one.measured
            for one in found.accounts
            if one.account.channel == channel.name and one.measured is not None
        ]
        assert (channel.measured is None) == (not vpos)
        if channel.measured is not None:
            mean = Fraction(channel.measured)
            assert any(Fraction(one) - NEAR <= mean * (1 + NEAR) for one in vpos)
            assert any(mean <= Fraction(one) * (1 + NEAR) for one in vpos)


@given(ROWS)
def test_ranks_are_a_permutation_but_for_ties(rows: Sequence[Account]) -> None:
    found = vpo(rows)
    for channel in found.channels:
        ranked = [
            (one.rank, Fraction(getattr(one.account, found.measure)) / Fraction(one.account.stores or 1))
            for one in found.accounts
            if one.account.channel == channel.name and one.rank is not None
        ]
        ordered = sorted(ranked, key=lambda pair: pair[0] or 0)
        assert [rank for rank, _ in ordered[:1]] == [1][: len(ordered)]
        for at, ((rank, value), (next_rank, next_value)) in enumerate(pairwise(ordered), start=2):
            assert next_value <= value
            assert next_rank == (rank if next_value == value else at)
        assert {one.ranked for one in found.accounts if one.account.channel == channel.name} == {len(ordered)}


@given(ROWS, st.randoms())
def test_no_row_depends_on_the_order(rows: list[Account], random: object) -> None:
    named = [row._replace(name=str(at)) for at, row in enumerate(rows)]
    shuffled = [*named]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    first = {one.account.name: one for one in vpo(named).accounts}
    assert {one.account.name: one for one in vpo(shuffled).accounts} == first


@given(ROWS)
def test_a_printed_vpo_agrees_or_is_told(rows: Sequence[Account]) -> None:
    found = vpo(rows)
    for one in found.accounts:
        assert (one.check is None) == (one.account.printed is None)
        if one.check and one.check.basis:
            vpos = {"sales": one.vpo, "volume": one.vpo_volume}
            assert one.check.expected is not None
            step = Fraction(one.account.printed.step) if one.account.printed else Fraction(1)
            value = vpos[one.check.basis]
            assert value is not None
            assert abs(Fraction(one.check.expected) - Fraction(value)) <= step / 2 + NEAR * Fraction(value)
