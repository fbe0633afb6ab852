"""What holds where nobody says otherwise, and what may be chosen. Help reads it, so it loads nothing."""

from __future__ import annotations

from decimal import Decimal

NEAR = Decimal("0.02")
"""The distance to a threshold that gives a warning, as a share of the threshold."""
SHARE = Decimal("0.1")
"""The share by which a tornado changes every input."""
METRICS = ("fee_ratio", "total_fees")
"""The metrics of a sweep, and those that have percentiles in an outlook; a tornado ranks by the first."""
DISTRIBUTIONS = ("pert", "triangular", "uniform")
"""The names of the distributions of an estimate; the first is the default."""
DRAWS = 20_000
FEWEST_DRAWS, MOST_DRAWS = 100, 1_000_000
SEED = 1
LOW_SALES, HIGH_SALES = Decimal("0.8"), Decimal("1.1")
"""Low and high sales as shares of the plan, where no estimate gives them; the low ones of an approval where last year's
are not below the plan either."""
