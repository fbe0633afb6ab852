"""Contribution and the room to the walk-away as metrics: with `--internal` only, and never without its banner."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ka_terms import api
from ka_terms.cli.session import Session
from tests.cli.material import FORMATS, INTERNAL, PROPOSAL, record
from tests.cli.running import Run, run

CONTRIBUTION = Decimal("2218064.04")
VARY = ("--vary", "sales=9M..11M..1M")
ASKED: dict[str, tuple[Any, ...]] = {
    "show": ("show", INTERNAL, "--fail-if", "contribution < 0"),
    "compare": ("compare", INTERNAL, INTERNAL, "--fail-if", "room.fee_ratio < -100M"),
    "sweep": ("sweep", INTERNAL, *VARY, "--metric", "contribution,room.total_fees"),
    "sweep where": ("sweep", INTERNAL, *VARY, "--where", "contribution_ratio > 0%"),
    "sweep spread": ("sweep", INTERNAL, *VARY, "--metric", "contribution", "--spread"),
    "sweep best": ("sweep", INTERNAL, *VARY, "--metric", "room.fee_ratio", "--best", "1"),
    "solve": ("solve", INTERNAL, "--vary", "sales", "--for", "contribution = 2M"),
    "tornado": ("tornado", INTERNAL, "--metric", "contribution_ratio"),
}
REFUSED = "Expected a metric without private data. Fix: add --internal to use private data"


def first_line(done: Run) -> str:
    assert done.code == 0, done.err
    return done.out.splitlines()[0]


@pytest.mark.parametrize("name", ASKED)
def test_without_internal_it_is_refused_and_nothing_is_said(name: str) -> None:
    done = run(*ASKED[name])
    assert (done.code, done.out) == (2, "")
    assert REFUSED in done.err


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("name", ASKED)
def test_with_internal_the_first_line_says_so(name: str, kind: str) -> None:
    assert "internal" in first_line(run(*ASKED[name], "--internal", "--format", kind))


@pytest.mark.parametrize("name", ["sweep", "tornado"])
def test_without_a_private_metric_internal_says_nothing_private(name: str) -> None:
    words = {"sweep": ("sweep", INTERNAL, *VARY), "tornado": ("tornado", INTERNAL)}[name]
    assert run(*words, "--internal").out == run(*words).out


def test_every_command_tells_the_same_contribution() -> None:
    shown = record(run("show", INTERNAL, "--internal", "--format", "json"))["inside"]
    assert shown["contribution"] == CONTRIBUTION
    swept = record(
        run("sweep", INTERNAL, "--vary", "sales=10050000", *ASKED["sweep"][4:], "--internal", "-f", "json")
    )
    assert swept["points"][0]["private.contribution"] == CONTRIBUTION
    moved = record(run("tornado", INTERNAL, "--metric", "contribution", "--internal", "-f", "json"))
    assert moved["base"] == CONTRIBUTION


def test_at_which_sales_the_contract_earns_what_it_does_today() -> None:
    rule = f"contribution = {CONTRIBUTION}"
    solved = record(run("solve", INTERNAL, "--vary", "sales", "--for", rule, "--internal", "-f", "json"))
    # To the cent, as several sales come to the same cent of contribution.
    assert abs(solved["answer"] - 10_050_000) < Decimal("0.05")


def test_a_rule_on_what_is_private_is_kept_to_or_broken() -> None:
    broken = run("show", INTERNAL, "--internal", "--fail-if", "contribution_ratio < 25%")
    assert broken.code == 3
    assert "private.contribution_ratio" in broken.err
    assert run("show", INTERNAL, "--internal", "--fail-if", "contribution_ratio < 20%").code == 0
    wrong = run("show", INTERNAL, "--internal", "--fail-if", "contribution_ratio < 20")
    assert wrong.code == 2
    assert "write 20%" in wrong.err


def test_a_file_that_does_not_give_it_is_told_what_to_write() -> None:
    done = run("tornado", PROPOSAL, "--metric", "contribution", "--internal")
    assert done.code == 2
    assert (
        "Expected contracts whose files give private.margin. Fix: add `private: {margin: 30%}` to 2003 proposal."
        in done.err
    )


def test_every_contract_has_to_give_it() -> None:
    for words in (
        ("sweep", INTERNAL, PROPOSAL, *VARY, "-m"),
        ("solve", INTERNAL, PROPOSAL, "--vary", "sales", "--for"),
    ):
        done = run(*words, "contribution", "--internal")
        assert (done.code, done.out) == (2, "")
        assert "add `private: {margin: 30%}` to 2003 proposal" in done.err


def test_no_name_of_a_users_own_opens_the_door(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    for part in ("terms: {private.contribution: {amount: 7}}", "conditions: {private.margin: 7}"):
        path.write_text(f"scenario: a\nplan: {{sales: 1M}}\n{part}\nprivate: {{margin: 31.97%}}\n", "utf-8")
        done = run("sweep", path, "--vary", "sales=1M,2M", "--metric", "private.contribution")
        assert (done.code, done.out) == (1, "")
        assert "Expected a key that does not begin with private." in done.err


def test_a_crossed_rule_on_what_is_private_says_so_first() -> None:
    done = run(
        "show", INTERNAL, "--internal", "--fail-if", "fee_ratio > 1%", "--fail-if", "contribution < 5M"
    )
    assert done.err.splitlines()[0].startswith("internal: ")
    done = run("show", INTERNAL, "--internal", "--fail-if", "fee_ratio > 1%")
    assert done.err.startswith("limit broken: ")


def test_a_term_of_that_name_stays_a_term(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    text = "scenario: a\nplan: {sales: 1M}\nterms: {contribution: {rate: 1%}}\nprivate: {margin: 33.37%}\n"
    path.write_text(text, "utf-8")
    words = ("sweep", path, "--vary", "sales=1M", "--metric", "contribution", "--format", "csv")
    assert run(*words).out.splitlines() == ["scenario,sales,contribution", "a,1000000,10000"]
    assert run(*words, "--internal").out == run(*words).out
    both = run(*words[:5], "contribution,private.contribution", *words[6:], "--internal")
    assert both.out.splitlines()[1] == "internal,a,1000000,10000,323700"


@pytest.mark.thorough
def test_very_many_rows_say_it_too(tmp_path: Path) -> None:
    polars = pytest.importorskip("polars")
    words = ("sweep", INTERNAL, "--vary", "sales=9M..11M/100001", "--metric", "contribution", "--internal")
    lines = run(*words, "--format", "csv").out.splitlines()
    assert lines[0] == "internal,scenario,sales,private.contribution"
    assert lines[1].startswith("internal,")
    assert len({line.split(",")[0] for line in lines}) == 1
    assert run(*words, "--format", "json").out.startswith('{"internal": true, "format_version"')
    target = tmp_path / "rows.parquet"
    assert run(*words, "--output", target).code == 0
    assert polars.read_parquet(target).columns[0] == "internal"


def test_an_outlook_tells_what_is_expected_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    plan = "plan: {sales: {low: 8M, likely: 10M, high: 11M}}\n"
    text = f"scenario: a\n{plan}terms: {{fee: {{rate: 1%}}}}\nprivate: {{margin: 30%}}\n"
    path.write_text(text, "utf-8")
    words = ("outlook", path, "--metric", "contribution")
    assert REFUSED in run(*words).err
    assert "internal" in first_line(run(*words, "--internal"))
    found = record(run(*words, "--internal", "--format", "json"))
    one = found["expected"]["private.contribution"]
    # (8M + 4 x 10M + 11M) / 6 of sales, of which 29% are left.
    assert abs(one["computed"] - Decimal(59000000) / 6 * Decimal("0.29")) < 1


def test_in_python_it_has_to_be_asked_for() -> None:
    scenario = api.load(INTERNAL)
    with pytest.raises(ValueError, match="add --internal to use private data"):
        api.sweep(scenario, vary={"sales": "9M,10M"}, metrics=["contribution"])
    found = api.sweep(scenario, vary={"sales": "10050000"}, metrics=["contribution"], internal=True)
    assert found.points[0]["private.contribution"] == CONTRIBUTION
    assert "internal" in found._repr_html_()


def test_names_are_completed_only_where_they_may_be_typed() -> None:
    assert "contribution" not in run("tornado", "--help").out


def test_no_contract_that_is_read_holds_what_is_private_unless_it_is_asked_for() -> None:
    assert Session().load(INTERNAL).scenario.private is None
    assert Session(internal=True).load(INTERNAL).scenario.private is not None
