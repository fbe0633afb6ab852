"""What all calls share: arguments of the right types, exact arithmetic, `to_dict()`, and a table in notebooks."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from functools import cache, wraps
from typing import Any, ParamSpec, TypeVar

from ka_terms.calculation.readings.exact import exactly
from ka_terms.model.numbers.currency import MINOR_DIGITS
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.presentation.numbers import NumberStyle, money_digits
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.texts.html import fragment
from ka_terms.presentation.table import Report
from ka_terms.presentation.words import Words, parse_languages, words
from ka_terms.reading.problems.problem import ReadError
from ka_terms.reading.settings import read_catalogue

A_SCENARIO = "a scenario, as `load` gives it"
SCENARIOS = "scenarios one by one, as `load` gives them"
P = ParamSpec("P")
R = TypeVar("R")


def whatever_the_context(function: Callable[P, R]) -> Callable[P, R]:
    """The function in exact arithmetic: a program may have set the precision of its decimals for its own ends.

    Its errors keep none of those they were made of, which may hold private values.
    """

    @wraps(function)
    def within(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            with exactly():
                return function(*args, **kwargs)
        except (ReadError, ValueError) as error:
            error.__context__ = None
            raise

    return within


def expect(taker: str, kinds: type | tuple[type, ...], expected: str, *given: object) -> None:
    """Errors: `TypeError` that says what was expected, without the value."""
    for value in given:
        if not isinstance(value, kinds) or isinstance(value, bool):
            raise TypeError(f"{taker} takes {expected}, and no {type(value).__name__}")


def texts(taker: str, given: str | Sequence[str]) -> tuple[str, ...]:
    """Several texts, or a single one. Errors: `TypeError`."""
    expect(taker, Sequence, "a text or several", given)
    several = (given,) if isinstance(given, str) else tuple(given)
    expect(taker, str, "a text or several", *several)
    return several


@cache
def shipped_catalogue() -> Catalogue:
    """The fee types that come with the package."""
    return read_catalogue()


class Shown(ABC):
    """A result that can be shown: each kind says how it is reported."""

    @abstractmethod
    def _report(self, words: Words) -> Report:
        """What the command of this name says."""

    def _record(self, words: Words) -> Mapping[str, Any]:
        """What the command of this name says in json."""
        return self._report(words).record()

    @whatever_the_context
    def to_dict(self, lang: str = "en") -> dict[str, Any]:
        """The result under the keys of `--format json`; numbers are `Decimal`, n/a is None."""
        return dict(self._record(_words(lang)))

    @whatever_the_context
    def _repr_html_(self) -> str:
        report = self._report(_words("en"))
        digits = money_digits(report.cells(), MINOR_DIGITS[report.currency])
        return fragment(report, Look(NumberStyle(digits=digits)))


def _words(lang: str) -> Words:
    return words(parse_languages(lang), {}, shipped_catalogue())
