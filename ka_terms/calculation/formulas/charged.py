"""What a fee is counted by: figures less what is free of them, in full lots where it is charged so."""

from __future__ import annotations

from ka_terms.calculation.formulas.base import not_below_zero
from ka_terms.calculation.readings.reading import Arguments, N
from ka_terms.model.contract.terms.charged import Charged


def times_charged(term: Charged, paid: N, arguments: Arguments[N], measure: str = "") -> N:
    """paid x figure x figure..., each as it is charged; without the `measure` of bands, which counts in these."""
    for path in term.per:
        if path != measure:
            paid = paid * _charged(term, path, arguments)
    return paid


def _charged(term: Charged, path: str, arguments: Arguments[N]) -> N:
    """max(figure - free, 0), and of full lots the whole part of that / lot."""
    count, reading = arguments.figure(path), arguments.reading
    if path in term.free:
        count = not_below_zero(count - arguments.stated_parameter("free", 0, path), arguments)
    if path in term.for_every:
        count = reading.whole_quotient(count, arguments.stated_parameter("for_every", 0, path))
    is_figure = path not in term.free and path not in term.for_every
    return count if is_figure else reading.named("charged", count, 0, path)
