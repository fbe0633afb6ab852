"""A group of terms: one least or one most over their sum, as a line that corrects it."""

from __future__ import annotations

from functools import reduce
from operator import add

from ka_terms.calculation.formulas.base import within_limits
from ka_terms.calculation.readings.reading import Arguments, N
from ka_terms.model.contract.terms.together import Group


def correction(group: Group, arguments: Arguments[N]) -> N:
    """min(max(sum, at_least), at_most), rounded, less the sum: what a guarantee adds, or below zero a cap takes off."""
    members = reduce(add, map(arguments.settled, group.terms))
    members = arguments.reading.named("members", members)
    limited = arguments.reading.rounded(within_limits(group, members, arguments), arguments.unit)
    return arguments.reading.named("correction", limited - members)
