"""`rounds`: which files are rounds and in which order, and that what is internal is in no message."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.material import AGREED, ASK, FORMATS, LANGUAGES, LAST, PLAN, PROPOSAL, ROOT, record
from tests.cli.running import Run, run

SECRET = "four-eyes"
FIRST = (
    "Of the gap of 1,555,500 they gave up 927,400 (60%), we 628,100 (40%); 203,650 below last year's terms."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped folder."""
    return Path(shutil.copytree(ROOT / "scenarios", tmp_path / "scenarios"))


def asked(*words: object) -> Run:
    return run("rounds", *words, "--internal")


def listed(folder: Path, text: str) -> Path:
    path = folder / "rounds.yaml"
    path.write_text(f"rounds:\n{text}", encoding="utf-8")
    return path


def numbered(done: Run) -> list[Any]:
    """The contracts of the latest year in their order."""
    return [one["scenario"] for one in record(done)["years"][-1]["rounds"]]


def test_the_shipped_folder_is_a_negotiation() -> None:
    done = asked(ROOT / "scenarios")
    assert done.out.splitlines()[:2] == ["internal: do not share outside the company", FIRST]
    assert done.err == "not a round: 2003-plan.yaml, finance.yaml, uncertain-sales.yaml\n"


@pytest.mark.parametrize("files", [(AGREED, ASK, PROPOSAL), (LAST, PLAN, ASK, PROPOSAL, AGREED)])
def test_files_are_put_in_order(files: tuple[Path, ...]) -> None:
    done = asked(*files)
    assert done.out.splitlines()[1] == FIRST
    assert "Years" not in done.out


def test_the_first_sentence_in_chinese() -> None:
    for language, sentence in (
        (
            "zh-Hant",
            "差距 1,555,500 中，對方讓出 927,400（60%），我方讓出 628,100（40%）；比去年條件低 203,650。",
        ),
        (
            "zh-Hans",
            "差距 1,555,500 中，对方让出 927,400（60%），我方让出 628,100（40%）；比去年条件低 203,650。",
        ),
    ):
        assert asked(ROOT / "scenarios", "--lang", language).out.splitlines()[1] == sentence


def test_what_is_open_is_told_with_both_positions() -> None:
    assert asked(ASK, PROPOSAL).out.splitlines()[1:3] == [
        "Of the gap of 1,555,500 they gave up nothing, we gave up nothing; 1,555,500 (100%) is still open.",
        "Their last ask is 2,469,250, 723,750 above last year's terms; "
        "our last offer is 913,750, 831,750 below last year's terms.",
    ]


SENTENCES = {
    "no gap": (
        ("ask", 100), ("proposal", 100),
        "There is no gap: their opening ask and our opening offer cost the same.",
    ),
    "an ask below our offer": (
        ("ask", 80), ("proposal", 100),
        "Their opening ask is 20 below our opening offer.",
    ),
    "no offer": (
        ("ask", 80), ("ask", 70),
        "The gap is unknown: there is no opening offer of ours (status: proposal).",
    ),
    "no ask": (
        ("draft", 80), ("proposal", 70),
        "The gap is unknown: there is no opening ask of theirs (status: ask).",
    ),
    "neither": (
        ("agreed", 80), ("agreed", 70),
        "The gap is unknown: there is neither an opening ask nor an opening offer.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SENTENCES)
def test_where_there_is_no_gap_to_share_a_sentence_says_so(case: str, tmp_path: Path) -> None:
    *rounds, sentence = SENTENCES[case]
    files = [written(tmp_path, f"{place}.yaml", *one) for place, one in enumerate(rounds)]
    done = asked(*files)
    assert done.out.splitlines()[1] == sentence
    assert "n/a" in done.out or "Shares of the gap" not in done.out or case == "an ask below our offer"
    assert "There is no comparison with last year's terms" in done.out
    assert asked(*files, "--format", "svg").code == 0


def written(folder: Path, name: str, status: str, amount: int, more: str = "") -> Path:
    path = folder / name
    path.write_text(
        f"scenario: {path.stem}\nstatus: {status}\nplan: {{sales: 1M}}\nterms: {{fee: {{amount: {amount}}}}}\n{more}",
        encoding="utf-8",
    )
    return path


def test_movements_away_are_negative(tmp_path: Path) -> None:
    rounds = (("ask", 100), ("ask", 110), ("proposal", 60), ("draft", 59))
    files = [written(tmp_path, f"{place}.yaml", *one) for place, one in enumerate(rounds)]
    assert asked(*files).out.splitlines()[1] == (
        "Of the gap of 40 they moved away by 10 (-25%), we moved away by 1 (-3%); 51 (128%) is still open."
    )


def test_a_folder_whose_order_nothing_tells_is_refused(folder: Path) -> None:
    written(folder, "2003-ask-2.yaml", "ask", 7, "year: 2003\n")
    done = asked(folder)
    assert (done.code, done.out) == (2, "")
    assert "Found '2003-ask-2.yaml' and '2003-ask.yaml', both with `status: ask`" in done.err
    assert "write rounds.yaml in the folder" in done.err
    assert asked(folder / "2003-ask.yaml", folder / "2003-ask-2.yaml", "--plan", PLAN).code == 0


def test_files_of_a_folder_that_are_no_rounds_are_named(folder: Path) -> None:
    (folder / "rules.yaml").write_text("policy: ours\nceilings: {fee_ratio: 20%}\n", encoding="utf-8")
    (folder / ".hidden.yaml").write_text("status: [", encoding="utf-8")
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    assert (
        asked(folder).err == "not a round: 2003-plan.yaml, finance.yaml, rules.yaml, uncertain-sales.yaml\n"
    )


def test_a_broken_file_of_a_folder_is_told(folder: Path) -> None:
    (folder / "broken.yaml").write_text("status: ask\nterms: [\n", encoding="utf-8")
    done = asked(folder)
    assert done.code == 1
    assert "broken.yaml:" in done.err


# ---------------------------------------------------------------- rounds.yaml


def test_rounds_yaml_gives_the_order_and_what_is_known_besides(folder: Path) -> None:
    listed(
        folder,
        "  - {file: 2003-proposal.yaml, date: 2003-01-10, gives: {extra_display: 20000}}\n"
        f"  - {{file: 2003-ask.yaml, date: 2003-01-20, with: buyer, note: {SECRET}}}\n"
        "  - {file: 2003-agreed.yaml}\n",
    )
    done = asked(folder, "--format", "json")
    assert (done.code, done.err) == (0, "")
    (year,) = record(done)["years"]
    assert numbered(done) == ["2003 proposal", "2003 ask", "2003 agreed"]
    first, second, last = year["rounds"]
    assert (first["date"], first["gives"], first["cost"]) == ("2003-01-10", {"extra_display": 20000}, 933750)
    assert (second["with"], second["note"]) == ("buyer", SECRET)
    assert year["gap"] == 1535500
    assert [move for move in last["steps"][1]["moves"] if move["gives"]] == [
        {
            "term": "extra_display",
            "label": "Extra display",
            "gives": True,
            "before": 20000,
            "after": 0,
            "effect": -20000,
        }
    ]
    table = asked(folder).out
    assert all(word in table for word in (SECRET, "buyer", "2003-01-20", "Extra display", "20,000"))


def test_of_files_that_are_named_those_count_that_are_listed(folder: Path) -> None:
    listed(folder, "  - file: 2003-ask.yaml\n  - file: 2003-proposal.yaml\n")
    files = sorted(folder.glob("2003-*.yaml"))
    done = asked(*files, folder / "rounds.yaml", "--format", "json")
    assert numbered(done) == ["2003 ask", "2003 proposal"]
    assert done.err == "not a round: 2003-agreed.yaml, 2003-plan.yaml\n"
    done = asked(folder / "2003-ask.yaml", "--rounds", folder / "rounds.yaml", "--format", "json")
    assert numbered(done) == ["2003 ask"]
    done = asked(folder / "2003-agreed.yaml", "--rounds", folder / "rounds.yaml")
    assert (done.code, "list them under `rounds:`" in done.err) == (2, True)


FAULTS = {
    "unknown key": (
        "  - {fle: a.yaml}\n",
        "rounds.1.fle: Found 'fle'. Expected a known key. Fix: write file",
    ),
    "no file": ("  - {file: 2003-aks.yaml}\n", "Found no such file. Expected the relative path of another"),
    "absolute": ("  - file: /etc/passwd\n", "Fix: write the path relative to this file"),
    "a folder": ("  - file: .\n", "Found a directory or another thing that is no file"),
    "twice": ("  - file: 2003-ask.yaml\n  - file: 2003-ask.yaml\n", "Expected each file once"),
    "side": ("  - {file: 2003-ask.yaml, side: hers}\n", "Expected one of theirs, ours, both"),
    "day": ("  - {file: 2003-ask.yaml, date: 2003-02-30}\n", "Expected a day of the calendar"),
    "days": (
        "  - {file: 2003-ask.yaml, date: 2003-02-03}\n  - {file: 2003-proposal.yaml, date: 2003-01-30}\n",
        "Expected a day not before that of the round above, 2003-02-03",
    ),
    "a point": (
        "  - {file: 2003-ask.yaml, gives: {shelf: 1.500}}\n",
        "rounds.1.gives.shelf: Found '1.500'. Expected a number that cannot be read in two ways",
    ),
    "a comma": ("  - {file: 2003-ask.yaml, gives: {shelf: 20,000}}\n", "Fix: write `shelf: 20000`"),
    "none": ("  []\n", "Found a list without entries. Expected at least one entry"),
    "too many": ("".join(f"  - file: {at}.yaml\n" for at in range(101)), "Expected at most 100 entries"),
}


@pytest.mark.parametrize("case", FAULTS)
@pytest.mark.parametrize("language", LANGUAGES[:3])
def test_faults_of_rounds_yaml_are_told_at_their_place(case: str, language: str, folder: Path) -> None:
    text, told = FAULTS[case]
    listed(folder, text)
    done = asked(folder, "--lang", language)
    assert (done.code, done.out) == (1, "")
    assert "rounds.yaml:" in done.err
    if language == "en":
        assert told in done.err
        assert "Fix: " in done.err


HIDDEN = {
    "a list": f"  - file: 2003-ask.yaml\n    note: [{SECRET}]\n",
    "too long": f"  - file: 2003-ask.yaml\n    with: {SECRET}{'x' * 400}\n",
    "no yaml": f"  - file: 2003-ask.yaml\n    note: it was: {SECRET}\n",
    "a quote": f'  - file: 2003-ask.yaml\n    note: "{SECRET}\n',
    "another key": f"  - {{file: 2003-ask.yaml, note: {SECRET}, dat: 1}}\n",
    "another value": f"  - {{note: {SECRET}, file: 2003-ask.yaml, date: soon}}\n",
    "a misspelt key": f"  - {{file: 2003-ask.yaml, nte: {SECRET}}}\n",
    "lines": f"  - file: 2003-ask.yaml\n    note: >\n      so: {SECRET}\n   odd\n",
}


@pytest.mark.parametrize("case", HIDDEN)
def test_no_message_shows_a_note(case: str, folder: Path) -> None:
    listed(folder, HIDDEN[case])
    done = asked(folder)
    assert (done.code, done.out) == (1, "")
    assert SECRET not in done.err


# ---------------------------------------------------------------- years, plan, last year


def test_a_plan_and_a_contract_of_last_year_may_be_named(tmp_path: Path) -> None:
    old = written(tmp_path, "old.yaml", "agreed", 50)
    plan = tmp_path / "plan.yaml"
    plan.write_text("scenario: joint\nplan: {sales: 2M}\n", encoding="utf-8")
    ask, offer = written(tmp_path, "ask.yaml", "ask", 100), written(tmp_path, "offer.yaml", "proposal", 60)
    done = asked(ask, offer, "--baseline", old, "--plan", plan)
    assert "Their last ask is 100, 50 above last year's terms; our last offer is 60, 10 above" in done.out
    assert "All rounds are calculated on the plan of joint (sales 2,000,000)." in done.out


def test_several_years_stand_in_a_table(tmp_path: Path) -> None:
    for year in (2002, 2003):
        for status, amount in (("ask", 100), ("proposal", 60), ("agreed", 90)):
            written(tmp_path, f"{year}-{status}.yaml", status, amount, f"year: {year}\n")
    done = asked(tmp_path)
    assert "Demands that came back" in done.out
    assert [line.split()[:5] for line in done.out.splitlines() if line.startswith(("2002", "2003"))] == [
        ["2002", "3", "3", "Ours", "30"],
        ["2003", "3", "3", "Ours", "30"],
    ]
    years = record(asked(tmp_path, "--format", "json"))["years"]
    assert [year["returned"] for year in years] == [None, ["fee"]]


def test_what_cannot_stand_on_the_plan_is_said(tmp_path: Path) -> None:
    by_store = (
        "plan: {sales: 1M, stores: {opening: 2, new: 1}}\nterms: {fee: {amount: 5, per: [stores.new]}}\n"
    )
    for year, name in ((2001, "older"), (2002, "old")):
        text = f"scenario: {name}\nyear: {year}\nstatus: agreed\n{by_store}"
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    ask = written(tmp_path, "ask.yaml", "ask", 100, "year: 2003\n")
    done = asked(tmp_path / "older.yaml", ask, "--baseline", tmp_path / "old.yaml")
    assert (
        "Rounds of 2001 are calculated on the plan of older, because the plan of ask does not give"
        in done.out
    )
    assert (
        "no comparison with last year's terms (old): they cannot be calculated on this plan because of"
        in done.out
    )
    assert "Their last ask is 100." in done.out


def test_positions_that_have_crossed_are_told(tmp_path: Path) -> None:
    rounds = (("ask", 100), ("proposal", 60), ("draft", 80), ("ask", 70))
    files = [written(tmp_path, f"{place}.yaml", *one) for place, one in enumerate(rounds)]
    assert asked(*files).out.splitlines()[1] == (
        "Of the gap of 40 they gave up 30 (75%), we 20 (50%); "
        "their last ask is 10 (25%) below our last offer."
    )


# ---------------------------------------------------------------- internal


@pytest.mark.parametrize("name", [*FORMATS, "svg"])
def test_every_format_says_internal_first(name: str) -> None:
    out = asked(ROOT / "scenarios", "--format", name).out
    assert "internal" in (out if name == "svg" else out[:60])
    if name == "json":
        assert next(iter(json.loads(out))) == "internal"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "--internal: Found the command without --internal."),
        (
            ("--internal", "--for", "retailer"),
            "Expected our own edition, because nothing of the result is for others.",
        ),
    ],
)
def test_there_is_no_edition_for_others(words: tuple[str, ...], told: str) -> None:
    done = run("rounds", ROOT / "scenarios", *words)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ((ROOT / "scenarios", LAST), "Found a folder and 1 more. Expected one folder, or files."),
        ((PLAN,), "Found 0 rounds."),
        ((ROOT / "tests" / "cli",), "Found a folder without rounds."),
    ],
)
def test_what_has_no_rounds_is_refused(files: tuple[Path, ...], told: str) -> None:
    done = asked(*files)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_the_word_fairness_is_nowhere() -> None:
    pages = [ROOT / "ka_terms" / "docs" / "rounds.md", *(ROOT / "ka_terms").rglob("rounds/*.py")]
    assert pages[1:]
    assert not any("fair" in page.read_text(encoding="utf-8").casefold() for page in pages)


def test_a_file_is_one_round() -> None:
    done = run("rounds", ASK, ASK, "--internal")
    assert (done.code, done.out) == (2, "")
    assert "Expected each file once, because a file is one round." in " ".join(done.err.split())


def test_the_page_shows_the_list_of_rounds_that_comes_with_the_case() -> None:
    text = (ROOT / "ka_terms" / "docs" / "rounds.md").read_text("utf-8")
    assert (ROOT / "scenarios" / "negotiation" / "rounds.yaml").read_text("utf-8") in text


@pytest.mark.parametrize("command", ["rounds", "approval", "brief"])
def test_last_years_contract_is_the_file_that_is_named_though_it_inherits_its_plan(
    tmp_path: Path, command: str
) -> None:
    files = {
        "base": "scenario: base\nyear: 2003\nstatus: draft\nplan: {sales: 9M, stores: {opening: 10}}\n"
        "terms: {monthly_rebate: {rate: 1%}}\n",
        "last": "extends: base.yaml\nscenario: last\nstatus: agreed\nterms: {monthly_rebate: {rate: 2%}}\n",
        "next": "scenario: next\nyear: 2004\nstatus: draft\n"
        "plan: {last_year: last.yaml, sales: 9M, stores: {opening: 10}}\n"
        "terms: {monthly_rebate: {rate: 3%}}\n",
    }
    for name, text in files.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    out = run(command, tmp_path / "next.yaml", "--internal").out
    assert "180,000" in out
    assert "90,000 above" in out or "+90,000" in out or command == "brief"
