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
            help="Required with one file: 'fee_ratio <= 18%', 'vpo = 611,000'. With two files: the metric that must be "
            "equal.",
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
    Examples: ka-terms solve scenarios/2003-proposal.yaml --vary monthly_rebate --for 'fee_ratio <= 18%'
              ka-terms solve scenarios/2003-proposal.yaml --vary sales=8M..12M --for 'fee_ratio = 8.8%' --step 500
              ka-terms solve scenarios/2003-ask.yaml scenarios/2003-proposal.yaml --vary sales --for fee_ratio
    """
    from ka_terms.analysis.breakeven.solve import answered
    from ka_terms.analysis.comparison import side_by_side
    from ka_terms.analysis.placed_doubts import saved_doubts
    from ka_terms.calculation.statement import evaluate
    from ka_terms.cli.errors import NOT_MET, refused
    from ka_terms.model.faults import Fault
    from ka_terms.presentation.reports.solution import solutions_report
    from ka_terms.reading.several import distinctly_named

    session.check_output()
    if len(files) > 2:
        found, expected = (
            message("{count} files", count=len(files)),
            message("one file, or two to compare"),
        )
        raise refused("FILE...", Fault(found, expected, message("keep one or two files")))
    loaded, on_plan = session.load_with_plan(files, plan)
    scenarios = side_by_side(distinctly_named(loaded), on_plan)
    statements = [evaluate(scenario, session.catalogue) for scenario in scenarios]
    condition = _condition(statements, session, vary, rule, step)
    answer = answered(condition, session.catalogue, internal=session.internal)
    report = solutions_report(
        answer,
        session.words,
        estimated=scenarios,
        files=map(saved_doubts, [] if plan else loaded),
    )
    session.emit(report)
    if not answer.solved.is_attained:
        raise typer.Exit(NOT_MET)


def _condition(
    statements: Sequence[Statement], session: Session, vary: str, rule: str, step: str
) -> Condition:
    """What is asked, each part of it blamed on its own option."""
    from ka_terms.analysis.breakeven.condition import read_condition, read_rule, read_step, same_cost
    from ka_terms.cli.errors import blamed_on, refused
    from ka_terms.model.faults import Fault, quoted
    from ka_terms.model.vocabulary.metrics import TOTAL_FEES

    canonical, internal = session.catalogue.canonical, session.internal
    if not rule and len(statements) == 1:
        fix = message("add {text}", text="--for 'fee_ratio <= 18%'")
        raise refused("--for", Fault(quoted(None), message("a rule that must be met"), fix))
    with blamed_on("--for"):
        if len(statements) > 1:
            wanted = same_cost(rule or TOTAL_FEES, statements, canonical, internal=internal)
        else:
            wanted = read_rule(rule, statements, canonical, internal=internal)
    scenarios = [statement.scenario.case("likely") for statement in statements]
    with blamed_on("--vary"):
        condition = read_condition(scenarios, wanted, vary, session.catalogue)
    with blamed_on("--step"):
        multiple = read_step(condition.input, step, scenarios[0].currency) if step else condition.step
    return condition._replace(step=multiple)
