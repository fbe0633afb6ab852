"""What reads the value of an option as people write it."""

from __future__ import annotations

from collections.abc import Callable

import typer

from ka_terms.text.messages import message


def whole(least: int, most: int = 10**12) -> Callable[[object], int | None]:
    """What reads a whole number within bounds as contracts write them: 10,000, 10k or １０, and never 1_0."""

    def read(typed: object) -> int | None:
        """The number; None where nothing was typed. Errors: `BadParameter` for no whole number or one out of bounds."""
        from ka_terms.cli.errors import reason
        from ka_terms.model.faults import Fault, Refused, faults_of
        from ka_terms.model.numbers.number import read_count

        if typed is None:
            return None
        expected = message("a whole number from {least:,} to {most:,}", least=least, most=most)
        try:
            value = int(read_count(typed))
        except ValueError as error:
            faults = (fault._replace(expected=expected) for fault in faults_of(error))
            raise typer.BadParameter(reason(Refused(*faults))) from None
        if not least <= value <= most:
            fix = message("write {number}", number=f"{max(least, min(value, most)):,}")
            raise typer.BadParameter(Fault(f"{value:,}", expected, fix).sentence())
        return value

    return read


def one_of(*names: str) -> Callable[[str], str]:
    """What reads one of these names."""

    def read(typed: str) -> str:
        """The name as it was typed. Errors: `BadParameter` for any other."""
        if typed in names:
            return typed
        from ka_terms.model.faults import none_of

        raise typer.BadParameter(none_of(typed, names).sentence())

    return read
