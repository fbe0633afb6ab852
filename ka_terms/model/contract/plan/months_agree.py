"""What a plan states of its months and of its year: what is given once makes the other, what is given twice agrees."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from ka_terms.model.contract.plan.by_period import QUARTERS_A_YEAR, ByPeriod
from ka_terms.model.contract.plan.courses import courses, is_mean
from ka_terms.model.contract.plan.exact_figures import ExactFigures, exact_figure
from ka_terms.model.contract.plan.figures import PlanFigures
from ka_terms.model.contract.plan.period_values import (
    read_amounts,
    read_counts,
    read_event,
    read_event_quarters,
    read_facts,
    total_stated,
)
from ka_terms.model.contract.plan.stated_figures import formulas
from ka_terms.model.faults import Fault, Path
from ka_terms.model.numbers.month import MONTHS_A_YEAR, YEAR, calendar_month, month_name
from ka_terms.model.numbers.number import Percent, plainly, to_decimals, with_commas, write_percent
from ka_terms.model.vocabulary.figures import FACTS, OTHER, STORES
from ka_terms.text.messages import message

if TYPE_CHECKING:
    from ka_terms.model.contract.plan.plan import Plan
    from ka_terms.model.contract.plan.plan_months import Listed

_AMOUNTS = ("sales", "volume", "returns", "target")
_LISTED = (*_AMOUNTS, "stores", "skus", "events", "categories", "figures", "facts")
_Read = Callable[[object], ByPeriod]


def with_sums_of_months(raw: Any) -> Any:
    """The keys of a plan; what it does not state but lists by month or quarter is what that comes to."""
    months = raw.get("months") if isinstance(raw, Mapping) else None
    if not isinstance(months, Mapping):
        return raw
    quarters = months.get("quarters")
    plan = _with_starts_of_last_year(raw, months)
    by_quarter = quarters if isinstance(quarters, Mapping) else {}
    for listed, size in ((months, MONTHS_A_YEAR), (by_quarter, QUARTERS_A_YEAR)):
        for field in _AMOUNTS:
            _fill(plan, field, listed, read_amounts)
        _fill_group(plan, "skus", listed, {"new": read_counts})
        _fill_stores(plan, listed)
        of_event = read_event if size == MONTHS_A_YEAR else read_event_quarters
        _fill_named(plan, "events", listed, of_event, size)
        _fill_named(plan, "figures", listed, read_amounts, size)
        _fill_named(plan, "facts", listed, read_facts, size)
        _fill_categories(plan, listed)
    return plan


def with_all_listed(plan: Mapping[str, Any]) -> dict[str, Any]:
    """The keys of a plan and of its last years with all that their months list, whether or not that can be read.

    For whoever asks only which figures a plan gives.
    """
    given = dict(plan)
    if isinstance(before := given.get("last_year"), Mapping):
        given["last_year"] = with_all_listed(before)
    months = given.get("months")
    for listed in (months, months.get("quarters")) if isinstance(months, Mapping) else ():
        if isinstance(listed, Mapping):
            known = {key: value for key, value in listed.items() if key in _LISTED}
            given = _beside(given, known)
    return given


def _beside(given: Mapping[str, Any], listed: Mapping[str, Any]) -> dict[str, Any]:
    """What is given, and what is listed of everything else."""
    both = dict(given)
    for key, value in listed.items():
        if both.get(key) is None:
            both[key] = value
        elif isinstance(both[key], Mapping) and isinstance(value, Mapping):
            both[key] = _beside(both[key], value)
    return both


def _with_starts_of_last_year(raw: Mapping[str, Any], months: Mapping[str, Any]) -> dict[str, Any]:
    """The keys of a plan whose last year, where it stands in place, begins in the same month."""
    before = raw.get("last_year")
    if not isinstance(before, Mapping) or "starts" not in months:
        return dict(raw)
    inner = before.get("months")
    if not isinstance(inner, Mapping) or "starts" in inner:
        return dict(raw)
    return {**raw, "last_year": {**before, "months": {**inner, "starts": months["starts"]}}}


def _fill(into: dict[str, Any], key: str, listed: Mapping[str, Any], read: _Read, size: int = 0) -> None:
    """The sum of the months under a key, unless the year stands there. `size` is 12 or 4 of what may be no sum."""
    if into.get(key) is not None or listed.get(key) is None:
        return
    year = _year_of(listed[key], read, size) if size else total_stated(listed[key], read)
    if year is not None:
        into[key] = year


def _year_of(raw: object, read: _Read, size: int) -> Any:
    """The year of an own figure or a fact: the sum of amounts, the mean of shares, whether it is so in all months."""
    try:
        found = read(raw)
    except ValueError:
        return None
    if found.unit == "fact":
        return len(found.values) == size and all(found.values)
    if found.unit == "share":
        # A mean that does not end is stated to eight decimals; its months are what the file says.
        return Percent(to_decimals(Fraction(found.total) / size, 8))
    return found.total


def _fill_group(
    plan: dict[str, Any], group: str, listed: Mapping[str, Any], reads: Mapping[str, _Read]
) -> None:
    inside, months = plan.get(group), listed.get(group)
    if isinstance(inside, Mapping) and isinstance(months, Mapping):
        filled = dict(inside)
        for key, read in reads.items():
            _fill(filled, key, months, read)
        plan[group] = filled


def _fill_stores(plan: dict[str, Any], listed: Mapping[str, Any]) -> None:
    reads = {"new": read_counts, "closed": read_counts}
    stores, months = plan.get("stores"), listed.get("stores")
    if not isinstance(stores, Mapping) or not isinstance(months, Mapping):
        return
    classes = stores.get("classes")
    if isinstance(classes, Mapping) and isinstance(months.get("classes"), Mapping):
        filled = dict(classes)
        for key in filled:
            _fill_group(filled, key, months["classes"], reads)
        plan["stores"] = {**stores, "classes": filled}
    if not classes:
        _fill_group(plan, "stores", listed, reads)


def _fill_named(plan: dict[str, Any], group: str, listed: Mapping[str, Any], read: _Read, size: int) -> None:
    inside, months = plan.get(group) or {}, listed.get(group)
    if isinstance(inside, Mapping) and isinstance(months, Mapping):
        filled = dict(inside)
        for key in months:
            _fill(filled, key, months, read, size)
        if filled:
            plan[group] = filled


def _fill_categories(plan: dict[str, Any], listed: Mapping[str, Any]) -> None:
    inside, months = plan.get("categories") or {}, listed.get("categories")
    if isinstance(inside, Mapping) and isinstance(months, Mapping):
        filled = {**{name: {} for name in months if name != OTHER}, **inside}
        for key in filled:
            _fill_group(filled, key, months, {"sales": read_amounts, "volume": read_amounts})
        plan["categories"] = {
            name: category for name, category in filled.items() if category != {} or name in inside
        }


def faulty_months(plan: Plan) -> Iterator[Fault]:
    """The faults of months that come to another year than the plan states, or that no plan can have."""
    yield from _of_other_start(plan)
    if plan.months is None:
        return
    every = plan.months.every()
    found = [fault for path, listed in every.items() for fault in _of_figure(plan, path, listed)]
    yield from found
    if not found:
        yield from [*_unlike_its_parts(plan, every)] or _closed_before_opened(plan, every)


def _of_other_start(plan: Plan) -> Iterator[Fault]:
    """The fault of a last year whose months are counted from another month than those of this year."""
    before = plan.last_year
    if before and before.months and before.starts != plan.starts:
        found = message("a last year that begins in {month}", month=month_name(before.starts))
        expected = message("the month in which this year begins ({month})", month=month_name(plan.starts))
        yield Fault(
            found, expected, message("write the same `starts` in both years"), ("last_year", "months")
        )


def _of_figure(plan: Plan, path: str, listed: Listed) -> Iterator[Fault]:
    at = ("months", *listed.at)
    if path.startswith(FACTS):
        yield from _of_fact(plan, path, at)
        return
    year = exact_figure(plan.case("likely"), path)
    if year is None:
        yield Fault(
            message("months of {figure}", figure=path),
            message("a figure that the plan states"),
            message("add it to `plan`"),
            at,
        )
    elif listed.by.unit == "amount":
        yield from _of_other_year(plan, path, listed, year)
    elif listed.by.unit in ("portion", "level", "month"):
        return
    elif isinstance(plan.figures.get(path), Percent):
        if not is_mean(year, listed):
            shown = write_percent(to_decimals(Fraction(listed.by.total) / listed.size, 8))
            expected = message("months whose mean is {year}", year=write_percent(year))
            yield Fault(
                message("months whose mean is {mean}", mean=shown),
                expected,
                message("correct a month, or the year"),
                at,
            )
    elif fault := listed.by.other_sum():
        yield fault._replace(at=at)


def _of_fact(plan: Plan, path: str, at: Path) -> Iterator[Fault]:
    """The fault of a fact that the plan states otherwise than its months do."""
    is_so, in_all = plan.facts.get(path.removeprefix(FACTS)), all(courses(plan)[path].weights)
    if is_so is not in_all:
        found = message("yes in every month")
        expected = message("no in at least one month, because `facts` says no of the year")
        if is_so:
            found = message("no in at least one month")
            expected = message("yes in every month, because `facts` says yes of the year")
        yield Fault(found, expected, message("correct the months, or the fact of the year"), at)


def _of_other_year(plan: Plan, path: str, listed: Listed, year: Decimal) -> Iterator[Fault]:
    """The fault of amounts that do not add up to the year, with the difference."""
    total = listed.by.total
    if total == year or courses(plan)[path].is_level:
        return
    above, below = plainly(abs(total - year)), with_commas(year)
    found = message("months that come to {total}", total=with_commas(total))
    if path in plan.figures:
        mean = with_commas(to_decimals(Fraction(total) / listed.size, 4))
        found = message("months that come to {total}, on average {mean}", total=with_commas(total), mean=mean)
    more = {"year": below, "difference": with_commas(Decimal(above))}
    if total > year:
        expected = message("{year}, which the plan states for the year: {difference} less", **more)
    else:
        expected = message("{year}, which the plan states for the year: {difference} more", **more)
    yield Fault(found, expected, message("correct a month, or the year"), ("months", *listed.at))


def _unlike_its_parts(plan: Plan, listed: Mapping[str, Listed]) -> Iterator[Fault]:
    """The fault of a whole that is listed otherwise than the parts that make it."""
    figures = PlanFigures(plan.case("likely"), ExactFigures())
    for whole in filter(listed.__contains__, plan.sums):
        parts = [*formulas(plan)[whole].paths()]
        for month in YEAR:
            of_month = figures.over((month,))
            total, inside = of_month(whole), sum(map(of_month, parts), Fraction(0))
            if total != inside:
                found = message(
                    "{figure} of {total} in {month}, but {inside} in all of its parts",
                    figure=whole,
                    total=plainly(to_decimals(total, 4)),
                    month=month_name(calendar_month(month, plan.starts)),
                    inside=plainly(to_decimals(inside, 4)),
                )
                mend = message("delete the months of {figure}, or those of its parts", figure=whole)
                at = ("months", *listed[whole].at)
                yield Fault(found, message("months that are the same"), mend, at)
                break


def _closed_before_opened(plan: Plan, every: Mapping[str, Listed]) -> Iterator[Fault]:
    """The fault of a month in which more stores close than there are."""
    if plan.stores is None:
        return
    figures = PlanFigures(plan.case("low"), ExactFigures())
    for opening in (STORES, *(f"{STORES}{key}." for key in plan.stores.classes)):
        found_in = every.get(f"{opening}closed") or every.get(f"{opening}new")
        if found_in is None:
            continue
        for at in YEAR:
            month = figures.over((at,))
            if month(f"{opening}closing") < 0:
                most = month(f"{opening}opening") + month(f"{opening}new")
                found = message(
                    "{count} stores that close in {month}",
                    count=plainly(to_decimals(month(f"{opening}closed"), 4)),
                    month=month_name(calendar_month(at, plan.starts)),
                )
                expected = message("no more than there are then ({most})", most=plainly(to_decimals(most, 4)))
                mend = message("let them close later, or open earlier")
                yield Fault(found, expected, mend, ("months", *found_in.at), reason="closed")
                break
