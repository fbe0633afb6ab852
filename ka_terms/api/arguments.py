"""What a program hands over: of the right types, or refused in words."""

from __future__ import annotations

from collections.abc import Sequence

A_SCENARIO = "a scenario, as `load` gives it"
SCENARIOS = "scenarios one by one, as `load` gives them"


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
