"""From a file to a scenario: names of fees, places of values, and statements saved as JSON."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ka_terms.analysis.assessment import assess
from ka_terms.calculation.costs import exact_costs
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.terms.terms import RateTerm, shape_of
from ka_terms.presentation.numbers import NumberStyle
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.registry import by_name
from ka_terms.presentation.reports.statement import statement_record
from ka_terms.presentation.table import Report
from ka_terms.presentation.words import parse_languages, words
from ka_terms.reading.problems.problem import ReadError
from ka_terms.reading.scenario import Loaded, load
from ka_terms.reading.settings import read_catalogue
from ka_terms.reading.yaml import yaml_reader as tree

SCENARIOS = Path(__file__).parents[2] / "scenarios"
CATALOGUE = read_catalogue()
HEAD = "scenario: a\nplan: {sales: 4M}\n"


def read(folder: Path, text: str) -> Loaded:
    """A file of this text, its fees under the keys of the catalogue."""
    path = folder / "scenario.yaml"
    path.write_text(text, "utf-8")
    return load(path, CATALOGUE.canonical)


@pytest.mark.parametrize(
    ("name", "total"),
    [
        ("2002", "986100.00"),
        ("2003-ask", "2469250.00"),
        ("2003-proposal", "913750.00"),
        ("2003-agreed", "1541850.00"),
    ],
)
def test_the_four_contracts(name: str, total: str) -> None:
    """As they come out of the field documents."""
    scenario = load(SCENARIOS / f"{name}.yaml", CATALOGUE.canonical).scenario
    assert evaluate(scenario).total_fees == Decimal(total)


# ---------------------------------------------------------------- names of fees


@pytest.mark.parametrize(
    "name", ["annual_rebate", "年返", "Annual rebate", "annual-rebate", "year-end rebate"]
)
def test_a_fee_by_any_of_its_names(tmp_path: Path, name: str) -> None:
    """Read under the one key that the catalogue has for it."""
    assert [*read(tmp_path, f"{HEAD}terms: {{{name}: {{rate: 1%}}}}\n").scenario.terms] == ["annual_rebate"]


@pytest.mark.parametrize("less", ["[月返]", "月返", "[monthly_rebate]"])
def test_other_names_in_less(tmp_path: Path, less: str) -> None:
    """What comes off the base is named as freely."""
    text = f"{HEAD}terms:\n  月返: {{rate: 2%}}\n  年返: {{rate: 1%, less: {less}}}\n"
    scenario = read(tmp_path, text).scenario
    term = scenario.terms["annual_rebate"]
    assert isinstance(term, RateTerm)
    assert term.less == ("monthly_rebate",)
    assert exact_costs(scenario)["annual_rebate"] == Decimal("39200.00")


@pytest.mark.parametrize(
    "terms", ["年返: {rate: 2%}\n  annual_rebate: {rate: 1%}", "annual_rebate: null\n  年返: {rate: 3%}"]
)
def test_one_fee_under_two_names_is_paid_once(tmp_path: Path, terms: str) -> None:
    """As a key written twice is refused, also where one of the two removes what is inherited."""
    (tmp_path / "base.yaml").write_text(f"{HEAD}terms: {{annual_rebate: {{rate: 2%}}}}\n", "utf-8")
    with pytest.raises(
        ReadError,
        match=r"another name of the fee .*. Expected each fee once. Fix: delete one of them \(the first is in line 3\)",
    ):
        read(tmp_path, f"extends: base.yaml\nterms:\n  {terms}\n")


def test_another_name_removes_the_extended_term(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(f"{HEAD}terms: {{annual_rebate: {{rate: 2%}}}}\n", "utf-8")
    assert not read(tmp_path, "extends: base.yaml\nterms: {年返: null}\n").scenario.terms


@pytest.mark.parametrize(
    ("below", "above", "shape"),
    [
        ("{amount: 500, per: [stores.new], free: {stores.new: 1}}", "{rate: 1%}", "rate"),
        ("{rate: 1%, at_least: 5k}", "{amount: 500}", "amount"),
        ("{rate: 1%, less: [fee_b]}", "{mode: whole, tiers: [{from: 1M, rate: 2%}]}", "tiers"),
        ("{mode: whole, tiers: [{from: 1M, rate: 2%}]}", "{tiers: null, mode: null, rate: 1%}", "rate"),
        ("{mode: whole, tiers: [{from: 1M, rate: 2%}]}", "{tiers: [{from: 2M, rate: 2%}]}", "tiers"),
    ],
)
def test_a_term_of_another_shape_replaces_the_inherited_one_whole(
    tmp_path: Path, below: str, above: str, shape: str
) -> None:
    plan = "scenario: a\nplan: {sales: 4M, stores: {opening: 1, new: 2}}\n"
    (tmp_path / "base.yaml").write_text(f"{plan}terms: {{fee_b: {{rate: 1%}}, fee_a: {below}}}\n", "utf-8")
    term = read(tmp_path, f"extends: base.yaml\nterms: {{fee_a: {above}}}\n").scenario.terms["fee_a"]
    assert shape_of(term) == shape
    assert term.at_least is None


def test_another_name_overrides_the_extended_term(tmp_path: Path) -> None:
    """Both files mean the same fee."""
    (tmp_path / "base.yaml").write_text(f"{HEAD}terms: {{annual_rebate: {{rate: 2%}}}}\n", "utf-8")
    (term,) = read(tmp_path, "extends: base.yaml\nterms: {年返: {rate: 1%}}\n").scenario.terms.values()
    assert isinstance(term, RateTerm)
    assert term.rate == Decimal("0.01")


def test_without_a_catalogue_names_stay(tmp_path: Path) -> None:
    """The reader knows no fee of its own."""
    path = tmp_path / "scenario.yaml"
    path.write_text(f"{HEAD}terms: {{年返: {{rate: 1%}}}}\n", "utf-8")
    assert [*load(path).scenario.terms] == ["年返"]


# ---------------------------------------------------------------- places


def test_origin_through_extends() -> None:
    """Every value knows its file and line."""
    loaded = load(SCENARIOS / "2003-proposal.yaml", CATALOGUE.canonical)
    assert loaded.origin(("scenario",)) == f"{SCENARIOS}/2003-proposal.yaml:3"
    assert loaded.origin(("plan", "stores", "opening")) == f"{SCENARIOS}/2003-plan.yaml:14"
    assert loaded.origin(("plan", "last_year", "sales")) == f"{SCENARIOS}/2002.yaml:12"
    assert (
        loaded.origin(("terms", "annual_rebate", "tiers", 1, "from")) == f"{SCENARIOS}/2003-proposal.yaml:12"
    )
    assert loaded.origin(("terms", "annual_rebate", "tiers", 2, "from")) is None
    assert loaded.origin(("plan", "vat")) is None


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("stores.opening", "2003-plan.yaml:14"),
        ("last_year.stores.new", "2002.yaml:13"),
        ("sales_growth", "2003-plan.yaml:12"),
        ("events.designated", "2003-plan.yaml:19"),
        ("listing_fee.amount", "2003-proposal.yaml:15"),
        ("listing_fee.free.skus.total", "2003-proposal.yaml:18"),
        ("annual_rebate.tiers.2.rate", "2003-proposal.yaml:12"),
    ],
)
def test_origin_of_what_a_formula_names(name: str, place: str) -> None:
    """Paths of formulas count tiers from 1, and have no `plan` in front."""
    loaded = load(SCENARIOS / "2003-proposal.yaml", CATALOGUE.canonical)
    assert loaded.origin_of(name) == f"{SCENARIOS}/{place}"


def test_origin_of_a_fee_by_another_name(tmp_path: Path) -> None:
    """And of a figure of the user's own, with a dot in its name."""
    text = "scenario: a\nplan:\n  sales: 4M\n  figures:\n    a.b: 3\nterms:\n  年返:\n    rate: 1%\n"
    loaded = read(tmp_path, text)
    assert loaded.origin_of("annual_rebate.rate") == f"{tmp_path / 'scenario.yaml'}:8"
    assert loaded.origin_of("a.b") == f"{tmp_path / 'scenario.yaml'}:5"


def test_the_number_of_months_does_not_come_from_what_is_stated_by_month(tmp_path: Path) -> None:
    by_month = "  months:\n    sales: {1: 40%, 7: rest}\n"
    assert read(tmp_path, f"scenario: a\nplan:\n  sales: 4M\n{by_month}").origin_of("months") is None
    own = f"scenario: a\nplan:\n  sales: 4M\n{by_month}  figures:\n    months: 6\n"
    assert read(tmp_path, own).origin_of("months") == f"{tmp_path / 'scenario.yaml'}:7"


# ---------------------------------------------------------------- saved statements


def saved(loaded: Loaded) -> str:
    """A statement as `show --format json` writes it."""
    record = statement_record(
        assess(evaluate(loaded.scenario, CATALOGUE)), words(parse_languages("en"), {}, CATALOGUE)
    )
    return by_name("json").render(Report(record=lambda: record), Look(NumberStyle())).decode()


@pytest.mark.parametrize("name", ["2002", "2003-ask", "2003-proposal", "2003-agreed"])
def test_a_saved_statement_comes_back(tmp_path: Path, name: str) -> None:
    """With the same plan and terms, costing the same, and the amounts it was saved with."""
    loaded = load(SCENARIOS / f"{name}.yaml", CATALOGUE.canonical)
    again = read(tmp_path, saved(loaded))
    costs = exact_costs(loaded.scenario)
    assert again.scenario.terms == loaded.scenario.terms
    assert again.scenario.conditions == loaded.scenario.conditions
    assert exact_costs(again.scenario) == costs
    assert again.saved == costs
    assert loaded.saved is None


def test_a_correction_below_zero_comes_back(tmp_path: Path) -> None:
    """The line of a group is the one line of a statement that may take off."""
    text = "scenario: a\nplan: {sales: 4M}\nterms: {a: {rate: 2%}, b: {amount: 30k}}\n"
    loaded = read(tmp_path, f"{text}together: {{both: {{terms: [a, b], at_most: 100k}}}}\n")
    again = read(tmp_path, saved(loaded))
    assert again.saved == exact_costs(loaded.scenario) == exact_costs(again.scenario)
    assert exact_costs(again.scenario)["both"] == -10_000


def test_a_saved_statement_can_be_extended_and_be_last_year(tmp_path: Path) -> None:
    """Its contract, that is: what was computed of it is not taken over."""
    (tmp_path / "2002.json").write_text(saved(load(SCENARIOS / "2002.yaml")), "utf-8")
    loaded = read(tmp_path, "extends: 2002.json\nscenario: next\nplan: {last_year: 2002.json, sales: +50%}\n")
    assert loaded.saved is None
    assert evaluate(loaded.scenario).sales == 6_030_000


STATEMENT = """{"format_version": 1, "scenario": "a", "plan": {"sales": 4000000}, "terms": {"a": {"rate": "1%"}},
"lines": [LINE]}"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            STATEMENT.replace(": 1,", ": 3,").replace("LINE", ""),
            ["format_version: Found '3'. Expected format version 2"],
        ),
        (
            STATEMENT.replace(": 1,", ": [],").replace("LINE", ""),
            ["format_version: Found a list. Expected format version 2"],
        ),
        (
            STATEMENT.replace('"lines"', '"line"').replace("LINE", ""),
            ["Found no key `lines`. Expected a statement with its lines"],
        ),
        (STATEMENT.replace("[LINE]", '"x"'), ["lines: Found 'x'. Expected a list of lines"]),
        (STATEMENT.replace("LINE", '"x"'), ["lines.1.term: Found nothing", "lines.1.amount: Found nothing"]),
        (STATEMENT.replace("LINE", '{"term": "a"}'), ["lines.1.amount: Found nothing. Expected an amount"]),
        (
            STATEMENT.replace("LINE", '{"amount": 3}'),
            ["lines.1.term: Found nothing. Expected the key of a term"],
        ),
        (
            STATEMENT.replace("LINE", '{"term": "a", "amount": -3}'),
            ["lines.1.amount: Found '-3'. Expected an amount"],
        ),
        (
            STATEMENT.replace("LINE", '{"term": "a", "amount": 1e5}'),
            ["lines.1.amount: Found '1e5'. Expected an amount"],
        ),
        (
            STATEMENT.replace("LINE", '{"term": [], "amount": []}')
            .replace("1%", "1")
            .replace(": 1,", ": 0,"),
            [
                "format_version: Found '0'",
                "terms.a.rate: Found '1'",
                "lines.1.term: Found a list",
                "lines.1.amount: Found a list",
            ],
        ),
    ],
)
def test_faulty_statements(tmp_path: Path, text: str, found: list[str]) -> None:
    """All that is wrong with the statement and with the contract in it."""
    with pytest.raises(ReadError) as caught:
        read(tmp_path, text)
    messages = [problem.message for problem in caught.value.problems]
    assert len(messages) == len(found), messages
    assert all(message.startswith(words) for message, words in zip(messages, found, strict=True)), messages
    assert all(
        "save the statement again with `ka-terms show FILE --format json`" in text
        for text in messages
        if "terms.a" not in text
    )


def test_a_comparison_is_no_statement(tmp_path: Path) -> None:
    """The other json that the program writes."""
    with pytest.raises(ReadError, match=r"Found no key `lines`. Expected a statement with its lines"):
        read(tmp_path, '{"format_version": 1, "baseline": "a", "scenarios": []}')


# ---------------------------------------------------------------- the parser


def test_there_is_a_parser_in_c() -> None:
    """Or reading takes some ten times as long."""
    assert tree._LOADER.__name__ == "CSafeLoader"


def test_aliases_and_flow_and_json_are_yaml(tmp_path: Path) -> None:
    """One notation is as good as another."""
    block = "scenario: a\nplan:\n  sales: 4M\n  figures:\n    z: 2\n    y: 2\n"
    block += "terms:\n  a:\n    amount: 5\n    per:\n    - z\n    - y\n"
    alias = "scenario: a\nplan: {sales: 4M, figures: {z: &two 2, y: *two}}\nterms: {a: {amount: 5, per: [z, y]}}\n"
    json = '{"scenario": "a", "plan": {"sales": 4000000, "figures": {"z": 2, "y": 2}},'
    json += '"terms": {"a": {"amount": 5, "per": ["z", "y"]}}}'
    assert read(tmp_path, block).scenario == read(tmp_path, alias).scenario == read(tmp_path, json).scenario


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_line_endings(tmp_path: Path, ending: str) -> None:
    """Whatever ends a line, lines are counted alike."""
    path = tmp_path / "scenario.yaml"
    path.write_bytes(ending.join(["scenario: a", "plan:", "  sales: 4M", "  vat: 2", ""]).encode())
    with pytest.raises(ReadError) as caught:
        load(path)
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (4, 8)
    assert problem.excerpt
    assert problem.excerpt.text == "  vat: 2"


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("currency: CNY\nplan: {sales: 1.500}", True),
        ("currency: JPY\nplan: {sales: 1.500}", True),
        ("currency: KWD\nplan: {sales: 1.500}", False),
        ("plan: {sales: 1M, figures: {crew: 12.340}}", True),
        ("plan: {sales: 1M, stores: {opening: 1.000}}", True),
        ("plan: {sales: 1M}\nprivate: {walk_away: {total_fees: 7.890}}", True),
        ("plan: {sales: 1.500k}", False),
        ("plan: {sales: 0.500}", False),
    ],
)
def test_a_point_that_may_group_is_refused_where_the_currency_has_no_such_amounts(
    text: str, refused: bool, tmp_path: Path
) -> None:
    file = tmp_path / "point.yaml"
    file.write_text(f"scenario: a point\n{text}\n", encoding="utf-8")
    if not refused:
        load(file)
        return
    with pytest.raises(ReadError) as raised:
        load(file)
    assert "cannot be read in two ways" in str(raised.value)
    assert "7.89" not in str(raised.value)


def test_the_place_of_an_own_figure_whose_name_ends_like_growth(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text("scenario: own\nplan:\n  sales: 9\n  figures:\n    xsales_growth: 3\n", encoding="utf-8")
    assert load(file).origin_of("xsales_growth") == f"{file}:5"


def test_a_name_that_leads_nowhere_is_told_beside_an_allowance_on_a_figure_that_is_not_charged(
    tmp_path: Path,
) -> None:
    fee = "{amount: 1, free: {volume: 3}}"
    terms = f"  fee: {fee}\n  rebate: {{rate: 1%, of: slaes}}\n"
    file = tmp_path / "two.yaml"
    file.write_text(f"scenario: two\nplan: {{sales: 9}}\nterms:\n{terms}", encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        load(file)
    assert [problem.line for problem in caught.value.problems] == [4, 5]
