"""`ka-terms solve`: what a number would have to be."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli import completion
from ka_terms.cli.options import (
    Ascii,
    CatalogueOption,
    Force,
    Format,
    GlossaryFile,
    Internal,
    Language,
    Output,
    ScenarioFiles,
    UnitOption,
)

if TYPE_CHECKING:
    from ka_terms.analysis.condition import Condition
    from ka_terms.cli.desk import Desk
    from ka_terms.model.scenario import Scenario
    from ka_terms.presentation.solutions import Answered


def command(
    files: ScenarioFiles,
    vary: Annotated[
        str,
        typer.Option(
            metavar="PATH[=LOW..HIGH]",
            help="The number to solve for: sales, stores.new, monthly_rebate, annual_rebate.tiers.2.from...",
            autocompletion=completion.levers,
        ),
    ],
    rule: Annotated[
        str,
        typer.Option(
            "--for",
            metavar="RULE",
            help="'fee_ratio <= 18%', 'vpo = 611,000'; with two files the metric that is to be the same.",
            autocompletion=completion.metrics,
        ),
    ] = "",
    step: Annotated[
        str, typer.Option(metavar="STEP", help="Round the answer to the safe side by this: 0.1% or 500.")
    ] = "",
    internal: Internal = False,
    format: Format = "",
    output: Output = None,
    force: Force = False,
    lang: Language = "en",
    unit: UnitOption = "1",
    ascii: Ascii = False,
    glossary: GlossaryFile = None,
    catalogue: CatalogueOption = None,
) -> None:
    """Find the number at which a rule holds, or two contracts cost the same.

    \b
    Examples: ka-terms solve 2003-proposal.yaml --vary monthly_rebate --for 'fee_ratio <= 18%'
              ka-terms solve 2003-proposal.yaml --vary sales=8M..12M --for 'fee_ratio = 8.8%' --step 500
              ka-terms solve 2003-ask.yaml 2003-proposal.yaml --vary sales --for fee_ratio
    """
    from ka_terms.cli.desk import Desk, answering
    from ka_terms.presentation.solutions import solutions_report

    desk = Desk(format, output, force, lang, unit, ascii, glossary, catalogue)
    with answering():
        desk.check_output()
        scenarios = _scenarios(desk, files)
        condition = _condition(scenarios, desk, vary, rule, step)
        report = solutions_report(_answered(condition, desk, internal), desk.words)
        desk.emit(report, scenarios[0].currency)


def _scenarios(desk: Desk, files: Sequence[Path]) -> list[Scenario]:
    """One contract, or two in one currency; two that share a name have their files behind it."""
    if len(files) > 2:
        raise typer.BadParameter("name one file, or two to set against each other", param_hint="FILE...")
    loaded = desk.load_all(files)
    found = [one.scenario.case("likely") for one in loaded]
    if len({one.currency for one in found}) > 1:
        raise typer.BadParameter("the contracts are in different currencies", param_hint="FILE...")
    if len({one.scenario for one in found}) < len(found):
        names = [f"{one.scenario.scenario} ({one.name})" for one in loaded]
        found = [one.model_copy(update={"scenario": name}) for one, name in zip(found, names, strict=True)]
    return found


def _condition(scenarios: Sequence[Scenario], desk: Desk, vary: str, rule: str, step: str) -> Condition:
    """What is asked, each part of it blamed on its own option."""
    from ka_terms.analysis.condition import read_condition, read_rule, read_step, same_cost
    from ka_terms.calculation.metrics import TOTAL_FEES
    from ka_terms.calculation.statement import evaluate
    from ka_terms.cli.asking import blamed_on

    statements = [evaluate(scenario, desk.catalogue) for scenario in scenarios]
    if not rule and len(scenarios) == 1:
        raise typer.BadParameter("say what has to hold, such as 'fee_ratio <= 18%'", param_hint="--for")
    with blamed_on("--for"):
        if len(scenarios) > 1:
            wanted = same_cost(rule or TOTAL_FEES, statements, desk.catalogue.canonical)
        else:
            wanted = read_rule(rule, statements, desk.catalogue.canonical)
    with blamed_on("--vary"):
        condition = read_condition(scenarios, wanted, vary)
    with blamed_on("--step"):
        return condition._replace(step=read_step(condition.lever, step)) if step else condition


def _answered(condition: Condition, desk: Desk, internal: bool) -> Answered:
    """The answer, with the statement of every contract today and there."""
    from ka_terms.analysis.inside import inside
    from ka_terms.analysis.solve import solve
    from ka_terms.calculation.statement import evaluate
    from ka_terms.presentation.solutions import Answered

    solved = solve(condition)
    before = tuple(evaluate(scenario, desk.catalogue) for scenario in condition.scenarios)
    moved = () if solved.answer is None else condition.at(solved.answer)
    after = tuple(evaluate(scenario, desk.catalogue) for scenario in moved)
    insides = tuple(inside(statement) for statement in (*before, *after)) if internal else ()
    return Answered(solved, before, after, insides)
