"""The parameters of a term: each number it states, by a path such as `tiers.2.rate`, read and written here alone."""

from __future__ import annotations

from typing import NamedTuple

BOUNDS = ("from", "over")
LIMITS = ("at_least", "at_most")
PAYMENTS = ("rate", "amount")
CONDITIONS = ("only_if", "unless")
"""The keys under which the rules of a term stand."""
OF_FIGURES = ("free", "for_every")
"""The keys under which a term has a number for some of its figures."""
_TIERS = "tiers"


class Parameter(NamedTuple):
    """One number that a term states, as a text by its path inside the term.

    Such paths are `rate`, `free.skus.total`, `tiers.2.from`, `only_if.1`.
    """

    field: str
    """The key that the number stands under: rate, amount, at_least, at_most, from, over, free, for_every, only_if..."""
    tier: int = 0
    """The tier that states it, counted from 1; 0 outside tiers."""
    figure: str = ""
    """The path of the figure that is free, or charged in lots."""
    rule: int = 0
    """The rule that states it among those of its condition, counted from 1; 0 outside conditions."""

    @classmethod
    def parse(cls, text: str) -> Parameter | None:
        """The parameter at a path inside a term; None where no term has such a path."""
        head, _, rest = text.partition(".")
        if head in OF_FIGURES and rest:
            return cls(head, figure=rest)
        if head in CONDITIONS and rest.isascii() and rest.isdecimal():
            return cls(head, rule=int(rest))
        position, _, field = rest.partition(".")
        if head == _TIERS and field in (*BOUNDS, *PAYMENTS) and position.isascii() and position.isdecimal():
            return cls(field, int(position))
        return cls(text) if text in (*PAYMENTS, *LIMITS) else None

    @classmethod
    def of(cls, term: str, path: str) -> Parameter | None:
        """The parameter of the term under a key at a full path; None for a figure, or a parameter of another term."""
        inner = path.removeprefix(f"{term}.")
        return None if inner == path else cls.parse(inner)

    def __str__(self) -> str:
        last = self.figure or self.rule
        inner = f"{self.field}.{last}" if last else self.field
        return f"{_TIERS}.{self.tier}.{inner}" if self.tier else inner

    def path(self, term: str) -> str:
        """The full path, of the term under a key."""
        return f"{term}.{self}"

    @property
    def steps(self) -> tuple[str | int, ...]:
        """The way to the number from the term down as a file has it, tiers counted from 0."""
        if self.tier:
            return _TIERS, self.tier - 1, self.field
        if self.rule:
            return self.field, self.rule - 1
        return (self.field, self.figure) if self.figure else (self.field,)

    @property
    def is_main(self) -> bool:
        """Whether the key of the term alone may stand for it: the one rate or amount of a term without tiers."""
        return not self.tier and self.field in PAYMENTS

    @property
    def is_bound(self) -> bool:
        """Whether it is the lower bound of a tier."""
        return self.field in BOUNDS

    @property
    def is_limit(self) -> bool:
        """Whether it is the least or the most that the term comes to."""
        return self.field in LIMITS


MAIN = tuple(map(Parameter, PAYMENTS))
