"""Doubts about clauses said by a figure or a flag worked out by hand, where the format has a way of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.term_base import TermOnBase
from ka_terms.model.contract.terms.tiers import TieredTerm
from ka_terms.model.faults import Path, quoted
from ka_terms.model.vocabulary.figures import MONTHS
from ka_terms.text.messages import Message, message

_BY_HAND = re.compile(
    r"(?i)(?:^|_)(?:times|x|by|per|divided_by|over)_?(?:ten|10{1,4}|hundred|thousand)(?:_|$)"
    r"|(?:^|_)(?:tens|dozens|hundreds|thousands)(?:_of)?(?:_|$)|[百千万萬]的?倍|除以[十百千万萬]"
)
"""Names of figures that are others multiplied or divided by hand."""
Found = tuple[str, Path, Message]
"""The kind of a doubt, its path and its sentence."""


def clause_doubts(scenario: Scenario) -> Iterator[Found]:
    """Yield every such doubt about a contract."""
    yield from _flags(scenario)
    yield from _worked_out(scenario)
    yield from _months(scenario)
    yield from _named_twice(scenario)
    yield from _bands_from(scenario)


def _flags(scenario: Scenario) -> Iterator[Found]:
    """A figure of 0 or 1 that fees are multiplied by, or that tiers are measured by: it says yes or no."""
    flags = {key for key, value in scenario.plan.figures.items() if value in (0, 1)}
    used: dict[str, str] = {}
    for key, term in scenario.terms.items():
        measure = (term.measure,) if isinstance(term, TieredTerm) else ()
        for name in (*term.per, *measure):
            used.setdefault(name, key)
    for name in scenario.plan.figures:
        if name in flags and name in used:
            values = {"key": quoted(name), "term": used[name], "line": f"only_if: {name}"}
            sentence = message(
                "{key} is 0 or 1. If it says yes or no, put it under `facts` and write `{line}` in {term}.",
                **values,
            )
            yield "flag", ("plan", "figures", name), sentence


def _worked_out(scenario: Scenario) -> Iterator[Found]:
    for name in scenario.plan.figures:
        if _BY_HAND.search(name):
            sentence = message(
                "{key} sounds like another figure multiplied or divided by hand. Write `0.1 x sales` to calculate a "
                "figure, or `for_every: {{volume: 100}}` to charge every full 100.",
                key=quoted(name),
            )
            yield "by_hand", ("plan", "figures", name), sentence


def _months(scenario: Scenario) -> Iterator[Found]:
    if MONTHS in scenario.plan.figures:
        sentence = message(
            "{key} is a figure of your own here. Without it, {key} means the 12 months of the year.",
            key=MONTHS,
        )
        yield "months", ("plan", "figures", MONTHS), sentence


def _named_twice(scenario: Scenario) -> Iterator[Found]:
    """A name in `of` or in a limit that is a figure and a term."""
    for part, fees in (("terms", scenario.terms), ("together", scenario.together)):
        for key, fee in fees.items():
            bases = fee.of if isinstance(fee, TermOnBase) else ""
            named = {
                "of": bases,
                **{at: getattr(getattr(fee, at), "of", "") for at in ("at_least", "at_most")},
            }
            for at, name in named.items():
                if name in scenario.terms and name in scenario.plan.figures:
                    sentence = message("{key} is a figure and a term. The figure is used.", key=quoted(name))
                    yield "figure_or_term", (part, key, at), sentence


def _bands_from(scenario: Scenario) -> Iterator[Found]:
    """A band by `per` that begins after its bound, though `from` sounds as if it held it: the 250th is `over: 249`."""
    for key, term in scenario.terms.items():
        if isinstance(term, TieredTerm) and term.by_band:
            for at, tier in enumerate(term.tiers):
                if tier.inclusive and tier.level > 0:
                    bound = f"{tier.level:f}"
                    sentence = message(
                        "The band begins after {bound}. If unit {bound} is to be paid at this amount, write `over:` "
                        "and one less.",
                        bound=bound,
                    )
                    yield "band_from", ("terms", key, "tiers", at, "from"), sentence
