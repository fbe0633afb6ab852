"""The steps of `ka-terms steps`: from its words to the contract, and to the report."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from ka_terms.analysis.asked_sales import read_sales
from ka_terms.analysis.comparison import side_by_side
from ka_terms.analysis.concessions.sayable import read_step
from ka_terms.analysis.concessions.steps import steps
from ka_terms.cli.errors import blamed_on, refused
from ka_terms.cli.guardrails import enforce, require_walk_away
from ka_terms.cli.internal import require_internal
from ka_terms.cli.session import Session
from ka_terms.cli.steps.set_values import on_one_plan, with_set_note, with_values
from ka_terms.model.faults import Fault, quoted
from ka_terms.presentation.reports.concessions.steps import steps_report
from ka_terms.text.messages import message

if TYPE_CHECKING:
    from ka_terms.cli.commands.steps import StepsOptions
    from ka_terms.model.contract.scenario import Scenario
    from ka_terms.model.numbers.number import Index


def answer(session: Session, file: Path, options: StepsOptions) -> None:
    """Read the contract, price its steps, and put them out."""
    require_internal(session, options.for_)
    session.check_output()
    paths = [file] if options.request is None else [file, options.request]
    loaded, on_plan = session.load_with_plan(paths, options.plan)
    one, *others = with_values(on_one_plan(loaded, on_plan), options.set_, session.catalogue)
    scenario = one.scenario
    with blamed_on("--step"):
        own = [read_step(text, scenario, session.catalogue) for text in options.step]
    low, high = (
        _sales(option, text, scenario) for option, text in (("--low", options.low), ("--high", options.high))
    )
    with blamed_on("--request"):
        request = side_by_side([others[0].scenario], scenario.case("likely"))[0] if others else None
    if request is not None and not request.fees:
        expected, fix = message("a request with terms"), message("name the file of their request")
        raise refused("--request", Fault(quoted(request.scenario), expected, fix))
    with blamed_on("--against"):
        found = steps(scenario, session.catalogue, own, options.against, (low, high), request)
    require_walk_away([found.statement], session, asked=options.walk_away)
    report = steps_report(found, session.words, [scenario])
    session.emit(with_set_note(report, options.set_, session.words))
    enforce([], [found.statement], session, walk_away=options.walk_away)


def _sales(option: str, text: str, scenario: Scenario) -> Decimal | Index | None:
    with blamed_on(option):
        return read_sales(text, scenario, "low" if option == "--low" else "high") if text else None
