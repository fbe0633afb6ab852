"""The files of an approval: which contract is which, and what the page was made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ka_terms.analysis.approval.approval import Contracts
from ka_terms.analysis.approval.roles import APPROVED, BASELINE, OFFER, REQUEST, roles
from ka_terms.cli.errors import blamed_on
from ka_terms.cli.steps.baseline import last_contract
from ka_terms.presentation.reports.approval.report import FileRead
from ka_terms.text.messages import enumerated, message

if TYPE_CHECKING:
    from ka_terms.analysis.approval.roles import Roles
    from ka_terms.cli.session import Session
    from ka_terms.reading.scenario import Loaded


def contracts_of(
    session: Session, files: Sequence[Path], given: Mapping[str, Path | None], *, meeting: bool = False
) -> tuple[Contracts, list[Loaded]]:
    """The contracts by their role, and the files that they are from; files without a part are told of.

    Before a `meeting` the contract to approve is what we aim at; see `roles`.

    Without a contract of an earlier year, the file that `last_year` of the approved one refers to is the last contract.
    """
    named = {role: path for role, path in given.items() if path is not None}
    paths = [*files]
    known = [path.absolute() for path in paths]
    paths += [path for path in dict.fromkeys(named.values()) if path.absolute() not in known]
    places = [path.absolute() for path in paths]
    loaded = session.load_all(paths)
    indices = {role: places.index(path.absolute()) for role, path in named.items()}
    found = _roles(loaded, indices, meeting=meeting)
    if found.baseline is None and (last := last_contract(loaded[found.approved], session)):
        loaded = [*loaded, last]
        found = found._replace(baseline=len(loaded) - 1)
    if found.unused:
        names = enumerated(loaded[index].name for index in found.unused)
        session.tell(message("not on the page: {files}", files=names))
    scenarios = [one.scenario for one in loaded]
    others = [found.baseline, found.request, found.offer]
    beside = (None if index is None else scenarios[index] for index in others)
    used = [index for index in (found.approved, *others) if index is not None]
    return Contracts(scenarios[found.approved], *beside), [loaded[index] for index in used]


def _roles(loaded: Sequence[Loaded], given: Mapping[str, int], *, meeting: bool) -> Roles:
    options = {role: f"--{role}" for role in (APPROVED, BASELINE, REQUEST, OFFER)}
    if meeting:
        options[APPROVED] = "--target"
    with blamed_on("FILE...", **options):
        return roles([one.scenario for one in loaded], given, meeting=meeting)


def files_read(loaded: Sequence[Loaded], session: Session) -> tuple[FileRead, ...]:
    """Every file that the contracts came from, each once, with the hash of its bytes."""
    sources = {source.name: source for one in loaded for source in one.sources()}
    return tuple(FileRead(Path(name).name, sha256(session.bytes_of(name)).hexdigest()) for name in sources)
