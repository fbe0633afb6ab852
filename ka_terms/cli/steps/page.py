"""The steps of `ka-terms report`: from its words to contracts that move, and to the page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ka_terms import __version__
from ka_terms.analysis.assessment import assess, assessed
from ka_terms.analysis.comparison import compare
from ka_terms.analysis.inputs.inputs import path_and_rest
from ka_terms.analysis.piecewise.metric_curves import sales_curves
from ka_terms.analysis.sliders import Movable, movable, traced_difference
from ka_terms.calculation.statement import evaluate
from ka_terms.cli.errors import blamed_on, refused
from ka_terms.cli.guardrails import enforce, require_walk_away
from ka_terms.cli.session import Session
from ka_terms.cli.steps.baseline import with_baseline
from ka_terms.cli.steps.set_values import on_one_plan, with_set_note, with_values
from ka_terms.model.faults import Fault, quoted
from ka_terms.model.vocabulary.metrics import TOTALS
from ka_terms.presentation.chart import Chart
from ka_terms.presentation.page.document import Contents, Parts, page
from ka_terms.presentation.page.markup import Voice
from ka_terms.presentation.page.tables import Versions
from ka_terms.presentation.renderers.registry import by_name
from ka_terms.presentation.reports.charts.lines import sales_lines
from ka_terms.presentation.reports.comparison import comparison_report
from ka_terms.presentation.reports.statement import statement_report
from ka_terms.presentation.table import Report
from ka_terms.presentation.words import Words
from ka_terms.reading.page_parts import page_script, page_style
from ka_terms.reading.several import distinctly_named
from ka_terms.text.languages import LANGUAGES
from ka_terms.text.messages import enumerated, message
from ka_terms.writing.writer import check_target

if TYPE_CHECKING:
    from ka_terms.analysis.comparison import Comparison
    from ka_terms.cli.commands.report import ReportOptions
    from ka_terms.model.contract.scenario import Scenario


def answer(session: Session, files: Sequence[Path], options: ReportOptions) -> None:
    """Read the contracts, make them ready for the sliders, and put out the page."""
    paths, at = with_baseline(files, options.baseline)
    loaded, on_plan = session.load_with_plan(paths, options.plan)
    contracts = with_values(on_one_plan(loaded, on_plan), options.set_, session.catalogue)
    scenarios = distinctly_named(contracts)
    with blamed_on("--slider"):
        made = movable(scenarios, [*map(path_and_rest, options.slider)], at, session.catalogue)
    languages = tuple(dict.fromkeys([session.words.language, *LANGUAGES]))
    every = [session.words.speaking(language) for language in languages]
    contents = _contents(session, scenarios, at, made, every)
    require_walk_away(contents.statements, session, asked=options.walk_away)
    told = zip(contents.reports, every, strict=True)
    contents = contents._replace(
        reports=[with_set_note(report, options.set_, words) for report, words in told]
    )
    voices = [
        Voice(words, session.look(report, words))
        for words, report in zip(every, contents.reports, strict=True)
    ]
    digits = session.decimals(scenarios[0].currency)
    session.put(page(contents, voices, digits, Parts(page_script(), page_style())))
    enforce([], contents.statements, session, walk_away=options.walk_away)


def check_output(session: Session, output: Path | None) -> None:
    """Refuse what cannot work before any work is done."""
    _ = session.words, session.scale
    html = by_name("html")
    if output and output.suffix.lower() not in html.suffixes:
        expected = message("a file name that ends in one of {endings}", endings=enumerated(html.suffixes))
        raise refused("--output", Fault(quoted(output), expected, message("correct the ending")))
    check_target(html, output)


def _contents(
    session: Session, scenarios: Sequence[Scenario], at: int, made: Movable, every: Sequence[Words]
) -> Contents:
    """The contracts as planned and as they move, and what is reported of them in every language."""
    internal, catalogue = session.internal, session.catalogue
    curves = sales_curves(scenarios, TOTALS["fee_ratio"])
    over_sales = [sales_lines(curves, words, scenarios[0].currency) for words in every]
    if len(scenarios) == 1:
        statement = evaluate(scenarios[0], catalogue)
        contract = assess(statement, internal=internal)
        reports = [statement_report(contract, words) for words in every]
        contents = Contents([statement], None, (), made, _drawn(reports, over_sales), __version__)
        return _with_notes(session, contents, every)
    comparison = compare(scenarios, at, catalogue=catalogue)
    contracts = assessed(comparison, internal=internal)
    # What is zero or unchanged in the plan may be neither once something moves.
    reports = [comparison_report(contracts, words, show_all=True, with_zeros=True) for words in every]
    versions = _versions(comparison, made)
    drawn = _drawn(reports, over_sales)
    contents = Contents(comparison.scenarios, comparison, versions, made, drawn, __version__)
    return _with_notes(session, contents, every)


def _drawn(reports: Sequence[Report], over_sales: Sequence[Sequence[Chart]]) -> list[Report]:
    """The reports in every language, each with the charts over sales behind its own."""
    return [
        report._replace(charts=[*report.charts, *charts])
        for report, charts in zip(reports, over_sales, strict=True)
    ]


def _with_notes(session: Session, contents: Contents, every: Sequence[Words]) -> Contents:
    from ka_terms.presentation.reports.notes import with_file_notes

    doubts = session.file_doubts(is_sent=True)
    reports: list[Report] = [
        with_file_notes(report, doubts, words) for report, words in zip(contents.reports, every, strict=True)
    ]
    return contents._replace(reports=reports)


def _versions(comparison: Comparison, made: Movable) -> list[Versions]:
    """Every contract beside the baseline, with the numbers of what sets them apart as they move."""
    assert made.comparison  # as there are several contracts
    places = {id(statement): at for at, statement in enumerate(comparison.scenarios)}
    old = places[id(comparison.baseline)]
    return [
        Versions(
            versus,
            (old, places[id(versus.statement)]),
            {
                difference.term: traced_difference(made.comparison, moving, difference.term)
                for difference in versus.differences
            },
        )
        for versus, moving in zip(comparison.versus, made.comparison.versus, strict=True)
    ]
