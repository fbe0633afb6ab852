"""`ka-terms solve`: the input value that meets a rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli import completion
from ka_terms.cli.options import OnePlan, ScenarioFiles
from ka_terms.cli.shared import FOR_AMOUNTS, shared
from ka_terms.text.messages import message

if TYPE_CHECKING:
    from ka_terms.analysis.breakeven.condition import Condition
    from ka_terms.calculation.statement import Statement
    from ka_terms.cli.session import Session
    from ka_terms.model.contract.scenario import Scenario
    from ka_terms.model.faults import Fault
    from ka_terms.reading.scenario import Loaded


@shared(FOR_AMOUNTS)
def command(
    files: ScenarioFiles,
    vary: Annotated[
        str,
        typer.Option(
            metavar="PATH[=LOW..HIGH]",
            help="Input to solve for: sales, stores.new, monthly_rebate, annual_rebate.tiers.2.from...",
            autocompletion=completion.inputs,
        ),
    ],
    rule: Annotated[
        str,
        typer.Option(
            "--for",
            metavar="RULE",
            help="'fee_ratio <= 18%', 'vpo = 611,000'; with two files: the metric that must be equal.",
            autocompletion=completion.metrics,
        ),
    ] = "",
    step: Annotated[
        str,
        typer.Option(
            metavar="STEP",
            help="Round the solution to a multiple of this (0.1% or 500), so that the rule is still met.",
        ),
    ] = "",
    plan: OnePlan = None,
    *,
    session: Session,
) -> None:
    """Find the input value that meets a rule or gives a break-even.

    Exit code 3: no value meets the rule.

    \b
    Examples: ka-terms solve 2003-proposal.yaml --vary monthly_rebate --for 'fee_ratio <= 18%'
              ka-terms solve 2003-proposal.yaml --vary sales=8M..12M --for 'fee_ratio = 8.8%' --step 500
              ka-terms solve 2003-ask.yaml 2003-proposal.yaml --vary sales --for fee_ratio
              ka-terms solve 2002.yaml 2003-proposal.yaml --plan 2003-plan.yaml --vary sales --for fee_ratio
    """
    from ka_terms.analysis.breakeven.solve import answered
    from ka_terms.analysis.placed_doubts import saved_doubts
    from ka_terms.cli.errors import NOT_MET, answering, refused
    from ka_terms.presentation.reports.solution import solutions_report

    with answering(session.lang):
        session.check_output()
        if len(files) > 2:
            raise refused("FILE...", _too_many(len(files)))
        loaded, on_plan = session.load_with_plan(files, plan)
        statements = _statements(loaded, on_plan, session)
        condition = _condition(statements, session, vary, rule, step, session.internal)
        answer = answered(condition, session.catalogue, internal=session.internal)
        report = solutions_report(
            answer,
            session.words,
            estimated=[statement.scenario for statement in statements],
            files=map(saved_doubts, [] if plan else loaded),
        )
        session.emit(report, statements[0].scenario.currency)
        if not answer.solved.is_attained:
            raise typer.Exit(NOT_MET)


def _too_many(count: int) -> Fault:
    from ka_terms.model.faults import Fault

    expected = message("one file, or two to compare")
    return Fault(message("{count} files", count=count), expected, message("keep one or two files"))


def _statements(loaded: Sequence[Loaded], on_plan: Scenario | None, session: Session) -> list[Statement]:
    """One contract, or two in one currency; with a further plan all of them stand on that."""
    from ka_terms.analysis.comparison import side_by_side
    from ka_terms.calculation.statement import evaluate
    from ka_terms.reading.several import distinctly_named

    return [
        evaluate(scenario, session.catalogue) for scenario in side_by_side(distinctly_named(loaded), on_plan)
    ]


def _condition(
    statements: Sequence[Statement], session: Session, vary: str, rule: str, step: str, internal: bool
) -> Condition:
    """What is asked, each part of it blamed on its own option."""
    from ka_terms.analysis.breakeven.condition import read_condition, read_rule, read_step, same_cost
    from ka_terms.cli.errors import blamed_on, refused
    from ka_terms.model.faults import Fault, quoted
    from ka_terms.model.vocabulary.metrics import TOTAL_FEES

    if not rule and len(statements) == 1:
        expected, fix = (
            message("a rule that must be met"),
            message("add {text}", text="--for 'fee_ratio <= 18%'"),
        )
        raise refused("--for", Fault(quoted(None), expected, fix))
    with blamed_on("--for"):
        if len(statements) > 1:
            wanted = same_cost(rule or TOTAL_FEES, statements, session.catalogue.canonical, internal=internal)
        else:
            wanted = read_rule(rule, statements, session.catalogue.canonical, internal=internal)
    scenarios = [statement.scenario.case("likely") for statement in statements]
    with blamed_on("--vary"):
        condition = read_condition(scenarios, wanted, vary, session.catalogue)
    with blamed_on("--step"):
        return (
            condition._replace(step=read_step(condition.input, step, scenarios[0].currency))
            if step
            else condition
        )
