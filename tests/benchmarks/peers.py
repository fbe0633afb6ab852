"""Other ways to the same numbers: by hand in numpy, numba and decimals, by OpenFisca's scales, by polars."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from importlib import import_module
from typing import Any

from tests.benchmarks.shape import Run, Shape


def limit(shape: Shape) -> Run:
    """Three arrays read, three written, nothing computed."""
    import numpy

    read = [numpy.ones(shape.size, dtype=numpy.int64) for _ in range(3)]
    written = [numpy.ones(shape.size, dtype=numpy.int64) for _ in range(3)]

    def run() -> None:
        for one, to in zip(read, written, strict=True):
            numpy.copyto(to, one)

    return run


def _axes(shape: Shape) -> tuple[Any, Any, Any]:
    """Sales in cents, new stores, and rates in hundredths of a percent, each along its own axis."""
    import numpy

    sales = 300_000_000 + numpy.arange(shape.sales, dtype=numpy.int64) * int(shape.step * 100)
    stores = numpy.array(shape.counts(), dtype=numpy.int64)
    rates = numpy.array(shape.percents(), dtype=numpy.int64)
    return sales[:, None, None], stores[:, None], rates


def _columns(shape: Shape) -> list[Any]:
    """Sales in money, new stores and rates as an analyst has them: one column of floats an input."""
    import numpy

    units = zip(_axes(shape), (100.0, 1.0, 10_000.0), strict=True)
    return [numpy.broadcast_to(axis / unit, shape).ravel() for axis, unit in units]


def broadcast_exact(shape: Shape) -> Run:
    """numpy over broadcast axes in whole cents, every line rounded."""
    import numpy

    sales, new, rate = _axes(shape)

    def run() -> list[Any]:
        stores = 25 + new
        monthly = (sales * rate + 5_000) // 10_000
        percent = numpy.where(sales >= 420_000_000, 2, numpy.where(sales >= 400_000_000, 1, 0))
        annual = (sales * percent + 50) // 100
        flyers = numpy.maximum(2_000_000 * stores, (sales * 8 + 50) // 100)
        total = monthly + annual + (800_000 * new + 2_950_000 * stores) + flyers
        average = (25 + stores) * 50
        return [total, total / sales, numpy.broadcast_to(sales / average, shape).copy()]

    return run


def compiled_exact(shape: Shape) -> Run:
    """A loop in whole cents that numba compiles for this contract and runs on every processor, every line rounded.

    What does not depend on an axis is computed outside of its loop. Results go to the arrays that are there already.
    """
    import numpy

    numba = import_module("numba")

    def along_rates(sales: Any, new: Any, rates: Any, results: tuple[Any, Any, Any]) -> None:
        total, ratio, vpo = results
        for at in numba.prange(sales.size):
            sold = sales[at]
            percent = 2 if sold >= 420_000_000 else 1 if sold >= 400_000_000 else 0
            annual, least = (sold * percent + 50) // 100, (sold * 8 + 50) // 100
            for store in range(new.size):
                stores = 25 + new[store]
                fixed = annual + 800_000 * new[store] + 2_950_000 * stores + max(2_000_000 * stores, least)
                per_store, start = sold / ((25 + stores) * 50), (at * new.size + store) * rates.size
                for rate in range(rates.size):
                    paid = fixed + (sold * rates[rate] + 5_000) // 10_000
                    total[start + rate], ratio[start + rate], vpo[start + rate] = paid, paid / sold, per_store

    kernel = numba.njit(parallel=True, error_model="numpy")(along_rates)
    sales, new, rates = (axis.ravel() for axis in _axes(shape))
    results = tuple(numpy.ones(shape.size, dtype) for dtype in (numpy.int64, float, float))
    return lambda: kernel(sales, new, rates, results)


def _by_column(numpy: Any, sales: Any, new: Any, rate: Any, annual: Any) -> list[Any]:
    stores = 25 + new
    flyers = numpy.maximum(20_000 * stores, sales * 0.08)
    total = sales * rate + annual + 8_000 * new + 29_500 * stores + flyers
    return [total, total / sales, sales / ((25 + stores) / 2)]


def by_column(shape: Shape) -> Run:
    """numpy over one column an input in floats, nothing rounded."""
    import numpy

    sales, new, rate = _columns(shape)

    def run() -> list[Any]:
        percent = numpy.where(sales >= 4_200_000, 0.02, numpy.where(sales >= 4_000_000, 0.01, 0.0))
        return _by_column(numpy, sales, new, rate, sales * percent)

    return run


def openfisca_tiers(shape: Shape) -> Run:
    """The tiers by OpenFisca's scale of amounts by bracket, the other lines by column."""
    import numpy

    scale, (sales, new, rate) = _tiers_of_openfisca(), _columns(shape)
    return lambda: _by_column(numpy, sales, new, rate, sales * scale.calc(sales))


def openfisca(shape: Shape) -> Run:
    """As before, and the monthly rebate by its scale of marginal rates; which knows one rate for all points."""
    import numpy

    tiers, monthly = _tiers_of_openfisca(), import_module("openfisca_core.taxscales").MarginalRateTaxScale()
    monthly.add_bracket(0, 0.035)
    sales, new, _ = _columns(shape)
    return lambda: _by_column(numpy, sales, new, 0, sales * tiers.calc(sales) + monthly.calc(sales))


def _tiers_of_openfisca() -> Any:
    scale = import_module("openfisca_core.taxscales").SingleAmountTaxScale()
    for bound, rate in ((0, 0), (4_000_000, 0.01), (4_200_000, 0.02)):
        scale.add_bracket(bound, rate)
    return scale


def polars_streaming(shape: Shape) -> Run:
    """Lazy expressions over one column an input in floats, collected by the streaming engine."""
    import polars

    names = ("sales", "new", "rate")
    frame = polars.DataFrame(dict(zip(names, _columns(shape), strict=True))).lazy()
    sales, new, rate = (polars.col(name) for name in names)
    percent = polars.when(sales >= 4_200_000).then(0.02).when(sales >= 4_000_000).then(0.01).otherwise(0.0)
    stores = 25 + new
    flyers = polars.max_horizontal(20_000 * stores, sales * 0.08)
    total = sales * (rate + percent) + 8_000 * new + 29_500 * stores + flyers
    asked = frame.select(
        total.alias("total"), (total / sales).alias("ratio"), (sales / ((25 + stores) / 2)).alias("vpo")
    )
    return lambda: asked.collect(engine="streaming")


def decimals(shape: Shape) -> Run:
    """The bare arithmetic by hand in decimals, every line rounded, point by point."""
    points, cent = shape.sample(), Decimal("0.01")

    def one(sales: Decimal, new: Decimal, rate: Decimal) -> tuple[Decimal, Decimal, Decimal]:
        stores = 25 + new
        percent = (
            Decimal("0.02") if sales >= 4_200_000 else Decimal("0.01") if sales >= 4_000_000 else Decimal(0)
        )
        shares = [(sales * part).quantize(cent, ROUND_HALF_UP) for part in (rate, percent, Decimal("0.08"))]
        total = shares[0] + shares[1] + 8_000 * new + 29_500 * stores + max(20_000 * stores, shares[2])
        return total, total / sales, sales / ((25 + stores) / 2)

    return lambda: [one(*point) for point in points]
