"""What the shell offers while a command is typed. No completion fails: one that knows nothing offers nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ka_terms.analysis.defaults import DISTRIBUTIONS
from ka_terms.model.numbers.units import SHOWN
from ka_terms.presentation.renderers.registry import FORMATS
from ka_terms.text.languages import LANGUAGES
from ka_terms.writing.templates import template_names

if TYPE_CHECKING:
    from ka_terms.model.contract.scenario import Scenario
    from ka_terms.model.settings.catalogue import Catalogue

SUFFIXES = (".yaml", ".yml", ".json")
TABLES = (".csv", ".tsv", ".xlsx")
ENCODINGS = ("utf-8", "utf-16", "gb18030", "big5", "big5-hkscs", "cp1252", "latin-1", "shift-jis")
"""Without those that are other names of these."""


def files(incomplete: str) -> list[str]:
    """Scenario files, saved statements, and folders that may hold them."""
    found = _beginning_with(incomplete)
    # A shell takes a single answer for complete and puts a blank behind it: a folder gives way to what it holds.
    inside = _beginning_with(found[0]) if len(found) == 1 and found[0].endswith("/") else []
    return inside or found


def tables(incomplete: str) -> list[str]:
    """The same, and tables."""
    found = _beginning_with(incomplete, (*SUFFIXES, *TABLES))
    inside = (
        _beginning_with(found[0], (*SUFFIXES, *TABLES)) if len(found) == 1 and found[0][-1] == "/" else []
    )
    return inside or found


def encodings(incomplete: str) -> list[str]:
    """Names of encodings that a table may have."""
    return [name for name in ENCODINGS if name.startswith(incomplete)]


def _beginning_with(incomplete: str, suffixes: tuple[str, ...] = SUFFIXES) -> list[str]:
    folder, slash, start = incomplete.rpartition("/")
    try:
        found = sorted(Path(folder + slash or ".").expanduser().iterdir())
        names = [f"{entry.name}/" if entry.is_dir() else entry.name for entry in found]
    except (OSError, RuntimeError):  # RuntimeError: the ~ of nobody
        return []
    return [
        folder + slash + name
        for name in names
        if name.startswith(start) and name.endswith((*suffixes, "/")) and (start or not name.startswith("."))
    ]


def term_keys(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """The keys of the terms of every scenario typed so far, with the names of their fees."""
    return [(key, name) for key, name in dict(_terms(_typed(ctx))).items() if key.startswith(incomplete)]


def _terms(typed: Iterable[object]) -> Iterator[tuple[str, str]]:
    for scenario, catalogue in _scenarios(typed):
        yield from ((key, catalogue.fee(key, term).names["en"]) for key, term in scenario.fees.items())


def _scenarios(typed: Iterable[object]) -> Iterator[tuple[Scenario, Catalogue]]:
    """Every scenario that can be read among the words typed, with the catalogue."""
    from ka_terms.reading.problems.problem import ReadError
    from ka_terms.reading.scenario import load
    from ka_terms.reading.settings import read_catalogue

    catalogue = read_catalogue()
    for name in map(str, typed):
        if name.endswith(SUFFIXES):
            try:
                yield load(Path(name).expanduser(), catalogue.canonical).scenario, catalogue
            except (ReadError, OSError, RuntimeError):
                continue


def inputs(ctx: Any, incomplete: str) -> list[str]:
    """The paths that `--vary` can move in the scenarios typed so far; a term with one main number by its key."""
    from ka_terms.analysis.inputs import inputs as known

    paths: dict[str, None] = {}
    for scenario, _ in _scenarios(_typed(ctx)):
        found = known.inputs(scenario)
        paths.update(dict.fromkeys((*found, *known.shorthands(found))))
    return [path for path in paths if path.startswith(incomplete)]


def own_figures(ctx: Any, incomplete: str) -> list[str]:
    """The figures of the user's own in the scenarios typed so far."""
    names = dict.fromkeys(name for scenario, _ in _scenarios(_typed(ctx)) for name in scenario.plan.figures)
    return [name for name in names if name.startswith(incomplete)]


def metrics(ctx: Any, incomplete: str) -> list[str]:
    """Totals and the keys of the terms, also after a comma; none a second time. Private ones with --internal."""
    from ka_terms.analysis.metric_names import private_names
    from ka_terms.model.vocabulary.metrics import TOTALS

    private = private_names() if ctx.params.get("internal") else ()
    names = dict.fromkeys([*TOTALS, *private, *(key for key, _ in _terms(_typed(ctx)))])
    return _after_comma(incomplete, names)


def _after_comma(incomplete: str, names: Iterable[str]) -> list[str]:
    """The names that go on with what stands behind the last comma, without those before it."""
    before, comma, last = incomplete.rpartition(",")
    left = (name for name in names if name not in before.split(","))
    return [f"{before}{comma}{name}" for name in left if name.startswith(last)]


def _typed(ctx: Any) -> list[object]:
    """Every word typed so far that may be a file."""
    files = ctx.params.get("files") or []
    # While an option lacks its value, what was typed before it is not yet told apart into files and options.
    return [ctx.params.get("file"), *(files if isinstance(files, list | tuple) else [files]), *ctx.args]


def _among(names: Iterable[str]) -> Callable[[str], list[str]]:
    """What offers these names."""
    return lambda incomplete: [name for name in names if name.startswith(incomplete)]


formats = _among(FORMATS)
units = _among(SHOWN)
distributions = _among(DISTRIBUTIONS)
templates = _among(template_names())


def languages(incomplete: str) -> list[str]:
    """Languages, also after a comma; none a second time."""
    return _after_comma(incomplete, LANGUAGES)


def policies(incomplete: str) -> list[str]:
    """Policies that ship with the program, and files."""
    from ka_terms.reading.settings import policy_names

    return [*(name for name in policy_names() if name.startswith(incomplete)), *files(incomplete)]


def fees(incomplete: str) -> list[tuple[str, str]]:
    """Keys of the known fee types, with their names."""
    from ka_terms.reading.settings import read_catalogue

    known = read_catalogue().fees.items()
    return [(key, fee.names.get("en", "")) for key, fee in known if key.startswith(incomplete)]


def topics(incomplete: str) -> list[tuple[str, str]]:
    """Pages of the manual, with their titles."""
    from ka_terms.reading import pages

    return [(topic, pages.title(topic)) for topic in pages.topics() if topic.startswith(incomplete)]
