"""The files a house keeps besides its scenarios: fee catalogues, glossaries and policies."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from ka_terms.model.doubtful_points import doubtful_in
from ka_terms.model.faults import Fault, nearest, plain_fault, quoted
from ka_terms.model.faults import Path as Steps
from ka_terms.model.settings.catalogue import OTHER, Catalogue, FeeType
from ka_terms.reading.diagnosis.places import Place, doubtful_points, follow
from ka_terms.reading.merging.loader import named_twice
from ka_terms.reading.problems.problem import Problem, ReadError, in_file_order
from ka_terms.reading.problems.source import Mark, problem_at, read_source
from ka_terms.reading.yaml.yaml_reader import read_tree
from ka_terms.reading.yaml.yaml_tree import Entry, Node
from ka_terms.text.messages import enumerated, message
from ka_terms.text.safe import visible

# Models of files that few runs read are imported by the function that reads them.
if TYPE_CHECKING:
    from ka_terms.model.names import Label
    from ka_terms.model.settings.catalogue_file import CatalogueFile
    from ka_terms.model.settings.policy import Policy

DATA = Path(__file__).parents[1] / "data"
M = TypeVar("M", bound=BaseModel)


def read_as(model: type[M], path: Path | str, name: str = "") -> M:
    """A file as the model it should be. Errors: `ReadError` with every problem."""
    return read_with_tree(model, Path(path), name or str(path))[0]


def read_with_tree(model: type[M], path: Path, name: str, amounts: tuple[str, ...] = ()) -> tuple[M, Node]:
    """A file as the model it should be, and as its tree; it may have amounts under the keys `amounts`."""
    root, problems = _read_tree(path, name)
    _refuse_contract(root, model)
    content = root.plain()
    problems += doubtful_points(root, doubtful_in(content, amounts))
    try:
        value = model.model_validate(content)
    except ValidationError as error:
        from ka_terms.reading.diagnosis.model_errors import problems_of  # only a mistake needs it

        problems += problems_of(error, root, model)
        problems += _hidden_by(error, content, root, model)
        raise ReadError(*in_file_order(problems)) from None
    if problems:
        raise ReadError(*in_file_order(problems))
    return value, root


def _hidden_by(error: ValidationError, content: Any, root: Node, model: type[BaseModel]) -> Iterator[Problem]:
    """The faults between values that the model does not look for while a single value is wrong."""
    from ka_terms.reading.diagnosis.model_errors import problems_of

    for detail in error.errors(include_url=False):
        _remove(content, detail["loc"])
    if "policy" in model.model_fields:
        content.setdefault("policy", model.__name__)
    try:
        model.model_validate(content)
    except ValidationError as second:
        # What is missing now was removed here.
        yield from (
            problem for problem in problems_of(second, root, model) if not problem.fault.is_of_nothing
        )


def _remove(content: Any, path: Sequence[str | int]) -> None:
    """Take the value at a path out of nested mappings, with the entry of the file's own part that it stands in."""
    inner = content
    for step in path[:1]:
        inner = inner.get(step) if isinstance(inner, dict) else None
    if len(path) > 1 and isinstance(inner, dict):
        inner.pop(path[1], None)
    elif isinstance(content, dict) and path:
        content.pop(path[0], None)


_EXPECTED = {
    "Policy": message("a file with house rules"),
    "CatalogueFile": message("a file with fee types"),
    "Glossary": message("a file with labels"),
    "RoundsFile": message("a file with rounds"),
}
"""What a settings file is, by the name of its model."""


def _refuse_contract(root: Node, model: type[BaseModel]) -> None:
    """Errors: `ReadError` of a contract where another file is asked for, in place of a fault of every key."""
    keys = root.entries().keys()
    if "scenario" in keys and not keys.isdisjoint({"plan", "terms", "extends"}):
        expected = _EXPECTED.get(model.__name__, message("another file"))
        fault = Fault(message("a contract"), expected, message("name another file"))
        raise ReadError(problem_at(root.mark, fault)._replace(excerpt=None))


def _read_tree(path: Path, name: str) -> tuple[Node, list[Problem]]:
    """The tree of a file that is no scenario, and so is not told how to start one."""
    if name == "-":
        fault = plain_fault(
            "standard input", "a file, because only a scenario can come from standard input", "name a file"
        )
        raise ReadError(Problem(name, fault))
    try:
        return read_tree(read_source(path, name))
    except ReadError as error:
        raise ReadError(*map(_of_no_scenario, error.problems)) from None


def _of_no_scenario(problem: Problem) -> Problem:
    fault = problem.fault
    if fault.reason not in ("empty", "no_entries"):
        return problem
    expected = message("a file with content") if fault.reason == "empty" else fault.expected
    return problem._replace(fault=fault._replace(expected=expected, mend=""))


def read_catalogue(path: Path | str | None = None) -> Catalogue:
    """The fee types that ship with the program, with those of the file at `path` added or replaced."""
    if path is None:
        return _shipped_catalogue()
    from ka_terms.model.settings.catalogue_file import CatalogueFile

    shipped = _shipped_catalogue()
    catalogue, root = read_with_tree(CatalogueFile, Path(path), str(path))
    extended = shipped.extended(catalogue.catalogue())
    if faults := [*catalogue.names_taken_in(shipped), *_misspelt_categories(catalogue, extended)]:
        places = [(follow(root, fault.at)[0], fault) for fault in faults]
        raise ReadError(*in_file_order(_placed(entry, fault) for entry, fault in places))
    return extended


def _placed(entry: Entry, fault: Fault) -> Problem:
    return problem_at(entry.mark if fault.on_key else entry.node.mark, fault, fault.at)


def _misspelt_categories(file: CatalogueFile, extended: Catalogue) -> Iterator[Fault]:
    """Categories that have a name nowhere and are near one that has; any other is one of the house's own."""
    known = [*extended.categories, OTHER]
    for key, fee in file.fees.items():
        if fee.category not in known:
            from ka_terms.model.spelling import likely_meant  # only few files have such

            if meant := likely_meant(fee.category, known):
                mend = message("write {key}, or name the new category under `categories:`", key=meant)
                at = ("fees", key, "category")
                yield Fault(quoted(fee.category), message("a known category"), mend, at)


@cache
def _shipped_catalogue() -> Catalogue:
    """The shipped file, taken as it stands: a test holds it against the model, which would cost every start a while."""
    root, _ = read_tree(read_source(DATA / "catalogue.yaml", "catalogue.yaml"))
    content = root.plain()
    fees = {}
    for key, fee in content["fees"].items():
        fees[key] = FeeType(**{**fee, "key": key, "aliases": tuple(fee.get("aliases", ()))})
    return Catalogue(fees, content["categories"])


def read_glossary(path: Path | str | None, canonical: Callable[[str], str] = str) -> dict[str, Label]:
    """The user's own labels, fees under the keys of the catalogue; none without a file."""
    if path is None:
        return {}
    from ka_terms.model.settings.glossary import Glossary

    labels, root = read_with_tree(Glossary, Path(path), str(path))
    _refuse_two_names(root, (), canonical)
    return {canonical(key): label for key, label in labels.root.items()}


def _refuse_two_names(group: Node, path: Steps, canonical: Callable[[str], str]) -> None:
    """Errors: `ReadError` with every key of a mapping, or name of a list, that is a fee named before it."""
    first: dict[str, tuple[str, Mark]] = {}
    problems = []
    for _, key, mark in _names_in(group, path):
        before, where = first.setdefault(canonical(key), (key, mark))
        if where is not mark:
            problems.append(problem_at(mark, named_twice(key, before, where.line), path))
    if problems:
        raise ReadError(*problems)


def policy_names() -> list[str]:
    """The policies that ship with the program, by the name they can be asked for."""
    return sorted(path.stem for path in (DATA / "policies").glob("*.yaml"))


def read_policy(name: str, canonical: Callable[[str], str] = str) -> Policy:
    """House rules from a file, or one of the shipped policies by its name, under the keys of the catalogue."""
    from ka_terms.model.settings.policy import Policy

    policy, root = read_with_tree(Policy, policy_path(name), name, ("ceilings",))
    for part, node in _parts(root):
        _refuse_two_names(node, (part,), canonical)
    return _under_known_keys(policy, canonical)


def policy_path(name: str) -> Path:
    """The file of house rules, or of a shipped policy by its name. Errors: `ReadError` where there is neither."""
    path = Path(name)
    if name == "-" or path.suffix or os.path.lexists(path):
        return path
    if name in policy_names():
        return DATA / "policies" / f"{name}.yaml"
    names = policy_names()
    expected = message("a policy file, or one of these policies: {names}", names=enumerated(names))
    fix = nearest(name, names) or message("check the path, or choose one of them")
    raise ReadError(Problem(name, Fault(message("no such file or policy"), expected, fix)))


def _under_known_keys(policy: Policy, canonical: Callable[[str], str]) -> Policy:
    return policy.model_copy(
        update={
            "ceilings": {canonical(key): ceiling for key, ceiling in policy.ceilings.items()},
            "required": tuple(map(canonical, policy.required)),
            "review": {canonical(key): entry for key, entry in policy.review.items()},
        }
    )


class SettingsKey(NamedTuple):
    """A name in a settings file: its path there, and the name as it is written."""

    at: Steps
    name: str
    place: Place


def glossary_keys(path: Path) -> list[SettingsKey]:
    """Every key of a glossary, in its order."""
    root, _ = read_tree(read_source(path, str(path)))
    return [_key(str(path), *key) for key in _names_in(root, ())]


def policy_keys(name: str) -> list[SettingsKey]:
    """Every key of the ceilings, the required and the review of house rules."""
    root, _ = read_tree(read_source(policy_path(name), name))
    return [_key(name, *key) for part, node in _parts(root) for key in _names_in(node, (part,))]


def _parts(root: Node) -> Iterator[tuple[str, Node]]:
    """The parts of house rules that name terms."""
    for part in ("ceilings", "required", "review"):
        if entry := root.entries().get(part):
            yield part, entry.node


def _names_in(group: Node, path: Steps) -> Iterator[tuple[Steps, str, Mark]]:
    """The keys of a mapping, the names of a list, or the one name: each with its path and its place."""
    for key, entry in group.entries().items():
        yield (*path, key), key, entry.mark
    if isinstance(group.value, list):
        for index, name in enumerate(group.value):
            yield (*path, index), str(name.value), name.mark
    elif isinstance(group.value, str):
        yield path, group.value, group.mark


def _key(file: str, at: Steps, name: str, mark: Mark) -> SettingsKey:
    path = ".".join(str(step + 1) if isinstance(step, int) else step for step in at)
    return SettingsKey(at, name, Place(file, mark.line, mark.column, visible(path)))
