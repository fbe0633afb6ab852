"""`ka-terms check`: errors in files, and house rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli import completion
from ka_terms.cli.options import ScenarioFiles
from ka_terms.cli.shared import FOR_LISTS, shared

if TYPE_CHECKING:
    from ka_terms.analysis.check import CheckResult
    from ka_terms.analysis.placed_doubts import PlacedDoubt
    from ka_terms.cli.session import Session
    from ka_terms.model.settings.policy import Policy
    from ka_terms.reading.problems.problem import Problem
    from ka_terms.reading.scenario import Loaded


@shared(FOR_LISTS)
def command(
    files: ScenarioFiles,
    policy: Annotated[
        str,
        typer.Option(
            metavar="FILE",
            help="File with house rules, or the name of a shipped policy.",
            autocompletion=completion.policies,
        ),
    ] = "",
    *,
    session: Session,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with code 1 if there are entries to check, too.")
    ] = False,
) -> None:
    """Check files for errors and against house rules.

    Exit code 1: a file has an error. 3: a house rule is broken. Terms and conditions to review do not change the exit
    code. An entry to check is valid, but perhaps not what you mean.

    \b
    Examples: ka-terms check scenarios/*.yaml
              ka-terms check scenarios/2003-ask.yaml --policy china-supplier-charges
    """
    from ka_terms.cli.errors import BAD_INPUT, NOT_MET, answering, say
    from ka_terms.presentation.reports.check import check_report

    with answering(session.lang):
        session.check_output()
        check, currency = _checked(session, files, policy)
        if session.renderer.for_people:  # with the lines of the file; programs get them as data
            for problem in check.problems:
                say("\n".join(problem.lines(session.words.translate)))
        session.emit(check_report(check, session.words), currency)
        if check.problems or (strict and check.doubts):
            raise typer.Exit(BAD_INPUT)
        if check.breaches:
            raise typer.Exit(NOT_MET)


def _checked(session: Session, files: list[Path], policy: str) -> tuple[CheckResult, str]:
    """What was found, and the finest currency; house rules that cannot be read are a problem too."""
    from ka_terms.analysis.check import checked
    from ka_terms.cli.session import shown_name
    from ka_terms.model.numbers.currency import finest
    from ka_terms.reading.several import computable, load_each

    loaded, problems = load_each(files, lambda file: computable(session.load(file)))
    rules = _rules(session, policy, problems) if policy else None
    doubts = [] if problems else _settings_doubts(session, loaded, policy)
    names = [*map(shown_name, files)]
    check = checked(names, loaded, problems, rules, session.catalogue, doubts)
    return check, finest(one.scenario.currency for one in loaded)


def _rules(session: Session, policy: str, problems: list[Problem]) -> Policy | None:
    """The house rules; None where they cannot be read, which joins the problems."""
    from ka_terms.reading.problems.problem import ReadError
    from ka_terms.reading.settings import read_policy

    try:
        return read_policy(policy, session.catalogue.canonical)
    except ReadError as error:
        problems.extend(error.problems)
        return None


def _settings_doubts(session: Session, loaded: list[Loaded], policy: str) -> list[PlacedDoubt]:
    """Doubts about glossary and policy, told only beside every contract that they may be for."""
    from ka_terms.analysis.settings_doubts import policy_doubts
    from ka_terms.reading.settings_keys import policy_keys

    doubts: list[PlacedDoubt] = []
    if session.glossary:
        doubts += _glossary_doubts(session, session.glossary, loaded)
    if policy:
        scenarios = [contract.scenario for contract in loaded]
        doubts += policy_doubts(policy_keys(policy), session.catalogue, scenarios)
    return doubts


def _glossary_doubts(session: Session, path: Path, loaded: list[Loaded]) -> list[PlacedDoubt]:
    from ka_terms.analysis.settings_doubts import glossary_doubts
    from ka_terms.presentation.doubts import glossary_labels, glossary_words
    from ka_terms.reading.settings import read_glossary
    from ka_terms.reading.settings_keys import glossary_keys

    catalogue, scenarios = session.catalogue, [one.scenario for one in loaded]
    terms = [key for scenario in scenarios for key in scenario.terms]
    labels = glossary_labels(read_glossary(path, catalogue.canonical), catalogue, terms)
    return glossary_doubts(glossary_keys(path), glossary_words(), labels, catalogue, scenarios)
