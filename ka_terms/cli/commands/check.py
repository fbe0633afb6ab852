"""`ka-terms check`: errors in files, and house rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli import completion
from ka_terms.cli.options import ScenarioFiles
from ka_terms.cli.shared import FOR_LISTS, shared

if TYPE_CHECKING:
    from ka_terms.analysis.doubts.check import CheckResult
    from ka_terms.analysis.doubts.doubts import PlacedDoubt
    from ka_terms.cli.session import Session
    from ka_terms.model.contract.scenario import Scenario


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
    code. An entry to check is valid, but perhaps not what you mean. Known names of fees are only listed.

    \b
    Examples: ka-terms check scenarios/*.yaml
              ka-terms check scenarios/2003-ask.yaml --policy china-supplier-charges
    """
    from ka_terms.cli.errors import BAD_INPUT, NOT_MET, say
    from ka_terms.presentation.reports.check import check_report

    session.check_output()
    check = _checked(session, files, policy)
    if session.renderer.for_people:  # with the lines of the file; programs get them as data
        for problem in check.problems:
            say("\n".join(problem.lines(session.words.translate)))
    session.show(check_report(check, session.words))
    if check.problems or (strict and check.to_confirm):
        raise typer.Exit(BAD_INPUT)
    if check.breaches:
        raise typer.Exit(NOT_MET)


def _checked(session: Session, files: list[Path], policy: str) -> CheckResult:
    """What was found; house rules that cannot be read are a problem too."""
    from ka_terms.analysis.doubts.check import checked
    from ka_terms.cli.session import shown_name
    from ka_terms.reading.several import load_for_review

    catalogue = session.catalogue
    loaded, rules, problems = load_for_review(files, session.load, policy, catalogue.canonical)
    doubts = [] if problems else _settings_doubts(session, [one.scenario for one in loaded], policy)
    names = [*map(shown_name, files)]
    return checked(names, loaded, problems, rules, catalogue, doubts)


def _settings_doubts(session: Session, scenarios: list[Scenario], policy: str) -> list[PlacedDoubt]:
    """Doubts about glossary and policy, told only beside every contract that they may be for."""
    from ka_terms.analysis.doubts.settings import glossary_doubts, policy_doubts
    from ka_terms.presentation.doubts import glossary_labels
    from ka_terms.presentation.words.languages import messages
    from ka_terms.reading.settings import glossary_keys, policy_keys, read_glossary

    catalogue, path = session.catalogue, session.glossary
    doubts: list[PlacedDoubt] = []
    if path:
        terms = [key for scenario in scenarios for key in scenario.fees]
        labels = glossary_labels(read_glossary(path, catalogue.canonical), catalogue, terms)
        # A glossary may give any word of the program another label.
        doubts += glossary_doubts(glossary_keys(path), messages("en"), labels, catalogue, scenarios)
    if policy:
        doubts += policy_doubts(policy_keys(policy), catalogue, scenarios)
    return doubts
