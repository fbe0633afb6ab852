"""`ka-terms check`: mistakes in files, and house rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ka_terms.cli import completion
from ka_terms.cli.options import FOR_LISTS, ScenarioFiles, shared

if TYPE_CHECKING:
    from ka_terms.analysis.review import Finding
    from ka_terms.cli.session import Session
    from ka_terms.model.settings.policy import Policy
    from ka_terms.presentation.doubts import Placed
    from ka_terms.presentation.reports.check import Reviewed, Told
    from ka_terms.presentation.table import Table
    from ka_terms.reading.problems.problem import Problem
    from ka_terms.reading.scenario import Loaded


@shared(FOR_LISTS)
def command(
    files: ScenarioFiles,
    policy: Annotated[
        str,
        typer.Option(
            metavar="FILE",
            help="House rules, or the name of a shipped policy.",
            autocompletion=completion.policies,
        ),
    ] = "",
    *,
    session: Session,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 on any doubt too.")] = False,
) -> None:
    """Look for mistakes in files, and hold them against house rules.

    Exits with 1 if a file has a mistake, with 3 if a house rule is broken; a mark to review breaks nothing. Doubts,
    what is valid but may not be meant, are told, and exit with 1 if --strict is given.

    \b
    Examples: ka-terms check scenarios/*.yaml
              ka-terms check scenarios/2003-ask.yaml --policy china-supplier-charges
    """
    from ka_terms.cli.errors import BAD_INPUT, NOT_MET, answering, say
    from ka_terms.cli.session import shown_name
    from ka_terms.presentation.reports.check import check_report

    with answering(session.lang):
        session.check_output()
        loaded, problems = _read(session, files)
        rules = _rules(session, policy, problems) if policy else None
        findings = _findings(session, loaded, rules) if rules else []
        doubts = _doubts(session, loaded, policy if rules else "", bool(problems))
        if session.renderer.for_people:  # with the lines of the file; programs get them as data
            for problem in problems:
                say("\n".join(problem.lines(session.words.translate)))
        report = check_report(
            _headline(session, files, problems, len(doubts), findings if rules else None),
            _tables(session, loaded, findings),
            _told(session, problems, doubts),
            _reviewed(loaded, findings, rules),
            [shown_name(file) for file in files],
            session.words,
        )
        session.emit(report, _finest_currency(loaded))
        if problems or (strict and doubts):
            raise typer.Exit(BAD_INPUT)
        if any(finding.breach for found in findings for finding in found):
            raise typer.Exit(NOT_MET)


def _read(session: Session, files: list[Path]) -> tuple[list[Loaded], list[Problem]]:
    """Every file that can be read, and the problems of those that cannot; each problem once."""
    from ka_terms.calculation.costs import exact_costs
    from ka_terms.calculation.readings.reading import Uncomputable
    from ka_terms.cli.session import shown_name
    from ka_terms.reading.problems.problem import Problem, ReadError

    loaded: list[Loaded] = []
    problems: list[Problem] = []
    for file in files:
        try:
            one = session.load(file)
            exact_costs(one.scenario)
            loaded.append(one)
        except ReadError as error:
            problems.extend(error.problems)
        except Uncomputable as error:
            problems.append(Problem(shown_name(file), error.faults[0], f"terms.{error.key}"))
    return loaded, list(dict.fromkeys(problems))


def _doubts(session: Session, loaded: list[Loaded], policy: str, problems: bool) -> list[Placed]:
    """Doubts about the contracts; about glossary and policy only beside every contract that they may be for."""
    from ka_terms.presentation.doubts import doubts_of
    from ka_terms.presentation.settings_doubts import glossary_doubts, policy_doubts

    doubts = dict.fromkeys(doubt for one in loaded for doubt in doubts_of(one, session.catalogue))
    scenarios = [one.scenario for one in loaded]
    if session.glossary and not problems:
        doubts |= dict.fromkeys(glossary_doubts(session.glossary, session.catalogue, scenarios))
    if policy and not problems:
        doubts |= dict.fromkeys(policy_doubts(policy, session.catalogue, scenarios))
    return list(doubts)


def _told(session: Session, problems: list[Problem], doubts: list[Placed]) -> Told:
    """Problems and doubts in the user's language."""
    from ka_terms.presentation.reports.check import Told

    translate = session.words.translate
    return Told(
        [problem.to_dict(translate) for problem in problems],
        [doubt.to_dict(translate) for doubt in doubts],
        [doubt.translated(translate) for doubt in doubts],
    )


def _rules(session: Session, policy: str, problems: list[Problem]) -> Policy | None:
    """The house rules; None where they cannot be read, which joins the problems."""
    from ka_terms.reading.problems.problem import ReadError
    from ka_terms.reading.settings import read_policy

    try:
        return read_policy(policy, session.catalogue.canonical)
    except ReadError as error:
        problems.extend(error.problems)
        return None


def _findings(session: Session, loaded: list[Loaded], rules: Policy) -> list[tuple[Finding, ...]]:
    from ka_terms.analysis.review import review
    from ka_terms.calculation.statement import evaluate

    return [review(evaluate(one.scenario, session.catalogue), rules) for one in loaded]


def _reviewed(loaded: list[Loaded], findings: list[tuple[Finding, ...]], rules: Policy | None) -> Reviewed:
    """Every finding with the name of its file."""
    from ka_terms.presentation.reports.check import Reviewed

    pairs = [(one.name, finding) for one, found in zip(loaded, findings, strict=False) for finding in found]
    return Reviewed(rules, pairs)


def _tables(session: Session, loaded: list[Loaded], findings: list[tuple[Finding, ...]]) -> list[Table]:
    from ka_terms.presentation.reports.check import review_table

    return [
        review_table(one.scenario.scenario, found, session.catalogue, session.words)
        for one, found in zip(loaded, findings, strict=False)
        if found
    ]


def _headline(
    session: Session,
    files: list[Path],
    problems: list[Problem],
    doubts: int,
    findings: list[tuple[Finding, ...]] | None,
) -> list[str]:
    """How many problems and doubts, and, where the files were held against rules, what those found."""
    sentences = [
        session.words.say("check_headline", count=len(files), files=len(files), problems=len(problems))
    ]
    if doubts:
        sentences.append(session.words.say("doubts_headline", count=doubts))
    if findings is not None:
        every = [finding for found in findings for finding in found]
        breaches = sum(finding.breach for finding in every)
        marks = sum(finding.kind == "review" for finding in every)
        sentences.append(session.words.say("policy_headline", breaches=breaches, marks=marks))
    return sentences


def _finest_currency(loaded: list[Loaded]) -> str:
    """The currency with the most decimals, so that amounts of several show no fewer than they have."""
    from ka_terms.model.numbers.currency import MINOR_DIGITS

    return max((one.scenario.currency for one in loaded), key=lambda code: MINOR_DIGITS[code], default="CNY")
