"""One contender over one grid, in a process of its own: prints what it took as json. See `sweeping.py`.

All cost the same contract, the retailer's ask for 2003, over sales, new stores and the monthly rebate. Inputs are
laid out before the clock starts, results go to arrays whose pages are there already; the first run is not counted.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from importlib import import_module
from itertools import islice, product
from pathlib import Path
from typing import Any, NamedTuple

PROJECT = Path(__file__).resolve().parents[2]
METRICS = ("total_fees", "fee_ratio", "vpo")
Run = Callable[[], object]


class Shape(NamedTuple):
    """Points along sales, new stores and monthly rebate. Sales go from 3M to just below 12M: past both tiers."""

    sales: int
    stores: int
    rates: int

    @property
    def step(self) -> Decimal:
        """Of sales, in money; a whole number of cents up to 10^8 points."""
        return Decimal(9_000_000) / self.sales

    @property
    def size(self) -> int:
        """The number of points."""
        return self.sales * self.stores * self.rates

    def points(self) -> Iterator[tuple[Decimal, Decimal, Decimal]]:
        """Points spread evenly over the grid, one after the other."""
        sales = (3_000_000 + at * self.step for at in range(0, self.sales, max(1, self.sales // 50)))
        rates = (Decimal(at) / 10_000 for at in self.percents())
        stores = map(Decimal, self.counts())
        return product(sales, tuple(stores)[:10], tuple(rates)[:5])

    def counts(self) -> range:
        """New stores; the 10 of the plan where they do not vary."""
        return range(self.stores) if self.stores > 1 else range(10, 11)

    def percents(self) -> range:
        """Monthly rebates in hundredths of a percent; the 3.5% of the contract where they do not vary."""
        return range(100, 100 + self.rates) if self.rates > 1 else range(350, 351)


# ---------------------------------------------------------------- the limit


def limit(shape: Shape) -> Run:
    """Three arrays read, three written, nothing computed."""
    import numpy

    read = [numpy.ones(shape.size, dtype=numpy.int64) for _ in METRICS]
    written = [numpy.ones(shape.size, dtype=numpy.int64) for _ in METRICS]

    def run() -> None:
        for one, to in zip(read, written, strict=True):
            numpy.copyto(to, one)

    return run


# ---------------------------------------------------------------- ka_terms


def _question(shape: Shape, metrics: tuple[str, ...], rule: str = "") -> tuple[Any, Any]:
    from ka_terms.analysis.axes import Grid, read_axis
    from ka_terms.analysis.guardrail import Guardrail
    from ka_terms.analysis.levers import find
    from ka_terms.analysis.points import Question
    from ka_terms.analysis.sweep import prepared
    from ka_terms.files.scenario import load

    scenario = load(PROJECT / "scenarios/2003-ask.yaml").scenario
    counts, percents = shape.counts(), shape.percents()
    texts = {
        "sales": f"3M..{3_000_000 + (shape.sales - 1) * shape.step:f}..{shape.step:f}",
        "stores.new": f"{counts[0]}..{counts[-1]}..1",
        "monthly_rebate": f"{percents[0] / 100}%..{percents[-1] / 100}%..0.01%",
    }
    varied = [(path, text) for (path, text), count in zip(texts.items(), shape, strict=True) if count > 1]
    grid = Grid(tuple(read_axis(find(scenario, path), text, "CNY") for path, text in varied))
    assert grid.size == shape.size
    rules = (Guardrail.parse(rule),) if rule else ()
    return [prepared(scenario, grid)], Question(grid, metrics, rules)


def swept(shape: Shape) -> Run:
    """All three metrics of every point written to arrays: exact fees, the nearest float to each quotient."""
    import numpy

    from ka_terms.analysis.points import rows

    scenarios, question = _question(shape, METRICS)
    arrays = [numpy.ones(shape.size, dtype) for dtype in (numpy.int64, float, float)]

    def run() -> None:
        start = 0
        for each in rows(scenarios, question):
            stop = start + each.size
            for array, metric in zip(arrays, each.metrics, strict=True):
                array[start:stop] = metric.floats() if metric else numpy.nan
            start = stop

    return run


def streamed(shape: Shape) -> Run:
    """All three metrics of every point, block by block, as a writer of files takes them."""
    from ka_terms.analysis.points import rows

    scenarios, question = _question(shape, METRICS)

    def run() -> None:
        for each in rows(scenarios, question):
            for metric in each.metrics:
                assert metric is not None
                metric.floats()

    return run


def best_ten(shape: Shape) -> Run:
    """The ten points with the lowest fee ratio."""
    from ka_terms.analysis.points import best, rows

    scenarios, question = _question(shape, ("fee_ratio",))
    return lambda: best(rows(scenarios, question), 10, highest=False)


def counted(shape: Shape) -> Run:
    """How many points keep to a fee ratio of 24%."""
    from ka_terms.analysis.points import rows

    scenarios, question = _question(shape, ("fee_ratio",), "fee_ratio <= 24%")
    return lambda: sum(each.size for each in rows(scenarios, question))


# ---------------------------------------------------------------- by hand


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


# ---------------------------------------------------------------- samples


def statements(shape: Shape) -> Run:
    """A statement in exact decimals for each point, as `show` makes it."""
    from ka_terms.analysis.levers import moved
    from ka_terms.calculation.statement import evaluate

    (scenario,), _ = _question(shape, METRICS)
    paths = ("sales", "stores.new", "monthly_rebate.rate")
    places = [dict(zip(paths, point, strict=True)) for point in islice(shape.points(), sampled(shape))]
    return lambda: [evaluate(moved(scenario, place)).fee_ratio for place in places]


def decimals(shape: Shape) -> Run:
    """The bare arithmetic by hand in decimals, every line rounded, point by point."""
    points, cent = list(islice(shape.points(), sampled(shape))), Decimal("0.01")

    def one(sales: Decimal, new: Decimal, rate: Decimal) -> tuple[Decimal, Decimal, Decimal]:
        stores = 25 + new
        percent = (
            Decimal("0.02") if sales >= 4_200_000 else Decimal("0.01") if sales >= 4_000_000 else Decimal(0)
        )
        shares = [(sales * part).quantize(cent, ROUND_HALF_UP) for part in (rate, percent, Decimal("0.08"))]
        total = shares[0] + shares[1] + 8_000 * new + 29_500 * stores + max(20_000 * stores, shares[2])
        return total, total / sales, sales / ((25 + stores) / 2)

    return lambda: [one(*point) for point in points]


def sampled(shape: Shape) -> int:
    """Points of a sample."""
    return min(1_000, shape.size)


# ---------------------------------------------------------------- LibreOffice

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2"'
    ' office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
    '<office:body><office:spreadsheet><table:table table:name="sweep">'
)
_TAIL = "</table:table></office:spreadsheet></office:body></office:document>"
_FORMULAS = (
    "ROUND([.A{0}]*[.C{0}];2)+ROUND([.A{0}]*IF([.A{0}]>=4200000;0.02;IF([.A{0}]>=4000000;0.01;0));2)"
    "+8000*[.B{0}]+29500*(25+[.B{0}])+MAX(20000*(25+[.B{0}]);ROUND([.A{0}]*0.08;2))",
    "[.D{0}]/[.A{0}]",
    "[.A{0}]/((50+[.B{0}])/2)",
)
SHEET_ROWS = 100_000


def libreoffice(_: Shape) -> Run:
    """A sheet with a row a point is read, recalculated and saved; less what a sheet of one row takes."""
    folder = Path(tempfile.mkdtemp())
    small, large = _sheet(folder / "small.fods", 1), _sheet(folder / "large.fods", SHEET_ROWS)
    begun = time.perf_counter()
    _convert(small)  # makes the profile
    _convert(small)
    starting = (time.perf_counter() - begun) / 2

    def run() -> float:
        begun = time.perf_counter()
        _convert(large)
        return max(time.perf_counter() - begun - starting, 0)

    return run


def _sheet(path: Path, count: int) -> Path:
    cell = '<table:table-cell office:value-type="float" {}/>'
    row = "".join(
        [
            "<table:table-row>",
            *(cell.format(f'office:value="{value}"') for value in ("{1}", "{2}", "0.035")),
            *(cell.format(f'table:formula="of:={text.replace(">", "&gt;")}"') for text in _FORMULAS),
            "</table:table-row>",
        ]
    )
    rows = (row.format(at, 3_000_000 + at * 90, at % 100) for at in range(1, count + 1))
    path.write_text(_HEAD + "".join(rows) + _TAIL, encoding="utf-8")
    return path


def _convert(sheet: Path) -> None:
    profile = f"-env:UserInstallation={(sheet.parent / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "csv",
        "--outdir",
        str(sheet.parent),
        str(sheet),
    ]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)


# ---------------------------------------------------------------- one measurement

CONTENDERS: dict[str, Callable[[Shape], Run]] = {
    each.__name__: each
    for each in (
        limit,
        swept,
        streamed,
        best_ten,
        counted,
        broadcast_exact,
        by_column,
        openfisca,
        openfisca_tiers,
        polars_streaming,
        statements,
        decimals,
        libreoffice,
    )
}
SAMPLED = {"statements": sampled, "decimals": sampled, "libreoffice": lambda _: SHEET_ROWS}
"""Contenders that are shown fewer points than the grid has."""


def main(name: str, shape: Shape, repeats: int) -> None:
    if name not in ("statements", "decimals", "libreoffice"):
        import numpy  # noqa: F401  # so that the memory counted is what comes on top of it
    before = _peak()
    run = CONTENDERS[name](shape)
    seconds = [_seconds(run) for _ in range(repeats + 1)][1:]
    points = SAMPLED.get(name, lambda _: shape.size)(shape)
    print(json.dumps({"seconds": seconds, "points": points, "mebibytes": (_peak() - before) / 1024}))


def _seconds(run: Run) -> float:
    begun = time.perf_counter()
    own = run()
    return own if isinstance(own, float) else time.perf_counter() - begun


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main(sys.argv[1], Shape(*map(int, sys.argv[2:5])), int(sys.argv[5]))
