"""Levers: every number of a scenario that a question of "what if" can move, by its path.

A lever is a figure of the plan (`sales`, `stores.new`, `events.dm`, `growth`) or a parameter of a term
(`annual_rebate.tiers.2.rate`, tiers counted from 1). A term that has but one main number goes by its key alone:
`monthly_rebate` is its rate, `new_store_fee` its amount.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar

from ka_terms.calculation.costs import exact_figures, parameters
from ka_terms.calculation.figures import LAST_YEAR, stated
from ka_terms.calculation.growth import growth_of
from ka_terms.model.base import Model
from ka_terms.model.catalogue import Catalogue, FeeType
from ka_terms.model.faults import Fault, nearest, quoted, refusal, refuse
from ka_terms.model.figures import GROWTH, MEASURES
from ka_terms.model.growth import mixed_signs, read_achievement, read_growth
from ka_terms.model.meant import doubtful_point
from ka_terms.model.numbers import (
    Index,
    read_count,
    read_number,
    read_rate,
    read_ratio,
    write_percent,
)
from ka_terms.model.plan import Plan
from ka_terms.model.said import said
from ka_terms.model.scenario import Scenario
from ka_terms.model.terms import AmountTerm, Share, Term, Tier, TieredTerm

AnyModel = TypeVar("AnyModel", bound=Model)
NO_CATALOGUE = Catalogue()
_COUNTED = ("stores.", "skus.", "events.")
_MAIN = ("rate", "amount")
_ALL = Decimal(1)
_MONEY = frozenset({"sales", "returns", "net_sales", "sales_incl_tax", "increment", "target"})


class Lever(NamedTuple):
    """One number that can be moved. `leaf` is the path under which a reading asks for it."""

    path: str
    leaf: str
    kind: str
    """money, count, rate, index (a multiple, in percent) or number."""
    value: Decimal
    """What it is in the scenario as it stands."""
    term: str = ""
    """The key of the term whose parameter it is; empty for a figure."""
    name: str = ""
    """The path as it was asked for, which may be the key of a term alone."""
    of_target: bool = False
    """Whether an index is a share of the target, and so may be one below 100% without a sign."""

    @property
    def is_growth(self) -> bool:
        """Whether its values are growth, which people write with a sign."""
        return self.kind == "index" and not self.of_target

    def read(self, text: str, currency: str | None = None) -> Decimal:
        """A value for it as people write them. Errors: `ValueError`, with what was expected and how to mend it.

        `1.500` is one of them, unless the currency has such amounts.
        """
        # A share without its percent sign is refused with the mends of a share.
        shares = self.kind in ("rate", "index")
        if not shares and (fault := doubtful_point(text, currency, counted=self.kind == "count")):
            raise refusal(fault)
        return self._exactly(text)

    def _exactly(self, text: str) -> Decimal:
        if self.kind == "index":
            return (read_achievement if self.of_target else read_growth)(text).value
        return {"count": read_count, "rate": read_rate}.get(self.kind, read_number)(text)

    def read_all(self, texts: Sequence[str], currency: str | None = None) -> list[Decimal]:
        """The values of one list, or the ends of a range. Errors: as above, and indices that mix two notations."""
        values = [self.read(text, currency) for text in texts]
        fault = mixed_signs(texts) if self.kind == "index" else None
        if fault:
            raise refusal(fault)
        return values

    def read_step(self, text: str, currency: str | None = None, span: Decimal = _ALL) -> Decimal:
        """A step between its values, zero or more; of an index in points, with or without a plus.

        More than 100 of them, and than the `span` walked, were most likely meant as an index, 105% for +5%.
        """
        if self.kind != "index":
            return self.read(text, currency)
        step = read_ratio(text)
        if step < 0:
            raise refuse(text, said("a step above zero"))
        if step > max(_ALL, span):
            mend = said("write {number}", number=write_percent(step - 1)) if step < 2 else ""
            raise refuse(text, said("a step in points, such as 5%"), mend)
        return step

    def takes(self, value: Decimal) -> bool:
        """Whether a contract could state that value."""
        try:
            self._exactly(self._written(value))
        except ValueError:
            return False
        return True

    def _written(self, value: Decimal) -> str:
        """A value as a contract states it."""
        if self.kind == "index" and value < 1 and (self.is_growth or value < 0):
            return f"{(value - 1) * 100:f}%"
        return f"{value * 100:f}%" if self.kind in ("rate", "index") else f"{value:f}"


def levers(scenario: Scenario) -> dict[str, Lever]:
    """Every lever by its full path: the figures first, then the terms in the order of the contract."""
    found = {lever.path: lever for lever in _figures(scenario.plan)}
    for key, term in scenario.terms.items():
        for lever in _parameters(key, term):
            found.setdefault(lever.path, lever)
    return found


def find(scenario: Scenario, path: str, catalogue: Catalogue = NO_CATALOGUE) -> Lever:
    """The lever at a path, which for a term with one main number may be its key alone, or another name of its fee.

    `growth` is one wherever last year's sales are known. Errors: `ValueError` with the nearest path there is or, for a
    fee of the catalogue that the contract does not have, with what adds it.
    """
    known = levers(scenario)
    key, dot, rest = path.partition(".")
    key = catalogue.canonical(key)
    if path not in known and key in scenario.terms:
        path = f"{key}{dot}{rest}"
    if path == "growth" and path not in known:
        growth = growth_of(scenario.plan)
        if growth and growth.total is not None:
            return Lever(path, GROWTH, "index", growth.total, name=path)
    for name in (path, *(f"{path}.{main}" for main in _MAIN)):
        if name in known:
            return known[name]._replace(name=path)
    mend = _mend(scenario, path, known, catalogue)
    raise refusal(Fault(quoted(path), said("a figure of the plan or a parameter of a term"), mend))


def _mend(scenario: Scenario, path: str, known: Mapping[str, Lever], catalogue: Catalogue) -> str:
    """What to write in place of a path that leads nowhere."""
    key, _, parameter = path.partition(".")
    fee = catalogue.fees.get(catalogue.canonical(key))
    if inside := [name for name in known if name.startswith(f"{path}.")]:
        return said("choose one of {paths}", paths=", ".join(inside))
    if fee and fee.key not in scenario.terms:
        return said(
            "{contract} has no {key}: add it under `terms:` with 0, `{line}`",
            contract=scenario.scenario,
            key=fee.key,
            line=_adding(fee, parameter),
        )
    return nearest(path, [*known, *shorthands(known)]) or said("there are {names}", names=", ".join(known))


def _adding(fee: FeeType, parameter: str) -> str:
    """The line that adds a fee at 0 with the parameter asked for; without one a rebate is a rate, others an amount."""
    if parameter.startswith("tiers"):
        return f"{fee.key}: {{mode: whole, tiers: [{{from: 0, rate: 0%}}]}}"
    is_rate = parameter == "rate" or (parameter != "amount" and fee.category == "rebate")
    return f"{fee.key}: {{rate: 0%}}" if is_rate else f"{fee.key}: {{amount: 0}}"


def path_and_rest(text: str) -> tuple[str, str]:
    """The path of a lever, and what stands behind its = sign, which may be of full width."""
    path, _, rest = text.replace("＝", "=").partition("=")
    return path.strip(), rest.strip()


def shorthands(known: Mapping[str, Lever]) -> list[str]:
    """The keys of terms that may stand for their main number."""
    return [
        lever.term
        for path, lever in known.items()
        if lever.term and path.removeprefix(f"{lever.term}.") in _MAIN
    ]


def figures_stated(plan: Plan) -> dict[str, Decimal]:
    """What a plan states by path, sales as an amount however they are written."""
    return {lever.path: lever.value for lever in _figures(plan) if not lever.path.endswith(GROWTH)}


def _figures(plan: Plan) -> Iterator[Lever]:
    (sales,) = exact_figures(plan, "sales")
    assert sales is not None  # every plan has sales
    yield Lever("sales", "sales", "money", sales)
    for path, value in stated(plan).items():
        if path == GROWTH:
            yield Lever("growth", GROWTH, "index", value)
        elif path != "sales" and not path.endswith(GROWTH):
            yield Lever(path, path, _kind(path), value)


def _kind(path: str) -> str:
    plain = path.removeprefix(LAST_YEAR)
    if plain.startswith(_COUNTED):
        return "count"
    return "money" if plain in _MONEY else "rate" if plain == "vat" else "number"


def _parameters(key: str, term: Term) -> Iterator[Lever]:
    for name, value in parameters(term):
        kind = _parameter_kind(term, name)
        of_target = kind == "index" and isinstance(term, TieredTerm) and term.measure != "growth"
        yield Lever(f"{key}.{name}", f"{key}.{name}", kind, value, key, of_target=of_target)


def _parameter_kind(term: Term, name: str) -> str:
    last = name.rpartition(".")[2]
    if last == "rate" or isinstance(getattr(term, name, None), Share):
        return "rate"
    if isinstance(term, TieredTerm) and last in ("from", "over"):
        return "index" if term.measure in MEASURES else _kind(term.measure)
    return _kind(name.removeprefix("free.")) if name.startswith("free.") else "money"


def moved(scenario: Scenario, values: Mapping[str, Decimal]) -> Scenario:
    """The scenario with other numbers at the full paths of some levers, checked like one that was read.

    Errors: `ValueError` where these numbers make no valid scenario, such as tiers that no longer rise.
    """
    plan, terms = scenario.plan, dict(scenario.terms)
    known = levers(scenario)
    for path, value in values.items():
        lever = known.get(path) or Lever(path, GROWTH, "index", value)
        if lever.term:
            terms[lever.term] = _term_with(terms[lever.term], path.removeprefix(f"{lever.term}."), value)
        else:
            plan = _plan_with(plan, path, value)
    # Built anew from the top, since what a scenario must hold to is checked only when it is made.
    checked = {key: _checked_term(term) for key, term in terms.items()}
    return Scenario.model_validate({**_given(scenario), "plan": _checked(plan), "terms": checked})


def stating(scenario: Scenario, path: str, values: Iterable[Decimal]) -> Scenario:
    """The scenario in a form in which it states what moves, at the first of the values that it takes.

    Which one does not matter to what follows the number as it moves, and reads it in that place. Where it takes none,
    it stays as it is.
    """
    for value in values:
        try:
            return moved(scenario, {path: value})
        except ValueError:
            continue
    return scenario


def _given(model: Model) -> dict[str, Any]:
    return {name: getattr(model, name) for name in model.model_fields_set}


def _checked(model: AnyModel) -> AnyModel:
    return type(model).model_validate(_given(model))


def _checked_term(term: Term) -> Term:
    fields = _given(term)
    if isinstance(term, TieredTerm):
        fields["tiers"] = [_tier_as_written(tier) for tier in term.tiers]
    return type(term).model_validate(fields)


def _tier_as_written(tier: Tier) -> dict[str, Any]:
    return {("from" if name == "from_" else name): value for name, value in _given(tier).items()}


def _with(model: AnyModel, **changes: Any) -> AnyModel:
    return model.model_copy(update=changes)


def _plan_with(plan: Plan, path: str, value: Decimal) -> Plan:
    if path.startswith(LAST_YEAR) and plan.last_year:
        inner = _plan_with(plan.last_year, path.removeprefix(LAST_YEAR), value)
        return _with(plan, last_year=_checked(inner))
    group, dot, name = path.partition(".")
    if path == "growth":
        return _with(plan, sales=Index(value))
    if path in plan.figures:
        return _with(plan, figures={**plan.figures, path: value})
    if group == "events" and dot:
        return _with(plan, events={**plan.events, name: value})
    if dot:
        part = getattr(plan, group)
        return _with(plan, **{group: _checked(_with(part, **{name: value}))})
    return _with(plan, **{path: value})


def _term_with(term: Term, name: str, value: Decimal) -> Term:
    if isinstance(term, TieredTerm) and name.startswith("tiers."):
        _, position, field = name.split(".")
        at = int(position) - 1
        tier = _with(term.tiers[at], **{"from_" if field == "from" else field: _as(value, term, field)})
        return _with(term, tiers=(*term.tiers[:at], tier, *term.tiers[at + 1 :]))
    if isinstance(term, AmountTerm) and name.startswith("free."):
        return _with(term, free={**term.free, name.removeprefix("free."): value})
    limit = getattr(term, name)
    return _with(term, **{name: Share(value, limit.of) if isinstance(limit, Share) else value})


def _as(value: Decimal, term: TieredTerm, field: str) -> Decimal | Index:
    is_index = field in ("from", "over") and term.measure in MEASURES
    return Index(value, signed=term.measure == "growth") if is_index else value
