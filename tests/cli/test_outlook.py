"""`outlook` as a user runs it: reproducible draws, errors beside every estimate, and how to write one."""

from __future__ import annotations

from decimal import Decimal
from math import isclose
from pathlib import Path

import pytest

from ka_terms.cli import completion
from tests.cli.material import AGREED, FORMATS, LANGUAGES, PRIVATE_NUMBERS, record, scenario
from tests.cli.running import run

GOLDEN = Path(__file__).parent / "golden"
UNCERTAIN, OUTLOOK = GOLDEN / "uncertain.yaml", GOLDEN / "outlook.yaml"


def test_the_same_seed_gives_the_same_output_and_another_does_not() -> None:
    first, again = (run("outlook", UNCERTAIN, "--draws", 500).out for _ in range(2))
    assert first == again == run("outlook", UNCERTAIN, "--draws", 500, "--seed", 1).out
    assert first != run("outlook", UNCERTAIN, "--draws", 500, "--seed", 2).out


def test_json_has_all_of_it_with_errors_and_numbers_of_few_digits() -> None:
    told = record(run("outlook", OUTLOOK, "--draws", 500, "--seed", 3, "--format", "json"))
    assert {key: told[key] for key in ("scenario", "distribution", "draws", "seed", "computed_by")} == {
        "scenario": "2003 outlook",
        "distribution": "pert",
        "draws": 500,
        "seed": 3,
        "computed_by": "quadrature",
    }
    assert told["estimates"]["sales"] == {
        "low": 8_000_000,
        "likely": 10_050_000,
        "high": 11_000_000,
        "mean": Decimal("9866666.67"),
    }
    assert [{*tier} for tier in told["tiers"]] == [
        {"term", "tier", "bound", "probability", "standard_error", "computed"}
    ] * 2
    assert {*told["expected"]} > {"sales", "total_fees", "fee_ratio", "net_net_sales", "annual_rebate"}
    assert {*told["expected"]["total_fees"]} == {
        *("simulated", "standard_error", "computed", "at_mean", "at_likely")
    }
    assert [*told["percentiles"]["fee_ratio"]] == ["5", "10", "25", "50", "75", "90", "95"]
    assert all(
        len(one["simulated"].as_tuple().digits) <= 10
        for one in told["expected"].values()
        if isinstance(one["simulated"], Decimal)
    )
    assert "walk_away" not in told


def test_several_estimates_are_only_drawn() -> None:
    told = record(run("outlook", UNCERTAIN, "--draws", 500, "--format", "json"))
    assert told["computed_by"] is None
    assert {one["computed"] for one in told["expected"].values()} == {None}
    assert told["estimates"]["stores.new"]["mean"] == Decimal("9.5")
    shown = run("outlook", UNCERTAIN, "--draws", 500).out
    assert "Calculated" not in shown
    assert "The simulation treats the estimates as independent.\n" in shown
    assert "Stores opened: the mean 9.5 is rounded half up to 10.\n" in shown


def test_openings_alone_are_summed(tmp_path: Path) -> None:
    plan = "plan: {sales: 1M, stores: {opening: 5, new: {low: 0, likely: 1, high: 4}}}"
    file = scenario(tmp_path, text=f"{plan}\nterms: {{fee: {{amount: 9, per: stores.new}}}}")
    assert "Calculated: sum over all 5 values, relative error at most 10⁻¹⁵.\n" in run("outlook", file).out
    assert record(run("outlook", file, "--format", "json"))["computed_by"] == "sum"


@pytest.mark.parametrize("kind", ["pert", "triangular", "uniform"])
def test_the_distribution_is_named(kind: str) -> None:
    shown = run("outlook", OUTLOOK, "--distribution", kind, "--draws", 100)
    assert f"100 draws, {kind.replace('pert', 'PERT')} distribution, seed 1. " in shown.out


def test_percentiles_are_of_the_metrics_asked_for() -> None:
    told = record(run("outlook", OUTLOOK, "--metric", "vpo,年返", "--draws", 100, "--format", "json"))
    assert [*told["percentiles"]] == ["vpo", "annual_rebate"]
    assert "vpo" in told["expected"]
    refused = run("outlook", OUTLOOK, "--metric", "anual_rebate")
    assert refused.code == 2
    assert "annual_rebate" in refused.err


def test_the_walk_away_is_shown_only_inside_the_house() -> None:
    for kind in FORMATS:
        shown = run("outlook", OUTLOOK, "--draws", 100, "--format", kind)
        assert shown.code == 0
        # What is drawn has digits of every kind: only the long numbers tell anything.
        assert not [one for one in PRIVATE_NUMBERS if len(one) > 6 and one in shown.out + shown.err]
        inside = run("outlook", OUTLOOK, "--internal", "--draws", 100, "--format", kind).out
        assert "internal" in inside.splitlines()[0]
        assert "1911119" in inside.replace(",", "")


def test_without_private_figures_internal_shows_no_more() -> None:
    plain, internal = (run("outlook", UNCERTAIN, "--draws", 100, *more) for more in ((), ("--internal",)))
    assert plain.out == internal.out


def test_a_certain_plan_is_told_how_to_write_an_estimate() -> None:
    refused = run("outlook", AGREED)
    assert (refused.code, refused.out) == (1, "")
    assert "scenarios/2003-plan.yaml:12:10: plan.sales: Found one number" in refused.err
    assert "write sales: {low: 8M, likely: 10M, high: 11M}" in refused.err
    assert refused.err.splitlines()[1].endswith("sales: +150%")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--distribution", "beta"), "one of pert, triangular, uniform"),
        (("--draws", "99"), "100"),
        (("--draws", "1000001"), "from 100 to 1,000,000. Fix: write 1,000,000"),
        (("--seed", "-1"), "0"),
    ],
)
def test_wrong_options_are_refused(words: tuple[str, ...], said: str) -> None:
    refused = run("outlook", OUTLOOK, *words)
    assert (refused.code, refused.out) == (2, "")
    assert said in refused.err


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_in_every_language(kind: str, language: str) -> None:
    shown = run("outlook", UNCERTAIN, "--draws", 100, "--format", kind, "--lang", language)
    assert (shown.code, shown.err) == (0, "")


def test_what_cannot_be_told_reads_na(tmp_path: Path) -> None:
    text = "plan: {sales: {low: 0, likely: 0, high: 0.01}}\nterms: {fee: {amount: 9}}"
    shown = run("outlook", scenario(tmp_path, text=text)).out
    assert "a contract: expected total fees 9 (n/a of sales). With all estimates at their mean: 9.\n" in shown
    assert (
        record(run("outlook", tmp_path / "a-contract.yaml", "--format", "json"))["percentiles"]["fee_ratio"]
        is None
    )


def test_standard_errors_shrink_with_the_root_of_the_draws() -> None:
    few, many = (
        record(run("outlook", OUTLOOK, "--draws", draws, "--format", "json")) for draws in (1000, 16000)
    )
    ratio = few["expected"]["sales"]["standard_error"] / many["expected"]["sales"]["standard_error"]
    assert isclose(ratio, 4, rel_tol=0.1)


def test_the_shell_completes_distributions() -> None:
    assert completion.distributions("") == ["pert", "triangular", "uniform"]
    assert completion.distributions("t") == ["triangular"]
