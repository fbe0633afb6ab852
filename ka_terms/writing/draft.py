"""Next year's draft out of this year's contract: the same terms on a plan that starts where this one ends."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from ka_terms.calculation.costs import exact_costs, exact_figures
from ka_terms.model.contract.formula import Formula
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.references import faulty_references
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.vocabulary.figures import STORES
from ka_terms.presentation.quantities import money, number
from ka_terms.presentation.wording.terms import says_of
from ka_terms.presentation.words import Words
from ka_terms.reading.merging.loader import at_likely
from ka_terms.reading.scenario import Loaded
from ka_terms.text.messages import message
from ka_terms.text.safe import visible
from ka_terms.writing.schema import MODELINE
from ka_terms.writing.yaml_notation import entry, truth

LAST_YEAR = 2199
"""No contract is later; see the model's year."""

Keys = Mapping[str, Any]

_ABOUT_PRIVATE = message(
    "Values under `private:` are not copied. Add your margin and walk-away limit only to a file that nobody\n"
    "outside your company sees."
)
_KEPT = [key for key in Plan.model_fields if key not in ("last_year", "sales", "stores", "skus")]
"""The keys of a plan that the next one takes over as they are."""
_TRUTHS = ("owed", "cumulative")


def draft(loaded: Loaded, folder: Path, words: Words) -> str:
    """The text of the draft, as a file in `folder`, with its comments and its name in the language of `words`.

    Errors: `Uncomputable` where this year has no finite cost.
    """
    written = _with_truths(loaded.root.plain())
    scenario = loaded.scenario
    plan = _next_plan(scenario, written["plan"])
    about_private = words.translate(_ABOUT_PRIVATE)
    blocks = (
        _head(loaded, words),
        _labels(scenario, written, plan),
        _plan_lines(loaded, plan, folder, words),
        _terms(scenario, written, plan, words),
        _groups(scenario, written, plan, words),
        _conditions(written.get("conditions") or {}),
        (f"# {line}" for line in about_private.splitlines()),
    )
    return "\n\n".join(block for lines in blocks if (block := "\n".join(lines))) + "\n"


def _with_truths(written: Keys) -> Keys:
    """The keys of a file with facts, and whether a term is owed or cumulative, as what needs no quotes."""
    terms = {
        key: {name: truth(value) if name in _TRUTHS else value for name, value in term.items()}
        for key, term in (written.get("terms") or {}).items()
    }
    return {**written, "plan": _with_true_facts(written["plan"]), **({"terms": terms} if terms else {})}


def _with_true_facts(plan: Keys) -> Keys:
    facts = plan.get("facts")
    return {**plan, "facts": {key: truth(value) for key, value in facts.items()}} if facts else plan


def _head(loaded: Loaded, words: Words) -> Iterator[str]:
    scenario = loaded.scenario
    year = scenario.year + 1 if scenario.year and scenario.year < LAST_YEAR else None
    yield MODELINE
    about = message(
        "Draft from {file} ({contract}): the same terms, and a plan to fill in.",
        file=loaded.name,
        contract=scenario.scenario,
    )
    yield f"# {visible(words.translate(about))}"
    name = message("{year} draft", year=year) if year else message("next year's draft")
    yield from entry("scenario", words.translate(name))
    if scenario.account is not None:
        yield from entry("account", scenario.account)
    if year:
        yield from entry("year", str(year))
    yield from entry("status", "draft")
    yield from entry("currency", scenario.currency)
    if scenario.rounding is not None:
        yield from entry("rounding", f"{scenario.rounding:f}")


def _labels(scenario: Scenario, written: Keys, plan: Keys) -> Iterator[str]:
    """The names that the contract gives, those apart of what the draft leaves out."""
    last_year = {**plan, "last_year": scenario.plan.case("likely")}
    lacking = _lacking(scenario, last_year)
    kept = {key: term for key, term in scenario.terms.items() if key not in lacking}
    known = scenario.model_copy(update={"plan": Plan.model_validate(last_year), "terms": kept}).labelled()
    labels = {key: label for key, label in (written.get("labels") or {}).items() if key in known}
    if labels:
        yield "labels:"
        for key, label in labels.items():
            yield from entry(key, label, "  ")


def _next_plan(scenario: Scenario, this_year: Keys) -> dict[str, Any]:
    """A plan without growth, as the keys of a file; `last_year` is left to be put in front."""
    (total,) = exact_figures(scenario.plan, "skus.total")
    skus = {"skus": {"existing": f"{total:f}", "new": "0"}} if total is not None else {}
    kept = {key: this_year[key] for key in _KEPT if this_year.get(key)}
    months = _next_months(kept.pop("months", {}))
    listed = {"months": months} if months else {}
    return {**_next_sales(scenario.plan), **_next_stores(scenario.plan), **skus, **kept, **listed}


def _next_months(months: Keys) -> Keys:
    """The months of what the plan takes over; stores and SKUs that come and go are those of this year."""
    kept = {key: value for key, value in months.items() if key not in ("stores", "skus")}
    if kept.get("quarters"):
        kept["quarters"] = _next_months(kept["quarters"])
    return {key: value for key, value in kept.items() if value}


def _next_sales(plan: Plan) -> dict[str, str]:
    """Sales without growth; a formula stays as it is written, and categories that make the sales go on making them."""
    if plan.is_sum:
        return {}
    return {"sales": str(plan.sales) if isinstance(plan.sales, Formula) else "+0%"}


def _next_stores(plan: Plan) -> dict[str, Any]:
    """Stores that open the year as they end this one, all together or class by class."""
    if plan.stores is None:
        return {}
    names = [f"{name}." for name in plan.stores.classes] or [""]
    closing = exact_figures(plan, *(f"{STORES}{name}closing" for name in names))
    counts = [{"opening": f"{count:f}", "new": "0", "closed": "0"} for count in closing]
    if not plan.stores.classes:
        return {"stores": counts[0]}
    return {"stores": {"classes": dict(zip(plan.stores.classes, counts, strict=True))}}


def _plan_lines(loaded: Loaded, plan: Keys, folder: Path, words: Words) -> Iterator[str]:
    (sales,) = exact_figures(loaded.scenario.plan, "sales")
    assert sales is not None  # every plan gives its sales
    notes = {
        "sales": message("growth on last year's {sales}; or write an amount", sales=number(sales)),
        "stores": message("last year's stores at end"),
        "skus": message("last year's total SKUs"),
    }
    yield "plan:"
    for key, value in {"last_year": _last_year(loaded, folder, sales), **plan}.items():
        lines = list(entry(key, value, "  "))
        if key in notes and (key != "sales" or value == "+0%"):
            lines[0] += f"  # {words.translate(notes[key])}"
        yield from lines


def _last_year(loaded: Loaded, folder: Path, sales: Decimal) -> str | dict[str, Any]:
    """The way from `folder` to this year's file; this year's plan in place where no such way can be written."""
    file = Path(loaded.name)
    try:
        way = Path(os.path.relpath(file.parent.resolve() / file.name, folder.resolve())).as_posix()
    except ValueError:  # on another drive
        way = ""
    # What a file may not be referred to by; see `ka_terms.reading.merging.loader`.
    if way and not any(sign in way for sign in ":\\"):
        return way
    plan = _with_true_facts(at_likely(loaded.root.entries()["plan"].node).plain())
    rest = {key: value for key, value in plan.items() if key not in ("last_year", "sales") and value}
    return {"sales": f"{sales:f}", **rest}


def _terms(scenario: Scenario, written: Keys, plan: Keys, words: Words) -> Iterator[str]:
    """Every term as its file has it, below what it says and came to; as a comment where the plan lacks a figure."""
    if scenario.terms:
        yield from _fees("terms", scenario, written, plan, words)


def _groups(scenario: Scenario, written: Keys, plan: Keys, words: Words) -> Iterator[str]:
    """Every group likewise; as a comment where one of its terms is left out."""
    if scenario.together:
        yield from _fees("together", scenario, written, plan, words)


def _fees(part: str, scenario: Scenario, written: Keys, plan: Keys, words: Words) -> Iterator[str]:
    costs = exact_costs(scenario)
    lacking = _lacking(scenario, {**plan, "last_year": scenario.plan.case("likely")})
    keys = getattr(scenario, part)
    # A key with nothing below it is invalid.
    yield f"{part}:" if any(key not in lacking for key in keys) else f"# {part}:"
    for key in keys:
        about = message(
            "{name}: {wording}. Fee last year: {cost}.",
            name=words.fee_of(key, scenario.fees[key]),
            wording=says_of(key, scenario, words),
            cost=money(costs[key], scenario.currency, scenario.decimals),
        )
        yield f"  # {visible(words.translate(about))}"
        given = {name: value for name, value in written[part][key].items() if value is not None}
        lines = entry(key, given, "  ")
        if key in lacking:
            left_out = message("Left out because the plan does not give {figure}:", figure=lacking[key])
            yield f"  # {visible(words.translate(left_out))}"
            lines = (f"  # {line.removeprefix('  ')}" for line in lines)
        yield from lines


def _lacking(scenario: Scenario, plan: Keys) -> dict[str, str]:
    """Terms that name what the next plan does not give, or a term left out for that: key -> the name."""
    figures = Plan.model_validate(plan).keys_given()
    terms, groups, lacking = dict(scenario.terms), dict(scenario.together), {}
    while faults := faulty_references(figures, terms, groups):
        for fault in faults:
            part, key = str(fault.at[0]), str(fault.at[1])
            (terms if part == "terms" else groups).pop(key, None)
            lacking[key] = str(fault.value)
    return lacking


def _conditions(conditions: Keys) -> Iterator[str]:
    if conditions:
        yield "conditions:"
        for key, text in conditions.items():
            yield from entry(key, text, "  ")
