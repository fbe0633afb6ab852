"""Several files into one tree: `extends` takes over another file, `last_year` the plan of another."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from ka_terms.model.contract.plan.estimate import read_openings, read_sales
from ka_terms.model.faults import Fault, Refused, first_in, plain_fault, quoted
from ka_terms.model.faults import Path as Steps
from ka_terms.reading.merging.layers import Change, Layers
from ka_terms.reading.merging.month_keys import with_known_months
from ka_terms.reading.problems.problem import Problem, ReadError
from ka_terms.reading.problems.source import ENDINGS, Mark, problem_at, read_source, similar_file, source_of
from ka_terms.reading.saved_statement import without_results
from ka_terms.reading.yaml.yaml_reader import MOST_NODES, read_tree
from ka_terms.reading.yaml.yaml_tree import Entry, Node
from ka_terms.text.messages import message

LONGEST_CHAIN = 20
"""Files that hang on each other; more is a mistake."""


class Merged(NamedTuple):
    """The tree of a file with all that it refers to, and what it changes in those it extends, its own first."""

    root: Node
    changes: Sequence[Change] = ()


class Tree:
    """Reads files and what they refer to, each once.

    `problems` gathers what they could be read in spite of; `partial` says that among these is a file referred to
    that could not be read, so that the tree lacks what stands there.
    """

    def __init__(self, canonical: Callable[[str], str]) -> None:
        self._canonical = canonical
        self._done: dict[Path, Merged] = {}
        self._open: list[tuple[Path, str]] = []
        self._size = 0
        self.problems: list[Problem] = []
        self.partial = False
        self._lacking: set[tuple[object, ...]] = set()

    def is_whole(self, problem: Problem) -> bool:
        """Whether a problem is about what was read whole, and not about months of which one is told to stand twice."""
        return (problem.file, problem.line, problem.column) not in self._lacking

    def read(self, path: Path, name: str, given: bytes | None = None) -> Merged:
        """The file's tree with `extends` merged and `plan.last_year` filled in; `given` is its content where it is in
        no file. Errors: `ReadError`.
        """
        real = _real(path)
        if real not in self._done:
            source = read_source(path, name) if given is None else source_of(given, name, path)
            root, problems = read_tree(source)
            self.problems.extend(problems)
            self._grow(root)
            self._open.append((real, name))
            self._done[real] = self._complete(root, path, name)
            self._open.pop()
        return self._done[real]

    def _grow(self, root: Node) -> None:
        self._size += root.size
        if self._size > MOST_NODES:
            most = f"{MOST_NODES:,}"
            found = message("more than {count} values in this file and those before it", count=most)
            expected = message("at most {count} values in all files together", count=most)
            raise ReadError(problem_at(root.mark, Fault(found, expected)))

    def _complete(self, root: Node, path: Path, name: str) -> Merged:
        root, twice = _known_terms(root, self._canonical)
        root, months = with_known_months(root)
        self.problems += [*twice, *(month.problem for month in months)]
        self._lacking |= {(month.lacking.source.name, *month.lacking[1:]) for month in months}
        root = self._with_last_year(root, path, name)
        extends = root.entries().get("extends")
        if extends is None:
            return Merged(root)
        rest = {key: entry for key, entry in root.entries().items() if key != "extends"}
        above = Node(root.mark, rest, root.size, root.height)
        below = self._referred(extends.node, path, name, ("extends",))
        if below is None:
            return Merged(above)
        layers = Layers()
        root = layers.merged(without_results(below.root), above)
        self.problems.extend(layers.problems)
        return Merged(root, (*layers.changes, *below.changes))

    def _with_last_year(self, root: Node, path: Path, name: str) -> Node:
        plan = root.entries().get("plan")
        last_year = plan.node.entries().get("last_year") if plan else None
        if plan is None or last_year is None or not isinstance(last_year.node.value, str):
            return root
        at = ("plan", "last_year")
        other = self._referred(last_year.node, path, name, at)
        found = other.root.entries().get("plan") if other else None
        if other and found is None:
            fault = plain_fault(
                "a file without a plan", "a scenario with the plan of last year", "name another file"
            )
            self._note(last_year.node.mark, fault, at)
        # Where there is none the name of the file gives way as well: that problem has been told.
        source = _named_from(path, name, last_year.node.value)
        entry = Entry(last_year.mark, at_likely(found.node), source=source) if found else None
        filled = _with(plan.node, "last_year", entry)
        return _with(root, "plan", Entry(plan.mark, filled))

    def _referred(self, node: Node, path: Path, name: str, at: Steps) -> Merged | None:
        """The tree of the file that `node` names, relative to the file it stands in; None where there is none."""
        reference, key = node.value, str(at[-1])
        expected = message("the relative path of another scenario file")
        if not isinstance(reference, str) or not reference.strip():
            self._note(node.mark, Fault(message("no file name"), expected), at)
            return None
        try:
            target = self._target(path, reference, expected, key)
            return self.read(target, _named_from(path, name, reference))
        except Refused as refused:
            self._note(node.mark, refused.faults[0], at)
        except ReadError as error:
            self._unread(node.mark, error, expected, at, _beside(path), reference)
        return None

    def _target(self, path: Path, reference: str, expected: str, key: str) -> Path:
        """The file that is referred to. Errors: `Refused` where that is no relative path or leads back here."""
        if reference.startswith("/") or "\\" in reference or ":" in reference:
            mend = message("write the path relative to this file, with / between folders")
            raise Refused(Fault(quoted(reference), expected, mend))
        target = _beside(path) / reference
        self._refuse_circle(_real(target), reference, key)
        return target

    def _unread(
        self, mark: Mark, error: ReadError, expected: str, at: Steps, folder: Path, reference: str
    ) -> None:
        if any(problem.line for problem in error.problems) and not reference.endswith(ENDINGS):
            # Nothing is shown of what is no scenario by its name: whoever wrote the path may not own the file.
            found = message("a file that cannot be read as a scenario ({file})", file=reference)
            self._note(mark, Fault(found, expected, message("name another file")), at)
        elif any(problem.line for problem in error.problems):
            self.partial = True
            self.problems.extend(error.problems)
        else:
            # The file as a whole cannot be read: the place to mend is where it is named.
            (problem, *_) = error.problems
            found = message("{found} ({file})", found=problem.fault.found, file=problem.file)
            # A file that is proposed is named as the reference is, from the folder of this file.
            mend = problem.fault.mend and (similar_file(folder / reference, reference) or problem.fault.mend)
            self._note(mark, Fault(found, expected, mend), at)

    def _refuse_circle(self, real: Path, reference: str, key: str) -> None:
        trail = [path for path, _ in self._open]
        if real in trail:
            way = " -> ".join([*(name for _, name in self._open[trail.index(real) :]), reference])
            expected = message("files that do not refer back to themselves")
            mend = message("name another file in `{key}`", key=key)
            raise Refused(Fault(message("a loop of files: {path}", path=way), expected, mend))
        if len(trail) >= LONGEST_CHAIN:
            found = message("more than {count} files that refer to each other", count=LONGEST_CHAIN)
            expected = message("at most {count} files in a row", count=LONGEST_CHAIN)
            raise Refused(Fault(found, expected, message("write the values in this file")))

    def _note(self, mark: Mark, fault: Fault, at: Steps) -> None:
        """A problem with a reference: what it was to bring is missing."""
        self.partial = True
        self.problems.append(problem_at(mark, fault, at))


def _real(path: Path) -> Path:
    """The one path of a file that may be named by several."""
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):
        return path  # links in a circle, a letter that no name can have: the reader will say so


def _named_from(path: Path, name: str, reference: str) -> str:
    """What messages call a file that another one, at a path and under a name, refers to."""
    folder = Path(name) if _beside(path) == path.parent else _real(path)
    return os.path.normpath(folder.parent / reference)


def _beside(path: Path) -> Path:
    """The folder that a file's references start from: of a link, that of the file it leads to."""
    return _real(path).parent if path.is_symlink() else path.parent


def _with(node: Node, key: str, entry: Entry | None) -> Node:
    """The mapping with one entry replaced, or without it."""
    entries = {name: other for name, other in node.entries().items() if name != key or entry}
    if entry:
        entries[key] = entry
    return Node(node.mark, entries, node.size, node.height)


def at_likely(plan: Node) -> Node:
    """A plan with the likely value in place of each estimate, as it counts for the year that follows.

    An estimate that does not hold stays, for the model to refuse.
    """
    plan = _at_likely(plan, "sales", read_sales)
    stores = plan.entries().get("stores")
    if stores is None:
        return plan
    return _with(plan, "stores", Entry(stores.mark, _at_likely(stores.node, "new", read_openings)))


def _at_likely(node: Node, key: str, read: Callable[[object], object]) -> Node:
    entry = node.entries().get(key)
    if entry is None or not isinstance(entry.node.value, dict):
        return node
    try:
        read(entry.node.plain())
    except ValueError:
        return node
    return _with(node, key, entry.node.entries()["likely"])


def _known_terms(root: Node, canonical: Callable[[str], str]) -> tuple[Node, list[Problem]]:
    """The terms under the keys of the catalogue, 年返 as annual_rebate, and a problem for each fee written twice."""
    terms = root.entries().get("terms")
    if terms is None or not isinstance(terms.node.value, dict):
        return root, []
    known: dict[str, Entry] = {}
    written: dict[str, str] = {}
    problems: list[Problem] = []
    for key, entry in terms.node.value.items():
        name = canonical(key)
        if name in known:
            fault = named_twice(key, written[name], known[name].mark.line)
            problems.append(problem_at(entry.mark, fault, ("terms", key)))
        else:
            known[name] = Entry(entry.mark, entry.node, key if key != name else "")
            written[name] = key
    node = Node(terms.node.mark, known, terms.node.size, terms.node.height)
    return _with(root, "terms", Entry(terms.mark, node)), problems


def named_twice(key: str, first: str, line: int | None = None) -> Fault:
    """One fee under two names: `first`, which a file has in `line`, and `key`."""
    mend = message("delete one of them")
    return Fault(
        message("{key}, another name of the fee {first}", key=quoted(key), first=quoted(first)),
        message("each fee once"),
        mend if line is None else first_in(line),
        on_key=True,
    )
