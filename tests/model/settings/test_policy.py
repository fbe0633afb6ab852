"""What house rules may say."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import ValidationError

from ka_terms.model.contract.terms.limits import Share
from ka_terms.model.settings.policy import Policy, ReviewEntry, read_ceiling, read_least_shares
from tests.contracts import invalid, refused

_FEE = "a fee or a total of fees, because a ceiling limits fees"
SHARE_OF_GRADE = "the grade of fees and a percentage of total fees, such as performance 30%"
GRADES = "one of unconditional, apparent, activity, performance"
_NAME_A_FEE = "name a fee, or delete the key"


@pytest.mark.parametrize(
    ("raw", "ceiling"),
    [
        ("25%", Share(Decimal("0.25"), "sales")),
        (" 2.5 % ", Share(Decimal("0.025"), "sales")),
        ("25％", Share(Decimal("0.25"), "sales")),
        ("25% of sales", Share(Decimal("0.25"), "sales")),
        ("1M", Decimal(1000000)),
        (0, Decimal(0)),
    ],
)
def test_a_ceiling_is_an_amount_or_a_share_of_sales(raw: object, ceiling: Decimal | Share) -> None:
    assert read_ceiling(raw) == ceiling


@pytest.mark.parametrize(
    ("raw", "shares"),
    [
        ({"performance": "30%"}, {"performance": Decimal("0.3")}),
        ("performance 30%", {"performance": Decimal("0.3")}),
        ("performance 30%, activity 20 %", {"performance": Decimal("0.3"), "activity": Decimal("0.2")}),
        (["performance 30%", "apparent 0%"], {"performance": Decimal("0.3"), "apparent": Decimal(0)}),
    ],
)
def test_the_least_share_of_a_grade_is_a_mapping_or_a_text(raw: object, shares: dict[str, Decimal]) -> None:
    assert read_least_shares(raw) == shares


@pytest.mark.parametrize(
    ("raw", "expected", "at"),
    [
        ("performance", SHARE_OF_GRADE, ()),
        (["performance 30%", "activity"], SHARE_OF_GRADE, (1,)),
        ([3], SHARE_OF_GRADE, (0,)),
        ([], SHARE_OF_GRADE, ()),
        (None, SHARE_OF_GRADE, ()),
        ({"perfomance": "30%"}, GRADES, ("perfomance",)),
        ("conditional 30%", GRADES, ()),
        ("activity 30%, activity 20%", "each name once", ()),
    ],
)
def test_any_other_least_share_is_refused(raw: object, expected: str, at: tuple[object, ...]) -> None:
    (fault,) = refused(read_least_shares, raw)
    assert (fault.expected, fault.at) == (expected, at)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("performance", f"Found 'performance'. Expected {SHARE_OF_GRADE}."),
        (["performance"], f"Found 'performance'. Expected {SHARE_OF_GRADE}."),
        (5, f"Found '5'. Expected {SHARE_OF_GRADE}."),
        (
            "perfomance 30%",
            f"Found 'perfomance'. Expected {GRADES}. Fix: write performance if that is meant.",
        ),
        ("x 30%", f"Found 'x'. Expected {GRADES}. Fix: choose one of them."),
        (
            ["performance 30%", "performance 40%"],
            "Found 'performance'. Expected each name once. Fix: delete one of them.",
        ),
    ],
)
def test_what_is_told_of_any_other_least_share(raw: object, words: str) -> None:
    (fault,) = refused(read_least_shares, raw)
    assert str(fault) == words


def test_every_wrong_ceiling_is_told_behind_those_of_terms() -> None:
    stated = {"policy": "x", "ceilings": {"dm_fee": 5, "sales": 5, "it_fee": 3, "vpo": 5}}
    assert [path for path, _ in invalid(Policy.model_validate, stated)] == [
        ("ceilings", "sales"),
        ("ceilings", "vpo"),
    ]


def test_a_ceiling_is_no_share_of_anything_else() -> None:
    (fault,) = refused(read_ceiling, "25% of volume")
    assert str(fault) == (
        "Found '25% of volume'. Expected an amount, or a percentage of sales, such as 25%. "
        "Fix: write a percentage of sales."
    )
    assert refused(read_ceiling, "x")[0].found == "'x'"
    assert refused(read_ceiling, "101%")[0].found == "'101%'"


@pytest.mark.parametrize(
    ("metric", "ceiling", "found", "expected", "mend", "on_key"),
    [
        (
            "fee_ratio",
            "0.25",
            "'0.25'",
            "a percentage of sales, such as 25%",
            "add the percent sign",
            False,
        ),
        (
            "fees_a_store",
            "5%",
            "'5% of sales'",
            "a number, because fees_a_store is not a percentage",
            "delete the percent sign",
            False,
        ),
        (
            "sales",
            "5",
            "'sales'",
            _FEE,
            _NAME_A_FEE,
            True,
        ),
        (
            "net_net_sales",
            "5%",
            "'net_net_sales'",
            _FEE,
            _NAME_A_FEE,
            True,
        ),
        (
            "vpo",
            "5",
            "'vpo'",
            _FEE,
            _NAME_A_FEE,
            True,
        ),
        (
            "vpo_volume",
            "5",
            "'vpo_volume'",
            _FEE,
            _NAME_A_FEE,
            True,
        ),
    ],
)
def test_a_ceiling_that_does_not_fit_what_it_holds(
    metric: str, ceiling: str, found: str, expected: str, mend: str, on_key: bool
) -> None:
    stated = {"policy": "x", "ceilings": {"total_fees": "1M", metric: ceiling}}
    ((path, fault),) = invalid(Policy.model_validate, stated)
    assert path == ("ceilings", metric)
    assert (fault.found, fault.expected, fault.mend, fault.on_key) == (found, expected, mend, on_key)


def test_ceilings_that_fit() -> None:
    ceilings = {
        "fee_ratio": "25%",
        "total_fees": "25%",
        "fees_a_store": "1000",
        "monthly_rebate": "3%",
        "it_fee": 5,
    }
    policy = Policy.model_validate(
        {"policy": "House rules", "ceilings": ceilings, "required": "annual_rebate"}
    )
    assert policy.ceilings["it_fee"] == 5
    assert policy.required == ("annual_rebate",)
    assert (policy.about, policy.review) == (None, {})
    written = policy.model_dump()["ceilings"]
    assert (written["fee_ratio"], written["it_fee"]) == ("25% of sales", 5)
    assert Policy.model_validate(policy.model_dump()) == policy


@pytest.mark.parametrize("texts", ["Ours", {"en": "Ours", "zh-Hant": "本公司"}])
def test_a_text_is_one_for_all_languages_or_one_a_language(texts: str | dict[str, str]) -> None:
    policy = Policy.model_validate(
        {"policy": texts, "about": texts, "review": {"card_fee": {"reason": texts}}}
    )
    assert (policy.policy, policy.about, policy.review["card_fee"].reason) == (texts, texts, texts)
    assert Policy.model_validate(policy.model_dump()) == policy


def test_a_text_is_there_in_one_language_at_least() -> None:
    ((path, fault),) = invalid(Policy.model_validate, {"policy": {}})
    assert (path, fault.found, fault.expected) == (
        ("policy",),
        "a mapping",
        "one text, or one text per language",
    )
    ((path, fault),) = invalid(Policy.model_validate, {"policy": {"fr": "à nous"}})
    assert (path, fault.expected) == (("policy", "fr"), "one of en, zh-Hant, zh-Hans")


def test_a_mark_to_review_gives_its_reason() -> None:
    policy = Policy.model_validate(
        {"policy": "x", "review": {"card_fee": {"reason": "R", "date": "2011-12"}}}
    )
    assert policy.review["card_fee"] == ReviewEntry(reason="R", source=None, date="2011-12")
    with pytest.raises(ValidationError, match="Field required"):
        Policy.model_validate({"policy": "x", "review": {"card_fee": {}}})
