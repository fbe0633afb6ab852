"""The steps of `ka-terms offers`: from its words to packages, and to the report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ka_terms.analysis.asked_sales import read_sales
from ka_terms.analysis.offers.offers import Wish, offers, read_cost, read_varied
from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.cli.errors import NOT_MET, blamed_on, refused
from ka_terms.cli.guardrails import enforce, require_walk_away
from ka_terms.cli.internal import require_internal
from ka_terms.cli.session import Session
from ka_terms.cli.steps.set_values import on_one_plan, with_set_note, with_values
from ka_terms.model.faults import Fault, quoted
from ka_terms.presentation.reports.offers.report import offer_name, offers_report
from ka_terms.presentation.words import Words
from ka_terms.text.messages import message

if TYPE_CHECKING:
    from ka_terms.cli.commands.offers import OffersOptions


def answer(session: Session, file: Path, options: OffersOptions) -> None:
    """Read the contract and what may change, and put out the offers; 3 where there is none."""
    require_internal(session, options.for_)
    session.check_output()
    if not options.vary:
        mend = message("add {text}", text="--vary monthly_rebate=2%..4%..0.1%")
        raise refused("--vary", Fault(quoted(None), message("numbers that an offer may change"), mend))
    loaded, on_plan = session.load_with_plan([file], options.plan)
    (one,) = with_values(on_one_plan(loaded, on_plan), options.set_, session.catalogue)
    scenario = one.scenario
    with blamed_on("--vary"):
        axes = read_varied(options.vary, scenario, session.catalogue)
    with blamed_on("--low"):
        low = read_sales(options.low, scenario, "low") if options.low else None
    with blamed_on("--high"):
        high = read_sales(options.high, scenario, "high") if options.high else None
    statement = evaluate(scenario.case("likely"), session.catalogue)
    with blamed_on("--cost"):
        read_cost(options.cost, "", statement)
    with blamed_on("--within"):
        read_cost("now", options.within, statement)
    wish = Wish(options.cost, options.within, options.changes, options.top, (low, high))
    with blamed_on("--vary"):
        found = offers(scenario, axes, wish, session.catalogue)
    packages = [_named(offer.statement, at, session.words) for at, offer in enumerate(found.offers)]
    require_walk_away([statement], session, asked=options.walk_away)
    report = offers_report(found, session.words, [scenario])
    session.emit(with_set_note(report, options.set_, session.words))
    if not found.offers:
        raise typer.Exit(NOT_MET)
    enforce([], packages, session, walk_away=options.walk_away)


def _named(statement: Statement, at: int, words: Words) -> Statement:
    """The statement of an offer under the contract's name and its own."""
    name = f"{statement.scenario.scenario} / {offer_name(at, words)}"
    return replace(statement, scenario=statement.scenario.model_copy(update={"scenario": name}))
