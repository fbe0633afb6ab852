"""Metrics and guardrails by name, as the commands find them in contracts."""

from __future__ import annotations

from ka_terms.analysis.guardrail import Guardrail, Rule
from ka_terms.model.vocabulary.figures import is_figure_name
from ka_terms.model.vocabulary.metrics import METRICS, Metric, figure_metric, term_metric


def as_metric(name: str) -> Metric:
    """A total or a figure that the program has by its name; any other name is that of a term."""
    return METRICS.get(name) or (figure_metric(name) if is_figure_name(name) else term_metric(name))


def named(*names: str) -> tuple[Metric, ...]:
    """Several of them."""
    return tuple(map(as_metric, names))


def guardrail(text: str) -> Guardrail:
    """The guardrail that a text means."""
    rule = Rule.parse(text)
    return Guardrail.on(as_metric(rule.metric), rule.operator, rule.limit, percent=rule.percent)
