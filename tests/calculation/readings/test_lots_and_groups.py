"""Whole quotients and rounded limits: one answer in every reading."""

from __future__ import annotations

from contextlib import nullcontext
from decimal import Decimal
from fractions import Fraction

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.calculation.readings import plain_arrays as plain
from ka_terms.calculation.readings.arrays import Arrays
from ka_terms.calculation.readings.curves import MOST_STEPS, Curves, TooManySteps, X, zeros
from ka_terms.calculation.readings.exact import Exact
from ka_terms.calculation.readings.fractions import Fractions
from ka_terms.calculation.readings.traced import Tracing
from ka_terms.calculation.rule_status import rule_statuses
from ka_terms.calculation.statement import evaluate
from tests.contracts import contract, each

counts = st.integers(0, 10**8).map(lambda cents: Decimal(cents).scaleb(-2))
lots = st.integers(1, 10**5).map(lambda cents: Decimal(cents).scaleb(-2))


@given(counts, lots)
def test_full_lots_are_as_many_in_every_reading(count: Decimal, lot: Decimal) -> None:
    whole = Exact().whole_quotient(count, lot)
    assert whole * lot <= count < (whole + 1) * lot
    tracing, fractions = Tracing(), Fractions({})
    assert tracing.whole_quotient(tracing.constant(count), tracing.constant(lot)).value == whole
    assert fractions.whole_quotient(Fraction(count), Fraction(lot)) == whole
    for arrays in (Arrays(numpy, {}), Arrays(plain, {}, None)):
        found = arrays.whole_quotient(arrays.constant(count), arrays.constant(lot))
        assert (found.values, found.scale) == (whole, 0)
    curves = Curves({}, Fraction(0))
    assert curves.whole_quotient(curves.constant(count), curves.constant(lot))(Fraction(0)) == Fraction(whole)


@given(st.integers(-(10**9), 10**9), st.sampled_from(["0.0001", "0.01", "1", "10", "1000"]))
def test_a_limit_is_rounded_half_up_in_every_reading(mills: int, unit: str) -> None:
    amount, step = Decimal(mills).scaleb(-3), Decimal(unit)
    rounded = Exact().rounded(amount, step)
    tracing, arrays = Tracing(), Arrays(numpy, {})
    assert tracing.rounded(tracing.constant(amount), step).value == rounded
    assert Fractions({}).rounded(Fraction(amount), step) == Fraction(rounded)
    found = arrays.rounded(arrays.constant(amount), step)
    assert Decimal(found.values).scaleb(-found.scale) == rounded
    curves = Curves({}, Fraction(0))
    assert curves.rounded(curves.constant(amount), step)(Fraction(0)) == Fraction(amount)


def test_a_curve_breaks_at_every_full_lot() -> None:
    curves = Curves({"volume": X}, Fraction(250), (Fraction(0), Fraction(1000)))
    volume = curves.leaf("volume", Decimal(1))
    assert curves.whole_quotient(volume, curves.constant(Decimal(100)))(Fraction(250)) == 2
    assert [-decider[0] / decider[1] for decider in curves.deciders] == [200, 300]


def test_a_curve_breaks_where_the_lot_itself_changes() -> None:
    """Of 10 in lots of 3.5 there are 2: from 10/3 down to 5, both ends of which are told."""
    curves = Curves({"lot": X}, Fraction(7, 2), (Fraction(1), Fraction(9)))
    lots = curves.whole_quotient(curves.constant(Decimal(10)), curves.leaf("lot", Decimal(1)))
    assert lots(Fraction(7, 2)) == 2
    ends = {zero for each in curves.deciders for zero in zeros(each, Fraction(1), Fraction(9))}
    assert ends == {Fraction(10, 3), Fraction(5)}


@pytest.mark.parametrize(("high", "too_many"), [(MOST_STEPS, False), (MOST_STEPS + 1, True)])
def test_more_steps_than_can_be_followed_are_refused(high: int, too_many: bool) -> None:
    curves = Curves({"volume": X}, Fraction(5), (Fraction(0), Fraction(high)))
    volume, one = curves.leaf("volume", Decimal(1)), curves.constant(Decimal(1))
    if too_many:
        with pytest.raises(TooManySteps):
            curves.whole_quotient(volume, one)
    else:
        assert curves.whole_quotient(volume, one)(Fraction(5)) == 5
    far = Curves({"volume": X}, Fraction(7000), (Fraction(7000), Fraction(7000 + high)))
    with pytest.raises(TooManySteps) if too_many else nullcontext():
        far.whole_quotient(far.leaf("volume", Decimal(1)), one)
    free = Curves({"volume": X}, Fraction(5))
    assert free.whole_quotient(free.leaf("volume", Decimal(1)), free.constant(Decimal(1)))(Fraction(5)) == 5


def test_a_fee_is_driven_by_its_counts_and_its_conditions_and_by_what_limits_it() -> None:
    terms = {
        "lots": {"amount": 5, "per": "volume", "for_every": {"volume": 2}},
        "waived": {"amount": 5, "unless": "sales >= 1"},
        "open": {"amount": 5, "only_if": "hardware"},
        "capped": {"amount": 5, "at_most": "1% of sales"},
    }
    plan = {"volume": 9, "facts": {"hardware": "yes"}}
    statement = evaluate(contract(terms, plan))
    assert [line.driven_by for line in statement.lines] == ["volume_driven", "sales_driven", "fixed", "fixed"]


def test_distances_are_those_to_the_bound() -> None:
    term = {"mode": "whole", "tiers": [{"from": "2M", "rate": "1%"}], "only_if": "sales >= 3M"}
    scenario = contract({"fee": term})
    statement = evaluate(scenario)
    assert each(statement.tiers["fee"][0].distance, statement.rules("fee")[0].distance) == (
        1_000_000,
        2_000_000,
    )
    assert [*rule_statuses(scenario)] == ["fee"]
