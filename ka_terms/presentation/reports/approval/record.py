"""An approval under the keys of json, and as rows for csv."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ka_terms.presentation.fields import Field, record
from ka_terms.presentation.table import Kind
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.approval.approval import Accrual, Approval, Column, Gap, TermEffect
    from ka_terms.analysis.approval.low_sales import SalesCase
    from ka_terms.analysis.approval.watch import Cliff, Watch
    from ka_terms.presentation.reports.approval.report import Provenance

_EFFECT: tuple[Field[TermEffect], ...] = (Field("term"), Field("effect"))
_GAP: tuple[Field[Gap], ...] = (Field("amount"), Field("ratio"))
_ACCRUAL: tuple[Field[Accrual], ...] = (Field("term"), Field("amount"), Field("rate"))
_CASE: tuple[Field[SalesCase], ...] = (
    Field("kinds", lambda case: [*case.kinds]),
    *map(Field["SalesCase"], ("sales", "times", "fees", "fee_ratio", "contribution", "dearer", "within")),
    Field("limits", lambda case: [*case.limits]),
)
_CLIFF: tuple[Field[Cliff], ...] = (
    Field("term"),
    Field("tier"),
    Field("measure", lambda cliff: cliff.status.quantity),
    Field("bound", lambda cliff: cliff.status.bound),
    Field("jump"),
)
_VPO, _OPENING = ("last_year", "planned", "times", "stores"), ("opening", "closing", "more", "fee_ratio")


def column_fields() -> list[Field[Column]]:
    """What is known of each contract."""
    return [
        Field("role"),
        Field("sales", kind=Kind.MONEY),
        Field("fees", kind=Kind.MONEY),
        Field("fee_ratio", kind=Kind.RATIO),
        Field("fixed", kind=Kind.MONEY),
        Field("contribution", kind=Kind.MONEY),
        Field("contribution_ratio", kind=Kind.RATIO),
    ]


def approval_record(result: Approval, provenance: Provenance, words: Words) -> dict[str, Any]:
    """The approval under the keys of json."""
    scenario, effects = result.statement.scenario, result.effects
    walk_away = result.walk_away
    return {
        "format_version": FORMAT_VERSION,
        "scenario": scenario.scenario,
        "account": scenario.account,
        "year": scenario.year,
        "status": scenario.status,
        "currency": scenario.currency,
        "columns": [record(column_fields(), column) for column in result.columns],
        "on_own_plan": [*result.on_own_plan],
        "margin": result.basis.margin,
        "cost_of_capital": result.basis.cost_of_capital,
        "payment_days": [*result.payment_days],
        "walk_away": walk_away and {"metric": walk_away[0], "bound": walk_away[1]},
        "against_old": result.against_old and record(_GAP, result.against_old),
        "against_request": result.against_request and record(_GAP, result.against_request),
        "effects": effects
        and {
            "largest": [{"label": words.fee_of(one.term), **record(_EFFECT, one)} for one in effects.largest],
            "rest": effects.rest,
            "rest_count": effects.rest_count,
            "total": effects.total,
        },
        "low_sales": [record(_CASE, case) for case in result.low.cases],
        "watch": _watch(result.watch),
        "accruals": [record(_ACCRUAL, accrual) for accrual in result.accruals],
        "files": [{"name": file.name, "sha256": file.sha256} for file in provenance.files],
        "version": provenance.version,
        "date": provenance.day and provenance.day.isoformat(),
    }


def _watch(watch: Watch) -> dict[str, Any]:
    not_won, rules = watch.not_won, watch.rules
    return {
        "vpo": watch.vpo and {key: getattr(watch.vpo, key) for key in _VPO},
        "opening": watch.opening and {key: getattr(watch.opening, key) for key in _OPENING},
        "cliffs": [record(_CLIFF, cliff) for cliff in watch.cliffs],
        "not_won": not_won
        and {
            "fees": [{"term": one.term, "more": one.more} for one in not_won.fees],
            "rest": not_won.rest,
            "rest_count": not_won.rest_count,
            "conditions": [*not_won.conditions],
        },
        "rules": rules
        and {
            "broken": [finding.metric for finding in rules.breaches],
            "review": [finding.metric for finding in rules.marks],
        },
    }
