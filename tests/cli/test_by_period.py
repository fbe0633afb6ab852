"""`show --by`, `show --from` and `compare --by`: what they say, and what they refuse."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import run

YEARS = {
    "2002": "scenario: old\nyear: 2002\nplan: {sales: 600}\nterms: {a: {rate: 1%}, lump: {amount: 9}}\n",
    "2003": "scenario: new\nyear: 2003\nsigned: 2003-05-20\nplan: {sales: 1200}\nterms: {a: {rate: 2%}}\n",
}


@pytest.fixture
def years(tmp_path: Path) -> list[Path]:
    """The files of two contract years, the second of which was signed in May."""
    files = [tmp_path / f"{year}.yaml" for year in YEARS]
    for file, content in zip(files, YEARS.values(), strict=True):
        file.write_text(content, encoding="utf-8")
    return files


def test_a_late_signature_is_told_with_what_shows_it(years: list[Path]) -> None:
    for by in ("month", "quarter"):
        shown = run("show", years[1], "--by", by).out
        assert "new: signed on 2003-05-20. Until then last year's terms ran" in shown
        assert "add last year's file and --from 2003-01" in shown
    shown = run("show", *years, "--from", "2003-01").out
    assert "The months before run on the terms of old; that month has the catch-up of 4" in shown
    alone = run("show", years[1], "--from", "2003-01").out
    assert "new: signed on 2003-05-20. No file has the terms of the year before" in alone
    assert "signed on" not in run("show", years[0], "--by", "month").out


def test_what_is_left_out_of_part_of_a_year_is_told(years: list[Path]) -> None:
    assert "old: only some months" in run("show", *years, "--from", "2002-07").out
    assert "only some months" not in run("show", years[0], "--from", "2002-01").out


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "FILE...: Found several files. Expected one file; or --from and --to"),
        (("--to", "2003-01"), "--to: Found `--to` without `--from`"),
        (("--from", "2003-13"), "--from: Found '2003-13'. Expected a month of a year such as 2003-01"),
        (("--from", "2003-03", "--to", "2003-01"), "--to: Found 2003-01. Expected a month from 2003-03 on"),
        (("--from", "2001-03"), "--from: Found 2001-03, which none of the files covers"),
        (("--from", "2002-03", "--explain", "a"), "--from: Found --explain beside --from"),
        (("--from", "2002-03", "--by", "quarter"), "--from: Found --by quarter beside --from"),
        (("--from", "2002-03", "--view", "due"), "--view: Found 'due'"),
    ],
)
def test_what_is_refused(options: tuple[str, ...], told: str, years: list[Path]) -> None:
    shown = run("show", *years, *options)
    assert (shown.code, shown.out) == (2, "")
    assert told in shown.err


def test_an_option_of_the_year_beside_a_view_by_period(years: list[Path]) -> None:
    assert (
        "--explain: Found --explain beside --by"
        in run("show", years[0], "--by", "month", "--explain", "a").err
    )
    assert (
        "--layout: Found --layout beside --by"
        in run("compare", *years, "--by", "month", "--layout", "tidy").err
    )
