"""`ka-terms ladder`, and the warnings of dead zones and near bounds in `show` and `compare`."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest

from tests.cli.material import (
    AGREED,
    ASK,
    FORMATS,
    INTERNAL,
    LANGUAGES,
    LAST,
    PRIVATE_NUMBERS,
    PROPOSAL,
    record,
    scenario,
)
from tests.cli.running import run

TERMS = """
plan:
  last_year: {sales: 800k}
  sales: 1M
  volume: 20k
  stores: {opening: 10, new: 5}
terms:
  growth_rebate: {mode: whole, measure: growth, tiers: [{from: 120%, rate: 1%}, {over: 130%, rate: 100%}]}
  volume_bonus: {mode: whole, measure: volume, tiers: [{from: 20200, rate: 2%}]}
  store_bonus: {mode: whole, measure: stores.new, tiers: [{from: 5, amount: 10k}]}
  bands: {mode: marginal, tiers: [{from: 500k, rate: 1%}]}
"""
ON_MARGIN = ("recovers_at_margin", "worst_loss_margin")


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    return scenario(tmp_path, "mixed", TERMS)


def test_json_has_every_tier_under_its_keys(mixed: Path) -> None:
    (found,) = record(run("ladder", mixed, "--format", "json"))["scenarios"]
    growth, volume, stores, bands = found["terms"]
    assert (growth["term"], growth["mode"], growth["measure"], growth["of"]) == (
        *("growth_rebate", "whole", "growth", "sales"),
    )
    first, second = growth["tiers"]
    assert (first["bound"], first["index"], first["inclusive"]) == (960_000, Decimal("1.2"), True)
    assert (first["payment"], first["jump"], first["distance"]) == (9_600, 9_600, -40_000)
    assert first["dead_zone"] == {"from": 960_000, "to": Decimal("969696.97")}
    # A tier that takes all sales never lets them recover.
    assert second["dead_zone"] == {"from": 1_040_000, "to": None}
    assert (second["inclusive"], second["recovers_at"], second["worst_loss"]) == (False, None, None)
    # Sales of 1M stand still as volume moves.
    assert (volume["tiers"][0]["payment"], volume["tiers"][0]["marginal_rate"]) == (20_000, 0)
    assert (volume["tiers"][0]["jump"], volume["tiers"][0]["dead_zone"]) == (20_000, None)
    assert (stores["tiers"][0]["jump"], stores["tiers"][0]["dead_zone"]) == (10_000, None)
    assert (bands["tiers"][0]["jump"], bands["tiers"][0]["dead_zone"]) == (0, None)
    assert set(ON_MARGIN).isdisjoint(first)


def test_the_table_tells_never_and_not_available_apart(mixed: Path) -> None:
    shown = run("ladder", mixed).out
    lines = {line.split("  ")[0]: line for line in shown.splitlines()}
    assert "no end" in lines["growth over +30%: 100% of sales"]
    assert lines["stores opened from 5: 10,000"].count("n/a") == 3
    assert "n/a" not in lines["from 500,000: 1% of sales"]
    (volume,) = (line for line in shown.splitlines() if line.startswith("volume from"))
    assert volume.count("n/a") == 3
    assert "mixed, bands: the fee does not jump at any threshold." in shown


@pytest.mark.parametrize(
    ("sales", "lang", "said"),
    [
        (
            "900k",
            "en",
            "bonus: the plan is 10.0% (100,000) below the 1M tier. At its threshold the fee falls by 7,000.",
        ),
        (
            "1.1M",
            "en",
            "bonus: the plan is 10.0% (100,000) above the 1M tier. At its threshold the fee falls by 7,000.",
        ),
        (
            "1M",
            "en",
            "a contract, bonus: the plan is exactly at the 1M tier. At its threshold the fee falls by 7,000.",
        ),
        ("900k", "zh-Hant", "10.0%（100,000），跨過後費用減少 7,000。"),
        ("1M", "zh-Hans", "正好达到 100万档；跨过使费用减少 7,000。"),
    ],
)
def test_a_fee_that_falls_at_a_bound_is_told(tmp_path: Path, sales: str, lang: str, said: str) -> None:
    tiers = "[{from: 0, amount: 10k}, {from: 1M, amount: 3k}]"
    text = f"plan: {{sales: {sales}}}\nterms: {{bonus: {{mode: whole, tiers: {tiers}}}}}"
    assert said in run("ladder", scenario(tmp_path, "a contract", text), "--lang", lang).out


@pytest.mark.parametrize(
    ("amounts", "said"),
    [
        (
            ("3k", "10k"),
            "bonus: the plan is exactly at the threshold of the 1M tier. Above it the fee rises by 7,000.",
        ),
        (
            ("10k", "3k"),
            "bonus: the plan is exactly at the threshold of the 1M tier. Above it the fee falls by 7,000.",
        ),
    ],
)
def test_right_at_a_bound_that_has_to_be_passed_no_distance_of_zero_is_told(
    tmp_path: Path, amounts: tuple[str, str], said: str
) -> None:
    tiers = f"[{{from: 0, amount: {amounts[0]}}}, {{over: 1M, amount: {amounts[1]}}}]"
    file = scenario(tmp_path, "a", f"terms: {{bonus: {{mode: whole, tiers: {tiers}}}}}")
    assert said in run("ladder", file).out
    assert (said in run("show", file).out) == ("rises" in said)


def test_csv_has_one_row_a_tier(mixed: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("ladder", mixed, LAST, "--format", "csv").out)))
    assert [(row["scenario"], row["term"], row["tier"]) for row in rows] == [
        ("mixed", "growth_rebate", "1"),
        ("mixed", "growth_rebate", "2"),
        ("mixed", "volume_bonus", "1"),
        ("mixed", "store_bonus", "1"),
        ("mixed", "bands", "1"),
        ("2002 contract", "annual_rebate", "1"),
    ]
    assert (rows[0]["index"], rows[0]["dead_zone_to"], rows[1]["dead_zone_to"]) == ("1.2", "969696.97", "")


def test_a_contract_without_tiers_says_so(tmp_path: Path) -> None:
    file = scenario(tmp_path, text="terms: {fee: {rate: 1%}}")
    assert run("ladder", file).out == "a contract has no tiered terms.\n"


def test_contracts_of_one_name_are_told_apart_and_currencies_stand_side_by_side(tmp_path: Path) -> None:
    term = "terms: {fee: {mode: whole, tiers: [{from: 900k, rate: 1.23456%}]}}"
    yen = scenario(tmp_path, text=f"currency: JPY\n{term}", file="yen.yaml")
    yuan = scenario(tmp_path, text=term, file="yuan.yaml")
    shown = run("ladder", yen, yuan).out
    assert "yen.yaml" in shown
    assert "11,111.04" in shown


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_margin_stays_in_the_house(form: str, language: str) -> None:
    open_, shut = (
        run("ladder", INTERNAL, AGREED, *more, "--format", form, "--lang", language)
        for more in (["--internal"], [])
    )
    assert (open_.code, shut.code) == (0, 0)
    assert "internal" in open_.out.replace("2003 proposal, internal", "").splitlines()[0] or form == "json"
    for private in ("9142090", "9,142,090", "10160410", "10,160,411", *PRIVATE_NUMBERS[1:4]):
        assert private not in shut.out
    assert not any(key in shut.out for key in ON_MARGIN)
    if form == "json":
        tiers = record(open_)["scenarios"][0]["terms"][0]["tiers"]
        assert [tier["recovers_at_margin"] for tier in tiers] == [
            Decimal("9142090.31"),
            Decimal("10160410.65"),
        ]


def test_without_a_margin_there_is_nothing_internal_to_show() -> None:
    assert run("ladder", AGREED, "--internal").out == run("ladder", AGREED).out


def near(sales: str, folder: Path, *more: str) -> list[str]:
    term = "terms: {annual_rebate: {mode: whole, tiers: [{from: 9M, rate: 0.5%}]}}"
    file = scenario(folder, text=f"plan: {{sales: {sales}}}\n{term}")
    shown, compared = (
        run(*words).out.splitlines() for words in (["show", file, *more], ["compare", LAST, file, *more])
    )
    told = [line for line in shown if "annual rebate:" in line]
    assert told == [line for line in compared if "annual rebate:" in line]
    return told


def test_show_and_compare_warn_close_to_a_bound(tmp_path: Path) -> None:
    assert near("8_892_000".replace("_", ""), tmp_path) == [
        "a contract, annual rebate: the plan is 1.2% (108,000) below the 9M tier."
        " At its threshold the fee rises by 45,000."
    ]
    assert near("9.09M", tmp_path) == [
        "a contract, annual rebate: the plan is 1.0% (90,000) above the 9M tier."
        " At its threshold the fee rises by 45,000."
    ]
    assert near("8.1M", tmp_path) == []
    assert near("9.09M", tmp_path, "--near", "0%") == []
    assert len(near("8.1M", tmp_path, "--near", "10%")) == 1


def test_json_has_the_warnings(tmp_path: Path) -> None:
    (found,) = record(run("show", PROPOSAL, "--format", "json"))["warnings"]
    assert (found["term"], found["kind"], found["tier"], found["loss"]) == (
        *("annual_rebate", "dead_zone", 2, 500),
    )
    assert record(run("show", ASK, "--format", "json"))["warnings"] == []


def test_a_dead_zone_without_end_is_told_as_one(tmp_path: Path) -> None:
    file = scenario(tmp_path, text="terms: {fee: {mode: whole, tiers: [{from: 900k, rate: 100%}]}}")
    assert "would be 900,000 higher. The dead zone has no end." in run("show", file).out


@pytest.mark.parametrize("command", ["show", "compare"])
@pytest.mark.parametrize("text", ["2", "-1%", "much", "101%"])
def test_a_distance_that_is_no_share_is_refused(command: str, text: str) -> None:
    refused = run(command, LAST, *([ASK] if command == "compare" else []), "--near", text)
    assert (refused.code, refused.out) == (2, "")
    assert "--near" in refused.err


def test_a_bound_that_no_plan_can_reach_is_told_with_its_reason(tmp_path: Path) -> None:
    plan = "plan: {last_year: {sales: 1000}, sales: +20%, returns: 900}"
    term = (
        "terms: {fee: {mode: whole, of: net_sales, tiers: [{from: 500, rate: 1%}, {from: 1000, rate: 2%}]}}"
    )
    file = scenario(tmp_path, text=f"{plan}\n{term}")
    shown = run("ladder", file)
    assert "a contract: n/a where returns exceed sales." in shown.out
    assert "-4" not in shown.out
    low, high = record(run("ladder", file, "--format", "json"))["scenarios"][0]["terms"][0]["tiers"]
    assert (low["payment"], low["jump"], low["effective_rate"], low["impossible"]) == (
        None,
        None,
        None,
        "returns",
    )
    assert (high["payment"], high["jump"], high["impossible"]) == (2, 1, None)
