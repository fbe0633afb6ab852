"""`ka-terms solve`: the input value that meets a rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli import completion
from ka_terms.cli.options import OnePlan, ScenarioFiles
from ka_terms.cli.shared import FOR_AMOUNTS, shared
from ka_terms.text.messages import message

if TYPE_CHECKING:
    from ka_terms.cli.session import Session


@dataclass(frozen=True)
class SolveOptions:
    """What solve alone takes."""

    vary: Annotated[
        str,
        typer.Option(
            metavar="PATH[=LOW..HIGH]",
            help="Input to solve for: sales, stores.new, monthly_rebate, annual_rebate.tiers.2.from...",
            autocompletion=completion.inputs,
        ),
    ]
    rule: Annotated[
        str,
        typer.Option(
            "--for",
            metavar="RULE",
            help="Required with one file: 'fee_ratio <= 18%', 'vpo = 611,000'. With two files: the metric that must be "
            "equal.",
            autocompletion=completion.metrics,
        ),
    ] = ""
    step: Annotated[
        str,
        typer.Option(
            metavar="STEP",
            help="Round the solution to a multiple of this (0.1% or 500), so that the rule is still met.",
        ),
    ] = ""


@shared(FOR_AMOUNTS)
def command(files: ScenarioFiles, options: SolveOptions, plan: OnePlan = None, *, session: Session) -> None:
    """Find the input value that meets a rule or gives a break-even.

    Exit code 3: no value meets the rule.

    \b
    Examples: ka-terms solve scenarios/2003-proposal.yaml --vary monthly_rebate --for 'fee_ratio <= 18%'
              ka-terms solve scenarios/2003-proposal.yaml --vary sales=8M..12M --for 'fee_ratio = 8.8%' --step 500
              ka-terms solve scenarios/2003-ask.yaml scenarios/2003-proposal.yaml --vary sales --for fee_ratio
    """
    from ka_terms.analysis.breakeven.condition import read_question
    from ka_terms.analysis.breakeven.solve import TooWide, solve_and_assess
    from ka_terms.analysis.comparison import side_by_side
    from ka_terms.calculation.statement import evaluate
    from ka_terms.cli.errors import NOT_MET, blamed_on, refused
    from ka_terms.model.faults import Fault, quoted
    from ka_terms.presentation.reports.what_if.solution import solutions_report
    from ka_terms.reading.several import distinctly_named

    session.check_output()
    if len(files) > 2:
        found, expected = message("{count} files", count=len(files)), message("one file, or two to compare")
        raise refused("FILE...", Fault(found, expected, message("keep one or two files")))
    loaded, on_plan = session.load_with_plan(files, plan)
    scenarios = side_by_side(distinctly_named(loaded), on_plan)
    statements = [evaluate(scenario, session.catalogue) for scenario in scenarios]
    if not options.rule and len(files) == 1:
        fix = message("add {text}", text="--for 'fee_ratio <= 18%'")
        raise refused("--for", Fault(quoted(None), message("a rule that must be met"), fix))
    catalogue, internal = session.catalogue, session.internal
    with blamed_on("--vary", rule="--for", step="--step"):
        condition = read_question(
            statements, options.vary, options.rule, options.step, catalogue, internal=internal
        )
    try:
        answer = solve_and_assess(condition, catalogue, internal=internal)
    except TooWide as error:
        raise refused("--vary", error.faults[0]) from None
    session.emit(solutions_report(answer, session.words, estimated=scenarios))
    if not answer.solved.is_attained:
        raise typer.Exit(NOT_MET)
