"""House rules that a contract is held against before it is signed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated

from pydantic import Field, PlainSerializer, PlainValidator

from ka_terms.model.base import Key, Model, Names
from ka_terms.model.contract.terms.limits import Share, read_limit
from ka_terms.model.contract.terms.naming import NATURES, Nature
from ka_terms.model.faults import Fault, nearest, quoted, refuse
from ka_terms.model.names import Text, Texts, Title
from ka_terms.model.numbers.fields import NUMBER_PATTERN, PERCENT_PATTERN, number_schema
from ka_terms.model.numbers.notations import no_percentage
from ka_terms.model.numbers.number import read_rate, write_percent
from ka_terms.model.vocabulary.metrics import TOTALS
from ka_terms.text.messages import enumerated, message

SALES = "sales"
_CEILING = message("an amount, or a percentage of sales, such as 25%")


def read_ceiling(raw: object) -> Decimal | Share:
    """The most a fee may come to: an amount, or a share that is always one of sales (`25%`, `25% of sales`)."""
    if isinstance(raw, str) and raw.strip().endswith(("%", "％")):
        raw = f"{raw} of {SALES}"
    ceiling = read_limit(raw)
    if isinstance(ceiling, Share) and ceiling.of != SALES:
        raise refuse(raw, _CEILING, message("write a percentage of sales"))
    if isinstance(ceiling, Share):
        # A ceiling above all sales limits nothing.
        read_rate(write_percent(ceiling.rate))
    return ceiling


Ceiling = Annotated[
    Decimal | Share,
    PlainValidator(read_ceiling),
    PlainSerializer(lambda ceiling: str(ceiling) if isinstance(ceiling, Share) else ceiling),
    number_schema("number", f"^{PERCENT_PATTERN}( of {SALES})?$|{NUMBER_PATTERN}", _CEILING),
]


_SHARE_OF_GRADE = message(
    "the grade of fees and a percentage of total fees, such as {example}", example="performance 30%"
)


def read_least_shares(raw: object) -> dict[Nature, Decimal]:
    """The least share of total fees that a grade has: `{performance: 30%}`, or `performance 30%`, also several."""
    if isinstance(raw, Mapping):
        return {_grade(key, (key,)): read_rate(share) for key, share in raw.items()}
    shares: dict[Nature, Decimal] = {}
    texts = raw.split(",") if isinstance(raw, str) else raw
    for at, text in enumerate(texts if isinstance(texts, list | tuple) else ()):
        words = text.split(maxsplit=1) if isinstance(text, str) else []
        if len(words) != 2:
            raise refuse(text, _SHARE_OF_GRADE, at=(at,) if isinstance(raw, list | tuple) else ())
        name, share = words
        grade = _grade(name, ())
        if grade in shares:
            raise refuse(name, message("each name once"), message("delete one of them"))
        shares[grade] = read_rate(share)
    if not shares:
        raise refuse(raw, _SHARE_OF_GRADE)
    return shares


def _grade(name: object, at: tuple[str, ...]) -> Nature:
    for nature in NATURES:
        if name == nature:
            return nature
    expected = message("one of {names}", names=enumerated(NATURES))
    raise refuse(name, expected, nearest(str(name), NATURES) or message("choose one of them"), at)


class ReviewEntry(Model):
    """Why a kind of fee is looked at twice, and who says so."""

    reason: Texts = Field(description="What to look at before the fee is agreed.")
    source: Texts | None = Field(default=None, description="The rule or document that the reason comes from.")
    date: Text | None = Field(default=None, description='Date of the source, in quotes: "2011-12".')


class Policy(Model):
    """Ceilings, terms that must be there, and terms to look at twice. Its texts may have one version a language."""

    policy: Title = Field(description="Name of these rules, as every report shows it.")
    about: Texts | None = Field(default=None, description="What the rules are for, and what they are not.")
    ceilings: dict[Key, Ceiling] = Field(
        default={},
        description="The most that fee_ratio, total_fees, fees_a_store or a term may come to: 25%, or an amount.",
    )
    at_least: Annotated[dict[Nature, Decimal], PlainValidator(read_least_shares)] = Field(
        default={},
        description="The least share of total fees that fees of a grade have to make up: {performance: 30%}.",
    )
    required: Names = Field(default=(), description="Terms and conditions that every contract has to have.")
    review: dict[Key, ReviewEntry] = Field(
        default={},
        description="Terms and conditions to look at before they are agreed: key -> reason, source and date.",
    )

    def _faults(self) -> Iterator[Fault]:
        for name, ceiling in self.ceilings.items():
            at, metric, is_share = ("ceilings", name), TOTALS.get(name), isinstance(ceiling, Share)
            if metric is None:
                continue
            if not metric.is_fee:
                expected = message("a fee or a total of fees, because a ceiling limits fees")
                yield Fault(quoted(name), expected, message("name a fee, or delete the key"), at, on_key=True)
            elif metric.is_ratio and not is_share:
                expected = message("a percentage of sales, such as 25%")
                yield Fault(quoted(ceiling), expected, message("add the percent sign"), at)
            elif is_share and not metric.may_be_share:
                yield Fault(quoted(ceiling), *no_percentage(name), at)
