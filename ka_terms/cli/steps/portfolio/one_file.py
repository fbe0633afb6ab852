"""One file of a set as a row, or what is wrong with it; a function of plain values, so that it runs in any process."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from ka_terms.analysis.portfolio.account import Account, account_of
from ka_terms.calculation.readings.reading import Uncomputable
from ka_terms.cli.steps.set_values import with_values_of
from ka_terms.model.contract.scenario import without_private
from ka_terms.model.faults import faults_of
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.model.settings.policy import Policy
from ka_terms.reading.account_fees import AccountFees, read_account_fees
from ka_terms.reading.problems.problem import Problem, ReadError
from ka_terms.reading.scenario import load
from ka_terms.reading.tables.reader import is_table
from ka_terms.reading.tables.schema import Glossary


class Task(NamedTuple):
    """What is the same for all files of a run."""

    catalogue: Catalogue
    policy: Policy | None
    internal: bool
    sets: tuple[tuple[str, ...], ...]
    """What is put into every contract, `PATH=VALUE`: once for each row that a file gives."""
    encoding: str
    sheet: str
    labels: Glossary
    """How tables are read."""


class Read(NamedTuple):
    """One file: its rows, one for each of `Task.sets`; without any it is no contract, or there are problems."""

    name: str
    accounts: tuple[Account, ...] = ()
    tables: tuple[Account, ...] = ()
    """The rows of a table of accounts, which nothing is put into."""
    problems: tuple[Problem, ...] = ()


def read_one(name: str, task: Task) -> Read:
    """Read a file and calculate it. What is wrong is told in the result, since it stops no other file."""
    try:
        if is_table(Path(name), name):
            return Read(name, tables=_rows(name, task))
        loaded = load(name, task.catalogue.canonical)
    except ReadError as error:
        return Read(name, problems=tuple(error.problems))
    scenario = loaded.scenario if task.internal else without_private(loaded.scenario)
    if not scenario.fees:
        return Read(name)
    try:
        rows = tuple(
            account_of(
                name,
                with_values_of(
                    replace(loaded, scenario=scenario), values, task.catalogue, relative=True
                ).scenario,
                task.catalogue,
                task.policy,
            )
            for values in task.sets
        )
    except Uncomputable as error:
        return Read(name, problems=(Problem(name, error.faults[0], f"terms.{error.key}"),))
    except ValueError as error:
        return Read(name, problems=tuple(Problem(name, fault) for fault in faults_of(error)))
    return Read(name, rows)


def _rows(name: str, task: Task) -> tuple[Account, ...]:
    path = Path(name)
    rows = read_account_fees(path, name, encoding=task.encoding, sheet=task.sheet, labels=task.labels)
    return tuple(_account(row, name) for row in rows)


def _account(row: AccountFees, name: str) -> Account:
    """A row as the contract that it stands for; of which nobody knows terms."""
    known = (row.account, row.account, row.year, "agreed", row.channel, row.currency)
    return Account(name, *known, row.sales, row.stores, row.fees, row.fixed, None, (), (), ())
