"""What is valid but hardly meant, with its place; and what is no doubt at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from ka_terms.analysis.doubts.doubts import PlacedDoubt, doubts_counted, doubts_of, saved_doubts
from ka_terms.presentation.doubts import doubt_line, doubt_message
from ka_terms.reading.scenario import load
from ka_terms.reading.settings import DATA, read_catalogue

CATALOGUE = read_catalogue()
BASE = """\
scenario: base
currency: CNY
plan: {sales: 10M, stores: {opening: 5, new: 2}, figures: {promoters: 3}, events: {festival: 2}}
terms: {monthly_rebate: {rate: 3%}, 自有费用甲: {rate: 1%}, own_fee_of_ours: {rate: 1%}}
conditions: {own_condition: as agreed}
"""


def translated(path: Path) -> list[PlacedDoubt]:
    return doubts_of(load(path, CATALOGUE.canonical), CATALOGUE)


def doubts(folder: Path, text: str) -> list[tuple[str, int, int, str]]:
    """Kind, line, column and sentence of every doubt about a file that extends the base."""
    (folder / "base.yaml").write_text(BASE, "utf-8")
    path = folder / "a.yaml"
    path.write_text(f"extends: base.yaml\nscenario: a\n{text}\n", "utf-8")
    return [
        (one.doubt.kind, one.place.line, one.place.column, str(one.doubt.sentence))
        for one in translated(path)
    ]


@pytest.mark.parametrize("path", [*Path("scenarios").glob("*.yaml"), *(DATA / "templates").rglob("*.yaml")])
def test_what_ships_raises_none(path: Path) -> None:
    assert translated(path) == []


@pytest.mark.parametrize(
    ("text", "kind", "sentence"),
    [
        (
            "terms: {monthly_rebat: {rate: 4%}}",
            "near_key",
            "is added to the inherited monthly_rebate, which remains",
        ),
        ("terms: {own_fee_of_our: {rate: 4%}}", "near_key", "Write own_fee_of_ours to replace it"),
        ("terms: {自有费用乙: {rate: 4%}}", "near_key", "Write 自有费用甲 to replace it"),
        (
            "terms: {anual_rebate: {rate: 4%}}",
            "near_key",
            "not as annual_rebate. Write annual_rebate if that is meant",
        ),
        (
            "terms: {sloting fee: {amount: 4}}",
            "near_key",
            "not as listing_fee. Write listing_fee if that is meant",
        ),
        ("conditions: {payment_day: 60}", "near_key", "not as payment_days"),
        ("conditions: {own_conditions: 60}", "near_key", "added to the inherited own_condition"),
        ("plan: {figures: {promotors: 4}}", "near_key", "added to the inherited promoters"),
        ("plan: {months: {figures: {promoter: {3: 4}}}}", "near_key", "not as promoters. Write promoters if"),
        ("plan: {months: {quarters: {events: {festivals: {1: 2}}}}}", "near_key", "not as festival."),
        ("plan: {events: {festivals: 4}}", "near_key", "added to the inherited festival"),
        ("terms: {月返利: {rate: 4%}}", "other_name", "'月返利' is read as the fee monthly_rebate"),
        ("terms: {Slotting Fee: {amount: 4}}", "other_name", "'Slotting Fee' is read as the fee listing_fee"),
        ("conditions: {margin: 33.37%}", "private_key", "'margin' looks private"),
        ("conditions: {Walk-away: 33.37%}", "private_key", "'Walk-away' looks private"),
        ("conditions: {我方毛利率: 33.37%}", "private_key", "'我方毛利率' looks private"),
        ("plan: {figures: {unit_cost: 33.37}}", "private_key", "'unit_cost' looks private"),
        ("terms: {cost_of_capital: {rate: 7%}}", "private_key", "'cost_of_capital' looks private"),
        (
            "terms: {quarterly_rebate: {mode: whole, tiers: [{from: 3M, rate: 1%}]}}",
            "whole_year",
            "compared with the whole year",
        ),
        (
            "terms: {monthly_bonus: {mode: whole, tiers: [{from: 1M, amount: 9}]}}",
            "whole_year",
            "'monthly_bonus'",
        ),
        ("terms: {季度奖励: {mode: whole, tiers: [{from: 1M, amount: 9}]}}", "whole_year", "'季度奖励'"),
        (
            "terms: {dm_fee: {rate: 1%, at_least: 5% of sales, at_most: 400k}}",
            "crossed_limits",
            "the minimum (5% of sales) is above the maximum (400,000). The maximum counts",
        ),
        ("plan: {volume: 1.234}", "three_decimals", "Write 1234 if the point separates thousands"),
        ("terms: {dm_fee: {amount: １.２３４}}", "three_decimals", "Write 1234 if"),
        ("terms: {dm_fee: {rate: 1%, at_most: 12.345}}", "three_decimals", "Write 12345 if"),
        ("terms: {fee: {mode: whole, tiers: [{from: 1.234, rate: 1%}]}}", "three_decimals", "Write 1234 if"),
    ],
)
def test_each_kind_is_told_at_its_line(tmp_path: Path, text: str, kind: str, sentence: str) -> None:
    ((found, line, _, words),) = doubts(tmp_path, text)
    assert (found, line) == (kind, 3)
    assert sentence in words


@pytest.mark.parametrize(
    "text",
    [
        "terms: {monthly_rebate: {rate: 4%}}",
        "terms: {own_fee_of_ours: null, own_fee_of_our: {rate: 1%}}\nconditions: {cost_sharing: half each}",
        "terms: {fee_a: {rate: 1%}, fee_b: {rate: 1%}, late_fee: {amount: 5}}",
        "terms: {quarterly_rebate: {rate: 1%}, month_end_fee: {amount: 5}, monthling: {rate: 1%}}",
        "terms: {annual_rebate: {mode: whole, tiers: [{from: 3M, rate: 1%}]}}",
        "terms: {dm_fee: {rate: 1%, at_least: 4% of sales, at_most: 400k}}",
        "currency: KWD\nplan: {volume: 1.234}",
        "plan: {volume: 1.234k}\nterms: {dm_fee: {rate: 1.234%}, fee: {amount: 0.125}, other: {amount: 1234.567}}",
        "conditions: {margin_note_on_delivery: 1.234}",
        "private: {margin: 33.37%, walk_away: {total_fees: 1.234}}",
    ],
)
def test_what_is_plainly_meant_is_no_doubt(tmp_path: Path, text: str) -> None:
    assert doubts(tmp_path, text) == []


def test_a_doubt_about_an_extended_file_has_its_place_there(tmp_path: Path) -> None:
    (tmp_path / "low.yaml").write_text(
        "scenario: a\nplan: {sales: 1M}\nterms:\n  月返利: {rate: 1%}\n", "utf-8"
    )
    path = tmp_path / "high.yaml"
    path.write_text("extends: low.yaml\nscenario: b\nterms:\n  monthly_rebat: {rate: 1%}\n", "utf-8")
    assert [(Path(one.place.file).name, one.place.line, one.doubt.kind) for one in translated(path)] == [
        ("high.yaml", 4, "near_key"),
        ("low.yaml", 4, "other_name"),
    ]


def test_a_saved_statement_has_no_typed_numbers(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        '{"format_version": 1, "scenario": "a", "plan": {"sales": 1.234}, "lines": []}', encoding="utf-8"
    )
    assert translated(path) == []


def test_what_is_told_acts_on_no_terminal(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(
        f'scenario: a\nplan: {{sales: 1M}}\nconditions: {{"毛利\\e[31m{"x" * 190}": 1}}\n', "utf-8"
    )
    (one,) = translated(path)
    assert "\x1b" not in doubt_line(one) + one.place.path + doubt_message(one)


def test_doubts_are_counted_without_other_names(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(BASE.replace("monthly_rebate", "月返利").replace("own_condition", "margin"), "utf-8")
    loaded = load(path, CATALOGUE.canonical)
    assert [one.doubt.kind for one in doubts_of(loaded, CATALOGUE)] == ["other_name", "private_key"]
    assert doubts_counted(loaded, CATALOGUE) == (str(path), (), 1)


def test_saved_amounts_are_held_against_what_the_contract_comes_to(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    terms = '{"a": {"rate": "1%"}, "b": {"rate": "2%"}}'
    lines = '[{"term": "a", "amount": 100}, {"term": "b", "amount": 100}, {"term": "c", "amount": 5}]'
    plan = '{"sales": 10000}'
    text = f'{{"format_version": 1, "scenario": "a", "plan": {plan}, "terms": {terms}, "lines": {lines}}}'
    path.write_text(text, "utf-8")
    loaded = load(path)
    assert saved_doubts(loaded) == (str(path), ("b", "c"), 0)
    assert doubts_counted(loaded, CATALOGUE).unlike_saved == ("b", "c")
