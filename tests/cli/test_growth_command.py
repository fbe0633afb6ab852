"""`growth` as a user runs it: its sentences in three languages, what it needs, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.material import LAST, PLAN, ROOT
from tests.cli.running import run

CHAIN = ROOT / "scenarios" / "vpo"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "+150% needs VPO 2.33 times last year's on 1.07 times the stores."),
        ("zh-Hant", "+150% 需要單點銷量為去年的 2.33 倍，平均門店為去年的 1.07 倍。"),
        ("zh-Hans", "+150% 需要单点销量为去年的 2.33 倍，平均门店为去年的 1.07 倍。"),
    ],
)
def test_the_sentence_comes_first(language: str, sentence: str) -> None:
    assert run("growth", PLAN, "--lang", language).out.splitlines()[0] == sentence


def test_one_file_a_year_says_the_same_as_last_years() -> None:
    chain = [CHAIN / f"{year}.yaml" for year in (2001, 2002, 2003)]
    assert run("growth", *chain).out == run("growth", chain[-1]).out
    done = run("growth", chain[2], chain[1])
    assert (done.code, done.out) == (1, "")
    assert "Fix: name the files from the first year to the last." in done.err


def test_a_file_without_a_last_year_says_what_growth_needs() -> None:
    out = run("growth", LAST).out
    assert out.startswith("2002 contract: VPO 143,571.43. Growth needs a last year: add `last_year`")
    assert "What the target needs" not in out


@pytest.mark.parametrize("target", ["80%", "abc"])
def test_a_target_that_is_none_is_refused(target: str) -> None:
    done = run("growth", PLAN, "--target", target)
    assert (done.code, done.out) == (2, "") if target == "abc" else done.code in (0, 2)
    if done.code:
        assert "--target: Found" in done.err


def test_blocks_never_go_to_the_retailer(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(
        "scenario: A\nplan: {sales: 1M, stores: {opening: 5, new: 1}, last_year: {sales: 900k}, "
        "new_store_vpo: 61%, blocks: {price: 4321}}\nterms: {monthly_rebate: {rate: 2%}}\n"
    )
    for kind in ("table", "json", "html", "csv"):
        out = run("show", file, "--for", "retailer", "--format", kind).out
        assert out
        assert not any(word in out for word in ("4,321", "4321", "61%", "0.61"))


@pytest.mark.parametrize("name", ["bridge", "years"])
def test_each_picture_is_drawn(name: str, tmp_path: Path) -> None:
    target = tmp_path / "a.svg"
    assert run("growth", CHAIN / "2003.yaml", "--chart", name, "-o", target).code == 0
    assert "611,000" in target.read_text("utf-8")
