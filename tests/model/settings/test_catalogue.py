"""Fee types, and the many names they go by."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from ka_terms.model.contract.terms.terms import AmountTerm
from ka_terms.model.contract.terms.tiers import TieredTerm
from ka_terms.model.faults import Fault
from ka_terms.model.settings.catalogue import Catalogue, FeeType, nature_of
from ka_terms.model.settings.catalogue_file import CatalogueFile
from tests.contracts import invalid

REBATE = FeeType(
    "annual_rebate",
    {"en": "Annual rebate", "zh-Hant": "年返"},
    "rebate",
    "performance",
    ("back margin", "target rebate"),
    "A note.",
)
LISTING = FeeType("listing_fee", {"en": "Listing fee"}, "entry")
KNOWN = Catalogue({fee.key: fee for fee in (REBATE, LISTING)}, {"rebate": {"en": "Rebate"}})


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("annual_rebate", "annual_rebate"),
        ("Annual Rebate", "annual_rebate"),
        ("ANNUAL-REBATE", "annual_rebate"),
        ("annual/rebate", "annual_rebate"),
        ("ａｎｎｕａｌ　ｒｅｂａｔｅ", "annual_rebate"),
        ("年返", "annual_rebate"),
        ("back margin", "annual_rebate"),
        ("backmargin", "annual_rebate"),
        ("Listing+Fee", "listing_fee"),
        ("rebate", "rebate"),
        ("sth else", "sth else"),
    ],
)
def test_a_fee_is_found_by_any_of_its_names(name: str, key: str) -> None:
    assert KNOWN.canonical(name) == key
    assert KNOWN.canonical(name) == key


def test_a_key_stands_for_itself_even_where_it_is_another_fees_name() -> None:
    fees = {"B": FeeType("B", {"en": "C"}), "a": FeeType("a", {"en": "B"})}
    assert Catalogue(fees).canonical("B") == "B"
    assert Catalogue(fees).canonical("c") == "B"


def test_a_known_fee_is_given_as_it_is() -> None:
    assert KNOWN.fee("annual_rebate") is REBATE


def test_an_unknown_fee_is_named_by_its_key() -> None:
    fee = KNOWN.fee("promoter_fee_DC")
    assert fee == FeeType("promoter_fee_DC", {"en": "Promoter fee DC"}, "other", None, (), "")
    assert KNOWN.fee("x", AmountTerm.model_validate({"amount": 1})).conditional is False
    tiers = TieredTerm.model_validate({"mode": "whole", "tiers": [{"from": 1, "amount": 1}]})
    assert KNOWN.fee("x", tiers) == FeeType("x", {"en": "X"}, nature="performance")
    assert KNOWN.fee("").names == {"en": ""}


@pytest.mark.parametrize(
    ("stated", "own", "nature"),
    [
        ("activity", {}, "activity"),
        ("activity", {"nature": "apparent"}, "apparent"),
        ("conditional", {}, "activity"),
        ("conditional", {"nature": "performance"}, "performance"),
        (None, {}, "unconditional"),
    ],
)
def test_the_grade_of_a_term_is_its_own_before_the_catalogues(
    stated: Any, own: dict[str, str], nature: str
) -> None:
    term = AmountTerm.model_validate({"amount": 1, **own})
    fee = Catalogue({"a": FeeType("a", {"en": "A"}, nature=stated)}).fee("a", term)
    assert (fee.nature, fee.conditional) == (nature, nature in ("activity", "performance"))


def test_a_conditional_fee_with_tiers_is_of_performance() -> None:
    tiers = TieredTerm.model_validate({"mode": "whole", "tiers": [{"from": 1, "amount": 1}]})
    assert nature_of(tiers, FeeType("a", {}, nature="conditional")) == "performance"
    assert FeeType("a", {}, nature="conditional").conditional


def test_a_term_goes_before_its_fee_type() -> None:
    own = {"label": "Mine", "category": "c", "note": "n", "paid": "deducted", "to": "other"}
    fee = KNOWN.fee("listing_fee", AmountTerm.model_validate({"amount": 1, **own}))
    assert (fee.label, fee.category, fee.note, fee.paid, fee.to) == tuple(own.values())
    assert fee.names == LISTING.names


@pytest.mark.parametrize(
    ("stated", "nature"),
    [
        ({"nature": "apparent"}, "apparent"),
        ({"conditional": True}, "conditional"),
        ({"conditional": False}, "unconditional"),
        ({}, None),
    ],
)
def test_a_catalogue_file_states_the_nature_or_in_older_files_whether_conditional(
    stated: dict[str, object], nature: str | None
) -> None:
    made = CatalogueFile.model_validate({"fees": {"a": {"names": {"en": "A"}, **stated}}})
    assert made.catalogue().fees["a"].nature == nature


def test_a_nature_in_two_ways_is_refused() -> None:
    fee = {"names": {"en": "A"}, "nature": "activity", "conditional": True}
    ((_, fault),) = invalid(CatalogueFile.model_validate, {"fees": {"a": fee}})
    assert (fault.found, fault.at, fault.on_key) == (
        "`nature` and `conditional` in one fee",
        ("conditional",),
        True,
    )


def test_a_catalogue_is_extended_by_another() -> None:
    other = FeeType("listing_fee", {"en": "Slotting"})
    new = FeeType("it_fee", {"en": "IT"})
    more = KNOWN.extended(Catalogue({"listing_fee": other, "it_fee": new}, {"entry": {"en": "Entry"}}))
    assert dict(more.fees) == {"annual_rebate": REBATE, "listing_fee": other, "it_fee": new}
    assert dict(more.categories) == {"rebate": {"en": "Rebate"}, "entry": {"en": "Entry"}}
    assert (more.canonical("slotting"), KNOWN.canonical("slotting")) == ("listing_fee", "slotting")


def test_a_catalogue_file_gives_its_fees_their_keys() -> None:
    stated = {
        "fees": {
            "a": {
                "names": {"en": "A", "zh-Hans": "甲"},
                "category": "c",
                "conditional": True,
                "aliases": ["b"],
                "note": "N",
            },
            "d": {"names": {"en": "D"}},
        },
        "categories": {"c": {"en": "C"}},
    }
    made = CatalogueFile.model_validate(stated).catalogue()
    assert made.fees["a"] == FeeType("a", {"en": "A", "zh-Hans": "甲"}, "c", "conditional", ("b",), "N")
    assert made.fees["d"] == FeeType("d", {"en": "D"})
    paid = {"names": {"en": "E"}, "paid": "deducted", "to": "other"}
    fee = CatalogueFile.model_validate({"fees": {"e": paid}}).catalogue().fees["e"]
    assert (fee.paid, fee.to) == ("deducted", "other")
    assert dict(made.categories) == {"c": {"en": "C"}}
    assert CatalogueFile.model_validate({}).catalogue() == Catalogue()


def test_a_fee_has_a_name() -> None:
    with pytest.raises(ValidationError, match="at least 1 item"):
        CatalogueFile.model_validate({"fees": {"a": {"names": {}}}})


def test_one_name_for_two_fees_of_a_file_is_refused_at_each_place() -> None:
    fees = {
        "own_fee": {"names": {"en": "Own fee"}, "aliases": ["aisle fee"]},
        "other_fee": {"names": {"en": "OWN-FEE"}, "aliases": ["Aisle Fee", "a third name"]},
        "Own Fee": {"names": {"en": "A fee"}},
    }
    found = invalid(CatalogueFile.model_validate, {"fees": fees})
    assert [(fault.found, fault.at, fault.on_key) for _, fault in found] == [
        ("'OWN-FEE'", ("fees", "other_fee", "names", "en"), False),
        ("'Aisle Fee'", ("fees", "other_fee", "aliases", 0), False),
        ("'Own Fee'", ("fees", "Own Fee"), True),
    ]
    assert {fault.expected for _, fault in found} == {"a name that belongs to one fee only"}
    assert {fault.mend for _, fault in found} == {"delete the name here or from own_fee, which also has it"}


def test_a_name_that_is_the_key_of_a_shipped_fee_is_taken_unless_that_fee_is_replaced() -> None:
    fee = {"names": {"en": "Pallet fee"}, "aliases": ["Annual Rebate", "listing-fee", "年返"]}
    found = [*CatalogueFile.model_validate({"fees": {"pallet_fee": fee}}).names_taken_in(KNOWN)]
    assert [(fault.found, fault.at) for fault in found] == [
        ("'Annual Rebate'", ("fees", "pallet_fee", "aliases", 0)),
        ("'listing-fee'", ("fees", "pallet_fee", "aliases", 1)),
        ("'年返'", ("fees", "pallet_fee", "aliases", 2)),
    ]
    assert found[2].mend == (
        "choose another name, because the program has this one for annual_rebate; or define "
        "annual_rebate in this file too"
    )
    named = {"年返": {"names": {"en": "His"}}, "mine": {"names": {"en": "Listing fee"}}}
    taken = CatalogueFile.model_validate({"fees": named}).names_taken_in(KNOWN)
    assert [(fault.at, fault.on_key) for fault in taken] == [
        (("fees", "年返"), True),
        (("fees", "mine", "names", "en"), False),
    ]
    replaced = {"annual_rebate": {"names": {"en": "Annual Rebate"}}}
    assert [*CatalogueFile.model_validate({"fees": replaced}).names_taken_in(KNOWN)] == []


@pytest.mark.parametrize("sign", ["，", "、", "；", "， "])
def test_two_names_in_one_are_refused_with_the_two(sign: str) -> None:
    fee = {"names": {"en": "Mine"}, "aliases": ["x", f"我费{sign}他费"]}
    ((_, fault),) = invalid(CatalogueFile.model_validate, {"fees": {"mine": fee}})
    at = ("fees", "mine", "aliases", 1)
    assert fault == Fault(f"'我费{sign}他费'", "one name", "write 我费, 他费", at)


def test_no_name_of_a_fee_holds_a_sign_that_no_one_sees() -> None:
    fee = {"names": {"en": "Mine\u200b"}}
    ((_, fault),) = invalid(CatalogueFile.model_validate, {"fees": {"mine": fee}})
    at = ("fees", "mine", "names", "en")
    assert fault == Fault("'Mine\\u200b'", "a key without invisible signs", "delete the signs", at)
    with pytest.raises(ValidationError, match="invisible signs"):
        CatalogueFile.model_validate({"fees": {"mine": {"names": {"en": "Mine"}, "aliases": ["mi\u200bne"]}}})
