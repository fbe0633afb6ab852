"""From files to sets of accounts, and to the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from ka_terms.analysis.portfolio.account import Account
from ka_terms.analysis.portfolio.portfolio import By, by_currency
from ka_terms.cli.errors import blamed_on, refused
from ka_terms.cli.internal import refuse_reader
from ka_terms.cli.options import split_names
from ka_terms.cli.progress import watched
from ka_terms.cli.session import Session
from ka_terms.cli.steps.portfolio.files import files_of, read_all
from ka_terms.cli.steps.portfolio.one_file import Task
from ka_terms.cli.steps.set_values import with_set_note
from ka_terms.model.faults import Fault, none_of, quoted
from ka_terms.model.numbers.date import read_date
from ka_terms.presentation.reports.portfolio.report import Swept, portfolio_report
from ka_terms.reading.problems.problem import Problem, ReadError
from ka_terms.reading.settings import read_policy
from ka_terms.text.messages import message

if TYPE_CHECKING:
    from ka_terms.cli.commands.portfolio import PortfolioOptions


def answer(session: Session, named: Sequence[Path], options: PortfolioOptions) -> None:
    """Read all files, tell what is wrong with some, and put out what the others come to."""
    refuse_reader(options.for_)
    session.check_output()
    by = _groups(options.by)
    with blamed_on("--date"):
        first = read_date(options.date) if options.date else datetime.now().astimezone().date()
    policy = read_policy(options.policy, session.catalogue.canonical) if options.policy else None
    swept = [each for text in options.sweep for each in _values(text)]
    base = tuple(options.set_)
    sets = (base, *((*base, each) for each in swept))
    how = (options.encoding, options.sheet, session.words.glossary)
    task = Task(session.catalogue, policy, session.internal, sets, *how)
    files = files_of(named)
    rows, tables, problems = _read(session, files, task, options.jobs)
    if not rows and not tables:
        if problems:
            raise ReadError(*problems)
        expected = message("files with contracts that have terms")
        raise refused("FILE|FOLDER...", Fault(message("no contract"), expected, message("name other files")))
    found = by_currency([*(each[0] for each in rows), *tables], first, options.within)
    moved = [
        Swept(said, by_currency([*(each[at] for each in rows), *tables], first, options.within))
        for at, said in enumerate(swept, start=1)
    ]
    report = portfolio_report(found, session.words, by, options.top, moved)
    session.emit(with_set_note(report, options.set_, session.words))
    if problems:
        raise ReadError(*problems)


def _read(
    session: Session, files: Sequence[Path], task: Task, jobs: int
) -> tuple[list[tuple[Account, ...]], list[Account], list[Problem]]:
    rows: list[tuple[Account, ...]] = []
    tables: list[Account] = []
    problems: list[Problem] = []
    given = read_all(files, task, jobs)
    for read in watched(given, lambda _: 1, len(files), session.words.translate, files=True):
        problems.extend(read.problems)
        tables.extend(read.tables)
        if read.accounts:
            rows.append(read.accounts)
    return rows, tables, [*dict.fromkeys(problems)]


def _groups(text: str) -> list[By]:
    """The groups of --by."""
    known = get_args(By)
    for name in (names := [name.strip() for name in split_names(text) if name.strip()]):
        if name not in known:
            raise refused("--by", none_of(name, known))
    return cast("list[By]", names)


def _values(text: str) -> Iterator[str]:
    """Each `PATH=VALUE` of a `PATH=VALUES`."""
    path, _, values = text.partition("=")
    if not path.strip() or not values.strip():
        expected = message("a path and values, such as {example}", example="sales=+0%,+5%,+10%")
        raise refused("--sweep", Fault(quoted(text), expected, ""))
    yield from (f"{path.strip()}={value.strip()}" for value in split_names(values) if value.strip())
