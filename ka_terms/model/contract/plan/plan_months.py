"""The months of a plan: how its sales, stores, events and whatever else it lists are spread over the contract year.

The keys mirror those of the plan itself. What is listed for each month stands there, what is known for each quarter
under `quarters`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, NamedTuple

from pydantic import Field, PlainValidator, WithJsonSchema, model_validator

from ka_terms.model.base import Key, Model
from ka_terms.model.contract.plan.by_period import QUARTERS_A_YEAR, ByPeriod
from ka_terms.model.contract.plan.period_values import (
    AmountMonths,
    CountMonths,
    EventMonths,
    EventQuarters,
    FactMonths,
)
from ka_terms.model.faults import Fault, quoted, refusal
from ka_terms.model.faults import Path as Steps
from ka_terms.model.numbers.month import MONTHS_A_YEAR, read_month
from ka_terms.model.vocabulary.figures import CATEGORIES, EVENTS, FACTS, OTHER, STORES, FigurePath
from ka_terms.text.messages import message

_FOLLOWS = message("delete it: it follows from other figures")
_NOT_LISTED = {
    "net_sales": _FOLLOWS,
    "sales_incl_tax": _FOLLOWS,
    "increment": _FOLLOWS,
    "vat": message("delete it: the rate is that of the whole year"),
    "months": message("delete it: every month counts as one"),
    "last_year": message("write the months of last year under `last_year` of the plan"),
}
"""Figures and keys of a plan that have no months -> what to do instead."""

Month = Annotated[
    int,
    PlainValidator(read_month),
    WithJsonSchema({"type": ["integer", "string"], "errorMessage": "Expected a month from 1 to 12."}),
]


class _OfCounts(Model):
    """What changes by month of something that is counted."""

    _stocks: ClassVar[tuple[str, ...]] = ()
    """What is counted at a moment, and so has no months."""

    @model_validator(mode="before")
    @classmethod
    def _no_stocks(cls, raw: Any) -> Any:
        """Errors: months of a stock."""
        found = [name for name in cls._stocks if isinstance(raw, Mapping) and name in raw]
        if found:
            expected = message("what comes and goes in a month, such as `new`")
            mend = message("delete it: it follows from the start of the year and what changes by month")
            raise refusal(*(Fault(quoted(name), expected, mend, (name,), on_key=True) for name in found))
        return raw


class MonthsOfStoreClass(_OfCounts):
    """Stores that open and close by month."""

    _stocks = ("opening", "closing", "average")

    new: CountMonths | None = Field(default=None, description="Stores opened in each month: {3: 2, 9: 1}.")
    closed: CountMonths | None = Field(default=None, description="Stores closed in each month.")


class MonthsOfStores(MonthsOfStoreClass):
    """Stores that open and close by month, all together or by class."""

    classes: dict[Key, MonthsOfStoreClass] = Field(default={}, description="The same by class of stores.")

    def with_listed(self, path: str, by: ByPeriod) -> MonthsOfStores:
        """The months with those of one more figure, of all stores or of a class."""
        figure = FigurePath.parse(path)
        if not figure.store_class:
            return self.model_copy(update={figure.field: by})
        of_class = self.classes.get(figure.store_class) or MonthsOfStoreClass()
        changed = of_class.model_copy(update={figure.field: by})
        return self.model_copy(update={"classes": {**self.classes, figure.store_class: changed}})


class MonthsOfSkus(_OfCounts):
    """SKUs listed by month."""

    _stocks = ("existing", "total")
    new: CountMonths | None = Field(default=None, description="SKUs newly listed in each month.")


class MonthsOfCategory(Model):
    """The sales and the volume of a category by month."""

    sales: AmountMonths | None = Field(
        default=None, description="Its sales in each month: amounts or shares."
    )
    volume: AmountMonths | None = Field(
        default=None, description="Its volume in each month: amounts or shares."
    )


class Listed(NamedTuple):
    """What is listed of one figure: where in the plan's months it stands, and for how many pieces of the year."""

    at: Steps
    by: ByPeriod
    size: int

    def other_sum(self) -> list[Fault]:
        """The fault of shares that do not come to 100%; those of an own figure may be levels, which the plan knows."""
        is_own = self.at[0] == "figures" or self.at[:2] == ("quarters", "figures")
        if self.by.unit != "share" or (is_own and self.by.rest is None):
            return []
        fault = self.by.other_sum()
        return [fault] if fault else []


class Periods(Model):
    """What a plan may list by period."""

    sales: AmountMonths | None = Field(
        default=None, description="Sales of each month: amounts, or shares of the year that add to 100%."
    )
    volume: AmountMonths | None = Field(default=None, description="Volume of each month: amounts or shares.")
    returns: AmountMonths | None = Field(
        default=None, description="Returns of each month; else they follow sales."
    )
    target: AmountMonths | None = Field(default=None, description="Target of each month; else it is even.")
    stores: MonthsOfStores | None = Field(
        default=None, description="Stores that open and close: {new: {3: 2}}."
    )
    skus: MonthsOfSkus | None = Field(default=None, description="SKUs newly listed: {new: {3: 12}}.")
    events: dict[Key, EventQuarters] = Field(
        default={}, description="How often each event takes place in each: {dm: [1, 0, 2, 1]}."
    )
    categories: dict[Key, MonthsOfCategory] = Field(
        default={}, description="Sales and volume of categories in each month."
    )
    figures: dict[Key, AmountMonths] = Field(
        default={},
        description="Figures of your own in each month: they add up, unless the year is their mean.",
    )
    facts: dict[Key, FactMonths] = Field(
        default={}, description="What is so in which months; of the year it is so if it is in all."
    )

    @model_validator(mode="before")
    @classmethod
    def _no_following(cls, raw: Any) -> Any:
        if not isinstance(raw, Mapping):
            return raw
        expected = message("a figure that the plan states, such as sales")
        faults = [
            Fault(quoted(name), expected, mend, (name,), on_key=True)
            for name, mend in _NOT_LISTED.items()
            if name in raw
        ]
        if isinstance(categories := raw.get("categories"), Mapping) and OTHER in categories:
            mend = message("delete it: it is what the other categories leave over")
            expected = message("a category of the plan")
            faults.append(Fault(quoted(OTHER), expected, mend, ("categories", OTHER), on_key=True))
        if faults:
            raise refusal(*faults)
        return raw

    def listed(self, size: int) -> Iterator[tuple[str, Listed]]:
        """Every figure that is listed, by path."""
        for name in ("sales", "volume", "returns", "target"):
            yield from _one(name, (name,), getattr(self, name), size)
        yield from self._counted(size)
        for name, category in self.categories.items():
            for field in ("sales", "volume"):
                steps = ("categories", name, field)
                yield from _one(f"{CATEGORIES}{name}.{field}", steps, getattr(category, field), size)
        for group, opening in (("events", EVENTS), ("figures", ""), ("facts", FACTS)):
            for name, by in getattr(self, group).items():
                yield from _one(opening + name, (group, name), by, size)

    def _counted(self, size: int) -> Iterator[tuple[str, Listed]]:
        """Stores and SKUs."""
        if self.stores:
            yield from _of_class(STORES, ("stores",), self.stores, size)
            for key, of_class in self.stores.classes.items():
                yield from _of_class(f"{STORES}{key}.", ("stores", "classes", key), of_class, size)
        if self.skus:
            yield from _one("skus.new", ("skus", "new"), self.skus.new, size)


def _changed(inside: Any, at: Steps, values: Mapping[Steps, ByPeriod]) -> Any:
    """What stands at a place, with other values below it."""
    if isinstance(inside, ByPeriod):
        return values.get(at, inside)
    if isinstance(inside, dict):
        return {key: _changed(value, (*at, key), values) for key, value in inside.items()}
    if isinstance(inside, Model):
        fields = {
            name: _changed(getattr(inside, name), (*at, name), values) for name in inside.model_fields_set
        }
        return inside.model_copy(update=fields)
    return inside


def _one(path: str, at: Steps, by: ByPeriod | None, size: int) -> Iterator[tuple[str, Listed]]:
    if by is not None:
        yield path, Listed(at, by, size)


def _of_class(opening: str, at: Steps, stores: MonthsOfStoreClass, size: int) -> Iterator[tuple[str, Listed]]:
    for field in ("new", "closed"):
        yield from _one(opening + field, (*at, field), getattr(stores, field), size)


class PlanMonths(Periods):
    """The months of a plan, in the order of its contract year."""

    events: dict[Key, EventMonths] = Field(
        default={}, description="The months of each event: {dm: [3, 9]}; twice in one month: {dm: {3: 2}}."
    )
    starts: Month = Field(
        default=1,
        description="The month in which the contract year begins: 4 for April. Lists begin there too.",
    )
    quarters: Periods | None = Field(
        default=None,
        description="The same by quarter of the contract year, even inside: {sales: [4 shares]}.",
    )

    def _faults(self) -> Iterator[Fault]:
        months, quarters = dict(self.listed(MONTHS_A_YEAR)), dict(self._listed_quarters())
        for listed in (*months.values(), *quarters.values()):
            for fault in [*listed.by.faults(listed.size, self.starts)] or listed.other_sum():
                yield fault._replace(at=(*listed.at, *fault.at))
        for path in months.keys() & quarters.keys():
            found = message("{figure} by month and by quarter", figure=path)
            mend = message("delete one of them")
            yield Fault(found, message("each figure once"), mend, quarters[path].at)

    def _listed_quarters(self) -> Iterator[tuple[str, Listed]]:
        if self.quarters:
            for path, listed in self.quarters.listed(QUARTERS_A_YEAR):
                yield path, listed._replace(at=("quarters", *listed.at))

    def changed(self, values: Mapping[Steps, ByPeriod]) -> PlanMonths:
        """The months with other values at some places."""
        months: PlanMonths = _changed(self, (), values)
        return months

    def with_listed(self, path: str, by: ByPeriod) -> PlanMonths:
        """The months with those of one more figure."""
        if path.startswith(STORES):
            stores = (self.stores or MonthsOfStores()).with_listed(path, by)
            return self.model_copy(update={"stores": stores})
        if path in ("sales", "volume", "target"):
            return self.model_copy(update={path: by})
        figure = FigurePath.parse(path)
        if figure.category:
            of_category = self.categories.get(figure.category) or MonthsOfCategory()
            category = of_category.model_copy(update={figure.field: by})
            return self.model_copy(update={"categories": {**self.categories, figure.category: category}})
        return self.model_copy(update={"figures": {**self.figures, path: by}})

    def every(self) -> dict[str, Listed]:
        """Every figure that is listed, by month or by quarter."""
        return {**dict(self.listed(MONTHS_A_YEAR)), **dict(self._listed_quarters())}
