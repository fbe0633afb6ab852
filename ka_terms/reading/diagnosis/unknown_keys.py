"""Keys that no model knows: which ones there are at their place, and which is meant."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel

from ka_terms.model.contract.plan.by_period import quarter_of
from ka_terms.model.contract.plan.categories import Category
from ka_terms.model.contract.plan.plan import Plan, Skus
from ka_terms.model.contract.plan.plan_months import (
    MonthsOfCategory,
    MonthsOfSkus,
    MonthsOfStoreClass,
    MonthsOfStores,
    Periods,
    PlanMonths,
)
from ka_terms.model.contract.plan.stores import StoreClass, Stores
from ka_terms.model.contract.private import Limits, NoDeal, Private
from ka_terms.model.contract.promotion import Promotion, RetailersPart
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.terms import SHAPES
from ka_terms.model.contract.terms.tiers import Tier
from ka_terms.model.contract.terms.together import Group
from ka_terms.model.faults import Fault, Path, nearest, unknown_key
from ka_terms.model.numbers.month import month_of
from ka_terms.model.privacy import is_private
from ka_terms.model.settings.catalogue_file import CatalogueFile, FeeEntry
from ka_terms.model.settings.policy import Policy, ReviewEntry
from ka_terms.model.settings.rounds import Round, RoundsFile
from ka_terms.text.messages import Message, message

_NESTED: Mapping[tuple[type[BaseModel], str], type[BaseModel]] = {
    (Scenario, "plan"): Plan,
    (Scenario, "together"): Group,
    (Scenario, "promotions"): Promotion,
    (Promotion, "retailer"): RetailersPart,
    (Plan, "last_year"): Plan,
    (Plan, "stores"): Stores,
    (Stores, "classes"): StoreClass,
    (Plan, "skus"): Skus,
    (Plan, "categories"): Category,
    (Plan, "months"): PlanMonths,
    (PlanMonths, "quarters"): Periods,
    **{(model, "stores"): MonthsOfStores for model in (PlanMonths, Periods)},
    **{(model, "skus"): MonthsOfSkus for model in (PlanMonths, Periods)},
    **{(model, "categories"): MonthsOfCategory for model in (PlanMonths, Periods)},
    (MonthsOfStores, "classes"): MonthsOfStoreClass,
    (Scenario, "private"): Private,
    **{(Private, name): Limits for name in ("target", "ideal", "walk_away")},
    (Private, "no_deal"): NoDeal,
    (Policy, "review"): ReviewEntry,
    (CatalogueFile, "fees"): FeeEntry,
    (RoundsFile, "rounds"): Round,
}
"""A model and a key of it -> the model whose keys are known below; entries of the user's own names lie in between."""
_TWO_WAYS = message("write the months, or the quarters under `quarters`")
_ELSEWHERE: Mapping[tuple[type[BaseModel], str], Message] = {
    **{(PlanMonths, name): _TWO_WAYS for name in ("half", "halves", "half_years", "weeks", "years")},
    **{(Periods, name): _TWO_WAYS for name in ("half", "halves", "half_years", "weeks", "years")},
    (Periods, "starts"): message("write it under `months`, not under `quarters`"),
}
"""A key that is no slip of a known one, though it may look like one -> what to do instead."""


def unknown_key_at(loc: Path, model: type[BaseModel], hinted: bool) -> Fault:
    """The fault of a key at a place in a file of a model. `hinted` asks for the nearest known one."""
    name, known = str(loc[-1]), _known_keys(loc[:-1], model)
    if loc[:1] == ("terms",) and name in KEYS_OF_TERMS:
        return unknown_key(name, known, _of_other_shape(name))
    inside = _model_at(loc[:-1], model)
    if elsewhere := _ELSEWHERE.get((inside, name)):
        return unknown_key(name, known, elsewhere)
    if inside in (PlanMonths, Periods) and (month_of(name) or quarter_of(name)):
        return unknown_key(
            name, known, message("name a figure first, such as sales, and its months below it")
        )
    # The mend is not shown of what is private, but the names of the format may be.
    return unknown_key(name, known, nearest(name, known) if hinted else "", lists=is_private(loc[:-1]))


def _of_other_shape(key: str) -> Message:
    """The mend of a key that terms of another shape have."""
    if key in ("of", "less"):
        return message("delete `{key}`, because an amount is paid on no base", key=key)
    return message("delete `{key}`, which only a term with tiers has", key=key)


def _keys(model: type[BaseModel]) -> tuple[str, ...]:
    names = tuple(field.alias or name for name, field in model.model_fields.items())
    return ("extends", *names) if model is Scenario else names


KEYS_OF_TERMS = frozenset(key for shape in SHAPES.values() for key in _keys(shape))
"""The keys that a term of any shape may have."""


def _known_keys(loc: Path, model: type[BaseModel]) -> tuple[str, ...]:
    if model is Scenario and loc[:1] == ("terms",):
        return _keys(SHAPES[str(loc[2])]) if len(loc) == 3 else _keys(Tier)
    return _keys(_model_at(loc, model))


def _model_at(loc: Path, model: type[BaseModel]) -> type[BaseModel]:
    for step in loc:
        model = _NESTED.get((model, str(step)), model)
    return model
