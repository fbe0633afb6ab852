"""How likely each value of an estimate is: densities that add up to one, means by formula, draws that follow them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import sqrt
from random import Random
from statistics import fmean, pstdev
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.analysis.defaults import DISTRIBUTIONS
from ka_terms.analysis.uncertainty.distributions import (
    Distribution,
    Pert,
    Triangular,
    Uniform,
    distribution_named,
    uncertain_figures,
)
from ka_terms.analysis.uncertainty.quadrature import total, weighted_nodes
from ka_terms.calculation.readings.curves import ONE, Curve
from ka_terms.model.vocabulary.figures import GROWTH
from tests.contracts import Keys, contract, refused

MODES = (0.0, 0.03, 0.2, 0.5, 0.667, 1.0)
KINDS = st.sampled_from([*map(distribution_named, DISTRIBUTIONS)])
X = Curve((Fraction(0), Fraction(1)), ONE)
X_SQUARED = Curve((Fraction(0), Fraction(0), Fraction(1)), ONE)
COUNT = 20_000


def mass(distribution: Distribution, low: float, high: float) -> float:
    return total(part.mass() for part in weighted_nodes(distribution, low, high)).value


def mean(distribution: Distribution, curve: Curve) -> float:
    return total(part.integral(curve) for part in weighted_nodes(distribution, 0, 1)).value


def estimates(plan: Keys, kind: type[Distribution] = Pert, **more: Any) -> list[tuple[str, int, int, int]]:
    return [
        (one.leaf, one.scale, one.first, one.last)
        for one in uncertain_figures(contract(plan=plan, **more), kind)
    ]


@given(KINDS, st.floats(0, 1), st.floats(0.01, 0.99))
def test_a_density_adds_up_to_one_wherever_it_is_cut(
    kind: type[Distribution], mode: float, cut: float
) -> None:
    distribution = kind(mode)
    assert mass(distribution, 0, cut) + mass(distribution, cut, 1) == pytest.approx(1, abs=1e-9)


@given(KINDS, st.floats(0, 1))
def test_the_mean_is_that_of_the_weights(kind: type[Distribution], mode: float) -> None:
    low, likely, high = kind.weights
    assert mean(kind(mode), X) == pytest.approx((likely * mode + high) / (low + likely + high), abs=1e-9)


def test_the_variance_of_pert_is_that_of_the_beta_distribution() -> None:
    """alpha beta / ((alpha + beta)^2 (alpha + beta + 1)), with alpha + beta = 6."""
    for mode in MODES:
        alpha, beta = 1 + 4 * mode, 5 - 4 * mode
        variance = mean(Pert(mode), X_SQUARED) - mean(Pert(mode), X) ** 2
        assert variance == pytest.approx(alpha * beta / (36 * 7), abs=1e-12)


@pytest.mark.parametrize("x", [0.1, 0.25, 0.5, 0.9])
def test_distribution_functions_in_closed_form(x: float) -> None:
    """Of PERT where alpha = beta = 3; of the triangle x^2 / mode below the mode, mirrored above it."""
    assert mass(Pert(0.5), 0, x) == pytest.approx(10 * x**3 - 15 * x**4 + 6 * x**5, abs=1e-14)
    triangle = x * x / 0.3 if x < 0.3 else 1 - (1 - x) ** 2 / 0.7
    assert mass(Triangular(0.3), 0, x) == pytest.approx(triangle, abs=1e-14)
    assert mass(Uniform(0.3), 0, x) == pytest.approx(x, abs=1e-14)


@pytest.mark.parametrize("kind", [*map(distribution_named, DISTRIBUTIONS)])
@pytest.mark.parametrize("mode", MODES)
def test_draws_follow_the_density(kind: type[Distribution], mode: float) -> None:
    distribution, random = kind(mode), Random(7)
    drawn = [distribution.draw(random) for _ in range(COUNT)]
    assert 0 <= min(drawn) <= max(drawn) <= 1
    assert abs(fmean(drawn) - mean(distribution, X)) < 4 * pstdev(drawn) / sqrt(COUNT)
    for bound in (0.1, 0.3, 0.5, 0.8):
        share = mass(distribution, 0, bound)
        assert abs(sum(x < bound for x in drawn) / COUNT - share) < 4 * sqrt(share * (1 - share) / COUNT)


def test_a_kink_is_only_where_a_triangle_has_a_corner_inside() -> None:
    assert Triangular(0.3).kinks == (0.3,)
    assert Triangular(0).kinks == Triangular(1).kinks == Pert(0.3).kinks == Uniform(0.3).kinks == ()
    assert Triangular(0.3).density(0.3) == Triangular(0).density(0) == Triangular(1).density(1) == 2


def test_distributions_go_by_name() -> None:
    assert distribution_named("pert") is Pert
    (fault,) = refused(distribution_named, "triangle")
    assert fault.expected == "one of pert, triangular, uniform"
    assert fault.mend == "write triangular if that is meant"


# ---------------------------------------------------------------- estimates of a plan


def test_sales_are_drawn_to_the_minor_unit_and_openings_to_whole_stores() -> None:
    plan: Keys = {
        "sales": {"low": "8M", "likely": "10M", "high": "11M"},
        "stores": {"opening": 25, "new": {"low": 5, "likely": 10, "high": 12}},
    }
    assert estimates(plan) == [("sales", 2, 800_000_000, 1_100_000_000), ("stores.new", 0, 5, 12)]
    assert estimates(plan, currency="JPY")[0] == ("sales", 0, 8_000_000, 11_000_000)


def test_growth_is_drawn_as_the_sales_it_comes_to_to_the_minor_unit() -> None:
    plan: Keys = {"last_year": {"sales": "4M"}, "sales": {"low": "+80%", "likely": "+150%", "high": "+175%"}}
    assert estimates(plan) == [("sales", 2, 720_000_000, 1_100_000_000)]
    finer: Keys = {
        "last_year": {"sales": "1.01"},
        "sales": {"low": "100.1%", "likely": "110%", "high": "150.5%"},
    }
    # 1.01101 and 1.52005, half up.
    assert estimates(finer) == [("sales", 2, 101, 152)]
    assert estimates(finer, currency="JPY") == [("sales", 0, 1, 2)]


def test_growth_on_nothing_is_drawn_as_nothing() -> None:
    plan: Keys = {"last_year": {"sales": 0}, "sales": {"low": "+80%", "likely": "+150%", "high": "+175%"}}
    assert estimates(plan) == [("sales", 2, 0, 0)]
    (one,) = uncertain_figures(contract(plan=plan), Pert)
    assert one.draw(Random(1)) == 0


def test_the_mean_of_a_growth_is_rounded_as_sales_alone() -> None:
    """15.01 / 6 of 60M; rounded to eight decimals first, it came to 150,100,000.20."""
    plan: Keys = {
        "last_year": {"sales": "60M"},
        "sales": {"low": "+100%", "likely": "+150%", "high": "+201%"},
    }
    (one,) = uncertain_figures(contract(plan=plan), Pert)
    assert one.mean_drawn == 150_100_000
    assert one.mean_stated == Fraction(1501, 600)


def test_estimates_finer_than_that_are_drawn_as_finely_as_they_are_stated() -> None:
    plan: Keys = {"sales": {"low": "1.0001", "likely": "2.5", "high": 3}}
    assert estimates(plan) == [("sales", 4, 10_001, 30_000)]


def test_a_certain_plan_has_nothing_to_draw() -> None:
    assert estimates({}) == []


@pytest.mark.parametrize(
    ("kind", "mean", "drawn"),
    [(Pert, Fraction(19, 2), 10), (Triangular, Fraction(9), 9), (Uniform, Fraction(17, 2), 9)],
)
def test_the_mean_of_low_likely_and_high(kind: type[Distribution], mean: Fraction, drawn: int) -> None:
    """A mean of half a store counts as the next whole one."""
    stores = {"opening": 25, "new": {"low": 5, "likely": 10, "high": 12}}
    (one,) = uncertain_figures(contract(plan={"stores": stores}), kind)
    assert (one.mean, one.mean_drawn) == (mean, Decimal(drawn))


@given(KINDS, st.integers(0, 20), st.integers(0, 20), st.integers(1, 20), st.integers(0, 2**32))
def test_draws_stay_between_low_and_high(
    kind: type[Distribution], low: int, rise: int, more: int, seed: int
) -> None:
    new = {"low": low, "likely": low + rise, "high": low + rise + more}
    (one,) = uncertain_figures(contract(plan={"stores": {"opening": 1, "new": new}}), kind)
    random = Random(seed)
    assert all(low <= one.draw(random) <= new["high"] for _ in range(50))


@pytest.mark.parametrize(
    ("kind", "drawn"),
    [
        (Pert, [0.763774619, 0.495435087, 0.651592973, 0.835765104]),
        (Triangular, [0.306683829, 0.786061039, 0.733790281, 0.422549782]),
        (Uniform, [0.134364244, 0.847433737, 0.763774619, 0.255069026]),
    ],
)
def test_a_seed_gives_the_same_draws_with_every_version(kind: type[Distribution], drawn: list[float]) -> None:
    """They come of `Random.random()` alone, whose sequence Python keeps; other numbers would be another outlook."""
    random = Random(1)
    assert [round(kind(0.7).draw(random), 9) for _ in drawn] == drawn


def test_what_is_drawn_keeps_the_figure_and_the_estimate_as_stated() -> None:
    growth: Keys = {
        "last_year": {"sales": "4M"},
        "sales": {"low": "+80%", "likely": "+150%", "high": "+175%"},
    }
    sales: Keys = {"sales": {"low": "8M", "likely": "10M", "high": "11M"}}
    for plan, path in ((growth, GROWTH), (sales, "sales")):
        scenario = contract(plan=plan)
        (one,) = uncertain_figures(scenario, Pert)
        assert (one.path, one.leaf, one.estimate) == (path, "sales", scenario.estimates()[path])


class Told(Random):
    """Draws that are known beforehand."""

    def __init__(self, *draws: float) -> None:
        super().__init__(0)
        self._draws = iter(draws)

    def random(self) -> float:
        return next(self._draws)


def test_a_place_of_no_density_is_never_drawn() -> None:
    assert Pert(0.5).draw(Told(0.0, 0.0, 0.25, 0.0)) == 0.25


def test_what_is_estimated_has_the_kind_of_its_figure() -> None:
    estimates = {"sales": {"low": "+1%", "likely": "+2%", "high": "+3%"}, "last_year": {"sales": 100}}
    stores = {"opening": 1, "new": {"low": 1, "likely": 2, "high": 4}}
    found = uncertain_figures(contract({}, {**estimates, "stores": stores}), distribution_named("pert"))
    assert [figure.kind for figure in found] == ["index", "count"]
