"""`portfolio` as a user runs it: a bad file stops nothing, all processors say the same, all contracts move at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.material import ROOT
from tests.cli.running import run

CONTRACT = """scenario: {name} {year}
account: {name}
channel: {channel}
year: {year}
status: agreed
plan: {{sales: {sales}, stores: {{opening: 10}}}}
terms: {{monthly_rebate: {{rate: {rate}}}}}
private: {{margin: 31.7%}}
"""


@pytest.fixture
def accounts(tmp_path: Path) -> Path:
    folder = tmp_path / "accounts"
    (folder / "below").mkdir(parents=True)
    given = (
        ("A", 2003, "hyper", "6M", "10%"),
        ("A", 2002, "hyper", "5M", "9%"),
        ("B", 2003, "hyper", "2M", "20%"),
        ("C", 2003, "super", "1M", "5%"),
    )
    for name, year, channel, sales, rate in given:
        at = folder / "below" if name == "C" else folder
        text = CONTRACT.format(name=name, year=year, channel=channel, sales=sales, rate=rate)
        (at / f"{name}-{year}.yaml").write_text(text, encoding="utf-8")
    (folder / "plan.yaml").write_text("scenario: plan\nplan: {sales: 5}\n", encoding="utf-8")
    (folder / "rounds.yaml").write_text("rounds: []\n", encoding="utf-8")
    (folder / ".hidden.yaml").write_text("nothing", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "3 accounts cost 11.7% of sales, up 1.0 percentage points for 1 of them; 2 make 95% of all fees.",
        ),
        ("zh-Hant", "3 個客戶費用占銷售額 11.7%，其中 1 個上升 1.0 個百分點；2 個占全部費用 95%。"),
        ("zh-Hans", "3 个客户费用占销售额 11.7%，其中 1 个上升 1.0 个百分点；2 个占全部费用 95%。"),
    ],
)
def test_the_whole_set_is_one_sentence(accounts: Path, language: str, sentence: str) -> None:
    done = run("portfolio", accounts, "--lang", language, "--date", "2003-12-01")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[0] == sentence


def test_a_bad_file_is_told_and_stops_nothing(accounts: Path) -> None:
    whole = run("portfolio", accounts, "--date", "2003-12-01").out
    (accounts / "bad.yaml").write_text("scenario: x\nplan: {sales: abc}\n", encoding="utf-8")
    done = run("portfolio", accounts, "--date", "2003-12-01")
    assert (done.code, done.out) == (1, whole)
    assert "bad.yaml:2:15: plan.sales: Found 'abc'." in done.err
    only = run("portfolio", accounts / "bad.yaml")
    assert (only.code, only.out) == (1, "")


def test_all_processors_say_the_same(accounts: Path) -> None:
    words = ("portfolio", accounts, "--date", "2003-12-01", "-f", "json")
    assert run(*words, "--jobs", "3").out == run(*words, "--jobs", "1").out


def test_the_totals_are_the_sums_of_show(accounts: Path) -> None:
    (found,) = json.loads(run("portfolio", accounts, "-f", "json").out)["portfolios"]
    shown = [
        json.loads(run("show", accounts / file, "-f", "json").out) for file in ("A-2003.yaml", "B-2003.yaml")
    ]
    shown.append(json.loads(run("show", accounts / "below" / "C-2003.yaml", "-f", "json").out))
    assert found["total"]["fees"] == sum(one["total_fees"] for one in shown)
    assert found["total"]["sales"] == sum(one["sales"] for one in shown)


def test_all_contracts_move_at_once(accounts: Path) -> None:
    out = run("portfolio", accounts, "--set", "sales=+10%", "--date", "2003-12-01").out
    assert "9,900,000" in out
    swept = run(
        "portfolio", accounts, "--sweep", "sales=-10%,+10%", "--parts", "All accounts moved at once"
    ).out
    assert [line.split()[-1] for line in swept.splitlines() if line.startswith("sales=")] == [
        "-105,000",
        "+105,000",
    ]


def test_the_margin_stays_inside(accounts: Path) -> None:
    for kind in ("table", "csv", "json", "html"):
        out = run("portfolio", accounts, "-f", kind).out
        assert not any(told in out for told in ("31.7", "0.317", "ontribution after"))
    assert "Contribution after fees" in run("portfolio", accounts, "--internal").out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--by", "chanel"), "--by: Found 'chanel'."),
        (("--date", "soon"), "--date: Found 'soon'."),
        (("--sweep", "sales"), "--sweep: Found 'sales'. Expected a path and values"),
        (("--top", "0"), "--top: Found 0."),
        (("--for", "retailer"), "--for"),
    ],
)
def test_what_cannot_be_is_refused(accounts: Path, words: tuple[str, ...], told: str) -> None:
    done = run("portfolio", accounts, *words)
    assert (done.code, done.out) == (2, "")
    assert told in " ".join(done.err.split())


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    done = run("portfolio", tmp_path)
    assert done.code == 2
    assert "Expected files that end in .yaml or .yml." in done.err


@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet", "docx", "pptx", "png", "html"])
def test_every_file_is_written(kind: str, tmp_path: Path) -> None:
    target = tmp_path / f"a.{kind}"
    assert run("portfolio", ROOT / "scenarios", "--date", "2003-11-15", "-o", target).code == 0
    assert target.stat().st_size > 100


TABLE = """客戶,通路,年度,銷售額,費用合計,固定費用
North,hyper,2003,6M,"900,000",400k
North,hyper,2002,5M,"700,000",300k
South,super,2003,200万,"350,000",
"""


def test_a_table_of_accounts_is_a_set_too(tmp_path: Path) -> None:
    table = tmp_path / "accounts.csv"
    table.write_text(TABLE, encoding="utf-8")
    (found,) = json.loads(run("portfolio", table, "-f", "json").out)["portfolios"]
    assert [found["total"][key] for key in ("accounts", "sales", "fees", "fixed")] == [
        2,
        8_000_000,
        1_250_000,
        None,
    ]
    assert [account["fixed_share"] is None for account in found["accounts"]] == [False, True]
    assert found["change"] == 0.01
    assert run("portfolio", table).out.startswith(
        "2 accounts cost 15.6% of sales, up 1.0 percentage points for 1 of them; 1 makes"
    )


def test_a_table_stands_beside_files(accounts: Path, tmp_path: Path) -> None:
    table = tmp_path / "others.csv"
    table.write_text("account,sales,total fees\nD,1M,10k\n", encoding="utf-8")
    (found,) = json.loads(run("portfolio", accounts, table, "-f", "json").out)["portfolios"]
    assert found["total"]["accounts"] == 4


def test_its_own_csv_is_such_a_table(accounts: Path, tmp_path: Path) -> None:
    words = ("--date", "2003-12-01", "--columns", "account,year,channel,sales,total_fees,fee_ratio,share")
    own = tmp_path / "own.csv"
    own.write_text(run("portfolio", accounts, "-f", "csv").out, encoding="utf-8")
    asked, again = (run("portfolio", each, "-f", "csv", *words).out for each in (accounts, own))
    assert [line.split(",")[1:] for line in asked.splitlines()] == [
        line.split(",")[1:] for line in again.splitlines()
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("account,sales\nA,5\n", "total fees"),
        ("account,sales,total fees\nA,five,5\n", "a.csv:2:3: sales: Found 'five'."),
        ("account,sales,total fees,currency\nA,5,5,XXZ\n", "Found 'XXZ'. Expected an ISO 4217 currency code"),
    ],
)
def test_a_bad_table_is_told_with_its_cell(text: str, told: str, tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text(text, encoding="utf-8")
    done = run("portfolio", table)
    assert (done.code, done.out) == (1, "")
    assert told in done.err


def test_each_currency_has_tables_of_its_own(accounts: Path) -> None:
    text = CONTRACT.format(name="T", year=2003, channel="hyper", sales="1M", rate="5%")
    (accounts / "t.yaml").write_text(f"currency: TWD\n{text}", encoding="utf-8")
    out = run("portfolio", accounts, "--date", "2003-12-01").out
    assert "3 accounts (CNY) cost 11.7% of sales" in out
    assert "1 account (TWD) costs 5.0% of sales." in out
    assert "Accounts 2003 (CNY)" in out
    assert "Accounts 2003 (TWD)" in out


def test_every_group_that_is_offered_is_shown(accounts: Path) -> None:
    out = run("portfolio", accounts, "--by", "channel,nature,category,status,year,account").out
    assert "By status" in out
    assert "Agreed" in out


def test_the_order_of_the_files_changes_nothing(accounts: Path) -> None:
    twin = (accounts / "A-2003.yaml").read_text("utf-8").replace("6M", "7M")
    (accounts / "Z-2003.yaml").write_text(twin, encoding="utf-8")
    files = sorted(accounts.glob("*-200*.yaml"))
    asked, turned = (run("portfolio", *each, "-f", "json").out for each in (files, files[::-1]))
    assert json.loads(asked)["portfolios"][0]["total"] == json.loads(turned)["portfolios"][0]["total"]
