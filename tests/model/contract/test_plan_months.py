"""The months of a plan: how they are written, and what must agree with the year."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from pydantic import ValidationError

from ka_terms.model.contract.plan.by_period import ByPeriod, read_quarter
from ka_terms.model.contract.plan.courses import as_portions, course_of, courses
from ka_terms.model.contract.plan.months_agree import with_all_listed
from ka_terms.model.contract.plan.period_values import (
    read_amounts,
    read_counts,
    read_event,
    read_event_quarters,
    read_facts,
)
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.terms import RateTerm
from ka_terms.model.faults import Fault
from ka_terms.model.numbers.month import (
    MonthRange,
    calendar_month,
    cut,
    month_of,
    positions,
    read_month,
    read_month_ranges,
    read_period,
)
from ka_terms.model.numbers.number import Percent
from tests.contracts import Keys, contract, invalid, refused

STORES = {"opening": 2}


def told(months: Keys, **plan: Any) -> list[tuple[tuple[str | int, ...], str]]:
    """Every fault of a plan of 110 with these months: where it stands, and its sentence."""
    with pytest.raises(ValidationError) as caught:
        Plan.model_validate({"sales": 110, "months": months, **plan})
    faults = [fault for error in caught.value.errors() for fault in _faults(error)]
    return [(at, str(fault)) for at, fault in faults]


def _faults(error: Any) -> list[tuple[tuple[str | int, ...], Any]]:
    return [((*error["loc"], *fault.at), fault) for fault in error["ctx"]["faults"]]


def one(months: Keys, **plan: Any) -> str:
    ((_, sentence),) = told(months, **plan)
    return sentence


# ---------------------------------------------------------------- months


@pytest.mark.parametrize(
    ("raw", "month"),
    [
        (3, 3),
        ("3", 3),
        ("mar", 3),
        ("March", 3),
        ("Mar.", 3),
        ("3月", 3),
        ("三月", 3),
        ("１０", 10),
        ("sept", 9),
    ],
)
def test_a_month_by_any_name(raw: object, month: int) -> None:
    assert read_month(raw) == month


@pytest.mark.parametrize(
    ("raw", "mend"),
    [
        ("mrch", "write march if that is meant"),
        ("mars", "write march if that is meant"),
        ("mar..", "write march if that is meant"),
        ("Septembre", "write september if that is meant"),
        ("第10月", "write 10"),
        ("十月份", "write 10"),
        ("month 3", "write 3"),
        ("第13月", "write a month from 1 to 12"),
    ],
)
def test_what_is_almost_a_month(raw: str, mend: str) -> None:
    assert month_of(raw) is None
    assert refused(read_month, raw)[0].mend == mend


@pytest.mark.parametrize("raw", [0, 13, True, "", "003", "2003", None, 3.0, "1.5", "6.", "6..", "3月.."])
def test_what_is_no_month(raw: object) -> None:
    assert month_of(raw) is None
    (fault,) = refused(read_month, raw)
    assert fault.mend == "write a month from 1 to 12"


@pytest.mark.parametrize(("raw", "quarter"), [(1, 1), ("q4", 4), ("Q2", 2)])
def test_a_quarter(raw: object, quarter: int) -> None:
    assert read_quarter(raw) == quarter


@pytest.mark.parametrize("raw", [0, 5, True, "q5", "h1", "季度"])
def test_what_is_no_quarter(raw: object) -> None:
    (fault,) = refused(read_quarter, raw)
    assert fault.expected == "a quarter from 1 to 4, such as q1"
    assert fault.mend == "write a quarter from 1 to 4"


@pytest.mark.parametrize("raw", ["第二季度", "二季度", "quarter 2", "2nd quarter", "2Q", "Q2季度"])
def test_what_names_a_quarter_otherwise(raw: str) -> None:
    assert refused(read_quarter, raw)[0].mend == "write q2"


def test_ranges_and_where_they_lie_in_a_contract_year() -> None:
    found = read_month_ranges(["nov..2", 6])
    assert found == (MonthRange(11, 2), MonthRange(6, 6))
    assert [str(each) for each in found] == ["11..2", "6"]
    assert positions(found, 4) == (3, 8, 9, 10, 11)
    assert found[0].positions(1) == ()
    assert read_month_ranges(found) == found
    assert [calendar_month(at, 4) for at in (1, 9, 10, 12)] == [4, 12, 1, 3]
    assert cut((1, 2, 4, 6, 12), 3) == [(1, 2), (4, 6), (12,)]


@pytest.mark.parametrize(
    ("raw", "mend", "at"),
    [
        ([], "name a month, or delete the key", ()),
        (["1-6"], "write 1..6", (0,)),
        ([2, "mar~5"], "write 3..5", (1,)),
        (["a-b"], "write a month from 1 to 12", (0,)),
        (["1..13"], "write a month from 1 to 12", (0,)),
        ([13], "write a month from 1 to 12", (0,)),
        (["6.."], "write the first and the last month, with .. between them", (0,)),
        ([1, "…6"], "write the first and the last month, with .. between them", (1,)),
        (["3..5.."], "write the first and the last month, with .. between them", (0,)),
        (["mar.."], "write the first and the last month, with .. between them", (0,)),
        ([1, "jan"], "delete one of them", (1,)),
        (["1..3", "3..5"], "write `in: [1..5]`", (1,)),
        ([3, 9, "1..6"], "write `in: [1..6, 9]`", (2,)),
        (["11..1", "1..2", 6], "write `in: [11..2, 6]`", (1,)),
        ("10,11", "write [10, 11]", (0,)),
        ("1..6, 9", "write [1..6, 9]", (0,)),
        ("10月、11月", "write [10, 11]", (0,)),
        ("oct and nov", "write [oct, nov]", (0,)),
        ("10,10", "write a month from 1 to 12", (0,)),
        (",".join(["1", *map(str, range(1, 13))]), "write a month from 1 to 12", (0,)),
        (["1 to 6"], "write 1..6", (0,)),
        (["from jan through jun"], "write 1..6", (0,)),
        (["1...6"], "write 1..6", (0,)),
        (["10,11", 3], "write 10, 11", (0,)),
        (["Q1"], "write its months, 1..3 in a contract year that begins in January", (0,)),
        (["下半年"], "write its months, 7..12 in a contract year that begins in January", (0,)),
        (["第10月"], "write 10", (0,)),
        (["octobr"], "write october if that is meant", (0,)),
    ],
)
def test_what_are_no_months(raw: object, mend: str, at: tuple[int, ...]) -> None:
    (fault,) = refused(read_month_ranges, raw)
    assert (fault.mend, fault.at) == (mend, at)


@pytest.mark.parametrize(
    ("raw", "mend"),
    [("第二季度", "write q2"), ("上半年", "write h1"), ("6..", "write q1"), ("spring", "write q1")],
)
def test_what_is_no_period(raw: str, mend: str) -> None:
    assert refused(lambda text: read_period(text, 1), raw)[0].mend == mend


def test_every_wrong_month_is_told() -> None:
    assert [fault.at for fault in refused(read_month_ranges, [13, "1..6", "x"])] == [(0,), (2,)]


# ---------------------------------------------------------------- how they are written


def test_what_is_read_is_written_as_it_stood() -> None:
    for raw in (
        ["5%", *["0%"] * 10, "rest"],
        [Decimal(5)] * 12,
        {"mar": Decimal(5), 9: Decimal(2)},
    ):
        assert read_amounts(read_amounts(raw)).written() == raw
    assert read_amounts(read_amounts({1: "30%"})).written() == {1: "30%"}
    assert read_counts(read_counts({1: 3})).written() == {1: Decimal(3)}
    assert read_event(read_event([3, "sep"])).written() == [3, "sep"]
    assert read_event({3: 2}).written() == {3: Decimal(2)}
    assert read_event({3: 1}).written() == {3: Decimal(1)}
    assert ByPeriod((Decimal(2),), (3,), in_list=True).written() == {3: Decimal(2)}
    assert read_facts(read_facts(["yes", "no"] * 6)).written() == ["yes", "no"] * 6


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ("6%", "Found '6%'."),
        (
            [],
            "Found no months. Expected a list of twelve amounts or shares (four of quarters), or those of some such as "
            "{mar: 2, 9: 5}. Fix: name a month, or delete the key.",
        ),
        ({}, "Found no months."),
        (["50%", 40], "Found '40'. Expected a percentage with its sign, such as 2.5%. Fix: write 40%."),
        (
            ["50%", 4_000],
            "Found '4000'. Expected a share, as other months have one. Fix: write the share, or every",
        ),
        (["50%", "x"], "Found 'x'. Expected a percentage with its sign"),
        (["rest", "其余"], "Found '其余'. Expected `rest` for one month. Fix: write a share."),
        ({1: "rest", 2: "rest"}, "Found 'rest'. Expected `rest` for one month."),
        (
            [*[10] * 11, "rest"],
            "Found 'rest'. Expected `rest` only among shares, which come to 100%. Fix: write the amount, or",
        ),
        ({1: 4_000, 2: "其餘"}, "Found '其餘'. Expected `rest` only among shares"),
    ],
)
def test_what_are_no_amounts_of_months(raw: object, sentence: str) -> None:
    (fault,) = refused(read_amounts, raw)
    assert str(fault).startswith(sentence)


@pytest.mark.parametrize(
    ("read", "raw", "at", "words"),
    [
        (
            read_amounts,
            [5, "rest"],
            (1,),
            "Found 'rest'. Expected `rest` only among shares, which come to 100%. "
            "Fix: write the amount, or shares everywhere.",
        ),
        (
            read_amounts,
            {3: 5, 4: "rest"},
            (4,),
            "Found 'rest'. Expected `rest` only among shares, which come to 100%. "
            "Fix: write the amount, or shares everywhere.",
        ),
        (
            read_amounts,
            ["rest", "rest"],
            (1,),
            "Found 'rest'. Expected `rest` for one month. Fix: write a share.",
        ),
        (
            read_amounts,
            {3: "rest", 4: "rest"},
            (4,),
            "Found 'rest'. Expected `rest` for one month. Fix: write a share.",
        ),
        (
            read_amounts,
            ["50%", 100],
            (1,),
            "Found '100'. Expected a percentage with its sign, such as 2.5%. Fix: write 100%.",
        ),
        (
            read_amounts,
            ["50%", 101],
            (1,),
            "Found '101'. Expected a share, as other months have one. "
            "Fix: write the share, or every month as an amount.",
        ),
        (
            read_amounts,
            {3: "x", 4: "50%"},
            (3,),
            "Found 'x'. Expected a percentage with its sign, such as 2.5%. Fix: write the number in digits.",
        ),
        (
            read_amounts,
            {3: "x", 4: 5},
            (3,),
            "Found 'x'. Expected a number such as 4020000, 4,020,000, 402万, 4.5M or 350k. "
            "Fix: write the number in digits.",
        ),
        (
            read_counts,
            "x",
            (),
            "Found 'x'. Expected a list of twelve counts (four of quarters), or those of some such as {mar: 2, 9: 5}. "
            "Fix: write all of them in a list, or some as {MONTH: VALUE}.",
        ),
        (
            read_counts,
            {"mar": "50%"},
            ("mar",),
            "Found '50%'. Expected a whole number, because counts take no shares. Fix: write how many.",
        ),
        (
            read_event,
            "3,6,9",
            (),
            "Found '3,6,9'. Expected the months of the event, such as [3, 9], or how often in each: {3: 2}. "
            "Fix: write [3, 6, 9].",
        ),
        (
            read_event,
            "3,9",
            (),
            "Found '3,9'. Expected the months of the event, such as [3, 9], or how often in each: {3: 2}. "
            "Fix: write [3, 9].",
        ),
        (
            read_event,
            {"mar": "x"},
            ("mar",),
            "Found 'x'. Expected a number such as 4020000, 4,020,000, 402万, 4.5M or 350k. "
            "Fix: write the number in digits.",
        ),
        (
            read_event_quarters,
            "q1",
            (),
            "Found 'q1'. Expected how often the event takes place in each quarter, such as [1, 0, 2, 1] or {q1: 2}. "
            "Fix: write {q1: 1}.",
        ),
        (
            read_event_quarters,
            5,
            (),
            "Found '5'. Expected how often the event takes place in each quarter, such as [1, 0, 2, 1] or {q1: 2}. "
            "Fix: write all four, or some as {QUARTER: VALUE}.",
        ),
        (
            read_facts,
            "x",
            (),
            "Found 'x'. Expected a list of twelve times yes or no (four of quarters), or those of some such as "
            "{mar: yes}. Fix: write yes or no for each month.",
        ),
        (read_facts, {"mar": "x"}, ("mar",), "Found 'x'. Expected yes or no. Fix: write yes or no."),
    ],
)
def test_what_is_told_of_values_of_months(
    read: Any, raw: object, at: tuple[str | int, ...], words: str
) -> None:
    (fault,) = refused(read, raw)
    assert (fault.at, str(fault)) == (at, words)


@pytest.mark.parametrize("raw", [["rest"], {3: "rest"}])
def test_the_rest_of_nothing_is_all_of_it(raw: Any) -> None:
    assert read_amounts(raw).values == (Decimal(1),)


def test_every_wrong_value_is_told_with_its_place() -> None:
    assert [fault.at for fault in refused(read_amounts, [1, "x", 3, "y"])] == [(1,), (3,)]
    assert [fault.at for fault in refused(read_counts, {"mar": "1.5", 4: 1})] == [("mar",)]
    assert [fault.at for fault in refused(read_facts, ["yes", 3])] == [(1,)]


# ---------------------------------------------------------------- what must hold


@pytest.mark.parametrize(
    ("months", "at", "sentence"),
    [
        (
            {"sales": [10] * 11},
            ("months", "sales"),
            "Found 11 values. Expected twelve values, one for each month. "
            "Fix: write all twelve, or some as {MONTH: VALUE}.",
        ),
        (
            {"facts": {"a": ["yes"] * 3}},
            ("months", "facts", "a"),
            "Found 3 values. Expected twelve values, one for each month. Fix: write all twelve.",
        ),
        (
            {"quarters": {"sales": [10] * 12}},
            ("months", "quarters", "sales"),
            "Found 12 values. Expected four values, one for each quarter. "
            "Fix: write all four, or some as {QUARTER: VALUE}.",
        ),
        ({"sales": {13: 110}}, ("months", "sales", 13), "Found '13'. Expected a month from 1 to 12"),
        ({"events": {"dm": [3, 13]}}, ("months", "events", "dm", 1), "Found '13'. Expected a month"),
        (
            {"events": {"dm": [3, 3]}},
            ("months", "events", "dm", 1),
            "Found '3'. Expected each month once. Fix: write {3: 2}.",
        ),
        (
            {"events": {"dm": [3, "march", 9, 3, 9]}},
            ("months", "events", "dm", 1),
            "Found 'march'. Expected each month once. Fix: write {3: 3, 9: 2}.",
        ),
        (
            {"events": {"dm": [3, "3、9"]}},
            ("months", "events", "dm", 1),
            "Found '3、9'. Expected a month from 1 to 12, or its name such as mar. Fix: write 3, 9.",
        ),
        (
            {"quarters": {"sales": {"q1": 60, 1: 50}}},
            ("months", "quarters", "sales", 1),
            "Found '1'. Expected each quarter once. Fix: delete one of them.",
        ),
        (
            {"sales": ["10%", "20%"]},
            ("months", "sales"),
            "Found 2 values. Expected twelve values, one for each month.",
        ),
        ({"sales": ["100%"]}, ("months", "sales"), "Found one value. Expected twelve values"),
        (
            {"sales": ["5%", *["0%"] * 11]},
            ("months", "sales"),
            "Found shares that come to 5%. Expected shares that come to 100%. "
            "Fix: correct a share, or write `rest` for one of them.",
        ),
        (
            {"sales": [*["60%"] * 2, *["0%"] * 9, "rest"]},
            ("months", "sales"),
            "Found shares that come to 120%. Expected shares that come to 100%. Fix: correct a share.",
        ),
        (
            {"figures": {"own": {1: "60%", 2: "50%", 3: "rest"}}},
            ("months", "figures", "own"),
            "Found shares that come to 110%. Expected shares that come to 100%. Fix: correct a share.",
        ),
        (
            {"sales": {"mar": 60, 3: 50}},
            ("months", "sales", 3),
            "Found '3'. Expected each month once. Fix: delete one of them.",
        ),
        (
            {"quarters": {"sales": {"q5": 110}}},
            ("months", "quarters", "sales", "q5"),
            "Found 'q5'. Expected a quarter from 1 to 4",
        ),
        (
            {"sales": {1: 110}, "quarters": {"sales": {1: 110}}},
            ("months", "quarters", "sales"),
            "Found sales by month and by quarter. Expected each figure once. Fix: delete one of them.",
        ),
        (
            {"skus": {"new": {13: 1}}},
            ("months", "skus", "new", 13),
            "Found '13'. Expected a month from 1 to 12",
        ),
        (
            {"categories": {"a": {"volume": {13: 1}}}},
            ("months", "categories", "a", "volume", 13),
            "Found '13'. Expected a month from 1 to 12",
        ),
        ({"starts": 13}, ("months", "starts"), "Found '13'."),
        ({"stores": {"opening": {3: 1}}}, ("months", "stores", "opening"), "Found 'opening'."),
        ({"skus": {"total": {3: 1}}}, ("months", "skus", "total"), "Found 'total'."),
        ({"net_sales": {3: 1}}, ("months", "net_sales"), "Found 'net_sales'."),
        ({"vat": {3: 1}}, ("months", "vat"), "Found 'vat'."),
        (
            {"categories": {"other": {"sales": {3: 1}}}},
            ("months", "categories", "other"),
            "Found 'other'. Expected a category of the plan. Fix: delete it: it is what the other categories leave",
        ),
        (
            {"sales": {1: 100}},
            ("months", "sales"),
            "Found months that come to 100. Expected 110, which the plan states for the year: 10 more. "
            "Fix: correct a month, or the year.",
        ),
        (
            {"sales": {1: 120}},
            ("months", "sales"),
            "Found months that come to 120. Expected 110, which the plan states for the year: 10 less.",
        ),
    ],
)
def test_what_months_cannot_be(months: Keys, at: tuple[str | int, ...], sentence: str) -> None:
    ((place, found),) = told(months)
    assert place == at
    assert found.startswith(sentence)


@pytest.mark.parametrize(
    ("of_quarters", "times"),
    [([2, 1, 4, 3], 10), ([1, 1, 1, 1], 4), ([2, 1, 0, 3], 6), ({1: 3}, 3), ({"q2": 3, "q3": 1}, 4)],
)
def test_an_event_by_quarter_is_counted_in_each(of_quarters: object, times: int) -> None:
    assert plan({"quarters": {"events": {"dm": of_quarters}}}).events == {"dm": times}


@pytest.mark.parametrize(
    ("of_quarters", "sentence"),
    [
        (
            [2, 1],
            "Found 2 values. Expected four values, one for each quarter. "
            "Fix: write all four, or some as {QUARTER: VALUE}.",
        ),
        (
            [1] * 12,
            "Found 12 values. Expected four values, one for each quarter. "
            "Fix: write all four, or some as {QUARTER: VALUE}.",
        ),
        (["q1", "Q3", "q1"], "Fix: write {q1: 2, q3: 1}."),
        ([3, 9, "q1", 0], "Found 'q1'. Expected a number"),
    ],
)
def test_what_are_no_counts_of_quarters(of_quarters: object, sentence: str) -> None:
    assert sentence in one({"quarters": {"events": {"dm": of_quarters}}})


@pytest.mark.parametrize(
    ("of_event", "starts", "mend"),
    [
        ([0, 0, 1, *[0] * 9], 1, "write [3]"),
        ([0, 0, 1, *[0] * 8, 1], 4, "write [6, 3]"),
        ([0, "2", 1, *[0] * 9], 1, "write {2: 2, 3: 1}"),
        ([1] * 12, 1, "write [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]"),
        ([0] * 12, 1, "write its months, or how often in each as {MONTH: COUNT}"),
        ([1, 0, 2, 1], 1, "write its months, or how often in each as {MONTH: COUNT}"),
    ],
)
def test_counts_in_the_list_of_an_event(of_event: object, starts: int, mend: str) -> None:
    ((at, sentence),) = told({"starts": starts, "events": {"dm": of_event}})
    assert at == ("months", "events", "dm")
    assert sentence.startswith("Found how often in each month, in a list. Expected the months of the event")
    assert sentence.endswith(f"Fix: {mend}.")


def test_every_month_that_is_none_is_told_at_its_key() -> None:
    months = {"sales": {13: 5, "mrch": 5, 3: 50, "mar": 50}, "events": {"dm": [3, 3, "x"]}}
    found = invalid(Plan.model_validate, {"sales": 110, "months": months})
    assert [(at, fault.on_key, fault.mend) for at, fault in found] == [
        (("months", "sales", 13), True, "write a month from 1 to 12"),
        (("months", "sales", "mrch"), True, "write march if that is meant"),
        (("months", "sales", "mar"), True, "delete one of them"),
        (("months", "events", "dm", 2), False, "write a month from 1 to 12"),
        (("months", "events", "dm", 1), False, "delete one of them"),
    ]


def test_all_months_of_an_event_are_no_counts() -> None:
    assert plan({"events": {"dm": [*range(12, 0, -1)]}}).events == {"dm": 12}


@pytest.mark.parametrize(
    ("months", "mend"),
    [
        ({"sales": "100%"}, "write all of them in a list, or some as {MONTH: VALUE}"),
        ({"stores": {"new": 3}}, "write all of them in a list, or some as {MONTH: VALUE}"),
        ({"events": {"dm": 4}}, "write its months in a list, or how often in each as {MONTH: COUNT}"),
        ({"events": {"dm": "often"}}, "write its months in a list, or how often in each as {MONTH: COUNT}"),
        ({"events": {"dm": "mar"}}, "write [mar]"),
        ({"events": {"dm": "3, 9"}}, "write [3, 9]"),
        ({"events": {"dm": "3-5, sep"}}, "write [3, 4, 5, sep]"),
        ({"events": {"dm": [1, "3..5"]}}, "write 3, 4, 5"),
        ({"events": {"dm": [1, "1.5"]}}, "write a month from 1 to 12"),
        ({"quarters": {"events": {"dm": "q1"}}}, "write {q1: 1}"),
        ({"quarters": {"events": {"dm": 4}}}, "write all four, or some as {QUARTER: VALUE}"),
        ({"events": {"dm": "3月、9月"}}, "write [3, 9]"),
        (
            {"facts": {"hw": "是"}},
            "write yes or no for each month, or state it once under `facts` of the plan",
        ),
        ({"facts": {"hw": "maybe"}}, "write yes or no for each month"),
        ({"stores": {"new": {3: "50%"}}}, "write how many"),
        ({"events": {"dm": {3: "50%"}}}, "write how many"),
        ({"skus": {"new": ["rest"] * 12}}, "write how many"),
    ],
)
def test_what_no_list_is_meant_as(months: Keys, mend: str) -> None:
    assert told(months)[0][1].endswith(f"Fix: {mend}.")


@pytest.mark.parametrize(
    ("months", "more", "at", "sentence"),
    [
        (
            {"figures": {"facings": ["30%"] * 4 + ["35%"] * 4 + ["40%"] * 3 + ["41%"]}},
            {"figures": {"facings": "50%"}},
            ("months", "figures", "facings"),
            "Found months whose mean is 35.083333%. Expected months whose mean is 50%. "
            "Fix: correct a month, or the year.",
        ),
        (
            {"facts": {"open": ["yes"] * 12}},
            {"facts": {"open": "no"}},
            ("months", "facts", "open"),
            "Found yes in every month. Expected no in at least one month, because `facts` says no of the year. "
            "Fix: correct the months, or the fact of the year.",
        ),
        (
            {"skus": {"new": {3: 1}}},
            {},
            ("months", "skus", "new"),
            "Found months of skus.new. Expected a figure that the plan states. Fix: add it to `plan`.",
        ),
        (
            {"categories": {"noodles": {"sales": "x"}}},
            {},
            ("months", "categories", "noodles", "sales"),
            "Found 'x'. Expected a list of twelve amounts or shares (four of quarters), or those of some such as "
            "{mar: 2, 9: 5}. Fix: write all of them in a list, or some as {MONTH: VALUE}.",
        ),
    ],
)
def test_where_months_do_not_agree_with_their_year(
    months: Keys, more: Any, at: tuple[str | int, ...], sentence: str
) -> None:
    assert told(months, **more) == [(at, sentence)]


def test_months_make_the_year_of_what_the_plan_does_not_state() -> None:
    shares = ["30%"] * 4 + ["35%"] * 4 + ["40%"] * 3 + ["41%"]
    categories = {"noodles": {"sales": {1: 7}, "volume": {1: 5}}}
    made = plan({"figures": {"facings": shares}, "events": {"dm": [3, 4]}, "categories": categories})
    assert made.figures["facings"] == Percent(Decimal("0.35083333"))
    assert made.events == {"dm": 2}
    assert made.categories["noodles"].volume == 5


def test_own_figures_and_facts_agree_with_their_year() -> None:
    figures = {"facings": "50%", "visits": 12}
    shares = one({"figures": {"facings": ["40%"] * 12}}, figures=figures)
    assert shares.startswith("Found months whose mean is 40%. Expected months whose mean is 50%.")
    quarters = one({"quarters": {"figures": {"facings": ["40%"] * 4}}}, figures=figures)
    assert quarters.startswith("Found months whose mean is 40%.")
    visits = one({"figures": {"visits": ["5%"] * 12}}, figures=figures)
    assert visits.startswith("Found shares that come to 60%. Expected shares that come to 100%.")
    so = one({"facts": {"open": ["yes"] * 12}}, facts={"open": "no"})
    assert so.startswith("Found yes in every month. Expected no in at least one month")
    not_so = one({"facts": {"open": {1: "yes"}}}, facts={"open": "yes"})
    assert not_so.startswith("Found no in at least one month. Expected yes in every month")


def test_months_of_what_the_plan_does_not_have() -> None:
    sentence = one({"skus": {"new": {3: 1}}})
    assert (
        sentence == "Found months of skus.new. Expected a figure that the plan states. Fix: add it to `plan`."
    )


def test_months_that_come_to_neither_the_year_nor_its_mean() -> None:
    sentence = one({"figures": {"promoters": [10] * 8 + [11] * 4}}, figures={"promoters": 12})
    assert sentence.startswith("Found months that come to 124, on average 10.3333. Expected 12, which")


def test_months_of_a_whole_and_of_its_parts_agree() -> None:
    classes = {"h": {"opening": 1, "closed": 1}, "m": {"opening": 20, "new": 2}}
    months = {"stores": {"closed": {3: 1}, "classes": {"h": {"closed": {5: 1}}}}}
    assert one(months, stores={"classes": classes}) == (
        "Found stores.closed of 1 in March, but 0 in all of its parts. Expected months that are the same. "
        "Fix: delete the months of stores.closed, or those of its parts."
    )
    of_sales = {"sales": {3: "100%"}, "categories": {"a": {"sales": {4: "100%"}}}}
    categories = {"a": {"sales": 60}, "b": {"sales": 50}}
    assert one(of_sales, sales=None, categories=categories).startswith(
        "Found sales of 110 in March, but 50 in"
    )
    same = {"sales": {3: "100%"}, "categories": {"a": {"sales": {3: "100%"}}}}
    assert contract({}, {"sales": None, "categories": categories, "months": same}).plan.is_sum


def test_months_of_every_whole_are_held_against_those_of_its_parts() -> None:
    classes = {"h": {"opening": 5, "new": 1, "closed": 1}, "m": {"opening": 5}}
    of_classes = {"h": {"new": {5: 1}, "closed": {6: 1}}, "m": {"new": [0] * 12, "closed": [0] * 12}}
    months = {"stores": {"new": {3: 1}, "closed": {4: 1}, "classes": of_classes}}
    assert [at for at, _ in told(months, stores={"classes": classes})] == [
        ("months", "stores", "new"),
        ("months", "stores", "closed"),
    ]


def test_amounts_that_do_not_end_are_shown_to_four_decimals() -> None:
    categories = {"a": {"sales": 60}, "b": {"sales": 50}}
    months = {"quarters": {"sales": {1: "100%"}, "categories": {"a": {"sales": {2: 60}}}}}
    assert one(months, sales=None, categories=categories) == (
        "Found sales of 36.6667 in January, but 16.6667 in all of its parts. Expected months that are the same. "
        "Fix: delete the months of sales, or those of its parts."
    )
    assert one({"stores": {"closed": {1: 5}}}, stores={"opening": 4, "new": 4}) == (
        "Found 5 stores that close in January. Expected no more than there are then (4.3333). "
        "Fix: let them close later, or open earlier."
    )
    assert one({"stores": {"new": {12: 4}}}, stores={"opening": 0, "closed": 4}) == (
        "Found 0.3333 stores that close in January. Expected no more than there are then (0). "
        "Fix: let them close later, or open earlier."
    )


def test_months_are_of_the_likely_year_and_stores_close_where_few_open() -> None:
    sales = {"low": 100, "likely": 110, "high": 120}
    assert plan({"sales": {1: 110}}, sales=sales).estimates()
    assert one({"sales": {1: 100}}, sales=sales).startswith(
        "Found months that come to 100. Expected 110, which"
    )
    stores = {"opening": 2, "closed": 3, "new": {"low": 1, "likely": 2, "high": 3}}
    assert one({"stores": {"closed": {3: 3}}}, stores=stores) == (
        "Found 3 stores that close in March. Expected no more than there are then (2.25). "
        "Fix: let them close later, or open earlier."
    )
    categories = {"a": {"sales": 60}, "b": {"sales": 50}}
    months = {"sales": {3: "100%"}, "categories": {"a": {"sales": {4: "100%"}}}}
    estimated = {**stores, "closed": 0}
    assert one(months, sales=None, categories=categories, stores=estimated).startswith(
        "Found sales of 110 in March"
    )


def test_stores_close_once_they_are_open() -> None:
    early = one({"stores": {"closed": {3: 3}, "new": {6: 2}}}, stores={"opening": 2})
    assert early == (
        "Found 3 stores that close in March. Expected no more than there are then (2). "
        "Fix: let them close later, or open earlier."
    )
    classes = {"hyper": {"opening": 1}, "market": {"opening": 5}}
    in_time = {"classes": {"hyper": {"closed": {2: 2}, "new": {2: 1, 9: 1}}}}
    Plan.model_validate({"sales": 1, "stores": {"classes": classes}, "months": {"stores": in_time}})
    late = {"classes": {"hyper": {"closed": {2: 2}, "new": {9: 1}}}}
    assert one({"stores": late}, stores={"classes": classes}).startswith(
        "Found 2 stores that close in February."
    )
    both = {"classes": {**late["classes"], "market": {"closed": {3: 6}, "new": {9: 1}}}}
    given = {"sales": 1, "stores": {"classes": classes}, "months": {"stores": both}}
    assert [(at, fault.reason) for at, fault in invalid(Plan.model_validate, given)] == [
        (("months", "stores", "classes", "hyper", "closed"), "closed"),
        (("months", "stores", "classes", "market", "closed"), "closed"),
    ]


def test_stores_that_open_in_the_month_may_close_in_it() -> None:
    months = {"stores": {"closed": {3: 5}, "new": {3: 1, 9: 2}}}
    ((at, sentence),) = told(months, stores={"opening": 3})
    assert at == ("months", "stores", "closed")
    assert sentence.startswith(
        "Found 5 stores that close in March. Expected no more than there are then (4)."
    )
    ((at, _),) = told({"stores": {"new": {6: 3}}}, stores={"opening": 0, "closed": 3})
    assert at == ("months", "stores", "new")


def test_months_are_lines_with_keys() -> None:
    for months in (5, {"quarters": [1]}):
        with pytest.raises(ValidationError, match="valid dictionary or instance"):
            Plan.model_validate({"sales": 1, "months": months})


def test_months_that_cannot_be_read_leave_the_year_to_its_own_message() -> None:
    months = {"volume": ["50%", "50%"], "sales": "x", "facts": {"open": 5}, "figures": {"a": {1: "x"}}}
    with pytest.raises(ValidationError) as caught:
        Plan.model_validate({"sales": None, "months": months})
    places = {error["loc"] for error in caught.value.errors()}
    assert places >= {("months", "sales"), ("months", "facts", "open"), ("months", "figures", "a")}


# ---------------------------------------------------------------- courses


def plan(months: Keys, **more: Any) -> Plan:
    return Plan.model_validate({"sales": 120, "months": months, **more})


def test_courses_and_what_follows_them() -> None:
    listed = plan({"sales": {1: 120}}, returns=5, categories={"noodles": {"sales": 7}}, volume=3)
    assert [
        course_of(listed, path).share((1,)) for path in ("sales", "returns", "categories.noodles.sales")
    ] == [
        1,
        1,
        1,
    ]
    assert course_of(listed, "volume").share((1, 2)) == Fraction(1, 6)
    assert course_of(plan({"sales": {1: 0}}, sales=0), "sales").share((1,)) == 0


def test_a_moved_year_keeps_levels_and_flows() -> None:
    months = {
        "sales": ["50%", "50%", *["0%"] * 10],
        "figures": {"a": [1, 3] * 6, "b": [1] * 12, "c": ["20%"] * 12},
    }
    stated = plan({"starts": 2, **months}, figures={"a": 2, "b": 12, "c": "20%"})
    kept = as_portions(stated, "sales")
    assert kept is not None
    assert {path: listed.by.unit for path, listed in kept.every().items()} == {
        "sales": "share",
        "a": "level",
        "b": "portion",
        "c": "level",
    }
    assert kept.starts == 2
    moved = stated.model_copy(update={"months": kept, "figures": {**stated.figures, "a": Decimal(8)}})
    assert courses(moved)["a"].share((2,)) == Decimal("1.5")
    assert as_portions(plan({}), "sales") is not None
    assert as_portions(Plan.model_validate({"sales": 1}), "sales") is None


def test_which_figures_a_plan_gives_with_its_months_is_known_where_they_cannot_be_read() -> None:
    months: Keys = {
        "sales": "x",
        "start": 4,
        "events": {"dm": [13]},
        "figures": {"own": ["x"]},
        "stores": None,
        "quarters": {"events": {"dm": [1], "fair": 3}},
    }
    raw = {
        "sales": 120,
        "figures": {"promoters": 3, "own": None},
        "months": months,
        "last_year": {"months": months},
    }
    given = with_all_listed(raw)
    assert given["sales"] == 120
    assert given["events"] == {"dm": [13], "fair": 3}
    assert given["figures"] == {"promoters": 3, "own": ["x"]}
    assert given["last_year"]["sales"] == "x"
    assert "start" not in given
    unlike = {"figures": 5, "stores": {"opening": 1}}
    assert with_all_listed({"figures": {"own": 1}, "stores": 2, "months": unlike}) == {
        "figures": {"own": 1},
        "stores": 2,
        "months": unlike,
    }
    assert with_all_listed({"sales": 1, "months": 5}) == {"sales": 1, "months": 5}
    assert with_all_listed({"months": {"quarters": [1]}})["months"] == {"quarters": [1]}


def test_a_value_for_each_month_in_the_order_of_the_contract_year() -> None:
    by = ByPeriod((Decimal(5), Decimal(2)), ("apr", 3))
    assert by.of_year(12, 4) == (5, *[0] * 10, 2)
    assert ByPeriod((Decimal(3), Decimal(6)), ("q1", 4)).of_year(4, 4) == (1, 1, 1, *[0] * 6, 2, 2, 2)


# ---------------------------------------------------------------- terms


def test_a_term_names_what_is_settled_within_its_periods() -> None:
    terms = {"a": {"rate": "1%", "each": "month", "less": ["b"]}, "b": {"rate": "1%", "each": "quarter"}}
    ((at, fault),) = invalid(Scenario.model_validate, {"scenario": "x", "plan": {"sales": 1}, "terms": terms})
    assert (at, fault.on_key) == (("terms", "a", "each"), True)
    assert fault.found == "b, which is settled for longer than this term"
    within = {"a": {"rate": "1%", "in": ["1..2"], "less": ["b"]}, "b": {"rate": "1%", "each": "quarter"}}
    keys = {"scenario": "x", "plan": {"sales": 1}, "terms": within}
    ((at, fault),) = invalid(Scenario.model_validate, keys)
    assert (at, fault.on_key) == (("terms", "a", "in"), True)
    assert str(fault) == (
        "Found b, which is settled for longer than this term. Expected a term that is settled within each period of "
        "this one. Fix: settle both by the same periods, or this one by longer ones."
    )
    contract({**terms, "b": {"rate": "1%", "each": "month"}})
    contract({**terms, "a": {"rate": "1%", "less": ["b"]}})
    contract({**terms, "a": {"rate": "1%", "each": "half", "cumulative": "yes", "less": ["b"]}})


def test_growth_by_period_wants_last_years_months_where_this_year_has_them() -> None:
    tiers = [{"from": "+5%", "rate": "1%"}]
    term = {"mode": "whole", "measure": "growth", "each": "quarter", "tiers": tiers}
    for fee in (
        term,
        {"rate": "1%", "of": "increment", "in": [3]},
        {"amount": 1, "per": "last_year.volume", "each": "half"},
        {"amount": 1, "each": "half", "only_if": "growth >= +5%"},
    ):
        listed = {"sales": {3: 110}, "volume": {3: 7}}
        plan = {"sales": 110, "volume": 7, "last_year": {"sales": 100, "volume": 3}, "months": listed}
        ((at, fault),) = invalid(lambda given: contract({"fee": given}, plan), fee)  # noqa: B023  # read at once
        assert (at, fault.on_key) == (("terms", "fee", "in" if "in" in fee else "each"), True)
        figure = "volume" if "per" in fee else "sales"
        assert str(fault) == (
            f"Found {figure} of last year by month, which the plan does not give. "
            "Expected last year's months beside this year's. "
            "Fix: add `months` to `last_year`, or settle the term by the year."
        )
        before = {"sales": 100, "volume": 3, "months": {"sales": {3: 100}, "volume": {3: 3}}}
        contract({"fee": fee}, {**plan, "last_year": before})
        contract({"fee": fee}, {**plan, "months": {}})
    contract(
        {"fee": {**term, "each": "year"}},
        {"sales": 1, "last_year": {"sales": 1}, "months": {"sales": {1: 1}}},
    )


def test_a_range_across_the_end_of_the_contract_year_is_told_where_it_stands() -> None:
    terms = {"fee": {"rate": "1%", "in": [6, "11..2"]}}
    ((at, fault),) = invalid(Scenario.model_validate, {"scenario": "x", "plan": {"sales": 1}, "terms": terms})
    assert at == ("terms", "fee", "in", 1)
    assert str(fault) == (
        "Found '11..2'. Expected months inside the contract year, which begins in January. Fix: write 11..12, 1..2."
    )


def test_a_range_ends_within_the_contract_year() -> None:
    with pytest.raises(ValidationError, match=r"begins in January. Fix: write 11..12, 1..2"):
        contract({"fee": {"rate": "1%", "in": ["11..2"]}})
    contract({"fee": {"rate": "1%", "in": ["11..2"]}}, {"months": {"starts": 4}})
    with pytest.raises(ValidationError, match=r"begins in April. Fix: write 2..3, 4..5"):
        contract({"fee": {"rate": "1%", "in": ["2..5"]}}, {"months": {"starts": 4}})


@pytest.mark.parametrize("ranges", [["1..12"], ["4..3"], ["1..6", "7..12"], ["10..12", "jan..9"]])
@pytest.mark.parametrize("starts", [1, 4])
def test_all_months_are_the_year_in_whichever_month_it_begins(ranges: list[str], starts: int) -> None:
    months = {"months": {"starts": starts}}
    fee = contract({"fee": {"rate": "1%", "in": ranges}}, months).terms["fee"]
    assert (fee.is_yearly, fee.selected) == (True, ())
    assert fee.settlements(starts) == (tuple(range(1, 13)),)
    quarterly = contract({"fee": {"rate": "1%", "each": "quarter", "in": ranges}}, months).terms["fee"]
    assert quarterly.settlements(starts) == ((1, 2, 3), (4, 5, 6), (7, 8, 9), (10, 11, 12))


def test_to_date_wants_periods() -> None:
    for each, found, mend in (
        ({}, "`cumulative` without `each`", "add `each:`, or delete `cumulative`"),
        (
            {"each": "year"},
            "`cumulative` with `each: year`, which settles once",
            "settle it more often, or delete `cumulative`",
        ),
    ):
        ((at, fault),) = invalid(RateTerm.model_validate, {"rate": "1%", "cumulative": "yes", **each})
        expected = "`each: month`, `quarter` or `half` beside it"
        assert (at, fault) == (("cumulative",), Fault(found, expected, mend, ("cumulative",), on_key=True))
    fee = contract({"fee": {"rate": "1%", "each": "half", "cumulative": "yes", "in": ["1..6", 9]}}).terms[
        "fee"
    ]
    assert fee.model_dump(by_alias=True, exclude_defaults=True)["in"] == ["1..6", 9]


def test_last_year_begins_in_the_same_month() -> None:
    months = {"starts": 4, "sales": {4: 120}}
    listed = plan(months, last_year={"sales": 5, "months": {"sales": {4: 5}}})
    assert course_of(listed, "last_year.sales").share((1,)) == 1
    ((at, sentence),) = told(
        {"starts": 4, "sales": {4: 110}}, last_year={"sales": 5, "months": {"starts": 1}}
    )
    assert at == ("last_year", "months")
    assert sentence == (
        "Found a last year that begins in January. Expected the month in which this year begins (April). "
        "Fix: write the same `starts` in both years."
    )
    with pytest.raises(ValidationError, match="a last year that begins in April"):
        Plan.model_validate({"sales": 1, "last_year": {"sales": 5, "months": {"starts": 4}}})


@pytest.mark.parametrize(
    ("each", "period"),
    [
        *(("每月", "month"), ("monthly", "month"), ("Every quarter", "quarter"), ("季度", "quarter")),
        *(
            ("half year", "half"),
            ("semi-annual", "half"),
            ("半年", "half"),
            ("年度", "year"),
            ("Yearly", "year"),
        ),
    ],
)
def test_a_period_by_another_word(each: str, period: str) -> None:
    told = f"Found '{each}'. Expected one of month, quarter, half, year. Fix: write {period}."
    with pytest.raises(ValidationError, match=told):
        contract({"fee": {"rate": "1%", "each": each}})


@pytest.mark.parametrize(
    ("term", "told"),
    [
        ({"rate": "1%", "of": "categories.other.sales", "each": "month"}, "in January"),
        ({"rate": "1%", "each": "quarter", "only_if": "rest >= 1"}, "from January to March"),
        ({"rate": "1%", "of": "categories.other.sales", "in": [1, 6]}, None),
        ({"rate": "1%", "of": "categories.other.sales", "in": [1]}, "in January"),
        ({"rate": "1%", "each": "quarter", "only_if": ["rest >= 1", "volume >= 1"]}, "from January to March"),
        ({"rate": "1%", "of": "categories.other.sales", "each": "half"}, None),
        ({"rate": "1%", "of": "categories.other.sales"}, None),
        ({"rate": "1%", "each": "month"}, None),
    ],
)
def test_categories_stay_below_sales_in_every_period_that_reads_what_they_leave(
    term: Keys, told: str | None
) -> None:
    months = {"sales": {1: "16%", 6: "84%"}, "categories": {"noodles": {"sales": {1: 30}}}}
    plan = {
        "sales": 120,
        "volume": 5,
        "categories": {"noodles": {"sales": 30}},
        "figures": {"rest": "50% of categories.other.sales"},
        "months": months,
    }
    if told is None:
        contract({"fee": term}, plan)
        return
    for sales in (120, {"low": 120, "likely": 120, "high": 240}):
        keys = {"scenario": "x", "plan": {**plan, "sales": sales}, "terms": {"fee": term}}
        ((at, fault),) = invalid(Scenario.model_validate, keys)
        assert (at, fault.reason) == (("plan", "months"), "parts")
        assert str(fault) == (
            f"Found categories that come to more than sales {told}. Expected no more than sales in every period of a "
            "term that reads categories.other.sales. Fix: correct the months of sales or of a category."
        )
