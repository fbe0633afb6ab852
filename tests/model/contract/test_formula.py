"""Formulas of computed figures: how they are read, what they give, and what is refused."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ka_terms.model.contract.formula import Formula, Operand, Summand
from ka_terms.model.contract.formula_text import read_formula
from ka_terms.model.contract.plan.computed import sales_move_with
from ka_terms.model.contract.plan.exact_figures import exact_figure
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.plan.stated_figures import formulas
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.numbers.number import Index
from tests.contracts import contract, invalid, refused

YEAR = {
    "sales": "10M",
    "volume": "400k",
    "stores": {"opening": 20},
    "last_year": {"sales": "4M", "volume": "160k"},
}


def plan(figures: dict[str, Any] | None = None, **keys: Any) -> Plan:
    return Plan.model_validate({**YEAR, "figures": figures or {}, **keys})


def value(formula: object, **figures: object) -> str:
    found = exact_figure(plan({"own": formula, **figures}), "own")
    assert found is not None
    return f"{found.normalize():f}"


def test_a_formula_is_taken_apart() -> None:
    assert read_formula("sales - 20% of own label × 3 + volume").summands == (
        Summand((Operand("sales"),)),
        Summand((Operand("own label", Decimal("0.2")), Operand(number=Decimal(3))), minus=True),
        Summand((Operand("volume"),)),
    )
    formula = read_formula("sales")
    assert read_formula(formula) is formula
    assert str(formula) == "sales"


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("20% of sales", "2000000"),
        ("sales - 20% of sales", "8000000"),
        ("sales - 2 x 20% of sales", "6000000"),
        ("0.5 x last_year.volume", "80000"),
        ("volume × price", "10000000"),
        ("volume ＊ price － 1M", "9000000"),
        ("sales - last_year.sales - 1M", "5000000"),
        ("1M - sales", "0"),
        ("1M - sales + 10M", "1000000"),
        ("increment", "6000000"),
        ("20% of increment + sales", "11200000"),
    ],
)
def test_a_share_binds_first_then_products_and_the_whole_is_cut_at_zero(formula: str, expected: str) -> None:
    assert value(formula, price=25) == expected


def test_a_named_figure_is_cut_before_another_uses_it() -> None:
    assert value("5M + less", less="1M - sales") == "5000000"


def test_sales_volume_and_target_follow_from_figures_too() -> None:
    made = plan(
        {"price": 25}, sales="volume x price", target="1.1 x last_year.sales", volume="2 x last_year.volume"
    )
    assert [exact_figure(made, path) for path in ("sales", "target", "increment")] == [
        8_000_000,
        4_400_000,
        4_000_000,
    ]
    assert exact_figure(plan(sales="+150%"), "sales") == 10_000_000
    assert exact_figure(made, "vat") is None


def test_returns_are_a_share_of_sales() -> None:
    made = plan(returns="2%")
    assert [exact_figure(made, path) for path in ("returns", "net_sales")] == [200_000, 9_800_000]
    assert made.model_dump()["returns"] == "2%"
    assert plan(returns=made.returns).returns == made.returns
    assert plan(returns=5).returns == 5


def test_a_plan_is_written_as_it_was_read() -> None:
    figures = {"facings": "66%", "own": "15% of sales", "promoters": Decimal(12)}
    made = plan(figures, sales="volume x 25", volume="400k")
    assert made.model_dump()["figures"] == figures
    assert made.model_dump()["sales"] == "volume x 25"
    assert Plan.model_validate(made.model_dump(exclude={"last_year"})).figures == made.figures


@pytest.mark.parametrize(
    ("formula", "kind"),
    [
        ("66%", "rate"),
        ("12", "number"),
        ("20% of sales", "money"),
        ("sales - 5", "money"),
        ("5 + sales", "money"),
        ("2 x sales", "number"),
        ("20% of facings", "rate"),
        ("0.5 x facings", "rate"),
        ("facings x sales", "money"),
        ("facings x volume", "number"),
        ("sales x price", "number"),
        ("stores.new + stores.opening", "count"),
        ("stores.new + price", "number"),
        ("2 x 3 + price", "number"),
        ("facings - half", "rate"),
    ],
)
def test_the_kind_of_a_formula_follows_from_its_figures(formula: str, kind: str) -> None:
    made = plan({"own": formula, "facings": "66%", "half": "0.5 x facings", "price": 25})
    assert made.kind("own") == kind
    assert plan(last_year={"sales": 5, "figures": {"own": "20%"}}).kind("last_year.own") == "rate"
    assert plan().kind("last_year.last_year.sales") == "money"
    assert [plan().kind(path) for path in ("months.sales.10", "months.stores.new.3")] == ["money", "count"]


@pytest.mark.parametrize(
    ("raw", "expected", "mend"),
    [
        ("sales - ", "on both sides", "add what is missing"),
        ("sales - - volume", "on both sides", "add what is missing"),
        ("20% sales", "a percentage with what it is of", "write 20% of sales"),
        ("20%of sales", "a percentage with what it is of", "write 20% of sales"),
        ("volume - 20% sales", "a percentage with what it is of", "write volume - 20% of sales"),
        ("20% x sales", "a percentage with what it is of", "write 20% of sales"),
        ("20% x 20%", "a percentage with what it is of", "such as 20% of sales"),
        ("sales - 20%", "a percentage with what it is of", "such as 20% of sales"),
        ("20 of sales", "a percentage with its sign", "20%"),
        ("(sales - 5) x 2", "without brackets or division", "a name of its own"),
        ("sales / 2", "without brackets or division", "50% of sales"),
        ("5 x 3", "a formula that names a figure", "work it out"),
        (" + ".join(["sales"] * 13), "at most 12 numbers and figures", ""),
        ("s" * 501, "at most 500 characters", ""),
        (5, "a formula over figures", ""),
    ],
)
def test_what_is_no_formula(raw: object, expected: str, mend: str) -> None:
    (fault,) = refused(read_formula, raw)
    assert expected in fault.expected
    assert mend in fault.mend


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("s" * 501, f"Found '{'s' * 57}...'. Expected a formula of at most 500 characters."),
        (
            " + ".join(["sales"] * 13),
            f"Found '{' + '.join(['sales'] * 7)} + s...'. Expected a formula of at most 12 numbers and figures.",
        ),
        (
            "5 x 3",
            "Found '5 x 3'. Expected a formula that names a figure of the plan. Fix: work it out and write the number.",
        ),
        (
            "（sales） x 2",
            "Found '（sales） x 2'. Expected a formula of +, -, x and percentages, without brackets or division. "
            "Fix: give the part in brackets a name of its own under `figures`.",
        ),
        (
            "sales / 2",
            "Found 'sales / 2'. Expected a formula of +, -, x and percentages, without brackets or division. "
            "Fix: write a percentage of the figure, such as 50% of sales.",
        ),
        (
            "sales -",
            "Found 'sales -'. Expected a number or a figure on both sides of every +, - and x. "
            "Fix: add what is missing, or delete the sign.",
        ),
        (
            "20% sales + 20% sales",
            "Found '20% sales + 20% sales'. Expected a percentage with what it is of, such as 20% of sales. "
            "Fix: write 20% of sales + 20% sales.",
        ),
        *(
            (
                text,
                f"Found '{text}'. Expected a percentage with what it is of, such as 20% of sales. "
                "Fix: write what it is a percentage of, such as 20% of sales.",
            )
            for text in (
                "20% x 20%",
                "20% x 3",
                "3 x 20%",
                "sales - 20% x volume",
                "volume - 20%",
                "20% x 5% sales",
            )
        ),
        ("% of sales", "Found '%'. Expected a percentage with its sign, such as 2.5%."),
        (
            "y% of sales",
            "Found 'y%'. Expected a percentage with its sign, such as 2.5%. Fix: write the number in digits.",
        ),
    ],
)
def test_what_is_told_of_a_text_that_is_no_formula(raw: str, words: str) -> None:
    (fault,) = refused(read_formula, raw)
    assert str(fault) == words


def test_as_long_a_formula_as_may_be() -> None:
    assert read_formula("s" * 500).paths() == ["s" * 500]
    assert len(read_formula(" + ".join(["sales"] * 12)).summands) == 12
    assert read_formula("own%x of sales").paths() == ["own%x of sales"]
    assert read_formula("size X of sales").paths() == ["size X of sales"]
    assert read_formula("10％ of sales") == Formula(
        "10％ of sales", (Summand((Operand("sales", Decimal("0.1")),)),)
    )


@pytest.mark.parametrize(
    ("figures", "at", "expected", "mend"),
    [
        ({"a": "sales x vlume"}, "a", "in `sales x vlume`", "write volume if"),
        ({"a": "sales-volume"}, "a", "a number, or a figure of the plan", "write sales - volume"),
        ({"a": "sales-nothing"}, "a", "a number, or a figure of the plan", ""),
        ({"a": "sales x target"}, "a", "in `sales x target`", "add `target:` to `plan`"),
        ({"a": "private.margin x sales"}, "a", "not private", "under another name"),
        ({"a": "b + 1", "b": "a + 1"}, "a", "worked out one after another", "write a number"),
        ({"f": "5%", "a": "f x f"}, "a", "at most one percentage", "of its own"),
        ({"f": "5%", "a": "f + sales"}, "a", "a sum of one kind", "correct"),
        ({"a": "stores.new + sales"}, "a", "a sum of one kind", "correct"),
        ({"p": 3, "a": "p x p x p x p x p"}, "a", "at most 4 stated numbers", "work out"),
        ({"p": 3, "q": "p x p", "a": "q x q x p"}, "a", "at most 4 stated numbers", "work out"),
        (
            {"a": " x ".join(["123456.123456"] * 6) + " x sales"},
            "a",
            "at most 60 written digits",
            "fewer digits",
        ),
        ({"x": 5}, "x", "no key of the plan", "another name"),
        ({"stores": 5}, "stores", "no key of the plan", "another name"),
        ({"growth": 5}, "growth", "no figure and no total", "another name"),
    ],
)
def test_a_formula_that_leads_nowhere(figures: dict[str, Any], at: str, expected: str, mend: str) -> None:
    ((path, fault),) = invalid(Plan.model_validate, {**YEAR, "figures": figures})
    assert path == ("figures", at)
    assert expected in fault.expected
    assert mend in fault.mend


@pytest.mark.parametrize(
    ("keys", "at", "words"),
    [
        (
            {"figures": {"a": "walk_away.fee_ratio.x x sales"}},
            ("figures", "a"),
            "Found 'walk_away.fee_ratio.x'. Expected a figure that is not private. "
            "Fix: state the number under another name, if all may see it.",
        ),
        (
            {"figures": {"a": "margin.x x sales"}},
            ("figures", "a"),
            "Found 'margin.x'. Expected a figure that is not private. "
            "Fix: state the number under another name, if all may see it.",
        ),
        (
            {"figures": {"p": 3, "a": "p x p x p x p x p"}},
            ("figures", "a"),
            "Found 'p x p x p x p x p'. Expected at most 4 stated numbers multiplied with each other. "
            "Fix: work out a part and write the number.",
        ),
        (
            {"figures": {"a": f"{' x '.join(['123456.123456'] * 5)} x 1 x sales + sales"}},
            ("figures", "a"),
            "Found '123456.123456 x 123456.123456 x 123456.123456 x 123456.12...'. "
            "Expected at most 60 written digits multiplied with each other. "
            "Fix: write the numbers with fewer digits.",
        ),
        (
            {"figures": {"f": "5%", "a": "f x f"}},
            ("figures", "a"),
            "Found 'f x f'. Expected at most one percentage among the factors of a product. "
            "Fix: write the share of the share as a percentage of its own.",
        ),
        (
            {"figures": {"f": "5%", "a": "f + sales"}},
            ("figures", "a"),
            "Found 'f + sales'. Expected a sum of one kind: amounts of money, counts, or percentages. "
            "Fix: correct the formula.",
        ),
        (
            {"volume": "50% of sales"},
            ("volume",),
            "Found '50% of sales'. Expected a number of units. Fix: correct the formula.",
        ),
        (
            {"target": "stores.opening"},
            ("target",),
            "Found 'stores.opening'. Expected an amount of money. Fix: correct the formula.",
        ),
        (
            {"figures": {f"f{i}": f"f{i + 1} + 1" for i in range(21)} | {"f21": 5}},
            ("figures", "f0"),
            "Found 'f1 + 1'. Expected at most 20 figures that follow from each other in a row. "
            "Fix: write a number for one of them.",
        ),
        (
            {"sales": "2 x own", "figures": {"own": "5 + increment"}},
            ("sales",),
            "Found a circle of figures: sales -> own -> increment -> sales. "
            "Expected figures that can be worked out one after another. Fix: write a number for one of them.",
        ),
    ],
)
def test_what_a_formula_of_the_plan_cannot_be(keys: dict[str, Any], at: tuple[str, ...], words: str) -> None:
    ((path, fault),) = invalid(Plan.model_validate, {**YEAR, **keys})
    assert (path, str(fault), fault.reason) == (at, words, "")


@pytest.mark.parametrize(
    ("formula", "name", "mend"),
    [
        ("sales x vlume", "vlume", "write volume if that is meant"),
        ("zzz x 2", "zzz", "add `zzz:` to `plan.figures`, or name another figure"),
        ("year.sales x 2", "year.sales", "name a figure of the plan, or add one of your own under `figures`"),
        ("5% of 100 + sales", "100", "work it out and write the number"),
        ("5% of 100 + 3% of 100", "100", "work it out and write the number"),
        ("5% of 100% + sales", "100%", "put the number under `figures`, and write its name here"),
        ("5% of 100％ + sales", "100％", "put the number under `figures`, and write its name here"),
        ("10% of 5% of sales + 1", "5% of sales", "write the share of the share as a percentage of its own"),
        ("a%b + 1", "a%b", "add `a%b:` to `plan.figures`, or name another figure"),
        (
            "10% of a of 5% of b + 1",
            "a of 5% of b",
            "name a figure of the plan, or add one of your own under `figures`",
        ),
        ("a of 5% + 1", "a of 5%", "name a figure of the plan, or add one of your own under `figures`"),
        ("volume-sales + 1", "volume-sales", "write volume - sales"),
        ("volume-2-sales + 1", "volume-2-sales", "write volume - 2 - sales"),
        (
            "hardware + 1",
            "hardware",
            "name a figure, because a fact is no number; conditions on it stand in `only_if`",
        ),
    ],
)
def test_an_unknown_figure_of_a_formula(formula: str, name: str, mend: str) -> None:
    keys = {**YEAR, "figures": {"own": formula}, "facts": {"hardware": "yes"}}
    ((path, fault),) = invalid(Plan.model_validate, keys)
    assert (path, fault.reason) == (("figures", "own"), "unknown_source")
    assert str(fault) == f"Found '{name}'. Expected a figure of the plan in `{formula}`. Fix: {mend}."


@pytest.mark.parametrize(
    "formula", ["p x p x p x p", f"{' x '.join(['123456.123456'] * 5)} x sales", "p + p x p x p x p - p"]
)
def test_as_many_factors_and_digits_as_may_be(formula: str) -> None:
    assert exact_figure(plan({"p": 3, "own": formula}), "own")


def test_a_circle_names_its_way_through_built_in_figures() -> None:
    keys = {**YEAR, "sales": "2 x own", "figures": {"own": "5 + increment"}}
    ((path, fault),) = invalid(Plan.model_validate, keys)
    assert path == ("sales",)
    assert fault.found == "a circle of figures: sales -> own -> increment -> sales"


def test_a_chain_has_an_end() -> None:
    chain = {f"f{i}": f"f{i + 1} + 1" for i in range(30)} | {"f30": 5}
    faults = invalid(Plan.model_validate, {**YEAR, "figures": chain})
    assert [fault.expected for _, fault in faults] == [
        "at most 20 figures that follow from each other in a row"
    ]
    assert plan({f"f{i}": f"f{i + 1} + 1" for i in range(20)} | {"f20": 5}).kind("f0") == "number"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"sales": "50% of facings"}, "an amount of money"),
        ({"target": "stores.opening"}, "an amount of money"),
        ({"volume": "50% of sales"}, "a number of units"),
        ({"volume": "0.5 x facings"}, "a number of units"),
    ],
)
def test_sales_are_money_and_a_volume_is_none(keys: dict[str, Any], expected: str) -> None:
    (_, fault), *_ = invalid(Plan.model_validate, {**YEAR, "figures": {"facings": "6%"}, **keys})
    assert fault.expected == expected


def test_a_volume_may_be_a_count() -> None:
    assert exact_figure(plan(volume="stores.opening + stores.new"), "volume") == 20


def test_the_share_of_a_share_stays_a_share_to_what_names_it() -> None:
    figures = {"f": "5%", "a": "f x f", "b": "a + f"}
    assert [at for at, _ in invalid(Plan.model_validate, {**YEAR, "figures": figures})] == [("figures", "a")]


def test_what_the_categories_leave_is_told_as_a_formula() -> None:
    made = plan(categories={"a": {"sales": "20%"}, "b": {"sales": 5}})
    assert str(formulas(made)["categories.other.sales"]) == "sales - categories.a.sales - categories.b.sales"


def test_formulas_travel_to_another_plan() -> None:
    terms = plan(
        {"own": "20% of sales", "net": "sales - own", "priced": "volume x price", "price": 25, "n": "sales"}
    )
    new = plan({"own": "10% of sales", "n": 7}, sales="20M")
    moved = new.with_formulas_of(terms)
    assert [exact_figure(moved, path) for path in ("own", "net", "n")] == [4_000_000, 16_000_000, 7]
    assert exact_figure(moved, "priced") is None
    assert new.with_formulas_of(plan({"price": 25})) is new


def test_a_plan_whose_own_formula_would_turn_in_a_circle_stays_as_it_is() -> None:
    new = plan({"own": 5}, sales="own x 3")
    assert new.with_formulas_of(plan({"a": "sales", "own": "a"})).figures.keys() == {"own", "a"}
    circle = plan({"own": "volume"}, sales="own x 3")
    assert circle.with_formulas_of(plan({"own": "sales"})) is circle


def test_figures_of_a_formula_are_each_named_once() -> None:
    formula = read_formula("a x b + a")
    assert isinstance(formula, Formula)
    assert formula.paths() == ["a", "b"]


def test_bounds_of_a_share_are_percentages_and_no_rate_is_paid_on_one() -> None:
    tiered = {"mode": "whole", "measure": "facings", "tiers": [{"from": "33%", "rate": "1%"}]}
    assert contract({"fee": tiered}, {"figures": {"facings": "60%"}}).terms.keys() == {"fee"}
    for terms, figure, at in (
        ({"fee": {**tiered, "tiers": [{"from": "0.3", "rate": "1%"}]}}, "60%", ("fee", "tiers", 0, "from")),
        ({"fee": {**tiered, "tiers": [{"from": "+3%", "rate": "1%"}]}}, "60%", ("fee", "tiers", 0, "from")),
        ({"fee": tiered}, 60, ("fee", "tiers", 0, "from")),
        ({"fee": {"rate": "1%", "of": "facings"}}, "60%", ("fee", "of")),
    ):
        keys = {"scenario": "a", "plan": {"sales": 5, "figures": {"facings": figure}}, "terms": terms}
        ((path, _),) = invalid(Scenario.model_validate, keys)
        assert path == ("terms", *at)


@pytest.mark.parametrize(
    ("bound", "mend"),
    [
        ("0.3", " Fix: write 30% or 0.3%, whichever is meant."),
        ("3", " Fix: write 3%."),
        ("+3%", ""),
        ("101%", ""),
        ("150%", ""),
        ("1k", ""),
    ],
)
def test_what_is_told_of_a_bound_of_a_share(bound: str, mend: str) -> None:
    tiered = {"mode": "whole", "measure": "facings", "tiers": [{"from": bound, "rate": "1%"}]}
    keys = {"scenario": "a", "plan": {"sales": 5, "figures": {"facings": "60%"}}, "terms": {"fee": tiered}}
    ((_, fault),) = invalid(Scenario.model_validate, keys)
    found = {"1k": "1000"}.get(bound, bound)
    assert str(fault) == (
        f"Found '{found}'. Expected a percentage from 0% to 100%, because facings is a share.{mend}"
    )
    assert isinstance(fault.value, Decimal | Index)


@pytest.mark.parametrize("measure", ["facings", "vat"])
def test_a_share_is_measured_up_to_all_of_it(measure: str) -> None:
    tiers = [{"from": "13%", "rate": "1%"}, {"from": "100%", "rate": "2%"}]
    terms = {"fee": {"mode": "whole", "measure": measure, "tiers": tiers}}
    assert contract(terms, {"vat": "13%", "figures": {"facings": "60%"}}).terms


def test_a_share_of_sales_is_read_from_a_category_too() -> None:
    made = plan(categories={"a": {"sales": "20%"}})
    assert plan(categories=made.model_dump()["categories"]).categories == made.categories
    assert plan(categories=made.categories).categories == made.categories
    assert plan(categories={"a": {"sales": made.categories["a"].sales}}).categories == made.categories


def test_what_follows_from_sales_or_leads_to_them_moves_with_them() -> None:
    own: dict[str, Any] = {"price": 25, "own_label": "20% of sales", "promoters": 3, "cost": "2 x own_label"}
    made = plan(own, sales="volume x price")
    moving = {path: sales_move_with(made, path) for path in ("sales", "volume", *own)}
    assert [path for path, moves in moving.items() if not moves] == ["promoters"]
    assert not sales_move_with(plan(), "volume")
    assert not sales_move_with(plan(sales="+150%"), "last_year.sales")
