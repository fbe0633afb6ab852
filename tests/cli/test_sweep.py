"""`ka-terms sweep` as a user sees it: values, metrics, tables, cliffs, crossings, files, and how it ends."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from ka_terms.analysis.inputs.moved import moved
from ka_terms.calculation.statement import evaluate
from ka_terms.reading.scenario import load
from tests.cli.material import AGREED, ASK, INTERNAL, LAST, PROPOSAL, ROOT, record, scenario
from tests.cli.running import Run, run

SALES = ("--vary", "sales=8M..11M..500k")
MONTHLY = ("--vary", "monthly_rebate=1%..2%..0.5%")


def rows(done: Run) -> list[dict[str, str]]:
    assert (done.code, done.err) == (0, "")
    return list(csv.DictReader(io.StringIO(done.out)))


def lines(done: Run) -> list[str]:
    assert (done.code, done.err) == (0, "")
    return done.out.splitlines()


def line_of(done: Run, start: str) -> str:
    return next(line for line in lines(done) if line.strip().startswith(start))


# ---------------------------------------------------------------- values


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ("1%..3%..0.5%", ["0.01", "0.015", "0.02", "0.025", "0.03"]),
        ("3%..1%..1%", ["0.03", "0.02", "0.01"]),
        ("1%..2%/3", ["0.01", "0.015", "0.02"]),
        ("2%, 1%,0.25%", ["0.02", "0.01", "0.0025"]),
        ("1%..2%..0.4%", ["0.01", "0.014", "0.018", "0.02"]),
        ("２．５％", ["0.025"]),
    ],
)
def test_values(values: str, found: list[str]) -> None:
    done = run("sweep", PROPOSAL, "--vary", f"monthly_rebate={values}", "--format", "csv")
    assert [row["monthly_rebate"] for row in rows(done)] == found


def test_every_point_is_the_statement_of_the_contract_with_these_numbers() -> None:
    plan = load(ASK).scenario
    words = (
        "--vary",
        "sales=3.9M..4.3M..50k",
        "--vary",
        "stores.new=8..12..2",
        "--vary",
        "annual_rebate.tiers.2.rate=1.5%,2%",
    )
    done = run(
        "sweep",
        ASK,
        *words,
        "--metric",
        "total_fees,fee_ratio,vpo,net_net_sales,年返,stores.closing",
        "--format",
        "csv",
    )
    table = rows(done)
    assert len(table) == 9 * 3 * 2
    for row in table:
        values = {name: Decimal(row[name]) for name in ("sales", "stores.new", "annual_rebate.tiers.2.rate")}
        statement = evaluate(moved(plan, values))
        metrics = ("total_fees", "fee_ratio", "vpo", "net_net_sales", "annual_rebate", "stores.closing")
        assert [Decimal(row[name]) for name in metrics] == [statement.metric(name) for name in metrics]


def test_today_s_values_give_today_s_statement() -> None:
    done = run("sweep", AGREED, "--vary", "sales=10050000", "--metric", "total_fees", "--format", "csv")
    assert rows(done) == [{"scenario": "2003 agreed", "sales": "10050000", "total_fees": "1541850"}]


def test_zipped_values_walk_together() -> None:
    words = ("--vary", "sales=8M,9M", "--vary", "stores.new=5,6", "--zip", "--format", "csv")
    assert [(row["sales"], row["stores.new"]) for row in rows(run("sweep", PROPOSAL, *words))] == [
        ("8000000", "5"),
        ("9000000", "6"),
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--vary", "sals=1M..2M/3"), "write sales if that is meant"),
        (("--vary", "sales"), "Expected PATH=VALUES"),
        (("--vary", "sales="), "Expected PATH=VALUES"),
        (("--vary", "sales=1M..2M"), "add the step or the number of values: 1M..2M..STEP or 1M..2M/N"),
        (("--vary", "sales=8,000,000"), "write 8000000"),
        (("--vary", "dm_tg_fee=1,500"), "write 1500 for one value, or 1, 500 for several"),
        (("--vary", "sales=1.500..2M..1k"), "write 1,500 or 1.5, whichever is meant"),
        (("--vary", "sales=4,5M"), "write 4.5M for one value, or 4, 5M for several"),
        (("--vary", "sales=8M¹"), "superscript one"),
        (("--vary", "sales=8M", "--where", "total_fees > 1.500"), "write 1,500 or 1.5, whichever is meant"),
        (("--vary", "sales=8M", "--where", "total_fees > 30000¹"), "superscript one"),
        (("--vary", "sales=1M..2M/1"), "a number of values from 2"),
        (("--vary", "sales=1M..2M..0"), "a step above zero"),
        (("--vary", "sales=1M..2M..-5"), "zero or more"),
        (("--vary", "sales=0..1000M..0.01"), "use a larger step"),
        (("--vary", "stores.new=1..3/5"), "use fewer values"),
        (("--vary", "stores.new=1.5"), "a whole number (zero or more)"),
        (("--vary", "monthly_rebate=1..3..1"), "write 1%"),
        (("--vary", "monthly_rebate=99%..101%..1%"), "from 0% to 100%"),
        (("--vary", "annual_rebate=1%"), "write one of these: annual_rebate.tiers.1.from"),
        (("--vary", "annual_rebate.tiers.3.rate=1%"), "write one of these: annual_rebate.tiers.1.from"),
        (("--vary", "annual_rebate.tiers.1.from=9M..11M..1M"), "annual_rebate.tiers.1.from 11,000,000: found"),
        (("--vary", "stores.closed=36,37"), "no more closed stores than opening and new stores"),
        (("--vary", "sales=1M", "--vary", "sales=2M"), "each input once"),
        (("--vary", "sales=1M", "--vary", "growth=120%"), "each input once"),
        (("--vary", "growth=-10%..10%..5%"), "write +10% for growth of 10%, or -90% for 10% of last year"),
        (("--vary", "growth=-10%..110%..5%"), "write +10%, which means 110%, or +110%, which means 210%"),
        (("--vary", "sales=1M,2M", "--vary", "stores.new=1", "--zip"), "Found different numbers of "
                                                                       "values: sales (2), stores.new (1)"),
        (("--vary", "sales=1M", "--metric", "fee_ration"), "write fee_ratio if that is meant"),
        (("--vary", "sales=1M", "--where", "fee_ration < 5%"), "write fee_ratio if that is meant"),
        (("--vary", "sales=1M", "--where", "fee_ratio < 5"), "write 5%."),
        (("--vary", "sales=1M", "--best", "0"), "--best"),
        ((), "--vary: Found nothing. Expected a value. Fix: write `--vary PATH=VALUES`"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_bad_usage(words: tuple[str, ...], said: str) -> None:
    done = run("sweep", PROPOSAL, *words)
    assert (done.code, done.out) == (2, "")
    assert said.lower() in " ".join(done.err.split()).lower()


@pytest.mark.parametrize("path", ["anniversary_fee", "年返利.tiers.1.rate", "季返"])
def test_the_line_that_adds_a_missing_fee_makes_it_a_number_to_vary(path: str, tmp_path: Path) -> None:
    bare = scenario(tmp_path)
    told = run("sweep", bare, "--vary", f"{path}=0%,1%").err
    line = told.split("Fix: add `", 1)[1].split("`")[0]
    with_fee = scenario(tmp_path, text=f"terms:\n  {line}")
    done = run("sweep", with_fee, "--vary", f"{path}=0,0" if "amount" in line else f"{path}=0%,1%")
    assert (done.code, done.err) == (0, "")


# ---------------------------------------------------------------- tables


def test_one_axis_has_bars_marks_and_the_cliffs_between_its_values() -> None:
    done = run("sweep", PROPOSAL, "--vary", "sales=8.4M..10.4M..800k", "--metric", "total_fees")
    assert "annual rebate rises by 45,000" in line_of(done, "9,000,000")
    assert "█" in line_of(done, "8,400,000")
    done = run("sweep", PROPOSAL, "--vary", "sales=9M,10050000", "--metric", "total_fees")
    assert line_of(done, "10,050,000").endswith("current")
    assert "annual rebate rises by 45,000" in line_of(done, "9,000,000")
    assert "annual rebate rises by 50,000" in line_of(done, "10,000,000")


@pytest.mark.parametrize("written", ["table", "md", "csv", "tsv", "html", "json"])
@pytest.mark.parametrize(
    "vary",
    [
        "stores.new=9,10",
        "stores.opening=24..25..1",
        "monthly_rebate=0%,0.0001%",
        "monthly_rebate=0%..0.000001%/2",
    ],
)
def test_neighbouring_values_are_swept_like_any_others(vary: str, written: str) -> None:
    done = run("sweep", PROPOSAL, "--vary", vary, "--format", written)
    assert (done.code, done.err) == (0, "")


def test_a_cliff_that_no_contract_can_state_has_no_row(tmp_path: Path) -> None:
    file = scenario(
        tmp_path,
        text="""
        plan: {sales: 1M, last_year: {sales: 3}}
        terms:
          bonus: {mode: whole, measure: growth, tiers: [{from: 110%, amount: 10}]}""".replace(
            "\n        ", "\n"
        ),
    )
    done = run("sweep", file, "--vary", "last_year.sales=1M..2M/2", "--metric", "bonus", "--format", "json")
    assert [cliff["term"] for cliff in record(done)["cliffs"]] in ([], ["bonus"])
    assert len(record(done)["points"]) == 2


def test_a_cliff_at_no_whole_cent_has_the_row_of_the_next_one(tmp_path: Path) -> None:
    text = """
plan: {sales: 1M, vat: 13%}
terms: {bonus: {mode: whole, measure: sales_incl_tax, tiers: [{from: 14M, amount: 10k}]}}"""
    done = run("sweep", scenario(tmp_path, text=text), "--vary", "sales=10M..14M..2M", "--metric", "bonus")
    assert line_of(done, "12,389,380.54").endswith("rises by 10,000")


def test_the_line_of_a_group_jumps_where_one_of_its_terms_does(tmp_path: Path) -> None:
    text = """
plan: {sales: 10M}
terms: {a: {rate: 2%}, b: {mode: whole, tiers: [{from: 9M, rate: 1%}]}}
together: {cap: {terms: [a, b], at_most: 2.5% of sales}}"""
    done = run("sweep", scenario(tmp_path, text=text), "--vary", "sales=8M..12M..2M")
    assert line_of(done, "9,000,000").endswith("b rises by 90,000, cap falls by 45,000")


def test_a_leap_of_the_least_coin_is_shown(tmp_path: Path) -> None:
    text = """
currency: KWD
plan: {sales: 1M}
terms: {bonus: {mode: whole, tiers: [{from: 2M, amount: 0.001}]}}"""
    done = run("sweep", scenario(tmp_path, text=text), "--vary", "sales=1M,3M", "--metric", "bonus")
    assert "bonus rises by 0.001" in done.out


def test_two_axes_make_a_matrix_with_today_marked() -> None:
    done = run("sweep", PROPOSAL, "--vary", "sales=9M,10050000", *MONTHLY, "--metric", "fee_ratio")
    assert line_of(done, "Sales \\").split() == [
        *("Sales", "\\", "Monthly", "rebate:", "rate"),
        *("1%", "1.5%", "*", "2%"),
    ]
    assert line_of(done, "10,050,000 *").split() == ["10,050,000", "*", "8.59%", "9.09%", "9.59%"]
    assert "* current value in the file." in lines(done)


def test_more_axes_and_zipped_ones_are_a_list() -> None:
    done = run("sweep", PROPOSAL, *SALES, *MONTHLY, "--vary", "stores.new=5,10", "--best", "2")
    assert lines(done)[0].startswith(
        "Best 2 of 42 combinations by fee ratio. First: 2003 proposal, 7% at sales 11,000,000"
    )
    assert sum(line.startswith("2003 proposal ") for line in lines(done)) == 2


@pytest.mark.parametrize(
    ("metric", "best"), [("fee_ratio", "11000000"), ("net_net_sales", "11000000"), ("total_fees", "8000000")]
)
def test_the_best_is_the_least_of_fees_and_the_most_of_sales(metric: str, best: str) -> None:
    done = run("sweep", PROPOSAL, *SALES, "--best", "1", "--metric", metric, "--format", "csv")
    assert [row["sales"] for row in rows(done)] == [best]


def test_where_lets_through_what_keeps_to_every_rule_exactly() -> None:
    words = ("--where", "annual_rebate <= 0.5%", "--where", "total_fees > 790,000", "--format", "csv")
    assert [row["sales"] for row in rows(run("sweep", PROPOSAL, *SALES, *words))] == ["9000000", "9500000"]


def test_a_rule_is_held_against_what_only_one_axis_moves() -> None:
    words = (
        "--vary",
        "monthly_rebate=1%,1.5%",
        "--vary",
        "dm_tg_fee=3000,3500",
        "--vary",
        "events.designated=4,5",
    )
    table = rows(
        run(
            "sweep",
            PROPOSAL,
            *words,
            "--where",
            "fee_ratio <= 8.8%",
            "--where",
            "sales > 1M",
            "--format",
            "csv",
        )
    )
    assert len(table) == 7


def test_nothing_left_is_said() -> None:
    done = run("sweep", PROPOSAL, *SALES, "--where", "fee_ratio < 1%")
    assert "no combination has a value for fee ratio and meets all rules" in lines(done)[0]


def test_a_metric_without_stores_is_not_available(tmp_path: Path) -> None:
    file = scenario(tmp_path, text="terms: {rebate: {rate: 2%}}")
    done = run("sweep", file, "--vary", "sales=0,1M", "--metric", "vpo,fee_ratio,rebate", "--format", "csv")
    assert [(row["vpo"], row["fee_ratio"], row["rebate"]) for row in rows(done)] == [
        ("", "", "0"),
        ("", "0.02", "20000"),
    ]


RETURNED = """\
plan: {last_year: {sales: 1000}, sales: +20%, returns: 900}
terms: {rebate: {rate: 2%, of: net_sales}, annual: {mode: whole, tiers: [{from: 850, rate: 1%}, {from: 950, rate: 2%}]}}
"""
NO_PLAN = "a contract: n/a where returns exceed sales."


def test_where_there_is_no_plan_it_is_said_why(tmp_path: Path) -> None:
    file = scenario(tmp_path, text=RETURNED)
    done = run("sweep", file, "--vary", "growth=-20%..+20%..10%", "--where", "rebate <= 5")
    assert [line.split()[:3] for line in lines(done) if line.strip().startswith(("-20", "-10", "+0"))] == [
        ["-10%", "1.00%", "9"],
        ["+0%", "2.20%", "22"],
    ]
    done = run("sweep", file, "--vary", "growth=-20%..+20%..10%")
    assert ["-20%", "n/a", "n/a"] in [line.split()[:3] for line in lines(done)]
    assert NO_PLAN in lines(done)
    # Nothing is said of a bound of 850: no plan gets there.
    assert done.out.count("rises by") == 1
    spread = run("sweep", file, "--vary", "growth=-20%..+20%..10%", "--spread")
    assert NO_PLAN in lines(spread)


def test_rows_alone_have_the_reason_beside_them(tmp_path: Path) -> None:
    file = scenario(tmp_path, text=RETURNED)
    done = run("sweep", file, "--vary", "growth=-20%..-10%..10%", "--format", "csv")
    assert done.out.splitlines()[1:] == ["a contract,0.8,,", "a contract,0.9,0.01,9"]
    assert done.err.splitlines() == [NO_PLAN]
    found = record(run("sweep", file, "--vary", "growth=-20%..-10%..10%", "--format", "json"))
    assert found["impossible"] == [{"scenario": "a contract", "reason": "returns"}]
    assert [point["total_fees"] for point in found["points"]] == [None, 9]


def test_contracts_cross_only_where_there_is_a_plan(tmp_path: Path) -> None:
    flat = scenario(tmp_path, text=RETURNED.replace("rate: 2%, of: net_sales", "rate: 1%"), name="flat")
    file = scenario(tmp_path, text=RETURNED)
    found = record(run("sweep", file, flat, "--vary", "sales=0..2000..100", "--format", "json"))
    assert all(crossing["at"] >= 900 for crossing in found["crossings"])


@pytest.mark.parametrize("lang", ["en", "zh-Hant", "zh-Hans", "zh-Hant,en"])
@pytest.mark.parametrize("form", ["table", "md", "html", "json", "csv", "tsv"])
def test_every_language_and_format(lang: str, form: str) -> None:
    for words in (
        (PROPOSAL, *SALES),
        (PROPOSAL, *SALES, *MONTHLY),
        (ASK, AGREED, *SALES, "--metric", "total_fees"),
    ):
        done = run("sweep", *words, "--lang", lang, "--format", form)
        assert (done.code, done.err) == (0, "")
        assert done.out


def test_ascii_has_no_other_sign() -> None:
    done = run("sweep", PROPOSAL, *SALES, "--ascii")
    assert done.out.isascii()
    assert "####" in done.out


# ---------------------------------------------------------------- side by side


def test_several_contracts_side_by_side_with_their_crossings(tmp_path: Path) -> None:
    flat = scenario(tmp_path, "flat", "terms: {fee: {amount: 100000}}")
    share = scenario(tmp_path, "share", "terms: {fee: {rate: 3%}}")
    done = run("sweep", flat, share, "--vary", "sales=1M..5M..1M", "--metric", "fee")
    assert (
        "Break-even at sales 3,333,333.33: share and flat have the same fee. Above this value, share is higher."
        in done.out
    )
    found = record(
        run("sweep", flat, share, "--vary", "sales=1M..5M..1M", "--metric", "fee", "--format", "json")
    )
    (crossing,) = found["crossings"]
    assert (crossing["above"], crossing["below"], crossing["meets"]) == ("share", "flat", True)
    assert abs(crossing["at"] - Decimal(10_000_000) / 3) < Decimal("1e-15")
    assert [point["scenario"] for point in found["points"]] == ["flat"] * 5 + ["share"] * 5


def test_a_leap_past_each_other_is_a_crossing_too(tmp_path: Path) -> None:
    flat = scenario(tmp_path, "flat", "terms: {fee: {amount: 100000}}")
    tiers = scenario(tmp_path, "tiers", "terms: {fee: {mode: whole, tiers: [{from: 2.5M, amount: 150000}]}}")
    done = run("sweep", flat, tiers, "--vary", "sales=1M..5M..1M", "--metric", "fee")
    assert "At sales 2,500,000, tiers jumps above flat in fee." in done.out
    assert "2,500,000" in "".join(line for line in lines(done) if "rises by" in line)


def test_contracts_that_never_cross_are_told() -> None:
    done = run("sweep", ASK, AGREED, *SALES, "--metric", "total_fees")
    assert "The contracts have no break-even for total fees in this range." in lines(done)


def test_a_input_that_one_contract_lacks_is_refused() -> None:
    done = run("sweep", ASK, PROPOSAL, "--vary", "festival_fee=1,2")
    assert done.code == 2
    assert "festival_fee" in done.err


# ---------------------------------------------------------------- how it spreads


def test_the_spread_of_a_metric() -> None:
    words = ("--vary", "sales=1M..2M/101", "--metric", "monthly_rebate", "--spread")
    done = run("sweep", PROPOSAL, ASK, *words)
    assert line_of(done, "2003 proposal").split()[2:4] == ["101", "15,000.00"]
    assert line_of(done, "2003 ask").split()[3] == "35,000.00"
    (told, _) = record(run("sweep", PROPOSAL, ASK, *words, "--format", "json"))["spread"]
    assert (told["scenario"], told["points"], told["least"], told["most"]) == (
        "2003 proposal",
        101,
        15_000,
        30_000,
    )
    ranked = {"5": 15_750, "25": 18_750, "50": 22_500, "75": 26_250, "95": 29_250}
    assert all(abs(told["percentiles"][name] - value) < 1 for name, value in ranked.items())


def test_the_spread_of_what_is_nowhere_available() -> None:
    done = run("sweep", PROPOSAL, *SALES, "--metric", "vpo_volume", "--spread", "--format", "csv")
    assert rows(done)[0] == {"scenario": "2003 proposal", "points": "0"} | dict.fromkeys(
        ("least", "p5", "p25", "p50", "p75", "p95", "most"), ""
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--spread", "--best", "2"), "Found --spread and --best. Expected only one of them"),
        (("--spread", "--format", "parquet"), "remove --spread"),
        (("--best", "2", "--output", "x.parquet"), "remove --best"),
        (("--vary", "stores.new=0..99999..1", "--format", "csv", "--unit", "k"), "remove --unit"),
        (("--vary", "stores.new=0..99..1", "--format", "parquet"), "add --output FILE.parquet"),
        (("--output", "x.pdf"), "Expected a file name that ends in one of .txt"),
    ],
)
def test_options_that_contradict_each_other(words: tuple[str, ...], said: str) -> None:
    done = run("sweep", PROPOSAL, *SALES, *words)
    assert done.code in (1, 2)
    assert done.out == ""
    assert said in " ".join(done.err.split())


# ---------------------------------------------------------------- json


def test_the_record() -> None:
    found = record(
        run(
            "sweep",
            PROPOSAL,
            "--vary",
            "monthly_rebate=1%,1.5%",
            "--metric",
            "fee_ratio,total_fees",
            "--format",
            "json",
        )
    )
    assert found["format_version"] == 2
    assert found["scenarios"] == ["2003 proposal"]
    assert found["axes"] == [
        {"name": "monthly_rebate", "path": "monthly_rebate.rate", "count": 2, "today": [Decimal("0.015")]}
    ]
    assert found["metrics"] == ["fee_ratio", "total_fees"]
    assert found["points"][1]["total_fees"] == Decimal("913750.00")
    assert found["points"][1]["monthly_rebate"] == Decimal("0.015")


# ---------------------------------------------------------------- many points

LARGE = ("--vary", "sales=8M..11M..10", "--metric", "total_fees,fee_ratio,vpo,net_net_sales")


@pytest.mark.thorough
@pytest.mark.parametrize("form", ["csv", "tsv", "json"])
def test_a_large_sweep_has_the_rows_of_a_small_one(tmp_path: Path, form: str) -> None:
    pytest.importorskip("numpy")
    file = tmp_path / f"large.{form}"
    assert run("sweep", AGREED, *LARGE, "--output", file).code == 0
    small = record(run("sweep", AGREED, "--vary", "sales=9M..9.0001M..10", *LARGE[2:], "--format", "json"))[
        "points"
    ]
    text = file.read_text(encoding="utf-8")
    large = points_of(text, form)
    assert len(large) == 300_001
    for point in small:
        other = large[int((point["sales"] - 8_000_000) / 10)]
        assert [other[name] for name in ("sales", "total_fees", "net_net_sales")] == [
            point[name] for name in ("sales", "total_fees", "net_net_sales")
        ]
        assert abs(other["fee_ratio"] - point["fee_ratio"]) < Decimal("1e-15")


PARTS = """\
plan:
  categories: {a: {sales: 1}, b: {sales: 1}, c: {sales: 1}}
  figures: {base: 1.234567, share: 12.345678%, small: share x base x base, rest: 0.000001 x small}
terms: {rebate: {rate: 2.5%, of: categories.a.sales}}
"""


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "parquet"])
@pytest.mark.parametrize("vary", ["sales=10..120010..1", "sales=10..20..5"])
def test_figures_of_more_decimals_than_a_column_has_are_rounded(tmp_path: Path, form: str, vary: str) -> None:
    """Where very many rows are written; the third of a whole has no last decimal, a product of figures many."""
    polars = pytest.importorskip("polars")
    file = tmp_path / f"rows.{form}"
    words = ("--vary", vary, "--metric", "categories.a.sales,small,rest,rebate", "--output", file)
    assert run("sweep", scenario(tmp_path, text=PARTS), *words).code == 0
    found = (
        polars.read_parquet(file).drop("scenario").to_dicts()
        if form == "parquet"
        else points_of(file.read_text(encoding="utf-8"), form)
    )
    exact = {
        "categories.a.sales": Fraction(10, 3),
        "small": Fraction("0.12345678") * Fraction("1.234567") ** 2,
        "rest": Fraction("0.12345678") * Fraction("1.234567") ** 2 / 10**6,
        "rebate": Fraction("0.08"),
    }
    assert {name: round(Fraction(found[0][name]), 8) for name in exact} == {
        name: round(value, 8) for name, value in exact.items()
    }


@pytest.mark.parametrize("form", ["csv", "json", "parquet"])
def test_many_points_without_a_plan_are_absent_to_the_row(tmp_path: Path, form: str) -> None:
    pytest.importorskip("numpy")
    polars = pytest.importorskip("polars")
    file = tmp_path / f"large.{form}"
    words = ("--vary", "sales=0..1200/120001", "--metric", "total_fees,rebate,vpo")
    assert run("sweep", scenario(tmp_path, text=RETURNED), *words, "--output", file).code == 0
    if form == "json":
        points = points_of(file.read_text(encoding="utf-8"), form)
        found = [point["total_fees"] for point in points]
        assert points[100_000]["rebate"] == 2
    else:
        found = (polars.read_csv if form == "csv" else polars.read_parquet)(file)["total_fees"].to_list()
    assert [at for at, value in enumerate(found) if value is None] == list(range(90_000))
    assert Decimal(str(found[100_000])) == 22


def points_of(text: str, form: str) -> list[dict[str, Any]]:
    if form == "json":
        points: list[dict[str, Any]] = json.loads(text, parse_float=Decimal)["points"]
        return points
    table = csv.DictReader(io.StringIO(text), delimiter="\t" if form == "tsv" else ",")
    return [
        {key: value if key == "scenario" else Decimal(value) for key, value in row.items()} for row in table
    ]


def test_parquet_holds_exact_decimals(tmp_path: Path) -> None:
    polars = pytest.importorskip("polars")
    file = tmp_path / "sweep.parquet"
    assert run("sweep", PROPOSAL, *SALES, "--metric", "total_fees", "--output", file).code == 0
    frame = polars.read_parquet(file)
    assert frame["total_fees"].to_list()[2] == Decimal("842500.00")
    assert frame["sales"].to_list()[0] == 8_000_000


def test_very_many_points_are_asked_for_with_their_number_and_time() -> None:
    words = ("--vary", "sales=8M..11M..1", "--vary", "stores.new=0..9..1", "--metric", "total_fees")
    done = run("sweep", PROPOSAL, *words, "--best", "1")
    assert (done.code, done.out) == (2, "")
    assert "Found 30,000,010 combinations (about " in done.err
    assert "add --yes" in " ".join(done.err.split())


def test_too_many_rows_for_a_table_say_what_to_do() -> None:
    done = run("sweep", PROPOSAL, "--vary", "sales=8M..11M..100")
    assert (done.code, done.out) == (2, "")
    assert "Found more than 10,000 rows. Expected a shorter table. Fix: use --where or --best" in " ".join(
        done.err.split()
    )


def test_magnitudes_beyond_64_bits_stay_exact(tmp_path: Path) -> None:
    file = scenario(tmp_path, text="terms: {fee: {rate: 12.345678%}}")
    words = ("--vary", "sales=900000000000000.00..900000000001000.00..0.01", "--metric", "fee")
    done = run("sweep", file, *words, "--where", "sales > 900,000,000,000,999.98", "--format", "csv")
    assert rows(done)[-1]["fee"] == "111111102000123.46"


def test_an_interrupt_leaves_no_file(tmp_path: Path) -> None:
    file = tmp_path / "large.csv"
    command = [
        sys.executable,
        "-m",
        "ka_terms",
        "sweep",
        str(PROPOSAL),
        "--vary",
        "sales=0..90M..1",
        "--yes",
        "-o",
        str(file),
    ]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    deadline = time.monotonic() + 60
    while not list(tmp_path.iterdir()) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert process.stderr
    assert "combinations" in process.stderr.readline()
    process.send_signal(signal.SIGINT)
    err = process.communicate(timeout=60)[1]
    assert process.returncode == 130
    assert "Traceback" not in err
    assert not list(tmp_path.iterdir())


# ---------------------------------------------------------------- uncertain sales, start-up, completion


def test_the_likely_case_is_swept(tmp_path: Path) -> None:
    file = scenario(tmp_path, text="plan: {sales: {low: 1M, likely: 2M, high: 4M}}\nterms: {fee: {rate: 2%}}")
    done = run("sweep", file, "--vary", "fee=2%,3%", "--metric", "sales,fee", "--format", "csv")
    found = [(row["fee.rate"], row["sales"], row["fee"]) for row in rows(done)]
    assert found == [("0.02", "2000000", "40000"), ("0.03", "2000000", "60000")]
    assert "Figures are for the likely case" in run("sweep", file, "--vary", "fee=2%,3%").out


def test_a_small_sweep_loads_no_array_library() -> None:
    code = (
        "import sys; from ka_terms.cli import main; sys.argv = sys.argv[1:]\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "sys.exit(len({'numpy', 'polars', 'dask'} & set(sys.modules)))"
    )
    words = ("ka-terms", "sweep", PROPOSAL, *SALES, *MONTHLY)
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, words)], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_contracts_of_one_name_are_told_apart(tmp_path: Path) -> None:
    frozen = tmp_path / "frozen.json"
    assert run("show", PROPOSAL, "--output", frozen).code == 0
    done = run("sweep", PROPOSAL, frozen, "--vary", "sales=8M", "--format", "csv")
    names = [row["scenario"] for row in rows(done)]
    assert names[0] != names[1]
    assert "frozen.json" in names[1]


def test_different_currencies_are_refused(tmp_path: Path) -> None:
    other = scenario(tmp_path, text="currency: JPY")
    done = run("sweep", LAST, other, "--vary", "sales=1M")
    assert done.code == 2
    assert "different currencies" in done.err


@pytest.mark.parametrize("kind", ["csv", "tsv"])
def test_a_metric_that_is_an_axis_is_one_column_for_programs(kind: str) -> None:
    out = run("sweep", PROPOSAL, "--vary", "sales=8M,9M", "--metric", "sales", "--format", kind).out
    assert out.splitlines()[0].split("," if kind == "csv" else "\t") == ["scenario", "sales"]


# ---------------------------------------------------------------- sheets


MANY = (
    "--vary",
    "sales=8M..11M/120",
    "--vary",
    "monthly_rebate=1%..3%/100",
    "--metric",
    "total_fees,fee_ratio",
)


def sheets_of(file: Path) -> dict[str, list[list[Any]]]:
    """The rows of every sheet, by another program than wrote them."""
    calamine = pytest.importorskip("python_calamine")
    book = calamine.CalamineWorkbook.from_path(str(file))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def test_many_rows_of_a_sheet_are_those_of_csv(tmp_path: Path) -> None:
    file, rows = tmp_path / "rows.xlsx", tmp_path / "rows.csv"
    assert run("sweep", PROPOSAL, *MANY, "--output", rows).code == 0
    done = run("sweep", PROPOSAL, *MANY, "--output", file, "--lang", "zh-Hant")
    assert (done.code, done.out) == (0, "")
    ((name, (header, *found)),) = sheets_of(file).items()
    assert name == "2003 proposal"
    assert header == ["方案", "銷售額", "月返：費率", "費用合計", "費用占比"]
    expected = points_of(rows.read_text(encoding="utf-8"), "csv")
    assert len(found) == len(expected) == 12_000
    for row, point in zip(found, expected, strict=True):
        assert row[0] == point["scenario"]
        # A file of a spreadsheet states a number to 16 digits.
        assert row[1:] == [pytest.approx(float(value), rel=1e-15) for value in [*point.values()][1:]]
    again = run("sweep", PROPOSAL, *MANY, "--output", file)
    assert again.code == 1
    assert "add --force to overwrite it" in again.err


def test_few_rows_of_a_sheet_have_tables_and_a_chart(tmp_path: Path) -> None:
    file = tmp_path / "rows.xlsx"
    assert run("sweep", PROPOSAL, "--vary", "sales=8M..11M/5", "--output", file).code == 0
    assert [*sheets_of(file)][1] == "Chart - Fee ratio"
    # Of many combinations rules may leave few.
    words = ("--vary", "sales=8M..11M/10001", "--where", "sales >= 10.999M", "--unit", "k")
    assert run("sweep", PROPOSAL, *words, "--output", file, "--force").code == 0
    (table, *_) = sheets_of(file).values()
    assert table[0][:3] == ["Sales (k)", "Fee ratio", "Total fees (k)"]
    assert 2 < len(table) < 100


def test_many_rows_of_a_sheet_take_no_unit_and_have_a_bound(tmp_path: Path) -> None:
    file = tmp_path / "rows.xlsx"
    done = run("sweep", PROPOSAL, "--vary", "sales=8M..11M/20000", "--unit", "k", "--output", file)
    assert done.code == 2
    assert "remove --unit" in done.err
    done = run("sweep", PROPOSAL, "--vary", "sales=8M..11M/1048575", "--output", file)
    assert done.code == 2
    told = " ".join(done.err.split())
    assert "Found 1,048,575 rows. Expected at most 1,048,574 rows in xlsx." in told
    assert "use --where, or one of csv, tsv, json, parquet" in told
    assert not file.exists()


def test_many_private_rows_of_a_sheet_say_so_first(tmp_path: Path) -> None:
    file = tmp_path / "rows.xlsx"
    words = ("--vary", "sales=8M..11M/10001", "--metric", "contribution", "--internal", "--output", file)
    assert run("sweep", INTERNAL, *words).code == 0
    ((_, rows),) = sheets_of(file).items()
    assert "internal" in str(rows[0][0]).casefold()
    assert len(rows) == 10_003
