"""What a term may say, by its shape."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from ka_terms.model.contract.terms.limits import Limit, Share, read_limit
from ka_terms.model.contract.terms.terms import AmountTerm, RateTerm, Term, shape_of
from ka_terms.model.contract.terms.tiers import Tier, TieredTerm
from ka_terms.model.faults import Fault
from ka_terms.model.numbers.number import Index
from tests.contracts import each, invalid, refused

TERM: TypeAdapter[Term] = TypeAdapter(Term)
LIMIT = "an amount, or a percentage of a figure, such as 8% of sales"


def tiered(*tiers: object, **more: Any) -> dict[str, Any]:
    return {"mode": "whole", "tiers": list(tiers), **more}


@pytest.mark.parametrize(
    ("raw", "limit"),
    [
        ("8% of sales", Share(Decimal("0.08"), "sales")),
        ("  8 %  of  net_sales ", Share(Decimal("0.08"), "net_sales")),
        ("８％ of sales", Share(Decimal("0.08"), "sales")),
        ("8% of last_year.sales", Share(Decimal("0.08"), "last_year.sales")),
        ("8% of cost of goods", Share(Decimal("0.08"), "cost of goods")),
        ("8% of 进货 额", Share(Decimal("0.08"), "进货 额")),
        ("120% of b_fee", Share(Decimal("1.2"), "b_fee")),
        ("5万", Decimal(50000)),
        (5000, Decimal(5000)),
    ],
)
def test_a_limit_is_an_amount_or_a_share(raw: object, limit: Decimal | Share) -> None:
    assert read_limit(raw) == limit
    if isinstance(limit, Share):
        assert read_limit(limit) is limit


@pytest.mark.parametrize("raw", ["8%", " 8％ "])
def test_a_limit_in_percent_says_of_what(raw: str) -> None:
    (fault,) = refused(read_limit, raw)
    assert (fault.found, fault.expected, fault.mend) == (
        f"'{raw}'",
        LIMIT,
        f"write what it is a percentage of, such as {raw.strip()} of sales",
    )


@pytest.mark.parametrize(("raw", "found"), [("8 of sales", "'8'"), ("x", "'x'"), ("8% of ", "'8% of '")])
def test_what_is_no_limit_is_refused(raw: str, found: str) -> None:
    assert refused(read_limit, raw)[0].found == found


def test_a_limit_is_written_as_it_is_read() -> None:
    limits: TypeAdapter[Decimal | Share] = TypeAdapter(Limit)
    assert limits.dump_python(read_limit("8.50% of sales")) == "8.5% of sales"
    assert limits.dump_python(read_limit("5万")) == 50000


@pytest.mark.parametrize(
    ("least", "most"),
    [
        ("5", "5"),
        ("8% of sales", "8% of sales"),
        ("7% of sales", "8% of sales"),
        ("9% of net_sales", "8% of sales"),
        ("9% of sales", "8% of net_sales"),
        ("9% of sales", "5"),
        ("5", "1% of sales"),
    ],
)
def test_limits_that_may_stand_together(least: str, most: str) -> None:
    assert RateTerm.model_validate({"rate": "1%", "at_least": least, "at_most": most}).at_least == read_limit(
        least
    )


def test_crossed_limits_of_tiers_are_told_before_their_bounds() -> None:
    tiers = {"mode": "whole", "tiers": [], "at_least": 6, "at_most": 5}
    assert [path for path, _ in invalid(TieredTerm.model_validate, tiers)] == [("at_least",)]


@pytest.mark.parametrize(
    ("least", "most"), [("5.01", "5"), ("8.01% of sales", "8% of sales"), ("9000001", "9,000,000")]
)
def test_a_least_above_the_most_is_refused(least: str, most: str) -> None:
    ((path, fault),) = invalid(RateTerm.model_validate, {"rate": "1%", "at_least": least, "at_most": most})
    assert path == ("at_least",)
    assert (
        str(fault)
        == f"Found '{least}'. Expected at most {most}, which is `at_most`. Fix: correct `at_least` or `at_most`."
    )


def test_a_free_allowance_is_of_what_is_charged() -> None:
    term = {"amount": 1, "per": ["a"], "free": {"a": 1, "b": 2}}
    ((path, fault),) = invalid(AmountTerm.model_validate, term)
    assert path == ("free", "b")
    assert fault.on_key
    assert str(fault) == "Found 'b'. Expected a figure that `per` of this term names. Fix: add b to `per`."


def test_an_amount_is_charged_by_six_figures_at_most() -> None:
    assert AmountTerm.model_validate({"amount": 1, "per": list("abcdef")}).per == tuple("abcdef")
    ((path, fault),) = invalid(AmountTerm.model_validate, {"amount": 1, "per": list("abcdefg")})
    assert path == ("per",)
    assert str(fault) == "Found a list. Expected at most 6 names. Fix: shorten the list."


NO_BOUND = (
    "neither `from` nor `over` in a tier",
    "one of them",
    "add `from:` (the threshold itself counts) or `over:` (only more counts)",
    True,
)
NO_PAYMENT = ("neither `rate` nor `amount` in a tier", "one of them", "add `rate:` or `amount:`", True)


@pytest.mark.parametrize(
    ("tier", "faults"),
    [
        ({"rate": "1%"}, [NO_BOUND]),
        ({"from": 1}, [NO_PAYMENT]),
        (
            {"from": 1, "over": 1, "rate": "1%"},
            [
                (
                    "`from` and `over` in one tier",
                    "only one of them",
                    "delete `over` (keep `from` if the threshold itself counts)",
                    False,
                )
            ],
        ),
        (
            {"from": 0, "rate": "0%", "amount": 0},
            [("`rate` and `amount` in one tier", "only one of them", "delete `rate` or `amount`", False)],
        ),
        (
            {},
            [
                NO_BOUND,
                NO_PAYMENT,
            ],
        ),
    ],
)
def test_a_tier_has_one_bound_and_one_payment(
    tier: dict[str, Any], faults: list[tuple[str, str, str, bool]]
) -> None:
    found = invalid(Tier.model_validate, tier)
    assert [(fault.found, fault.expected, fault.mend, fault.on_key) for _, fault in found] == faults
    assert {path for path, _ in found} == {()}


def test_a_tier_is_written_with_from_alone() -> None:
    with pytest.raises(ValidationError, match=r"from_\n  Extra inputs are not permitted"):
        Tier.model_validate({"from_": 1, "over": 1, "rate": "1%"})


def test_a_tier_knows_its_bound_and_whether_it_is_reached_there() -> None:
    at, above = (
        Tier.model_validate({"from": 0, "rate": "1%"}),
        Tier.model_validate({"over": "110%", "amount": 5}),
    )
    assert each(at.bound, at.inclusive) == (0, True)
    assert (above.bound, above.inclusive) == (Index(Decimal("1.1")), False)


@pytest.mark.parametrize("measure", ["year.growth", "growth of year.sales"])
def test_no_measure_is_of_the_whole_year(measure: str) -> None:
    ((path, fault),) = invalid(
        TieredTerm.model_validate, tiered({"from": "+5%", "rate": "1%"}, measure=measure)
    )
    assert path == ("measure",)
    assert str(fault) == (
        f"Found '{measure}'. Expected a figure of the plan, growth or achievement. "
        "Fix: name a figure, because `year.` stands before figures alone."
    )


@pytest.mark.parametrize("answer", ["maybe", 1, None])
def test_a_term_answers_yes_or_no(answer: object) -> None:
    for key in ("owed", "cumulative"):
        ((path, fault),) = invalid(RateTerm.model_validate, {"rate": "1%", "each": "half", key: answer})
        assert (path, fault.mend) == ((key,), "write yes or no")


@pytest.mark.parametrize("measure", ["growth", "achievement"])
def test_growth_is_bounded_by_an_index(measure: str) -> None:
    tiers = [{"from": "110%", "rate": "1%"}, {"over": 120, "rate": "2%"}]
    ((path, fault),) = invalid(TieredTerm.model_validate, tiered(*tiers, measure=measure))
    assert path == ("tiers", 1, "over")
    assert (
        str(fault)
        == f"Found '120'. Expected a percentage such as 110%, because `measure` is {measure}. Fix: write 120%."
    )


@pytest.mark.parametrize("field", ["from", "over"])
def test_an_unsigned_bound_of_growth_below_all_is_refused_with_both_mends(field: str) -> None:
    tiers = [{"from": "-10%", "rate": "1%"}, {field: "5%", "rate": "2%"}, {"from": "10%", "rate": "3%"}]
    (path, fault), (other, _) = invalid(TieredTerm.model_validate, tiered(*tiers, measure="growth"))
    assert (path, other) == (("tiers", 1, field), ("tiers", 2, "from"))
    assert fault.found == "'5%'"
    assert fault.mend == "write +5% for growth of 5%, or -95% for 5% of last year"


def test_bounds_of_growth_are_each_read_alone() -> None:
    tiers = [{"from": bound, "rate": "1%"} for bound in ("-10%", "+7%", "115%")]
    term = TieredTerm.model_validate(tiered(*tiers, measure="growth"))
    assert [tier.bound for tier in term.tiers] == [Index(Decimal(index)) for index in ("0.9", "1.07", "1.15")]
    assert [tier["from"] for tier in term.model_dump(by_alias=True)["tiers"]] == ["-10%", "107%", "115%"]


@pytest.mark.parametrize(
    ("bound", "mend"),
    [
        ("+90%", "write 90% or 190%, whichever is meant"),
        ("+0%", "write 100%"),
        ("-10%", "write 90%"),
    ],
)
def test_a_share_of_the_target_has_no_sign(bound: str, mend: str) -> None:
    term = tiered({"from": bound, "rate": "1%"}, measure="achievement")
    ((path, fault),) = invalid(TieredTerm.model_validate, term)
    assert path == ("tiers", 0, "from")
    assert fault == Fault(
        f"'{bound}'",
        "a percentage of the target without a sign, such as 90% or 110%",
        mend,
        ("tiers", 0, "from"),
    )


@pytest.mark.parametrize(
    ("bound", "growth", "achievement"),
    [
        ("5", "write 500% or +5%, whichever is meant", "write 500% or 5%, whichever is meant"),
        (
            "1.05",
            "write 105% or +1.05%, whichever is meant",
            "write 105% or 1.05%, whichever is meant",
        ),
        ("50", "write +50% or -50%, whichever is meant", "write 50%"),
        ("0.05", "", "write 5% or 0.05%, whichever is meant"),
        ("9M", "", ""),
    ],
)
def test_a_bound_without_its_percent_sign_is_told_what_it_may_be(
    bound: str, growth: str, achievement: str
) -> None:
    for measure, mend in (("growth", growth), ("achievement", achievement)):
        term = tiered({"from": bound, "rate": "1%"}, measure=measure)
        ((_, fault),) = invalid(TieredTerm.model_validate, term)
        assert fault.mend == mend


@pytest.mark.parametrize("text", ["8%\u3000of\u3000sales", "8%\u00a0of sales", " 8% of\u2009sales "])
def test_a_limit_may_have_spaces_of_any_width(text: str) -> None:
    assert str(read_limit(text)) == "8% of sales"


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("8%of sales", "write 8% of sales"),
        ("8% ofsales", "write 8% of sales"),
        ("800%of sales", "write 800% of sales"),
        ("8%", "write what it is a percentage of, such as 8% of sales"),
        ("-8%", ""),
        ("x%of sales", ""),
    ],
)
def test_a_limit_that_runs_together(text: str, mend: str) -> None:
    assert refused(read_limit, text) == [Fault(f"'{text}'", LIMIT, mend)]


def test_bounds_of_achievement_are_shares_of_the_target() -> None:
    tiers = [{"from": bound, "rate": "1%"} for bound in ("0%", "90%", "105%", "110%")]
    term = TieredTerm.model_validate(tiered(*tiers, measure="achievement"))
    indices = ("0", "0.9", "1.05", "1.1")
    assert [tier.bound for tier in term.tiers] == [Index(Decimal(index)) for index in indices]
    assert [tier["from"] for tier in term.model_dump(by_alias=True)["tiers"]] == ["0%", "90%", "105%", "110%"]
    assert TieredTerm.model_validate(term.model_dump(by_alias=True)) == term


def test_a_figure_is_bounded_by_a_number() -> None:
    ((path, fault),) = invalid(
        TieredTerm.model_validate, tiered({"from": "110%", "rate": "1%"}, measure="volume")
    )
    assert path == ("tiers", 0, "from")
    assert str(fault) == (
        "Found '110%'. Expected a number, because the thresholds are compared with volume. "
        "Fix: set `measure: growth` or `measure: achievement` to use percentages."
    )


@pytest.mark.parametrize(
    ("bounds", "culprits"),
    [
        ([{"from": 5}, {"from": 5}], [1]),
        ([{"from": 5}, {"over": 5}], [1]),
        ([{"from": 5}, {"from": "5.01"}], []),
        ([{"from": 5}, {"over": 4}, {"from": 3}], [1, 2]),
        ([{"from": 3}, {"from": 5}, {"from": 4}], [2]),
        ([{"from": 0}], []),
    ],
)
def test_bounds_rise_strictly(bounds: list[dict[str, Any]], culprits: list[int]) -> None:
    term = tiered(*({**bound, "rate": "1%"} for bound in bounds))
    if not culprits:
        assert len(TieredTerm.model_validate(term).tiers) == len(bounds)
        return
    found = invalid(TieredTerm.model_validate, term)
    assert [path for path, _ in found] == [("tiers", at, next(iter(bounds[at]))) for at in culprits]


def test_a_bound_that_does_not_rise_is_held_against_the_one_before() -> None:
    mend = "correct the number, or sort the tiers in rising order"
    for before, after in (("120%", "110%"), ("+20%", "+10%"), ("+20%", "-10%"), ("120%", "+10%")):
        bounds = [{"from": before, "rate": "1%"}, {"from": after, "rate": "2%"}]
        ((_, fault),) = invalid(TieredTerm.model_validate, tiered(*bounds, measure="growth"))
        assert str(fault) == f"Found '{after}'. Expected a threshold above {before} (tier 1). Fix: {mend}."


def test_tiers_state_their_mode_and_have_one_step_at_least() -> None:
    with pytest.raises(ValidationError, match=r"mode\n  Field required"):
        TieredTerm.model_validate({"tiers": [{"from": 0, "rate": "1%"}]})
    ((path, fault),) = invalid(TieredTerm.model_validate, tiered())
    assert path == ("tiers",)
    assert (
        str(fault)
        == "Found an empty list. Expected at least one tier. Fix: add a tier such as `{from: 9M, rate: 0.5%}`."
    )


@pytest.mark.parametrize(
    ("raw", "shape"),
    [
        ({"rate": "1%"}, "rate"),
        ({"amount": 0}, "amount"),
        (tiered({"from": 1, "rate": "1%"}), "tiers"),
        ({"rate": "1%", "amount": 5}, None),
        ({"per": "sales"}, None),
        ("2.5%", None),
        (None, None),
    ],
)
def test_a_term_is_told_by_its_key(raw: object, shape: str | None) -> None:
    assert shape_of(raw) == shape
    assert shape_of({"rate": None, "amount": 0}) == "amount"
    if shape:
        assert shape_of(TERM.validate_python(raw)) == shape
    else:
        with pytest.raises(ValidationError, match="Unable to extract tag"):
            TERM.validate_python(raw)


def test_shapes_have_their_defaults() -> None:
    rate = RateTerm.model_validate({"rate": "2.5%"})
    assert (rate.of, rate.less, rate.at_least, rate.at_most) == ("sales", (), None, None)
    tiers = TieredTerm.model_validate(tiered({"from": 1, "rate": "1%"}))
    assert (tiers.of, tiers.measure) == ("sales", "sales")
    amount = AmountTerm.model_validate({"amount": 5})
    assert (amount.per, amount.free) == ((), {})
