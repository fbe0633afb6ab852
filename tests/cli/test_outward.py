"""`--for retailer`: made without what is ours alone, in every format, whatever names and notes a contract has."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
import python_calamine

from tests.cli.running import run

SECRET = "Zq7x"
"""Stands in every text that must not cross the table."""
PLAN = """
scenario: Zq7x joint plan
plan:
  sales: {low: 8123457, likely: 10M, high: 12123457}
  last_year: {sales: 4020001}
  stores: {opening: 25, new: 10}
  months: {sales: [6%, 9%, 7%, 8%, 8%, 9%, 8%, 8%, 9%, 10%, 8%, 10%]}
"""
OURS = """
scenario: "=Zq7x() <b>third offer</b> & walk-away"
account: Example & Sons
year: 2003
status: proposal
extends: Zq7x-base.yaml
terms:
  monthly_rebate: {rate: 2.5%, note: Zq7x they will take 3%, only_if: stores.new >= 5}
  annual_rebate: {mode: whole, tiers: [{from: 7.5M, rate: 0.8%}, {from: 9.99M, rate: 1.2%}], note: {en: Zq7x}}
  claims: {amount: 1, owed: no, note: Zq7x}
  wages: {amount: 777, to: other, label: Zq7x wages}
conditions: {payment_days: 60}
private: {margin: 31.7%, cost_of_capital: 4.31%, walk_away: {fee_ratio: 18.3%}}
"""
BASE = "scenario: Zq7x base\nplan: {sales: 9123457, stores: {opening: 25, new: 10}}\n"
ASK = """
scenario: Zq7x their second request
status: ask
plan: {sales: 9123457, stores: {opening: 31, new: 7}}
terms:
  monthly_rebate: {rate: 3.5%, note: Zq7x}
  annual_rebate: {mode: whole, tiers: [{from: 4M, rate: 1%}]}
  festival_fee: {amount: 987654}
"""
FORMATS = ("table", "md", "csv", "tsv", "html", "json", "parquet", "docx", "pptx", "xlsx")
NEVER = (
    *(
        SECRET,
        "31.7",
        "0.317",
        "4.31",
        "0.0431",
        "18.3",
        "0.183",
        "8123457",
        "8,123,457",
        "12123457",
        "9123457",
    ),
    *(
        "4020001",
        "987,654",
        "987654",
        "1,337,654",
        "walk",
        "third offer",
        "second request",
        "777",
        "sha256",
        "private",
    ),
    *("dead zone", "warning", "change", "effect", "estimate", "likely", "budget", "internal"),
)
"""What is in the files, or in what we make of them, and must not be in the edition; a request is told in words."""
ALLOWED = {"987,654", "987654"}
"""Their own request, which they know, is theirs to see."""


@pytest.fixture(name="files")
def _files(tmp_path: Path) -> dict[str, Path]:
    folder = tmp_path / "Zq7x folder"
    folder.mkdir()
    contents = {"Zq7x-base": BASE, "Zq7x-ours": OURS, "Zq7x-ask": ASK, "Zq7x-plan": PLAN}
    for name, content in contents.items():
        (folder / f"{name}.yaml").write_text(content, encoding="utf-8")
    return {name.removeprefix("Zq7x-"): folder / f"{name}.yaml" for name in contents}


def _every_byte(content: bytes) -> str:
    """All that a file holds, of a packed one what is packed in it, names included."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(f"{name}\n{_every_byte(archive.read(name))}" for name in archive.namelist())


@pytest.mark.parametrize("lang", ["en", "zh-Hant", "zh-Hans"])
@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("command", ["show", "compare"])
def test_nothing_of_ours_is_in_any_byte(
    tmp_path: Path, files: dict[str, Path], command: str, format_: str, lang: str
) -> None:
    target = tmp_path / f"out.{format_ if format_ != 'table' else 'txt'}"
    named = [files["ask"], files["ours"]] if command == "compare" else [files["ours"]]
    done = run(command, *named, "--for", "retailer", "--plan", files["plan"], "--lang", lang, "-o", target)
    assert (done.code, done.out) == (0, ""), done.err
    text = _every_byte(target.read_bytes())
    found = [
        secret for secret in NEVER if secret not in ALLOWED and secret.casefold() in _own(text).casefold()
    ]
    assert found == []


def _own(text: str) -> str:
    """The text without what the formats themselves say: styles of html, the parts of a workbook."""
    text = re.sub(
        r"<style>.*?</style>|<a:theme .*?</a:theme>|HyperlinksChanged|stylesWithEffects",
        "",
        text,
        flags=re.DOTALL,
    )
    return re.sub(
        r"<(?:a:|cellStyle|dxf|tableStyle|fmtScheme|w:lsdException|w:name|w:aliases)[^>]*>", "", text
    )


def test_clauses_stand_beside_each_other_on_the_joint_plan(files: dict[str, Path]) -> None:
    done = run(
        "compare", files["ours"], files["ask"], "--for", "retailer", "--plan", files["plan"], "-f", "json"
    )
    told = json.loads(done.out)
    assert (told["account"], told["year"], told["sales"]) == ("Example & Sons", 2003, 10_000_000)
    assert told["clauses"] == [
        {
            "label": "Monthly rebate",
            "request": "3.5% of sales",
            "proposal": "2.5% of sales",
            "condition": "only if stores opened at least 5",
            "amount": 250_000,
        },
        {
            "label": "Annual rebate",
            "request": "from 4M: 1% of sales",
            "proposal": "from 7.5M: 0.8%, from 9.99M: 1.2%",
            "condition": "",
            "amount": 120_000,
        },
        {
            "label": "Festival fee",
            "request": "987,654 lump sum",
            "proposal": "–",
            "condition": "",
            "amount": None,
        },
    ]
    assert told["total"] == 370_000


def test_the_page_says_on_which_sales_it_stands(files: dict[str, Path]) -> None:
    out = run("show", files["ours"], "--for", "retailer").out
    assert out.startswith("Under this proposal you receive 301,074.09 at sales of 9,123,457;")
    assert "All amounts are calculated for sales of 9,123,457." in out
    assert "Your figure" in out


def test_the_first_sheet_of_a_workbook_says_on_which_sales_it_stands(
    files: dict[str, Path], tmp_path: Path
) -> None:
    target = tmp_path / "proposal.xlsx"
    assert run("compare", files["ask"], files["ours"], "--for", "retailer", "-o", target).code == 0
    book = python_calamine.load_workbook(str(target))
    first = book.get_sheet_by_index(0).to_python()
    assert first[-1][0] == "All amounts are calculated for sales of 9,123,457."


@pytest.mark.parametrize(
    "words",
    [
        ("show", "--internal"),
        ("show", "--by", "month"),
        ("show", "--explain", "monthly_rebate"),
        ("compare", "--by", "month"),
        ("compare", "--layout", "tidy"),
    ],
    ids=" ".join,
)
def test_our_analysis_is_refused_beside_it(files: dict[str, Path], words: tuple[str, ...]) -> None:
    command, *options = words
    named = [files["ask"], files["ours"]] if command == "compare" else [files["ours"]]
    done = run(command, *named, "--for", "retailer", *options)
    assert (done.code, done.out) == (2, "")
    assert options[0] in done.err


def test_more_than_one_proposal_is_refused(files: dict[str, Path]) -> None:
    done = run("compare", files["ask"], files["ours"], files["ours"], "--for", "retailer")
    assert (done.code, done.out) == (2, "")
    assert "Expected our proposal, or the request and our proposal" in done.err


def test_show_takes_the_plan_of_another_contract() -> None:
    shown = run("show", "scenarios/2003-ask.yaml", "--plan", "scenarios/2003-plan.yaml", "-f", "json")
    ask, agreed = "scenarios/2003-ask.yaml", "scenarios/2003-agreed.yaml"
    compared = run("compare", agreed, ask, "--plan", "scenarios/2003-plan.yaml", "-f", "json")
    assert json.loads(shown.out)["total_fees"] == json.loads(compared.out)["scenarios"][1]["total_fees"]


ROLES: list[tuple[tuple[str, ...], str]] = [
    (("show", "ask"), "Found the request alone (status: ask)"),
    (("compare", "ask", "ask"), "Found the request alone (status: ask)"),
    (("compare", "ours", "base"), "Found two contracts of ours, the first with status: proposal"),
    (("compare", "ask", "other"), "Found the accounts 'Example & Sons', 'Other Chain'"),
]


@pytest.mark.parametrize(
    ("words", "told"), ROLES, ids=lambda value: " ".join(value) if len(value) < 4 else ""
)
def test_nothing_is_told_as_the_other_side_s(
    files: dict[str, Path], words: tuple[str, ...], told: str
) -> None:
    """Their request is no proposal of ours, our offer no request of theirs, and accounts are not mixed."""
    ask = files["ask"].read_text(encoding="utf-8")
    files["ask"].write_text(f"{ask}account: Example & Sons\n", encoding="utf-8")
    files["other"] = files["ask"].with_name("other.yaml")
    other = files["ours"].read_text(encoding="utf-8").replace("Example & Sons", "Other Chain")
    files["other"].write_text(other, encoding="utf-8")
    command, *named = words
    done = run(command, *(files[name] for name in named), "--for", "retailer")
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_the_first_of_two_without_a_status_is_the_request(files: dict[str, Path]) -> None:
    done = run("compare", files["base"], files["ours"], "--for", "retailer", "-f", "json")
    assert done.code == 0
    assert [clause["request"] for clause in json.loads(done.out)["clauses"]] == ["–", "–"]


@pytest.mark.parametrize(
    "named",
    ["{rate: 1%, less: [wages]}", "{rate: 1%, of: wages}", "{amount: 1, at_most: 50% of wages}", "together"],
    ids=["less", "of", "limit", "together"],
)
def test_a_clause_that_stands_on_a_fee_of_others_is_refused(tmp_path: Path, named: str) -> None:
    """Its wording would name that fee, and its amount tell how much it is."""
    terms = "wages: {amount: 777, to: other}"
    group = "together: {cap: {terms: [flat, wages], at_most: 1% of sales}}" if named == "together" else ""
    terms += ", flat: {rate: 1%}" if group else f", claims: {named}"
    file = tmp_path / "a.yaml"
    file.write_text(f"scenario: a\nplan: {{sales: 1M}}\nterms: {{{terms}}}\n{group}\n", encoding="utf-8")
    done = run("show", file, "--for", "retailer")
    assert (done.code, done.out) == (2, "")
    assert re.search("Found the term (claims|cap), which stands on wages", done.err)
    assert "777" not in done.err


def test_a_clause_may_stand_on_a_fund_that_both_sides_know(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    terms = "{fund: {rate: 2%, owed: no}, claims: {amount: 10, at_most: 100% of fund}}"
    file.write_text(f"scenario: a\nplan: {{sales: 1M}}\nterms: {terms}\n", encoding="utf-8")
    done = run("show", file, "--for", "retailer", "-f", "json")
    assert [clause["label"] for clause in json.loads(done.out)["clauses"]] == ["Claims"]
    assert "at most 100% of fund" in done.out
