"""The edition for the retailer: clauses, their request and our proposal, and amounts on the joint plan.

It is made of these alone. Nothing of our own analysis goes in: no change, effect, warning, doubt, estimate, total of
what was refused, name of a contract or of a file, note or private value.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from ka_terms.presentation.fields import Field, In, filled, flat, record, table
from ka_terms.presentation.reports.notes import NOTHING, conditions_table
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table, text
from ka_terms.presentation.wording.terms import clause_of, conditions_of
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.calculation.statement import Line, Statement


class Clause(NamedTuple):
    """One fee as both sides word it. `amount` is what our proposal comes to; None for a clause it does not have."""

    label: str
    request: str
    proposal: str
    condition: str
    amount: Decimal | None


def outward_report(ours: Statement, request: Statement | None, words: Words) -> Report:
    """What the retailer is shown of our proposal, beside the request it answers where there is one."""
    clauses = _clauses(ours, request, words)
    fields = _fields(ours, clauses, with_request=request is not None)
    headline, title = _headline(ours, words), _title(ours, words)
    main = table(fields, clauses, words, words(f"outward.{_kind(ours)}"))
    strong = Emphasis.STRONG
    total = filled(
        fields,
        In.TABLE,
        label=text(words("outward.total"), strong),
        amount=Cell(_received(ours), Kind.MONEY, emphasis=strong),
    )
    return Report(
        headline=(headline,),
        tables=(main._replace(rows=(*main.rows, total), total_rows=1), *_conditions(ours, request, words)),
        notes=(words.say("outward.plan_note", sales=words.money(ours.sales, ours.scenario.currency)),),
        flat=flat(fields, clauses),
        record=lambda: _record(ours, clauses, fields),
        title=title,
        currency=ours.scenario.currency,
    )


def _kind(ours: Statement) -> str:
    return "agreement" if ours.scenario.status == "agreed" else "proposal"


def _title(ours: Statement, words: Words) -> str:
    """`Proposal: Example Hypermarket, 2003`; the name that we gave the contract is ours alone."""
    named = [str(part) for part in (ours.scenario.account, ours.scenario.year) if part is not None]
    parts = words.say("join.comma").join(named)
    kind = words(f"outward.{_kind(ours)}")
    return words.say("outward.title", kind=kind, parts=parts) if named else kind


def lines_received(statement: Statement) -> list[Line]:
    """What the retailer receives: nothing that is not owed, and nothing that others do."""
    return [line for line in statement.lines if line.owed and line.fee.to != "other"]


def _received(ours: Statement) -> Decimal:
    return sum((line.amount for line in lines_received(ours)), Decimal(0))


def _headline(ours: Statement, words: Words) -> str:
    grows = sum((line.amount for line in lines_received(ours) if line.sales_driven), Decimal(0))
    currency = ours.scenario.currency
    return words.say(
        f"outward.headline_{_kind(ours)}",
        amount=words.money(_received(ours), currency),
        sales=words.money(ours.sales, currency),
        grows=words.money(grows, currency),
    )


def _clauses(ours: Statement, request: Statement | None, words: Words) -> list[Clause]:
    """The clauses of our proposal in its order, then those that only the request has."""
    asked, offered = (
        [line.term for line in lines_received(side)] if side else [] for side in (request, ours)
    )
    return [_clause(key, ours, request, words) for key in dict.fromkeys([*offered, *asked])]


def _clause(key: str, ours: Statement, request: Statement | None, words: Words) -> Clause:
    line, asked = ours.line(key), request.line(key) if request else None
    known = line or asked
    assert known  # the key is that of one of them
    theirs = _said(key, request, words) if request and asked else NOTHING
    if line is None:
        return Clause(words.fee(known.fee), theirs, NOTHING, "", None)
    proposal, condition = (say(key, ours.scenario, words) for say in (clause_of, conditions_of))
    return Clause(words.fee(known.fee), theirs, proposal, condition, line.amount)


def _said(key: str, statement: Statement, words: Words) -> str:
    """A clause with its conditions."""
    parts = (say(key, statement.scenario, words) for say in (clause_of, conditions_of))
    return words.say("join.comma").join(filter(None, parts))


def _fields(ours: Statement, clauses: Sequence[Clause], *, with_request: bool) -> list[Field[Clause]]:
    """The columns; none of conditions where no clause has one."""
    request = [Field["Clause"]("request", label="outward.request")] if with_request else []
    has_conditions = any(clause.condition for clause in clauses)
    places = In.ALL if has_conditions else In.PROGRAMS
    return [
        Field("label", label="outward.clause"),
        *request,
        Field("proposal", label=f"outward.our_{_kind(ours)}"),
        Field("condition", label="outward.condition", places=places),
        Field("amount", kind=Kind.MONEY, label="outward.amount", shown=_amount),
        Field("sales", lambda _: ours.sales, places=In.CSV, kind=Kind.MONEY),
        Field("yours", lambda _: "", places=In.TABLE, label="outward.yours"),
    ]


def _amount(clause: Clause) -> Cell:
    return text("") if clause.amount is None else Cell(clause.amount, Kind.MONEY)


def _conditions(ours: Statement, request: Statement | None, words: Words) -> Sequence[Table]:
    """Agreed points without a fee."""
    sides = [*([(request, "outward.request")] if request else []), (ours, f"outward.our_{_kind(ours)}")]
    found = conditions_table(
        [side.scenario for side, _ in sides], words, [words(label) for _, label in sides]
    )
    return (found,) if found.rows else ()


def _record(ours: Statement, clauses: Sequence[Clause], fields: Sequence[Field[Clause]]) -> dict[str, Any]:
    scenario = ours.scenario
    return {
        "format_version": FORMAT_VERSION,
        "account": scenario.account,
        "year": scenario.year,
        "currency": scenario.currency,
        "sales": ours.sales,
        "clauses": [record(fields, clause) for clause in clauses],
        "total": _received(ours),
        "conditions": dict(scenario.conditions),
    }
