"""`--for retailer`: which contract is the request and which our proposal, and what cannot be shown beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ka_terms.cli.errors import both, refused
from ka_terms.model.faults import Fault
from ka_terms.presentation.reports.outward import outward_report
from ka_terms.text.messages import message

if TYPE_CHECKING:
    from ka_terms.calculation.statement import Statement
    from ka_terms.cli.session import Session
    from ka_terms.presentation.table import Report

_REQUEST = "ask"


def outward(statements: Sequence[Statement], session: Session, asked: Mapping[str, bool]) -> Report:
    """The edition for the retailer of one contract, or of our proposal beside the request.

    `asked` has the options that show our own analysis. Errors: one of these, `--internal`, and more than two contracts.
    """
    for option, is_asked in {"--internal": session.internal, **asked}.items():
        if is_asked:
            raise both("--for", option)
    if len(statements) > 2:
        expected = message("our proposal, or the request and our proposal")
        mend = message("name at most two files")
        found = message("{count} contracts", count=len(statements))
        raise refused("--for", Fault(found, expected, mend))
    request, ours = _sides(statements)
    return outward_report(ours, request, session.words.of(*(side.scenario for side in statements)))


def _sides(statements: Sequence[Statement]) -> tuple[Statement | None, Statement]:
    """The request, by its status or else the first of two; and our proposal."""
    if len(statements) == 1:
        return None, statements[0]
    first, second = statements
    is_second = second.scenario.status == _REQUEST and first.scenario.status != _REQUEST
    return (second, first) if is_second else (first, second)
