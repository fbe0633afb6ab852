"""What the business will do in a year: sales, stores, SKUs, events and whatever else a fee is counted by."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from decimal import ROUND_UP, Decimal
from typing import Any

from pydantic import Field, model_validator

from ka_terms.model.base import Key, Model
from ka_terms.model.contract.fact import Fact
from ka_terms.model.contract.formula import Formula
from ka_terms.model.contract.plan.categories import (
    Category,
    CategoryName,
    faulty_categories,
    sales_of,
    sum_of_parts,
    with_sales,
)
from ka_terms.model.contract.plan.computed import PlanKinds, faulty_formulas, with_formulas
from ka_terms.model.contract.plan.estimate import Case, Estimate, UncertainSales
from ka_terms.model.contract.plan.exact_figures import exact_figure
from ka_terms.model.contract.plan.figure_values import AmountOrFormula, OwnFigure, Returns
from ka_terms.model.contract.plan.months_agree import faulty_months, with_sums_of_months
from ka_terms.model.contract.plan.plan_months import PlanMonths
from ka_terms.model.contract.plan.stated_figures import STORE_COUNTS
from ka_terms.model.contract.plan.stores import CORRECT_ONE, Stores
from ka_terms.model.faults import Fault, quoted
from ka_terms.model.kept import kept
from ka_terms.model.numbers.fields import Count, Rate
from ka_terms.model.numbers.number import MOST_DECIMALS, Index, with_commas, write_growth
from ka_terms.model.vocabulary.figures import (
    BLOCKS,
    EVENTS,
    FACTS,
    GROWTH,
    MONTHS,
    STORES,
    FigurePath,
    NumberKind,
)
from ka_terms.model.vocabulary.metrics import is_reserved
from ka_terms.model.vocabulary.offered import category_paths, store_paths
from ka_terms.text.messages import message

_NONE = Decimal(0)
_FINEST = Decimal(1).scaleb(-MOST_DECIMALS)
_NOT_OWN = frozenset({"x", "year"})
"""Names that stand for something else where figures are named: the sign of a product, and the whole year."""


@kept
def _kinds(plan: Plan) -> PlanKinds:
    return PlanKinds(plan)


def reserved_names(part: str, names: Iterable[str]) -> Iterator[Fault]:
    """The faults of names under a key of the file that are those of a figure or a total of the program."""
    for name in filter(is_reserved, names):
        expected, mend = message("a name that no figure and no total has"), message("choose another name")
        yield Fault(quoted(name), expected, mend, (part, name), on_key=True)


class Skus(Model):
    """Articles (stock-keeping units) the account lists."""

    existing: Count = Field(default=_NONE, description="SKUs listed at the start of the year.")
    new: Count = Field(default=_NONE, description="SKUs newly listed in the year.")


class Plan(Model):
    """One year's business with one account. A figure of it is addressed by its path, such as `stores.new`."""

    last_year: Plan | None = Field(
        default=None,
        description="Last year's figures: the relative path of another scenario, or its plan in place.",
    )
    sales: UncertainSales = Field(
        description="Sales of the year, or their growth on last year's: +150% is 2.5 times, 130% is 1.3 times; "
        "where they are uncertain {low: 8M, likely: 10M, high: 11M}; or a formula such as volume x price."
    )
    volume: AmountOrFormula | None = Field(
        default=None, description="Volume of the year, in units or cases, or a formula."
    )
    returns: Returns | None = Field(
        default=None,
        description="Goods sent back, an amount or a share of sales such as 2%; net_sales is sales less returns.",
    )
    vat: Rate | None = Field(default=None, description="VAT rate; sales_incl_tax is sales with it added.")
    target: AmountOrFormula | None = Field(
        default=None, description="Agreed sales target, or a formula; `achievement` is measured by it."
    )
    stores: Stores | None = Field(default=None, description="Stores of the account; VPO is n/a without them.")
    new_store_vpo: Rate | None = Field(
        default=None,
        description="What a new store sells, as a share of what the others sell: 60%; without it as much as they.",
    )
    skus: Skus | None = Field(default=None, description="SKUs listed.")
    events: dict[Key, Count] = Field(default={}, description="Times a year, by name: {dm: 4} is events.dm.")
    blocks: dict[Key, AmountOrFormula] = Field(
        default={},
        description="What adds to last year's sales, by name: {price: 2% of last_year.sales} is blocks.price.",
    )
    categories: dict[CategoryName, Category] = Field(
        default={},
        description="Parts of sales and volume: {noodles: {sales: 60%}} is categories.noodles.sales; what is left is "
        "categories.other.sales. Amounts alone make the sales where those are not stated.",
    )
    figures: dict[Key, OwnFigure] = Field(
        default={},
        description="Any other number a fee is counted by, under a name of your own: {promoters: 12}. A share: 66%. "
        "A formula: sales - own_label, 20% of sales, volume x price.",
    )
    facts: dict[Key, Fact] = Field(
        default={}, description="What is so or not so, for `only_if` and `unless`: {hardware: yes}."
    )
    months: PlanMonths | None = Field(
        default=None,
        description="The year by month: {sales: [6%, 9%, ...], events: {dm: [3, 9]}}; without it the year is even.",
    )

    @model_validator(mode="before")
    @classmethod
    def _of_parts(cls, raw: Any) -> Any:
        return with_sales(with_sums_of_months(raw))

    def _faults(self) -> Iterator[Fault]:
        yield from reserved_names("figures", [name for name in self.figures if name != MONTHS])
        yield from self._facts_named_as_figures()
        yield from self._misleading_names()
        formulas = [*faulty_categories(self.categories, self.is_sum)] or [*faulty_formulas(self)]
        yield from formulas
        yield from () if formulas else self._faulty_sales()
        yield from () if formulas else faulty_months(self)
        yield from self._estimates_of_last_year()

    def _facts_named_as_figures(self) -> Iterator[Fault]:
        for name in self.facts:
            if name in self.figures or is_reserved(name):
                expected, mend = message("a name that no figure has"), message("choose another name")
                yield Fault(quoted(name), expected, mend, ("facts", name), on_key=True)

    def _misleading_names(self) -> Iterator[Fault]:
        """The faults of own figures named like a key of the plan; `months` is one that only came later."""
        for name in self.figures:
            if name in _NOT_OWN or (name in type(self).model_fields and not is_reserved(name)):
                expected = message("a name that is no key of the plan, and not x or year")
                yield Fault(
                    quoted(name), expected, message("choose another name"), ("figures", name), on_key=True
                )

    def _faulty_sales(self) -> Iterator[Fault]:
        least, likely = self.amount_of_sales("low"), self.sales_in("likely")
        if least is None:
            assert isinstance(likely, Index)  # an amount needs no last year
            expected = message("an amount, because the plan gives no sales for last year")
            mend = message("add `last_year:` to `plan`, or write an amount such as 10M")
            yield Fault(quoted(write_growth(likely.value)), expected, mend, ("sales",))
        elif isinstance(self.returns, Decimal) and self.returns > least:
            expected = message("no more returns than sales ({most})", most=with_commas(least))
            if isinstance(self.sales, Estimate):
                expected = message("no more returns than the low of sales ({most})", most=with_commas(least))
            yield Fault(quoted(self.returns), expected, CORRECT_ONE, ("returns",), reason="returns")

        yield from self._parts_above_wholes()

    @property
    def is_sum(self) -> bool:
        """Whether the sales of the plan are those of its categories."""
        return isinstance(self.sales, Formula) and self.sales == sales_of(self.keys_given()["categories"])

    @property
    def sums(self) -> Collection[str]:
        """The figures that the parts of the plan make: sales, volume, and numbers of stores."""
        parts = category_paths(self.keys_given()["categories"])
        volume = self.volume is None and any(path.endswith(".volume") for path in parts)
        stores = [f"{STORES}{name}" for name in STORE_COUNTS if self.stores and self.stores.is_sum(name)]
        return [*(["sales"] if self.is_sum else []), *(["volume"] if volume else []), *stores]

    def _parts_above_wholes(self) -> Iterator[Fault]:
        """The faults of categories that come to more than all sales, or than all volume."""
        low = self.case("low")
        for whole in ("sales", "volume"):
            total = sum_of_parts(self.keys_given()["categories"], whole)
            parts, least = (exact_figure(low, total) if total else None), exact_figure(low, whole)
            if parts is not None and least is not None and parts > least:
                most = with_commas(least)
                expected = message("categories that come to no more than sales ({most})", most=most)
                mend = message("correct the sales of a category")
                if whole == "volume":
                    expected = message("categories that come to no more than the volume ({most})", most=most)
                    mend = message("correct the volume of a category")
                shown = with_commas(parts.quantize(_FINEST, ROUND_UP))
                found = message("{parts} in all categories", parts=shown)
                yield Fault(found, expected, mend, ("categories",), reason="parts")

    def _estimates_of_last_year(self) -> Iterator[Fault]:
        for path in self.last_year.estimates() if self.last_year else ():
            at = ("last_year", *FigurePath.parse(path).steps)
            expected = message("one number, because last year is known")
            yield Fault(message("an estimate"), expected, message("write the actual number"), at)

    def sales_in(self, case: Case) -> Decimal | Index | Formula:
        """Sales, their growth or their formula, in one case of what is uncertain."""
        if not isinstance(self.sales, Estimate):
            return self.sales
        value = self.sales.value(case)
        return Index(value) if self.sales.growth else value

    def amount_of_sales(self, case: Case) -> Decimal | None:
        """Sales in one case, growth on last year's multiplied out; None where last year is not given."""
        return exact_figure(self.case(case), "sales")

    def estimates(self) -> dict[str, Estimate]:
        """What is uncertain, by the path of its figure; growth of sales under `sales_growth`."""
        found = {}
        if isinstance(self.sales, Estimate):
            found[GROWTH if self.sales.growth else "sales"] = self.sales
        if self.stores and isinstance(self.stores.new, Estimate):
            found["stores.new"] = self.stores.new
        return found

    def case(self, case: Case) -> Plan:
        """The plan with one of the three values in place of each estimate; itself where there is none."""
        if not self.estimates():
            return self
        stores = self.stores and self.stores.case(case)
        return self.model_copy(update={"sales": self.sales_in(case), "stores": stores})

    @property
    def starts(self) -> int:
        """The calendar month in which the contract year begins."""
        return self.months.starts if self.months else 1

    def kind(self, path: str) -> NumberKind:
        """What kind of number a figure is, of any year of the plan."""
        return _kinds(self)(path)

    def with_formulas_of(self, other: Plan) -> Plan:
        """The plan with the formulas of figures of another one, which go before its own; its numbers go before both.

        Formulas of sales, volume and target stay with their plan. What names a figure that this plan lacks is left out.
        """
        theirs = {name: value for name, value in other.figures.items() if isinstance(value, Formula)}
        numbers = {name for name, value in self.figures.items() if not isinstance(value, Formula)}
        return with_formulas(self, {name: value for name, value in theirs.items() if name not in numbers})

    def names(self) -> Iterator[str]:
        """The figures whose names the user chose, last year's too."""
        yield from self.figures
        yield from (EVENTS + name for name in self.events)
        yield from (BLOCKS + name for name in self.blocks)
        yield from (FACTS + name for name in self.facts)
        keys = self.keys_given()
        yield from category_paths(keys["categories"])
        yield from store_paths(keys["stores"])
        if self.last_year:
            yield from self.last_year.names()

    def keys_given(self) -> dict[str, Any]:
        """The plan as a mapping of its keys, last year's included, for whoever asks what figures it offers."""
        categories = {name: vars(category) for name, category in self.categories.items()}
        stores = vars(self.stores) if self.stores else None
        last_year = self.last_year.keys_given() if self.last_year else None
        return {**vars(self), "categories": categories, "stores": stores, "last_year": last_year}
