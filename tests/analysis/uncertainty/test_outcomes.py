"""The outcomes of an outlook where parts are thirds of what is uncertain."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.uncertainty.distributions import distribution_named, uncertain_figures
from ka_terms.analysis.uncertainty.outcomes import OutcomeQuery, outcomes
from ka_terms.model.vocabulary.metrics import Metric, figure_metric
from tests.contracts import contract

PART = "categories.a.sales"


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        (figure_metric(PART), [100 / 3, 200 / 3]),
        (Metric("ratio", "fee", PART, "rate", "term"), [0.0339, 0.03405]),
        (Metric("share", PART, "sales", "rate"), [1 / 3, 1 / 3]),
    ],
)
def test_a_third_of_what_is_uncertain(metric: Metric, expected: list[float]) -> None:
    categories = {name: {"sales": 1} for name in "abc"}
    terms = {"fee": {"rate": "3.4%", "of": PART}}
    scenario = moved(contract(terms, {"sales": None, "categories": categories}), {"sales": Decimal(100)})
    estimated = contract({}, {"sales": {"low": 50, "likely": 100, "high": 300}})
    figures = uncertain_figures(estimated, distribution_named("uniform"))
    drawn = [100 * 10**figure.scale for figure in figures], [200 * 10**figure.scale for figure in figures]
    found = outcomes(OutcomeQuery(scenario, (metric,)), figures, list(zip(*drawn, strict=True)))
    column = found.metrics[metric]
    assert column
    assert list(column.values) == expected
