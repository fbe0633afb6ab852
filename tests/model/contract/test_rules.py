"""Rules of conditions: what is read, what is refused and how it is mended, and a rule with another number."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from ka_terms.model.base import WITH_VALUES
from ka_terms.model.contract.terms.limits import Share
from ka_terms.model.contract.terms.rules import (
    AnyOf,
    Entries,
    Rule,
    all_figures,
    read_rule,
    read_rules,
    rules_in,
    with_number,
    write_rules,
)
from ka_terms.model.contract.terms.terms import RateTerm
from ka_terms.model.faults import quoted
from ka_terms.model.numbers.growth import TARGET_EXAMPLE
from ka_terms.model.numbers.number import INDEX_EXAMPLE, Index
from tests.contracts import refused

NUMBER = "a number such as 4020000, 4,020,000, 402万, 4.5M or 350k"
SHARE = "a percentage with its sign, such as 2.5%"
EXPECTED = "a rule such as facings >= 33%, or the name of a fact"
ANY = {"any": ["sales >= 1M", "hardware"]}


@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        ("hardware", Rule("hardware")),
        ("last_year.hardware", Rule("last_year.hardware")),
        ("no_cross_selling", Rule("no_cross_selling")),
        ("sales >= 1,000,000", Rule("sales", ">=", Decimal(1_000_000))),
        ("sales>=1M", Rule("sales", ">=", Decimal(1_000_000))),
        ("  stores.new   <  5 ", Rule("stores.new", "<", Decimal(5))),
        ("volume > 40万", Rule("volume", ">", Decimal(400_000))),
        ("volume ≥ 5", Rule("volume", ">=", Decimal(5))),
        ("volume ≤ 5", Rule("volume", "<=", Decimal(5))),
        ("volume ＞＝ 5", Rule("volume", ">=", Decimal(5))),
        ("volume ＜ 5", Rule("volume", "<", Decimal(5))),
        ("vat >= 13%", Rule("vat", ">=", Decimal("0.13"), is_rate=True)),
        ("returns <= 3% of sales", Rule("returns", "<=", Share(Decimal("0.03"), "sales"))),
        ("sales >= 105% of last_year.sales", Rule("sales", ">=", Share(Decimal("1.05"), "last_year.sales"))),
        ("growth >= +5%", Rule("growth", ">=", Index(Decimal("1.05"), signed=True))),
        ("growth >= 105%", Rule("growth", ">=", Index(Decimal("1.05")))),
        ("achievement >= 90%", Rule("achievement", ">=", Index(Decimal("0.9")))),
        ("growth of volume < -10%", Rule("growth of volume", "<", Index(Decimal("0.9"), signed=True))),
        ("进货 额 >= 3", Rule("进货 额", ">=", Decimal(3))),
    ],
)
def test_a_rule_is_a_figure_against_a_number_or_the_name_of_a_fact(raw: str, rule: Rule) -> None:
    read = read_rule(raw)
    assert (read.subject, read.operator, read.value, read.is_rate) == (
        rule.subject,
        rule.operator,
        rule.value,
        rule.is_rate,
    )
    assert read_rule(read) is read
    assert read_rule(str(read)) == read
    assert read.is_fact is (rule.value is None)


@pytest.mark.parametrize(
    ("raw", "path", "figures"),
    [
        ("hardware", "facts.hardware", []),
        ("last_year.hardware", "last_year.facts.hardware", []),
        ("volume >= 5", "volume", ["volume"]),
        ("returns <= 3% of sales", "returns", ["returns", "sales"]),
        ("growth >= +5%", "sales", ["sales", "last_year.sales"]),
        ("achievement >= 90%", "sales", ["sales", "target"]),
        ("growth of volume >= +5%", "volume", ["volume", "last_year.volume"]),
    ],
)
def test_a_rule_knows_every_figure_that_it_names(raw: str, path: str, figures: list[str]) -> None:
    rule = read_rule(raw)
    assert rule.path == path
    assert [*rule.figures] == figures
    assert [*all_figures([(rule,), (AnyOf((rule,)),)])] == [*figures, *figures]


@pytest.mark.parametrize(
    ("raw", "expected", "mend"),
    [
        ("", EXPECTED, "write a rule, or delete the key"),
        (5, EXPECTED, "write a rule, or delete the key"),
        (None, EXPECTED, "write a rule, or delete the key"),
        (True, EXPECTED, "write a rule, or delete the key"),
        (["sales >= 1"], EXPECTED, "write each rule as one text, all in one list"),
        ({"sales": 1}, EXPECTED, "write each rule as one text, all in one list"),
        ("33%", EXPECTED, "write `FIGURE >= 33%` with the figure that is meant"),
        ("1,000", EXPECTED, "write `FIGURE >= 1,000` with the figure that is meant"),
        ("facings = 33%", EXPECTED, "write facings >= 33% or facings <= 33%, whichever is meant"),
        ("facings == 33%", EXPECTED, "write facings >= 33% or facings <= 33%, whichever is meant"),
        ("facings => 33%", EXPECTED, "write facings >= 33%"),
        ("facings =< 33%", EXPECTED, "write facings <= 33%"),
        ("facings != 33%", EXPECTED, "use one of these operators: >= <= > <"),
        ("facings ≠ 33%", EXPECTED, "use one of these operators: >= <= > <"),
        ("facings <> 33%", EXPECTED, "use one of these operators: >= <= > <"),
        ("facings = ", EXPECTED, "use one of these operators: >= <= > <"),
        ("= 33%", EXPECTED, "use one of these operators: >= <= > <"),
        (">= 33%", EXPECTED, "write the figure that is compared before >="),
        ("1M <= sales", EXPECTED, "write sales >= 1M"),
        ("yes", EXPECTED, "write the name of a fact, or delete the key"),
        ("true", EXPECTED, "write the name of a fact, or delete the key"),
        ("5 <= stores.new < 9", "one rule", "write `[stores.new >= 5, stores.new < 9]`"),
        ("1,000 < sales <= 9M", "one rule", "write `[sales > 1000, sales <= 9M]`"),
        ("1,000 < sales <= 9,000", "one rule", "write `[sales > 1000, sales <= 9000]`"),
        ("sales >= 5 >= 3", NUMBER, "write each rule by itself in a list"),
        ("5 <= sales < sales", NUMBER, "write each rule by itself in a list"),
        ("5 <= 4 < 9", NUMBER, "write each rule by itself in a list"),
        ("sales > _own", NUMBER, "write sales > 100% of _own to compare two figures"),
        ("sales > a x b", NUMBER, "give the formula a name under `figures`, and write sales > 100% of NAME"),
        ("sales > own of sales", SHARE, "write the number in digits"),
        (
            "year.growth >= +5%",
            EXPECTED,
            "write year.sales >= 105% of year.last_year.sales, because `year.` stands before figures alone",
        ),
        (
            "growth of year.volume < -10%",
            EXPECTED,
            "write year.volume < 90% of year.last_year.volume, because `year.` stands before figures alone",
        ),
        (
            "year.achievement >= 95%",
            EXPECTED,
            "write year.sales >= 95% of year.target, because `year.` stands before figures alone",
        ),
        ("year.growth > 5%", EXPECTED, "name a figure, because `year.` stands before figures alone"),
        ("sales > own", NUMBER, "write sales > 100% of own to compare two figures"),
        ("sales > a - b", NUMBER, "give the formula a name under `figures`, and write sales > 100% of NAME"),
        ("sales >= 5O", NUMBER, ""),
        (
            "sales >= +5% of last_year.sales",
            "a percentage without a plus, such as 2.5%",
            "write 5% or 105%, whichever is meant",
        ),
        ("sales >= 1.05 of last_year.sales", SHARE, "write 105% or 1.05%, whichever is meant"),
        ("growth >= 105% of last_year.sales", INDEX_EXAMPLE, "write growth >= 105%"),
        (
            "growth >= 105% of sales",
            INDEX_EXAMPLE,
            "compare it with a percentage alone, such as growth >= +5%",
        ),
        ("achievement >= 90% of target", TARGET_EXAMPLE, "write achievement >= 90%"),
        ("growth >= +5% of last_year.sales", INDEX_EXAMPLE, "write growth >= +5%"),
        (
            "achievement >= 90% of sales",
            TARGET_EXAMPLE,
            "compare it with a percentage alone, such as achievement >= 90%",
        ),
        ("growth of volume >= nothing", INDEX_EXAMPLE, "write the number in digits"),
        ("facings >=", EXPECTED, "write what it is compared with, such as facings >= 100"),
        ("not hardware", "one rule", "write hardware under `unless` or under `only_if`"),
        ("!hardware", "one rule", "write hardware under `unless` or under `only_if`"),
        ("not sales >= 1M", "one rule", "write sales >= 1M under `unless` or under `only_if`"),
        ("!= 5", EXPECTED, "use one of these operators: >= <= > <"),
        ("no hardware", "one rule", "write hardware under `unless` or under `only_if`"),
        ("sales >= 1M and volume >= 5", "one rule", "write `[sales >= 1M, volume >= 5]`"),
        ("sales >= 1M 且 hardware", "one rule", "write `[sales >= 1M, hardware]`"),
        ("sales >= 1M，volume >= 5", "one rule", "write `[sales >= 1M, volume >= 5]`"),
        ("sales >= 1M; hardware", "one rule", "write `[sales >= 1M, hardware]`"),
        ("hard and ware; ", None, ""),
        ("a\u200bb", "a key without invisible signs", "delete the signs"),
        ("private.margin >= 3%", "a figure that everyone may see", "name a figure of the plan"),
        ("private.margin", "a figure that everyone may see", "name a figure of the plan"),
    ],
)
def test_what_is_no_rule_is_mended(raw: Any, expected: str | None, mend: str) -> None:
    if expected is None:
        assert read_rule(raw).is_fact
        return
    (fault,) = refused(read_rule, raw)
    assert (fault.expected, fault.mend) == (expected, mend)
    of_value = (
        expected not in (EXPECTED, "one rule", "a figure that everyone may see") and "\u200b" not in raw
    )
    assert of_value or fault.found == quoted(raw)


@pytest.mark.parametrize("raw", ["sales >= 1.500.00", "sales >= x", "sales >= 8 of sales", "growth >= 5%"])
def test_the_number_of_a_rule_is_read_as_any_other(raw: str) -> None:
    (fault,) = refused(read_rule, raw)
    assert raw.split(" ")[2] in fault.found


def test_a_list_of_rules_may_hold_lists_of_which_one_is_enough() -> None:
    sales, hardware, volume = (read_rule(raw) for raw in ("sales >= 1M", "hardware", "volume < 5"))
    assert read_rules("sales >= 1M") == (sales,)
    assert read_rules(sales) == read_rules([sales]) == (sales,)
    assert read_rules(ANY) == (AnyOf((sales, hardware)),) == read_rules(AnyOf((sales, hardware)))
    whole = read_rules([ANY, "volume < 5"])
    assert whole == (AnyOf((sales, hardware)), volume) == read_rules(whole)
    assert [*rules_in(whole)] == [sales, hardware, volume]
    assert read_rules([]) == ()


@pytest.mark.parametrize("raw", ["sales >= 1M", ["sales >= 1M", "hardware"], ANY, [ANY, "volume < 5"]])
def test_rules_are_written_as_they_were_read(raw: Any) -> None:
    written = write_rules(read_rules(raw))
    assert read_rules(written) == read_rules(raw)
    term = RateTerm.model_validate({"rate": "1%", "only_if": raw})
    dumped = term.model_dump(exclude_defaults=True)
    assert RateTerm.model_validate(dumped) == term
    assert term.is_conditioned
    assert str(written).replace("1000000", "1M") == str(raw)


@pytest.mark.parametrize(
    ("raw", "faults"),
    [
        (
            ["sales >= x", "hardware", "= 5"],
            [((0,), "'x'"), ((2,), "'= 5'")],
        ),
        ([{"any": ["hardware", "= 5"]}], [((0, "any", 1), "'= 5'")]),
        ({"any": ["= 5"]}, [(("any", 0), "'= 5'")]),
    ],
)
def test_every_rule_of_a_list_is_told_with_its_place(raw: Any, faults: list[Any]) -> None:
    assert [(fault.at, fault.found) for fault in refused(read_rules, raw)] == faults


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ({"any": []}, "any: [facings >= 33%, hardware]"),
        ({"any": "hardware"}, "any: [hardware]"),
        ({"all": ["hardware", "sales > 5"]}, "[hardware, sales > 5]"),
        ({"all": [["hardware"]]}, "any: [facings >= 33%, hardware]"),
        ({"any": ["x"], "y": 1}, "any: [facings >= 33%, hardware]"),
        ({}, "any: [facings >= 33%, hardware]"),
    ],
)
def test_a_mapping_of_rules_has_one_key(raw: Any, line: str) -> None:
    (fault,) = refused(read_rules, raw)
    assert (fault.found, fault.expected) == ("a mapping", "`any:` with a list of rules")
    assert fault.mend == f"write `{line}`"


def test_no_rules_are_an_error_in_a_file_alone() -> None:
    """A dump of a contract has an empty list where a term has no conditions."""
    fee = {"rate": "1%", "only_if": []}
    assert RateTerm.model_validate(fee).only_if == ()
    mend = "write a rule, or delete the key; `null` removes a condition of the extended file"
    with pytest.raises(ValidationError) as caught:
        RateTerm.model_validate(fee, context=WITH_VALUES)
    assert f"Found an empty list. Expected {EXPECTED}. Fix: {mend}." in str(caught.value)


def test_an_any_stands_in_no_other() -> None:
    (fault,) = refused(read_rules, {"any": [ANY]})
    assert (fault.at, fault.expected) == (("any", 0), EXPECTED)


def test_a_condition_has_twenty_rules_at_most() -> None:
    assert len(read_rules(["hardware"] * 20)) == 20
    (fault,) = refused(read_rules, ["hardware"] * 21)
    assert str(fault) == "Found a list. Expected at most 20 rules. Fix: shorten the list."


@pytest.mark.parametrize(
    ("raw", "found", "mend", "at"),
    [
        (["sales >= 1", "000", "000"], "sales >= 1, 000, 000", "write sales >= 1000000", 0),
        (["hardware", "sales < 12", "345", "open"], "sales < 12, 345", "write sales < 12345", 1),
        (["sales >= 1", "000", 5], "sales >= 1, 000", "write sales >= 1000", 0),
    ],
)
def test_a_number_that_its_commas_divide_is_told(raw: Any, found: str, mend: str, at: int) -> None:
    (fault,) = refused(read_rules, raw)
    assert (fault.found, fault.mend, fault.at) == (f"'{found}'", mend, (at,))
    assert fault.expected == "a number without commas inside brackets"


def test_three_digits_after_a_fact_are_another_fault() -> None:
    (fault,) = refused(read_rules, ["hardware", "000"])
    assert (fault.at, fault.expected) == ((1,), EXPECTED)


@pytest.mark.parametrize(
    ("raw", "position", "number", "written"),
    [
        ("sales >= 1M", 1, "5", "sales >= 5"),
        ("vat >= 3%", 1, "0.05", "vat >= 5%"),
        ("returns <= 3% of sales", 1, "0.05", "returns <= 5% of sales"),
        ("growth >= +5%", 1, "1.1", "growth >= 110%"),
        ("achievement >= 90%", 1, "1.1", "achievement >= 110%"),
        ("growth >= +5%", 1, "0.9", "growth >= -10%"),
        ("achievement >= 90%", 1, "0.8", "achievement >= 80%"),
        ([ANY, "volume < 5"], 1, "7", [{"any": ["sales >= 7", "hardware"]}, "volume < 5"]),
        ([ANY, "volume < 5"], 3, "7", [{"any": ["sales >= 1000000", "hardware"]}, "volume < 7"]),
    ],
)
def test_a_rule_may_have_another_number(raw: Any, position: int, number: str, written: Any) -> None:
    entries: Entries = read_rules(raw)
    moved = with_number(entries, position, Decimal(number))
    assert write_rules(moved) == written
    assert [*rules_in(moved)][position - 1].number == Decimal(number)
