"""The table that a command is given in place of scenarios."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ka_terms.cli.errors import blamed_on, refused
from ka_terms.cli.options import STANDARD
from ka_terms.model.faults import Fault
from ka_terms.presentation.renderers.registry import WORKBOOKS_READ
from ka_terms.reading.accounts import AccountTable, read_accounts
from ka_terms.reading.tables.reader import WORKBOOKS, is_table
from ka_terms.text.messages import message
from ka_terms.writing.writer import check_extra

if TYPE_CHECKING:
    from ka_terms.cli.session import Session


def the_table(files: Sequence[Path], encoding: str, sheet: str, session: Session) -> AccountTable | None:
    """The accounts of the one table among the files; None for scenarios.

    Errors: `ReadError` with every problem of the table; a table beside other files, and an option of tables for
    scenarios, are bad usage.
    """
    tables = [file for file in files if file != STANDARD and is_table(file, str(file))]
    if not tables:
        for option, given in (("--encoding", encoding), ("--sheet", sheet)):
            if given:
                fix = message("remove {option}", option=option)
                raise refused(option, Fault(message("scenarios"), message("a table"), fix))
        return None
    if len(files) > 1:
        found = message("{count} files, one of them a table", count=len(files))
        raise refused(
            "TABLE", Fault(found, message("one table, or scenarios"), message("name the table alone"))
        )
    (file,) = files
    if file.suffix.casefold() in WORKBOOKS:
        check_extra(WORKBOOKS_READ, str(file))
    with blamed_on("--encoding", encoding="--encoding", sheet="--sheet"):
        return read_accounts(file, str(file), encoding=encoding, sheet=sheet, labels=session.words.glossary)
