"""Names in conditions and measures that lead nowhere, and numbers of another kind than their figure."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from ka_terms.model.contract.references import faulty_references
from ka_terms.model.contract.terms.terms import Term
from ka_terms.model.faults import Fault
from ka_terms.model.vocabulary.figures import NumberKind, figure_kind
from tests.contracts import contract

TERMS: TypeAdapter[dict[str, Term]] = TypeAdapter(dict[str, Term])
PLAN: dict[str, Any] = {
    "sales": 100,
    "returns": 5,
    "volume": 5,
    "vat": 1,
    "stores": {"opening": 1},
    "figures": {"facings": 5, "promoters": 0, "shelf_share": "30%"},
    "facts": {"hardware": True, "free_delivery": False},
    "last_year": {"sales": 80, "volume": 0, "facts": {"hardware": True}, "figures": {"facings": 0}},
}


def kind_of(path: str) -> NumberKind:
    """Own figures called a share are one."""
    return "rate" if path == "shelf_share" else figure_kind(path)


def faults(rules: Any, field: str = "only_if", **plan: Any) -> list[Fault]:
    terms = TERMS.validate_python({"fee": {"rate": "1%", field: rules}})
    return faulty_references({**PLAN, **plan}, terms, None, kind_of)


@pytest.mark.parametrize("field", ["only_if", "unless"])
@pytest.mark.parametrize(
    "rules",
    [
        "hardware",
        "last_year.hardware",
        "sales >= 1M",
        "last_year.sales >= 1M",
        "returns <= 3% of sales",
        "facings >= 3% of promoters",
        "facings >= 3% of sales",
        "sales >= 120% of facings",
        "stores.new >= 20% of stores.opening",
        "vat >= 50% of shelf_share",
        "vat >= 13%",
        "shelf_share >= 33%",
        "growth >= +5%",
        "stores.closing < 5",
        "months >= 12",
        ["hardware", {"any": ["volume > 5", "free_delivery"]}],
    ],
)
def test_rules_that_lead_somewhere(rules: Any, field: str) -> None:
    assert faults(rules, field) == []


_SUBJECT = "a figure of the plan, growth or achievement, or a fact"
_FACT = "a fact of the plan, or a rule"
_ALONE = "the name of a fact alone, because it has no number"
_WITH_NUMBER = "a rule with a number, because this is a figure"
_IN_MONEY = "write an amount, or a percentage of a figure in money"
_IN_NUMBERS = "write a number, or a percentage of a figure that is a number too"
_NAME_IT = "give the formula a name under `figures`, and write that name here"
_NO_FEE = "name a figure or a fact, because conditions do not depend on fees"
_COMPARED = "figures that can be compared, such as returns <= 3% of sales"


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        ("sale >= 5", ("'sale'", _SUBJECT, "write sales if that is meant")),
        ("net_sales >= 5", None),
        ("skus.new >= 5", ("'skus.new'", _SUBJECT, "add `skus:` to `plan`")),
        ("xyz >= 5", ("'xyz'", _SUBJECT, "add `xyz:` to `plan.figures`, or name another figure")),
        ("sales >= 8% of sale", ("'sale'", _SUBJECT, "write sales if that is meant")),
        ("hardware >= 5", ("'hardware >= 5'", _ALONE, "write hardware")),
        ("hardwear", ("'hardwear'", _FACT, "write hardware if that is meant")),
        ("xyz", ("'xyz'", _FACT, "add `xyz: yes` to `facts` of the plan")),
        ("last_year.xyz", ("'last_year.xyz'", _FACT, "add `xyz: yes` to `facts` of the plan")),
        (
            "facings",
            ("'facings'", _WITH_NUMBER, "write what it is compared with, such as facings >= 100"),
        ),
        ("growth", ("'growth'", _WITH_NUMBER, "write what it is compared with, such as growth >= 100")),
        (
            "returns <= 3%",
            (
                "'returns <= 3%'",
                "a number, or a percentage of a figure, because returns is no percentage",
                "write returns <= 3% of sales",
            ),
        ),
        (
            "stores.new >= 3%",
            (
                "'stores.new >= 3%'",
                "a number, or a percentage of a figure, because stores.new is no percentage",
                "write a number without a percent sign",
            ),
        ),
        ("vat >= 13", ("'vat >= 13'", "a percentage, because vat is a percentage", "write vat >= 13%")),
        ("vat >= 0.13", ("'vat >= 0.13'", "a percentage, because vat is a percentage", "write vat >= 13%")),
        (
            "facings >= 33%",
            (
                "'facings >= 33%'",
                "a number, or a percentage of a figure, because facings is no percentage",
                "write a number, or state facings in percent",
            ),
        ),
        (
            "shelf_share >= 33",
            (
                "'shelf_share >= 33'",
                "a percentage, because shelf_share is a percentage",
                "write shelf_share >= 33%",
            ),
        ),
        (
            "vat >= 130",
            (
                "'vat >= 130'",
                "a percentage, because vat is a percentage",
                "write a percentage of at most 100%",
            ),
        ),
        (
            "vat >= 3% of sales",
            ("'vat >= 3% of sales'", _COMPARED, "write a percentage alone, such as vat >= 33%"),
        ),
        ("sales >= 3% of volume", ("'sales >= 3% of volume'", _COMPARED, _IN_MONEY)),
        ("sales >= 3% of shelf_share", ("'sales >= 3% of shelf_share'", _COMPARED, _IN_MONEY)),
        ("promoters >= 3% of shelf_share", ("'promoters >= 3% of shelf_share'", _COMPARED, _IN_NUMBERS)),
        ("stores.new >= 3% of sales", ("'stores.new >= 3% of sales'", _COMPARED, _IN_NUMBERS)),
        ("sales - promoters >= 5", ("'sales - promoters'", _SUBJECT, _NAME_IT)),
        ("；sales >= 5", ("'；sales'", _SUBJECT, "write sales if that is meant")),
        ("5 <= 4", ("'5'", _SUBJECT, "work it out and write the number")),
        (
            "year.sales",
            ("'year.sales'", _WITH_NUMBER, "write what it is compared with, such as year.sales >= 100"),
        ),
        ("stores.new >= 20% of volume", None),
        *(
            (
                f"shelf_share >= {number}",
                (
                    f"'shelf_share >= {number}'",
                    "a percentage, because shelf_share is a percentage",
                    f"write shelf_share >= {share}",
                ),
            )
            for number, share in (("0.3", "30%"), ("1", "100%"), ("1.5", "1.5%"), ("100", "100%"))
        ),
        (
            "shelf_share >= 101",
            (
                "'shelf_share >= 101'",
                "a percentage, because shelf_share is a percentage",
                "write a percentage of at most 100%",
            ),
        ),
        ("sales >= 5% of 100", ("'100'", _SUBJECT, "work it out and write the number")),
        ("fee > 3", ("'fee'", _SUBJECT, _NO_FEE)),
        ("fee", ("'fee'", _FACT, _NO_FEE)),
        ("achievement >= 90%", ("'achievement'", "a plan with target", "add `target:` to `plan`")),
        (
            "growth of volume >= +5%",
            (
                "'growth of volume'",
                "last_year.volume above zero, because growth of volume is calculated from it",
                "correct last_year.volume, or name a figure instead of growth of volume",
            ),
        ),
        (
            "growth of facings >= +5%",
            (
                "'growth of facings'",
                "last_year.facings above zero, because growth of facings is calculated from it",
                "correct last_year.facings, or name a figure instead of growth of facings",
            ),
        ),
        (
            "growth of facing >= +5%",
            ("'growth of facing'", "a plan with facing", "write facings if that is meant"),
        ),
        (
            "growth of promoters >= +5%",
            (
                "'growth of promoters'",
                "a plan with last_year.promoters",
                "add `promoters:` to `plan.last_year.figures`, or name another figure",
            ),
        ),
    ],
)
def test_a_rule_that_leads_nowhere(rule: str, fault: tuple[str, str, str] | None) -> None:
    found = faults([{"any": ["hardware", rule]}])
    if fault is None:
        assert found == []
        return
    (told,) = found
    assert (told.found, told.expected, told.mend) == fault
    assert told.at == ("terms", "fee", "only_if", 0, "any", 1)
    assert told.is_reference or told.expected in (_WITH_NUMBER, _ALONE)


def test_facts_are_those_of_a_plan_that_has_some() -> None:
    for facts in (None, "wrong"):
        (found,) = faults("hardware", facts=facts)
        assert (found.expected, found.mend) == (_FACT, "add `hardware: yes` to `facts` of the plan")
    (found,) = faults("last_year.hardware", last_year=None)
    assert found.expected == _FACT


def test_growth_of_any_figure_measures_tiers() -> None:
    term = {
        "mode": "whole",
        "measure": "growth of volume",
        "tiers": [{"from": "+5%", "amount": 1}],
    }
    (found,) = faulty_references(PLAN, TERMS.validate_python({"fee": term}))
    assert found.at == ("terms", "fee", "measure")
    assert found.expected == "last_year.volume above zero, because growth of volume is calculated from it"
    last_year = {"sales": 80, "volume": 4}
    assert faulty_references({**PLAN, "last_year": last_year}, TERMS.validate_python({"fee": term})) == []


@pytest.mark.parametrize("name", ["stores.opening", "stores.hyper.opening", "own", "volume"])
def test_nothing_grows_on_nothing(name: str) -> None:
    stores = {"classes": {"hyper": {"opening": 0, "new": 1}}}
    year = {"sales": 80, "volume": 0, "stores": stores, "figures": {"own": 0}}
    told = f"last_year.{name} above zero, because growth of {name} is calculated from it"
    terms = {"fee": {"rate": "1%", "only_if": f"growth of {name} >= +5%"}}
    with pytest.raises(ValidationError, match=told):
        contract(terms, {**year, "last_year": year})
    grown = {
        "sales": 80,
        "volume": 1,
        "stores": {"classes": {"hyper": {"opening": 1}}},
        "figures": {"own": 1},
    }
    assert contract(terms, {**year, "last_year": grown}).terms.keys() == {"fee"}


def test_growth_of_what_no_plan_has_is_told_as_it_is_written() -> None:
    for figures in (None, "wrong", {"own": "volume x 2"}):
        (found,) = faults("growth of own >= +5%", figures=figures)
        wanted = "own: volume x 2" if isinstance(figures, dict) else "own:"
        last_year = "last_year." if isinstance(figures, dict) else ""
        mend = f"add `{wanted}` to `plan.{last_year}figures`"
        assert found.mend == (mend if last_year else f"{mend}, or name another figure")


def test_where_a_plan_is_wrong_nobody_judges_the_kinds_of_its_figures() -> None:
    terms = TERMS.validate_python({"fee": {"rate": "1%", "only_if": "returns <= 3%"}})
    assert faulty_references(PLAN, terms) == []


def test_growth_of_a_computed_figure_wants_its_formula_in_last_year() -> None:
    tiers = [{"from": "+5%", "rate": "1%"}]
    term = {"mode": "whole", "measure": "growth of own", "of": "own", "tiers": tiers}
    plan = {"sales": 9, "figures": {"own": "20% of sales"}, "last_year": {"sales": 5}}
    with pytest.raises(ValidationError, match=r"add `own: 20% of sales` to `plan.last_year.figures`"):
        contract({"fee": term}, plan)
