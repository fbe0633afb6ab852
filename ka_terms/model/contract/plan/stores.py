"""The stores of a plan, all together or by class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from decimal import ROUND_DOWN, ROUND_UP, Decimal
from fractions import Fraction
from typing import Any

from pydantic import Field, model_validator

from ka_terms.model.base import Key, Model
from ka_terms.model.contract.plan.estimate import Case, Estimate, UncertainCount
from ka_terms.model.contract.plan.portion import FEWER_PARTS, PartCount, Portion, portions
from ka_terms.model.contract.plan.stated_figures import STORE_COUNTS
from ka_terms.model.faults import Fault, quoted
from ka_terms.model.numbers.fields import Count
from ka_terms.model.numbers.number import MOST_DECIMALS, plainly, read_count, with_commas
from ka_terms.text.messages import message

CORRECT_ONE = message("correct one of the two numbers")
MOST_CLASSES = 100
_NONE = Decimal(0)
_FINEST = Decimal(1).scaleb(-MOST_DECIMALS)


class StoreClass(Model):
    """The stores of one class over the year."""

    opening: PartCount = Field(description="Stores of the class at the start of the year.")
    new: PartCount = Field(
        default=_NONE, description="Stores of the class opened in the year; 0 unless said."
    )
    closed: PartCount = Field(
        default=_NONE, description="Stores of the class closed in the year; 0 unless said."
    )

    def _faults(self) -> Iterator[Fault]:
        opening, new, closed = self.opening, self.new, self.closed
        if isinstance(opening, Decimal) and isinstance(new, Decimal) and isinstance(closed, Decimal):
            yield from _too_many_closed(closed, opening + new)


class Stores(Model):
    """Stores of the account over the year; the closing and the average number follow from these."""

    opening: Count = Field(description="Stores at the start of the year.")
    new: UncertainCount = Field(
        default=_NONE,
        description="Stores opened in the year, or {low: 5, likely: 10, high: 12}; 0 unless said.",
    )
    closed: Count = Field(default=_NONE, description="Stores closed in the year; 0 unless said.")
    classes: dict[Key, StoreClass] = Field(
        default={},
        description="Stores by class: {hyper: {opening: 5}} is stores.hyper.opening. Their sums are the totals.",
    )

    @model_validator(mode="before")
    @classmethod
    def _of_classes(cls, raw: Any) -> Any:
        """The totals that are not said are the sums of the classes."""
        classes = raw.get("classes") if isinstance(raw, Mapping) else None
        if not isinstance(classes, Mapping) or not classes:
            return raw
        sums = {name: _sum_said(classes.values(), name) for name in STORE_COUNTS}
        return {**sums, **{name: value for name, value in raw.items() if value is not None}}

    def _faults(self) -> Iterator[Fault]:
        if len(self.classes) > MOST_CLASSES:
            expected = message("at most {count} classes of stores", count=MOST_CLASSES)
            yield Fault(
                message("{count} classes", count=len(self.classes)), expected, FEWER_PARTS, ("classes",)
            )
        for name in STORE_COUNTS:
            total = self.new_in("likely") if name == "new" else getattr(self, name)
            if self.is_sum(name) and total != (parts := sum_of_parts(self.counts(name).values())):
                expected = message("{total}, which the classes come to", total=f"{parts:,}")
                yield Fault(quoted(total), expected, CORRECT_ONE, (name,))
        yield from _too_many_closed(
            self.closed, self.opening + self.new_in("low"), isinstance(self.new, Estimate)
        )
        yield from self._estimate_of_nothing()
        yield from self._too_many_closed_by_class()

    def _estimate_of_nothing(self) -> Iterator[Fault]:
        """The fault of an estimate that no class has a portion of."""
        if isinstance(self.new, Estimate) and self.is_sum("new") and not self.new_in("likely"):
            expected = message("one number, because no class opens stores of which it has a portion")
            mend = message("write `new` in the classes, and `likely` that they come to")
            yield Fault(message("an estimate"), expected, mend, ("new",))

    def _too_many_closed_by_class(self) -> Iterator[Fault]:
        """The faults of classes that have portions of a total, of an estimate those of its low."""
        stores, estimated = self.case("low"), isinstance(self.new, Estimate)
        for key, of_class in stores.classes.items():
            if any(isinstance(count, Portion) for count in vars(of_class).values()):
                opening, new, closed = (stores.exact_count(key, name) for name in STORE_COUNTS)
                if closed > opening + new:
                    most = _shown(opening + new, ROUND_DOWN)
                    yield from _too_many_closed(_shown(closed, ROUND_UP), most, estimated, ("classes", key))

    def exact_count(self, key: str, name: str) -> Fraction:
        """The stores of a class, of a portion too with every digit; none of the totals is an estimate."""
        count = getattr(self.classes[key], name)
        return count.of_total(getattr(self, name)) if isinstance(count, Portion) else Fraction(count)

    def new_in(self, case: Case) -> Decimal:
        """Stores opened in the year, in one case of what is uncertain."""
        return self.new.value(case) if isinstance(self.new, Estimate) else self.new

    def case(self, case: Case) -> Stores:
        """The stores with one of the three values in place of an estimate, of which the classes have portions."""
        if not isinstance(self.new, Estimate):
            return self
        # In the likely case the classes are as stated: their sum is the total.
        new = self.new_in(case)
        return self.model_copy(update={"new": new}) if case == "likely" else self.with_total("new", new)

    def counts(self, name: str) -> dict[str, Decimal | Portion]:
        """The stores of each class: opening, new or closed ones."""
        return {key: getattr(of_class, name) for key, of_class in self.classes.items()}

    def is_sum(self, name: str) -> bool:
        """Whether a total is that of the classes, and not one that they have portions of."""
        return bool(self.classes) and not any(
            isinstance(count, Portion) for count in self.counts(name).values()
        )

    def with_total(self, name: str, total: Decimal) -> Stores:
        """The stores with another total, of which the classes keep their portions."""
        parts = portions(self.counts(name))
        classes = {key: self.classes[key].model_copy(update={name: part}) for key, part in parts.items()}
        return self.model_copy(update={name: total, "classes": classes})

    def with_class(self, key: str, name: str, count: Decimal) -> Stores:
        """The stores with another count of one class, which moves the total."""
        classes = {**self.classes, key: self.classes[key].model_copy(update={name: count})}
        changed = self.model_copy(update={"classes": classes})
        return changed.model_copy(update={name: sum_of_parts(changed.counts(name).values())})


def sum_of_parts(counts: Iterable[Decimal | Portion]) -> Decimal:
    """The sum of the counts that are stated."""
    return sum((count for count in counts if isinstance(count, Decimal)), _NONE)


def _sum_said(classes: Iterable[Any], name: str) -> Decimal:
    """What the classes come to as they are written; one that cannot be read is told by its own check."""
    total = _NONE
    for of_class in classes:
        said = of_class.get(name) if isinstance(of_class, Mapping) else getattr(of_class, name, None)
        with suppress(ValueError):
            total += read_count(said)
    return total


def _shown(count: Fraction, rounding: str) -> Decimal:
    """The count to the last decimal that a file states."""
    return (Decimal(count.numerator) / Decimal(count.denominator)).quantize(_FINEST, rounding)


def _too_many_closed(
    closed: Decimal, stores: Decimal, estimated: bool = False, at: tuple[str, ...] = ()
) -> Iterator[Fault]:
    """The fault of more closed stores than there are."""
    if closed > stores:
        most = with_commas(stores)
        expected = message("no more closed stores than opening and new stores ({most})", most=most)
        if estimated:
            expected = message(
                "no more closed stores than opening stores and the low of new stores ({most})", most=most
            )
        yield Fault(quoted(plainly(closed)), expected, CORRECT_ONE, (*at, "closed"), reason="closed")
