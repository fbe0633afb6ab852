"""What `ka-terms check` tells its user: every problem of every file, and what house rules say."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ka_terms.presentation.words import words
from ka_terms.reading.settings import policy_names, read_policy
from ka_terms.text.languages import LANGUAGES
from tests.cli.material import ASK, FORMATS, INTERNAL, LAST, PRIVATE_NUMBERS, PROPOSAL, record, scenario
from tests.cli.running import run

SHIPPED = "china-supplier-charges"


def policy(folder: Path, text: str) -> Path:
    path = folder / "policy.yaml"
    path.write_text(f"policy: house rules\n{text}\n", encoding="utf-8")
    return path


def verdicts(*asked: object) -> dict[str, str]:
    """What each rule says, by the key it is about."""
    findings = record(run("check", *asked, "--format", "json"))["findings"]
    return {one["metric"]: "broken" if one["breach"] else one["kind"] for one in findings}


def test_good_files_have_no_problems() -> None:
    done = run("check", *LAST.parent.glob("*.yaml"))
    assert (done.code, done.out, done.err) == (0, "7 files checked. Errors: 0.\n", "")


@pytest.mark.parametrize("kind", FORMATS)
def test_every_problem_of_every_file_is_told_in_every_format(tmp_path: Path, kind: str) -> None:
    one = scenario(tmp_path, "one", "plan: {sales: -1, storse: 3}")
    two = scenario(tmp_path, "two", "terms: {a: {rate: 2.5}}")
    done = run("check", one, LAST, two, tmp_path / "none.yaml", "--format", kind)
    told = done.err if kind in ("table", "md", "html") else done.out
    assert done.code == 1
    for sign in ("zero or more", "write stores if that is meant", "2.5%", "none.yaml"):
        assert sign in told
    assert bool(done.err) == (kind in ("table", "md", "html"))


def test_a_problem_has_its_place_and_a_caret_below_the_line(tmp_path: Path) -> None:
    file = scenario(tmp_path, text="plan: {sales: -1}")
    place, line, caret = run("check", file).err.splitlines()
    assert place.startswith(f"{file}:2:15: plan.sales: Found '-1'. Expected ")
    assert line.endswith("| plan: {sales: -1}")
    assert line[caret.index("^") :] == "-1}"


def test_json_is_for_machines(tmp_path: Path) -> None:
    file = scenario(tmp_path, text="plan: {sales: -1}")
    told = record(run("check", file, LAST, "--format", "json"))
    (problem,) = told["problems"]
    assert (told["format_version"], told["valid"], told["files"]) == (2, False, [str(file), str(LAST)])
    assert (problem["file"], problem["line"], problem["column"]) == (str(file), 2, 15)
    assert (problem["path"], problem["found"]) == ("plan.sales", "'-1'")
    assert told["policy"] is None


def test_nothing_private_is_told(tmp_path: Path) -> None:
    for file in LAST.parent.glob("*.yaml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    text = INTERNAL.read_text(encoding="utf-8").replace("../../../scenarios/", "")
    invalid = tmp_path / "invalid.yaml"
    invalid.write_text(text.replace("%", ""), encoding="utf-8")
    for kind in FORMATS:
        for command in ("check", "show", "compare"):
            words = [invalid, "--format", kind] if command != "compare" else [LAST, invalid, "--format", kind]
            done = run(command, *words)
            assert done.code == 1
            assert not [number for number in PRIVATE_NUMBERS if number in done.out + done.err]
    assert "private.margin" in run("check", invalid).err


# ---------------------------------------------------------------- house rules


def test_ceilings_and_required_terms_are_kept_or_broken(tmp_path: Path) -> None:
    rules = policy(
        tmp_path,
        "ceilings: {fee_ratio: 20%, total_fees: 3M, 年返: 1%, dm_tg_fee: 804k}\nrequired: [月返, 陳列費]",
    )
    assert verdicts(ASK, "--policy", rules) == {
        "fee_ratio": "broken",
        "total_fees": "ceiling",
        "annual_rebate": "broken",
        "dm_tg_fee": "ceiling",
        "monthly_rebate": "required",
        "display_fee": "broken",
    }
    done = run("check", ASK, "--policy", rules)
    assert done.code == 3
    assert done.out.startswith("1 file checked. Errors: 0.\nHouse rules broken: 3. To review: 0.\n")


def test_rules_that_are_kept_end_with_0(tmp_path: Path) -> None:
    assert run("check", PROPOSAL, "--policy", policy(tmp_path, "ceilings: {fee_ratio: 20%}")).code == 0


def test_a_mark_to_review_breaks_nothing_and_names_its_source() -> None:
    done = run("check", ASK, "--policy", SHIPPED)
    assert done.code == 0
    assert "House rules broken: 0. To review: 5." in done.out
    assert "not legal advice" in done.out
    for finding in record(run("check", ASK, "--policy", SHIPPED, "--format", "json"))["findings"]:
        assert (finding["kind"], finding["breach"], finding["date"]) == ("review", False, "2011-12-19")
        assert "485号" in finding["source"]


@pytest.mark.parametrize("name", policy_names())
@pytest.mark.parametrize("lang", LANGUAGES)
def test_shipped_policies_answer_in_the_language_asked_for(name: str, lang: str) -> None:
    rules, known = read_policy(name), words([lang])
    asked = ("check", *LAST.parent.glob("*.yaml"), "--policy", name, "--lang", lang)
    told = record(run(*asked, "--format", "json"))
    about = known.in_language(rules.about or "")
    assert told["policy"] == {"name": known.in_language(rules.policy), "about": about}
    assert len(told["findings"]) >= 20
    shown = run(*asked, "--format", "csv")
    assert (shown.code, shown.err) == (0, "")
    for finding in told["findings"]:
        reason = known.in_language(rules.review[finding["metric"]].reason)
        assert finding["reason"] == reason
        assert reason in shown.out


def test_a_text_of_a_policy_that_a_language_lacks_is_told_in_another(tmp_path: Path) -> None:
    rules = tmp_path / "rules.yaml"
    text = "policy: {zh-Hant: 規定}\nreview: {monthly_rebate: {reason: {en: why, zh-Hant: 原因}, date: '2011'}}\n"
    rules.write_text(text, encoding="utf-8")
    assert "why（2011）" in run("check", ASK, "--policy", rules, "--lang", "zh-Hans").out
    english = run("check", ASK, "--policy", rules).out
    assert "why (2011)" in english
    assert english.splitlines()[-1] == "House rules: 規定"


def test_a_ceiling_on_what_is_na_is_broken(tmp_path: Path) -> None:
    rules = policy(tmp_path, "ceilings: {fee_ratio: 20%}")
    done = run("check", scenario(tmp_path, text="plan: {sales: 0}"), "--policy", rules)
    assert done.code == 3
    assert "n/a" in done.out


def test_amounts_of_all_currencies_keep_their_decimals(tmp_path: Path) -> None:
    dinar = scenario(tmp_path, "dinar", "currency: KWD\nplan: {sales: 33.3}\nterms: {a: {rate: 1%}}")
    rules = policy(tmp_path, "required: [a]")
    assert "0.333" in run("check", dinar, LAST, "--policy", rules).out


def test_a_policy_nobody_knows_is_bad_input_told_with_the_problems_of_the_files(tmp_path: Path) -> None:
    file = scenario(tmp_path, text="plan: {sales: -1}")
    done = run("check", file, "--policy", "china-suplier-charges")
    assert done.code == 1
    assert "2:15: plan.sales" in done.err
    assert f"write {SHIPPED} if that is meant" in done.err
    assert "House rules" not in done.out


def test_the_problems_of_a_policy_have_their_place(tmp_path: Path) -> None:
    rules = policy(tmp_path, "ceilings: {fee_ratio: 20, sales: 3}")
    done = run("check", LAST, "--policy", rules)
    assert done.code == 1
    assert f"{rules}:2:23: ceilings.fee_ratio: Found " in done.err


def test_files_that_are_good_are_held_against_the_rules_beside_those_that_are_not(tmp_path: Path) -> None:
    bad = scenario(tmp_path, text="plan: {sales: -1}")
    done = run("check", bad, ASK, "--policy", SHIPPED)
    assert done.code == 1
    assert "To review: 5" in done.out


def test_csv_tells_file_and_numbers_of_every_finding(tmp_path: Path) -> None:
    rules = policy(tmp_path, "ceilings: {fee_ratio: 20%, listing_fee: 500k}")
    rows = [
        row.split(",") for row in run("check", ASK, "--policy", rules, "--format", "csv").out.splitlines()
    ]
    found = {row[4]: (row[0], Decimal(row[5]), Decimal(row[6]), row[8]) for row in rows[1:]}
    assert found["listing_fee"] == (str(ASK), Decimal(735000), Decimal(500000), "true")
    assert found["fee_ratio"][2:] == (Decimal("0.2"), "true")


# ---------------------------------------------------------------- doubts

DOUBTFUL = "terms: {monthly_rebat: {rate: 4%}, 季返利: {rate: 1%}}"


@pytest.mark.parametrize(("option", "code"), [((), 0), (("--strict",), 1)])
def test_a_doubt_is_told_and_strict_ends_with_1(tmp_path: Path, option: tuple[str, ...], code: int) -> None:
    file = scenario(tmp_path, text=DOUBTFUL)
    done = run("check", file, *option)
    assert (done.code, done.err) == (code, "")
    assert done.out.startswith("1 file checked. Errors: 0.\nEntries to check: 1.\nOther names read: 1.\n")
    assert f"{file}:3:9: terms.monthly_rebat: 'monthly_rebat' is read as a name of your own" in done.out
    assert f"{file}:3:36: terms.quarterly_rebate: '季返利' is read as the fee quarterly_rebate" in done.out


def test_strict_is_silent_where_there_is_no_doubt() -> None:
    assert run("check", LAST, "--strict").code == 0


def test_a_contract_with_chinese_names_passes_strictly(tmp_path: Path) -> None:
    """Names of the catalogue mean what they say; they are told apart from what is to be confirmed."""
    done = run(
        "check", scenario(tmp_path, text="terms: {月返: {rate: 4%}, 新品上架費: {amount: 1}}"), "--strict"
    )
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("1 file checked. Errors: 0.\nOther names read: 2.\n")
    assert "'月返' is read as the fee monthly_rebate." in done.out


@pytest.mark.parametrize("kind", FORMATS)
def test_doubts_are_in_every_format(tmp_path: Path, kind: str) -> None:
    done = run("check", scenario(tmp_path, text=DOUBTFUL), "--format", kind)
    assert "is read as a name of your own" in done.out.replace("\\", "")


def test_doubts_for_machines(tmp_path: Path) -> None:
    file = scenario(tmp_path, text=DOUBTFUL)
    told = record(run("check", file, "--format", "json"))
    assert [(one["kind"], one["line"], one["path"]) for one in told["doubts"]] == [
        ("near_key", 3, "terms.monthly_rebat"),
        ("other_name", 3, "terms.quarterly_rebate"),
    ]
    rows = run("check", file, "--format", "csv").out.splitlines()
    assert rows[1].startswith(f"{file},3,9,doubt,terms.monthly_rebat,")


def test_doubts_are_told_in_chinese(tmp_path: Path) -> None:
    done = run("check", scenario(tmp_path, text=DOUBTFUL), "--lang", "zh-Hans")
    assert "待确认：1 处。\n名称对照：1 项。\n" in done.out
    assert "读作自定义名称" in done.out


def test_show_and_compare_count_doubts_in_one_line(tmp_path: Path) -> None:
    """That a fee goes by another of its names is not worth an alarm."""
    file = scenario(tmp_path, text=DOUBTFUL)
    note = f"{file}: 1 entry to check. Run ka-terms check to see it."
    for asked in (("show", file), ("compare", LAST, file), ("compare", file, file)):
        assert run(*asked).out.count(note) == 1
    assert "doubt" not in run("show", scenario(tmp_path, "named", "terms: {季返利: {rate: 1%}}")).out


def test_a_doubt_prints_no_value_of_a_private_key(tmp_path: Path) -> None:
    file = scenario(tmp_path, text="conditions: {our_margin: 33.37%}")
    for kind in FORMATS:
        done = run("check", file, "--format", kind)
        assert "33.37" not in done.out + done.err


@pytest.mark.parametrize(("required", "code"), [("payment_days", 0), ("delivery", 3)])
def test_conditions_can_be_required(tmp_path: Path, required: str, code: int) -> None:
    file = scenario(tmp_path, text="conditions: {payment_days: 60}")
    done = run("check", file, "--policy", policy(tmp_path, f"required: [{required}]"))
    assert done.code == code
    assert ("Payment days" if code == 0 else "Delivery") in done.out


def test_a_condition_can_be_marked_for_review(tmp_path: Path) -> None:
    rules = policy(tmp_path, "review: {payment_days: {reason: beyond 60?}, delivery: {reason: where?}}")
    done = run("check", scenario(tmp_path, text="conditions: {payment_days: 60}"), "--policy", rules)
    assert done.code == 0
    assert "beyond 60?" in done.out
    assert "where?" not in done.out


def test_keys_of_a_glossary_that_match_nothing_are_told(tmp_path: Path) -> None:
    """Known are words of the program, fees by any name, and what the files name themselves."""
    file = scenario(
        tmp_path,
        text="plan: {sales: 1M, figures: {promoters: 2}, events: {dm: 3}}\nterms: {own: {rate: 1%}}"
        "\nconditions: {late: no}",
    )
    glossary = tmp_path / "words.yaml"
    known = "own late promoters events.dm last_year.sales last_year.promoters 年返 fee_ratio category.rebate sales"
    text = "".join(f"{key}: label of {key}\n" for key in (*known.split(), "dm", "monthly_rebat"))
    glossary.write_text(text, encoding="utf-8")
    told = record(run("check", file, "--glossary", glossary, "--format", "json"))["doubts"]
    assert [(one["kind"], one["line"], one["path"]) for one in told] == [
        ("unknown_key", 11, "dm"),
        ("unknown_key", 12, "monthly_rebat"),
    ]
    assert told[1]["message"].endswith("or of the checked files. Write monthly_rebate if that is meant.")
    assert told[0]["message"] == "dm: 'dm' is not a name of the program or of the checked files."
    assert run("check", file, "--glossary", glossary, "--strict").code == 1


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        (
            "listing_fee: Total fees",
            ["listing_fee has the label 'total fees', as total_fees has; tables cannot show the difference."],
        ),
        (
            "listing_fee: {zh-Hans: 费用合计}",
            ["listing_fee has the label '费用合计', as total_fees has; tables cannot show the difference."],
        ),
        (
            "own: Fee of ours\n月返: fee of ours",
            ["monthly_rebate has the label 'fee of ours', as own has; tables cannot show the difference."],
        ),
        ("dm_fee: Own", ["dm_fee has the label 'own', as own has; tables cannot show the difference."]),
        (
            "total_fees: Own",
            ["total_fees has the label 'own', as own has; tables cannot show the difference."],
        ),
        ("own: Ours\nlisting_fee: Slotting\nsales: Own\ndm_fee: Annual rebate", []),
    ],
)
def test_labels_that_two_fees_share_are_told(tmp_path: Path, labels: str, told: list[str]) -> None:
    file = scenario(tmp_path, text="terms: {own: {rate: 1%}}")
    glossary = tmp_path / "words.yaml"
    glossary.write_text(f"{labels}\n", encoding="utf-8")
    doubts = record(run("check", file, "--glossary", glossary, "--format", "json"))["doubts"]
    assert [one["message"].split(": ", 1)[1].split(": no table")[0] for one in doubts] == told
    assert {one["kind"] for one in doubts} <= {"same_label"}


def test_keys_of_a_policy_that_match_nothing_are_told(tmp_path: Path) -> None:
    file = scenario(tmp_path, text="terms: {own: {rate: 1%}}\nconditions: {late: no}")
    rules = policy(
        tmp_path,
        "ceilings: {fee_ratio: 20%, own: 1%, dm_fe: 1%}\nrequired: [nosuchterm, late, 月返, payment_days]"
        "\nreview: {own: {reason: a}, anything: {reason: b}}",
    )
    done = run("check", file, "--policy", rules, "--format", "json")
    assert [(one["line"], one["path"]) for one in record(done)["doubts"]] == [
        (2, "ceilings.dm_fe"),
        (3, "required.1"),
        (4, "review.anything"),
    ]
    single = policy(tmp_path, "required: nosuchterm")
    (one,) = record(run("check", file, "--policy", single, "--format", "json"))["doubts"]
    assert (one["line"], one["path"]) == (2, "required")


def test_a_figure_that_a_policy_requires_is_told(tmp_path: Path) -> None:
    file = scenario(tmp_path, text="terms: {own: {rate: 1%}}")
    rules = policy(tmp_path, "required: [sales, fee_ratio, own]\nreview: {stores.new: {reason: a}}")
    told = record(run("check", file, "--policy", rules, "--format", "json"))["doubts"]
    assert [(one["kind"], one["path"]) for one in told] == [
        ("no_term", "required.1"),
        ("no_term", "required.2"),
        ("no_term", "review.stores.new"),
    ]
    assert (
        told[0]["message"]
        == "required.1: 'sales' is a figure or a total, but `required` takes terms and conditions."
    )


@pytest.mark.parametrize("option", ["--glossary", "--policy", "--catalogue"])
def test_only_contracts_come_from_standard_input(tmp_path: Path, option: str) -> None:
    done = run("check", scenario(tmp_path, text="terms: {own: {rate: 1%}}"), option, "-")
    assert done.code == 1
    assert "Found standard input. Expected a file, because only a scenario" in done.err + done.out


def test_a_glossary_is_held_against_whole_files_only(tmp_path: Path) -> None:
    """What is wrong in one may hide the very key that a label is for."""
    glossary = tmp_path / "words.yaml"
    glossary.write_text("own: a label\n", encoding="utf-8")
    done = run("check", scenario(tmp_path, text="terms: {own: {rate: 1}}"), "--glossary", glossary)
    assert done.code == 1
    assert "is not a name of the program" not in done.out
