"""What a document of the house has to be, for a format that fills one in."""

from __future__ import annotations

from ka_terms.text.messages import Message


class UnfitTemplate(ValueError):
    """A file that the format cannot fill in. `expected` is what it should be, `fix` how to make it so."""

    def __init__(self, expected: Message, fix: Message) -> None:
        self.expected, self.fix = expected, fix
        super().__init__(expected)
