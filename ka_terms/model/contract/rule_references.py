"""The names in conditions and measures, and whether what is held against each is a number of its kind."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ka_terms.model.contract.formula import Formula
from ka_terms.model.contract.formula_text import looks_like_formula
from ka_terms.model.contract.name_mends import unknown_figure
from ka_terms.model.contract.terms.limits import Share
from ka_terms.model.contract.terms.rules import AnyOf, Entries, Rule
from ka_terms.model.contract.terms.term_base import TermBase
from ka_terms.model.faults import Fault, Path, nearest, only, quoted
from ka_terms.model.numbers.number import write_percent
from ka_terms.model.vocabulary.figures import (
    LAST_YEAR,
    WHOLE_YEAR,
    FigurePath,
    KindOf,
    is_figure_name,
    measure_of,
)
from ka_terms.model.vocabulary.offered import missing_for
from ka_terms.model.vocabulary.parameters import CONDITIONS
from ka_terms.text.messages import Message, message

_SUBJECT = message("a figure of the plan, growth or achievement, or a fact")


def rules_by_path(term: TermBase) -> Iterator[tuple[Path, Rule]]:
    """Every rule of a term with its path inside the term, lists counted from 0."""
    for field in CONDITIONS:
        entries: Entries = getattr(term, field)
        for at, entry in enumerate(entries):
            if isinstance(entry, AnyOf):
                yield from (((field, at, "any", inner), rule) for inner, rule in enumerate(entry.rules))
            else:
                yield (field, at), entry


def faulty_rules(
    term: TermBase, plan: Mapping[str, Any], figures: Collection[str], kind_of: KindOf | None = None
) -> Iterator[Fault]:
    """Every name in the conditions of a term that leads nowhere, and every number of another kind than its figure."""
    for at, rule in rules_by_path(term):
        fault = (
            _faulty_fact(rule, plan, figures) if rule.is_fact else _faulty_rule(rule, plan, figures, kind_of)
        )
        if fault:
            yield fault._replace(at=at)


def _facts(rule: Rule, plan: Mapping[str, Any]) -> Collection[str]:
    """The facts of the year that a rule is about."""
    for _ in range(FigurePath.parse(rule.subject).years):
        plan = plan.get("last_year") or {}
    facts = plan.get("facts")
    return facts.keys() if isinstance(facts, Mapping) else ()


def _faulty_fact(rule: Rule, plan: Mapping[str, Any], figures: Collection[str]) -> Fault | None:
    name, facts = FigurePath.parse(rule.subject).plain, _facts(rule, plan)
    if name in facts:
        return None
    if rule.subject.removeprefix(WHOLE_YEAR) in figures or measure_of(rule.subject):
        mend = message("write what it is compared with, such as {example}", example=f"{rule.subject} >= 100")
        return Fault(quoted(rule.subject), message("a rule with a number, because this is a figure"), mend)
    hint = nearest(rule.subject, [*facts, *figures])
    added = message("add {line} to `facts` of the plan", line=f"`{name}: yes`")
    expected = message("a fact of the plan, or a rule")
    return Fault(quoted(rule.subject), expected, hint or added, reason="unknown_fact")


def _faulty_rule(
    rule: Rule, plan: Mapping[str, Any], figures: Collection[str], kind_of: KindOf | None
) -> Fault | None:
    if measure_of(rule.subject):
        return faulty_measure(rule.subject, plan, figures)
    for name in rule.figures:
        if name.removeprefix(WHOLE_YEAR) not in figures:
            return _unknown(rule, name, plan, figures)
    # Which figures of the user's own are shares is for a valid plan to say.
    return _of_wrong_kind(rule, kind_of) if kind_of else None


def _unknown(rule: Rule, name: str, plan: Mapping[str, Any], figures: Collection[str]) -> Fault:
    if name == rule.subject and FigurePath.parse(name).plain in _facts(rule, plan):
        return Fault(
            quoted(str(rule)), message("the name of a fact alone, because it has no number"), only(name)
        )
    hint = missing_for(name, plan) or nearest(name, figures)
    return Fault(quoted(name), _SUBJECT, hint, reason="unknown_figure")


def _of_wrong_kind(rule: Rule, kind_of: KindOf) -> Fault | None:
    """The fault of a percentage against an amount, or of a number against a share."""
    is_share_figure = kind_of(rule.subject) == "rate"
    text = str(rule)
    if isinstance(rule.value, Share):
        return None if _are_alike(rule.subject, rule.value.of, kind_of) else _unlike(rule, kind_of)
    if rule.is_rate and not is_share_figure:
        expected = message(
            "a number, or a percentage of a figure, because {figure} is no percentage", figure=rule.subject
        )
        mend = message("write a number without a percent sign")
        if kind_of(rule.subject) == "money":
            mend = only(f"{text} of sales")
        elif not is_figure_name(FigurePath.parse(rule.subject).plain):
            mend = message("write a number, or state {figure} in percent", figure=rule.subject)
        return Fault(quoted(text), expected, mend, reason="wrong_reference")
    if not rule.is_rate and is_share_figure:
        expected = message("a percentage, because {figure} is a percentage", figure=rule.subject)
        share = write_percent(rule.number if rule.number <= 1 else rule.number / 100)
        mend = message("write a percentage of at most 100%")
        if rule.number <= 100:
            mend = only(f"{rule.subject} {rule.operator} {share}")
        return Fault(quoted(text), expected, mend, reason="wrong_reference")
    return None


def _are_alike(one: str, other: str, kind_of: KindOf) -> bool:
    """Whether two figures are of one kind; a number of the user's own may be money or a count, but no share."""
    kinds = {_unit(one, kind_of), _unit(other, kind_of)}
    return len(kinds) == 1 or ("any" in kinds and "rate" not in kinds)


def _unit(path: str, kind_of: KindOf) -> str:
    kind = kind_of(path)
    if kind == "number" and not is_figure_name(FigurePath.parse(path).plain):
        return "any"
    return "count" if kind == "number" else kind


def _unlike(rule: Rule, kind_of: KindOf) -> Fault:
    """The fault of money against a share of stores."""
    expected = message("figures that can be compared, such as returns <= 3% of sales")
    kind = _unit(rule.subject, kind_of)
    if kind == "rate":
        mend = message(
            "write a percentage alone, such as {example}", example=f"{rule.subject} {rule.operator} 33%"
        )
    elif kind == "money":
        mend = message("write an amount, or a percentage of a figure in money")
    else:
        mend = message("write a number, or a percentage of a figure that is a number too")
    return Fault(quoted(str(rule)), expected, mend, reason="wrong_reference")


def faulty_measure(
    name: str, plan: Mapping[str, Any], figures: Collection[str], at: Path = ()
) -> Fault | None:
    """The fault of growth or achievement that the plan cannot give: without a base, or on nothing."""
    measure = measure_of(name)
    assert measure is not None  # the caller knows that it is one
    for figure in measure:
        if figure not in figures:
            expected = message("a plan with {figure}", figure=figure)
            mend = missing_for(figure, plan) or _same_formula(figure, plan) or nearest(figure, figures)
            mend = mend or unknown_figure(figure)
            return Fault(quoted(name), expected, mend, at, reason="wrong_reference")
    if is_zero(measure.of, plan):
        expected = message(
            "{figure} above zero, because {measure} is calculated from it", figure=measure.of, measure=name
        )
        mend = message(
            "correct {figure}, or name a figure instead of {measure}", figure=measure.of, measure=name
        )
        return Fault(quoted(name), expected, mend, at, reason="zero_base")
    return None


def _same_formula(figure: str, plan: Mapping[str, Any]) -> Message | str:
    """How last year is given a figure that this year computes: by the same formula."""
    path = FigurePath.parse(figure)
    own = plan.get("figures")
    formula = own.get(path.plain) if isinstance(own, Mapping) else None
    if not (isinstance(formula, Formula) or looks_like_formula(formula)):
        return ""
    part = f"plan.{LAST_YEAR * path.years}figures"
    return message("add {keys} to `{part}`", keys=f"`{path.plain}: {formula}`", part=part)


def is_zero(path: str, plan: Mapping[str, Any]) -> bool:
    """Whether a figure that a plan states as a number is zero."""
    value: Any = plan
    figure = FigurePath.parse(path)
    for step in figure.steps:
        value = value.get(step) if isinstance(value, Mapping) else getattr(value, step, None)
    if value is None and not is_figure_name(figure.plain):
        for _ in range(figure.years):
            plan = plan["last_year"]
        value = plan["figures"].get(figure.plain)
    return bool(value == 0)
