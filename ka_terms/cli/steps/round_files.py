"""The files of a negotiation: which of them are rounds, in which order, and what last year's contract is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ka_terms.analysis.rounds.offer import Offer, in_order, latest_year, offer_of, unordered
from ka_terms.cli.errors import refused
from ka_terms.cli.options import STANDARD
from ka_terms.cli.steps.baseline import last_contract
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import Fault, quoted
from ka_terms.model.settings.rounds import MOST_ROUNDS, RoundDetails
from ka_terms.reading.diagnosis.places import follow
from ka_terms.reading.problems.problem import ReadError
from ka_terms.reading.rounds import NAME, PlacedRound, read_rounds, states_status
from ka_terms.reading.several import distinctly_named, load_each
from ka_terms.text.messages import enumerated, message

if TYPE_CHECKING:
    from ka_terms.cli.session import Session
    from ka_terms.reading.scenario import Loaded

_ARGUMENT = "FOLDER|FILE..."
_ENDINGS = (".yaml", ".yml")
_MOST_FILES = 1000


class RoundFiles(NamedTuple):
    """The rounds in their order, last year's contract by year, and the plan that is asked for."""

    offers: list[Offer]
    last_years: Mapping[int | None, Scenario]
    plan: Scenario | None


class _Chosen(NamedTuple):
    """The files of the rounds, and what is known of each besides; `details` are None where no file has them."""

    paths: list[Path]
    details: list[RoundDetails] | None
    is_folder: bool
    others: Sequence[Path] = ()
    """Files that are no rounds."""


def round_files(
    session: Session, files: Sequence[Path], listed: Path | None, plan: Path | None, baseline: Path | None
) -> RoundFiles:
    """Read the rounds, and tell of the files that are none.

    Errors: no round, a folder beside other files, a folder whose order nothing tells, and what cannot be read.
    """
    chosen = _chosen(session, files, listed)
    more = [path for path in (plan, baseline) if path]
    _refuse_twice(chosen.paths)
    loaded = session.load_all([*chosen.paths, *more])
    rounds, (on_plan, last) = loaded[: len(chosen.paths)], _asked(loaded[len(chosen.paths) :], plan, baseline)
    details: Sequence[RoundDetails | None] = chosen.details or [None] * len(rounds)
    pairs = [*zip(rounds, details, strict=True)]
    if chosen.details is None:
        pairs = [pairs[index] for index in _ordered(session, rounds, chosen)]
    rounds = [one for one, _ in pairs]
    last_years = _last_years(session, rounds, last)
    if chosen.details is None:
        pairs = [pair for pair in pairs if not _is_last_year_alone(pair[0], rounds, last_years)]
        rounds = [one for one, _ in pairs]
    _forget_others(session, [*rounds, *last_years.values()])
    names = distinctly_named(rounds)
    offers = [offer_of(one, known) for one, (_, known) in zip(names, pairs, strict=True)]
    return RoundFiles(offers, {year: one.scenario for year, one in last_years.items()}, on_plan)


def _refuse_twice(paths: Sequence[Path]) -> None:
    """A file is one round."""
    seen: set[Path] = set()
    for path in paths:
        if path.absolute() in seen:
            expected = message("each file once, because a file is one round")
            raise refused("FILE...", Fault(quoted(path), expected, message("name it once")))
        seen.add(path.absolute())


def _asked(
    loaded: Sequence[Loaded], plan: Path | None, baseline: Path | None
) -> tuple[Scenario | None, Loaded | None]:
    """What `--plan` and `--baseline` name, which stand behind the rounds in this order."""
    rest = [*loaded]
    on_plan = rest.pop(0).scenario if plan else None
    return on_plan, rest.pop(0) if baseline else None


def _chosen(session: Session, files: Sequence[Path], listed: Path | None) -> _Chosen:
    folder = _folder(files)
    typed = [path for path in files if listed or path.name != NAME]
    listed = listed or _list_of(files, folder)
    if listed:
        return _listed(session, read_rounds(listed), listed, None if folder or not typed else typed)
    paths, others = _in_folder(folder) if folder else (typed, [])
    if not paths:
        expected = message("files with `status: ask`, `proposal`, `draft` or `agreed`")
        fix = message("write `status:` in each file, or name the files")
        raise refused(_ARGUMENT, Fault(message("a folder without rounds"), expected, fix))
    return _Chosen(paths, None, folder is not None, others)


def _folder(files: Sequence[Path]) -> Path | None:
    """The folder that is named. Errors: one that is named beside others."""
    folders = [path for path in files if path != STANDARD and path.is_dir()]
    if folders and len(files) > 1:
        found = message("a folder and {count} more", count=len(files) - 1)
        raise refused(
            _ARGUMENT, Fault(found, message("one folder, or files"), message("name one folder alone"))
        )
    return next(iter(folders), None)


def _list_of(files: Sequence[Path], folder: Path | None) -> Path | None:
    """The file with the order of the rounds: in the folder, or among the files."""
    if folder:
        path = folder / NAME
        return path if path.is_file() else None
    return next((path for path in files if path.name == NAME), None)


def _listed(
    session: Session, placed: Sequence[PlacedRound], listed: Path, typed: Sequence[Path] | None
) -> _Chosen:
    """The rounds that a file lists; where files are typed, those of them alone."""
    kept, names = [*placed], [path.resolve() for path in typed or ()]
    if typed is not None:
        kept = [each for each in placed if each.path.resolve() in names]
        known = {each.path.resolve() for each in placed}
        _tell(session, [path for path in typed if path.resolve() not in known])
    if not kept:
        found = message("files that {file} does not list", file=str(listed))
        fix = message("list them under `rounds:`, or name the files that stand there")
        raise refused(_ARGUMENT, Fault(found, message("files of rounds"), fix))
    return _Chosen([each.path for each in kept], [each.details for each in kept], typed is None)


def _in_folder(folder: Path) -> tuple[list[Path], list[Path]]:
    """The files of a folder that say themselves whose position they are, and those that do not."""
    try:
        names = sorted(path.name for path in islice(folder.iterdir(), _MOST_FILES))
    except OSError:
        return [], []
    paths = [folder / name for name in names if name.endswith(_ENDINGS) and not name.startswith(".")]
    known, problems = load_each(paths, lambda path: (path, states_status(path)))
    if problems:
        raise ReadError(*problems)
    return [path for path, stated in known if stated], [path for path, stated in known if not stated]


def _ordered(session: Session, loaded: Sequence[Loaded], chosen: _Chosen) -> list[int]:
    """The places of the rounds in their order. Errors: none, too many, and a folder whose order nothing tells."""
    rounds = [index for index, one in enumerate(loaded) if _is_round(one)]
    others = [path for path, one in zip(chosen.paths, loaded, strict=True) if not _is_round(one)]
    _tell(session, [*others, *chosen.others])
    if not rounds or len(rounds) > MOST_ROUNDS:
        found = message("{count} rounds", count=len(rounds))
        expected = message("1 to {most} rounds, each a file with `status:` and terms", most=MOST_ROUNDS)
        raise refused(_ARGUMENT, Fault(found, expected, message("name the files of the rounds")))
    contracts = [loaded[index].scenario for index in rounds]
    pair = unordered(contracts) if chosen.is_folder else None
    if pair:
        first, second = (Path(loaded[rounds[index]].name).name for index in pair)
        status = contracts[pair[0]].status
        found = message(
            "{first} and {second}, both with `status: {status}` and no day that tells which came first",
            first=quoted(first),
            second=quoted(second),
            status=status,
        )
        fix = message(
            "write {file} in the folder, with `rounds:` and below it a line `{line}` for each round",
            file=NAME,
            line=f"- {{file: {first}}}",
        )
        raise refused(_ARGUMENT, Fault(found, message("rounds in an order"), fix))
    return [rounds[index] for index in in_order(contracts)]


def _is_round(loaded: Loaded) -> bool:
    """Whether a file has terms, and says whose position they are."""
    return bool(loaded.scenario.fees) and follow(loaded.root, ("status",))[1]


def _last_years(session: Session, rounds: Sequence[Loaded], given: Loaded | None) -> dict[int | None, Loaded]:
    """Last year's contract by year: the one given for the latest, else what the last file of the year refers to."""
    latest = latest_year([one.scenario for one in rounds])
    last_files = {one.scenario.year or latest: one for one in rounds}
    found: dict[int | None, Loaded] = {}
    for year, one in last_files.items():
        last = given if given and year == latest else last_contract(one, session, rounds)
        if last:
            found[year] = last
    return found


def _is_last_year_alone(
    one: Loaded, rounds: Sequence[Loaded], last_years: Mapping[int | None, Loaded]
) -> bool:
    """Whether a contract is the last one of another year, and the only one known of its own: nothing was negotiated."""
    others = [other for other in rounds if other is not one]
    is_last = any(last is one for last in last_years.values())
    return is_last and bool(others) and all(other.scenario.year != one.scenario.year for other in others)


def _forget_others(session: Session, kept: Sequence[Loaded]) -> None:
    """Files without a part are not told of below the tables."""
    used = {id(one) for one in kept}
    session.contracts[:] = [one for one in session.contracts if id(one) in used]


def _tell(session: Session, paths: Sequence[Path]) -> None:
    if paths:
        session.tell(message("not a round: {files}", files=enumerated(path.name for path in paths)))
