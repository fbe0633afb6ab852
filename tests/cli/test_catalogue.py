"""The list of known fee types."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from ka_terms.reading.settings import read_catalogue
from tests.cli.material import LANGUAGES, LAST
from tests.cli.running import run


def keys(*words: object) -> list[str]:
    """The keys a search finds."""
    return [fee["key"] for fee in json.loads(run("catalogue", *words, "--format", "json").out)["fees"]]


def test_all_are_listed_in_the_order_of_the_catalogue() -> None:
    assert keys() == [*read_catalogue().fees]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("listing_fee", ["listing_fee"]),
        ("年返", ["annual_rebate", "fixed_annual_rebate"]),
        ("year-end rebate", ["annual_rebate"]),
        ("YEAR-END-REBATE", ["annual_rebate"]),
        ("yearendrebate", ["annual_rebate"]),
        ("slotting", ["listing_fee"]),
        ("新品上架费", ["listing_fee"]),
        ("ＤＭ", ["dm_tg_fee", "dm_fee"]),
    ],
)
def test_a_search_by_key_name_or_alias(wanted: str, found: list[str]) -> None:
    assert keys(wanted) == found


def test_a_search_without_a_find_says_so() -> None:
    refused = run("catalogue", "bribe")
    assert (refused.code, refused.out) == (2, "")
    assert "FEE: Found 'bribe'. Expected a text that is in the key or any name" in refused.err


def test_the_table_names_fees_in_three_languages() -> None:
    table = run("catalogue", "slotting").out
    for text in (
        "listing_fee",
        "Listing fee",
        "新品上架費",
        "新品上架费",
        "Entry and listing",
        "Activity-based",
        "slotting fee",
    ):
        assert text in table
    assert "無條件" in run("catalogue", "月返", "--lang", "zh-Hant").out


def test_csv_has_a_row_for_each() -> None:
    rows = list(csv.reader(io.StringIO(run("catalogue", "--format", "csv").out)))
    assert len(rows) == 1 + len(read_catalogue().fees)
    assert [*map(len, rows)] == [8] * len(rows)
    assert rows[0] == ["key", "en", "zh-Hant", "zh-Hans", "category", "nature", "conditional", "aliases"]
    assert rows[1][:7] == [
        "monthly_rebate",
        "Monthly rebate",
        "月返",
        "月返",
        "rebate",
        "unconditional",
        "false",
    ]


@pytest.mark.parametrize("words", [("catalogue",), ("show", LAST, "--explain", "dm_tg_fee")])
def test_csv_has_one_header_whatever_the_language(words: tuple[object, ...]) -> None:
    headers = {run(*words, "-f", "csv", "--lang", language).out.splitlines()[0] for language in LANGUAGES}
    assert len(headers) == 1


def test_json_has_the_documented_keys() -> None:
    record = json.loads(run("catalogue", "slotting", "--format", "json").out)
    assert [*record] == ["format_version", "fees", "categories"]
    (fee,) = record["fees"]
    assert [*fee] == ["key", "names", "category", "nature", "aliases", "note", "paid", "to", "conditional"]
    assert fee["names"] == {"en": "Listing fee", "zh-Hant": "新品上架費", "zh-Hans": "新品上架费"}
    assert (fee["nature"], fee["conditional"], fee["paid"], fee["to"]) == ("activity", True, None, "retailer")
    assert record["categories"][fee["category"]]["en"] == "Entry and listing"


def test_fees_of_the_users_own_are_listed_too(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(
        "fees:\n  gondola_tax:\n    names: {zh-Hans: 端架税}\n    category: levies\n", encoding="utf-8"
    )
    assert keys("--catalogue", own)[-1] == "gondola_tax"
    assert "Levies" in run("catalogue", "gondola_tax", "--catalogue", own).out


@pytest.mark.parametrize("name", ["fees.md", "fees.html", "fees.tsv"])
def test_it_is_written_in_the_format_of_the_suffix(name: str, tmp_path: Path) -> None:
    assert run("catalogue", "--output", tmp_path / name).code == 0
    assert "listing_fee" in (tmp_path / name).read_text(encoding="utf-8")
