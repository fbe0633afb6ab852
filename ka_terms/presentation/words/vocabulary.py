"""Looking words up: labels in all the languages asked for, sentences in the first of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from ka_terms.model import names
from ka_terms.model.contract.conditions import CONDITIONS
from ka_terms.model.contract.labels import BAR
from ka_terms.model.contract.terms.terms import Term
from ka_terms.model.contract.terms.together import Group
from ka_terms.model.settings.catalogue import OTHER, Catalogue, FeeType
from ka_terms.presentation import quantities
from ka_terms.presentation.words.figure_names import figure_inline, figure_name, figure_unit
from ka_terms.presentation.words.languages import message_templates, messages
from ka_terms.presentation.words.units import (
    Unit,
    inline,
    readable,
    titled,
)
from ka_terms.text.chinese import filled
from ka_terms.text.languages import LANGUAGES
from ka_terms.text.messages import translated

if TYPE_CHECKING:
    from ka_terms.model.contract.scenario import Scenario

Label = str | Mapping[str, str]
Glossary = Mapping[str, Label]


@dataclass(frozen=True)
class Words:
    """The words of one output. A label is given in every language, joined by a space; a sentence in the first.

    `glossary` has the user's own labels by key of a label, a fee, a figure or a condition. `named` are names that the
    contracts give: a label under one of them is for what they name, and not for the program's word of that key.
    `labels` are the contracts' own names, and `fee_labels` those of their terms: they go before the glossary.
    `decimals` are those of amounts that a contract rounds more finely than its currency. `shares` are the contracts'
    own figures that are percentages, which nothing is counted by.
    """

    languages: tuple[str, ...]
    texts: tuple[Mapping[str, str], ...]
    glossary: Glossary
    catalogue: Catalogue
    named: frozenset[str] = frozenset()
    labels: Glossary = field(default_factory=dict)
    fee_labels: Mapping[str, names.Label] = field(default_factory=dict)
    decimals: int = 0
    shares: frozenset[str] = frozenset()

    def of(self, *contracts: Scenario) -> Words:
        """The same for a text about these contracts: the names of the first that has one go before all others."""
        labels, fees = dict(self.labels), dict(self.fee_labels)
        for contract in reversed(contracts):
            labels.update(contract.labels)
            fees.update({key: term.label for key, term in contract.terms.items() if term.label})
        decimals = max((contract.decimals for contract in contracts), default=0)
        shares = frozenset(
            name
            for contract in contracts
            for name in contract.plan.figures
            if contract.plan.kind(name) == "rate"
        )
        if (labels, fees, decimals, shares) == (self.labels, self.fee_labels, self.decimals, self.shares):
            return self
        return replace(self, labels=labels, fee_labels=fees, decimals=decimals, shares=shares)

    def speaking(self, language: str) -> Words:
        """The same in another language alone."""
        return replace(self, languages=(language,), texts=(messages(language),))

    @property
    def language(self) -> str:
        """The first language, which sentences are in."""
        return self.languages[0]

    @cached_property
    def single(self) -> tuple[Words, ...]:
        """One for each language, alone."""
        pairs = zip(self.languages, self.texts, strict=True)
        return tuple(replace(self, languages=(language,), texts=(texts,)) for language, texts in pairs)

    @cached_property
    def first(self) -> Words:
        """The first language alone, for names inside a sentence."""
        return self.single[0]

    def joined(self, text: Callable[[Words], str]) -> str:
        """What `text` gives in each language, once where two say the same."""
        return " ".join(dict.fromkeys(text(one) for one in self.single))

    def __call__(self, key: str) -> str:
        """The label under a key. Errors: `KeyError` where there is none."""
        return self.joined(lambda one: one.own_word(key) or one.texts[0][key])

    def qualified(self, *keys: str) -> str:
        """A label and what it is of, behind a colon: `Total fees: high`."""
        return self.joined(lambda one: one.say("join.colon").join(map(one, keys)))

    def say(self, key: str, **values: object) -> str:
        """The sentence under a key, its {placeholders} filled; with a `count` of 1 its singular, if it has one.

        Every sentence of a report is filled here, so this is where Chinese gets its spaces.
        """
        texts = self.texts[0]
        singular = f"{key}.one"
        template = texts[singular if values.get("count") == 1 and singular in texts else key]
        return template.format(**values) if self.language == "en" else filled(template, values)

    def translate(self, text: str) -> str:
        """A message about what was typed, a `Message`, in the first language; any other text as it is."""
        return translated(text, message_templates(self.language))

    def in_language(self, text: str | Mapping[str, str]) -> str:
        """A text of the user's in the first language; of one that lacks it, the English version or any other."""
        if isinstance(text, str):
            return text
        return text.get(self.language) or text.get("en") or next(iter(text.values()))

    def by_sign(self, key: str, value: Decimal | None) -> str:
        """The key of the variant of a sentence: .above, .below, .level with zero, or .unknown."""
        if value is None:
            return f"{key}.unknown"
        return f"{key}.{'level' if not value else 'above' if value > 0 else 'below'}"

    def fee(self, fee: FeeType) -> str:
        """The name of a fee type; in a language that has none, the English one or any other."""
        return self.joined(lambda one: one._fee(fee))

    def fee_of(self, key: str, term: Term | Group | None = None) -> str:
        """The name of the fee under the key of a term."""
        fee = self.catalogue.fee(key, term)
        return self.fee(fee if fee.label else fee._replace(label=self.fee_labels.get(key)))

    def fee_within(self, key: str, term: Term | Group | None = None) -> str:
        """The same inside a sentence of the first language; a key that nobody gave a name is as the user wrote it."""
        label = self.first.fee_of(key, term)
        own = self.catalogue.fee(key, term).label or self.fee_labels.get(key) or self.first.own(key)
        is_bare = self.language == "en" and key not in self.catalogue.fees and not own
        return readable(key) if is_bare else self.within(label)

    def category(self, key: str) -> str:
        names = self.catalogue.categories.get(key, {})
        return self.joined(
            lambda one: one.labelled(key) or one.own(f"category.{key}") or one._category(key, names)
        )

    def condition(self, key: str) -> str:
        """The name of an agreed point without a fee, the user's own included."""
        return self.joined(lambda one: one.labelled(key) or one.own(key) or one._condition(key))

    def figure(self, path: str) -> str:
        """The label of a figure by its path, or of a measure by its name; totals have theirs by a call."""
        return self.joined(lambda one: figure_name(path, one))

    def inline(self, path: str) -> str:
        """A figure or measure inside a sentence of the first language."""
        return figure_inline(path, self.first)

    def within(self, label: str) -> str:
        """A label inside a sentence of the first language."""
        return inline(label) if self.language == "en" else label

    def unit(self, path: str) -> Unit | None:
        """What one of a figure is called in the first language; None where that has no word for it."""
        return figure_unit(path, self.first)

    def listed(self, names: Iterable[str]) -> str:
        """Names in a row: `a, b and c`; empty for none."""
        *others, last = [*names] or [""]
        return self.say("join.last", items=self.say("join.list").join(others), last=last) if others else last

    def money(self, amount: Decimal, currency: str) -> str:
        """An amount with all its digits, and with the decimals of the currency, or more, unless it is whole."""
        return quantities.money(amount, currency, self.decimals)

    def percent(self, ratio: Decimal | None, apart: Decimal | None = None) -> str:
        """A ratio to one decimal; with as many as tell it from one that is `apart` from it."""
        digits = quantities.point_digits(apart or Decimal(0))
        return self.texts[0]["na"] if ratio is None else quantities.rounded_percent(ratio, digits)

    def points(self, difference: Decimal) -> str:
        """A difference of two ratios in points, without the word; never zero unless it is."""
        return quantities.points(difference)

    def count(self, value: Decimal) -> str:
        """A plain quantity with all its digits."""
        return quantities.number(value)

    def compact(self, value: Decimal) -> str:
        """An amount in the short form of the first language, `4.5M` or `450万`, where that loses no digit."""
        return quantities.compact(value, self.language)

    def _fee(self, fee: FeeType) -> str:
        """The contract's own name, else the glossary's, else the catalogue's; else one of another language."""
        known = self.in_one(fee.label) or self.own(fee.key) or fee.names.get(self.language)
        return known or self.in_language(fee.label or fee.names or fee.key)

    def in_one(self, label: Label | None) -> str | None:
        """A label in the (one) language; None where it is not in that."""
        return label if label is None or isinstance(label, str) else label.get(self.language)

    def own(self, key: str) -> str | None:
        """The user's own word for a key in the (one) language."""
        return self.in_one(self.glossary.get(key))

    def own_word(self, key: str) -> str | None:
        """The user's own word for one of the program's."""
        return None if key in self.named else self.own(key)

    def labelled(self, name: str) -> str | None:
        """The contract's own name of something in the (one) language; of one and many the second."""
        label = self.in_one(self.labels.get(name))
        return label and label.rpartition(BAR)[2].strip()

    def _category(self, key: str, names: Mapping[str, str]) -> str:
        known = names.get(self.language) or names.get("en")
        return known or (self.texts[0][f"category.{OTHER}"] if key == OTHER else titled(readable(key)))

    def _condition(self, key: str) -> str:
        return self.texts[0][key] if key in CONDITIONS else titled(readable(key))


def words(
    languages: Sequence[str], glossary: Glossary | None = None, catalogue: Catalogue | None = None
) -> Words:
    """The words in the languages given, the main one first; see `parse_languages`.

    Errors: `ValueError` for a language there is none of.
    """
    unknown = [language for language in languages if language not in LANGUAGES]
    if unknown or not languages:
        raise ValueError(
            f"no words in {', '.join(unknown) or 'no language'}: choose among {', '.join(LANGUAGES)}"
        )
    texts = tuple(messages(language) for language in languages)
    return Words(tuple(languages), texts, glossary or {}, catalogue or Catalogue())
