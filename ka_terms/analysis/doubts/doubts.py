"""Doubts: what is valid in a contract but probably not meant, each with a sentence, its path and its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from ka_terms.analysis.doubts.clauses import clause_doubts
from ka_terms.calculation.costs import exact_costs, exact_figures
from ka_terms.calculation.readings.exact import exactly
from ka_terms.model.contract.conditions import CONDITIONS
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.limits import Share
from ka_terms.model.contract.terms.tiers import TieredTerm
from ka_terms.model.faults import Path, quoted
from ka_terms.model.privacy import INTERNAL_KEYS
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.model.spelling import alike, likely_meant
from ka_terms.model.vocabulary.figures import BUILT_IN, MEASURES
from ka_terms.model.vocabulary.metrics import TOTALS
from ka_terms.text.messages import Joined, Message, message

if TYPE_CHECKING:
    from ka_terms.reading.as_written import Given
    from ka_terms.reading.diagnosis.places import Place
    from ka_terms.reading.scenario import Loaded

OTHER_NAME = "other_name"
"""The kind of a mere note: a fee was written under another of its names."""
_OF_VALUES = ("figure_or_term", "band_from")
"""The kinds of doubts about a clause that point at its value, not at its key."""
_MOST_LOOKED_UP = 100
"""How many new keys of one group are compared with the known ones; a contract has some dozens."""

# The patterns are compiled when first needed: most contracts need neither.
_PRIVATE_WORDS = (
    *("margin", "cost", "profit", "contribution", "cogs", "walk", "price", "marge", "deckungsb", "einkaufs"),
    *("private", "毛利", "成本", "底", "利", "价", "價"),
)
_PRIVATE = (
    r"(?i:(?:(?:our|my|gross|net|unit|product|landed|trading)[ _-]*)?"
    r"(?:margins?|costs?|profits?|contribution|cogs|walk[ _-]*away)"
    r"(?:[ _-]*(?:rate|ratio|price|percent|of[ _-]*goods|of[ _-]*sales|of[ _-]*capital))*)"
    r"|(?i:(?:purchas(?:e|ing)|buying)[ _-]*(?:prices?|costs?)|marges?(?:[ _-]*brutes?)?|deckungsbeitr[aä]ge?"
    r"|einkaufspreise?|private)"
    r"|.*(?:毛利|成本|底[线線]|利[润潤]|净利|淨利).*|.*(?:底|[进進][货貨]?|[采採][购購])[价價]格?"
)
_OF_A_PERIOD = (
    r"(?i:(?<![a-z])(?:(?:(?:bi-?)?month|quarter|(?:bi-?)?week|fortnight|half[ _-]?year)(?:ly)?"
    r"|semi[ _-]?annual(?:ly)?|daily|[qh][1-4])(?![a-z0-9]))"
    r"|^[月季](?![饼餅节節])|[每按逐当當][月季周週]|[月季周週](?:返|度|[奖獎])|[一二三四1-4首][季]|半年"
)


class Doubt(NamedTuple):
    """One doubt. `at` is the path from the scenario to what it is about: the key itself if `on_key`, else its value."""

    kind: str
    at: Path
    sentence: Message | Joined
    on_key: bool = True


class PlacedDoubt(NamedTuple):
    """A doubt, and where in which file it arises."""

    place: Place
    doubt: Doubt


class FileDoubts(NamedTuple):
    """What is doubtful of the file of a contract."""

    file: str
    unlike_saved: tuple[str, ...] = ()
    """The terms whose saved amounts are not what plan and terms come to."""
    doubts: int = 0
    """How many doubts `check` has to tell; that a fee goes by another of its names is none here."""


def doubts(scenario: Scenario, given: Given, catalogue: Catalogue) -> list[Doubt]:
    """Return every doubt about a contract, kind by kind."""
    return [
        *_other_names(given),
        *_near_keys(scenario, given, catalogue),
        *_near_months(scenario, given),
        *_named_as_something_else(scenario, catalogue),
        *_private_keys(scenario, catalogue),
        *_tiers_on_the_year(scenario, given),
        *_crossed_limits(scenario),
        *_grouped_by_points(given),
        *(
            Doubt(kind, at, sentence, on_key=kind not in _OF_VALUES)
            for kind, at, sentence in clause_doubts(scenario)
        ),
    ]


def doubts_of(loaded: Loaded, catalogue: Catalogue) -> list[PlacedDoubt]:
    """Every doubt about a contract, from the top of its file to the end; those of files it extends behind them."""
    found = doubts(loaded.scenario, loaded.given(), catalogue)
    placed = [PlacedDoubt(loaded.place_of(doubt.at, doubt.on_key), doubt) for doubt in found]
    return sorted(placed, key=lambda doubt: (doubt.place.file != loaded.name, *doubt.place[:3]))


def doubts_counted(loaded: Loaded, catalogue: Catalogue) -> FileDoubts:
    """The doubts about a contract, and how many `check` has to tell."""
    count = sum(doubt.kind != OTHER_NAME for doubt in doubts(loaded.scenario, loaded.given(), catalogue))
    return saved_doubts(loaded)._replace(doubts=count)


def saved_doubts(loaded: Loaded) -> FileDoubts:
    """Where the amounts that a statement was saved with are not what its plan and terms come to."""
    if loaded.saved is None:
        return FileDoubts(loaded.name)
    amounts = exact_costs(loaded.scenario)
    keys = dict.fromkeys([*loaded.saved, *amounts])
    return FileDoubts(loaded.name, tuple(key for key in keys if loaded.saved.get(key) != amounts.get(key)))


def _other_names(given: Given) -> Iterator[Doubt]:
    for key, written in given.names.items():
        sentence = message("{written} is read as the fee {key}.", written=quoted(written), key=key)
        yield Doubt(OTHER_NAME, ("terms", key), sentence)


def _near_keys(scenario: Scenario, given: Given, catalogue: Catalogue) -> Iterator[Doubt]:
    fees = [name for fee in catalogue.fees.values() for name in (fee.key, *fee.names.values(), *fee.aliases)]
    own = [key for key in scenario.terms if key not in catalogue.fees]
    for path, keys, known in (
        (("terms",), own, fees),
        (("plan", "facts"), [*scenario.plan.facts], []),
        (("conditions",), [key for key in scenario.conditions if key not in CONDITIONS], [*CONDITIONS]),
        (("plan", "figures"), [*scenario.plan.figures], []),
        (("plan", "events"), [*scenario.plan.events], []),
        (("plan", "blocks"), [*scenario.plan.blocks], []),
    ):
        first: dict[object, str] = {}
        for key in keys[:_MOST_LOOKED_UP]:
            at = (*path, key)
            twin = first.setdefault(alike(key), key)
            if inherited := likely_meant(key, given.inherited.get(at, ())):
                yield Doubt("near_key", at, _inherited(key, inherited))
            elif twin != key:
                yield Doubt("near_key", at, _twins(key, twin))
            elif meant := likely_meant(key, known):
                yield Doubt("near_key", at, _own(key, catalogue.canonical(meant)))


def _near_months(scenario: Scenario, given: Given) -> Iterator[Doubt]:
    """Yield doubts about months of a name that the plan has nowhere else, beside one that is almost the same."""
    alone = {at[-2:] for at in given.listed_alone}
    for at in given.listed_alone[:_MOST_LOOKED_UP]:
        group, key = map(str, at[-2:])
        stated = [name for name in getattr(scenario.plan, group) if (group, name) not in alone]
        if meant := likely_meant(key, stated):
            yield Doubt("near_key", at, _own(key, meant))


def _named_as_something_else(scenario: Scenario, catalogue: Catalogue) -> Iterator[Doubt]:
    """Yield doubts about valid names that a reader takes for a fee, or for a figure that the program calculates."""
    fees = {*catalogue.fees, *scenario.terms}
    for key in scenario.plan.figures:
        if (fee := catalogue.canonical(key)) in fees:
            yield Doubt("other_meaning", ("plan", "figures", key), _also_a_fee(key, fee))
    calculated = {alike(name): name for name in [*BUILT_IN, *MEASURES, *TOTALS]}
    for path, keys in ((("terms",), scenario.terms), (("plan", "figures"), scenario.plan.figures)):
        for key in keys:
            if name := calculated.get(alike(key)):
                yield Doubt("other_meaning", (*path, key), _not_calculated(key, name))


def _also_a_fee(key: str, fee: str) -> Message:
    return message(
        "{key} is a figure here, but also a name of the fee {fee}. Give the figure another name.",
        key=quoted(key),
        fee=fee,
    )


def _not_calculated(key: str, name: str) -> Message:
    return message(
        "{key} is a name of your own and does not mean {name}. Give it another name.",
        key=quoted(key),
        name=name,
    )


def _inherited(key: str, inherited: str) -> Message:
    return message(
        "{key} is added to the inherited {inherited}, which remains. Write {inherited} to replace it.",
        key=quoted(key),
        inherited=inherited,
    )


def _twins(key: str, first: str) -> Message:
    return message(
        "{key} and {first} both count. Keep only one of them if they mean the same.",
        key=quoted(key),
        first=quoted(first),
    )


def _own(key: str, known: str) -> Message:
    return message(
        "{key} is read as a name of your own, not as {known}. Write {known} if that is meant.",
        key=quoted(key),
        known=known,
    )


def _private_keys(scenario: Scenario, catalogue: Catalogue) -> Iterator[Doubt]:
    fees = [key for key in scenario.terms if key not in catalogue.fees]
    figures = scenario.plan.figures
    for path, keys in (
        (("terms",), fees),
        (("conditions",), scenario.conditions),
        (("plan", "figures"), figures),
    ):
        for key in keys:
            if key in INTERNAL_KEYS or _looks_private(key):
                yield Doubt("private_key", (*path, key), _shown_to_all(key))


def _looks_private(key: str) -> bool:
    lower = key.lower()
    return any(word in lower for word in _PRIVATE_WORDS) and re.fullmatch(_PRIVATE, key) is not None


def _shown_to_all(key: str) -> Message:
    return message(
        "{key} looks private, but everyone who sees this contract sees it. Put private values under `private:`.",
        key=quoted(key),
    )


def _tiers_on_the_year(scenario: Scenario, given: Given) -> Iterator[Doubt]:
    for key, term in scenario.terms.items():
        name = given.names.get(key, key)
        of_the_year = isinstance(term, TieredTerm) and term.is_yearly
        of_a_period = of_the_year and any(re.search(_OF_A_PERIOD, text) for text in (key, name))
        if of_a_period:
            sentence = message(
                "{key} sounds like a monthly or quarterly fee, but its tiers are compared with the whole year.",
                key=quoted(name),
            )
            yield Doubt("whole_year", ("terms", key), sentence)


def _crossed_limits(scenario: Scenario) -> Iterator[Doubt]:
    for key, term in scenario.fees.items():
        if term.at_least is None or term.at_most is None:
            continue
        part = "terms" if key in scenario.terms else "together"
        least, most = _amount(scenario, term.at_least), _amount(scenario, term.at_most)
        if least > most:
            sentence = message(
                "On this plan the minimum ({least}) is above the maximum ({most}). The maximum counts.",
                least=_limit(term.at_least),
                most=_limit(term.at_most),
            )
            yield Doubt("crossed_limits", (part, key, "at_least"), sentence, on_key=False)


def _amount(scenario: Scenario, limit: Decimal | Share) -> Decimal:
    """Return the amount of a minimum or maximum on the plan."""
    if isinstance(limit, Decimal):
        return limit
    if scenario.is_term(limit.of):
        figure: Decimal | None = exact_costs(scenario)[limit.of]
    else:
        (figure,) = exact_figures(scenario.plan.case("likely"), limit.of)
    assert figure is not None  # the model lets no limit name a figure that the plan cannot give
    with exactly():
        return limit.rate * figure


def _limit(limit: Decimal | Share) -> str:
    return str(limit) if isinstance(limit, Share) else f"{limit:,f}"


def _grouped_by_points(given: Given) -> Iterator[Doubt]:
    for at, text in given.numbers.items():
        sentence = message(
            "{text} is read with a decimal point. Write {grouped} if the point separates thousands.",
            text=quoted(text),
            grouped=text.replace(".", ""),
        )
        yield Doubt("three_decimals", at, sentence, on_key=False)
