"""Categories of a plan: parts of its sales and its volume."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field, PlainSerializer, PlainValidator

from ka_terms.model.base import Key, Model, read_key
from ka_terms.model.contract.formula import Formula, sum_of
from ka_terms.model.contract.plan.figure_values import (
    CATEGORY_SALES_SCHEMA,
    read_category_sales,
    write_figure,
)
from ka_terms.model.contract.plan.portion import FEWER_PARTS, PartAmount, Portion
from ka_terms.model.faults import Fault, quoted, refusal
from ka_terms.model.numbers.number import Percent
from ka_terms.model.vocabulary.figures import OTHER
from ka_terms.model.vocabulary.offered import category_paths
from ka_terms.text.messages import message

MOST_CATEGORIES = 100

_CategorySales = Annotated[
    Decimal | Percent | Portion,
    PlainValidator(read_category_sales),
    PlainSerializer(write_figure),
    CATEGORY_SALES_SCHEMA,
]


class Category(Model):
    """One part of the business of a year."""

    sales: _CategorySales | None = Field(
        default=None, description="Its sales: an amount, or a share of all sales such as 60%."
    )
    volume: PartAmount | None = Field(default=None, description="Its volume, in units or cases.")


def read_category_name(raw: object) -> str:
    """The name of a category. Errors: `other`, which is what no category has; and as for every key."""
    if raw == OTHER:
        expected = message("another name, because `other` is what the categories leave over")
        mend = message("delete it, or choose another name")
        raise refusal(Fault(quoted(raw), expected, mend, on_key=True))
    return read_key(raw)


CategoryName = Annotated[Key, PlainValidator(read_category_name)]


def sales_of(categories: object) -> Formula | None:
    """The sum of the sales of categories as a file states them; None where they state none."""
    return sum_of_parts(categories, "sales")


def sum_of_parts(categories: object, whole: str) -> Formula | None:
    """The same of their sales or their volume."""
    paths = [path for path in category_paths(categories) if path.endswith(f".{whole}")]
    return sum_of(paths) if paths else None


def with_sales(raw: Any) -> Any:
    """The keys of a plan; where they lack sales but have categories, those of the categories make them."""
    if not isinstance(raw, Mapping) or raw.get("sales") is not None:
        return raw
    total = sales_of(raw.get("categories"))
    return {**raw, "sales": total} if total else raw


def faulty_categories(categories: Mapping[str, Category], makes_sales: bool) -> Iterator[Fault]:
    """The faults of too many categories, of one of nothing, and of a share of sales that the categories make."""
    if len(categories) > MOST_CATEGORIES:
        expected = message("at most {count} categories", count=MOST_CATEGORIES)
        yield Fault(
            message("{count} categories", count=len(categories)), expected, FEWER_PARTS, ("categories",)
        )
    for name, category in categories.items():
        if category.sales is None and category.volume is None:
            expected = message("`sales` or `volume` of the category")
            yield Fault(message("neither"), expected, message("add `sales:`"), ("categories", name))
        elif makes_sales and isinstance(category.sales, Percent):
            expected = message("an amount, because the categories make the sales of this plan")
            mend = message("add `sales:` to `plan`, or write an amount")
            yield Fault(quoted(str(category.sales)), expected, mend, ("categories", name, "sales"))
