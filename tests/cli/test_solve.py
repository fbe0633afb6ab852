"""`ka-terms solve`: what a reader and a program find in it."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest

from ka_terms.analysis.inputs.moved import moved
from ka_terms.calculation.statement import evaluate
from ka_terms.reading.scenario import load
from tests.cli.material import (
    AGREED,
    ASK,
    FORMATS,
    INTERNAL,
    LANGUAGES,
    LAST,
    PLAN,
    PRIVATE_NUMBERS,
    PROPOSAL,
    record,
    scenario,
)
from tests.cli.running import Run, run


def solve(*words: object, code: int = 0) -> Run:
    done = run("solve", *words)
    assert (done.code, done.err) == (code, "")
    return done


def headlines(*words: object, code: int = 0) -> list[str]:
    return solve(*words, code=code).out.split("\n\n", 1)[0].splitlines()


def error(*words: object) -> str:
    done = run("solve", *words)
    assert (done.code, done.out) == (2, "")
    return done.err.splitlines()[-1]


# ---------------------------------------------------------------- sentences


@pytest.mark.parametrize(
    ("vary", "rule", "told"),
    [
        (
            "dm_tg_fee",
            "fee_ratio<=18%",
            "is met with DM + TG amount up to 8,615.71 (8,615.714285... before rounding).",
        ),
        (
            "monthly_rebate",
            "fee_ratio<=18%",
            "is met with monthly rebate up to 10.4% (10.407960...% before rounding).",
        ),
        ("sales", "vpo=611,000", "VPO (sales per store) = 611,000 is met with sales at 18,330,000."),
        ("stores.new", "stores.closing>=40", "stores at end ≥ 40 is met with stores opened from 15 upward."),
        (
            "sales",
            "annual_rebate<=0.4%",
            "up to 8,999,999.99 (jump at 9,000,000: annual rebate (% of sales) from 0% to 0.5%).",
        ),
        ("growth", "sales<8,040,000", "is met with sales growth up to +99.99% (must be below +100%)."),
        ("sales", "sales>1M", "is met with sales from 1,000,000.01 (must be above 1,000,000) upward."),
        ("monthly_rebate", "sales<=11M", "is met for all values of monthly rebate from 0% to 100%."),
        ("sales", "total_fees>=1", "is met for all values of sales from 0 upward."),
    ],
)
def test_the_answer_is_a_sentence(vary: str, rule: str, told: str) -> None:
    first, *_, today = headlines(PROPOSAL, "--vary", vary, "--for", rule)
    assert first.startswith("2003 proposal: ")
    assert first.endswith(told)
    assert today.startswith("Current: ")


def test_every_other_solution_and_every_jump_has_a_sentence_too() -> None:
    assert headlines(PROPOSAL, "--vary", "sales", "--for", "fee_ratio = 8.8%") == [
        "2003 proposal: fee ratio = 8.8% is met with sales at 9,742,647.06 (9,742,647.058823... before rounding).",
        "Other solutions: sales at 10,515,873.02 (10,515,873.015873... before rounding).",
        "A jump at sales 10,000,000 passes over the target: fee ratio from 8.625% to 9.125%.",
        "Current: sales 10,050,000, fee ratio 9.092%.",
    ]


@pytest.mark.parametrize(
    ("vary", "rule", "told"),
    [
        (
            "sales=9.9M..10.1M",
            "fee_ratio=8.8%",
            "A jump at sales 10,000,000 passes over the target: fee ratio from 8.625% to 9.125%.",
        ),
        ("sales", "fee_ratio<=2%", "Closest value: fee ratio 2.5% with sales growing without limit."),
        ("sales=5M..20M", "fee_ratio<=2%", "Closest value: fee ratio 5.8125% at sales 20,000,000."),
        (
            "sales=9M..10M",
            "annual_rebate>=2%",
            "Closest value: annual rebate (% of sales) 1% at sales 10,000,000.",
        ),
        (
            "sales=1M..10M",
            "annual_rebate=60k",
            "A jump at sales 10,000,000 passes over the target: annual rebate from 50,000 to 100,000.",
        ),
        (
            "stores.new",
            "vpo_volume>2",
            "for every value of stores opened because the plan has no sales or no stores.",
        ),
    ],
)
def test_what_is_unattainable_says_how_near_it_comes(vary: str, rule: str, told: str) -> None:
    first, *more = headlines(PROPOSAL, "--vary", vary, "--for", rule, code=3)
    assert "cannot be " in first
    assert any(line.endswith(told) for line in (first, *more))


@pytest.mark.parametrize(
    ("tiers", "told"),
    [
        (
            "{from: 1M, amount: 30k}, {from: 2M, amount: 1k}",
            "Closest value: fee ratio 3% at sales 1,000,000.",
        ),
        (
            "{over: 1M, amount: 30k}, {over: 2M, amount: 1k}",
            "Closest value: fee ratio 3% just above sales 1,000,000.",
        ),
        ("{from: 1M, rate: 3%}, {from: 2M, rate: 1%}", "Closest value: fee ratio 3% at sales 1,500,000."),
    ],
)
def test_an_end_that_is_only_come_near_to(tiers: str, told: str, tmp_path: Path) -> None:
    text = f"plan: {{sales: 1.5M}}\nterms: {{a: {{mode: whole, tiers: [{tiers}]}}}}"
    file = scenario(tmp_path, text=text)
    assert headlines(file, "--vary", "sales=500k..3M", "--for", "fee_ratio>=5%", code=3)[1] == told


def test_what_rises_up_to_a_bound_comes_near_just_below_it(tmp_path: Path) -> None:
    file = scenario(
        tmp_path, text="terms: {a: {mode: whole, tiers: [{from: 1M, rate: 3%}, {from: 2M, rate: 1%}]}}"
    )
    told = headlines(file, "--vary", "sales=1M..3M", "--for", "a>=90k", code=3)
    assert told[1] == "Closest value: a 60,000 just below sales 2,000,000."


def test_a_range_without_a_multiple_of_the_step(tmp_path: Path) -> None:
    tiers = "tiers: [{from: 0, rate: 1%}, {from: 110k, rate: 0%}, {over: 140k, rate: 1%}]"
    file = scenario(tmp_path, text=f"terms: {{a: {{mode: whole, {tiers}}}}}")
    told = headlines(file, "--vary", "sales=50k..300k", "--for", "a=0", "--step", "100k", code=3)
    assert told[0].endswith("a = 0 is met with sales from 110,000 to 140,000.")
    assert told[1].startswith("No multiple of 100,000 is in this range")
    told = headlines(file, "--vary", "sales=50k..300k", "--for", "fee_ratio<1%", "--step", "100k", code=3)
    assert "Current" in told[-1]


def test_a_strict_end_without_a_multiple_is_left_out(tmp_path: Path) -> None:
    file = scenario(tmp_path, text="terms: {a: {rate: 1%}}\nplan: {sales: 110k, stores: {opening: 1}}")
    told = headlines(
        file, "--vary", "sales=115k..150k", "--for", "total_fees<1,200", "--step", "100k", code=3
    )
    assert told[0].endswith("is met with sales up to 120,000 (not included).")


STORES = ("--vary", "stores.new", "--for", "new_store_fee = 52,000")


def test_what_no_whole_number_attains_tells_those_on_either_side(tmp_path: Path) -> None:
    assert headlines(PROPOSAL, *STORES, code=3)[:2] == [
        "2003 proposal: new-store fee = 52,000 cannot be reached by changing only stores opened.",
        "No whole number of stores opened meets it exactly: 10 gives new-store fee 50,000; 11 gives 55,000.",
    ]
    done = record(solve(PROPOSAL, *STORES, "-f", "json", code=3))
    assert (done["answer"], done["attained"], done["solutions"]) == (None, False, [])
    assert done["missed"] == [
        {
            "low": Decimal("10.4"),
            "high": Decimal("10.4"),
            "below": {"value": 10, "metric": 50_000},
            "above": {"value": 11, "metric": 55_000},
        }
    ]
    (row,) = csv.DictReader(io.StringIO(solve(PROPOSAL, *STORES, "-f", "csv", code=3).out))
    assert [row[f"low{field}"] for field in ("", "_rounded", "_metric", "_end")] == [
        "10.4",
        "10",
        "50000",
        "missed",
    ]
    assert (row["high_rounded"], row["high_metric"], row["answer"]) == ("11", "55000", "")
    file = tmp_path / "answer.json"
    done_in_file = run("solve", PROPOSAL, *STORES, "--output", file)
    assert (done_in_file.code, done_in_file.out) == (3, "")
    assert '"attained": false' in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("vary", "rule", "told"),
    [
        (
            "stores.new=0..10",
            "new_store_fee = 52,000",
            "Closest value: new-store fee 50,000 at stores opened 10.",
        ),
        (
            "new_store_fee",
            "new_store_fee = 50,000.05",
            "No multiple of 0.01 meets it exactly: 5,000 gives new-store fee 50,000; 5,000.01 gives 50,000.10."
            " Before rounding, it is met with new-store fee amount at 5,000.005. A smaller --step may come closer.",
        ),
        (
            "new_store_fee=5000..5000.004",
            "new_store_fee = 50,000.03",
            "No multiple of 0.01 meets it exactly: 5,000 gives new-store fee 50,000."
            " Before rounding, it is met with new-store fee amount at 5,000.003. A smaller --step may come closer.",
        ),
    ],
)
def test_what_no_step_attains_tells_the_steps_on_either_side(vary: str, rule: str, told: str) -> None:
    assert headlines(PROPOSAL, "--vary", vary, "--for", rule, code=3)[1] == told


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("zh-Hant", "沒有整數恰好達到：新開店數為 10 時，新店開幕費為 50,000；為 11 時則為 55,000。"),
        ("zh-Hans", "没有整数恰好达到：新开店数为 10 时，新店开业费为 50,000；为 11 时则为 55,000。"),
    ],
)
def test_either_side_is_told_in_chinese(lang: str, told: str) -> None:
    assert headlines(PROPOSAL, *STORES, "--lang", lang, code=3)[1] == told


@pytest.mark.parametrize(
    ("vary", "rule", "told"),
    [
        (
            "monthly_rebate",
            "fee_ratio=9%",
            "at 1.41% (1.407960...% before rounding), which gives fee ratio 9.002%.",
        ),
        ("dm_tg_fee", "fee_ratio=9%", "at 3,447.14 (3,447.142857... before rounding)."),
        ("monthly_rebate", "total_fees=913,750", "at 1.5%."),
        ("sales", "monthly_rebate<=1,000", "up to 66,666.99 (66,666.666666... before rounding)."),
        ("sales", "monthly_rebate<1,000", "up to 66,666.33 (66,666.666666... before rounding)."),
    ],
)
def test_what_stands_beside_the_answer_is_exact_or_unrounded(vary: str, rule: str, told: str) -> None:
    assert headlines(PROPOSAL, "--vary", vary, "--for", rule)[0].endswith(told)


def test_a_jump_is_told_with_the_digits_that_tell_its_ends_apart(tmp_path: Path) -> None:
    tiers = "tiers: [{from: 0, rate: 1.00003%}, {from: 1M, rate: 1.00004%}]"
    file = scenario(tmp_path, text=f"terms: {{a: {{mode: whole, {tiers}}}}}")
    words = ("--vary", "sales=999k..2M", "--for", "fee_ratio <= 1.000035%")
    assert "(jump at 1,000,000: fee ratio from 1.00003% to 1.00004%)" in headlines(file, *words)[0]


# ---------------------------------------------------------------- two contracts


def test_two_contracts_are_told_apart_on_either_side() -> None:
    done = solve(AGREED, PROPOSAL, "--vary", "dm_tg_fee", "--for", "fee_ratio").out
    assert done.startswith(
        "Break-even: 2003 agreed and 2003 proposal have the same fee ratio with DM + TG amount at 21,445.71"
        " (21,445.714285... before rounding).\nCurrent: DM + TG amount 3,500, "
        "fee ratio 15.3418% (2003 agreed), 9.092% (2003 proposal).\n"
    )
    lower = done.partition("Which contract is lower\n")[2].splitlines()[2:5]
    assert [line.split("  ")[-1].strip() for line in lower] == ["2003 proposal", "Equal", "2003 agreed"]


def test_two_contracts_that_never_meet() -> None:
    told = headlines(ASK, PROPOSAL, "--vary", "sales", "--for", "fee_ratio", code=3)
    assert told[1] == "Smallest difference in fee ratio: 11.0 pp with sales growing without limit."
    assert headlines(ASK, PROPOSAL, "--vary", "sales=1M..12M", code=3)[1].startswith(
        "Smallest difference in total fees: "
    )


def test_two_contracts_that_leap_past_each_other(tmp_path: Path) -> None:
    one = scenario(tmp_path, "one", "terms: {a: {amount: 5000}}")
    other = scenario(tmp_path, "other", "terms: {a: {mode: whole, tiers: [{from: 500k, rate: 2%}]}}")
    told = headlines(one, other, "--vary", "sales", "--for", "a", code=3)
    assert told[1] == "At sales 500,000, other jumps above one: the difference in a from 5,000 to -5,000."


PLANS = "have different plans. Use --plan FILE to calculate both on one plan."


def test_two_contracts_may_stand_on_one_plan(tmp_path: Path) -> None:
    one = scenario(
        tmp_path,
        "one",
        "plan: {sales: 5M, stores: {opening: 10}}\nterms: {a: {amount: 5000, per: stores.closing}}",
    )
    other = scenario(
        tmp_path, "other", "plan: {sales: 9M, stores: {opening: 40}}\nterms: {a: {rate: 1%}}", file="b.yaml"
    )
    words = (one, other, "--vary", "sales", "--for", "total_fees", "-f", "json")
    assert record(solve(*words))["answer"] == 5_000_000
    done = record(solve(*words, "--plan", other))
    assert done["answer"] == 20_000_000
    assert [each["plan"]["stores"]["opening"] for each in done["before"]] == [40, 40]
    assert done["scenarios"] == ["one", "other"]


def test_two_plans_are_told_unless_only_the_number_that_moves_is_another(tmp_path: Path) -> None:
    words = ("--vary", "sales", "--for", "total_fees")
    assert PLANS in solve(LAST, PROPOSAL, *words).out
    assert PLANS not in solve(AGREED, PROPOSAL, *words, code=3).out
    assert PLANS not in solve(LAST, PROPOSAL, "--vary", "sales", "--plan", PLAN, code=3).out
    one = scenario(tmp_path, "one", "terms: {a: {rate: 1%}}")
    other = scenario(tmp_path, "other", "plan: {sales: 2M}\nterms: {a: {rate: 0.5%}, b: {amount: 50}}")
    assert PLANS not in solve(one, other, *words).out
    assert PLANS in solve(one, other, "--vary", "a", "--for", "b", code=3).out


def test_a_plan_that_lacks_a_figure_is_refused(tmp_path: Path) -> None:
    bare = scenario(tmp_path, "bare")
    done = run("solve", PROPOSAL, "--plan", bare, "--vary", "sales", "--for", "fee_ratio <= 5%")
    assert (done.code, done.out) == (1, "")
    assert (
        "in the term new_store_fee of 2003 proposal, on the plan of bare. Expected a figure of the plan"
        in done.err
    )


def test_a_file_beside_itself_is_told_apart() -> None:
    assert "2003 proposal (1) and 2003 proposal (2)" in headlines(PROPOSAL, PROPOSAL, "--vary", "sales")[0]


FLAT = "scenario: R\ncurrency: {}\nplan: {{sales: {}}}\nterms: {{rebate: {{rate: 2.5%}}}}\n"


def test_where_rounding_decides_is_told(tmp_path: Path) -> None:
    file = tmp_path / "flat.yaml"
    file.write_text(FLAT.format("KRW", 10_000), encoding="utf-8")
    words = (file, "--vary", "sales=9990..10050", "--for", "fee_ratio <= 2.5%")
    assert headlines(*words)[:2] == [
        "R: fee ratio ≤ 2.5% is met with sales from 10,000 (9,990 before rounding) upward.",
        "With sales from 9,990 to 10,050, the unrounded value of fee ratio is exactly at the limit,"
        " and the rounding of amounts decides: "
        "at 10,000 the rule is met (2.5%), at 9,999 it is not (2.5003%).",
    ]
    (undecided,) = record(solve(*words, "--format", "json"))["undecided"]
    assert [undecided[key] for key in ("low", "high")] == [9_990, 10_050]
    assert [undecided[key]["value"] for key in ("kept", "broken")] == [10_000, 9_999]


def test_a_metric_that_rounding_takes_off_the_limit_has_the_digits_that_show_it(tmp_path: Path) -> None:
    file = tmp_path / "flat.yaml"
    file.write_text(FLAT.format("CNY", "54882.60"), encoding="utf-8")
    first, second, _ = headlines(file, "--vary", "sales", "--for", "fee_ratio > 2.5%")
    assert first == "R: fee ratio > 2.5% is met with sales at 54,882.60."
    assert "With sales from 0 upward, the unrounded value of fee ratio" in second
    assert "at 54,882.60 the rule is met (2.50000911%)" in second


# ---------------------------------------------------------------- for programs


def test_json_gives_exact_ends_the_rounded_answer_and_both_statements() -> None:
    done = record(
        solve(PROPOSAL, "--vary", "dm_tg_fee", "--for", "fee_ratio<=18%", "--step", "500", "-f", "json")
    )
    assert done["lever"] == {"path": "dm_tg_fee.amount", "kind": "money", "today": [3500]}
    assert done["rule"] == {
        "metric": "fee_ratio",
        "operator": "<=",
        "limit": Decimal("0.18"),
        "share_of_sales": True,
    }
    (one,) = done["solutions"]
    assert one["high"] == Decimal("8615.714285714285714285714286")
    assert (one["low"], one["low_end"], one["high_end"], one["high_rounded"]) == (
        0,
        "range",
        "crossing",
        8500,
    )
    assert (done["answer"], done["before"]["total_fees"], done["after"]["total_fees"]) == (
        8500,
        913_750,
        1_788_750,
    )


def test_json_of_jumps_of_what_is_unattainable_and_of_two_contracts() -> None:
    done = record(
        solve(PROPOSAL, "--vary", "sales=9.9M..10.1M", "--for", "fee_ratio=8.8%", "-f", "json", code=3)
    )
    assert done["jumps"] == [{"at": 10_000_000, "before": Decimal("0.08625"), "behind": Decimal("0.09125")}]
    assert (done["solutions"], done["answer"], done["after"]) == ([], None, None)
    assert done["nearest"]["side"] in ("at", "below")
    two = record(solve(AGREED, PROPOSAL, "--vary", "dm_tg_fee", "-f", "json"))
    assert [one["scenario"] for one in (*two["before"], *two["after"])] == [
        "2003 agreed",
        "2003 proposal",
    ] * 2
    assert record(solve(ASK, PROPOSAL, "--vary", "sales", "-f", "json", code=3))["after"] is None


def test_csv_has_a_row_a_solution() -> None:
    done = solve(PROPOSAL, "--vary", "sales", "--for", "fee_ratio<=8.8%", "--format", "csv")
    first, second = csv.DictReader(io.StringIO(done.out))
    assert (first["high"], first["high_inclusive"], first["high_end"]) == ("10000000", "false", "jump")
    assert (first["answer"], second["answer"], second["high"]) == ("9999999.99", "", "")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("form", FORMATS)
def test_every_format_in_every_language(form: str, lang: str) -> None:
    options = ("--format", form, "--lang", lang, "--unit", "万", "--ascii")
    assert solve(PROPOSAL, "--vary", "sales", "--for", "fee_ratio<=8.8%", *options).out
    assert solve(ASK, LAST, "--vary", "sales", *options, code=3).out
    assert solve(PROPOSAL, "--vary", "stores.new", "--for", "new_store_fee=52,000", *options, code=3).out


def test_the_answer_stands_up_in_the_statement() -> None:
    loaded = load(PROPOSAL).scenario
    for rule in ("total_fees<=1M", "net_net_sales>=9M", "fees_a_store<=31,000"):
        done = record(solve(PROPOSAL, "--vary", "dm_tg_fee", "--for", rule, "-f", "json"))
        statement = evaluate(moved(loaded, {"dm_tg_fee.amount": done["answer"]}))
        further = evaluate(moved(loaded, {"dm_tg_fee.amount": done["answer"] + Decimal("0.01")}))
        name, limit = done["rule"]["metric"], done["rule"]["limit"]
        kept, broken = statement.metric(name), further.metric(name)
        assert kept is not None
        assert broken is not None
        assert min(kept, broken) <= limit <= max(kept, broken)


# ---------------------------------------------------------------- what stays inside, and what is wrong


def test_private_figures_are_shown_only_when_asked_for() -> None:
    words = (INTERNAL, "--vary", "sales", "--for", "fee_ratio<=10%")
    for form in FORMATS:
        out = solve(*words, "--format", form).out
        assert not any(number in out for number in PRIVATE_NUMBERS)
    shown = solve(*words, "--internal").out
    assert shown.startswith("internal:")
    assert "Contribution after fees" in shown
    assert "inside" in record(solve(*words, "--internal", "-f", "json"))["after"]


def test_estimates_count_at_their_likely_value(tmp_path: Path) -> None:
    file = scenario(tmp_path, text="plan: {sales: {low: 1M, likely: 2M, high: 3M}}\nterms: {a: {rate: 1%}}")
    done = solve(file, "--vary", "a", "--for", "a<=40k").out
    assert "up to 2%." in done
    assert "Figures are for the likely case" in done


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--vary", "sale", "--for", "vpo=3"), "--vary: Found 'sale'. Expected a figure of the plan"),
        (("--vary", "sales", "--for", "vppo=3"), "--for: Found 'vppo'. Expected a total"),
        (("--vary", "sales"), "--for: Found nothing. Expected a rule"),
        (
            ("--vary", "sales", "--for", "vpo=3", "--step", "0"),
            "--step: Found '0'. Expected a step above zero",
        ),
        ((ASK, ASK, "--vary", "sales"), "FILE...: Found 3 files. Expected one file, or two"),
        (
            (ASK, "--vary", "festival_fee"),
            "add `festival_fee: {amount: 0}` under `terms:` of 2003 proposal, which has no festival_fee",
        ),
        (
            ("--vary", "店慶費.amount", "--for", "vpo=3", "--lang", "zh-Hans"),
            "2003 proposal 没有 anniversary_fee：在其 `terms:` 下加上 `anniversary_fee: {amount: 0}`",
        ),
        (
            (ASK, "--vary", "sales", "--for", "vpo=3"),
            "--for: Found 'vpo=3'. Expected a metric without a limit",
        ),
    ],
)
def test_a_wrong_option_is_named(words: tuple[object, ...], told: str) -> None:
    assert told in error(PROPOSAL, *words)


def test_contracts_in_different_currencies_are_not_set_against_each_other(tmp_path: Path) -> None:
    other = scenario(tmp_path, "other", "currency: JPY")
    for words in ((PROPOSAL, other), (PROPOSAL, "--plan", other)):
        done = run("solve", *words, "--vary", "sales", "--for", "vpo")
        assert (done.code, done.out) == (1, "")
        assert (
            "different currencies: 2003 proposal (CNY), other (JPY). Expected contracts in one currency"
            in done.err
        )


def solutions_of(out: str) -> list[list[str]]:
    """The cells of the table of solutions in Markdown, row by row."""
    table = out.partition("From ")[2].partition("\n\n")[0].splitlines()[2:]
    return [
        [cell.strip().replace("\\<", "<").replace("\\>", ">") for cell in row.strip("|").split("|")]
        for row in table
    ]


@pytest.mark.parametrize(
    ("vary", "rule", "rows"),
    [
        (
            "sales",
            "fee_ratio <= 9%",
            [
                ["8,833,333.34", "8,833,333.333333...", "8,999,999.99", "< 9,000,000"],
                ["9,464,285.78", "9,464,285.714285...", "9,999,999.99", "< 10,000,000"],
                ["10,192,307.78", "10,192,307.692307...", "No limit", ""],
            ],
        ),
        (
            "annual_rebate.tiers.2.from",
            "total_fees < 900000",
            [["10,050,000.01", "> 10,050,000", "No limit", ""]],
        ),
        ("sales=9M..12M", "total_fees <= 90M", [["9,000,000", "9,000,000", "12,000,000", "12,000,000"]]),
    ],
)
def test_the_ends_of_every_solution(vary: str, rule: str, rows: list[list[str]]) -> None:
    out = run("solve", PROPOSAL, "--vary", vary, "--for", rule, "--format", "md").out
    assert [row[:4] for row in solutions_of(out)] == rows


def test_a_solution_that_ends_with_the_range_says_so() -> None:
    out = run(
        "solve", PROPOSAL, "--vary", "sales=9M..12M", "--for", "total_fees <= 90M", "--format", "md"
    ).out
    assert solutions_of(out)[0][4] == "end of the range"


def test_the_answer_stands_in_the_row_of_its_solution() -> None:
    out = run("solve", PROPOSAL, "--vary", "sales", "--for", "fee_ratio <= 9%", "--format", "csv").out
    assert [row["answer"] for row in csv.DictReader(io.StringIO(out))] == ["", "9999999.99", ""]
