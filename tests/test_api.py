"""The Python interface: what the commands do, as objects; and a package that loads nothing until it is asked."""

from __future__ import annotations

import datetime
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal, localcontext
from pathlib import Path
from typing import Any

import pytest

import ka_terms
from ka_terms import (
    budget_year,
    by_period,
    check,
    compare,
    evaluate,
    growth,
    ladder,
    load,
    moved,
    outlook,
    pnl,
    portfolio,
    promo,
    solve,
    sweep,
    tornado,
    vpo,
)
from ka_terms.api import Comparison, ReadError, Scenario, Statement, scenario
from tests.cli.material import AGREED, ASK, INTERNAL, LAST, PLAN, PRIVATE_NUMBERS, PROPOSAL, record
from tests.cli.running import run

FOUR = (LAST, ASK, PROPOSAL, AGREED)


def python(code: str) -> str:
    """What a fresh interpreter prints."""
    root = str(Path(ka_terms.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": root},
        timeout=60,
    )
    return done.stdout


# ---------------------------------------------------------------- the package


def test_importing_the_package_loads_no_model() -> None:
    code = (
        "import sys, ka_terms; print([name for name in ('pydantic', 'yaml', 'rich') if name in sys.modules])"
    )
    assert python(code) == "[]\n"


def test_the_first_use_of_a_name_loads_it() -> None:
    code = "import sys, ka_terms; ka_terms.load; print('pydantic' in sys.modules, 'rich' in sys.modules)"
    assert python(code) == "True False\n"


def test_a_star_import_brings_the_public_names() -> None:
    code = "before = {*dir()}; from ka_terms import *; print(sorted({*dir()} - before - {'before'}))"
    assert python(code) == f"{sorted(ka_terms.__all__)}\n"


def test_the_package_lists_its_names_and_refuses_others() -> None:
    commands = {
        "approval",
        "brief",
        "check",
        "compare",
        "growth",
        "ladder",
        "offers",
        "outlook",
        "pnl",
        "portfolio",
        "promo",
        "rounds",
        "solve",
        "steps",
        "sweep",
        "tornado",
        "vpo",
    }
    public = {"__version__", "budget_year", "by_period", "evaluate", "load", "moved", *commands}
    assert set(ka_terms.__all__) == public <= set(dir(ka_terms))
    assert ka_terms.load is load
    with pytest.raises(AttributeError, match="no attribute 'laod'"):
        getattr(ka_terms, "laod")  # noqa: B009  # mypy would refuse the plain form


# ---------------------------------------------------------------- equal to what the commands say


@pytest.mark.parametrize("file", FOUR)
@pytest.mark.parametrize("lang", ["en", "zh-Hant,en"])
def test_a_statement_is_what_show_says(file: Path, lang: str) -> None:
    assert evaluate(load(file)).to_dict(lang) == record(run("show", file, "--format", "json", "--lang", lang))


def test_a_comparison_is_what_compare_says() -> None:
    scenarios = [load(file) for file in FOUR]
    found = compare(*scenarios, baseline=1)
    words = ("compare", *FOUR, "--baseline", ASK, "--format", "json")
    assert found.to_dict() == record(run(*words))
    assert found.to_dict("zh-Hans") == record(run(*words, "--lang", "zh-Hans"))


def test_a_comparison_on_one_plan_is_what_compare_says() -> None:
    found = compare(load(LAST), load(ASK), plan=load(PLAN))
    assert found.to_dict() == record(run("compare", LAST, ASK, "--plan", PLAN, "--format", "json"))


def test_every_statement_of_a_comparison_is_a_public_one() -> None:
    found = compare(load(LAST), load(ASK))
    assert isinstance(found, Comparison)
    assert all(isinstance(one, Statement) for one in (found.baseline, *found.scenarios))
    assert found.baseline is found.scenarios[0]
    assert found.versus[0].statement is found.scenarios[1]
    assert found.scenarios[1].to_dict() == evaluate(load(ASK)).to_dict()


def test_a_saved_statement_is_loaded_as_its_contract(tmp_path: Path) -> None:
    saved = tmp_path / "saved.json"
    assert run("show", ASK, "--output", saved).code == 0
    assert evaluate(load(str(saved))).total_fees == evaluate(load(ASK)).total_fees == Decimal(2469250)


# ---------------------------------------------------------------- results


def test_results_are_exact_whatever_the_callers_arithmetic() -> None:
    with localcontext() as context:
        context.prec = 3
        statement = evaluate(load(ASK))
        assert statement.total_fees == Decimal("2469250.00")
        found = compare(load(LAST), load(ASK)).to_dict()
    assert found == compare(load(LAST), load(ASK)).to_dict()


def test_numbers_are_decimals_and_what_is_na_is_none() -> None:
    statement = evaluate(scenario({"scenario": "x", "plan": {"sales": 0}, "terms": {"a": {"amount": 5}}}))
    assert (statement.fee_ratio, statement.vpo, statement.line("a"), statement.line("b")) == (
        None,
        None,
        statement.lines[0],
        None,
    )
    told = statement.to_dict()
    assert (told["total_fees"], told["fee_ratio"]) == (Decimal("5.00"), None)
    assert json.loads(json.dumps(told, default=str))["total_fees"] == "5.00"


def test_what_a_result_tells_is_the_callers_own() -> None:
    statement = evaluate(load(PROPOSAL))
    told = statement.to_dict()
    told["conditions"].clear()
    told["stores"].clear()
    told["terms"].clear()
    assert statement.to_dict()["conditions"]
    assert statement.to_dict()["stores"]


def test_a_notebook_shows_the_tables() -> None:
    statement, comparison = evaluate(load(PROPOSAL)), compare(load(LAST), load(PROPOSAL))
    for page, number in ((statement._repr_html_(), "913,750"), (comparison._repr_html_(), "-72,350")):
        assert page.startswith("<div")
        assert page.count("<table") == page.count("</table") >= 3
        assert number in page
        assert "<html" not in page


def test_a_notebook_keeps_the_decimals_of_the_currency() -> None:
    one = scenario(
        {"scenario": "x", "currency": "KWD", "plan": {"sales": 33}, "terms": {"a": {"rate": "1%"}}}
    )
    assert "0.330" in evaluate(one)._repr_html_()
    assert "0.330" in compare(one, one)._repr_html_()


def test_nothing_private_is_in_a_result() -> None:
    statement = evaluate(load(INTERNAL))
    comparison = compare(load(ASK), load(INTERNAL))
    views = (
        str(statement.to_dict()),
        statement._repr_html_(),
        str(comparison.to_dict()),
        comparison._repr_html_(),
    )
    assert not [number for number in PRIVATE_NUMBERS for view in views if number in view]


# ---------------------------------------------------------------- the other commands

UNCERTAIN = Path("scenarios/uncertain-sales.yaml")
CHAINS = Path("scenarios/vpo/chains.csv")
ANSWERS: dict[str, tuple[Callable[[], Any], tuple[object, ...], str]] = {
    "a rule": (
        lambda: solve(load(PROPOSAL), vary="monthly_rebate", rule="fee_ratio <= 18%", step="0.1%"),
        ("solve", PROPOSAL, "--vary", "monthly_rebate", "--for", "fee_ratio <= 18%", "--step", "0.1%"),
        "Solved('monthly_rebate.rate', fee_ratio <= 0.18, answer 0.104)",
    ),
    "two contracts on one plan": (
        lambda: solve(load(LAST), load(PROPOSAL), vary="sales=3M..12M", plan=load(PLAN)),
        ("solve", LAST, PROPOSAL, "--vary", "sales=3M..12M", "--plan", PLAN),
        "Solved('sales', equal total_fees, answer None)",
    ),
    "tiers": (
        lambda: ladder(load(ASK), load(PROPOSAL)),
        ("ladder", ASK, PROPOSAL),
        "Ladders({'2003 ask': ['annual_rebate'], '2003 proposal': ['annual_rebate']})",
    ),
    "a year by month": (
        lambda: by_period(load(PROPOSAL), view="owed"),
        ("show", PROPOSAL, "--view", "owed"),
        "ByPeriod(['2003 proposal'], owed, by month)",
    ),
    "years by quarter": (
        lambda: by_period(load(LAST), load(PROPOSAL), by="quarter", baseline=1, plan=load(PLAN)),
        ("compare", LAST, PROPOSAL, "--by", "quarter", "--baseline", PROPOSAL, "--plan", PLAN),
        "ByPeriod(['2002 contract', '2003 proposal'], budget, by quarter)",
    ),
    "a budget year": (
        lambda: budget_year(load(PROPOSAL), first="2003-02", last="2003-03"),
        ("show", PROPOSAL, "--from", "2003-02", "--to", "2003-03"),
        "BudgetYear(['2003 proposal'], 2003-02 to 2003-03)",
    ),
    "effects": (
        lambda: tornado(load(PROPOSAL), by="5%", metric="total_fees"),
        ("tornado", PROPOSAL, "--by", "5%", "--metric", "total_fees"),
        "Tornado('2003 proposal', total_fees, by 0.05, 13 inputs)",
    ),
    "what accounts leave": (
        lambda: pnl(load(INTERNAL), load(AGREED), plan=load(PLAN), high="+200%", internal=True),
        ("pnl", INTERNAL, AGREED, "--plan", PLAN, "--high", "+200%", "--internal"),
        "Pnl(['2003 proposal, internal', '2003 agreed'])",
    ),
    "growth": (
        lambda: growth(load(PROPOSAL), target="+100%"),
        ("growth", PROPOSAL, "--target", "+100%"),
        "Growth('2003 proposal', 2 years)",
    ),
    "promotions": (
        lambda: promo(load(INTERNAL), "dm_tg_fee", days=12, internal=True),
        ("promo", INTERNAL, "dm_tg_fee", "--days", 12, "--internal"),
        "Promotions('2003 proposal, internal', 1 of them)",
    ),
    "accounts of a table": (
        lambda: vpo(CHAINS),
        ("vpo", CHAINS),
        "Vpo(5 accounts, by volume, 2 of 5 printed contradict)",
    ),
    "accounts of contracts": (
        lambda: vpo(load(LAST), load(PROPOSAL), measure="sales"),
        ("vpo", LAST, PROPOSAL, "--measure", "sales"),
        "Vpo(2 accounts, by sales)",
    ),
    "estimates": (
        lambda: outlook(load(UNCERTAIN), draws=1000, distribution="uniform", metrics="vpo"),
        ("outlook", UNCERTAIN, "--draws", 1000, "--distribution", "uniform", "--metric", "vpo"),
        "Outlook('2003 uncertain sales', uniform, 1000 draws, seed 1)",
    ),
    "files and house rules": (
        lambda: check(ASK, PROPOSAL, policy="china-supplier-charges"),
        ("check", ASK, PROPOSAL, "--policy", "china-supplier-charges"),
        "Check(2 files, 0 problems, 0 doubts, 0 breaches)",
    ),
    "house rules there are none of": (
        lambda: check(ASK, policy="house"),
        ("check", ASK, "--policy", "house"),
        "Check(1 files, 1 problems, 0 doubts, 0 breaches)",
    ),
}


@pytest.mark.parametrize("case", ANSWERS)
def test_an_answer_is_what_the_command_says(case: str) -> None:
    ask, command, told = ANSWERS[case]
    answer = ask()
    assert repr(answer) == told
    for lang in ("en", "zh-Hans"):
        said = run(*command, "--format", "json", "--lang", lang).out
        shown = json.loads(said, parse_float=Decimal)
        shown.pop("internal", None)  # the mark of what is printed
        assert answer.to_dict(lang) == shown
    assert answer._repr_html_().startswith(("<div", "<p"))


def test_what_answers_hold_is_there_for_programs() -> None:
    solved = solve(load(PROPOSAL), vary="monthly_rebate", rule="fee_ratio <= 18%")
    assert (solved.answer, solved.is_attained) == (Decimal("0.1040"), True)
    assert not solve(load(PROPOSAL), vary="monthly_rebate", rule="fee_ratio <= 1%").is_attained
    (contract,) = ladder(load(PROPOSAL)).contracts
    assert [row.payment for row in contract.ladders[0].rows] == [45_000, 100_000]
    assert tornado(load(PROPOSAL)).swings[0].width > 0


def test_files_with_errors_and_doubts_are_told_together(tmp_path: Path) -> None:
    bad, doubtful = tmp_path / "bad.yaml", tmp_path / "doubtful.yaml"
    bad.write_text("scenario: x\nplan: {sales: -1}\n", encoding="utf-8")
    doubtful.write_text(
        "scenario: why\nplan: {sales: 100}\nterms: {anual_rebate: {rate: 1%}}\n", encoding="utf-8"
    )
    found = check(str(bad), doubtful)
    assert [(problem.file, problem.line, problem.path) for problem in found.problems] == [
        (str(bad), 2, "plan.sales")
    ]
    assert [doubt.place.path for doubt in found.doubts] == ["terms.anual_rebate"]
    assert check(doubtful, policy="china-supplier-charges").result.policy


def test_answers_hold_what_is_private_only_if_asked() -> None:
    contract = load(INTERNAL)
    for answer in (ladder(contract), tornado(contract), check(INTERNAL)):
        cells = re.findall(r"[\d,.]*\d", f"{answer.to_dict()}{answer._repr_html_()}{answer!r}")
        assert not {*PRIVATE_NUMBERS} & {*cells}
    assert "margin" in str(ladder(contract, internal=True).to_dict())
    with pytest.raises(ValueError, match="internal"):
        tornado(contract, metric="contribution")
    assert tornado(contract, metric="contribution", internal=True).swings


def test_lines_have_labels() -> None:
    terms = {"dm_tg_fee": {"amount": 1}, "own_name": {"amount": 1}}
    statement = evaluate(scenario({"scenario": "x", "plan": {"sales": 1}, "terms": terms}))
    assert [line.label for line in statement.lines] == ["DM + TG", "Own name"]


# ---------------------------------------------------------------- refusals


def test_a_file_with_problems_says_all_of_them(tmp_path: Path) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text("scenario: x\nplan: {sales: -1}\nterms: {a: {rate: 2.5}}\n", encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        load(file)
    assert [(problem.line, problem.path) for problem in caught.value.problems] == [
        (2, "plan.sales"),
        (3, "terms.a.rate"),
    ]


def test_a_float_is_refused() -> None:
    with pytest.raises(ValueError, match="float is not exact"):
        scenario({"scenario": "x", "plan": {"sales": 1.5}})


def test_a_comparison_takes_two_contracts_and_a_baseline_among_them() -> None:
    one = load(LAST)
    with pytest.raises(ValueError, match="at least two"):
        compare(one)
    for outside in (2, -1):
        with pytest.raises(ValueError, match="index of a scenario: 0 to 1"):
            compare(one, one, baseline=outside)


def test_currencies_that_differ_and_plans_that_lack_a_figure_are_refused() -> None:
    one = load(LAST)
    other = scenario({"scenario": "x", "currency": "TWD", "plan": {"sales": 1}})
    with pytest.raises(ValueError, match=r"different currencies: .+ \(CNY\), x \(TWD\)"):
        compare(one, other)
    with pytest.raises(ValueError, match="Expected a figure of the plan"):
        compare(one, one, plan=scenario({"scenario": "x", "plan": {"sales": 1}}))


def test_an_amount_beyond_any_contract_is_refused() -> None:
    terms = {"a": {"amount": 10**14, "per": "stores.closing"}}
    plan = {"sales": 1, "stores": {"opening": 10**6}}
    with pytest.raises(ValueError, match=r"10\^18 or more for a"):
        evaluate(scenario({"scenario": "x", "plan": plan, "terms": terms}))


def test_a_scenario_is_frozen() -> None:
    one: Scenario = load(LAST)
    with pytest.raises(ValueError, match="frozen"):
        one.scenario = "another"


# ---------------------------------------------------------------- what if


def test_a_sweep_is_what_the_command_says() -> None:
    file = PROPOSAL
    found = sweep(load(file), vary={"sales": "8M..11M..500k"}, metrics=["fee_ratio", "total_fees"])
    said = run("sweep", file, "--vary", "sales=8M..11M..500k", "--format", "json")
    assert found.to_dict() == json.loads(said.out, parse_float=Decimal)
    assert found.points[2]["total_fees"] == Decimal("842500.00")
    assert "842,500" in found._repr_html_()


def test_rules_and_zipped_values() -> None:
    contract = load(ASK)
    vary = {"sales": "8M,9M", "monthly_rebate": "1%,1.5%"}
    found = sweep(contract, vary=vary, zipped=True, where=["sales > 8M"])
    assert [point["monthly_rebate"] for point in found.points] == [Decimal("0.015")]


def test_a_moved_contract_is_costed_like_any_other() -> None:
    contract = load(PROPOSAL)
    other = moved(contract, {"monthly_rebate": "2%", "sales": Decimal(9_000_000)})
    assert evaluate(other).amount("monthly_rebate") == 180_000
    assert evaluate(contract).amount("monthly_rebate") == 150_750


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"sals": "1M"}, "write sales if that is meant"),
        ({"sales": "1%"}, "delete the percent sign, because this is an amount"),
        ({"stores.closed": "99"}, "closed"),
    ],
)
def test_what_cannot_be_moved_is_a_value_error(values: dict[str, str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        moved(load(PROPOSAL), values)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("sales", Decimal("NaN")),
        ("sales", -1),
        ("monthly_rebate", Decimal("sNaN")),
        ("monthly_rebate", 2),
        ("dm_tg_fee.at_least", Decimal("-0.5")),
        ("dm_tg_fee.at_least", Decimal("Infinity")),
        ("growth", Decimal("NaN")),
        ("growth", Decimal("-0.5")),
    ],
)
def test_a_number_that_cannot_be_one_is_a_value_error(path: str, value: Decimal | int) -> None:
    with pytest.raises(ValueError, match=r"Found '.+'. Expected (a number|a percentage|an index)"):
        moved(load(ASK), {path: value})


def test_growth_from_python_is_an_index() -> None:
    contract = load(ASK)
    for value in (Decimal("1.05"), "+5%", "105%"):
        assert evaluate(moved(contract, {"growth": value})).sales == 4_221_000
    assert evaluate(moved(contract, {"growth": 2})).sales == 8_040_000


WRONG_TYPES: dict[str, tuple[Callable[[Any, Scenario], object], str]] = {
    "a float to move": (
        lambda api, contract: api.moved(contract, {"growth": 1.05}),
        "moved, for growth, takes a text such as '9M', an int or a Decimal, and no float",
    ),
    "a truth to move": (lambda api, contract: api.moved(contract, {"sales": True}), "and no bool"),
    "pairs to move": (
        lambda api, contract: api.moved(contract, [("sales", 1)]),
        "a mapping of numbers by their paths",
    ),
    "a file to move": (lambda api, _: api.moved("a.yaml", {}), "moved takes a scenario, as `load` gives it"),
    "a list to vary": (
        lambda api, contract: api.sweep(contract, vary={"sales": [1_000_000]}),
        "takes texts as values, such as '8M,9M' or '8M..11M..500k', and no list",
    ),
    "a text to vary": (
        lambda api, contract: api.sweep(contract, vary="sales"),
        r"sweep\(vary=...\) takes a mapping",
    ),
    "a list of contracts": (
        lambda api, contract: api.sweep([contract], vary={"sales": "1M"}),
        "scenarios one by one",
    ),
    "a number as a metric": (
        lambda api, contract: api.sweep(contract, vary={"sales": "1M"}, metrics=[5]),
        r"sweep\(metrics=...\) takes a text or several, and no int",
    ),
    "a number of rules": (
        lambda api, contract: api.sweep(contract, vary={"sales": "1M"}, where=5),
        "a text or several",
    ),
    "a text as content": (
        lambda api, _: api.scenario("text"),
        "a mapping in the shape of a file, and `load` the path",
    ),
    "a path as content": (lambda api, _: api.scenario(ASK), "a mapping in the shape of a file"),
    "a file to compare": (
        lambda api, contract: api.compare(contract, "a.yaml"),
        "scenarios one by one, as `load` gives them",
    ),
    "a list to compare": (lambda api, contract: api.compare([contract, contract]), "and no list"),
    "a file as plan": (
        lambda api, contract: api.compare(contract, contract, plan="a.yaml"),
        "takes a scenario",
    ),
    "a text as baseline": (
        lambda api, contract: api.compare(contract, contract, baseline="0"),
        "the index of a scenario",
    ),
    "a file by month": (lambda api, _: api.by_period("a.yaml"), "scenarios one by one"),
    "a file by year": (lambda api, _: api.budget_year("a.yaml", first="2003-01"), "scenarios one by one"),
    "a number of months": (lambda api, contract: api.by_period(contract, by=3), "takes texts, and no int"),
    "a file to evaluate": (lambda api, _: api.evaluate("a.yaml"), "evaluate takes a scenario"),
    "a share to rank by": (lambda api, contract: api.tornado(contract, by=0.1), "and no float"),
    "a number to solve": (lambda api, contract: api.solve(contract, vary=1), "takes texts, and no int"),
    "a file to solve": (lambda api, _: api.solve("a.yaml", vary="sales"), "scenarios one by one"),
    "a file to rank": (lambda api, _: api.tornado("a.yaml"), "tornado takes a scenario"),
    "a file to expect": (lambda api, _: api.outlook("a.yaml"), "outlook takes a scenario"),
    "a text of draws": (lambda api, contract: api.outlook(contract, draws="9"), "whole numbers"),
    "a scenario to check": (lambda api, contract: api.check(contract), "check takes paths of files"),
    "a file to approve": (lambda api, _: api.approval("a.yaml"), "approval takes a scenario"),
    "a file as request": (
        lambda api, contract: api.approval(contract, request="a.yaml"),
        r"approval\(request=...\) takes a scenario",
    ),
    "a file to account for": (lambda api, _: api.pnl("a.yaml", internal=True), "scenarios one by one"),
    "a number as low sales": (
        lambda api, contract: api.pnl(contract, low=8, internal=True),
        r"pnl\(low=...\) takes a text",
    ),
    "a file of a round": (lambda api, _: api.rounds("a.yaml"), "rounds takes scenarios one by one"),
    "details in a text": (lambda api, contract: api.rounds(contract, details=["a"]), "a mapping for each"),
    "a file of tiers": (lambda api, _: api.ladder("a.yaml"), "scenarios one by one"),
    "no path": (lambda api, _: api.load(None), "load takes the path of a file, and no NoneType"),
}


@pytest.mark.parametrize("case", WRONG_TYPES)
def test_a_wrong_type_is_told_in_words(case: str) -> None:
    ask, said = WRONG_TYPES[case]
    with pytest.raises(TypeError, match=said):
        ask(ka_terms.api, load(ASK))


def test_a_single_text_may_stand_for_several() -> None:
    contract = load(ASK)
    found = sweep(contract, vary={"sales": "8M,9M"}, metrics="total_fees", where="sales > 8M")
    assert (
        found.points
        == sweep(contract, vary={"sales": "8M,9M"}, metrics=["total_fees"], where=["sales > 8M"]).points
    )
    assert len(found.points) == 1


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda: solve(vary="sales"), "takes one scenario, or two"),
        (lambda: solve(*[load(LAST)] * 3, vary="sales"), "takes one scenario, or two"),
        (lambda: solve(load(LAST), vary="sales"), "say what has to hold"),
        (ladder, "at least one scenario"),
        (pnl, "at least one scenario"),
        (lambda: pnl(load(LAST)), "internal=True"),
        (check, "at least one file"),
        (lambda: outlook(load(LAST)), "estimate"),
        (lambda: outlook(load(UNCERTAIN), draws=99), "100 to 1000000 draws"),
        (lambda: outlook(load(UNCERTAIN), seed=-1), "a seed from 0 on"),
        (lambda: tornado(load(LAST), by="100%"), "below 100%"),
        (lambda: tornado(load(LAST), by=Decimal(1)), "below 100%"),
    ],
)
def test_what_cannot_be_asked_is_refused(ask: Callable[[], object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        ask()


def test_a_sweep_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        sweep(vary={"sales": "1M"})
    with pytest.raises(ValueError, match="at least one"):
        sweep(load(LAST), vary={})


def test_a_text_that_can_be_read_in_two_ways_is_refused_and_a_decimal_is_not() -> None:
    content = {"scenario": "x", "plan": {"sales": Decimal("1.500")}}
    assert scenario(content).plan.sales == Decimal("1.5")
    assert scenario({**content, "currency": "KWD", "plan": {"sales": "1.500"}}).plan.sales == Decimal("1.5")
    with pytest.raises(ValueError, match=r"write 1,500 or 1\.5"):
        scenario({**content, "plan": {"sales": "1.500"}})
    with pytest.raises(ValueError, match=r"write 1,500 or 1\.5"):
        moved(scenario(content), {"sales": "1.500"})
    with pytest.raises(ValueError, match="two ways") as raised:
        scenario({**content, "private": {"walk_away": {"total_fees": "7.890"}}})
    assert "7" not in str(raised.value)


@pytest.mark.parametrize(
    ("ask", "argument"),
    [
        (lambda one: solve(one, vary="nothing", rule="total_fees <= 1"), "vary"),
        (lambda one: solve(one, vary="sales", rule="nothing <= 1"), "rule"),
        (lambda one: solve(one, vary="sales", rule="total_fees <= 1", step="0"), "step"),
        (lambda one: sweep(one, vary={"sales": "1,2"}, metrics="nothing"), "metrics"),
        (lambda one: sweep(one, vary={"sales": "1,2"}, where="nothing"), "where"),
    ],
)
def test_a_fault_names_the_argument_it_is_about(ask: Callable[[Scenario], object], argument: str) -> None:
    with pytest.raises(ValueError, match="Found") as refusal:
        ask(load(LAST))
    assert refusal.value.__notes__ == [argument]


def test_a_set_of_accounts_is_what_the_command_says() -> None:
    asked = portfolio([load(AGREED), load(LAST)], date=datetime.date(2003, 11, 15))
    said = json.loads(run("portfolio", AGREED, LAST, "--date", "2003-11-15", "-f", "json").out)
    ours = json.loads(json.dumps(asked.to_dict(), default=float))
    for one in (said, ours):
        for account in one["portfolios"][0]["accounts"]:
            del account["file"]
    assert ours["portfolios"] == said["portfolios"]
    assert repr(asked) == "Portfolio(1 accounts)"
    with pytest.raises(ValueError, match="at least one"):
        portfolio([])
