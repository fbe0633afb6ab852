"""Currencies by ISO 4217 code, each with its minor unit."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from ka_terms.model.faults import Fault, either, only, refuse
from ka_terms.text.messages import Message, enumerated, message

# ISO 4217, active codes of national currencies, grouped by the number of decimals of the minor unit.
_CODES = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    2: """AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF
        CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD
        HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT
        MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR
        SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU
        UZS VED VES WST XCD XCG YER ZAR ZMW ZWG""",
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}
MINOR_DIGITS = {code: digits for digits, codes in _CODES.items() for code in codes.split()}
"""ISO code -> decimals of its minor unit: CNY 2, JPY 0, KWD 3."""


def read_currency(raw: object) -> str:
    """An active ISO 4217 code in capitals."""
    if isinstance(raw, str) and raw in MINOR_DIGITS:
        return str(raw)
    mend = _mend(raw.strip().upper()) if isinstance(raw, str) else ""
    raise refuse(raw, message("an ISO 4217 currency code, such as CNY, TWD, JPY or EUR"), mend)


def different_currencies(contracts: Iterable[tuple[str, str]]) -> Fault | None:
    """The fault of contracts, each by its name and currency, in several currencies; None where all have one."""
    by_name = dict.fromkeys(contracts)
    if len({currency for _, currency in by_name}) < 2:
        return None
    found = [message("{name} ({currency})", name=name, currency=currency) for name, currency in by_name]
    return Fault(
        message("contracts in different currencies: {currencies}", currencies=enumerated(found)),
        message("contracts in one currency"),
        message("convert the contracts to one currency first"),
    )


def _mend(capital: str) -> Message | str:
    return only(capital) if capital in MINOR_DIGITS else _MENDS.get(capital, "")


_MENDS = {
    "RMB": only("CNY"),
    "NT$": only("TWD"),
    "NTD": only("TWD"),
    "¥": either("CNY", "JPY"),
    "元": either("CNY", "TWD"),
}

Currency = Annotated[
    str, PlainValidator(read_currency), WithJsonSchema({"type": "string", "enum": sorted(MINOR_DIGITS)})
]


def minor_unit(code: str) -> Decimal:
    """The smallest amount of a currency: 0.01 for CNY, 1 for JPY."""
    return Decimal(1).scaleb(-MINOR_DIGITS[code])


def finest(codes: Iterable[str]) -> str:
    """The currency with the most decimals, so that amounts of several show no fewer than they have; CNY of none."""
    return max(codes, key=MINOR_DIGITS.__getitem__, default="CNY")
