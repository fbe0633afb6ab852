"""A scenario from its file, with the place every value came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from ka_terms.model.base import WITH_VALUES
from ka_terms.model.contract.rule_references import rules_by_path
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.doubtful_points import doubtful_in
from ka_terms.model.faults import Path as Steps
from ka_terms.model.vocabulary.figures import GROWTH, MONTHS, FigurePath
from ka_terms.model.vocabulary.parameters import Parameter
from ka_terms.reading.diagnosis.places import Place, doubtful_points, follow, locate
from ka_terms.reading.known_names import with_known_references
from ka_terms.reading.merging.layers import Change
from ka_terms.reading.merging.loader import Tree
from ka_terms.reading.problems.privacy import shown_path
from ka_terms.reading.problems.problem import Problem, ReadError, in_file_order
from ka_terms.reading.problems.source import Source
from ka_terms.reading.saved_statement import amounts, is_saved, problems_of_saved, without_results
from ka_terms.reading.yaml.yaml_tree import Node
from ka_terms.text.safe import visible

if TYPE_CHECKING:
    from ka_terms.reading.as_written import Given


@dataclass(frozen=True)
class Loaded:
    """A scenario, the tree it was read from, and, of a saved statement, the amounts it was saved with."""

    scenario: Scenario
    root: Node = field(repr=False)
    name: str
    saved: Mapping[str, Decimal] | None = None

    def sources(self) -> list[Source]:
        """The files that its values came from, each once: its own, and those that it refers to."""
        found: dict[Source, None] = {}
        pending = [self.root]
        while pending:
            node = pending.pop()
            found.setdefault(node.mark.source)
            inner = (
                node.value
                if isinstance(node.value, list)
                else [each.node for each in node.entries().values()]
            )
            pending.extend(reversed(inner))
        return [*found]

    def given(self) -> Given:
        from ka_terms.reading.as_written import given  # only doubts need it

        return given(self.root, self.scenario.currency, self.saved is not None)

    def place_of(self, path: Steps, on_key: bool) -> Place:
        """Where the value at a path stands, or its key; the innermost thing on the way to it where there is none."""
        entry, _ = follow(self.root, path)
        mark = entry.mark if on_key else entry.node.mark
        return Place(mark.source.name, mark.line, mark.column, visible(shown_path(path)))

    def origin(self, path: Steps) -> str | None:
        """`file:line` of the value at a path such as ("terms", "listing_fee", "amount"); None where none is stated."""
        mark, found = locate(self.root, path)
        return f"{mark.source.name}:{mark.line}" if found else None

    def _steps(self, key: str, parameter: Parameter) -> Steps:
        """The way to a parameter from its term down; to a rule through its list and `any`."""
        if not parameter.rule:
            return parameter.steps
        paths = [path for path, _ in rules_by_path(self.scenario.terms[key]) if path[0] == parameter.field]
        return paths[parameter.rule - 1]

    def origin_of(self, name: str) -> str | None:
        """`file:line` of a figure (`stores.new`) or a parameter (`listing_fee.amount`) by the path formulas use."""
        return next(filter(None, map(self.origin, self._ways(name))), None)

    def steps_of(self, name: str) -> Steps | None:
        """The way down the tree to the same; None where no file states it."""
        return next((way for way in self._ways(name) if locate(self.root, way)[1]), None)

    def _ways(self, name: str) -> Iterator[Steps]:
        """Where in the tree a figure or a parameter may stand, the likeliest first."""
        for key in self.scenario.fees:
            part = "terms" if key in self.scenario.terms else "together"
            if parameter := Parameter.of(key, name):
                yield part, key, *self._steps(key, parameter)
        figure = FigurePath.parse(name)
        if figure.plain == GROWTH:
            # Growth stands where the sales do that it makes.
            figure = FigurePath(figure.years, "sales")
        way = ("plan", *figure.steps)
        own = ("plan", *["last_year"] * figure.years, "figures", figure.plain)
        if figure.plain == MONTHS:
            # The key `months` of a plan says what falls into each of them, and not how many there are.
            yield own
            return
        # Of an estimate the likely value is what counts.
        yield from ((*way, "likely"), way, own)


def load(path: Path | str, canonical: Callable[[str], str] = str, given: bytes | None = None) -> Loaded:
    """Read one scenario, or a statement saved as JSON. `canonical` gives a term's key for any name of its fee type.

    `given` is the content where that stands in no file: then `path` is what messages call it, and what it refers to is
    looked for from the working directory.

    Errors: `ReadError` with every problem of the file, and of those it refers to.
    """
    name = str(path)
    tree = Tree(canonical)
    try:
        root, changes = tree.read(Path(path), name, given)
    except ReadError as error:
        raise ReadError(*in_file_order([*tree.problems, *error.problems])) from None
    saved = is_saved(root)
    problems = [*tree.problems, *(problems_of_saved(root) if saved else ())]
    contract = without_results(root)
    content = with_known_references(contract.plain(), canonical)
    problems += [] if saved else doubtful_points(contract, doubtful_in(content))
    try:
        scenario = Scenario.model_validate(content, context=WITH_VALUES)
    except ValidationError as error:
        found = _all_problems(error, contract, canonical, tree.partial)
        problems += filter(tree.is_whole, _at_their_causes(found, contract, changes, canonical))
        raise ReadError(*in_file_order(problems)) from None
    if problems:
        raise ReadError(*in_file_order(problems))
    return Loaded(scenario, contract, name, amounts(root) if saved else None)


def _all_problems(
    error: ValidationError, root: Node, canonical: Callable[[str], str], in_parts: bool
) -> list[Problem]:
    """What the model says, and the references it did not come to look at because of that."""
    from ka_terms.reading.diagnosis.model_errors import (  # only a mistake needs it
        problems_of,
        unseen_references,
    )

    problems = problems_of(error, root, partial=in_parts)
    seen = any(problem.fault.is_reference for problem in problems)
    return (
        problems
        if seen or in_parts
        else [*problems, *unseen_references(root, with_known_references(root.plain(), canonical))]
    )


def _at_their_causes(
    problems: list[Problem], root: Node, changes: Sequence[Change], canonical: Callable[[str], str]
) -> list[Problem]:
    if not changes:
        return problems
    from ka_terms.reading.diagnosis.causes import at_their_causes  # only a mistake needs it

    return at_their_causes(problems, root, changes, partial(_problems_of_contract, canonical))


def _problems_of_contract(canonical: Callable[[str], str], root: Node) -> list[Problem]:
    try:
        Scenario.model_validate(with_known_references(root.plain(), canonical), context=WITH_VALUES)
    except ValidationError as error:
        return _all_problems(error, root, canonical, in_parts=False)
    return []
