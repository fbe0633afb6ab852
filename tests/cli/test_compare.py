"""What `ka-terms compare` tells its user: who is the baseline, what changed and why, and what it refuses."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.cli.material import AGREED, ASK, INTERNAL, LANGUAGES, LAST, PLAN, PROPOSAL, record, scenario
from tests.cli.running import run

FOUR = (LAST, ASK, PROPOSAL, AGREED)


def test_the_first_sentence_says_what_the_new_contract_costs_and_how_far_it_is_from_the_old() -> None:
    lines = run("compare", LAST, PROPOSAL).out.splitlines()
    assert lines[:2] == [
        "2003 proposal costs 913,750, 9.1% of sales: 15.4 percentage points below 2002 contract (986,100, 24.5%).",
        "Effect of the new terms (on the plan of 2003 proposal): fees fall by 831,750. "
        "Effect of the new plan (on the old terms): fees rise by 759,400.",
    ]


def test_json_has_the_promised_keys() -> None:
    compared = record(run("compare", *FOUR, "--format", "json"))
    assert compared["baseline"] == "2002 contract"
    assert [one["scenario"] for one in compared["scenarios"]][1:] == [
        "2003 ask",
        "2003 proposal",
        "2003 agreed",
    ]
    for difference in compared["differences"]:
        assert {"term", "amounts", "change", "terms_effect", "plan_effect"} <= difference.keys()
    assert "internal" not in compared
    assert compared["format_version"] == 2


def test_every_change_is_split_exactly_in_two() -> None:
    compared = record(run("compare", *FOUR, "--format", "json"))
    for one in (*compared["differences"], *compared["totals"]):
        assert (
            one["change"] == one["amounts"][1] - one["amounts"][0] == one["terms_effect"] + one["plan_effect"]
        )


@pytest.mark.parametrize("layout", ["wide", "tidy"])
def test_the_statements_of_a_comparison_are_those_of_show(layout: str) -> None:
    compared = record(run("compare", *FOUR, "--layout", layout, "--format", "json"))
    assert compared["scenarios"] == [record(run("show", file, "--format", "json")) for file in FOUR]


# ---------------------------------------------------------------- which files


def test_the_baseline_is_the_first_unless_said() -> None:
    assert record(run("compare", ASK, LAST, "--format", "json"))["baseline"] == "2003 ask"


def test_a_baseline_among_the_files_stays_in_its_place() -> None:
    done = record(run("compare", ASK, LAST, PROPOSAL, "--baseline", LAST, "--format", "json"))
    assert done["baseline"] == "2002 contract"
    assert [one["scenario"] for one in done["scenarios"]] == ["2003 ask", "2002 contract", "2003 proposal"]


def test_a_baseline_among_the_files_may_be_written_in_another_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(LAST.parent)
    done = record(run("compare", "2003-ask.yaml", "2002.yaml", "--baseline", LAST, "--format", "json"))
    assert len(done["scenarios"]) == 2


def test_a_baseline_that_is_not_among_the_files_comes_first() -> None:
    assert run("compare", ASK, PROPOSAL, "--baseline", LAST) == run("compare", LAST, ASK, PROPOSAL)
    assert run("compare", ASK, "--baseline", LAST) == run("compare", LAST, ASK)


def test_one_file_is_too_few() -> None:
    for words in ([LAST], [LAST, "--baseline", LAST], []):
        done = run("compare", *words)
        assert (done.code, done.out) == (2, "")
    assert "at least two files" in run("compare", LAST).err


def test_contracts_of_one_name_are_told_apart_by_their_files(tmp_path: Path) -> None:
    saved = tmp_path / "as-agreed.json"
    assert run("show", AGREED, "--output", saved).code == 0
    done = run("compare", saved, AGREED, "--fail-if", "fee_ratio > 1%")
    assert done.out.startswith(f"2003 agreed ({AGREED}) costs 1,541,850")
    assert f"2003 agreed ({saved}): fee_ratio is 15.3418% (--fail-if 'fee_ratio > 1%')" in done.err
    header = run("compare", saved, AGREED, "--format", "csv").out.splitlines()[0].split(",")
    assert len(set(header)) == len(header)


@pytest.mark.parametrize("layout", ["wide", "tidy"])
def test_a_file_compared_with_itself_has_distinct_columns(layout: str) -> None:
    done = run("compare", LAST, LAST, LAST, "--layout", layout, "--format", "json")
    names = [one["scenario"] for one in record(done)["scenarios"]]
    assert names == [f"2002 contract ({place})" for place in (1, 2, 3)]
    header = run("compare", LAST, LAST, "--layout", layout, "--format", "csv").out.splitlines()[0].split(",")
    assert len(set(header)) == len(header)


def test_names_that_are_made_to_differ_never_meet_another_name(tmp_path: Path) -> None:
    one, two = (scenario(tmp_path, name, "plan: {sales: 1M}") for name in ("one", "two"))
    for file, name in ((one, "same"), (two, f"same ({one})")):
        file.write_text(
            f"scenario: {name}\n" + file.read_text(encoding="utf-8").partition("\n")[2], encoding="utf-8"
        )
    compared = record(run("compare", one, one, two, "--format", "json"))
    names = [found["scenario"] for found in compared["scenarios"]]
    assert len({*names}) == 3, names


def test_the_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    one = scenario(tmp_path, "one", "plan: {sales: -1}")
    two = scenario(tmp_path, "two", "terms: {a: {rate: 2.5}}")
    plan = scenario(tmp_path, "three", "plan: {sales: x}")
    done = run("compare", one, two, tmp_path / "none.yaml", "--plan", plan)
    assert (done.code, done.out) == (1, "")
    for place in (f"{one}:2:15: ", f"{two}:3:19: ", f"{tmp_path / 'none.yaml'}: ", f"{plan}:2:15: "):
        assert any(line.startswith(place) for line in done.err.splitlines())


def test_a_problem_that_two_files_share_is_told_once(tmp_path: Path) -> None:
    base = scenario(tmp_path, "base", "plan: {sales: -1}")
    text = f"extends: {base.name}\nscenario: "
    files = [tmp_path / "a.yaml", tmp_path / "b.yaml"]
    for file in files:
        file.write_text(text + file.stem, encoding="utf-8")
    assert run("compare", *files).err.count(f"{base.name}:2:15") == 1


# ---------------------------------------------------------------- what differs


def test_different_currencies_are_not_compared(tmp_path: Path) -> None:
    other = scenario(tmp_path, text="currency: TWD")
    done = run("compare", LAST, other)
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "Error: Found contracts in different currencies: 2002 contract (CNY), a contract (TWD). "
        "Expected contracts in one currency. "
        "Fix: convert the contracts to one currency first.\n"
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_figure_that_the_new_plan_lacks_leaves_the_effects_open(tmp_path: Path, lang: str) -> None:
    old = scenario(
        tmp_path,
        "old",
        "plan: {sales: 1M, figures: {promoters: 3}}\n"
        "terms: {a: {amount: 5, per: promoters}, b: {rate: 1%}, c: {rate: 1%, less: a}}",
    )
    new = scenario(tmp_path, "new", "plan: {sales: 2M}\nterms: {b: {rate: 1%}}")
    compared = record(run("compare", old, new, "--format", "json", "--lang", lang))
    effects = {
        one["term"]: (one["change"], one["terms_effect"], one["plan_effect"])
        for one in compared["differences"]
    }
    assert effects == {
        "a": (Decimal(-15), None, None),
        "b": (Decimal(10000), Decimal(0), Decimal(10000)),
        "c": (Decimal("-9999.85"), None, None),
    }
    assert compared["totals"][0]["terms_effect"] is None
    shown = run("compare", old, new, "--lang", lang).out.splitlines()
    assert "promoters" in shown[1]
    if lang == "en":
        assert (
            shown[1] == "The change cannot be split into an effect of terms and an effect of plan."
            " The new plan does not give promoters."
        )
        assert next(row for row in shown if row.startswith("A ")).split()[-2:] == ["n/a", "n/a"]


def test_plan_costs_every_contract_on_one_plan() -> None:
    compared = record(run("compare", LAST, ASK, "--plan", PLAN, "--format", "json"))
    assert [one["total_fees"] for one in compared["scenarios"]] == [Decimal(1745500), Decimal(2469250)]
    assert all(one["plan_effect"] == 0 for one in compared["differences"])
    assert (
        "Effect of the terms (same plan): fees rise by 723,750."
        in run("compare", LAST, ASK, "--plan", PLAN).out
    )


def test_a_plan_that_lacks_a_figure_of_a_contract_is_bad_input(tmp_path: Path) -> None:
    plan = scenario(tmp_path, text="plan: {sales: 1M}")
    done = run("compare", LAST, ASK, "--plan", plan)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(
        "Error: Found 'stores.new' in the term new_store_fee of 2002 contract, on the plan of a contract. "
        "Expected a figure"
    )


def test_unchanged_terms_are_counted_and_shown_on_request() -> None:
    done = run("compare", LAST, AGREED, "--plan", PLAN).out
    assert "3 unchanged terms are not shown: Monthly rebate, New-store fee, Listing fee." in done
    rows = [line for line in done.splitlines() if line.startswith("Monthly rebate")]
    assert not rows
    complete = run("compare", LAST, AGREED, "--plan", PLAN, "--all").out
    assert "unchanged" not in complete
    assert any(line.startswith("Monthly rebate") for line in complete.splitlines())


def test_terms_come_by_the_size_of_their_change() -> None:
    rows = run("compare", LAST, PROPOSAL, "--format", "csv").out.splitlines()
    assert [row.split(",")[0] for row in rows[1:7]] == [
        "listing_fee",
        "dm_tg_fee",
        "annual_rebate",
        "anniversary_fee",
        "monthly_rebate",
        "new_store_fee",
    ]


def test_conditions_stand_side_by_side(tmp_path: Path) -> None:
    one = scenario(tmp_path, "one", "conditions: {payment_days: 30, our_own: yes please}")
    two = scenario(tmp_path, "two", "conditions: {payment_days: 60}")
    lines = run("compare", one, two).out.splitlines()
    assert "Payment days  30          60" in lines
    assert "Our own       yes please  –" in lines


# ---------------------------------------------------------------- saved statements


@pytest.mark.parametrize(
    "words", [(), ("--lang", "zh-Hant"), ("--internal",), ("--internal", "--lang", "zh-Hans,en")]
)
def test_a_saved_statement_gives_the_numbers_of_its_file(tmp_path: Path, words: tuple[str, ...]) -> None:
    saved = tmp_path / "saved.json"
    assert run("show", INTERNAL, *words, "--output", saved).code == 0
    from_file, from_saved = (
        record(run("compare", LAST, file, "--format", "json")) for file in (INTERNAL, saved)
    )
    for one in (from_file, from_saved):
        one["scenarios"] = [
            (each["total_fees"], each["fee_ratio"], each["tiers"]) for each in one["scenarios"]
        ]
    assert from_saved == from_file
    assert run("compare", LAST, saved).err == ""
    assert run("check", saved).code == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [('"amount": 150750.00', '"amount": 1.00'), ('"rate": "1.5%"', '"rate": "1.6%"')],
    ids=["amount", "terms"],
)
def test_an_edited_statement_is_doubted(tmp_path: Path, old: str, new: str) -> None:
    saved = tmp_path / "saved.json"
    text = run("show", PROPOSAL, "--format", "json").out
    assert text.count(old) == 1
    saved.write_text(text.replace(old, new), encoding="utf-8")
    doubt = f"{saved.name}: the saved amounts for monthly rebate differ from the recalculated amounts."
    for words in (["show", saved], ["compare", LAST, saved], ["compare", LAST, saved, "--format", "md"]):
        done = run(*words)
        assert done.code == 0
        assert doubt in done.out.replace("\\", "")


# ---------------------------------------------------------------- guardrails and the internal view


def test_a_guardrail_holds_for_every_contract_shown() -> None:
    done = run("compare", PROPOSAL, ASK, LAST, "--fail-if", "fee_ratio > 24.55%")
    assert (done.code, done.out) == (3, run("compare", PROPOSAL, ASK, LAST).out)
    assert done.err == "limit broken: 2003 ask: fee_ratio is 24.5697% (--fail-if 'fee_ratio > 24.55%')\n"
    assert run("compare", PROPOSAL, AGREED, "--fail-if", "fee_ratio > 24.55%").code == 0
    assert run("compare", LAST, ASK, "--baseline", LAST, "--fail-if", "festival_fee > 0").code == 3


def test_a_metric_that_no_contract_has_is_refused_before_anything_is_put_out() -> None:
    done = run("compare", LAST, ASK, "--fail-if", "festival_fe > 0")
    assert (done.code, done.out) == (2, "")
    assert "write festival_fee if that is meant" in done.err


@pytest.mark.parametrize("layout", ["wide", "tidy"])
def test_csv_has_the_internal_figures_of_every_contract(layout: str) -> None:
    out = run("compare", LAST, INTERNAL, "--internal", "--layout", layout, "--format", "csv").out
    for key in ("margin", "payment_cost", "contribution", "walk_away.fee_ratio", "room.contribution"):
        assert f"\ninternal,{key}," in out


def test_an_unknown_layout_is_bad_usage() -> None:
    assert run("compare", LAST, ASK, "--layout", "deep").code == 2


def test_many_large_contracts_are_compared_at_once(tmp_path: Path) -> None:
    terms = "terms:\n" + "".join(f"  fee_{at}: {{rate: {at % 9}.5%, less: []}}\n" for at in range(300))
    files = [scenario(tmp_path, f"contract {at}", terms) for at in range(6)]
    done = run("compare", *files, "--all", "--format", "csv")
    assert (done.code, len(done.out.splitlines())) == (0, 1 + 300 + 4)


def test_a_value_that_is_set_stands_on_the_plan_of_another_file() -> None:
    """Whichever way it is asked for: `show`, `compare` and the plan of one of the files alike."""
    words = ("--plan", PLAN, "--set", "sales=6M", "--format", "json")
    beside = record(run("compare", LAST, AGREED, *words))["scenarios"]
    alone = [record(run("show", file, *words)) for file in (LAST, AGREED)]
    assert [one["total_fees"] for one in beside] == [one["total_fees"] for one in alone]
    assert {one["sales"] for one in alone} == {6_000_000}
