"""The columns of a sweep, as numbers of a machine."""

from __future__ import annotations

import pytest

from ka_terms.analysis.sweep.query import read_grid
from ka_terms.analysis.sweep.rows import Query, rows
from tests.analysis.drawn_sweeps import prepared
from tests.contracts import contract
from tests.metrics import named

numpy = pytest.importorskip("numpy")


def test_a_quotient_is_an_array_of_floats_whatever_it_is_divided_by() -> None:
    """Sales of more digits than 64 bits hold are one number for all rows."""
    scenario = contract({"fee": {"amount": 1}}, {"sales": "999999999999999.99999999"}, currency="CLF")
    grid = read_grid([scenario], {"fee": "10M,20M"}, zipped=False)
    (found,) = rows([prepared(scenario, grid)], Query(grid, named("fee_ratio")), xp=numpy)
    (ratios,) = found.metrics
    assert ratios is not None
    assert ratios.floats().dtype == numpy.float64
    assert ratios.floats().tolist() == pytest.approx([1e-8, 2e-8])
