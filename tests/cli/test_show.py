"""What `ka-terms show` tells its user: the statement, one term's way, guardrails, and what it refuses."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.material import AGREED, ASK, FORMATS, INTERNAL, LANGUAGES, LAST, PROPOSAL, record, scenario
from tests.cli.running import run


@pytest.mark.parametrize(
    ("file", "total", "share"),
    [
        (LAST, "986,100", "24.53%"),
        (ASK, "2,469,250", "24.57%"),
        (PROPOSAL, "913,750", "9.09%"),
        (AGREED, "1,541,850", "15.34%"),
    ],
)
def test_the_four_contracts_come_to_the_totals_of_the_case(file: Path, total: str, share: str) -> None:
    done = run("show", file)
    last_row = next(line for line in done.out.splitlines() if line.startswith("Total fees"))
    assert (done.code, done.err) == (0, "")
    assert last_row.split() == ["Total", "fees", total, share]


def test_json_has_the_promised_keys() -> None:
    shown = record(run("show", AGREED, "--format", "json"))
    promised = {"format_version", "scenario", "sales", "stores", "vpo", "lines", "total_fees", "fee_ratio"}
    assert promised | {"plan", "terms"} <= shown.keys()
    for line in shown["lines"]:
        assert {"term", "label", "category", "amount", "ratio", "explanation"} <= line.keys()


def test_json_numbers_are_exact() -> None:
    shown = record(run("show", AGREED, "--format", "json"))
    assert shown["total_fees"] == sum(line["amount"] for line in shown["lines"]) == Decimal("1541850.00")
    assert shown["fee_ratio"] == Decimal(1541850) / Decimal(10050000)
    assert shown["lines"][0]["ratio"] * shown["sales"] == Decimal(251250)


def test_the_plan_and_terms_in_json_are_a_scenario_again(tmp_path: Path) -> None:
    saved = tmp_path / "agreed.json"
    assert run("show", AGREED, "--output", saved).code == 0
    assert record(run("show", saved, "--format", "json")) == record(run("show", AGREED, "--format", "json"))


def test_a_plan_may_grow_to_sales_that_no_file_may_state(tmp_path: Path) -> None:
    plan = "{last_year: {sales: 4020000.123456}, sales: 133.333333%}"
    text = f"plan: {plan}\nterms: {{fee: {{rate: 1%}}}}"
    file, saved = scenario(tmp_path, text=text), tmp_path / "saved.json"
    assert run("show", file, "--output", saved).code == 0
    assert run("show", saved, "--format", "json").out == saved.read_text(encoding="utf-8")


# ---------------------------------------------------------------- statements of little


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "plan: {sales: 0}",
        "plan: {sales: 0, stores: {opening: 0}}\nterms: {a: {amount: 5000}, b: {rate: 3%}}",
        "plan: {sales: 1M}",
        "plan: {sales: 1M, stores: {opening: 3, closed: 3}}\nterms: {a: {amount: 5, per: stores.closing}}",
        "plan: {last_year: {sales: 0}, sales: +50%}\nterms: {a: {rate: 1%, of: increment}}",
    ],
    ids=["nothing", "no sales", "no terms", "no stores left", "growth on nothing"],
)
def test_nothing_to_divide_by_is_na_and_no_fault(tmp_path: Path, text: str, kind: str, lang: str) -> None:
    file = scenario(tmp_path, text=text)
    for words in (["show", file, "--internal"], ["compare", file, LAST], ["compare", LAST, file]):
        done = run(*words, "--format", kind, "--lang", lang)
        assert (done.code, done.err) == (0, "")


def test_a_ratio_without_sales_is_na_and_null(tmp_path: Path) -> None:
    file = scenario(tmp_path, text="plan: {sales: 0, stores: {opening: 0}}\nterms: {a: {amount: 5000}}")
    assert "total fees 5,000. The fee ratio is n/a because the plan has no sales." in run("show", file).out
    shown = record(run("show", file, "--format", "json"))
    assert (shown["fee_ratio"], shown["vpo"], shown["fees_a_store"]) == (None, None, None)
    assert shown["lines"][0]["ratio"] is None


def test_a_crossed_share_has_the_digits_that_tell_it_from_the_limit(tmp_path: Path) -> None:
    """614.68 / 5,488.20 is more than 11.2% by less than a millionth."""
    terms = "terms: {a: {rate: 5%}, b: {rate: 3.7%}, c: {rate: 2.5%}}"
    done = run(
        "show",
        scenario(tmp_path, "s", f"plan: {{sales: 5488.20}}\n{terms}"),
        "--fail-if",
        "fee_ratio > 11.2%",
    )
    assert (done.code, done.err) == (
        3,
        "limit broken: s: fee_ratio is 11.20003% (--fail-if 'fee_ratio > 11.2%')\n",
    )


def test_last_years_vpo_is_shown_beside_a_year_without_sales(tmp_path: Path) -> None:
    text = "plan: {last_year: {sales: 1M, stores: {opening: 4}}, sales: 0, stores: {opening: 4}}"
    rows = run("show", scenario(tmp_path, text=text)).out.splitlines()
    assert next(row.split()[-3:] for row in rows if row.startswith("VPO")) == ["0.00", "250,000", "0.0%"]


@pytest.mark.parametrize(("currency", "amount"), [("JPY", "33"), ("CNY", "33.33"), ("KWD", "33.333")])
def test_amounts_have_the_decimals_of_their_currency(tmp_path: Path, currency: str, amount: str) -> None:
    text = f"currency: {currency}\nplan: {{sales: 3333.3}}\nterms: {{a: {{rate: 1%}}}}"
    file = scenario(tmp_path, text=text)
    assert record(run("show", file, "--format", "json"))["total_fees"] == Decimal(amount)
    assert f"total fees {amount} (" in run("show", file).out
    assert run("show", file, "--format", "csv").out.splitlines()[1].split(",")[3] == amount


# ---------------------------------------------------------------- one term


def test_explain_takes_the_key_or_another_name_of_the_fee() -> None:
    by_key = run("show", LAST, "--explain", "annual_rebate")
    assert by_key.code == 0
    assert run("show", LAST, "--explain", "年返") == by_key


def test_explain_names_the_file_and_line_of_every_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROPOSAL.parent)
    shown = record(run("show", "2003-proposal.yaml", "--explain", "annual_rebate", "--format", "json"))
    sources = {step["figure"]: step["source"] for step in shown["steps"]}
    assert sources["Sales (last year)"] == "2002.yaml:12"
    assert sources["Planned sales index vs last year"] == "2003-plan.yaml:12"
    assert sources["Tier 2 rate"] == "2003-proposal.yaml:12"
    assert (shown["format_version"], shown["term"], shown["amount"]) == (2, "annual_rebate", Decimal(100500))


def test_explaining_a_term_the_contract_lacks_suggests_the_nearest() -> None:
    done = run("show", LAST, "--explain", "listing_fe")
    assert (done.code, done.out) == (2, "")
    assert "--explain: Found 'listing_fe'. Expected one of monthly_rebate, annual_rebate, " in done.err
    assert "Fix: write listing_fee" in done.err
    done = run("show", LAST, "--explain", "zzz")
    assert "Expected one of monthly_rebate, annual_rebate, new_store_fee, listing_fee" in done.err


def test_a_contract_without_terms_explains_none(tmp_path: Path) -> None:
    done = run("show", scenario(tmp_path), "--explain", "fee")
    assert (done.code, done.out) == (2, "")
    assert "--explain: Found 'fee'. Expected a contract with terms. Fix: remove --explain" in done.err


# ---------------------------------------------------------------- guardrails


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("fee_ratio > 25%", 0),
        ("fee_ratio > 24%", 3),
        ("fee_ratio>=24.5%", 3),
        ("費用 > 1", 2),
        ("total_fees > 986,100", 0),
        ("total_fees >= 98.61万", 3),
        ("listing_fee > 400k", 3),
        ("listing_fee > 10%", 3),
        ("新品上架費 > 400k", 3),
        ("vpo < 100000", 0),
        ("fee_ratio > 25", 2),
        ("fee_ratio", 2),
        ("> 25%", 2),
        ("fee_ratio > 250%", 0),
        ("fee_ratio < 250%", 3),
        ("vpo > 10%", 2),
        ("", 2),
    ],
)
def test_a_guardrail_decides_the_exit_code(rule: str, code: int) -> None:
    done = run("show", LAST, "--fail-if", rule)
    assert done.code == code
    assert bool(done.out) == (code != 2)
    assert bool(done.err) == (code != 0)


def test_every_crossing_is_named_and_the_output_still_printed() -> None:
    done = run(
        "show", LAST, "--fail-if", "fee_ratio > 24%", "--fail-if", "listing_fee > 10%", "--fail-if", "vpo < 1"
    )
    assert done.code == 3
    assert done.out == run("show", LAST).out
    assert done.err.splitlines() == [
        "limit broken: 2002 contract: fee_ratio is 24.5299% (--fail-if 'fee_ratio > 24%')",
        "limit broken: 2002 contract: listing_fee is 10.796% of sales (--fail-if 'listing_fee > 10%')",
    ]


def test_a_metric_nobody_knows_is_refused_with_the_nearest_before_anything_is_put_out(tmp_path: Path) -> None:
    file = tmp_path / "out.md"
    done = run("show", LAST, "--fail-if", "fee_rato > 25%", "--output", file)
    assert (done.code, done.out) == (2, "")
    assert "write fee_ratio if that is meant" in done.err
    assert not file.exists()


def test_what_is_na_counts_as_crossed(tmp_path: Path) -> None:
    done = run("show", scenario(tmp_path, text="plan: {sales: 0}"), "--fail-if", "fee_ratio > 25%")
    assert done.code == 3
    assert done.err == "limit broken: a contract: fee_ratio is n/a (--fail-if 'fee_ratio > 25%')\n"


def test_a_ratio_beyond_all_reason_is_still_told(tmp_path: Path) -> None:
    text = "plan: {sales: 0.000001}\nterms: {a: {amount: 999999999999999}}"
    done = run("show", scenario(tmp_path, text=text), "--fail-if", "fee_ratio > 25%")
    assert done.code == 3
    assert "fee_ratio is 99,999,999,999,999,900,000,000%" in done.err


# ---------------------------------------------------------------- bad input


def test_every_problem_of_the_file_is_told_with_its_place(tmp_path: Path) -> None:
    file = scenario(tmp_path, text="plan: {sales: -1, storse: 3}\nterms: {a: {rate: 2.5}}")
    done = run("show", file)
    assert (done.code, done.out) == (1, "")
    for place, what in (
        ("2:15", "zero or more"),
        ("2:19", "write stores if that is meant"),
        ("3:19", "2.5%"),
    ):
        assert any(f":{place}: " in line and what in line for line in done.err.splitlines())
    assert done.err.count("^") == 3


def test_an_amount_beyond_any_contract_is_bad_input(tmp_path: Path) -> None:
    terms = "terms: {a: {amount: 99999999999999, per: stores.closing}}"
    text = f"plan: {{sales: 999999999999999, stores: {{opening: 999999}}}}\n{terms}"
    file = scenario(tmp_path, text=text)
    for words in (["show", file], ["compare", file, file]):
        done = run(*words)
        assert (done.code, done.out) == (1, "")
        assert done.err.startswith("Error: Found an amount of 10^18 or more for a")
    checked = run("check", file)
    assert checked.code == 1
    assert "terms.a: Found an amount of 10^18 or more for a" in checked.err


def test_no_file_is_bad_input_and_no_word_is_bad_usage(tmp_path: Path) -> None:
    assert run("show", tmp_path / "none.yaml").code == 1
    assert run("show").code == 2
    assert run("show", LAST, "--no-such-option").code == 2


def test_a_comparison_is_no_statement(tmp_path: Path) -> None:
    saved = tmp_path / "comparison.json"
    assert run("compare", LAST, ASK, "--output", saved).code == 0
    done = run("show", saved)
    assert (done.code, done.out) == (1, "")
    assert "Expected a statement with its lines" in done.err


# ---------------------------------------------------------------- the internal view


def test_internal_shows_what_is_left_to_us() -> None:
    view = record(run("show", INTERNAL, "--internal", "--format", "json"))["inside"]
    assert view["contribution"] == view["margin"] - Decimal("913750.00") - view["payment_cost"]
    assert [distance["metric"] for distance in view["walk_away"]] == [
        "fee_ratio",
        "total_fees",
        "net_net_sales",
        "contribution",
    ]


def test_csv_has_every_internal_figure() -> None:
    rows = [
        line.split(",") for line in run("show", INTERNAL, "--internal", "--format", "csv").out.splitlines()
    ]
    amounts = {row[1]: row[4:] for row in rows if row[0] == "internal"}
    assert {key for key in amounts if key.partition(".")[0] in ("walk_away", "room")} == {
        f"{part}.{metric}"
        for part in ("walk_away", "room")
        for metric in ("fee_ratio", "total_fees", "net_net_sales", "contribution")
    }
    assert "3233085.00" in json.dumps(amounts["margin"])


def test_internal_without_private_figures_is_no_internal_output() -> None:
    assert run("show", LAST, "--internal") == run("show", LAST)


@pytest.mark.parametrize(
    ("lang", "label"), [("en", "Volume-driven"), ("zh-Hant", "隨銷量變動"), ("zh-Hans", "随销量变动")]
)
def test_a_fee_a_carton_is_told_as_driven_by_volume(tmp_path: Path, lang: str, label: str) -> None:
    plan = "plan: {sales: 1M, volume: 400, figures: {ad_costs: 5000}}"
    fees = "{freight: {amount: 2, per: volume}, ads: {rate: 10%, of: ad_costs}, rebate: {rate: 1%}}"
    file = scenario(tmp_path, text=f"{plan}\nterms: {fees}")
    shown = run("show", file, "--lang", lang).out
    assert sum(label in line for line in shown.splitlines()) == 2
    found = record(run("show", file, "--format", "json"))["lines"]
    assert [(line["driven_by"], line["sales_driven"]) for line in found] == [
        ("volume_driven", False),
        ("fixed", False),
        ("sales_driven", True),
    ]
    rows = run("show", file, "--format", "csv").out.splitlines()[1:4]
    assert ["volume_driven" in rows[0], "fixed" in rows[1], "sales_driven" in rows[2]] == [True] * 3


def test_without_a_fee_by_volume_nothing_is_said_of_it() -> None:
    assert "Volume-driven" not in run("show", ASK).out


def test_csv_carries_what_each_term_says() -> None:
    rows = list(csv.DictReader(StringIO(run("show", PROPOSAL, "--format", "csv").out)))
    said = {row["term"]: row["says"] for row in rows}
    assert said["listing_fee"] == "1,000 per SKU per store, charged from the 36th SKU"
    assert said["annual_rebate"] == "from 9M: 0.5%, from 10M: 1%"
    assert said["total_fees"] == ""
    for lang in LANGUAGES:
        done = run("show", PROPOSAL, "--format", "tsv", "--lang", lang)
        first = run("show", PROPOSAL, "--explain", "listing_fee", "--lang", lang).out.splitlines()[0]
        rows = list(csv.DictReader(StringIO(done.out), delimiter="\t"))
        assert first.endswith(next(row["says"] for row in rows if row["term"] == "listing_fee"))
