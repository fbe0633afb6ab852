"""The whole page: one file that asks nobody for anything, and in which no text of a contract can act."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from ka_terms.presentation.numbers import money_digits
from ka_terms.presentation.page.controls import controls, page_data
from ka_terms.presentation.page.figures import Figures
from ka_terms.presentation.page.markup import Languages, Voice, still_table
from ka_terms.presentation.page.pictures import pictures
from ka_terms.presentation.page.tables import (
    LiveTable,
    Versions,
    card,
    fees_table,
    result_table,
    terms_table,
    totals_table,
)
from ka_terms.presentation.quantities import number
from ka_terms.presentation.renderers.prepare import prepare
from ka_terms.presentation.table import Cell, Report, Table, text
from ka_terms.presentation.wording.steps import Step, line_steps
from ka_terms.presentation.wording.terms import says_of
from ka_terms.presentation.words import Words
from ka_terms.text.safe import visible

if TYPE_CHECKING:
    from ka_terms.analysis.comparison import Comparison
    from ka_terms.analysis.sliders import Movable
    from ka_terms.calculation.statement import Line, Statement

Made = Callable[[Words], LiveTable]
"""What makes a table in a language."""
_POLICY = (
    "default-src 'none'; script-src '{script}'; style-src '{style}'; base-uri 'none'; form-action 'none'"
)
"""What a browser lets the page do: run its script, use its style, and nothing else."""


class Parts(NamedTuple):
    """The script and the style of every page."""

    script: str
    style: str


class Contents(NamedTuple):
    """What a page is about: contracts as they are planned, and as they move."""

    statements: Sequence[Statement]
    comparison: Comparison | None
    versions: Sequence[Versions]
    made: Movable
    reports: Sequence[Report]
    """What the program reports of them, in each language."""
    version: str
    """That of the program."""


def page(contents: Contents, voices: Sequence[Voice], digits: int, parts: Parts) -> str:
    """The page as html. `digits` are the decimals of amounts that are not whole."""
    figures = Figures(contents.made)
    live = _live_tables(contents, figures)
    languages = Languages(_with_digits(voices, live, digits))
    still = {
        voice.language: prepare(report, voice.look)
        for report, voice in zip(contents.reports, voices, strict=True)
    }
    titles = {language: report.title for language, report in still.items()}
    body = "\n".join(filter(None, _sections(contents, figures, languages, live, still)))
    data = page_data(contents.made, figures.operations, languages, digits, titles)
    policy = _POLICY.format(script=_hash(parts.script), style=_hash(parts.style))
    internal = "<!-- internal -->" if contents.reports[0].internal else ""
    language = voices[0].language
    return (
        f'<!DOCTYPE html>{internal}<html lang="{language}" data-lang="{language}"><meta charset=utf-8>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name=viewport content="width=device-width,initial-scale=1">\n'
        f"<title>{escape(titles[language])}</title>\n<style>{parts.style}</style>\n<body>\n{body}\n"
        f'<script type="application/json" id=data>{data}</script>\n<script>{parts.script}</script>\n'
    )


def _with_digits(voices: Sequence[Voice], live: Sequence[Made], digits: int) -> list[Voice]:
    """The languages with the decimals of all amounts that move: none where every amount is whole."""
    tables = [made(voices[0].words).table for made in live]
    shown = money_digits((cell for table in tables for row in table.rows for cell in row), digits)
    return [
        voice._replace(look=voice.look._replace(style=voice.look.style._replace(digits=shown)))
        for voice in voices
    ]


def _hash(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"


def _live_tables(contents: Contents, figures: Figures) -> list[Made]:
    """The tables whose numbers move, those of what is looked at first left out."""
    comparison, versions = contents.comparison, contents.versions
    if comparison is None:
        statement = contents.statements[0]
        return [
            lambda words: fees_table(figures, statement, words),
            lambda words: result_table(figures, statement, words),
        ]
    return [
        lambda words: totals_table(figures, comparison, versions, words),
        *(_terms(figures, comparison, version) for version in versions),
    ]


def _terms(figures: Figures, comparison: Comparison, version: Versions) -> Made:
    return lambda words: terms_table(figures, comparison, version, words)


def _sections(
    contents: Contents,
    figures: Figures,
    languages: Languages,
    live: Sequence[Made],
    still: Mapping[str, Report],
) -> list[str]:
    def said(key: str, **values: object) -> str:
        return languages.text(lambda words: words.say(key, **values))

    title = languages.text(lambda words: still[words.language].title)
    cards = "".join(_card(contents, figures, languages, at) for at in range(len(contents.statements)))
    banner = languages.text(lambda words: still[words.language].internal)
    return [
        f"<p class=banner>{banner}</p>" if banner else "",
        f"<header><h1>{title}</h1>{_switch(languages)}</header>",
        f"<p class=differs role=alert>{said('page.differs')}</p>",
        _headlines(languages, still),
        f"<main>{controls(contents.made, languages)}",
        f"<p class=state>{said('page.moved')}</p><section class=cards>{cards}</section>",
        "<p id=told class=unseen role=status></p>",
        f"<section class=tables>{''.join(languages.table(made) for made in live)}</section>",
        _ways(contents, languages),
        languages.blocks(lambda voice: _further(still[voice.language], voice, contents.comparison)),
        _pictures(contents, languages),
        _of_plan(languages, lambda voice: _paragraphs(still[voice.language].notes, "note")),
        f"</main><footer><p>{said('page.footer', version=contents.version)}</p></footer>",
    ]


def _pictures(contents: Contents, languages: Languages) -> str:
    """The charts of the plan. They are drawn from the report as it is, which the format makes safe itself."""
    reports = {
        voice.language: report for voice, report in zip(languages.voices, contents.reports, strict=True)
    }
    return _of_plan(
        languages, lambda voice: pictures(reports[voice.language].charts, voice.look, voice.language)
    )


def _headlines(languages: Languages, still: Mapping[str, Report]) -> str:
    """What the program says of the plan."""
    return _of_plan(languages, lambda voice: _paragraphs(still[voice.language].headline, "headline"))


def _of_plan(languages: Languages, made: Callable[[Voice], str]) -> str:
    """What does not move, under a label that says so; nothing of nothing."""
    label = languages.text(lambda words: words("page.in_plan"))
    said = languages.blocks(made)
    return f"<section class=planned><p class=label>{label}</p>{said}</section>" if said else ""


def _paragraphs(sentences: Sequence[str], name: str) -> str:
    return "".join(f"<p class={name}>{escape(sentence)}</p>" for sentence in sentences)


_NAMES = {"en": "English", "zh-Hant": "繁體中文", "zh-Hans": "简体中文"}


def _switch(languages: Languages) -> str:
    label = escape(languages.voices[0].words("page.language"))
    buttons = "".join(
        f'<button type=button data-speak="{voice.language}" lang="{voice.language}" aria-pressed=false>'
        f"{_NAMES[voice.language]}</button>"
        for voice in sorted(languages.voices, key=lambda voice: [*_NAMES].index(voice.language))
    )
    return f'<div class=languages role=group aria-label="{label}">{buttons}</div>'


def _card(contents: Contents, figures: Figures, languages: Languages, at: int) -> str:
    statement, several = contents.statements[at], len(contents.statements) > 1

    def made(words: Words) -> LiveTable:
        return card(figures, at, statement, several, words)

    figures_shown = "".join(
        f"<div class=figure><dt>{label}</dt><dd>{shown}</dd></div>" for label, shown in languages.pairs(made)
    )
    name = escape(visible(statement.scenario.scenario))
    return f'<article class=card id="card-{at}"><h3>{name}</h3><dl>{figures_shown}</dl></article>'


def _ways(contents: Contents, languages: Languages) -> str:
    """How each fee comes about, contract by contract and term by term, folded up."""
    heading = languages.text(lambda words: words("page.ways"))
    parts = []
    for statement in contents.statements:
        lines = "".join(_way(statement, line, languages) for line in statement.lines)
        name = escape(visible(statement.scenario.scenario))
        is_alone = len(contents.statements) == 1
        folded = f"<details class=contract><summary>{name}</summary>{lines}</details>"
        parts.append(lines if is_alone or not lines else folded)
    return f"<section class=ways><h2>{heading}</h2>{''.join(parts)}</section>" if any(parts) else ""


def _way(statement: Statement, line: Line, languages: Languages) -> str:
    scenario = statement.scenario
    name = languages.text(lambda words: words.fee(line.fee))
    said = languages.text(lambda words: says_of(line.term, scenario, words))
    steps = languages.blocks(lambda voice: _steps(statement, line, voice))
    amount = escape(number(line.amount))
    return (
        f"<details><summary>{name} <span class=amount>{amount}</span></summary><p>{said}</p>{steps}</details>"
    )


def _steps(statement: Statement, line: Line, voice: Voice) -> str:
    words = voice.words
    rows = [
        (
            text(step.what),
            text(step.how),
            Cell(step.value, step.kind, stated=bool(step.path)) if step.value is not None else text(""),
        )
        for step in line_steps(line, words, statement.scenario.plan.starts)
    ]
    table = Table((words("figure"), words("explanation"), words("value")), tuple(rows))
    return still_table(prepare(Report(tables=[table]), voice.look).tables[0], voice.look)


def _value(step: Step) -> Cell:
    """The value of a step; what is stated has all its digits, and what says yes or no has none."""
    return text("") if step.value is None else Cell(step.value, step.kind, stated=bool(step.path))


def _further(report: Report, voice: Voice, comparison: Comparison | None) -> str:
    """The tables of the report that do not move, folded up."""
    # What moves stands above: the totals and the terms of a comparison, the fees of a statement behind its plan.
    tables = (
        [*report.tables[:1], *report.tables[2:]]
        if comparison is None
        else report.tables[1 + len(comparison.versus) :]
    )
    if not tables:
        return ""
    shown = "".join(still_table(table, voice.look) for table in tables)
    return f"<details><summary>{escape(voice.words('page.further'))}</summary>{shown}</details>"
