"""Several files as one: what `extends` takes over, and what `last_year` brings in."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from textwrap import dedent

import pytest

from ka_terms.calculation.costs import exact_figures
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.terms.terms import AmountTerm, RateTerm
from ka_terms.model.contract.terms.tiers import TieredTerm
from ka_terms.reading.problems.problem import ReadError
from ka_terms.reading.scenario import Loaded, load
from tests.systems import needs_links

BASE = """\
scenario: base
account: Example Hypermarket
plan:
  sales: 4M
  stores: {opening: 25, new: 6}
  events: {dm: 4}
terms:
  monthly_rebate: {rate: 2.5%}
  annual_rebate:
    mode: whole
    tiers:
      - {from: 4.5M, rate: 0.5%}
      - {from: 5M, rate: 1%}
  dm_fee: {amount: 3000, per: [stores.closing], at_least: 8% of sales}
conditions: {payment_days: 60}
private: {margin: 32%, walk_away: {fee_ratio: 18%}}
"""


def placed(folder: Path, files: Mapping[str, str]) -> Path:
    """The folder, with the files in it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), "utf-8")
    return folder


def extended(folder: Path, text: str) -> Loaded:
    """What a file comes to that extends `BASE`."""
    return load(
        placed(folder, {"base.yaml": BASE, "top.yaml": "extends: base.yaml\n" + dedent(text)}) / "top.yaml"
    )


def last_year_of(plan: Plan) -> Plan:
    """The plan of the year before, which is there."""
    assert plan.last_year
    return plan.last_year


def test_only_what_changes_is_written(tmp_path: Path) -> None:
    """All else is that of the extended file."""
    scenario = extended(tmp_path, "scenario: top\n").scenario
    assert (scenario.scenario, scenario.account) == ("top", "Example Hypermarket")
    assert [*scenario.terms] == ["monthly_rebate", "annual_rebate", "dm_fee"]
    assert scenario.private
    assert scenario.private.margin == Decimal("0.32")


def test_mappings_merge_at_every_depth(tmp_path: Path) -> None:
    """One key of one term may change alone."""
    scenario = extended(
        tmp_path,
        """\
        plan: {stores: {new: 8}, events: {festival: 5}}
        terms: {dm_fee: {amount: 3500}}
        private: {walk_away: {total_fees: 1M}}
        """,
    ).scenario
    fee = scenario.terms["dm_fee"]
    assert isinstance(fee, AmountTerm)
    assert (str(fee.amount), fee.per, str(fee.at_least)) == ("3500", ("stores.closing",), "8% of sales")
    assert scenario.plan.stores
    assert scenario.plan.stores.opening == 25
    assert scenario.plan.stores.new == 8
    assert scenario.plan.events == {"dm": 4, "festival": 5}
    assert scenario.private
    assert scenario.private.walk_away
    assert scenario.private.walk_away.fee_ratio == Decimal("0.18")


def test_lists_replace(tmp_path: Path) -> None:
    """Tiers are agreed as a whole, not one by one."""
    text = "terms: {annual_rebate: {tiers: [{from: 9M, rate: 2%}]}, dm_fee: {per: [events.dm]}}\n"
    terms = extended(tmp_path, text).scenario.terms
    annual, fee = terms["annual_rebate"], terms["dm_fee"]
    assert isinstance(annual, TieredTerm)
    assert isinstance(fee, AmountTerm)
    assert [tier.bound for tier in annual.tiers] == [9_000_000]
    assert fee.per == ("events.dm",)


def test_a_single_value_replaces_a_mapping(tmp_path: Path) -> None:
    """And the other way round."""
    files = {
        "one.yaml": "scenario: one\nplan: {sales: 4M, last_year: {sales: 3M}}\n",
        "other.yaml": "scenario: other\nplan: {sales: 5M}\n",
        "top.yaml": "extends: one.yaml\nplan: {last_year: other.yaml}\n",
    }
    scenario = load(placed(tmp_path, files) / "top.yaml").scenario
    # The figures of both are mappings by then: they merge, and the file named last wins.
    assert last_year_of(scenario.plan).sales == 5_000_000


@pytest.mark.parametrize("nothing", ["null", "~", ""])
def test_null_removes(tmp_path: Path, nothing: str) -> None:
    """A term, a key of a term, or a whole part."""
    scenario = extended(
        tmp_path,
        f"""\
        terms:
          monthly_rebate: {nothing}
          dm_fee:
            at_least: {nothing}
        conditions: {nothing}
        private: {nothing}
        """,
    ).scenario
    assert [*scenario.terms] == ["annual_rebate", "dm_fee"]
    assert scenario.terms["dm_fee"].at_least is None
    assert (scenario.conditions, scenario.private) == ({}, None)


def test_null_changes_the_shape_of_a_term(tmp_path: Path) -> None:
    """The mend that the message for two shapes gives."""
    term = extended(tmp_path, "terms: {dm_fee: {amount: null, per: null, rate: 1%}}\n").scenario.terms[
        "dm_fee"
    ]
    assert isinstance(term, RateTerm)
    assert str(term.at_least) == "8% of sales"


def test_null_of_what_is_not_there_is_told_with_the_rest(tmp_path: Path) -> None:
    """It is a slip in the key, most likely; several are told together."""
    with pytest.raises(ReadError) as caught:
        extended(
            tmp_path, "terms:\n  monthly_rebat: null\n  dm_fee: {at_most: null, at_least: 8}\nstatus: x\n"
        )
    assert [problem.path for problem in caught.value.problems] == [
        "terms.monthly_rebat",
        "terms.dm_fee.at_most",
        "status",
    ]


def test_several_files_deep_in_several_folders(tmp_path: Path) -> None:
    """Every reference is relative to the file it stands in."""
    files = {
        "shared/plan.yaml": "scenario: plan\nplan: {last_year: ../history/2002.yaml, sales: +150%}\n",
        "history/2002.yaml": "extends: old/2001.yaml\nscenario: 2002\nplan: {sales: 402万}\n",
        "history/old/2001.yaml": "scenario: 2001\nplan: {sales: 3M, stores: {opening: 20}}\n",
        "deals/2003/ask.yaml": "extends: ../../shared/plan.yaml\nscenario: ask\nplan: {volume: 12k}\n",
    }
    loaded = load(placed(tmp_path, files) / "deals/2003/ask.yaml")
    before = last_year_of(loaded.scenario.plan)
    assert before.sales == 4_020_000
    assert before.stores
    assert before.stores.opening == 20
    assert loaded.origin(("plan", "last_year", "stores")) == f"{tmp_path / 'history/old/2001.yaml'}:2"
    assert loaded.origin(("plan", "sales")) == f"{tmp_path / 'shared/plan.yaml'}:2"
    assert loaded.origin(("plan", "volume")) == f"{tmp_path / 'deals/2003/ask.yaml'}:3"


def test_last_year_in_place_or_by_path(tmp_path: Path) -> None:
    """Both give the same figures; of another file only its plan counts."""
    files = {
        "2002.yaml": "scenario: 2002\nplan: {sales: 4M, stores: {opening: 25}}\nprivate: {margin: bad}\n",
        "path.yaml": "scenario: a\nplan: {last_year: 2002.yaml, sales: +50%}\n",
        "place.yaml": "scenario: a\nplan: {last_year: {sales: 4M, stores: {opening: 25}}, sales: +50%}\n",
    }
    placed(tmp_path, files)
    assert load(tmp_path / "path.yaml").scenario == load(tmp_path / "place.yaml").scenario


def test_single_figures_of_last_year_may_be_overridden(tmp_path: Path) -> None:
    """By a file that extends the one that names last year's."""
    files = {
        "2002.yaml": "scenario: 2002\nplan: {sales: 4M, stores: {opening: 25, new: 6}}\n",
        "plan.yaml": "scenario: plan\nplan: {last_year: 2002.yaml, sales: +50%}\n",
        "top.yaml": "extends: plan.yaml\nscenario: top\nplan: {last_year: {stores: {new: 5}}}\n",
    }
    before = last_year_of(load(placed(tmp_path, files) / "top.yaml").scenario.plan)
    assert before.stores
    assert before.sales == 4_000_000
    assert before.stores.opening == 25
    assert before.stores.new == 5


def test_last_year_and_extends_may_be_the_same_file(tmp_path: Path) -> None:
    """Next year's draft out of this year's contract."""
    files = {
        "base.yaml": BASE,
        "next.yaml": "extends: base.yaml\nscenario: next\nplan: {last_year: base.yaml, sales: +10%}\n",
    }
    scenario = load(placed(tmp_path, files) / "next.yaml").scenario
    assert last_year_of(scenario.plan).sales == 4_000_000
    assert [*scenario.terms] == ["monthly_rebate", "annual_rebate", "dm_fee"]


@pytest.mark.parametrize(
    ("files", "place", "words"),
    [
        ({"top.yaml": "extends: top.yaml"}, "top.yaml:1:10", "a loop of files: top.yaml -> top.yaml"),
        (
            {"top.yaml": "extends: ./x/../top.yaml"},
            "top.yaml:1:10",
            "a loop of files: top.yaml -> ./x/../top.yaml",
        ),
        (
            {"top.yaml": "extends: b.yaml", "b.yaml": "plan: {last_year: top.yaml}"},
            "b.yaml:1:19",
            "b.yaml -> top.yaml",
        ),
        ({"top.yaml": "extends: b.yml", "b.yaml": ""}, "top.yaml:1:10", "no such file (b.yml). Expected"),
        ({"top.yaml": "extends: b.yaml", "b.yaml": ""}, "b.yaml:1:1", "an empty file"),
        (
            {"top.yaml": "extends: b.yaml", "b.yaml": "a: ["},
            "b.yaml:1:5",
            "an end of every brace and bracket",
        ),
        ({"top.yaml": "extends: ''"}, "top.yaml:1:10", "extends: Found no file name"),
        ({"top.yaml": "extends:"}, "top.yaml:1:9", "extends: Found no file name"),
        ({"top.yaml": "extends: {a: b}"}, "top.yaml:1:10", "extends: Found no file name"),
        ({"top.yaml": "extends: ~/b.yaml"}, "top.yaml:1:10", f"no such file ({Path('~/b.yaml')})"),
        ({"top.yaml": "extends: /b.yaml"}, "top.yaml:1:10", "write the path relative to this file, with /"),
        ({"top.yaml": "extends: C:/b.yaml"}, "top.yaml:1:10", "write the path relative to this file, with /"),
        ({"top.yaml": "extends: a\\b.yaml"}, "top.yaml:1:10", "write the path relative to this file, with /"),
        ({"top.yaml": "extends: http://x/b.yaml"}, "top.yaml:1:10", "write the path relative to this file"),
        ({"top.yaml": 'extends: "a\\0b"'}, "top.yaml:1:10", "a name that no file can have"),
        ({"top.yaml": "extends: ../"}, "top.yaml:1:10", "Found a directory"),
        ({"top.yaml": "plan: {last_year: }"}, "top.yaml:1:1", "scenario: Found no key `scenario`"),
        (
            {"top.yaml": "plan: {last_year: b.yaml}"},
            "top.yaml:1:19",
            "plan.last_year: Found no such file (b.yaml)",
        ),
        (
            {"top.yaml": "plan: {last_year: b.yaml}", "b.yaml": "plan: {sales: x}"},
            "b.yaml:1:15",
            "plan.last_year.sales: Found 'x'",
        ),
    ],
)
def test_references_that_lead_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str], place: str, words: str
) -> None:
    """The place to mend is where the file is named, or in that file where it can be read."""
    monkeypatch.chdir(placed(tmp_path, files))
    with pytest.raises(ReadError) as caught:
        load("top.yaml")
    first = caught.value.problems[0]
    assert (first.place, words in first.message) == (place, True), first.message


def test_own_faults_are_told_beside_a_missing_file(tmp_path: Path) -> None:
    """But not what may stand in that file: it is the file that is missing, not its content."""
    text = """\
        extends: nowhere.yaml
        colour: red
        status: x
        plan: {sales: +10%, stores: {new: -1}}
        terms:
          a: {rate: 2.5}
          b: {at_least: 9000}
          c: {amount: 5, free: {stores.new: 3}}
          d: null
        """
    with pytest.raises(ReadError) as caught:
        load(placed(tmp_path, {"top.yaml": text}) / "top.yaml")
    assert [problem.line for problem in caught.value.problems] == [1, 2, 3, 4, 6]


def test_faults_of_all_files_are_told_together(tmp_path: Path) -> None:
    """In the order of the files, and of their lines."""
    files = {
        "a.yaml": "extends: b.yaml\nscenario: NO\n",
        "b.yaml": "extends: c.yaml\nplan: {last_year: d.yaml, sales: 1, sales: 2}\nstatus: x\n",
        "c.yaml": "colour: 1\nterms: {x: {rate: 3}}\n",
        "d.yaml": "plan: {sales: 0.5m}\n",
    }
    with pytest.raises(ReadError) as caught:
        load(placed(tmp_path, files) / "a.yaml")
    places = [f"{Path(problem.file).name}:{problem.line}" for problem in caught.value.problems]
    assert places == ["a.yaml:2", "b.yaml:2", "b.yaml:3", "c.yaml:1", "c.yaml:2", "d.yaml:1"]


@needs_links
def test_a_link_is_the_file_it_leads_to(tmp_path: Path) -> None:
    """Circles are found by what files are, not by what they are called."""
    placed(tmp_path, {"top.yaml": "extends: alias.yaml\n"})
    (tmp_path / "alias.yaml").symlink_to(tmp_path / "top.yaml")
    with pytest.raises(ReadError, match="a loop of files"):
        load(tmp_path / "top.yaml")


ESTIMATE = "plan: {sales: {low: 8M, likely: 10M, high: 11M}, stores: {new: {low: 5, likely: 10, high: 12}}}\n"


def test_an_estimate_over_a_number_and_a_number_over_an_estimate(tmp_path: Path) -> None:
    above = extended(tmp_path, ESTIMATE).scenario
    assert {path: tuple(estimate) for path, estimate in above.estimates().items()} == {
        "sales": (8_000_000, 10_000_000, 11_000_000, False),
        "stores.new": (5, 10, 12, False),
    }
    text = "extends: top.yaml\nplan: {sales: 9M, stores: {new: 7}}\n"
    certain = load(placed(tmp_path, {"certain.yaml": text}) / "certain.yaml").scenario
    assert certain.estimates() == {}
    assert certain.plan.sales == 9_000_000


def test_one_value_of_an_estimate_may_be_overridden(tmp_path: Path) -> None:
    extended(tmp_path, ESTIMATE)
    text = "extends: top.yaml\nplan: {sales: {high: 12M}}\n"
    found = load(placed(tmp_path, {"higher.yaml": text}) / "higher.yaml").scenario.estimates()
    assert tuple(found["sales"]) == (8_000_000, 10_000_000, 12_000_000, False)


@pytest.mark.parametrize(
    "sales", ["{low: 8M, likely: 10M, high: 11M}", "{low: +90%, likely: +150%, high: +170%}"]
)
def test_of_another_file_as_last_year_the_likely_value_counts(tmp_path: Path, sales: str) -> None:
    before = f"""\
        scenario: before
        plan:
          last_year: {{sales: 4M}}
          sales: {sales}
          stores: {{opening: 25, new: {{low: 5, likely: 10, high: 12}}}}
        """
    text = "scenario: after\nplan: {last_year: before.yaml, sales: +10%}\n"
    plan = load(placed(tmp_path, {"before.yaml": before, "after.yaml": text}) / "after.yaml").scenario.plan
    figures = exact_figures(plan, "sales", "last_year.sales", "last_year.stores.closing")
    assert figures == [11_000_000, 10_000_000, 35]
    assert last_year_of(plan).estimates() == {}


def test_a_wrong_estimate_of_another_file_is_told_in_its_place(tmp_path: Path) -> None:
    before = "scenario: before\nplan:\n  sales: {low: 8M, likely: 7M, high: 11M}\n"
    text = "scenario: after\nplan: {last_year: before.yaml, sales: +10%}\n"
    with pytest.raises(ReadError) as caught:
        load(placed(tmp_path, {"before.yaml": before, "after.yaml": text}) / "after.yaml")
    (problem,) = caught.value.problems
    assert (Path(problem.file).name, problem.line, problem.column) == ("before.yaml", 3, 28)
    assert "Expected at least 8,000,000, which is low" in problem.message


@needs_links
def test_what_a_linked_file_refers_to_is_beside_the_file_itself(tmp_path: Path) -> None:
    """A link in another folder brings the contract, not the folder it lies in."""
    real, links = tmp_path / "real", tmp_path / "links"
    real.mkdir()
    links.mkdir()
    (real / "last.yaml").write_text("scenario: last\nplan: {sales: 3M}\n", "utf-8")
    (real / "base.yaml").write_text("scenario: b\nplan: {sales: 4M, last_year: last.yaml}\n", "utf-8")
    (real / "top.yaml").write_text("extends: base.yaml\nscenario: t\n", "utf-8")
    (links / "base.yaml").write_text("scenario: another\nplan: {sales: 9M}\n", "utf-8")
    (links / "top.yaml").symlink_to(real / "top.yaml")
    (links / "again.yaml").symlink_to("top.yaml")
    for name in ("top.yaml", "again.yaml"):
        found = load(links / name)
        assert found.scenario.plan.sales == 4_000_000
        assert found.scenario.plan.last_year
        assert found.scenario.plan.last_year.sales == 3_000_000
        assert found.origin(("plan", "sales")) == f"{(real / 'base.yaml').resolve()}:2"
