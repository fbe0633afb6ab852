"""`--for retailer`: which contract is the request and which our proposal, and what cannot be shown beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ka_terms.cli.errors import both, refused
from ka_terms.model.faults import Fault, quoted
from ka_terms.presentation.reports.outward import lines_received, outward_report
from ka_terms.text.messages import enumerated, message

if TYPE_CHECKING:
    from ka_terms.calculation.statement import Statement
    from ka_terms.cli.session import Session
    from ka_terms.presentation.table import Report

_REQUEST, _UNSAID = "ask", "draft"
"""A status; and the one of a file that states none."""


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
    for statement in statements:
        _refuse_unseen(statement)
    return outward_report(ours, request, session.words.of(*(side.scenario for side in statements)))


def _sides(statements: Sequence[Statement]) -> tuple[Statement | None, Statement]:
    """The request, by its status or else the first of two; and our proposal.

    Errors: what would be told to the retailer as the other side's, or as that of another account.
    """
    _refuse_accounts(statements)
    asked = [statement for statement in statements if statement.scenario.status == _REQUEST]
    ours = [statement for statement in statements if statement not in asked]
    if not ours:
        found = message("the request alone (status: ask)")
        expected = message("our proposal, or the request and our proposal")
        raise refused("--for", Fault(found, expected, message("name the file of our proposal")))
    if asked or len(ours) == 1:
        return next(iter(asked), None), ours[0]
    if (status := ours[0].scenario.status) != _UNSAID:
        found = message("two contracts of ours, the first with status: {status}", status=status)
        expected = message("our proposal, or the request and our proposal")
        fix = message("write `status: ask` in the file of the request, or name one file")
        raise refused("--for", Fault(found, expected, fix))
    return ours[0], ours[1]


def _refuse_accounts(statements: Sequence[Statement]) -> None:
    """Errors: contracts of two accounts, of which neither is to see what the other agreed to."""
    known = {str(account).casefold(): account for each in statements if (account := each.scenario.account)}
    if len(known) > 1:
        found = message("the accounts {names}", names=enumerated(map(quoted, known.values())))
        fix = message("name contracts of one account, or correct `account:`")
        raise refused("--for", Fault(found, message("contracts of one account"), fix))


def _refuse_unseen(statement: Statement) -> None:
    """Errors: a clause that names a fee which others receive, as its wording would name it too."""
    scenario = statement.scenario
    terms = {**scenario.terms, **scenario.together}
    unseen = {line.term for line in statement.lines if line.fee.to == "other"}
    for line in lines_received(statement):
        if named := [name for name in terms[line.term].terms_named if name in unseen]:
            found = message(
                "the term {term}, which stands on {names}", term=line.term, names=enumerated(named)
            )
            expected = message("terms that stand on nothing the retailer does not receive (`to: other`)")
            fix = message(
                "state what it stands on as a figure of the plan, or leave the term out of this file"
            )
            raise refused("--for", Fault(found, expected, fix))
