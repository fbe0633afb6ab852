"""Which metric a name means: a total, a term of the contracts, a figure of their plans, or what is private."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.figures import stated
from ka_terms.calculation.metrics import METRICS, PRIVATE_METRICS, RATIOS, ROOM, TOTALS
from ka_terms.model.base import PRIVATE
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import Fault, nearest, quoted, refusal
from ka_terms.text.messages import message

Canonical = Callable[[str], str]
"""From any name of a fee to its key."""


def metric_named(
    name: str,
    scenarios: Sequence[Scenario],
    canonical: Canonical = str,
    *,
    figures: bool = True,
    internal: bool = False,
) -> str:
    """The metric a name means in any of the contracts; a name of their own goes before a private metric's.

    `figures` takes figures of the plans too; `internal` what is private, which is a refusal otherwise. Errors:
    `ValueError` with the nearest name there is, or with how to make a private one known.
    """
    terms = dict.fromkeys(key for scenario in scenarios for key in scenario.terms)
    for known in (name, canonical(name)):
        if known in TOTALS or known in terms:
            return known
    if figures and any(exact_figures(scenario.plan, name) != [None] for scenario in scenarios):
        return name
    if (private := f"{PRIVATE}{name.removeprefix(PRIVATE)}") in METRICS:
        _refuse_private(name, private, scenarios, internal)
        return private
    names = [*TOTALS, *terms, *(one.removeprefix(PRIVATE) for one in PRIVATE_METRICS if internal)]
    known_figures = [path for scenario in scenarios if figures for path in stated(scenario.plan)]
    mend = nearest(name, [*names, *known_figures]) or message("there are {names}", names=", ".join(names))
    expected = "a total, a term or a figure of the plan" if figures else _TOTAL_OR_TERM
    raise refusal(Fault(quoted(name), expected, mend))


_TOTAL_OR_TERM = "a total, or a term of one of the contracts"


def _refuse_private(name: str, private: str, scenarios: Sequence[Scenario], internal: bool) -> None:
    """Errors: `ValueError` where what is private is not asked for, or a file does not give it."""
    if not internal:
        raise refusal(
            Fault(
                quoted(name),
                message("a metric that may leave the house"),
                message("it is private: add --internal"),
            )
        )
    without = next((one for one in scenarios if not _gives(one, private)), None)
    if without is not None:
        expected = message("a contract whose file gives {key}", key=_key(private))
        mend = message("{contract} does not: write {key}", contract=without.scenario, key=_written(private))
        raise refusal(Fault(quoted(name), expected, mend))


def _written(private: str) -> str:
    """How a file gives it."""
    _, _, bounded = private.partition(ROOM)
    value = "25%" if bounded in RATIOS else "500000"
    return f"`private: {{walk_away: {{{bounded}: {value}}}}}`" if bounded else "`private: {margin: 30%}`"


def _key(private: str) -> str:
    _, _, bounded = private.partition(ROOM)
    return f"private.walk_away.{bounded}" if bounded else "private.margin"


def _gives(scenario: Scenario, private: str) -> bool:
    value: object = scenario
    for key in _key(private).split("."):
        value = getattr(value, key, None)
    return isinstance(value, Decimal)
