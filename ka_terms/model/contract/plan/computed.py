"""What is wrong with the formulas of a plan: unknown names, circles, chains too long, kinds that do not go together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.model.contract.fact import read_fact
from ka_terms.model.contract.formula import Formula, formula_kind
from ka_terms.model.contract.formula_text import spaced_out
from ka_terms.model.contract.name_mends import known_as_other, names_of, unknown_figure
from ka_terms.model.contract.plan.figures import DERIVED, PlanFigures
from ka_terms.model.contract.plan.stated_figures import formulas
from ka_terms.model.faults import Fault, Path, nearest, only, quoted
from ka_terms.model.numbers.month import Months
from ka_terms.model.numbers.notations import taken_by
from ka_terms.model.numbers.number import Percent, plainly, read_number, reads_as_number
from ka_terms.model.privacy import looks_private
from ka_terms.model.vocabulary.figures import BUILT_IN, FigurePath, MonthPath, NumberKind, figure_kind
from ka_terms.model.vocabulary.offered import missing_for, offered
from ka_terms.text.messages import Message, message

if TYPE_CHECKING:
    from ka_terms.model.contract.plan.plan import Plan

MOST_LINKS = 20
"""Figures that may follow from each other in a row."""
MOST_FACTORS = 4
"""Stated numbers that may be multiplied, counted through all figures that a formula names."""
MOST_WRITTEN_DIGITS = 60
"""Digits of the numbers written in formulas that may be multiplied, counted likewise."""


def faulty_formulas(plan: Plan) -> Iterator[Fault]:
    """The faults of the formulas of this year, with their paths from the plan down; one a formula."""
    own = {path: formula for path, formula in formulas(plan).items() if not FigurePath.parse(path).years}
    faults = [*_unknown_names(plan, own)] if own else []
    faults = faults or ([*_circles(plan, own)] if own else [])
    yield from faults
    if not faults:
        sizes = PlanFigures(plan, _Sizes())
        for path, formula in own.items():
            if fault := _too_large(sizes(path), formula) or _of_wrong_kinds(plan, path, formula):
                yield fault._replace(at=place_of(plan, path))


def place_of(plan: Plan, path: str) -> Path:
    """Where the plan states a figure of its year."""
    return ("figures", path) if path in plan.figures else FigurePath.parse(path).steps


def _unknown_names(plan: Plan, own: Mapping[str, Formula]) -> Iterator[Fault]:
    keys = plan.keys_given()
    known = offered(keys)
    for path, formula in own.items():
        unknown = next((name for name in formula.paths() if name not in known), None)
        if unknown is not None:
            yield _unknown(unknown, formula, keys, known)._replace(at=place_of(plan, path))


def _unknown(name: str, formula: Formula, keys: Mapping[str, object], known: frozenset[str]) -> Fault:
    if looks_private(name.partition(".")[0]):
        expected = message("a figure that is not private")
        return Fault(
            quoted(name), expected, message("state the number under another name, if all may see it")
        )
    mend = missing_for(name, keys) or spaced_out(name, known)
    if formula.text == name:
        expected = message("a number, or a figure of the plan")
        mend = mend or nearest(name, known) or _of_word(name)
    else:
        expected = message("a figure of the plan in `{formula}`", formula=formula.text)
        mend = mend or _of_operand(name, formula) or known_as_other(name, "figures", names_of(keys, known))
        mend = mend or nearest(name, known) or unknown_figure(name)
    return Fault(quoted(name), expected, mend, reason="unknown_source")


def _of_word(name: str) -> Message:
    """The mend of a word in place of a number."""
    if taken_by(read_fact)(name):
        return message("write a number, or put what is so or not so under `facts`")
    return message("write a number, or the name of a figure of the plan")


def _of_operand(name: str, formula: Formula) -> Message | str:
    """The mend of `5% of 100`, and of a share of a share; empty of any other operand."""
    if reads_as_number(name) and not name.endswith(("%", "％")):
        (operand,) = [each for each in formula.operands() if each.path == name][:1]
        (other,) = [*formula.operands()][:1]
        if len(formula.summands) == 1 and operand is other and len(formula.summands[0].operands) == 1:
            assert operand.number is not None  # a figure alone is no formula of several parts
            return only(plainly(operand.number * read_number(name)))
        return message("work it out and write the number")
    if " of " in name and "%" in name.partition(" of ")[0]:
        return message("write the share of the share as a percentage of its own")
    return ""


class _Names:
    """The reading, and the number in it, that notes what figures a formula asks for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def at(self, name: str) -> _Names:
        self.asked.append(name)
        return self

    def _itself(self, *_: object) -> _Names:
        return self

    __add__ = __sub__ = __mul__ = constant = maximum = minimum = leaf = derived = divide = named = _itself
    of_months = _itself


def _sources(path: str, own: Mapping[str, Formula]) -> list[str]:
    """The figures of the same plan that one follows from at once; none for one that the plan states."""
    if path in own:
        return own[path].paths()
    # Sales that are no formula are stated, as an amount or as a growth on those of another year.
    if path == "sales" or path not in DERIVED:
        return []
    names = _Names()
    DERIVED[path](names.at, names)
    return names.asked


def all_sources(plan: Plan, path: str) -> set[str]:
    """The figures of the same plan that one follows from, directly or through others."""
    own = formulas(plan)
    found: set[str] = set()
    pending = [path]
    while pending:
        new = [name for name in _sources(pending.pop(), own) if name not in found]
        found.update(new)
        pending += new
    return found


def sales_move_with(plan: Plan, path: str) -> bool:
    """Whether a figure follows from sales, or sales from it."""
    return path == "sales" or "sales" in all_sources(plan, path) or path in all_sources(plan, "sales")


def _circles(plan: Plan, own: Mapping[str, Formula]) -> Iterator[Fault]:
    """The fault of the first circle, which names the way, and of a chain that is too long."""
    links: dict[str, int] = {}
    for start in own:
        trail = [start]
        while trail:
            path = trail[-1]
            sources = _sources(path, own)
            waiting = next((name for name in sources if name not in links), None)
            if waiting is None:
                links[path] = 1 + max((links[name] for name in sources), default=0)
                trail.pop()
                if path in own and links[path] > MOST_LINKS + 1:
                    yield _too_long(path, own[path], plan)
                    return
            elif waiting in trail:
                yield _circle([*trail[trail.index(waiting) :], waiting], own, plan)
                return
            else:
                trail.append(waiting)


def _circle(way: list[str], own: Mapping[str, Formula], plan: Plan) -> Fault:
    first = next(path for path in way if path in own)
    found = message("a circle of figures: {path}", path=" -> ".join(way))
    mend = message("write a number for one of them")
    return Fault(
        found, message("figures that can be worked out one after another"), mend, place_of(plan, first)
    )


def _too_long(path: str, formula: Formula, plan: Plan) -> Fault:
    expected = message("at most {most} figures that follow from each other in a row", most=MOST_LINKS)
    mend = message("write a number for one of them")
    return Fault(quoted(formula.text), expected, mend, place_of(plan, path))


def with_formulas(plan: Plan, formulas: Mapping[str, Formula]) -> Plan:
    """The plan with further formulas of own figures; without those that it cannot follow, nor what names these."""
    taken = dict(formulas)
    while taken:
        changed = plan.model_copy(update={"figures": {**plan.figures, **taken}})
        faulty = {fault.at for fault in faulty_formulas(changed)}
        if not faulty:
            return changed
        kept = {name: formula for name, formula in taken.items() if ("figures", name) not in faulty}
        # Where a formula of the plan itself no longer holds, as in a circle of both, the plan stays as it is.
        taken = kept if len(kept) < len(taken) else {}
    return plan


class PlanKinds:
    """The kinds of the figures of a plan by path, each found once."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._known: dict[str, NumberKind] = {}

    def __call__(self, path: str) -> NumberKind:
        if path not in self._known:
            self._known[path] = self._find(path)
        return self._known[path]

    def _find(self, path: str) -> NumberKind:
        if of_month := MonthPath.parse(path):
            return self(of_month.figure)
        figure = FigurePath.parse(path)
        plan: Plan | None = self._plan
        for _ in range(figure.years):
            plan = plan and plan.last_year
        value = plan.figures.get(figure.plain) if plan else None
        if isinstance(value, Formula):
            return formula_kind(value, lambda name: self(figure.beside(name)))[0]
        return "rate" if isinstance(value, Percent) else figure_kind(path)


@dataclass(frozen=True, slots=True)
class _Size:
    """How many stated numbers are multiplied at most, and how many digits written in formulas."""

    factors: int
    digits: int = 0

    def __add__(self, other: _Size) -> _Size:
        return _Size(max(self.factors, other.factors), max(self.digits, other.digits))

    __sub__ = __add__

    def __mul__(self, other: _Size) -> _Size:
        return _Size(self.factors + other.factors, self.digits + other.digits)


class _Sizes:
    """The reading that tells how large a figure may become."""

    def leaf(self, path: str, value: Decimal) -> _Size:
        return _Size(1)

    def derived(self, path: str, value: _Size) -> _Size:
        return value

    def constant(self, value: Decimal) -> _Size:
        return _Size(0, len(value.as_tuple().digits))

    def maximum(self, one: _Size, other: _Size) -> _Size:
        return one + other

    def divide(self, one: _Size, other: _Size) -> _Size:
        return one

    def named(self, kind: str, value: _Size) -> _Size:
        return value

    def of_months(self, path: str, months: Months, value: _Size) -> _Size:
        return value


def _too_large(size: _Size, formula: Formula) -> Fault | None:
    if size.factors > MOST_FACTORS:
        expected = message("at most {most} stated numbers multiplied with each other", most=MOST_FACTORS)
        return Fault(quoted(formula.text), expected, message("work out a part and write the number"))
    if size.digits > MOST_WRITTEN_DIGITS:
        expected = message(
            "at most {most} written digits multiplied with each other", most=MOST_WRITTEN_DIGITS
        )
        return Fault(quoted(formula.text), expected, message("write the numbers with fewer digits"))
    return None


def _of_wrong_kinds(plan: Plan, path: str, formula: Formula) -> Fault | None:
    kind, why = formula_kind(formula, plan.kind)
    if why is not None:
        return why
    wanted = BUILT_IN[path].kind if path in BUILT_IN else kind
    if kind in (wanted, "number") or (kind == "count" and wanted == "number"):
        return None
    expected = message("an amount of money") if wanted == "money" else message("a number of units")
    return Fault(quoted(formula.text), expected, message("correct the formula"))
